// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "base/suggest.h"
#include "model/ledger.h"

namespace taizhang::intake {

/// What an address such as `2023/14/piles/r4` names: a task, and ids of what lies in it.
struct Target {
  const model::PlanFolder* plan;
  const model::TaskFile* file;
  std::string address;           ///< of the task, as the user named it
  std::vector<std::string> ids;  ///< behind it

  const model::Task& task() const { return file->task; }
};

/// The task that `address` names. Throws `Fatal` (usage) where there is none or more than one.
Target find_target(const model::Ledger& ledger, const std::string& address);

[[noreturn]] void refuse_missing_id(const Target& target, base::Bilingual what,
                                    const std::vector<std::string_view>& known);

/// The entry named `id`; without a name the only one. `what` is how one is called. Throws `Fatal`
/// (usage) where there is none.
template <class E>
const E& entry_named(const Target& target, const model::Many<E>& entries, const std::string& id) {
  std::vector<std::string_view> known;
  for (const E& entry : entries) {
    if (entry.id && (*entry.id == id || (id.empty() && entries.size() == 1))) return entry;
    if (entry.id) known.push_back(*entry.id);
  }
  if (id.empty() || known.empty()) refuse_missing_id(target, model::Fields<E>::name, known);
  base::refuse_unknown(id, model::Fields<E>::name, known);
}

}  // namespace taizhang::intake
