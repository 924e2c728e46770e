// SPDX-License-Identifier: MIT
//
// Rows that meet conditions, and what can be said of many at once. Every number that comes out
// carries its origin: the conditions that its rows met.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "document/value.h"
#include "facts/catalogue.h"

namespace taizhang::query {

using document::Condition;
using document::Test;
using document::Value;

/// The value as machine output has it, for comparing: `2023-08-31`, `behind`, `true`, `27.34`.
std::string plain(const Value& value);

/// Whether a value passes the test. Numbers are compared as numbers, all else as text; a list
/// passes where it `contains` the value.
bool passes(const Value& value, const Condition& condition);

/// The rows of one kind that meet all of some conditions, in the order of plan and item.
class Rows {
 public:
  /// All rows of a kind.
  Rows(const facts::World& world, facts::Kind kind);

  /// Those of them that meet these as well. Throws `std::logic_error` for a field that the kind
  /// does not have.
  Rows where(std::initializer_list<Condition> conditions) const;
  Rows where(const std::vector<Condition>& conditions) const;
  /// These rows, which are those of them that meet `condition`.
  Rows narrowed(const Condition& condition, std::vector<facts::Row> rows) const;

  const facts::World& world() const { return *world_; }
  facts::Kind kind() const { return kind_; }
  const std::vector<Condition>& conditions() const { return where_; }
  std::size_t size() const { return rows_.size(); }
  bool empty() const { return rows_.empty(); }
  auto begin() const { return rows_.begin(); }
  auto end() const { return rows_.end(); }
  const facts::Row& operator[](std::size_t i) const { return rows_[i]; }

  /// How many there are.
  Value count() const;
  /// The plain mean of a field over the rows that have it, completions each held between 0 and 1
  /// (RULES.md §6.11); absent where none has it.
  Value mean(std::string_view field) const;

 private:
  const facts::World* world_;
  facts::Kind kind_;
  std::vector<Condition> where_;
  std::vector<facts::Row> rows_;
};

/// `part` of `whole`, two counts, as a share; absent where there is no whole: a share of none is
/// not zero.
Value share(const Value& part, const Value& whole);

/// `now` less `then`, printed as a change unless told otherwise; absent where one of them is.
Value difference(const Value& now, const Value& then, bool is_change = true);

/// The sum of whole numbers.
Value sum(const std::vector<Value>& counts);

/// The field of a row as a value that carries its origin.
Value field(const facts::Row& row, std::string_view name);

}  // namespace taizhang::query
