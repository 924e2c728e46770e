// SPDX-License-Identifier: MIT
#include "base/date.h"

#include <doctest/doctest.h>

#include <fmt/format.h>

#include <regex>

#include "values.h"

namespace base_date_test {

using namespace taizhang;
using base::DateFault;
using base::parse_date;
using test::day;

TEST_SUITE_BEGIN("base");

TEST_CASE("A date is read and written as ISO") {
  for (const char* text :
       {"2023-08-02", "2023-12-31", "2024-02-29", "2000-02-29", "1900-01-01", "2999-12-31"}) {
    CAPTURE(text);
    CHECK(base::iso(day(text)) == text);
  }
}

TEST_CASE("Only the ISO form is a date") {
  for (const char* text :
       {"", "2023", "2023-08", "2023-8-2", "2023-08-2", "20230802", "2023/08/02", "2023.08.02",
        "02-08-2023", "2023-08-02 ", " 2023-08-02", "2023-08-02T00:00", "2023-08-0x", "+023-08-02",
        "2023年8月2日", "2023-08-02\n", "2023--8-02", "２０２３-08-02"}) {
    CAPTURE(text);
    const auto parsed = parse_date(text);
    CHECK_FALSE(parsed.date);
    CHECK(parsed.fault == DateFault::not_iso);
  }
}

TEST_CASE("A day that the calendar does not have is said to be that") {
  for (const char* text : {"2023-02-29", "2023-02-30", "2023-04-31", "2023-13-01", "2023-00-10",
                           "2023-01-00", "2023-01-32", "1900-02-29", "2100-02-29"}) {
    CAPTURE(text);
    const auto parsed = parse_date(text);
    CHECK_FALSE(parsed.date);
    CHECK(parsed.fault == DateFault::no_such_day);
  }
}

TEST_CASE("Years before 1900 and after 2999 are typing mistakes") {
  CHECK_FALSE(parse_date("1899-12-31").date);
  CHECK_FALSE(parse_date("3000-01-01").date);
  CHECK_FALSE(parse_date("0023-08-02").date);
}

TEST_CASE("The patterns take what is read as a date, and February 29 of every year") {
  const std::regex whole(base::date_pattern());
  const std::regex partial(base::partial_date_pattern());
  const auto check = [&](const std::string& text) {
    CAPTURE(text);
    const bool leap_day = text.ends_with("-02-29") && text >= "1900" && text < "3000";
    CHECK(std::regex_match(text, whole) == (parse_date(text).date || leap_day));
    CHECK(std::regex_match(text, partial) == (base::is_partial_date(text) || leap_day));
  };
  for (const char* year : {"0023", "1899", "1900", "1999", "2000", "2023", "2999", "3000"}) {
    check(year);
    for (int month = 0; month <= 13; ++month) {
      const std::string both = fmt::format("{}-{:02}", year, month);
      check(both);
      for (int date = 0; date <= 32; ++date) check(fmt::format("{}-{:02}", both, date));
    }
  }
  for (const char* text : {"", "202", "2023-8-02", "2023-08-2", "2023-08-02 ", "2023/08/02",
                           "20230802", "2023-08-", "2023-", "2023-08-02T00:00"}) {
    check(text);
  }
  CHECK(std::regex_match("2023-08-02", whole));
  CHECK_FALSE(std::regex_match("2023-06-31", whole));
  CHECK(std::regex_match("2023-08", partial));
}

TEST_CASE("Days between dates know leap years") {
  CHECK(base::days_between(day("2023-02-28"), day("2023-03-01")) == 1);
  CHECK(base::days_between(day("2024-02-28"), day("2024-03-01")) == 2);
  CHECK(base::days_between(day("2023-01-01"), day("2024-01-01")) == 365);
  CHECK(base::days_between(day("2024-01-01"), day("2025-01-01")) == 366);
  CHECK(base::days_between(day("2023-08-10"), day("2023-08-10")) == 0);
  CHECK(base::days_between(day("2023-08-10"), day("2023-07-31")) == -10);
}

TEST_CASE("A partial date is a year, a month or a day that exists") {
  CHECK(base::is_partial_date("2022"));
  CHECK(base::is_partial_date("2022-08"));
  CHECK(base::is_partial_date("2022-08-31"));
  CHECK_FALSE(base::is_partial_date("2022-13"));
  CHECK_FALSE(base::is_partial_date("2022-02-29"));
  CHECK_FALSE(base::is_partial_date("2022-8"));
  CHECK_FALSE(base::is_partial_date("22"));
  CHECK_FALSE(base::is_partial_date(""));
  CHECK_FALSE(base::is_partial_date("2022年"));
}

TEST_SUITE_END();

}  // namespace base_date_test
