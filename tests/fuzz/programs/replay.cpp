// SPDX-License-Identifier: MIT
//
//   taizhang_replay TARGET FILE...     give these files to a fuzz target, without libFuzzer
//
// For an input that `make fuzz` wrote down; and it is built with the tests, so that what the
// targets are made of can be linked without them.
#include <fstream>
#include <iostream>
#include <iterator>

#include "targets.h"

int main(int count, char** arguments) {
  const auto* target = count > 2 ? taizhang::fuzz::find_target(arguments[1]) : nullptr;
  if (!target) {
    std::cerr << "taizhang_replay decoder|ledger|plain|reader FILE...\n";
    return 2;
  }
  for (int i = 2; i < count; ++i) {
    std::ifstream file(arguments[i], std::ios::binary);
    if (!file) {
      std::cerr << arguments[i] << ": cannot be read\n";
      return 2;
    }
    try {
      target->run({std::istreambuf_iterator<char>(file), {}});
    } catch (const taizhang::fuzz::Broken& broken) {
      std::cerr << arguments[i] << ": broken promise: " << broken << "\n";
      return 1;
    }
  }
}
