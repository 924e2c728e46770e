// SPDX-License-Identifier: MIT
//
// A document with every block, and one in which every text is hostile to every format.
#pragma once

#include "document/document.h"
#include "render/format.h"
#include "values.h"

namespace taizhang::test {

using document::Align;
using document::Form;
using document::Number;
using document::Tone;
using document::Value;

inline Value percent_of(long long part, long long whole) {
  return Number{fraction(part, whole), Form::percent};
}

inline document::Word yellow_light() { return {"yellow", {"黄灯", "yellow"}, Tone::yellow}; }

inline render::Look look_of(int width = 0, bool colour = false) {
  render::Look look;
  look.width = width;
  look.style = render::Style(colour);
  look.templates = render::embedded_templates();
  return look;
}

/// A document of one chapter with these blocks.
inline document::Document document_of(std::vector<document::Block> blocks) {
  document::Document result;
  result.chapters.push_back({"", std::move(blocks)});
  return result;
}

inline document::Table sample_table() {
  document::Table table;
  table.id = "tasks";
  table.columns = {{"item", "序号", Align::right},
                   {"title", "任务", Align::left, true},
                   {"completion", "完成率", Align::right}};
  table.rows = {{{14, "推动汽车产业转型", percent_of(5701, 10000)}, "14"},
                {{7, "abc", document::Absent{}}, "7"}};
  return table;
}

inline document::Document sample_document() {
  document::Document all;
  all.id = "sample";
  all.title = "样张";
  all.clocks = {day("2024-07-12"), day("2024-07-13")};
  all.head = {"临水县重点任务", "截至 2024-07-12"};
  document::Table overdue;
  overdue.id = "overdue";
  overdue.title = "已逾期";
  overdue.columns = {{"written.due", "日期"}, {"light", "灯"}, {"days", "天数", Align::right}};
  overdue.rows = {
      {{Value(day("2024-06-07")).toned(Tone::red), yellow_light(), Value(35).toned(Tone::red)}}};
  all.chapters.push_back(
      {"2024",
       {document::Heading{"临水县2024年重点工作任务", 1},
        document::Heading{document::Sentence{{1, " 本周概况"}}, 2},
        document::Cards{"overview",
                        {{"time", "时间进度", percent_of(1, 2), "截至 2024-07-12", true},
                         {"done", "已完成", document::out_of(1, 4)}}},
        document::Paragraph{"summary", document::Sentence{{"共 ", 3, " 项任务。"}}}, sample_table(),
        overdue,
        document::Fields{"task",
                         {{"lead", "牵头单位", document::List{{"县水务局", "县城投公司"}}},
                          {"light", "灯", yellow_light()}}},
        document::Steps{"story",
                        {{"ratio",
                          "序时比",
                          Number{fraction(9219, 10000), Form::ratio},
                          {"实际 47.5%", "应完成 51.5%"}}}},
        document::Bullets{"next", {"第 1 项：请协调", "第 2 项：请上报"}},
        document::Note{"* 为人工定灯。"}}});
  all.foot = {"灯：黄灯 滞后。", "— 表示没有数据。"};
  return all;
}

/// Of each shape a picture; every column and row is called `name`.
inline std::vector<document::Chart> charts(const std::string& name) {
  const auto amount = [&](long long whole) {
    return Value(Number{.value = whole, .form = Form::amount, .unit = name});
  };
  document::Chart stacked;
  stacked.shape = document::Chart::Shape::stacked;
  stacked.columns = {{"section", name}, {"on_schedule", name}, {"behind", name}, {"done", name}};
  stacked.rows = {{{name, Value(6).toned(Tone::green), Value(2).toned(Tone::yellow), 0}},
                  {{name, 0, Value(1).toned(Tone::yellow), Value(3).toned(Tone::blue)}},
                  {{name, 0, 0, 0}}};
  document::Chart progress;
  progress.shape = document::Chart::Shape::progress;
  progress.columns = {{"name", name},    {"light", name},        {"value", name},
                      {"target", name},  {"expected_now", name}, {"forecast", name},
                      {"baseline", name}};
  progress.rows = {
      {{name, yellow_light(), amount(30), amount(100), amount(40), amount(80), amount(0)}},
      {{name, yellow_light(), amount(16), amount(10), Value(), Value(), amount(20)}},
      {{name, yellow_light(), Value(), amount(10), Value(), Value(), amount(20)}}};
  document::Chart readings;
  readings.shape = document::Chart::Shape::readings;
  readings.columns = {{"date", name}, {"value", name}, {"expected", name}};
  readings.rows = {{{day("2024-01-31"), amount(10), Value()}},
                   {{day("2024-03-01"), amount(40), Value()}},
                   {{day("2024-01-01"), Value(), amount(0)}},
                   {{day("2024-04-30"), Value(), amount(80)}}};
  for (document::Chart* chart : {&stacked, &progress, &readings}) {
    chart->id = "picture";
    chart->title = name;
  }
  return {stacked, progress, readings};
}

/// One text that tries to be markup in HTML and Markdown, a formula, a row, a template and an
/// order to the terminal.
inline const std::string hostile = "=<b>|*x*\"{{title}}\n\x1b[31m& [a](http://b)";

inline document::Document hostile_document() {
  document::Table table;
  table.id = "t";
  table.title = hostile;
  table.columns = {{"a", hostile, Align::left, true}, {"b", hostile}};
  table.rows = {{{hostile, document::List{{hostile, 1}}}}};
  document::Document all = document_of(
      {document::Heading{hostile, 1}, document::Paragraph{"p", hostile},
       document::Fields{"f", {{"k", hostile, hostile}}}, table, document::Bullets{"b", {hostile}},
       document::Steps{"s", {{"k", hostile, hostile, {hostile}}}},
       document::Cards{"c", {{"k", hostile, hostile, hostile}}}, document::Note{hostile}});
  for (document::Chart& chart : charts(hostile)) {
    all.chapters.front().blocks.push_back(std::move(chart));
  }
  all.title = hostile;
  all.head = {hostile, Value(hostile).toned(Tone::red)};
  all.foot = {hostile};
  return all;
}

}  // namespace taizhang::test
