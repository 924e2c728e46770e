// SPDX-License-Identifier: MIT
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>

#include "model/given.h"

namespace taizhang::example {

/// Where entries stand that are made here: at the start of a file that has yet to be written.
inline constexpr source::Span unwritten = source::start_of(0);

/// Put values into the structs of the model, which otherwise come from files.
inline void set(model::Given<std::string>& given, std::string_view text) {
  given.value = std::string(text);
}

inline void set(model::Given<model::UnitName>& given, std::string_view name) {
  given.value = model::UnitName{std::string(name)};
}

inline void add(model::List<std::string>& list, std::string_view text) {
  list.items.push_back({std::string(text), {}});
}

inline void add(model::List<model::UnitName>& list, std::string_view name) {
  list.items.push_back({model::UnitName{std::string(name)}, {}});
}

template <class T>
void add(model::OneOrList<T>& list, std::string_view text) {
  add(static_cast<model::List<T>&>(list), text);
}

template <class T>
void add(model::Table<T>& table, std::string_view name, T value) {
  table.rows.push_back({{std::string(name), {}}, {std::move(value), {}}});
}

/// A text of a table with `{}` where the thing it speaks of stands.
inline std::string about(std::string_view text, std::string_view thing) {
  return fmt::format(fmt::runtime(text), thing);
}

}  // namespace taizhang::example
