// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "query/rows.h"

namespace taizhang::query {

/// The rows that have one value in a field; of a list, that have it among others. The key is the
/// value as machine output has it, empty for the rows that have none.
struct Group {
  std::string key;
  Value label;
  Rows rows;
  facts::Shows shows = facts::Shows::where_it_occurs;
};

/// The groups of `rows` by a field, each row taken once under each of its values.
struct Groups {
  std::vector<Group> groups;

  /// By how much the groups together count more than `all`, which they are of.
  Value surplus(const Rows& all) const;
};

/// Group rows of `plan` by `field`. The groups come in the order of the registry, of the sections
/// or of the enumeration that the field is of, others in the order of their rows; what has no value
/// comes last. Known values that no row has get an empty group.
Groups grouped(const Rows& rows, const facts::Asked& field, const facts::Row& plan);

/// The groups that are counted under a field: tasks under their units as each unit has them
/// (RULES.md §6.11), all else as `grouped`.
Groups counted_by(const Rows& rows, const facts::Asked& field, const facts::Row& plan);

}  // namespace taizhang::query
