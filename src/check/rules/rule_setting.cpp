// SPDX-License-Identifier: MIT
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/suggest.h"
#include "check/levels.h"
#include "check/rules.h"
#include "check/walk.h"
#include "check/written.h"
#include "measure/limits.h"

namespace taizhang::check {

namespace {

using base::Decimal;
using model::Given;

base::Phrase write_another() {
  return {
      {"改成合理的值，或删去，按默认值算", "write another value, or leave it out for the default"},
      {}};
}

void not_negative(const Given<Decimal>& given, source::Span around, Collector& found) {
  if (!given || *given >= Decimal()) return;
  found.add(given.at_or(around), {{"“{0}”是负数", "“{0}” is below zero"}, {given->text()}},
            write_another());
}

void within(const Given<int>& given, source::Span around, int least, int most, Collector& found) {
  if (!given || (*given >= least && *given <= most)) return;
  found.add(given.at_or(around),
            {{"“{0}”不在 {1} 至 {2} 之间", "“{0}” is not between {1} and {2}"},
             {static_cast<long long>(*given), static_cast<long long>(least),
              static_cast<long long>(most)}},
            write_another());
}

/// A threshold with the value that counts where the plan does not set it.
struct Threshold {
  std::string_view key;
  const Given<Decimal>& given;
  base::Ratio value;

  bool faulty() const { return given.written() && !given; }
  std::string text() const { return given ? given->text() : base::rounded(value, 2); }
};

/// The better light needs the higher threshold.
void in_order(const Threshold& lower, const Threshold& higher, source::Span around,
              Collector& found) {
  if (lower.value <= higher.value || lower.faulty() || higher.faulty()) return;
  const Given<Decimal>& blamed = higher.given ? higher.given : lower.given;
  if (!blamed) return;
  found
      .add(blamed.at_or(around),
           {{"{0} 是 {1}，比 {2} 的 {3} 还低", "{0} is {1}, below {2}, which is {3}"},
            {higher.key, higher.text(), lower.key, lower.text()}},
           {{"由低到高：yellow、green、ahead；没有写的按默认值",
             "from low to high: yellow, green, ahead; what is not written has its default"},
            {}},
           {{lower.given.at, {{"较低的一档在这里", "the lower one is here"}, {}}}})
      .distinction = std::string(lower.key) + " < " + std::string(higher.key);
}

void look_at_lights(const model::LightRules& light, source::Span rules, Collector& found) {
  const measure::LightLimits limits = measure::limits_of(light);
  const source::Span around = light.at_or(rules);
  const Threshold yellow{"yellow", light.yellow, limits.yellow};
  const Threshold green{"green", light.green, limits.green};
  in_order(yellow, green, around, found);
  in_order(green, {"ahead", light.ahead, limits.ahead}, around, found);
  in_order({"yellow_points", light.yellow_points, limits.yellow_points},
           {"green_points", light.green_points, limits.green_points}, around, found);
}

void look_at_steps(const model::List<int>& steps, source::Span around, Collector& found) {
  if (!steps.written()) return;
  std::vector<int> days;
  for (const auto& step : steps.items) {
    if (!step) return;
    days.push_back(*step);
  }
  if (days.size() == 2 && days[0] < days[1]) return;
  // A value that is no list at all is a fault of the file.
  if (days.empty()) return;
  found.add(
      steps.at_or(around),
      {days.size() == 2 ? base::Bilingual{"两级天数要由小到大", "the two steps have to ascend"}
                        : base::Bilingual{"要写两级天数，这里是 {0} 个",
                                          "it takes two steps of days; here are {0}"},
       {static_cast<long long>(days.size())}},
      {{"写成 [45, 75] 这样：超过 45 天为陈旧，超过 75 天为严重陈旧",
        "write it as [45, 75]: stale after 45 days, badly so after 75"},
       {}});
}

/// What each kind of setting may be, whichever it is: every one of the table is looked at.
class Settings {
 public:
  Settings(source::Span around, Collector& found) : around_(around), found_(found) {}

  template <class E, class T>
  void operator()(const model::Field<E, T>& field, const Given<Decimal>& number) const {
    // Points are counted down from zero.
    if (!field.otherwise.value.starts_with('-')) not_negative(number, around_, found_);
  }
  template <class E>
  void operator()(const model::Field<E, Given<int>>& field, const Given<int>& number) const {
    if constexpr (std::is_same_v<E, model::DeadlineRules>) {
      if (field.member == &E::week) within(number, around_, 1, 7, found_);
    }
  }
  template <class E, class T>
  void operator()(const model::Field<E, T>&, const Given<model::DeadlineDay>& given) const {
    // A day of the next month is one that every month has; of its own the last day will do.
    const int most = given && given->own ? 31 : 28;
    const auto day = given ? std::optional(given->day) : std::nullopt;
    within({day, given.at}, around_, 1, most, found_);
  }
  template <class E, class T>
  void operator()(const model::Field<E, T>&, const model::List<int>& steps) const {
    look_at_steps(steps, around_, found_);
  }
  /// Other shapes have nothing in common that could be wrong.
  void operator()(const auto&, const auto&) const {}

 private:
  source::Span around_;
  Collector& found_;
};

void look_at_forecast(const model::ForecastRules& forecast, source::Span around, Collector& found) {
  if (!forecast.from || *forecast.from <= Decimal::whole(1)) return;
  found.add(
      forecast.from.at_or(forecast.at_or(around)),
      {{"“{0}”大于 1，永远不会预计", "“{0}” is more than 1: nothing is ever forecast"},
       {forecast.from->text()}},
      {{"写 0 到 1 之间的数，0.25 是四分之一", "write a number from 0 to 1; 0.25 is a quarter"},
       {}});
}

void look_at_check(const model::Table<model::RuleLevel>& levels, source::Span around,
                   Collector& found) {
  const std::vector<std::string_view> known = rule_words();
  std::map<const Rule*, source::Span> first;
  std::set<std::string> seen;
  for (const auto& [name, level] : levels.rows) {
    // A key that stands twice is a fault of the file.
    if (!seen.insert(*name.value).second) continue;
    const source::Span at = name.at_or(levels.at_or(around));
    const Rule* rule = find_rule(*name.value);
    if (!rule) {
      const auto near = base::suggestion(*name.value, known);
      found.add(at, {{"没有“{0}”这条规则", "there is no rule “{0}”"}, {*name.value}},
                near ? base::Phrase{{"是不是“{0}”？", "did you mean “{0}”?"}, {*near}}
                     : base::Phrase{{"写规则的编号或名称，如 W04 或 jump",
                                     "write the code or the name of a rule, such as W04 or jump"},
                                    {}});
      continue;
    }
    if (!may_be_lowered(*rule) && level && *level != model::RuleLevel::error) {
      found.add(
          at,
          {{"{0} 说的是没有读进来的内容，不能降级", "{0} tells what was not read: it stays"},
           {rule->code}},
          {{"删去这一行，把读不出来的内容改好", "delete it, and mend what cannot be read"}, {}});
    }
    const auto [earlier, is_new] = first.emplace(rule, at);
    if (is_new) continue;
    found.add(at,
              {{"“{0}”和前面写的是同一条规则 {1}", "“{0}” is the rule {1}, which stands above"},
               {*name.value, rule->code}},
              {{"一条规则只写一次", "write a rule once"}, {}},
              {{earlier->second, {{"前一处在这里", "it stands here already"}, {}}}});
  }
}

template <class T>
void look_for_doubles(const model::List<T>& list, source::Span around, Collector& found,
                      base::Bilingual message, base::Bilingual help,
                      std::string (*text_of)(const T&)) {
  std::map<T, source::Span> first;
  for (const Given<T>& item : list.items) {
    if (!item) continue;
    const source::Span at = item.at_or(list.at_or(around));
    const auto [earlier, is_new] = first.emplace(*item, at);
    if (is_new) continue;
    found.add(at, {message, {text_of(*item)}}, {help, {}},
              {{earlier->second, {{"前一处在这里", "it stands here already"}, {}}}});
  }
}

/// Time limits may run on into the next year, but not for longer.
void look_at_holidays(const model::Plan& plan, Collector& found) {
  look_for_doubles<base::Date>(
      plan.holidays, plan.at, found, {"节假日“{0}”写了两次", "the holiday {0} stands there twice"},
      {"是不是另一天写错了？不是的删去一处", "was another day meant? if not, delete one"},
      [](const base::Date& day) { return base::iso(day); });
  const model::Period& period = plan.period;
  if (!period.start || !period.end || *period.start > *period.end) return;
  constexpr std::chrono::days year{366};
  for (const Given<base::Date>& day : plan.holidays.items) {
    if (!day || (*day >= *period.start - year && *day <= *period.end + year)) continue;
    found.add(
        day.at_or(plan.holidays.at_or(plan.at)),
        {{"节假日“{0}”离计划周期一年以上", "the holiday {0} is more than a year off the period"},
         {base::iso(*day)}},
        {{"检查年份", "check the year"}, {}});
  }
}

void find_rule_setting(const AtLedger& at, Collector& found) {
  for (const model::PlanFolder& folder : at.ledger.plans) {
    const model::Plan& plan = folder.plan;
    const model::Rules& rules = plan.rules;
    const source::Span around = rules.at_or(plan.at);
    for (const model::Section& section : plan.sections) {
      if (!section.no || *section.no >= 1) continue;
      found.add(section.no.at_or(section.at),
                {{"板块序号 {0} 小于 1", "section number {0} is less than 1"},
                 {static_cast<long long>(*section.no)}},
                {{"板块从 1 起编号", "sections are numbered from 1"}, {}});
    }
    look_for_doubles<std::string>(
        rules.counting_units, around, found, {"计量单位“{0}”写了两次", "“{0}” stands there twice"},
        {"删去一处", "delete one"}, [](const std::string& unit) { return unit; });
    for_each_written(rules, Settings(around, found));
    look_at_lights(rules.light, around, found);
    look_at_forecast(rules.forecast, around, found);
    look_at_check(rules.check, around, found);
    look_at_holidays(plan, found);
  }
}

}  // namespace

const Rule rule_setting{
    "E48 rule-setting",
    {"计划里的设置不成立", "a setting of the plan that cannot be"},
    {"灯、时限、扣分都按计划的 rules 算；门槛颠倒、扣分为负，整个计划的灯和分数都会跟着错。",
     "Lights, time limits and scores follow the plan’s rules; thresholds the wrong way round or "
     "negative marks make them all wrong."},
    R"yaml(rules:
  light: {green: 0.8, yellow: 0.95})yaml",
    R"yaml(rules:
  light: {green: 0.95, yellow: 0.8})yaml",
    find_rule_setting,
};

}  // namespace taizhang::check
