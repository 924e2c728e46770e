// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/ledger.h"
#include "source/edit.h"

namespace taizhang::check {

/// The edit that puts `text` in the place of the value `written` that stands at `at`, between its
/// quotes where it has some; none where it does not stand in the file letter by letter, or where
/// `text` would need quotes of its own.
std::vector<source::Edit> rewrite(const model::Ledger& ledger, source::Span at,
                                  std::string_view written, std::string_view text);

/// The edit that makes items of `parts` of the item `written` that names them all, each between
/// such quotes as it has; none where no brackets are around it.
std::vector<source::Edit> parted(const model::Ledger& ledger, source::Span at,
                                 std::string_view written, const std::vector<std::string>& parts);

/// Whether the value at `at` is one of several between brackets, or could be: `[…]`.
bool is_in_brackets(const model::Ledger& ledger, source::Span at);

}  // namespace taizhang::check
