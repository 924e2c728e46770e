// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "query/rows.h"

namespace taizhang::query {

/// Which tasks are wanted, as the user typed it; what is empty takes all.
struct Selection {
  std::string section;  ///< number or title
  std::string unit;     ///< name or alias; lead or support
  std::string status;
  std::string filter;  ///< in the filter language (filter/syntax.h)
  /// The filter is asked of the tasks that rows lie in: a report is of tasks, whatever its tables
  /// list. Else it is asked of the rows themselves.
  bool of_tasks = false;

  bool takes_all() const {
    return section.empty() && unit.empty() && status.empty() && filter.empty();
  }
};

/// What a selection asks of a row of tasks or of what lies in them. Throws `Fatal` (usage) for a
/// section, unit or status that no plan of `world` knows: an empty answer would look like a fact.
std::vector<Condition> conditions(const facts::World& world, const Selection& selection);

/// The name that the unit which the user means by a name or an alias has on the day. Throws `Fatal`
/// (usage) for one that no registry has.
std::string unit_name(const facts::World& world, const std::string& given);

/// The number of the section that the user means by number or title. Throws `Fatal` (usage) for one
/// that no plan has.
std::string section_number(const facts::World& world, const std::string& given);

/// The whole number that all of `text` is.
std::optional<int> whole_number(const std::string& text);

/// The only task that `given`, with or without its plan, is printed in place of the item of (`no`);
/// nothing where none is.
std::optional<facts::Row> find_by_no(const facts::World& world, const std::string& given);

/// The task at `address`: `14`, or `2023/14` where several plans are in view; else the one whose
/// title has the words of `address`. Throws `Fatal` (usage) where there is none or more than one.
facts::Row find_task(const facts::World& world, const std::string& address);

/// The column that `name` asks for. Throws `Fatal` (usage) with a suggestion where the kind has no
/// such field.
facts::Asked find_column(facts::Kind kind, const std::string& name);

}  // namespace taizhang::query
