// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/language.h"
#include "document/document.h"
#include "render/style.h"
#include "render/template.h"
#include "words/words.h"

namespace taizhang::render {

/// A file that an office gave.
struct Given {
  std::string bytes;
  std::string name;  ///< for messages
};

/// How a document is printed; what it says does not depend on it.
struct Look {
  int width = 0;  ///< columns of the terminal; 0 where nothing limits them
  Style style{false};
  /// Whether the text begins with title and head: an answer to a question that was just typed on
  /// a terminal goes without. Pages and files have them always.
  bool titled = true;
  /// Whether CSV begins with the mark by which Excel and WPS know UTF-8.
  bool marks_utf8 = true;
  /// CSV for databases instead: each text to the letter, without the mark.
  bool for_databases = false;
  Templates templates = {};
  words::Words words{base::Language::zh};  ///< at `w` in templates
  std::optional<Given> reference = {};     ///< docx takes styles, fonts and margins from it
  bool spread = false;                     ///< docx as one with a reference is laid out
  document::Leads leads = nullptr;         ///< where the values of a page lead
};

struct Format {
  std::string_view name;
  std::array<std::string_view, 2> endings;  ///< of files; the second may be empty
  base::Bilingual about;
  std::string (*write)(const document::Document& document, const Look& look);
  bool is_binary = false;  ///< bytes for a file, no text
};

/// Every format of documents, by name.
std::span<const Format> document_formats();

/// The format of a file's ending (without its point), as every name of a format is; null where
/// there is none.
const Format* format_of_ending(std::string_view ending);

/// Every table, by RFC 4180 with LF line ends; several are set apart by an empty line, each below
/// its title, which is that of its plan, too, where there are several plans. A cell that a
/// spreadsheet would take for a formula or a day gets a leading apostrophe; an amount stands
/// without its unit of measure. For databases nothing is done to texts.
std::string document_csv(const document::Document& document, const Look& look);

/// A paper for Word and WPS as GB/T 9704—2012 sets one, from the parts in `templates/docx`: A4, red
/// head, headings, page numbers; tables that are too wide stand on turned pages.
std::string document_docx(const document::Document& document, const Look& look);

/// Writes any number of pages by one look, by several threads if need be.
class PageWriter {
 public:
  explicit PageWriter(Look look);
  std::string written(const document::Document& document) const;

 private:
  Look look_;
  bool with_tables_;  ///< a template asks for tables by their ids
  Template page_;
};

/// A page of its own, from `page.html.mustache` and one partial for each kind of block.
std::string document_html(const document::Document& document, const Look& look);

/// For programs: the document's data, else its blocks by plan, id and key.
std::string document_json(const document::Document& document, const Look& look);

/// The rows of the document's data, else of its tables, each as JSON on a line of its own.
std::string document_json_lines(const document::Document& document, const Look& look);

/// Markdown as GitHub and Gitea read it.
std::string document_markdown(const document::Document& document, const Look& look);

/// A workbook for Excel and WPS, a sheet a table: numbers, dates and yes or no as such, all else as
/// text that is never a formula. Throws `Fatal` (usage) for a table with more rows than a sheet
/// has.
std::string document_xlsx(const document::Document& document, const Look& look);

/// Text for a terminal, with its long lines broken at `look.width`.
std::string document_text(const document::Document& document, const Look& look);

}  // namespace taizhang::render
