// SPDX-License-Identifier: MIT
//
//   taizhang_differential SEED N FOLDER...
//
// Makes N inputs out of the files below the folders and reads each with both readers of YAML; ends
// with 1 and prints the input where they differ, or where the plain reader declines so many that
// the comparison says little. How many of them a core reads in a second is on standard output.
#include <fmt/format.h>

#include <cstdlib>
#include <ctime>
#include <iostream>
#include <iterator>

#include "mutator.h"
#include "trees_differ.h"

using namespace taizhang;

int main(int count, char** arguments) {
  if (count < 4) return 2;
  const auto seed = static_cast<unsigned>(std::strtoul(arguments[1], nullptr, 10));
  const std::size_t inputs = std::strtoull(arguments[2], nullptr, 10);
  std::vector<std::string> texts;
  for (int i = 3; i < count; ++i) {
    std::vector<std::string> more = fuzz::texts_in(arguments[i]);
    std::move(more.begin(), more.end(), std::back_inserter(texts));
  }
  fuzz::Mutator mutator(texts, seed);
  std::size_t plain = 0;
  const std::clock_t begun = std::clock();
  for (std::size_t i = 0; i < inputs; ++i) {
    // Files with many changes are declined for the most part, a few lines are not.
    const std::string text = i % 8 == 0 ? mutator.next() : mutator.next_lines();
    const test::Readings readings = test::read_both(text);
    if (!readings.difference.empty()) {
      std::cerr << fmt::format("input {} of seed {}: {}\n{}", i, seed, readings.difference, text);
      return 1;
    }
    plain += readings.is_plain ? 1 : 0;
  }
  const double took = static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC;
  std::cout << fmt::format("{} inputs of seed {}, {} plain, {:.0f} a second of its core\n", inputs,
                           seed, plain, static_cast<double>(inputs) / took);
  constexpr std::size_t at_least = 5;  // one in so many is to be plain
  return plain * at_least >= inputs ? 0 : 1;
}
