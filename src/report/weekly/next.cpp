// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

#include "report/paper/behind.h"
#include "report/paper/fit.h"
#include "report/paper/records.h"
#include "report/weekly/parts.h"

namespace taizhang::report {

namespace {

/// One kind of thing that units have to do next week.
struct ToDo {
  words::Key<1> say;
  Rows rows;
  std::string_view unit;  ///< the field that has the unit, or the units
  bool by_row = false;    ///< no condition tells them apart
};

/// What falls due from tomorrow on: what is due today is this week's.
Rows due_next_week(const Rows& rows) {
  return due_within(rows, one_week).where({{"days_left", Test::more, "0"}});
}

/// Those of some tasks of which nobody has said why they are behind, as the table above tells;
/// one that is overdue has to explain itself anyway.
Rows without_reason(Paper& paper, const Rows& tasks) {
  Behind& behind = paper.behind();
  std::vector<Row> rows;
  std::ranges::copy_if(tasks, std::back_inserter(rows), [&](const Row& row) {
    return text_of(row, "overdue") != "true" && behind.has_no_reason(row);
  });
  return tasks.narrowed({"light", Test::equals, "red"}, std::move(rows));
}

std::vector<ToDo> all_to_do(Paper& paper) {
  const base::Date today = paper.today();
  const auto next_week = [&](std::string field) {
    return between(std::move(field), today + std::chrono::days{1}, today + one_week);
  };
  const Rows tasks = asked_for(paper.now(Kind::tasks));
  const Rows milestones = asked_for(paper.now(Kind::milestones));
  const Rows indicators = asked_for(paper.now(Kind::indicators));
  const Rows inspections =
      paper.now(Kind::inspections).where({{"status", Test::differs, "cancelled"}});
  const Rows red = tasks.where({{"light", Test::equals, "red"}});
  const Rows unsolved = issues_asked_for(paper.now(Kind::issues))
                            .where({{"state", Test::differs, "resolved"},
                                    {"due", Test::at_most, base::iso(today + one_week)}});
  // Where only public results are recorded nobody owes a word, and no day that is past presses.
  if (paper.is_public()) {
    return {{keys::weekly_to_finish_tasks, due_next_week(tasks), "lead"},
            {keys::weekly_to_finish_milestones, due_next_week(milestones), "lead"},
            {keys::weekly_to_finish_indicators, due_next_week(indicators), "lead"},
            {keys::weekly_to_solve, unsolved.where(next_week("due")), "turn"}};
  }
  return {
      {keys::weekly_to_report, indicators.where(next_week("awaited_by")), "awaited_from"},
      {keys::weekly_to_catch_up, reports_to_catch_up(missing_reports(paper.now(Kind::indicators))),
       "missing_from"},
      {keys::weekly_to_finish_tasks, due_next_week(tasks), "lead"},
      {keys::weekly_to_finish_milestones, due_next_week(milestones), "lead"},
      {keys::weekly_to_finish_indicators, due_next_week(indicators), "lead"},
      {keys::weekly_to_give_reasons, without_reason(paper, red), "lead", true},
      {keys::weekly_to_explain, overdue(tasks), "lead"},
      {keys::weekly_to_explain_milestones, overdue(milestones), "lead"},
      {keys::weekly_to_explain_indicators, overdue(indicators), "lead"},
      {keys::weekly_to_solve, unsolved, "turn"},
      {keys::weekly_to_reply,
       unanswered_orders(paper).where({{"reply_by", Test::at_most, base::iso(today + one_week)}}),
       "to"},
      {keys::weekly_to_answer,
       inspections.where({{"feedback", Test::absent},
                          {"feedback_due", Test::at_most, base::iso(today + one_week)}}),
       "lead"},
  };
}

/// The milestones that do not fall due with their task: such a task says so once, here as among
/// what is due.
class OwnDays {
 public:
  explicit OwnDays(const Rows& tasks) {
    for (const Row& task : tasks) days_.insert(facts::address(task) + text_of(task, "due"));
  }

  Value count(const Rows& rows, bool by_row) const {
    std::vector<Row> some(rows.begin(), rows.end());
    std::erase_if(some, [&](const Row& row) {
      const Row task = facts::ancestor(row, Kind::tasks);
      return row.kind == Kind::milestones &&
             days_.contains(facts::address(task) + text_of(row, "due"));
    });
    if (some.empty()) return {};
    return some.size() == rows.size() && !by_row ? rows.count() : one_by_one(some);
  }

 private:
  std::set<std::string> days_;
};

/// The tasks of what one unit has to do, each once: red ones first, then yellow ones.
std::vector<Row> tasks_of(const std::vector<Row>& things) {
  std::vector<Row> tasks;
  std::set<std::string> taken;
  for (const Row& thing : things) {
    Row task = facts::ancestor(thing, Kind::tasks);
    if (taken.insert(facts::address(task)).second) tasks.push_back(std::move(task));
  }
  std::ranges::stable_sort(tasks, {}, [](const Row& task) {
    const std::string light = text_of(task, "light");
    return std::tuple(light == "red"      ? 0
                      : light == "yellow" ? 1
                                          : 2,
                      *facts::value(task, "item").as<long long>());
  });
  return tasks;
}

/// A line of a unit: what it has to do, and as many of the tasks by name as so many lines of a
/// column have room for, or those that it takes anyway; where pages have no end all of them.
Value line_of(const Paper& paper, const Value& unit, const Value& things,
              const std::vector<Row>& tasks, int lines) {
  const Asked& asked = paper.asked();
  const auto with = [&](std::size_t named) {
    if (named == 0) return say(asked, keys::weekly_unit_does, unit, things);
    document::List names;
    for (std::size_t i = 0; i < named; ++i) {
      const std::string light = text_of(tasks[i], "light");
      const Value title = facts::value(tasks[i], "title");
      const Value no = facts::printed_item(tasks[i]);
      names.items.push_back(light == "red" || light == "yellow"
                                ? say(asked, keys::weekly_task_of_light, no, title,
                                      facts::find_field(Kind::tasks, "light")->shown(tasks[i]))
                                : say(asked, keys::weekly_task_alone, no, title));
    }
    Value told = named == tasks.size()
                     ? Value(std::move(names))
                     : say(asked, keys::weekly_and_more, std::move(names), one_by_one(tasks));
    return say(asked, keys::weekly_unit_does_for, unit, things, std::move(told));
  };
  Value all = with(tasks.size());
  if (!paper.has_pages()) return all;
  const auto lines_in = [&](const Value& line) {
    return lines_in_column(document::text(line, asked.language()));
  };
  const int most = std::max(lines, lines_in(with(0)));
  if (lines_in(all) <= most) return all;
  std::size_t named = 0;
  while (named + 1 < tasks.size() && lines_in(with(named + 1)) <= most) ++named;
  return with(named);
}

}  // namespace

void weekly_next(Paper& paper) {
  const std::vector<ToDo> all = all_to_do(paper);
  const OwnDays own_days(asked_for(paper.now(Kind::tasks)));
  constexpr int lines_of_unit = 2;
  document::Bullets units{.id = "next", .lines = {}, .in_columns = true};
  document::Bullets brief = units;
  const auto leads = facts::find_field(Kind::tasks, "lead");
  for (const facts::Known& unit : leads->field->known(paper.plan())) {
    document::List things;
    std::vector<Row> rows;
    for (const ToDo& one : all) {
      const Rows own =
          one.rows.where({{std::string(one.unit), Test::contains, query::plain(unit.value)}});
      Value count = own_days.count(own, one.by_row);
      if (!own.empty() && !count.is_absent()) {
        things.items.push_back(say(paper.asked(), one.say, std::move(count)));
        std::ranges::copy(own, std::back_inserter(rows));
      }
    }
    if (things.items.empty()) continue;
    const Value told(std::move(things));
    const std::vector<Row> tasks = tasks_of(rows);
    units.lines.push_back(line_of(paper, unit.label, told, tasks, lines_of_unit));
    if (paper.has_pages()) brief.lines.push_back(line_of(paper, unit.label, told, tasks, 1));
  }
  if (!units.lines.empty()) paper.put(std::move(units), std::move(brief));
}

}  // namespace taizhang::report
