// SPDX-License-Identifier: MIT
//
// How tables stand on the pages of a word processor: sizes in twips, the twentieth of a point.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"

namespace taizhang::render {

/// A page upright: A4 with the margins of GB/T 9704—2012, 37, 26, 35 and 28 mm.
struct DocxPage {
  int width = 11906;
  int height = 16838;
  int top = 2098;
  int right = 1474;
  int bottom = 1984;
  int left = 1588;
  int header = 851;
  int footer = 1304;
  /// Set for as much on a page as can be read: small letters, and no sheet turned.
  bool compact = false;
  /// Set where an office's own file has the margins: a turned sheet has them too.
  bool own_margins = false;

  int text_width() const { return width - left - right; }
  int text_height() const { return height - top - bottom; }
  /// The same sheet turned to the left. Turned for a wide table it has margins of 20 mm at most.
  DocxPage turned() const;
  /// A4 with margins of 18 mm and less, for a paper that must not be long.
  static DocxPage of_compact();
};

/// A table on a page: in which size of letters, on which side of the sheet, how wide its columns.
struct DocxTable {
  bool turned = false;
  std::string style;  ///< of its paragraphs
  std::vector<int> widths;
};

/// The largest letters and the upright page where the table fits, with the room shared out by what
/// the columns hold; the smallest letters on a turned page where it fits nowhere. `turned`: the
/// page is so already.
DocxTable docx_table(const document::Table& table, base::Language language, const DocxPage& page,
                     bool turned);

/// How high a block stands on an upright page with fonts whose lines are `line` per cent of their
/// size: they differ from one machine to the next.
int docx_height(const document::Block& block, base::Language language, const DocxPage& page,
                int line);

}  // namespace taizhang::render
