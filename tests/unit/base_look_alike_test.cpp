// SPDX-License-Identifier: MIT
#include "base/look_alike.h"

#include <doctest/doctest.h>

namespace base_look_alike_test {

using namespace taizhang;
using base::look_alikes;
using base::plain_form;

TEST_SUITE_BEGIN("base");

namespace {

/// `written>meant` for each run, parted by blanks.
std::string runs(const std::string& text) {
  std::string result;
  for (const base::LookAlike& found : look_alikes(text)) {
    if (!result.empty()) result += ' ';
    result += text.substr(found.at, found.size) + ">" + found.meant;
  }
  return result;
}

}  // namespace

TEST_CASE("Full-width letters and digits are runs, with the signs between them") {
  CHECK(runs("共２２１个") == "２２１>221");
  CHECK(runs("占９５．５％，Ａ－１") == "９５．５％>95.5% Ａ－１>A-1");
  // A sign at the end may be meant as it is.
  CHECK(runs("１．推动") == "１>1");
  CHECK(runs("甲－乙／丙，（丁）：“戊”～") == "");
}

TEST_CASE("Radicals that a PDF gives in place of 汉字 are seen, the 汉字 themselves are not") {
  CHECK(runs("⽤⽔计量") == "⽤⽔>用水");
  CHECK(runs("用水计量") == "");
  CHECK(runs("\uF914") == "\uF914>\u6A02");  // 樂, a compatibility form
}

TEST_CASE("Letters of other scripts count only next to Latin ones") {
  CHECK(runs("\u0441umulative") == "\u0441>c");
  CHECK(runs("tit\u04CFe") == "");  // one without a twin in the table
  CHECK(runs("Привет, α и Ω") == "");
  CHECK(runs("") == "");
}

TEST_CASE("The plain form is what a program wants") {
  CHECK(plain_form("２０２３–０８—02 ") == "2023-08-02");
  CHECK(plain_form("　ｔｉｔｌｅ：") == "title:");
  CHECK(plain_form("\u0441umulative") == "cumulative");
  CHECK(plain_form("市科⽤局") == "市科用局");
  CHECK(plain_form("−3．5") == "-3.5");
  CHECK(plain_form("“2023-08-02”") == "2023-08-02");
  CHECK(plain_form("“重点”任务") == "“重点”任务");
}

TEST_SUITE_END();

}  // namespace base_look_alike_test
