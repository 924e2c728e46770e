// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "source/reader.h"
#include "yaml/node.h"
#include "yaml/vocabulary.h"

namespace taizhang::yaml {

using source::Reader;

/// The deepest nesting that is read; a ledger needs six.
inline constexpr int deepest_nesting = 32;

/// The most values that are read of one file, keys, lists and maps included; a task has some
/// hundreds. A value in memory is many times its bytes.
inline constexpr std::size_t most_values = 100'000;

/// Parse `text`, the content of the file with index `file`.
///
/// All faults come back as values: bytes that are not UTF-8, control characters, syntax errors,
/// duplicate keys, and what YAML has but a ledger does not use (anchors, aliases, tags, several
/// documents). After a syntax error reading goes on at the next line that begins a key at the left
/// margin: there no block, quote or bracket of a sound file can reach.
///
/// With the `keys` of the files lines are read as they were meant that a Chinese keyboard spoilt,
/// and two that became one are told from a text with a colon.
///
/// The result is the same with either reader.
Document parse(std::string_view text, std::uint32_t file, Reader reader = Reader::plain,
               const Vocabulary& keys = no_vocabulary);

}  // namespace taizhang::yaml
