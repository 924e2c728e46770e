// SPDX-License-Identifier: MIT
#include "measure/forecast.h"

#include <doctest/doctest.h>

#include "measured.h"

namespace measure_forecast_test {

using namespace taizhang;
using test::figure;
using test::measured;
using test::reading;

namespace {

/// `method value | ratio recent last unit | low high`.
std::string forecast(const std::string& keys, const std::string& as_of,
                     const test::Around& around = {}) {
  const test::Measured all = measured(keys, as_of, "", around);
  const measure::Forecast& is = all.indicator().forecast;
  const auto text = [](const std::optional<base::Ratio>& value) {
    if (!value) return std::string("-");
    std::string digits = base::rounded(*value, 2);
    while (digits.ends_with('0')) digits.pop_back();
    if (digits.ends_with('.')) digits.pop_back();
    return digits;
  };
  return (is.method ? std::string(model::name(*is.method)) : "none") + " " + text(is.value) +
         " | " + text(is.ratio) + " " + text(is.recent) + " " + text(is.last) + " " +
         text(is.unit) + " | " + text(is.low) + " " + text(is.high);
}

const std::string two_readings =
    "readings: [{id: r1, date: 2023-06-30, value: 97}, {id: r2, date: 2023-09-30, value: 150}]";

}  // namespace

TEST_SUITE_BEGIN("measure");

TEST_CASE("Ratio: as far from the schedule at the end as now; a count is whole") {
  // 221 x 126/128.3616… = 216.9…
  CHECK(forecast("target: 221, " + reading("2023-07-31", "126"), "2023-07-31") ==
        "ratio 216 | 216 - - - | 216 216");
  // 20 + 100 x 49/(100 x 181/365) = 20 + 98.8121…
  CHECK(forecast("target: 120, baseline: 20, unit: 公里, " + reading("2023-06-30", "69"),
                 "2023-06-30") == "ratio 118.81 | 118.81 - - - | 118.81 118.81");
}

TEST_CASE("Where lower is better a count is rounded up") {
  // 27 - 27 x 13/(27 x 181/365) = 27 - 26.215…: 0.78 km would be left, as a count 1.
  const std::string keys = "kind: level, direction: down, baseline: 27, target: 0, ";
  CHECK(forecast(keys + "unit: 公里, " + reading("2023-06-30", "14"), "2023-06-30") ==
        "ratio 0.78 | 0.78 - 14 - | 0.78 14");
  CHECK(forecast(keys + reading("2023-06-30", "14"), "2023-06-30") == "ratio 1 | 1 - 14 - | 1 14");
}

TEST_CASE("Nothing before a quarter of the time has gone at the data date") {
  // A quarter of 365 days is 91.25: the 92nd day is 2023-04-02.
  CHECK(forecast("target: 221, " + reading("2023-04-01", "50"), "2023-12-31") ==
        "none - | - - - - | - -");
  CHECK(forecast("target: 221, " + reading("2023-04-02", "50"), "2023-12-31") ==
        "ratio 198 | 198 - - - | 198 198");  // 50 x 365/92 = 198.36…
  CHECK(forecast("target: 221, " + reading("2023-04-02", "50"), "2023-12-31",
                 {"", "rules: {forecast: {from: 0.5}}\n"}) == "none - | - - - - | - -");
}

TEST_CASE("Recent: on along the line from the oldest reading 60 to 120 days before") {
  // 53 in 92 days, 92 more to come: 150 + 53 = 203. By ratio 221 x 150/165.29… = 200.5…
  CHECK(forecast("target: 221, " + two_readings, "2023-09-30") ==
        "ratio 200 | 200 203 - - | 200 203");
  CHECK(forecast("target: 221, " + two_readings, "2023-09-30",
                 {"", "rules: {forecast: {method: recent}}\n"}) ==
        "recent 203 | 200 203 - - | 200 203");
  // 59 days are too few, 121 too many.
  for (const auto& [date, known] : {std::pair("2023-08-01", "203"), std::pair("2023-08-02", "-"),
                                    std::pair("2023-06-02", "203"), std::pair("2023-06-01", "-")}) {
    CAPTURE(date);
    const std::string readings = "readings: [{id: r1, date: " + std::string(date) +
                                 ", value: 97}, {id: r2, date: 2023-09-30, value: 150}]";
    const std::string is = forecast("target: 221, " + readings, "2023-09-30");
    CHECK((is.find(" - - - |") != std::string::npos) == (std::string(known) == "-"));
  }
  // Only a straight line goes on straight.
  CHECK(forecast("target: 221, trajectory: {type: points, points: [{date: 2023-12-31, value: "
                 "221}]}, " +
                     two_readings,
                 "2023-09-30") == "ratio 200 | 200 - - - | 200 200");
}

TEST_CASE("Last: stocks, ratios and growth may stay as they are") {
  CHECK(forecast("kind: level, target: 300, " + reading("2023-06-30", "280"), "2023-06-30") ==
        "last 280 | - - 280 - | 280 280");
  CHECK(forecast("kind: growth, unit: \"%\", target: 8, " + reading("2023-06-30", "7.5"),
                 "2023-06-30") == "ratio 7.5 | 7.5 - 7.5 - | 7.5 7.5");
}

TEST_CASE("Unit: what the unit itself expects, where it can only mean this indicator") {
  const std::string own =
      "self_assessments:\n  - {date: 2023-07-05, by: 市工信局, expect_year_end: 210}\n"
      "  - {date: 2023-10-05, by: 市工信局, expect_year_end: 215}\n";
  CHECK(forecast("target: 221, " + two_readings, "2023-10-05", {own}) ==
        "ratio 200 | 200 203 - 215 | 200 215");
  CHECK(forecast("target: 221, " + two_readings, "2023-10-04", {own}) ==
        "ratio 200 | 200 203 - 210 | 200 210");
  CHECK(forecast("target: 221, " + two_readings, "2023-10-05",
                 {own, "rules: {forecast: {method: unit}}\n"}) ==
        "unit 215 | 200 203 - 215 | 200 215");
  const std::string two =
      "indicators:\n  - {id: a, name: 桩, kind: cumulative, qualifier: at_least, commitment: "
      "binding, unit: 个, target: 221, " +
      two_readings +
      "}\n  - {id: b, name: 站, kind: cumulative, qualifier: at_least, commitment: binding, unit: "
      "个, target: 5}\n";
  const test::Measured all = test::measured(test::disk_with_task(two, {own}), "2023-10-05");
  CHECK_FALSE(all.indicator().forecast.unit);
  // The unit's own word alone is a range and no forecast.
  CHECK(forecast("target: 221, trajectory: {type: end}, " + two_readings, "2023-10-04", {own}) ==
        "none - | - - - 210 | 210 210");
}

TEST_CASE("Held to zero there is no ratio to go by, whatever the baseline shown") {
  CHECK(
      forecast("kind: level, direction: down, baseline: 5, target: 0, trajectory: {type: hold}, " +
                   reading("2023-06-30", "3"),
               "2023-06-30") == "last 3 | - - 3 - | 3 3");
}

TEST_SUITE_END();

}  // namespace measure_forecast_test
