// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "document/document.h"

namespace taizhang::render {

/// What a cell holds for `number`: as it is printed, a percentage as the fraction that a sheet
/// shows as one.
double figure_of(const document::Number& number);

/// On which pages beside each other a sheet is printed.
struct SheetPages {
  bool is_a3 = false;
  /// The first column of each page after the first one; none where all stand on one.
  std::vector<std::size_t> breaks = {};

  friend bool operator==(const SheetPages&, const SheetPages&) = default;
};

/// The pages for columns of `widths` letters, of which the first `repeated` stand on each: A4 where
/// letters of 11 pt are printed with 5 pt there, else A3 with 7 pt, else several of it with 6 pt. A
/// column is never parted.
SheetPages pages_of(const std::vector<int>& widths, std::size_t repeated);

/// A paper as the workbook that an office prints and files: on each sheet a table under its merged
/// title, with both rows of the head in sight and on every printed page, on its side and as wide as
/// the paper, of which it takes more rather than get too small to read: then each page has the
/// title over its own columns; then the document's own sheets, and one with what stands in its
/// foot. Lights are colour and word, numbers are numbers in their units, dates are dates. Throws
/// `Fatal` (usage) for a table with more rows than a sheet has.
std::string paper_xlsx(const document::Document& document);

}  // namespace taizhang::render
