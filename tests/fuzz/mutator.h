// SPDX-License-Identifier: MIT
#pragma once

#include <random>
#include <string>
#include <vector>

namespace taizhang::fuzz {

/// The texts of all files below `folder`, by path.
std::vector<std::string> texts_in(const std::string& folder);

/// Makes new inputs out of old ones. The numbers of the standard's generator are the same
/// everywhere; what its distributions make of them is not, so they are taken as they come.
class Mutator {
 public:
  /// `texts` must outlive it.
  Mutator(const std::vector<std::string>& texts, unsigned seed);

  /// One of the texts with one to six changes.
  std::string next();
  /// The same of some lines of one, which most often are YAML by themselves, with at most two.
  std::string next_lines();

 private:
  std::size_t below(std::size_t end) { return end == 0 ? 0 : random_() % end; }
  const std::string& some(const std::vector<std::string>& from) { return from[below(from.size())]; }
  void mutate(std::string& text);

  const std::vector<std::string>& texts_;
  std::vector<std::string> words_;
  std::mt19937 random_;
};

}  // namespace taizhang::fuzz
