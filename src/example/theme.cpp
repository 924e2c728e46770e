// SPDX-License-Identifier: MIT
#include "example/theme.h"

#include <vector>

namespace taizhang::example {

namespace {

constexpr std::string_view section_titles[] = {"科技创新和产业升级",
                                               "项目建设和招商引资",
                                               "数字经济和营商环境",
                                               "乡村振兴和现代农业",
                                               "城市更新和基础设施",
                                               "生态环境和绿色低碳",
                                               "文化旅游和消费扩容",
                                               "教育卫生和公共服务",
                                               "社会保障和就业",
                                               "平安建设和风险防控",
                                               "组织保障"};

/// The themes of each section.
std::vector<std::vector<const Theme*>> grouped() {
  std::vector<std::vector<const Theme*>> groups(std::size(section_titles));
  for (const auto themes : {themes_of_economy(), themes_of_land(), themes_of_people()}) {
    for (const Theme& theme : themes) {
      groups[static_cast<std::size_t>(theme.section - 1)].push_back(&theme);
    }
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
