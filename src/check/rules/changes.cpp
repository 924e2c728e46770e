// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "base/suggest.h"
#include "check/rules.h"
#include "check/walk.h"
#include "measure/in_force.h"

namespace taizhang::check {

namespace {

/// What is wrong with a value that is not what its field holds, and how it is written.
struct Wanted {
  base::Bilingual said, help;
};

Wanted wanted(ChangedValue holds) {
  switch (holds) {
    case ChangedValue::number:
      return {
          {"“{0}”不是数字，目标没有改动", "“{0}” is not a number: the target does not move"},
          {"写一个不带单位的数字，如 to: 200", "write a number without a unit, such as to: 200"}};
    case ChangedValue::date:
      return {{"“{0}”不是日期，时限没有改动", "“{0}” is not a date: the due date does not move"},
              {"写成 to: 2024-03-31 这样", "write it as to: 2024-03-31"}};
    case ChangedValue::units:
      return {{"“{0}”不是单位，没有改动", "“{0}” is no unit: nothing moves"},
              {"写单位名称，如 to: [市科技局, 市工信局]",
               "write the names of units, such as to: [市科技局, 市工信局]"}};
    case ChangedValue::trajectory:
      break;
  }
  return {{"“{0}”不是序时安排，没有改动", "“{0}” is no trajectory: nothing moves"},
          {"写成 to: {type: step, points: [{date: 日期, value: 应达到的值}, …]} 这样",
           "write it as to: {type: step, points: [{date: …, value: …}, …]}"}};
}

/// Whether every indicator and milestone of the task is there under its id.
bool all_ids_known(const AtTask& at) {
  const auto has_id = [](const auto& entry) { return bool(entry.id); };
  const model::Task& task = at.task;
  return at.whole && !at.meant({"indicators", "milestones"}) &&
         std::all_of(task.indicators.begin(), task.indicators.end(), has_id) &&
         std::all_of(task.milestones.begin(), task.milestones.end(), has_id);
}

using Changes = std::vector<const model::Change*>;

/// The day by which a change stands among the others: when it takes effect, else when it was asked
/// for.
std::optional<base::Date> day_of(const model::Change& change) {
  const auto effective = measure::takes_effect(change);
  return effective ? effective : change.requested.value;
}

/// The changes of each field by their day; of two of one day the later in the file comes last.
/// A field with a change that cannot be read is left out: its later values cannot be known.
std::map<std::string, Changes, std::less<>> by_field(const AtTask& at) {
  std::map<std::string, Changes, std::less<>> result;
  for (const model::Change& change : at.task.changes) {
    if (!change.field) return {};
    result[*change.field].push_back(&change);
  }
  std::erase_if(result, [&](const auto& row) {
    return std::any_of(row.second.begin(), row.second.end(), [&](const auto* change) {
      return !day_of(*change) || !change->to || at.meant(*change, {"from", "to", "effective"});
    });
  });
  for (auto& [field, changes] : result) {
    std::stable_sort(changes.begin(), changes.end(),
                     [](const auto* a, const auto* b) { return *day_of(*a) < *day_of(*b); });
  }
  return result;
}

Words help_for(const std::string& in_force, bool changed_before) {
  if (changed_before) {
    return {"写 from: {0}；中间漏了一次调整的，先补上",
            "write from: {0}, or add the change between", in_force};
  }
  return {"写 from: {0}；原值如果直接改过，请改回去，只在这里记调整",
          "write from: {0}; where the first value was edited, put it back: only changes move it",
          in_force};
}

/// Follow the changes of one field. A change may also go on from one that still waits for approval;
/// after a value that cannot be read nothing is asked of the next.
void follow(const model::RegistryFile* registry, const ChangedField& field, const Changes& changes,
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
                  {"from 写的是 {0}，当时的现行值是 {1}",
                   "from says {0}, but the value then in force is {1}", as_written(*change->from),
                   *in_force},
                  help_for(*in_force, put_here != field.at),
                  {{put_here, {"现行值在这里", "the value in force is here"}}});
      }
    }
    asked_for = written_alike(registry, field.holds, *change->to);
    if (!is_known(*change->to)) asked_for.reset();
    if (!measure::takes_effect(*change)) continue;
    in_force = asked_for;
    put_here = change->to.at;
  }
}

}  // namespace

const Rule change_unapproved{
    "E33 change-unapproved",
    {"目标或时限的调整没有批准", "a change of a target or due date without approval"},
    {"目标和时限只有批准了才能改；写了生效日期，报表就按新值计算，谁批准的却说不清。",
     "A target or due date moves only with approval; with a day of effect alone reports go by the "
     "new value, and nobody can say who approved it."},
    R"yaml(changes:
  - {id: c1, effective: 2023-09-01, field: indicators.piles.target, from: 221, to: 200})yaml",
    R"yaml(changes:
  - {id: c1, effective: 2023-09-01, field: indicators.piles.target, from: 221, to: 200, approved_by: 市政府办公室})yaml",
    [](const AtChange& at, Collector& found) {
      const model::Change& change = at.change;
      if (!at.field || at.field->holds == ChangedValue::units || !measure::takes_effect(change))
        return;
      if (change.approved_by.written() || at.in.meant(change, {"approved_by"})) return;
      // A line that could not be read may have hidden it.
      if (!at.in.whole) return;
      found.add(change.to.at_or(change.field.at_or(change.at)),
                {"“{0}”的调整没有批准单位，却已经生效",
                 "this change of {0} is in force without approved_by", *change.field},
                {"写上 approved_by: 批准单位；还没有批准的只写 requested（申请日期）",
                 "write approved_by: who approved it; what still waits has requested alone"},
                {{at.field->at, {"调整的是这里的值", "this is the value that it changes"}}});
    },
};

const Rule change_field{
    "E37 change-field",
    {"调整的字段不在任务里", "a change of a field that the task does not have"},
    {"字段写错，这条调整什么也不改，报表仍按原值计算。",
     "With its field misspelt the change moves nothing, and reports go on with the old value."},
    R"yaml(indicators:
  - id: piles
changes:
  - {id: c1, effective: 2023-09-01, field: indicators.pile.target, from: 221, to: 200, approved_by: 市政府办公室})yaml",
    R"yaml(indicators:
  - id: piles
changes:
  - {id: c1, effective: 2023-09-01, field: indicators.piles.target, from: 221, to: 200, approved_by: 市政府办公室})yaml",
    [](const AtChange& at, Collector& found) {
      const auto& field = at.change.field;
      if (!field || !all_ids_known(at.in) || names_a_field(at.in.fields(), *field)) return;
      std::vector<std::string_view> known;
      for (const auto& [name, moved] : at.in.fields()) known.push_back(name);
      found.add(field.at_or(at.change.at), {"这项任务没有“{0}”", "this task has no “{0}”", *field},
                base::near_or_all(*field, known));
    },
};

const Rule change_to{
    "E38 change-to",
    {"调整后的值读不懂", "a change to a value that cannot be read"},
    {"目标要改成一个数字，时限要改成一个日期；写成别的，这条调整就不起作用。",
     "A target changes to a number and a due date to a date; anything else moves nothing."},
    R"yaml(changes:
  - {id: c1, effective: 2023-09-01, field: due, from: 2023-12-31, to: 明年3月底, approved_by: 市政府办公室})yaml",
    R"yaml(changes:
  - {id: c1, effective: 2023-09-01, field: due, from: 2023-12-31, to: 2024-03-31, approved_by: 市政府办公室})yaml",
    [](const AtChange& at, Collector& found) {
      const model::Change& change = at.change;
      if (!at.field || !change.to || at.in.meant(change, {"to"})) return;
      const auto to = written_alike(at.in.registry, at.field->holds, *change.to);
      if (to && to != model::Target::pending.en && to != model::DueDay::standing.en) return;
      const Wanted as = wanted(at.field->holds);
      const std::string written = as_written(*change.to);
      const std::string number =
          written.substr(0, std::min(written.find_first_not_of("-0123456789."), written.size()));
      const bool is_number = at.field->holds == ChangedValue::number &&
                             base::Decimal::parse(number).decimal.has_value();
      found.add(change.to.at_or(change.at), Words{as.said, {written}},
                is_number ? Words{"写一个不带单位的数字，如 to: {0}",
                                  "write a number without a unit, such as to: {0}", number}
                          : Words{as.help});
    },
};

const Rule change_from{
    "E34 change-from",
    {"调整的原值与现行值不符", "a change from a value that was not in force"},
    {"每次调整都从当时的现行值改起；对不上，不是漏记了一次调整，就是原值被直接改过。",
     "Every change starts from the value then in force; where it does not, a change is missing or "
     "the first value was edited."},
    R"yaml(target: 221
changes:
  - {id: c1, effective: 2023-09-01, field: indicators.piles.target, from: 220, to: 200, approved_by: 市政府办公室})yaml",
    R"yaml(target: 221
changes:
  - {id: c1, effective: 2023-09-01, field: indicators.piles.target, from: 221, to: 200, approved_by: 市政府办公室})yaml",
    [](const AtTask& at, Collector& found) {
      if (!at.whole) return;
      for (const auto& [name, changes] : by_field(at)) {
        const auto field = at.fields().find(name);
        if (field != at.fields().end()) follow(at.registry, field->second, changes, found);
      }
    },
};

}  // namespace taizhang::check
