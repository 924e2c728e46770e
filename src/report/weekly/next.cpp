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
  const std::vector<ToDo> all = all_to_do(paper, one_week);
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
      const std::vector<Row> some = own_days.told(own);
      if (!some.empty()) {
        const bool is_all = some.size() == own.size() && !one.by_row;
        things.items.push_back(
            say(paper.asked(), one.say, is_all ? own.count() : one_by_one(some)));
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
