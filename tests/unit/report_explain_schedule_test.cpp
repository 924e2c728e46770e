// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "explained.h"

using namespace taizhang;
using test::indicator;
using test::reading;

namespace {

/// Value and reasons of the step `figure` of the indicator.
std::string told(const std::string& figure, const std::string& task, const std::string& as_of,
                 const std::string& known_by = "") {
  const report::Story story = test::explained({task, as_of, known_by.empty() ? as_of : known_by});
  const report::Story& a = story.parts.at(0);
  return test::step(a, figure).value.text + " ← " + test::because(a, figure);
}

std::string expected(const std::string& more, const std::string& day) {
  return told("expected", indicator("trajectory: " + more), day);
}

}  // namespace

TEST_SUITE_BEGIN("report");

TEST_CASE("A straight line is written out with its days") {
  CHECK(expected("{type: linear}", "2023-03-31") ==
        "24.658 亿元 ← 没有报数，按 2023-03-31 计 | 直线：0 + (100 − 0) × 90/365 = 24.658");
}

TEST_CASE("Hold and end say what they ask for and when") {
  CHECK(expected("{type: hold}", "2023-03-31") ==
        "100 亿元 ← 没有报数，按 2023-03-31 计 | 全期任何一天都应达到 100 亿元");
  CHECK(expected("{type: end}", "2023-03-31") ==
        "0 亿元 ← 没有报数，按 2023-03-31 计 | 2023-12-31 到期才要求 100 亿元，此前为基数 0 亿元");
  CHECK(expected("{type: end}", "2023-12-31") ==
        "100 亿元 ← 没有报数，按 2023-12-31 计 | 2023-12-31 已到期，应达到全部目标 100 亿元");
}

TEST_CASE("Steps name the point that holds and the next one") {
  const std::string steps =
      "{type: step, points: [{date: 2023-05-31, value: 40}, {date: 2023-08-31, value: 100}]}";
  const std::string on = " 亿元 ← 没有报数，按 ";
  CHECK(expected(steps, "2023-05-30") ==
        "0" + on + "2023-05-30 计 | 第一点在 2023-05-31，此前为基数 0 亿元");
  CHECK(expected(steps, "2023-05-31") ==
        "40" + on + "2023-05-31 计 | 台阶：2023-05-31 起应达到 40 亿元，到 2023-08-31 之前不变");
  CHECK(expected(steps, "2023-08-31") ==
        "100" + on + "2023-08-31 计 | 最后一点：2023-08-31 起应达到 100 亿元");
}

TEST_CASE("A broken line names the two points that it runs between") {
  const std::string points =
      "{type: points, points: [{date: 2023-03-31, value: 40}, {date: 2023-12-31, value: 100}]}";
  CHECK(expected(points, "2023-06-30") ==
        "59.855 亿元 ← 没有报数，按 2023-06-30 计 | 折线：2023-03-31 为 40 亿元，2023-12-31 为 100 "
        "亿元，其间 40 + (100 − 40) × 91/275 = 59.855");
  // Before the first point the line comes from the baseline, on the day before the start.
  CHECK(expected(points, "2023-02-14") ==
        "20 亿元 ← 没有报数，按 2023-02-14 计 | 折线：2022-12-31 为 0 亿元，2023-03-31 为 40 "
        "亿元，其间 0 + (40 − 0) × 45/90 = 20");
}

TEST_CASE("The value is taken at the data date, and what is due on the day stands beside it") {
  CHECK(told("expected", indicator(reading("2023-03-31", "15")), "2023-04-30") ==
        "24.658 亿元 ← 按数据截止日 2023-03-31 计 | 直线：0 + (100 − 0) × 90/365 = 24.658 | "
        "台账没有另写序时安排，由类型（累计）、基数和目标决定 | 到 2023-04-30 应完成 32.877 "
        "亿元，那一天的数还没有");
  CHECK(told("time", indicator(reading("2023-03-31", "15")), "2023-04-30") ==
        "32.88% ← 2023-01-01 至 2023-04-30 共 120 天，除以全期 365 天 = 32.88% | 序时按数据截止日 "
        "2023-03-31 算：90 ÷ 365 = 24.66%");
}

TEST_CASE("Counts are rounded towards the baseline, up where lower is better") {
  CHECK(told("expected", indicator("integer: true, trajectory: {type: linear}"), "2023-03-31") ==
        "24 亿元 ← 没有报数，按 2023-03-31 计 | 直线：0 + (100 − 0) × 90/365 = 24.658 | "
        "按整数计，向下取整为 24 亿元");
  CHECK(told("expected",
             indicator("integer: true, direction: down, baseline: 100, trajectory: {type: linear}",
                       "20", "level"),
             "2023-03-31") ==
        "81 亿元 ← 没有报数，按 2023-03-31 计 | 直线：100 + (20 − 100) × 90/365 = 80.274 | "
        "按整数计，向上取整为 81 亿元");
}

TEST_CASE("Completion and ratio are sums of the figures that they stand on") {
  const std::string task = indicator(reading("2023-03-31", "15"));
  CHECK(told("completion", task, "2023-03-31") == "15.00% ← (15 − 0) ÷ (100 − 0) = 15.00%");
  CHECK(told("ratio", task, "2023-03-31") ==
        "0.6083 ← 按数据截止日 2023-03-31 计 | (15 − 0) ÷ (24.658 − 0) = 0.6083");
  const std::string down = indicator(
      "direction: down, baseline: 13, " + reading("2023-06-30", "11"), "9", "level", "reach");
  CHECK(told("completion", down, "2023-06-30") == "50.00% ← (11 − 13) ÷ (9 − 13) = 50.00%");
}

TEST_CASE("A stock without a baseline is told as a share of its target") {
  const std::string task = indicator(reading("2023-03-31", "369"), "300", "level", "exceed");
  CHECK(told("completion", task, "2023-03-31") ==
        "123.00% ← 占目标：369 ÷ 300 = 123.00% | 求平均时按 100.00% 计");
  CHECK(told("ratio", indicator(reading("2023-03-31", "200"), "300", "level"), "2023-03-31") ==
        "— ← 按数据截止日 2023-03-31 计 | 这一天序时还不要求完成任何量，没有序时比，视为达到序时");
}

TEST_CASE("What has no meaning says why") {
  CHECK(told("completion", indicator(reading("2023-03-31", "-5"), "-2", "growth"), "2023-03-31") ==
        "— ← 目标不大于零，占目标的比例没有意义 | 与目标差 3 个百分点");
  CHECK(told("completion", indicator(reading("2023-03-31", "7"), "6.5", "growth"), "2023-03-31") ==
        "100.00% ← 增速达到目标，计为 100%");
}

TEST_CASE("Whether a target is met is said by its qualifier") {
  const auto met = [](const std::string& qualifier, const std::string& value,
                      const std::string& more = "") {
    return told("met",
                indicator(more + reading("2023-03-31", value), "100", "cumulative", qualifier),
                "2023-03-31");
  };
  const std::string now = " | 现为 100 亿元，目标 100 亿元";
  CHECK(met("at_least", "100") == "已达到 ← 要求不低于 100 亿元" + now);
  CHECK(met("exactly", "100") == "已达到 ← 只写了数：要求不低于 100 亿元，超过也算" + now);
  CHECK(met("exceed", "100") == "未达到 ← “突破”：要求大于 100 亿元，等于不算" + now +
                                    " | 正好等于目标，还没有突破（临界）");
  CHECK(met("about", "100", "integer: true, ") ==
        "已达到 ← “左右”：计数允许低 10%，向上取整，小于 10 的计数不打折；百分比允许低 0.5 "
        "个百分点 | 因此要求不低于 90 亿元" +
            now);
  CHECK(met("at_least", "100", "direction: down, baseline: 130, ") ==
        "已达到 ← 要求不高于 100 亿元" + now);
}

TEST_CASE("A forecast is told by every method that has something to say") {
  const std::string readings =
      "readings: [{id: r1, date: 2023-06-30, value: 97}, {id: r2, date: 2023-09-30, value: 150}]";
  const std::string counted = indicator("integer: true, " + readings, "221");
  CHECK(
      told("forecast",
           counted + "self_assessments: [{date: 2023-10-05, by: 市工信局, "
                     "expect_year_end: 215}]\n",
           "2023-09-30", "2023-10-05") ==
      "2023-12-31 预计 200 亿元（按序时比） ← 按序时比：0 + (221 − 0) × (150 − 0) ÷ (165.296 − "
      "0) = 200.549，取整为 200 | 按近期速度：2023-06-30 为 97 亿元，2023-09-30 为 150 亿元，隔 92 "
      "天，到期还有 92 天：150 + (150 − 97) ÷ 92 × 92 = 203 | 单位自报：215 亿元 | "
      "采用“按序时比” | 各种方法中最低 200 亿元，最高 215 亿元");
  CHECK(told("forecast", indicator(reading("2023-03-31", "15")), "2023-03-31") ==
        "— ← 到数据截止日 2023-03-31 时间进度只有 24.66%，不到 25%，不作预计");
}

TEST_SUITE_END();
