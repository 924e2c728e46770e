// SPDX-License-Identifier: MIT
#include "query/groups.h"

#include <algorithm>
#include <map>
#include <set>

#include "facts/world.h"
#include "query/filter/filter.h"

namespace taizhang::query {

namespace {

/// The values of a row in a field: those of a list one by one.
std::vector<Value> values_of(const facts::Row& row, const facts::Asked& field) {
  const Value value = field.get(row);
  if (const auto* list = value.as<document::List>()) return list->items;
  if (value.is_absent()) return {};
  return {value};
}

}  // namespace

Groups grouped(const Rows& rows, const facts::Asked& field, const facts::Row& plan) {
  struct Found {
    std::string key;
    Value label;
    std::vector<facts::Row> rows;
    facts::Shows shows = facts::Shows::where_it_occurs;
  };
  std::vector<Found> found;
  std::map<std::string, std::size_t> indexes;
  const auto at = [&](const std::string& key, const Value& label) -> Found& {
    const auto [place, is_new] = indexes.emplace(key, found.size());
    if (is_new) found.push_back({key, label, {}});
    return found[place->second];
  };
  if (field.known()) {
    for (const facts::Known& known : field.known()(plan)) {
      at(plain(known.value), known.label).shows = known.shows;
    }
  }
  // A file may name a unit by an alias, or by a name that it has no more: it is one unit.
  std::map<std::string, std::string> keys;
  std::set<std::string> renamed;
  const auto key_of = [&](const Value& value) {
    const std::string written = plain(value);
    const auto [place, is_new] = keys.emplace(written, written);
    if (!is_new || !field.known()) return place->second;
    const auto unit = rows.world().unit_named(written);
    if (!unit || *unit == written || !indexes.contains(*unit)) return written;
    renamed.insert(*unit);
    return place->second = *unit;
  };
  std::vector<facts::Row> without;
  for (const facts::Row& row : rows) {
    const std::vector<Value> values = values_of(row, field);
    if (values.empty()) without.push_back(row);
    for (const Value& value : values) at(key_of(value), value).rows.push_back(row);
  }
  Groups result;
  const Test is = field.type() == facts::Type::list ? Test::contains : Test::equals;
  for (Found& one : found) {
    // Only a filter knows all names of a unit.
    const Condition condition =
        renamed.contains(one.key)
            ? Condition{"", Test::meets, field.name() + "=" + filter::quoted(one.key)}
            : Condition{field.name(), is, one.key};
    result.groups.push_back(
        {one.key, one.label, rows.narrowed(condition, std::move(one.rows)), one.shows});
  }
  if (!without.empty()) {
    const Condition none{field.name(), Test::absent};
    result.groups.push_back({"", {}, rows.narrowed(none, std::move(without))});
  }
  return result;
}

Groups counted_by(const Rows& rows, const facts::Asked& field, const facts::Row& plan) {
  facts::Asked own = *facts::find_field(rows.kind(), field.field->name);
  own.part = field.part;
  const std::string name = own.name();
  const bool by_lead = name == "lead";
  const bool of_indicators = rows.kind() == facts::Kind::indicators;
  if ((rows.kind() != facts::Kind::tasks && !of_indicators) || (!by_lead && name != "units")) {
    return grouped(rows, own, plan);
  }
  std::vector<Condition> conditions = rows.conditions();
  for (Condition& condition : conditions) {
    const bool is_filter = condition.test == Test::meets && condition.field.empty();
    if (is_filter) condition.field = facts::kind_of(rows.kind()).name;
  }
  if (by_lead) {
    conditions.push_back({"role", Test::equals, "lead"});
  } else if (!of_indicators) {
    conditions.push_back({"in_figures", Test::equals, "true"});
  }
  const facts::Kind kind = of_indicators ? facts::Kind::unit_indicators : facts::Kind::duties;
  const Rows duties = Rows(rows.world(), kind).where(conditions);
  Groups groups = grouped(duties, *facts::find_field(duties.kind(), "unit"), plan);
  const Rows of_nobody = rows.where({{name, Test::absent}});
  if (!of_nobody.empty()) groups.groups.push_back({"", {}, of_nobody});
  return groups;
}

Value Groups::surplus(const Rows& all) const {
  std::vector<Value> counts;
  for (const Group& group : groups) counts.push_back(group.rows.count());
  return difference(sum(counts), all.count(), false);
}

}  // namespace taizhang::query
