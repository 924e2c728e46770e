// SPDX-License-Identifier: MIT
#include "measure/schedule.h"

#include <doctest/doctest.h>

#include "measured.h"

namespace measure_schedule_test {

using namespace taizhang;
using test::day;
using test::figure;
using test::measured;
using test::reading;

namespace {

/// `exact used` of what the indicator expects on a day.
std::string expects(const std::string& keys, const std::string& on,
                    const test::Around& around = {}) {
  const test::Measured all = measured(keys, on, "", around);
  const auto& terms = all.indicator().terms;
  REQUIRE(terms);
  const measure::Expected expected = measure::expected(*terms, day(on));
  return figure(expected.exact, 3) + " " + figure(expected.used, 3);
}

/// The schedule ratio and the gap of one reading, at its data date.
std::string ratio(const std::string& keys, const std::string& date, const std::string& value) {
  const test::Measured all = measured(keys + ", " + reading(date, value), date);
  const auto& gap = all.indicator().gap;
  return figure(all.indicator().ratio, 4) + " " +
         figure(gap ? std::optional(gap->value) : std::nullopt, 2);
}

}  // namespace

TEST_SUITE_BEGIN("measure");

TEST_CASE("A straight line: b + (T-b) of the days that have gone") {
  // 221 x 212/365 = 128.3616…; piles are whole, so 128.
  CHECK(expects("target: 221", "2023-07-31") == "128.362 128.000");
  CHECK(expects("target: 221", "2023-12-31") == "221.000 221.000");
  CHECK(expects("target: 221", "2024-03-01") == "221.000 221.000");
  // 20 + 100 x 181/365 = 69.589…
  CHECK(expects("target: 120, baseline: 20", "2023-06-30") == "69.589 69.000");
  CHECK(expects("target: 44.16, unit: 万亩", "2023-06-30") == "21.899 21.899");
}

TEST_CASE("A target of one expects nothing until it is due") {
  CHECK(expects("target: 1", "2023-12-30") == "0.997 0.000");
  CHECK(expects("target: 1", "2023-12-31") == "1.000 1.000");
}

TEST_CASE("Its own start and due date make its own time") {
  // April to June is 91 days; 2023-05-15 is the 45th: 91 x 45/91 = 45.
  const std::string keys = "target: 91, start: 2023-04-01, due: 2023-06-30";
  CHECK(expects(keys, "2023-05-15") == "45.000 45.000");
  CHECK(expects(keys, "2023-03-31") == "0.000 0.000");
  CHECK(expects(keys, "2023-07-01") == "91.000 91.000");
}

TEST_CASE("Where lower is better the line falls, and whole things are rounded the other way") {
  // 27.34 x (1 - 181/365) = 13.7823…
  CHECK(expects("kind: level, unit: 公里, direction: down, baseline: 27.34, target: 0",
                "2023-06-30") == "13.782 13.782");
  // 27 x (1 - 181/365) = 13.6109…: thirteen done of twenty-seven leaves fourteen.
  CHECK(expects("kind: level, direction: down, baseline: 27, target: 0", "2023-06-30") ==
        "13.611 14.000");
}

TEST_CASE("Rounding never asks for less than the baseline") {
  // 0.5 + 10 x 1/365 = 0.527…, rounded down it would be below the 0.5 it began with.
  CHECK(expects("kind: level, baseline: 0.5, target: 10.5", "2023-01-01") == "0.527 0.500");
}

TEST_CASE("Growth, 100 % and a window are to be full at any date") {
  CHECK(expects("kind: growth, unit: \"%\", target: 8", "2023-01-31") == "8.000 8.000");
  CHECK(expects("kind: ratio, unit: \"%\", target: 100", "2023-03-31") == "100.000 100.000");
  CHECK(expects("kind: ratio, unit: \"%\", target: 95, window: month", "2023-03-31") ==
        "95.000 95.000");
  // A ratio below 100 with a baseline goes on a straight line: 40 + 20 x 181/365.
  CHECK(expects("kind: ratio, unit: \"%\", target: 60, baseline: 40", "2023-06-30") ==
        "49.918 49.918");
}

TEST_CASE("A stock without a baseline is expected on the due date only") {
  CHECK(expects("kind: level, target: 300", "2023-12-30") == "none none");
  CHECK(expects("kind: level, target: 300", "2023-12-31") == "300.000 300.000");
  // One that is written begins at 0: 300 x 181/365.
  CHECK(expects("kind: level, target: 300, trajectory: {type: linear}", "2023-06-30") ==
        "148.767 148.000");
  CHECK(expects("target: 300, trajectory: {type: end}", "2023-12-30") == "0.000 0.000");
}

TEST_CASE("Steps hold until the next, the baseline before the first") {
  const std::string grain =
      "unit: 万亩, target: 44.16, trajectory: {type: step, points: [{date: 2023-05-31, value: "
      "20.5}, {date: 2023-08-31, value: 44.16}]}";
  CHECK(expects(grain, "2023-05-30") == "0.000 0.000");
  CHECK(expects(grain, "2023-05-31") == "20.500 20.500");
  CHECK(expects(grain, "2023-08-30") == "20.500 20.500");
  CHECK(expects(grain, "2023-08-31") == "44.160 44.160");
}

TEST_CASE("Points are joined by straight lines, from the baseline on the day before the start") {
  // To 2023-03-31 there are 90 days to 30; to 2023-12-31 a further 275 days to 140.
  const std::string keys =
      "unit: 公里, target: 140, trajectory: {type: points, points: [{date: 2023-03-31, value: 30}, "
      "{date: 2023-12-31, value: 140}]}";
  CHECK(expects(keys, "2023-01-30") == "10.000 10.000");
  CHECK(expects(keys, "2023-03-31") == "30.000 30.000");
  CHECK(expects(keys, "2023-05-25") == "52.000 52.000");  // 55 days on: 30 + 110 x 55/275
  // One point at the due date is a straight line.
  const std::string line =
      "target: 221, trajectory: {type: points, points: [{date: 2023-12-31, value: 221}]}";
  CHECK(expects(line, "2023-07-31") == "128.362 128.000");
}

TEST_CASE("A changed target counts from its day on; with rescale it takes its points along") {
  const std::string change =
      "changes: [{id: c1, effective: 2023-07-01, field: indicators.a.target, from: 100, to: 80, "
      "reason: 上级调整, approved_by: 市政府办公室";
  const std::string points =
      "unit: 公里, target: 100, trajectory: {type: step, points: [{date: 2023-06-30, value: 50}, "
      "{date: 2023-12-31, value: 100}]}";
  CHECK(expects(points, "2023-06-30", {change + ", rescale: true}]\n"}) == "50.000 50.000");
  CHECK(expects(points, "2023-07-01", {change + ", rescale: true}]\n"}) == "40.000 40.000");
  CHECK(expects(points, "2023-07-01", {change + "}]\n"}) == "50.000 50.000");
  CHECK(expects(points, "2023-12-31", {change + "}]\n"}) == "80.000 80.000");
  // A straight line needs no rescale: 80 x 182/365.
  CHECK(expects("unit: 公里, target: 100", "2023-07-01", {change + "}]\n"}) == "39.890 39.890");
}

TEST_CASE("A changed trajectory counts from its day on, and a later rescale takes it along") {
  const std::string keys =
      "unit: 公里, target: 100, trajectory: {type: step, points: [{date: 2023-06-30, value: 50}, "
      "{date: 2023-12-31, value: 100}]}";
  const auto to = [](const std::string& trajectory) {
    return "changes:\n  - {id: c1, effective: 2023-08-01, field: indicators.a.trajectory, from: "
           "{type: step, points: [{date: 2023-06-30, value: 50}, {date: 2023-12-31, value: "
           "100}]}, to: " +
           trajectory + ", reason: 汛期, approved_by: 市政府办公室}\n";
  };
  const auto rescaled = [](const std::string& on) {
    return "  - {id: c2, effective: " + on +
           ", field: indicators.a.target, from: 100, to: 80, rescale: true, approved_by: "
           "市政府办公室}\n";
  };
  const std::string steps =
      to("{type: step, points: [{date: 2023-09-30, value: 60}, {date: 2023-12-31, value: 100}]}");
  CHECK(expects(keys, "2023-07-31", {steps}) == "50.000 50.000");
  CHECK(expects(keys, "2023-08-01", {steps}) == "0.000 0.000");  // its first step is still to come
  CHECK(expects(keys, "2023-09-30", {steps}) == "60.000 60.000");
  CHECK(expects(keys, "2023-10-15", {steps + rescaled("2023-10-15")}) == "48.000 48.000");
  // Stretched before it was given: the new points were written for the new target.
  CHECK(expects(keys, "2023-10-15", {steps + rescaled("2023-07-15")}) == "60.000 60.000");
  // 100 x 213/365.
  CHECK(expects(keys, "2023-08-01", {to("{type: linear}")}) == "58.356 58.356");
  // What only asks moves nothing.
  std::string asked = to("{type: hold}");
  asked.replace(asked.find("effective"), 9, "requested");
  asked.erase(asked.find(", approved_by: 市政府办公室"),
              std::string(", approved_by: 市政府办公室").size());
  CHECK(expects(keys, "2023-08-01", {asked}) == "50.000 50.000");
}

TEST_CASE(
    "A limit with steps allows nothing before the first; points without a baseline rise from 0") {
  const std::string limit =
      "qualifier: at_most, unit: 起, target: 12, trajectory: {type: step, points: [{date: "
      "2023-06-30, value: 4}, {date: 2023-12-31, value: 12}]}";
  CHECK(expects(limit, "2023-06-29") == "0.000 0.000");
  CHECK(ratio(limit, "2023-05-31", "1") == "0.0000 -1.00");
  CHECK(ratio(limit, "2023-07-31", "5") == "0.8000 -1.00");
  // 30 on 2023-03-31, 90 days in: a third of it after 30.
  CHECK(expects("kind: level, unit: 公里, target: 140, trajectory: {type: points, points: [{date: "
                "2023-03-31, value: 30}, {date: 2023-12-31, value: 140}]}",
                "2023-01-30") == "10.000 10.000");
}

TEST_CASE("Ratio: what was done over what was due at the data date") {
  CHECK(ratio("target: 221", "2023-07-31", "126") == "0.9844 -0.90");  // 126/128; -2/221
  CHECK(ratio("target: 221", "2023-07-31", "118") == "0.9219 -4.52");  // 118/128; -10/221
  CHECK(ratio("target: 120, baseline: 20", "2023-06-30", "69") == "1.0000 0.00");
  CHECK(ratio("target: 120, baseline: 20", "2023-06-30", "10") == "-0.2041 -59.00");  // -10/49
}

TEST_CASE("Ratio where lower is better is that of what was done") {
  // Of 27.34 km 13.5577 are due, 20 are left: 7.34 done; 7.34/13.5577 = 0.54139.
  CHECK(ratio("kind: level, unit: 公里, direction: down, baseline: 27.34, target: 0", "2023-06-30",
              "20") == "0.5414 -22.74");
  CHECK(ratio("unit: 公里, target: 27.34", "2023-06-30", "7.34") == "0.5414 -22.74");
}

TEST_CASE("Ratio of what is to be full at any date is a share of the target") {
  CHECK(ratio("kind: ratio, unit: \"%\", target: 100", "2023-03-31", "99") == "0.9900 -1.00");
  CHECK(ratio("kind: growth, unit: \"%\", target: 8", "2023-03-31", "6") == "0.7500 -2.00");
  // The gap of a window is that of its months: none of three, one of three.
  CHECK(ratio("kind: ratio, unit: \"%\", target: 5, window: month, direction: down", "2023-03-31",
              "8") == "0.6250 -100.00");
  // Where nothing is left there is nothing to divide by.
  CHECK(ratio("kind: ratio, unit: \"%\", target: 5, window: month, direction: down", "2023-03-31",
              "0") == "none -66.67");
  // A promised fall of 3 %: 2.4 is four fifths of it.
  CHECK(ratio("kind: growth, unit: \"%\", target: -3, direction: down", "2023-03-31", "-2.4") ==
        "0.8000 -0.60");
}

TEST_CASE("No ratio where nothing is expected yet or a share means nothing") {
  CHECK(ratio("target: 1", "2023-06-30", "0") == "none 0.00");
  // … unless it has gone back behind where it began.
  CHECK(ratio("kind: level, baseline: 5, target: 6", "2023-06-30", "4") == "0.0000 -100.00");
  CHECK(ratio("kind: level, target: 300", "2023-06-30", "100") == "none none");
  CHECK(ratio("kind: growth, unit: \"%\", target: 0", "2023-06-30", "-1") == "none -1.00");
}

TEST_SUITE_END();

}  // namespace measure_schedule_test
