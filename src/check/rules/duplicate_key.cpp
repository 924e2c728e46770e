// SPDX-License-Identifier: MIT
#include "check/rules.h"

namespace taizhang::check {

namespace {

void find_duplicate_key(const model::Ledger& ledger, Collector& found) {
  for_each_fault<source::DuplicateKey>(ledger, [&](const auto& fault, const auto& what) {
    found
        .add(fault.at, {{"键“{0}”重复", "the key “{0}” stands twice"}, {what.key}},
             {{"留下对的一个，删去另一个", "keep the right one and delete the other"}, {}},
             {{what.first, {{"第一次在这里", "the first one is here"}, {}}}})
        .distinction = what.key;
  });
}

}  // namespace

const Rule duplicate_key{
    "E06",
    "duplicate-key",
    source::Severity::error,
    {"同一个键写了两次", "a key stands twice"},
    {"同一个键有两个值，读的人不知道哪个算数；这里只认第一个。",
     "With two values nobody knows which one counts; only the first is taken."},
    R"yaml(due: 2023-12-31
due: 2023-11-30
)yaml",
    R"yaml(due: 2023-12-31
)yaml",
    find_duplicate_key,
};

}  // namespace taizhang::check
