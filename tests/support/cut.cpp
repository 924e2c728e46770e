// SPDX-License-Identifier: MIT
#include "cut.h"

#include <algorithm>
#include <functional>

#include "example/yaml_text.h"
#include "load/load.h"

namespace taizhang::test {

using namespace model;
using base::Clocks;
using base::Date;

namespace {

class Cutter {
 public:
  Cutter(Clocks clocks, Cut& sum) : clocks_(clocks), sum_(sum) {}

  std::vector<Gone> task(Task& task) {
    for (Indicator& indicator : task.indicators.items) {
      keep("报数", indicator.readings, id_of(indicator), [&](const Reading& reading) {
        const Date reported = *(reading.reported ? reading.reported : reading.date);
        const bool stays = *reading.date <= clocks_.as_of && reported <= clocks_.known_by;
        return stays ? std::nullopt : std::optional(std::max(*reading.date, reported));
      });
    }
    for (Milestone& milestone : task.milestones.items) {
      part("节点完成", id_of(milestone), milestone.done, milestone.done);
    }
    part("定性评价", "", task.qualitative.date, task.qualitative);
    keep("进展", task.progress, "", by(&Progress::date));
    keep("问题", task.issues, "", by(&Issue::found));
    for (Issue& issue : task.issues.items) {
      const int before = sum_.records;
      keep("问题流转", issue.log, id_of(issue), by(&IssueStep::date));
      sum_.parts += sum_.records - before;
      sum_.records = before;
    }
    keep("督查", task.inspections, "", [&](const Inspection& inspection) {
      // What it found about a reading was true before: it counts once it is known.
      const bool stays =
          is_there(inspection.date) || (inspection.result && *inspection.date <= clocks_.known_by);
      return stays ? std::nullopt : inspection.date.value;
    });
    for (Inspection& inspection : task.inspections.items) {
      part("督查反馈", id_of(inspection), inspection.feedback, inspection.feedback);
      part("异议", id_of(inspection), inspection.objection.date, inspection.objection);
    }
    keep("自评", task.self_assessments, "", by(&SelfAssessment::date));
    keep("督办", task.orders, "", by(&Order::date));
    for (Order& order : task.orders.items) {
      part("回复", id_of(order), order.reply.date, order.reply);
      part("督办办结", id_of(order), order.closed, order.closed);
    }
    keep("调整", task.changes, "", [&](const Change& change) -> std::optional<Date> {
      const Date asked = *(change.requested ? change.requested : change.effective);
      if (asked > clocks_.known_by) return asked;
      const Date from = *(change.effective ? change.effective : change.requested);
      const bool is_asked = change.requested && *change.requested <= clocks_.as_of;
      return from <= clocks_.as_of || is_asked ? std::nullopt : std::optional(from);
    });
    keep("人工定灯", task.override_, "", by(&Override::from));
    return std::move(gone_);
  }

 private:
  static std::string id_of(const auto& owner) { return owner.id.value_or(""); }

  /// A record with one date is there where both clocks have reached it.
  bool is_there(const Given<Date>& date) const {
    return *date <= clocks_.as_of && *date <= clocks_.known_by;
  }

  /// The day of an entry that the clocks have not reached.
  template <class E>
  std::function<std::optional<Date>(const E&)> by(Given<Date> E::*date) const {
    return [this, date](const E& entry) {
      const Given<Date>& own = entry.*date;
      return own && !is_there(own) ? own.value : std::nullopt;
    };
  }

  template <class Thing>
  void part(const char* what, const std::string& owner, const Given<Date> date, Thing& thing) {
    if (!date || is_there(date)) return;
    gone_.push_back({base::iso(*date), what, owner.empty() ? base::iso(*date) : owner});
    thing = {};
    ++sum_.parts;
  }

  /// Keep the entries that `gone_on` gives no day for.
  template <class Entries, class GoneOn>
  void keep(const char* what, Entries& many, const std::string& owner, GoneOn gone_on) {
    const auto goes = [&](const auto& entry) {
      const std::optional<Date> date = gone_on(entry);
      if (!date) return false;
      std::string name = base::iso(*date);
      if constexpr (requires { entry.id; }) name = entry.id.value_or(name);
      gone_.push_back({base::iso(*date), what, owner.empty() ? name : owner + "/" + name});
      ++sum_.records;
      return true;
    };
    many.items.change([&](auto& all) { std::erase_if(all, goes); });
  }

  Clocks clocks_;
  Cut& sum_;
  std::vector<Gone> gone_;
};

}  // namespace

std::vector<Gone> cut(Task& task, Clocks clocks, Cut& sum) {
  return Cutter(clocks, sum).task(task);
}

MemoryDisk cut(const MemoryDisk& disk, Clocks clocks, Cut& sum) {
  MemoryDisk result = disk;
  Ledger ledger = load::load(disk, "tasks");
  sum.of_task.clear();
  for (PlanFolder& plan : ledger.plans) {
    for (TaskFile& file : plan.tasks) {
      sum.of_task[plan.id + "/" + std::to_string(*file.item())] = cut(file.task, clocks, sum);
      result.files[ledger.sources.at(file.file).path] = example::yaml_text(file.task, 0);
    }
  }
  return result;
}

}  // namespace taizhang::test
