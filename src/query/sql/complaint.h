// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

#include "base/phrase.h"
#include "query/sql/connection.h"

namespace taizhang::query::sql {

/// What to say to a statement that does more than read.
inline constexpr base::Bilingual only_reads{
    "这里只能查（select），读 taizhang sql --schema 里的表",
    "here is only reading (select), of the tables in taizhang sql --schema"};

/// Throw `Fatal` (usage): the line of the statement that has the byte `at`, a caret under the word
/// there, what is wrong and what to write.
[[noreturn]] void complain_at(const std::string& text, std::size_t at, base::Phrase message,
                              base::Phrase help);

/// Throw `Fatal` (usage) for what SQLite says is wrong with a statement, with what was probably
/// meant where a table or a column is not there.
[[noreturn]] void complain(const Connection& connection, const std::string& text);

}  // namespace taizhang::query::sql
