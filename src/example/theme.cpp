// SPDX-License-Identifier: MIT
#include "example/theme.h"

#include <iterator>
#include <vector>

namespace taizhang::example {

namespace {

// `section_titles` and `themes`, out of `templates/example/themes.yaml`.
#include "example/themes.inc"

static_assert(std::size(section_titles) == mechanism_section);

/// The themes of each section.
std::vector<std::vector<const Theme*>> grouped() {
  std::vector<std::vector<const Theme*>> groups(std::size(section_titles));
  for (const Theme& theme : themes) {
    groups[static_cast<std::size_t>(theme.section - 1)].push_back(&theme);
  }
  return groups;
}

const std::vector<std::vector<const Theme*>>& groups() {
  static const auto all = grouped();
  return all;
}

}  // namespace

std::span<const std::string_view> sections() { return section_titles; }

int theme_count() {
  int count = 0;
  for (const auto& group : groups()) count += static_cast<int>(group.size());
  return count;
}

Assigned theme_of(int item, int tasks) {
  const long long all = theme_count();
  long long before = 0;
  int first = 1;  // the first item of the section
  for (const auto& group : groups()) {
    before += static_cast<long long>(group.size());
    const int last = static_cast<int>(before * tasks / all);
    if (item <= last) {
      const int size = static_cast<int>(group.size());
      const int place = item - first;
      return {group[static_cast<std::size_t>(place % size)], place / size};
    }
    first = last + 1;
  }
  return {groups().back().back(), 0};
}

}  // namespace taizhang::example
