// SPDX-License-Identifier: MIT
#include "example/plan.h"

#include <string_view>

#include "example/fill.h"
#include "example/theme.h"

namespace taizhang::example {

using base::Decimal;
using std::chrono::days;

namespace {

Decimal number(std::string_view text) { return *Decimal::parse(text).decimal; }

void set_days(model::List<int>& list, int first, int second) {
  list.items = {{first, {}}, {second, {}}};
}

void set_lights(int plan, model::LightRules& light) {
  light.rule.value = plan % 2 == 0 ? model::LightRule::ratio : model::LightRule::points;
  light.green.value = number("0.95");
  light.yellow.value = number("0.8");
  light.ahead.value = number("1.1");
  light.green_points.value = number("-10");
  light.yellow_points.value = number("-30");
  light.due_soon.value = 30;
}

void set_limits(int plan, model::Rules& rules) {
  rules.about.percent_below.value = number("10");
  rules.about.smallest_count.value = 10;
  rules.about.points_below.value = number("0.5");
  rules.about.amounts_below.value = number("5");
  set_days(rules.stale.week, 12, 20);
  set_days(rules.stale.month, 45, 75);
  set_days(rules.stale.quarter, 120, 200);
  set_days(rules.stale.season, 200, 300);
  set_days(rules.stale.year, 400, 500);
  rules.deadlines.week.value = 5;
  for (auto* deadline : {&rules.deadlines.month, &rules.deadlines.season, &rules.deadlines.year}) {
    deadline->value = model::DeadlineDay{5};
  }
  // Of every other plan the quarters are reported in their own last month.
  rules.deadlines.quarter.value =
      plan % 2 == 0 ? model::DeadlineDay{5} : model::DeadlineDay{28, true};
  rules.deadlines.issue_general.value = 15;
  rules.deadlines.issue_major.value = 30;
  rules.deadlines.issue_critical.value = 5;
  rules.deadlines.escalate_after.value = 5;
  rules.deadlines.inspection_feedback.value = 30;
  rules.deadlines.settlement.value = 45;
  rules.doubt.jump_of_last.value = number("30");
  rules.doubt.jump_of_target.value = number("10");
  rules.doubt.jump_of_step.value = number("3");
  rules.doubt.over_target.value = number("130");
}

void set_forecast(int plan, model::ForecastRules& forecast) {
  constexpr auto& methods = model::Names<model::ForecastMethod>::table;
  forecast.method.value = methods[static_cast<std::size_t>(plan) % methods.size()].value;
  forecast.from.value = number("0.25");
}

void set_score(model::ScoreRules& score) {
  score.late.value = number("0.1");
  score.missing.value = number("0.5");
  score.issue_overdue.value = number("1");
  score.false_report.value = number("3");
  score.red.value = number("2");
  score.second_yellow.value = number("1");
  score.most.value = number("10");
  score.support.value = number("0.5");
  score.ranking.value = true;
}

/// One rule at each level; none of them finds anything in the ledger.
void set_check(model::Table<model::RuleLevel>& check) {
  add(check, "E19", model::RuleLevel::error);
  add(check, "W10", model::RuleLevel::warning);
  add(check, "W07", model::RuleLevel::ignore);
}

/// The first Saturday from October the 7th on makes up for one of the days before.
void add_workdays(Period period, model::List<Date>& workdays) {
  using namespace std::chrono;
  for (int year = year_of(period.start); year <= year_of(period.end); ++year) {
    Date day{std::chrono::year{year} / October / 7};
    while (weekday{day} != Saturday) day += days{1};
    if (day >= period.start && day <= period.end) workdays.items.push_back({day, {}});
  }
}

/// New Year's Day, Labour Day and three days of October, of each year of the period.
void add_holidays(Period period, model::List<Date>& holidays) {
  using namespace std::chrono;
  for (int year = year_of(period.start); year <= year_of(period.end); ++year) {
    for (const month_day day : {January / 1, May / 1, October / 1, October / 2, October / 3}) {
      const Date date{std::chrono::year{year} / day.month() / day.day()};
      if (date >= period.start && date <= period.end) holidays.items.push_back({date, {}});
    }
  }
}

/// One by its filter alone, one with all that a query can say.
void add_queries(model::ByName<model::Query>& queries) {
  model::Query red;
  set(red.filter, "light:red counted:yes");
  queries.rows.push_back({{std::string("红灯任务"), {}}, red});
  model::Query half;
  set(half.rows, "indicators");
  set(half.filter, "completion<50");
  for (const char* column : {"item", "name", "value", "completion"}) add(half.columns, column);
  add(half.sort, "completion");
  set(half.group, "lead");
  set(half.about, "完成率不到一半的指标");
  queries.rows.push_back({{std::string("half"), {}}, half});
}

void add_policies(const Frame& frame, model::Plan& plan) {
  const int year = year_of(frame.period.start);
  model::Policy report(unwritten);
  set(report.title, "示例：澄溪县政府工作报告");
  report.date.value = model::PartialDate{fmt::format("{}-01", year)};
  model::Policy opinion(unwritten);
  set(opinion.title, "示例：关于推动县域高质量发展的实施意见");
  set(opinion.issuer, "示例市人民政府");
  set(opinion.doc_no, fmt::format("示例市发〔{}〕8号", year - 1));
  opinion.date.value = model::PartialDate{std::to_string(year - 1)};
  plan.policies.items.push_back(std::move(report));
  plan.policies.items.push_back(std::move(opinion));
}

}  // namespace

model::Plan make_plan(const Frame& frame, Random& random) {
  model::Plan plan(unwritten);
  plan.schema.value = model::FormatVersion{};
  set(plan.id, frame.id);
  set(plan.title, "澄溪县" + words_of(frame.period) + "重点工作任务（合成数据）");
  plan.synthetic.value = true;
  set(plan.doc_no, fmt::format("示例政办〔{}〕{}号", year_of(frame.issued), random.between(3, 20)));
  set(plan.issuer, "示例：澄溪县人民政府办公室");
  plan.issued.value = frame.issued;
  plan.period.start.value = frame.period.start;
  plan.period.end.value = frame.period.end;
  plan.language.value = frame.number % 4 == 3 ? model::PlanLanguage::en : model::PlanLanguage::zh;
  // One plan of four only records what was published; another counts time by months.
  const bool only_public = frame.number % 4 == 2;
  plan.reporting.value = only_public ? model::Reporting::public_ : model::Reporting::owed;
  plan.rules.time.value = frame.number % 4 == 1 ? model::TimeRule::month : model::TimeRule::day;
  plan.rules.reporting_from.value = frame.issued;
  plan.rules.items.from.value = 1;
  int no = 0;
  for (const std::string_view title : sections()) {
    model::Section section(unwritten);
    section.no.value = ++no;
    set(section.title, title);
    plan.sections.items.push_back(std::move(section));
  }
  add_policies(frame, plan);
  set(plan.roles.leading_group, "澄溪县重点工作领导小组");
  set(plan.roles.office, county_office);
  add(plan.roles.closers, county_office);
  for (const char* unit : {"家", "个", "项", "人", "名", "户", "所", "件", "场", "场次", "处", "座",
                           "批次", "家次", "类", "起", "位"}) {
    add(plan.rules.counting_units, unit);
  }
  add(plan.rules.measure_units, "微克/立方米");
  set_lights(frame.number, plan.rules.light);
  set_limits(frame.number, plan.rules);
  set_forecast(frame.number, plan.rules.forecast);
  set_score(plan.rules.score);
  set_check(plan.rules.check);
  add_holidays(frame.period, plan.holidays);
  add_workdays(frame.period, plan.workdays);
  add_queries(plan.queries);
  plan.lock.value = frame.issued;  // what came before the plan is settled
  set(plan.carried_from, frame.id_before);
  return plan;
}

}  // namespace taizhang::example
