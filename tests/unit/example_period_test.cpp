// SPDX-License-Identifier: MIT
#include "example/period.h"

#include <doctest/doctest.h>

namespace example_period_test {

using namespace taizhang;
using example::Period;

namespace {

Period period(const char* from, const char* to) {
  return {*base::parse_date(from).date, *base::parse_date(to).date};
}

}  // namespace

TEST_SUITE_BEGIN("example");

TEST_CASE("The next period has as many months, or as many days where it is not of months") {
  CHECK(following(period("2023-01-01", "2023-12-31")) == period("2024-01-01", "2024-12-31"));
  CHECK(following(period("2024-01-01", "2024-12-31")) == period("2025-01-01", "2025-12-31"));
  CHECK(following(period("2023-07-01", "2024-06-30")) == period("2024-07-01", "2025-06-30"));
  CHECK(following(period("2024-01-01", "2024-06-30")) == period("2024-07-01", "2024-12-31"));
  CHECK(following(period("2021-01-01", "2025-12-31")) == period("2026-01-01", "2030-12-31"));
  CHECK(following(period("2024-01-01", "2024-07-18")) == period("2024-07-19", "2025-02-03"));
}

TEST_CASE("The period before is the one that this one follows") {
  for (const Period each :
       {period("2024-01-01", "2024-12-31"), period("2023-07-01", "2024-06-30"),
        period("2024-01-01", "2024-06-30"), period("2024-01-01", "2024-07-18")}) {
    CHECK(following(preceding(each)) == each);
  }
}

TEST_CASE("A plan of whole years is called by its year, any other by its first month") {
  CHECK(id_of(period("2024-01-01", "2024-12-31")) == "2024");
  CHECK(id_of(period("2023-07-01", "2024-06-30")) == "2023");
  CHECK(id_of(period("2021-01-01", "2025-12-31")) == "2021");
  CHECK(id_of(period("2024-07-01", "2024-12-31")) == "2024-07");
  CHECK(words_of(period("2024-01-01", "2024-12-31")) == "2024年");
  CHECK(words_of(period("2023-07-01", "2024-06-30")) == "2023年7月至2024年6月");
}

TEST_CASE("A day within the period is told in thousandths, its month's end never after the end") {
  const Period year = period("2023-01-01", "2023-12-31");
  CHECK(year.days() == 365);
  CHECK(year.at(0) == year.start);
  CHECK(year.at(1000) == year.end);
  CHECK(base::iso(year.at(500)) == "2023-07-02");
  CHECK(base::iso(year.month_end_at(500)) == "2023-07-31");
  CHECK(base::iso(period("2023-01-01", "2023-07-10").month_end_at(1000)) == "2023-07-10");
}

TEST_SUITE_END();

}  // namespace example_period_test
