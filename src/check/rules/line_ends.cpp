// SPDX-License-Identifier: MIT
#include "check/rules.h"

namespace taizhang::check {

namespace {

void find_line_ends(const model::Ledger& ledger, Collector& found) {
  for_each_fault<source::LineEnds>(ledger, [&](const auto& fault, const auto&) {
    found
        .add(fault.at,
             {{"{0} 行以 Windows 的 CRLF 换行", "lines that end as on Windows (CRLF): {0}"},
              {static_cast<long long>(fault.fix.size())}},
             {{"在编辑器里把换行改为 LF", "set the line ends to LF in the editor"}, {}}, {},
             fault.fix)
        // One for the whole file, wherever its first line ends.
        .distinction = "CRLF";
  });
}

}  // namespace

const Rule line_ends{
    "W07",
    "line-ends",
    source::Severity::warning,
    {"Windows 的换行", "line ends of Windows"},
    {"换行不一致，一处小改会变成整个文件的改动，逐行审核无从看起。",
     "With line ends mixed, a small change becomes a change of the whole file, which nobody can "
     "review."},
    R"yaml(# 文件用 CRLF 换行
)yaml",
    R"yaml(# 文件用 LF 换行
)yaml",
    find_line_ends,
};

}  // namespace taizhang::check
