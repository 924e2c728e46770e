// SPDX-License-Identifier: MIT
#include "measure/in_force.h"

#include <string>

namespace taizhang::measure {

namespace {

/// The value that the newest change of `field` put in place, or `first` where none has; `parse`
/// turns its text into a value, and what it cannot is passed over. Of two changes of one day the
/// later in the file counts.
template <class T, class Parse>
std::optional<T> in_force(const model::Task& task, const std::string& field, base::Date day,
                          std::optional<T> first, Parse parse) {
  std::optional<T> value = first;
  std::optional<base::Date> newest;
  for (const model::Change& change : task.changes) {
    const bool counts = change.effective && *change.effective <= day && change.approved_by &&
                        change.field && *change.field == field && change.to &&
                        change.to->texts.size() == 1;
    if (!counts || (newest && *change.effective < *newest)) continue;
    const std::optional<T> to = parse(change.to->texts[0]);
    if (!to) continue;
    value = to;
    newest = change.effective.value;
  }
  return value;
}

std::optional<base::Date> date_of(const std::string& text) { return base::parse_date(text).date; }

std::optional<base::Decimal> decimal_of(const std::string& text) {
  return base::Decimal::parse(text).decimal;
}

std::string field_of(const model::Indicator& indicator, const char* key) {
  return "indicators." + indicator.id.value_or("") + "." + key;
}

}  // namespace

std::optional<base::Decimal> target_in_force(const model::Task& task,
                                             const model::Indicator& indicator, base::Date day) {
  return in_force(task, field_of(indicator, "target"), day, indicator.target.value, decimal_of);
}

std::optional<base::Date> due_in_force(const model::Task& task, base::Date day) {
  return in_force(task, "due", day, task.due.value, date_of);
}

std::optional<base::Date> due_in_force(const model::Task& task, const model::Indicator& indicator,
                                       base::Date day) {
  return in_force(task, field_of(indicator, "due"), day, indicator.due.value, date_of);
}

}  // namespace taizhang::measure
