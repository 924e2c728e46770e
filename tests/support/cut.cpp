// SPDX-License-Identifier: MIT
#include "cut.h"

#include <algorithm>

#include "example/yaml_text.h"
#include "load/load.h"

namespace taizhang::test {

using namespace model;
using base::Clocks;

namespace {

class Cutter {
 public:
  explicit Cutter(Clocks clocks) : clocks_(clocks) {}

  void task(Task& task) {
    for (Indicator& indicator : task.indicators.items) {
      keep(indicator.readings, [&](const Reading& reading) {
        const Given<Date>& reported = reading.reported ? reading.reported : reading.date;
        return *reading.date <= clocks_.as_of && *reported <= clocks_.known_by;
      });
    }
    for (Milestone& milestone : task.milestones.items) part(milestone.done);
    if (is_later(task.qualitative.date)) {
      task.qualitative = {};
      ++cut_.parts;
    }
    keep(task.progress, [&](const Progress& entry) { return is_there(entry.date); });
    keep(task.issues, [&](const Issue& issue) { return is_there(issue.found); });
    for (Issue& issue : task.issues.items) {
      cut_.parts += erase(issue.log, [&](const IssueStep& step) { return is_there(step.date); });
    }
    keep(task.inspections, [&](const Inspection& inspection) {
      // What it found about a reading was true before: it counts once it is known.
      return is_there(inspection.date) ||
             (inspection.result && *inspection.date <= clocks_.known_by);
    });
    for (Inspection& inspection : task.inspections.items) {
      part(inspection.feedback);
      if (!is_later(inspection.objection.date)) continue;
      inspection.objection = {};
      ++cut_.parts;
    }
    keep(task.self_assessments, [&](const SelfAssessment& one) { return is_there(one.date); });
    keep(task.orders, [&](const Order& order) { return is_there(order.date); });
    for (Order& order : task.orders.items) {
      part(order.closed);
      if (!is_later(order.reply.date)) continue;
      order.reply = {};
      ++cut_.parts;
    }
    keep(task.changes, [&](const Change& change) {
      const Given<Date>& asked = change.requested ? change.requested : change.effective;
      if (*asked > clocks_.known_by) return false;
      const Given<Date>& from = change.effective ? change.effective : change.requested;
      return *from <= clocks_.as_of || (change.requested && *change.requested <= clocks_.as_of);
    });
    keep(task.override_, [&](const Override& one) { return !one.from || is_there(one.from); });
  }

  Cut cut() const { return cut_; }

 private:
  /// A record with one date is there where both clocks have reached it.
  bool is_there(const Given<Date>& date) const {
    return *date <= clocks_.as_of && *date <= clocks_.known_by;
  }
  bool is_later(const Given<Date>& date) const { return date && !is_there(date); }

  void part(Given<Date>& date) {
    if (!is_later(date)) return;
    date = {};
    ++cut_.parts;
  }

  template <class E, class Stays>
  static int erase(Many<E>& many, Stays stays) {
    const std::size_t before = many.items.size();
    const auto goes = [&](const E& entry) { return !stays(entry); };
    many.items.erase(std::remove_if(many.items.begin(), many.items.end(), goes), many.items.end());
    return static_cast<int>(before - many.items.size());
  }
  template <class E, class Stays>
  void keep(Many<E>& many, Stays stays) {
    cut_.records += erase(many, stays);
  }

  Clocks clocks_;
  Cut cut_;
};

}  // namespace

Cut cut(Task& task, Clocks clocks) {
  Cutter cutter(clocks);
  cutter.task(task);
  return cutter.cut();
}

MemoryDisk cut(const MemoryDisk& disk, Clocks clocks, Cut& sum) {
  MemoryDisk result = disk;
  Ledger ledger = load::load(disk, "tasks");
  for (PlanFolder& plan : ledger.plans) {
    for (TaskFile& file : plan.tasks) {
      const Cut of_task = cut(file.task, clocks);
      sum.records += of_task.records;
      sum.parts += of_task.parts;
      result.files[ledger.sources.at(file.file).path] = example::yaml_text(file.task, 0);
    }
  }
  return result;
}

}  // namespace taizhang::test
