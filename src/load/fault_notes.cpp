// SPDX-License-Identifier: MIT
#include "load/fault_notes.h"

#include <algorithm>

#include "base/decimal.h"
#include "base/look_alike.h"
#include "base/suggest.h"
#include "base/text.h"
#include "load/advice.h"
#include "load/advice_on_key.h"
#include "load/entities.h"
#include "load/known_keys.h"
#include "load/mend.h"
#include "model/query.h"
#include "yaml/diagnose.h"
#include "yaml/lines.h"
#include "yaml/otherwise.h"

namespace taizhang::load {

using yaml::NodeKind;

namespace {

constexpr base::Bilingual a_list{"列表", "a list"};
constexpr base::Bilingual a_map{"键值表", "a map of keys"};

/// Whether nothing at all stands there.
bool is_nothing(const yaml::Node& node) {
  return node.kind == NodeKind::null && node.at.begin == node.at.end;
}

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

std::optional<std::size_t> Shape::field_of(std::string_view key, std::size_t likely) const {
  const auto is_at = [&](std::size_t i) { return fields[i].key == key || fields[i].zh == key; };
  for (std::size_t i = likely; i < fields.size(); ++i) {
    if (is_at(i)) return i;
  }
  for (const model::Renamed& former : renamed) {
    if (former.before == key) key = former.now;
  }
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (is_at(i)) return i;
  }
  return std::nullopt;
}

WrittenKeys::WrittenKeys(const Shape& of, const yaml::Node& map) : shape(of) {
  fields.resize(of.fields.size());
  pairs.reserve(map.pairs.size());
  std::size_t next = 0;
  for (const yaml::Pair& pair : map.pairs) {
    const auto field = pairs.emplace_back(shape.field_of(pair.key.text, next));
    if (field) next = *field + 1;
  }
  point_at(map.pairs);
}

void WrittenKeys::point_at(std::span<const yaml::Pair> written) {
  std::ranges::fill(fields, Field());
  for (std::size_t i = 0; i < written.size(); ++i) {
    if (pairs[i] && !fields[*pairs[i]].key) fields[*pairs[i]].key = &written[i].key;
  }
}

std::size_t WrittenKeys::count() const {
  return static_cast<std::size_t>(
      std::ranges::count_if(fields, [](const Field& one) { return one.key != nullptr; }));
}

std::vector<std::string_view> WrittenKeys::absent() const {
  std::vector<std::string_view> absent;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (!fields[i].key) absent.insert(absent.end(), {shape.fields[i].key, shape.fields[i].zh});
  }
  return absent;
}

void FaultNotes::leave_copied_texts() {
  std::sort(copied_.begin(), copied_.end(),
            [](const Copied& a, const Copied& b) { return a.begin < b.begin; });
  for (source::Fault& fault : faults_) {
    const bool is_blank = fault.is<source::Blanks>();
    const bool is_sign = fault.is<source::LookAlike>() || fault.is<source::InvisibleCharacter>();
    if (!is_blank && !is_sign) continue;
    const auto next =
        std::upper_bound(copied_.begin(), copied_.end(), fault.at.begin,
                         [](std::uint32_t at, const Copied& one) { return at < one.begin; });
    if (next == copied_.begin()) continue;
    const Copied& text = *std::prev(next);
    if (text.end > fault.at.begin && (is_blank || text.to_the_letter)) fault.fix.clear();
  }
}

void FaultNotes::leave_misplaced_keys() {
  std::vector<std::string> unknown;
  for (const source::Fault& fault : faults_) {
    const auto* what = std::get_if<source::UnknownKey>(&fault.what);
    if (what && !what->near) unknown.push_back(what->key);
    const auto* twice = std::get_if<source::DuplicateKey>(&fault.what);
    if (twice) unknown.push_back(twice->key);
  }
  if (unknown.empty()) return;
  std::erase_if(faults_, [&](const source::Fault& fault) {
    const auto* what = std::get_if<source::MissingKey>(&fault.what);
    return what && std::ranges::any_of(unknown, [&](const std::string& key) {
             return key == what->key || key == what->zh;
           });
  });
}

bool FaultNotes::is_of_other_file(const Node& root, const Shape& own) {
  const auto count = [&](const auto& has) {
    return std::ranges::count_if(root.pairs, [&](const auto& pair) { return has(pair.key.text); });
  };
  const auto known = count([&](std::string_view key) { return own.field_of(key).has_value(); });
  if (known > 2 || std::ssize(root.pairs) < 2) return false;
  const EntityKeys* other = nullptr;
  auto most = known;
  for (const EntityKeys* one : entities()) {
    if (one->file.empty() || one->title.en == own.name.en) continue;
    const auto keys = count([&](std::string_view key) { return one->find(key) != nullptr; });
    if (keys > most) {
      most = keys;
      other = one;
    }
  }
  if (!other || most < known + (known > 1 ? 2 : 1)) return false;
  add(head_of(root), source::WrongFile{own.name, own.name, other->title});
  help({{"内容放错了文件：这是{0}的内容，移到{1}",
         "this is the content of another file: move it to {1} ({0})"},
        {other->title, other->file}});
  return true;
}

void FaultNotes::begin(const Node& key, const FieldName& field) {
  key_ = &key;
  field_ = field.key;
  is_required_ = field.required;
}

std::optional<yaml::Pair> FaultNotes::without_colon(const yaml::Pair& pair) {
  const Node& key = pair.key;
  const std::size_t blank = key.text.find(' ');
  const bool alone =
      is_nothing(pair.value) && !key.quoted && key.at.end - key.at.begin == key.text.size();
  if (!alone || blank == key.text.npos) return std::nullopt;
  const auto part = [&](std::size_t from, std::size_t to) {
    const auto at = [&](std::size_t offset) {
      return key.at.begin + static_cast<std::uint32_t>(offset);
    };
    Node node({key.at.file, at(from), at(to)});
    node.kind = NodeKind::scalar;
    node.text = key.text.substr(from, to - from);
    return node;
  };
  yaml::Pair meant{part(0, blank), part(key.text.find_first_not_of(' ', blank), key.text.size())};
  // What stands between brackets is read once the colon is there.
  const char first = meant.value.text[0];
  if (first == '[' || first == '{') meant.value.kind = NodeKind::lost;
  return meant;
}

void FaultNotes::note_colon(const Node& key) {
  const std::uint32_t behind = key.at.end;
  add(key.at, yaml::no_colon, {{{key.at.file, behind, behind}, ":"}});
}

bool FaultNotes::note_fallen_key(const Node& key, base::Bilingual entity) {
  if (fallen_ && fallen_ == key_) return true;
  const source::Fault* const last = faults_.empty() ? nullptr : &faults_.back();
  const auto* empty = last ? std::get_if<source::EmptyValue>(&last->what) : nullptr;
  const bool wants_more = empty && (empty->wanted.en == a_map.en || empty->wanted.en == a_list.en);
  if (!wants_more || !key_ || last->at.begin != key_->at.begin) return false;
  fallen_ = key_;
  faults_.pop_back();
  add(key.at, source::UnknownKey{std::string(key.text), entity, {}});
  help({{"是“{0}”下面的就缩进到它下面，比它多两格",
         "indent it by two blanks more than “{0}” if it stands below that"},
        {key_->text}});
  return true;
}

void FaultNotes::unknown_key(const yaml::Pair& pair, bool in_braces,
                             const std::vector<std::string_view>& absent, WrittenKeys& keys) {
  const Node& key = pair.key;
  const auto is_slip = [&](std::string_view one) { return base::is_one_slip(key.text, one); };
  // `by=县水务局`, `valid {to`: the key is there, its colon is not.
  const std::string_view word = word_of(key.text);
  const auto meant =
      word.size() < key.text.size() ? keys.shape.field_of(word) : std::optional<std::size_t>();
  const bool is_without_colon = meant && !keys.fields[*meant].is_there();
  std::vector<std::string> near;
  if (!is_without_colon) near = base::neighbours(key.text, absent);
  if (near.empty() && !is_without_colon) {
    // `di` for `id`, 板快 for 板块: of a name so short more than a third may differ.
    for (const std::string_view one : absent) {
      const bool is_short =
          base::code_points(one).size() == 2 && base::code_points(key.text).size() == 2;
      if (is_short && is_slip(one)) near.emplace_back(one);
    }
    if (near.size() > 1) near.clear();
  }
  const auto nearest = near.empty() ? std::nullopt : std::optional(near.front());
  // A key that stands in the wrong place is no slip of a letter, but for `section` with a list.
  const auto is_one_of_several = [&] {
    const bool differ_by_s = key.text == *nearest + "s" || *nearest == std::string(key.text) + "s";
    const FieldName& field = keys.shape.fields[*keys.shape.field_of(*nearest)];
    return differ_by_s && (field.items != nullptr) == (pair.value.kind == NodeKind::list);
  };
  const bool is_sure = nearest && is_slip(*nearest) &&
                       std::count_if(near.begin(), near.end(), is_slip) == 1 &&
                       (!is_key_somewhere(key.text) || is_one_of_several());
  field_ = {};
  if (nearest) {
    const std::size_t field = *keys.shape.field_of(*nearest);
    keys.fields[field].meant = true;
    field_ = keys.shape.fields[field].key;
  }
  if (is_without_colon) {
    keys.fields[*meant].meant = true;
    field_ = keys.shape.fields[*meant].key;
  }
  if (!nearest && note_fallen_key(key, keys.shape.name)) return;
  base::Phrase advice;
  if (!nearest && keys.shape.name.en != model::Fields<model::Query>::name.en) {
    advice = advice_on_key(key.text, keys.shape.name);
    const source::Fault* last = faults_.empty() ? nullptr : &faults_.back();
    if (last && last->is<source::UnknownKey>() && last->help.text.zh == wrong_file.zh) return;
  }
  add(key.at, source::UnknownKey{std::string(key.text), keys.shape.name, nearest},
      rewritten(key, is_sure ? nearest : std::nullopt));
  const bool is_lone = !nearest && in_braces && is_nothing(pair.value);
  if (is_lone) {
    tell_lone_key(key);
  } else if (!advice.empty()) {
    help(std::move(advice));
  }
  if (nearest || keys.shape.name.en != model::Fields<model::Query>::name.en) return;
  // Between braces a comma ends the filter, and the rest of it is no key to be mended.
  for (source::Fault& fault : faults_) {
    if (fault.at.file != key.at.file || fault.at.begin != key.at.begin) continue;
    fault.fix.clear();
    fault.help = {{"条件里有逗号的，整个放进引号：filter: '…'",
                   "a filter with a comma in it stands in quotes: filter: '…'"},
                  {}};
  }
}

std::string_view FaultNotes::word_of(std::string_view key) {
  return key.substr(0, std::min(key.find_first_of("=; \t{[:"), key.find("；")));
}

void FaultNotes::tell_lone_key(const Node& key) {
  const std::size_t sign =
      word_of(key.text).size() < key.text.size() &&
              std::string_view(" \t").find(key.text[word_of(key.text).size()]) == key.text.npos
          ? word_of(key.text).size()
          : key.text.npos;
  if (key.text.empty()) {
    help({{"多写了一个逗号，删去它", "this is a comma too many: delete it"}, {}});
  } else if (sign != key.text.npos && is_key_somewhere(key.text.substr(0, sign))) {
    help({yaml::write_colon, {}});
    const bool as_written = key.at.end - key.at.begin == key.text.size();
    const std::uint32_t at = key.at.begin + static_cast<std::uint32_t>(sign);
    const std::uint32_t size = key.text[sign] < 0 ? 3 : 1;
    if (as_written) faults_.back().fix = {{{key.at.file, at, at + size}, ": "}};
  } else if (key.text[0] < 0) {
    help({{"“{0}”前面的逗号把值截断了：花括号里的文字有逗号的，整个值加引号",
           "the comma before “{0}” ends the value: between braces a text with a comma stands in "
           "quotes"},
          {std::string(key.text)}});
  }
}

void FaultNotes::require_all(const WrittenKeys& keys, source::Span place) {
  const std::span<const FieldName> names = keys.shape.fields;
  const auto is_chinese = [&] {
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (keys.fields[i].key && keys.fields[i].key->text == names[i].zh) return true;
    }
    return false;
  };
  const auto name = [&](std::size_t field) {
    return std::string(is_chinese() ? names[field].zh : names[field].key);
  };
  const auto note = [&](std::size_t field, std::vector<std::string> write) {
    add(place,
        source::MissingKey{names[field].key, names[field].zh, keys.shape.name, std::move(write)});
  };
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i].required && !keys.fields[i].is_there()) note(i, {name(i)});
  }
  for (const model::OneOf& one_of : keys.shape.one_of) {
    std::vector<std::size_t> lacking;
    bool there = false;
    for (const std::string_view key : one_of.keys) {
      const auto field = key.empty() || there ? std::nullopt : keys.shape.field_of(key);
      if (!field) continue;
      there = keys.fields[*field].is_there();
      lacking.push_back(*field);
    }
    if (there || lacking.empty()) continue;
    std::vector<std::string> write;
    for (const std::size_t field : lacking) write.push_back(name(field));
    note(lacking.front(), std::move(write));
  }
}

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

bool FaultNotes::is_row(const Node& item) {
  const bool has_cells =
      item.kind == NodeKind::list
          ? item.items.size() > 1 &&
                std::ranges::all_of(item.items,
                                    [](const Node& cell) { return cell.kind == NodeKind::scalar; })
          : item.kind == NodeKind::scalar && !item.quoted &&
                std::ranges::any_of(
                    std::initializer_list<std::string_view>{",", "，", "\t", "  ", "；", ";"},
                    [&](std::string_view sign) {
                      return item.text.find(sign) != item.text.npos;
                    }) &&
                item.text.find("：") == item.text.npos;
  if (!has_cells) return false;
  add(item.at, yaml::pasted_row);
  return true;
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

std::string FaultNotes::look_at_text(const Node& node) {
  if (!node.quoted && field_ != "id") look_at_end(node);
  const bool to_the_letter =
      field_ == "title" || field_ == "quote" || field_ == "text" || node.end > node.at.end;
  copied_.push_back({node.at.begin, node.end, to_the_letter});
  look_at_quotes(node);
  if (node.quoted) look_at_characters(node);
  if (field_ == "title" || field_ == "name") look_at_line(node);
  if (field_ == "id" || field_ == "tags" || field_ == "aliases" || field_ == "evidence") {
    return look_at_name(node);
  }
  return std::string(node.text);
}

/// Note what no paper shows, written as an escape between quotes; and of what is printed on one
/// line a text with two, or with nothing but blanks.
void FaultNotes::look_at_characters(const Node& node) {
  for (const char32_t point : base::code_points(node.text)) {
    const bool control =
        (point < 0x20 && point != '\n' && point != '\t') || (point >= 0x7F && point < 0xA0);
    const bool turns = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    if (!control && !turns) continue;
    add(node.at, source::BadBytes{control ? base::Bilingual{"控制字符", "a control character"}
                                          : base::Bilingual{"改变文字方向的控制字符",
                                                            "a character that turns the text "
                                                            "round"}});
    help({{"删去转义写成的控制字符（\\e、\\u202e 之类）",
           "delete the escape (\\e, \\u202e or the like)"},
          {}});
    return;
  }
}

/// Note what cannot be meant in a text that is printed on one line.
void FaultNotes::look_at_line(const Node& node) {
  std::string_view text = node.text;
  while (text.ends_with('\n')) text.remove_suffix(1);
  const auto note = [&](base::Bilingual what, base::Bilingual write) {
    add(node.at, source::BadBytes{what});
    help({write, {}});
  };
  // That a word is wrapped between two 汉字 is told of all texts alike (W27).
  const std::size_t wrap = node.at.end - node.at.begin;
  const bool wrapped = !node.quoted && node.end > node.at.end && wrap > 0 &&
                       wrap + 1 < text.size() && (text[wrap - 1] > 0 || text[wrap + 1] > 0);
  if (wrapped || text.find('\n') != text.npos) {
    return note({"换行", "a line break"},
                {"标题和名称写成一行", "write a title or a name on one line"});
  }
  const std::u32string points = base::code_points(text);
  const auto is_blank = [](char32_t point) {
    return point == U' ' || point == U'\t' || point == 0x3000 || point == 0x3164;
  };
  if (std::all_of(points.begin(), points.end(), is_blank)) {
    return note({"一个只有空格的值", "a value of blanks alone"}, {"写上文字", "write the text"});
  }
  for (const char32_t point : points) {
    if (point == 0xFFFD) {
      return note({"转换编码时丢了字留下的“\uFFFD”", "a mark of a character that was lost"},
                  {"照原文补上这个字", "write the character of the document"});
    }
    if (point >= 0xE000 && point <= 0xF8FF) {
      return note({"自造字，别的电脑上显示不出来",
                   "a character of a private font, which other computers do not show"},
                  {"用输入法打出这个字；没有的写同音字或拼音，并在 note 里说明",
                   "type the character itself, or one for it, and say so in note"});
    }
    if (point == 0x3164) {
      return note({"看不见的字符", "an invisible character"}, {"删去它", "delete it"});
    }
  }
  if (node.quoted) return;
  if (text.starts_with("=\"")) {
    return note({"表格软件的公式", "a formula of a spreadsheet"},
                {"只写引号里的文字", "write the text between the quotes alone"});
  }
}

void FaultNotes::look_at_end(const Node& node) {
  if (node.end != node.at.end) return;
  const bool is_lone =
      node.text.ends_with('"') && std::count(node.text.begin(), node.text.end(), '"') == 1;
  if (is_lone) {
    add(node.at, source::BadBytes{{"单独一个引号", "a quote without its partner"}});
    help({{"删去它，或把整个值加上引号；中文引号写成一对 “ ”",
           "delete it, or put the whole value in quotes; Chinese ones come as a pair, “ ”"},
          {}});
    return;
  }
  // What is copied from a document may end anywhere; a name and a title do not end in a comma.
  const bool is_copied = field_ == "quote" || field_ == "text";
  const auto ends_in = [&](std::initializer_list<std::string_view> signs) {
    return std::ranges::any_of(signs, [&](auto sign) { return node.text.ends_with(sign); });
  };
  const bool is_stray = (!is_copied && ends_in({","})) ||
                        ((field_ == "name" || field_ == "title" || field_ == "doc_no") &&
                         ends_in({"，", "、", "；"})) ||
                        (field_ == "name" && ends_in({"。"}));
  if (!is_stray || node.text.size() < 2) return;
  add(node.at, source::BadBytes{{"末尾多出的标点", "a stray sign at the end"}});
  help({{"删去它", "delete it"}, {}});
}

/// Note in a name that is compared letter by letter what a Chinese keyboard puts there: quotes,
/// circled digits, and the comma of several that have become one.
std::string FaultNotes::look_at_name(const Node& node) {
  std::string_view text = node.text;
  const bool as_written = node.at.end - node.at.begin == text.size();
  if (!as_written) return std::string(text);
  // A full-width blank at the end of the line is told as one.
  while (text.ends_with(yaml::wide_blank)) text.remove_suffix(yaml::wide_blank.size());
  const auto note = [&](std::size_t at, std::string_view written, std::string meant,
                        std::vector<source::Edit> fix = {}) {
    const std::uint32_t begin = node.at.begin + static_cast<std::uint32_t>(at);
    const source::Span span{node.at.file, begin,
                            begin + static_cast<std::uint32_t>(written.size())};
    add(span, source::LookAlike{std::string(written), std::move(meant)}, std::move(fix));
  };
  constexpr std::string_view open = "“";
  constexpr std::string_view close = "”";
  if (text.starts_with(open) && text.ends_with(close) && text.size() > 2 * open.size()) {
    const std::string inside(text.substr(open.size(), text.size() - 2 * open.size()));
    if (inside.find_first_of("\"\\") != inside.npos) return std::string(text);
    note(0, text, '"' + inside + '"', {{node.at, '"' + inside + '"'}});
    return inside;
  }
  const auto find = [&](std::initializer_list<std::string_view> signs, const std::string& meant) {
    const auto sign = std::ranges::find_if(
        signs, [&](std::string_view one) { return text.find(one) != text.npos; });
    if (sign == signs.end()) return false;
    note(text.find(*sign), *sign, meant);
    if (meant.empty() && text.ends_with(*sign)) text.remove_suffix(sign->size());
    return true;
  };
  if (in_list_ && field_ != "id" && !find({"，", "、", "；", "。", ";"}, ", ")) {
    // 县发改委 县发展改革局, 验收单.pdf 照片.jpg: the comma is lost.
    const std::size_t blank = text.find(' ');
    const bool between =
        blank != text.npos && blank > 0 && blank + 1 < text.size() && text[blank + 1] < 0;
    const bool are_files = field_ == "evidence" && between &&
                           text.substr(0, blank).find('.') != text.npos &&
                           text.substr(blank).find('.') != text.npos;
    if (are_files || (field_ != "evidence" && between && text[blank - 1] < 0)) {
      note(blank, " ", ", ");
    }
  }
  // What an id is called by elsewhere has no signs of a text.
  if (field_ == "id" &&
      !find({"，", "。", "；", "、", "：", ",", ";", "\"", "“", "”", "‘", "’", "「", "」", "　"},
            "")) {
    constexpr std::string_view circled[] = {"①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨"};
    for (std::size_t digit = 0; digit < std::size(circled); ++digit) {
      if (find({circled[digit]}, std::to_string(digit + 1))) break;
    }
  }
  return std::string(text);
}

/// Note a text that other readers of YAML would not take for one, and one that a `#` cuts off.
void FaultNotes::look_at_quotes(const Node& node) {
  if (!node.cut.empty()) {
    add(node.at, source::Unquoted{
                     std::string(key_->text), std::string(node.text), {}, std::string(node.cut)});
    return;
  }
  const auto other = node.quoted ? std::nullopt : yaml::read_otherwise(node.text);
  if (!other) return;
  add(node.at, source::Unquoted{std::string(key_->text), std::string(node.text), *other},
      rewritten(node, '"' + std::string(node.text) + '"'));
}

std::string FaultNotes::plain_number(const Node& node) {
  const std::string text(node.text);
  const auto plain = mended_number(text);
  if (!plain) return text;
  add(node.at, source::BadNumber{std::string(key_->text), text, base::decimal_form},
      rewritten(node, plain));
  return *plain;
}

std::string FaultNotes::plain_path(const Node& node) {
  std::string plain = base::plain_form(node.text);
  if (plain == node.text) return plain;
  add(node.at, source::LookAlike{std::string(node.text), plain}, rewritten(node, plain));
  return plain;
}

bool FaultNotes::is_scalar(const Node& node, base::Bilingual wanted) {
  if (node.kind == NodeKind::scalar && !node.text.empty()) return true;
  return refuse(node, wanted);
}

bool FaultNotes::is_list(const Node& node) {
  return node.kind == NodeKind::list || refuse(node, a_list);
}

bool FaultNotes::is_map(const Node& node) {
  return node.kind == NodeKind::map || refuse(node, a_map);
}

bool FaultNotes::is_torn_below(const Node& key) const {
  constexpr std::uint32_t near = 300;
  return !whole_ && std::ranges::any_of(faults_, [&](const source::Fault& fault) {
    return fault.is<source::SyntaxError>() && fault.at.begin >= key.at.end &&
           fault.at.begin < key.at.end + near;
  });
}

bool FaultNotes::refuse(const Node& node, base::Bilingual wanted) {
  // What was lost has been reported; of an entry whose end was lost nobody knows what it was.
  if (node.partial || node.kind == NodeKind::lost) return false;
  const bool is_text = node.kind == NodeKind::scalar;
  if (node.kind == NodeKind::null || (is_text && node.text.empty())) {
    // What should stand there is what could not be read.
    if (!in_list_ && is_nothing(node) && is_torn_below(*key_)) return false;
    add(place_of(node), source::EmptyValue{std::string(key_->text), wanted});
    if (in_list_) {
      help({{"写上这一项；多写了逗号或短横线，就删去那个符号",
             "write the item, or delete the comma or dash that is too many"},
            {}});
    } else if (is_required_) {
      help({{"写上值，这个键必须有", "write the value: this key has to be there"}, {}});
    }
    return false;
  }
  const base::Bilingual shape = is_text ? base::Bilingual{"单个值", "a single value"}
                                : node.kind == NodeKind::list ? base::Bilingual{"列表", "a list"}
                                                              : a_map;
  add(node.at, source::WrongType{std::string(key_->text), wanted, shape},
      is_text && !node.quoted && wanted.en == a_map.en ? with_plain_colon(node)
                                                       : std::vector<source::Edit>());
  if (!faults_.back().fix.empty()) help({yaml::write_colon, {}});
  if (is_text && wanted.en == a_list.en) help(advice_on_list(std::string(node.text)));
  return false;
}

std::vector<source::Edit> FaultNotes::with_plain_colon(const Node& node) {
  constexpr std::string_view wide = "：";
  const std::size_t colon = node.text.find(wide);
  const bool as_written = node.at.end - node.at.begin == node.text.size();
  if (!as_written || colon == node.text.npos || colon == 0) return {};
  const std::size_t end = colon + wide.size();
  const std::size_t value = std::min(node.text.find_first_not_of(' ', end), node.text.size());
  const auto at = [&](std::size_t offset) {
    return node.at.begin + static_cast<std::uint32_t>(offset);
  };
  return {{{node.at.file, at(colon), at(value)}, ": "}};
}

source::Span FaultNotes::head_of(const Node& map) {
  return map.pairs.empty() ? map.at : map.pairs.front().key.at;
}

source::Span FaultNotes::place_of(const Node& node) const {
  return node.at.end > node.at.begin ? node.at : key_->at;
}

std::vector<source::Edit> FaultNotes::rewritten(const Node& node,
                                                const std::optional<std::string>& text) {
  source::Span at = node.at;
  const std::size_t quotes = node.quoted ? 2 : 0;
  if (!text || at.end - at.begin != node.text.size() + quotes) return {};
  if (node.quoted) at = {at.file, at.begin + 1, at.end - 1};
  return {{at, *text}};
}

}  // namespace taizhang::load
