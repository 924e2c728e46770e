// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <set>

#include "base/date_span.h"

namespace base_date_span_test {

TEST_SUITE_BEGIN("base");

using namespace taizhang::base;

namespace {

/// `FROM TO` of what `text` means on `day`; empty where it means nothing.
std::string span(const char* text, const char* day = "2024-02-10") {
  const auto found = parse_span(text, *parse_date(day).date);
  return found ? iso(found->from) + " " + iso(found->to) : "";
}

}  // namespace

TEST_CASE("a day, a month, a week, a quarter, a year") {
  CHECK(span("2023-10-31") == "2023-10-31 2023-10-31");
  CHECK(span("2023-10") == "2023-10-01 2023-10-31");
  CHECK(span("2024-02") == "2024-02-01 2024-02-29");
  CHECK(span("2023Q3") == "2023-07-01 2023-09-30");
  CHECK(span("2023q4") == "2023-10-01 2023-12-31");
  CHECK(span("2023") == "2023-01-01 2023-12-31");
  CHECK(span("2023-W39") == "2023-09-25 2023-10-01");
}

TEST_CASE("ISO weeks at the turn of a year") {
  // January 1 2023 is a Sunday, of the last week of 2022; 2020 has 53 weeks.
  CHECK(span("2023-W01") == "2023-01-02 2023-01-08");
  CHECK(span("2020-W53") == "2020-12-28 2021-01-03");
  CHECK(span("2023-W53").empty());
  CHECK(span("2023-W00").empty());
}

TEST_CASE("days seen from a day") {
  CHECK(span("今天") == "2024-02-10 2024-02-10");
  CHECK(span("-7d") == "2024-02-03 2024-02-03");
  CHECK(span("+20d") == "2024-03-01 2024-03-01");
  CHECK(span("10天前") == "2024-01-31 2024-01-31");
  CHECK(span("月初") == "2024-02-01 2024-02-01");
  CHECK(span("月底") == "2024-02-29 2024-02-29");
  CHECK(span("上月底") == "2024-01-31 2024-01-31");
  CHECK(span("季末") == "2024-03-31 2024-03-31");
  CHECK(span("年初") == "2024-01-01 2024-01-01");
  CHECK(span("年底") == "2024-12-31 2024-12-31");
}

TEST_CASE("each word for days has both languages, and they mean the same") {
  std::set<std::string_view> all;
  for (const DayWord& word : day_words()) {
    CAPTURE(word.word.zh);
    CHECK(span(std::string(word.word.zh).c_str()) == span(std::string(word.word.en).c_str()));
    CHECK(!span(std::string(word.word.en).c_str()).empty());
    CHECK(all.insert(word.word.zh).second);
    CHECK(all.insert(word.word.en).second);
    CHECK((word.also.empty() || all.insert(word.also).second));
  }
  CHECK(all.size() >= 50);
}

TEST_CASE("spans and their ends, on both sides of the turn of a year") {
  CHECK(span("yesterday", "2024-01-01") == "2023-12-31 2023-12-31");
  CHECK(span("明天", "2023-12-31") == "2024-01-01 2024-01-01");
  // 2024-02-10 is a Saturday.
  CHECK(span("本周") == "2024-02-05 2024-02-11");
  CHECK(span("上周", "2024-01-03") == "2023-12-25 2023-12-31");
  CHECK(span("next-week") == "2024-02-12 2024-02-18");
  CHECK(span("本周日", "2024-02-11") == "2024-02-11 2024-02-11");
  CHECK(span("上周日", "2024-02-11") == "2024-02-04 2024-02-04");
  CHECK(span("上月", "2024-01-31") == "2023-12-01 2023-12-31");
  CHECK(span("下个月", "2024-01-31") == "2024-02-01 2024-02-29");
  CHECK(span("上季度") == "2023-10-01 2023-12-31");
  CHECK(span("下季度", "2023-11-30") == "2024-01-01 2024-03-31");
  CHECK(span("去年") == "2023-01-01 2023-12-31");
  CHECK(span("季初", "2023-09-30") == "2023-07-01 2023-07-01");
  CHECK(span("last-quarter-end") == "2023-12-31 2023-12-31");
  CHECK(span("去年底") == "2023-12-31 2023-12-31");
}

TEST_CASE("what was meant for a word") {
  CHECK(meant_span("yestreday") == "yesterday");
  CHECK(meant_span("本季渡") == "本季度");
  CHECK_FALSE(meant_span("长期坚持"));
}

TEST_CASE("what is no day") {
  for (const char* text :
       {"", "23-10-31", "2023-13", "2023-1", "2023Q5", "2023Q", "202", "1899", "-d", "--7d", "-7",
        "7d", "天前", "2023-02-30", "2023-W", "-999999999d"}) {
    CAPTURE(text);
    CHECK(span(text).empty());
  }
}

TEST_CASE("A day without its year is read in the words of offices") {
  const auto in_2023 = [](const char* text) {
    const auto day = meant_day_of_year(text);
    const auto date = day ? day->in(2023) : std::nullopt;
    return date ? iso(*date) : std::string();
  };
  CHECK(in_2023("8月31日") == "2023-08-31");
  CHECK(in_2023("８月３１号") == "2023-08-31");
  CHECK(in_2023("6月底前") == "2023-06-30");
  CHECK(in_2023("2月末") == "2023-02-28");
  CHECK(in_2023("11月") == "2023-11-30");
  CHECK(in_2023("年底前") == "2023-12-31");
  CHECK(in_2023("今年年底") == "2023-12-31");
  CHECK(in_2023("上半年") == "2023-06-30");
  CHECK(in_2023("第三季度末") == "2023-09-30");
  CHECK(in_2023("9-30") == "2023-09-30");
  for (const char* none : {"", "年", "2月30日", "13月", "13-1", "0月5日", "2023-09", "尽快", "30",
                           "2月29日", "8月底31日"}) {
    CAPTURE(none);
    CHECK(in_2023(none).empty());
  }
}

TEST_SUITE_END();

}  // namespace base_date_span_test
