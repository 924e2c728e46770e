// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "yaml/diagnose.h"

namespace taizhang::yaml {

/// What has to change in a list or a map on one line for YAML to read it as it is meant.
struct FlowSlips {
  std::size_t size = 0;  ///< how many bytes it has, brackets included
  /// The first mistake; all of them are mended together.
  std::optional<Diagnosis> found = {};
};

/// Read the list or map that `text` begins with, its brackets, colons and commas in either width.
///
/// A full-width comma parts two keys only where a known key of the same kind of entity follows, and
/// two items only between full-width brackets, where all are numbers or days, or short names behind
/// a `key` that wants units; else it belongs to the text. Nothing where a part cannot be read for
/// sure. Places are offsets in `text`.
std::optional<FlowSlips> flow_slips(std::string_view text, const Vocabulary& keys,
                                    std::string_view key = {});

/// Whether YAML takes the first sign of the plain text `value`, a person's own words, for one of
/// its own.
bool begins_with_sign(std::string_view value);

/// Where the value ends that `text` goes on with up to the end of the line: before a remark and
/// blanks.
std::size_t end_of_value(std::string_view text);

/// Whether a value is the `|` or `>` that begins a block on the next line.
bool is_sign_of_block(std::string_view value);

}  // namespace taizhang::yaml
