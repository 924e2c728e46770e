// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "report/reports.h"
#include "words/keys.h"

namespace taizhang::report {

namespace keys = words::keys;

Document queries(const words::Words& words, const std::vector<query::SavedQuery>& queries) {
  const base::Language language = words.language();
  Document document;
  document.id = "queries";
  document.title = words[keys::queries_title];
  document.language = language;
  document::Table table{.id = "queries"};
  for (const auto& [key, title] :
       {std::pair("name", keys::queries_name), std::pair("rows", keys::queries_rows),
        std::pair("filter", keys::queries_filter), std::pair("about", keys::fields_about),
        std::pair("from", keys::queries_from)}) {
    table.columns.push_back({key, std::string(words[title])});
  }
  for (std::size_t i = 2; i < table.columns.size(); ++i) {
    table.columns[i].wraps = table.columns[i].yields = true;
  }
  std::map<std::string_view, std::string> holds;  // by name: where the first one comes from
  for (const query::SavedQuery& one : queries) {
    std::string from(one.place.empty() ? words[keys::queries_built_in] : one.place);
    std::string shown = from;
    const auto first = std::ranges::find_if(holds, [&](const auto& other) {
      return other.first == one.name || other.first == one.chinese();
    });
    if (first != holds.end())
      shown = words.say(keys::queries_hidden, from, first->second);
    else
      holds.emplace(one.name, std::move(from));
    table.rows.push_back(
        {{"@" + std::string(one.name),
          document::Word{facts::kind_of(one.rows).name, facts::kind_of(one.rows).title},
          std::string(one.filter), std::string(one.about.in(language)), std::move(shown)}});
  }
  document.chapters.push_back({{}, {std::move(table)}});
  return document;
}

}  // namespace taizhang::report
