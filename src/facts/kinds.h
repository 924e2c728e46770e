// SPDX-License-Identifier: MIT
//
// What the files of `kinds/` share: each defines one kind of row. A computed field is one row of
// its list, `figure("due", {"完成时限", "Due"}, Type::date, {…}, &TaskFigures::due)`: the getter is
// a member of what the row is or lies in, or a function of the row.
#pragma once

#include <algorithm>
#include <functional>
#include <initializer_list>

#include "facts/catalogue.h"
#include "facts/stored.h"
#include "facts/values.h"
#include "facts/world.h"
#include "measure/aggregate.h"

namespace taizhang::facts {

extern const KindOfRow plans_kind, sections_kind, units_kind, tasks_kind, duties_kind,
    indicators_kind, unit_indicators_kind, shares_kind, milestones_kind, readings_kind,
    periods_kind, progress_kind, issues_kind, steps_kind, inspections_kind, assessments_kind,
    orders_kind, changes_kind, deductions_kind, events_kind;

/// The unit of measure of the indicator that the row is or lies in.
std::string measure_unit(const Row& row);
/// What the places of a rank are counted in: 位, or 名 where the file says so.
std::string place_unit(const Row& row);
/// Why the task of the row is in no count (RULES.md §6.9): 组织保障, else its status (暂停, 取消).
Value not_counted(const Row& row);
/// Whether its task is still to be worked on, and counted: what is over is not overdue.
bool is_asked_for(const Row& row);
/// An amount in it.
template <class T>
Value amount_of(const Row& row, const T& value) {
  return amount(value, measure_unit(row));
}
/// A member of what may not be there.
template <class T, class Member>
std::optional<Member> member_of(const T* thing, Member T::*member) {
  return thing ? std::optional<Member>(thing->*member) : std::nullopt;
}

// -- computed fields ----------------------------------------------------------------------------

template <class Member>
struct OwnerOf;
template <class Owner, class Member>
struct OwnerOf<Member Owner::*> {
  using type = Owner;
};

/// What `get` gives of a row.
template <class Get>
decltype(auto) taken(const Row& row, Get get) {
  if constexpr (std::is_member_pointer_v<Get>)
    return std::invoke(get, row.as<typename OwnerOf<Get>::type>());
  else
    return get(row);
}

/// A fraction as a value of `type`, which is one of the kinds of number; a plain number is an
/// amount in the row's unit of measure.
Value number_in(const Row& row, Type type, const std::optional<base::Ratio>& fraction);

/// What a getter gave, as a value of `type`. A text without letters is none.
template <class T>
Value as_value(const Row& row, Type type, const T& given) {
  if constexpr (std::is_same_v<T, std::string>)
    return given.empty() ? Value() : Value(given);
  else if constexpr (std::is_same_v<T, base::Ratio> ||
                     std::is_same_v<T, std::optional<base::Ratio>>)
    return number_in(row, type, given);
  else if constexpr (requires { stored(given); })
    return stored(given);
  else
    return value_of(given);
}

/// Makes a computed field that needs so much to be known.
template <Need need>
struct Computed {
  template <class Get>
  Field operator()(std::string name, base::Bilingual title, Type type, base::Bilingual about,
                   Get get, FieldExtras extras = {}) const {
    return {std::move(extras), std::move(name), title, type, need, about, [=](const Row& row) {
              return as_value(row, type, taken(row, get));
            }};
  }
};
inline constexpr Computed<Need::file> of_file;    ///< from what the files say alone
inline constexpr Computed<Need::figures> figure;  ///< from what is measured on a day
inline constexpr Computed<Need::score> scored;    ///< from the months of a task

/// A field that is taken from the file as it is, at this place of the order; `title` is its name
/// for people where the file's own table has a longer one.
inline Field from_file(std::string name, base::Bilingual title = {}, FieldExtras extras = {}) {
  return {std::move(extras), std::move(name), title, Type::text, Need::file, {}, nullptr};
}

/// The field `name` of `kind` for another kind of row: got of the row that `as` makes of it, such
/// as a task as a unit has it, and shown by `shown`, else as it is.
Field field_through(Row (*as)(const Row&), Kind kind, std::string_view name,
                    Value (*shown)(const Row&) = nullptr);

// -- fields that several kinds have -------------------------------------------------------------

/// The days from the day asked for to `date`: negative when it is past.
Value days_until(const Row& row, const std::optional<base::Date>& date);

template <class Get>
Field due_field(Get due, base::Bilingual title = {"完成时限", "Due"},
                base::Bilingual about = {"当日有效的完成时限",
                                         "the due date in force on the day"}) {
  return figure("due", title, Type::date, about, due, {.also = "时限"});
}

constexpr base::Bilingual days_until_due{"距完成时限的天数，逾期为负",
                                         "days until it is due; negative when that is past"};
template <class Get>
Field days_left_field(Get due, base::Bilingual about = days_until_due) {
  return figure("days_left", {"剩余天数", "Days left"}, Type::whole, about,
                [=](const Row& row) { return days_until(row, taken(row, due)); });
}

template <class Get>
Field counted_field(Get is_counted) {
  return figure("counted", {"计入", "Counted"}, Type::yes_no,
                {"是否计入项数、占比和平均", "whether it is in counts, shares and means"},
                is_counted);
}

template <class Get>
Field light_field(Get light, base::Bilingual about = {"亮灯", "its light"},
                  Value (*shown)(const Row&) = nullptr) {
  return figure("light", {"灯", "Light"}, Type::word, about, light,
                {.also = "灯色", .shown = shown, .known = all_words<model::Light>});
}

/// 已完成 where that was after the due date.
inline constexpr base::Bilingual done_late{"逾期完成", "done late"};
/// A class as the plan of the row calls it.
document::Word class_word(const Row& row, model::Class standing);
/// The classes as a plan calls them; without a plan as plans do that owe reports.
std::vector<Known> all_classes(const Row& plan);

/// How the row stands; in a table in the colour of its light.
template <class Get>
Field class_field(Get standing, base::Bilingual about, Value (*shown)(const Row&)) {
  return figure("class", {"进度", "Class"}, Type::word, about, standing,
                {.also = "分类", .shown = shown, .known = all_classes});
}

// -- fields of indicators and of their shares by unit -------------------------------------------

/// What an indicator or a unit with a share of its target promises: `40 公里以上`.
Value promise_of(const Row& row, const std::optional<base::Decimal>& target);

Field value_field();
Field data_date_field();
Field expected_field();
Field completion_field();
Field ratio_field();
Field gap_field();
Field gap_unit_field();
/// Its light and its class, in a table in the colour of its light; where its task is not counted
/// both say why.
Field strand_light_field();
Field strand_class_field();

// -- the fields of a kind -----------------------------------------------------------------------

/// The fields of a kind: those of `computed` in their order, each `from_file` among them put in
/// from `stored`; then the rest of `stored`; then, as `written.…`, the stored ones that a computed
/// one has replaced. `nested` are the stored lists that are rows of their own.
std::vector<Field> arranged(std::vector<Field> computed, std::vector<Field> stored,
                            std::initializer_list<std::string_view> nested = {});

/// The same with the stored fields of an entity.
template <class E>
std::vector<Field> fields_of(std::vector<Field> computed,
                             std::initializer_list<std::string_view> nested = {}) {
  return arranged(std::move(computed), stored_fields<E>(), nested);
}

/// Mark these of `fields` as names of units, though a file may also name somebody else there: who
/// approved a change, who found an issue.
void mark_unit_names(std::vector<Field>& fields, std::initializer_list<std::string_view> names);

/// Several lists of fields as one.
std::vector<Field> joined(std::initializer_list<std::vector<Field>> lists);

/// The fields of indicators that have files of their own: what one promises, and how it has been
/// reported.
std::vector<Field> promise_fields();
std::vector<Field> report_fields();

/// Who owes a period: of targets by unit those units, else who reports.
Value owing(const Row& row, const measure::ReportPeriod& period);
/// Periods for people: by their ends, with the units that owe them where targets are by unit.
Value ends_of(const std::vector<measure::ReportPeriod>& periods);

/// What `make` makes, made once.
template <std::vector<Field> (*make)()>
const std::vector<Field>& once() {
  static const std::vector<Field> all = make();
  return all;
}

/// The fields of a kind to which nothing is added.
template <class E>
const std::vector<Field>& as_written() {
  static const std::vector<Field> all = stored_fields<E>();
  return all;
}

/// A score with its grade and what it is made of: `value`, `grade`, `by_hand`, `base` …
Value score_record(const measure::TaskScore& score);

/// The same for people.
Value score_shown(const measure::TaskScore& score);

/// The tally of the tasks in a plan or a section, or of those that a unit leads.
measure::Tally tally_of(const Row& row);

/// The mean of the scores of the tasks in a section.
measure::MeanScore mean_score_of(const Row& section, measure::Trace* trace = nullptr);

/// The sections of a plan: what fields of them can have.
std::vector<Known> all_sections(const Row& plan);

// -- the rows of a kind -------------------------------------------------------------------------

inline void put(Row& row, const measure::PlanFigures& plan) { row.plan = &plan; }
inline void put(Row& row, const measure::TaskFigures& task) { row.task = &task; }
inline void put(Row& row, const measure::IndicatorFigures& one) { row.indicator = &one; }
inline void put(Row& row, const measure::IssueFigures& issue) { row.issue = &issue; }
template <class T>
void put(Row& row, const T& part) {
  row.part = &part;
}

/// The row of `thing`, which lies in `parent`.
template <class T>
Row inside(const Row& parent, Kind kind, const T& thing, std::size_t index) {
  Row child = parent;
  child.kind = kind;
  child.part = nullptr;
  child.index = index;
  put(child, thing);
  return child;
}

/// Visit each of the list that is a member of what `parent` is.
template <Kind kind, auto list>
void each(const Row& parent, const Visit& visit) {
  std::size_t index = 0;
  for (const auto& one : parent.as<typename OwnerOf<decltype(list)>::type>().*list) {
    visit(inside(parent, kind, one, index++));
  }
}

/// Its place among those of its kind beside it, from 1: `#2`.
std::string place(const Row& row);

/// The id of an entity, or its place where it has none; of those that never have one with the name
/// of their kind, as in `progress/2`.
template <class E>
std::string id_or_place(const Row& row) {
  if constexpr (requires(const E& entity) { entity.id; })
    return row.as<E>().id.value_or(place(row));
  else
    return std::string(kind_of(row.kind).name) + "/" + place(row).substr(1);
}

/// The kind whose rows are the entries `E` of a list in what the parent is.
template <class E, Kind kind, auto list>
constexpr KindOfRow entries(std::string_view name, base::Bilingual title, Kind parent,
                            std::string_view list_name,
                            const std::vector<Field>& (*fields)() = as_written<E>) {
  return {kind, name, title, parent, list_name, each<kind, list>, id_or_place<E>, fields};
}

}  // namespace taizhang::facts
