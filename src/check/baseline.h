// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/ledger.h"
#include "source/finding.h"

namespace taizhang::check {

/// What an old ledger is known to have wrong, and nobody has put right yet.
struct Baseline {
  struct Entry {
    std::string fingerprint;
    std::string path;  ///< below the root of the ledger
    std::string code;

    friend auto operator<=>(const Entry&, const Entry&) = default;
  };
  std::set<Entry> entries;  ///< by fingerprint
};

/// The baseline that holds just `findings`.
Baseline baseline_of(const std::vector<source::Finding>& findings, const model::Ledger& ledger);

/// The text of its file: JSON, an entry a line, by path and code, so that it reads well in a diff.
std::string baseline_text(const Baseline& baseline);

/// Read such a file. Throws `Fatal` (usage) where it is none or of an earlier version; `path` is
/// how the file is called.
Baseline parse_baseline(std::string_view text, const std::string& path);

/// Entries of a baseline for which there is no finding any more.
struct Gone {
  long long mended = 0;
  /// In whose place their file has another finding of the same rule: a report of another month is
  /// missing now.
  long long changed = 0;
};

/// Take the findings of `ledger` out that the baseline knows.
Gone take_known(std::vector<source::Finding>& findings, const Baseline& baseline,
                const model::Ledger& ledger);

}  // namespace taizhang::check
