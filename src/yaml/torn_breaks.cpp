// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "yaml/flow_slips.h"
#include "yaml/lines.h"
#include "yaml/torn_reader.h"

namespace taizhang::yaml {

namespace {

constexpr source::SyntaxError dash_of_text{
    {"值的前面多了一个短横线", "a dash too many stands before this value"},
    {"删去短横线；原文就有的，整个值加引号", "delete the dash, or quote the whole value"}};
constexpr source::SyntaxError broken_value{
    {"一句话断成了两行", "a value is broken in two lines"},
    {"接到上一行的末尾", "put it at the end of the line before"}};
constexpr source::SyntaxError one_of_two{{"两行并成了一行", "two lines have become one"},
                                         write_colon};
constexpr base::Bilingual break_before{"在 {0} 前换行", "break the line before {0}"};
constexpr source::SyntaxError behind_bar{
    {"“|”后面还有字", "there is text behind the “|”"},
    {"在 | 后面换行，正文比键多缩进两格",
     "break the line behind the | and indent the text by two blanks"}};

}  // namespace

bool TornReader::look_at_broken(const Row& here) {
  const Row* before = row(-1);
  if (!before || before->in_block || before->name.empty() || !here.name.empty() || here.is_item() ||
      here.indent > before->column || here.text[here.indent] > 0) {
    return false;
  }
  const std::string_view content = here.text.substr(here.indent);
  const std::string_view value = before->rest();
  const std::string_view first = content.substr(0, content.find_first_of(" \t"));
  const bool is_text = !value.empty() && value[0] < 0 && content.find(':') == content.npos &&
                       content.find("：") == content.npos && keys_.with(first) == 0;
  if (!is_text) return false;
  Diagnosis& found = note(here.start + here.indent, broken_value);
  found.hides = true;
  found.reads = {{here.start, 0, "# "}};
  return true;
}

void TornReader::look_for_second(const Row& here) {
  const std::string_view value = here.rest();
  if (value.empty()) return;
  if (here.name.empty() && !here.is_item()) return look_for_glued_head(here);
  const std::size_t behind = std::min(value.find_first_not_of(' ', 1), value.size());
  if (value[0] == '|' && behind < value.size() && value[behind] < 0) {
    note(here.start + here.value, behind_bar).reads = {
        {here.start + here.value + 1, behind - 1, new_line(here.column + 2)}};
    return;
  }
  if (value.starts_with("- ") && behind < value.size() && keys_.wants_text(here.name)) {
    note(here.start + here.value, dash_of_text).reads = {{here.start + here.value, behind, ""}};
    return;
  }
  if (value.starts_with("- ")) return note_second(here, here.value, "- ");
  std::size_t size = 0;
  if (is_bracket(value)) {
    size = size_in_brackets(value);
  } else if (value[0] == '"' || value[0] == '\'') {
    const std::size_t close = value.find(value[0], 1);
    size = close == value.npos ? 0 : close + 1;
  }
  if (size == 0 || size >= value.size()) return;
  const std::size_t second = value.find_first_not_of(' ', size);
  if (second == value.npos) return;
  const std::string_view rest = value.substr(second);
  if (rest.starts_with("- ")) return note_second(here, here.value + second, "- ");
  if (const std::string_view name = rows_.key_at(rest); !name.empty()) {
    note_second(here, here.value + second, name);
  }
}

void TornReader::look_for_glued_head(const Row& here) {
  const std::string_view content = here.text.substr(here.column);
  const std::size_t colon = content.find(':');
  if (colon == content.npos || keys_.with(content.substr(0, colon)) == 0) return;
  const std::string_view rest = content.substr(colon + 1);
  if (rest.starts_with("- ")) {
    note_second(here, here.column + colon + 1, "- ");
  } else if (const std::string_view name = rows_.key_at(rest); !name.empty()) {
    note_second(here, here.column + colon + 1, name);
  }
}

void TornReader::note_second(const Row& here, std::size_t at, std::string_view name) {
  Diagnosis& found = note(here.start + at, one_of_two);
  found.help = {break_before, {name == "- " ? std::string_view("“-”") : name}};
  found.reads = {{here.start + at, 0, new_line(column_of(here, at, name))}};
}

std::size_t TornReader::column_of(const Row& here, std::size_t at, std::string_view name) const {
  const Row* const next = row(1);
  const bool below =
      here.text.substr(0, at).find_last_not_of(' ') == here.text.find(':', here.column);
  if (below) return next && next->indent > here.column ? next->indent : here.column + 2;
  if (name == "- ") return here.is_item() ? here.indent : next ? next->indent : here.column;
  const Kinds kinds = keys_.with(name);
  std::size_t column = here.name.empty() ? here.indent : here.column;
  if (!here.name.empty() && (keys_.with(here.name) & kinds) != 0) return column;
  for (std::ptrdiff_t i = -1; const Row* one = row(i); --i) {
    if (one->in_block || one->goes_on || one->name.empty() || one->column >= column) continue;
    column = one->column;
    if ((keys_.with(one->name) & kinds) != 0) return column;
  }
  return next ? next->indent : 0;
}

}  // namespace taizhang::yaml
