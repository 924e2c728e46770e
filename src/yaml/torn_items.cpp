// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "yaml/flow_slips.h"
#include "yaml/lines.h"
#include "yaml/torn_reader.h"

namespace taizhang::yaml {

namespace {

constexpr source::SyntaxError lost_dash{
    {"这一项前面少了短横线", "this item lacks its dash"},
    {"写成 - {键: 值, …}，短横线与别的项左对齐",
     "write - {key: value, …}, with its dash below the others"}};
constexpr source::SyntaxError two_dashes{
    {"一项前面有两个短横线", "two dashes stand before one item"},
    {"每一项只写一个短横线", "write one dash an item"}};
constexpr source::SyntaxError extra_dash{
    {"这个键前面多了一个短横线", "a dash too many stands before this key"},
    {"删去短横线，与下一行的键左对齐", "delete the dash and line the key up with the next one"}};
constexpr source::SyntaxError fence{
    {"从网页或聊天里带来的 ``` 标记", "a ``` that came with a text from a page or a chat"},
    {"删去只有 ``` 的那几行", "delete the lines of ```"}};

}  // namespace

void TornReader::look_at_fence(const Row& here) {
  if (!fence_) {
    fence_ = found_.size();
    note(here.start + here.indent, fence);
  }
  found_[*fence_].reads.push_back({here.start, 0, "# "});
}

bool TornReader::look_at_spreadsheet(const Row& here) {
  const std::string_view content = here.text.substr(here.column);
  const bool has_keys = content.find(": ") != content.npos || content.find("：") != content.npos;
  if (has_keys || !here.name.empty() ||
      std::string_view("\"'{[").find(content[0]) != content.npos) {
    return false;
  }
  const Row* const before = row(-1);
  const bool goes_on = rows_of_sheet_ && before && before->start == *rows_of_sheet_;
  const std::size_t tab = content.find('\t');
  if (tab != content.npos) {
    if (tab == 0 || content[tab - 1] == ':') return false;
    const std::size_t second = std::min(content.find_first_not_of("\t ", tab), content.size());
    const bool is_key = keys_.of(content.substr(0, tab)) != 0 &&
                        keys_.with(content.substr(second)) == 0 &&
                        std::count(content.begin(), content.end(), '\t') == 1;
    if (is_key && !goes_on) return false;
  } else {
    // | r1 | 2023-06-30 |, and r1,2023-06-30 behind an item.
    const bool is_of_table = content.size() > 2 && content[0] == '|' && content.ends_with('|') &&
                             std::count(content.begin(), content.end(), '|') > 2;
    const bool is_behind_item =
        before && before->is_item() && !before->in_block && !before->goes_on;
    const std::size_t comma = content.find(',');
    const bool is_of_commas = !here.is_item() && (is_behind_item || goes_on) &&
                              comma != content.npos && comma > 0 && comma + 1 < content.size() &&
                              content[comma + 1] != ' ' && content.find("。") == content.npos;
    if (!is_of_table && !is_of_commas) return false;
  }
  rows_of_sheet_ = here.start;
  if (!goes_on) note(here.start + here.indent, pasted_row).hides = true;
  found_.back().reads.push_back({here.start, 0, "# "});
  return true;
}

bool TornReader::look_at_dash(const Row& here) {
  const std::string_view content = here.text.substr(here.column);
  if (here.is_item()) {
    const std::size_t second = here.text.find("- ", here.indent + 1);
    if (second >= here.column) return look_at_first(here);
    note(here.start + here.indent, two_dashes).mends = {
        {here.start + second, here.column - second, ""}};
    return true;
  }
  if (!content.starts_with('{')) return look_at_first(here);
  const auto flow = flow_slips(content, keys_);
  if (!flow || end_of_value(content.substr(flow->size)) != 0) return false;
  for (const Row* one : {row(-1), row(1)}) {
    if (!one || !one->is_item() || one->in_block || one->goes_on) continue;
    if (here.indent != one->indent && here.indent != one->column) continue;
    note(here.start + here.indent, lost_dash).mends = {
        {here.start, here.indent, std::string(one->indent, ' ') + "- "}};
    return true;
  }
  return false;
}

bool TornReader::look_at_first(const Row& here) {
  const Row* const head = row(-1);
  const Row* const behind = row(1);
  if (here.is_item() && head && behind && !head->is_head() && !head->in_block && !head->goes_on &&
      !head->is_item() && head->column == here.indent && behind->column == here.indent &&
      !behind->is_item()) {
    const Kinds own = keys_.with(here.name) & keys_.with(head->name) & keys_.with(behind->name);
    if (own == 0) return false;
    note(here.start + here.indent, extra_dash).mends = {
        {here.start + here.indent, here.column - here.indent, ""}};
    return true;
  }
  if (!head || !head->is_head() || head->column >= here.indent || here.name.empty()) {
    return false;
  }
  const bool wants_list = keys_.wants_list(head->name);
  if (wants_list == here.is_item()) return false;
  // The next line that stands no further in than this one begins: of the list, or of the map.
  const std::size_t limit = here.is_item() ? here.indent : here.column;
  std::ptrdiff_t i = 1;
  const Row* other = row(i);
  while (other && (other->in_block || other->goes_on || other->indent > limit ||
                   (!here.is_item() && other->indent == limit && !other->is_item()))) {
    other = row(++i);
  }
  if (!other || other->indent <= head->column) return false;
  const Kinds kinds = keys_.with(here.name);
  if (kinds == 0 || (keys_.with(other->name) & kinds) == 0) return false;
  if (here.is_item()) {
    if (other->is_item() || other->indent != here.indent) return false;
    note(here.start + here.indent, extra_dash).mends = {
        {here.start + here.indent, here.column - here.indent, ""}};
    return true;
  }
  if (!other->is_item() || other->column != here.column) return false;
  note(here.start + here.indent, lost_dash).mends = {
      {here.start + other->indent, here.column - other->indent,
       "-" + std::string(here.column - other->indent - 1, ' ')}};
  return true;
}

}  // namespace taizhang::yaml
