// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "yaml/flow_slips.h"
#include "yaml/lines.h"
#include "yaml/torn_reader.h"

namespace taizhang::yaml {

namespace {

constexpr source::SyntaxError key_in_text{
    {"一个键写进了上面的正文", "a key stands in the text of a block"}, write_colon};
constexpr base::Bilingual key_out_of_text{
    "“{0}”另起一行，与“{1}”左对齐；本来是正文的，写成 “{0}”（加引号）",
    "begin a line with “{0}”, in line with “{1}”; if it is text, put it in “ ” quotes"};
constexpr source::SyntaxError text_left_block{
    {"这一行正文没有缩进，落到了上面那段的外面",
     "this line of a text is not indented and fell out of its block"},
    {"正文每行都比键多缩进两格", "indent each line of the text by two blanks"}};

/// Of files in Chinese: 联系人：王五 is a line of a text as well as a key.
constexpr source::SyntaxError text_or_key{
    {"这一行像是上面正文里的，也像是一个键", "this line may be of the text above, or a key"},
    {"是正文的，缩进与正文对齐；是键的，后面写英文冒号加空格",
     "line it up with the text, or write a colon and a blank behind the key"}};
constexpr base::Bilingual align_or_colon{
    "是正文的，缩进与正文对齐；是键的，“{0}”后面写英文冒号加空格",
    "line it up with the text if it is part of it; if it is a key, write a colon and a blank "
    "behind “{0}”"};
constexpr source::SyntaxError ragged_text{
    {"正文各行没有左对齐", "the lines of a text do not stand below each other"},
    {"正文各行要左对齐，都比键多缩进两格", "line them up, two blanks further in than the key"}};

}  // namespace

bool TornReader::look_at_edge(const Row& first) {
  // A block may say itself how far its lines are indented: `|2`.
  if (rows_.all()[first.head].rest().find_first_of("123456789") != std::string_view::npos) {
    return false;
  }
  std::optional<std::size_t> at;
  std::vector<Mend> reads;
  const auto note_line = [&](std::size_t start, std::size_t indent) {
    if (!at) at = start + indent;
    reads.push_back({start, indent, std::string(first.indent, ' ')});
  };
  std::size_t end = first.start + first.text.size();
  for (std::ptrdiff_t i = 1; const Row* one = row(i); ++i) {
    if (!one->in_block || one->head != first.head) break;
    for (const Extent& remark : rows_.remarks_between(end, one->start)) {
      if (remark.size < first.indent) note_line(remark.begin, remark.size);
    }
    end = one->start + one->text.size();
    if (one->indent >= first.indent) continue;
    if (!rows_.key_at(one->text.substr(one->indent)).empty()) return false;
    note_line(one->start, one->indent);
  }
  if (reads.empty()) return false;
  // As Word does, the first line alone may be pushed in.
  const bool is_first = first.indent > rows_.all()[first.head].column + 2;
  note(is_first ? first.start + first.indent : *at, ragged_text).reads = std::move(reads);
  told_block_ = first.head + 1;
  return true;
}

void TornReader::look_for_key(const Row& here) {
  const Row& head = rows_.all()[here.head];
  if (told_block_ == here.head + 1 || head.name.empty()) return;
  const Kinds kinds = keys_.with(head.name);
  for (std::size_t colon = here.text.find(": ", here.indent); colon != here.text.npos;
       colon = here.text.find(": ", colon + 1)) {
    const std::size_t begin = begin_of_word(here, colon);
    const std::string_view name = here.text.substr(begin, colon - begin);
    const bool is_latin = !name.empty() && name[0] > 0;
    const bool at_start = begin == here.indent;
    const bool behind = at_start || here.text[begin - 1] < 0 ||
                        (here.text[begin - 1] == ' ' && begin > 1 && here.text[begin - 2] < 0);
    if (!behind || (keys_.with(name) & kinds) == 0) continue;
    if (!is_latin && (has_beside_head(name) || !is_behind_stop(here, begin))) continue;
    Diagnosis& found = note(here.start + begin, key_in_text);
    found.help = {key_out_of_text, {name, head.name}};
    told_block_ = here.head + 1;
    if (has_beside_head(name)) return;
    const std::size_t from = at_start ? here.start : here.start + begin;
    const std::string blanks(head.column, ' ');
    found.reads = {{from, here.start + begin - from, at_start ? blanks : "\n" + blanks}};
    return;
  }
}

bool TornReader::has_beside_head(std::string_view name) {
  const std::size_t at = std::exchange(at_, rows_.all()[at_].head);
  const bool has =
      rows_.all()[at_].name == name || rows_.has_beside(at_, name, rows_.all()[at_].column);
  at_ = at;
  return has;
}

std::size_t TornReader::begin_of_word(const Row& here, std::size_t end) const {
  std::size_t begin = end;
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  };
  while (begin > here.indent && is_letter(here.text[begin - 1])) --begin;
  if (begin < end) return begin;
  for (std::size_t at = here.indent; at < end; ++at) {
    const bool starts = at == here.indent || (here.text[at] & 0xC0) != 0x80;
    if (starts && keys_.with(here.text.substr(at, end - at)) != 0) return at;
  }
  return end;
}

bool TornReader::is_behind_stop(const Row& here, std::size_t begin) {
  const std::string_view before = here.text.substr(0, begin);
  return begin == here.indent || before.ends_with("。") || before.ends_with("；") ||
         before.ends_with("！") || before.ends_with(' ');
}

bool TornReader::look_at_fallen_text(const Row& here) {
  const Row* const before = row(-1);
  if (!before || here.text[here.indent] > 0 || !here.name.empty()) return false;
  // An indent of other blanks is told as one.
  const std::string_view content = here.text.substr(here.indent);
  if (content.starts_with(wide_blank) || content.starts_with("\u00A0")) return false;
  const bool opens = !before->in_block && !before->name.empty() && is_sign_of_block(before->rest());
  if (!opens && !before->in_block && !fallen_) return false;
  const Row& head = opens              ? *before
                    : before->in_block ? rows_.all()[before->head]
                                       : rows_.all()[*fallen_];
  // Among keys in English no other is in Chinese.
  const std::string_view name = content.substr(0, std::min(content.find("："), content.size()));
  const bool may_be_key = !head.name.empty() && head.name[0] < 0 && name.size() < content.size() &&
                          keys_.with(name) != 0;
  const bool is_first = !fallen_;
  fallen_ = static_cast<std::size_t>(&head - rows_.all().data());
  if (is_first) {
    Diagnosis& found = note(here.start + here.indent, may_be_key ? text_or_key : text_left_block);
    if (may_be_key) found.help = {align_or_colon, {name}};
  }
  found_.back().reads.push_back({here.start, here.indent, std::string(head.column + 2, ' ')});
  const Row* const next = row(1);
  const bool ends = !next || !next->name.empty() || next->is_item() || next->text[next->indent] > 0;
  if (ends) fallen_.reset();
  return true;
}

}  // namespace taizhang::yaml
