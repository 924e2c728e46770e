// SPDX-License-Identifier: MIT
#include <map>
#include <set>

#include "base/text.h"
#include "facts/events.h"
#include "report/explain/parts.h"
#include "report/weekly/week.h"

namespace taizhang::report {

using facts::Row;

namespace {

/// Those of them that have something in a field, or that say yes.
std::vector<Row> with(std::vector<Row> rows, std::string_view field) {
  std::erase_if(rows, [&](const Row& row) {
    const Value value = facts::value(row, field);
    return value.is_absent() || (value.as<bool>() && !*value.as<bool>());
  });
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
  std::map<std::string, Row> earlier;
  for (const Row& event : week.events(Kind::tasks, "light")) {
    earlier.emplace(facts::address(facts::event_subject(event)), *facts::event_before(event));
  }
  return table_of(
      week.asked(), "lights", Kind::tasks, with(week.changed(Kind::tasks, "light"), "counted"),
      {{"item"},
       {"title"},
       {"before", &keys::weekly_last_week,
        [&](const Row& row) { return light_and_class(asked, earlier.at(facts::address(row))); }},
       {"now", &keys::weekly_now, [&](const Row& row) { return light_and_class(asked, row); }},
       {"why", &keys::weekly_why,
        [&](const Row& row) {
          return why_light(asked, row, facts::trace(row, facts::Need::figures));
        }},
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

/// The readings that count now and did not a week ago, in the order of the ledger.
document::Table readings(const Week& week) {
  std::set<std::string> fresh;
  for (const std::string_view name : {"reading", "reading_corrected", "reading_restored"}) {
    for (const Row& row : week.changed(Kind::readings, name)) fresh.insert(facts::address(row));
  }
  const Rows counting = week.now(Kind::readings).where({{"counts", Test::equals, "true"}});
  std::vector<Row> rows(counting.begin(), counting.end());
  std::erase_if(rows, [&](const Row& row) { return !fresh.contains(facts::address(row)); });
  // What is said of the indicator holds for its newest reading alone.
  const auto of_newest = [](std::string_view field) {
    return [field](const Row& row) {
      return text_of(row, "fate") == "newest" ? query::field(row, field) : Value();
    };
  };
  return table_of(week.asked(), "readings", Kind::readings, rows,
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
  std::set<std::string> fresh;
  for (const Row& row : week.changed(Kind::changes, "change")) fresh.insert(facts::address(row));
  const Rows approved = week.now(Kind::changes).where({{"in_force", Test::equals, "true"}});
  std::vector<Row> rows(approved.begin(), approved.end());
  std::erase_if(rows, [&](const Row& row) {
    const bool is_wanted =
        is_of_promise(text_of(row, "field")) && fresh.contains(facts::address(row));
    return text_of(row, "loosening") != "true" && !is_wanted;
  });
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
  return table_of(week.asked(), "milestones", Kind::milestones,
                  week.changed(Kind::milestones, "milestone_done"),
                  {{"item"}, {"name", &keys::weekly_milestone}, {"done"}, {"lead"}});
}

document::Table progress(const Week& week) {
  return table_of(week.asked(), "progress", Kind::progress,
                  with(week.changed(Kind::progress, "progress"), "done"),
                  {{"item"}, {"title"}, {"done"}, {"problems"}});
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
