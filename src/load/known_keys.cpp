// SPDX-License-Identifier: MIT
#include "load/known_keys.h"

#include <set>

#include "model/plan.h"
#include "model/task_fields.h"
#include "model/unit.h"

namespace taizhang::load {

namespace {

using Names = std::set<std::string_view>;

template <class E>
requires std::is_base_of_v<model::Entity, E>
void add_names(Names& names);

template <class E>
void add_names_in(Names& names, const model::Many<E>*) {
  add_names<E>(names);
}
template <class E>
requires std::is_base_of_v<model::Entity, E>
void add_names_in(Names& names, const E*) { add_names<E>(names); }
void add_names_in(Names&, const void*) {}

template <class E>
requires std::is_base_of_v<model::Entity, E>
void add_names(Names& names) {
  const auto add = [&]<class T>(const model::Field<E, T>& field) {
    names.insert({field.key, field.zh});
    add_names_in(names, static_cast<const T*>(nullptr));
  };
  model::Fields<E>::table.each(add);
}

}  // namespace

const Names& all_keys() {
  static const Names names = [] {
    Names all;
    add_names<model::Plan>(all);
    add_names<model::Registry>(all);
    add_names<model::Task>(all);
    return all;
  }();
  return names;
}

bool is_key_somewhere(std::string_view name) { return all_keys().contains(name); }

}  // namespace taizhang::load
