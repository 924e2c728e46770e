// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "facts/events.h"
#include "report/paper/behind.h"
#include "report/paper/records.h"
#include "report/weekly/parts.h"

namespace taizhang::report {

namespace {

/// How many rows of one table a short plan names.
constexpr std::size_t most_lights = 4;
constexpr std::size_t most_readings = 4;
constexpr std::size_t most_others = 3;

/// A light; a grey one with what it means.
Value light_of(const Asked& asked, const Row& row) {
  Value light = facts::find_field(row.kind, "light")->shown(row);
  if (text_of(row, "light") != "grey") return light;
  const document::Tone tone = light.tone();
  return beside(asked, std::move(light), facts::value(row, "class")).toned(tone);
}

/// The tasks whose light is another than a week ago, and by which rule: worse ones before better.
void lights(Paper& paper) {
  const Asked& asked = paper.asked();
  std::map<std::string, Row> earlier;
  for (const Row& event : paper.events(Kind::tasks, "light")) {
    earlier.emplace(facts::address(facts::event_subject(event)), *facts::event_before(event));
  }
  std::vector<Row> rows = paper.changed(Kind::tasks, "light");
  std::erase_if(rows, [](const Row& row) { return text_of(row, "counted") != "true"; });
  const auto is_bad = [](const Row& row) {
    const std::string light = text_of(row, "light");
    return light == "red" || light == "yellow";
  };
  std::ranges::stable_partition(rows, is_bad);
  Behind behind(asked);
  rows = paper.named("lights_rest", std::move(rows), paper.room(most_lights), "lead");
  paper.table(
      keys::weekly_new_lights,
      table_of(
          asked, "lights", Kind::tasks, rows,
          with_task(
              {{"before", &keys::weekly_last_week,
                [&](const Row& row) { return light_of(asked, earlier.at(facts::address(row))); }},
               {"now", &keys::weekly_now, [&](const Row& row) { return light_of(asked, row); }},
               {"rule", &keys::weekly_rule, [&](const Row& row) { return behind.rule(row); }}})));
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

/// Corrections come first, then what is behind; what is on schedule is no exception.
int rank(const Row& reading) {
  if (!facts::value(reading, "corrected_value").is_absent()) return 0;
  const std::string light = text_of(facts::ancestor(reading, Kind::indicators), "light");
  return light == "red" ? 1 : light == "yellow" ? 2 : 3;
}

/// The readings that count now and did not a week ago.
void readings(Paper& paper) {
  const Asked& asked = paper.asked();
  std::set<std::string> fresh;
  for (const std::string_view name : {"reading", "reading_corrected", "reading_restored"}) {
    for (const Row& row : paper.changed(Kind::readings, name)) fresh.insert(facts::address(row));
  }
  const Rows counting = paper.now(Kind::readings).where({{"counts", Test::equals, "true"}});
  std::vector<Row> rows(counting.begin(), counting.end());
  std::erase_if(rows, [&](const Row& row) { return !fresh.contains(facts::address(row)); });
  if (rows.size() > paper.room(most_readings)) std::ranges::stable_sort(rows, {}, rank);
  rows = paper.named("readings_rest", std::move(rows), paper.room(most_readings), "lead");
  // What is said of the indicator holds for its newest reading alone.
  const auto of_newest = [](std::string_view field) {
    return [field](const Row& row) {
      return text_of(row, "fate") == "newest" ? query::field(row, field) : Value();
    };
  };
  paper.table(
      keys::weekly_new_readings,
      table_of(asked, "readings", Kind::readings, rows,
               with_task({{"name", &keys::weekly_indicator},
                          {"promise"},
                          {"value", nullptr, [&](const Row& row) { return reported(asked, row); }},
                          {"date"},
                          {"change", nullptr, [&](const Row& row) { return step(asked, row); }},
                          {"completion", nullptr, of_newest("completion")}})));
}

/// The approved changes of targets and due dates of this week; of those before it, which ask for
/// less than was promised, one line: they are named in the monthly report.
void targets(Paper& paper) {
  std::set<std::string> fresh;
  for (const Row& row : paper.changed(Kind::changes, "change")) fresh.insert(facts::address(row));
  const Rows approved = changes_of_promise(paper);
  std::vector<Row> rows;
  std::vector<Row> earlier;
  for (const Row& row : approved) {
    if (fresh.contains(facts::address(row))) {
      rows.push_back(row);
    } else if (text_of(row, "loosening") == "true") {
      earlier.push_back(row);
    }
  }
  paper.table(keys::weekly_new_targets,
              table_of(paper.asked(), "targets", Kind::changes, rows, columns_of_changes()));
  if (!earlier.empty()) {
    paper.line("loosened", say(paper.asked(), keys::weekly_loosened, one_by_one(earlier)));
  }
}

void milestones(Paper& paper) {
  std::vector<Row> rows = paper.changed(Kind::milestones, "milestone_done");
  std::erase_if(rows, [](const Row& row) { return text_of(row, "counted") != "true"; });
  rows = paper.named("milestones_rest", std::move(rows), paper.room(most_others), "lead");
  paper.table(keys::weekly_new_milestones,
              table_of(paper.asked(), "milestones", Kind::milestones, rows,
                       with_task({{"name", &keys::weekly_milestone}, {"due"}, {"done"}})));
}

}  // namespace

void weekly_changes(Paper& paper) {
  lights(paper);
  readings(paper);
  milestones(paper);
  targets(paper);
}

}  // namespace taizhang::report
