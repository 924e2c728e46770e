// SPDX-License-Identifier: MIT
//
// The pictures of reports: tables whose numbers a page draws beside those who read them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/document.h"
#include "report/report.h"

namespace taizhang::report {

/// How many of `tasks` of a plan stand in each class, a row a section; nothing where they lie in
/// fewer than two.
std::optional<document::Chart> chart_of_sections(const Asked& asked, const query::Rows& tasks,
                                                 const facts::Row& plan);

/// How far indicators are on the way to their targets, those that have a value and a target; each
/// is called what `name` makes of it. Nothing where none has both.
std::optional<document::Chart> chart_of_progress(
    const Asked& asked, const std::vector<facts::Row>& indicators,
    const std::function<Value(const facts::Row&)>& name);

/// The readings of an indicator that count, over their dates, and what its trajectory expects in
/// its term; nothing where there are fewer than two.
std::optional<document::Chart> chart_of_readings(const Asked& asked, const facts::Row& indicator);

}  // namespace taizhang::report
