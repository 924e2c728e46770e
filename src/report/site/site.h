// SPDX-License-Identifier: MIT
//
// The whole picture as pages that lead to each other: the first one, and one for each plan, each
// section, unit and leader, and each task.
#pragma once

#include <string>
#include <vector>

#include "report/report.h"

namespace taizhang::report {

/// A document and the name of its file, of which no part comes from a title.
struct Page {
  std::string file;
  Document document;
};

struct Site {
  std::vector<Page> pages;
  /// Where the values of all of them lead: a figure to the story of how it came about, a name to
  /// the page of what it names, a place in a file to that file.
  document::Leads leads;
};

/// The pages of the plans in view; no contact of a person stands in them. `source` is put before
/// the path of a file to make its address; where it is empty, places are told and lead nowhere.
Site site(const Asked& asked, const std::string& source);

}  // namespace taizhang::report
