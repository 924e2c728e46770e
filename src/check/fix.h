// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "model/ledger.h"
#include "source/finding.h"

namespace taizhang::check {

/// The edits of each file that mends something, by place.
using Edits = std::map<std::uint32_t, std::vector<source::Edit>>;

/// The findings with a fix whose fixes go together, in their order. Of two that overlap only the
/// one that begins first is taken: the other is found again once the first is written.
std::vector<source::Finding> mendable(const std::vector<source::Finding>& findings);

/// The edits of such findings.
Edits edits_of(const std::vector<source::Finding>& mendable);

/// A ledger and all that is found in its files.
struct Seen {
  const model::Ledger& ledger;
  const std::vector<source::Finding>& findings;
};

/// Why a fix does not stand that loses a scalar which it does not name.
inline constexpr base::Bilingual loses_a_value{"改了会丢掉别处的一个值",
                                               "it would lose a value elsewhere"};

/// What keeps fixes from being made.
struct Obstacle {
  base::Bilingual why;
  /// The error that they would bring, or what is found all the same; null for a lost value.
  const source::Finding* finding = nullptr;
};

/// Why the fixes of `mended`, findings of `before`, do not keep what a fix promises; nothing where
/// they do. `after` is the same ledger with them made. What they mend is gone; no error is there
/// that was not before, but for one at what they made readable, and no file has more of them; and
/// every scalar is still there but for those that they name.
std::optional<Obstacle> obstacle(const Seen& before, const Seen& after,
                                 const std::vector<source::Finding>& mended);

}  // namespace taizhang::check
