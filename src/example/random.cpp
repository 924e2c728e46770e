// SPDX-License-Identifier: MIT
#include "example/random.h"

#include <limits>

namespace taizhang::example {

namespace {

/// One step of SplitMix64 (Steele, Lea, Flood 2014): near numbers give far ones.
std::uint64_t mixed(std::uint64_t number) {
  number += 0x9e3779b97f4a7c15;
  number = (number ^ (number >> 30)) * 0xbf58476d1ce4e5b9;
  number = (number ^ (number >> 27)) * 0x94d049bb133111eb;
  return number ^ (number >> 31);
}

std::uint64_t mixed(std::initializer_list<std::uint64_t> stream) {
  std::uint64_t result = 0;
  for (const std::uint64_t number : stream) result = mixed(result ^ number);
  return result;
}

}  // namespace

Random::Random(std::initializer_list<std::uint64_t> stream) : engine_(mixed(stream)) {}

std::uint64_t Random::below(std::uint64_t bound) {
  // Of the numbers at the top those are drawn again that would make some results likelier.
  constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
  const std::uint64_t limit = most - most % bound;
  std::uint64_t number;
  do {
    number = engine_();
  } while (number >= limit);
  return number % bound;
}

std::int64_t Random::between(std::int64_t low, std::int64_t high) {
  return low + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(high - low) + 1));
}

}  // namespace taizhang::example
