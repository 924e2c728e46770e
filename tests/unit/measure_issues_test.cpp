// SPDX-License-Identifier: MIT
#include "measure/issues.h"

#include <doctest/doctest.h>

#include "values.h"

namespace measure_issues_test {

using namespace taizhang;
using model::Rules;
using test::day;

namespace {

/// An issue found on 2023-08-21, written as in a file: `more` are its other keys.
model::Issue issue_with(const std::string& more) {
  const test::DecodedTask decoded = test::decoded_task(
      "schema: 1\nitem: 14\nsection: 2\ntitle: 甲\ndue: 2023-12-31\nstatus: in_progress\n"
      "issues:\n  - {id: q1, found: 2023-08-21, text: 电力报装容量不足, " +
      more + "}\n");
  REQUIRE(decoded.faults.empty());
  return decoded.task.issues[0];
}

std::optional<measure::IssueFigures> issue_on(const model::Issue& issue, const std::string& on,
                                              const Rules& rules = {}) {
  const model::Plan plan(source::start_of(0));
  const measure::Limits limits = measure::limits_of(rules);
  return measure::measure_issue(issue, {plan, nullptr, limits}, {day(on), day(on)});
}

/// `state since`, and `open` and `overdue` where it is.
std::string standing(const model::Issue& issue, const std::string& on, const Rules& rules = {}) {
  const auto figures = issue_on(issue, on, rules);
  if (!figures) return "not yet";
  return std::string(model::name(figures->state)) +
         (figures->since ? " " + base::iso(*figures->since) : "") + (figures->open ? " open" : "") +
         (figures->overdue ? " overdue" : "");
}

std::string due(const model::Issue& issue, const Rules& rules = {}) {
  const auto figures = issue_on(issue, "2023-08-21", rules);
  return figures && figures->due ? base::iso(*figures->due) : "none";
}

/// The issue of the sample of item 14.
const std::string sample =
    "level: major, due: 2023-09-20, log: [{date: 2023-08-21, state: found}, "
    "{date: 2023-08-23, state: assigned}, {date: 2023-09-06, state: coordinating}, "
    "{date: 2023-09-26, state: resolved}, {date: 2023-10-08, state: closed}]";

}  // namespace

TEST_SUITE_BEGIN("measure");

TEST_CASE("An issue walks through its states on the days of its log") {
  const model::Issue issue = issue_with(sample);
  CHECK(standing(issue, "2023-08-20") == "not yet");
  CHECK(standing(issue, "2023-08-21") == "found 2023-08-21 open");
  CHECK(standing(issue, "2023-08-22") == "found 2023-08-21 open");
  CHECK(standing(issue, "2023-08-23") == "assigned 2023-08-23 open");
  CHECK(standing(issue, "2023-09-06") == "coordinating 2023-09-06 open");
  CHECK(standing(issue, "2023-09-20") == "coordinating 2023-09-06 open");
  CHECK(standing(issue, "2023-09-21") == "coordinating 2023-09-06 open overdue");
  CHECK(standing(issue, "2023-09-26") == "resolved 2023-09-26 open");
  CHECK(standing(issue, "2023-10-07") == "resolved 2023-09-26 open");
  CHECK(standing(issue, "2023-10-08") == "closed 2023-10-08");
  CHECK(standing(issue, "2024-06-30") == "closed 2023-10-08");
}

TEST_CASE("Without a log an issue is found and stays so") {
  const model::Issue issue = issue_with("level: general");
  CHECK(standing(issue, "2023-08-21") == "found 2023-08-21 open");
}

TEST_CASE("The level gives 15, 30 or 5 days from the day it was found") {
  CHECK(due(issue_with("level: general")) == "2023-09-05");  // 10 days of August are left
  CHECK(due(issue_with("level: major")) == "2023-09-20");
  CHECK(due(issue_with("level: critical")) == "2023-08-26");
}

TEST_CASE("A due date that is written counts before the level's") {
  CHECK(due(issue_with("level: critical, due: 2023-12-01")) == "2023-12-01");
}

TEST_CASE("A plan may give other days") {
  Rules rules;
  rules.deadlines.issue_general = test::given(10);
  rules.deadlines.issue_critical = test::given(1);
  CHECK(due(issue_with("level: general"), rules) == "2023-08-31");
  CHECK(due(issue_with("level: major"), rules) == "2023-09-20");
  CHECK(due(issue_with("level: critical"), rules) == "2023-08-22");
}

TEST_CASE("An issue is overdue from the day after its due date") {
  const model::Issue issue = issue_with("level: general");
  CHECK(standing(issue, "2023-09-05") == "found 2023-08-21 open");
  CHECK(standing(issue, "2023-09-06") == "found 2023-08-21 open overdue");
}

TEST_CASE("An issue that was sent back after its due date is overdue again") {
  const model::Issue issue = issue_with(
      "level: general, log: [{date: 2023-09-01, state: resolved}, "
      "{date: 2023-09-10, state: assigned}]");
  CHECK(standing(issue, "2023-09-09") == "resolved 2023-09-01 open");
  CHECK(standing(issue, "2023-09-10") == "assigned 2023-09-10 open overdue");
}

TEST_CASE("It is urged the day after it was due, and escalates five working days later") {
  const model::Issue issue = issue_with("level: general");  // due on Tuesday 2023-09-05
  const auto figures = issue_on(issue, "2023-09-13");
  REQUIRE(figures);
  CHECK(base::iso(*figures->urge_on) == "2023-09-06");
  CHECK(base::iso(*figures->escalate_on) == "2023-09-13");
  CHECK(figures->escalated(day("2023-09-13")));
  CHECK_FALSE(figures->escalated(day("2023-09-12")));
}

TEST_CASE("An issue ran over where it was not resolved by its due date") {
  const auto ran_over = [](const std::string& log) {
    const model::Issue issue = issue_with("level: general, log: [" + log + "]");
    return issue_on(issue, "2023-10-31")->ran_over;
  };
  CHECK(ran_over(""));
  CHECK_FALSE(ran_over("{date: 2023-09-05, state: resolved}"));
  CHECK(ran_over("{date: 2023-09-06, state: resolved}"));
  // Resolved in time and closed later is in time; sent back and resolved again late is not.
  CHECK_FALSE(ran_over("{date: 2023-09-05, state: resolved}, {date: 2023-09-20, state: closed}"));
  CHECK(
      ran_over("{date: 2023-09-01, state: resolved}, {date: 2023-09-03, state: assigned}, {date: "
               "2023-09-10, state: resolved}"));
}

TEST_CASE("A closed issue that comes back is open again") {
  const model::Issue issue = issue_with(
      "level: general, due: 2023-12-31, log: [{date: 2023-09-01, state: closed}, "
      "{date: 2023-10-01, state: found, reopened: true}]");
  CHECK(standing(issue, "2023-09-30") == "closed 2023-09-01");
  CHECK(standing(issue, "2023-10-01") == "found 2023-10-01 open");
}

TEST_CASE(
    "An issue that is found again has its days anew, and the first round is not held to them") {
  const model::Issue issue = issue_with(
      "level: general, log: [{date: 2023-08-30, state: resolved}, "
      "{date: 2023-09-01, state: closed}, {date: 2023-10-01, state: found, reopened: true}, "
      "{date: 2023-10-06, state: resolved}]");
  const auto on = [&](const std::string& date) { return *issue_on(issue, date); };
  CHECK(base::iso(*on("2023-09-30").due) == "2023-09-05");
  CHECK(base::iso(*on("2023-10-03").due) == "2023-10-16");
  CHECK_FALSE(on("2023-10-03").overdue);
  CHECK_FALSE(on("2023-12-31").ran_over);
}

TEST_CASE("Of two steps of one day the one written last counts") {
  const model::Issue issue = issue_with(
      "level: general, log: [{date: 2023-08-21, state: found}, "
      "{date: 2023-08-21, state: assigned}]");
  CHECK(standing(issue, "2023-08-21") == "assigned 2023-08-21 open");
}

TEST_CASE("A log that is out of order is read by its dates") {
  const model::Issue issue = issue_with(
      "level: general, log: [{date: 2023-09-01, state: resolved}, "
      "{date: 2023-08-23, state: assigned}]");
  CHECK(standing(issue, "2023-08-25") == "assigned 2023-08-23 open");
  CHECK(standing(issue, "2023-09-01") == "resolved 2023-09-01 open");
}

TEST_SUITE_END();

}  // namespace measure_issues_test
