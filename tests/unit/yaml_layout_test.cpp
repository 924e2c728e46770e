// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "trees.h"

using namespace taizhang;
using namespace taizhang::test;

TEST_SUITE_BEGIN("yaml");

namespace {

/// What a fault of `kind` stands on and what it is to give way to, `old>new` each, parted by `|`.
std::string fixes_of(const std::string& text, FaultKind kind) {
  std::string result;
  for (const source::Fault& fault : parsed(text).faults) {
    if (fault.kind != kind) continue;
    for (const source::Edit& edit : fault.fix) {
      if (!result.empty()) result += '|';
      result += piece(text, edit.at) + ">" + edit.text;
    }
  }
  return result;
}

}  // namespace

TEST_CASE("Remarks to the program are found, and not in quotes, blocks or other words") {
  const std::string text =
      "# taizhang: ignore[W01] 甲\n"
      "title: 乙   #  taizhang:  ignore[W02]  丙  \n"
      "note: \"# taizhang: 丁\"\n"
      "text: |\n"
      "  # taizhang: 戊\n"
      "\n"
      "  还在段落里 # taizhang: 己\n"
      "# taizhang: 庚\n"
      "id: a#taizhang: 辛\n"
      "tags: ['#taizhang: 壬', \"a\\\" # taizhang: 癸\"] # taizhang: 子\n";
  const Document document = parsed(text);
  REQUIRE(document.remarks.size() == 4);
  CHECK(document.remarks[0].text == "ignore[W01] 甲");
  CHECK(document.remarks[1].text == "ignore[W02]  丙");
  CHECK(piece(text, document.remarks[1].at) == "#  taizhang:  ignore[W02]  丙");
  CHECK(document.remarks[2].text == "庚");
  CHECK(document.remarks[3].text == "子");
}

TEST_CASE("A block ends where its indent does, and its blanks are its own") {
  const std::string text =
      "list:\n"
      "  - |\n"
      "    甲  \n"
      "     乙\t\n"
      "  - 丙  \n"
      "last: >-\n"
      "  丁 \n";
  CHECK(fixes_of(text, FaultKind::blanks) == "  >");
}

TEST_CASE("Blanks at the end go, a tab between words becomes one blank") {
  CHECK(fixes_of("a: 1 \t\nb:\t2\n", FaultKind::blanks) == " \t>|\t> ");
  CHECK(fixes_of("a: 甲 \t 乙\n", FaultKind::blanks) == " \t > ");
  CHECK(fixes_of("a: 甲　\n", FaultKind::blanks) == "　>");
  CHECK(fixes_of("a: 1 # 甲\t乙\n", FaultKind::blanks) == "");
  CHECK(fixes_of("a: '甲\t乙 '\n", FaultKind::blanks) == "");
  CHECK(fixes_of("a: 1  ", FaultKind::blanks) == "  >");
  // A row pasted from a spreadsheet is one mistake.
  CHECK(fixes_of("a: 1\nb\t2\t3\nc: 4 \n", FaultKind::blanks) == " >");
}

TEST_CASE("The line ends of Windows are one fault a file, with all of them in its fix") {
  const Document document = parsed("a: 1\r\nb: 2\nc: 3\r\n");
  REQUIRE(document.faults.size() == 1);
  CHECK(document.faults[0].kind == FaultKind::line_ends);
  REQUIRE(document.faults[0].fix.size() == 2);
  CHECK(document.faults[0].fix[0].at.begin == 4);
  CHECK(document.faults[0].fix[1].at.begin == 15);
}

TEST_CASE("Look-alikes are faults everywhere but in remarks") {
  CHECK(fixes_of("a: ３所 # ４\nb: '５'\n", FaultKind::look_alike) == "３>3|５>5");
}

TEST_CASE("Faults of form take nothing from a file") {
  for (const FaultKind kind :
       {FaultKind::blanks, FaultKind::line_ends, FaultKind::look_alike, FaultKind::unquoted}) {
    CHECK(source::is_of_form(kind));
  }
  CHECK_FALSE(source::is_of_form(FaultKind::invisible));
  CHECK_FALSE(source::is_of_form(FaultKind::syntax));
}

TEST_CASE("An invisible character and a full-width colon have one right answer") {
  CHECK(fixes_of("\uFEFFa: 1\n", FaultKind::invisible) == "\uFEFF>");
  CHECK(fixes_of("a:\u00A01\n", FaultKind::invisible) == "\u00A0> ");
  CHECK(fixes_of("item: 1\ntitle：甲\ndue: 2\n", FaultKind::syntax) == "：>: ");
  CHECK(fixes_of("item: 1\ntitle： 甲\ndue: 2\n", FaultKind::syntax) == "：>:");
  CHECK(fixes_of("item: 1\ntitle 甲\ndue: 2\n", FaultKind::syntax) == "");
}

TEST_SUITE_END();
