// SPDX-License-Identifier: MIT
//
// One order of a task, or what suggests one, before it is put on paper.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/paper/behind.h"

namespace taizhang::report {

/// How a task stood at the end of a month.
struct Month {
  std::string name;
  std::string light;
  Value told;  ///< 2024-06 红灯
};
/// Those that had a light, oldest first.
std::vector<Month> months_of(const Asked& asked, const Row& task);

/// One order of a task, or what suggests a draft, and whom that is sent to.
struct Sent {
  std::optional<Row> order;         ///< none of a draft
  std::optional<facts::Step> step;  ///< what suggests it
  Value to;
  bool to_owing = false;  ///< to those that owe reports, whoever leads the task
};
Sent sent_order(const Row& order);
/// A draft goes to all that lead the task. Where it is what did not come that suggests it, in place
/// of reports or as data that is too old, it goes to the units that owe that, and to none that owes
/// something else alone.
Sent draft_of(const Asked& asked, const Row& task);

/// Whether it is what was not reported that suggests the order, and not, or not so grave a one, the
/// lights.
bool is_for_silence(const facts::Step& step);
/// The rung of the ladder that a rule has in its words (RULES.md §7).
Value ladder_of_draft(const Asked& asked, const facts::Step& step);
/// Why an order is suggested by `step`, absent where there is none: the months or the silence, then
/// where the task stands.
Value reason_of(Behind& behind, const Row& task, const std::optional<facts::Step>& step);

/// The periods for which indicators of a task were not reported.
std::vector<Row> periods_missing(const Row& task);
/// Whether a unit is among some.
bool is_among(const Value& units, const Value& unit);
/// Whether one of these measures has a gap that a unit could say the reason of.
bool is_any_short(const std::vector<Row>& measures);

}  // namespace taizhang::report
