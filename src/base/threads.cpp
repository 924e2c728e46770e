// SPDX-License-Identifier: MIT
#include "base/threads.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <thread>
#include <vector>

namespace taizhang::base {

namespace {

std::size_t most_threads = 0;

}  // namespace

void limit_threads(std::size_t most) { most_threads = most; }

void in_threads(std::size_t count, std::size_t worth,
                const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next = 0;
  const auto take_turns = [&] {
    for (std::size_t i; (i = next++) < count;) work(i);
  };
  const std::size_t most = most_threads == 0 ? std::thread::hardware_concurrency() : most_threads;
  const std::size_t threads = std::min(most, count / worth + 1);
  std::vector<std::future<void>> helpers;
  for (std::size_t i = 1; i < threads; ++i) {
    helpers.push_back(std::async(std::launch::async, take_turns));
  }
  take_turns();
  for (std::future<void>& helper : helpers) helper.get();
}

}  // namespace taizhang::base
