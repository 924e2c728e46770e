// SPDX-License-Identifier: MIT
//
// A file is taken apart from its first byte to its last: what the tree holds goes into entries, and
// of what lies between two of them only the remarks and the empty lines stay, for the entry that
// they stand beside, above or below.
#include "command/fmt/outline.h"

#include <algorithm>

#include "base/text.h"
#include "edit/value.h"
#include "yaml/otherwise.h"

namespace taizhang::command {

namespace {

using Shape = OutlineValue::Shape;
using yaml::Node;
using yaml::NodeKind;

/// Only digits, signs and points: nothing that YAML needs quotes for.
bool is_number_or_day(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789.-") == text.npos &&
         text.find_first_of("0123456789") != text.npos;
}

class Taker {
 public:
  Taker(std::string_view text, std::optional<base::Language> words) : text_(text), words_(words) {}

  Outline take(const Node& root, const load::EntityKeys& entity) {
    Outline outline;
    outline.root = collection(root, Stand(entity));
    std::vector<OutlineEntry>& entries = outline.root.entries;
    split(gap(text_.size()), &entries.back().below, 1, outline.end);
    std::swap(outline.start, entries.front().above);
    put_in_order(outline.root);
    return outline;
  }

 private:
  struct Gap {
    std::string beside;
    std::vector<OutlineRemark> lines;
    std::size_t column = 0;  ///< of the line on which the next thing begins
  };

  std::size_t column_of(std::size_t at) const { return at - (text_.substr(0, at).rfind('\n') + 1); }

  /// What lies between the last thing that was taken and `begin`.
  Gap gap(std::size_t begin) {
    Gap found;
    std::string_view between = text_.substr(pos_, std::max(begin, pos_) - pos_);
    for (bool is_first = true; !between.empty() || is_first; is_first = false) {
      const std::size_t size = std::min(between.find('\n'), between.size());
      std::string_view line = between.substr(0, size);
      const bool is_last = size == between.size();
      between.remove_prefix(std::min(size + 1, between.size()));
      if (line.ends_with('\r')) line.remove_suffix(1);
      const std::size_t sign = line.find('#');
      const std::size_t mark = line.find_first_not_of(" \t");
      if (is_last && !is_first) found.column = std::min(mark, line.size());
      if (sign != line.npos) {
        std::string remark(base::trimmed(line.substr(sign)));
        if (is_first)
          found.beside = std::move(remark);
        else
          found.lines.push_back({std::move(remark), sign});
      } else if (mark == line.npos && !is_first && !is_last) {
        found.lines.push_back({{}, 0});
      }
      if (is_last) break;
    }
    pos_ = std::max(begin, pos_);
    return found;
  }

  /// Hand out what lies in `gap`: beside the last line, `below` what stands further in than
  /// `column`, and `above` the next entry.
  void split(Gap gap, std::vector<OutlineRemark>* below, std::size_t column,
             std::vector<OutlineRemark>& above) {
    if (!gap.beside.empty()) {
      if (beside_ && beside_->empty())
        *beside_ = gap.beside;
      else
        above.push_back({gap.beside, 0});
    }
    auto next = gap.lines.begin();
    if (below) {
      const auto stands_out = std::find_if(next, gap.lines.end(), [&](const OutlineRemark& line) {
        return !line.text.empty() && line.column < column;
      });
      auto last = stands_out;
      while (last != next && std::prev(last)->text.empty()) --last;
      below->insert(below->end(), next, last);
      next = last;
    }
    above.insert(above.end(), next, gap.lines.end());
  }

  /// The map or list `node`, which is what `stand` says.
  OutlineValue collection(const Node& node, const Stand& stand) {
    OutlineValue value;
    const bool is_map = node.kind == NodeKind::map;
    value.shape = is_map ? Shape::map : Shape::list;
    value.entries.resize(is_map ? node.pairs.size() : node.items.size());
    std::size_t rank = 0;
    for (std::size_t i = 0; i < value.entries.size(); ++i) {
      OutlineEntry& entry = value.entries[i];
      const Node& first = is_map ? node.pairs[i].key : node.items[i];
      Gap before = gap(first.at.begin);
      const std::size_t column = is_map ? column_of(first.at.begin) : before.column;
      std::vector<OutlineRemark>* const below =
          i == 0 || node.flow ? nullptr : &value.entries[i - 1].below;
      split(std::move(before), below, column + 1, entry.above);
      if (!is_map) {
        beside_ = nullptr;
        entry.value = value_of(first, stand, column, entry);
        continue;
      }
      const Node& held = node.pairs[i].value;
      rank = stand.rank(first.text).value_or(rank);
      entry.rank = rank;
      entry.key = edit::scalar(stand.key_name(first.text, words_));
      pos_ = first.end;
      beside_ = &entry.beside;
      if (is_collection(held)) take_remark_of_key(held, entry);
      entry.value = value_of(held, stand.under(first.text), column, entry);
    }
    if (node.flow) split(gap(node.end), nullptr, 0, value.entries.back().below);
    return value;
  }

  static bool is_collection(const Node& node) {
    return (node.kind == NodeKind::map && !node.pairs.empty()) ||
           (node.kind == NodeKind::list && !node.items.empty());
  }

  /// Keys come in the order of their entity, unknown ones behind the one before them.
  static void put_in_order(OutlineValue& value) {
    std::stable_sort(value.entries.begin(), value.entries.end(),
                     [](const OutlineEntry& a, const OutlineEntry& b) { return a.rank < b.rank; });
    for (OutlineEntry& entry : value.entries) put_in_order(entry.value);
  }

  /// The remark behind `key:` or `key: {`, where the value goes on below it.
  void take_remark_of_key(const Node& held, OutlineEntry& entry) {
    const Node& first = held.kind == NodeKind::map ? held.pairs.front().key : held.items.front();
    const std::size_t line_end = std::min(text_.find('\n', pos_), text_.size());
    if (line_end >= first.at.begin) return;
    entry.beside = gap(line_end).beside;
  }

  /// The value of `entry`, which stands in a map or list that begins in `column`.
  OutlineValue value_of(const Node& node, const Stand& stand, std::size_t column,
                        OutlineEntry& entry) {
    const std::string_view raw = raw_of(node);
    const bool is_one_line = raw.find('\n') == raw.npos;
    if (is_collection(node) && !(node.flow && is_one_line)) {
      OutlineValue value = collection(node, stand);
      // What stands behind its last bracket is said of all of it.
      if (node.flow && !entry.key.empty()) beside_ = &entry.beside;
      return value;
    }
    beside_ = &entry.beside;
    if (raw.empty()) return {};
    split(gap(node.at.begin), nullptr, 0, entry.above);
    pos_ = node.end;
    if (is_one_line) return {Shape::line, on_line(node, stand), {}, 0, {}};
    return over_lines(raw, column);
  }

  /// Empty for a null that is not written.
  std::string_view raw_of(const Node& node) const {
    if (node.kind == NodeKind::null && node.at.begin >= node.at.end) return {};
    return text_.substr(node.at.begin, node.end - node.at.begin);
  }

  /// A scalar or what stands between brackets, as it stands on one line.
  std::string on_line(const Node& node, const Stand& stand) const {
    if (is_collection(node)) return between_brackets(node, stand);
    const std::string raw(raw_of(node));
    if (node.kind != NodeKind::scalar) return raw;
    if (const auto word = words_ ? stand.word(node.text, *words_) : std::nullopt) {
      return std::string(*word);
    }
    if (!node.quoted) return raw;
    if (!stand.is_text() && is_number_or_day(node.text)) return std::string(node.text);
    const std::string written = edit::scalar(std::string(node.text));
    const bool loses_quotes = written == node.text;
    return loses_quotes && yaml::read_otherwise(node.text) ? raw : written;
  }

  std::string between_brackets(const Node& node, const Stand& stand) const {
    const bool is_map = node.kind == NodeKind::map;
    std::vector<std::pair<std::size_t, std::string>> parts;
    std::size_t rank = 0;
    for (const Node& item : node.items) parts.emplace_back(0, on_line(item, stand));
    for (const yaml::Pair& pair : node.pairs) {
      rank = stand.rank(pair.key.text).value_or(rank);
      const std::string held = on_line(pair.value, stand.under(pair.key.text));
      parts.emplace_back(rank, edit::scalar(stand.key_name(pair.key.text, words_)) +
                                   (held.empty() ? ":" : ": ") + held);
    }
    std::stable_sort(parts.begin(), parts.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::string text;
    for (const auto& [_, part] : parts) text += (text.empty() ? "" : ", ") + part;
    return is_map ? "{" + text + "}" : "[" + text + "]";
  }

  /// A scalar over several lines; of a block the empty lines at its end are no part of it unless
  /// it says so.
  OutlineValue over_lines(std::string_view raw, std::size_t column) {
    OutlineValue value{Shape::lines, {}, {}, 0, {}};
    if (raw.ends_with('\n')) {
      raw.remove_suffix(1);
      --pos_;
    }
    std::vector<std::string_view> lines = base::split(raw, '\n');
    for (std::string_view& line : lines) {
      if (line.ends_with('\r')) line.remove_suffix(1);
    }
    value.text = std::string(base::trimmed(lines.front()));
    const bool is_block = value.is_block();
    std::size_t indent = 0;
    if (is_block) {
      const std::size_t digit =
          value.text.substr(0, value.text.find('#')).find_first_of("123456789");
      if (digit != std::string::npos) {
        value.extra_indent = static_cast<std::size_t>(value.text[digit] - '0');
        indent = column + value.extra_indent;
      } else {
        const auto first = std::find_if(lines.begin() + 1, lines.end(), [](std::string_view line) {
          return line.find_first_not_of(' ') != line.npos;
        });
        indent = first == lines.end() ? 0 : first->find_first_not_of(' ');
      }
    }
    for (auto line = lines.begin() + 1; line != lines.end(); ++line) {
      const std::size_t text_at = line->find_first_not_of(' ');
      if (text_at == line->npos) {
        value.further.emplace_back(is_block && line->size() > indent ? line->substr(indent)
                                                                     : std::string_view());
      } else {
        value.further.emplace_back(line->substr(is_block ? std::min(indent, text_at) : text_at));
      }
    }
    while (is_block && !value.keeps_end() && !value.further.empty() &&
           value.further.back().empty()) {
      value.further.pop_back();
      pos_ = text_.rfind('\n', pos_ - 1);
    }
    return value;
  }

  std::string_view text_;
  std::optional<base::Language> words_;
  std::size_t pos_ = 0;            ///< how far the file has been taken
  std::string* beside_ = nullptr;  ///< of the entry that ends the last line that was taken
};

}  // namespace

Outline outline_of(std::string_view text, const yaml::Document& document,
                   const load::EntityKeys& entity, std::optional<base::Language> words) {
  return Taker(text, words).take(document.root, entity);
}

}  // namespace taizhang::command
