// SPDX-License-Identifier: MIT
#include <map>

#include "base/suggest.h"
#include "check/measure_units.h"
#include "check/rules.h"
#include "check/walk.h"

namespace taizhang::check {

namespace {

/// How many tasks have an indicator with each unit of measure: none, one or more.
class Uses {
 public:
  explicit Uses(const model::Ledger& ledger) {
    for (const model::PlanFolder& plan : ledger.plans) {
      for (const model::TaskFile& file : plan.tasks) {
        for (const model::Indicator& indicator : file.task.indicators) {
          if (!indicator.unit) continue;
          const auto [at, is_new] = tasks_.emplace(*indicator.unit, file.file);
          if (!is_new && at->second != file.file) at->second.reset();
        }
      }
    }
  }

  bool is_common(std::string_view unit) const {
    const auto found = tasks_.find(unit);
    return found != tasks_.end() && !found->second;
  }

 private:
  /// The file of its one task; nothing where it has several.
  std::map<std::string, std::optional<std::uint32_t>, std::less<>> tasks_;
};

/// The edit that writes `usual` in the place of the unit; none where the file has it in several
/// lines.
std::vector<source::Edit> fix_of(const model::Ledger& ledger, source::Span at,
                                 const std::string& unit, const std::string& usual) {
  const std::string& text = ledger.sources[at.file].text;
  const std::string written = text.substr(at.begin, at.end - at.begin);
  const bool plain = written == unit || written == '"' + unit + '"' || written == "'" + unit + "'";
  if (!plain) return {};
  // YAML takes a % at the start for a sign of its own.
  return {{at, usual.starts_with('%') ? '"' + usual + '"' : usual}};
}

/// Whether the plan is written in English, in which units of measure have other names.
bool is_foreign(const model::Plan& plan, std::string_view unit) {
  const bool letters = std::any_of(unit.begin(), unit.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
  return letters && plan.language && *plan.language == model::PlanLanguage::en;
}

class Finder {
 public:
  Finder(const model::Ledger& ledger, Collector& found)
      : ledger_(ledger), uses_(ledger), found_(found) {}

  void look(const model::Plan& plan, const model::Indicator& indicator) {
    const model::Given<std::string>& unit = indicator.unit;
    if (!unit || is_foreign(plan, *unit)) return;
    const source::Span at = unit.at_or(indicator.at);
    const SpeltUnit how = spelt(*unit, plan.rules);
    switch (how.spelling) {
      case Spelling::usual:
        return;
      case Spelling::other:
        found_.add(at,
                   {"计量单位“{0}”通常写作“{1}”",
                    "the unit of measure “{0}” is usually written “{1}”", *unit, how.usual},
                   {"写作“{0}”", "write “{0}”", how.usual}, {},
                   fix_of(ledger_, at, *unit, how.usual));
        return;
      case Spelling::amount:
        found_.add(
            at, {"“{0}”只是数量，没有写明是什么", "“{0}” is an amount, but of what?", *unit},
            {"写全，如“{0}元”“{0}亩”", "write it in full, such as “{0}元” or “{0}亩”", *unit});
        return;
      case Spelling::unclear:
        found_.add(at,
                   {"计量单位“{0}”可以有几种意思",
                    "the unit of measure “{0}” may mean several things", *unit},
                   {"写中文全称，如 克、米、吨、毫克、毫瓦、兆比特每秒",
                    "write it out: 克, 米, 吨, 毫克, 毫瓦, 兆比特每秒 or what is meant"});
        return;
      case Spelling::unknown:
        if (!uses_.is_common(*unit)) look_at_unknown(plan, *unit, at);
        return;
    }
  }

 private:
  void look_at_unknown(const model::Plan& plan, const std::string& unit, source::Span at) {
    // A hostile file must not cost a suggestion for each of its indicators.
    constexpr int most_suggestions = 100;
    const auto near = asked_++ < most_suggestions ? base::suggestion(unit, usual_units(plan.rules))
                                                  : std::nullopt;
    const Words help =
        near
            ? Words{"是不是“{0}”？确实要用的，加进 plan.yaml 的 rules.measure_units",
                    "did you mean “{0}”? if not, add yours to rules.measure_units in plan.yaml",
                    *near}
            : Words{
                  "核对写法；确实要用的，加进 plan.yaml 的 rules.measure_units",
                  "check the spelling; if it is right, add it to rules.measure_units in plan.yaml"};
    found_.add(
        at, {"计量单位“{0}”只有这项任务在用", "no other task has the unit of measure “{0}”", unit},
        help);
  }

  const model::Ledger& ledger_;
  Uses uses_;
  Collector& found_;
  int asked_ = 0;
};

}  // namespace

const Rule measure_unit{
    "W11 measure-unit",
    {"计量单位的写法与众不同", "a unit of measure in a spelling of its own"},
    {"同一个单位几种写法，统计时就分成几类；按百分数、按整数计的规则也认不出来。计划自有的单位写进 "
     "plan.yaml 的 rules.measure_units。",
     "One unit in several spellings counts as several, and the rules for percentages and whole "
     "things do not know it. A plan lists units of its own in rules.measure_units of plan.yaml."},
    R"yaml(target: 3.2
unit: 万平米)yaml",
    R"yaml(target: 3.2
unit: 万平方米)yaml",
    [](const AtLedger& at, Collector& found) {
      Finder finder(at.ledger, found);
      for (const model::PlanFolder& folder : at.ledger.plans) {
        const model::Plan& plan = folder.plan;
        if (at.meant(plan, {"rules"}) || at.meant(plan.rules, {"measure_units", "counting_units"}))
          continue;
        for (const model::TaskFile& file : folder.tasks) {
          for (const model::Indicator& indicator : file.task.indicators)
            finder.look(plan, indicator);
        }
      }
    },
};

}  // namespace taizhang::check
