// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "document/document.h"
#include "facts/trace.h"
#include "report/report.h"

namespace taizhang::report {

/// The sentence of the rule of a step; `row` is the row that it is of.
Value told(const Asked& asked, const facts::Row& row, const facts::Step& step);

/// How the figures of `row` came about, from those of `steps` that are of it: one step a figure,
/// below it the sentences of its rules.
document::Steps story(const Asked& asked, const facts::Row& row,
                      const std::vector<facts::Step>& steps);

/// Steps for programs: `{row, figure, value, rule, operands}` each, `row` being an address.
Value for_programs(const std::vector<facts::Step>& steps);

}  // namespace taizhang::report
