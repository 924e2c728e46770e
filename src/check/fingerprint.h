// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "model/ledger.h"
#include "source/finding.h"

namespace taizhang::check {

/// Set what each finding is known by from one commit to the next: sixteen hexadecimal digits over
/// its rule, its address and what distinguishes it there; for a place without a name over the text
/// of its line; and, where all that is alike, over its number in the order of the files. Neither
/// lines that move nor the language change it, and it does not matter from where the ledger is
/// read. `findings` have to be all that their rules found, before anything is left out.
void set_fingerprints(std::vector<source::Finding>& findings, const model::Ledger& ledger);

}  // namespace taizhang::check
