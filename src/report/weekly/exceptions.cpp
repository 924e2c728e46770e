// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <memory>

#include "report/charts.h"
#include "report/paper/behind.h"
#include "report/weekly/parts.h"

namespace taizhang::report {

namespace {

/// How many measures the picture has, where fewer are red.
constexpr std::size_t in_picture = 15;

Rows of_light(const Rows& rows, const char* light) {
  return rows.where({{"light", Test::equals, light}});
}

/// How the light of a task is another than a week ago: new among the red and yellow, worse, better.
class Trend {
 public:
  explicit Trend(const Paper& paper) : asked_(paper.asked()) {
    for (const Row& row : paper.before(Kind::tasks)) {
      lights_[facts::address(row)] = text_of(row, "light");
    }
  }

  bool is_new(const Row& row) const { return was(row) != "red" && was(row) != "yellow"; }

  bool has_turned(const Row& row) const { return was(row) != text_of(row, "light"); }

  /// The light, marked where it is another than a week ago.
  Value operator()(const Row& row) const {
    Value light = facts::find_field(Kind::tasks, "light")->shown(row);
    const document::Tone tone = light.tone();
    return beside(asked_, std::move(light), mark(row)).toned(tone);
  }

 private:
  Value mark(const Row& row) const {
    if (is_new(row)) return asked_.words[keys::weekly_trend_new];
    if (was(row) == text_of(row, "light")) return {};
    return asked_
        .words[was(row) == "yellow" ? keys::weekly_trend_worse : keys::weekly_trend_better];
  }

  std::string was(const Row& row) const {
    const auto found = lights_.find(facts::address(row));
    return found == lights_.end() ? std::string() : found->second;
  }

  const Asked& asked_;
  std::map<std::string, std::string> lights_;
};

/// The yellow ones that are new come before the others: those at the end may have no room.
std::vector<Row> new_ones_first(const Rows& rows, const Trend& trend) {
  std::vector<Row> all(rows.begin(), rows.end());
  std::stable_partition(all.begin(), all.end(), [&](const Row& row) { return trend.is_new(row); });
  return all;
}

}  // namespace

void weekly_exceptions(Paper& paper) {
  const Asked& asked = paper.asked();
  const Rows tasks = paper.counted(Kind::tasks);
  const Rows red = of_light(tasks, "red");
  const Rows yellow = of_light(tasks, "yellow");
  if (red.empty() && yellow.empty()) return;
  const Trend trend(paper);
  const auto new_among = [&](const Rows& rows) {
    std::vector<Row> some;
    std::ranges::copy_if(rows, std::back_inserter(some),
                         [&](const Row& row) { return trend.has_turned(row); });
    return one_by_one(some);
  };
  paper.line("summary", say(asked, keys::weekly_exceptions, red.count(), new_among(red),
                            yellow.count(), new_among(yellow)));
  std::vector<Row> rows(red.begin(), red.end());
  const std::size_t reds = rows.size();
  std::ranges::copy(new_ones_first(yellow, trend), std::back_inserter(rows));
  Behind& behind = paper.behind();
  std::vector<Shown> columns = with_task(behind.columns());
  columns[3].get = trend;
  Exceptions all = exceptions_of(rows, "lead", "yellow_rest");
  // Red ones stand there all, however many they are.
  all.least = std::max<std::size_t>(reds, 1);
  all.weight = 2;
  all.by_name = &keys::weekly_yellow;
  paper.put(
      table_of(asked, "exceptions", Kind::tasks, paper.that_may_stand(rows, all.least), columns),
      std::move(all));
  rows.resize(std::min(rows.size(), std::max(reds, in_picture)));
  std::vector<Row> measures;
  for (const Row& row : rows) {
    const std::optional<Row> measure = behind.measure(row);
    if (measure && measure->kind == Kind::indicators) measures.push_back(*measure);
  }
  paper.picture(chart_of_progress(asked, measures, [&](const Row& row) {
    const Row task = facts::ancestor(row, Kind::tasks);
    return say(asked, keys::paper_task, facts::printed_item(task), facts::value(task, "title"),
               facts::value(row, "name"));
  }));
}

}  // namespace taizhang::report
