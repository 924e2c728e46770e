// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "query/rows.h"
#include "query/saved.h"

namespace taizhang::query {

/// Rows of which a saved query can tell nothing, because a value that it compares is not there, of
/// those that meet all its other terms.
struct Undecided {
  std::vector<facts::Asked> fields;  ///< the values that are not there
  Rows without;
  Rows of;
};

/// What `filter`, which begins with `query`, leaves undecided of `rows`; nothing where it decides
/// all of them, or asks for one of several things. `rows` must be of the kind of the query.
std::optional<Undecided> undecided(const Rows& rows, const SavedQuery& query,
                                   const std::string& filter);

}  // namespace taizhang::query
