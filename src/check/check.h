// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "measure/clocks.h"
#include "model/ledger.h"
#include "source/finding.h"

namespace taizhang::check {

struct Rule;

/// Which rules are wanted, each by its code, its name or the beginning of its code: `W04`, `jump`,
/// `W`. All of them where `select` is empty, but for those that `ignore` takes away.
struct Choice {
  std::vector<std::string> select;
  std::vector<std::string> ignore;

  bool wants(const Rule& rule) const;
};

/// Whether `text` names a rule or the beginning of some codes.
bool names_rules(const std::string& text);

/// Run the wanted rules over the ledger. Findings come by file, then by place, then by code; each
/// is as serious as its plan says (`rules.check`), and what a remark `# taizhang: ignore[W04]`
/// silences is left out. Without `clocks` only that is found which is wrong on any day.
std::vector<source::Finding> check(const model::Ledger& ledger,
                                   std::optional<measure::Clocks> clocks = {},
                                   const Choice& choice = {});

}  // namespace taizhang::check
