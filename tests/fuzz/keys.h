// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>

namespace taizhang::fuzz {

/// Every key that a ledger file may have and every word that may stand for an enumeration, from
/// the tables of the model.
std::set<std::string> keys_and_words();

}  // namespace taizhang::fuzz
