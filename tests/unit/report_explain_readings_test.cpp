// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "explained.h"

using namespace taizhang;
using test::indicator;

namespace {

std::string told(const std::string& figure, const std::string& task, const std::string& as_of,
                 const std::string& known_by = "") {
  const report::Story story = test::explained({task, as_of, known_by.empty() ? as_of : known_by});
  const report::Story& a = story.parts.at(0);
  return test::step(a, figure).value.text + " ← " + test::because(a, figure);
}

}  // namespace

TEST_SUITE_BEGIN("report");

TEST_CASE("What became of each reading is told, in the order of the file") {
  const std::string task = indicator(
      "readings: [{id: r1, date: 2023-03-31, value: 38, reported: 2023-04-03, backfilled: true},\n"
      "    {id: r2, date: 2023-06-30, value: 97, reported: 2023-07-04},\n"
      "    {id: r3, date: 2023-06-30, value: 95, reported: 2023-07-20, corrects: r2, reason: "
      "重复计算, approved_by: 市政府办公室},\n"
      "    {id: r4, date: 2023-07-31, value: 99, reported: 2023-08-12},\n"
      "    {id: r5, date: 2023-08-31, value: 100, reported: 2023-09-01}]");
  CHECK(told("reading", task, "2023-07-31", "2023-08-05") ==
        "95 亿元（截至 2023-06-30） ← r1：截至 2023-03-31 为 38 亿元，2023-04-03 "
        "上报（补录）；计入，但已有更新的报数 | r2：截至 2023-06-30 为 97 亿元，2023-07-04 "
        "上报；已被 r3 更正（重复计算；经市政府办公室批准），不用 | r3：截至 2023-06-30 为 95 "
        "亿元，2023-07-20 上报；采用 | r4：截至 2023-07-31 为 99 亿元，2023-08-12 上报；到 "
        "2023-08-05 "
        "还没有上报，不用 | r5：截至 2023-08-31 为 100 亿元，2023-09-01 上报；数据截止日晚于 "
        "2023-07-31，不用");
}

TEST_CASE("A withdrawal is told on both sides") {
  const std::string task = indicator(
      "readings: [{id: r1, date: 2023-03-31, value: 38},\n"
      "    {id: r2, date: 2023-03-31, value: null, reported: 2023-04-20, corrects: r1}]");
  CHECK(told("reading", task, "2023-04-30") ==
        "未报送 ← r1：截至 2023-03-31 为 38 亿元，2023-03-31 上报；已被 r2 撤回，不用 | r2：截至 "
        "2023-03-31 撤回 r1，2023-04-20 上报；r1 就此撤回，这一条没有自己的数 | "
        "没有采用的报数，也就没有完成率、序时比和预计；没有不等于零");
}

TEST_CASE("Two units that disagree are named with their values") {
  const std::string task = indicator(
      "readings: [{id: r1, date: 2023-03-31, value: 38, reported: 2023-04-03, by: 市工信局},\n"
      "    {id: r2, date: 2023-03-31, value: 40, reported: 2023-04-04, by: 市发改局}]");
  const std::string reasons = told("reading", task, "2023-04-30");
  CHECK(
      reasons.ends_with("同一数据截止日有不同单位报了不同的数（市工信局 38 亿元、市发改局 40 "
                        "亿元），更正之前以后上报的 r2 为准"));
}

TEST_CASE("A reading that cannot be read and a zero denominator are told as such") {
  CHECK(told("reading", indicator("readings: [{id: r1, date: 2023-3-31, value: 38}]"), "2023-04-30")
            .find("r1：截至 — 为 38 亿元，— 上报；日期或数值读不出来，不用") != std::string::npos);
  CHECK(told("reading",
             indicator("denominator: 户, readings: [{id: r1, date: 2023-03-31, value: 0, parts: "
                       "{户: 0}}]",
                       "90", "ratio"),
             "2023-03-31")
            .starts_with("不适用（截至 2023-03-31）"));
}

TEST_CASE("Changes of a target are told whether they count or not") {
  const auto change = [](const std::string& id, const std::string& more) {
    return "  - {id: " + id + ", field: indicators.a.target, from: 100, " + more + "}\n";
  };
  const std::string task =
      indicator("weight: 1") + "changes:\n" +
      change("c1", "effective: 2023-03-01, to: 90, reason: 用地未批, approved_by: 市政府办公室") +
      change("c2", "effective: 2023-09-01, to: 80, approved_by: 市政府办公室") +
      change("c3", "effective: 2023-02-01, to: 70") +
      change("c4", "effective: 2023-02-01, to: 若干, approved_by: 市政府办公室");
  CHECK(told("target", task, "2023-06-30") ==
        "90 亿元以上（约束性） ← 累计数，从零起算 | 最初的目标是 100 亿元 | 2023-03-01 起改为 90 "
        "亿元，原为 100 亿元（用地未批；经市政府办公室批准） | 还没有生效的调整：2023-09-01 起改为 "
        "80 "
        "亿元，原为 100 亿元（经市政府办公室批准） | 没有写明批准单位、不作数的调整：改为 70 "
        "亿元，原为 100 亿元 | 读不出来、不作数的调整：改为 —，原为 100 亿元");
  CHECK(told("due",
             indicator("due: 2023-10-31") +
                 "changes:\n  - {id: c1, field: indicators.a.due, effective: 2023-03-01, from: "
                 "2023-10-31, to: 2023-11-30, approved_by: 市政府办公室}\n",
             "2023-06-30") ==
        "2023-11-30 ← 台账写明的时限 | 2023-03-01 起改为 2023-11-30，原为 "
        "2023-10-31（经市政府办公室批准）");
}

TEST_CASE("Late and missing reports are told with their periods and deadlines") {
  const std::string task = indicator(
      "readings: [{id: r1, date: 2023-01-31, value: 8, reported: "
      "2023-02-10}]");
  CHECK(
      told("reports", task, "2023-03-10") ==
      "迟报 1 期，漏报 1 期 ← 报送频率：每月；报送单位：市工信局 | 迟报：2023-01-01 至 2023-01-31 "
      "的数应于 2023-02-05 前报送，报晚了 | 漏报：2023-02-01 至 2023-02-28 的数应于 2023-03-05 "
      "前报送，到 2023-03-10 还没有");
  CHECK(told("age", task, "2023-03-10") ==
        "38 天 ← 数据截止日 2023-01-31 至 2023-03-10 已有 38 天 | 每月报送，超过 45 天为陈旧，超过 "
        "75 "
        "天为严重陈旧；现在不算陈旧");
}

TEST_SUITE_END();
