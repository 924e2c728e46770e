// SPDX-License-Identifier: MIT
#include "example/promises.h"

#include <fmt/format.h>

#include <algorithm>

#include "example/fill.h"
#include "example/indicator.h"

namespace taizhang::example {

using base::Decimal;
using model::Aggregate;
using model::Status;
using std::chrono::days;

namespace {

std::int64_t size_of(std::size_t count) { return static_cast<std::int64_t>(count); }

/// The part of town `i` in a total: they differ by one at most, and none falls when the total
/// rises.
Decimal part_of_town(const Sketch& sketch, Decimal total, std::size_t i) {
  const std::int64_t place = decimal(sketch, 1).micros();
  const std::int64_t count = size_of(towns().size());
  return decimal(sketch, (total.micros() / place + count - 1 - size_of(i)) / count);
}

/// The share of town `i` where all together have `share` per cent: one more, as much or one less.
Decimal share_of_town(Decimal share, std::size_t i) {
  const Decimal own = share + Decimal::whole(static_cast<int>(i % 3) - 1);
  return std::clamp(own, Decimal(), Decimal::whole(100));
}

model::Table<Decimal> by_town(const Sketch& sketch, Decimal value) {
  model::Table<Decimal> table;
  for (std::size_t i = 0; i < towns().size(); ++i) {
    add(table, towns()[i],
        sketch.by_town == Aggregate::sum ? part_of_town(sketch, value, i)
                                         : share_of_town(value, i));
  }
  return table;
}

/// A sum has its total beside the parts; shares of their own have none.
void put_by_town(const Sketch& sketch, model::Indicator& indicator, model::Task& task) {
  const bool sum = sketch.by_town == Aggregate::sum;
  indicator.aggregate.value = *sketch.by_town;
  const Decimal target = *indicator.target->number;
  if (sum) {
    indicator.targets = by_town(sketch, target);
  } else {
    // All alike, but for one that promises more.
    add(indicator.targets, all_towns, target);
    add(indicator.targets, towns().front(), target + Decimal::whole(2));
    indicator.target = {};
  }
  for (model::Reading& reading : indicator.readings.items) {
    if (!*reading.value) continue;
    reading.extras.change().values = by_town(sketch, **reading.value);
    if (!sum) reading.value = {};
  }
  for (model::Inspection& inspection : task.inspections.items) {
    if (inspection.indicator.value != indicator.id.value || !inspection.verified_value) continue;
    inspection.verified_values = by_town(sketch, *inspection.verified_value);
  }
}

/// A look at the figures of the towns.
void visit_towns(const Scene& scene, const Sketch& sketch, model::Task& task) {
  const model::Indicator& indicator = task.indicators[0];
  if (indicator.readings.empty()) return;
  const model::Reading& reading = indicator.readings[0];
  if (!reading.value || !*reading.value) return;
  model::Inspection inspection(unwritten);
  set(inspection.id, "i" + std::to_string(task.inspections.size() + 1));
  inspection.date.value = *reading.reported + days{20};
  add(inspection.team, county_office);
  inspection.method.value = model::InspectionMethod::documents;
  inspection.result.value = model::InspectionResult::consistent;
  inspection.indicator = indicator.id;
  inspection.reading = reading.id;
  inspection.verified_values = by_town(sketch, **reading.value);
  set(inspection.finding, "示例：逐镇核对台账，与上报数一致");
  if (*inspection.date.value <= scene.frame.period.end)
    task.inspections.items.push_back(inspection);
}

/// The figure to compare with comes with each reading but the last of the year.
void put_compared(const Sketch& sketch, model::Indicator& indicator) {
  const Decimal by = decimal(sketch, sketch.than_by);
  const Decimal benchmark = *indicator.target->number - by;
  indicator.target = {};
  set(indicator.than.name, sketch.than);
  indicator.than.by.value = by;
  set(indicator.note, "示例：全市平均以市教体局通报为准");
  for (model::Reading& reading : indicator.readings.items) {
    if (*reading.value && *reading.date != *indicator.readings.items.back().date) {
      reading.extras.change().benchmark.value = benchmark;
    }
  }
}

void put_pending(const Scene& scene, model::Indicator& indicator, model::Task& task) {
  const Date issued = scene.frame.issued;
  model::Change change(unwritten);
  set(change.id, "c" + std::to_string(task.changes.size() + 1));
  change.requested.value = issued + days{12};
  change.effective.value = issued + days{20};
  set(change.field, "indicators." + *indicator.id + ".target");
  change.from.value = model::Loose{{std::string(model::Target::pending.en)}};
  change.to.value = model::Loose{{indicator.target->number->text()}};
  set(change.reason, "上级年度计划下达，明确目标");
  set(change.approved_by, county_office);
  task.changes.items.push_back(std::move(change));
  indicator.target.value = model::Target{};
  // A quote would give the number that nobody had.
  indicator.quote = {};
}

std::string_view reason_of(Status status) {
  switch (status) {
    case Status::close_requested:
      return "各项目标已完成，申请销号";
    case Status::closed:
      return "经核验全部完成，予以销号";
    case Status::suspended:
      return "上级规划调整，暂缓实施";
    case Status::carried_over:
      return "剩余工作转入下一年度";
    case Status::cancelled:
      return "与其他项目合并实施";
    case Status::not_started:
    case Status::in_progress:
      break;
  }
  return {};
}

Date day_of(const Scene& scene, Status status) {
  if (scene.course.stop) return *scene.course.stop;
  if (status == Status::carried_over) return scene.frame.period.end + days{15};
  return scene.frame.period.end + days{status == Status::closed ? 30 : 25};
}

}  // namespace

void put_promises(const Scene& scene, const Theme& theme, model::Task& task) {
  for (model::Indicator& indicator : task.indicators.items) {
    for (const Sketch& sketch : theme.sketches) {
      if (sketch.id.empty() || *indicator.id != sketch.id) continue;
      if (sketch.of > 0) indicator.of.value = sketch.of;
      if (sketch.kind == model::Kind::growth) indicator.release.value = 20;
      if (sketch.by_town == Aggregate::sum) visit_towns(scene, sketch, task);
      if (sketch.by_town) put_by_town(sketch, indicator, task);
      if (!sketch.than.empty()) put_compared(sketch, indicator);
      if (sketch.pending) put_pending(scene, indicator, task);
    }
  }
}

void date_status(const Scene& scene, model::Task& task) {
  const Status status = *task.status;
  if (reason_of(status).empty()) return;
  task.status.value = Status::in_progress;
  model::Change change(unwritten);
  set(change.id, "c" + std::to_string(task.changes.size() + 1));
  change.effective.value = day_of(scene, status);
  change.requested.value = *change.effective.value - days{10};
  set(change.field, "status");
  change.from.value = model::Loose{{std::string(model::name(Status::in_progress))}};
  change.to.value = model::Loose{{std::string(model::name(status))}};
  set(change.reason, reason_of(status));
  set(change.approved_by, county_office);
  task.changes.items.push_back(std::move(change));
}

void add_printed_words(const Frame& frame, const Theme& theme, model::Task& task) {
  const int item = *task.item;
  if (item % 10 == 3) set(task.no, fmt::format("{}.{}", theme.section, item));
  if (item % 3 == 1) add(task.source, "示例：澄溪县政府工作报告");
  if (item % 6 == 1) add(task.source, "示例：县委常委会会议纪要");
  const Date due = *task.due->date;
  if (theme.section == mechanism_section) {
    task.due.value = model::DueDay{};
    set(task.due_text, "长期坚持");
  } else if (due != frame.period.end) {
    set(task.due_text, fmt::format("{}月底前", month_of(due)));
  }
}

Status last_status(const model::Task& task) {
  Status status = *task.status;
  for (const model::Change& change : task.changes) {
    if (*change.field != "status") continue;
    status = model::from_name<Status>(change.to->texts[0]).value_or(status);
  }
  return status;
}

}  // namespace taizhang::example
