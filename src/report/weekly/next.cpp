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

/// A thing with its tasks by number, so that these make up its count: 9 河道整治×2、12 is three.
/// The first mention of a task that is left in `titled` has its title.
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

/// What one unit has to do.
struct OfUnit {
  Value unit;
  std::vector<Thing> things;
};

/// Adds the line of a unit: what it has to do, with the numbers of the tasks; with the titles of
/// those in `untitled` which no line has yet, and as many more as so many lines of a column have
/// room for, or those lines that it takes anyway; where pages have no end with all of them.
void add_line(ToldByNumber& told, const Asked& asked, bool has_pages, const OfUnit& of, int lines,
              const std::set<std::string>& untitled) {
  std::vector<Row> tasks = tasks_of(of.things);
  const auto other = std::stable_partition(tasks.begin(), tasks.end(), [&](const Row& task) {
    const std::string address = facts::address(task);
    return untitled.contains(address) && !told.titled.contains(address);
  });
  const auto least = static_cast<std::size_t>(other - tasks.begin());
  const auto titles = [&](std::size_t named) {
    std::set<std::string> titled;
    for (std::size_t i = 0; i < named; ++i) titled.insert(facts::address(tasks[i]));
    return titled;
  };
  const auto with = [&](std::size_t named) {
    std::set<std::string> titled = titles(named);
    document::List all;
    for (const Thing& thing : of.things) {
      all.items.push_back(with_tasks(asked, thing, titled));
    }
    return say(asked, keys::weekly_unit_does, of.unit, Value(std::move(all)));
  };
  std::size_t named = has_pages ? least : tasks.size();
  if (has_pages) {
    const auto lines_in = [&](const Value& line) {
      return lines_in_column(document::text(line, asked.language()));
    };
    const int most = std::max(lines, lines_in(with(least)));
    while (named < tasks.size() && lines_in(with(named + 1)) <= most) ++named;
  }
  told.list.lines.push_back(with(named));
  told.titled.merge(titles(named));
  std::ranges::move(tasks, std::back_inserter(told.tasks));
}

}  // namespace

void weekly_next(Paper& paper) {
  const std::vector<ToDo> all = all_to_do(paper, one_week);
  const OwnDays own_days(asked_for(paper.now(Kind::tasks)));
  std::vector<OfUnit> units;
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
    units.push_back({unit.label, std::move(things)});
    if (!paper.has_pages()) continue;
    by_unit.items.push_back(
        say(paper.asked(), keys::paper_of_unit, unit.label, one_by_one(of_unit)));
  }
  if (units.empty()) return;
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
  paper.put(
      [&asked = paper.asked(), has_pages = paper.has_pages(), units = std::move(units)](
          int lines, const std::set<std::string>& untitled) {
        ToldByNumber by_number{
            .list = {.id = "next", .lines = {}, .in_columns = true}, .tasks = {}, .titled = {}};
        for (const OfUnit& unit : units) {
          add_line(by_number, asked, has_pages, unit, lines, untitled);
        }
        return by_number;
      },
      briefest);
}

}  // namespace taizhang::report
