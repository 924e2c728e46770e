// SPDX-License-Identifier: MIT
#include "measure/seen.h"

#include <algorithm>
#include <atomic>
#include <type_traits>

#include "base/threads.h"
#include "measure/in_force.h"
#include "measure/readings.h"
#include "model/task_fields.h"

namespace taizhang::measure {

using namespace model;

namespace {

/// An entry by its id, else by its date; `owner` is what it lies in.
template <class E>
std::string name_of(const std::string& owner, const E& entry, base::Date date) {
  std::string own = base::iso(date);
  if constexpr (requires { entry.id; }) own = entry.id.value_or(own);
  return owner.empty() ? own : owner + "/" + own;
}

template <class T>
std::string id_of(const T& owner) {
  return owner.id.value_or("");
}

/// One walk over all that has a date. `T` is a task that is only looked at, or one that is cut;
/// `tells` is whether what is later is told, or only that something is.
template <class T>
class Walk {
 public:
  Walk(T& task, Clocks clocks, bool tells) : task_(task), clocks_(clocks), tells_(tells) {}

  std::vector<Later> go() {
    for (auto& indicator : task_.indicators.items) {
      each(indicator.readings, id_of(indicator), [&](const Reading& reading) {
        const bool known = !reading.date || (*reading.date <= clocks_.as_of &&
                                             reported_on(reading) <= clocks_.known_by);
        return known ? std::optional<base::Date>() : std::max(*reading.date, reported_on(reading));
      });
    }
    for (auto& milestone : task_.milestones.items) {
      part({"节点完成", "milestone done"}, id_of(milestone), milestone.done);
    }
    whole(Fields<Qualitative>::name, "", task_.qualitative, task_.qualitative.date);
    each(task_.progress, "", by_date(&Progress::date));
    each(task_.issues, "", by_date(&Issue::found));
    // What lies in a record that is later itself goes with it.
    for (auto& issue : task_.issues.items) {
      if (!unreached(issue.found)) each(issue.log, id_of(issue), by_date(&IssueStep::date));
    }
    const auto when = [&](const Inspection& one) {
      // What it found about a reading was so before: it is there once it is known.
      const bool corrects = one.result && one.date && *one.date <= clocks_.known_by;
      return corrects ? std::optional<base::Date>() : unreached(one.date);
    };
    each(task_.inspections, "", when);
    for (auto& inspection : task_.inspections.items) {
      if (when(inspection)) continue;
      part({"督查反馈", "feedback"}, id_of(inspection), inspection.feedback);
      whole(Fields<Objection>::name, id_of(inspection), inspection.objection,
            inspection.objection.date);
    }
    each(task_.self_assessments, "", by_date(&SelfAssessment::date));
    each(task_.orders, "", by_date(&Order::date));
    for (auto& order : task_.orders.items) {
      if (unreached(order.date)) continue;
      whole(Fields<Reply>::name, id_of(order), order.reply, order.reply.date);
      part({"督办办结", "order closed"}, id_of(order), order.closed);
    }
    each(task_.changes, "", [&](const Change& change) { return unreached(change); });
    each(task_.override_, "", by_date(&Override::from));
    return std::move(later_);
  }

  /// Whether something was later.
  bool found() const { return found_; }

 private:
  static constexpr bool cuts = !std::is_const_v<T>;

  /// The date, where the clocks have not reached it.
  std::optional<base::Date> unreached(const Given<base::Date>& date) const {
    return date && !clocks_.have_reached(*date) ? date.value : std::nullopt;
  }

  std::optional<base::Date> unreached(const Change& change) const {
    const auto effective = takes_effect(change);
    const auto& asked = change.requested ? change.requested.value : effective;
    if (!asked) return std::nullopt;
    if (*asked > clocks_.known_by) return asked;
    const bool is_told = (effective && *effective <= clocks_.as_of) ||
                         (change.requested && *change.requested <= clocks_.as_of);
    return is_told ? std::nullopt : effective ? effective : asked;
  }

  template <class E>
  auto by_date(Given<base::Date> E::*date) const {
    return [this, date](const E& entry) { return unreached(entry.*date); };
  }

  template <class M, class IsLater>
  void each(M& many, const std::string& owner, IsLater is_later) {
    using E = std::remove_cvref_t<decltype(many.items.front())>;
    const auto goes = [&](const E& entry) {
      const std::optional<base::Date> date = is_later(entry);
      if (date && tells_) {
        later_.push_back({Fields<E>::name, name_of(owner, entry, *date), *date});
      }
      found_ = found_ || date;
      return date.has_value();
    };
    const std::span<const E> items = std::as_const(many).items;
    const auto going = std::count_if(items.begin(), items.end(), goes);
    if constexpr (cuts) {
      if (going == 0) return;
      const auto first = std::find_if(items.begin(), items.end(), is_later);
      // Most lists are in the order of their days: what is left is their beginning.
      if (items.end() - first == going) {
        many.items.cut(static_cast<std::size_t>(first - items.begin()));
      } else {
        many.items.change([&](std::vector<E>& all) { std::erase_if(all, is_later); });
      }
    }
  }

  template <class Date>
  void part(base::Bilingual what, const std::string& owner, Date& date) {
    whole(what, owner, date, date);
  }

  template <class Thing>
  void whole(base::Bilingual what, const std::string& owner, Thing& thing,
             const Given<base::Date>& date) {
    const auto later = unreached(date);
    if (!later) return;
    found_ = true;
    if (tells_) later_.push_back({what, owner.empty() ? base::iso(*later) : owner, *later});
    if constexpr (cuts) thing = {};
  }

  T& task_;
  Clocks clocks_;
  bool tells_;
  bool found_ = false;
  std::vector<Later> later_;
};

}  // namespace

std::optional<PlanFolder> seen(const PlanFolder& plan, Clocks clocks) {
  constexpr std::size_t tasks_worth_a_thread = 256;
  std::atomic<bool> any = false;
  base::in_threads(plan.tasks.size(), tasks_worth_a_thread, [&](std::size_t i) {
    if (any) return;
    Walk<const Task> walk(plan.tasks[i].task, clocks, false);
    walk.go();
    if (walk.found()) any = true;
  });
  if (!any) return std::nullopt;
  std::vector<std::optional<TaskFile>> tasks(plan.tasks.size());
  base::in_threads(tasks.size(), tasks_worth_a_thread, [&](std::size_t i) {
    tasks[i] = plan.tasks[i];
    Walk<Task>(tasks[i]->task, clocks, false).go();
  });
  PlanFolder result{plan.file, plan.plan, plan.registry, {}, plan.id};
  result.tasks.reserve(tasks.size());
  for (std::optional<TaskFile>& task : tasks) result.tasks.push_back(*std::move(task));
  return result;
}

std::vector<Later> later(const Task& task, Clocks clocks) {
  return Walk<const Task>(task, clocks, true).go();
}

}  // namespace taizhang::measure
