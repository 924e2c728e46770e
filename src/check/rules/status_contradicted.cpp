// SPDX-License-Identifier: MIT
#include "check/rules.h"
#include "check/walk.h"
#include "measure/in_force.h"
#include "measure/readings.h"

namespace taizhang::check {

namespace {

using model::Status;
using Places = std::vector<Nearby>;

/// The status on a day and where it stands: in the file's own words or as the newest change has it.
struct Stands {
  Status status;
  source::Span at;
};

Stands status_on(const model::Task& task, base::Date day) {
  const auto changes = measure::changes_in_force(task, "status", day);
  const Status status = measure::status_in_force(task, day).value_or(*task.status);
  return {status, changes.empty() ? task.status.at_or(task.at)
                                  : changes.back()->to.at_or(changes.back()->at)};
}

/// Where status has no day of its own it is what the file says now. So an earlier day contradicts
/// it only where nothing later in the file can have brought it about.
bool says_no_more(const model::Indicator& indicator, measure::Clocks clocks) {
  return std::all_of(indicator.readings.begin(), indicator.readings.end(),
                     [&](const model::Reading& reading) {
                       return reading.date && reading.value && measure::is_known(reading, clocks);
                     });
}

/// The measures with weight that the task promised and that are not met. What was only striven for
/// may be closed without.
Places unmet_measures(const measure::TaskFigures& task, measure::Clocks clocks) {
  Places places;
  for (const measure::IndicatorFigures& figures : task.indicators) {
    const model::Indicator& indicator = *figures.indicator;
    const bool binding =
        indicator.commitment && *indicator.commitment == model::Commitment::binding;
    if (!figures.counts() || figures.met || !binding || !figures.terms || !indicator.name) continue;
    if (!says_no_more(indicator, clocks)) continue;
    const bool silent = !figures.newest();
    places.push_back({indicator.name.at,
                      {silent ? base::Bilingual{"“{0}”没有报数", "“{0}” has no reading"}
                              : base::Bilingual{"“{0}”没有达到目标", "“{0}” is not met"},
                       {*indicator.name}}});
  }
  for (const measure::MilestoneFigures& figures : task.milestones) {
    const model::Milestone& milestone = *figures.milestone;
    if (!figures.has_weight() || milestone.done.written() || !milestone.name) continue;
    places.push_back({milestone.name.at, {"“{0}”没有完成", "“{0}” is not done", *milestone.name}});
  }
  return places;
}

Places open_issues(const AtTask& at) {
  Places places;
  for (const model::Issue& issue : at.task.issues) {
    if (!AtIssue{at, issue}.can_follow()) continue;
    const auto& log = issue.log.items;
    if (!log.empty() && *log.back().state == model::IssueState::closed) continue;
    if (!issue.text) continue;
    places.push_back({log.empty() ? issue.text.at : log.back().state.at,
                      {"“{0}”还没有销号", "“{0}” is not closed", *issue.text}});
  }
  return places;
}

/// What shows that work has begun: a total above its start, a milestone done. A stock or a rate
/// stands somewhere before anybody does anything.
Places signs_of_work(const measure::TaskFigures& task) {
  Places places;
  for (const measure::IndicatorFigures& figures : task.indicators) {
    const auto& kind = figures.indicator->kind;
    const measure::Effective* newest = figures.newest();
    if (!kind || *kind != model::Kind::cumulative || !newest || !figures.terms) continue;
    if (base::to_ratio(newest->value) == figures.terms->base()) continue;
    places.push_back(
        {newest->reading->value.at,
         {"截至 {0} 已报 {1}", "{1} were reported as of {0}", newest->date, newest->value.text()}});
  }
  for (const measure::MilestoneFigures& figures : task.milestones) {
    if (!figures.done) continue;
    places.push_back(
        {figures.milestone->done.at,
         {"已于 {0} 完成一个节点", "a milestone was done on {0}", *figures.milestone->done}});
  }
  return places;
}

/// One finding for all the `places` that speak against the status, which are of one kind.
void add(const Stands& stands, std::string_view kind, base::Bilingual message, base::Bilingual help,
         Places places, Collector& found) {
  if (places.empty()) return;
  const auto count = static_cast<long long>(places.size());
  found
      .add(stands.at, {message, {model::label(stands.status), count}}, {help, {}},
           std::move(places))
      .distinction = kind;
}

void look_at_carrying(const AtTask& at, Collector& found) {
  const model::Task& task = at.task;
  // A task is carried over after its plan is over, whatever day is asked for.
  const Stands stands = status_on(task, end_of_days);
  const bool carried = stands.status == Status::carried_over;
  if (carried && !task.carried_to.written() && !at.meant({"carried_to"})) {
    found
        .add(
            stands.at,
            {"写的是 carried_over（结转），没有写转到哪里", "it is carried_over, but not where to"},
            {"写上 carried_to: {plan: 计划编号, item: 序号}",
             "write carried_to: {plan: its id, item: its number}"})
        .distinction = "carried_to";
  } else if (!carried && task.carried_to.written()) {
    found.add(
        task.carried_to.at_or(task.at),
        {"写了 carried_to（结转到），状态却是“{0}”",
         "it is carried to another plan, but its status is “{0}”", model::label(stands.status)},
        {"结转的写 status: carried_over；没有结转的，把 carried_to 记进 note",
         "write status: carried_over, or put carried_to into note"},
        {{stands.at, {"状态在这里", "the status is here"}}});
  }
}

}  // namespace

const Rule status_contradicted{
    "W18 status-contradicted",
    {"办理状态与实际不符", "a status that the record contradicts"},
    {"说办结了，指标没有达到、节点没有完成、问题没有销号；说没开始，数已经报上来；说结转，没写转到"
     "哪里：状态和记录总有一个不对，汇总就会失实。力争的指标没有达到，不妨碍办结。",
     "Closed, but a number is not met, a milestone not done or an issue open; not started, but "
     "with figures; carried over, but nowhere to: the status or the record is wrong, and so are "
     "the totals. What was only striven for does not keep a task open."},
    R"yaml(status: closed
milestones:
  - {id: opened, name: 济潍高速通车, due: 2023-12-31})yaml",
    R"yaml(status: closed
milestones:
  - {id: opened, name: 济潍高速通车, due: 2023-12-31, done: 2023-11-30})yaml",
    [](const OnDay& at, Collector& found) {
      const model::Task& task = at.in.task;
      if (!task.status || !at.in.whole) return;
      look_at_carrying(at.in, found);
      const Stands stands = status_on(task, at.clocks.as_of);
      const bool closed = stands.status == Status::closed;
      // What was decided by hand has its own reason.
      const bool measured = !at.figures.light_by_hand &&
                            !at.in.meant({"indicators", "milestones"}) &&
                            !at.in.meant(task.indicators, {"readings", "weight"}) &&
                            !at.in.meant(task.milestones, {"done", "weight"});
      if ((closed || stands.status == Status::close_requested) && measured) {
        add(stands, "measures",
            {"状态是“{0}”，但有 {1} 项没有完成",
             "its status is “{0}”, but it has measures that are not done: {1}"},
            {"补报完成数、写上节点的 done；确实没有完成的，状态改回 in_progress",
             "add the final figures and the days the milestones were done, or put the status back "
             "to in_progress"},
            unmet_measures(at.figures, at.clocks), found);
      }
      if (closed) {
        add(stands, "issues",
            {"状态是“{0}”，但有 {1} 个问题没有销号",
             "its status is “{0}”, but it has issues that are open: {1}"},
            {"先把问题销号，再给任务销号", "close the issues before the task"}, open_issues(at.in),
            found);
      }
      if (stands.status == Status::not_started) {
        add(stands, "begun",
            {"状态是“{0}”，但有 {1} 处记录说明已经开始",
             "its status is “{0}”, but entries show that it has begun: {1}"},
            {"状态改成 in_progress", "write status: in_progress"}, signs_of_work(at.figures),
            found);
      }
    },
};

}  // namespace taizhang::check
