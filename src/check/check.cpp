// SPDX-License-Identifier: MIT
#include "check/check.h"

#include <algorithm>
#include <tuple>

#include "check/rules.h"

namespace taizhang::check {

void Collector::add(source::Span at, base::Phrase message, base::Phrase help,
                    std::vector<source::Related> related) {
  std::erase_if(related, [](const source::Related& place) { return !place.at.known(); });
  findings_.push_back(
      {rule_.code, rule_.severity, at, std::move(message), std::move(help), std::move(related)});
}

std::vector<source::Finding> check(const model::Ledger& ledger) {
  std::vector<source::Finding> findings;
  for (const Rule* rule : rules()) {
    Collector collector(*rule, findings);
    rule->run(ledger, collector);
  }
  std::stable_sort(findings.begin(), findings.end(), [](const auto& a, const auto& b) {
    return std::tuple(a.at.file, a.at.begin, a.code) < std::tuple(b.at.file, b.at.begin, b.code);
  });
  return findings;
}

}  // namespace taizhang::check
