// SPDX-License-Identifier: MIT
//
// What every report is made from: the ledger on a day, what was asked for, and words.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "document/document.h"
#include "facts/world.h"
#include "query/rows.h"
#include "query/select.h"
#include "words/words.h"

namespace taizhang::report {

using document::Document;
using document::Value;

/// What only a paper that is sent out is asked for.
struct Sending {
  std::string subject = {};  ///< a unit, a leader, the address of an order; empty for all of them
  std::string edition = {};  ///< the number of this issue of the paper
  std::string issuer = {};   ///< the office that sends it, where it is not that of the plan
  bool plan_is_named = false;
  std::vector<std::string> columns = {};  ///< of the ledger; empty for all
  bool by_month = false;                  ///< the ledger has a column a month
  bool is_whole = false;                  ///< the weekly names all, on as many pages as that takes
};

/// What a report is asked for.
struct Asked {
  const words::Words& words;
  base::Clocks clocks;
  query::Selection selection = {};
  /// The ledger as it stands on another pair of days, its events told from a third; measured once
  /// each.
  std::function<const facts::World&(base::Clocks, std::optional<base::Clocks> since)> world_on;
  /// The day from which events are told, where one was asked for.
  std::optional<base::Clocks> since = {};
  /// How many files could not be read without fault; the foot says so.
  std::size_t faulty_files = 0;
  Sending sending = {};

  const facts::World& world() const { return world_on(clocks, since); }
  base::Language language() const { return words.language(); }
};

/// `text` with values at its places `{0}`, `{1}` ….
Value filled(std::string_view text, std::vector<Value> values);

/// The sentence of `key` with its values in place.
template <int places, class... Values>
Value say(const Asked& asked, words::Key<places> key, Values... values) {
  static_assert(sizeof...(Values) == places);
  return filled(asked.words[key], {Value(std::move(values))...});
}

/// An empty document of the report `id`, with its title, its days and, in its head, which plans and
/// which of their tasks it is of; in its foot that a ledger is synthetic, and faults.
Document started(const Asked& asked, std::string id, std::string title);

/// What of the plans is in view: `板块 4、单位 市科技局`.
Value selection_line(const Asked& asked);

/// The days that figures are of: `2023-08-31`, with the day up to which reports had come in where
/// that is another.
Value days(const Asked& asked);
/// The day of a paper as an office writes it, in its head and where it is signed: 2024年10月6日.
Value day_of_paper(base::Date day);
/// `days`, written so.
Value days_of_paper(const Asked& asked);

/// What the lights mean: stands under every table that shows them (RULES.md §6.8).
Value legend(const Asked& asked);

/// A column of a table of rows: a field of them, or what `get` makes of each; under a title of its
/// own where the field has none or one too general for a report that speaks of several kinds.
struct Shown {
  std::string_view field;
  const words::Key<0>* title = nullptr;
  std::function<Value(const facts::Row&)> get = nullptr;
  /// The cell of another column says it to people: left out for them.
  bool for_programs = false;
};

/// Whether one of the fields is a light or a class, which need their legend.
bool shows_lights(const std::vector<facts::Asked>& fields);

/// The columns of the fields named.
std::vector<Shown> named_columns(const std::vector<std::string_view>& names);

/// Rows of one kind as a table. Throws `Fatal` (usage) for a field that the kind does not have.
document::Table table_of(const Asked& asked, std::string id, facts::Kind kind,
                         const std::vector<facts::Row>& rows, const std::vector<Shown>& columns);

inline document::Table table_of(const Asked& asked, std::string id, const query::Rows& rows,
                                const std::vector<Shown>& columns) {
  return table_of(asked, std::move(id), rows.kind(), {rows.begin(), rows.end()}, columns);
}

/// A column of a table for a field.
document::Column column_of(const std::string& name, const facts::Asked& field,
                           base::Language language);

}  // namespace taizhang::report
