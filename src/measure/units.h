// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "measure/trace.h"
#include "model/ledger.h"

namespace taizhang::measure {

/// The main name of the unit that is written as `written`, by name or alias; `written` itself where
/// `registry` does not have it.
std::string main_name(const model::RegistryFile* registry, std::string_view written);

/// The main name of the unit that stands for `written` on `day` (RULES.md §8): an alias is its
/// unit; from the day after a unit's `valid.to` its successor stands for it, and so on down the
/// line. A name that `registry` does not have stays as written, and so does every name without a
/// registry. Successors that run in a circle lead nowhere: the unit then stands for itself.
std::string unit_on(const model::RegistryFile* registry, std::string_view written, base::Date day,
                    Trace* trace = nullptr);

/// The name that the unit written as `written` has itself on `day`: an alias and a name that it had
/// before it was renamed are its own; who has merged into another keeps the last name of its own.
std::string renamed_on(const model::RegistryFile* registry, std::string_view written,
                       base::Date day);

/// Whether `written` names `unit` itself on `day`: by its name, an alias or the name that it had
/// before it was renamed. Not so who has merged into it.
bool is_itself(const model::RegistryFile* registry, std::string_view written,
               const std::string& unit, base::Date day);

/// `names`, each once: those of units that `registry` has in its order, then the rest by name.
std::vector<std::string> in_registry_order(const model::RegistryFile* registry,
                                           const std::vector<std::string>& names);

}  // namespace taizhang::measure
