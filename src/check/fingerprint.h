// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "model/ledger.h"
#include "source/finding.h"

namespace taizhang::check {

/// What each finding is known by from one commit to the next, in their order: sixteen hexadecimal
/// digits over its file, its rule and the text of its line, and, where those are alike, over its
/// number among them. Lines that move leave it as it is, a line that is edited makes it another.
/// Paths are taken below the root of the ledger, so that it does not matter from where it is run.
std::vector<std::string> fingerprints(const std::vector<source::Finding>& findings,
                                      const model::Ledger& ledger);

/// The path of a file of the ledger below its root.
std::string_view path_in_ledger(const model::Ledger& ledger, std::uint32_t file);

}  // namespace taizhang::check
