// SPDX-License-Identifier: MIT
#include "render/format.h"

#include <algorithm>

namespace taizhang::render {

namespace {

constexpr Format document_format_table[] = {
    {"csv", {"csv"}, {"表格，给电子表格软件", "tables, for spreadsheets"}, document_csv},
    {"docx",
     {"docx"},
     {"公文，给 Word 和 WPS", "an official paper, for Word and WPS"},
     document_docx,
     true},
    {"html", {"html", "htm"}, {"网页，可打印", "a web page, fit to print"}, document_html},
    {"json", {"json"}, {"给程序", "for programs"}, document_json},
    {"json-lines",
     {"jsonl", "ndjson"},
     {"一行一条，给程序", "a row a line, for programs"},
     document_json_lines},
    {"markdown", {"md", "markdown"}, {"Markdown 文本", "Markdown text"}, document_markdown},
    {"text", {"txt", "text"}, {"给终端", "for a terminal"}, document_text},
    {"xlsx",
     {"xlsx"},
     {"工作簿，给 Excel 和 WPS", "a workbook, for Excel and WPS"},
     document_xlsx,
     true},
};
static_assert(std::is_sorted(std::begin(document_format_table), std::end(document_format_table),
                             [](const auto& a, const auto& b) { return a.name <= b.name; }));

}  // namespace

std::span<const Format> document_formats() { return document_format_table; }

const Format* format_of_ending(std::string_view ending) {
  if (ending.empty()) return nullptr;
  for (const Format& format : document_format_table) {
    if (format.name == ending ||
        std::count(format.endings.begin(), format.endings.end(), ending) > 0)
      return &format;
  }
  return nullptr;
}

}  // namespace taizhang::render
