// SPDX-License-Identifier: MIT
#include "render/table.h"

#include <doctest/doctest.h>

#include "base/text.h"

using namespace taizhang;
using query::Align;
using query::Table;
using render::Style;

namespace {

const Style plain(false);

/// The widest line of a text, in columns.
int widest(const std::string& text) {
  int result = 0;
  for (std::string_view line : base::split(text, '\n')) {
    result = std::max(result, base::display_width(line));
  }
  return result;
}

Table sample() {
  return {{{"序号", Align::right}, {"任务", Align::left, true}, {"完成率", Align::right}},
          {{"14", "推动汽车产业转型", "57.01%"}, {"7", "abc", "—"}}};
}

}  // namespace

TEST_SUITE_BEGIN("render");

TEST_CASE("Columns line up by display width, numbers to the right") {
  // Columns of 4, 16 and 6, two blanks between; 汉字 are two wide.
  CHECK(render::table_text(sample(), 0, plain) ==
        "序号  任务              完成率\n"
        "  14  推动汽车产业转型  57.01%\n"
        "   7  abc                    —\n");
}

TEST_CASE("No line ends in blanks") {
  const Table table{{{"a"}, {"b"}}, {{"x", ""}, {"longer", "y"}}};
  CHECK(render::table_text(table, 0, plain) == "a       b\nx\nlonger  y\n");
}

TEST_CASE("Without rows there is the head alone") {
  CHECK(render::table_text({{{"a"}, {"b"}}, {}}, 0, plain) == "a  b\n");
}

TEST_CASE("Where it is too narrow the yielding column is cut, with a mark") {
  // 30 columns at full width; at 26 the title gives four: 12 are left, 5 汉字 and the mark.
  CHECK(render::table_text(sample(), 26, plain) ==
        "序号  任务          完成率\n"
        "  14  推动汽车产…   57.01%\n"
        "   7  abc                —\n");
}

TEST_CASE("A table that fits is not cut") {
  CHECK(render::table_text(sample(), 30, plain) == render::table_text(sample(), 0, plain));
}

TEST_CASE("The widest column that yields gives first, so that they end up alike") {
  const Table table{{{"first", Align::left, true}, {"second", Align::left, true}, {"third"}},
                    {{"aaaaaaaaaaaaaaaaaaaa", "bbbbbbbbbbbb", "ccccc"}}};
  // 20 + 12 + 5 and two gaps are 41 columns; to 35 the first gives six, down to 14.
  CHECK(render::table_text(table, 35, plain) ==
        "first           second        third\n"
        "aaaaaaaaaaaaa…  bbbbbbbbbbbb  ccccc\n");
  // To 29 there are twelve to give: the first goes down to 12 with eight, then each gives two.
  CHECK(render::table_text(table, 29, plain) ==
        "first       second      third\n"
        "aaaaaaaaa…  bbbbbbbbb…  ccccc\n");
}

TEST_CASE("A table never passes the width while a column can still yield") {
  const Table table = sample();
  for (int width = 22; width <= 40; ++width) {  // 4 + 6 + two gaps, and eight for the title
    CHECK(widest(render::table_text(table, width, plain)) <= width);
  }
}

TEST_CASE("A wrapping column goes on in the next line under itself") {
  Table table{{{"a", Align::left}, {"说明", Align::left, true}}, {{"x", "一二三四五六七"}}};
  table.columns[1].wraps = true;
  // 1 + 2 + 8
  CHECK(render::table_text(table, 11, plain) ==
        "a  说明\n"
        "x  一二三四\n"
        "   五六七\n");
}

TEST_CASE("Data cannot break a row, steer the terminal or turn its order round") {
  const Table table{{{"a"}, {"b"}}, {{"x\ny", "\x1b[31m\u202Ez"}}};
  CHECK(render::table_text(table, 0, plain) == "a    b\nx y   [31m z\n");
}

TEST_CASE("In colour only the head differs") {
  const std::string text = render::table_text({{{"a"}}, {{"x"}}}, 0, Style(true));
  CHECK(text == "\x1b[1ma\x1b[0m\nx\n");
}

TEST_CASE("A Markdown table has a rule that tells the alignment") {
  CHECK(render::table_markdown(sample()) ==
        "| 序号 | 任务 | 完成率 |\n"
        "| ---: | --- | ---: |\n"
        "| 14 | 推动汽车产业转型 | 57.01% |\n"
        "| 7 | abc | — |\n");
}

TEST_CASE("Data cannot add a column, a row or markup to a Markdown table") {
  const Table table{{{"a|b"}}, {{"x | y\n| z |"}, {"<b>"}}};
  CHECK(render::table_markdown(table) ==
        "| a\\|b |\n| --- |\n| x \\| y \\| z \\| |\n| \\<b\\> |\n");
}

TEST_CASE("CSV quotes what needs it and nothing else") {
  const Table table{{{"序号"}, {"任务"}},
                    {{"14", "新增 221 个"}, {"7", "a,b"}, {"8", "说\"好\""}, {"9", "一\n二"}}};
  CHECK(render::table_csv(table) ==
        "序号,任务\n14,新增 221 个\n7,\"a,b\"\n8,\"说\"\"好\"\"\"\n9,\"一\n二\"\n");
}

TEST_CASE("CSV keeps empty cells") {
  CHECK(render::table_csv({{{"a"}, {"b"}, {"c"}}, {{"", "x", ""}}}) == "a,b,c\n,x,\n");
}

TEST_CASE("A cell that a spreadsheet would run gets an apostrophe") {
  const auto cell = [](const std::string& text) {
    const std::string csv = render::table_csv({{{"a"}}, {{text}}});
    return csv.substr(2, csv.size() - 3);  // without the head and the line end
  };
  CHECK(cell("=cmd|' /C calc'!A0") == "'=cmd|' /C calc'!A0");
  CHECK(cell("=1+1") == "'=1+1");
  CHECK(cell("+SUM(A1)") == "'+SUM(A1)");
  CHECK(cell("-SUM(A1)") == "'-SUM(A1)");
  CHECK(cell("@SUM(A1)") == "'@SUM(A1)");
  CHECK(cell("\t=1") == "'\t=1");
  CHECK(cell("=HYPERLINK(\"http://x\",\"y\")") == "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
  CHECK(cell("=") == "'=");
}

TEST_CASE("A negative number in CSV stays a number") {
  const std::string csv = render::table_csv({{{"a"}}, {{"-8"}, {"-1.5"}, {"-12.50%"}}});
  CHECK(csv == "a\n-8\n-1.5\n-12.50%\n");
}

TEST_CASE("A hostile column title is as harmless as a hostile cell") {
  CHECK(render::table_csv({{{"=cmd"}}, {}}) == "'=cmd\n");
  CHECK(render::table_markdown({{{"<b>"}}, {}}) == "| \\<b\\> |\n| --- |\n");
}

TEST_SUITE_END();
