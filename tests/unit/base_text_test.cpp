// SPDX-License-Identifier: MIT
#include "base/text.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace base_text_test {

using namespace taizhang;
using base::display_width;
using base::printable;
using base::shortened;
using base::wrapped;

using Lines = std::vector<std::string>;

TEST_SUITE_BEGIN("base");

TEST_CASE("汉字 take two columns, combining marks none") {
  CHECK(display_width("") == 0);
  CHECK(display_width("abc") == 3);
  CHECK(display_width("充电桩") == 6);
  CHECK(display_width("充电桩 221 个") == 13);  // 6 + 1 + 3 + 1 + 2
  CHECK(display_width("（，）") == 6);
  CHECK(display_width("e\u0301") == 1);  // é as a letter and its accent
}

TEST_CASE("The first byte that is not UTF-8 is found") {
  CHECK_FALSE(base::first_invalid_utf8("工信局 abc"));
  CHECK(base::first_invalid_utf8("ab\xFFxy") == 2u);
  CHECK(base::first_invalid_utf8("\xE5\xB7") == 0u);       // the first two bytes of 工 alone
  CHECK(base::first_invalid_utf8("工\xB9\xA4") == 3u);     // 工 in GBK after 工 in UTF-8
  CHECK(base::first_invalid_utf8("a\xC0\xAF") == 1u);      // an overlong slash
  CHECK(base::first_invalid_utf8("a\xED\xA0\x80") == 1u);  // half of a surrogate pair
  CHECK(base::first_invalid_utf8("\xFF ok \xFF", 1) == 5u);
}

TEST_CASE("An invalid byte counts as one character") {
  CHECK(base::code_points("工a") == U"工a");
  CHECK(base::code_points("a\xFF\xFE"
                          "b") == U"a\uFFFD\uFFFDb");
}

TEST_CASE("Printable text cannot steer a terminal") {
  CHECK(printable("正常 text") == "正常 text");
  CHECK(printable("\x1b[31mred\x1b[0m") == " [31mred [0m");
  CHECK(printable("a\tb\r\nc") == "a b  c");
  CHECK(printable(std::string_view("a\0b", 3)) == "a b");
  CHECK(printable("a\x7F"
                  "b") == "a b");
  CHECK(printable("a\u009B31mb") == "a 31mb");  // CSI as one character
  CHECK(printable("a\u2028b") == "a b");
  CHECK(printable("a\xFFz") == "a\uFFFDz");
}

TEST_CASE("Printable text cannot turn its order round") {
  for (const char* mark : {"\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067",
                           "\u2068", "\u2069", "\u200E", "\u200F", "\u061C"}) {
    CHECK(printable("a" + std::string(mark) + "b") == "a b");
  }
}

TEST_CASE("Text that fits is not cut") {
  CHECK(shortened("充电桩", 6) == "充电桩");
  CHECK(shortened("abc", 3) == "abc");
  CHECK(shortened("", 0).empty());
}

TEST_CASE("Text is cut at a whole character, with room for the mark") {
  CHECK(shortened("充电桩建设", 7) == "充电桩…");  // 6 + 1
  CHECK(shortened("充电桩建设", 6) == "充电…");    // 充电桩 would leave no column for …
  CHECK(shortened("abcdef", 4) == "abc…");
  CHECK(shortened("abcdef", 1) == "…");
  CHECK(shortened("达到 185 亿元", 8) == "达到 …");  // 18 would be another number
  CHECK(shortened("应于 2023-09-10 完成", 13) == "应于 …");
  CHECK(shortened("100.00%", 5) == "…");
  CHECK(shortened("2024年重点", 7) == "2024年…");
}

TEST_CASE("Cut text never takes more columns than it may") {
  for (int width = 1; width <= 20; ++width) {
    CHECK(display_width(shortened("新增 221 个公共充电桩 e\u0301", width)) <= width);
  }
}

TEST_CASE("Lines break at blanks") {
  CHECK(wrapped("the quick brown fox", 10) == Lines{"the quick", "brown fox"});
  CHECK(wrapped("the quick brown fox", 9) == Lines{"the quick", "brown fox"});
  CHECK(wrapped("the quick brown fox", 8) == Lines{"the", "quick", "brown", "fox"});
}

TEST_CASE("Lines break between 汉字") {
  CHECK(wrapped("一二三四五", 4) == Lines{"一二", "三四", "五"});
  CHECK(wrapped("一二三四五", 5) == Lines{"一二", "三四", "五"});
  CHECK(wrapped("一二三四五", 10) == Lines{"一二三四五"});
}

TEST_CASE("A line does not begin with closing punctuation") {
  // A line may end with a pause even where no 汉字 follows.
  CHECK(wrapped("1、22、333", 6) == Lines{"1、", "22、", "333"});
  CHECK(wrapped("1、22、333", 7) == Lines{"1、22、", "333"});
  CHECK(wrapped("一二三。四", 6) == Lines{"一二", "三。四"});
  CHECK(wrapped("一二（三）四", 8) == Lines{"一二（", "三）四"});
}

TEST_CASE("A text without words is one empty line") { CHECK(wrapped("", 10) == Lines{""}); }

TEST_CASE("Nothing but blanks at breaks is lost when text is broken") {
  const std::string text = "新增 221 个公共充电桩，其中城区 3 处停车场（含 120 kW 快充）投入使用。";
  const auto without_blanks = [](std::string all) {
    all.erase(std::remove(all.begin(), all.end(), ' '), all.end());
    return all;
  };
  for (int width = 8; width <= 80; ++width) {
    CAPTURE(width);
    const Lines lines = wrapped(text, width);
    CHECK(without_blanks(base::joined(lines, "")) == without_blanks(text));
    for (const std::string& line : lines) CHECK(display_width(line) <= width);
  }
}

TEST_CASE("Trimming takes blanks and line ends off both ends only") {
  CHECK(base::trimmed(" \t\r\n a b \r\n") == "a b");
  CHECK(base::trimmed(" \n ").empty());
  CHECK(base::trimmed("").empty());
}

TEST_CASE("Splitting keeps empty parts") {
  using Parts = std::vector<std::string_view>;
  CHECK(base::split("a,b", ',') == Parts{"a", "b"});
  CHECK(base::split(",a,", ',') == Parts{"", "a", ""});
  CHECK(base::split("", ',') == Parts{""});
}

TEST_CASE("Joining puts the separator between, not around") {
  CHECK(base::joined({"市工信局", "市发改局"}, "、") == "市工信局、市发改局");
  CHECK(base::joined({"a"}, "、") == "a");
  CHECK(base::joined({"", ""}, "、") == "、");
  CHECK(base::joined({}, "、").empty());
}

TEST_CASE("Characters are counted, and bytes that are none one by one") {
  CHECK(base::character_count("") == 0);
  CHECK(base::character_count("a汉\xFF\xE6\xB1") == 5);
  CHECK(base::character_size("a汉\xFF", 1) == 3);
  CHECK(base::character_size("a汉\xFF", 4) == 1);
}

TEST_SUITE_END();

}  // namespace base_text_test
