// SPDX-License-Identifier: MIT
#include <map>
#include <optional>
#include <vector>

#include "check/rules.h"

namespace taizhang::check {

namespace {

/// The place from which a file holds its own text again; nothing where it does not. One key that
/// stands twice is a slip; three of the outermost, in their order, are a text pasted twice.
std::optional<source::Span> pasted_from(const model::Ledger& ledger, std::uint32_t file) {
  const std::string& text = ledger.sources[file].text;
  std::vector<source::Span> outermost;
  bool in_order = true;
  std::uint32_t last = 0;
  for_each_fault<source::DuplicateKey>(ledger, [&](const auto& fault, const auto& what) {
    const std::uint32_t at = fault.at.begin;
    if (fault.at.file != file || at == 0 || text[at - 1] != '\n') return;
    in_order &= what.first.begin >= last;
    last = what.first.begin;
    outermost.push_back(fault.at);
  });
  constexpr std::size_t fewest = 3;
  if (!in_order || outermost.size() < fewest) return std::nullopt;
  return outermost.front();
}

void find_duplicate_key(const model::Ledger& ledger, Collector& found) {
  std::map<std::uint32_t, std::optional<source::Span>> pasted;  // by file
  for_each_fault<source::DuplicateKey>(ledger, [&](const auto& fault, const auto&) {
    const auto [at, is_new] = pasted.try_emplace(fault.at.file);
    if (!is_new) return;
    at->second = pasted_from(ledger, fault.at.file);
    if (!at->second) return;
    const source::Span from = *at->second;
    const auto line = ledger.sources[from.file].position(from.begin).line;
    found
        .add(from,
             {{"从第 {0} 行起，文件的内容又写了一遍",
               "from line {0} on the file holds its text twice"},
              {static_cast<long long>(line)}},
             {{"只留一份；两份不同的地方，先核对哪个对",
               "keep one; where the two differ see which is right"},
              {}})
        .distinction = "file";
  });
  for_each_fault<source::DuplicateKey>(ledger, [&](const auto& fault, const auto& what) {
    const auto& again = pasted[fault.at.file];
    if (again && fault.at.begin >= again->begin) return;
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
