// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "base/words.h"
#include "measure/figures.h"

namespace taizhang::report {

/// A promised number as the field says it: `30 家以上`, `at least 30 家`.
std::string target_text(const measure::IndicatorFigures& figures, const base::Words& words);

/// A number that is printed already, with the unit of measure: `126 个`, `75.4%`.
std::string with_unit(const std::string& number, const model::Indicator& indicator);

/// A value with its unit of measure: `126 个`, `75.4%`.
std::string amount_text(base::Decimal value, const model::Indicator& indicator);

/// The same of an amount that is a fraction, printed as `plain` does.
std::string amount_text(const base::Ratio& value, const model::Indicator& indicator);

/// A change in a value with its sign: `+32 个`, `-1.5 个百分点` for percentages, `持平` for none.
std::string change_text(base::Decimal before, base::Decimal now, const model::Indicator& indicator,
                        const base::Words& words);

/// Item numbers with runs drawn together: `1–3、7`; `—` for none.
std::string item_list(const std::vector<int>& items, const base::Words& words);

}  // namespace taizhang::report
