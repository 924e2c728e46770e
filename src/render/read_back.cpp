// SPDX-License-Identifier: MIT
#include "render/read_back.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "render/read_docx.h"
#include "render/read_places.h"
#include "render/saved_text.h"

namespace taizhang::render {

namespace {

/// What a text says that a format has escaped.
std::string unescaped_markdown(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) ++i;
    result += text[i];
  }
  return result;
}

std::string unescaped_html(std::string_view text) {
  constexpr std::pair<std::string_view, char> entities[] = {
      {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const auto entity = std::ranges::find_if(
        entities, [&](const auto& one) { return text.substr(i).starts_with(one.first); });
    result += entity == std::end(entities) ? text[i] : entity->second;
    i += entity == std::end(entities) ? 1 : entity->first.size();
  }
  return result;
}

/// The cells of a line of a pipe table; a pipe that is escaped is one of a cell.
std::vector<std::string> pipe_cells(std::string_view line) {
  std::vector<std::string> cells;
  std::string cell;
  for (std::size_t i = 1; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size()) {
      cell += line[i];
      cell += line[++i];
    } else if (line[i] == '|') {
      cells.emplace_back(base::trimmed(cell));
      cell.clear();
    } else {
      cell += line[i];
    }
  }
  return cells;
}

std::vector<ReadValue> of_markdown(std::string_view text) {
  Places places;
  for (const std::string_view line : base::split(text, '\n')) {
    if (line.starts_with("#")) {
      places.heading(std::string(base::trimmed(line.substr(line.find_first_not_of('#')))));
    } else if (!line.starts_with("|")) {
      places.end_table();
      if (!base::trimmed(line).empty()) places.line(std::string(line));
    } else if (!places.in_table()) {
      places.columns(pipe_cells(line));
    } else if (!line.starts_with("| ---")) {
      places.row(pipe_cells(line));
    }
  }
  return places.take(unescaped_markdown);
}

/// Whether a tag marks a word inside of a cell or a line, or is of a picture in it.
bool is_within_line(std::string_view tag) {
  tag.remove_prefix(tag.starts_with("</") ? 2 : 1);
  return std::ranges::any_of(
      std::to_array<std::string_view>({"span", "svg", "rect", "text", "title"}),
      [&](std::string_view name) { return tag.starts_with(name); });
}

/// The text of a page between tags, what its style sheet says left out.
std::vector<ReadValue> of_html(std::string_view text) {
  Places places;
  std::string words;
  std::vector<std::string> cells;
  bool in_head = false;
  std::size_t told = 0;
  const auto markup_to = [&](std::size_t end) {
    return std::string(text.substr(std::exchange(told, end), end - told));
  };
  const std::size_t body = text.find("<body");
  if (body == std::string_view::npos) return {};
  for (std::size_t at = body; at < text.size();) {
    if (text[at] != '<') {
      const std::size_t end = std::min(text.find('<', at), text.size());
      words += text.substr(at, end - at);
      at = end;
      continue;
    }
    const std::size_t end = std::min(text.find('>', at), text.size() - 1);
    const std::string_view tag = text.substr(at, end - at + 1);
    const bool is_heading = tag.size() == 5 && tag.starts_with("</h");
    const std::string said(base::trimmed(words));
    if (tag.starts_with("<thead")) in_head = true;
    if (tag == "</thead>") in_head = false;
    if (tag == "</th>" || tag == "</td>") {
      cells.push_back(said);
      if (!in_head) places.markup(markup_to(end + 1));
    } else if (tag == "</tr>") {
      in_head ? places.columns(cells) : places.row(cells);
      cells.clear();
    } else if (is_heading) {
      places.markup(markup_to(end + 1));
      places.heading(said);
    } else if (!said.empty() &&
               (tag == "</p>" || tag == "</li>" || tag == "</dt>" || tag == "</dd>")) {
      places.markup(markup_to(end + 1));
      places.line(said);
    }
    if (!is_within_line(tag)) words.clear();
    at = end + 1;
  }
  places.beside({{}, "</html>", {}, {}, markup_to(text.size())});
  return places.take(unescaped_html);
}

/// Where a value of JSON stands: `/plans/0/tables/due/3/title` is one of the third after the first
/// in a list of things below a name.
ReadValue place_in_list(const std::string& path) {
  constexpr std::size_t names_above = 5;  // the empty one before the first slash is one
  const std::vector<std::string_view> names = base::split(path, '/');
  const bool is_in_list =
      names.size() > names_above && names[1] == "plans" &&
      names[names_above].find_first_not_of("0123456789") == std::string_view::npos;
  if (!is_in_list) return {{}, path, {}, {}};
  const auto begin = static_cast<std::size_t>(names[names_above].data() - path.data());
  const std::size_t end = begin + names[names_above].size();
  return {path.substr(0, begin - 1), std::string(names[names_above]), path.substr(end), {}};
}

std::optional<std::vector<ReadValue>> of_json(std::string_view text) {
  const auto json = nlohmann::ordered_json::parse(text, nullptr, false);
  if (json.is_discarded()) return std::nullopt;
  std::vector<ReadValue> values;
  const auto flat = json.flatten();
  for (const auto& [path, value] : flat.items()) {
    ReadValue& read = values.emplace_back(place_in_list(path));
    read.text = value.is_string() ? value.get<std::string>() : value.dump();
  }
  return values;
}

}  // namespace

std::optional<std::vector<ReadValue>> read_values(std::string_view text, std::string_view format) {
  if (format == "markdown") return of_markdown(markdown_as_written(text));
  if (format == "docx") return read_docx(text);
  if (format == "html") return of_html(page_as_written(text));
  if (format == "json") return of_json(without_transport(text));
  return std::nullopt;
}

}  // namespace taizhang::render
