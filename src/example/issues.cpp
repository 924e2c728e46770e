// SPDX-License-Identifier: MIT
#include <algorithm>
#include <span>

#include "example/fill.h"
#include "example/records.h"

namespace taizhang::example {

using model::IssueLevel;
using model::IssueState;
using std::chrono::days;

namespace {

/// A problem, and who has to solve it where that is not the lead.
struct Trouble {
  std::string_view text;
  std::string_view cause;
  std::string_view owner;
};

constexpr Trouble of_projects[] = {
    {"{}涉及的两处地块用地手续尚未办结", "前期资料不齐，报批材料退回补正", "县自然资源局"},
    {"{}施工范围内电力杆线未迁改", "迁改方案与设计图纸不一致", "县供电公司"},
    {"{}进度款拨付滞后", "结算资料审核周期偏长", ""},
    {"{}雨季施工组织不力，作业面不足", "施工单位人员、机械投入不够", ""}};
constexpr Trouble of_industry[] = {
    {"部分企业反映{}进展偏慢", "申报材料多头审核", ""},
    {"{}涉及的企业用电报装容量不足", "变电站间隔资源紧张", "县供电公司"},
    {"{}责任企业产值下滑，支撑不足", "市场需求不足，订单减少", ""}};
constexpr Trouble of_farming[] = {
    {"部分镇街{}落实不到位", "属地责任压得不实", ""},
    {"{}推进中灌溉用水保障不足", "沟渠年久失修，供水不畅", "县水利局"}};
constexpr Trouble of_environment[] = {
    {"{}涉及的三处点位问题反弹", "长效管护机制不健全", ""},
    {"{}涉及的部分设施运行不正常", "运维经费未及时落实", "县财政局"}};
constexpr Trouble of_services[] = {
    {"群众反映{}覆盖面不够", "基层工作人员不足", ""},
    {"{}数据共享不及时，影响办理进度", "部门间数据接口未打通", "县大数据中心"},
    {"{}宣传不到位，知晓率偏低", "宣传方式单一", ""}};

std::span<const Trouble> troubles(Line line) {
  switch (line) {
    case Line::project:
      return of_projects;
    case Line::industry:
      return of_industry;
    case Line::farming:
      return of_farming;
    case Line::environment:
      return of_environment;
    case Line::service:
      break;
  }
  return of_services;
}

constexpr std::string_view finders[] = {"县政府督查室", "12345热线", "县人大代表视察", "自查"};

int days_allowed(IssueLevel level) {
  switch (level) {
    case IssueLevel::general:
      return 15;
    case IssueLevel::major:
      return 30;
    case IssueLevel::critical:
      break;
  }
  return 5;
}

/// One step of an issue's way: what it becomes, how many days after the last, who says so.
struct Move {
  IssueState state;
  int after;
  enum class Who { nobody, office, coordinator, owner } by;
  std::string_view note = {};
  bool reopened = false;
  bool evidence = false;
};

std::vector<Move> way_of(IssueCourse course) {
  using Who = Move::Who;
  const Move found{IssueState::found, 0, Who::nobody};
  const Move assigned{IssueState::assigned, 2, Who::office, "示例：交办责任单位"};
  const Move coordinating{IssueState::coordinating, 5, Who::coordinator, "示例：召开专题协调会"};
  const Move resolved{IssueState::resolved, 5, Who::owner, "示例：整改完成，申请销号", false, true};
  const Move closed{IssueState::closed, 6, Who::office, "示例：现场核实，同意销号", false, true};
  const Move again{IssueState::assigned, 4, Who::office, "示例：整改不彻底，退回重办"};
  const Move rebound{IssueState::found, 45, Who::office, "示例：回访发现问题反弹", true};
  switch (course) {
    case IssueCourse::closed:
      return {found, assigned, coordinating, resolved, closed};
    case IssueCourse::closed_at_once:
      return {found, assigned, resolved, closed};
    case IssueCourse::sent_back:
      return {found, assigned, resolved, again, coordinating, resolved, closed};
    case IssueCourse::reopened:
      return {found, assigned, resolved, closed, rebound, assigned};
    case IssueCourse::resolved:
      return {found, assigned, coordinating, resolved};
    case IssueCourse::coordinating:
      return {found, assigned, coordinating};
    case IssueCourse::assigned:
      return {found, assigned};
    case IssueCourse::found:
      break;
  }
  return {found};
}

void add_log(const Scene& scene, IssueCourse course, model::Issue& issue) {
  Date day = *issue.found;
  for (const Move& move : way_of(course)) {
    model::IssueStep step(unwritten);
    day += days{move.after == 0 ? 0 : move.after + scene.random.between(0, 3)};
    step.date.value = day;
    step.state.value = move.state;
    switch (move.by) {
      case Move::Who::nobody:
        break;
      case Move::Who::office:
        set(step.by, county_office);
        break;
      case Move::Who::coordinator:
        step.by = issue.coordinator;
        break;
      case Move::Who::owner:
        step.by = issue.owner;
        break;
    }
    if (!move.note.empty()) set(step.note, move.note);
    if (move.reopened) step.reopened.value = true;
    if (move.evidence) add(step.evidence, "示例-整改现场照片.jpg");
    issue.log.items.push_back(std::move(step));
  }
}

}  // namespace

void add_issues(const Scene& scene, const Theme& theme, model::Task& task) {
  const int count = scene.decks.issue_counts.deal();
  if (scene.course.untouched()) return;
  const Period period = scene.frame.period;
  for (int i = 1; i <= count; ++i) {
    const Trouble& trouble = scene.random.pick(troubles(theme.line));
    model::Issue issue(unwritten);
    set(issue.id, "q" + std::to_string(i));
    // A stopped task has its issues before the stop; the way of an issue takes some months.
    const int latest = scene.course.stop ? 380 : 780;
    issue.found.value = std::max(period.at(scene.random.between(240, latest)), scene.frame.issued);
    set(issue.found_by, scene.random.pick(finders));
    issue.level.value = scene.decks.issue_levels.deal();
    set(issue.text, "示例：" + about(trouble.text, theme.object));
    set(issue.cause, "示例：" + std::string(trouble.cause));
    const std::string_view owner = trouble.owner.empty() ? scene.course.lead : trouble.owner;
    set(issue.owner, scene.frame.county.name_on(owner, *issue.found));
    set(issue.coordinator, owner == "县发改局" ? "县住建局" : "县发改局");
    issue.due.value = *issue.found + days{days_allowed(*issue.level)};
    add_log(scene, scene.decks.issues.deal(), issue);
    task.issues.items.push_back(std::move(issue));
  }
}

}  // namespace taizhang::example
