// SPDX-License-Identifier: MIT
#include <algorithm>

#include "report/paper/due.h"
#include "report/weekly/parts.h"

namespace taizhang::report {

namespace {

constexpr std::chrono::days month_ahead{30};
/// So many are named whatever room they take.
constexpr std::size_t least = 2;

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
  if (rows.empty()) return;
  document::Table table = table_of_due(paper, "due", paper.that_may_stand(rows, least));
  const std::size_t all = rows.size();
  paper.put(std::move(table),
            {.rows = std::move(rows),
             .field = "lead",
             .groups = {{"over_rest", over, keys::weekly_over_rest, keys::weekly_over_all},
                        {"soon_rest", all, keys::weekly_soon_rest, keys::weekly_soon_all}},
             .least = least,
             .pressing = over});
}

}  // namespace taizhang::report
