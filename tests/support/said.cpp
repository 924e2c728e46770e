// SPDX-License-Identifier: MIT
#include "said.h"

#include <doctest/doctest.h>

namespace taizhang::test {

std::string said(const MemoryDisk& disk, const std::string& line) {
  const Outcome outcome = run(arguments_of(line), disk);
  CAPTURE(line);
  REQUIRE_MESSAGE(outcome.exit == 0, outcome.err);
  return outcome.out;
}

bool says(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

std::string part(const std::string& text, const std::string& from, const std::string& to) {
  const std::size_t begin = text.find(from);
  REQUIRE(begin != std::string::npos);
  return text.substr(begin, text.find(to, begin) - begin);
}

}  // namespace taizhang::test
