// SPDX-License-Identifier: MIT
#include <algorithm>
#include <initializer_list>

#include "load/advice_on_key.h"
#include "load/fault_notes.h"
#include "load/known_keys.h"
#include "yaml/diagnose.h"

namespace taizhang::load {

using yaml::NodeKind;

namespace {

/// Whether two nodes say the same.
bool is_same(const yaml::Node& one, const yaml::Node& other) {
  const auto pairs_are = [](const yaml::Pair& a, const yaml::Pair& b) {
    return a.key.text == b.key.text && is_same(a.value, b.value);
  };
  return one.kind == other.kind && one.text == other.text &&
         std::ranges::equal(one.items, other.items, is_same) &&
         std::ranges::equal(one.pairs, other.pairs, pairs_are);
}

}  // namespace

std::span<const yaml::Node> FaultNotes::put_under_keys(const Shape& shape,
                                                       std::span<const Node> items) {
  const auto may_lack_items = [](const Node& item) {
    return !item.pairs.empty() && is_nothing(item.pairs.back().value);
  };
  if (std::none_of(items.begin(), items.end(), may_lack_items)) return items;
  std::vector<Node>& kept = moved_items_.emplace_back();
  bool any = false;
  std::vector<yaml::Pair>* pairs = nullptr;  // our own of the last one that is kept …
  std::vector<Node>* under = nullptr;        // … and what stands under the last key of them
  for (const Node& item : items) {
    const yaml::Pair* const last =
        kept.empty() || kept.back().pairs.empty() ? nullptr : &kept.back().pairs.back();
    const bool goes_on = last && any && last->value.kind == NodeKind::list && last->value.partial;
    const bool begins = last && is_nothing(last->value);
    const auto field = begins || goes_on ? shape.field_of(last->key.text) : std::nullopt;
    const Shape* const inner = field ? shape.fields[*field].items : nullptr;
    if (!inner || WrittenKeys(*inner, item).count() <= WrittenKeys(shape, item).count()) {
      kept.push_back(item);
      pairs = nullptr;
      continue;
    }
    if (!pairs) {
      pairs = &moved_pairs_.emplace_back(kept.back().pairs.begin(), kept.back().pairs.end());
      under = &moved_items_.emplace_back(last->value.items.begin(), last->value.items.end());
      kept.back().pairs = *pairs;
    }
    Node& open = pairs->back().value;
    if (begins) {
      any = true;
      open.kind = NodeKind::list;
      open.partial = true;
      add(head_of(item),
          source::SyntaxError{
              {"这个列表没有缩进到上一行的键下面", "this list is not indented below its key"},
              {"把这个列表的各行向右移，短横线要比上一行的键更靠右",
               "move its lines to the right, so that the dashes stand further in than the key"}});
    }
    under->push_back(item);
    open.items = *under;
  }
  return any ? std::span<const Node>(kept) : items;
}

std::span<const yaml::Pair> FaultNotes::put_into_items(WrittenKeys& keys,
                                                       std::span<const yaml::Pair> pairs) {
  const Shape& shape = keys.shape;
  std::vector<yaml::Pair>* kept = nullptr;
  const auto lacks = [](const Node& item, std::string_view key) {
    return item.kind == NodeKind::map &&
           std::ranges::none_of(item.pairs, [&](const auto& pair) { return pair.key.text == key; });
  };
  for (std::size_t i = 1; i < pairs.size(); ++i) {
    const yaml::Pair moved = pairs[i];
    const Node& list = moved.value;
    if (keys.pairs[i] || list.kind != NodeKind::list || list.items.empty() ||
        list.items.front().kind != NodeKind::map) {
      continue;
    }
    for (std::size_t j = i; j-- > 0;) {
      const Shape* const outer = keys.pairs[j] ? shape.fields[*keys.pairs[j]].items : nullptr;
      const auto field = outer ? outer->field_of(moved.key.text) : std::nullopt;
      const Shape* const inner = field ? outer->fields[*field].items : nullptr;
      const Node& owners = pairs[j].value;
      if (!inner || owners.kind != NodeKind::list || owners.items.empty()) continue;
      const auto without = [&](const Node& item) { return lacks(item, moved.key.text); };
      const auto last = std::ssize(owners.items) - 1;
      const auto only = std::ranges::find_if(owners.items, without) - owners.items.begin();
      const bool is_sure = std::ranges::count_if(owners.items, without) == 1;
      const bool goes_on = j + 1 == i && without(owners.items.back());
      if (!is_sure && !goes_on) continue;
      if (!kept) {
        kept = &moved_pairs_.emplace_back(pairs.begin(), pairs.end());
        pairs = *kept;
      }
      // The items behind it, which stand as far to the right now, are of the list around.
      std::vector<Node>& around =
          moved_items_.emplace_back(owners.items.begin(), owners.items.end());
      std::vector<Node>& own = moved_items_.emplace_back();
      for (const Node& item : list.items) {
        const bool is_own = WrittenKeys(*inner, item).count() >= WrittenKeys(*outer, item).count();
        (is_own ? own : around).push_back(item);
      }
      Node& owner = around[static_cast<std::size_t>(goes_on ? last : only)];
      auto& owned = moved_pairs_.emplace_back(owner.pairs.begin(), owner.pairs.end());
      owned.push_back(moved);
      owned.back().value.items = own;
      owner.pairs = owned;
      (*kept)[j].value.items = around;
      field_ = {};
      add(moved.key.at, source::UnknownKey{std::string(moved.key.text), shape.name, {}});
      help(advice_on_key(moved.key.text, shape.name));
      kept->erase(kept->begin() + static_cast<std::ptrdiff_t>(i));
      keys.pairs.erase(keys.pairs.begin() + static_cast<std::ptrdiff_t>(i));
      pairs = *kept;
      --i;
      break;
    }
  }
  if (kept) keys.point_at(pairs);
  return pairs;
}

std::span<const yaml::Node> FaultNotes::up_to_lost_key(const WrittenKeys& around,
                                                       const Shape& shape,
                                                       std::span<const Node> items) {
  const auto knows_all = [](const Shape& of, const Node& item) {
    return item.kind == NodeKind::map && !item.partial && !item.pairs.empty() &&
           std::ranges::all_of(item.pairs, [&](const yaml::Pair& pair) {
             return of.field_of(pair.key.text).has_value();
           });
  };
  if (items.size() < 2 || knows_all(shape, items.back())) return items;
  for (std::size_t i = 0; i < around.fields.size(); ++i) {
    const FieldName& field = around.shape.fields[i];
    if (!field.items || around.fields[i].is_there()) continue;
    std::size_t first = items.size();
    while (first > 1 && knows_all(*field.items, items[first - 1]) &&
           !knows_all(shape, items[first - 1])) {
      --first;
    }
    if (first == items.size() || !knows_all(shape, items[first - 1])) continue;
    add(head_of(items[first]),
        source::SyntaxError{{"从这一项起，上面少了一行键", "the key above this item is missing"},
                            {"补上它们的键", "put back the line with their key"}});
    help({{"像是“{0}”的各项：在上面补上一行 {0}:", "these seem to be {0}: put a line {0}: above"},
          {field.key}});
    return items.subspan(0, first);
  }
  return items;
}

bool FaultNotes::is_row(const Node& item) {
  if (item.partial || (item.kind == NodeKind::scalar && item.text.empty())) return false;
  const auto is_cell = [](const Node& cell) { return cell.kind == NodeKind::scalar; };
  bool is_row = false;
  if (item.kind == NodeKind::list) {
    is_row = item.items.size() > 1 && std::ranges::all_of(item.items, is_cell);
  } else if (item.kind == NodeKind::map) {
    // {县科技局, government}
    is_row = item.flow && item.pairs.size() > 1 && std::ranges::all_of(item.pairs, [](auto& pair) {
               return is_nothing(pair.value) && !is_key_somewhere(pair.key.text) &&
                      pair.key.text.find_first_of("=;") == pair.key.text.npos;
             });
  } else if (item.kind == NodeKind::scalar && item.text.find("：") == item.text.npos) {
    const std::initializer_list<std::string_view> signs = {",", "，", "\t", "  ", "；", ";"};
    is_row = std::ranges::any_of(
        signs, [&](std::string_view sign) { return item.text.find(sign) != item.text.npos; });
  }
  if (is_row) add(item.at, yaml::pasted_row);
  return is_row;
}

std::span<const yaml::Node> FaultNotes::without_copies(std::span<const Node> items) {
  const auto begins_as = [](const Node& one, const Node& other) {
    if (one.kind != NodeKind::map || one.pairs.empty() || one.partial || other.partial ||
        one.pairs.size() > other.pairs.size()) {
      return false;
    }
    for (std::size_t i = 0; i < one.pairs.size(); ++i) {
      if (!is_same(one.pairs[i].key, other.pairs[i].key) ||
          !is_same(one.pairs[i].value, other.pairs[i].value)) {
        return false;
      }
    }
    return true;
  };
  const auto note = [&](const Node& copy, const Node& first, std::size_t count) {
    add(head_of(copy), source::DuplicateKey{std::string(key_->text), head_of(first)});
    help({{"重复的有 {0} 条：是粘贴了两遍的，留一遍；是另外的，改成它自己的内容",
           "entries that stand twice: {0}; keep one of each if they were pasted twice, else write "
           "what is theirs"},
          {static_cast<long long>(count)}});
  };
  const std::size_t half = items.size() / 2;
  const bool all = items.size() > 3 && items.size() % 2 == 0 &&
                   std::equal(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(half),
                              items.begin() + static_cast<std::ptrdiff_t>(half), is_same);
  if (all) {
    note(items[half], items[0], half);
    return items.subspan(0, half);
  }
  const auto goes_on = std::adjacent_find(items.begin(), items.end(), begins_as);
  if (goes_on == items.end()) return items;
  std::vector<Node>& kept = moved_items_.emplace_back();
  for (std::size_t i = 0; i < items.size(); ++i) {
    // Of a first line that stands twice the longer item stays.
    const bool is_copy = i + 1 < items.size() && begins_as(items[i], items[i + 1]);
    if (is_copy) {
      note(items[i + 1], items[i], 1);
    } else {
      kept.push_back(items[i]);
    }
  }
  return kept;
}

}  // namespace taizhang::load
