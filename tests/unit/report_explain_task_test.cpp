// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "explained.h"

using namespace taizhang;

namespace {

const std::string mixed =
    "indicators:\n"
    "  - {id: a, name: 桩, kind: cumulative, qualifier: exactly, commitment: binding, unit: 个,\n"
    "     target: 10, weight: 2, readings: [{id: r1, date: 2023-06-30, value: 30}]}\n"
    "  - {id: b, name: 站, kind: cumulative, qualifier: exactly, commitment: binding, unit: 座,\n"
    "     target: 8}\n"
    "milestones:\n"
    "  - {id: m1, name: 开工, due: 2023-06-30, done: 2023-06-01}\n"
    "  - {id: m2, name: 竣工, due: 2023-12-31, weight: 3}\n";

}  // namespace

TEST_SUITE_BEGIN("report");

TEST_CASE("The completion of a task is written out as the weighted mean that it is") {
  const report::Story story = test::explained({mixed, "2023-07-31"});
  CHECK(test::step(story, "completion").value.text == "50.00%（3/4 项有数据）");
  CHECK(test::because(story, "completion") ==
        "按权重平均：(2 × 100.00% + 1 × 100.00% + 3 × 0.00%) ÷ 6 = 50.00% | 超过 100% 的按 100% "
        "计，低于零的按零计 | 没有数据、不参与平均的：b");
  CHECK(test::because(story, "milestones") == "完成 1 ÷ 全部 4 = 25.00%；到 2023-07-31 应完成 1");
}

TEST_CASE("Milestones that say nothing yet are left out and said to be") {
  const report::Story story = test::explained({mixed, "2023-05-01"});
  CHECK(test::because(story, "completion") ==
        "没有一项有数据 | 没有数据、不参与平均的：a、b、m1、m2");
  CHECK(test::because(story, "milestones").ends_with("还没有节点完成或逾期，暂不计入完成率"));
  CHECK(test::because(story.parts.at(2), "done") ==
        "台账记为 2023-06-01 完成，晚于 2023-05-01，不算");
}

TEST_CASE("Every measure and issue has its part, with its raw figures beside the steps") {
  const report::Story story = test::explained(
      {mixed + "issues: [{id: q1, found: 2023-07-01, level: general, text: 堵}]\n", "2023-07-31"});
  std::string parts;
  for (const report::Story& part : story.parts) parts += std::string(part.subject) + " ";
  CHECK(parts == "indicator indicator milestone milestone issue ");
  const report::Json view = report::story_view(story);
  CHECK(view["subject"] == "task");
  CHECK(view["completion"] == 50);
  CHECK(view["indicators"].size() == 2);
  CHECK(view["indicators"][0]["value"] == 30);
  CHECK(view["indicators"][0]["readings"][0]["fate"] == "newest");
  CHECK(view["indicators"][0]["light_story"][0]["reason"] == "met");
  CHECK(view["indicators"][0]["steps"][0]["figure"] == "reading");
  CHECK(view["milestones"][1]["steps"].back()["figure"] == "light");
  CHECK(view["issues"][0]["steps"][0]["value"] == "已发现（逾期）");
  CHECK(view["steps"].size() == story.steps.size());
}

TEST_CASE("The steps of text and JSON are the same sentences") {
  const report::Story story = test::explained({mixed, "2023-07-31"});
  const report::Json view = report::story_view(story.parts.at(0));
  const report::Document document = report::story_document(story.parts.at(0), test::zh);
  const auto* numbered = std::get_if<report::Numbered>(&document.at(1));
  REQUIRE(numbered);
  REQUIRE(numbered->rows.size() == view["steps"].size());
  for (std::size_t i = 0; i < numbered->rows.size(); ++i) {
    CHECK(view["steps"][i]["label"] == numbered->rows[i].name);
    CHECK(view["steps"][i]["value"] == numbered->rows[i].value.text);
    CHECK(view["steps"][i]["because"] == numbered->rows[i].lines);
  }
}

TEST_CASE("A story of a synthetic ledger says so") {
  const auto last_notes = [](const std::string& plan) {
    const report::Story story = test::explained({mixed, "2023-07-31", "2023-07-31", plan});
    std::string notes;
    for (const auto& block : report::story_document(story, test::zh)) {
      if (const auto* note = std::get_if<report::Note>(&block)) notes += note->text;
    }
    CHECK(report::story_view(story).contains("synthetic") == !plan.empty());
    return notes;
  };
  CHECK(last_notes("synthetic: true\n").starts_with("合成数据"));
  CHECK(last_notes("").starts_with("灯："));
}

TEST_CASE("A task without measures stands on its grade, or on nothing") {
  const report::Story good =
      test::explained({"qualitative: {grade: 良, date: 2023-03-01}\n", "2023-03-31"});
  CHECK(test::because(good, "completion") == "没有指标和节点，评定等次“良”计为 85.00%");
  CHECK(test::because(good, "light") == "没有指标和节点，按评定等次“良”：绿灯");
  CHECK(test::because(test::explained({"", "2023-03-31"}), "completion") ==
        "没有指标和节点，也没有评定等次");
}

TEST_CASE("An issue tells its term and when it is urged and escalated") {
  const std::string issue =
      "issues:\n  - {id: q1, found: 2023-08-21, level: major, text: 堵, log: [{date: 2023-08-21, "
      "state: found}, {date: 2023-09-25, state: resolved, by: 市工信局}]}\n";
  const auto told = [&](const std::string& as_of, const char* figure) {
    return test::because(test::explained({issue, as_of}).parts.at(0), figure);
  };
  CHECK(told("2023-09-22", "due") == "没有写明时限：2023-08-21 发现，较大问题 30 天");
  CHECK(told("2023-09-22", "state") == "2023-08-21 已发现 | 之后还有 1 步，晚于 2023-09-22，不算");
  CHECK(told("2023-09-20", "urge").ends_with("到 2023-09-20 没有超期，不需要催办"));
  CHECK(told("2023-09-22", "urge").ends_with("到 2023-09-22 已经催办，还没有升级"));
  CHECK(told("2023-09-26", "due").ends_with("解决时已经超期"));
}

TEST_SUITE_END();
