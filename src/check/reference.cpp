// SPDX-License-Identifier: MIT
#include "check/reference.h"

#include "base/suggest.h"

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

}  // namespace taizhang::check
