// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>

namespace taizhang::base {

/// Let at most so many threads work, in place of as many as the machine has cores. Said once,
/// before any work begins; 0 is the machine's.
void limit_threads(std::size_t most);

/// Call `work(i)` for each `i` below `count`, by this thread and others, each by whichever comes to
/// it: so it must write to what is its own alone. `worth` is how many calls are worth a thread.
/// What one of them throws comes out when all have ended.
void in_threads(std::size_t count, std::size_t worth, const std::function<void(std::size_t)>& work);

}  // namespace taizhang::base
