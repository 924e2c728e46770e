// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "document/document.h"

namespace taizhang::render {

/// How a table stands on a page of HTML, on screen and on paper.
struct HtmlTable {
  /// What each column has of the width, as a style sheet says it: 7.25%. Empty where the cells fit
  /// beside each other and a browser may share the width out.
  std::vector<std::string> shares;
  /// On which sheet it can be read: none for A4 upright, `wide` on its side, `widest` on A3.
  std::string sheet;
  /// The width below which it cannot be read: 61.3em.
  std::string least;
  /// Where the columns that name a row stay while the others go by below them, for a style sheet:
  /// `--title: 3.21em`. Empty where a screen has room for all.
  std::string held;
};

HtmlTable html_table(const document::Table& table, base::Language language);
/// The same of a paper of few pages, with the columns by which its rows were counted.
HtmlTable html_table_of_few_pages(const document::Table& table, base::Language language);

}  // namespace taizhang::render
