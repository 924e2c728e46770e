// SPDX-License-Identifier: MIT
//
// Threads make it faster, and nothing else of it.
#include <doctest/doctest.h>

#include "example_ledgers.h"
#include "run.h"

namespace threads_test {

using namespace taizhang;

TEST_SUITE_BEGIN("threads");

TEST_CASE("One, two and eight threads give the same bytes") {
  example::Options options = test::with_seed(3);
  options.tasks = 400;  // more than eight times what is worth a thread
  test::MemoryDisk disk = test::disk_with_example(options);
  // And something to find in each of many files.
  std::size_t slips = 0;
  for (auto& [path, text] : disk.files) {
    const std::size_t at = text.find("\nstatus: ");
    if (at == text.npos || path.size() % 2 == 0) continue;
    text.insert(at + 1, "stauts: closed\n");
    ++slips;
  }
  REQUIRE(slips >= 100);
  const std::vector<std::vector<std::string>> asked{
      {"check", "--format", "json"},
      {"list", "--rows", "indicators", "--format", "json"},
      {"list", "--rows", "periods", "--format", "csv"},
      {"stats", "--by", "lead"},
      {"report", "weekly", "--format", "json"},
  };
  for (const std::vector<std::string>& words : asked) {
    CAPTURE(words.front());
    std::string by_one;
    for (const char* threads : {"1", "2", "8"}) {
      std::vector<std::string> arguments = words;
      arguments.insert(arguments.end(), {"--as-of", "2024-10-08", "--threads", threads});
      const test::Outcome outcome = test::run(arguments, disk);
      CHECK(outcome.out.size() > 1'000);
      if (by_one.empty()) by_one = outcome.out;
      CHECK(outcome.out == by_one);
    }
  }
}

TEST_SUITE_END();

}  // namespace threads_test
