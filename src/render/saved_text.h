// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace taizhang::render {

/// `text` without what mail, git and editors put into it or take away and no reader sees: a byte
/// order mark, other line ends, blanks at the ends of lines.
std::string without_transport(std::string_view text);

/// The same of Markdown, where several blanks, no-break ones too, show as one.
std::string markdown_as_written(std::string_view text);

/// The same of a page, where a browser that saved it wrote what it had read: its own line about the
/// charset, `&nbsp;`, closed elements of pictures, and the tools that the script of the page adds.
/// What any of these could hide is left as it is: a table with another count of rows beside it, a
/// remark anywhere but in the first line.
std::string page_as_written(std::string_view text);

}  // namespace taizhang::render
