// SPDX-License-Identifier: MIT
#include "check/rules.h"
#include "check/told.h"

namespace taizhang::check {

namespace {

void find_season_points(const Told& told, Collector& found) {
  const model::Indicator& indicator = told.indicator;
  const auto meant = [&](std::string_view key) {
    return told.ledger.was_meant(told.file.file, key);
  };
  if (indicator.frequency.value != model::Frequency::season) return;
  // Where only public results are recorded nothing is owed.
  if (told.plan.plan.reporting.value == model::Reporting::public_) return;
  if (!indicator.trajectory.points.empty() || !told.ledger.is_whole(told.file.file)) return;
  if (meant("trajectory") || meant("points") || meant("type")) return;
  found.add(
      indicator.frequency.at_or(indicator.at),
      {{"按农时报送，却没有写哪几个农时，只好按季度催报",
        "it is reported by season, but no season is given: a report is owed each quarter"},
       {}},
      {{"写上 trajectory: {type: step, points: [{date: 夏收后的日期, value: 数}, …]}；按季的写 "
        "frequency: quarter",
        "write trajectory: {type: step, points: [{date: …, value: …}, …]}, or frequency: "
        "quarter"},
       {}});
}

}  // namespace

const Rule season_points{
    "W32",
    "season-points",
    source::Severity::warning,
    {"按农时报送，没有写农时", "reports by season without the seasons"},
    {"夏收、秋收各报一次，哪天为止要写在序时点里；不写，系统不知道什么时候该报。",
     "A report is owed after each harvest, and its day is a point of the trajectory; without them "
     "nobody knows when."},
    R"yaml(frequency: season
)yaml",
    R"yaml(frequency: season
trajectory:
  type: step
  points: [{date: 2023-05-31, value: 20.5}, {date: 2023-08-31, value: 44.16}]
)yaml",
    nullptr,
    find_season_points,
};

}  // namespace taizhang::check
