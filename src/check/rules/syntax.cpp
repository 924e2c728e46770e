// SPDX-License-Identifier: MIT
#include "check/rules.h"

namespace taizhang::check {

namespace {

void find_syntax(const model::Ledger& ledger, Collector& found) {
  for_each_fault<source::SyntaxError>(ledger, [&](const auto& fault, const auto& what) {
    found.add(fault.at, {what.wrong, {}}, {what.instead, {}}, {}, fault.fix);
  });
}

}  // namespace

const Rule syntax{
    "E03",
    "syntax",
    source::Severity::error,
    {"YAML 写法有误", "broken YAML"},
    {"写法有误的那一项读不出来，之后的内容从下一个顶格的键接着检查。",
     "The broken entry cannot be read; checking goes on at the next key at the left margin."},
    R"yaml(title: "推动创新平台建设
due: 2023-12-31
)yaml",
    R"yaml(title: "推动创新平台建设"
due: 2023-12-31
)yaml",
    find_syntax,
};

}  // namespace taizhang::check
