// SPDX-License-Identifier: MIT
#include "example/indicator.h"

#include "example/fill.h"

namespace taizhang::example {

using base::Decimal;
using model::Frequency;
using model::Kind;
using model::Qualifier;
using model::TrajectoryType;

namespace {

std::int64_t micros_of_place(const Sketch& sketch) {
  std::int64_t micros = 1'000'000;
  for (int i = 0; i < sketch.places; ++i) micros /= 10;
  return micros;
}

/// The promise in the words of a notice: 力争改造供水管网40公里以上.
std::string quote_of(const Drawn& drawn) {
  const Sketch& sketch = *drawn.sketch;
  const std::string number = decimal(sketch, drawn.target).text() + std::string(sketch.unit);
  std::string text = sketch.commitment == model::Commitment::strive ? "力争" : "";
  text += sketch.name;
  if (drawn.down()) return text + "降至" + number;
  if (sketch.kind == Kind::rank) return text + "进入前" + number;
  if (!sketch.than.empty()) {
    return text + "高于" + std::string(sketch.than) + decimal(sketch, sketch.than_by).text() +
           "个百分点以上";
  }
  switch (sketch.qualifier) {
    case Qualifier::at_least:
      return text + number + "以上";
    case Qualifier::exceed:
      return text + "突破" + number;
    case Qualifier::about:
      return text + number + "左右";
    case Qualifier::exactly:
      return text + number;
    case Qualifier::at_most:
      return text + "不超过" + number;
    case Qualifier::below:
      return text + "低于" + number;
    case Qualifier::reach:
      break;
  }
  return text + "达到" + number;
}

/// The points of a trajectory as parts of the way.
std::vector<Bend> bends_of(const Sketch& sketch, Period span) {
  if (sketch.trajectory == TrajectoryType::step && sketch.frequency == Frequency::season) {
    return {{span.month_end_at(430), 460}, {span.month_end_at(810), 1000}};
  }
  if (sketch.trajectory == TrajectoryType::step) {
    return {{span.month_end_at(230), 350}, {span.month_end_at(480), 750}, {span.end, 1000}};
  }
  if (sketch.trajectory == TrajectoryType::points) {
    return {{span.month_end_at(230), 120},
            {span.month_end_at(480), 430},
            {span.month_end_at(730), 790},
            {span.end, 1000}};
  }
  return {};
}

void set_trajectory(Drawn& drawn) {
  model::Trajectory& trajectory = drawn.indicator.trajectory;
  trajectory.type.value = drawn.sketch->trajectory;
  for (const Bend& bend : drawn.bends) {
    model::TrajectoryPoint point(unwritten);
    point.date.value = bend.date;
    point.value.value = decimal(*drawn.sketch, drawn.target * bend.permille / 1000);
    trajectory.points.items.push_back(point);
  }
}

/// Where the way begins: at the baseline, where there is one.
void set_baseline(const Frame& frame, Random& random, Drawn& drawn) {
  const Sketch& sketch = *drawn.sketch;
  if (sketch.base_high > 0) {
    drawn.base = random.between(sketch.base_low, sketch.base_high);
    drawn.indicator.baseline.one.value = decimal(sketch, drawn.base);
    drawn.indicator.baseline_date.value = frame.period.start - std::chrono::days{1};
    drawn.indicator.direction.value = drawn.down() ? model::Direction::down : model::Direction::up;
  } else if (sketch.kind == Kind::level) {
    drawn.base = drawn.target * 85 / 100;
  }
}

}  // namespace

Decimal decimal(const Sketch& sketch, std::int64_t figure) {
  return Decimal::of_micros(figure * micros_of_place(sketch));
}

Drawn draw_indicator(const Frame& frame, const Sketch& sketch, Random& random,
                     std::optional<Decimal> remaining) {
  Drawn drawn;
  drawn.sketch = &sketch;
  drawn.span = {frame.period.at(sketch.start),
                sketch.due == 1000 ? frame.period.end : frame.period.month_end_at(sketch.due)};
  drawn.target = remaining ? remaining->micros() / micros_of_place(sketch)
                           : random.between(sketch.low / sketch.round, sketch.high / sketch.round) *
                                 sketch.round;
  drawn.aim = drawn.target;
  model::Indicator& indicator = drawn.indicator;
  set(indicator.id, sketch.id);
  set(indicator.name, sketch.name);
  indicator.kind.value = sketch.kind;
  indicator.qualifier.value = sketch.qualifier;
  indicator.commitment.value = sketch.commitment;
  indicator.target.value = model::Target{decimal(sketch, drawn.target)};
  set(indicator.unit, sketch.unit);
  if (sketch.whole) indicator.integer.value = true;
  set_baseline(frame, random, drawn);
  drawn.bends = bends_of(sketch, drawn.span);
  set_trajectory(drawn);
  indicator.frequency.value = sketch.frequency;
  if (drawn.is_share_of_the_month()) {
    indicator.window.value = Frequency::month;
    set(indicator.numerator, sketch.numerator);
    set(indicator.denominator, sketch.denominator);
  }
  if (sketch.start > 0) indicator.start.value = drawn.span.start;
  if (sketch.due < 1000) indicator.due.value = drawn.span.end;
  set(indicator.quote, quote_of(drawn));
  return drawn;
}

std::vector<model::Indicator> parts_of(const Drawn& total) {
  // The first part is three fifths, rounded down; the second is what is left.
  const auto first_of = [&](Decimal value) {
    const std::int64_t place = micros_of_place(*total.sketch);
    return Decimal::of_micros(value.micros() / place * 3 / 5 * place);
  };
  std::vector<model::Indicator> parts;
  for (const std::size_t which : {std::size_t{0}, std::size_t{1}}) {
    const auto share = [&](Decimal value) {
      return which == 0 ? first_of(value) : value - first_of(value);
    };
    model::Indicator part = total.indicator;
    set(part.id, total.sketch->part_ids[which]);
    set(part.name, total.sketch->parts[which]);
    part.target.value = model::Target{share(*total.indicator.target->number)};
    part.quote = {};
    part.weight.value = Decimal();
    part.part_of = total.indicator.id;
    for (model::Reading& reading : part.readings.items) {
      if (*reading.value) reading.value.value = share(**reading.value);
      reading.extras.change().parts = {};
    }
    parts.push_back(std::move(part));
  }
  return parts;
}

}  // namespace taizhang::example
