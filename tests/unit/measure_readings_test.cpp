// SPDX-License-Identifier: MIT
#include "measure/readings.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "values.h"

namespace measure_readings_test {

using namespace taizhang;
using test::day;

namespace {

using Rows = std::vector<std::string>;

/// An indicator with these readings, each written as in a file.
model::Indicator indicator_with(const Rows& readings) {
  std::string text =
      "schema: 1\nitem: 14\nsection: 2\ntitle: 甲\ndue: 2023-12-31\nstatus: in_progress\n"
      "indicators:\n"
      "  - id: piles\n    name: 桩\n    kind: cumulative\n    qualifier: exactly\n"
      "    commitment: binding\n    target: 221\n    unit: 个\n    readings:\n";
  for (const std::string& reading : readings) text += "      - {" + reading + "}\n";
  const test::DecodedTask decoded = test::decoded_task(text);
  REQUIRE(decoded.faults.empty());
  return decoded.task.indicators[0];
}

/// The readings that count, oldest first: `r1=38@2023-03-31 …`.
std::string counting(const model::Indicator& indicator, const std::string& as_of,
                     const std::string& known_by) {
  std::string result;
  for (const auto& one : measure::effective_readings(indicator, {day(as_of), day(known_by)})) {
    if (!result.empty()) result += " ";
    result += *one.reading->id + "=" + one.value.text() + "@" + base::iso(one.date);
  }
  return result;
}

/// The newest of them alone.
std::string newest(const model::Indicator& indicator, const std::string& as_of,
                   const std::string& known_by) {
  const std::string all = counting(indicator, as_of, known_by);
  return all.substr(all.rfind(' ') + 1);
}

/// Item 14 of the worked values (RULES.md §10): July is corrected on 08-18, August comes late.
const Rows item_14{"id: r1, date: 2023-03-31, value: 38, reported: 2023-08-09, backfilled: true",
                   "id: r2, date: 2023-06-30, value: 97, reported: 2023-08-09, backfilled: true",
                   "id: r3, date: 2023-07-31, value: 126, reported: 2023-08-09, backfilled: true",
                   "id: r4, date: 2023-07-31, value: 118, reported: 2023-08-18, corrects: r3",
                   "id: r5, date: 2023-08-31, value: 131, reported: 2023-09-12",
                   "id: r6, date: 2023-09-30, value: 150, reported: 2023-10-04"};

}  // namespace

TEST_SUITE_BEGIN("measure");

TEST_CASE("The same day is seen with what was known then and with what is known now") {
  const model::Indicator piles = indicator_with(item_14);
  CHECK(newest(piles, "2023-07-31", "2023-08-10") == "r3=126@2023-07-31");
  CHECK(newest(piles, "2023-07-31", "2023-08-31") == "r4=118@2023-07-31");
  CHECK(newest(piles, "2023-08-31", "2023-09-05") == "r4=118@2023-07-31");
  CHECK(newest(piles, "2023-08-31", "2023-09-30") == "r5=131@2023-08-31");
  CHECK(newest(piles, "2023-09-30", "2023-10-05") == "r6=150@2023-09-30");
  CHECK(newest(piles, "2024-01-05", "2024-01-05") == "r6=150@2023-09-30");
}

TEST_CASE("What counts is listed oldest first, the corrected reading left out") {
  const model::Indicator piles = indicator_with(item_14);
  CHECK(counting(piles, "2023-07-31", "2023-08-10") ==
        "r1=38@2023-03-31 r2=97@2023-06-30 r3=126@2023-07-31");
  CHECK(counting(piles, "2023-07-31", "2023-08-31") ==
        "r1=38@2023-03-31 r2=97@2023-06-30 r4=118@2023-07-31");
}

TEST_CASE("Nothing counts before it was reported, whatever its date") {
  const model::Indicator piles = indicator_with(item_14);
  CHECK(counting(piles, "2023-07-31", "2023-07-31").empty());
  CHECK(counting(piles, "2023-07-31", "2023-08-08").empty());
  CHECK(counting(piles, "2023-12-31", "2023-08-08").empty());
}

TEST_CASE("The day of the data and the day of the report are included") {
  const model::Indicator piles =
      indicator_with({"id: r1, date: 2023-07-31, value: 5, reported: 2023-08-09"});
  CHECK(newest(piles, "2023-07-31", "2023-08-09") == "r1=5@2023-07-31");
  CHECK(newest(piles, "2023-07-30", "2023-08-09").empty());
  CHECK(newest(piles, "2023-07-31", "2023-08-08").empty());
}

TEST_CASE("A reading without a day of report counts as reported on its date") {
  const model::Indicator piles = indicator_with({"id: r1, date: 2023-07-31, value: 5"});
  CHECK(newest(piles, "2023-07-31", "2023-07-31") == "r1=5@2023-07-31");
  CHECK(newest(piles, "2023-08-31", "2023-07-30").empty());
}

TEST_CASE("The order in the file does not matter") {
  Rows rows = item_14;
  std::sort(rows.begin(), rows.end());
  int orders = 0;
  do {
    const model::Indicator piles = indicator_with(rows);
    REQUIRE(counting(piles, "2023-08-31", "2023-09-30") ==
            "r1=38@2023-03-31 r2=97@2023-06-30 r4=118@2023-07-31 r5=131@2023-08-31");
    ++orders;
  } while (orders < 60 && std::next_permutation(rows.begin(), rows.end()));
  std::reverse(rows.begin(), rows.end());
  CHECK(newest(indicator_with(rows), "2023-09-30", "2023-10-05") == "r6=150@2023-09-30");
}

TEST_CASE("A correction of a correction leaves the last one standing") {
  const model::Indicator piles =
      indicator_with({"id: r1, date: 2023-07-31, value: 126, reported: 2023-08-09",
                      "id: r2, date: 2023-07-31, value: 118, reported: 2023-08-18, corrects: r1",
                      "id: r3, date: 2023-07-31, value: 120, reported: 2023-08-25, corrects: r2"});
  CHECK(counting(piles, "2023-07-31", "2023-08-10") == "r1=126@2023-07-31");
  CHECK(counting(piles, "2023-07-31", "2023-08-20") == "r2=118@2023-07-31");
  CHECK(counting(piles, "2023-07-31", "2023-08-25") == "r3=120@2023-07-31");
}

TEST_CASE("A correction to null withdraws a reading, and the one before it is the newest") {
  const model::Indicator piles =
      indicator_with({"id: r1, date: 2023-06-30, value: 97, reported: 2023-07-05",
                      "id: r2, date: 2023-07-31, value: 970, reported: 2023-08-05",
                      "id: r3, date: 2023-07-31, value: null, reported: 2023-08-20, corrects: r2"});
  CHECK(newest(piles, "2023-07-31", "2023-08-19") == "r2=970@2023-07-31");
  CHECK(counting(piles, "2023-07-31", "2023-08-20") == "r1=97@2023-06-30");
}

TEST_CASE("Withdrawing the only reading leaves none, not zero") {
  const model::Indicator piles =
      indicator_with({"id: r1, date: 2023-07-31, value: 970, reported: 2023-08-05",
                      "id: r2, date: 2023-07-31, value: null, reported: 2023-08-20, corrects: r1"});
  CHECK(counting(piles, "2023-07-31", "2023-08-31").empty());
}

TEST_CASE("A withdrawn reading may be put right later") {
  const model::Indicator piles =
      indicator_with({"id: r1, date: 2023-07-31, value: 970, reported: 2023-08-05",
                      "id: r2, date: 2023-07-31, value: null, reported: 2023-08-20, corrects: r1",
                      "id: r3, date: 2023-07-31, value: 97, reported: 2023-08-25, corrects: r2"});
  CHECK(counting(piles, "2023-07-31", "2023-08-31") == "r3=97@2023-07-31");
}

TEST_CASE("Of two readings of one date the one reported last is the newest") {
  const model::Indicator piles =
      indicator_with({"id: r1, date: 2023-07-31, value: 5, reported: 2023-08-09",
                      "id: r2, date: 2023-07-31, value: 4, reported: 2023-08-02"});
  CHECK(newest(piles, "2023-07-31", "2023-08-31") == "r1=5@2023-07-31");
}

TEST_CASE("A later report of an older date does not hide a newer date") {
  const model::Indicator piles =
      indicator_with({"id: r1, date: 2023-07-31, value: 5, reported: 2023-08-02",
                      "id: r2, date: 2023-06-30, value: 4, reported: 2023-08-20"});
  CHECK(newest(piles, "2023-07-31", "2023-08-31") == "r1=5@2023-07-31");
}

TEST_CASE("Of two readings of one date and one report the later in the file is the newest") {
  const std::string a = "id: a, date: 2023-07-31, value: 5, reported: 2023-08-09";
  const std::string b = "id: b, date: 2023-07-31, value: 4, reported: 2023-08-09";
  CHECK(newest(indicator_with({a, b}), "2023-07-31", "2023-08-31") == "b=4@2023-07-31");
  CHECK(newest(indicator_with({b, a}), "2023-07-31", "2023-08-31") == "a=5@2023-07-31");
  // Ids are not compared letter by letter: r10 is later than r9.
  const std::string r9 = "id: r9, date: 2023-07-31, value: 5, reported: 2023-08-09";
  const std::string r10 = "id: r10, date: 2023-07-31, value: 4, reported: 2023-08-09";
  CHECK(newest(indicator_with({r9, r10}), "2023-07-31", "2023-08-31") == "r10=4@2023-07-31");
}

TEST_CASE("A correction of a reading that does not exist counts as a reading") {
  const model::Indicator piles = indicator_with(
      {"id: r1, date: 2023-06-30, value: 5", "id: r2, date: 2023-07-31, value: 7, corrects: r9"});
  CHECK(counting(piles, "2023-07-31", "2023-07-31") == "r1=5@2023-06-30 r2=7@2023-07-31");
}

TEST_CASE("Only another reading can correct a reading, not the reading itself") {
  const model::Indicator piles =
      indicator_with({"id: r1, date: 2023-07-31, value: 5, corrects: r1"});
  CHECK(counting(piles, "2023-07-31", "2023-07-31") == "r1=5@2023-07-31");
}

TEST_CASE("Each reading has a fate") {
  Rows rows = item_14;
  rows.push_back("id: r7, date: 2023-08-15, value: 125, reported: 2023-08-20");
  rows.push_back("id: r8, date: 2023-08-15, value: null, reported: 2023-08-25, corrects: r7");
  const model::Indicator piles = indicator_with(rows);
  const auto fates = [&](const std::string& as_of, const std::string& known_by) {
    std::string result;
    for (const auto& outcome : measure::judged({piles}, {day(as_of), day(known_by)}).outcomes) {
      if (!result.empty()) result += " ";
      result += std::string(model::name(outcome.fate));
      if (outcome.corrected_by) result += "(" + *outcome.corrected_by->id + ")";
    }
    return result;
  };
  CHECK(fates("2023-08-31", "2023-08-31") ==
        "counts counts corrected(r4) newest not_yet_known not_yet_data corrected(r8) withdraws");
  CHECK(fates("2023-07-31", "2023-08-10") ==
        "counts counts newest not_yet_known not_yet_data not_yet_data not_yet_data not_yet_data");
}

TEST_CASE("A rate of nothing counts as a reading that says nothing") {
  model::Indicator visits =
      indicator_with({"id: r1, date: 2023-06-30, value: 100, parts: {应访: 3}",
                      "id: r2, date: 2023-07-31, value: 0, parts: {应访: 0}"});
  CHECK(measure::effective_readings(visits, {day("2023-07-31"), day("2023-07-31")})
            .back()
            .applicable);
  visits.denominator = test::given(std::string("应访"));
  const auto readings = measure::effective_readings(visits, {day("2023-07-31"), day("2023-07-31")});
  REQUIRE(readings.size() == 2);
  CHECK(readings[0].applicable);
  CHECK_FALSE(readings[1].applicable);
}

TEST_CASE("Where a correction is itself withdrawn, the reading before it stands again") {
  const model::Indicator piles =
      indicator_with({"id: r1, date: 2023-07-31, value: 126, reported: 2023-08-09",
                      "id: r2, date: 2023-07-31, value: 118, reported: 2023-08-18, corrects: r1",
                      "id: r3, date: 2023-07-31, value: null, reported: 2023-08-25, corrects: r2"});
  CHECK(counting(piles, "2023-07-31", "2023-08-20") == "r2=118@2023-07-31");
  CHECK(counting(piles, "2023-07-31", "2023-08-25") == "r1=126@2023-07-31");
}

TEST_CASE("Of several corrections of one reading the newest stands, and the others do not") {
  const Rows rows{"id: r1, date: 2023-07-31, value: 126, reported: 2023-08-09",
                  "id: r2, date: 2023-07-31, value: 118, reported: 2023-08-25, corrects: r1",
                  "id: r3, date: 2023-07-31, value: 120, reported: 2023-08-18, corrects: r1"};
  CHECK(counting(indicator_with(rows), "2023-07-31", "2023-08-31") == "r2=118@2023-07-31");
  // The newest withdrawn, the one before it stands.
  Rows withdrawn = rows;
  withdrawn.push_back("id: r4, date: 2023-07-31, value: null, reported: 2023-08-30, corrects: r2");
  CHECK(counting(indicator_with(withdrawn), "2023-07-31", "2023-08-31") == "r3=120@2023-07-31");
}

TEST_CASE("A zero is a value like any other") {
  const model::Indicator piles = indicator_with({"id: r1, date: 2023-07-31, value: 0"});
  CHECK(counting(piles, "2023-07-31", "2023-07-31") == "r1=0@2023-07-31");
}

TEST_SUITE_END();

}  // namespace measure_readings_test
