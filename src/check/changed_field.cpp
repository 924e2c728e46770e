// SPDX-License-Identifier: MIT
#include "check/changed_field.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/text.h"
#include "check/walk.h"
#include "measure/in_force.h"
#include "model/task_fields.h"

namespace taizhang::check {

namespace {

/// The name that the registry has for a unit.
std::string main_name(const model::RegistryFile* registry, const std::string& name) {
  if (!registry || registry->find(name)) return name;
  const model::Unit* unit = registry->find_alias(name);
  return unit && unit->name ? *unit->name : name;
}

/// A list of units as YAML has it.
std::string list_of(const std::vector<std::string>& names) {
  return "[" + base::joined(names, ", ") + "]";
}

ChangedField date_field(const model::Given<base::Date>& first) {
  ChangedField field{ChangedValue::date, std::nullopt, first.at};
  if (first) field.first = base::iso(*first);
  return field;
}

ChangedField due_field(const model::Given<model::DueDay>& due) {
  ChangedField field = date_field(model::date_of(due));
  if (due && !due->date) field.first = model::DueDay::standing.en;
  return field;
}

ChangedField target_field(const model::Given<model::Target>& target) {
  ChangedField field{ChangedValue::number, std::nullopt, target.at};
  if (target) field.first = target->number ? target->number->text() : model::Target::pending.en;
  return field;
}

ChangedField number_field(const model::Given<base::Decimal>& first) {
  ChangedField field{ChangedValue::number, std::nullopt, first.at};
  if (first) field.first = first->text();
  return field;
}

ChangedField units_field(const model::RegistryFile* registry,
                         const model::List<model::UnitName>& list) {
  ChangedField field{ChangedValue::units, std::nullopt, list.at};
  std::vector<std::string> names;
  for (const model::Given<model::UnitName>& name : list.items) {
    if (!name || names_unknown_unit(registry, model::Loose{{name->text}})) return field;
    names.push_back(main_name(registry, name->text));
  }
  field.first = list_of(names);
  return field;
}

/// A trajectory in one line, as YAML has it; its points by date.
std::string course_text(const model::Trajectory& trajectory) {
  std::vector<std::string> points;
  for (const model::TrajectoryPoint& point : trajectory.points) {
    if (!point.date || !point.value) continue;
    points.push_back("{date: " + base::iso(*point.date) + ", value: " + point.value->text() + "}");
  }
  const std::string type(trajectory.type ? model::name(*trajectory.type) : "");
  if (points.empty()) return "{type: " + type + "}";
  return "{type: " + type + ", points: " + list_of(points) + "}";
}

/// Where none is written it follows from the kind, and nothing is asked of the first change.
ChangedField trajectory_field(const model::Trajectory& written) {
  ChangedField field{ChangedValue::trajectory, std::nullopt, written.at};
  if (written.type) field.first = course_text(written);
  return field;
}

template <class E>
bool has_key(std::string_view key) {
  return model::Fields<E>::table.any([&](const model::Key& one) { return one.key == key; });
}

}  // namespace

ChangedFields changed_fields(const AtTask& at) {
  const model::Task& task = at.task;
  const model::Given<base::Date>& end = at.plan.period.end;
  const model::RegistryFile* registry = at.registry;
  ChangedFields fields;
  const auto add = [&](std::string name, ChangedField field, bool meant_otherwise) {
    if (meant_otherwise) field.first.reset();
    fields.emplace(std::move(name), std::move(field));
  };
  // A value that could not be taken is a finding of its own, as is a task without a lead.
  add("due", task.due.written() ? due_field(task.due) : date_field(end), at.meant({"due"}));
  add("lead", units_field(registry, task.lead), task.lead.items.empty());
  add("support", units_field(registry, task.support), at.meant({"support"}));
  for (const model::Indicator& indicator : task.indicators) {
    if (!indicator.id) continue;
    const auto meant = [&](std::string_view key) { return at.meant(indicator, {key}); };
    add(measure::field_of(indicator, "target"), target_field(indicator.target), meant("target"));
    add(measure::field_of(indicator, "due"),
        date_field(indicator.due.written() ? indicator.due : end), meant("due"));
    add(measure::field_of(indicator, "trajectory"), trajectory_field(indicator.trajectory),
        meant("trajectory"));
    for (const auto& [unit, number] : indicator.targets.rows) {
      if (!unit) continue;
      add(measure::field_of(indicator, "targets") + "." + *unit, number_field(number),
          meant("targets"));
    }
    if (indicator.than.written()) {
      add(measure::field_of(indicator, "than") + ".by", number_field(indicator.than.by),
          meant("than"));
    }
  }
  for (const model::Milestone& milestone : task.milestones) {
    if (milestone.id) {
      add("milestones." + *milestone.id + ".due", date_field(milestone.due),
          at.meant(milestone, {"due"}));
    }
  }
  return fields;
}

std::optional<std::string> written_alike(const model::RegistryFile* registry, ChangedValue holds,
                                         const model::Loose& value) {
  const model::Trajectory& trajectory = value.trajectory;
  if (holds == ChangedValue::trajectory) {
    return trajectory.type ? std::optional(course_text(trajectory)) : std::nullopt;
  }
  if (trajectory.written()) return std::nullopt;
  if (holds == ChangedValue::units) {
    std::vector<std::string> names;
    for (const std::string& text : value.texts) names.push_back(main_name(registry, text));
    return list_of(names);
  }
  if (value.texts.size() != 1) return std::nullopt;
  const std::string& text = value.texts.front();
  if (holds == ChangedValue::date) {
    if (text == model::DueDay::standing.en || text == model::DueDay::standing.zh) {
      return std::string(model::DueDay::standing.en);
    }
    const auto date = base::parse_date(text).date;
    return date ? std::optional(base::iso(*date)) : std::nullopt;
  }
  if (text == model::Target::pending.en || text == model::Target::pending.zh) {
    return std::string(model::Target::pending.en);
  }
  const auto number = base::Decimal::parse(text).decimal;
  return number ? std::optional(number->text()) : std::nullopt;
}

bool names_unknown_unit(const model::RegistryFile* registry, const model::Loose& value) {
  return registry && std::any_of(value.texts.begin(), value.texts.end(), [&](const auto& name) {
           return !registry->find(name) && !registry->find_alias(name);
         });
}

std::string as_written(const model::Loose& value) {
  if (value.trajectory.written()) return course_text(value.trajectory);
  return value.texts.size() == 1 ? value.texts.front() : list_of(value.texts);
}

bool names_a_field(const ChangedFields& fields, std::string_view name) {
  if (fields.find(name) != fields.end()) return true;
  const std::size_t dot = name.rfind('.');
  if (dot == name.npos) {
    return name != "indicators" && name != "milestones" && has_key<model::Task>(name);
  }
  const std::string entry(name.substr(0, dot));
  const std::string_view key = name.substr(dot + 1);
  if (entry.starts_with("indicators.")) {
    return has_key<model::Indicator>(key) && fields.contains(entry + ".target");
  }
  return entry.starts_with("milestones.") && has_key<model::Milestone>(key) &&
         fields.contains(entry + ".due");
}

}  // namespace taizhang::check
