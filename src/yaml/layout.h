// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "yaml/node.h"
#include "yaml/survey.h"

namespace taizhang::yaml {

/// Note what a parser passes over: remarks that speak to the program, blanks at line ends, tabs,
/// line ends of Windows, characters that look like others.
///
/// `original` is the file as it stands and `found` its survey; in `texts`, in order, quotes and
/// blocks whose blanks and signs are the writer's own.
void look_at_layout(std::string_view original, const Survey& found, std::uint32_t file,
                    const std::vector<source::Span>& texts, Document& document);

}  // namespace taizhang::yaml
