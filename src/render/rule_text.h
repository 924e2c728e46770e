// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "base/language.h"
#include "check/rule.h"
#include "render/json_text.h"
#include "render/style.h"

namespace taizhang::render {

/// Every rule of check, one a line.
std::string rule_list_text(base::Language language, Style style);

/// What a rule looks for, why, a piece that it finds and the same put right, for a terminal.
std::string rule_text(const check::Rule& rule, base::Language language, int width, Style style);

/// A piece that a rule finds and the same put right, each under its heading.
std::string rule_examples(const check::Rule& rule, base::Language language, Style style);

/// The whole rule for programs.
Json rule_view(const check::Rule& rule, base::Language language);
Json rule_list_view(base::Language language);

}  // namespace taizhang::render
