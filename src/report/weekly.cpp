// SPDX-License-Identifier: MIT
//
// The view of the weekly report. Each chapter has the six parts of domain.md §9; a part without
// anything to say carries only its `none` sentence, and units with nothing new appear nowhere.
#include "report/weekly.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "query/task_table.h"
#include "report/json.h"
#include "report/phrases.h"

namespace taizhang::report {

using base::Date;
using base::Words;
using measure::IndicatorFigures;
using measure::PlanFigures;
using measure::TaskFigures;
using query::absent;
using query::percent_text;

namespace {

constexpr std::chrono::days week{7};
constexpr std::chrono::days month_ahead{30};

/// What the first part counts, once for each of the two days.
struct Counts {
  int tasks = 0, mechanisms = 0, measurable = 0, tasks_met = 0;
  int indicators = 0, reported = 0, met = 0;
  int milestones = 0, milestones_done = 0, milestones_overdue = 0;
  int issues_open = 0, issues_overdue = 0;
};

std::string share_text(long long part, long long all) {
  return base::percent(base::to_ratio(part) / base::to_ratio(all), 1) + "%";
}

bool has_weight(base::Decimal weight) { return weight > base::Decimal(); }

Counts count(const PlanFigures& plan) {
  Counts counts;
  for (const TaskFigures& task : plan.tasks) {
    ++counts.tasks;
    for (const measure::IssueFigures& issue : task.issues) {
      counts.issues_open += issue.open;
      counts.issues_overdue += issue.overdue;
    }
    if (task.mechanism()) {
      ++counts.mechanisms;
      continue;
    }
    counts.measurable += task.completion.all > 0;
    counts.tasks_met += task.met;
    for (const IndicatorFigures& indicator : task.indicators) {
      if (!has_weight(indicator.weight)) continue;
      ++counts.indicators;
      counts.reported += indicator.newest() != nullptr;
      counts.met += indicator.met;
    }
    for (const measure::MilestoneFigures& milestone : task.milestones) {
      if (!has_weight(milestone.weight)) continue;
      ++counts.milestones;
      counts.milestones_done += milestone.done;
      counts.milestones_overdue += milestone.overdue;
    }
  }
  return counts;
}

/// The value that `reading` puts right; nothing where it corrects none.
std::optional<base::Decimal> corrected_value(const model::Indicator& indicator,
                                             const model::Reading& reading) {
  if (!reading.corrects) return std::nullopt;
  for (const model::Reading& other : indicator.readings) {
    if (other.id && *other.id == *reading.corrects && other.value) return *other.value;
  }
  return std::nullopt;
}

class Chapter {
 public:
  Chapter(const Week& week_of, const Words& words)
      : now_(week_of.now), before_(week_of.before), registry_(week_of.registry), words_(words) {}

  Json write() const {
    const model::Plan& plan = now_.plan->plan;
    Json view;
    view["title"] = plan.title.value_or(now_.plan->id);
    view["issuer"] = plan.issuer.value_or("");
    view["doc_no"] = plan.doc_no.value_or("");
    view["week"] = words_.say("weekly.week", {base::iso(first_day()), base::iso(today())});
    view["clocks"] = now_.clocks.as_of == now_.clocks.known_by
                         ? words_.say("weekly.as_of", {base::iso(today())})
                         : words_.say("text.as_of_known_by",
                                      {base::iso(today()), base::iso(now_.clocks.known_by)});
    view["overview"] = overview();
    view["changes"] = changes();
    view["due"] = due();
    view["issues"] = issues();
    view["unreported"] = unreported();
    view["next"] = next_week();
    return view;
  }

 private:
  Date today() const { return now_.clocks.as_of; }
  Date first_day() const { return today() - week + std::chrono::days(1); }
  std::string word(std::string_view key) const { return std::string(words_[key]); }

  /// The parts of a row that name its task.
  Json row_of(const TaskFigures& task) const {
    const auto item = task.file->item();
    return {{"item", item ? std::to_string(*item) : std::string(absent)},
            {"task", task.task().title.value_or(absent)},
            {"lead", query::unit_names(task.task().lead, words_)}};
  }

  // -- 1 本周概况 --------------------------------------------------------------------------------

  Json overview() const {
    const Counts now = count(now_);
    const Counts before = count(before_);
    Json view;
    view["summary"] = words_.say(
        "weekly.summary", {base::iso(today()), percent_text(now_.time), std::to_string(now.tasks),
                           std::to_string(now.mechanisms), std::to_string(now.measurable),
                           std::to_string(now.tasks - now.mechanisms - now.measurable)});
    view["time"] = percent_text(now_.time);
    view["time_width"] = now_.time ? base::percent(*now_.time, 2) : "0";
    view["cards"] = Json::array({
        card("weekly.time", percent_text(now_.time), ""),
        card("weekly.mean_completion", percent_text(now_.completion.value),
             words_.say("weekly.of_tasks", {std::to_string(now_.completion.known),
                                            std::to_string(now_.completion.all)})),
        card("weekly.reported", std::to_string(now.reported),
             words_.say("weekly.of_indicators", {std::to_string(now.indicators)})),
        card("weekly.issues_open", std::to_string(now.issues_open),
             words_.say("weekly.of_them_overdue", {std::to_string(now.issues_overdue)})),
    });
    view["rows"] = Json::array();
    const auto row = [&](std::string_view key, int all, int is, int was) {
      if (all == 0) return;
      view["rows"].push_back({{"label", word(key)},
                              {"all", std::to_string(all)},
                              {"now", std::to_string(is)},
                              {"share", share_text(is, all)},
                              {"change", signed_number(is - was)}});
    };
    row("weekly.row.tasks_met", now.measurable, now.tasks_met, before.tasks_met);
    row("weekly.row.reported", now.indicators, now.reported, before.reported);
    row("weekly.row.met", now.indicators, now.met, before.met);
    row("weekly.row.milestones_done", now.milestones, now.milestones_done, before.milestones_done);
    row("weekly.row.milestones_overdue", now.milestones, now.milestones_overdue,
        before.milestones_overdue);
    view["completion"] =
        words_.say("weekly.completion", {percent_text(now_.completion.value),
                                         std::to_string(now_.completion.known),
                                         std::to_string(now_.completion.all),
                                         percent_text(before_.completion.value)});
    return view;
  }

  Json card(std::string_view key, const std::string& value, const std::string& note) const {
    return {{"label", word(key)}, {"value", value}, {"note", note}};
  }

  std::string signed_number(int change) const {
    if (change == 0) return word("text.unchanged");
    return (change > 0 ? "+" : "") + std::to_string(change);
  }

  // -- 2 本周变化 --------------------------------------------------------------------------------

  Json changes() const {
    Json readings = Json::array();
    Json milestones = Json::array();
    Json remarks = Json::array();
    for (std::size_t i = 0; i < now_.tasks.size(); ++i) {
      const TaskFigures& task = now_.tasks[i];
      const TaskFigures& was = before_.tasks[i];
      for (std::size_t k = 0; k < task.indicators.size(); ++k) {
        new_readings(task, task.indicators[k], was.indicators[k], readings);
      }
      for (std::size_t k = 0; k < task.milestones.size(); ++k) {
        if (!task.milestones[k].done || was.milestones[k].done) continue;
        Json row = row_of(task);
        row["name"] = task.milestones[k].milestone->name.value_or(absent);
        row["done"] = base::iso(*task.milestones[k].milestone->done);
        milestones.push_back(std::move(row));
      }
      for (const model::Progress& progress : task.task().progress) {
        if (!in_this_week(progress.date) || !progress.done) continue;
        Json row = row_of(task);
        row["done"] = *progress.done;
        row["problems"] = progress.problems.value_or("");
        remarks.push_back(std::move(row));
      }
    }
    const bool none = readings.empty() && milestones.empty() && remarks.empty();
    return {{"none", none},
            {"readings", list(std::move(readings))},
            {"milestones", list(std::move(milestones))},
            {"remarks", list(std::move(remarks))}};
  }

  /// A list that a template can ask for being empty, before it draws a table around the rows.
  static Json list(Json rows) {
    const bool any = !rows.empty();
    return {{"any", any}, {"rows", std::move(rows)}};
  }

  bool in_this_week(const model::Given<Date>& date) const {
    return date && *date >= first_day() && *date <= today();
  }

  void new_readings(const TaskFigures& task, const IndicatorFigures& is,
                    const IndicatorFigures& was, Json& rows) const {
    const auto counted = [&](const measure::Effective& e) {
      return std::any_of(was.readings.begin(), was.readings.end(),
                         [&](const measure::Effective& w) { return w.reading == e.reading; });
    };
    for (std::size_t k = 0; k < is.readings.size(); ++k) {
      const measure::Effective& reading = is.readings[k];
      if (counted(reading)) continue;
      Json row = row_of(task);
      row["indicator"] = is.indicator->name.value_or(absent);
      row["target"] = target_text(is, words_);
      row["value"] = amount_text(reading.value, *is.indicator);
      row["date"] = base::iso(reading.date);
      const bool newest = &reading == is.newest();
      row["completion"] = newest ? percent_text(is.completion) : absent;
      row["met"] = newest && is.met;
      row["change"] = word("weekly.first_reading");
      if (k > 0) {
        row["change"] = change_text(is.readings[k - 1].value, reading.value, *is.indicator, words_);
      }
      if (const auto corrected = corrected_value(*is.indicator, *reading.reading)) {
        row["change"] = words_.say("weekly.corrected_from",
                                   {amount_text(*corrected, *is.indicator)});
      }
      rows.push_back(std::move(row));
    }
  }

  // -- 3 到期与逾期 ------------------------------------------------------------------------------

  /// What falls due on one day: many items share a due date, so a day is a row.
  struct Day {
    std::vector<int> tasks;
    std::vector<int> milestones;
  };

  Json due() const {
    std::map<Date, Day> overdue;
    std::map<Date, Day> soon;
    const auto put = [&](Date date, std::optional<int> item, std::vector<int> Day::*list) {
      if (!item || date > today() + month_ahead) return;
      std::vector<int>& items = (date < today() ? overdue : soon)[date].*list;
      if (items.empty() || items.back() != *item) items.push_back(*item);
    };
    for (const TaskFigures& task : now_.tasks) {
      if (!task.open() || task.mechanism()) continue;
      if (task.task().due && !task.met) put(*task.task().due, task.file->item(), &Day::tasks);
      for (const measure::MilestoneFigures& milestone : task.milestones) {
        if (milestone.done || !milestone.milestone->due) continue;
        put(*milestone.milestone->due, task.file->item(), &Day::milestones);
      }
    }
    return {{"none", overdue.empty() && soon.empty()},
            {"overdue", list(day_rows(overdue))},
            {"soon", list(day_rows(soon))}};
  }

  Json day_rows(const std::map<Date, Day>& days) const {
    Json rows = Json::array();
    for (const auto& [date, day] : days) {
      const auto count = [](const std::vector<int>& items) { return std::to_string(items.size()); };
      rows.push_back({{"date", base::iso(date)},
                      {"days", std::to_string(std::abs(base::days_between(today(), date)))},
                      {"tasks", count(day.tasks)},
                      {"task_items", item_list(day.tasks, words_)},
                      {"milestones", count(day.milestones)},
                      {"milestone_items", item_list(day.milestones, words_)}});
    }
    return rows;
  }

  // -- 4 问题清单 --------------------------------------------------------------------------------

  Json issues() const {
    Json found = Json::array();
    Json open = Json::array();
    Json closed = Json::array();
    for (const TaskFigures& task : now_.tasks) {
      for (const measure::IssueFigures& issue : task.issues) {
        Json row = row_of(task);
        row["text"] = issue.issue->text.value_or(absent);
        row["level"] = issue.issue->level ? model::label(words_, *issue.issue->level) : absent;
        row["owner"] = issue.issue->owner ? issue.issue->owner->text : absent;
        row["state"] = model::label(words_, issue.state);
        row["since"] = issue.since ? base::iso(*issue.since) : absent;
        row["due"] = issue.due ? base::iso(*issue.due) : absent;
        row["overdue"] = issue.overdue;
        if (!issue.open) {
          if (issue.since && *issue.since >= first_day()) closed.push_back(std::move(row));
        } else if (*issue.issue->found >= first_day()) {
          found.push_back(std::move(row));
        } else {
          open.push_back(std::move(row));
        }
      }
    }
    const bool none = found.empty() && open.empty() && closed.empty();
    Json groups = Json::array();
    const auto group = [&](std::string_view key, Json rows) {
      if (!rows.empty()) groups.push_back({{"label", word(key)}, {"rows", std::move(rows)}});
    };
    group("weekly.issues_new", std::move(found));
    group("weekly.issues_running", std::move(open));
    group("weekly.issues_closed", std::move(closed));
    return {{"none", none}, {"groups", std::move(groups)}};
  }

  // -- 5 未报送单位 ------------------------------------------------------------------------------

  Json unreported() const {
    struct Missing {
      int indicators = 0;
      std::vector<int> items;
    };
    std::map<std::string, Missing> missing;
    int indicators = 0;
    for (const TaskFigures& task : now_.tasks) {
      if (!task.open() || task.mechanism()) continue;
      for (const IndicatorFigures& indicator : task.indicators) {
        if (indicator.newest() || !has_weight(indicator.weight)) continue;
        Missing& unit = missing[indicator.reporter.empty() ? absent : indicator.reporter];
        ++unit.indicators;
        ++indicators;
        const auto item = task.file->item();
        if (item && (unit.items.empty() || unit.items.back() != *item)) unit.items.push_back(*item);
      }
    }
    Json rows = Json::array();
    const auto put = [&](const std::string& unit) {
      const auto found = missing.find(unit);
      if (found == missing.end()) return;
      rows.push_back({{"unit", unit},
                      {"indicators", std::to_string(found->second.indicators)},
                      {"items", item_list(found->second.items, words_)}});
      missing.erase(found);
    };
    if (registry_) {
      for (const model::Unit& unit : registry_->registry.units) {
        if (unit.name) put(*unit.name);
      }
    }
    while (!missing.empty()) put(std::string(missing.begin()->first));
    const bool none = rows.empty();
    return {{"none", none},
            {"summary", none ? std::string()
                             : words_.say("weekly.unreported_summary",
                                          {std::to_string(rows.size()),
                                           std::to_string(indicators)})},
            {"rows", std::move(rows)}};
  }

  // -- 6 下周重点 --------------------------------------------------------------------------------

  Json next_week() const {
    Json lines = Json::array();
    monthly_deadline(lines);
    falling_due(lines);
    for (const TaskFigures& task : now_.tasks) {
      for (const measure::IssueFigures& issue : task.issues) {
        const bool next = issue.due && *issue.due >= today() && *issue.due <= today() + week;
        if (!issue.open || issue.state == model::IssueState::resolved) continue;
        if (!next && !issue.overdue) continue;
        lines.push_back(words_.say(issue.overdue ? "weekly.next_issue_overdue" : "weekly.next_issue",
                                   {row_of(task)["item"], issue.issue->text.value_or(absent),
                                    base::iso(*issue.due)}));
      }
      for (const model::Progress& progress : task.task().progress) {
        if (!in_this_week(progress.date) || !progress.next) continue;
        lines.push_back(words_.say("weekly.next_plan",
                                   {row_of(task)["item"], task.task().title.value_or(absent),
                                    *progress.next}));
      }
    }
    const bool none = lines.empty();
    return {{"none", none}, {"lines", std::move(lines)}};
  }

  /// Monthly data is due on a day of the next month (domain.md §7).
  void monthly_deadline(Json& lines) const {
    const int day = now_.plan->plan.rules.deadlines.month_day.value_or(5);
    int indicators = 0;
    for (const TaskFigures& task : now_.tasks) {
      if (!task.open() || task.mechanism()) continue;
      for (const IndicatorFigures& indicator : task.indicators) {
        using model::Frequency;
        const auto frequency = indicator.indicator->frequency.value_or(Frequency::month);
        indicators += has_weight(indicator.weight) && frequency == Frequency::month;
      }
    }
    const model::Period& period = now_.plan->plan.period;
    for (Date date = today() + std::chrono::days(1); date <= today() + week;
         date += std::chrono::days(1)) {
      const std::chrono::year_month_day ymd{date};
      if (static_cast<int>(static_cast<unsigned>(ymd.day())) != day || indicators == 0) continue;
      const Date month_end = Date{ymd.year() / ymd.month() / 1} - std::chrono::days(1);
      if (!period.start || !period.end || month_end < *period.start || month_end > *period.end) {
        continue;
      }
      lines.push_back(words_.say("weekly.next_deadline",
                                 {base::iso(date), base::iso(month_end),
                                  std::to_string(indicators)}));
    }
  }

  void falling_due(Json& lines) const {
    std::vector<int> tasks;
    std::vector<int> overdue;
    for (const TaskFigures& task : now_.tasks) {
      const auto& date = task.task().due;
      const auto item = task.file->item();
      if (!task.open() || task.mechanism() || task.met || !date || !item) continue;
      if (*date < today()) overdue.push_back(*item);
      else if (*date <= today() + week) tasks.push_back(*item);
    }
    const auto line = [&](std::string_view key, const std::vector<int>& items) {
      if (items.empty()) return;
      lines.push_back(
          words_.say(key, {std::to_string(items.size()), item_list(items, words_)}));
    };
    line("weekly.next_due", tasks);
    line("weekly.next_overdue", overdue);
  }

  const PlanFigures& now_;
  const PlanFigures& before_;
  const model::RegistryFile* registry_;
  const Words& words_;
};

}  // namespace

Json weekly(const std::vector<Week>& plans, std::size_t faulty_files, const Words& words) {
  Json view;
  view["lang"] = words.language() == base::Language::zh ? "zh-CN" : "en";
  view["heading"] = words["weekly.title"];
  view["plans"] = Json::array();
  for (const Week& plan : plans) view["plans"].push_back(Chapter(plan, words).write());
  view["several"] = plans.size() > 1;
  view["faults"] = faulty_files == 0 ? std::string()
                                     : words.say("weekly.faults", {std::to_string(faulty_files)});
  return view;
}

}  // namespace taizhang::report
