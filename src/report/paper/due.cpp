// SPDX-License-Identifier: MIT
#include "report/paper/due.h"

#include <algorithm>
#include <set>

namespace taizhang::report {

DueThings::DueThings(const Paper& paper, Rows (*of)(const Rows&))
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

void DueThings::add_shared(words::Key<2> words, std::vector<Value>& lines) const {
  for (const Day& one : days_) {
    if (!is_shared(one)) continue;
    const auto& [date, rows] = one;
    const auto on_day = [&, day = date](const Rows& kind) {
      return kind.where({{"due", Test::equals, day}}).count();
    };
    document::List counts;
    constexpr words::Key<1> said[] = {keys::weekly_shared_tasks, keys::weekly_shared_milestones,
                                      keys::weekly_shared_indicators};
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
      Value count = on_day(kinds_[i]);
      if (*count.as<long long>() > 0) {
        counts.items.push_back(say(paper_.asked(), said[i], std::move(count)));
      }
    }
    lines.push_back(
        say(paper_.asked(), words, facts::value(rows.front(), "due"), std::move(counts)));
  }
}

bool DueThings::is_shared(const Day& day) const {
  constexpr std::size_t few = 8;
  if (day.second.size() <= few) return false;
  const Rows tasks = paper_.now(Kind::tasks);
  return 2 * tasks.where({{"due", Test::equals, day.first}}).size() > tasks.size();
}

std::vector<Row> DueThings::named() const {
  std::vector<Row> rows;
  for (const Day& day : days_) {
    if (!is_shared(day)) std::ranges::copy(day.second, std::back_inserter(rows));
  }
  return rows;
}

std::vector<Row> DueThings::all() const {
  std::vector<Row> rows;
  for (const Day& day : days_) std::ranges::copy(day.second, std::back_inserter(rows));
  return rows;
}

Value days_to_go(const Asked& asked, const Row& row) {
  const Value left = facts::value(row, "days_left");
  if (left.is_absent()) return {};
  if (*left.as<long long>() >= 0) return days_ahead(asked, row);
  if (text_of(row, "overdue") != "true") return {};
  return say(asked, keys::paper_days_over, days_over(row)).toned(document::Tone::red);
}

document::Table table_of_due(const Paper& paper, std::string id, const std::vector<Row>& rows) {
  document::Table table{.id = std::move(id)};
  table.columns = {paper.text("due", keys::weekly_date),   paper.text("days", keys::weekly_days),
                   paper.text("what", keys::weekly_what),  paper.number("item", keys::weekly_item),
                   paper.text("title", keys::weekly_task), paper.text("lead", keys::weekly_lead)};
  for (const Row& row : rows) {
    const Row task = facts::ancestor(row, Kind::tasks);
    table.rows.push_back(
        {{facts::value(row, "due"), days_to_go(paper.asked(), row),
          row.kind == Kind::tasks ? Value(paper.word(keys::weekly_whole_task))
                                  : facts::value(row, "name"),
          item_of(task), facts::value(task, "title"), facts::value(task, "lead")}});
  }
  return table;
}

}  // namespace taizhang::report
