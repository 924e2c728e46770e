// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "model/ledger.h"

namespace taizhang::check {

class AtTask;

/// What stands in a field that a change moves.
enum class ChangedValue { number, date, units, trajectory };

/// A field of a task whose value in force is found by walking its changes.
struct ChangedField {
  ChangedValue holds;
  /// The first value as `written_alike` puts it; nothing where it cannot be known.
  std::optional<std::string> first;
  std::optional<source::Span> at;  ///< of the first value, where there is one
};

/// By name, as a change gives it: `due`, `lead`, `indicators.piles.target`.
using ChangedFields = std::map<std::string, ChangedField, std::less<>>;

/// The fields of a task that changes move and whose values are numbers, dates, units or
/// trajectories.
/// An indicator without a due date of its own has the plan's.
ChangedFields changed_fields(const AtTask& at);

/// Whether `value` names a unit that `registry` does not have: another rule's finding, and nothing
/// can be said of the value.
bool names_unknown_unit(const model::RegistryFile* registry, const model::Loose& value);

/// A value of a change in the one way in which equal values are equal texts: `3.50` is `3.5`, one
/// unit is a list of one, an alias is the unit's name. Nothing where it is no such value.
std::optional<std::string> written_alike(const model::RegistryFile* registry, ChangedValue holds,
                                         const model::Loose& value);

/// A value of a change as it stands in the file.
std::string as_written(const model::Loose& value);

/// Whether a change may give `name` at all: a key of the task, of one of its indicators or of one
/// of its milestones, whether or not figures depend on it.
bool names_a_field(const ChangedFields& fields, std::string_view name);

}  // namespace taizhang::check
