// SPDX-License-Identifier: MIT
//
// The entry of libFuzzer; which target it runs is settled when it is built.
#include <cstdint>
#include <cstdlib>
#include <iostream>

#include "targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const taizhang::fuzz::Target* const target =
      taizhang::fuzz::find_target(TAIZHANG_FUZZ_TARGET);
  try {
    target->run(std::string(data, data + size));
  } catch (const taizhang::fuzz::Broken& broken) {
    std::cerr << "broken promise: " << broken << "\n";
    std::abort();
  }
  return 0;
}
