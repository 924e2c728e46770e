// SPDX-License-Identifier: MIT
#include "load/shape.h"

#include <algorithm>

namespace taizhang::load {

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

bool WrittenKeys::is_chinese() const {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].key && fields[i].key->text == shape.fields[i].zh) return true;
  }
  return false;
}

}  // namespace taizhang::load
