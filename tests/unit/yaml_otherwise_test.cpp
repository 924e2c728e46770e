// SPDX-License-Identifier: MIT
#include "yaml/otherwise.h"

#include <doctest/doctest.h>

#include <string>

namespace yaml_otherwise_test {

using taizhang::yaml::read_otherwise;

TEST_SUITE_BEGIN("yaml");

TEST_CASE("Other readers of YAML take some plain texts for something else") {
  const auto taken = [](const char* text) -> std::string {
    const auto other = read_otherwise(text);
    return other ? std::string(other->en) : "text";
  };
  for (const char* text : {"1.10", "0123", "0x1F", "0o17", "0b101", "1_000", "1e3", "-5", "+5",
                           ".5", "5.", "12:30", "1.5E-3", ".inf", "-.Inf", ".NaN"}) {
    CAPTURE(text);
    CHECK(taken(text) == "a number");
  }
  for (const char* text : {"yes", "No", "TRUE", "off"}) {
    CAPTURE(text);
    CHECK(taken(text) == "a truth value");
  }
  CHECK(taken("2023-08-02") == "a date");
  CHECK(taken("2023-08-02 10:00:00") == "a date");
  for (const char* text : {"1.2.3", "n", "2023-08", "r1", "e3", "0x", "十", "no.", "_1", "1e", "-",
                           ".", "2023-08-02起", "2023-13-02", "0536-3222", ""}) {
    CAPTURE(text);
    CHECK(taken(text) == "text");
  }
}

TEST_SUITE_END();

}  // namespace yaml_otherwise_test
