// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "render_document_sample.h"

namespace render_document_csv_test {

using namespace taizhang;

namespace {

/// A document with one table of one column.
document::Document one_column(std::vector<document::Value> cells) {
  document::Table table;
  table.columns = {{"a", "a"}};
  for (document::Value& cell : cells) table.rows.push_back({{std::move(cell)}});
  return test::document_of({table});
}

/// Without the mark of UTF-8 that it begins with.
std::string csv_of(const document::Document& document) {
  render::Look look = test::look_of();
  look.marks_utf8 = false;
  return render::document_csv(document, look);
}

std::string csv_cell_of(document::Value value) {
  const std::string csv = csv_of(one_column({std::move(value)}));
  return csv.substr(2, csv.size() - 3);  // without the head and the line end
}

}  // namespace

TEST_SUITE_BEGIN("render");

TEST_CASE("A single table is its head and its rows") {
  CHECK(csv_of(test::document_of({test::sample_table()})) ==
        "序号,任务,完成率\n14,推动汽车产业转型,57.01%\n7,abc,—\n");
}

TEST_CASE("Excel and WPS know UTF-8 by the mark that CSV begins with, unless it is left out") {
  const document::Document one = one_column({1});
  CHECK(render::document_csv(one, test::look_of()) == "\xEF\xBB\xBF" + csv_of(one));
  CHECK(csv_of(one) == "a\n1\n");
}

TEST_CASE("What a spreadsheet would take for a day or shorten gets an apostrophe, a day does not") {
  for (const char* text : {"2/2",
                           "1-2",
                           "3.5.1",
                           "2023/12",
                           "1/2/23",
                           "007",
                           "12345678901234567",
                           "1E5",
                           "8:30",
                           "5月1日",
                           "10月31日",
                           "2023年10月",
                           "2023年10月31日",
                           "Oct 2023",
                           "Jan-23",
                           "3-Mar",
                           "12 May 2023",
                           "SEPT2",
                           "(5)",
                           "3:4",
                           "1:2",
                           "1:23:4",
                           "8:30 PM",
                           "2/2 ",
                           " 2/2",
                           "1/2/",
                           "1-2-",
                           "1 1/2",
                           "8时5分",
                           " =1+1",

                           " 007"}) {
    CAPTURE(text);
    CHECK(csv_cell_of(text) == "'" + std::string(text));
  }
  CHECK(csv_cell_of(document::out_of(1, 2)) == "'1/2");
  CHECK(csv_cell_of(test::day("2023-08-31")) == "2023-08-31");
  for (const char* text :
       {"2023/85/x", "12.5", "2024", "第 1-2 项", "5月", "2023年", "10月底前", "5月1日起", "decide",
        "May", "marked 3", "（5）", "3:4 胜", "1/2 至 3/4", "12.5 ", "第 3:4 条"})
    CHECK(csv_cell_of(text) == text);
}

TEST_CASE("An amount stands without its unit of measure") {
  CHECK(csv_cell_of(document::Number{base::Ratio(126), document::Form::amount, "个"}) == "126");
  CHECK(csv_cell_of(document::Number{base::Ratio(75), document::Form::amount, "%"}) == "75%");
}

TEST_CASE("A table without rows is its head alone, a document without tables is nothing") {
  document::Table table = test::sample_table();
  table.rows.clear();
  CHECK(csv_of(test::document_of({table})) == "序号,任务,完成率\n");
  CHECK(csv_of(test::document_of({document::Paragraph{"p", "x"}})).empty());
}

TEST_CASE("Several tables are set apart, each below its title or the heading above it") {
  CHECK(csv_of(test::sample_document()) ==
        "1 本周概况\n序号,任务,完成率\n14,推动汽车产业转型,57.01%\n7,abc,—\n"
        "\n"
        "已逾期\n日期,灯,天数\n2024-06-07,黄灯,35\n");
}

TEST_CASE("Several plans are told apart") {
  document::Document both;
  both.title = "清单";
  for (const char* plan : {"2023", "2024"}) {
    document::Table table;
    table.columns = {{"a", "a"}};
    both.chapters.push_back({plan, {table}});
  }
  CHECK(csv_of(both) == "清单,2023\na\n\n清单,2024\na\n");
}

TEST_CASE("CSV quotes what needs it and keeps empty cells") {
  CHECK(csv_cell_of("a,b") == "\"a,b\"");
  CHECK(csv_cell_of("说\"好\"") == "\"说\"\"好\"\"\"");
  CHECK(csv_cell_of("一\n二") == "\"一\n二\"");
  CHECK(csv_cell_of("") == "");
  CHECK(csv_cell_of(document::List{{"甲", "乙"}}) == "甲、乙");
}

TEST_CASE("What steers a terminal is a blank in CSV, line ends and tabs stay") {
  CHECK(csv_cell_of("\x1b]0;x\x07红\u009B31m\u202E") == " ]0;x 红 31m ");
  CHECK(csv_cell_of("一\n二\t三") == "\"一\n二\t三\"");
}

TEST_CASE("What a spreadsheet would run gets an apostrophe") {
  for (const char* text : {"=cmd|' /C calc'!A0", "=1+1", "+SUM(A1)", "-SUM(A1)", "@SUM(A1)", "\t=1",
                           "=", "-", "＝1+1", "＠SUM(A1)", "+1", "-1", "-12.5%", "+1 座"}) {
    CHECK(csv_cell_of(text) == "'" + std::string(text));
  }
  CHECK(csv_cell_of("=HYPERLINK(\"http://x\",\"y\")") ==
        "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
  CHECK(csv_cell_of(test::hostile).starts_with("\"'=<b>|*x*\"\"{{"));
}

TEST_CASE("Numbers stay numbers, with their signs") {
  using document::Form;
  using document::Number;
  CHECK(csv_cell_of(-8) == "-8");
  CHECK(csv_cell_of(Number{test::fraction(-3, 2)}) == "-1.5");
  CHECK(csv_cell_of(Number{test::fraction(3, 2), Form::amount, "", 3, true}) == "+1.5");
  CHECK(csv_cell_of(test::percent_of(-1, 8)) == "-12.50%");
  CHECK(csv_cell_of(Number{test::fraction(0, 1), Form::amount, "", 3, true}) == "持平");
}

TEST_CASE("A hostile column title or table title is as harmless as a hostile cell") {
  document::Table table;
  table.columns = {{"a", "=cmd"}};
  table.title = "=cmd";
  CHECK(csv_of(test::document_of({table, table})) == "'=cmd\n'=cmd\n\n'=cmd\n'=cmd\n");
}

TEST_SUITE_END();

}  // namespace render_document_csv_test
