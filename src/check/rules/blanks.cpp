// SPDX-License-Identifier: MIT
#include "check/rules.h"

namespace taizhang::check {

namespace {

void find_blanks(const model::Ledger& ledger, Collector& found) {
  for_each_fault<source::Blanks>(ledger, [&](const auto& fault, const auto& what) {
    const bool at_end = fault.fix.front().text.empty();
    found.add(fault.at, {what.what, {}},
              at_end ? base::Phrase{{"删去行末的空白", "delete the blanks"}, {}}
                     : base::Phrase{{"换成一个空格", "write one blank"}, {}},
              {}, fault.fix);
  });
}

}  // namespace

const Rule blanks{
    "W06",
    "blanks",
    source::Severity::warning,
    {"行末空白或制表符", "blanks at the end of a line, or tabs"},
    {"看不见的空白会让每次修改多出无关的行，逐行审核时分不清改了什么。",
     "Blanks that nobody sees turn up as changed lines and hide from the reviewer what was "
     "changed."},
    R"yaml(title: 推动创新平台建设␠␠
target:⇥221
)yaml",
    R"yaml(title: 推动创新平台建设
target: 221
)yaml",
    find_blanks,
};

}  // namespace taizhang::check
