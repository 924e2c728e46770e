// SPDX-License-Identifier: MIT
#include "report/monthly/parts.h"
#include "report/reports.h"

namespace taizhang::report {

namespace {

constexpr Part monthly_parts[] = {
    {keys::monthly_part_overview, monthly_overview},
    {keys::monthly_part_sections, monthly_sections, &keys::monthly_no_sections},
    {keys::monthly_part_behind, monthly_behind},
    {keys::monthly_part_missed, monthly_missed, &keys::monthly_no_missed},
    {keys::monthly_part_issues, monthly_issues, &keys::monthly_no_issues},
    {keys::monthly_part_units, monthly_units, &keys::monthly_no_units},
    {keys::monthly_part_inspections, monthly_inspections, &keys::monthly_no_inspections},
    {keys::monthly_part_changes, monthly_changes, &keys::monthly_no_changes},
    {keys::monthly_part_advice, monthly_advice, &keys::monthly_no_advice},
    {keys::monthly_annex_ledger, monthly_ledger, &keys::ledger_none, true},
    {keys::monthly_annex_behind, monthly_behind_list, &keys::monthly_no_behind_list, true},
    {keys::monthly_annex_unreported, monthly_unreported, &keys::monthly_no_unreported, true},
    {keys::monthly_annex_matrix, monthly_matrix, &keys::matrix_none, true}};

}  // namespace

Document monthly(const Asked& asked) {
  const std::chrono::year_month_day last(asked.clocks.as_of);
  const base::Date first(last.year() / last.month() / 1);
  return paper_of(asked, {.id = "monthly", .title = keys::monthly_title}, first, monthly_parts,
                  say(asked, keys::weekly_week, first, asked.clocks.as_of));
}

}  // namespace taizhang::report
