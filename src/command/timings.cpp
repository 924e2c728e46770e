// SPDX-License-Identifier: MIT
#include "command/timings.h"

#include <fmt/format.h>

namespace taizhang::command {

void Timings::end_of(base::Bilingual stage) {
  if (!context_.options.timings) return;
  const auto now = std::chrono::steady_clock::now();
  const std::chrono::duration<double, std::milli> took = now - begun_;
  context_.say({{"{0}：{1} 毫秒", "{0}: {1} ms"}, {stage, fmt::format("{:.1f}", took.count())}});
  begun_ = now;
}

}  // namespace taizhang::command
