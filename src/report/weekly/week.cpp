// SPDX-License-Identifier: MIT
#include "report/weekly/week.h"

#include <algorithm>

#include "facts/events.h"

namespace taizhang::report {

Week::Week(const Asked& asked, const facts::Row& plan, int level)
    : asked_(asked), plan_(plan), level_(level) {
  chapter_.plan = facts::address(plan);
}

base::Clocks Week::week_before() const {
  return {asked_.clocks.as_of - one_week, asked_.clocks.known_by - one_week};
}

Rows Week::before(Kind kind) const { return in_view(asked_.world_on(week_before(), {}), kind); }

std::vector<facts::Row> Week::events(Kind kind, std::string_view name) const {
  const facts::World& world = asked_.world_on(asked_.clocks, week_before());
  const std::string row_kind(facts::kind_of(kind).name);
  const Rows some = in_view(world, Kind::events)
                        .where({{"event", Test::equals, std::string(name)},
                                {"row_kind", Test::equals, row_kind}});
  return {some.begin(), some.end()};
}

std::vector<facts::Row> Week::changed(Kind kind, std::string_view name) const {
  std::vector<facts::Row> rows = events(kind, name);
  std::transform(rows.begin(), rows.end(), rows.begin(), facts::event_subject);
  return rows;
}

Rows Week::in_view(const facts::World& world, Kind kind) const {
  return Rows(world, kind)
      .where({{"plan", Test::equals, chapter_.plan}})
      .where(query::conditions(world, asked_.selection));
}

std::vector<query::Group> Week::grouped(const Rows& rows, std::string_view field) const {
  auto groups =
      query::grouped(rows, query::find_column(rows.kind(), std::string(field)), plan_).groups;
  std::erase_if(groups, [](const query::Group& group) { return group.rows.empty(); });
  return groups;
}

document::Column Week::number(std::string_view key, words::Key<0> title) const {
  return {std::string(key), word(title), document::Align::right};
}

document::Column Week::text(std::string_view key, words::Key<0> title) const {
  return {.key = std::string(key), .title = word(title), .yields = true};
}

void Week::table(words::Key<0> title, document::Table table) {
  if (table.rows.empty()) return;
  heading(word(title), 1);
  put(std::move(table));
}

Rows asked_for(const Rows& rows) {
  return rows.where({{"counted", Test::equals, "true"}, {"open", Test::equals, "true"}});
}

Value items(const Rows& rows) {
  std::vector<long long> all;
  for (const facts::Row& row : rows) {
    const Value value = facts::value(row, "item");
    const auto* item = value.as<long long>();
    if (item && (all.empty() || all.back() != *item)) all.push_back(*item);
  }
  document::List runs;
  for (std::size_t first = 0; first < all.size();) {
    std::size_t last = first;
    while (last + 1 < all.size() && all[last + 1] == all[last] + 1) ++last;
    // Two in a row are no run yet.
    if (last == first + 1) last = first;
    const std::string end = last == first ? "" : "–" + std::to_string(all[last]);
    runs.items.emplace_back(std::to_string(all[first]) + end);
    first = last + 1;
  }
  return runs;
}

std::vector<query::Condition> between(std::string field, base::Date first, base::Date last) {
  return {{field, Test::at_least, base::iso(first)}, {field, Test::at_most, base::iso(last)}};
}

std::string text_of(const facts::Row& row, std::string_view field) {
  const Value value = facts::value(row, field);
  return value.is_absent() ? std::string(document::absent_sign) : query::plain(value);
}

}  // namespace taizhang::report
