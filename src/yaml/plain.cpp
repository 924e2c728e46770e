// SPDX-License-Identifier: MIT
//
// YAML is large, and what task files use of it is small. yaml-cpp reads all of YAML, five million
// bytes a second; nearly all of that time goes into asking of each byte which of forty things might
// begin there. This reader knows a dozen of them, goes over the bytes once and is done. yaml-cpp
// stays the authority: of each text this reader gives the very tree that comes out of yaml-cpp, or
// it declines, and then yaml-cpp reads it. It declines as soon as it is in doubt; that costs the
// time up to there and never a figure.
//
// What it reads:
//
//   key: plain text            a map whose keys stand in one column
//   "quoted": 'text'           quotes, plain texts too, over lines
//   list: [a, {b: c}]          brackets and braces, over lines too
//   text: |                    blocks, `>` as well, with - or + behind the sign or without
//   - item                     lists, with their items on the line of the dash or below it
//   # remark                   with a blank before it
//
// What it declines:
//
//   * whatever a parser must not see (`Survey::clean`) and line ends of Windows; tabs that stand in
//     no text and in no remark;
//   * `%` at the left margin; `---` but for a line of it before all else, `...` but for one behind;
//   * anchors, aliases, tags, keys with `?`, keys longer than a line should be;
//   * blocks with a number, with blanks alone on a line at their top, and those without a text; in
//     folded ones (`>`) an empty line at the top, a line that is indented further, and a `+`;
//   * of quotes those that close at the beginning of a line or go on at the left margin, and
//   escapes
//     other than \\ \" \/ \n \t \e \uXXXX;
//   * between brackets: plain texts over lines, empty items, pairs in a list, keys without a colon
//     (but for the end of a number, `1,500`), `?`, and brackets in a plain text;
//   * a remark without a blank before it;
//   * a key that stands twice, and a written null as a key;
//   * more nesting and more values than are read of a file;
//   * all that is an error: a line that fits no column, a colon out of place, an open bracket.
//
// Nodes are put together on two stacks, one of items and one of pairs, and when a list or a map
// ends, its part of the stack goes into the memory of the document in one piece.
#include "yaml/plain.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_set>

#include "yaml/extent.h"
#include "yaml/parse.h"

namespace taizhang::yaml {

namespace {

/// Longer ones are no keys for yaml-cpp.
constexpr std::size_t longest_key = 1000;

/// Among fewer keys each is looked at to find one that stands twice.
constexpr std::size_t many_keys = 32;

constexpr auto table_of(std::string_view signs) {
  std::array<bool, 256> table{};
  for (const char sign : signs) table[static_cast<unsigned char>(sign)] = true;
  return table;
}

/// Signs with which no plain text begins that is read here.
constexpr auto begins_no_text = table_of(",[]{}#&*!|>'\"%@`?: \t\n");
/// Signs with which a plain text may end, within brackets and outside of them.
constexpr auto may_end = table_of(":# \t\n");
constexpr auto may_end_in_brackets = table_of(":# \t\n,?[]{}");

bool is_in(const std::array<bool, 256>& table, char sign) {
  return table[static_cast<unsigned char>(sign)];
}

class PlainReader {
 public:
  PlainReader(std::string_view text, std::uint32_t file, Memory& memory)
      : text_(text), file_(file), memory_(memory) {
    items_.reserve(32);
    pairs_.reserve(64);
  }

  bool read(Node& root) {
    // Three dots may stand behind all, and three dashes before it.
    const std::string_view all = text_.substr(0, text_.find_last_not_of('\n') + 1);
    const bool has_end = all.ends_with("\n...");
    if (has_end) text_ = all.substr(0, all.size() - 3);
    if (!begin_line() || !skip()) return false;
    const bool has_mark = text_.substr(at_).starts_with("---\n") && at_ == line_;
    if (has_mark) at_ += 3;
    begun_ = true;
    if (has_mark && !skip()) return false;
    if (is_at_end()) return !has_mark && !has_end;
    return block_node(root) && is_at_end();
  }

  std::vector<source::Span> take_texts() { return std::move(texts_); }

 private:
  // All of these say whether they could read what stands at `at_`. Those that read a node outside
  // of brackets leave `at_` at what comes behind it, on whatever line.

  // -- the text ----------------------------------------------------------------------------------

  bool is_at_end() const { return at_ == text_.size(); }
  /// The byte at that distance; behind the end a line end.
  char peek(std::size_t distance = 0) const {
    return at_ + distance < text_.size() ? text_[at_ + distance] : '\n';
  }
  bool is_blank(std::size_t distance) const {
    const char sign = peek(distance);
    return sign == ' ' || sign == '\n' || sign == '\t';
  }
  bool is_dash() const { return peek() == '-' && is_blank(1); }
  /// Of a place behind the end one to the left of all others.
  int column() const { return is_at_end() ? -1 : static_cast<int>(at_ - line_); }

  source::Span span(std::size_t begin, std::size_t size) const {
    return {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + size)};
  }

  /// Begin the line at `at_`.
  bool begin_line() {
    line_ = at_;
    const std::string_view rest = text_.substr(at_, 3);
    const bool is_first = !begun_ && text_.substr(at_).starts_with("---\n");
    return (rest != "---" || is_first) && rest != "..." && !rest.starts_with('%');
  }

  void skip_blanks() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }

  /// Go on to the next thing that is neither blank nor remark.
  bool skip() {
    for (;;) {
      skip_blanks();
      if (is_at_end()) return true;
      if (peek() == '#') {
        if (at_ > line_ && text_[at_ - 1] != ' ') return false;
        at_ = std::min(text_.find('\n', at_), text_.size());
      } else if (peek() == '\n') {
        ++at_;
        if (!begin_line()) return false;
      } else {
        return true;
      }
    }
  }

  /// Go on to the next line that holds something; nothing more may stand on this one.
  bool end_of_line() {
    skip_blanks();
    return (peek() == '\n' || peek() == '#') && skip();
  }

  // -- nodes -------------------------------------------------------------------------------------

  bool count() { return ++values_ <= most_values; }

  bool open(Node& node, NodeKind kind, bool flow) {
    node = Node(span(at_, 1));
    node.kind = kind;
    node.flow = flow;
    return count() && ++depth_ <= deepest_nesting;
  }

  void close_list(Node& list, std::size_t first) {
    const std::span<const Node> items(items_);
    list.items = memory_.keep(items.subspan(first));
    items_.erase(items_.begin() + static_cast<std::ptrdiff_t>(first), items_.end());
    if (!list.items.empty()) list.end = std::max(list.end, list.items.back().end);
    --depth_;
  }

  bool close_map(Node& map, std::size_t first) {
    const std::span<const Pair> pairs(pairs_);
    map.pairs = memory_.keep(pairs.subspan(first));
    pairs_.erase(pairs_.begin() + static_cast<std::ptrdiff_t>(first), pairs_.end());
    if (!map.pairs.empty()) {
      const Pair& last = map.pairs.back();
      map.end = std::max({map.end, last.key.end, last.value.end});
    }
    --depth_;
    return map.pairs.size() < many_keys || keys_differ(map.pairs);
  }

  static bool keys_differ(std::span<const Pair> pairs) {
    std::unordered_set<std::string_view> keys;
    return std::all_of(pairs.begin(), pairs.end(),
                       [&](const Pair& pair) { return keys.insert(pair.key.text).second; });
  }

  /// Whether the map that begins at `first` of the stack has no such key. One with many is looked
  /// through when it ends.
  bool is_new(std::size_t first, std::string_view key) const {
    if (pairs_.size() - first >= many_keys) return true;
    return std::none_of(pairs_.begin() + static_cast<std::ptrdiff_t>(first), pairs_.end(),
                        [&](const Pair& pair) { return pair.key.text == key; });
  }

  bool nothing(Node& node) {
    const Extent place = place_of_null(text_, at_, false);
    node = Node(span(place.begin, place.size));
    return count();
  }

  // -- scalars -----------------------------------------------------------------------------------

  /// Go on to the sign with which a plain text, or its part on this line, ends.
  bool scan_plain(const std::array<bool, 256>& ends) {
    const bool in_brackets = &ends == &may_end_in_brackets;
    for (;; ++at_) {
      const char sign = peek();
      if (!is_in(ends, sign)) continue;
      if (sign == '\n') return true;
      if ((sign == ' ' || sign == '\t') && peek(1) != '#') continue;
      if (sign == '#') continue;
      if (sign == ':' && !is_blank(1) &&
          !(in_brackets && (peek(1) == ',' || peek(1) == ']' || peek(1) == '}'))) {
        continue;
      }
      return sign != '?' && sign != '[' && sign != '{';
    }
  }

  std::string_view without_blanks(std::size_t begin) const {
    const std::string_view part = text_.substr(begin, at_ - begin);
    return part.substr(0, part.find_last_not_of(" \t") + 1);
  }

  bool begins_plain(const std::array<bool, 256>& ends) const {
    if (is_in(begins_no_text, peek())) return false;
    return peek() != '-' ||
           !(is_blank(1) || (&ends == &may_end_in_brackets && is_in(ends, peek(1))));
  }

  /// The part of a plain text on this line.
  bool plain(Node& node, const std::array<bool, 256>& ends) {
    const std::size_t begin = at_;
    if (!begins_plain(ends) || !scan_plain(ends)) return false;
    const std::string_view text = without_blanks(begin);
    node = Node(span(begin, text.size()));
    const char first = text[0];
    const bool is_null = (first == '~' || first == 'n' || first == 'N') &&
                         (text == "~" || text == "null" || text == "Null" || text == "NULL");
    if (is_null && null_size(text_, begin) != text.size()) return false;
    if (!is_null) {
      node.kind = NodeKind::scalar;
      node.text = text;
      if (peek() == ' ' || peek() == '\t') node.cut = cut_behind(text_, begin + text.size());
    }
    return count();
  }

  /// How a text goes on behind the end of its line, at which `at_` stands.
  enum class Next { goes_on, ends, in_doubt };

  /// Go on to the next line of a text, which stands to the right of the column `parent`; in
  /// `joint` what takes the place of the line end and of empty lines.
  Next next_line(int parent, std::string& joint) {
    std::size_t empty = 0;
    for (std::size_t at = at_; at < text_.size();) {
      const std::size_t line = at + 1;
      at = std::min(text_.find_first_not_of(' ', line), text_.size());
      if (at == text_.size()) break;
      if (text_[at] == '\n') {
        ++empty;
        continue;
      }
      if (text_[at] == '\t') return Next::in_doubt;
      if (static_cast<int>(at - line) <= parent) break;
      at_ = line;
      if (!begin_line()) return Next::in_doubt;
      at_ = at;
      joint = empty == 0 ? std::string(" ") : std::string(empty, '\n');
      return Next::goes_on;
    }
    return Next::ends;
  }

  /// Go on with the plain text `node` on the lines below it, as far as it reaches.
  bool fold(Node& node, int parent) {
    std::string folded;
    std::string joint;
    while (peek() == '\n') {
      const std::size_t line_end = at_;
      const std::size_t line = line_;
      const Next next = next_line(parent, joint);
      if (next == Next::in_doubt) return false;
      if (next == Next::ends) break;
      if (peek() == '#') {
        at_ = line_end;
        line_ = line;
        break;
      }
      if (folded.empty()) {
        const std::size_t behind = node.at.end;
        const bool has_tab = text_.substr(behind, line_end - behind).find('\t') != text_.npos;
        if (node.kind != NodeKind::scalar || has_tab) return false;
        folded = node.text;
      }
      const std::size_t begin = at_;
      if (!scan_plain(may_end) || peek() == ':') return false;
      const std::string_view part = without_blanks(begin);
      folded.append(joint).append(part);
      node.end = static_cast<std::uint32_t>(begin + part.size());
    }
    if (folded.empty()) return true;
    // A text over lines has its first line for its place.
    const std::size_t begin = node.at.begin;
    node.at = span(begin, rest_of_line(text_.substr(0, begin + folded.size()), begin));
    node.text = memory_.keep(folded);
    return true;
  }

  bool plain_value(Node& node, int parent) { return plain(node, may_end) && fold(node, parent); }

  bool quoted(Node& node) {
    const std::size_t begin = at_;
    const char quote = peek();
    std::string read;
    std::string joint;
    std::size_t from = begin + 1;  // of what is not yet in `read`
    for (++at_;; ++at_) {
      const char sign = peek();
      if (sign == '\n') {
        read += without_blanks(from);
        if (next_line(0, joint) != Next::goes_on || peek() == quote) return false;
        read += joint;
        from = at_--;
      } else if (sign == quote && quote == '\'' && peek(1) == quote) {
        read.append(text_, from, at_ - from).append(1, quote);
        from = ++at_ + 1;
      } else if (sign == quote) {
        break;
      } else if (sign == '\\' && quote == '"') {
        read.append(text_, from, at_ - from);
        if (!unescape(read)) return false;
        from = at_ + 1;
      }
    }
    const std::string_view rest = text_.substr(from, at_ - from);
    ++at_;
    node = Node(span(begin, at_ - begin));
    node.kind = NodeKind::scalar;
    node.quoted = true;
    node.text = from == begin + 1 ? rest : memory_.keep(read.append(rest));
    texts_.push_back(node.at);
    return count();
  }

  /// Add what the escape at `at_` stands for, and go to its last sign.
  bool unescape(std::string& read) {
    constexpr std::string_view escapes = "\"\\/nte";
    constexpr std::string_view meant = "\"\\/\n\t\x1B";
    const char sign = peek(1);
    ++at_;
    if (const std::size_t which = escapes.find(sign); which != escapes.npos) {
      read += meant[which];
      return true;
    }
    constexpr std::size_t digits = 4;
    const std::string_view code = text_.substr(std::min(at_ + 1, text_.size()), digits);
    std::uint32_t point = 0;
    const auto [end, error] = std::from_chars(code.data(), code.data() + code.size(), point, 16);
    if (sign != 'u' || error != std::errc() || end != code.data() + digits) return false;
    // Halves of a character stand for nothing.
    if (point < 0x80 || (point >= 0xD800 && point <= 0xDFFF)) return false;
    const auto append = [&](std::uint32_t byte) { read += static_cast<char>(byte); };
    if (point < 0x800) {
      append(0xC0 | (point >> 6));
    } else {
      append(0xE0 | (point >> 12));
      append(0x80 | ((point >> 6) & 0x3F));
    }
    append(0x80 | (point & 0x3F));
    at_ += digits;
    return true;
  }

  /// A block (`|` or `>`) below what stands in column `parent`.
  bool block(Node& node, int parent) {
    const std::size_t begin = at_;
    const bool folds = peek() == '>';
    const char chomp = peek(1) == '-' || peek(1) == '+' ? peek(1) : '\0';
    if (folds && chomp == '+') return false;
    at_ += chomp == '\0' ? 1 : 2;
    skip_blanks();
    if (peek() == '#' && text_[at_ - 1] != ' ') return false;
    if (peek() != '\n' && peek() != '#') return false;
    at_ = text_.find('\n', at_);
    if (at_ == text_.npos) return false;
    const std::size_t indent = indent_of_block(++at_);
    if (indent == 0 || static_cast<int>(indent) <= parent) return false;
    if (folds && peek() == '\n') return false;
    std::string lines;
    std::size_t empty = 0;  // lines since the last one that is not
    while (!is_at_end()) {
      const std::size_t end = std::min(text_.find('\n', at_), text_.size());
      const std::string_view line = text_.substr(at_, end - at_);
      const std::size_t blanks = std::min(line.find_first_not_of(' '), line.size());
      const bool is_empty = blanks == line.size();
      const bool is_last = end == text_.size();
      if (!is_empty && blanks < indent) break;
      if (is_empty && !line.empty() && is_last) return false;
      const std::string_view content = line.substr(std::min(indent, line.size()));
      if (folds && !content.empty()) {
        if (content[0] == ' ' || content[0] == '\t') return false;
        // The line end before it is there already.
        if (!lines.empty() && empty == 0) lines.back() = ' ';
        if (empty > 1) lines.append(empty - 1, '\n');
      }
      empty = content.empty() ? empty + 1 : 0;
      lines += content;
      if (!is_last && !(folds && content.empty())) lines += '\n';
      at_ = is_last ? end : end + 1;
    }
    const std::size_t behind = lines.find_last_not_of('\n') + 1;
    if (behind == 0) return false;
    if (chomp == '-') lines.resize(behind);
    if (chomp == '\0') lines.resize(std::min(behind + 1, lines.size()));
    node = Node(span(begin, rest_of_line(text_, begin)));
    node.kind = NodeKind::scalar;
    node.quoted = true;
    node.text = memory_.keep(lines);
    const Extent place = lines_of_block(text_, begin);
    texts_.push_back(span(place.begin, std::min(place.size, text_.size() - place.begin)));
    node.end = texts_.back().end;
    node.cut = cut_behind_block(text_, place);
    return count() && begin_line() && skip();
  }

  /// How far the block is indented whose first line begins at `start`; 0 where that is in doubt.
  std::size_t indent_of_block(std::size_t start) const {
    while (start < text_.size() && text_[start] == '\n') ++start;
    const std::size_t text = std::min(text_.find_first_not_of(' ', start), text_.size());
    if (text == text_.size() || text_[text] == '\n' || text_[text] == '\t') return 0;
    return text - start;
  }

  // -- between brackets --------------------------------------------------------------------------

  bool flow(Node& node) {
    if (peek() == '[') return flow_list(node);
    if (peek() == '{') return flow_map(node);
    if (peek() == '"' || peek() == '\'') return quoted(node);
    return plain(node, may_end_in_brackets);
  }

  /// Whether the bracket is closed, or an item follows in `is_item`.
  bool next_item(char bracket, bool is_first, bool& is_item) {
    if (!skip() || is_at_end()) return false;
    if (!is_first && peek() == ',') {
      ++at_;
      if (!skip() || is_at_end()) return false;
    } else if (!is_first && peek() != bracket) {
      return false;
    }
    is_item = peek() != bracket;
    if (!is_item) ++at_;
    return true;
  }

  bool flow_list(Node& list) {
    const std::size_t first = items_.size();
    if (!open(list, NodeKind::list, true)) return false;
    ++at_;
    for (bool is_item = true;;) {
      if (!next_item(']', items_.size() == first, is_item)) return false;
      if (!is_item) break;
      Node item(list.at);
      if (!flow(item)) return false;
      items_.push_back(item);
    }
    close_list(list, first);
    list.end = static_cast<std::uint32_t>(at_);
    return true;
  }

  bool flow_map(Node& map) {
    const std::size_t first = pairs_.size();
    if (!open(map, NodeKind::map, true)) return false;
    ++at_;
    for (bool is_item = true;;) {
      if (!next_item('}', pairs_.size() == first, is_item)) return false;
      if (!is_item) break;
      Pair pair{map, map};
      if (!key(pair.key, may_end_in_brackets)) return false;
      skip_blanks();
      if (peek() != ':') {
        if (!joins_number(pair, first)) return false;
        continue;
      }
      if (!is_new(first, pair.key.text) || !colon(pair.key) || !skip() || is_at_end()) return false;
      const bool is_nothing = peek() == ',' || peek() == '}';
      if (!(is_nothing ? nothing(pair.value) : flow(pair.value))) return false;
      pairs_.push_back(pair);
    }
    if (!close_map(map, first)) return false;
    map.end = static_cast<std::uint32_t>(at_);
    return true;
  }

  /// Whether a key without a colon is the end of the number before it: the 500 of `value: 1,500`.
  bool joins_number(Pair& pair, std::size_t first) {
    if ((peek() != ',' && peek() != '}') || pairs_.size() == first || !nothing(pair.value)) {
      return false;
    }
    return pair.value.kind == NodeKind::null && pair.value.at.begin == pair.value.at.end &&
           !pair.key.quoted &&
           join_number(text_, pair.key.at.begin, pair.key, pairs_.back().value, memory_);
  }

  bool key(Node& key, const std::array<bool, 256>& ends) {
    const std::size_t line = line_;
    const bool is_quoted = peek() == '"' || peek() == '\'';
    return (is_quoted ? quoted(key) : plain(key, ends)) && key.kind == NodeKind::scalar &&
           line == line_;
  }

  /// Take the colon behind a key.
  bool colon(const Node& key) {
    skip_blanks();
    const std::string_view between = text_.substr(key.at.end, at_ - key.at.end);
    if (peek() != ':' || at_ - key.at.begin > longest_key || between.find('\t') != text_.npos) {
      return false;
    }
    ++at_;
    return true;
  }

  // -- lines -------------------------------------------------------------------------------------

  /// The node that begins here, on its own line or behind a dash.
  bool block_node(Node& node) { return block_node(node, -1); }

  bool block_node(Node& node, int parent) {
    if (is_dash()) return block_list(node);
    const char sign = peek();
    if (sign == '[' || sign == '{') return flow(node) && end_of_line();
    if (sign == '|' || sign == '>') return block(node, parent);
    const int here = column();
    const std::size_t line = line_;
    const bool is_quoted = sign == '"' || sign == '\'';
    if (!(is_quoted ? quoted(node) : plain(node, may_end))) return false;
    if (is_quoted) skip_blanks();
    if (peek() == ':') {
      const Node key = node;
      return line == line_ && block_map(node, key, here);
    }
    return (is_quoted || fold(node, parent)) && end_of_line();
  }

  /// A map in the column `here`, whose first key has been read.
  bool block_map(Node& map, const Node& first_key, int here) {
    const std::size_t first = pairs_.size();
    map = Node(span(first_key.at.begin, 1));
    map.kind = NodeKind::map;
    if (!count() || ++depth_ > deepest_nesting) return false;
    Pair pair{first_key, map};
    for (;;) {
      if (pair.key.kind != NodeKind::scalar || !is_new(first, pair.key.text) || !colon(pair.key) ||
          !is_blank(0) || !block_value(pair.value, here)) {
        return false;
      }
      pairs_.push_back(pair);
      if (column() < here) break;
      if (column() > here || is_dash()) return false;
      if (!key(pair.key, may_end)) return false;
    }
    return close_map(map, first);
  }

  /// The value behind the colon of a key in the column `here`.
  bool block_value(Node& value, int here) {
    skip_blanks();
    const char sign = peek();
    if (sign == '\n' || sign == '#') {
      if (!skip()) return false;
      if (is_dash() && column() >= here) return block_list(value);
      return column() > here ? block_node(value, here) : nothing(value);
    }
    if (sign == '[' || sign == '{') return flow(value) && end_of_line();
    if (sign == '|' || sign == '>') return block(value, here);
    const bool is_quoted = sign == '"' || sign == '\'';
    return (is_quoted ? quoted(value) : plain_value(value, here)) && end_of_line();
  }

  bool block_list(Node& list) {
    const std::size_t first = items_.size();
    const int here = column();
    if (!open(list, NodeKind::list, false)) return false;
    do {
      Node item(list.at);
      ++at_;
      skip_blanks();
      if (peek() == '\n' || peek() == '#') {
        if (!skip()) return false;
        if (!(column() > here ? block_node(item, here) : nothing(item))) return false;
      } else if (!block_node(item, here)) {
        return false;
      }
      items_.push_back(item);
      if (column() > here) return false;
    } while (column() == here && is_dash());
    close_list(list, first);
    return true;
  }

  std::string_view text_;
  std::uint32_t file_;
  Memory& memory_;
  std::size_t at_ = 0;
  std::size_t line_ = 0;  ///< where the line begins that holds `at_`
  bool begun_ = false;    ///< something has been found in the text
  int depth_ = 0;
  std::size_t values_ = 0;
  std::vector<Node> items_;
  std::vector<Pair> pairs_;
  std::vector<source::Span> texts_;
};

}  // namespace

std::optional<PlainTree> read_plain(std::string_view text, std::uint32_t file, Memory& memory) {
  PlainTree tree{Node(source::start_of(file)), {}};
  PlainReader reader(text, file, memory);
  if (!reader.read(tree.root)) return std::nullopt;
  tree.texts = reader.take_texts();
  return tree;
}

}  // namespace taizhang::yaml
