// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <initializer_list>
#include <random>
#include <utility>
#include <vector>

namespace taizhang::example {

/// Draws that are the same on every machine: the standard fixes what `std::mt19937_64` gives, but
/// not what its distributions make of it, so the bounded draw is our own.
class Random {
 public:
  /// Each list of numbers is a stream of its own: seed, plan, task.
  explicit Random(std::initializer_list<std::uint64_t> stream);

  /// A number below `bound`, which is at least 1; all are equally likely.
  std::uint64_t below(std::uint64_t bound);

  /// A number from `low` to `high`, both included.
  std::int64_t between(std::int64_t low, std::int64_t high);
  int between(int low, int high) {
    return static_cast<int>(between(std::int64_t{low}, std::int64_t{high}));
  }

  bool chance(int percent) { return between(1, 100) <= percent; }

  /// One of `items`, which are not empty.
  template <class Items>
  const auto& pick(const Items& items) {
    return items[below(std::size(items))];
  }

 private:
  std::mt19937_64 engine_;
};

/// Cards that are dealt one after the other, all of them before any comes again: what must occur
/// in a ledger occurs in it, whatever the seed.
template <class Card>
class Deck {
 public:
  Deck(Random& random, std::vector<Card> cards)
      : random_(&random), cards_(std::move(cards)), next_(cards_.size()) {}

  /// The card that comes next, left where it is.
  Card top() {
    if (next_ == cards_.size()) shuffle();
    return cards_[next_];
  }

  Card deal() {
    const Card card = top();
    ++next_;
    return card;
  }

 private:
  void shuffle() {
    for (std::size_t i = cards_.size(); i > 1; --i) {
      const std::size_t other = random_->below(i);
      const Card card = cards_[other];
      cards_[other] = cards_[i - 1];
      cards_[i - 1] = card;
    }
    next_ = 0;
  }

  Random* random_;
  std::vector<Card> cards_;
  std::size_t next_;
};

}  // namespace taizhang::example
