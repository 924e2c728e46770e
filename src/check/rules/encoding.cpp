// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/text.h"
#include "check/rules.h"
#include "check/written.h"

namespace taizhang::check {

namespace {

/// Whether `text` holds what steers a terminal or turns the order of a line round, other than line
/// ends and tabs. In a file it stands as an escape (`\e`), for as such the file is clean.
bool has_invisible(std::string_view text) {
  std::string plain(text);
  std::replace_if(
      plain.begin(), plain.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return base::printable(plain) != plain;
}

/// What is wrong with a text that a file gives; nothing where it is sound.
std::optional<base::Bilingual> wrong_with(const std::string& text, bool title, bool quoted) {
  // What stands raw in the file has been reported.
  if (quoted && has_invisible(text)) {
    return base::Bilingual{"文字里有控制字符或改变方向的字符",
                           "this text has a control character or one that turns it round"};
  }
  if (!title) return std::nullopt;
  if (base::trimmed(text).find('\n') != text.npos) {
    return base::Bilingual{"名称里有换行", "this title has a line break"};
  }
  std::string shown = text;
  for (const std::string_view wide : {"\u3000", "\u00A0", "\u200B"}) {
    for (std::size_t at = 0; (at = shown.find(wide, at)) != shown.npos;) {
      shown.erase(at, wide.size());
    }
  }
  if (!text.empty() && base::trimmed(shown).empty()) {
    return base::Bilingual{"名称只有空格", "this title is nothing but blanks"};
  }
  return std::nullopt;
}

void find_in_texts(const model::Ledger& ledger, Collector& found) {
  for_each_file(ledger, [&](std::uint32_t file, const auto& entity) {
    const std::string_view source = ledger.sources[file].text;
    for_each_text(entity, [&](const std::string& text, source::Span at, bool title) {
      const bool quoted = at.begin < at.end && source[at.begin] == '"';
      const auto wrong = wrong_with(text, title, quoted);
      if (!wrong) return;
      found.add(
          at, {*wrong, {}},
          {{"写看得见的字，名称写成一行", "write what can be seen, and a title in one line"}, {}});
    });
  });
}

void find_encoding(const model::Ledger& ledger, Collector& found) {
  find_in_texts(ledger, found);
  const auto look = [&](const source::Fault& fault, const auto& what) {
    base::Phrase help{
        {"在编辑器里把文件另存为“UTF-8（无 BOM）”，并删去看不见的字符",
         "save the file as UTF-8 without a byte order mark and delete invisible characters"},
        {}};
    found.add(fault.at, {{"这里有{0}", "there is {0} here"}, {what.what}},
              fault.help.empty() ? std::move(help) : fault.help, {}, fault.fix);
  };
  for_each_fault<source::BadBytes>(ledger, look);
  for_each_fault<source::InvisibleCharacter>(ledger, look);
}

}  // namespace

const Rule encoding{
    "E02",
    "encoding",
    source::Severity::error,
    {"不是干净的 UTF-8 文本", "not clean UTF-8 text"},
    {"单位和任务按名称逐字比对，编码不对就会对不上；控制字符还会扰乱终端。",
     "Units and titles are compared letter by letter, so a wrong encoding breaks every match; "
     "control characters also upset terminals."},
    R"yaml(# 文件存成了 GBK，或开头带有 BOM
title: ������
)yaml",
    R"yaml(# 另存为 UTF-8（无 BOM）
title: 推动创新平台建设
)yaml",
    find_encoding,
};

}  // namespace taizhang::check
