// SPDX-License-Identifier: MIT
#include "check/rules.h"

namespace taizhang::check {

namespace {

// A test holds this table against the codes: sorted, unique, E for errors and W for warnings.
#define R(rule) &rule,
constexpr const Rule* table[] = {TAIZHANG_RULES(R)};
#undef R

}  // namespace

std::span<const Rule* const> rules() { return table; }

const Rule* find_rule(std::string_view code_or_name) {
  for (const Rule* rule : table) {
    if (rule->code == code_or_name || rule->name == code_or_name) return rule;
  }
  return nullptr;
}

std::vector<std::string_view> rule_words() {
  std::vector<std::string_view> words;
  for (const Rule* rule : table) words.push_back(rule->code);
  for (const Rule* rule : table) words.push_back(rule->name);
  return words;
}

}  // namespace taizhang::check
