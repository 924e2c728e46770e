// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

#include "command/command.h"

namespace taizhang::command {

/// Says on stderr how long each stage of a run took, where `--timings` asks for it.
class Timings {
 public:
  explicit Timings(const Context& context) : context_(context) {}

  /// The stage that has been running until now is `stage`.
  void end_of(base::Bilingual stage);

 private:
  const Context& context_;
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
};

}  // namespace taizhang::command
