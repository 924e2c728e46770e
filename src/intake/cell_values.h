// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "base/date.h"
#include "base/decimal.h"
#include "base/phrase.h"
#include "sheets/sheet.h"

namespace taizhang::intake {

/// What a cell was taken for. `note` says so where that is not what stands in it letter by letter;
/// `fault` says why it is nothing. An empty cell has neither.
template <class T>
struct Taken {
  std::optional<T> value;
  base::Phrase note = {};
  base::Phrase fault = {};
};

/// A figure in `unit`: also 1,600, １６００, 131个, 96000万元 where `unit` is 亿元 and, in per
/// cent, 45% and 0.45 shown as 45%. Another unit, or one that `unit` is no power of ten of, is a
/// fault.
Taken<base::Decimal> number_in(const sheets::Cell& cell, const std::string& unit);

/// A day: also 2024年9月30日, 2024/9/30, 2024.9.30 and 45565, the number that a spreadsheet has for
/// it.
Taken<base::Date> date_in(const sheets::Cell& cell);

/// A text as it is seen in the cell, without blanks at its ends and with the line ends of this
/// system; none of a formula that has no value.
std::string text_in(const sheets::Cell& cell);

/// A text in its plain form and without the blanks and line ends that people put in to fit a
/// column: by it two cells say the same.
std::string bare(const std::string& text);

/// Why a cell with a formula has nothing to take over; empty of all other cells.
base::Phrase formula_fault(const sheets::Cell& cell);

}  // namespace taizhang::intake
