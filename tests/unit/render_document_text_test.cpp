// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "base/text.h"
#include "render_document_sample.h"

namespace render_document_text_test {

using namespace taizhang;

namespace {

std::string text_of(std::vector<document::Block> blocks, int width = 0, bool colour = false) {
  return render::document_text(test::document_of(std::move(blocks)), test::look_of(width, colour));
}

document::Fields one_field(const std::string& name, document::Value value) {
  return {"f", {{"k", name, std::move(value)}}};
}

}  // namespace

TEST_SUITE_BEGIN("render");

TEST_CASE("Names and values line up by display width") {
  CHECK(text_of({document::Fields{"f", {{"a", "序号", 14}, {"b", "牵头单位", "市工信局"}}}}) ==
        "  序号      14\n"
        "  牵头单位  市工信局\n");
}

TEST_CASE("A heading is set off by an empty line, but not the first") {
  CHECK(text_of({document::Heading{"甲", 1}, document::Paragraph{"p", "乙"},
                 document::Heading{"丙", 2}}) == "甲\n  乙\n\n丙\n");
}

TEST_CASE("A long value goes on under itself") {
  // Of thirty columns two go to the indent, two to the name, two to the gap: 24 for 12 汉字.
  std::string value;
  for (int i = 0; i < 15; ++i) value += "字";
  CHECK(text_of({one_field("甲", value)}, 30) ==
        "  甲  字字字字字字字字字字字字\n"
        "      字字字\n");
}

TEST_CASE("The lines that the writer made stay lines") {
  CHECK(text_of({document::Paragraph{"p", "一\n二\n"}}) == "  一\n  二\n");
}

TEST_CASE("No line of text is wider than the terminal") {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "新增 221 个公共充电桩，";
  document::Table table;
  table.columns = {{"a", "序号"}, {"b", "说明", document::Align::left, true, true}};
  table.rows = {{{1, text}}};
  for (const int width : {30, 47, 80, 100}) {
    CAPTURE(width);
    const std::string shown = text_of(
        {document::Heading{"甲", 2}, document::Paragraph{"p", text}, one_field("概述", text), table,
         document::Bullets{"b", {text}}, document::Steps{"s", {{"k", "灯", text, {text}}}},
         document::Cards{"c", {{"k", "名", text, text}}}, document::Note{text}},
        width);
    for (const std::string_view line : base::split(shown, '\n')) {
      CHECK(base::display_width(line) <= width);
    }
  }
}

TEST_CASE("Numbered points hang below their numbers, and their reasons below them") {
  document::Steps steps;
  steps.steps.push_back(
      {"light", "灯", test::yellow_light(), {"序时比 0.9219，在 0.80 与 0.95 之间"}});
  CHECK(text_of({document::Heading{"甲", 1}, steps}, 30) ==
        "甲\n"
        "  1 灯  黄灯\n"
        "    · 序时比 0.9219，在 0.80\n"
        "      与 0.95 之间\n");
  for (int i = 0; i < 9; ++i) steps.steps.push_back({"k", "乙", "丙", {}});
  const std::string ten = text_of({steps}, 80, true);
  CHECK(ten.find("   \x1b[2m1\x1b[0m \x1b[2m灯\x1b[0m  \x1b[1;33m黄灯\x1b[0m\n") == 0);
  CHECK(ten.find("\n  \x1b[2m10\x1b[0m ") != std::string::npos);
}

TEST_CASE("Bullets hang, cards are names and values with their notes") {
  CHECK(text_of({document::Bullets{"b", {"一二三四五六七八九十一二三四"}}}, 30) ==
        "  · 一二三四五六七八九十一二三\n"
        "    四\n");
  CHECK(text_of({document::Cards{"c",
                                 {{"a", "已完成", document::out_of(1, 4)},
                                  {"b", "时间", test::percent_of(1, 2), "截至 2024-07-12"}}}}) ==
        "  已完成  1/4\n"
        "  时间    50.00%（截至 2024-07-12）\n");
}

TEST_CASE("A note is set apart from what stands before it") {
  CHECK(text_of({document::Paragraph{"p", "甲"}, document::Note{"乙"}}) == "  甲\n\n乙\n");
}

TEST_CASE("A table below a heading is indented with the text, one by itself is not") {
  document::Table table;
  table.columns = {{"id", "编号"}, {"value", "数值", document::Align::right}};
  table.rows = {{{"r1", 126}}};
  CHECK(text_of({table}) == "编号  数值\nr1     126\n");
  CHECK(text_of({document::Heading{"甲", 2}, table}) == "甲\n  编号  数值\n  r1     126\n");
  CHECK(text_of({table, table}) == "编号  数值\nr1     126\n\n编号  数值\nr1     126\n");
  table.title = "报送";
  CHECK(text_of({table}) == "报送\n  编号  数值\n  r1     126\n");
}

TEST_CASE("Title and head stand above, the foot below") {
  document::Document all = test::document_of({test::sample_table()});
  all.title = "任务清单";
  all.head = {"临水县"};
  all.foot = {"一", "二"};
  const std::string table =
      "序号  任务              完成率\n"
      "  14  推动汽车产业转型  57.01%\n"
      "   7  abc                    —\n";
  render::Look look = test::look_of();
  CHECK(render::document_text(all, look) == "任务清单\n临水县\n\n" + table + "\n一\n二\n");
  look.titled = false;
  CHECK(render::document_text(all, look) == table + "\n一\n二\n");
}

TEST_CASE("A document with every block reads from top to bottom") {
  CHECK(render::document_text(test::sample_document(), test::look_of(60)) ==
        "样张\n"
        "临水县重点任务\n"
        "截至 2024-07-12\n"
        "\n"
        "临水县2024年重点工作任务\n"
        "\n"
        "1 本周概况\n"
        "  时间进度  50.00%（截至 2024-07-12）\n"
        "  已完成    1/4\n"
        "  共 3 项任务。\n"
        "  序号  任务              完成率\n"
        "    14  推动汽车产业转型  57.01%\n"
        "     7  abc                    —\n"
        "\n"
        "已逾期\n"
        "  日期        灯    天数\n"
        "  2024-06-07  黄灯    35\n"
        "\n"
        "  牵头单位  县水务局、县城投公司\n"
        "  灯        黄灯\n"
        "\n"
        "  1 序时比  0.9219\n"
        "    · 实际 47.5%\n"
        "    · 应完成 51.5%\n"
        "  · 第 1 项：请协调\n"
        "  · 第 2 项：请上报\n"
        "\n"
        "* 为人工定灯。\n"
        "\n"
        "灯：黄灯 滞后。\n"
        "— 表示没有数据。\n");
}

TEST_CASE("Data in a document cannot steer the terminal") {
  CHECK(text_of({document::Heading{"\x1b[31m甲", 1}, document::Paragraph{"p", "\x1b[31m乙"},
                 one_field("\x1b名", "\x1b[31m\u202E丙")}) ==
        " [31m甲\n   [31m乙\n   名   [31m 丙\n");
  const std::string all = render::document_text(test::hostile_document(), test::look_of(80));
  CHECK(all.find('\x1b') == std::string::npos);
}

TEST_SUITE_END();

}  // namespace render_document_text_test
