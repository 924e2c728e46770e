// SPDX-License-Identifier: MIT
#include "check/rules.h"

namespace taizhang::check {

namespace {

base::Phrase help_on(const source::UnknownKey& what) {
  if (what.near) return {{"是不是“{0}”？", "did you mean “{0}”?"}, {*what.near}};
  if (what.key.find('\t') != what.key.npos) {
    return {{"像是从表格里粘贴来的一行：每一格写成一行“键: 值”",
             "this looks like a row of a spreadsheet: write each cell as a line “key: value”"},
            {}};
  }
  return {{"改成{0}的一个键；没有合适的键，就把内容移到 note 里",
           "use a key of a {0}; what fits none belongs in note"},
          {what.entity}};
}

void find_unknown_key(const model::Ledger& ledger, Collector& found) {
  for_each_fault<source::UnknownKey>(ledger, [&](const auto& fault, const auto& what) {
    found
        .add(fault.at,
             {{"{1}没有“{0}”这个键", "there is no key “{0}” in a {1}"}, {what.key, what.entity}},
             help_on(what), {}, fault.fix)
        .distinction = what.key;
  });
}

}  // namespace

const Rule unknown_key{
    "E07",
    "unknown-key",
    source::Severity::error,
    {"不认识的键", "an unknown key"},
    {"写错的键会被当作没写，数据就悄悄丢了。",
     "A misspelt key would count as not written, and its data would be lost in silence."},
    R"yaml(titel: 推动创新平台建设
)yaml",
    R"yaml(title: 推动创新平台建设
)yaml",
    find_unknown_key,
};

}  // namespace taizhang::check
