// SPDX-License-Identifier: MIT
#include "base/suggest.h"

#include <algorithm>

#include "base/text.h"

namespace taizhang::base {

namespace {

/// Edits that turn `a` into `b`, with two neighbours swapped as one edit (optimal string
/// alignment); three rows are enough.
std::size_t distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    before.swap(last);
    last.swap(row);
  }
  return last[b.size()];
}

/// The characters of `text`, Latin letters as small ones: a capital is no other letter.
std::u32string letters(std::string_view text) {
  std::u32string points = code_points(text);
  for (char32_t& point : points) {
    if (point >= U'A' && point <= U'Z') point += U'a' - U'A';
  }
  return points;
}

}  // namespace

std::vector<std::string> neighbours(std::string_view given,
                                    const std::vector<std::string_view>& known) {
  // Nobody mistypes a name of hundreds of characters; hostile input must not cost a square.
  constexpr std::size_t longest_name = 80;
  const std::u32string wanted = letters(given.substr(0, 4 * longest_name));
  if (wanted.empty() || wanted.size() > longest_name) return {};
  std::vector<std::pair<std::size_t, std::string>> near;
  for (std::string_view candidate : known) {
    const std::u32string name = letters(candidate);
    const std::size_t shorter = std::min(wanted.size(), name.size());
    const std::size_t longer = std::max(wanted.size(), name.size());
    // It takes at least as many edits as the lengths differ.
    if ((longer - shorter) * 3 > longer) continue;
    const std::size_t edits = distance(wanted, name);
    if (edits * 3 <= longer) near.emplace_back(edits, candidate);
  }
  std::stable_sort(near.begin(), near.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> result;
  for (auto& [edits, name] : near) result.push_back(std::move(name));
  return result;
}

std::optional<std::string> half_alike(std::string_view given,
                                      const std::vector<std::string_view>& known) {
  constexpr char32_t last_latin = 0x24F;
  const std::u32string wanted = code_points(given.substr(0, 9));
  if (wanted.size() != 2 || std::ranges::any_of(wanted, [](char32_t c) { return c <= last_latin; }))
    return std::nullopt;
  std::optional<std::string> found;
  for (const std::string_view candidate : known) {
    const std::u32string name = code_points(candidate);
    if (name.size() != 2 || (name[0] != wanted[0] && name[1] != wanted[1])) continue;
    if (found && *found != candidate) return std::nullopt;
    found = candidate;
  }
  return found;
}

bool is_one_slip(std::string_view a, std::string_view b) {
  constexpr std::size_t longest_name = 80;
  if (a.size() > 4 * longest_name || b.size() > 4 * longest_name) return false;
  return a != b && distance(letters(a), letters(b)) <= 1;
}

std::optional<std::string> suggestion(std::string_view given,
                                      const std::vector<std::string_view>& known) {
  const std::vector<std::string> near = neighbours(given, known);
  return near.empty() ? std::nullopt : std::optional(near.front());
}

Phrase near_or_all(std::string_view given, const std::vector<std::string_view>& known) {
  if (const auto near = suggestion(given, known)) {
    return {{"是不是“{0}”？", "did you mean “{0}”?"}, {*near}};
  }
  return {{"可用：{0}", "known: {0}"},
          {joined(std::vector<std::string>(known.begin(), known.end()), ", ")}};
}

void refuse_unknown(std::string_view given, Bilingual what,
                    const std::vector<std::string_view>& known) {
  refuse({{"没有“{0}”这个{1}", "there is no {1} “{0}”"}, {given, what}}, near_or_all(given, known));
}

}  // namespace taizhang::base
