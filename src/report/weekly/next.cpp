// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

#include "report/paper/fit.h"
#include "report/paper/to_do.h"
#include "report/weekly/parts.h"

namespace taizhang::report {

namespace {

/// One thing that a unit has to do: how often, and of which tasks.
struct Thing {
  Value told;
  std::vector<Row> rows;
};

/// The tasks of what one unit has to do, each once: red ones first, then yellow ones.
std::vector<Row> tasks_of(const std::vector<Thing>& things) {
  std::vector<Row> tasks;
  std::set<std::string> taken;
  for (const Thing& thing : things) {
    for (const Row& row : thing.rows) {
      Row task = facts::ancestor(row, Kind::tasks);
      if (taken.insert(facts::address(task)).second) tasks.push_back(std::move(task));
    }
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

/// A thing with its tasks by number, so that these make up its count: 9 河道整治×2、12 is
/// three. The first
/// mention of a task that is left in `titled` has its title.
Value with_tasks(const Asked& asked, const Thing& thing, std::set<std::string>& titled) {
  std::vector<std::pair<Row, long long>> tasks;
  for (const Row& row : thing.rows) {
    const Row task = facts::ancestor(row, Kind::tasks);
    const auto at = std::ranges::find_if(
        tasks, [&](const auto& one) { return facts::address(one.first) == facts::address(task); });
    at == tasks.end() ? (void)tasks.emplace_back(task, 1) : (void)++at->second;
  }
  document::List names;
  for (const auto& [task, times] : tasks) {
    const std::string no = facts::printed_item(task);
    const bool has_title = titled.erase(facts::address(task)) > 0;
    Value name = has_title ? say(asked, keys::weekly_task_alone, no, facts::value(task, "title"))
                           : Value(no);
    names.items.push_back(
        times == 1 ? std::move(name)
                   : say(asked, keys::weekly_task_times, std::move(name), std::to_string(times)));
  }
  return say(asked, keys::weekly_does_for, thing.told, Value(std::move(names)));
}

/// A line of a unit: what it has to do, with the numbers of the tasks, and as many titles as so
/// many lines of a column have room for, or those lines that it takes anyway; where pages have no
/// end all of them.
Value line_with_tasks(const Paper& paper, const Value& unit, const std::vector<Thing>& things,
                      int lines) {
  const Asked& asked = paper.asked();
  const std::vector<Row> tasks = tasks_of(things);
  const auto with = [&](std::size_t named) {
    std::set<std::string> titled;
    for (std::size_t i = 0; i < named; ++i) titled.insert(facts::address(tasks[i]));
    document::List all;
    for (const Thing& thing : things) {
      all.items.push_back(with_tasks(asked, thing, titled));
    }
    return say(asked, keys::weekly_unit_does, unit, Value(std::move(all)));
  };
  if (!paper.has_pages()) return with(tasks.size());
  const auto lines_in = [&](const Value& line) {
    return lines_in_column(document::text(line, asked.language()));
  };
  const int most = std::max(lines, lines_in(with(0)));
  std::size_t named = 0;
  while (named < tasks.size() && lines_in(with(named + 1)) <= most) ++named;
  return with(named);
}

}  // namespace

void weekly_next(Paper& paper) {
  const std::vector<ToDo> all = all_to_do(paper, one_week);
  const OwnDays own_days(asked_for(paper.now(Kind::tasks)));
  const document::Bullets none{.id = "next", .lines = {}, .in_columns = true};
  document::Bullets units = none;
  document::Bullets brief = none;
  std::vector<std::vector<Row>> by_kind(all.size());
  document::List by_unit;
  const auto leads = facts::find_field(Kind::tasks, "lead");
  for (const facts::Known& unit : leads->field->known(paper.plan())) {
    std::vector<Thing> things;
    std::vector<Row> of_unit;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const ToDo& one = all[i];
      const Rows own =
          one.rows.where({{std::string(one.unit), Test::contains, query::plain(unit.value)}});
      std::vector<Row> told = own_days.told(own);
      if (told.empty()) continue;
      Value count = told.size() == own.size() && !one.by_row ? own.count() : one_by_one(told);
      std::ranges::copy(told, std::back_inserter(of_unit));
      std::ranges::copy(told, std::back_inserter(by_kind[i]));
      things.push_back({say(paper.asked(), one.say, std::move(count)), std::move(told)});
    }
    if (things.empty()) continue;
    units.lines.push_back(line_with_tasks(paper, unit.label, things, 2));
    if (!paper.has_pages()) continue;
    brief.lines.push_back(line_with_tasks(paper, unit.label, things, 1));
    by_unit.items.push_back(
        say(paper.asked(), keys::paper_of_unit, unit.label, one_by_one(of_unit)));
  }
  if (units.lines.empty()) return;
  document::List kinds;
  bool has_joint = false;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (by_kind[i].empty()) continue;
    std::set<std::string> taken;
    std::vector<Row> each;
    std::ranges::copy_if(by_kind[i], std::back_inserter(each),
                         [&](const Row& row) { return taken.insert(facts::address(row)).second; });
    has_joint |= each.size() < by_kind[i].size();
    kinds.items.push_back(say(paper.asked(), all[i].say, one_by_one(each)));
  }
  Value told(std::move(by_unit));
  if (has_joint) told = say(paper.asked(), keys::paper_by_each, std::move(told));
  // A list of its own: it has the whole width.
  const document::Bullets briefest{
      "next_in_all",
      {say(paper.asked(), keys::weekly_unit_does, Value(std::move(kinds)), std::move(told))}};
  paper.put(std::move(units), std::move(brief), briefest);
}

}  // namespace taizhang::report
