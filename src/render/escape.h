// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace taizhang::render {

/// `text` as inert text in Markdown, also inside a table cell and at the start of a line: nothing
/// in it makes markup, HTML, a link, a list or a new row.
std::string escape_markdown(std::string_view text);

/// `text` as inert text in HTML, in an element or a quoted attribute, without what turns its order
/// round.
std::string escape_html(std::string_view text);

/// `text` as inert text in XML 1.0, in an element or a quoted attribute, with its line ends and
/// tabs. What XML cannot hold (control characters, U+FFFE, bytes that are not UTF-8) becomes
/// U+FFFD.
std::string escape_xml(std::string_view text);

/// The bytes of `path` as the path of a URI reference (RFC 3986): all but letters, digits, `-._~`
/// and the slashes as `%41`.
std::string escape_uri_path(std::string_view path);

/// `text` as the message of a workflow command of GitHub Actions: it stays on one line, keeps its
/// line ends for the reader and cannot steer the terminal that the log is.
std::string escape_github(std::string_view text);

/// The same for a property of such a command, which a comma or a colon would end.
std::string escape_github_property(std::string_view text);

}  // namespace taizhang::render
