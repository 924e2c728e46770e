// SPDX-License-Identifier: MIT
//
// Decoding is one walk over the table of an entity's fields (model/field.h): each field's member
// has a type, and for each shape of type there is one overload of `decode` here. Nothing is
// thrown: a value that cannot be understood leaves a fault and a `Given` with a place and no value.
// A key may stand in English or in Chinese, and some under a former name; whoever asks about faults
// asks by the English key, whoever reads them sees the key of the file.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/suggest.h"
#include "base/text.h"
#include "load/advice.h"
#include "load/known_keys.h"
#include "load/mend.h"
#include "load/scalar.h"
#include "model/field.h"
#include "yaml/diagnose.h"
#include "yaml/node.h"

namespace taizhang::load {

class Decoder {
 public:
  /// `whole` is false after a syntax error: then nothing is called missing.
  Decoder(std::vector<source::Fault>& faults, bool whole) : faults_(faults), whole_(whole) {}

  /// Fill `entity` from the map `node`; `place` is where to point when a key is missing.
  template <class E>
  void entity(const yaml::Node& node, source::Span place, E& entity) {
    static_assert(model::keys_are_unique<E>());
    entity.at = place;
    entity.ends = node.end;
    Keys keys = keys_of<E>(node);
    std::size_t unknown = 0;
    std::vector<std::string_view> absent = absent_names(keys);
    for (const yaml::Pair& pair : node.pairs) {
      bool found = false;
      std::size_t index = 0;
      std::apply(
          [&](const auto&... field) { (read(field, pair, keys[index++], entity, found), ...); },
          model::Fields<E>::table);
      if (found || read_without_colon(pair, keys, entity)) continue;
      // Nobody misspells a hundred keys; a hostile file must not cost a suggestion each.
      if (++unknown == 100) absent.clear();
      unknown_key<E>(pair.key, absent, keys);
    }
    if (whole_) require_all<E>(keys, place);
  }

  /// Take the fixes out of what the writer copied letter by letter: titles, quotes, texts, blocks.
  void leave_copied_texts() {
    std::sort(copied_.begin(), copied_.end());
    for (source::Fault& fault : faults_) {
      if (!fault.is<source::LookAlike>() && !fault.is<source::InvisibleCharacter>()) continue;
      const auto next = std::upper_bound(copied_.begin(), copied_.end(),
                                         std::pair(fault.at.begin, ~std::uint32_t{0}));
      if (next != copied_.begin() && std::prev(next)->second > fault.at.begin) fault.fix.clear();
    }
  }

 private:
  using Node = yaml::Node;

  /// What a map says of one field of an entity.
  struct Written {
    std::string_view field;     ///< its key, in English
    std::string_view zh;        ///< and in Chinese
    const Node* key = nullptr;  ///< the first that stands for it
    bool meant = false;         ///< a misspelt key stands for it
  };
  using Keys = std::vector<Written>;

  /// Whether `text` is a key of `field`, in either language or as it was once called.
  template <class E, class T>
  static bool is_key_of(const model::Field<E, T>& field, std::string_view text) {
    if (text == field.key || text == field.zh) return true;
    for (const model::Renamed& key : model::renamed<E>) {
      if (text == key.before && field.key == key.now) return true;
    }
    return false;
  }

  template <class E>
  static Keys keys_of(const Node& node) {
    Keys keys;
    const auto look = [&](const auto& field) {
      Written written{field.key, field.zh};
      for (const yaml::Pair& pair : node.pairs) {
        if (!is_key_of(field, pair.key.text)) continue;
        written.key = &pair.key;
        break;
      }
      keys.push_back(written);
    };
    std::apply([&](const auto&... field) { (look(field), ...); }, model::Fields<E>::table);
    return keys;
  }

  template <class E, class T>
  void read(const model::Field<E, T>& field, const yaml::Pair& pair, const Written& written,
            E& entity, bool& found) {
    if (found || !is_key_of(field, pair.key.text)) return;
    found = true;
    key_ = &pair.key;
    field_ = field.key;
    is_required_ = field.need == model::Need::required;
    if (written.key != &pair.key) {
      add(pair.key.at, source::DuplicateKey{pair.key.text, written.key->at});
      return;
    }
    decode(pair.value, entity.*field.member);
  }

  /// Read `backfilled true`, a key that lacks its colon; false where it is none.
  template <class E>
  bool read_without_colon(const yaml::Pair& pair, Keys& keys, E& entity) {
    const Node& key = pair.key;
    const std::size_t blank = key.text.find(' ');
    const bool alone = pair.value.kind == yaml::NodeKind::null &&
                       pair.value.at.begin == pair.value.at.end && !key.quoted &&
                       key.at.end - key.at.begin == key.text.size();
    if (!alone || blank == key.text.npos) return false;
    const auto part = [&](std::size_t from, std::size_t to) {
      const auto at = [&](std::size_t offset) {
        return key.at.begin + static_cast<std::uint32_t>(offset);
      };
      Node node({key.at.file, at(from), at(to)});
      node.kind = yaml::NodeKind::scalar;
      node.text = key.text.substr(from, to - from);
      return node;
    };
    yaml::Pair meant{part(0, blank), part(key.text.find_first_not_of(' ', blank), key.text.size())};
    // What stands between brackets is read once the colon is there.
    const char first = meant.value.text[0];
    if (first == '[' || first == '{') meant.value.kind = yaml::NodeKind::lost;
    bool found = false;
    std::size_t index = 0;
    const auto look = [&](const auto& field) {
      Written& written = keys[index++];
      if (written.key || written.meant || !is_key_of(field, meant.key.text)) return;
      field_ = field.key;
      const std::uint32_t behind = meant.key.at.end;
      add(meant.key.at, yaml::no_colon, {{{key.at.file, behind, behind}, ":"}});
      read(field, meant, {written.field, written.zh, &meant.key}, entity, found);
      written.meant = true;
    };
    std::apply([&](const auto&... field) { (look(field), ...); }, model::Fields<E>::table);
    return found;
  }

  /// Note what has to be there and is not. A misspelt key is one mistake, not two.
  template <class E>
  void require_all(const Keys& keys, source::Span place) {
    const auto is_there = [](const Written& written) { return written.key || written.meant; };
    const bool chinese = std::any_of(keys.begin(), keys.end(), [](const Written& written) {
      return written.key && written.key->text == written.zh;
    });
    const auto name = [&](const Written& written) {
      return std::string(chinese ? written.zh : written.field);
    };
    const auto note = [&](const Written& written, std::vector<std::string> write) {
      add(place,
          source::MissingKey{written.field, written.zh, model::Fields<E>::name, std::move(write)});
    };
    std::size_t index = 0;
    const auto require = [&](const auto& field) {
      const Written& written = keys[index++];
      if (field.need == model::Need::optional || is_there(written)) return;
      note(written, {name(written)});
    };
    std::apply([&](const auto&... field) { (require(field), ...); }, model::Fields<E>::table);
    for (const model::OneOf& one_of : model::one_of<E>) {
      std::vector<std::string> write;
      const Written* first = nullptr;
      bool there = false;
      for (std::string_view key : one_of.keys) {
        for (const Written& written : keys) {
          if (key.empty() || written.field != key) continue;
          there = there || is_there(written);
          if (!first) first = &written;
          write.push_back(name(written));
        }
      }
      if (!there && first) note(*first, std::move(write));
    }
  }

  template <class T>
  void decode(const Node& node, model::Given<T>& given) {
    given.at = place_of(node);
    if (!is_scalar(node, wanted<T>())) return;
    auto converted = convert(node.text, static_cast<T*>(nullptr));
    if (auto* fault = std::get_if<ScalarFault>(&converted)) {
      std::visit(
          [&](auto& what) {
            what.key = key_->text;
            add(place_of(node), std::move(what), rewritten(node, fault->mended));
            if (!fault->mended) faults_.back().help = std::move(fault->help);
          },
          fault->what);
      return;
    }
    if constexpr (std::is_same_v<T, std::string>) look_at_text(node);
    given.value = std::move(std::get<T>(converted));
  }

  void look_at_text(const Node& node) {
    if (field_ == "title" || field_ == "quote" || field_ == "text" || node.end > node.at.end) {
      copied_.emplace_back(node.at.begin, node.end);
    }
    look_at_quotes(node);
    if (node.quoted) look_at_characters(node);
  }

  /// Note what no paper shows, written as an escape between quotes; and of what is printed on one
  /// line a text with two, or with nothing but blanks.
  void look_at_characters(const Node& node) {
    for (const char32_t point : base::code_points(node.text)) {
      const bool control =
          (point < 0x20 && point != '\n' && point != '\t') || (point >= 0x7F && point < 0xA0);
      const bool turns =
          (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
      if (!control && !turns) continue;
      add(node.at, source::BadBytes{control ? base::Bilingual{"控制字符", "a control character"}
                                            : base::Bilingual{"改变文字方向的控制字符",
                                                              "a character that turns the text "
                                                              "round"}});
      faults_.back().help = {{"删去转义写成的控制字符（\\e、\\u202e 之类）",
                              "delete the escape (\\e, \\u202e or the like)"},
                             {}};
      return;
    }
    if (field_ != "title" && field_ != "name") return;
    if (node.text.find('\n') != node.text.npos && node.end == node.at.end) {
      add(node.at, source::BadBytes{{"换行", "a line break"}});
      faults_.back().help = {{"标题和名称写成一行", "write a title or a name on one line"}, {}};
    } else if (node.text.find_first_not_of(" \t\n") == node.text.npos) {
      add(node.at, source::BadBytes{{"一个只有空格的值", "a value of blanks alone"}});
      faults_.back().help = {{"写上文字", "write the text"}, {}};
    }
  }

  /// Note a text that other readers of YAML would not take for one, and one that a `#` cuts off.
  void look_at_quotes(const Node& node) {
    if (!node.cut.empty()) {
      add(node.at, source::Unquoted{key_->text, node.text, {}, node.cut});
      return;
    }
    const auto other = node.quoted ? std::nullopt : read_otherwise(node.text);
    if (!other) return;
    add(node.at, source::Unquoted{key_->text, node.text, *other},
        rewritten(node, '"' + node.text + '"'));
  }

  /// A number that may be `null`.
  void decode(const Node& node, model::Given<std::optional<base::Decimal>>& given) {
    if (node.kind == yaml::NodeKind::null && node.at.end > node.at.begin) {
      given.at = place_of(node);
      given.value = std::optional<base::Decimal>();
      return;
    }
    model::Given<base::Decimal> number;
    decode(node, number);
    given.at = number.at;
    if (number) given.value = number.value;
  }

  void decode(const Node& node, model::Given<model::Loose>& given) {
    given.at = place_of(node);
    if (node.kind == yaml::NodeKind::list) {
      model::Loose loose;
      for (const Node& item : node.items) {
        if (!is_scalar(item, wanted<std::string>())) continue;
        loose.texts.push_back(item.text);
        loose.places.push_back(item.at);
      }
      given.value = std::move(loose);
    } else if (is_scalar(node, wanted<std::string>())) {
      given.value = model::Loose{{node.text}, {node.at}};
    }
  }

  template <class T>
  void decode(const Node& node, model::List<T>& list) {
    list.at = key_->at;
    if (!is_list(node)) return;
    in_list_ = true;
    for (const Node& item : node.items) decode(item, list.items.emplace_back());
    in_list_ = false;
  }

  template <class T>
  void decode(const Node& node, model::OneOrList<T>& list) {
    if (node.kind == yaml::NodeKind::list) {
      decode(node, static_cast<model::List<T>&>(list));
      return;
    }
    list.at = key_->at;
    decode(node, list.items.emplace_back());
  }

  template <class E>
  void decode(const Node& node, model::Many<E>& many) {
    many.at = key_->at;
    if (!is_list(node)) return;
    const Node* const key = key_;
    const std::string_view field = field_;
    const std::vector<Node> moved = put_under_keys<E>(node.items);
    for (const Node& item : moved.empty() ? node.items : moved) {
      key_ = key;
      field_ = field;
      in_list_ = true;
      const bool map = is_map(item);
      in_list_ = false;
      if (map) entity(item, head_of(item), many.items.emplace_back(head_of(item)));
    }
  }

  /// How many of the keys of `item` an `E` has.
  template <class E>
  static std::size_t fit(const Node& item) {
    std::size_t known = 0;
    const Keys keys = keys_of<E>(item);
    for (const Written& written : keys) known += written.key ? 1 : 0;
    return known;
  }
  template <class F>
  static std::size_t fit_in(const Node& item, const model::Many<F>*) {
    return fit<F>(item);
  }
  static std::size_t fit_in(const Node&, const void*) { return 0; }

  /// The items of a list of `E` where some of them stand too far to the left and belong to the list
  /// that the last key of the one before has no items for; that is noted. Empty where none does.
  template <class E>
  std::vector<Node> put_under_keys(const std::vector<Node>& items) {
    std::vector<Node> moved;
    const auto may_lack_items = [](const Node& item) {
      if (item.pairs.empty()) return false;
      const Node& last = item.pairs.back().value;
      return last.kind == yaml::NodeKind::null && last.at.begin == last.at.end;
    };
    if (std::none_of(items.begin(), items.end(), may_lack_items)) return moved;
    bool any = false;
    for (const Node& item : items) {
      Node* const open =
          moved.empty() || moved.back().pairs.empty() ? nullptr : &moved.back().pairs.back().value;
      const bool goes_on = open && any && open->kind == yaml::NodeKind::list && open->partial;
      const bool begins =
          open && open->kind == yaml::NodeKind::null && open->at.begin == open->at.end;
      const std::size_t as_own = fit<E>(item);
      std::size_t as_inner = 0;
      const auto look = [&](const auto& field) {
        using Member = std::remove_cvref_t<decltype(std::declval<E>().*field.member)>;
        if ((begins || goes_on) && is_key_of(field, moved.back().pairs.back().key.text)) {
          as_inner = fit_in(item, static_cast<const Member*>(nullptr));
        }
      };
      std::apply([&](const auto&... field) { (look(field), ...); }, model::Fields<E>::table);
      if (as_inner <= as_own) {
        moved.push_back(item);
        continue;
      }
      if (begins) {
        any = true;
        open->kind = yaml::NodeKind::list;
        open->partial = true;
        add(head_of(item),
            source::SyntaxError{
                {"这个列表没有缩进到上一行的键下面", "this list is not indented below its key"},
                {"把这个列表的各行向右移，短横线要比上一行的键更靠右",
                 "move its lines to the right, so that the dashes stand further in than the key"}});
      }
      open->items.push_back(item);
    }
    return any ? moved : std::vector<Node>();
  }

  template <class E>
  void decode(const Node& node, model::OneOrMany<E>& many) {
    if (node.kind == yaml::NodeKind::list) {
      decode(node, static_cast<model::Many<E>&>(many));
      return;
    }
    many.at = key_->at;
    const source::Span place = key_->at;
    if (is_map(node)) entity(node, place, many.items.emplace_back(place));
  }

  void decode(const Node& node, model::Amounts& amounts) {
    if (node.kind == yaml::NodeKind::map)
      decode(node, amounts.by);
    else
      decode(node, amounts.one);
  }

  template <class T>
  void decode(const Node& node, model::Table<T>& table) {
    table.at = key_->at;
    if (!is_map(node)) return;
    for (const yaml::Pair& pair : node.pairs) {
      auto& [name, value] = table.rows.emplace_back();
      name.at = pair.key.at;
      name.value = pair.key.text;
      key_ = &pair.key;
      decode(pair.value, value);
    }
  }

  template <class E>
  requires std::is_base_of_v<model::Part, E>
  void decode(const Node& node, E& part) {
    part.at = key_->at;
    part.ends = std::max(key_->end, node.end);
    if (is_map(node)) entity(node, key_->at, part);
  }

  /// An entry in a list is shown at its first key.
  static source::Span head_of(const Node& map) {
    return map.pairs.empty() ? map.at : map.pairs.front().key.at;
  }

  /// Where a value stands; for nothing at all, where its key stands.
  source::Span place_of(const Node& node) const {
    return node.at.end > node.at.begin ? node.at : key_->at;
  }

  /// The keys that the map does not have, in both languages: a misspelt key is one of them.
  static std::vector<std::string_view> absent_names(const Keys& keys) {
    std::vector<std::string_view> absent;
    for (const Written& written : keys) {
      if (!written.key) absent.insert(absent.end(), {written.field, written.zh});
    }
    return absent;
  }

  /// Note an unknown key and what it was probably meant to be.
  template <class E>
  void unknown_key(const Node& key, const std::vector<std::string_view>& absent, Keys& keys) {
    const std::vector<std::string> near = base::neighbours(key.text, absent);
    const auto nearest = near.empty() ? std::nullopt : std::optional(near.front());
    const auto is_slip = [&](std::string_view one) { return base::is_one_slip(key.text, one); };
    // A key that stands in the wrong place is no slip of a letter.
    const bool is_sure = nearest && is_slip(*nearest) && !is_key_somewhere(key.text) &&
                         std::count_if(near.begin(), near.end(), is_slip) == 1;
    field_ = {};
    for (Written& written : keys) {
      if (nearest != written.field && nearest != written.zh) continue;
      written.meant = true;
      field_ = written.field;
    }
    add(key.at, source::UnknownKey{key.text, model::Fields<E>::name, nearest},
        rewritten(key, is_sure ? nearest : std::nullopt));
  }

  bool is_scalar(const Node& node, base::Bilingual wanted) {
    if (node.kind == yaml::NodeKind::scalar && !node.text.empty()) return true;
    return refuse(node, wanted);
  }
  bool is_list(const Node& node) {
    return node.kind == yaml::NodeKind::list || refuse(node, a_list);
  }
  bool is_map(const Node& node) {
    return node.kind == yaml::NodeKind::map || refuse(node, {"键值表", "a map of keys"});
  }

  /// Note that something else than `wanted` stands here; always false.
  bool refuse(const Node& node, base::Bilingual wanted) {
    // What was lost has been reported; of an entry whose end was lost nobody knows what it was.
    if (node.partial || node.kind == yaml::NodeKind::lost) return false;
    const bool is_text = node.kind == yaml::NodeKind::scalar;
    if (node.kind == yaml::NodeKind::null || (is_text && node.text.empty())) {
      add(place_of(node), source::EmptyValue{key_->text, wanted});
      if (in_list_) {
        faults_.back().help = {{"写上这一项；多写了逗号或短横线，就删去那个符号",
                                "write the item, or delete the comma or dash that is too many"},
                               {}};
      } else if (is_required_) {
        faults_.back().help = {
            {"写上值，这个键必须有", "write the value: this key has to be there"}, {}};
      }
    } else {
      const base::Bilingual shape = is_text ? base::Bilingual{"单个值", "a single value"}
                                    : node.kind == yaml::NodeKind::list
                                        ? base::Bilingual{"列表", "a list"}
                                        : base::Bilingual{"键值表", "a map of keys"};
      add(node.at, source::WrongType{key_->text, wanted, shape});
      if (is_text && wanted.en == a_list.en) faults_.back().help = advice_on_list(node.text);
    }
    return false;
  }

  /// The edit that puts `text` in the place of a scalar; none without a text, or where the scalar
  /// does not stand in the file letter by letter.
  static std::vector<source::Edit> rewritten(const Node& node,
                                             const std::optional<std::string>& text) {
    source::Span at = node.at;
    const std::size_t quotes = node.quoted ? 2 : 0;
    if (!text || at.end - at.begin != node.text.size() + quotes) return {};
    if (node.quoted) at = {at.file, at.begin + 1, at.end - 1};
    return {{at, *text}};
  }

  template <class Kind>
  void add(source::Span at, Kind what, std::vector<source::Edit> fix = {}) {
    faults_.push_back({at, std::move(what), std::move(fix), field_});
  }

  static constexpr base::Bilingual a_list{"列表", "a list"};

  std::vector<source::Fault>& faults_;
  bool whole_;
  const Node* key_ = nullptr;  ///< the key whose value is being decoded
  std::string_view field_;     ///< the field that it stands for
  bool is_required_ = false;
  bool in_list_ = false;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> copied_;  ///< texts that stay as they are
};

/// Decode a whole file into `entity`. An empty file and one that is no map are faults at its
/// start.
template <class E>
void decode_file(const yaml::Document& document, std::uint32_t file, E& entity,
                 std::vector<source::Fault>& faults) {
  const source::Span start = source::start_of(file);
  if (document.root.kind == yaml::NodeKind::map && !document.root.pairs.empty()) {
    const source::Span first_key = document.root.pairs.front().key.at;
    Decoder decoder(faults, document.whole);
    decoder.entity(document.root, first_key, entity);
    decoder.leave_copied_texts();
  } else if (document.whole) {
    const bool empty =
        document.root.kind == yaml::NodeKind::null || document.root.kind == yaml::NodeKind::map;
    constexpr base::Bilingual entity_name = model::Fields<E>::name;
    constexpr base::Bilingual map{"键值表", "a map of keys"};
    if (empty) {
      faults.push_back({start, source::EmptyFile{entity_name, map}});
    } else {
      faults.push_back(
          {start, source::WrongFile{entity_name, map, {"别的内容", "something else"}}});
    }
  }
}

}  // namespace taizhang::load
