// SPDX-License-Identifier: MIT
#include "measure/in_force.h"

#include <algorithm>

#include "measure/completion.h"

namespace taizhang::measure {

namespace {

/// What a task says in place of a due date where it has no end (长期坚持).
constexpr std::string_view standing = "standing";

/// What a change is on a day.
enum class ChangeFate { in_force, later, pending, unknown, unreadable };

ChangeFate fate_of(const model::Change& change, When when) {
  const bool is_given = change.to && (!change.to->texts.empty() || change.to->trajectory.written());
  if (!is_given) return ChangeFate::unreadable;
  const auto effective = takes_effect(change);
  if (!effective && !change.requested) return ChangeFate::unreadable;
  const base::Date asked = change.requested ? *change.requested : *effective;
  if (asked > when.known_by) return ChangeFate::unknown;
  if (effective && *effective <= when.day) return ChangeFate::in_force;
  if (asked > when.day) return ChangeFate::unknown;
  return effective ? ChangeFate::later : ChangeFate::pending;
}

bool is_of(const model::Change& change, std::string_view field) {
  return change.field && *change.field == field;
}

/// A side of a change as texts; of a trajectory its type and its points.
Texts texts_of(const model::Given<model::Loose>& side) {
  if (!side) return {};
  if (!side->trajectory.written()) return side->texts;
  Texts texts;
  if (side->trajectory.type) texts.emplace_back(model::name(*side->trajectory.type));
  for (const model::TrajectoryPoint& point : side->trajectory.points) {
    if (point.date && point.value) {
      texts.push_back(base::iso(*point.date) + ": " + point.value->text());
    }
  }
  return texts;
}

/// Tell what became of each change of `field`; `can_read` says whether a new value makes sense.
template <class CanRead>
void tell_changes(Trace& trace, const model::Task& task, std::string_view field, When when,
                  CanRead can_read) {
  for (const model::Change& change : task.changes) {
    if (!is_of(change, field)) continue;
    const std::string of(field);
    const std::string id = change.id.value_or("");
    ChangeFate fate = fate_of(change, when);
    if (fate == ChangeFate::in_force && !can_read(change)) fate = ChangeFate::unreadable;
    const Texts from = texts_of(change.from);
    const Texts to = texts_of(change.to);
    const auto effective = takes_effect(change);
    switch (fate) {
      case ChangeFate::in_force:
        trace.tell<"change.in_force">(to, of, id, *effective, when.day, from, to,
                                      change.approved_by.value);
        break;
      case ChangeFate::later:
        trace.tell<"change.later">(std::nullopt, of, id, *effective, when.day, from, to);
        break;
      case ChangeFate::pending:
        trace.tell<"change.pending">(std::nullopt, of, id, *change.requested, from, to);
        break;
      case ChangeFate::unreadable:
        trace.tell<"change.unreadable">(std::nullopt, of, id, effective, from, to);
        break;
      case ChangeFate::unknown:
        break;
    }
  }
}

/// The value that the newest change of `field` put in place, or `first` where none has; what
/// `value_of` cannot read is passed over. `Written` and `Changed` are the rules of the two.
template <RuleId Written, RuleId Changed, class T, class ValueOf>
std::optional<T> in_force(const model::Task& task, std::string_view field, When when,
                          std::optional<T> first, ValueOf value_of, Trace* trace) {
  std::optional<T> value = first;
  const model::Change* by = nullptr;
  for (const model::Change* change : changes_in_force(task, field, when)) {
    if (const std::optional<T> to = value_of(*change)) {
      value = to;
      by = change;
    }
  }
  if (trace) {
    tell_changes(*trace, task, field, when, [&](const model::Change& change) {
      return change.to->texts.size() == 1 && value_of(change);
    });
    if (by) {
      trace->tell<Changed>(value, first, by->id.value_or(""), *takes_effect(*by), value);
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
                                               When when) {
  std::vector<const model::Change*> changes;
  for (const model::Change& change : task.changes) {
    if (is_of(change, field) && fate_of(change, when) == ChangeFate::in_force) {
      changes.push_back(&change);
    }
  }
  std::stable_sort(changes.begin(), changes.end(), [](const auto* a, const auto* b) {
    return *takes_effect(*a) < *takes_effect(*b);
  });
  return changes;
}

/// The texts that the newest change of `field` put in place, one or several, or those written.
template <RuleId Written, RuleId Changed>
std::vector<std::string> texts_in_force(const model::Task& task, std::string_view field,
                                        const std::vector<std::string>& written, When when,
                                        Trace* trace) {
  auto changes = all_in_force(task, field, when);
  std::erase_if(changes, [](const auto* change) { return change->to->texts.empty(); });
  if (trace) {
    tell_changes(*trace, task, field, when,
                 [](const auto& change) { return !change.to->texts.empty(); });
  }
  if (changes.empty()) {
    if (trace) trace->tell<Written>(written, written);
    return written;
  }
  const model::Change& newest = *changes.back();
  if (trace) {
    trace->tell<Changed>(newest.to->texts, written, newest.id.value_or(""), *takes_effect(newest),
                         newest.to->texts);
  }
  return newest.to->texts;
}

template <RuleId Written, RuleId Changed>
std::vector<std::string> units_in_force(const model::Task& task, std::string_view field,
                                        const model::List<model::UnitName>& written, When when,
                                        Trace* trace) {
  std::vector<std::string> units;
  for (const auto& unit : written.items) {
    if (unit) units.push_back(unit->text);
  }
  return texts_in_force<Written, Changed>(task, field, units, when, trace);
}

}  // namespace

std::optional<base::Date> takes_effect(const model::Change& change) {
  if (change.effective || !change.approved_by) return change.effective.value;
  return change.requested.value;
}

std::vector<const model::Change*> changes_in_force(const model::Task& task, std::string_view field,
                                                   When when) {
  auto changes = all_in_force(task, field, when);
  std::erase_if(changes, [](const model::Change* one) { return one->to->texts.size() != 1; });
  return changes;
}

bool is_in_force(const model::Change& change, When when) {
  return fate_of(change, when) == ChangeFate::in_force;
}

bool is_pending(const model::Change& change, When when) {
  return fate_of(change, when) == ChangeFate::pending;
}

std::string field_of(const model::Indicator& indicator, std::string_view key) {
  return "indicators." + indicator.id.value_or("") + "." + std::string(key);
}

std::optional<base::Decimal> decimal_to(const model::Change& change) {
  return base::Decimal::parse(change.to->texts.front()).decimal;
}

bool is_loosening(const model::Change& change, const model::Task& task) {
  const bool single = change.field && change.from && change.from->texts.size() == 1 && change.to &&
                      change.to->texts.size() == 1;
  if (!single) return false;
  const std::string& field = *change.field;
  if (field == "due" || field.ends_with(".due")) {
    const auto from = base::parse_date(change.from->texts.front()).date;
    const auto to = date_to(change);
    return from && (to ? *to > *from : change.to->texts.front() == standing);
  }
  for (const model::Indicator& indicator : task.indicators) {
    const bool promises = field == field_of(indicator, "target") ||
                          field == field_of(indicator, "than.by") ||
                          field.starts_with(field_of(indicator, "targets."));
    if (!promises) continue;
    const auto from = base::Decimal::parse(change.from->texts.front()).decimal;
    const auto to = decimal_to(change);
    return from && to && (is_down(indicator) ? *to > *from : *to < *from);
  }
  return false;
}

std::optional<base::Decimal> written_target(const model::Indicator& indicator) {
  return indicator.target ? indicator.target->number : std::nullopt;
}

const model::Override* override_in_force(const model::Task& task, Overridden what, When when) {
  const model::Override* newest = nullptr;
  for (const model::Override& own : task.override_) {
    const bool sets = what == Overridden::light ? bool(own.light) : bool(own.score);
    const bool holds = own.from && *own.from <= std::min(when.day, when.known_by) &&
                       (!own.until || when.day <= *own.until);
    if (sets && holds && (!newest || *own.from >= *newest->from)) newest = &own;
  }
  return newest;
}

std::optional<base::Decimal> target_in_force(const model::Task& task,
                                             const model::Indicator& indicator, When when,
                                             Trace* trace) {
  const auto written = written_target(indicator);
  if (task.changes.empty() && !trace) return written;
  return in_force<"target.as_written", "target.by_change">(task, field_of(indicator, "target"),
                                                           when, written, decimal_to, trace);
}

std::optional<base::Decimal> target_in_force(const model::Task& task,
                                             const model::Indicator& indicator,
                                             const std::string& unit,
                                             std::optional<base::Decimal> written, When when) {
  if (task.changes.empty()) return written;
  return in_force<"target.as_written", "target.by_change">(
      task, field_of(indicator, "targets." + unit), when, written, decimal_to, nullptr);
}

base::Decimal margin_in_force(const model::Task& task, const model::Indicator& indicator, When when,
                              Trace* trace) {
  const auto written = indicator.than.by.value.value_or(base::Decimal());
  return *in_force<"margin.as_written", "margin.by_change">(
      task, field_of(indicator, "than.by"), when, std::optional(written), decimal_to, trace);
}

Course course_in_force(const model::Task& task, const model::Indicator& indicator, When when,
                       Trace* trace) {
  Course course{&indicator.trajectory};
  if (task.changes.empty()) return course;
  const std::string field = field_of(indicator, "trajectory");
  const auto can_read = [](const model::Change& change) {
    return bool(change.to->trajectory.type);
  };
  for (const model::Change* change : all_in_force(task, field, when)) {
    if (can_read(*change)) course = {&change->to->trajectory, change};
  }
  if (trace) tell_changes(*trace, task, field, when, can_read);
  return course;
}

std::optional<base::Date> due_in_force(const model::Task& task, When when, Trace* trace) {
  std::optional<base::Date> due = task.due ? task.due->date : std::nullopt;
  if (task.changes.empty() && !trace) return due;
  const auto dated =
      in_force<"due.as_written", "due.by_change">(task, "due", when, due, date_to, trace);
  const auto changes = changes_in_force(task, "due", when);
  const bool has_no_end = !changes.empty() && changes.back()->to->texts.front() == standing;
  return has_no_end ? std::nullopt : dated;
}

std::optional<model::Status> status_in_force(const model::Task& task, When when, Trace* trace) {
  return in_force<"status.as_written", "status.by_change">(task, "status", when, task.status.value,
                                                           status_to, trace);
}

std::vector<std::string> leaders_in_force(const model::Task& task, When when, Trace* trace) {
  std::vector<std::string> written;
  for (const auto& post : task.leader.items) {
    if (post) written.push_back(*post);
  }
  return texts_in_force<"leader.as_written", "leader.by_change">(task, "leader", written, when,
                                                                 trace);
}

std::vector<std::string> lead_in_force(const model::Task& task, When when, Trace* trace) {
  return units_in_force<"lead.as_written", "lead.by_change">(task, "lead", task.lead, when, trace);
}

std::vector<std::string> support_in_force(const model::Task& task, When when, Trace* trace) {
  return units_in_force<"support.as_written", "support.by_change">(task, "support", task.support,
                                                                   when, trace);
}

std::optional<std::string> reporter_in_force(const model::Task& task,
                                             const model::Indicator& indicator, When when,
                                             Trace* trace) {
  std::optional<std::string> written;
  if (indicator.reporter) written = indicator.reporter->text;
  if (task.changes.empty() && !trace) return written;
  return in_force<"reporter.as_written", "reporter.by_change">(
      task, field_of(indicator, "reporter"), when, written, text_to, trace);
}

std::optional<base::Date> due_in_force(const model::Task& task, const model::Indicator& indicator,
                                       When when, Trace* trace) {
  if (task.changes.empty() && !trace) return indicator.due.value;
  return in_force<"due.as_written", "due.by_change">(task, field_of(indicator, "due"), when,
                                                     indicator.due.value, date_to, trace);
}

std::optional<base::Date> due_in_force(const model::Task& task, const model::Milestone& milestone,
                                       When when, Trace* trace) {
  if (task.changes.empty() && !trace) return milestone.due.value;
  return in_force<"due.as_written", "due.by_change">(
      task, "milestones." + milestone.id.value_or("") + ".due", when, milestone.due.value, date_to,
      trace);
}

}  // namespace taizhang::measure
