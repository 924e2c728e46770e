// SPDX-License-Identifier: MIT
#pragma once

#include "report/report.h"

namespace taizhang::report {

/// Which rows a list shows, and how.
struct ListAsked {
  facts::Kind kind = facts::Kind::tasks;
  std::vector<std::string> columns = {};  ///< empty for the usual ones of the kind
  std::vector<std::string> sort = {};     ///< fields; `-` before one turns it round
};

/// Rows of one kind in a table; for programs, whole rows, or these columns of them. Throws `Fatal`
/// (usage) for a column that the kind does not have.
Document list(const Asked& asked, const ListAsked& list);

/// The fields of kinds, one a row.
Document fields(const words::Words& words, const std::vector<facts::Kind>& kinds);

}  // namespace taizhang::report
