// SPDX-License-Identifier: MIT
#include "render/report_formats.h"

#include "render/escape.h"

namespace taizhang::render {

namespace {

/// Mustache leaves blank lines where a section was; in Markdown a run of them means one.
std::string single_blank_lines(std::string text) {
  std::string result;
  for (const char c : text) {
    if (c == '\n' && result.ends_with("\n\n")) continue;
    result += c;
  }
  return result;
}

std::string as_it_is(std::string text) { return text; }

constexpr ReportFormat report_format_table[] = {
    {"html", escape_html, as_it_is},
    {"md", escape_markdown, single_blank_lines},
};

}  // namespace

std::span<const ReportFormat> report_formats() { return report_format_table; }

}  // namespace taizhang::render
