// SPDX-License-Identifier: MIT
#include "example/readings.h"

#include <algorithm>

#include "example/figures.h"
#include "example/fill.h"
#include "example/mishaps.h"

namespace taizhang::example {

using base::Decimal;
using model::Frequency;
using std::chrono::days;

namespace {

/// The days after the data date within which a report is in time.
int days_in_time(const Sketch& sketch) { return sketch.frequency == Frequency::week ? 1 : 5; }

bool is_end_of(Frequency frequency, Date date) {
  const int month = month_of(date);
  if (date != month_end(date)) return false;
  switch (frequency) {
    case Frequency::quarter:
      return month % 3 == 0;
    case Frequency::year:
      return month == 12;
    default:
      return frequency == Frequency::month;
  }
}

bool is_end_of_week(Date date) {
  return std::chrono::weekday{date} == std::chrono::Thursday;  // Friday is the day of the report
}

Habit habit_of(const Scene& scene) {
  const Habit habit = scene.decks.habits.deal();
  const bool wants_to_close = scene.course.finished() ||
                              scene.course.status == model::Status::close_requested ||
                              scene.course.status == model::Status::carried_over;
  const bool tells = habit != Habit::silent && habit != Habit::stops;
  return wants_to_close && !tells ? Habit::prompt : habit;
}

/// Whether the figure of `date` is reported at all.
bool is_reported(const Scene& scene, Habit habit, Date date, Date last) {
  if (!scene.course.goes_on_at(date)) return false;
  switch (habit) {
    case Habit::silent:
      return false;
    case Habit::stops:
      return date < scene.frame.period.at(600);
    case Habit::sometimes_missing:
      return date == last || !scene.random.chance(30);
    case Habit::prompt:
    case Habit::sometimes_late:
      break;
  }
  return true;
}

/// Put in the day of the report: in time, late, or after the fact where the plan came later.
void set_reported(const Scene& scene, const Drawn& drawn, Habit habit, model::Reading& reading) {
  Random& random = scene.random;
  const Date date = *reading.date;
  const int in_time = days_in_time(*drawn.sketch);
  if (date + days{in_time} < scene.frame.issued) {
    reading.extras.change().backfilled.value = true;
    reading.reported.value = scene.frame.issued + days{random.between(0, 3)};
    return;
  }
  const bool late = habit == Habit::sometimes_late && random.chance(40);
  const int after = !late         ? random.between(1, in_time)
                    : in_time > 1 ? random.between(8, 22)
                                  : random.between(3, 5);
  reading.reported.value = std::max(date + days{after}, scene.frame.issued);
}

/// A total of two gives both with each reading, a share of the month what it is a share of.
void set_parts(const Drawn& drawn, const Figure& figure, model::Reading& reading) {
  const Sketch& sketch = *drawn.sketch;
  const auto parts = [&]() -> auto& { return reading.extras.change().parts; };
  if (drawn.is_share_of_the_month()) {
    add(parts(), sketch.numerator, Decimal::whole(figure.numerator));
    add(parts(), sketch.denominator, Decimal::whole(figure.denominator));
  } else if (!sketch.parts[0].empty()) {
    const std::int64_t first = figure.value * 3 / 5;
    add(parts(), sketch.parts[0], decimal(sketch, first));
    add(parts(), sketch.parts[1], decimal(sketch, figure.value - first));
  }
}

void name_public_source(const Scene& scene, model::Reading& reading) {
  if (scene.decks.public_source_named) return;
  scene.decks.public_source_named = true;
  model::PublicSource& source = reading.extras.change().source;
  set(source.title, "示例：全县经济运行情况通报");
  set(source.publisher, "示例：县统计局");
  source.date.value = *reading.reported;
  set(source.url, "https://example.invalid/chengxi/notice");
  set(source.note, "示例网址，并不存在");
}

Draft draft_of(const Scene& scene, const Reporters& reporters, const Drawn& drawn, Habit habit,
               const Figure& figure) {
  Draft draft;
  model::Reading& reading = draft.reading;
  reading.date.value = figure.date;
  reading.value.value = decimal(*drawn.sketch, figure.value);
  set_reported(scene, drawn, habit, reading);
  set(reading.by, scene.frame.county.name_on(reporters.main, *reading.reported));
  set_parts(drawn, figure, reading);
  if (scene.random.chance(25)) {
    add(reading.evidence, fmt::format("示例-{}月{}明细表.xlsx", month_of(figure.date),
                                      std::string_view(drawn.sketch->name)));
  }
  name_public_source(scene, reading);
  return draft;
}

}  // namespace

std::vector<Date> data_dates(const Drawn& drawn) {
  const Frequency frequency = drawn.sketch->frequency;
  std::vector<Date> dates;
  if (frequency == Frequency::season) {
    for (const Bend& bend : drawn.bends) dates.push_back(bend.date);
    return dates;
  }
  for (Date date = drawn.span.start + days{1}; date < drawn.span.end; date += days{1}) {
    const bool is_one =
        frequency == Frequency::week ? is_end_of_week(date) : is_end_of(frequency, date);
    if (is_one) dates.push_back(date);
  }
  dates.push_back(drawn.span.end);
  return dates;
}

void report(const Scene& scene, const Reporters& reporters, Drawn& drawn) {
  const std::vector<Date> dates = data_dates(drawn);
  const Habit drawn_habit = habit_of(scene);
  const Habit habit = drawn.sketch->always_told() ? Habit::prompt : drawn_habit;
  std::vector<Draft> drafts;
  for (const Figure& figure :
       figures(drawn, dates, scene.course.pace, scene.course.finished(), scene.random)) {
    if (is_reported(scene, habit, figure.date, dates.back())) {
      drafts.push_back(draft_of(scene, reporters, drawn, habit, figure));
    }
  }
  settle(scene, drawn, drafts);
  go_wrong(scene, reporters, drawn, drafts);
  drawn.indicator.readings = numbered(std::move(drafts));
  give_reasons(drawn.indicator, decimal(*drawn.sketch, drawn.aim));
}

std::optional<Decimal> last_value(const model::Indicator& indicator) {
  const auto is_corrected = [&](const model::Reading& reading) {
    return std::any_of(
        indicator.readings.begin(), indicator.readings.end(),
        [&](const auto& other) { return other.extras->corrects.value == reading.id.value; });
  };
  const model::Reading* last = nullptr;
  for (const model::Reading& reading : indicator.readings) {
    if (!*reading.value || is_corrected(reading)) continue;
    if (!last || *reading.date >= *last->date) last = &reading;
  }
  return last ? *last->value : std::nullopt;
}

}  // namespace taizhang::example
