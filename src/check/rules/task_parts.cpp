// SPDX-License-Identifier: MIT
#include "check/rules.h"
#include "check/walk.h"

namespace taizhang::check {

namespace {

void look_at_override(const model::Period& period, const model::Override& own, Collector& found) {
  const bool reversed = own.from && own.until && *own.until < *own.from;
  const bool before_plan = own.until && period.start && *own.until < *period.start;
  const bool after_plan = own.from && period.end && own.until.written() && *own.from > *period.end;
  if (!reversed && !before_plan && !after_plan) return;
  const auto& day = after_plan && !reversed ? own.from : own.until;
  found.add(
      day.at_or(own.at),
      {reversed ? base::Bilingual{"有效至 {0}，比开始的一天还早：哪一天都不起作用",
                                  "until {0} is before its first day: it holds on no day"}
                : base::Bilingual{"{0} 不在计划周期之内：哪一天都不起作用",
                                  "{0} is outside the plan’s period: it holds on no day"},
       {base::iso(*day)}},
      {"核对 from（从哪天起）和 until（到哪天止）", "check from and until, its two days"},
      {{reversed ? own.from.at : period.start.at, {"对照这里的日期", "compare the day here"}}});
}

}  // namespace

const Rule lead_missing{
    "E26 lead-missing",
    {"任务没有牵头单位", "a task without a lead unit"},
    {"没有牵头单位就没有人负责；只有组织保障类任务（mechanism: true）可以没有。",
     "Without a lead nobody answers for the task; only organising tasks (mechanism: true) may lack "
     "one."},
    R"yaml(title: 推动创新平台建设
support: [市工信局])yaml",
    R"yaml(title: 推动创新平台建设
lead: [市科技局]
support: [市工信局])yaml",
    [](const AtTask& at, Collector& found) {
      const model::Task& task = at.task;
      if (!task.lead.items.empty() || task.mechanism.value_or(false) || !at.whole ||
          at.meant({"lead", "mechanism"}))
        return;
      found.add(task.lead.at_or(task.title.at_or(task.at)),
                {"这项任务没有牵头单位", "this task has no lead unit"},
                {"写上 lead: [单位]；组织保障类任务写 mechanism: true",
                 "write lead: [unit]; an organising task has mechanism: true"});
    },
};

const Rule no_measure{
    "W02 no-measure",
    {"任务没有指标、节点或评价", "a task without any measure"},
    {"没有可以衡量的内容，任务完成与否只能凭说，报表里记作“未量化”。",
     "With nothing to measure, whether it is done is mere opinion; reports call it “not "
     "measurable”."},
    R"yaml(item: 20
title: 优化高速路网建设)yaml",
    R"yaml(item: 20
title: 优化高速路网建设
milestones:
  - {id: opened, name: 济潍高速通车, due: 2023-12-31})yaml",
    [](const AtTask& at, Collector& found) {
      const model::Task& task = at.task;
      const bool measured = !task.indicators.empty() || !task.milestones.empty() ||
                            task.qualitative.written() || task.mechanism.value_or(false);
      if (measured || !at.whole ||
          at.meant({"indicators", "milestones", "qualitative", "mechanism"}))
        return;
      found.add(task.title.at_or(task.at),
                {"这项任务没有指标、节点或评价", "this task has no indicator, milestone or grade"},
                {"写上能看得见做成的事：indicators、milestones 或 qualitative",
                 "write what can be seen to be done: indicators, milestones or qualitative"});
    },
};

const Rule confirmed_over_checked{
    "E58 confirmed-over-checked",
    {"督查属实的比查的还多", "more confirmed than checked"},
    {"属实的是抽查的一部分；比抽查的还多，不是两个数写反，就是多打了一位。",
     "What was confirmed is a part of what was checked; where it is more the two are swapped, or "
     "one has a digit too many."},
    R"yaml(- {id: i1, date: 2023-09-15, checked: 40, confirmed: 83, result: consistent})yaml",
    R"yaml(- {id: i1, date: 2023-09-15, checked: 40, confirmed: 38, result: minor_gap})yaml",
    [](const AtTask& at, Collector& found) {
      for (const model::Inspection& one : at.task.inspections) {
        if (!one.checked || !one.confirmed || *one.confirmed <= *one.checked) continue;
        found.add(
            one.confirmed.at_or(one.at),
            {"查了 {0}，属实的却有 {1}", "{0} were checked, and {1} confirmed", *one.checked,
             *one.confirmed},
            {"核对两个数：checked 是查了多少，confirmed 是其中属实的",
             "check both: checked is how many were looked at, confirmed how many of them held"},
            {{one.checked.at, {"查了多少在这里", "how many were checked"}}});
      }
    },
};

const Rule override_empty{
    "W22 override-empty",
    {"人工定灯没有写灯色或得分", "an override without a light or a score"},
    {"人工定灯要写定成什么；只有原因和单位，报表仍按计算的结果亮灯。",
     "An override has to say what it sets; with a reason alone reports go on with what was "
     "computed."},
    R"yaml(override: {from: 2023-10-20, reason: 受统计时点影响，实际推进正常, by: 市政府办公室})yaml",
    R"yaml(override: {from: 2023-10-20, light: green, reason: 受统计时点影响，实际推进正常, by: 市政府办公室})yaml",
    [](const AtTask& at, Collector& found) {
      for (const model::Override& own : at.task.override_) {
        if (!at.whole || own.light.written() || own.score.written() ||
            at.meant(own, {"light", "score"}))
          continue;
        found.add(own.at,
                  {"人工定灯既没有灯色也没有得分，不起作用",
                   "the override gives neither a light nor a score and changes nothing"},
                  {"写上 light（灯色）或 score（得分）", "write light or score"});
      }
    },
};

const Rule override_range{
    "E57 override-range",
    {"人工定灯的日期或得分不成立", "an override on no day, or with an impossible score"},
    {"人工定灯从 from 那天到 until 那天有效；日期写反、写错年份，就哪一天都不起作用。得分满分100。",
     "An override holds from one day to another; with the days swapped or of another year it holds "
     "on none. The best score is 100."},
    R"yaml(override: {score: 150, reason: 超额完成, by: 市政府办公室, from: 2023-10-01, until: 2022-12-31})yaml",
    R"yaml(override: {score: 100, reason: 超额完成, by: 市政府办公室, from: 2023-10-01, until: 2023-12-31})yaml",
    [](const AtTask& at, Collector& found) {
      for (const model::Override& own : at.task.override_) {
        look_at_override(at.plan.period, own, found);
        if (!own.score ||
            (*own.score >= base::Decimal() && *own.score <= base::Decimal::whole(100)))
          continue;
        found.add(
            own.score.at_or(own.at),
            {"得分 {0} 不在 0 至 100 之间", "a score of {0} is not from 0 to 100", *own.score},
            {"写 0 至 100 的得分", "write a score from 0 to 100"});
      }
    },
};

}  // namespace taizhang::check
