// SPDX-License-Identifier: MIT
#include "check/moment.h"
#include "check/rules.h"

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

void find_verdict_better(const Moment& moment, Collector& found) {
  for (const measure::PlanFigures& plan : moment.plans) {
    for (const measure::TaskFigures& task : plan.tasks) {
      if (!task.verdict || task.by_own_word || task.light_by_hand || !task.counted) continue;
      const auto light = badness(task.light());
      const model::Progress* said = measure::newest_verdict(task.task(), moment.clocks);
      if (!light || !said || badness(*task.verdict) >= *light) continue;
      found.add(said->verdict.at_or(said->at),
                {{"自报{0}，按数据{1}", "by its own word {0}, by its figures {1}"},
                 {model::label(*task.verdict), model::label(task.standing)}},
                {{"核对报数和节点：数没报全的补报；确实落后的，自评照实写",
                  "check figures and milestones: add what is lacking, or put the verdict as it is"},
                 {}});
    }
  }
}

}  // namespace

const Rule verdict_better{
    "W24",
    "verdict-better",
    source::Severity::warning,
    {"自评比数据好", "a verdict that is better than the figures"},
    {"单位说达序，报的数却滞后：不是数没报全，就是话说满了；灯按数据亮，会上要说得清。",
     "The unit says on schedule and its figures say behind: either some are lacking or too much "
     "was said. The light goes by the figures, and somebody will ask."},
    R"yaml(# 完成率落后于序时
progress:
  - {date: 2023-09-30, by: 市工信局, done: 有序推进, verdict: on_schedule}
)yaml",
    R"yaml(# 完成率落后于序时
progress:
  - {date: 2023-09-30, by: 市工信局, done: 有序推进, verdict: behind}
)yaml",
    nullptr,
    nullptr,
    find_verdict_better,
};

}  // namespace taizhang::check
