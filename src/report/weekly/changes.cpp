// SPDX-License-Identifier: MIT
#include <map>
#include <set>

#include "base/text.h"
#include "report/explain/parts.h"
#include "report/weekly/week.h"

namespace taizhang::report {

using facts::Row;

namespace {

/// The rows of `now` that are not among those of `before` with the same value in `field`.
std::vector<Row> fresh(const Rows& now, const Rows& before, std::string_view field) {
  std::set<std::pair<std::string, std::string>> known;
  for (const Row& row : before) known.emplace(facts::address(row), text_of(row, field));
  std::vector<Row> rows;
  for (const Row& row : now) {
    if (!known.contains({facts::address(row), text_of(row, field)})) rows.push_back(row);
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
  const Asked& asked = week.asked();
  const Rows before = week.before(Kind::tasks);
  std::map<std::string, Row> earlier;
  for (const Row& row : before) earlier.emplace(facts::address(row), row);
  const Rows now = week.now(Kind::tasks).where({{"counted", Test::equals, "true"}});
  return table_of(
      week.asked(), "lights", Kind::tasks, fresh(now, before, "light"),
      {{"item"},
       {"title"},
       {"before", &keys::weekly_last_week,
        [&](const Row& row) { return light_and_class(asked, earlier.at(facts::address(row))); }},
       {"now", &keys::weekly_now, [&](const Row& row) { return light_and_class(asked, row); }},
       {"why", &keys::weekly_why, [&](const Row& row) { return why_light(asked, row); }},
       {"lead"}});
}

/// The value that is reported; of nothing there is none to tell.
Value reported(const Asked& asked, const Row& reading) {
  if (text_of(reading, "applicable") == "true") return query::field(reading, "value");
  return asked.words[keys::weekly_not_applicable];
}

/// The step from the reading before, or that there is none, or what it puts right.
Value step(const Asked& asked, const Row& reading) {
  if (text_of(reading, "applicable") != "true") return {};
  Value corrected = query::field(reading, "corrected_value");
  if (!corrected.is_absent()) return say(asked, keys::weekly_corrected_from, std::move(corrected));
  Value change = query::field(reading, "change");
  return change.is_absent() ? Value(asked.words[keys::weekly_first_reading]) : change;
}

/// The readings that count now and did not a week ago.
document::Table readings(const Week& week) {
  const query::Condition counts{"counts", Test::equals, "true"};
  // What is said of the indicator holds for its newest reading alone.
  const auto of_newest = [](std::string_view field) {
    return [field](const Row& row) {
      return text_of(row, "fate") == "newest" ? query::field(row, field) : Value();
    };
  };
  return table_of(week.asked(), "readings", Kind::readings,
                  fresh(week.now(Kind::readings).where({counts}),
                        week.before(Kind::readings).where({counts}), "counts"),
                  {{"item"},
                   {"name", &keys::weekly_indicator},
                   {"promise"},
                   {"value", nullptr, [&](const Row& row) { return reported(week.asked(), row); }},
                   {"date"},
                   {"change", nullptr, [&](const Row& row) { return step(week.asked(), row); }},
                   {"completion", nullptr, of_newest("completion")},
                   {"met", nullptr, of_newest("met")},
                   {"lead"}});
}

/// The row in `parent` of this kind whose `key` is `name`.
std::optional<Row> row_in(const Row& parent, Kind kind, std::string_view key,
                          const std::string& name) {
  for (const Row& row : facts::rows_in(parent, kind)) {
    if (text_of(row, key) == name) return row;
  }
  return std::nullopt;
}

/// The value on the day of what a change changed: `due`, `milestones.site.due`,
/// `indicators.piles.target`, `indicators.piles.targets.东坡区`.
Value in_force(const Row& change) {
  const std::string field = text_of(change, "field");
  const std::vector<std::string_view> steps = base::split(field, '.');
  std::optional<Row> subject = facts::ancestor(change, Kind::tasks);
  std::string key(steps.front());
  if (steps.size() >= 3) {
    const facts::KindOfRow* kind = facts::find_kind(key);
    if (!kind) return {};
    subject = row_in(*subject, kind->kind, "id", std::string(steps[1]));
    key = field.substr(steps[0].size() + steps[1].size() + 2);
    if (steps.size() == 4 && steps[2] == "targets" && subject) {
      subject = row_in(*subject, Kind::shares, "unit", std::string(steps[3]));
      key = "target";
    }
  }
  if (!subject || !facts::find_field(subject->kind, key)) return {};
  return query::field(*subject, key);
}

/// Whether a change is of what was promised: how much, or by when.
bool is_of_promise(const std::string& field) {
  return ("." + field).ends_with(".due") || field.ends_with(".target") ||
         field.ends_with(".than.by") || field.find(".targets.") != std::string::npos;
}

/// The approved changes of targets and due dates: those that took effect this week, and every
/// loosening, for it must not be forgotten (RULES.md §4, change).
document::Table targets(const Week& week) {
  std::vector<Row> rows;
  for (const Row& row : week.now(Kind::changes).where({{"in_force", Test::equals, "true"}})) {
    const std::string day = text_of(row, "effective");
    const bool is_fresh = day >= base::iso(week.first_day()) && day <= base::iso(week.today());
    const bool is_wanted = is_fresh && is_of_promise(text_of(row, "field"));
    if (is_wanted || text_of(row, "loosening") == "true") rows.push_back(row);
  }
  return table_of(week.asked(), "targets", Kind::changes, rows,
                  {{"item"},
                   {"what"},
                   {"from"},
                   {"to", &keys::weekly_changed_to},
                   {"now", &keys::weekly_in_force, in_force},
                   {"loosening"},
                   {"effective"},
                   {"approved_by"},
                   {"reason"}});
}

document::Table milestones(const Week& week) {
  const query::Condition done{"done", Test::exists};
  return table_of(week.asked(), "milestones", Kind::milestones,
                  fresh(week.now(Kind::milestones).where({done}),
                        week.before(Kind::milestones).where({done}), "done"),
                  {{"item"}, {"name", &keys::weekly_milestone}, {"done"}, {"lead"}});
}

document::Table progress(const Week& week) {
  const Rows rows = week.now(Kind::progress)
                        .where(between("date", week.first_day(), week.today()))
                        .where({{"done", Test::exists}});
  return table_of(week.asked(), "progress", rows, {{"item"}, {"title"}, {"done"}, {"problems"}});
}

}  // namespace

void weekly_changes(Week& week) {
  week.table(keys::weekly_new_lights, lights(week));
  week.table(keys::weekly_new_readings, readings(week));
  week.table(keys::weekly_new_targets, targets(week));
  week.table(keys::weekly_new_milestones, milestones(week));
  week.table(keys::weekly_new_remarks, progress(week));
}

}  // namespace taizhang::report
