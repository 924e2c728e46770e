// SPDX-License-Identifier: MIT
#include "check/rules.h"
#include "check/told.h"

namespace taizhang::check {

namespace {

void find_like_monthly(const Told& told, Collector& found) {
  if (!told.doubts().like_monthly) return;
  const auto& readings = told.reported().readings;
  const measure::Effective& last = readings.back();
  const std::size_t count = readings.size();
  found.add(
      last.reading->value.at_or(last.reading->at),
      {{"连着三期差不多：{0}、{1}、{2}，离应完成数还远：报的是当期数，不是累计数？",
        "three in a row are nearly equal, {0}, {1}, {2}, and far below what is expected: is "
        "it each period’s addition and not the total?"},
       {readings[count - 3].value.text(), readings[count - 2].value.text(), last.value.text()}},
      {{"累计数从年初加起；报成当期数的，逐条写 corrects 更正",
        "a running total counts from the start; put each that is wrong right with corrects"},
       {}});
}

}  // namespace

const Rule like_monthly{
    "W25",
    "like-monthly",
    source::Severity::warning,
    {"像是把当月数当累计数报了", "monthly figures typed as totals"},
    {"累计数应当一期比一期多；几期差不多又远远不到，多半是每期只报了当月新增，全年的账就少了。",
     "A running total grows; several that are nearly equal and far too low are mostly the month's "
     "own additions, and the year comes out short."},
    R"yaml(target: 240
readings:
  - {id: r1, date: 2023-04-30, value: 20}
  - {id: r2, date: 2023-05-31, value: 21}
  - {id: r3, date: 2023-06-30, value: 21.5}
)yaml",
    R"yaml(target: 240
readings:
  - {id: r1, date: 2023-04-30, value: 78}
  - {id: r2, date: 2023-05-31, value: 99}
  - {id: r3, date: 2023-06-30, value: 120.5}
)yaml",
    nullptr,
    find_like_monthly,
};

}  // namespace taizhang::check
