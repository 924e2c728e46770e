// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "check/rule.h"

namespace taizhang::check {

/// A rule that a remark asks to be silent.
struct IgnoredRule {
  std::string name;  ///< as written
  source::Span at;
  const Rule* rule;  ///< null where there is no such rule
  bool used = false;
};

/// A remark `# taizhang: ignore[W04, W05] reason`: what these rules find on its line, or, where it
/// has a line to itself, on the next line with anything on it, is meant to be so.
struct Ignore {
  source::Span at;      ///< the remark
  source::Span covers;  ///< the line it speaks of
  /// Empty where the remark cannot be understood.
  std::vector<IgnoredRule> rules;
  std::string reason;
};

/// The remarks of the ledger, in their order.
std::vector<Ignore> ignores(const model::Ledger& ledger);

/// Take the findings out that a remark silences, and note which remarks did.
void silence(std::vector<source::Finding>& findings, std::vector<Ignore>& ignores);

}  // namespace taizhang::check
