// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <map>

#include "example_ledgers.h"
#include "explained.h"
#include "measure/light.h"

using namespace taizhang;
using measure::LightReason;
using test::indicator;
using test::reading;
using test::Seen;
using test::step;

namespace {

/// A task in whose story a reason occurs, and what its sentence must name: thresholds and figures.
struct Case {
  LightReason reason;
  Seen seen;
  std::vector<std::string> named;
};

const std::string march = reading("2023-03-31", "15");

std::vector<Case> all_cases() {
  using enum LightReason;
  const std::string milestone = "milestones: [{id: m, name: 开工, due: 2023-06-30";
  return {
      {no_reading, {indicator("weight: 1"), "2023-03-31"}, {}},
      {not_applicable,
       {indicator("denominator: 户, readings: [{id: r1, date: 2023-03-31, value: 0, parts: "
                  "{户: 0}}]",
                  "90", "ratio"),
        "2023-03-31"},
       {}},
      {met, {indicator(reading("2023-03-31", "120")), "2023-03-31"}, {"100 亿元"}},
      {unreadable_terms, {indicator(march, "100", "sum"), "2023-03-31"}, {}},
      {missed, {indicator(reading("2023-12-31", "90")), "2023-12-31"}, {"2023-12-31", "100 亿元"}},
      {by_ratio, {indicator(march), "2023-03-31"}, {"0.6083", "0.80"}},
      {by_points,
       {indicator(march), "2023-03-31", "2023-03-31", "rules: {light: {rule: points}}\n"},
       {"-9.66", "-10"}},
      {nothing_expected,
       {indicator("trajectory: {type: end}, " + march), "2023-03-31"},
       {"2023-03-31"}},
      {unmet_full_target,
       {indicator(reading("2023-03-31", "-5"), "-2", "growth"), "2023-03-31"},
       {"-2 亿元"}},
      {forecast_short,
       {indicator(reading("2023-11-30", "60")), "2023-12-10"},
       {"21", "30", "65.569 亿元", "100 亿元"}},
      {stale, {indicator(march), "2023-05-20"}, {"50", "45"}},
      {very_stale, {indicator(march), "2023-06-20"}, {"81", "75"}},
      {strive, {indicator("weight: 1, " + march + ", quote: strive"), "2023-03-31"}, {}},
      {milestone_done, {milestone + ", done: 2023-06-01}]\n", "2023-07-01"}, {"2023-06-01"}},
      {milestone_overdue, {milestone + "}]\n", "2023-07-03"}, {"2023-06-30", "3"}},
      {milestone_due_soon, {milestone + "}]\n", "2023-06-20"}, {"2023-06-30", "10", "30"}},
      {milestone_ahead, {milestone + "}]\n", "2023-03-31"}, {"2023-06-30", "91", "30"}},
      {worst_measure, {indicator(march), "2023-03-31"}, {"桩", "a"}},
      {graded, {"qualitative: {grade: 中, date: 2023-03-01}\n", "2023-03-31"}, {}},
      {nothing_to_go_by, {"", "2023-03-31"}, {}},
      {critical_issue,
       {indicator(march) +
            "issues:\n  - {id: q7, found: 2023-03-01, level: critical, text: 停工}\n",
        "2023-03-31"},
       {"q7", "2023-03-06"}},
      {set_by_hand,
       {indicator(march) +
            "override: {light: green, by: 市政府办公室, reason: 汛期停工, until: 2023-04-30}\n",
        "2023-03-31"},
       {"市政府办公室", "汛期停工", "2023-04-30"}},
  };
}

/// The sentence of `reason` in the story of a task or of a part of it; empty where it is not there.
std::string sentence(const report::Story& story, const std::string& reason) {
  const auto found = story.figures.find("light_story");
  if (found != story.figures.end()) {
    const auto& because = test::step(story, "light").because;
    // A sentence that stands before those of the rules, such as that of a figure still awaited.
    const std::size_t before = because.size() - found->size();
    for (std::size_t i = 0; i < found->size(); ++i) {
      if ((*found)[i]["reason"] == reason) return because.at(before + i);
    }
  }
  for (const report::Story& part : story.parts) {
    const std::string text = sentence(part, reason);
    if (!text.empty()) return text;
  }
  return {};
}

}  // namespace

TEST_SUITE_BEGIN("report");

TEST_CASE("Every rule that can touch a light has its sentence, and it names the thresholds") {
  const std::vector<Case> cases = all_cases();
  REQUIRE(cases.size() == model::Names<LightReason>::table.size());
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const Case& one = cases[i];
    CHECK(one.reason == model::Names<LightReason>::table[i].value);
    for (const base::Words* words : {&test::zh, &test::en}) {
      const std::string reason(model::name(one.reason));
      const std::string text = sentence(test::explained(one.seen, *words), reason);
      CAPTURE(reason);
      CAPTURE(text);
      REQUIRE(!text.empty());
      CHECK(text.find('{') == std::string::npos);
      for (const std::string& part : one.named) CHECK(text.find(part) != std::string::npos);
    }
  }
}

TEST_CASE("A ratio is placed between the thresholds of the plan") {
  const auto light = [](const std::string& value, const std::string& rules = "") {
    const report::Story story = test::explained(
        {indicator(reading("2023-06-30", value)), "2023-06-30", "2023-06-30", rules});
    return story.parts.at(0).steps.back().value.text + " " +
           test::step(story.parts.at(0), "light").because.at(0);
  };
  CHECK(light("48") == "达序时 序时比 0.9680，不低于 0.95：绿灯");
  CHECK(light("45") == "滞后 序时比 0.9075，在 0.80 与 0.95 之间：黄灯");
  CHECK(light("35") == "严重滞后 序时比 0.7058，低于 0.80：红灯");
  CHECK(light("35", "rules: {light: {yellow: 0.625, green: 0.9}}\n") ==
        "滞后 序时比 0.7058，在 0.625 与 0.90 之间：黄灯");
}

TEST_CASE("A rule that leaves the light as it is says so") {
  const report::Story story = test::explained({indicator(march), "2023-05-20"});
  CHECK(
      test::because(story.parts.at(0), "light") ==
      "序时比 0.6083，低于 0.80：红灯 | 数据已 50 天没有更新（每月报送，超过 45 天），至少亮黄灯："
      "仍为红灯");
}

TEST_CASE("Why no more data is to come is part of a miss") {
  const auto miss = [](const std::string& data, const std::string& as_of) {
    const report::Story story = test::explained({indicator(data), as_of});
    return test::step(story.parts.at(0), "light").because.at(0);
  };
  CHECK(miss(reading("2023-11-30", "90", ", final: true"), "2024-01-02") ==
        "2023-12-31 已到期，报的是核定数，没有达到 100 亿元：红灯");
  CHECK(miss(reading("2023-12-31", "90"), "2024-01-02") ==
        "2023-12-31 已到期，数据已到 2023-12-31，没有达到 100 亿元：红灯");
  CHECK(miss(reading("2023-11-30", "90"), "2024-02-15") ==
        "2023-12-31 已到期，到期已超过 45 天，没有达到 100 亿元：红灯");
  CHECK(miss(reading("2023-11-30", "90"), "2024-02-14") ==
        "2023-12-31 已到期，还在等年终数，最迟等到 2024-02-14");
}

TEST_CASE("Green says whether it is ahead, and of what") {
  const auto standing = [](const std::string& value) {
    const report::Story story =
        test::explained({indicator(reading("2023-06-30", value)), "2023-06-30"});
    return test::because(story.parts.at(0), "class");
  };
  CHECK(standing("60") == "绿灯，序时比 1.2099 不低于 1.10，为超序时");
  CHECK(standing("50") == "绿灯，序时比 1.0083 低于 1.10，为达序时");
  CHECK(standing("10") == "红灯即为严重滞后");
}

TEST_CASE("The story of every light in an example ledger is told to its end") {
  const model::Ledger ledger = test::example_ledger(example::Options());
  REQUIRE(ledger.plans.size() == 1);
  const model::Period& period = ledger.plans[0].plan.period;
  std::size_t lights = 0;
  for (const int days : {120, 200, 340, 380}) {
    const base::Date day = *period.start + std::chrono::days(days);
    const measure::PlanFigures plan =
        measure::measure_plan(ledger.plans[0], ledger.registry_of(ledger.plans[0]), {day, day});
    for (const measure::TaskFigures& task : plan.tasks) {
      const report::Story story = report::explain_task({&plan, &task}, false, test::zh);
      CAPTURE(story.heading);
      CHECK(report::story_view(story).dump().find("{0}") == std::string::npos);
      CHECK(step(story, "light")
                .value.text.starts_with(model::label(base::Language::zh, task.light())));
      for (const report::Story& part : story.parts) {
        if (part.subject == "issue") continue;
        CHECK(step(part, "light").because.size() >= part.figures["light_story"].size());
        CHECK(step(part, "light").because.back().ends_with(step(part, "light").value.text));
        ++lights;
      }
    }
  }
  CHECK(lights > 400);
}

TEST_SUITE_END();
