// SPDX-License-Identifier: MIT
#include "base/decimal.h"

#include <doctest/doctest.h>

#include <regex>

#include "values.h"

namespace base_decimal_test {

using namespace taizhang;
using base::Decimal;
using base::DecimalFault;
using test::dec;

TEST_SUITE_BEGIN("base");

TEST_CASE("A decimal is a whole count of millionths") {
  CHECK(dec("27.34").micros() == 27'340'000);
  CHECK(dec("-0.000001").micros() == -1);
  CHECK(dec("0").micros() == 0);
  CHECK(Decimal::whole(221).micros() == 221'000'000);
}

TEST_CASE("The text of a decimal is the shortest one that reads back the same") {
  for (const char* text :
       {"0", "7", "-3", "27.34", "44.16", "3.65", "75.4", "0.000001", "-0.000001", "100", "1000000",
        "999999999999", "-999999999999", "999999999999.999", "999999999.999999"}) {
    CAPTURE(text);
    CHECK(dec(text).text() == text);
  }
  CHECK(dec("12.50").text() == "12.5");
  CHECK(dec("12.0").text() == "12");
  CHECK(dec("-0").text() == "0");
  CHECK(dec("-0.00").text() == "0");
}

TEST_CASE("What is not a plain decimal is refused, never guessed at") {
  for (const char* text : {"",    "-",   ".",    ".5",    "5.",    "-.5",   "+5",  "--5",  "5-",
                           "1e3", "1E3", "0x10", "1,000", "1 000", " 1",    "1 ",  "1\n",  "1.2.3",
                           "007", "00",  "-01",  "nan",   "inf",   "126个", "12%", "１２", "一"}) {
    CAPTURE(text);
    const auto parsed = Decimal::parse(text);
    CHECK_FALSE(parsed.decimal);
    CHECK(parsed.fault == DecimalFault::not_a_number);
  }
}

TEST_CASE("The pattern and the limit take what is read as a decimal of at most fifteen digits") {
  const std::regex pattern((std::string(base::decimal_pattern)));
  for (const char* text :
       {"0",     "7",         "-3",        "27.34",         "12.50",        "-0",  "0.000001",
        "-0.00", "0.1234567", "0.1234560", "0.12345600000", "0.1234561000", "",    "-",
        ".",     ".5",        "5.",        "-.5",           "+5",           "1e3", "0x10",
        "1,000", " 1",        "1 ",        "1.2.3",         "007",          "00",  "-01",
        "nan",   "126个",     "12%",       "1234567890123", "123456789012", "一"}) {
    CAPTURE(text);
    CHECK(std::regex_match(text, pattern) == Decimal::parse(text).decimal.has_value());
  }
  CHECK(std::regex_match("27.34", pattern));
  CHECK(Decimal::parse(std::to_string(base::decimal_limit - 1)).decimal);
  CHECK_FALSE(Decimal::parse(std::to_string(base::decimal_limit)).decimal);
}

TEST_CASE("More than six decimals are refused, and said to be that") {
  const auto parsed = Decimal::parse("0.1234567");
  CHECK_FALSE(parsed.decimal);
  CHECK(parsed.fault == DecimalFault::too_many_places);
  CHECK(Decimal::parse("0.123456").decimal);
}

TEST_CASE("More than twelve digits before the point or fifteen in all are refused") {
  CHECK(Decimal::parse("123456789012").decimal);
  CHECK(Decimal::parse("1234567890123").fault == DecimalFault::too_many_digits);
  CHECK_FALSE(Decimal::parse("1234567890123").decimal);
  CHECK(Decimal::parse("123456789012.345").decimal);
  CHECK_FALSE(Decimal::parse("123456789012.3456").decimal);
  CHECK(Decimal::parse("123456789012.3456").fault == DecimalFault::too_many_digits);
  // The longest run of digits must not wrap round either.
  CHECK_FALSE(Decimal::parse(std::string(400, '9')).decimal);
}

TEST_CASE("Sums and differences are exact where doubles are not") {
  CHECK(dec("0.1") + dec("0.2") == dec("0.3"));
  CHECK((dec("44.31") - dec("44.16")).text() == "0.15");
  CHECK((dec("118") - dec("126")).text() == "-8");
}

TEST_CASE("The sum of the two largest decimals does not overflow") {
  const Decimal most = dec("999999999999.999");
  // 2 · 999999999999.999
  CHECK((most + most).text() == "1999999999999.998");
  CHECK((dec("-999999999999.999") - most).text() == "-1999999999999.998");
}

TEST_CASE("Decimals are ordered by value") {
  CHECK(dec("-2") < dec("-1.5"));
  CHECK(dec("9") < dec("10"));
  CHECK(dec("27.340") == dec("27.34"));
}

TEST_CASE("A decimal knows whether it is whole") {
  CHECK(dec("3.0").is_whole());
  CHECK(dec("-3").is_whole());
  CHECK_FALSE(dec("3.000001").is_whole());
  CHECK_FALSE(dec("-0.5").is_whole());
}

TEST_SUITE_END();

}  // namespace base_decimal_test
