// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "trees.h"

namespace yaml_layout_test {

using namespace taizhang;
using namespace taizhang::test;

TEST_SUITE_BEGIN("yaml");

namespace {

/// What a fault of the kind stands on and what it is to give way to, `old>new` each, parted by `|`.
template <class Kind>
std::string fixes_of(const std::string& text) {
  std::string result;
  for (const source::Fault& fault : parsed(text).faults) {
    if (!fault.is<Kind>()) continue;
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
  CHECK(fixes_of<source::Blanks>(text) == "  >");
}

TEST_CASE("Blanks at the end go, a tab between words becomes one blank") {
  CHECK(fixes_of<source::Blanks>("a: 1 \t\nb:\t2\n") == " \t>|\t> ");
  CHECK(fixes_of<source::Blanks>("a: 甲 \t 乙\n") == " \t > ");
  CHECK(fixes_of<source::Blanks>("a: 甲　\n") == "　>");
  CHECK(fixes_of<source::Blanks>("a: 1 # 甲\t乙\n") == "");
  CHECK(fixes_of<source::Blanks>("a: '甲\t乙 '\n") == "");
  CHECK(fixes_of<source::Blanks>("a: 1  ") == "  >");
  // A row pasted from a spreadsheet is one mistake.
  CHECK(fixes_of<source::Blanks>("a: 1\nb\t2\t3\nc: 4 \n") == " >");
}

TEST_CASE("The line ends of Windows are one fault a file, with all of them in its fix") {
  const Document document = parsed("a: 1\r\nb: 2\nc: 3\r\n");
  REQUIRE(document.faults.size() == 1);
  CHECK(document.faults[0].is<source::LineEnds>());
  REQUIRE(document.faults[0].fix.size() == 2);
  CHECK(document.faults[0].fix[0].at.begin == 4);
  CHECK(document.faults[0].fix[1].at.begin == 15);
}

TEST_CASE("Look-alikes are faults everywhere but in remarks") {
  CHECK(fixes_of<source::LookAlike>("a: ３所 # ４\nb: '５'\n") == "３>3|５>5");
}

TEST_CASE("Faults of form take nothing from a file") {
  const auto is_of_form = [](auto kind) {
    return source::Fault{source::start_of(0), kind}.is_of_form();
  };
  CHECK(is_of_form(source::Blanks{}));
  CHECK(is_of_form(source::LineEnds{}));
  CHECK(is_of_form(source::LookAlike{}));
  CHECK(is_of_form(source::Unquoted{}));
  CHECK_FALSE(is_of_form(source::InvisibleCharacter{}));
  CHECK_FALSE(is_of_form(source::SyntaxError{}));
}

TEST_CASE("An invisible character and a full-width colon have one right answer") {
  CHECK(fixes_of<source::InvisibleCharacter>("\uFEFFa: 1\n") == "\uFEFF>");
  CHECK(fixes_of<source::InvisibleCharacter>("a:\u00A01\n") == "\u00A0> ");
  CHECK(fixes_of<source::SyntaxError>("item: 1\ntitle：甲\ndue: 2\n") == "：>: ");
  CHECK(fixes_of<source::SyntaxError>("item: 1\ntitle： 甲\ndue: 2\n") == "：>:");
  CHECK(fixes_of<source::SyntaxError>("item: 1\ntitle 甲\ndue: 2\n") == "");
}

TEST_SUITE_END();

}  // namespace yaml_layout_test
