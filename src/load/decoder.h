// SPDX-License-Identifier: MIT
//
// Decoding is one walk over the table of an entity's fields (model/field.h): each field's member
// has a type, and for each shape of type there is one overload of `decode` here. The walk itself
// (decoder.cpp) knows no types: for each field the table holds a pointer to its overload. Nothing
// is thrown: a value that cannot be understood leaves a fault and a `Given` with a place and no
// value.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "load/fault_notes.h"
#include "load/scalar.h"

namespace taizhang::load {

template <class E>
const Shape& shape_of();

/// What the items of a list of entities are; of another member null.
template <class E>
const Shape* items_of(const model::Many<E>*) {
  return &shape_of<E>();
}
inline const Shape* items_of(const void*) { return nullptr; }

class Decoder : public FaultNotes {
 public:
  using FaultNotes::FaultNotes;

  /// Fill `entity` from the map `node`; `place` is where to point when a key is missing.
  template <class E>
  void entity(const Node& node, source::Span place, E& entity) {
    static_assert(model::keys_are_unique<E>());
    entity.at = place;
    entity.ends = node.end;
    pairs(node, place, shape_of<E>(), &entity);
  }

  /// Decode `value` into the field `row` of `entity`, an `E`; its type is `T`.
  template <class E, class T>
  static void read(Decoder& decoder, const Node& value, const model::Key& row, void* entity) {
    decoder.decode(value, static_cast<const model::Field<E, T>&>(row).of(*static_cast<E*>(entity)));
  }

 private:
  /// Decode the pairs of the map `node` into the fields of `entity`, whose shape is `shape`.
  void pairs(const Node& node, source::Span place, const Shape& shape, void* entity);
  void member(const Node& value, const FieldName& field, void* entity) {
    field.read(*this, value, *field.row, entity);
  }
  /// Read `backfilled true`, a key that lacks its colon; false where it is none.
  bool read_without_colon(const yaml::Pair& pair, WrittenKeys& keys, void* entity);
  /// Note what is wrong with the scalar `node`.
  void refuse_scalar(const Node& node, ScalarFault& fault);

  template <class T>
  void decode(const Node& node, model::Given<T>& given) {
    given.at = place_of(node);
    if (!is_scalar(node, wanted<T>())) return;
    if constexpr (std::is_same_v<T, std::string>) {
      std::string text = look_at_text(node);
      given.value.emplace(field_ == "field" ? plain_path(node) : std::move(text));
      return;
    }
    auto converted = convert(node.text, static_cast<T*>(nullptr));
    if (converted.fault) {
      refuse_scalar(node, *converted.fault);
      return;
    }
    given.value = std::move(converted.value);
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
        loose.texts.push_back(plain_number(item));
        loose.places.push_back(item.at);
      }
      given.value = std::move(loose);
    } else if (node.kind == yaml::NodeKind::map) {
      model::Loose loose;
      decode(node, loose.trajectory);
      given.value = std::move(loose);
    } else if (is_scalar(node, wanted<std::string>())) {
      given.value = model::Loose{{plain_number(node)}, {node.at}};
    }
  }

  template <class T>
  void decode(const Node& node, model::List<T>& list) {
    list.at = key_->at;
    if (!is_list(node)) return;
    in_list_ = true;
    list.items.reserve(node.items.size());
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
    if (!is_list_of_entities(node)) return;
    const Node* const key = key_;
    const std::string_view field = field_;
    const Shape& shape = shape_of<E>();
    const std::span<const Node> items =
        without_copies(put_under_keys(shape, up_to_lost_key(*around_, shape, node.items)));
    many.items.reserve(items.size());
    for (const Node& item : items) {
      key_ = key;
      field_ = field;
      in_list_ = true;
      const bool map = !is_row(item) && is_map(item);
      in_list_ = false;
      if (map) entity(item, head_of(item), many.items.emplace_back(head_of(item)));
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
    table.rows.reserve(node.pairs.size());
    for (const yaml::Pair& pair : node.pairs) {
      auto& [name, value] = table.rows.emplace_back();
      name.at = pair.key.at;
      name.value = std::string(pair.key.text);
      key_ = &pair.key;
      decode(pair.value, value);
    }
  }

  template <class E>
  void decode(const Node& node, model::ByName<E>& table) {
    table.at = key_->at;
    if (!is_map(node)) return;
    for (const yaml::Pair& pair : node.pairs) {
      key_ = &pair.key;
      const auto first = std::find_if(table.rows.begin(), table.rows.end(), [&](const auto& row) {
        return row.first.value == pair.key.text;
      });
      if (first != table.rows.end()) {
        add(pair.key.at, source::DuplicateKey{std::string(pair.key.text), *first->first.at});
        continue;
      }
      auto& [name, entry] = table.rows.emplace_back();
      name = {std::string(pair.key.text), pair.key.at};
      if (pair.value.kind == yaml::NodeKind::map) {
        decode(pair.value, entry);
        continue;
      }
      entry.at = pair.key.at;
      entry.ends = std::max(pair.key.end, pair.value.end);
      decode(pair.value, entry.*E::text());
    }
  }

  template <class E>
  requires std::is_base_of_v<model::Part, E>
  void decode(const Node& node, E& part) {
    part.at = key_->at;
    part.ends = std::max(key_->end, node.end);
    if (is_map(node)) entity(node, key_->at, part);
  }
};

/// What is known of `E` but for the types of its fields.
template <class E>
const Shape& shape_of() {
  static const auto fields = [] {
    std::array<FieldName, model::number_of_fields<E>> all{};
    std::size_t n = 0;
    model::Fields<E>::table.each([&]<class T>(const model::Field<E, T>& field) {
      all[n++] = {field.key,
                  field.zh,
                  field.need == model::Need::required,
                  items_of(static_cast<const T*>(nullptr)),
                  &field,
                  Decoder::read<E, T>};
    });
    return all;
  }();
  static const Shape shape{model::Fields<E>::name, fields, model::renamed<E>, model::one_of<E>};
  return shape;
}

/// Decode a whole file into `entity`. An empty file and one that is no map are faults at its
/// start.
template <class E>
void decode_file(const yaml::Document& document, std::uint32_t file, E& entity,
                 std::vector<source::Fault>& faults) {
  const source::Span start = source::start_of(file);
  if (document.root.kind == yaml::NodeKind::map && !document.root.pairs.empty()) {
    const source::Span first_key = document.root.pairs.front().key.at;
    Decoder decoder(faults, document.whole);
    if (decoder.is_of_other_file(document.root, shape_of<E>())) return;
    decoder.entity(document.root, first_key, entity);
    decoder.leave_copied_texts();
    decoder.leave_misplaced_keys();
    decoder.leave_blanks_of_nothing();
  } else if (document.whole) {
    const bool empty =
        document.root.kind == yaml::NodeKind::null || document.root.kind == yaml::NodeKind::map;
    constexpr base::Bilingual entity_name = model::Fields<E>::name;
    if (empty) {
      faults.push_back({start, source::EmptyFile{entity_name, source::map_of_keys}});
    } else {
      faults.push_back(
          {start,
           source::WrongFile{entity_name, source::map_of_keys, {"别的内容", "something else"}}});
    }
  }
}

}  // namespace taizhang::load
