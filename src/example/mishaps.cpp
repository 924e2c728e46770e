// SPDX-License-Identifier: MIT
#include "example/mishaps.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "example/fill.h"

namespace taizhang::example {

using base::Decimal;
using std::chrono::days;

namespace {

Decimal value_of(const Draft& draft) { return **draft.reading.value.value; }

/// A reading that takes the place of another one of the same date.
Draft correction(const Draft& wrong, std::size_t which, std::optional<Decimal> value, int later,
                 std::string_view reason, std::string_view approved_by) {
  Draft right;
  right.corrects = which;
  right.reading.date = wrong.reading.date;
  right.reading.value.value = value;
  right.reading.reported.value = *wrong.reading.reported + days{later};
  right.reading.by = wrong.reading.by;
  set(right.reading.extras.change().reason, reason);
  set(right.reading.extras.change().approved_by, approved_by);
  return right;
}

/// A figure that could be mistyped for that of `drafts[i]` and is no more than the next one and no
/// less than the one before, so that nothing seems to fall; nothing where there is no room.
std::optional<Decimal> mistyped(const Drawn& drawn, const std::vector<Draft>& drafts,
                                std::size_t i) {
  const Decimal right = value_of(drafts[i]);
  const Decimal place = decimal(*drawn.sketch, 1);
  const Decimal next = value_of(drafts[i + 1]);
  const Decimal before = i > 0 ? value_of(drafts[i - 1]) : Decimal();
  const auto half = [&](Decimal distance) {
    const std::int64_t places = distance.micros() / place.micros();
    return Decimal::of_micros((places + 1) / 2 * place.micros());
  };
  if (next > right) return right + half(next - right);
  if (before < right) return right - half(right - before);
  return std::nullopt;
}

bool mistype(const Scene& scene, const Drawn& drawn, std::vector<Draft>& drafts) {
  if (drafts.size() < 2 || drawn.is_share_of_the_month() || !drawn.sketch->parts[0].empty()) {
    return false;
  }
  const std::size_t inner = drafts.size() - 1;
  const std::size_t first = scene.random.below(inner);
  for (std::size_t step = 0; step < inner; ++step) {
    const std::size_t i = (first + step) % inner;
    if (drafts[i].corrects || drafts[i + 1].corrects) continue;
    const auto wrong = mistyped(drawn, drafts, i);
    if (!wrong) continue;
    const Decimal right = value_of(drafts[i]);
    drafts[i].reading.value.value = wrong;
    const bool too_much = *wrong > right;
    drafts.push_back(
        correction(drafts[i], i, right, scene.random.between(4, 9),
                   too_much ? "与上期数据重复计算，核减后重报" : "漏统计部分镇街数据，补充后重报",
                   county_office));
    return true;
  }
  return false;
}

bool withdraw(const Scene& scene, const Drawn& drawn, std::vector<Draft>& drafts) {
  if (drafts.size() < 3 || drawn.is_total()) return false;
  const std::size_t i = scene.random.below(drafts.size() - 1);
  if (drafts[i].corrects || drafts[i].reading.extras->provisional) return false;
  drafts.push_back(correction(drafts[i], i, std::nullopt, scene.random.between(3, 8),
                              "统计口径有误，撤回待核", county_office));
  return true;
}

bool report_twice(const Scene& scene, const Reporters& reporters, const Drawn& drawn,
                  std::vector<Draft>& drafts) {
  if (reporters.other.empty() || drafts.empty() || drawn.is_total()) return false;
  Draft same = drafts[scene.random.below(drafts.size())];
  if (same.corrects || same.reading.extras->provisional) return false;
  same.reading.reported.value = *same.reading.reported + days{1};
  set(same.reading.by, scene.frame.county.name_on(reporters.other, *same.reading.reported));
  same.reading.evidence = {};
  same.reading.extras.change().source = {};
  set(same.reading.extras.change().note, "示例：另一牵头单位同期报送，数据一致");
  drafts.push_back(std::move(same));
  return true;
}

bool is_jump(Decimal before, Decimal after, Decimal target) {
  const auto size = [](Decimal a) { return a < Decimal() ? (Decimal() - a).micros() : a.micros(); };
  const std::int64_t change = size(after - before);
  return 10 * change > 3 * size(before) && 10 * change > size(target);
}

std::string_view reason_of(model::Frequency frequency) {
  switch (frequency) {
    case model::Frequency::season:
      return "按农时集中统计，本期集中入账";
    case model::Frequency::week:
      return "天气转好，作业面集中铺开";
    case model::Frequency::quarter:
      return "季度集中验收后一次计入";
    default:
      return "本月集中完工验收，一次计入";
  }
}

}  // namespace

void settle(const Scene& scene, const Drawn& drawn, std::vector<Draft>& drafts) {
  if (drafts.empty() || drafts.back().reading.date.value != scene.frame.period.end) return;
  model::Reading& last = drafts.back().reading;
  if (drawn.is_share_of_the_month() || !scene.decks.settled.deal()) {
    if (scene.random.chance(50)) last.extras.change().final.value = true;
    return;
  }
  last.extras.change().provisional.value = true;
  set(last.extras.change().note, "示例：快报数，以统计部门核定数为准");
  // The final figure is a little less, but never below what was reported before.
  const Decimal floor = drafts.size() > 1 ? value_of(drafts[drafts.size() - 2]) : Decimal();
  const Decimal less = value_of(drafts.back()) - decimal(*drawn.sketch, 1);
  const bool may_fall = !scene.course.finished() && drawn.sketch->parts[0].empty();
  const Decimal value = may_fall && less >= floor ? less : value_of(drafts.back());
  Draft final = correction(drafts.back(), drafts.size() - 1, value, scene.random.between(12, 20),
                           "统计部门核定数", "县统计局");
  final.reading.extras.change().final.value = true;
  final.reading.extras.change().parts = last.extras->parts;
  drafts.push_back(std::move(final));
}

void go_wrong(const Scene& scene, const Reporters& reporters, const Drawn& drawn,
              std::vector<Draft>& drafts) {
  if (drawn.sketch->frequency == model::Frequency::week) return;
  if (!scene.decks.mishap_times.deal()) return;
  bool done = false;
  switch (scene.decks.mishaps.top()) {
    case Mishap::wrong_figure:
      done = mistype(scene, drawn, drafts);
      break;
    case Mishap::withdrawn:
      done = withdraw(scene, drawn, drafts);
      break;
    case Mishap::reported_twice:
      done = report_twice(scene, reporters, drawn, drafts);
      break;
  }
  // What does not suit this number stays on top for the next.
  if (done) scene.decks.mishaps.deal();
}

void give_reasons(model::Indicator& indicator, Decimal target) {
  std::map<Date, std::vector<std::optional<Decimal>>> by_date;
  for (const model::Reading& reading : indicator.readings) {
    by_date[*reading.date].push_back(*reading.value);
  }
  for (model::Reading& reading : indicator.readings.items) {
    if (!*reading.value || reading.extras->reason) continue;
    // Against the date before, and where a figure of that was withdrawn against the one before it.
    for (auto date = by_date.find(*reading.date); date != by_date.begin();) {
      --date;
      bool withdrawn = false;
      for (const std::optional<Decimal>& before : date->second) {
        if (!before)
          withdrawn = true;
        else if (is_jump(*before, **reading.value, target))
          set(reading.extras.change().reason, reason_of(*indicator.frequency));
      }
      if (!withdrawn) break;
    }
  }
}

model::Many<model::Reading> numbered(std::vector<Draft> drafts) {
  std::vector<std::size_t> order(drafts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const model::Reading& one = drafts[a].reading;
    const model::Reading& other = drafts[b].reading;
    return std::pair(*one.reported, *one.date) < std::pair(*other.reported, *other.date);
  });
  std::vector<std::string> ids(drafts.size());
  for (std::size_t i = 0; i < order.size(); ++i) ids[order[i]] = "r" + std::to_string(i + 1);
  model::Many<model::Reading> readings;
  for (const std::size_t i : order) {
    set(drafts[i].reading.id, ids[i]);
    if (drafts[i].corrects)
      set(drafts[i].reading.extras.change().corrects, ids[*drafts[i].corrects]);
    readings.items.push_back(std::move(drafts[i].reading));
  }
  return readings;
}

}  // namespace taizhang::example
