// SPDX-License-Identifier: MIT
#include "measure/in_force.h"

#include <algorithm>

#include "measure/completion.h"

namespace taizhang::measure {

namespace {

/// The value that the newest change of `field` put in place, or `first` where none has; what
/// `value_of` cannot read is passed over.
template <class T, class ValueOf>
std::optional<T> in_force(const model::Task& task, std::string_view field, base::Date day,
                          std::optional<T> first, ValueOf value_of) {
  std::optional<T> value = first;
  for (const model::Change* change : changes_in_force(task, field, day)) {
    if (const std::optional<T> to = value_of(*change)) value = to;
  }
  return value;
}

std::optional<base::Date> date_to(const model::Change& change) {
  return base::parse_date(change.to->texts.front()).date;
}

std::optional<std::string> text_to(const model::Change& change) { return change.to->texts.front(); }

std::optional<model::Status> status_to(const model::Change& change) {
  return model::from_name<model::Status>(change.to->texts.front());
}

/// The approved changes of `field` with a new value, of one text or of several.
std::vector<const model::Change*> all_in_force(const model::Task& task, std::string_view field,
                                               base::Date day) {
  std::vector<const model::Change*> changes;
  for (const model::Change& change : task.changes) {
    const bool counts = change.effective && *change.effective <= day && change.approved_by &&
                        change.field && *change.field == field && change.to &&
                        !change.to->texts.empty();
    if (counts) changes.push_back(&change);
  }
  std::stable_sort(changes.begin(), changes.end(),
                   [](const auto* a, const auto* b) { return *a->effective < *b->effective; });
  return changes;
}

std::vector<std::string> units_in_force(const model::Task& task, std::string_view field,
                                        const model::List<model::UnitName>& written,
                                        base::Date day) {
  const auto changes = all_in_force(task, field, day);
  if (!changes.empty()) return changes.back()->to->texts;
  std::vector<std::string> units;
  for (const auto& unit : written.items) {
    if (unit) units.push_back(unit->text);
  }
  return units;
}

}  // namespace

std::vector<const model::Change*> changes_in_force(const model::Task& task, std::string_view field,
                                                   base::Date day) {
  auto changes = all_in_force(task, field, day);
  std::erase_if(changes, [](const model::Change* one) { return one->to->texts.size() != 1; });
  return changes;
}

std::string field_of(const model::Indicator& indicator, std::string_view key) {
  return "indicators." + indicator.id.value_or("") + "." + std::string(key);
}

std::optional<base::Decimal> decimal_to(const model::Change& change) {
  return base::Decimal::parse(change.to->texts.front()).decimal;
}

bool is_lowering(const model::Change& change, const model::Indicator& indicator) {
  if (!change.from || change.from->texts.size() != 1) return false;
  const auto from = base::Decimal::parse(change.from->texts.front()).decimal;
  const auto to = decimal_to(change);
  return from && to && (is_down(indicator) ? *to > *from : *to < *from);
}

std::optional<base::Decimal> target_in_force(const model::Task& task,
                                             const model::Indicator& indicator, base::Date day) {
  if (task.changes.empty()) return indicator.target.value;
  return in_force(task, field_of(indicator, "target"), day, indicator.target.value, decimal_to);
}

std::optional<base::Date> due_in_force(const model::Task& task, base::Date day) {
  return in_force(task, "due", day, task.due.value, date_to);
}

std::optional<model::Status> status_in_force(const model::Task& task, base::Date day) {
  return in_force(task, "status", day, task.status.value, status_to);
}

std::optional<std::string> leader_in_force(const model::Task& task, base::Date day) {
  return in_force(task, "leader", day, task.leader.value, text_to);
}

std::vector<std::string> lead_in_force(const model::Task& task, base::Date day) {
  return units_in_force(task, "lead", task.lead, day);
}

std::vector<std::string> support_in_force(const model::Task& task, base::Date day) {
  return units_in_force(task, "support", task.support, day);
}

std::optional<std::string> reporter_in_force(const model::Task& task,
                                             const model::Indicator& indicator, base::Date day) {
  std::optional<std::string> written;
  if (indicator.reporter) written = indicator.reporter->text;
  if (task.changes.empty()) return written;
  return in_force(task, field_of(indicator, "reporter"), day, written, text_to);
}

std::optional<base::Date> due_in_force(const model::Task& task, const model::Indicator& indicator,
                                       base::Date day) {
  if (task.changes.empty()) return indicator.due.value;
  return in_force(task, field_of(indicator, "due"), day, indicator.due.value, date_to);
}

std::optional<base::Date> due_in_force(const model::Task& task, const model::Milestone& milestone,
                                       base::Date day) {
  if (task.changes.empty()) return milestone.due.value;
  return in_force(task, "milestones." + milestone.id.value_or("") + ".due", day,
                  milestone.due.value, date_to);
}

}  // namespace taizhang::measure
