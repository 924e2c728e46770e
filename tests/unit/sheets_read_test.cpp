// SPDX-License-Identifier: MIT
#include "sheets/sheet.h"

#include <doctest/doctest.h>

#include "base/fatal.h"
#include "run.h"
#include "sheets/package.h"

namespace sheets_read_test {

using namespace taizhang;
using sheets::CellKind;

TEST_SUITE_BEGIN("sheets");

namespace {

sheets::Workbook of_file(const std::string& name) {
  return sheets::read(test::source_text("tests/sheets/" + name), name);
}

std::string refusal(const std::string& bytes) {
  try {
    sheets::read(bytes, "a.xlsx");
  } catch (const base::Fatal& fatal) {
    CHECK(fatal.exit == base::Exit::usage);
    return fatal.message.in(base::Language::en);
  }
  return {};
}

}  // namespace

TEST_CASE("Words that a format shows behind a number are in the cell") {
  const std::string type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  const auto cell = [&](const std::string& code) {
    const sheets::Workbook book = sheets::read(
        sheets::packed(
            {{"_rels/.rels", "<Relationships><Relationship Id=\"b\" Type=\"" + type +
                                 "officeDocument\" Target=\"xl/book.xml\"/></Relationships>"},
             {"xl/book.xml",
              "<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" r:id=\"s\"/></sheets></workbook>"},
             {"xl/_rels/book.xml.rels",
              "<Relationships><Relationship Id=\"s\" Type=\"" + type +
                  "worksheet\" Target=\"s.xml\"/><Relationship Id=\"t\" Type=\"" + type +
                  "styles\" Target=\"t.xml\"/></Relationships>"},
             {"xl/s.xml",
              "<worksheet><sheetData><row><c s=\"0\"><v>30</v></c></row></sheetData></worksheet>"},
             {"xl/t.xml", "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"" + code +
                              "\"/></numFmts><cellXfs><xf numFmtId=\"170\"/></cellXfs>"
                              "</styleSheet>"}}),
        "a.xlsx");
    return book.sheets.at(0).at(0, 0).text;
  };
  CHECK(cell("0&quot;家以上&quot;") == "30家以上");
  CHECK(cell("#,##0.00&quot;万元&quot;;-0") == "30万元");
  CHECK(cell("General&quot;家&quot;") == "30家");
  CHECK(cell("&quot;共&quot;0&quot;家&quot;") == "30");
  CHECK(cell("0.00") == "30");
  CHECK(cell("0&quot;x&quot;") == "30");
  // A time is no number, whatever stands behind it.
  CHECK(cell("h:mm") == "0:00");
  CHECK(cell("[h]:mm:ss") == "0:00");
  CHECK(cell("h&quot;时&quot;mm&quot;分&quot;") == "0:00");
  CHECK(cell("0&quot;hours&quot;") == "30");
}

TEST_CASE("Numbers come in plain digits") {
  CHECK(sheets::plain_number("1600") == "1600");
  CHECK(sheets::plain_number("1.6E3") == "1600");
  CHECK(sheets::plain_number("0.30000000000000004") == "0.3");
  CHECK(sheets::plain_number("27.34") == "27.34");
  CHECK(sheets::plain_number("-0") == "0");
  CHECK(sheets::plain_number("1e-3") == "0.001");
  CHECK(sheets::plain_number("999999999999") == "999999999999");
  CHECK(sheets::plain_number("110101199001012345") == "110101199001012345");
  CHECK(sheets::plain_number("1E-10") == "0.0000000001");
  CHECK(sheets::plain_number("5.5E-17") == "0");
  CHECK(sheets::plain_number("12a") == "");
  CHECK(sheets::plain_number("") == "");
}

TEST_CASE("Days are counted from either of two firsts") {
  CHECK(sheets::day_of_serial("45565", false) == "2024-09-30");
  CHECK(sheets::day_of_serial("45565.75", false) == "2024-09-30");
  CHECK(sheets::day_of_serial("44103", true) == "2024-09-30");
  CHECK(sheets::day_of_serial("1", false) == "1900-01-01");
  CHECK(sheets::day_of_serial("61", false) == "1900-03-01");
  CHECK(sheets::day_of_serial("-1", false) == "");
}

TEST_CASE("Places have names") {
  CHECK(sheets::cell_name(0, 0) == "A1");
  CHECK(sheets::cell_name(3, 25) == "Z4");
  CHECK(sheets::cell_name(9, 26) == "AA10");
  CHECK(sheets::cell_name(0, 701) == "ZZ1");
  CHECK(sheets::cell_name(0, 702) == "AAA1");
}

TEST_CASE("The same table is read out of every format, whoever saved it") {
  for (const char* name : {"table.xlsx", "table-libreoffice.xlsx", "table.ods"}) {
    CAPTURE(name);
    const sheets::Workbook workbook = of_file(name);
    REQUIRE(workbook.sheets.size() == 2);
    CHECK(workbook.sheets[1].hidden);
    const sheets::Sheet& sheet = workbook.sheets[0];
    CHECK(sheet.name == "台账");
    CHECK(sheet.at(0, 0).text == "重点任务台账");
    CHECK(sheet.seen_at(0, 3).text == "重点任务台账");
    CHECK(sheet.at(0, 3).kind == CellKind::empty);
    CHECK(sheet.at(2, 0).text == "1600");
    CHECK(sheet.at(2, 0).kind == CellKind::number);
    CHECK(sheet.at(2, 1).text == "2024-09-30");
    CHECK(sheet.at(2, 1).kind == CellKind::date);
    CHECK(sheet.at(2, 2).text == "0.45");
    CHECK(sheet.at(2, 2).percent);
    CHECK(sheet.at(2, 3).text == "市发改局\n市财政局");
    CHECK(sheet.at(3, 0).text == "1,600");
    CHECK(sheet.at(3, 0).kind == CellKind::text);
    CHECK(sheet.at(3, 1).text == "45565");
    CHECK(sheet.at(3, 1).kind == CellKind::number);
    CHECK(sheet.at(3, 2).text == "3.5");  // what a formula came to
    CHECK(sheet.at(3, 3).text == "27.34");
    CHECK(sheet.seen_at(4, 0).text == "1,600");  // merged downwards
  }
}

TEST_CASE("A csv is read in the encodings that offices save") {
  const std::string utf8 = "序号,任务\r\n1,\"甲,\"\"乙\"\"\n丙\"\r\n";
  for (const std::string& bytes :
       {utf8, "\xEF\xBB\xBF" + utf8,
        std::string(
            "\xD0\xF2\xBA\xC5,\xC8\xCE\xCE\xF1\n1,\"\xBC\xD7,\"\"\xD2\xD2\"\"\n\xB1\xFB\"\n")}) {
    const sheets::Sheet sheet = sheets::read(bytes, "a.csv").sheets.at(0);
    REQUIRE(sheet.rows.size() == 2);
    CHECK(sheet.at(0, 0).text == "序号");
    CHECK(sheet.at(1, 1).text == "甲,\"乙\"\n丙");
  }
  CHECK(sheets::read("a\tb,c\td\n", "a.csv").sheets[0].at(0, 1).text == "b,c");
}

TEST_CASE("What is no spreadsheet is refused, whatever is in it") {
  CHECK(refusal("\xD0\xCF\x11\xE0rest") == "a.xlsx is of the old xls format, or locked");
  CHECK(refusal("PK\x03\x04") == "a.xlsx cannot be read; it may be damaged");
  CHECK(refusal(std::string("a\0b", 3)) == "a.xlsx is no spreadsheet");
  CHECK(refusal("") == "a.xlsx is no spreadsheet");
  // Text with a byte that its encoding does not have says where.
  CHECK(refusal("\xD0\xF2\xBA\xC5,1\n1,\xFF\xFF\n").find("line 2 has the byte FF") !=
        std::string::npos);
  CHECK(refusal("序号,1\n\xE5\n").find("not of UTF-8 (byte 10") != std::string::npos);
  // Damaged anywhere, it is read or refused, and nothing worse.
  const std::string sound = test::source_text("tests/sheets/table.xlsx");
  int refused = 0;
  for (std::size_t at = 0; at < sound.size(); at += 7) {
    std::string damaged = sound;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    refused += !refusal(damaged).empty();
    refused += !refusal(sound.substr(0, at)).empty();
  }
  CHECK(refused >= static_cast<int>(sound.size() / 7));
}

TEST_SUITE_END();

}  // namespace sheets_read_test
