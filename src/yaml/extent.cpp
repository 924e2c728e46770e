// SPDX-License-Identifier: MIT
#include "yaml/extent.h"

#include <algorithm>
#include <optional>
#include <string>

#include "yaml/lines.h"

namespace taizhang::yaml {

std::size_t quoted_size(std::string_view text, std::size_t begin) {
  const char quote = text[begin];
  for (std::size_t i = begin + 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      if (quote == '\'' && i + 1 < text.size() && text[i + 1] == quote) {
        ++i;
      } else {
        return i + 1 - begin;
      }
    }
  }
  return 0;
}

std::size_t rest_of_line(std::string_view text, std::size_t begin) {
  std::size_t end = std::min(text.find('\n', begin), text.size());
  while (end > begin && (text[end - 1] == '\r' || text[end - 1] == ' ')) --end;
  return end - begin;
}

std::size_t null_size(std::string_view text, std::size_t at) {
  text.remove_prefix(std::min(at, text.size()));
  for (std::string_view null : {"null", "Null", "NULL", "~"}) {
    const bool ends =
        text.size() <= null.size() ||
        std::string_view(" ,}]\r\n#").find(text[null.size()]) != std::string_view::npos;
    if (text.starts_with(null) && ends) return null.size();
  }
  return 0;
}

Extent place_of_null(std::string_view text, std::size_t at, bool in_list_with_brackets) {
  at = std::min(at, text.size());
  if (const std::size_t size = null_size(text, at)) return {at, size};
  const std::size_t before = text.substr(0, at).find_last_not_of(" \r\n");
  if (before == text.npos) return {at, 0};
  if (text[before] == '-') return {before, 1};
  if (in_list_with_brackets && text[before] == ',') {
    return {before, std::min(at + 1, text.size()) - before};
  }
  return {at, 0};
}

std::string_view cut_behind(std::string_view text, std::size_t end) {
  const std::size_t sign = text.find_first_not_of(" \t", end);
  if (sign == text.npos || sign == end || text[sign] != '#') return {};
  const std::string_view rest = text.substr(sign, rest_of_line(text, sign));
  constexpr std::string_view call = "#taizhang:";
  // 改造3 # 泵站: the sign of a number, with a blank before it and one behind.
  constexpr std::size_t behind_sign = 2;
  const bool is_of_number = text[end - 1] >= '0' && text[end - 1] <= '9' && rest.size() > 2 &&
                            rest[1] == ' ' && rest[behind_sign] < 0;
  if (is_of_number) return rest;
  const bool remark = rest.size() == 1 || rest[1] == ' ' || rest[1] == '#' || rest[1] == '\t' ||
                      rest.starts_with(call);
  return remark ? std::string_view() : rest;
}

std::string_view cut_behind_block(std::string_view text, Extent block) {
  const std::size_t begin = block.begin + block.size;
  if (block.size < 2 || begin >= text.size() || text[begin - 1] != '\n') return {};
  const std::size_t last = text.find_last_not_of(" \r", begin - 2);
  const std::size_t sign = text.find_first_not_of(' ', begin);
  if (last == text.npos || text[last] == '\n' || sign == text.npos || text[sign] != '#') return {};
  const std::string_view line = text.substr(begin, sign - begin + rest_of_line(text, sign));
  const std::size_t words = line.find_first_not_of("# ");
  if (words == line.npos) return {};
  const std::string_view said = line.substr(words);
  const bool is_rule = std::string_view("-=*_~").find(said[0]) != std::string_view::npos;
  return is_rule || said.starts_with("taizhang") ? std::string_view() : line;
}

namespace {

/// The column of the key or the dash before the sign of a block at `at`; nothing where the sign
/// stands on a line of its own.
std::optional<std::size_t> column_of_parent(std::string_view text, std::size_t at) {
  const std::size_t start = text.substr(0, at).rfind('\n') + 1;
  std::size_t parent = start;
  for (std::size_t next = start; next < at && (text[next] == ' ' || text[next] == '-'); ++next) {
    parent = text[next] == '-' ? next : next + 1;
  }
  if (parent != at) return parent - start;
  const std::size_t dash = text.substr(start, at - start).rfind('-');
  return dash == text.npos ? std::nullopt : std::optional(dash);
}

/// How far the lines of the block whose sign stands at `at` are indented where it says so itself
/// (`|2`): so many blanks more than the key or the dash before it, in column `parent`.
std::optional<std::size_t> said_indent(std::string_view text, std::size_t at, std::size_t parent) {
  std::size_t digit = at + 1;
  while (digit < text.size() && (text[digit] == '+' || text[digit] == '-')) ++digit;
  if (digit >= text.size() || text[digit] < '1' || text[digit] > '9') return std::nullopt;
  return parent + static_cast<std::size_t>(text[digit] - '0');
}

}  // namespace

Extent lines_of_block(std::string_view text, std::size_t at) {
  const std::size_t begin = std::min(text.find('\n', at), text.size());
  const auto parent = column_of_parent(text, at);
  std::optional<std::size_t> indent = said_indent(text, at, parent.value_or(0));
  std::size_t end = begin;
  for (std::size_t start = begin + 1; start < text.size();) {
    const std::size_t line_end = std::min(text.find('\n', start), text.size());
    std::string_view content = text.substr(start, line_end - start);
    if (content.ends_with('\r')) content.remove_suffix(1);
    const Line line{start, content};
    const bool empty = line.text.find_first_not_of(' ') == line.text.npos;
    // What stands no further in than the key is not of a block, which then has no text.
    if (!empty && parent && line.indent() <= *parent) break;
    if (!empty && !indent) indent = line.indent();
    // What stands at the left margin is never part of it.
    if (!empty && (line.indent() < *indent || line.indent() == 0)) break;
    end = line_end;
    start = end + 1;
  }
  return {begin, end - begin + 1};
}

bool join_number(std::string_view text, std::size_t key_at, const Node& key, Node& number,
                 Memory& memory) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const std::string_view group = key.text;
  const bool grouped = group.size() >= 3 &&
                       std::all_of(group.begin(), group.begin() + 3, is_digit) &&
                       (group.size() == 3 || group[3] == '.');
  // 3,8: with nothing between it is one number to who wrote it.
  const bool adjoins = !group.empty() && std::all_of(group.begin(), group.end(), is_digit) &&
                       key_at > 0 && text[key_at - 1] == ',';
  if ((!grouped && !adjoins) || number.kind != NodeKind::scalar || number.quoted ||
      number.text.empty() || !is_digit(number.text.back()) ||
      number.text.find_first_not_of("-0123456789, ") != number.text.npos) {
    return false;
  }
  const std::string_view before = text.substr(0, key_at);
  const std::size_t comma = before.find_last_not_of(' ');
  if (comma == before.npos || before[comma] != ',' || comma == 0 || !is_digit(before[comma - 1])) {
    return false;
  }
  number.text = memory.keep(std::string(number.text).append(before.substr(comma)).append(group));
  number.at.end = key.at.end;
  number.end = number.at.end;
  return true;
}

}  // namespace taizhang::yaml
