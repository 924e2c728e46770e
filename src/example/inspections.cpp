// SPDX-License-Identifier: MIT
#include <algorithm>

#include "example/fill.h"
#include "example/readings.h"
#include "example/records.h"

namespace taizhang::example {

using base::Decimal;
using model::InspectionMethod;
using model::InspectionResult;
using std::chrono::days;

namespace {

constexpr std::string_view teams[] = {"示例·督查一组", "示例·督查二组", "示例·督查三组"};

std::string_view finding_of(InspectionResult result) {
  switch (result) {
    case InspectionResult::consistent:
      return "示例：抽查结果与上报数据一致";
    case InspectionResult::minor_gap:
      return "示例：个别点位未达到验收标准，已要求限期整改";
    case InspectionResult::inconsistent:
      break;
  }
  return "示例：部分上报数据缺少佐证材料，核实数低于上报数";
}

/// The newest figure of the task's main number that had been reported half a month before `day`.
const model::Reading* reading_before(const model::Task& task, Date day) {
  if (task.indicators.empty()) return nullptr;
  const auto& readings = task.indicators[0].readings;
  const std::span<const model::Reading> items = readings.items;
  const auto found = std::find_if(items.rbegin(), items.rend(), [&](const auto& reading) {
    return *reading.value && **reading.value > Decimal() && !reading.extras->corrects &&
           *reading.reported < day - days{15};
  });
  return found == items.rend() ? nullptr : &*found;
}

void check_reading(const model::Task& task, const model::Reading& reading,
                   model::Inspection& inspection) {
  inspection.indicator = task.indicators[0].id;
  inspection.reading = reading.id;
  const Decimal value = **reading.value;
  if (inspection.result.value != InspectionResult::inconsistent) {
    inspection.verified_value.value = value;
    return;
  }
  // Nine tenths of what was reported, in whole units where the figure is whole.
  const std::int64_t part = value.micros() / 10 * 9;
  const std::int64_t place = value.is_whole() ? 1'000'000 : 10'000;
  inspection.verified_value.value = Decimal::of_micros(part / place * place);
}

}  // namespace

void add_inspection(const Scene& scene, model::Task& task) {
  const bool comes = scene.decks.visit_times.deal();
  if (!comes || scene.course.untouched()) return;
  const Visit visit = scene.decks.visits.deal();
  Random& random = scene.random;
  model::Inspection inspection(unwritten);
  set(inspection.id, "i1");
  const Date day = scene.frame.period.at(random.between(450, 850));
  inspection.date.value = day;
  add(inspection.team, random.pick(teams));
  inspection.method.value = visit.method;
  inspection.result.value = visit.result;
  const int checked = random.between(10, 40);
  const int missed = visit.result == InspectionResult::consistent  ? 0
                     : visit.result == InspectionResult::minor_gap ? random.between(1, 2)
                                                                   : random.between(4, 8);
  inspection.checked.value = Decimal::whole(checked);
  inspection.confirmed.value = Decimal::whole(checked - missed);
  if (const model::Reading* reading = reading_before(task, day)) {
    check_reading(task, *reading, inspection);
  }
  set(inspection.finding, finding_of(visit.result));
  if (visit.result != InspectionResult::consistent) {
    inspection.rectify_by.value = day + days{20};
    // A few give no feedback, or give it too late.
    if (!random.chance(20)) inspection.feedback.value = day + days{random.between(12, 36)};
  }
  if (visit.result == InspectionResult::inconsistent) {
    inspection.objection.date.value = day + days{6};
    set(inspection.objection.text, "示例：部分点位已完工，验收资料正在归档");
    set(inspection.objection.answer, "示例：经复核，以现场核实数为准");
  }
  task.inspections.items.push_back(std::move(inspection));
}

}  // namespace taizhang::example
