// SPDX-License-Identifier: MIT
#include "report/charts.h"

#include <algorithm>

#include "query/groups.h"
#include "report/paper/behind.h"
#include "report/tally.h"

namespace taizhang::report {

using document::Chart;

namespace {

/// A day of a trajectory with what it expects then.
struct Expected {
  base::Date day;
  Value value;
};

/// The corners of the line that the trajectory of an indicator runs along in its term. Each value
/// comes from the field that holds it.
std::vector<Expected> corners(const Row& indicator) {
  const Value trajectory = query::field(indicator, "trajectory");
  const auto* course = trajectory.as<document::Record>();
  const Value first = facts::value(indicator, "start");
  const Value last = facts::value(indicator, "due");
  const auto* start = first.as<base::Date>();
  const auto* due = last.as<base::Date>();
  const Value target = query::field(indicator, "target");
  if (!course || !start || !due || *start >= *due || !target.as<document::Number>()) return {};
  const std::string type = query::plain(*course->find("type"));
  if (type == "hold") return {{*start, target}, {*due, target}};
  std::vector<Expected> result;
  const auto add = [&](base::Date day, const Value& value) {
    // A step keeps what was expected before it until its day.
    const bool is_step = type == "step" || type == "end";
    if (is_step && !result.empty()) result.push_back({day, result.back().value});
    result.push_back({day, value});
  };
  const Value baseline = query::field(indicator, "baseline");
  if (!baseline.is_absent()) add(*start, baseline);
  const Value* points = course->find("points");
  if (const auto* list = points ? points->as<document::List>() : nullptr) {
    for (const Value& point : list->items) {
      const auto* record = point.as<document::Record>();
      const base::Date day = *record->find("date")->as<base::Date>();
      if (day >= *due) break;
      add(day, Value(*record->find("value")).from(*trajectory.origin()));
    }
  }
  add(*due, target);
  return result;
}

}  // namespace

std::optional<Chart> chart_of_sections(const Asked& asked, const Rows& tasks, const Row& plan) {
  const facts::Asked section = query::find_column(Kind::tasks, "section");
  std::vector<query::Group> groups = query::counted_by(tasks, section, plan).groups;
  std::erase_if(groups, [](const query::Group& group) { return group.rows.empty(); });
  if (groups.size() < 2) return std::nullopt;
  Chart chart;
  chart.id = "sections";
  chart.shape = Chart::Shape::stacked;
  chart.title = asked.words[keys::chart_sections];
  chart.columns.push_back({section.field->name, section.title(asked.language())});
  for (const query::Group& group : groups) chart.rows.push_back({{label_of(asked, group)}});
  for (const facts::Known& known : facts::find_field(Kind::tasks, "class")->field->known(plan)) {
    const document::Word standing = *known.label.as<document::Word>();
    const std::vector<query::Condition> is{{"class", Test::equals, std::string(standing.name)}};
    if (tasks.where(is).empty()) continue;
    chart.columns.push_back({std::string(standing.name),
                             std::string(standing.label.in(asked.language())), Align::right});
    for (std::size_t i = 0; i < groups.size(); ++i) {
      chart.rows[i].cells.push_back(toned_count(groups[i].rows.where(is), standing.tone));
    }
  }
  return chart;
}

std::optional<Chart> chart_of_progress(const Asked& asked, const std::vector<Row>& indicators,
                                       const std::function<Value(const Row&)>& name) {
  std::vector<Row> known;
  std::ranges::copy_if(indicators, std::back_inserter(known), [](const Row& row) {
    // A place is no way that one could be part of.
    return query::plain(facts::value(row, "kind")) != "rank" &&
           facts::value(row, "value").as<document::Number>() &&
           facts::value(row, "target").as<document::Number>();
  });
  if (known.empty()) return std::nullopt;
  // As in the table beside it: of what is past its due day nothing is expected any more.
  const auto forecast = [](const Row& row) {
    return is_past_due(row) ? Value() : query::field(row, "forecast.value");
  };
  Chart chart{table_of(asked, "progress", Kind::indicators, known,
                       {{"name", nullptr, name},
                        {"light"},
                        {"value"},
                        {"expected_now"},
                        {"target"},
                        {"forecast", &keys::paper_forecast, forecast},
                        {"baseline"}})};
  chart.title = asked.words[keys::chart_progress];
  return chart;
}

std::optional<Chart> chart_of_readings(const Asked& asked, const Row& indicator) {
  std::vector<Row> rows = facts::rows_in(indicator, Kind::readings);
  std::erase_if(rows, [](const Row& row) {
    return query::plain(facts::value(row, "counts")) != "true" ||
           !facts::value(row, "value").as<document::Number>() ||
           !facts::value(row, "date").as<base::Date>();
  });
  if (rows.size() < 2) return std::nullopt;
  std::ranges::stable_sort(
      rows, {}, [](const Row& row) { return *facts::value(row, "date").as<base::Date>(); });
  const auto nothing = [](const Row&) { return Value(); };
  Chart chart{table_of(asked, "readings", Kind::readings, rows,
                       {{"date"}, {"value"}, {"expected", &keys::chart_expected, nothing}}),
              Chart::Shape::readings};
  for (const Expected& corner : corners(indicator)) {
    chart.rows.push_back({{corner.day, Value(), corner.value}});
  }
  chart.title = asked.words[keys::chart_readings];
  return chart;
}

}  // namespace taizhang::report
