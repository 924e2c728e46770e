// SPDX-License-Identifier: MIT
#include "check/rules.h"

namespace taizhang::check {

namespace {

void find_empty_value(const model::Ledger& ledger, Collector& found) {
  const auto add = [&](const source::Fault& fault, const base::Argument& key,
                       base::Bilingual wanted, base::Phrase help) {
    found.add(fault.at,
              {{"“{0}”没有值，这里要{1}", "“{0}” has no value; {1} is wanted here"}, {key, wanted}},
              help_of(fault, std::move(help)));
  };
  for_each_fault<source::EmptyValue>(ledger, [&](const auto& fault, const auto& what) {
    add(fault, what.key, what.wanted,
        {{"写上值；可写可不写的键，没有就不写这一行",
          "write the value; where the key is optional, the line may be left out"},
         {}});
  });
  for_each_fault<source::EmptyFile>(ledger, [&](const auto& fault, const auto& what) {
    add(fault, what.entity, what.wanted,
        {{"写上内容；不要了就删去这个文件", "write its content, or delete the file"}, {}});
  });
}

}  // namespace

const Rule empty_value{
    "E10",
    "empty-value",
    source::Severity::error,
    {"键后面没有值", "a key without a value"},
    {"空着的值既不是零也不是没有，读的人无从判断。",
     "An empty value is neither zero nor absence; nobody can tell what was meant."},
    R"yaml(target:
)yaml",
    R"yaml(target: 221
)yaml",
    find_empty_value,
};

}  // namespace taizhang::check
