// SPDX-License-Identifier: MIT
#include "report/json.h"

#include <doctest/doctest.h>

#include "values.h"

using namespace taizhang;
using report::Json;
using test::dec;
using test::fraction;
using test::given;

TEST_SUITE_BEGIN("report");

TEST_CASE("A decimal is a JSON number with the digits that were written") {
  for (const char* text : {"0", "221", "-8", "27.34", "44.16", "0.1", "-0.000001",
                           "999999999999.999", "123456789.012345"}) {
    CAPTURE(text);
    const Json number = report::number(dec(text));
    CHECK(number.is_number());
    // How the number is written is the writer's; that no digit is lost is ours.
    CHECK(Json::parse(number.dump()).get<double>() == std::stod(text));
  }
  CHECK(report::number(dec("27.34")).dump() == "27.34");
  CHECK(report::number(dec("221")).dump() == "221");
  CHECK(report::number(dec("999999999999.999")).dump() == "999999999999.999");
}

TEST_CASE("A completion is per cent with two places") {
  CHECK(report::percent_number(fraction(126, 221)).dump() == "57.01");
  CHECK(report::percent_number(fraction(1, 2)).dump() == "50");
  CHECK(report::percent_number(fraction(4431, 4416)).dump() == "100.34");
  CHECK(report::percent_number(fraction(-1, 8)).dump() == "-12.5");
  CHECK(report::percent_number(fraction(-1, 100000)).dump() == "0");
}

TEST_CASE("What is not there is null, not zero and not empty") {
  CHECK(report::or_null(std::optional<base::Decimal>()).dump() == "null");
  CHECK(report::or_null(model::Given<std::string>()).dump() == "null");
  CHECK(report::or_null(std::optional(dec("0"))).dump() == "0");
  CHECK(report::or_null(given(false)).dump() == "false");
}

TEST_CASE("Dates are ISO texts and enumerations the words of the files") {
  CHECK(report::or_null(given(test::day("2023-08-02"))).dump() == "\"2023-08-02\"");
  CHECK(report::or_null(given(model::Status::close_requested)).dump() == "\"close_requested\"");
  CHECK(report::or_null(given(model::Grade::good)).dump() == "\"良\"");
}

TEST_CASE("A list leaves out what could not be read, and none at all is an empty list") {
  model::List<model::UnitName> units;
  CHECK(report::array_of(units).dump() == "[]");
  units.items = {given(model::UnitName{"市工信局"}), {}, given(model::UnitName{"市发改局"})};
  CHECK(report::array_of(units).dump() == R"(["市工信局","市发改局"])");
}

TEST_SUITE_END();
