// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <pugixml.hpp>

#include "render/paper_xlsx.h"
#include "render_document_sample.h"
#include "sheets/package.h"
#include "sheets/sheet.h"

namespace render_paper_xlsx_test {

using namespace taizhang;

namespace {

document::Document paper() {
  document::Document all = test::document_of({document::Heading{"1 台账", 1}});
  all.title = "重点任务工作台账";
  all.head = {"临水县重点任务"};
  all.foot = {"灯：黄灯 滞后。", "taizhang 0.1.0 report ledger"};
  all.masthead = document::Masthead{
      .issuer = "县政府办", .edition = "第 3 期", .date = test::day("2024-07-12")};
  document::Table table{.id = "ledger"};
  table.columns = {{"item", "序号", test::Align::right},
                   {"title", "重点任务"},
                   {"due", "完成时限"},
                   {"value", "完成值", test::Align::right},
                   {"completion", "完成率", test::Align::right},
                   {"gap", "超欠序时", test::Align::right},
                   {"light", "灯"},
                   {"next", "下步打算"}};
  const test::Number points{test::fraction(-52, 10), test::Form::points, {}, 3, true};
  table.rows = {
      {{14, "推动汽车产业转型", test::day("2024-09-30"),
        test::Number{test::fraction(1265, 10), test::Form::amount, "公里"},
        test::percent_of(5701, 10000), points, test::yellow_light(), std::string(200, 'x')}},
      {{7, "=1+1\x1b[31m", document::Absent{}, document::Absent{}, document::Absent{},
        document::Absent{}, document::Absent{{"已取消", "cancelled"}}, "二\n三"}}};
  all.chapters[0].blocks.push_back(table);
  all.sheets = [table]() {
    document::Table issues = table;
    issues.title = "问题";
    return std::vector<document::Chapter>{{"", {issues}}};
  };
  return all;
}

/// The text of a part as XML.
void read(const std::string& bytes, const char* part, pugi::xml_document& xml) {
  const sheets::Package package(bytes, "a.xlsx", {"", ""});
  REQUIRE(package.read(part, xml));
}

std::string attribute(const pugi::xml_document& xml, const char* path, const char* name) {
  return xml.select_node(path).node().attribute(name).value();
}

}  // namespace

TEST_SUITE_BEGIN("render");

TEST_CASE("A paper as a workbook reads back cell by cell, figures as figures") {
  const std::string bytes = render::document_xlsx(paper(), test::look_of());
  CHECK(bytes == render::document_xlsx(paper(), test::look_of()));
  const sheets::Workbook book = sheets::read(bytes, "a.xlsx");
  REQUIRE(book.sheets.size() == 3);
  const sheets::Sheet& sheet = book.sheets[0];
  CHECK(sheet.name == "台账");
  CHECK(book.sheets[1].name == "问题");
  CHECK(book.sheets[1].at(0, 0).text.starts_with("重点任务工作台账 · 问题\n"));
  // The title goes over all columns, with what it is of.
  CHECK(sheet.at(0, 0).text == "重点任务工作台账\n临水县重点任务　县政府办　第 3 期　2024-07-12");
  REQUIRE(sheet.merges.size() == 1);
  CHECK(sheet.merges[0].row == 0);
  CHECK(sheet.merges[0].last_row == 0);
  CHECK(sheet.merges[0].column == 0);
  CHECK(sheet.merges[0].last_column == 7);
  const char* heads[] = {"序号",   "重点任务", "完成时限", "完成值",
                         "完成率", "超欠序时", "灯",       "下步打算"};
  for (std::size_t i = 0; i < std::size(heads); ++i) CHECK(sheet.at(1, i).text == heads[i]);
  using sheets::CellKind;
  const std::pair<CellKind, std::string> cells[] = {
      {CellKind::number, "14"},       {CellKind::text, "推动汽车产业转型"},
      {CellKind::date, "2024-09-30"}, {CellKind::number, "126.5"},
      {CellKind::number, "0.5701"},   {CellKind::number, "-5.2"},
      {CellKind::text, "黄灯"},       {CellKind::text, std::string(200, 'x')}};
  for (std::size_t i = 0; i < std::size(cells); ++i) {
    CAPTURE(i);
    CHECK(sheet.at(2, i).kind == cells[i].first);
    CHECK(sheet.at(2, i).text == cells[i].second);
    CHECK(sheet.at(2, i).percent == (i == 4));
  }
  // What is not there is empty, and no text is a formula.
  CHECK(sheet.at(3, 1).kind == CellKind::text);
  CHECK(sheet.at(3, 1).text == "=1+1 [31m");
  CHECK(sheet.at(3, 3).kind == CellKind::empty);
  // Why a task has no light stands where the light would.
  CHECK(sheet.at(3, 6).text == "已取消");
  CHECK(sheet.at(3, 7).text == "二\n三");
  CHECK(book.sheets[2].at(0, 0).text == "灯：黄灯 滞后。");
  CHECK(book.sheets[2].at(1, 0).text == "taizhang 0.1.0 report ledger");
}

TEST_CASE("A paper as a workbook is set up to be printed, filtered and read on a screen") {
  const std::string bytes = render::document_xlsx(paper(), test::look_of());
  pugi::xml_document sheet;
  read(bytes, "xl/worksheets/sheet1.xml", sheet);
  CHECK(attribute(sheet, "//pane", "ySplit") == "2");
  CHECK(attribute(sheet, "//pane", "xSplit") == "2");
  CHECK(attribute(sheet, "//autoFilter", "ref") == "A2:H4");
  CHECK(attribute(sheet, "//pageSetup", "paperSize") == "9");
  CHECK(attribute(sheet, "//pageSetup", "orientation") == "landscape");
  CHECK(attribute(sheet, "//pageSetup", "fitToHeight") == "0");
  CHECK(attribute(sheet, "//sheetPr/pageSetUpPr", "fitToPage") == "1");
  // The title and the line below it have one line each.
  CHECK(attribute(sheet, "//row[@r='1']", "ht") == "64");
  // Of 200 letters a line has at most 36: the row is as high as its text.
  CHECK(std::stod(attribute(sheet, "//row[@r='3']", "ht")) >= 6 * 15);
  CHECK(std::stod(attribute(sheet, "//cols/col[8]", "width")) < 40);
  pugi::xml_document workbook;
  read(bytes, "xl/workbook.xml", workbook);
  CHECK(
      std::string(
          workbook.select_node("//definedName[@name='_xlnm.Print_Titles']").node().text().get()) ==
      "'台账'!$1:$2");
  pugi::xml_document styles;
  read(bytes, "xl/styles.xml", styles);
  std::string formats;
  for (const pugi::xpath_node& node : styles.select_nodes("//numFmt")) {
    formats += std::string(node.node().attribute("formatCode").value()) + "\n";
  }
  CAPTURE(formats);
  for (const char* format :
       {"yyyy-mm-dd", "General\" 公里\"", "+General\" 个百分点\";-General\" 个百分点\""}) {
    CHECK(formats.find(format) != std::string::npos);
  }
  // The light is yellow and says so.
  CHECK(styles.select_node("//fgColor[@rgb='FFFFEB9C']"));
}

TEST_CASE(
    "A column is as narrow as its figures, the words of its texts and its head in two lines") {
  pugi::xml_document sheet;
  const std::string bytes = render::document_xlsx(paper(), test::look_of());
  read(bytes, "xl/worksheets/sheet1.xml", sheet);
  const auto width = [&](int column) {
    const std::string path = "//cols/col[" + std::to_string(column) + "]";
    // A spreadsheet adds its margin of five dots to so many letters.
    return static_cast<int>(std::stod(attribute(sheet, path.c_str(), "width")));
  };
  CHECK(width(1) == 7);   // the head 序号 and 3 for the button of its filter
  CHECK(width(4) == 12);  // 126.5 公里 and 2 beside it
  CHECK(width(5) == 9);   // the head, for 57.01% needs 8
  CHECK(width(6) == 15);  // -5.2 个百分点
  CHECK(width(7) == 8);   // 已取消
}

TEST_CASE("What a paper says below its title is parted between its parts, not within a day") {
  document::Document all = paper();
  all.head = {"临水县重点任务", "2024-09-30 至 2024-10-06"};
  auto& table = std::get<document::Table>(all.chapters[0].blocks.back());
  table.columns.resize(2);
  for (document::Row& row : table.rows) row.cells.erase(row.cells.begin() + 2, row.cells.end());
  all.sheets = nullptr;
  // The columns have 7 and 10 letters, of which two are margins: no two parts fit beside each
  // other.
  const sheets::Workbook book = sheets::read(render::document_xlsx(all, test::look_of()), "a.xlsx");
  CHECK(
      book.sheets[0].at(0, 0).text ==
      "重点任务工作台账\n临水县重点任务\n2024-09-30 至\n2024-10-06\n县政府办\n第 3 期\n2024-07-12");
}

TEST_CASE("A sheet has no second column with the number of a task, and no change is a word") {
  document::Document all = paper();
  auto& table = std::get<document::Table>(all.chapters[0].blocks.back());
  table.columns.push_back({.key = "no", .title = "印发的编号", .in_heading = true});
  table.columns.push_back({.key = "change", .title = "较上周", .in_heading = true});
  const test::Number unchanged{test::fraction(0, 1), test::Form::amount, {}, 3, true};
  for (document::Row& row : table.rows) {
    row.cells.emplace_back("7.1");
    row.cells.emplace_back(unchanged);
  }
  const std::string bytes = render::document_xlsx(all, test::look_of());
  const sheets::Workbook book = sheets::read(bytes, "a.xlsx");
  CHECK(book.sheets[0].at(1, 7).text == "下步打算");
  CHECK(book.sheets[0].at(1, 8).text == "较上周");
  CHECK(book.sheets[0].at(1, 9).text.empty());
  pugi::xml_document styles;
  read(bytes, "xl/styles.xml", styles);
  CHECK(styles.select_node("//numFmt[@formatCode='+General;-General;\"持平\"']"));
}

TEST_CASE("A sheet too wide to be read on A4 takes larger paper, then more of it") {
  // 109 letters of 11 pt on A4 are 199 of 6 pt, 160 on A3 are 293.
  const auto pages = [](std::vector<int> widths, std::size_t repeated) {
    return render::pages_of(widths, repeated);
  };
  using Breaks = std::vector<std::size_t>;
  CHECK(pages({30, 169}, 1) == render::SheetPages{});
  CHECK(pages({30, 170}, 1) == render::SheetPages{.is_a3 = true});
  CHECK(pages({30, 163, 100}, 1) == render::SheetPages{.is_a3 = true});
  // One letter more, and the last column goes to a page of its own, beside the 30 repeated.
  CHECK(pages({30, 163, 101}, 1) == render::SheetPages{.is_a3 = true, .breaks = Breaks{2}});
  // A column of a page of several takes one more than its letters: 31 + 201, 31 + 201 + 61 and
  // 31 + 201.
  CHECK(pages({30, 200, 200, 60, 200}, 1) ==
        render::SheetPages{.is_a3 = true, .breaks = Breaks{2, 4}});
  // What is wider than a page is not parted, and no page is empty.
  CHECK(pages({30, 400, 400}, 1) == render::SheetPages{.is_a3 = true, .breaks = Breaks{2}});

  document::Document wide = paper();
  for (document::Chapter& chapter : wide.chapters) {
    for (document::Block& block : chapter.blocks) {
      auto* table = std::get_if<document::Table>(&block);
      for (int month = 1; table && month <= 60; ++month) {
        table->columns.push_back({"m" + std::to_string(month), "2023-01", document::Align::right});
        for (document::Row& row : table->rows) row.cells.emplace_back(1LL);
      }
    }
  }
  const std::string bytes = render::document_xlsx(wide, test::look_of());
  pugi::xml_document sheet;
  read(bytes, "xl/worksheets/sheet1.xml", sheet);
  CHECK(attribute(sheet, "//pageSetup", "paperSize") == "8");
  // Of 11 pt 6 are 54 per cent.
  CHECK(attribute(sheet, "//pageSetup", "scale") == "54");
  CHECK(!sheet.select_node("//pageSetUpPr[@fitToPage]"));
  // Each page has the title in one cell over its columns, from one break to the next.
  std::vector<std::string> titles_over;
  for (const pugi::xpath_node& node : sheet.select_nodes("//mergeCell")) {
    titles_over.emplace_back(node.node().attribute("ref").value());
  }
  const auto breaks = sheet.select_nodes("//colBreaks/brk");
  REQUIRE(!breaks.empty());
  CHECK(titles_over.size() == breaks.size() + 1);
  const sheets::Workbook book = sheets::read(bytes, "a.xlsx");
  std::size_t first = 0;
  for (std::size_t page = 0; page <= breaks.size(); ++page) {
    CHECK(book.sheets[0].at(0, first).text.starts_with("重点任务工作台账\n"));
    CHECK(book.sheets[0].merges[page].column == first);
    const std::size_t end = page < breaks.size() ? breaks[page].node().attribute("id").as_uint()
                                                 : std::size_t{68};  // 8 columns and 60
    CHECK(book.sheets[0].merges[page].last_column == end - 1);
    first = end;
  }
  pugi::xml_document workbook;
  read(bytes, "xl/workbook.xml", workbook);
  const auto titles = workbook.select_node("//definedName[@name='_xlnm.Print_Titles']").node();
  CHECK(std::string(titles.text().get()) == "'台账'!$A:$B,'台账'!$1:$2");
}

TEST_SUITE_END();

}  // namespace render_paper_xlsx_test
