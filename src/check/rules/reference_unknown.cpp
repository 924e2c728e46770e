// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "check/reference.h"
#include "check/rules.h"
#include "check/walk.h"

namespace taizhang::check {

namespace {

using Text = model::Given<std::string>;

constexpr base::Bilingual no_indicator{"任务里没有指标“{0}”", "this task has no indicator “{0}”"};
const Words write_an_id{"写本任务里有的编号", "write an id that this task has"};

const Text& id_of(const auto& entry) { return entry.id; }
const Text& id_of(const model::Unit& unit) { return unit.name; }

using References = std::vector<std::pair<std::string, source::Span>>;

References references_of(const auto& list) {
  References references;
  const auto add = [&](const auto& one) {
    if (!one || !one.at) return;
    if constexpr (requires { one->text; }) {
      references.emplace_back(one->text, *one.at);
    } else {
      references.emplace_back(*one, *one.at);
    }
  };
  if constexpr (requires { list.items; }) {
    for (const auto& one : list.items) add(one);
  } else {
    add(list);
  }
  return references;
}

/// Say of each ring of two and more, at the reference from its first entry, that it comes back.
template <class E, class References>
void look_for_rings(const model::Many<E>& entries, References references, base::Bilingual message,
                    Words help, Collector& found) {
  std::map<std::string_view, std::size_t> by_id;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (id_of(entries[i])) by_id.emplace(*id_of(entries[i]), i);
  }
  std::vector<std::vector<std::size_t>> arrows(entries.size());
  std::vector<std::vector<source::Span>> places(entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    for (const auto& [text, place] : references(entries[i])) {
      const auto to = by_id.find(text);
      if (to == by_id.end() || to->second == i) continue;
      arrows[i].push_back(to->second);
      places[i].push_back(place);
    }
  }
  for (const std::vector<std::size_t>& ring : rings_of(arrows)) {
    const auto& to = arrows[ring[0]];
    const auto which = std::find(to.begin(), to.end(), ring[1]) - to.begin();
    found.add(places[ring[0]][static_cast<std::size_t>(which)],
              {message, {*id_of(entries[ring[0]]), *id_of(entries[ring[1]])}}, help);
  }
}

void look_at_part_of(const model::Task& task, Names& indicators, Collector& found) {
  look_for_rings(
      task.indicators, [](const model::Indicator& one) { return references_of(one.part_of); },
      {"“{0}”是“{1}”的分项，绕一圈“{1}”又是“{0}”的分项",
       "“{0}” is a part of “{1}”, which in the end is a part of “{0}”"},
      {"总数那个指标不写 part_of", "the total has no part_of"}, found);
  for (const model::Indicator& indicator : task.indicators) {
    const Text& total = indicator.part_of;
    if (!total) continue;
    if (indicator.id && *indicator.id == *total) {
      found.add(total.at_or(indicator.at),
                {"“{0}”不能是自己的分项", "“{0}” is no part of itself", *total},
                {"写总数那个指标的编号；不是分项的删去 part_of",
                 "write the id of the total; what is no part has no part_of"});
    } else if (indicators.complete() && !indicators.has(*total)) {
      found.add(total.at_or(indicator.at), {no_indicator, {*total}},
                indicators.help(*total, write_an_id));
    }
  }
}

void look_at_inspections(const AtTask& at, Names& indicators, Collector& found) {
  // The ids of all readings, and of those of each indicator.
  Names all;
  std::map<std::string_view, Names> of;
  for (const model::Indicator& one : at.task.indicators) {
    if (at.task.inspections.empty()) break;
    all.add_ids(one.readings);
    if (!one.id) continue;
    const auto [row, is_new] = of.try_emplace(*one.id);
    is_new ? row->second.add_ids(one.readings) : row->second.doubt();
  }
  for (const model::Inspection& inspection : at.task.inspections) {
    if (at.meant(inspection, {"indicator"})) continue;
    const Text& indicator = inspection.indicator;
    const Text& reading = inspection.reading;
    if (indicator && indicators.complete() && !indicators.has(*indicator)) {
      found.add(indicator.at_or(inspection.at), {no_indicator, {*indicator}},
                indicators.help(*indicator, write_an_id));
      continue;
    }
    if (!reading || (indicator.written() && !indicator)) continue;
    if (indicator && !of.contains(*indicator)) continue;
    Names& ids = indicator ? of[*indicator] : all;
    if (!ids.complete() || ids.has(*reading)) continue;
    const Words message =
        indicator ? Words{"指标“{0}”没有报数“{1}”", "indicator “{0}” has no reading “{1}”",
                          *indicator, *reading}
                  : Words{"任务里没有报数“{0}”", "this task has no reading “{0}”", *reading};
    found.add(reading.at_or(inspection.at), message, ids.help(*reading, write_an_id));
  }
}

void look_at_assessments(const model::Task& task, Names& indicators, Collector& found) {
  for (const model::SelfAssessment& one : task.self_assessments) {
    for (const auto& [id, number] : one.expect_year_end.by.rows) {
      if (!id || !indicators.complete() || indicators.has(*id)) continue;
      found.add(id.at_or(one.at), {no_indicator, {*id}}, indicators.help(*id, write_an_id));
    }
  }
}

void look_at_members(const model::Registry& registry, Collector& found) {
  look_for_rings(
      registry.units, [](const model::Unit& unit) { return references_of(unit.members); },
      {"“{0}”的成员里有“{1}”，绕一圈“{1}”的成员里又有“{0}”",
       "“{0}” has the member “{1}”, which in the end has “{0}”"},
      {"成员单位写具体的单位，不写包着它的统称", "name units as members, and no group around it"},
      found);
  for (const model::Unit& unit : registry.units) {
    for (const auto& member : unit.members.items) {
      if (!member || !unit.name || member->text != *unit.name) continue;
      found.add(member.at_or(unit.at),
                {"“{0}”不能是自己的成员", "“{0}” is no member of itself", *unit.name},
                {"删去它，或改成本来要写的单位", "delete it, or name the unit that was meant"});
    }
  }
}

/// Whether `text` can only be an id: what is waited for may also be said in words.
bool is_like_an_id(std::string_view text) {
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  return !text.empty() && is_lower(text.front()) &&
         std::all_of(text.begin(), text.end(), [&](char c) {
           return is_lower(c) || (c >= '0' && c <= '9') || c == '-' || c == '_';
         });
}

void look_at_waits_for(const model::Task& task, Names& milestones, const Names& indicators,
                       Collector& found) {
  look_for_rings(
      task.milestones, [](const model::Milestone& one) { return references_of(one.waits_for); },
      {"“{0}”等“{1}”，绕一圈“{1}”又等“{0}”，谁也开不了头",
       "“{0}” waits for “{1}”, which in the end waits for “{0}”: neither can begin"},
      {"先做成的那个节点不写 waits_for", "the milestone that comes first waits for none"}, found);
  for (const model::Milestone& milestone : task.milestones) {
    for (const Text& before : milestone.waits_for.items) {
      if (!before) continue;
      if (milestone.id && *milestone.id == *before) {
        found.add(before.at_or(milestone.at),
                  {"节点“{0}”等的是它自己", "milestone “{0}” waits for itself", *before},
                  {"写在它之前要做成的节点", "write the milestone that comes before it"});
        continue;
      }
      if (!milestones.complete() || !indicators.complete() || !is_like_an_id(*before)) continue;
      if (milestones.has(*before) || indicators.has(*before)) continue;
      found.add(
          before.at_or(milestone.at),
          {"任务里没有节点“{0}”", "this task has no milestone “{0}”", *before},
          milestones.help(*before,
                          {"写本任务节点的编号；别的条件用文字写明",
                           "write the id of a milestone of this task, or the condition in words"}));
    }
  }
}

/// The parts of a rate: both names stand in the readings, or else the first reading without one of
/// them has a name that is neither.
void look_at_parts_of_rate(const model::Indicator& indicator, Collector& found) {
  const Text* const wanted[] = {&indicator.numerator, &indicator.denominator};
  Names given;
  for (const model::Reading& reading : indicator.readings) {
    for (const auto& [name, value] : reading.extras->parts.rows) given.add(*name);
  }
  if (given.empty()) return;
  bool all_given = true;
  for (const Text* name : wanted) {
    if (!*name || given.has(**name)) continue;
    all_given = false;
    found.add(name->at_or(indicator.at),
              {"报数的分项里没有“{0}”", "no reading has a part “{0}”", **name},
              given.help(**name, {"与报数 parts 里的名称写得一样",
                                  "write the name that the parts of the readings have"}));
  }
  if (!all_given || !indicator.numerator || !indicator.denominator) return;
  Names names;
  for (const Text* name : wanted) names.add(**name);
  for (const model::Reading& reading : indicator.readings) {
    const auto& rows = reading.extras->parts.rows;
    const auto known = std::count_if(rows.begin(), rows.end(),
                                     [&](const auto& row) { return names.has(*row.first); });
    if (known >= 2) continue;
    const auto odd = std::find_if(rows.begin(), rows.end(),
                                  [&](const auto& row) { return !names.has(*row.first); });
    if (odd == rows.end()) continue;
    found.add(odd->first.at_or(reading.at),
              {"分项“{0}”既不是分子也不是分母", "part “{0}” is neither numerator nor denominator",
               *odd->first},
              names.help(*odd->first, write_an_id));
  }
}

/// A title without what people write about it in one way or another.
std::string bare(std::string_view title) {
  std::string text(title);
  for (const std::string_view mark : {"《", "》", "“", "”", " "}) {
    for (std::size_t at; (at = text.find(mark)) != text.npos;) text.erase(at, mark.size());
  }
  return text;
}

/// The policies of a plan, by title and by number.
struct Policies {
  std::vector<std::string> texts;
  Names names;

  explicit Policies(const model::Plan& plan) {
    for (const model::Policy& policy : plan.policies) {
      if (policy.title) texts.push_back(bare(*policy.title));
      if (policy.doc_no) texts.push_back(bare(*policy.doc_no));
    }
    for (const std::string& text : texts) names.add(text);
  }
};

/// A task may stand on a document of its own; one that is nearly one of the plan's is misspelt.
void look_at_policies(const model::Task& task, Policies& policies, Collector& found) {
  for (const Text& policy : task.policies.items) {
    if (!policy || policies.names.has(bare(*policy))) continue;
    const std::string near = policies.names.near(bare(*policy));
    if (near.empty()) continue;
    found.add(
        policy.at_or(task.policies.at_or(task.at)),
        {"plan.yaml 的 policies 里没有“{0}”", "“{0}” is none of the plan’s policies", *policy},
        {"是不是“{0}”？另有这份文件的，加进 plan.yaml",
         "did you mean “{0}”? if there is such a document, add it to plan.yaml", near});
  }
}

/// The items of each plan, by the plan's id; none for plans that two have the id of, or of which
/// some file could not be read.
using Items = std::map<std::string_view, std::optional<std::vector<int>>>;

Items items_of(const model::Ledger& ledger) {
  Items items;
  for (const model::PlanFolder& plan : ledger.plans) {
    const auto [at, is_new] = items.try_emplace(plan.id);
    if (!is_new) {
      at->second.reset();
      continue;
    }
    std::vector<int> all;
    for (const model::TaskFile& file : plan.tasks) {
      if (file.task.item) all.push_back(*file.task.item);
    }
    std::sort(all.begin(), all.end());
    if (all.size() == plan.tasks.size()) at->second = std::move(all);
  }
  return items;
}

void look_at_carry(const model::Carry& carry, const model::Task& task, const Items& items,
                   Collector& found) {
  if (!carry.plan || !carry.item) return;
  const auto plan = items.find(*carry.plan);
  // The plan of another year may not be written yet.
  if (plan == items.end() || !plan->second) return;
  if (std::binary_search(plan->second->begin(), plan->second->end(), *carry.item)) return;
  found.add(carry.item.at_or(carry.at_or(task.at)),
            {"计划“{0}”里没有第 {1} 项", "plan “{0}” has no item {1}", *carry.plan, *carry.item},
            {"写这项任务在那个计划里的序号", "write the number that the task has in that plan"});
}

}  // namespace

const Rule reference_unknown{
    "E41 reference-unknown",
    {"指向的东西不存在", "a reference to something that is not there"},
    {"分项、督查、前置节点、分子分母和结转都按编号或名称来指；指空了，就连不到一起。",
     "Parts, inspections, conditions, the parts of a rate and carry-overs refer by id or name; "
     "where that is wrong, nothing is connected."},
    R"yaml(indicators:
  - {id: schools, target: 13}
  - {id: primary, target: 4, weight: 0, part_of: school})yaml",
    R"yaml(indicators:
  - {id: schools, target: 13}
  - {id: primary, target: 4, weight: 0, part_of: schools})yaml",
    [](const AtLedger& at, Collector& found) {
      const Items items = items_of(at.ledger);
      for (const model::PlanFolder& plan : at.ledger.plans) {
        for (const model::TaskFile& file : plan.tasks) {
          look_at_carry(file.task.carried_to, file.task, items, found);
          look_at_carry(file.task.carried_from, file.task, items, found);
        }
      }
    },
    [](const AtRegistry& at, Collector& found) { look_at_members(at.registry, found); },
    [](const AtPlan& at, Collector& found) {
      Policies policies(at.plan);
      for (const model::TaskFile& file : at.folder.tasks)
        look_at_policies(file.task, policies, found);
    },
    [](const AtTask& at, Collector& found) {
      // What was lost or misspelt may be what is referred to.
      const model::Task& task = at.task;
      if (!at.whole || at.meant({"indicators", "milestones"}) ||
          at.meant(task.indicators, {"id"}) || at.meant(task.milestones, {"id"}))
        return;
      Names indicators;
      Names milestones;
      indicators.add_ids(task.indicators);
      milestones.add_ids(task.milestones);
      look_at_part_of(task, indicators, found);
      look_at_assessments(task, indicators, found);
      if (!at.meant(task.indicators, {"readings"})) look_at_inspections(at, indicators, found);
      look_at_waits_for(task, milestones, indicators, found);
      for (const model::Indicator& indicator : task.indicators) {
        if (at.meant(indicator, {"numerator", "denominator"}) ||
            at.meant(indicator.readings, {"parts"}))
          continue;
        look_at_parts_of_rate(indicator, found);
      }
    },
};

}  // namespace taizhang::check
