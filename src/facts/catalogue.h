// SPDX-License-Identifier: MIT
//
// The one catalogue of what can be asked of a ledger: for each kind of row its fields, in one
// order. Tables, JSON, CSV heads, `show`, `fields` and the README read it; a field that is added
// here is in all of them.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "facts/row.h"

namespace taizhang::facts {

using Visit = std::function<void(const Row&)>;

/// One kind of row.
struct KindOfRow {
  Kind kind;
  std::string_view name;
  base::Bilingual title;
  /// What rows of this kind lie in; its own kind where that is nothing.
  Kind parent;
  /// The name of their list in the JSON of the row that they lie in; empty where it has none.
  std::string_view list;
  /// Call `visit` for each of them in `parent`, in the order of the ledger.
  void (*each)(const Row& parent, const Visit& visit);
  /// What tells a row from those beside it: an id, an item, a number.
  std::string (*name_of)(const Row& row);
  /// Its own fields in order: computed ones, then what the file says and no computed one replaces,
  /// then under `written.` what the file says of those that are replaced.
  const std::vector<Field>& (*fields)();
};

/// Every kind, in the order of `Kind`.
std::span<const KindOfRow* const> kinds();
const KindOfRow& kind_of(Kind kind);
/// The kind named `name`, or null.
const KindOfRow* find_kind(std::string_view name);

/// All that rows of a kind are asked for by themselves, in order: their address, that of what they
/// lie in, then the fields of the kind.
std::vector<const Field*> own_fields(Kind kind);

/// The row of `kind` that `row` is or lies in. `kind` must be one of these.
Row ancestor(Row row, Kind kind);

/// A field as it is asked of rows of one kind: its own, else that of the nearest thing they lie in.
struct Asked {
  Kind kind;
  const Field* field;
  std::string part = {};  ///< of a record; empty for all of it

  Value get(const Row& row) const;
  /// The same as people see it.
  Value shown(const Row& row) const;
  /// What its values are.
  Type type() const;
  /// All values that it can have in a plan, in their order; null where there is no end of them.
  std::vector<Known> (*known() const)(const Row& plan);
  /// Whether they are names of units, which are known by aliases and former names as well.
  bool names_units() const;
  /// The name by which it is found: `score.grade` of a part.
  std::string name() const;
  /// A column's head; of a part with the name of the part.
  std::string title(base::Language language) const;
};

/// The field that `name` is for rows of `kind`: by its name, a short one or its title in either
/// language; `record.part` asks for a part of a record. Nothing where there is none.
std::optional<Asked> find_field(Kind kind, std::string_view name);

/// What people call a task by: what its file wants printed in place of the item (`no`), else that.
std::string printed_item(const Row& task);

/// The value of the field `name` of `row`; absent where there is no such field.
Value value(const Row& row, std::string_view name);

/// All rows of a kind, in the order of plan and item.
std::vector<Row> rows(const World& world, Kind kind);
/// Those in `parent`, at any depth: of a section those of its tasks, of a unit those of the tasks
/// that it leads, takes part in or has a target in.
std::vector<Row> rows_in(const Row& parent, Kind kind);
/// Whether rows of `inner` can lie in one of `outer`, so that `rows_in` finds them.
bool can_hold(Kind outer, Kind inner);

/// What a row is called everywhere: `2023/14`, `2023/14/piles`, `2023/14/piles/r6`.
std::string address(const Row& row);

/// A row with all its fields that need no more than `most`, the rows that lie in it as lists, and
/// what computed fields took the place of under `written`.
document::Record record(const Row& row, Need most);
/// A row with these fields only.
document::Record record(const Row& row, const std::vector<Asked>& fields,
                        const std::vector<std::string>& names);

}  // namespace taizhang::facts
