// SPDX-License-Identifier: MIT
#pragma once

#include "model/ledger.h"

namespace taizhang::check {

/// Whether the issues of `file` have all the steps that were written in their logs.
bool has_its_logs(const model::Ledger& ledger, const model::TaskFile& file);

/// Whether every step has a day and a state that could be read; else nobody knows where the issue
/// stands, and the fault has been reported.
bool is_readable(const model::Issue& issue);

/// The same, and the days go on from that on which it was found: the log can be followed.
bool can_follow(const model::Issue& issue);

}  // namespace taizhang::check
