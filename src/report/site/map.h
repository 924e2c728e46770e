// SPDX-License-Identifier: MIT
//
// Which page has what, and in which of its places.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "document/document.h"
#include "facts/place.h"
#include "report/report.h"

namespace taizhang::report {

/// The first page, by the name that servers look for.
inline constexpr std::string_view first_page = "index.html";

/// The field under which a value tells a place in a file, and the kind of the first page.
inline constexpr std::string_view place_field = "place";
inline constexpr std::string_view site_kind = "site";

/// The name of the page of a thing in a plan: `task_2023_14.html`. Small letters, digits and 汉字
/// stay; what has others in it is told apart by a digest.
std::string page_name(std::string_view kind, const std::string& plan, const std::string& name);

class SiteMap {
 public:
  explicit SiteMap(std::string source) : source_(std::move(source)) {}

  /// The file for the row, which is a plan, a section, a unit or a task; and for a leader of a
  /// plan.
  const std::string& add(const facts::Row& row);
  const std::string& add_leader(const facts::Row& plan, const std::string& leader);

  /// Where the row is in its file, as a value that leads there: the whole place, or its line.
  Value place_of(const facts::Row& row);
  Value line_of(const Asked& asked, const facts::Row& row);

  /// What a finished page has places for.
  void add_anchors(const std::string& file, const Document& document);

  /// Where a value leads.
  std::optional<document::Target> target(const Value& value, const document::Origin& origin) const;

 private:
  using Target = document::Target;

  std::optional<Target> of_place(const document::Origin& origin) const;
  std::optional<Target> of_name(const std::string& text, const document::Origin& origin) const;
  std::optional<Target> of_figure(const Value& value, const document::Origin& origin) const;
  std::optional<Target> of_rows(const Value& value, const document::Origin& origin) const;
  /// The page of the row at the address: its own, or that of the task it lies in; null for none.
  const std::string* page_of(std::string address) const;
  std::string plan_of(const std::string& address) const;
  bool has(const std::string& file, const std::string& anchor) const;

  std::string source_;
  std::map<std::string, std::string> pages_;  ///< files by address
  std::set<std::string> plans_;
  std::set<std::string> tasks_;                                          ///< addresses
  std::map<std::pair<std::string, std::string>, std::string> leaders_;   ///< by plan and name
  std::map<std::pair<std::string, std::string>, std::string> sections_;  ///< by plan and title
  std::map<std::string, std::set<std::string>> anchors_;                 ///< by file
  std::map<std::string, facts::Place> places_;                           ///< by address
};

}  // namespace taizhang::report
