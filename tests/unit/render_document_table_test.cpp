// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>

#include "base/text.h"
#include "render/text_table.h"
#include "render_document_sample.h"

namespace render_document_table_test {

using namespace taizhang;

namespace {

std::string terminal(const document::Table& table, int width = 0, bool colour = false) {
  return render::text_table(table, width, render::Style(colour), base::Language::zh);
}

/// The widest line of a text, in columns.
int widest_line(const std::string& text) {
  int result = 0;
  for (const std::string_view line : base::split(text, '\n')) {
    result = std::max(result, base::display_width(line));
  }
  return result;
}

document::Table table_of(std::vector<document::Column> columns,
                         std::vector<std::vector<document::Value>> rows) {
  document::Table table;
  table.columns = std::move(columns);
  for (auto& cells : rows) table.rows.push_back({std::move(cells)});
  return table;
}

}  // namespace

TEST_SUITE_BEGIN("render");

TEST_CASE("Columns line up by display width, numbers to the right") {
  // Columns of 4, 16 and 6, two blanks between; 汉字 are two wide.
  CHECK(terminal(test::sample_table()) ==
        "序号  任务              完成率\n"
        "  14  推动汽车产业转型  57.01%\n"
        "   7  abc                    —\n");
}

TEST_CASE("No line ends in blanks") {
  CHECK(terminal(table_of({{"a", "a"}, {"b", "b"}}, {{"x", ""}, {"longer", "y"}})) ==
        "a       b\nx\nlonger  y\n");
}

TEST_CASE("Without rows there is the head alone, without columns an empty line") {
  CHECK(terminal(table_of({{"a", "a"}, {"b", "b"}}, {})) == "a  b\n");
  CHECK(terminal({}, 20) == "\n");
}

TEST_CASE("Where it is too narrow the yielding column is cut, with a mark") {
  // 30 columns at full width; at 26 the title gives four: 12 are left, 5 汉字 and the mark.
  CHECK(terminal(test::sample_table(), 26) ==
        "序号  任务          完成率\n"
        "  14  推动汽车产…   57.01%\n"
        "   7  abc                —\n");
}

TEST_CASE("A cell that tells a number is never cut, however narrow the terminal is") {
  using document::Form;
  using document::Number;
  const document::Value share = Number{base::Ratio(1), Form::percent};
  const document::Value promise =
      document::Phrase{{"突破 {0}", "over {0}"}, {Number{base::Ratio(150), Form::amount, "家"}}};
  const document::Table table = table_of({{.key = "title", .title = "任务", .yields = true},
                                          {.key = "promise", .title = "目标", .yields = true},
                                          {.key = "completion", .title = "完成率", .yields = true}},
                                         {{"推进工业企业技术改造和设备更新", promise, share}});
  int cut = 0;
  for (int width = 16; width <= 60; ++width) {
    CAPTURE(width);
    const std::string text = terminal(table, width);
    CHECK(text.find("100.00%") != text.npos);
    CHECK(text.find("150") != text.npos);
    CHECK(widest_line(text) <= width);
    cut += text.find("…") != text.npos;
  }
  // The title gives way.
  CHECK(cut > 10);
}

TEST_CASE("A table that fits is not cut, and never passes the width while a column can yield") {
  CHECK(terminal(test::sample_table(), 30) == terminal(test::sample_table(), 0));
  for (int width = 22; width <= 40; ++width) {  // 4 + 6 + two gaps, and eight for the title
    CHECK(widest_line(terminal(test::sample_table(), width)) <= width);
  }
}

TEST_CASE("The widest column that yields gives first, so that they end up alike") {
  const auto left = document::Align::left;
  const document::Table table =
      table_of({{"a", "first", left, true}, {"b", "second", left, true}, {"c", "third"}},
               {{"aaaaaaaaaaaaaaaaaaaa", "bbbbbbbbbbbb", "ccccc"}});
  // 20 + 12 + 5 and two gaps are 41 columns; to 35 the first gives six, down to 14.
  CHECK(terminal(table, 35) ==
        "first           second        third\n"
        "aaaaaaaaaaaaa…  bbbbbbbbbbbb  ccccc\n");
  // To 29 there are twelve to give: the first goes down to 12 with eight, then each gives two.
  CHECK(terminal(table, 29) ==
        "first       second      third\n"
        "aaaaaaaaa…  bbbbbbbbb…  ccccc\n");
}

TEST_CASE("A wrapping column goes on in the next line under itself") {
  // 1 + 1 + 8: where nothing else is left to give, the gap has given a column.
  CHECK(terminal(table_of({{"a", "a"}, {"b", "说明", document::Align::left, true, true}},
                          {{"x", "一二三四五六七"}}),
                 11) ==
        "a 说明\n"
        "x 一二三四\n"
        "  五六七\n");
}

TEST_CASE("Cells have the colour of their words, titles weight, and marks stay") {
  document::Word word = test::yellow_light();
  word.marked = true;
  CHECK(
      terminal(table_of({{"a", "灯"}, {"b", "n", document::Align::right}}, {{word, 7}}), 0, true) ==
      "\x1b[1m灯     n\x1b[0m\n"
      "\x1b[1;33m黄灯*\x1b[0m  7\n");
}

TEST_CASE("Data cannot break a row, steer the terminal or turn its order round") {
  CHECK(terminal(table_of({{"a", "a"},
                           {"b",
                            "\x1b"
                            "b"}},
                          {{"x\ny", "\x1b[31m\u202Ez"}})) == "a     b\nx y   [31m z\n");
}

TEST_SUITE_END();

}  // namespace render_document_table_test
