// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "query/table.h"
#include "render/style.h"

namespace taizhang::render {

/// Aligned columns for a terminal. With `width` > 0 the columns that yield are cut until a row
/// fits; at 0 nothing is cut.
std::string table_text(const query::Table& table, int width, Style style);

/// A Markdown table.
std::string table_markdown(const query::Table& table);

/// A table of HTML, to be put into a page: a cell with a tone has it as its class, the notes
/// follow in a list.
std::string table_html(const query::Table& table);

/// Comma-separated values by RFC 4180, with LF line ends. A cell that a spreadsheet would take for
/// a formula gets a leading apostrophe. The notes are left out: a program reads this.
std::string table_csv(const query::Table& table);

}  // namespace taizhang::render
