// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "check/rules.h"
#include "check/written.h"

namespace taizhang::check {

namespace {

/// The key that stands before the value at `at` in `text`: a value follows its key and a colon.
std::optional<source::Span> key_before(std::string_view text, source::Span at,
                                       std::string_view key) {
  std::size_t end = at.begin;
  const auto skip = [&](std::string_view these) {
    while (end > 0 && these.find(text[end - 1]) != these.npos) --end;
  };
  skip(" \t\r\n-[\"'");
  if (end == 0 || text[end - 1] != ':') return std::nullopt;
  --end;
  skip(" \"'");
  if (end < key.size() || text.substr(end - key.size(), key.size()) != key) return std::nullopt;
  return source::Span(at.file, static_cast<std::uint32_t>(end - key.size()),
                      static_cast<std::uint32_t>(end));
}

/// The first key of each language in a file.
struct FirstKeys {
  std::optional<source::Span> zh, en;

  void look(std::optional<source::Span>& first, std::optional<source::Span> at) {
    if (at && (!first || at->begin < first->begin)) first = at;
  }
};

template <class E>
FirstKeys first_keys(std::string_view text, const E& entity) {
  FirstKeys first;
  for_each_written(entity, [&](const auto& field, const auto& member) {
    using Member = std::remove_cvref_t<decltype(member)>;
    if constexpr (requires { member.value; }) {
      if (!member.at) return;
      first.look(first.zh, key_before(text, *member.at, field.zh));
      first.look(first.en, key_before(text, *member.at, field.key));
    } else {
      static_assert(!std::is_base_of_v<model::Entry, Member>);
    }
  });
  return first;
}

void find_mixed_languages(const model::Ledger& ledger, Collector& found) {
  for_each_file(ledger, [&](std::uint32_t file, const auto& entity) {
    const std::string& text = ledger.sources[file].text;
    const FirstKeys first = first_keys(text, entity);
    if (!first.zh || !first.en) return;
    const bool zh_first = first.zh->begin < first.en->begin;
    const source::Span other = zh_first ? *first.en : *first.zh;
    found.add(other,
              {{"同一个文件里键有中文也有英文：这里是“{0}”",
                "the keys of this file are Chinese and English: here “{0}”"},
               {text.substr(other.begin, other.end - other.begin)}},
              {{"整份文件用一种：taizhang fmt --words zh 全改成中文，--words en 全改成英文",
                "use one in a file: taizhang fmt --words zh turns all to Chinese, --words en to "
                "English"},
               {}},
              {{zh_first ? first.zh : first.en, {{"另一种从这里开始", "the other is here"}, {}}}});
  });
}

}  // namespace

const Rule mixed_languages{
    "W26",
    "mixed-languages",
    source::Severity::warning,
    {"键的中文和英文混用", "Chinese and English keys in one file"},
    {"两种都读得懂，混着写却难看、难查：找“目标”的人找不到 target。",
     "Both are read, but a file of both reads badly, and who looks for 目标 does not find target."},
    R"yaml(序号: 14
任务名称: 推广新能源汽车
due: 2023-12-31
)yaml",
    R"yaml(序号: 14
任务名称: 推广新能源汽车
完成时限: 2023-12-31
)yaml",
    find_mixed_languages,
};

}  // namespace taizhang::check
