// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "model/ledger.h"
#include "source/finding.h"

namespace taizhang::check {

struct Rule;

/// Whether a plan may make less of `rule`: not of those that say what was not read at all.
bool may_be_lowered(const Rule& rule);

/// Make each finding as serious as the plan of its file wants it (`rules.check`), and take those
/// out that the plan ignores. What is in no plan stays as the rule says.
void apply_levels(const model::Ledger& ledger, std::vector<source::Finding>& findings);

}  // namespace taizhang::check
