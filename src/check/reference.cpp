// SPDX-License-Identifier: MIT
#include "check/reference.h"

#include <algorithm>

#include "base/suggest.h"
#include "base/text.h"

namespace taizhang::check {

void Names::add(std::string_view name) {
  if (set_.insert(name).second) names_.push_back(name);
}

std::string Names::near(std::string_view given) {
  // Nobody gives a hundred wrong names; a hostile file must not cost a suggestion each.
  constexpr int most_suggestions = 100;
  if (asked_++ >= most_suggestions) return "";
  return base::suggestion(given, names_).value_or("");
}

Words Names::help(std::string_view given, const Words& otherwise) {
  if (std::string name = near(given); !name.empty()) {
    return {"是不是“{0}”？", "did you mean “{0}”?", name};
  }
  constexpr std::size_t few = 8;
  if (names_.empty() || names_.size() > few) return otherwise;
  return base::near_or_all(given, names_);
}

std::string_view without_blanks_around(std::string_view name) {
  for (;;) {
    const std::size_t size = name.size();
    name = base::trimmed(name);
    for (const std::string_view blank : {"\u3000", "\u00A0"}) {
      if (name.starts_with(blank)) name.remove_prefix(blank.size());
      if (name.ends_with(blank)) name.remove_suffix(blank.size());
    }
    if (name.size() == size) return name;
  }
}

std::vector<std::vector<std::size_t>> rings_of(
    const std::vector<std::vector<std::size_t>>& arrows) {
  std::vector<std::vector<std::size_t>> rings;
  std::vector<std::size_t> next(arrows.size());   // of each node, the arrow to follow
  std::vector<std::size_t> depth(arrows.size());  // on the path, from 1; 0 where it is not
  std::vector<bool> left(arrows.size());
  for (std::size_t start = 0; start < arrows.size(); ++start) {
    if (left[start]) continue;
    std::vector<std::size_t> path{start};
    depth[start] = 1;
    while (!path.empty()) {
      const std::size_t node = path.back();
      if (next[node] == arrows[node].size()) {
        left[node] = true;
        depth[node] = 0;
        path.pop_back();
        continue;
      }
      const std::size_t to = arrows[node][next[node]++];
      if (left[to]) continue;
      if (depth[to] == 0) {
        path.push_back(to);
        depth[to] = path.size();
        continue;
      }
      std::vector<std::size_t> ring(path.begin() + static_cast<std::ptrdiff_t>(depth[to] - 1),
                                    path.end());
      std::rotate(ring.begin(), std::min_element(ring.begin(), ring.end()), ring.end());
      rings.push_back(std::move(ring));
    }
  }
  return rings;
}

}  // namespace taizhang::check
