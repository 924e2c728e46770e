// SPDX-License-Identifier: MIT
#include "load/mend.h"

#include "load/advice.h"

#include <doctest/doctest.h>

#include "base/date_span.h"

namespace load_mend_test {

using namespace taizhang;
using namespace taizhang::load;

TEST_SUITE_BEGIN("load");

TEST_CASE("A number is mended where only its characters are wide") {
  CHECK(mended_number("２２１") == "221");
  CHECK(mended_number("－３．５") == "-3.5");
  CHECK(mended_number("　97") == "97");
  // What else it may mean is not guessed at.
  for (const char* text :
       {"221", "1,000", "2２1个", "05", "+5", "九十七", "", "l0", "126²", "10⁴", "①", "½"}) {
    CAPTURE(text);
    CHECK_FALSE(mended_number(text));
  }
  CHECK_FALSE(mended_number(std::string(1'000'000, '1')));
}

TEST_CASE("Zeros in front of a whole number say nothing") {
  CHECK(mended_whole("014") == "14");
  CHECK(mended_whole("０１４") == "14");
  CHECK(mended_whole("00") == "0");
  for (const char* text : {"14", "0", "1.0", "-3", "014a", "", "4²"}) {
    CAPTURE(text);
    CHECK_FALSE(mended_whole(text));
  }
}

TEST_CASE("What people write for numbers, days and lists is told how to write") {
  const auto en = [](const base::Phrase& advice) { return advice.in(base::Language::en); };
  const std::pair<const char*, const char*> numbers[] = {
      {"1,500", "write 1500, without thousands marks"},
      {"1，234，567.5", "write 1234567.5, without thousands marks"},
      {"约30", "write 30; “约” becomes qualifier: about, and a figure reported is exact"},
      {"≥30", "write 30; “≥” becomes qualifier: at_least"},
      {"+5", "write 5, without the sign"},
      {"4 000", "write 4000, without thousands marks"},
      {"＞30", "write 30; “>” becomes qualifier: exceed"},
      {"4000以内", "write 4000; “以内” becomes qualifier: at_most"},
      {"4000。", "write 4000, without “。”"},
  };
  for (const auto& [text, advice] : numbers) CHECK(en(advice_on_number(text)) == advice);
  CHECK(en(advice_on_number("10-15"))
            .starts_with("write one number: of a target the lower bound 10"));
  CHECK(en(advice_on_number("10⁴")).starts_with("“⁴” is a raised or circled digit"));
  // What can be a unit of measure the rule knows.
  for (const char* text : {"many", "12家", "1/3", "30±1"}) {
    CAPTURE(text);
    CHECK(advice_on_number(text).empty());
  }
  CHECK(en(advice_on_whole("第一板块")) == "write 1");
  CHECK(en(advice_on_whole("二十三")) == "write 23");
  CHECK(en(advice_on_date("45140")) ==
        "this is the number that a spreadsheet makes of a date: write 2023-08-02");
  CHECK(en(advice_on_date("2023-08-02 00:00:00")) == "write the date alone: 2023-08-02");
  CHECK(en(advice_on_date("20230802")) == "write the date alone: 2023-08-02");
  CHECK(en(advice_on_date("2023")) == "write a day: the last one is 2023-12-31");
  CHECK(en(advice_on_number("1O")) == "the letters O, l and I are no digits: write 10");
  CHECK(en(advice_on_list("甲局、乙局，丙局")) ==
        "this is a list in one text: write [甲局, 乙局, 丙局]");
  CHECK(en(advice_on_list("甲局")) == "one item is a list as well: [甲局]");
  CHECK(en(advice_on_list("-甲局 -乙局")) == "this is a list in one text: write [甲局, 乙局]");
  CHECK(en(advice_on_list("1. 甲局 2. 乙局")) == "this is a list in one text: write [甲局, 乙局]");
  CHECK(en(advice_on_number("20 .9")) == "write 20.9 if that is meant");
  CHECK(en(advice_on_number("20..9")) == "write 20.9 if that is meant");
  CHECK(en(advice_on_number("1_000")) == "write 1000 if that is meant");
  CHECK(en(advice_on_number("12（预计）")) ==
        "write the number alone: 12; “(预计)” goes into note");
  CHECK(en(advice_on_number("10#核实")) == "write the number alone: 10; “#核实” goes into note");
  CHECK(en(advice_on_period("2023年度", true)) == "write {start: 2023-01-01, end: 2023-12-31}");
}

TEST_CASE("A date is mended where year, month and day are there in this order") {
  for (const char* text : {"2023-8-2", "2023/08/02", "2023.8.02", "2023年8月2日",
                           "２０２３-０８-０２", "2023–08–02", " 2023-8-2"}) {
    CAPTURE(text);
    CHECK(base::meant_date(text) == "2023-08-02");
  }
  for (const char* text :
       {"2023-2-30", "8-2-2023", "2023-8", "2023-8-2日", "2023-8/2", "2023年8-2日", "23-8-2",
        "2023-008-02", "2023-8-2 08:00", "", "2023-+8-2", "年8月2日"}) {
    CAPTURE(text);
    CHECK_FALSE(base::meant_date(text));
  }
}

TEST_CASE("A word is mended where it differs by case or width alone") {
  const std::vector<std::string_view> words{"at_least", "reach"};
  CHECK(mended_word("At_Least", words) == "at_least");
  CHECK(mended_word("ｒｅａｃｈ", words) == "reach");
  CHECK_FALSE(mended_word("reach", words));
  CHECK_FALSE(mended_word("reech", words));
}

TEST_SUITE_END();

}  // namespace load_mend_test
