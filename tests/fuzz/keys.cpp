// SPDX-License-Identifier: MIT
#include "keys.h"

#include "model/plan.h"
#include "model/task_fields.h"
#include "model/unit.h"

namespace taizhang::fuzz {

namespace {

using Words = std::set<std::string>;

template <class E>
requires std::is_base_of_v<model::Entity, E>
void add_keys(Words& words);

/// What may stand where a member of that type does: one overload for each shape of type.
template <class T>
void add_values(Words& words, const model::Given<T>*) {
  if constexpr (std::is_enum_v<T>) {
    for (const auto& row : model::Names<T>::table) {
      words.emplace(row.name);
      words.emplace(row.label.zh);
    }
  }
}
template <class T>
void add_values(Words& words, const model::List<T>*) {
  add_values(words, static_cast<model::Given<T>*>(nullptr));
}
template <class T>
void add_values(Words& words, const model::Table<T>*) {
  add_values(words, static_cast<model::Given<T>*>(nullptr));
}
void add_values(Words&, const model::Amounts*) {}
template <class E>
void add_values(Words& words, const model::Many<E>*) {
  add_keys<E>(words);
}
template <class E>
requires std::is_base_of_v<model::Entity, E>
void add_values(Words& words, const E*) { add_keys<E>(words); }

template <class E, class T>
void add_field(Words& words, const model::Field<E, T>& field) {
  words.emplace(field.key);
  words.emplace(field.zh);
  add_values(words, static_cast<T*>(nullptr));
}

template <class E>
requires std::is_base_of_v<model::Entity, E>
void add_keys(Words& words) {
  std::apply([&](const auto&... field) { (add_field(words, field), ...); },
             model::Fields<E>::table);
}

}  // namespace

std::set<std::string> keys_and_words() {
  Words words;
  add_keys<model::Plan>(words);
  add_keys<model::Registry>(words);
  add_keys<model::Task>(words);
  return words;
}

}  // namespace taizhang::fuzz
