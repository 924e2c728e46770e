// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/rules.h"

namespace taizhang::check {

/// What a unit of measure is written like.
enum class Spelling {
  usual,    ///< as everybody writes it: 公里, 万平方米, 元/人
  other,    ///< a known spelling that others do not use: km, 万平米, ％
  amount,   ///< a number word alone: 万, 亿
  unclear,  ///< letters that mean one thing or another: G, M, Mg, mW
  unknown,
};

struct SpeltUnit {
  Spelling spelling;
  std::string usual = {};  ///< for `other`: the usual form
};

/// How `unit` is spelt. Usual are the units of a fixed table, those that the plan lists in its
/// rules, such with 十, 百, 千, 万 or 亿 before them, and one unit per another, with `/` between.
SpeltUnit spelt(std::string_view unit, const model::Rules& rules);

/// The usual units of the table and of the plan, for suggestions.
std::vector<std::string_view> usual_units(const model::Rules& rules);

}  // namespace taizhang::check
