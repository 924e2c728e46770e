// SPDX-License-Identifier: MIT
//
// A figure is where the work stands: base + (aim − base) · way · speed. `way` is what the
// trajectory expects by the date, `speed` how far the work is ahead or behind; both are whole
// numbers (millionths and thousandths), so that every machine draws the same ledger.
#include "example/figures.h"

#include <algorithm>

namespace taizhang::example {

using model::Kind;
using model::TrajectoryType;

namespace {

constexpr std::int64_t whole_way = 1'000'000;

/// The speed at the beginning and at the end, in thousandths of what is due.
struct Speed {
  int first;
  int last;
};

Speed speed_of(Pace pace, Random& random) {
  switch (pace) {
    case Pace::ahead:
      return {random.between(1060, 1150), random.between(1030, 1120)};
    case Pace::steady:
      return {random.between(980, 1040), random.between(1000, 1020)};
    case Pace::slightly_behind:
      return {random.between(850, 930), random.between(880, 960)};
    case Pace::far_behind:
      return {random.between(350, 600), random.between(500, 720)};
    case Pace::catching_up:
      return {random.between(650, 780), random.between(1000, 1020)};
    case Pace::fading:
      return {random.between(1000, 1060), random.between(800, 900)};
    case Pace::early: {
      const int speed = random.between(1350, 1450);
      return {speed, speed};
    }
    case Pace::far_over:
      break;
  }
  return {random.between(1150, 1250), random.between(1340, 1400)};
}

/// The part of the time that has gone by on `date`, in millionths.
std::int64_t time_gone(Period span, Date date) {
  return Period{span.start, date}.days() * whole_way / span.days();
}

/// The part of the way that is due on `date`, in millionths.
std::int64_t way_due(const Drawn& drawn, Date date) {
  if (drawn.sketch->trajectory == TrajectoryType::end) {
    const std::int64_t gone = time_gone(drawn.span, date);
    return gone * gone / whole_way;
  }
  if (drawn.bends.empty()) return time_gone(drawn.span, date);
  Bend before{drawn.span.start, 0};
  for (const Bend& bend : drawn.bends) {
    if (date <= bend.date) {
      const auto days = (bend.date - before.date).count();
      const auto done = (date - before.date).count();
      return 1000 * (before.permille + (bend.permille - before.permille) * done / days);
    }
    before = bend;
  }
  return whole_way;
}

/// Whether the full target is expected at any date.
bool is_hold(const Drawn& drawn) {
  const Sketch& sketch = *drawn.sketch;
  if (sketch.trajectory) return *sketch.trajectory == TrajectoryType::hold;
  if (sketch.kind == Kind::rank) return true;
  if (drawn.is_ceiling()) return sketch.kind != Kind::cumulative;
  return sketch.kind == Kind::growth || (sketch.kind == Kind::ratio && sketch.base_high == 0);
}

std::int64_t hundred_per_cent(const Sketch& sketch) {
  std::int64_t hundred = 100;
  for (int i = 0; i < sketch.places; ++i) hundred *= 10;
  return hundred;
}

/// The least figure, in the indicator's direction, that meets the target.
std::int64_t enough(const Drawn& drawn) {
  if (drawn.sketch->qualifier == model::Qualifier::below) return drawn.aim - 1;
  return drawn.sketch->qualifier == model::Qualifier::exceed ? drawn.aim + 1 : drawn.aim;
}

/// Whether less is better: the work goes down, or must not go over.
bool less_is_better(const Drawn& drawn) {
  return drawn.down() || drawn.is_ceiling() || drawn.sketch->kind == Kind::rank;
}

/// What goes well takes less of what it may not exceed.
int speed_below(int speed) { return std::min(1940 - speed, 1200); }

/// A place in a ranking: what falls behind comes after others.
std::int64_t place_at(std::int64_t aim, int speed) {
  return std::max<std::int64_t>(
      1, aim + (speed < 970 ? 1 : 0) + (speed < 850 ? 1 : 0) - (speed > 1015 ? 1 : 0));
}

Figure share_of_the_month(Date date, int speed, std::int64_t cases, Random& random) {
  Figure figure{date, 0};
  figure.denominator = cases + random.between(-cases / 20, cases / 20);
  // Hardly anybody is passed over where the work goes on as it should.
  const int share = speed >= 970 ? 1000 : 1000 - (1000 - speed) / 4;
  figure.numerator = figure.denominator * share / 1000;
  figure.value = 100 * figure.numerator / figure.denominator;
  return figure;
}

}  // namespace

std::vector<Figure> figures(const Drawn& drawn, const std::vector<Date>& dates, Pace pace,
                            bool must_meet, Random& random) {
  const Sketch& sketch = *drawn.sketch;
  const bool early = pace == Pace::early;
  // What is to be held all year cannot be finished early.
  const Speed speed = speed_of(early && is_hold(drawn) ? Pace::steady : pace, random);
  const std::int64_t cases = random.between(180, 1600);
  const std::int64_t distance = drawn.aim - drawn.base;
  std::vector<Figure> result;
  for (const Date date : dates) {
    const std::int64_t gone = time_gone(drawn.span, date);
    const int drawn_speed =
        static_cast<int>(speed.first + (speed.last - speed.first) * gone / whole_way) +
        random.between(-12, 12);
    const int now = drawn.is_ceiling() ? speed_below(drawn_speed) : drawn_speed;
    if (drawn.is_share_of_the_month()) {
      result.push_back(share_of_the_month(date, must_meet ? 1000 : now, cases, random));
      continue;
    }
    Figure figure{date, 0};
    if (sketch.kind == Kind::rank) {
      figure.value = place_at(drawn.aim, now);
    } else if (is_hold(drawn)) {
      // What has to be held is missed by less than what has to be reached.
      const int held = now < 1000 && sketch.kind == Kind::ratio ? 1000 - (1000 - now) / 3 : now;
      figure.value = drawn.aim * held / 1000;
    } else {
      figure.value = drawn.base + distance * (way_due(drawn, date) * now / 1000) / whole_way;
    }
    const bool is_last = date == dates.back();
    if (early && !is_hold(drawn) && !drawn.is_ceiling()) {
      figure.value = drawn.down() ? std::max(figure.value, enough(drawn))
                                  : std::min(figure.value, enough(drawn));
    }
    if (must_meet && (is_last || drawn.is_ceiling())) {
      figure.value = less_is_better(drawn) ? std::min(figure.value, enough(drawn))
                                           : std::max(figure.value, enough(drawn));
    }
    if (sketch.kind == Kind::ratio) figure.value = std::min(figure.value, hundred_per_cent(sketch));
    if (sketch.kind != Kind::growth) figure.value = std::max<std::int64_t>(figure.value, 0);
    if (sketch.kind == Kind::cumulative && !result.empty()) {
      figure.value = std::max(figure.value, result.back().value);
    }
    result.push_back(figure);
  }
  return result;
}

}  // namespace taizhang::example
