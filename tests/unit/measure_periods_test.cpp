// SPDX-License-Identifier: MIT
#include "measure/periods.h"

#include <doctest/doctest.h>

#include "measured.h"

namespace measure_periods_test {

using namespace taizhang;
using measure::ReportPeriod;
using test::day;
using test::measured;

namespace {

/// The periods of an indicator, each `end<deadline`, the month and day of both.
std::string shown(const std::vector<ReportPeriod>& periods) {
  std::string result;
  for (const ReportPeriod& period : periods) {
    if (!result.empty()) result += " ";
    result += base::iso(period.end).substr(5) + "<" + base::iso(period.deadline).substr(5);
  }
  return result;
}

std::string periods(const std::string& keys, const std::string& until,
                    const test::Around& around = {}) {
  const test::Measured all = measured("target: 10, " + keys, until, "", around);
  return shown(measure::report_periods(all.plan.frame(), *all.indicator().indicator,
                                       *all.indicator().terms, day(until)));
}

/// `missing: … | late: …` of an indicator with these readings.
std::string reports(const std::string& readings, const std::string& as_of,
                    const std::string& known_by, const test::Around& around = {}) {
  const test::Measured all = measured("target: 10, start: 2023-04-01, readings: [" + readings + "]",
                                      as_of, known_by, around);
  return "missing: " + shown(all.indicator().reports.missing) +
         " | late: " + shown(all.indicator().reports.late);
}

int stale(const std::string& frequency, const std::string& as_of, const std::string& plan = "") {
  return measured("target: 10, frequency: " + frequency + ", " + test::reading("2023-01-31", "1"),
                  as_of, "", {"", plan})
      .indicator()
      .stale;
}

}  // namespace

TEST_SUITE_BEGIN("measure");

TEST_CASE("A month is in by the 5th of the next, a quarter by that of the month after it") {
  // 2023-11-05, 02-05 and 03-05 are Sundays.
  CHECK(periods("frequency: month, start: 2023-10-01", "2023-12-31") ==
        "10-31<11-06 11-30<12-05 12-31<01-05");
  CHECK(periods("frequency: month", "2023-02-15") == "01-31<02-06 02-28<03-06");
  CHECK(periods("frequency: quarter", "2023-12-31") ==
        "03-31<04-05 06-30<07-05 09-30<10-05 12-31<01-05");
  // A term may end within a quarter: its report is due the month after.
  CHECK(periods("frequency: quarter, start: 2023-05-10, due: 2023-08-20", "2023-12-31") ==
        "06-30<07-05 08-20<09-05");
  CHECK(periods("frequency: month, start: 2023-11-01", "2023-12-31",
                {"", "rules: {deadlines: {month: 31}}\n"}) == "11-30<01-01 12-31<01-31");
}

TEST_CASE("A week ends on Sunday and is in by its Friday") {
  CHECK(periods("frequency: week, start: 2023-12-18", "2023-12-31") == "12-24<12-22 12-31<12-29");
  CHECK(periods("frequency: week, start: 2023-12-18, due: 2023-12-24", "2023-12-31",
                {"", "rules: {deadlines: {week: 7}}\n"}) ==
        "12-24<12-25");  // Sunday is no working day
}

TEST_CASE("A season ends at a point of the trajectory; without points it is a quarter") {
  CHECK(periods("frequency: season, trajectory: {type: step, points: [{date: 2023-05-31, value: 4},"
                " {date: 2023-08-31, value: 10}]}",
                "2023-12-31") == "05-31<06-05 08-31<09-05");
  CHECK(periods("frequency: season", "2023-12-31") ==
        "03-31<04-05 06-30<07-05 09-30<10-05 12-31<01-05");
  CHECK(periods("frequency: year", "2023-12-31") == "12-31<01-05");
  CHECK(periods("frequency: once", "2023-12-31") == "12-31<01-05");
}

TEST_CASE("Seasons end at the points that are written, also where nothing is left to do") {
  const std::string season =
      "frequency: season, trajectory: {type: points, points: [{date: 2023-12-31, value: 10}]}";
  CHECK(periods("baseline: 10, " + season, "2023-12-31") == "12-31<01-05");
}

TEST_CASE("In a plan of three years each year owes its figure, and the first is not all") {
  test::MemoryDisk disk = test::disk_with_task(
      "indicators:\n  - {id: a, name: 数, kind: cumulative, qualifier: at_least, commitment: "
      "binding, unit: 个, target: 10, due: 2025-12-31, frequency: year, readings: [{id: r1, date: "
      "2023-12-31, value: 1, reported: 2024-01-04}]}\n");
  std::string& plan = disk.files.at("tasks/2023/plan.yaml");
  plan.replace(plan.find("2023-12-31"), 10, "2025-12-31");
  const auto missing = [&](const std::string& as_of) {
    return shown(measured(disk, as_of).indicator().reports.missing);
  };
  CHECK(missing("2024-12-31") == "");
  CHECK(missing("2025-06-30") == "12-31<01-06");
}

TEST_CASE("Of a term of centuries the last six years are looked at") {
  const test::Measured all =
      measured("target: 10, frequency: week, start: 1900-01-01", "2023-12-31");
  const auto periods = measure::report_periods(all.plan.frame(), *all.indicator().indicator,
                                               *all.indicator().terms, day("2023-12-31"));
  CHECK(periods.size() == 314);  // 2192 days are 313 weeks and a day
  CHECK(base::iso(periods.back().end) == "2023-12-31");
}

TEST_CASE("Missing: the deadline is there and nothing of the period is known") {
  CHECK(reports("", "2023-06-30", "2023-06-30") == "missing: 04-30<05-05 05-31<06-05 | late: ");
  // The deadline is a matter of what is known, the period of the day whose state is told.
  CHECK(reports("", "2023-04-30", "2023-05-04") == "missing:  | late: ");
  CHECK(reports("", "2023-04-30", "2023-05-05") == "missing: 04-30<05-05 | late: ");
  CHECK(reports("", "2023-04-29", "2023-06-30") == "missing:  | late: ");
  CHECK(reports("{id: r1, date: 2023-05-15, value: 1}", "2023-05-31", "2023-06-30") ==
        "missing: 04-30<05-05 | late: ");
}

TEST_CASE("Late: the first report of a period came after its deadline") {
  CHECK(reports("{id: r1, date: 2023-04-30, value: 1, reported: 2023-05-05}", "2023-04-30",
                "2023-05-31") == "missing:  | late: ");
  CHECK(reports("{id: r1, date: 2023-04-30, value: 1, reported: 2023-05-06}", "2023-04-30",
                "2023-05-31") == "missing:  | late: 04-30<05-05");
  // Before the report came in, the period was missing.
  CHECK(reports("{id: r1, date: 2023-04-30, value: 1, reported: 2023-05-06}", "2023-04-30",
                "2023-05-05") == "missing: 04-30<05-05 | late: ");
}

TEST_CASE("A correction is no report of its own, and what was withdrawn was no report") {
  CHECK(reports("{id: r1, date: 2023-04-30, value: 1, reported: 2023-05-04}, {id: r2, date: "
                "2023-04-30, value: 2, reported: 2023-05-20, corrects: r1}",
                "2023-04-30", "2023-05-31") == "missing:  | late: ");
  CHECK(reports("{id: r1, date: 2023-04-30, value: 1, reported: 2023-05-04}, {id: r2, date: "
                "2023-04-30, value: null, reported: 2023-05-20, corrects: r1}",
                "2023-04-30", "2023-05-31") == "missing: 04-30<05-05 | late: ");
}

TEST_CASE("A report that was found false was one, whether it is taken back later or not") {
  const auto of_april = [](const std::string& finding, const std::string& later) {
    return reports("{id: r1, date: 2023-04-30, value: 5, reported: 2023-05-04}" + later,
                   "2023-04-30", "2023-05-31",
                   {"inspections:\n  - {id: i1, date: 2023-05-10, indicator: a, reading: r1, "
                    "result: " +
                    finding + "}\n"});
  };
  const std::string taken_back =
      ", {id: r2, date: 2023-04-30, value: null, reported: 2023-05-20, corrects: r1}";
  CHECK(of_april("inconsistent", "") == "missing:  | late: ");
  CHECK(of_april("inconsistent", taken_back) == "missing:  | late: ");
  CHECK(of_april("inconsistent, verified_value: 3", taken_back) == "missing:  | late: ");
  CHECK(of_april("minor_gap", taken_back) == "missing: 04-30<05-05 | late: ");
}

TEST_CASE("What is dated after the due date is the report of the last period") {
  const test::Measured all = measured(
      "target: 10, due: 2023-06-15, readings: [{id: r1, date: 2023-05-31, value: 1, reported: "
      "2023-06-02}, {id: r2, date: 2023-06-30, value: 2, reported: 2023-07-03}]",
      "2023-07-31", "", {"", "issued: 2023-05-01\n"});
  CHECK(shown(all.indicator().reports.missing).empty());
  CHECK(shown(all.indicator().reports.late).empty());
}

TEST_CASE("A month whose report was found false counts among the months of a window, as not met") {
  const test::Measured all = measured(
      "kind: ratio, unit: \"%\", target: 90, window: month, readings: ["
      "{id: r1, date: 2023-04-30, value: 95}, {id: r2, date: 2023-05-31, value: 96}, "
      "{id: r3, date: 2023-06-30, value: 97}]",
      "2023-07-20", "",
      {"inspections:\n  - {id: i1, date: 2023-07-10, indicator: a, reading: r2, result: "
       "inconsistent}\n",
       "issued: 2023-04-01\n"});
  CHECK(test::figure(all.indicator().completion, 4) == "0.6667");
}

TEST_CASE("A back-fill is never late, and nothing is owed that ended before the issue") {
  const std::string first =
      "{id: r1, date: 2023-05-31, value: 1, reported: 2023-08-09, backfilled: true}";
  CHECK(reports(first, "2023-08-31", "2023-09-05") ==
        "missing: 04-30<05-05 06-30<07-05 07-31<08-07 08-31<09-05 | late: ");
  CHECK(reports("", "2023-08-31", "2023-09-05", {"", "issued: 2023-08-02\n"}) ==
        "missing: 08-31<09-05 | late: ");
  CHECK(reports("", "2023-08-31", "2023-09-05",
                {"", "issued: 2023-08-02\nrules: {reporting_from: 2023-07-31}\n"}) ==
        "missing: 07-31<08-07 08-31<09-05 | late: ");
}

TEST_CASE("The report of a period is its newest data in time: early figures hide nothing") {
  CHECK(reports("{id: r1, date: 2023-07-03, value: 1, reported: 2023-07-04}, {id: r2, date: "
                "2023-07-31, value: 2, reported: 2023-08-20}",
                "2023-07-31", "2023-08-31",
                {"", "issued: 2023-07-10\n"}) == "missing:  | late: 07-31<08-07");
}

TEST_CASE("Nothing is owed after the target is reached for good, nor while it is suspended") {
  // Reached in May: June and July are not owed.
  CHECK(reports("{id: r1, date: 2023-04-30, value: 1}, {id: r2, date: 2023-05-20, value: 10}",
                "2023-07-31", "2023-08-31") == "missing:  | late: ");
  const auto status = [](const std::string& from, const std::string& to) {
    return "changes: [{id: c1, effective: " + from +
           ", field: status, from: in_progress, to: " + to + ", approved_by: 市政府办公室}]\n";
  };
  // Suspended from May 15: 17 of 31 days; from the 17th: 15.
  CHECK(reports("{id: r1, date: 2023-04-30, value: 1}", "2023-05-31", "2023-06-30",
                {status("2023-05-15", "suspended")}) == "missing:  | late: ");
  CHECK(reports("{id: r1, date: 2023-04-30, value: 1}", "2023-05-31", "2023-06-30",
                {status("2023-05-17", "suspended")}) == "missing: 05-31<06-05 | late: ");
  CHECK(reports("{id: r1, date: 2023-04-30, value: 1}", "2023-05-31", "2023-06-30",
                {status("2023-05-30", "cancelled")}) == "missing:  | late: ");
  CHECK(reports("", "2023-07-31", "2023-08-31", {"", "reporting: public\n"}) ==
        "missing:  | late: ");
}

TEST_CASE("Periods have the names that people call them by") {
  const auto names = [](const std::string& keys) {
    const test::Measured all =
        measured("target: 10, start: 2023-09-25, due: 2023-10-08, " + keys, "2023-10-31");
    std::string result;
    for (const auto& period : measure::report_periods(all.plan.frame(), *all.indicator().indicator,
                                                      *all.indicator().terms, day("2023-10-31"))) {
      result += period.name + " ";
    }
    return result;
  };
  CHECK(names("frequency: month") == "2023-09 2023-10 ");
  CHECK(names("frequency: week") == "2023-W39 2023-W40 ");
  CHECK(names("frequency: quarter") == "2023Q3 2023Q4 ");
  CHECK(names("frequency: year") == "2023 ");
  CHECK(names("frequency: once") == "2023-10-08 ");
}

TEST_CASE("Statistics come later, and a plan may ask for them in the month itself") {
  CHECK(periods("frequency: quarter, release: 20, start: 2023-10-01", "2023-12-31") ==
        "12-31<01-25");
  CHECK(periods("frequency: month, start: 2023-11-01", "2023-12-31",
                {"", "rules: {deadlines: {month: own-28}}\n"}) == "11-30<11-28 12-31<12-28");
  CHECK(periods("frequency: month, start: 2023-12-01", "2023-12-31",
                {"", "holidays: [2024-01-05]\nworkdays: [2024-01-06]\n"}) == "12-31<01-06");
}

TEST_CASE("Staleness begins the day after its limit, by the frequency of the reports") {
  // From 2023-01-31: 45 days are 2023-03-17, 75 are 2023-04-16.
  CHECK(stale("month", "2023-03-17") == 0);
  CHECK(stale("month", "2023-03-18") == 1);
  CHECK(stale("month", "2023-04-16") == 1);
  CHECK(stale("month", "2023-04-17") == 2);
  CHECK(stale("week", "2023-02-12") == 0);
  CHECK(stale("week", "2023-02-13") == 1);
  CHECK(stale("week", "2023-02-21") == 2);
  CHECK(stale("quarter", "2023-05-31") == 0);
  CHECK(stale("quarter", "2023-06-01") == 1);
  CHECK(stale("quarter", "2023-08-20") == 2);
  CHECK(stale("season", "2023-08-19") == 0);
  CHECK(stale("season", "2023-08-20") == 1);
  CHECK(stale("season", "2023-11-28") == 2);
  CHECK(stale("year", "2023-12-31") == 0);
  CHECK(stale("once", "2023-12-31") == 0);
  CHECK(stale("month", "2023-02-05", "rules: {stale: {month: [4, 5]}}\n") == 1);
}

TEST_SUITE_END();

}  // namespace measure_periods_test
