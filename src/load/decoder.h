// SPDX-License-Identifier: MIT
//
// Decoding is one walk over the table of an entity's fields (model/field.h): each field's member
// has a type, and for each shape of type there is one overload of `decode` here. Nothing is
// thrown: a value that cannot be understood leaves a fault and a `Given` with a place and no value.
#pragma once

#include <algorithm>
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
    std::vector<std::string> meant;  // what the unknown keys were probably meant to be
    std::vector<std::string_view> absent = absent_keys<E>(node);
    for (const yaml::Pair& pair : node.pairs) {
      bool found = false;
      std::apply([&](const auto&... field) { (read(field, pair, entity, found), ...); },
                 model::Fields<E>::table);
      if (found) continue;
      // Nobody misspells a hundred keys; a hostile file must not cost a suggestion each.
      if (meant.size() == 100) absent.clear();
      meant.push_back(unknown_key<E>(pair.key, absent));
    }
    std::apply([&](const auto&... field) { (require(field, node, meant, place), ...); },
               model::Fields<E>::table);
  }

 private:
  using Node = yaml::Node;

  template <class E, class T>
  void read(const model::Field<E, T>& field, const yaml::Pair& pair, E& entity, bool& found) {
    if (found || pair.key.text != field.key) return;
    found = true;
    key_ = &pair.key;
    decode(pair.value, entity.*field.member);
  }

  template <class E, class T>
  void require(const model::Field<E, T>& field, const Node& node,
               const std::vector<std::string>& meant, source::Span place) {
    if (!whole_ || field.need == model::Need::optional) return;
    for (const yaml::Pair& pair : node.pairs) {
      if (pair.key.text == field.key) return;
    }
    // A misspelt key is one mistake, not two.
    if (std::find(meant.begin(), meant.end(), field.key) != meant.end()) return;
    add(place, source::MissingKey{field.key, model::Fields<E>::name});
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
    const Node* const key = key_;
    for (const Node& item : node.items) {
      key_ = key;
      decode(item, list.items.emplace_back());
    }
  }

  template <class E>
  void decode(const Node& node, model::Many<E>& many) {
    many.at = key_->at;
    if (!is_list(node)) return;
    const Node* const key = key_;
    for (const Node& item : node.items) {
      key_ = key;
      if (is_map(item)) entity(item, head_of(item), many.items.emplace_back(head_of(item)));
    }
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

  /// The keys of `E` that the map does not have: a misspelt key is one of them.
  template <class E>
  static std::vector<std::string_view> absent_keys(const Node& node) {
    std::vector<std::string_view> absent;
    for (std::string_view key : model::keys<E>()) {
      const auto is_it = [&](const yaml::Pair& pair) { return pair.key.text == key; };
      if (std::none_of(node.pairs.begin(), node.pairs.end(), is_it)) absent.push_back(key);
    }
    return absent;
  }

  /// Note an unknown key and return the one it was probably meant to be, or "".
  template <class E>
  std::string unknown_key(const Node& key, const std::vector<std::string_view>& absent) {
    const std::vector<std::string> near = base::neighbours(key.text, absent);
    const auto nearest = near.empty() ? std::nullopt : std::optional(near.front());
    add(key.at, source::UnknownKey{key.text, model::Fields<E>::name, nearest},
        rewritten(key, near.size() == 1 ? nearest : std::nullopt));
    return nearest.value_or("");
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
    faults_.push_back({at, std::move(what), std::move(fix)});
  }

  std::vector<source::Fault>& faults_;
  bool whole_;
  const Node* key_ = nullptr;  ///< the key whose value is being decoded
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
