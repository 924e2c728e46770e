// SPDX-License-Identifier: MIT
#include "yaml/tree_builder.h"

#include <algorithm>

#include "yaml/parse.h"

namespace taizhang::yaml {

using source::FaultKind;

namespace {

/// The length of a quoted scalar that begins at `begin`, both quotes included.
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
  return text.size() - begin;
}

/// The length of the null that `text` begins with; 0 where it begins with something else.
std::size_t null_size(std::string_view text) {
  for (std::string_view null : {"null", "Null", "NULL", "~"}) {
    const bool ends = text.size() <= null.size() ||
                      std::string_view(" ,}]\r\n#").find(text[null.size()]) != std::string_view::npos;
    if (text.starts_with(null) && ends) return null.size();
  }
  return 0;
}

std::size_t rest_of_line(std::string_view text, std::size_t begin) {
  std::size_t end = std::min(text.find('\n', begin), text.size());
  while (end > begin && (text[end - 1] == '\r' || text[end - 1] == ' ')) --end;
  return end - begin;
}

}  // namespace

source::Span TreeBuilder::span(const YAML::Mark& mark, std::size_t size) const {
  const std::size_t begin = std::min(static_cast<std::size_t>(std::max(mark.pos, 0)), text_.size());
  return {file_, static_cast<std::uint32_t>(begin + shift_),
          static_cast<std::uint32_t>(std::min(begin + size, text_.size()) + shift_)};
}

std::size_t TreeBuilder::scalar_size(std::size_t begin, const std::string& value,
                                     bool quoted) const {
  if (begin >= text_.size()) return 0;
  if (text_[begin] == '"' || text_[begin] == '\'') return quoted_size(text_, begin);
  if (!quoted && text_.substr(begin, value.size()) == value) return value.size();
  // A block, or a plain scalar over several lines: its first line stands for it.
  return rest_of_line(text_, begin);
}

void TreeBuilder::feature(const YAML::Mark& mark, base::Bilingual name) {
  faults_.push_back({FaultKind::yaml_feature, span(mark, 1), {name}, {}});
}

void TreeBuilder::note_extras(const YAML::Mark& mark, const std::string& tag,
                              YAML::anchor_t anchor) {
  // yaml-cpp gives "?" to what is plain, "!" to what is quoted and "" to some collections.
  if (!tag.empty() && tag != "?" && tag != "!") feature(mark, {"类型标签（!）", "a tag (!)"});
  if (anchor != YAML::NullAnchor) feature(mark, {"锚点（&）", "an anchor (&)"});
}

void TreeBuilder::OnDocumentStart(const YAML::Mark& mark) {
  if (++documents_ == 2) feature(mark, {"第二个文档（---）", "a second document (---)"});
}

void TreeBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  note_extras(mark, "", anchor);
  Node node;
  // A written null has a size; for no value at all the mark is that of whatever comes next.
  node.at = span(mark, 0);
  node.at = span(mark, null_size(text_.substr(node.at.begin - shift_)));
  place(std::move(node));
}

void TreeBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t) {
  feature(mark, {"别名引用（*）", "an alias (*)"});
  Node node;
  node.kind = NodeKind::lost;
  node.at = span(mark, 1);
  place(std::move(node));
}

void TreeBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                           const std::string& value) {
  note_extras(mark, tag, anchor);
  Node node;
  node.kind = NodeKind::scalar;
  node.text = value;
  node.quoted = tag == "!";
  node.at = span(mark, 0);
  const std::size_t begin = node.at.begin - shift_;
  node.at = span(mark, scalar_size(begin, value, node.quoted));
  place(std::move(node));
}

void TreeBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string& tag,
                                  YAML::anchor_t anchor, YAML::EmitterStyle::value) {
  note_extras(mark, tag, anchor);
  open(mark, NodeKind::list);
}

void TreeBuilder::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                             YAML::EmitterStyle::value) {
  note_extras(mark, tag, anchor);
  open(mark, NodeKind::map);
}

void TreeBuilder::open(const YAML::Mark& mark, NodeKind kind) {
  if (open_.size() >= static_cast<std::size_t>(deepest_nesting)) {
    throw TooDeep(static_cast<std::size_t>(std::max(mark.pos, 0)));
  }
  Frame frame;
  frame.node.kind = kind;
  frame.node.at = span(mark, 1);
  open_.push_back(std::move(frame));
}

void TreeBuilder::close() {
  Node node = std::move(open_.back().node);
  open_.pop_back();
  place(std::move(node));
}

void TreeBuilder::place(Node node) {
  if (open_.empty()) {
    if (documents_ <= 1) root_ = std::move(node);
    return;
  }
  Frame& frame = open_.back();
  if (frame.node.kind == NodeKind::list) {
    frame.node.items.push_back(std::move(node));
    return;
  }
  if (!frame.has_key) {
    frame.key = std::move(node);
    frame.has_key = true;
    return;
  }
  frame.has_key = false;
  const auto same = [&](const Pair& pair) { return pair.key.text == frame.key.text; };
  const auto& pairs = frame.node.pairs;
  const auto first = std::find_if(pairs.begin(), pairs.end(), same);
  if (first != pairs.end()) {
    faults_.push_back({FaultKind::duplicate_key, frame.key.at, {frame.key.text}, first->key.at});
    return;
  }
  frame.node.pairs.push_back({std::move(frame.key), std::move(node)});
}

std::optional<std::size_t> TreeBuilder::unfinished_key() const {
  if (open_.empty() || !open_.front().has_key) return std::nullopt;
  return open_.front().key.at.begin - shift_;
}

Node TreeBuilder::take_root() {
  while (!open_.empty()) {
    // Only after an error: what is open is closed around what it holds.
    open_.back().has_key = false;
    close();
  }
  return std::move(root_);
}

}  // namespace taizhang::yaml
