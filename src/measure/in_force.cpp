// SPDX-License-Identifier: MIT
#include "measure/in_force.h"

#include <algorithm>

#include "measure/completion.h"

namespace taizhang::measure {

namespace {

/// What a change is on a day.
enum class ChangeFate { in_force, later, unapproved, unreadable };

ChangeFate fate_of(const model::Change& change, base::Date day) {
  if (!change.effective || !change.to || change.to->texts.empty()) return ChangeFate::unreadable;
  if (!change.approved_by) return ChangeFate::unapproved;
  return *change.effective > day ? ChangeFate::later : ChangeFate::in_force;
}

bool is_of(const model::Change& change, std::string_view field) {
  return change.field && *change.field == field;
}

/// Tell what became of each change of `field`; `can_read` says whether a new value makes sense.
template <class CanRead>
void tell_changes(Trace& trace, const model::Task& task, std::string_view field, base::Date day,
                  CanRead can_read) {
  for (const model::Change& change : task.changes) {
    if (!is_of(change, field)) continue;
    const std::string of(field);
    const std::string id = change.id.value_or("");
    ChangeFate fate = fate_of(change, day);
    if (fate != ChangeFate::unreadable && !can_read(change)) fate = ChangeFate::unreadable;
    const Texts from = change.from ? change.from->texts : Texts();
    const Texts to = change.to ? change.to->texts : Texts();
    switch (fate) {
      case ChangeFate::in_force:
        trace.tell<"change.in_force">(to, of, id, *change.effective, day, from, to,
                                      *change.approved_by);
        break;
      case ChangeFate::later:
        trace.tell<"change.later">(std::nullopt, of, id, *change.effective, day, from, to);
        break;
      case ChangeFate::unapproved:
        trace.tell<"change.unapproved">(std::nullopt, of, id, *change.effective, from, to);
        break;
      case ChangeFate::unreadable:
        trace.tell<"change.unreadable">(std::nullopt, of, id, change.effective.value, from, to);
        break;
    }
  }
}

/// The value that the newest change of `field` put in place, or `first` where none has; what
/// `value_of` cannot read is passed over. `Written` and `Changed` are the rules of the two.
template <RuleId Written, RuleId Changed, class T, class ValueOf>
std::optional<T> in_force(const model::Task& task, std::string_view field, base::Date day,
                          std::optional<T> first, ValueOf value_of, Trace* trace) {
  std::optional<T> value = first;
  const model::Change* by = nullptr;
  for (const model::Change* change : changes_in_force(task, field, day)) {
    if (const std::optional<T> to = value_of(*change)) {
      value = to;
      by = change;
    }
  }
  if (trace) {
    tell_changes(*trace, task, field, day, [&](const model::Change& change) {
      return change.to->texts.size() == 1 && value_of(change);
    });
    if (by) {
      trace->tell<Changed>(value, first, by->id.value_or(""), *by->effective, value);
    } else {
      trace->tell<Written>(value, first);
    }
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
    if (is_of(change, field) && fate_of(change, day) == ChangeFate::in_force) {
      changes.push_back(&change);
    }
  }
  std::stable_sort(changes.begin(), changes.end(),
                   [](const auto* a, const auto* b) { return *a->effective < *b->effective; });
  return changes;
}

template <RuleId Written, RuleId Changed>
std::vector<std::string> units_in_force(const model::Task& task, std::string_view field,
                                        const model::List<model::UnitName>& written, base::Date day,
                                        Trace* trace) {
  std::vector<std::string> units;
  for (const auto& unit : written.items) {
    if (unit) units.push_back(unit->text);
  }
  const auto changes = all_in_force(task, field, day);
  if (trace) tell_changes(*trace, task, field, day, [](const auto&) { return true; });
  if (changes.empty()) {
    if (trace) trace->tell<Written>(units, units);
    return units;
  }
  const model::Change& newest = *changes.back();
  if (trace) {
    trace->tell<Changed>(newest.to->texts, units, newest.id.value_or(""), *newest.effective,
                         newest.to->texts);
  }
  return newest.to->texts;
}

}  // namespace

std::vector<const model::Change*> changes_in_force(const model::Task& task, std::string_view field,
                                                   base::Date day) {
  auto changes = all_in_force(task, field, day);
  std::erase_if(changes, [](const model::Change* one) { return one->to->texts.size() != 1; });
  return changes;
}

bool is_in_force(const model::Change& change, base::Date day) {
  return fate_of(change, day) == ChangeFate::in_force;
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

std::optional<base::Decimal> written_target(const model::Indicator& indicator) {
  return indicator.target ? indicator.target->number : std::nullopt;
}

const model::Override* override_in_force(const model::Task& task, base::Date day) {
  const model::Override* newest = nullptr;
  for (const model::Override& own : task.override_) {
    const bool holds = (!own.from || *own.from <= day) && (!own.until || day <= *own.until);
    if (holds) newest = &own;
  }
  return newest;
}

std::optional<base::Decimal> target_in_force(const model::Task& task,
                                             const model::Indicator& indicator, base::Date day,
                                             Trace* trace) {
  const auto written = written_target(indicator);
  if (task.changes.empty() && !trace) return written;
  return in_force<"target.as_written", "target.by_change">(task, field_of(indicator, "target"), day,
                                                           written, decimal_to, trace);
}

std::optional<base::Date> due_in_force(const model::Task& task, base::Date day, Trace* trace) {
  return in_force<"due.as_written", "due.by_change">(
      task, "due", day, task.due ? task.due->date : std::nullopt, date_to, trace);
}

std::optional<model::Status> status_in_force(const model::Task& task, base::Date day,
                                             Trace* trace) {
  return in_force<"status.as_written", "status.by_change">(task, "status", day, task.status.value,
                                                           status_to, trace);
}

std::optional<std::string> leader_in_force(const model::Task& task, base::Date day, Trace* trace) {
  return in_force<"leader.as_written", "leader.by_change">(
      task, "leader", day,
      task.leader.items.empty() ? std::nullopt : task.leader.items.front().value, text_to, trace);
}

std::vector<std::string> lead_in_force(const model::Task& task, base::Date day, Trace* trace) {
  return units_in_force<"lead.as_written", "lead.by_change">(task, "lead", task.lead, day, trace);
}

std::vector<std::string> support_in_force(const model::Task& task, base::Date day, Trace* trace) {
  return units_in_force<"support.as_written", "support.by_change">(task, "support", task.support,
                                                                   day, trace);
}

std::optional<std::string> reporter_in_force(const model::Task& task,
                                             const model::Indicator& indicator, base::Date day,
                                             Trace* trace) {
  std::optional<std::string> written;
  if (indicator.reporter) written = indicator.reporter->text;
  if (task.changes.empty() && !trace) return written;
  return in_force<"reporter.as_written", "reporter.by_change">(
      task, field_of(indicator, "reporter"), day, written, text_to, trace);
}

std::optional<base::Date> due_in_force(const model::Task& task, const model::Indicator& indicator,
                                       base::Date day, Trace* trace) {
  if (task.changes.empty() && !trace) return indicator.due.value;
  return in_force<"due.as_written", "due.by_change">(task, field_of(indicator, "due"), day,
                                                     indicator.due.value, date_to, trace);
}

std::optional<base::Date> due_in_force(const model::Task& task, const model::Milestone& milestone,
                                       base::Date day, Trace* trace) {
  if (task.changes.empty() && !trace) return milestone.due.value;
  return in_force<"due.as_written", "due.by_change">(
      task, "milestones." + milestone.id.value_or("") + ".due", day, milestone.due.value, date_to,
      trace);
}

}  // namespace taizhang::measure
