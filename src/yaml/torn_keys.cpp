// SPDX-License-Identifier: MIT
#include <algorithm>
#include <charconv>
#include <utility>

#include "yaml/flow_slips.h"
#include "yaml/lines.h"
#include "yaml/torn_reader.h"

namespace taizhang::yaml {

namespace {

constexpr source::SyntaxError key_at_margin{
    {"这一行的缩进少了，和它上下的键对不上", "this line is not indented as the keys around it"},
    {"与上下两行的键左对齐", "line it up with the keys before and after it"}};
constexpr source::SyntaxError no_indents{
    {"整个文件的缩进都没有了", "all indents of this file are gone"},
    {"从原来的文件重新复制，不经过邮件、聊天的正文；或者照样补上：每低一层多缩进两格",
     "copy it again from the file it comes from, as an attachment and not in the text of a mail; "
     "or put the indents back, two blanks a level"}};
constexpr source::SyntaxError line_numbers{
    {"每行前面带着行号", "each line begins with its number"},
    {"行号是编辑器或网页显示的，不是内容：从原来的文件重新复制，或者删去各行的行号",
     "the numbers are those that an editor or a page shows: copy the text again from its file, or "
     "delete them"}};
constexpr source::SyntaxError no_dashes{
    {"整个文件的短横线都没有了", "all dashes of this file are gone"},
    {"从原来的文件重新复制；或者照样补上：列表每一项的开头写“- ”，其余各行比短横线多缩进两格",
     "copy it again from the file it comes from; or put the dashes back: begin each item with one, "
     "and indent its other lines by two blanks more"}};
constexpr source::SyntaxError open_quote{
    {"引号没有配对", "this quote has no partner"},
    {"在值的末尾补上同样的引号", "close it at the end of the value"}};

}  // namespace

bool TornReader::look_for_lost_indents() {
  Kinds file = ~Kinds{0};
  std::optional<std::size_t> first;  // the row with which what is not read begins
  int foreign = 0;
  for (const Row& one : rows_.all()) {
    const bool is_indented = one.indent > 0 || one.text.starts_with('\t') ||
                             one.text.starts_with(wide_blank) || one.text.starts_with("\u00A0");
    if (is_indented) return false;
    const auto row = static_cast<std::size_t>(&one - rows_.all().data());
    const Kinds kinds = one.is_item() ? Kinds{0} : keys_.with(one.name);
    if ((kinds & file) != 0) file &= kinds;
    const bool is_foreign = kinds != 0 && (kinds & file) == 0;
    const bool is_text = row > 0 && is_sign_of_block(rows_.all()[row - 1].rest());
    if (is_foreign || is_text) ++foreign;
    if (!first && (one.is_head() || one.is_item() || is_sign_of_block(one.rest()))) first = row;
  }
  if (foreign < 2 || !first) return false;
  note(rows_.all()[*first].start, no_indents).hides = true;
  for (std::size_t i = *first; i < rows_.all().size(); ++i) {
    found_.back().reads.push_back({rows_.all()[i].start, 0, "# "});
  }
  return true;
}

bool TornReader::look_for_line_numbers() {
  constexpr std::size_t fewest = 5;
  constexpr int longest_gap = 3;  // of empty lines that have no number
  const std::vector<Row>& rows = rows_.all();
  if (rows.size() < fewest) return false;
  std::vector<std::size_t> ends;  // of the numbers
  int last = 0;
  std::optional<char> sign;  // behind each number, or a blank
  std::size_t blanks = std::string_view::npos;
  for (const Row& one : rows) {
    int number = 0;
    const char* const end_of_line = one.text.data() + one.text.size();
    const auto [end, error] = std::from_chars(one.text.data() + one.indent, end_of_line, number);
    const bool goes_on = ends.empty() || (number > last && number <= last + longest_gap);
    if (error != std::errc() || number < 0 || !goes_on) return false;
    last = number;
    ends.push_back(static_cast<std::size_t>(end - one.text.data()));
    std::string_view rest = one.text.substr(ends.back());
    if (rest.empty()) continue;
    const bool has_sign = std::string_view(":|.)\t").find(rest[0]) != rest.npos;
    const char own = has_sign ? rest[0] : ' ';
    if (sign.value_or(own) != own) return false;
    sign = own;
    rest.remove_prefix(has_sign ? 1 : 0);
    if (!rest.empty()) blanks = std::min(blanks, rest.find_first_not_of(' '));
  }
  if (!sign || (*sign == ' ' && blanks == 0) || blanks == std::string_view::npos) return false;
  Diagnosis& found = note(rows.front().start + rows.front().indent, line_numbers);
  found.hides = true;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::size_t size = ends[i] + (*sign == ' ' ? 0 : 1) + blanks;
    found.reads.push_back({rows[i].start, std::min(size, rows[i].text.size()), ""});
  }
  return true;
}

bool TornReader::look_for_lost_dashes() {
  const std::vector<Row>& rows = rows_.all();
  std::vector<std::size_t> hidden;
  int lists = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].is_item()) return false;
    const bool is_list = rows[i].is_head() && !rows[i].in_block && keys_.wants_list(rows[i].name);
    if (!is_list || i + 1 == rows.size()) continue;
    const Row& first = rows[i + 1];
    const bool is_entity = !first.name.empty() || first.text[first.indent] == '{';
    if (first.indent <= rows[i].indent || !is_entity) continue;
    ++lists;
    if (!hidden.empty() && hidden.back() >= i) continue;
    const std::size_t column = rows[i].indent;
    hidden.push_back(i);
    for (std::size_t j = i + 1; j < rows.size() && rows[j].indent > column; ++j) {
      hidden.push_back(j);
    }
  }
  if (lists < 2) return false;
  Diagnosis& found = note(rows[hidden.front()].start + rows[hidden.front()].indent, no_dashes);
  found.hides = true;
  for (const std::size_t i : hidden) found.reads.push_back({rows[i].start, 0, "# "});
  return true;
}

bool TornReader::look_at_margin(const Row& here) {
  const Row* before = row(-1);
  const Row* const next = row(1);
  if (before && (before->in_block || before->goes_on)) before = &rows_.all()[before->head];
  if (!before || !next || here.is_item() || here.name.empty() || before->name.empty()) {
    return false;
  }
  const Kinds kinds = keys_.with(here.name);
  const bool goes_on = !next->is_item() && (kinds & keys_.with(next->name)) != 0;
  std::size_t column = before->column;
  bool fits = here.is_head() ? next->is_item() && next->indent >= column
                             : next->column == column && goes_on;
  if (!here.is_head() && before->is_head() && !is_sign_of_block(here.rest()) &&
      before->column == here.column && next->column > here.column) {
    // The first below a key, with others of its kind behind it.
    column = next->column;
    fits = goes_on;
  } else if ((kinds & keys_.with(before->name)) == 0) {
    return false;
  } else if (!here.is_head() && next->is_item()) {
    // The last of an item, before the next one.
    fits = next->indent > here.column && next->indent < column;
  }
  if (column <= here.column || !fits) return false;
  if (rows_.has_kin(here, kinds) && !rows_.has_beside(at_, here.name, here.column)) return false;
  note(here.start + here.indent, key_at_margin).mends = {
      {here.start, here.indent, std::string(column, ' ')}};
  return true;
}

bool TornReader::look_at_quote(const Row& here) {
  const std::string_view value = here.rest();
  const Row* next = row(1);
  if (here.name.empty() || !value.starts_with('"') || value.find('"', 1) != value.npos ||
      value.size() == 1 || !next) {
    return false;
  }
  if (next->column > here.column || (next->name.empty() && !next->is_item())) return false;
  const std::size_t end = here.start + here.text.size();
  const std::string_view close = "”";
  const std::size_t wrong = value.ends_with(close) ? close.size() : 0;
  note(here.start + here.value, open_quote).reads = {{end - wrong, wrong, "\""}};
  return true;
}

}  // namespace taizhang::yaml
