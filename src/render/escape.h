// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace taizhang::render {

/// `text` as inert text in Markdown, also inside a table cell and at the start of a line: nothing
/// in it makes markup, HTML, a link, a list or a new row.
std::string escape_markdown(std::string_view text);

/// `text` as inert text in HTML, in an element or a quoted attribute.
std::string escape_html(std::string_view text);

}  // namespace taizhang::render
