// SPDX-License-Identifier: MIT
#include "report/tally.h"

#include <algorithm>

#include "words/keys.h"

namespace taizhang::report {

namespace keys = words::keys;
using facts::Kind;
using query::Rows;
using query::Test;

namespace {

Rows in_class(const Rows& rows, const document::Word& standing) {
  return rows.where({{"class", Test::equals, std::string(standing.name)}});
}

}  // namespace

Tally::Tally(const Asked& asked, const std::vector<const Rows*>& all) : asked_(asked) {
  const auto field = facts::find_field(facts::Kind::tasks, "class");
  for (const facts::Known& known : field->field->known({})) {
    const document::Word standing = *known.value.as<document::Word>();
    const bool occurs = std::any_of(all.begin(), all.end(), [&](const Rows* rows) {
      return !in_class(*rows, standing).empty();
    });
    if (occurs || known.shows == facts::Shows::always) classes_.push_back(standing);
  }
}

void Tally::add_columns(std::vector<document::Column>& columns) const {
  const auto add = [&](std::string_view key, std::string_view title) {
    columns.push_back({std::string(key), std::string(title), document::Align::right});
  };
  for (const document::Word& standing : classes_) {
    add(standing.name, standing.label.in(asked_.language()));
  }
  add("completion", asked_.words[keys::stats_mean]);
  add("known", asked_.words[keys::field_known]);
}

void Tally::add_cells(std::vector<Value>& cells, const Rows& rows) const {
  for (const document::Word& standing : classes_) {
    cells.push_back(toned_count(in_class(rows, standing), standing.tone));
  }
  cells.push_back(rows.mean("completion"));
  cells.push_back(known(rows));
}

Value measurable(const Rows& rows) {
  if (rows.kind() != Kind::indicators) return rows.count();
  return rows.where({{"applicable", Test::equals, "true"}}).count();
}

Value known(const Rows& rows) {
  return document::out_of(rows.where({{"completion", Test::exists}}).count(), measurable(rows));
}

Value toned_count(const Rows& rows, document::Tone tone) {
  return rows.empty() ? rows.count() : rows.count().toned(tone);
}

}  // namespace taizhang::report
