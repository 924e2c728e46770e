// SPDX-License-Identifier: MIT
#include "measure/completion.h"

#include <doctest/doctest.h>

#include "measure/schedule.h"
#include "values.h"

namespace measure_completion_test {

using namespace taizhang;
using model::Direction;
using model::Indicator;
using model::Kind;
using model::Qualifier;
using model::Rules;
using test::dec;
using test::exact;
using test::given;

namespace {

Indicator indicator(Kind kind, const std::string& unit = "个",
                    Qualifier qualifier = Qualifier::at_least) {
  Indicator result(source::start_of(0));
  result.kind = given(kind);
  result.unit = given(unit);
  result.qualifier = given(qualifier);
  return result;
}

Indicator with_baseline(Indicator result, const std::string& baseline) {
  result.baseline.one = given(dec(baseline));
  return result;
}

Indicator with_trajectory(Indicator result, model::TrajectoryType type) {
  result.trajectory.type = given(type);
  return result;
}

Indicator down(Indicator result) {
  result.direction = given(Direction::down);
  return result;
}

base::Ratio number(const std::string& text) { return base::to_ratio(dec(text)); }

/// The completion on the day of the data, which is that of the due date or one before.
std::string complete(const Indicator& of, const std::string& target, const std::string& value,
                     const std::string& on = "2023-12-31") {
  model::Plan plan(source::start_of(0));
  plan.period.start = given(test::day("2023-01-01"));
  plan.period.end = given(test::day("2023-12-31"));
  const model::Task task(source::start_of(0));
  const auto& baseline = of.baseline.one;
  const auto terms = measure::terms_of(
      plan, task, of,
      {number(target), baseline ? std::optional(base::to_ratio(*baseline)) : std::nullopt},
      test::day("2023-12-31"));
  if (!terms) return "none";
  const measure::AboutLimits about = measure::limits_of(model::AboutRules());
  const bool met =
      measure::is_met(measure::gauge_of(of, Rules(), about), number(target), number(value));
  const auto expected = measure::expected(*terms, test::day(on));
  const auto ratio = measure::schedule_ratio(*terms, expected, number(value), met);
  return exact(measure::completion(*terms, number(value), met, ratio, on == "2023-12-31"));
}

bool met(const Indicator& of, const std::string& target, const std::string& value,
         const Rules& rules = {}) {
  const measure::AboutLimits about = measure::limits_of(rules.about);
  return measure::is_met(measure::gauge_of(of, rules, about), number(target), number(value));
}

Indicator promise(Qualifier qualifier, const std::string& unit = "个") {
  return indicator(Kind::cumulative, unit, qualifier);
}

}  // namespace

TEST_SUITE_BEGIN("measure");

TEST_CASE("A running total without a baseline starts from nothing") {
  const Indicator piles = indicator(Kind::cumulative);
  CHECK(complete(piles, "221", "126") == "126/221");
  CHECK(complete(piles, "221", "0") == "0");
  CHECK(complete(piles, "221", "221") == "1");
  // Item 43: 44.31 / 44.16 = 4431/4416, both by three. Above one stays above one.
  CHECK(complete(indicator(Kind::cumulative, "万亩"), "44.16", "44.31") == "1477/1472");
}

TEST_CASE("A running total with a baseline counts from it") {
  const Indicator piles = with_baseline(indicator(Kind::cumulative), "20");
  CHECK(complete(piles, "120", "70") == "1/2");    // 50 of 100
  CHECK(complete(piles, "120", "10") == "-1/10");  // fell below where it began
  CHECK(complete(piles, "120", "130") == "11/10");
}

TEST_CASE("A stock counts from its baseline, without one it is a share of the target") {
  CHECK(complete(with_baseline(indicator(Kind::level), "100"), "150", "120") == "2/5");
  CHECK(complete(indicator(Kind::level), "150", "120") == "4/5");
}

TEST_CASE("A ratio counts as a stock does") {
  CHECK(complete(with_baseline(indicator(Kind::ratio, "%"), "80"), "90", "85") == "1/2");
  CHECK(complete(indicator(Kind::ratio, "%"), "90", "45") == "1/2");
}

TEST_CASE("A ratio that promises all, or has a window, is a share of the target") {
  const Indicator coverage = with_baseline(indicator(Kind::ratio, "%"), "90");
  CHECK(complete(coverage, "100", "99") == "99/100");
  Indicator monthly = with_baseline(indicator(Kind::ratio, "%"), "80");
  CHECK(complete(monthly, "90", "81") == "1/10");  // 1 of 10 points
  monthly.window = given(model::Frequency::month);
  CHECK(complete(monthly, "90", "81") == "9/10");
}

TEST_CASE("What a ratio is held to can be said by its trajectory") {
  const Indicator plain = with_baseline(indicator(Kind::ratio, "%"), "80");
  CHECK(complete(with_trajectory(plain, model::TrajectoryType::hold), "90", "81") == "9/10");
  // A full coverage that may grow over the year.
  CHECK(complete(with_trajectory(plain, model::TrajectoryType::linear), "100", "90") == "1/2");
}

TEST_CASE("Only a ratio of 100 is held by itself") {
  CHECK(measure::is_hold(indicator(Kind::ratio, "%"), number("100")));
  CHECK_FALSE(measure::is_hold(indicator(Kind::ratio, "%"), number("99.9")));
  CHECK_FALSE(measure::is_hold(indicator(Kind::cumulative), number("100")));
  CHECK_FALSE(measure::is_hold(indicator(Kind::level), number("100")));
}

TEST_CASE("A growth is held to its target at any date") {
  // RULES.md §4, table of kinds: the default trajectory of growth is `hold`.
  CHECK(measure::is_hold(indicator(Kind::growth, "%"), number("8")));
  CHECK_FALSE(measure::is_hold(
      with_trajectory(indicator(Kind::growth, "%"), model::TrajectoryType::linear), number("8")));
}

TEST_CASE("A growth that is met is complete, one that is not is a share of the target") {
  const Indicator growth = indicator(Kind::growth, "%");
  CHECK(complete(growth, "8", "8") == "1");
  CHECK(complete(growth, "8", "9.5") == "1");
  CHECK(complete(growth, "8", "6") == "3/4");
  CHECK(complete(growth, "8", "-2") == "-1/4");
  CHECK(complete(growth, "0", "-2") == "0");
  CHECK(complete(growth, "0", "0") == "1");
}

TEST_CASE("A growth of about a target is complete within half a point") {
  const Indicator about = indicator(Kind::growth, "%", Qualifier::about);
  CHECK(complete(about, "6", "5.5") == "1");
  CHECK(complete(about, "6", "5.4") == "9/10");
}

TEST_CASE("Kilometres left give the same completion as kilometres done") {
  // RULES.md §8, item 39: 27.34 left, to be 0. 6.84 done = 20.5 left; 684/2734 = 342/1367.
  const Indicator left = down(with_baseline(indicator(Kind::level, "公里"), "27.34"));
  CHECK(complete(left, "0", "20.5") == "342/1367");
  CHECK(complete(indicator(Kind::cumulative, "公里"), "27.34", "6.84") == "342/1367");
  CHECK(complete(left, "0", "27.34") == "0");
  CHECK(complete(left, "0", "0") == "1");
}

TEST_CASE("Where lower is better and nothing was there before, it is target by value") {
  const Indicator rate =
      down(with_trajectory(indicator(Kind::ratio, "%"), model::TrajectoryType::hold));
  CHECK(complete(rate, "5", "10") == "1/2");
  CHECK(complete(rate, "5", "4") == "1");  // met is met
  CHECK(complete(rate, "5", "0") == "1");
  CHECK(complete(rate, "0", "3") == "0");
}

TEST_CASE("A target that equals the baseline is held: a share of the target at any date") {
  const Indicator stay = with_baseline(indicator(Kind::level), "50");
  CHECK(complete(stay, "50", "50") == "1");
  CHECK(complete(stay, "50", "60") == "6/5");
  CHECK(complete(stay, "50", "40") == "4/5");
  CHECK(complete(down(stay), "50", "40") == "1");
  CHECK(complete(down(stay), "50", "60") == "5/6");
  // Nothing to share: it is met or not, once it is due.
  CHECK(complete(indicator(Kind::level), "0", "120") == "1");
  CHECK(complete(indicator(Kind::level), "0", "-1") == "0");
  CHECK(complete(indicator(Kind::level), "0", "120", "2023-06-30") == "none");
}

TEST_CASE("Without a kind there is no completion") {
  CHECK(complete(Indicator(source::start_of(0)), "10", "5") == "none");
}

TEST_CASE("At least, reach and exactly are met by the target itself and by more") {
  for (const Qualifier qualifier : {Qualifier::at_least, Qualifier::reach, Qualifier::exactly}) {
    CHECK_FALSE(met(promise(qualifier), "221", "220"));
    CHECK(met(promise(qualifier), "221", "221"));
    CHECK(met(promise(qualifier), "221", "230"));
  }
  CHECK_FALSE(met(promise(Qualifier::reach, "%"), "100", "99.99"));
}

TEST_CASE("To exceed 300 takes more than 300") {
  CHECK_FALSE(met(promise(Qualifier::exceed), "300", "299"));
  CHECK_FALSE(met(promise(Qualifier::exceed), "300", "300"));
  CHECK(met(promise(Qualifier::exceed), "300", "301"));
  CHECK(met(promise(Qualifier::exceed, "亿元"), "300", "300.000001"));
}

TEST_CASE("About ten or more things allows a tenth below, rounded up") {
  const Indicator about = promise(Qualifier::about);
  CHECK(met(about, "10", "9"));
  CHECK_FALSE(met(about, "10", "8"));
  CHECK(met(about, "15", "14"));  // 13.5
  CHECK_FALSE(met(about, "15", "13"));
  CHECK(met(about, "100", "90"));
  CHECK_FALSE(met(about, "100", "89"));
  CHECK(met(about, "100", "130"));
}

TEST_CASE("About a rank allows nothing: a place is reached or it is not") {
  const Indicator rank = indicator(Kind::rank, "位", Qualifier::about);
  CHECK(met(rank, "24", "24"));
  CHECK_FALSE(met(rank, "24", "25"));
}

TEST_CASE("About fewer than ten things allows nothing below") {
  CHECK(met(promise(Qualifier::about), "9", "9"));
  CHECK_FALSE(met(promise(Qualifier::about), "9", "8"));
  CHECK_FALSE(met(promise(Qualifier::about), "1", "0"));
}

TEST_CASE("About a percentage allows half a point below") {
  const Indicator about = indicator(Kind::ratio, "%", Qualifier::about);
  CHECK(met(about, "4", "3.5"));
  CHECK_FALSE(met(about, "4", "3.49"));
  CHECK(met(about, "95", "94.5"));
  CHECK_FALSE(met(about, "95", "94.4"));
}

TEST_CASE("About an amount that is not counted allows a twentieth below, not rounded") {
  CHECK(met(promise(Qualifier::about, "亿元"), "15", "14.25"));
  CHECK_FALSE(met(promise(Qualifier::about, "亿元"), "15", "14.24"));
  CHECK(met(promise(Qualifier::about, "亿元"), "5", "4.75"));
}

TEST_CASE("Where lower is better everything is mirrored") {
  CHECK(met(down(promise(Qualifier::at_least)), "5", "5"));
  CHECK(met(down(promise(Qualifier::at_least)), "5", "4"));
  CHECK_FALSE(met(down(promise(Qualifier::at_least)), "5", "6"));
  CHECK(met(down(promise(Qualifier::exactly)), "5", "4"));
  CHECK(met(down(promise(Qualifier::exceed)), "300", "299"));
  CHECK_FALSE(met(down(promise(Qualifier::exceed)), "300", "300"));
  CHECK(met(down(promise(Qualifier::about)), "10", "11"));
  CHECK_FALSE(met(down(promise(Qualifier::about)), "10", "12"));
  CHECK(met(down(promise(Qualifier::about)), "15", "16"));  // 16.5, rounded towards the target
  CHECK_FALSE(met(down(promise(Qualifier::about)), "15", "17"));
  CHECK_FALSE(met(down(promise(Qualifier::about)), "9", "10"));
  CHECK(met(down(indicator(Kind::ratio, "%", Qualifier::about)), "4", "4.5"));
  CHECK_FALSE(met(down(indicator(Kind::ratio, "%", Qualifier::about)), "4", "4.6"));
}

TEST_CASE("A plan may say for itself what about allows") {
  Rules rules;
  rules.about.percent_below = given(dec("20"));
  CHECK(met(promise(Qualifier::about), "10", "8", rules));
  CHECK_FALSE(met(promise(Qualifier::about), "10", "7", rules));
  rules.about.smallest_count = given(20);
  CHECK_FALSE(met(promise(Qualifier::about), "15", "14", rules));
  CHECK(met(promise(Qualifier::about), "20", "16", rules));
  rules.about.points_below = given(dec("1"));
  CHECK(met(promise(Qualifier::about, "%"), "4", "3", rules));
}

TEST_CASE("About allows a part of the way from the baseline, not of the whole stock") {
  const Indicator from_80 =
      with_baseline(indicator(Kind::level, "个", Qualifier::about), "80");  // 20 to go
  CHECK(met(from_80, "100", "98"));
  CHECK_FALSE(met(from_80, "100", "97"));
  // Nine to go: nothing is allowed.
  CHECK_FALSE(
      met(with_baseline(indicator(Kind::level, "个", Qualifier::about), "91"), "100", "99"));
}

TEST_CASE("A ceiling is met by its target and less; it needs no direction") {
  const Indicator twelve = indicator(Kind::cumulative, "起", Qualifier::at_most);
  CHECK(met(twelve, "12", "12"));
  CHECK_FALSE(met(twelve, "12", "13"));
  const Indicator below = indicator(Kind::growth, "%", Qualifier::below);
  CHECK(met(below, "4.3", "4.2"));
  CHECK_FALSE(met(below, "4.3", "4.3"));
  // Kept or not shows when it is due: 12/13 once broken.
  CHECK(complete(twelve, "12", "5", "2023-06-30") == "none");
  CHECK(complete(twelve, "12", "12") == "1");
  CHECK(complete(twelve, "12", "13") == "12/13");
  CHECK(complete(twelve, "0", "1") == "0");
  CHECK(complete(twelve, "0", "0") == "1");
  CHECK(measure::is_hold(indicator(Kind::ratio, "%", Qualifier::at_most), number("60")));
  CHECK_FALSE(measure::is_hold(twelve, number("12")));
}

TEST_CASE("A place is met by itself and better ones, and has no completion") {
  const Indicator place = indicator(Kind::rank, "位", Qualifier::reach);
  CHECK(met(place, "3", "3"));
  CHECK(met(place, "3", "1"));
  CHECK_FALSE(met(place, "3", "4"));
  CHECK_FALSE(met(indicator(Kind::rank, "位", Qualifier::exceed), "3", "3"));
  CHECK(complete(place, "3", "2") == "none");
}

TEST_CASE("A fall that is promised: met is all, else the quotient is turned over") {
  const Indicator fall = down(indicator(Kind::growth, "%"));
  CHECK(complete(fall, "-3", "-4") == "1");
  CHECK(complete(fall, "-3", "-2.4") == "4/5");
  // Up from below zero: -5 promised, -8 is 5/8 of it.
  CHECK(complete(indicator(Kind::growth, "%"), "-5", "-8") == "5/8");
}

TEST_CASE("Families and machines are counted, areas and money are not") {
  const auto counts = [](const std::string& unit, const Rules& rules = {}) {
    return measure::counts_whole_things(indicator(Kind::cumulative, unit), rules);
  };
  for (const char* unit : {"家", "个", "项", "人", "名", "户", "所", "张", "场", "场次", "处", "条",
                           "座", "台", "辆", "宗"}) {
    CAPTURE(unit);
    CHECK(counts(unit));
  }
  for (const char* unit : {"万亩", "亿元", "公里", "%", "亿斤", "万家"}) {
    CAPTURE(unit);
    CHECK_FALSE(counts(unit));
  }
}

TEST_CASE("The plan's list of counting words replaces the built-in one") {
  Rules rules;
  rules.counting_units.at = {0, 0, 1};
  rules.counting_units.items = {given(std::string("艘"))};
  CHECK(measure::counts_whole_things(indicator(Kind::cumulative, "艘"), rules));
  CHECK_FALSE(measure::counts_whole_things(indicator(Kind::cumulative, "个"), rules));
}

TEST_CASE("An indicator may say for itself whether it counts") {
  Indicator half = promise(Qualifier::about);
  half.integer = given(false);
  CHECK(met(half, "15", "14.25"));
  Indicator whole = promise(Qualifier::about, "万亩");
  whole.integer = given(true);
  CHECK_FALSE(met(whole, "15", "13.5"));
  CHECK(met(whole, "15", "14"));
}

TEST_SUITE_END();

}  // namespace measure_completion_test
