// SPDX-License-Identifier: MIT
//
// A unit into which others have merged (RULES.md §6.11): each of them counts with its newest value
// until one of the unit itself is of a later day than the merger, which is of them all. Example,
// 丙镇 having become part of 乙镇 on 1 September:
//
//   06-30 乙镇 30, 丙镇 20 · 07-31 丙镇 25 → 55 · 09-30 乙镇 70 → 70
#pragma once

#include <string>
#include <vector>

#include "measure/frame.h"
#include "measure/readings.h"

namespace taizhang::measure {

/// A unit, or one that has merged into it.
struct PartOfUnit {
  std::string name;
  bool promised = false;  ///< it has a target of its own
  Readings readings = {};
};

/// What the day of a sum of several values is.
enum class Dated {
  by_oldest,  ///< the oldest of theirs: so old is what is known of the whole
  by_newest,  ///< the newest: from that day on it stands
};

/// The group that `name` is; null where it is none.
const model::Unit* group_named(const model::RegistryFile* registry, const std::string& name);

/// Those that have merged into `unit` by `day` and that the indicator names, whether its numbers
/// add up or not.
std::vector<std::string> merged_into(const Frame& frame, const model::Indicator& indicator,
                                     const std::string& unit, base::Date day);

/// A unit and, where its numbers add up, those that have merged into it by the day and that the
/// indicator names, each with its readings; the unit first.
std::vector<PartOfUnit> heard_parts(const Frame& frame, const Evidence& evidence,
                                    const std::string& unit, Clocks clocks);

/// What the parts of a unit make together: a sum stands once each part with a target has a value.
/// Of a unit alone its own readings.
Readings of_all_parts(const Frame& frame, const Evidence& evidence, std::vector<PartOfUnit> parts,
                      Clocks clocks, Dated dated = Dated::by_oldest);

}  // namespace taizhang::measure
