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

namespace {

/// How many letters of `given` a name has, each as often as both have it.
std::size_t shared_letters(std::u32string given, const std::u32string& name) {
  std::size_t count = 0;
  for (const char32_t letter : name) {
    const std::size_t at = given.find(letter);
    if (at == given.npos) continue;
    given.erase(at, 1);
    ++count;
  }
  return count;
}

/// Those of `known` that have the most letters of `given`.
std::vector<std::string> most_alike(std::string_view given, const std::vector<std::string>& known) {
  constexpr std::size_t longest_name = 80;
  const std::u32string wanted = letters(given.substr(0, 4 * longest_name));
  std::size_t most = 1;
  std::vector<std::string> alike;
  for (const std::string& name : known) {
    const std::size_t count = shared_letters(wanted, letters(name));
    if (count < most) continue;
    if (count > most) alike.clear();
    most = count;
    alike.push_back(name);
  }
  return alike;
}

}  // namespace

Phrase near_or_all(std::string_view given, const std::vector<std::string_view>& known) {
  if (const auto near = suggestion(given, known)) {
    return {{"是不是“{0}”？", "did you mean “{0}”?"}, {*near}};
  }
  // What is known in several plans is said once; of many names nobody reads all.
  constexpr std::size_t most_listed = 20;
  constexpr std::size_t most_alike_listed = 5;
  std::vector<std::string> names;
  for (const std::string_view name : known) {
    if (std::ranges::find(names, name) == names.end()) names.emplace_back(name);
  }
  if (names.size() <= most_listed) return {{"可用：{0}", "known: {0}"}, {joined(names, ", ")}};
  std::vector<std::string> alike = most_alike(given, names);
  if (alike.size() == 1) return {{"是不是“{0}”？", "did you mean “{0}”?"}, {alike.front()}};
  const auto count = static_cast<long long>(names.size());
  const bool none = alike.empty();
  std::vector<std::string>& some = none ? names : alike;
  if (some.size() > most_alike_listed) some.resize(most_alike_listed);
  return {none ? Bilingual{"共有 {1} 个，如：{0}", "there are {1}, such as: {0}"}
               : Bilingual{"相近的有：{0}", "near it: {0}"},
          {joined(some, ", "), count}};
}

void refuse_unknown(std::string_view given, Bilingual what,
                    const std::vector<std::string_view>& known) {
  refuse({{"没有“{0}”这个{1}", "there is no {1} “{0}”"}, {given, what}}, near_or_all(given, known));
}

}  // namespace taizhang::base
