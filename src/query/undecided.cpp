// SPDX-License-Identifier: MIT
//
// A comparison with a value that is not there is neither true nor false, so that `@miss` lists
// nothing as long as nothing can be forecast: an empty answer that looks like a good one. Here the
// terms of the query are taken apart again into those that some row leaves open, and the others.
#include "query/undecided.h"

#include <algorithm>

#include "base/text.h"
#include "query/filter/filter.h"
#include "query/filter/syntax.h"
#include "query/select.h"

namespace taizhang::query {

namespace {

using filter::Node;
using filter::Truth;

/// The terms of `text` all of which must hold, as they are written.
std::vector<std::pair<std::string, Node>> terms_of(const std::string& text) {
  const Node all = filter::parse(text);
  if (all.what != Node::What::all) return {{"(" + text + ")", all}};
  std::vector<std::pair<std::string, Node>> terms;
  for (const Node& part : all.parts) {
    terms.emplace_back(text.substr(part.piece.at, part.piece.size), part);
  }
  return terms;
}

bool is_comparison(const Node& node) {
  return node.what == Node::What::term && node.term.what == filter::Term::What::compare;
}

}  // namespace

std::optional<Undecided> undecided(const Rows& rows, const SavedQuery& query,
                                   const std::string& filter) {
  if (filter::parse(filter).what != Node::What::all) return std::nullopt;
  std::vector<std::string> others;
  for (const auto& [text, node] : terms_of(filter)) {
    const bool itself = node.what == Node::What::term &&
                        node.term.what == filter::Term::What::saved &&
                        (node.term.field == query.name || node.term.field == query.chinese());
    if (!itself && !text.empty()) others.push_back(text);
  }
  const filter::Test whole = filter::meaning(
      rows.world(), rows.kind(), base::joined(others, " ") + " " + std::string(query.filter));
  std::vector<facts::Row> open;
  std::ranges::copy_if(rows, std::back_inserter(open),
                       [&](const facts::Row& row) { return whole(row) == Truth::unknown; });
  std::vector<facts::Asked> fields;
  std::vector<std::string> missing;
  for (const auto& [text, node] : terms_of(std::string(query.filter))) {
    const filter::Test test = filter::meaning(rows.world(), rows.kind(), text);
    const bool is_open = is_comparison(node) && std::ranges::any_of(open, [&](const auto& row) {
                           return test(row) == Truth::unknown;
                         });
    if (!is_open) {
      others.push_back(text);
      continue;
    }
    fields.push_back(find_column(rows.kind(), node.term.field));
    missing.push_back("-has:" + node.term.field);
  }
  if (missing.empty()) return std::nullopt;
  const auto meets = [](const std::string& text) { return Condition{"", Test::meets, text}; };
  const Rows of = rows.where({meets(base::joined(others, " "))});
  return Undecided{fields, of.where({meets("(" + base::joined(missing, " or ") + ")")}), of};
}

}  // namespace taizhang::query
