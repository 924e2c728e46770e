// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "query/table.h"
#include "render/template.h"
#include "words/words.h"

namespace taizhang::render {

/// A page of HTML around one table, from `table.html.mustache`: `title` above it, and below the
/// title `subtitle`, such as the days that the figures are of.
std::string table_page(const query::Table& table, const std::string& title,
                       const std::string& subtitle, const Templates& templates,
                       const words::Words& words);

}  // namespace taizhang::render
