// SPDX-License-Identifier: MIT
//
// Stories of the sample ledger, with the numbers of the table of worked values (RULES.md §10).
#include "report/reports.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <memory>

#include "facts/trace.h"
#include "load/load.h"
#include "memory_disk.h"
#include "query/topic.h"
#include "report/explain/parts.h"
#include "run.h"
#include "values.h"

namespace report_explain_test {

using namespace taizhang;
using base::Language;
using document::Block;
using document::Steps;
using document::Value;

namespace {

/// A ledger of the test cases, asked on a pair of days.
class Asking {
 public:
  explicit Asking(const std::string& ledger, const std::string& day,
                  const std::string& known_by = "", Language language = Language::zh)
      : words_(language) {
    disk_.mount(test::source_folder() + "/tests/cases/ledgers/" + ledger, "tasks");
    ledger_ = load::load(disk_, "tasks");
    const base::Clocks clocks{test::day(day), test::day(known_by.empty() ? day : known_by)};
    std::vector<measure::PlanFigures> plans;
    for (const model::PlanFolder& plan : ledger_.plans) {
      plans.push_back(measure::measure_plan(plan, ledger_.registry_of(plan), clocks));
    }
    world_ = std::make_unique<facts::World>(
        ledger_, std::vector<std::unique_ptr<const model::PlanFolder>>(), std::move(plans), clocks);
    asked_ = std::make_unique<report::Asked>(
        report::Asked{.words = words_, .clocks = clocks, .world_on = [this](base::Clocks, auto) {
                        return std::cref(*world_);
                      }});
  }

  const report::Asked& asked() const { return *asked_; }
  facts::Row row(const std::string& topic) const { return query::find_topic(*world_, topic, {}); }
  document::Document explain(const std::string& topic) const {
    return report::explain(*asked_, row(topic));
  }
  document::Value why_light(const std::string& topic) const {
    return report::why_light(*asked_, row(topic), facts::trace(row(topic), facts::Need::figures));
  }
  const facts::World& world() const { return *world_; }

 private:
  words::Words words_;
  test::MemoryDisk disk_;
  model::Ledger ledger_;
  std::unique_ptr<facts::World> world_;
  std::unique_ptr<report::Asked> asked_;
};

/// The step `key` of the story of `address`: its value and its lines, one a line.
std::string step(const document::Document& document, const std::string& address,
                 const std::string& key) {
  std::string all;
  for (const document::Chapter& chapter : document.chapters) {
    for (const Block& block : chapter.blocks) {
      const auto* steps = std::get_if<Steps>(&block);
      if (!steps || steps->id != address) continue;
      for (const Steps::Step& one : steps->steps) {
        if (one.key != key) continue;
        all += document::text(one.value, document.language) + "\n";
        for (const Value& line : one.lines) all += document::text(line, document.language) + "\n";
      }
    }
  }
  return all;
}

/// Every number of a document has an origin; where that is an operand, of a rule.
void check_origins(const document::Document& document) {
  int numbers = 0;
  document::for_each_number(
      document, [&](const Value& number, const std::optional<document::Origin>& origin) {
        ++numbers;
        const std::string shown = document::text(number, document.language);
        CHECK_MESSAGE(origin.has_value(), document.title << ": " << shown);
        if (origin && origin->how == document::Origin::How::operand) {
          CHECK_MESSAGE(!origin->rule.empty(), shown);
          CHECK_MESSAGE(!origin->address.empty(), shown);
        }
      });
  CHECK(numbers > 0);
}

/// The first step for programs that went by `rule`.
const document::Record* for_programs(const Value& data, std::string_view rule) {
  const Value* steps = data.as<document::Record>()->find("steps");
  for (const Value& one : steps->as<document::List>()->items) {
    const auto* record = one.as<document::Record>();
    if (*record->find("rule")->as<std::string>() == rule) return record;
  }
  return nullptr;
}

}  // namespace

TEST_SUITE_BEGIN("report");

TEST_CASE("Explain: the charging piles in July, as first reported and as corrected") {
  const std::string piles = "2023/14/piles";
  const auto first = Asking("shili", "2023-07-31", "2023-08-10").explain("14/piles");
  // 212 of 365 days: 221 · 212/365 = 128.362; 126/221 = 57.01 %; 126/128 = 0.9844.
  CHECK(
      step(first, piles, "time") ==
      "58.08%\n2023-01-01 起到 2023-07-31 已过 212 天，除以全期（至 2023-12-31）365 天 = 58.08%\n");
  CHECK(step(first, piles, "expected") ==
        "128 个\n台账写明的序时安排：直线\n"
        "到 2023-07-31：0 + (221 − 0) × 时间进度 58.08% = 128.362 个\n"
        "按整数计，128.362 向下取整为 128 个\n");
  CHECK(step(first, piles, "completion") == "57.01%\n(126 − 0) ÷ (221 − 0) = 57.01%\n");
  CHECK(step(first, piles, "ratio").starts_with("0.9844\n(126 − 0) ÷ (128 − 0) = 0.9844\n"));
  CHECK(step(first, piles, "light") ==
        "绿灯\n序时比 0.9844（不低于 0.9500 为绿灯，不低于 0.8000 为黄灯，再低为红灯）：绿灯\n");
  const auto corrected = Asking("shili", "2023-07-31", "2023-08-31").explain("14/piles");
  CHECK(step(corrected, piles, "completion") == "53.39%\n(118 − 0) ÷ (221 − 0) = 53.39%\n");
  CHECK(step(corrected, piles, "value").find("已被 r4 更正为 118 个") != std::string::npos);
  CHECK(step(corrected, piles, "light").starts_with("黄灯\n"));
}

TEST_CASE("Explain: the charging piles in September have a forecast, the task a score") {
  const auto task = Asking("shili", "2023-09-30", "2023-10-05").explain("14");
  const std::string forecast = step(task, "2023/14/piles", "forecast");
  // 0 + 221 · 150 / 165.296 = 200.549; 150 + 53/92 · 92 = 203.
  CHECK(forecast.starts_with("2023-12-31 预计 200 个（按序时比）\n"));
  CHECK(forecast.find("= 200.549 个\n按整数计，200.549 向下取整为 200 个\n") != std::string::npos);
  CHECK(forecast.find("照此每天的增减推到 2023-12-31：203 个\n") != std::string::npos);
  CHECK(
      step(task, "2023/14", "completion") ==
      "67.87%（1/1 项计入平均）\n"
      "新增电动汽车公共充电桩（piles）：67.87%（计 0 至 100%）× 权重 1 = 0.679\n"
      "按权重平均：0.679 ÷ 1 = 67.87%（1/1 项计入平均）；超过 100% 的按 100% 计，低于零的按零计\n");
  CHECK(step(task, "2023/14", "light") ==
        "黄灯\n取各项中最差的一项，即 新增电动汽车公共充电桩（piles）：黄灯\n");
  // Not yet settled, so by schedule: 100 × 150/165; less 0.1 for a late report, 1 for an issue and
  // 1 for the second yellow month.
  const std::string score = step(task, "2023/14", "score");
  CHECK(score.starts_with("序时得分 88.81（良）\n"));
  CHECK(score.find("90.909 − 2.1 = 88.81") != std::string::npos);
  // 2.1 is not above what can be taken off.
  CHECK(score.find("最多扣") == std::string::npos);
  CHECK(step(task, "2023/14", "suggested_order").starts_with("督办单\n"));
}

TEST_CASE("Explain: data that is not renewed grows stale") {
  const std::string piles = "2023/14/piles";
  const auto december = Asking("shili", "2023-12-10").explain("14/piles");
  CHECK(step(december, piles, "light").find("已有 71 天没有新数，已属陈旧") != std::string::npos);
  const auto january = Asking("shili", "2024-01-05").explain("14/piles");
  CHECK(step(january, piles, "light").find("已有 97 天没有新数，严重陈旧；原为黄灯：红灯\n") !=
        std::string::npos);
  CHECK(step(january, piles, "reports").starts_with("迟报 1 期，漏报 3 期"));
}

TEST_CASE("Explain: steps of a trajectory, and two clocks on one day") {
  const auto area = Asking("shili", "2023-08-31").explain("43/area");
  CHECK(step(area, "2023/43/area", "expected").starts_with("20.5 万亩\n"));
  CHECK(step(area, "2023/43/area", "ratio")
            .starts_with("1.0049\n(20.6 − 0) ÷ (20.5 − 0) = 1.0049\n"));
  const auto known = [](const std::string& by) {
    return step(Asking("shili", "2023-12-31", by).explain("43/output"), "2023/43/output", "light");
  };
  CHECK(known("2023-12-31").starts_with("蓝灯\n"));
  CHECK(known("2024-01-31").starts_with("红灯\n"));
}

TEST_CASE("Explain: every number says where it comes from") {
  const Asking shili("shili", "2023-09-30", "2023-10-05");
  for (const char* topic : {"14", "14/piles", "14/q1", "43", "2023", "市工信局"}) {
    check_origins(shili.explain(topic));
  }
  const Asking linshui("linshui", "2024-07-12");
  for (const char* topic : {"1", "1/leakage", "1/design", "2", "3"}) {
    check_origins(linshui.explain(topic));
  }
  check_origins(report::explain(shili.asked(), query::find_section(shili.world(), "2")));
}

TEST_CASE("Explain: programs get each step with its operands by name") {
  const Asking shili("shili", "2023-07-31", "2023-08-10");
  const Value data = shili.explain("14").data();
  const auto* completion = for_programs(data, "completion.from_baseline");
  REQUIRE(completion);
  CHECK(*completion->find("row")->as<std::string>() == "2023/14/piles");
  CHECK(*completion->find("figure")->as<std::string>() == "completion");
  const auto* value = completion->find("value");
  CHECK(value->as<document::Number>()->value == base::Ratio(126, 221));
  CHECK(value->origin()->field == "completion");
  const auto* operands = completion->find("operands")->as<document::Record>();
  CHECK(operands->find("value")->as<document::Number>()->value == 126);
  CHECK(operands->find("target")->origin()->rule == "completion.from_baseline");
  CHECK(*data.as<document::Record>()->find("subject")->as<std::string>() == "tasks");
}

TEST_CASE("Explain: a part alone has its own figures alone") {
  const Asking shili("shili", "2023-09-30", "2023-10-05");
  const Value data = shili.explain("14/piles").data();
  CHECK_FALSE(for_programs(data, "light.worst_measure"));
  CHECK(for_programs(data, "light.by_ratio"));
}

TEST_CASE("Why a light is what it is, in one line") {
  const Asking shili("shili", "2023-09-30", "2023-10-05");
  CHECK(document::text(shili.why_light("14"), Language::zh) ==
        "序时比 0.9091（不低于 0.9500 为绿灯，不低于 0.8000 为黄灯，再低为红灯）：黄灯；"
        "取各项中最差的一项，即 新增电动汽车公共充电桩（piles）：黄灯");
}

TEST_SUITE_END();

}  // namespace report_explain_test
