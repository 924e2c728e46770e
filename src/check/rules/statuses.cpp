// SPDX-License-Identifier: MIT
#include "check/rules.h"
#include "check/walk.h"

namespace taizhang::check {

namespace {

/// How bad a light is; nothing for grey, which knows nothing.
std::optional<int> badness(model::Light light) {
  switch (light) {
    case model::Light::blue:
      return 0;
    case model::Light::green:
      return 1;
    case model::Light::yellow:
      return 2;
    case model::Light::red:
      return 3;
    case model::Light::grey:
      break;
  }
  return std::nullopt;
}

int badness(model::Verdict verdict) {
  switch (verdict) {
    case model::Verdict::done:
      return 0;
    case model::Verdict::ahead:
    case model::Verdict::on_schedule:
      return 1;
    case model::Verdict::behind:
      return 2;
    case model::Verdict::stopped:
      break;
  }
  return 3;
}

}  // namespace

const Rule status_undated{
    "W23 status-undated",
    {"销号、暂停、结转、取消没有日期", "a closing status without its day"},
    {"直接写在 status 里的销号没有日子：回头看几月份的报表，那时也成了已销号，该报的数都不算漏报。",
     "A status that is written straight into status has no day: in the report of an earlier month "
     "the task is closed already, and nothing it owed then is missing."},
    R"yaml(status: closed)yaml",
    R"yaml(status: in_progress
changes:
  - {id: c1, effective: 2023-11-20, field: status, from: in_progress, to: closed, approved_by: 市政府办公室})yaml",
    [](const AtTask& at, Collector& found) {
      const auto& status = at.task.status;
      // Others hold from the first day on, or come on a day by a change.
      if (!status || *status == model::Status::not_started ||
          *status == model::Status::in_progress || !at.whole)
        return;
      found.add(status.at_or(at.task.at),
                {"状态“{0}”没有日期，从计划第一天起就算是这样",
                 "the status {0} has no day: it holds from the plan’s first day on",
                 model::label(*status)},
                {"status 仍写 in_progress，在 changes 里加一条 {id: c1, effective: 日期, field: "
                 "status, from: in_progress, to: {0}, approved_by: 批准单位}",
                 "leave status: in_progress and add to changes {id: c1, effective: the day, field: "
                 "status, from: in_progress, to: {0}, approved_by: who approved it}",
                 model::name(*status)});
    },
};

const Rule verdict_better{
    "W24 verdict-better",
    {"自评比数据好", "a verdict that is better than the figures"},
    {"单位说达序，报的数却滞后：不是数没报全，就是话说满了；灯按数据亮，会上要说得清。",
     "The unit says on schedule and its figures say behind: either some are lacking or too much "
     "was said. The light goes by the figures, and somebody will ask."},
    R"yaml(# 完成率落后于序时
progress:
  - {date: 2023-09-30, by: 市工信局, done: 有序推进, verdict: on_schedule})yaml",
    R"yaml(# 完成率落后于序时
progress:
  - {date: 2023-09-30, by: 市工信局, done: 有序推进, verdict: behind})yaml",
    [](const OnDay& at, Collector& found) {
      const measure::TaskFigures& task = at.figures;
      if (!task.verdict || task.by_own_word || task.light_by_hand || !task.counted) return;
      const auto light = badness(task.light());
      const model::Progress* said = measure::newest_verdict(at.in.task, at.clocks);
      if (!light || !said || badness(*task.verdict) >= *light) return;
      found.add(said->verdict.at_or(said->at),
                {"自报{0}，按数据{1}", "by its own word {0}, by its figures {1}",
                 model::label(*task.verdict), model::label(task.standing)},
                {"核对报数和节点：数没报全的补报；确实落后的，自评照实写",
                 "check figures and milestones: add what is lacking, or put the verdict as it is"});
    },
};

}  // namespace taizhang::check
