// SPDX-License-Identifier: MIT
#include "report/reports.h"
#include "report/weekly/parts.h"

namespace taizhang::report {

namespace {

constexpr Part weekly_parts[] = {
    {keys::weekly_part_overview, weekly_overview},
    {keys::weekly_part_exceptions, weekly_exceptions},
    {keys::weekly_part_changes, weekly_changes, &keys::weekly_no_changes},
    {keys::weekly_part_due, weekly_due, &keys::weekly_no_due},
    {keys::weekly_part_open, weekly_open, &keys::weekly_no_open},
    {keys::weekly_part_reports, weekly_reports, &keys::weekly_no_reports},
    {keys::weekly_part_next, weekly_next, &keys::weekly_no_next}};

}  // namespace

Document weekly(const Asked& asked) {
  const base::Date last = asked.clocks.as_of;
  const base::Date first = last - one_week + std::chrono::days{1};
  return paper_of(
      asked, {.id = "weekly", .title = keys::weekly_title, .has_pages = !asked.sending.is_whole},
      first, weekly_parts, say(asked, keys::weekly_week, first, last));
}

}  // namespace taizhang::report
