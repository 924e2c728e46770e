// SPDX-License-Identifier: MIT
//
// Targets by unit (分单位目标): who has which, and how the values of the units make the whole.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "measure/frame.h"
#include "measure/in_force.h"
#include "measure/readings.h"

namespace taizhang::measure {

/// What one unit promises: its number in force, and where it begins.
struct UnitPromise {
  std::string unit;  ///< the unit in force
  base::Ratio target;
  std::optional<base::Ratio> baseline;
};

/// How targets by unit count together: as written, else `sum` for running totals and levels.
model::Aggregate aggregate_of(const model::Indicator& indicator);

/// Whether numbers of units that have become one are added: those of running totals and stocks. A
/// rate, a growth or a place of two units is none of the unit that they became.
bool adds_up(const model::Indicator& indicator);

/// The units with a target of their own, in the order of the registry; a group stands for its
/// members, a member that is named itself keeps its own. Those that have become one unit by `named`
/// are one (RULES.md §6.11): their numbers are added, or where they do not add up, it has its own
/// number, and without one the hardest of theirs.
std::vector<UnitPromise> unit_promises(const Frame& frame, const model::Task& task,
                                       const model::Indicator& indicator, When when,
                                       base::Date named);

/// The readings of one unit, by the name that it has on the day; where numbers add up with those of
/// the units that have merged into it: each counts with its newest value until one of the unit
/// itself is of a later day than the merger, which is of them all. A sum stands once everyone with
/// a target has a value; its date is the oldest of theirs.
Readings readings_of_unit(const Frame& frame, const Evidence& evidence, const std::string& unit,
                          Clocks clocks);

/// What has been reported of one unit and of those that have become it, whether numbers add up or
/// not: for which periods something came.
Readings reports_of_unit(const Frame& frame, const Evidence& evidence, const std::string& unit,
                         Clocks clocks);

/// The readings of a unit, and apart those of each that has merged into it where numbers add up.
std::vector<Readings> readings_of_parts(const Frame& frame, const Evidence& evidence,
                                        const std::string& unit, Clocks clocks);

/// Take over what became of readings for a unit where that is more than for those before it.
void merge(std::vector<Outcome>& all, const std::vector<Outcome>& of_unit);

/// The totals of the units' newest values, one for each day from which all have one, oldest first;
/// the date of a total is the oldest of theirs.
std::vector<Effective> totals(const std::vector<Readings>& units);

/// How many of the units have a value, and what those make together (部分 n/N).
struct Partial {
  int known = 0;
  int all = 0;
  base::Decimal sum;
};

}  // namespace taizhang::measure
