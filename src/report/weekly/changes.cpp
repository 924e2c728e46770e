// SPDX-License-Identifier: MIT
#include <algorithm>

#include "report/weekly/week.h"

namespace taizhang::report {

using facts::Row;

namespace {

/// The cell of `row` in the column `key`.
Value& cell(const document::Table& table, document::Row& row, std::string_view key) {
  const auto column = std::find_if(table.columns.begin(), table.columns.end(),
                                   [&](const document::Column& one) { return one.key == key; });
  return row.cells.at(static_cast<std::size_t>(column - table.columns.begin()));
}

/// The rows of `now` for which `wanted(row, the same a week ago or null)`.
template <class Wanted>
std::vector<Row> that_changed(const Rows& now, const Rows& before, Wanted wanted) {
  const auto earlier = by_address(before);
  std::vector<Row> rows;
  for (const Row& row : now) {
    const auto was = earlier.find(facts::address(row));
    if (wanted(row, was == earlier.end() ? nullptr : &was->second)) rows.push_back(row);
  }
  return rows;
}

Value light_and_class(const Asked& asked, const Row& row) {
  const Value light = facts::value(row, "light");
  const document::Tone tone = light.tone();
  return say(asked, keys::weekly_standing, light, facts::value(row, "class")).toned(tone);
}

/// The tasks whose light is another than a week ago, and why.
document::Table lights(const Week& week) {
  const Rows before = week.before(Kind::tasks);
  const auto light = [](const Row& row) { return query::plain(facts::value(row, "light")); };
  const std::vector<Row> changed =
      that_changed(week.now(Kind::tasks).where({{"counted", Test::equals, "true"}}), before,
                   [&](const Row& is, const Row* was) { return was && light(is) != light(*was); });
  document::Table table =
      week.listed("lights", Kind::tasks, changed, {{"item"}, {"title"}, {"lead"}});
  table.columns.insert(table.columns.begin() + 2,
                       {week.text("before", keys::weekly_last_week),
                        week.text("now", keys::weekly_now), week.text("why", keys::weekly_why)});
  const auto earlier = by_address(before);
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    auto& cells = table.rows[i].cells;
    cells.insert(cells.begin() + 2,
                 {light_and_class(week.asked(), earlier.at(table.rows[i].address)),
                  light_and_class(week.asked(), changed[i]), why(week.asked(), changed[i])});
  }
  return table;
}

/// The readings that count now and did not a week ago.
document::Table readings(const Week& week) {
  const query::Condition counts{"counts", Test::equals, "true"};
  const std::vector<Row> fresh = that_changed(week.now(Kind::readings).where({counts}),
                                              week.before(Kind::readings).where({counts}),
                                              [](const Row&, const Row* was) { return !was; });
  document::Table table = week.listed("readings", Kind::readings, fresh,
                                      {{"item"},
                                       {"name", &keys::weekly_indicator},
                                       {"promise"},
                                       {"value"},
                                       {"date"},
                                       {"change"},
                                       {"completion"},
                                       {"met"},
                                       {"lead"}});
  for (std::size_t i = 0; i < fresh.size(); ++i) {
    Value& change = cell(table, table.rows[i], "change");
    Value corrected = query::field(fresh[i], "corrected_value");
    if (!corrected.is_absent()) {
      change = say(week.asked(), keys::weekly_corrected_from, std::move(corrected));
    } else if (change.is_absent()) {
      change = week.word(keys::weekly_first_reading);
    }
    // What is said of the indicator holds for its newest reading alone.
    if (text_of(fresh[i], "fate") == "newest") continue;
    cell(table, table.rows[i], "completion") = {};
    cell(table, table.rows[i], "met") = {};
  }
  return table;
}

/// What stands now in the field that a change changed: the target or the due date in force.
Value in_force(const Row& change) {
  const std::string field = text_of(change, "field");
  const Row task = facts::ancestor(change, Kind::tasks);
  const std::size_t id = field.find('.');
  const std::size_t key = field.rfind('.');
  if (id == std::string::npos) return query::field(task, field);
  const facts::KindOfRow* kind = facts::find_kind(field.substr(0, id));
  if (!kind || id == key) return {};
  for (const Row& row : facts::rows_in(task, kind->kind)) {
    if (text_of(row, "id") == field.substr(id + 1, key - id - 1)) {
      return query::field(row, field.substr(key + 1));
    }
  }
  return {};
}

/// The approved changes of targets and due dates: those that took effect this week, and every
/// lowering, for a target that was lowered must not be forgotten (domain.md §8).
document::Table targets(const Week& week) {
  const auto is_of = [](const Row& row, std::string_view key) {
    return text_of(row, "field") == key || text_of(row, "field").ends_with("." + std::string(key));
  };
  const auto is_fresh = [&](const Row& row) {
    const std::string day = text_of(row, "effective");
    return day >= base::iso(week.first_day()) && day <= base::iso(week.today());
  };
  std::vector<Row> rows;
  for (const Row& row : week.now(Kind::changes).where({{"in_force", Test::equals, "true"}})) {
    const bool is_wanted = is_of(row, "target") || is_of(row, "due");
    if (text_of(row, "lowering") == "true" || (is_wanted && is_fresh(row))) rows.push_back(row);
  }
  document::Table table = week.listed("targets", Kind::changes, rows,
                                      {{"item"},
                                       {"what"},
                                       {"from"},
                                       {"to"},
                                       {"lowering"},
                                       {"effective"},
                                       {"approved_by"},
                                       {"reason"}});
  table.columns.insert(table.columns.begin() + 4, week.text("now", keys::weekly_in_force));
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    auto& cells = table.rows[i].cells;
    cells.insert(cells.begin() + 4, in_force(rows[i]));
  }
  return table;
}

document::Table milestones(const Week& week) {
  const query::Condition done{"done", Test::exists};
  const std::vector<Row> fresh = that_changed(week.now(Kind::milestones).where({done}),
                                              week.before(Kind::milestones).where({done}),
                                              [](const Row&, const Row* was) { return !was; });
  return week.listed("milestones", Kind::milestones, fresh,
                     {{"item"}, {"name", &keys::weekly_milestone}, {"done"}, {"lead"}});
}

document::Table progress(const Week& week) {
  const Rows rows = week.now(Kind::progress)
                        .where(between("date", week.first_day(), week.today()))
                        .where({{"done", Test::exists}});
  return week.listed("progress", rows, {{"item"}, {"title"}, {"done"}, {"problems"}});
}

/// The measure that has the light of its task, which takes that of the worst one.
Value worst(const Asked& asked, const Row& task) {
  for (const Kind kind : {Kind::indicators, Kind::milestones}) {
    for (const Row& row : facts::rows_in(task, kind)) {
      if (text_of(row, "counted") != "true") continue;
      if (text_of(row, "light") != text_of(task, "light")) continue;
      Value standing =
          kind == Kind::indicators ? light_and_class(asked, row) : facts::value(row, "light");
      return say(asked, keys::weekly_by_worst, facts::value(row, "name"), std::move(standing));
    }
  }
  return facts::value(task, "class");
}

}  // namespace

Value why(const Asked& asked, const Row& task) {
  if (text_of(task, "light_by_hand") == "true") {
    return say(asked, keys::weekly_by_hand, facts::value(task, "override.reason"));
  }
  return worst(asked, task);
}

void weekly_changes(Week& week) {
  week.table(keys::weekly_new_lights, lights(week));
  week.table(keys::weekly_new_readings, readings(week));
  week.table(keys::weekly_new_targets, targets(week));
  week.table(keys::weekly_new_milestones, milestones(week));
  week.table(keys::weekly_new_remarks, progress(week));
}

}  // namespace taizhang::report
