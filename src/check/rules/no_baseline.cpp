// SPDX-License-Identifier: MIT
#include "check/reported.h"
#include "check/rules.h"
#include "measure/completion.h"
#include "measure/in_force.h"

namespace taizhang::check {

namespace {

/// Whether the indicator is measured from where it began: a stock, or a rate that is not the full
/// target at any date.
bool starts_somewhere(const model::Indicator& indicator) {
  const auto target = measure::written_target(indicator);
  // A limit is to be kept on every day.
  if (!indicator.kind || !target || measure::is_ceiling(indicator)) return false;
  if (*indicator.kind == model::Kind::level) return true;
  return *indicator.kind == model::Kind::ratio &&
         !measure::is_hold(indicator, base::to_ratio(*target));
}

/// Whether the file says how the year is to go. A straight line cannot be drawn from nowhere.
bool has_course(const model::Trajectory& trajectory) {
  if (!trajectory.type) return trajectory.written();
  return *trajectory.type != model::TrajectoryType::linear;
}

void find_no_baseline(const model::Ledger& ledger, Collector& found) {
  for_each_indicator(ledger, [&](const auto&, const auto& file, const auto& indicator) {
    if (!starts_somewhere(indicator) || indicator.baseline.written()) return;
    if (has_course(indicator.trajectory) || !ledger.is_whole(file.file)) return;
    const auto meant = [&](std::string_view key) { return ledger.was_meant(file.file, key); };
    if (meant("baseline") || meant("trajectory") || meant("window")) return;
    found.add(
        indicator.kind.at_or(indicator.at),
        {*indicator.kind == model::Kind::level
             ? base::Bilingual{"“{0}”是存量，没有基数", "“{0}” is a stock without a baseline"}
             : base::Bilingual{"“{0}”是比例，没有基数", "“{0}” is a rate without a baseline"},
         {indicator.name.value_or(indicator.id.value_or(""))}},
        {{"写上 baseline（年初的数）；查不到的写 trajectory: {type: end}，完成率按占目标计算",
          "write baseline, the value at the start; where nobody knows it write trajectory: {type: "
          "end}, and completion stays the share of the target"},
         {}});
  });
}

}  // namespace

const Rule no_baseline{
    "W03",
    "no-baseline",
    source::Severity::warning,
    {"存量、比例指标没有基数", "a stock or rate without a baseline"},
    {"不知道年初是多少，就看不出今年做了多少：到期前不算序时，完成率是占目标的比重，记作“占目标”。",
     "Without the value at the start nobody sees what the year has added: nothing is expected "
     "until it is due, and completion is the share of the target, marked so."},
    R"yaml(name: 5G基站累计建设数量
kind: level
target: 1235
)yaml",
    R"yaml(name: 5G基站累计建设数量
kind: level
target: 1235
baseline: 980   # 2022年底
)yaml",
    find_no_baseline,
};

}  // namespace taizhang::check
