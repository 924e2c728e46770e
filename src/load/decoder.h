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
#include "load/mend.h"
#include "load/scalar.h"
#include "model/field.h"
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
      if (found) continue;
      // Nobody misspells a hundred keys; a hostile file must not cost a suggestion each.
      if (++unknown == 100) absent.clear();
      unknown_key<E>(pair.key, absent, keys);
    }
    if (whole_) require_all<E>(keys, place);
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
    if (written.key != &pair.key) {
      add(pair.key.at, source::DuplicateKey{pair.key.text, written.key->at});
      return;
    }
    decode(pair.value, entity.*field.member);
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
          },
          fault->what);
      return;
    }
    if constexpr (std::is_same_v<T, std::string>) look_at_quotes(node);
    given.value = std::move(std::get<T>(converted));
  }

  /// Note a text that other readers of YAML would not take for one.
  void look_at_quotes(const Node& node) {
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
    for (const Node& item : node.items) decode(item, list.items.emplace_back());
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
    for (const Node& item : node.items) {
      key_ = key;
      field_ = field;
      if (is_map(item)) entity(item, head_of(item), many.items.emplace_back(head_of(item)));
    }
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
    field_ = {};
    for (Written& written : keys) {
      if (nearest != written.field && nearest != written.zh) continue;
      written.meant = true;
      field_ = written.field;
    }
    add(key.at, source::UnknownKey{key.text, model::Fields<E>::name, nearest},
        rewritten(key, near.size() == 1 ? nearest : std::nullopt));
  }

  bool is_scalar(const Node& node, base::Bilingual wanted) {
    if (node.kind == yaml::NodeKind::scalar && !node.text.empty()) return true;
    return refuse(node, wanted);
  }
  bool is_list(const Node& node) {
    return node.kind == yaml::NodeKind::list || refuse(node, {"列表", "a list"});
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
    } else {
      const base::Bilingual shape = is_text ? base::Bilingual{"单个值", "a single value"}
                                    : node.kind == yaml::NodeKind::list
                                        ? base::Bilingual{"列表", "a list"}
                                        : base::Bilingual{"键值表", "a map of keys"};
      add(node.at, source::WrongType{key_->text, wanted, shape});
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

  std::vector<source::Fault>& faults_;
  bool whole_;
  const Node* key_ = nullptr;  ///< the key whose value is being decoded
  std::string_view field_;     ///< the field that it stands for
};

/// Decode a whole file into `entity`. An empty file and one that is no map are faults at its
/// start.
template <class E>
void decode_file(const yaml::Document& document, std::uint32_t file, E& entity,
                 std::vector<source::Fault>& faults) {
  const source::Span start = source::start_of(file);
  if (document.root.kind == yaml::NodeKind::map && !document.root.pairs.empty()) {
    const source::Span first_key = document.root.pairs.front().key.at;
    Decoder(faults, document.whole).entity(document.root, first_key, entity);
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
