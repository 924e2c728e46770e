// SPDX-License-Identifier: MIT
#include <algorithm>
#include <vector>

#include "yaml/lines.h"
#include "yaml/torn_reader.h"

namespace taizhang::yaml {

namespace {

constexpr source::SyntaxError lost_head{
    {"这里少了一项的开头（- 键: …）", "the first line of an item is missing here (- key: …)"},
    {"在上面补上这一行，短横线与上一项的左对齐",
     "put it back above this line, with its dash below that of the item before"}};
constexpr base::Bilingual write_head{
    "在上面补上一行 - {0}: …，短横线与上一项的左对齐；下面各行不用动",
    "put a line - {0}: … above this one, with its dash below that of the item before; the lines "
    "below stay as they are"};
constexpr source::SyntaxError second_list{
    {"同一项里这个列表写了两遍，没有合在一起", "this list stands twice in one item"},
    {"下面各行并到前一个的下面，只删去这一行的键",
     "put the lines below it under the first one and delete the line of this key alone"}};
constexpr source::SyntaxError fallen_item{
    {"这一项的缩进和上面各项对不上", "this item is not indented as those above it"},
    {"短横线与上面各项左对齐", "line its dash up with those above"}};
constexpr source::SyntaxError line_of_diff{
    {"像是从修改对照（git diff）里粘贴来的一行", "this looks like a line of a diff"},
    {"留下对的一行，删去行首的 + 和整个以 - 开头的旧行，与上下的键左对齐",
     "keep the new line without its + and delete the old one, which begins with -"}};

}  // namespace

bool TornReader::look_at_lost_head(const Row& here) {
  constexpr std::ptrdiff_t farthest = 200;
  if (here.is_item() || here.name.empty() || here.column == 0) return false;
  const Row* first = nullptr;
  std::vector<std::string_view> names;
  const Row* last = nullptr;
  for (std::ptrdiff_t i = -1; !first && i > -farthest; --i) {
    const Row* const one = row(i);
    if (!one || (!one->in_block && !one->goes_on && one->column < here.column)) return false;
    if (one->in_block || one->goes_on) continue;
    // An item that stands out of line is told as that.
    const bool is_askew = one->is_item() && one->indent < here.column && one->column != here.column;
    if (is_askew || one->start == pushed_item_) return false;
    if (one->column != here.column) continue;
    names.push_back(one->name);
    if (!last) last = one;
    if (one->is_item() || one->start == lost_head_) first = one;
  }
  const auto is_there = [&](std::string_view name) {
    return std::ranges::find(names, name) != names.end();
  };
  // Where the first key is there, the dash alone was lost.
  const bool has_dash_alone =
      first && first->is_item() &&
      (first->name == here.name || std::ranges::count(names, first->name) > 1);
  if (!first || first->name.empty() || !is_there(here.name) || has_dash_alone) return false;
  std::ptrdiff_t again = 1;
  for (std::ptrdiff_t i = 1; i < farthest; ++i) {
    const Row* const one = row(i);
    if (!one || (!one->in_block && !one->goes_on && one->column < here.column)) break;
    if (one->in_block || one->goes_on || one->column > here.column) continue;
    if (one->is_item()) break;
    if (is_there(one->name)) ++again;
  }
  const Row* const next = row(1);
  if (again == 1) {
    const bool joins = here.is_head() && next && next->is_item() && next->indent >= here.column &&
                       last->is_head() && last->name == here.name && last != row(-1);
    if (joins) note(here.start + here.indent, second_list).reads = {{here.start, 0, "# "}};
    return joins;
  }
  const std::size_t dash = first->is_item() ? first->indent : lost_dash_;
  const std::string_view name = first->is_item() ? first->name : lost_name_;
  Diagnosis& found = note(here.start + here.indent, lost_head);
  found.help = {write_head, {name}};
  found.reads = {
      {here.start + dash, here.column - dash, "-" + std::string(here.column - dash - 1, ' ')}};
  lost_head_ = here.start;
  lost_dash_ = dash;
  lost_name_ = name;
  return true;
}

bool TornReader::look_at_pushed_item(const Row& here) {
  constexpr std::ptrdiff_t farthest = 200;
  const Row* const next = row(1);
  if (!here.is_item() || here.name.empty() || !next || next->is_item()) return false;
  const bool is_alone = next->indent == here.column || next->indent == here.indent;
  if (!is_alone || next->name.empty()) return false;
  const Kinds kinds = keys_.with(here.name) & keys_.with(next->name);
  for (std::ptrdiff_t i = -1; i > -farthest; --i) {
    const Row* const one = row(i);
    if (!one || (!one->in_block && !one->goes_on && one->column < here.indent)) return false;
    const bool is_owner = !one->in_block && !one->goes_on && one->is_item() &&
                          one->column == here.indent && one->name == here.name;
    if (!is_owner) continue;
    if ((keys_.with(one->name) & kinds) == 0) return false;
    // What is told here is read where it should stand: in the column of the item before.
    pushed_item_ = here.start;
    Diagnosis& found = note(here.start + here.indent, fallen_item);
    found.reads = {{here.start, here.column, std::string(one->indent, ' ') + "- "}};
    for (std::ptrdiff_t j = 1; next->indent != here.indent; ++j) {
      const Row* const other = row(j);
      if (!other || other->indent <= one->column) break;
      found.reads.push_back({other->start, here.column - one->column, ""});
    }
    return true;
  }
  return false;
}

bool TornReader::look_at_fallen_item(const Row& here) {
  constexpr std::ptrdiff_t farthest = 200;
  const auto is_row = [](const Row* one) {
    return one && !one->in_block && !one->goes_on && one->is_item() &&
           one->text.substr(one->column).starts_with('{');
  };
  const Row* const before = row(-1);
  if (!is_row(&here) || !is_row(before)) return false;
  const bool goes_on = fallen_item_ == before->start && before->indent == here.indent;
  if (!goes_on && before->indent <= here.indent) return false;
  const Kinds kinds = kinds_of_row(here) & kinds_of_row(*before);
  if (kinds == 0) return false;
  if (!goes_on) {
    // The keys of the item at this indent are those of another entity.
    Kinds around = ~Kinds{0};
    const Row* owner = nullptr;
    for (std::ptrdiff_t i = -2; !owner && i > -farthest; --i) {
      const Row* const one = row(i);
      if (!one || (!one->in_block && !one->goes_on && one->indent < here.indent)) return false;
      if (one->in_block || one->goes_on || one->column != here.column) continue;
      if (!one->name.empty() && keys_.with(one->name) != 0) around &= keys_.with(one->name);
      if (one->is_item() && one->indent == here.indent) owner = one;
    }
    if (!owner || owner->name.empty() || (around & kinds) != 0) return false;
    fallen_to_ = before->indent;
    note(here.start + here.indent, fallen_item);
  }
  fallen_item_ = here.start;
  found_.back().mends.push_back({here.start, here.indent, std::string(fallen_to_, ' ')});
  return true;
}

TornReader::Kinds TornReader::kinds_of_row(const Row& of) const {
  Kinds kinds = ~Kinds{0};
  bool any = false;
  const std::string_view content = of.text.substr(of.column + 1);
  for (std::size_t at = 0; at < content.size();) {
    const std::size_t colon = content.find(": ", at);
    if (colon == content.npos) break;
    const Kinds own = keys_.with(content.substr(at, colon - at));
    if (own != 0 && (kinds & own) != 0) {
      kinds &= own;
      any = true;
    }
    const std::size_t comma = content.find(", ", colon);
    if (comma == content.npos) break;
    at = comma + 2;
  }
  return any ? kinds : Kinds{0};
}

bool TornReader::look_at_diff(const Row& here) {
  const Row* const before = row(-1);
  const Row* const behind = row(1);
  const bool goes_on = before && diff_ == before->start;
  const auto content_of = [](const Row& one) { return one.text.find_first_not_of(' ', 1); };
  const auto has_sign = [&](const Row* one, char sign) {
    if (!one || one->in_block || one->text[0] != sign) return false;
    const std::size_t content = content_of(*one);
    if (content == one->text.npos || content < 2) return false;
    const std::string_view rest = one->text.substr(content);
    // Two dashes before one item are another slip.
    return rest.starts_with("- ") ? sign == '+' || content > 2 : !rows_.key_at(rest).empty();
  };
  // A line beside it stands where this one would without its sign.
  const auto fits = [&](const Row* one) { return one && one->indent + 1 == content_of(here); };
  const bool is_new = has_sign(&here, '+');
  const bool is_old =
      has_sign(&here, '-') &&
      (goes_on || has_sign(behind, '+') ||
       (here.text.substr(content_of(here), 2) == "- " && (fits(before) || fits(behind))));
  if (!is_new && !is_old) return false;
  if (!goes_on) note(here.start, line_of_diff).hides = true;
  found_.back().reads.push_back({here.start, 0, "# "});
  diff_ = here.start;
  return true;
}

}  // namespace taizhang::yaml
