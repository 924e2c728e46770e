// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "model/ledger.h"

namespace taizhang::check {

/// A place by what the ledger calls things, not by lines: it stays what it is while lines move.
struct Address {
  std::string file;  ///< `2023/14`, plan and item; the path where there is no item
  std::string part;  ///< `/indicators/piles/readings/r3/value`; empty for the file as such
  bool exact;        ///< false where what stands there has no name: a blank, what cannot be read
};

/// The path of a file of the ledger below its root.
std::string_view path_in_ledger(const model::Ledger& ledger, std::uint32_t file);

/// Tells the address of any place of a ledger, which has to live as long.
class Addresses {
 public:
  explicit Addresses(const model::Ledger& ledger);

  /// The cost is that of a walk to the place, past the keys of each entity around it.
  Address of(source::Span at) const;

 private:
  /// What a file holds; all null for one that is in no plan.
  struct Holder {
    const model::RegistryFile* registry = nullptr;
    const model::PlanFolder* plan = nullptr;
    const model::TaskFile* task = nullptr;
  };

  const model::Ledger& ledger_;
  std::vector<Holder> holders_;  ///< by file
};

}  // namespace taizhang::check
