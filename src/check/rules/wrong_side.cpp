// SPDX-License-Identifier: MIT
#include "check/rules.h"
#include "check/told.h"
#include "measure/completion.h"

namespace taizhang::check {

namespace {

using base::Decimal;

/// Whether there is a way from the baseline to the target at all: a ceiling may come from either
/// side, and where the full target is expected at any date the baseline is only shown.
bool has_way(const model::Indicator& indicator, Decimal target) {
  return indicator.kind && indicator.qualifier && !measure::is_ceiling(indicator) &&
         !measure::is_hold(indicator, base::to_ratio(target));
}

void look(const Told& told, const model::Given<Decimal>& baseline,
          const model::Given<Decimal>& target, Collector& found) {
  if (!baseline || !target || !has_way(told.indicator, *target)) return;
  const bool down = measure::is_down(told.indicator);
  if (*baseline == *target || (*baseline > *target) == down) return;
  const base::Bilingual message =
      down ? base::Bilingual{"“{0}”写的是越低越好，基数 {1} 却低于目标 {2}",
                             "“{0}” is to go down, but its baseline, {1}, is below the target, {2}"}
           : base::Bilingual{"“{0}”越高越好，基数 {1} 却高于目标 {2}",
                             "“{0}” is to go up, but its baseline, {1}, is above the target, {2}"};
  const base::Bilingual help =
      down ? base::Bilingual{"要升上去的写 direction: up；方向不错的，核对基数和目标",
                             "for what is to rise write direction: up; else check both numbers"}
           : base::Bilingual{"要降下来的写 direction: down；方向不错的，核对基数和目标",
                             "for what is to fall write direction: down; else check both numbers"};
  found.add(baseline.at_or(told.indicator.at),
            {message,
             {told.indicator.name.value_or(told.indicator.id.value_or("")), baseline->text(),
              target->text()}},
            {help, {}}, {{target.at, {{"目标在这里", "the target is here"}, {}}}});
}

void find_wrong_side(const Told& told, Collector& found) {
  const model::Indicator& indicator = told.indicator;
  const auto meant = [&](std::string_view key) {
    return told.ledger.was_meant(told.file.file, key);
  };
  if (!indicator.baseline.written() || !told.ledger.is_whole(told.file.file)) return;
  if (meant("direction") || meant("trajectory") || meant("window") || meant("type")) return;
  // A target out of the scale of its unit is a finding of its own.
  if (told.scale().target_is_off()) return;
  const auto target = measure::written_target(indicator);
  look(told, indicator.baseline.one, {target, indicator.target.at}, found);
  for (const auto& [unit, baseline] : indicator.baseline.by.rows) {
    for (const auto& [name, number] : indicator.targets.rows) {
      if (unit && name && *unit == *name) look(told, baseline, number, found);
    }
  }
}

}  // namespace

const Rule wrong_side{
    "E50",
    "wrong-side",
    source::Severity::error,
    {"基数在目标的另一边，方向写反了", "a baseline on the wrong side of the target"},
    {"从 400 降到 300 的，不写 direction: down 就当作升上去：没动手已经达标，做得越多看着越差。",
     "From 400 down to 300 without direction: down counts as a rise: met before anything is done, "
     "and the more is done the worse it looks."},
    R"yaml(name: 未改造的锅炉
kind: level
qualifier: reach
baseline: 400
target: 300
)yaml",
    R"yaml(name: 未改造的锅炉
kind: level
qualifier: reach
direction: down
baseline: 400
target: 300
)yaml",
    nullptr,
    find_wrong_side,
};

}  // namespace taizhang::check
