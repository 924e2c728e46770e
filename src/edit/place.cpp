// SPDX-License-Identifier: MIT
#include "edit/place.h"

#include <algorithm>

#include "yaml/parse.h"

namespace taizhang::edit {

using source::Edit;
using yaml::Node;
using yaml::NodeKind;
using yaml::Pair;

namespace {

const Pair* find_pair(const Node& map, std::string_view key) {
  const auto found = std::find_if(map.pairs.begin(), map.pairs.end(),
                                  [&](const Pair& pair) { return pair.key.text == key; });
  return found == map.pairs.end() ? nullptr : &*found;
}

std::uint32_t end_of(const Pair& pair) { return std::max(pair.key.end, pair.value.end); }

/// Whether there is nothing at all, not even a written null.
bool is_empty(const Node& value) {
  return value.kind == NodeKind::null && value.at.begin == value.at.end;
}

/// How most lines of a text end.
std::string line_end_of(const std::string& text) {
  std::ptrdiff_t of_windows = 0;
  for (std::size_t at = text.find("\r\n"); at != text.npos; at = text.find("\r\n", at + 1))
    ++of_windows;
  return 2 * of_windows > std::ranges::count(text, '\n') ? "\r\n" : "\n";
}

}  // namespace

Places::Places(const std::string& text, std::uint32_t file)
    : text_(text), document_(yaml::parse(text, file)), line_end_(line_end_of(text)) {}

Edit Places::edit(std::size_t begin, std::size_t end, std::string text) const {
  return {
      {document_.root.at.file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
      std::move(text)};
}

const Node* Places::find(const Path& path) const {
  const Node* node = &document_.root;
  if (!document_.whole) return nullptr;
  for (const Step& step : path) {
    if (const auto* key = std::get_if<std::string>(&step)) {
      const Pair* pair = find_pair(*node, *key);
      node = pair ? &pair->value : nullptr;
    } else {
      const std::size_t index = std::get<std::size_t>(step);
      node = index < node->items.size() ? &node->items[index] : nullptr;
    }
    if (!node) return nullptr;
  }
  return node;
}

std::optional<Path> Places::path_to(source::Span at) const {
  if (!document_.whole) return std::nullopt;
  Path path;
  const Node* node = &document_.root;
  const auto holds = [&](const Node& one) {
    return one.at.begin <= at.begin && at.begin < one.end;
  };
  const auto begins = [&](const Node& one) {
    if (one.kind != NodeKind::map) return false;
    return one.at.begin == at.begin ||
           (!one.pairs.empty() && one.pairs.front().key.at.begin == at.begin);
  };
  while (!begins(*node)) {
    const Node* inner = nullptr;
    for (std::size_t i = 0; i < node->items.size() && !inner; ++i) {
      if (!holds(node->items[i])) continue;
      inner = &node->items[i];
      path.emplace_back(i);
    }
    for (std::size_t i = 0; i < node->pairs.size() && !inner; ++i) {
      if (!holds(node->pairs[i].value)) continue;
      inner = &node->pairs[i].value;
      path.emplace_back(std::string(node->pairs[i].key.text));
    }
    if (!inner) return std::nullopt;
    node = inner;
  }
  return path;
}

base::Language Places::spelling() const {
  const auto& pairs = document_.root.pairs;
  const bool latin = pairs.empty() || pairs.front().key.text.empty() ||
                     static_cast<unsigned char>(pairs.front().key.text[0]) < 0x80;
  return latin ? base::Language::en : base::Language::zh;
}

std::string Places::spelled(const Path& path, base::Bilingual key) const {
  const Node* map = find(path);
  for (const std::string_view one : {key.en, key.zh}) {
    if (map && find_pair(*map, one)) return std::string(one);
  }
  return std::string(key.in(spelling()));
}

std::size_t Places::line_start(std::size_t at) const {
  const std::size_t newline = at == 0 ? text_.npos : text_.rfind('\n', at - 1);
  return newline == text_.npos ? 0 : newline + 1;
}

std::size_t Places::next_line(std::size_t end) const {
  if (end > 0 && text_[end - 1] == '\n') return end;
  const std::size_t newline = text_.find('\n', end);
  return newline == text_.npos ? text_.size() : newline + 1;
}

Edit Places::lines_behind(std::size_t end, const std::string& lines) const {
  const std::size_t at = next_line(end);
  const bool ended = at == 0 || text_[at - 1] == '\n';
  if (ended) return edit(at, at, lines);
  return edit(at, at, line_end_ + lines.substr(0, lines.size() - line_end_.size()));
}

std::size_t Places::behind_colon(const Node& key) const {
  return std::min(text_.find(':', key.end), text_.size() - 1) + 1;
}

Places::Edits Places::begin_between_brackets(const Node& collection,
                                             const std::string& text) const {
  const std::size_t begin = collection.at.begin + 1;
  const std::size_t bracket = collection.end - 1;
  const std::size_t start = line_start(bracket);
  if (start <= begin) return {{edit(begin, bracket, text)}};
  // Remarks and line ends stay: what is new has the line before the closing bracket.
  const std::string lead(column(bracket) + 2, ' ');
  return {{edit(start, start, lead + text + line_end_)}};
}

Places::Edits Places::add_between_brackets(const Node& collection, const std::string& text,
                                           std::size_t behind) const {
  const bool is_list = collection.kind == NodeKind::list;
  const std::size_t count = is_list ? collection.items.size() : collection.pairs.size();
  if (count == 0) return begin_between_brackets(collection, text);
  const auto begin_of = [&](std::size_t i) -> std::size_t {
    return is_list ? collection.items[i].at.begin : collection.pairs[i].key.at.begin;
  };
  if (behind == 0) return {{edit(begin_of(0), begin_of(0), text + ", ")}};
  const std::size_t last =
      is_list ? collection.items[behind - 1].end : end_of(collection.pairs[behind - 1]);
  // Where each stands on a line of its own, so does the new one.
  const std::size_t start = line_start(begin_of(0));
  const bool on_lines = start > collection.at.begin;
  const std::size_t next = text_.find_first_not_of(" \t\r\n", last);
  const bool comma = next != text_.npos && text_[next] == ',';
  if (!comma && behind < count) return {{edit(begin_of(behind), begin_of(behind), text + ", ")}};
  const std::size_t end = comma ? next + 1 : last;
  // A remark on the line stays with what it stands behind.
  const std::size_t rest = text_.find_first_not_of(" \t", end);
  if (rest != text_.npos && text_[rest] == '#') {
    const std::string lead =
        on_lines ? text_.substr(start, begin_of(0) - start) : std::string(column(begin_of(0)), ' ');
    const std::size_t line = next_line(end);
    const Edit added = edit(line, line, lead + text + (comma ? "," : "") + line_end_);
    if (comma) return {{added}};
    return {{edit(last, last, ","), added}};
  }
  const std::string between =
      on_lines ? line_end_ + text_.substr(start, begin_of(0) - start) : std::string(" ");
  if (!comma) return {{edit(last, last, "," + between + text)}};
  return {{edit(end, end, between + text + (on_lines || behind < count ? "," : ""))}};
}

Places::Edits Places::add_to_lines(const Node& list, const std::vector<Value>& items,
                                   bool compact) const {
  const Node& last = list.items.back();
  // The list begins with its first dash; a remark may stand between a dash and its entry.
  if (text_[list.at.begin] != '-') return std::nullopt;
  const std::string lead(column(list.at.begin), ' ');
  std::string lines;
  for (const Value& item : items) {
    const bool as_lines =
        !compact && last.kind == NodeKind::map && !last.flow && item.kind == Value::Kind::map;
    lines += lead + "- " +
             (as_lines ? on_lines(item, lead.size() + 2, line_end_) : on_one_line(item)) +
             line_end_;
  }
  return {{lines_behind(list.end, lines)}};
}

Places::Edits Places::add_lines(const Path& path, const std::string& key,
                                const std::vector<Value>& items, bool compact) const {
  const Node* map = find(path);
  const Pair* pair = map && map->kind == NodeKind::map ? find_pair(*map, key) : nullptr;
  if (!pair || pair->value.kind != NodeKind::list || pair->value.flow) return std::nullopt;
  return add_to_lines(pair->value, items, compact);
}

Places::Edits Places::new_pair(const Node& map, const std::string& key, const std::string& value,
                               const std::vector<std::string_view>& order) const {
  const std::string pair = scalar(key) + ":" + value;
  if (!map.flow && map.pairs.empty()) return std::nullopt;
  // Behind the last of those that come before it.
  const auto place = std::find(order.begin(), order.end(), key);
  std::size_t behind = place == order.end() ? map.pairs.size() : 0;
  for (std::size_t i = behind; i < map.pairs.size(); ++i) {
    if (std::find(order.begin(), place, map.pairs[i].key.text) != place) behind = i + 1;
  }
  if (map.flow) return add_between_brackets(map, pair, behind);
  const std::size_t first = map.pairs.front().key.at.begin;
  const std::string lead(column(first), ' ');
  if (behind == 0) return {{edit(first, first, pair + line_end_ + lead)}};
  return {{lines_behind(end_of(map.pairs[behind - 1]), lead + pair + line_end_)}};
}

Places::Edits Places::add(const Path& path, const std::string& key, const Value& item,
                          const std::vector<std::string_view>& order, bool compact) const {
  const Node* map = find(path);
  if (!map || map->kind != NodeKind::map) return std::nullopt;
  const Pair* pair = find_pair(*map, key);
  const std::string one_line = on_one_line(item);
  const std::size_t lead = map->pairs.empty() ? 0 : column(map->pairs.front().key.at.begin) + 2;
  const std::string line = std::string(lead, ' ') + "- " + one_line + line_end_;
  if (!pair) {
    const std::string bracketed = " [" + one_line + "]";
    if (map->flow) return new_pair(*map, key, bracketed, order);
    const Edits made =
        new_pair(*map, key, line_end_ + line.substr(0, line.size() - line_end_.size()), order);
    // Behind a last line without its end, which for git is new as well, the entry has no line of
    // its own.
    const bool ended = text_.empty() || text_.back() == '\n';
    const bool at_end = made && made->front().at.begin == text_.size();
    return at_end && !ended ? new_pair(*map, key, bracketed, order) : made;
  }
  const Node& list = pair->value;
  if (is_empty(list)) {
    const std::size_t colon = behind_colon(pair->key);
    if (map->flow) return {{edit(colon, colon, " [" + one_line + "]")}};
    return {{lines_behind(colon, line)}};
  }
  if (list.kind == NodeKind::null) return {{edit(list.at.begin, list.end, "[" + one_line + "]")}};
  if (list.kind != NodeKind::list) return std::nullopt;
  return list.flow ? add_between_brackets(list, one_line, list.items.size())
                   : add_to_lines(list, {item}, compact);
}

Places::Edits Places::set(const Path& path, const std::string& key, const Value& value,
                          const std::vector<std::string_view>& order) const {
  const Node* map = find(path);
  if (!map || map->kind != NodeKind::map) return std::nullopt;
  const Pair* pair = find_pair(*map, key);
  const std::string written = on_one_line(value);
  if (!pair) return new_pair(*map, key, " " + written, order);
  const Node& old = pair->value;
  const std::size_t colon = behind_colon(pair->key);
  if (is_empty(old)) return {{edit(colon, colon, " " + written)}};
  const bool on_its_line = old.kind == NodeKind::scalar || old.kind == NodeKind::null || old.flow;
  const bool ends_line = old.end > 0 && text_[old.end - 1] == '\n';
  if (!on_its_line || ends_line) {
    // A block or a list below its key: the lines go, what stands behind the colon stays out of it.
    return {{edit(colon, old.end, " " + written + (ends_line ? line_end_ : ""))}};
  }
  const char quote = text_[old.at.begin];
  const bool fits = written.find_first_of("\"'\\") == written.npos;
  if (old.quoted && fits && (quote == '"' || quote == '\'') && value.kind == Value::Kind::scalar) {
    return {{edit(old.at.begin + 1, old.end - 1, written)}};
  }
  return {{edit(old.at.begin, old.end, written)}};
}

Places::Edits Places::remove_from(const Node& collection, std::size_t index) const {
  const bool is_list = collection.kind == NodeKind::list;
  const std::size_t count = is_list ? collection.items.size() : collection.pairs.size();
  if (index >= count) return std::nullopt;
  const auto begin_of = [&](std::size_t i) -> std::size_t {
    return is_list ? collection.items[i].at.begin : collection.pairs[i].key.at.begin;
  };
  const auto end_at = [&](std::size_t i) -> std::size_t {
    return is_list ? collection.items[i].end : end_of(collection.pairs[i]);
  };
  if (collection.flow) {
    if (index + 1 < count) return {{edit(begin_of(index), begin_of(index + 1), "")}};
    return {{edit(index == 0 ? begin_of(index) : end_at(index - 1), end_at(index), "")}};
  }
  if (count == 1) return std::nullopt;
  const std::size_t start = line_start(begin_of(index));
  const std::size_t head = text_.find_first_not_of(' ', start);
  const bool first_of_line = is_list ? text_[head] == '-' : head == begin_of(index);
  // The first key of an entry stands behind its dash, which stays.
  if (!first_of_line || (is_list && text_.find('-', head + 1) < begin_of(index))) {
    return index + 1 < count ? Edits{{edit(begin_of(index), begin_of(index + 1), "")}}
                             : std::nullopt;
  }
  return {{edit(start, next_line(end_at(index)), "")}};
}

Places::Edits Places::remove(const Path& path) const {
  if (path.empty()) return std::nullopt;
  const Path above(path.begin(), path.end() - 1);
  const Node* collection = find(above);
  if (!collection) return std::nullopt;
  if (const auto* index = std::get_if<std::size_t>(&path.back())) {
    if (collection->kind != NodeKind::list) return std::nullopt;
    const bool only = collection->items.size() == 1 && !collection->flow && !above.empty();
    const auto* key = only ? std::get_if<std::string>(&above.back()) : nullptr;
    if (!key || *index != 0) return remove_from(*collection, *index);
    // A list below its key never is without items: it gets brackets.
    const Node* map = find(Path(above.begin(), above.end() - 1));
    return {{edit(behind_colon(find_pair(*map, *key)->key), collection->end, " []")}};
  }
  const auto& key = std::get<std::string>(path.back());
  for (std::size_t i = 0; i < collection->pairs.size(); ++i) {
    if (collection->pairs[i].key.text == key) return remove_from(*collection, i);
  }
  return std::nullopt;
}

}  // namespace taizhang::edit
