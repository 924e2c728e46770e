// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <set>

#include "report/weekly/parts.h"

namespace taizhang::report {

namespace {

constexpr std::chrono::days month_ahead{30};
/// More things than that on one day are a line with their counts.
constexpr std::size_t many_on_a_day = 8;

/// What is due, by its day: tasks, their milestones, indicators with a day of their own.
class DueThings {
 public:
  DueThings(const Paper& paper, Rows (*of)(const Rows&))
      : paper_(paper),
        kinds_{of(asked_for(paper.now(Kind::tasks))), of(asked_for(paper.now(Kind::milestones))),
               of(asked_for(paper.now(Kind::indicators)))} {
    std::set<std::string> tasks;
    for (const Row& row : kinds_[0]) tasks.insert(facts::address(row) + text_of(row, "due"));
    for (const Rows& rows : kinds_) {
      for (const Row& row : rows) {
        // The last milestone of a task that is itself named falls due with it.
        const std::string task = facts::address(facts::ancestor(row, Kind::tasks));
        const bool goes_with_task =
            row.kind != Kind::tasks && tasks.contains(task + text_of(row, "due"));
        std::vector<Row>& day = days_[text_of(row, "due")];
        if (!goes_with_task) day.push_back(row);
      }
    }
  }

  /// The days on which so much falls due that only counts are told.
  void add_shared(words::Key<4> words, std::vector<Value>& lines) const {
    for (const auto& [date, rows] : days_) {
      if (rows.size() <= many_on_a_day) continue;
      const auto on_day = [&, day = date](const Rows& kind) {
        return kind.where({{"due", Test::equals, day}}).count();
      };
      lines.push_back(say(paper_.asked(), words, facts::value(rows.front(), "due"),
                          on_day(kinds_[0]), on_day(kinds_[1]), on_day(kinds_[2])));
    }
  }

  std::vector<Row> named() const {
    std::vector<Row> all;
    for (const auto& [date, rows] : days_) {
      if (rows.size() <= many_on_a_day) std::ranges::copy(rows, std::back_inserter(all));
    }
    return all;
  }

 private:
  const Paper& paper_;
  std::vector<Rows> kinds_;
  std::map<std::string, std::vector<Row>> days_;
};

void add_row(const Paper& paper, document::Table& table, const Row& row) {
  Value left = query::field(row, "days_left");
  const Row task = facts::ancestor(row, Kind::tasks);
  document::Row cells;
  cells.cells = {facts::value(row, "due"),
                 *left.as<long long>() < 0 ? say(paper.asked(), keys::weekly_over, days_over(row))
                                           : say(paper.asked(), keys::weekly_left, std::move(left)),
                 row.kind == Kind::tasks ? Value(paper.word(keys::weekly_whole_task))
                                         : facts::value(row, "name"),
                 query::field(task, "item"),
                 facts::value(task, "title"),
                 facts::value(task, "lead")};
  if (cells.cells[1].as<document::Sentence>() && text_of(row, "overdue") == "true") {
    cells.cells[1] = std::move(cells.cells[1]).toned(document::Tone::red);
  }
  table.rows.push_back(std::move(cells));
}

Rows due_soon(const Rows& rows) { return due_within(rows, month_ahead); }

}  // namespace

void weekly_due(Paper& paper) {
  const DueThings late(paper, overdue);
  const DueThings soon(paper, due_soon);
  document::Bullets shared{"shared", {}};
  late.add_shared(keys::weekly_shared_day_over, shared.lines);
  soon.add_shared(keys::weekly_shared_day, shared.lines);
  if (!shared.lines.empty()) paper.put(std::move(shared));

  // By their days: those that are longest over come first.
  std::vector<Row> rows = late.named();
  const std::size_t over = rows.size();
  std::ranges::copy(soon.named(), std::back_inserter(rows));
  document::Table table{.id = "due"};
  table.columns = {paper.text("due", keys::weekly_date),   paper.text("days", keys::weekly_days),
                   paper.text("what", keys::weekly_what),  paper.number("item", keys::weekly_item),
                   paper.text("title", keys::weekly_task), paper.text("lead", keys::weekly_lead)};
  for (const Row& row : rows) add_row(paper, table, row);
  if (rows.empty()) return;
  const std::size_t all = rows.size();
  paper.put(std::move(table), {.rows = std::move(rows),
                               .field = "lead",
                               .groups = {{"over_rest", over, keys::weekly_over_rest},
                                          {"soon_rest", all, keys::weekly_soon_rest}},
                               .least = 2});
}

}  // namespace taizhang::report
