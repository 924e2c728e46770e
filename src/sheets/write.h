// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace taizhang::sheets {

/// A cell of a page that is to be written.
struct OutCell {
  enum class Look { plain, head, title, open };  ///< `open` is to be filled in

  std::string text;
  Look look = Look::plain;
  bool is_number = false;  ///< plain digits, written as a number
};

/// A page with a head of several rows that stay in sight; `widths` are of its columns, in
/// characters of half a 汉字. A row of one cell goes across all columns. What is not `open` cannot
/// be changed where a program can hold to that.
struct Page {
  std::string name;
  std::vector<int> widths;
  std::vector<std::vector<OutCell>> rows;
  std::size_t head_rows = 0;
  /// By column, the words to choose from; a few short ones.
  std::map<std::size_t, std::vector<std::string>> choices = {};
};

/// Whether a spreadsheet would run `text`, or make a number of it: what begins with one of = + - @,
/// a tab or a line end, in some countries also with a wide sign. `+1` loses its sign.
bool is_formula(std::string_view text);

/// `text` as a field of CSV, in quotes where it needs them.
std::string csv_quoted(const std::string& text);

/// The page as a workbook, the same bytes for the same page. Throws `Fatal` (internal) where it
/// cannot be made.
std::string xlsx_of(const Page& page);

/// The same as csv in UTF-8 with the mark by which Excel knows it. A text that a spreadsheet would
/// take for a formula gets an apostrophe.
std::string csv_of(const Page& page);

}  // namespace taizhang::sheets
