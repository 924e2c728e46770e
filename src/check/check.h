// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "model/ledger.h"
#include "source/finding.h"

namespace taizhang::check {

/// Run every rule over the ledger. Findings come by file, then by place, then by code.
std::vector<source::Finding> check(const model::Ledger& ledger);

}  // namespace taizhang::check
