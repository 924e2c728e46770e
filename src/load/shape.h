// SPDX-License-Identifier: MIT
//
// Which field a key stands for, in English, in Chinese or under a former name, and which fields of
// an entity a map has.
#pragma once

#include <array>
#include <cstddef>
#include <memory_resource>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "model/field.h"
#include "yaml/node.h"

namespace taizhang::load {

/// Whether nothing at all stands there.
inline bool is_nothing(const yaml::Node& node) {
  return node.kind == yaml::NodeKind::null && node.at.begin == node.at.end;
}

class Decoder;
struct Shape;

/// A field of an entity but for its type.
struct FieldName {
  std::string_view key;  ///< in English
  std::string_view zh;
  bool required;
  const Shape* items;  ///< what the items of a list of entities are; of all else null
  const model::Key* row;
  /// Read `value` into the field `row` of the entity at `entity`, which is of the shape's type.
  void (*read)(Decoder& decoder, const yaml::Node& value, const model::Key& row, void* entity);
};

/// An entity but for the types of its fields.
struct Shape {
  base::Bilingual name;
  std::span<const FieldName> fields;
  std::span<const model::Renamed> renamed;
  std::span<const model::OneOf> one_of;

  /// The place of the field that `key` stands for; nothing where it is unknown. The field at
  /// `likely` is looked at first: a file has its keys in the order of the table.
  std::optional<std::size_t> field_of(std::string_view key, std::size_t likely = 0) const;
};

/// What a map says of the fields of an entity.
struct WrittenKeys {
  struct Field {
    const yaml::Node* key = nullptr;  ///< the first that stands for it
    bool meant = false;               ///< a misspelt key stands for it

    bool is_there() const { return key || meant; }
  };

  WrittenKeys(const Shape& shape, const yaml::Node& map);

 private:
  std::array<std::byte, 1536> room_;  ///< for those of nearly every map
  std::pmr::monotonic_buffer_resource memory_{room_.data(), room_.size()};

 public:
  const Shape& shape;
  std::pmr::vector<Field> fields{&memory_};  ///< in the order of the shape
  /// The field of each pair of the map.
  std::pmr::vector<std::optional<std::size_t>> pairs{&memory_};
  /// Keys with a value that were noted as unknown and are near to none.
  std::pmr::vector<const yaml::Node*> unknown{&memory_};

  /// Look at the keys of `written`, which are those of `pairs`.
  void point_at(std::span<const yaml::Pair> written);
  /// How many fields the map has.
  std::size_t count() const;
  /// Whether it has keys in Chinese.
  bool is_chinese() const;
  /// The keys that the map does not have, in both languages: a misspelt key is one of them.
  std::vector<std::string_view> absent() const;
};

}  // namespace taizhang::load
