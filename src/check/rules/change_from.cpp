// SPDX-License-Identifier: MIT
#include <algorithm>
#include <vector>

#include "check/changed_field.h"
#include "check/rules.h"
#include "measure/in_force.h"

namespace taizhang::check {

namespace {

using Changes = std::vector<const model::Change*>;

/// The day by which a change stands among the others: when it takes effect, else when it was asked
/// for.
std::optional<base::Date> day_of(const model::Change& change) {
  const auto effective = measure::takes_effect(change);
  return effective ? effective : change.requested.value;
}

/// The changes of each field by their day; of two of one day the later in the file comes last.
/// A field with a change that cannot be read is left out: its later values cannot be known.
std::map<std::string, Changes, std::less<>> by_field(const model::Task& task) {
  std::map<std::string, Changes, std::less<>> result;
  for (const model::Change& change : task.changes) {
    if (!change.field) return {};
    result[*change.field].push_back(&change);
  }
  std::erase_if(result, [](const auto& row) {
    return std::any_of(row.second.begin(), row.second.end(),
                       [](const auto* change) { return !day_of(*change) || !change->to; });
  });
  for (auto& [field, changes] : result) {
    std::stable_sort(changes.begin(), changes.end(),
                     [](const auto* a, const auto* b) { return *day_of(*a) < *day_of(*b); });
  }
  return result;
}

base::Phrase help(const std::string& in_force, bool changed_before) {
  if (changed_before) {
    return {
        {"写 from: {0}；中间漏了一次调整的，先补上", "write from: {0}, or add the change between"},
        {in_force}};
  }
  return {{"写 from: {0}；原值如果直接改过，请改回去，只在这里记调整",
           "write from: {0}; where the first value was edited, put it back: only changes move it"},
          {in_force}};
}

/// Walk the changes of one field. A change may also go on from one that still waits for approval;
/// after a value that cannot be read nothing is asked of the next.
void walk(const model::RegistryFile* registry, const ChangedField& field, const Changes& changes,
          Collector& found) {
  std::optional<std::string> in_force = field.first;
  std::optional<std::string> asked_for = field.first;
  std::optional<source::Span> put_here = field.at;
  const auto is_known = [&](const model::Loose& value) {
    return field.holds != ChangedValue::units || !names_unknown_unit(registry, value);
  };
  for (const model::Change* change : changes) {
    if (change->from && in_force && is_known(*change->from)) {
      const auto from = written_alike(registry, field.holds, *change->from);
      if (from != in_force && asked_for && from != asked_for) {
        found.add(change->from.at_or(change->at),
                  {{"from 写的是 {0}，当时的现行值是 {1}",
                    "from says {0}, but the value then in force is {1}"},
                   {as_written(*change->from), *in_force}},
                  help(*in_force, put_here != field.at),
                  {{put_here, {{"现行值在这里", "the value in force is here"}, {}}}});
      }
    }
    asked_for = written_alike(registry, field.holds, *change->to);
    if (!is_known(*change->to)) asked_for.reset();
    if (!measure::takes_effect(*change)) continue;
    in_force = asked_for;
    put_here = change->to.at;
  }
}

void find_change_from(const model::Ledger& ledger, Collector& found) {
  for (const model::PlanFolder& plan : ledger.plans) {
    for (const model::TaskFile& file : plan.tasks) {
      if (file.task.changes.empty() || !ledger.is_whole(file.file)) continue;
      const auto meant = [&](std::string_view key) { return ledger.was_meant(file.file, key); };
      if (meant("from") || meant("to") || meant("effective")) continue;
      const ChangedFields fields = changed_fields(ledger, plan, file);
      for (const auto& [name, changes] : by_field(file.task)) {
        const auto field = fields.find(name);
        if (field != fields.end()) walk(ledger.registry_of(plan), field->second, changes, found);
      }
    }
  }
}

}  // namespace

const Rule change_from{
    "E34",
    "change-from",
    source::Severity::error,
    {"调整的原值与现行值不符", "a change from a value that was not in force"},
    {"每次调整都从当时的现行值改起；对不上，不是漏记了一次调整，就是原值被直接改过。",
     "Every change starts from the value then in force; where it does not, a change is missing or "
     "the first value was edited."},
    R"yaml(target: 221
changes:
  - {id: c1, effective: 2023-09-01, field: indicators.piles.target, from: 220, to: 200, approved_by: 市政府办公室}
)yaml",
    R"yaml(target: 221
changes:
  - {id: c1, effective: 2023-09-01, field: indicators.piles.target, from: 221, to: 200, approved_by: 市政府办公室}
)yaml",
    find_change_from,
};

}  // namespace taizhang::check
