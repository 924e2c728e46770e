// SPDX-License-Identifier: MIT
//
// The records of tasks as papers table them: issues, inspections, orders, changes, reports owed.
#pragma once

#include <vector>

#include "report/paper/behind.h"

namespace taizhang::report {

/// The approved changes of what was promised: how much, or by when.
Rows changes_of_promise(const Paper& paper);
/// Those of some changes of promises that ask for less and have not been changed since.
std::vector<Row> loosened(const std::vector<Row>& changes);
/// The other changes in force: of statuses, units, leaders.
Rows other_changes(const Paper& paper);
/// 待批: asked for, and neither approved nor in force (RULES.md §4, change).
Rows pending_changes(const Paper& paper);
/// Their columns: what was, what it became, what is in force by now.
std::vector<Shown> columns_of_changes();
/// What other changes are told by, and those that are only asked for.
std::vector<Shown> columns_of_other_changes();
std::vector<Shown> columns_of_requests();

/// The columns of indicators that are not where they should be; `last` is how that is told, before
/// the reason.
std::vector<Shown> columns_of_shortfall(Behind& behind, std::string_view last);

/// Whether an issue is new, under way or closed in the days of the paper; whose turn it is; how
/// many days are left or over.
document::Table table_of_issues(const Paper& paper, std::string id, const std::vector<Row>& rows);

/// Whether an issue was sent back in the days of the paper, to be assigned again once it had been
/// resolved (退回), or came up again after it had been closed (反弹).
bool was_sent_back(const Paper& paper, const Row& issue);
bool came_back(const Paper& paper, const Row& issue);

/// The order in which what is open is told: what is over its time, critical issues and the gravest
/// orders before others, of these the one longest over; then what falls due soonest; last what
/// nobody has to act on.
void most_urgent_first(std::vector<Row>& issues_or_orders);

/// Which tasks a table above tells with the reason of their lights.
enum class Above { none, red_and_yellow };
/// Those of some tasks whose light a person has set and that no table above tells, by name: to
/// what, why, who did so and until when. Each has a line; where pages are few one sentence has all.
void put_lights_by_hand(Paper& paper, const Rows& tasks, Above above);

/// What a figure of an indicator is marked with whose task has a light that was set by hand.
Value marked_by_hand(const Asked& asked, const Row& indicator, Value value);

/// The inspections that a paper tells: those made in its days, fed back or objected to in them, and
/// those whose feedback is late: these come first, the one longest over before the others.
std::vector<Row> inspections_told(const Paper& paper);
/// Inspections with what was found, and how their feedback stands.
document::Table table_of_inspections(const Asked& asked, const std::vector<Row>& rows);

/// What came with `corrects`: what was sent, what stands in its place or that it was taken back,
/// and why.
std::vector<Shown> columns_of_corrections(const Asked& asked);

/// Orders with how they stand: replied, awaited, late.
document::Table table_of_orders(const Asked& asked, const std::vector<Row>& rows);

/// The indicators of which a period is missing, whatever has come since and however its task
/// stands, and those of which one is to be reported now. Only what is owed: nothing where only
/// public results are recorded.
Rows missing_reports(const Rows& indicators);
Rows awaited_reports(const Rows& indicators);
/// The periods that the indicators of the plan lack.
Rows missing_periods(const Paper& paper);

/// Those of missing reports that are still asked for: their tasks are under way.
Rows reports_to_catch_up(const Rows& missing);
/// How many of them are not asked for, why, and of which tasks; absent where all are.
Value no_longer_asked_for(const Asked& asked, const std::vector<Row>& missing);

/// What a unit has of these indicators: its share of each that has its target by unit, else the
/// whole.
std::vector<Row> shares_of(const std::vector<Row>& indicators, const std::string& unit);

/// The missing reports, by indicator: how many periods, and the last of them; of units that owe
/// others than one another each with its own. A share tells what its unit owes.
document::Table table_of_missing(const Asked& asked, const std::vector<Row>& rows);

/// The orders that wait for a reply: those of cancelled tasks do not.
Rows unanswered_orders(const Paper& paper);

/// The step of the ladder that the months of a task suggest; absent where an open order has taken
/// it, or a graver one, or where a person set the light to done or 暂不评价.
Value order_suggested(const Row& task);
/// How many of these tasks have a suggestion that is not one of `order_suggested`, and why: a line
/// for each reason.
std::vector<Value> suggestions_left_out(const Asked& asked, const Rows& tasks);

/// How many days after its day an order was replied to; none where that was in time, or was not.
long long days_late(const Row& order);

/// How grave the level of an order is: 0 for a reminder.
long rung(std::string_view level);

/// The awaited reports of these indicators, a line a deadline and period, by unit: of one its own.
std::vector<Value> lines_of_awaited(const Paper& paper, const Rows& indicators,
                                    const std::string& unit = {});

}  // namespace taizhang::report
