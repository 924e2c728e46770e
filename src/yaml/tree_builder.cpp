// SPDX-License-Identifier: MIT
#include "yaml/tree_builder.h"

#include <algorithm>

#include "base/text.h"
#include "yaml/diagnose.h"
#include "yaml/extent.h"
#include "yaml/lines.h"
#include "yaml/parse.h"

namespace taizhang::yaml {

namespace {

/// Whether a quoted text runs over a line that begins a key at the left margin: then its end was
/// forgotten, and the quote that closes it is another's.
bool swallows_key(std::string_view quoted) {
  for (std::size_t at = 0; (at = quoted.find('\n', at)) != quoted.npos;) {
    ++at;
    if (begins_key(quoted.substr(at, quoted.find('\n', at) - at))) return true;
  }
  return false;
}

bool is_block(std::string_view text, std::size_t at) {
  return at < text.size() && (text[at] == '|' || text[at] == '>');
}

/// Where the value itself begins: behind a tag and an anchor.
std::size_t behind_extras(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == '!' || text[at] == '&')) {
    at = std::min(text.find_first_of(" \n,[]{}", at), text.size());
    at = std::min(text.find_first_not_of(" \r\n", at), text.size());
  }
  return at;
}

std::size_t offset(const YAML::Mark& mark) {
  return static_cast<std::size_t>(std::max(mark.pos, 0));
}

}  // namespace

source::Span TreeBuilder::span(std::size_t begin, std::size_t size) const {
  begin = std::min(begin, text_.size());
  const std::size_t end = std::min(begin + size, text_.size());
  return {file_, clean_.original(begin + shift_), clean_.original(end + shift_)};
}

source::Span TreeBuilder::span_of_character(std::size_t at) const {
  return span(at, at < text_.size() ? base::character_size(text_, at) : 0);
}

std::optional<std::size_t> TreeBuilder::end_of_folded(std::size_t begin,
                                                      const std::string& value) const {
  const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  std::size_t at = begin;
  for (std::size_t i = 0; i < value.size();) {
    if (is_blank(value[i])) {
      while (i < value.size() && is_blank(value[i])) ++i;
      while (at < text_.size() && is_blank(text_[at])) ++at;
    } else if (at < text_.size() && text_[at] == value[i]) {
      ++at;
      ++i;
    } else {
      return std::nullopt;
    }
  }
  return at;
}

std::size_t TreeBuilder::scalar_size(std::size_t begin, const std::string& value,
                                     bool quoted) const {
  if (begin >= text_.size()) return 0;
  if (quoted && (text_[begin] == '"' || text_[begin] == '\'')) {
    const std::size_t size = quoted_size(text_, begin);
    if (size == 0 || swallows_key(text_.substr(begin, size))) throw Spoilt(begin);
    return size;
  }
  if (!quoted && text_.substr(begin, value.size()) == value) return value.size();
  // A block, or a plain scalar over several lines: its first line stands for it. A plain one has
  // that line in its value; no more is looked at, or a line of megabytes would be at each of them.
  return rest_of_line(quoted ? text_ : text_.substr(0, begin + value.size()), begin);
}

source::Span TreeBuilder::span_of_block(std::size_t at) const {
  const Extent lines = lines_of_block(text_, at);
  return span(lines.begin, lines.size);
}

void TreeBuilder::note_feature(std::size_t at, base::Bilingual name) {
  faults_.push_back({span_of_character(at), source::YamlFeature{name}});
}

void TreeBuilder::note_extras(std::size_t at, const std::string& tag, YAML::anchor_t anchor) {
  // yaml-cpp gives "?" to what is plain, "!" to what is quoted and "" to some collections; a "!"
  // that somebody wrote stands in the text.
  const bool written = tag == "!" && at < text_.size() && text_[at] == '!';
  if (written || (!tag.empty() && tag != "?" && tag != "!")) {
    note_feature(at, {"类型标签（!）", "a tag (!)"});
  }
  if (anchor != YAML::NullAnchor) note_feature(at, {"锚点（&）", "an anchor (&)"});
}

void TreeBuilder::OnDocumentStart(const YAML::Mark& mark) {
  // Before a sign such as a comma the parser begins one document after the other, for ever.
  if (mark.pos == document_at_) throw Spoilt(offset(mark));
  document_at_ = mark.pos;
  if (++documents_ == 1) return;
  // What goes on without a line of dashes or dots does not belong to what was read before it: a
  // last line without its colon. The parser takes it for a document of its own.
  const std::string_view before = text_.substr(0, offset(mark));
  const std::string_view rest = text_.substr(before.size());
  const std::string_view end = before.substr(0, before.find_last_not_of(" \r\n") + 1);
  if (!rest.starts_with("---") && !rest.starts_with('%') && !end.ends_with("...")) {
    throw Spoilt(offset(mark));
  }
  if (documents_ == 2) {
    note_feature(offset(mark), {"第二个文档（---）", "a second document (---)"});
    faults_.back().help = {
        {"一个文件只写一份内容：删去 --- 这一行；下面是另一份的，移到它自己的文件里",
         "a file has one content: delete the line of ---, or move what stands below it to a file "
         "of "
         "its own"},
        {}};
  }
}

void TreeBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const std::size_t at = offset(mark);
  take_room(at);
  note_extras(at, "", anchor);
  const bool in_list = !open_.empty() && open_.back().node.kind == NodeKind::list;
  const Extent place_of_it = place_of_null(text_, at, in_list && open_.back().node.flow);
  behind_ = std::max(behind_, at + null_size(text_, at));
  Node node(span(place_of_it.begin, place_of_it.size));
  if (anchor != YAML::NullAnchor) node.kind = NodeKind::lost;
  place(node, at);
}

void TreeBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t) {
  take_room(offset(mark));
  note_feature(offset(mark), {"别名引用（*）", "an alias (*)"});
  Node node(span(offset(mark), 1));
  node.kind = NodeKind::lost;
  place(node, offset(mark));
}

void TreeBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                           const std::string& value) {
  const std::size_t at = offset(mark);
  take_room(at);
  note_extras(at, tag, anchor);
  const std::size_t begin = behind_extras(text_, at);
  const bool marked =
      begin < text_.size() && std::string_view("\"'|>").find(text_[begin]) != text_.npos;
  const bool quoted = tag == "!" || (begin > at && marked);
  const std::size_t size = scalar_size(begin, value, quoted);
  Node node(span(begin, size));
  node.kind = NodeKind::scalar;
  const bool is_letter_by_letter = text_.substr(begin, value.size()) == value;
  node.text = is_letter_by_letter ? text_.substr(begin, value.size()) : memory_.keep(value);
  node.quoted = quoted;
  behind_ = begin + size;
  if (node.quoted) {
    const bool block = is_block(text_, begin);
    texts_.push_back(block ? span_of_block(begin) : node.at);
    if (block) node.cut = cut_behind_block(text_, lines_of_block(text_, begin));
    // Lines that are told to be wrong are read as remarks.
    if (const std::size_t sign = node.cut.find('#'); sign != node.cut.npos) {
      const auto at_sign = static_cast<std::size_t>(node.cut.data() - text_.data()) + sign;
      const source::Span written = span(at_sign, 1);
      if (written.begin == written.end) node.cut = {};
    }
    node.end = texts_.back().end;
  } else if (size == value.size()) {
    node.cut = cut_behind(text_, behind_);
  } else if (const auto end = end_of_folded(begin, value)) {
    behind_ = *end;
    node.end = span(*end, 0).end;
  }
  // A name with bytes of another encoding in it is not compared with anything.
  if (clean_.has_bad_bytes(node.at)) node.kind = NodeKind::lost;
  place(node, at);
}

void TreeBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string& tag,
                                  YAML::anchor_t anchor, YAML::EmitterStyle::value style) {
  note_extras(offset(mark), tag, anchor);
  open(offset(mark), NodeKind::list, style);
}

void TreeBuilder::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                             YAML::EmitterStyle::value style) {
  note_extras(offset(mark), tag, anchor);
  open(offset(mark), NodeKind::map, style);
}

void TreeBuilder::take_room(std::size_t at) {
  if (room_ == 0) throw TooMany(at);
  --room_;
}

void TreeBuilder::open(std::size_t at, NodeKind kind, YAML::EmitterStyle::value style) {
  take_room(at);
  if (open_.size() >= static_cast<std::size_t>(deepest_nesting)) throw TooDeep(at);
  Frame frame(span(at, 1));
  frame.node.kind = kind;
  frame.node.flow = style == YAML::EmitterStyle::Flow;
  behind_ = std::max(behind_, at + 1);
  open_.push_back(std::move(frame));
}

void TreeBuilder::close() {
  const Frame& frame = open_.back();
  Node node = frame.node;
  node.items = memory_.keep(std::span<const Node>(frame.items));
  node.pairs = memory_.keep(std::span<const Pair>(frame.pairs));
  open_.pop_back();
  if (!node.items.empty()) node.end = std::max(node.end, node.items.back().end);
  if (!node.pairs.empty()) {
    const Pair& last = node.pairs.back();
    node.end = std::max({node.end, last.key.end, last.value.end});
  }
  if (node.flow && !node.partial) {
    // The parser does not say where its closing bracket stands.
    std::size_t at = behind_;
    const char bracket = node.kind == NodeKind::list ? ']' : '}';
    while (at < text_.size() && text_[at] != bracket) {
      at = text_[at] == '#' ? std::min(text_.find('\n', at), text_.size()) : at + 1;
    }
    behind_ = std::min(at + 1, text_.size());
    node.end = std::max(node.end, span(behind_, 0).end);
  }
  place(node, 0);
}

bool TreeBuilder::is_key_alone(const Frame& frame, const Node& value) const {
  const Node& key = frame.key;
  if (value.kind != NodeKind::null || value.at.begin != value.at.end ||
      key.kind != NodeKind::scalar || key.quoted || frame.key_size != key.text.size()) {
    return false;
  }
  const std::size_t end = frame.key_at + frame.key_size;
  const std::size_t next = text_.find_first_not_of(frame.node.flow ? " \r\n" : " ", end);
  return next == text_.npos || text_[next] != ':';
}

void TreeBuilder::part(Frame& frame, Node& value) {
  constexpr std::string_view wide = "：";
  const std::string_view text = frame.key.text;
  const std::size_t wide_at = text.find(wide);
  const std::size_t colon = std::min(wide_at, text.find(':'));
  if (colon == text.npos || colon == 0) return;
  const std::size_t sign = colon == wide_at ? wide.size() : 1;
  std::size_t rest = colon + sign;
  while (rest < text.size() && (text[rest] == ' ' || text.substr(rest).starts_with(wide_blank))) {
    rest += text[rest] == ' ' ? 1 : wide_blank.size();
  }
  if (rest == text.size()) return;
  const std::size_t key_size = text.find_last_not_of(' ', colon - 1) + 1;
  faults_.push_back({span(frame.key_at, key_size), colon == wide_at ? wide_colon : no_blank});
  faults_.back().fix = {{span(frame.key_at + colon, rest - colon), ": "}};
  const auto scalar = [&](std::size_t from, std::size_t size) {
    Node node(span(frame.key_at + from, size));
    node.kind = NodeKind::scalar;
    node.text = text.substr(from, size);
    return node;
  };
  value = scalar(rest, text.size() - rest);
  // What stands between brackets is read once the colon is mended.
  if (value.text[0] == '[' || value.text[0] == '{') value.kind = NodeKind::lost;
  frame.key = scalar(0, key_size);
}

bool TreeBuilder::joins_number(Frame& frame) {
  if (!frame.node.flow || frame.pairs.empty()) return false;
  return join_number(text_, frame.key_at, frame.key, frame.pairs.back().value, memory_);
}

std::optional<source::Span> TreeBuilder::seen_before(Frame& frame) {
  constexpr std::size_t many = 32;
  const std::vector<Pair>& pairs = frame.pairs;
  if (pairs.size() < many) {
    for (const Pair& pair : pairs) {
      if (pair.key.text == frame.key.text) return pair.key.at;
    }
    return std::nullopt;
  }
  for (std::size_t i = frame.seen.size(); i < pairs.size(); ++i) {
    frame.seen.emplace(pairs[i].key.text, pairs[i].key.at);
  }
  const auto first = frame.seen.find(frame.key.text);
  if (first == frame.seen.end()) return std::nullopt;
  return first->second;
}

bool TreeBuilder::begins_item(const Frame& frame, source::Span first) const {
  const bool is_item = open_.size() > 1 && open_[open_.size() - 2].node.kind == NodeKind::list &&
                       !open_[open_.size() - 2].node.flow && !frame.node.flow;
  if (!is_item || first != frame.pairs.front().key.at) return false;
  // One key twice is one key too many; where the next one stands there as well, it is an item.
  const std::size_t next = text_.find('\n', frame.key_at);
  if (next == text_.npos) return false;
  const Line line = line_at(text_, next + 1);
  const std::size_t column = frame.key_at - line_at(text_, frame.key_at).start;
  const std::string_view name =
      line.text.substr(std::min(line.indent(), line.text.size()),
                       std::min(line.text.find(':'), line.text.size()) - line.indent());
  return line.indent() == column &&
         std::any_of(frame.pairs.begin(), frame.pairs.end(),
                     [&](const Pair& pair) { return pair.key.text == name; });
}

void TreeBuilder::begin_item(Frame& frame) {
  constexpr std::size_t dash = 2;
  faults_.push_back(
      {frame.key.at, source::SyntaxError{{"这一项前面少了“- ”", "this item lacks its dash"},
                                         {"在这一行补上“- ”，和上一项的短横线对齐",
                                          "put a dash and a blank here, in line with the item "
                                          "before"}}});
  const bool has_room = frame.key_at >= dash && text_.substr(frame.key_at - dash, dash) == "  ";
  if (has_room) faults_.back().fix = {{span(frame.key_at - dash, dash), "- "}};
  Node before = frame.node;
  before.pairs = memory_.keep(std::span<const Pair>(frame.pairs));
  const Pair& last = before.pairs.back();
  before.end = std::max({before.end, last.key.end, last.value.end});
  open_[open_.size() - 2].items.push_back(before);
  frame.pairs.clear();
  frame.seen.clear();
  frame.node = Node(frame.key.at);
  frame.node.kind = NodeKind::map;
}

void TreeBuilder::place(const Node& written, std::size_t at) {
  Node node = written;
  if (open_.empty()) {
    // That there is a second document has been reported; its keys are read all the same.
    root_.add(node, [](const Node&, const Node&) {});
    return;
  }
  Frame& frame = open_.back();
  if (frame.node.kind == NodeKind::list) {
    frame.items.push_back(node);
    return;
  }
  if (!frame.has_key) {
    frame.key_size = node.text.size();
    if (behind_ != at + frame.key_size) frame.key_size = 0;
    frame.key = node;
    frame.key_at = at;
    frame.has_key = true;
    return;
  }
  frame.has_key = false;
  // What a key with bytes of another encoding stands for nobody knows.
  if (clean_.has_bad_bytes(frame.key.at)) {
    has_lost_key_ = true;
    return;
  }
  if (is_key_alone(frame, node)) {
    if (joins_number(frame)) return;
    part(frame, node);
  }
  if (const auto first = seen_before(frame); first && begins_item(frame, *first)) {
    begin_item(frame);
  } else if (first) {
    faults_.push_back({frame.key.at, source::DuplicateKey{std::string(frame.key.text), *first}});
    // Of a line that stands twice with one list below, the list is read.
    const auto before = std::ranges::find(frame.pairs, frame.key.text,
                                          [](const Pair& pair) { return pair.key.text; });
    const bool is_empty = before != frame.pairs.end() && before->value.kind == NodeKind::null &&
                          before->value.at.begin == before->value.at.end;
    if (is_empty) *before = {frame.key, node};
    return;
  }
  frame.pairs.push_back({frame.key, node});
}

std::optional<std::size_t> TreeBuilder::unfinished_key() const {
  if (open_.empty() || !open_.front().has_key) return std::nullopt;
  return open_.front().key_at;
}

Node TreeBuilder::take_root() { return root_.root(); }

Node TreeBuilder::take_root_after_error(std::size_t error_at, bool nothing_sure) {
  if (!open_.empty() && !open_.back().pairs.empty()) {
    Node& last = open_.back().pairs.back().value;
    const std::size_t line = line_at(clean_.text(), error_at + shift_).start;
    const bool on_its_line = last.at.begin >= clean_.original(line);
    // A plain text that goes on over lines has swallowed what was meant as a key.
    const bool swallowed = last.kind == NodeKind::scalar && !last.quoted &&
                           last.at.end - last.at.begin < last.text.size();
    if (on_its_line || swallowed) last.kind = NodeKind::lost;
  }
  while (!open_.empty()) {
    Frame& frame = open_.back();
    frame.has_key = false;
    frame.node.partial = true;
    const bool value_of_top = open_.size() == 2;
    if (frame.node.flow || (nothing_sure && value_of_top)) frame.node.kind = NodeKind::lost;
    close();
  }
  return root_.root();
}

}  // namespace taizhang::yaml
