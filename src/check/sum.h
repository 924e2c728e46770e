// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "base/ratio.h"
#include "model/ledger.h"

namespace taizhang::check {

/// The decimals of the number at `at` as written: `9.30` has two.
int decimals(const model::Ledger& ledger, source::Span at);

/// One unit of the last of `places` decimals: 0.01 for two.
base::Ratio last_place(int places);

/// Amounts that are to make up a total.
struct Sum {
  base::Ratio value = 0;
  std::size_t count = 0;
  int places = 0;  ///< the most decimals of any

  void add(base::Decimal part, int decimals_of_part);

  /// By how much rounding can have moved the sum away from its total: half a last place for each
  /// part and for the total, nothing for whole numbers.
  base::Ratio slack() const;
};

/// A total among the indicators of a task, with what is said to be its parts.
struct Total {
  const model::Indicator* indicator;
  std::vector<const model::Indicator*> parts;
};

/// The totals whose parts all go with them: amounts of one kind and one unit of measure, none of
/// them 左右.
std::vector<Total> totals_of(const model::Task& task);

/// Whether the parts cannot make up `total`. They may be fewer where some are left out; of `whole`
/// things two parts are taken for all.
bool cannot_be(const Sum& sum, base::Decimal total, bool whole);

}  // namespace taizhang::check
