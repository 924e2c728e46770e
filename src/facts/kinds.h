// SPDX-License-Identifier: MIT
//
// What the files of `kinds/` share: each defines one kind of row.
#pragma once

#include <algorithm>
#include <initializer_list>

#include "facts/catalogue.h"
#include "facts/stored.h"
#include "facts/values.h"
#include "facts/world.h"

namespace taizhang::facts {

extern const KindOfRow plans_kind, sections_kind, units_kind, tasks_kind, indicators_kind,
    milestones_kind, readings_kind, periods_kind, progress_kind, issues_kind, steps_kind,
    inspections_kind, assessments_kind, orders_kind, changes_kind, deductions_kind;

/// A field that is taken from the file as it is, at this place of the order; `title` is its name
/// for people where the file's own table has a longer one.
inline Field from_file(std::string name, base::Bilingual title = {}) {
  return {std::move(name), title, Type::text, Need::file, {}};
}

/// The fields of a kind: those of `computed` in their order, each `from_file` among them put in
/// from `stored`; then the rest of `stored`; then, as `written.…`, the stored ones that a computed
/// one has replaced. `nested` are the stored lists that are rows of their own.
std::vector<Field> arranged(std::vector<Field> computed, std::vector<Field> stored,
                            std::initializer_list<std::string_view> nested = {});

/// The units of a plan's registry, and its sections: what fields of them can have.
std::vector<Known> all_units(const Row& plan);
std::vector<Known> all_sections(const Row& plan);

/// `field` with all the values that it can have.
inline Field with_known(Field field, std::vector<Known> (*known)(const Row& plan)) {
  field.known = known;
  return field;
}

/// A record with its parts.
inline Field with_parts(Field field, std::vector<Part> parts) {
  field.parts = std::move(parts);
  return field;
}

/// `row` with another kind and part: what lies in it.
Row inside(const Row& row, Kind kind, const void* part, std::size_t index);

/// The id of an entity, or its place among the others, from 1, where it has none.
template <class E>
std::string id_or_place(const Row& row, const E& entity) {
  return entity.id ? *entity.id : "#" + std::to_string(row.index + 1);
}

/// Its place among the others of its kind: `progress/2`.
std::string by_place(const Row& row);

/// The unit of measure of the indicator that the row is or lies in.
std::string measure_unit(const Row& row);

/// The days from the day asked for to `date`: negative when it is past.
Value days_until(const Row& row, const std::optional<base::Date>& date);

}  // namespace taizhang::facts
