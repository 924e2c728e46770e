// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "base/phrase.h"

namespace taizhang::load {

// What to write in place of a value that somebody wrote as people do and no program reads: empty
// where nothing can be said that the rule does not say anyway.

/// `1,500`, `3.65亿`, `约30`, `≥30`, `10-15`, `12家`, `10⁴`.
base::Phrase advice_on_number(const std::string& text);

/// Those, and `014`, `第一板块`.
base::Phrase advice_on_whole(const std::string& text);

/// `45140`, which a spreadsheet made of a date.
base::Phrase advice_on_date(const std::string& text);

/// `2023-01-01至2023-12-31`, the period of a plan or, but for that, days from which and to which.
base::Phrase advice_on_period(const std::string& text, bool is_plan);

/// `甲局、乙局` where a list is wanted.
base::Phrase advice_on_list(const std::string& text);

}  // namespace taizhang::load
