// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/text.h"
#include "check/rules.h"
#include "check/written.h"

namespace taizhang::check {

namespace {

bool is_han(char32_t point) {
  return (point >= 0x3400 && point <= 0x9FFF) || (point >= 0x20000 && point <= 0x3FFFF);
}

/// The last character of `line`.
char32_t last_of(std::string_view line) {
  std::size_t at = line.size();
  while (at > 0 && (static_cast<unsigned char>(line[at - 1]) & 0xC0) == 0x80) --at;
  return at > 0 ? base::character(line, at - 1).point : U' ';
}

constexpr std::string_view blanks = " \t\r";
constexpr std::string_view blanks_and_ends = " \t\r\n";

/// Where `value`, as it stands in `file` from `at` on, is broken between two 汉字: YAML puts a
/// blank in place of the line end. Nothing in a `|` text, which keeps its lines.
std::optional<source::Span> broken_at(std::string_view file, std::string_view value,
                                      source::Span at) {
  const auto behind = [&](std::size_t from, std::string_view these) {
    return std::min(file.find_first_not_of(these, from), file.size());
  };
  std::size_t place = at.begin;
  if (place >= file.size() || file[place] == '|') return std::nullopt;
  if (file[place] == '"' || file[place] == '\'') ++place;
  if (file[place] == '>')
    place = behind(std::min(file.find('\n', place), file.size()), blanks_and_ends);
  for (std::size_t i = 0; i < value.size() && place < file.size(); ++i) {
    const std::size_t next = behind(place, blanks);
    const bool line_ends = next < file.size() && file[next] == '\n';
    if ((value[i] == ' ' || value[i] == '\n') && line_ends) {
      place = behind(next, blanks_and_ends);
      const bool between = i + 1 < value.size() && is_han(last_of(value.substr(0, i))) &&
                           is_han(base::character(value, i + 1).point);
      if (value[i] == ' ' && between) {
        const auto begin = static_cast<std::uint32_t>(place);
        const auto size = static_cast<std::uint32_t>(base::character_size(file, place));
        return source::Span(at.file, begin, begin + size);
      }
    } else if (value[i] == file[place]) {
      ++place;
    } else {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

void find_wrapped_text(const model::Ledger& ledger, Collector& found) {
  for_each_file(ledger, [&](std::uint32_t file, const auto& entity) {
    const std::string_view text = ledger.sources[file].text;
    for_each_text(entity, [&](const std::string& value, source::Span at, bool) {
      const auto broken = broken_at(text, value, at);
      if (!broken) return;
      found.add(*broken,
                {{"一句话在两个汉字之间换了行，读出来中间多一个空格",
                  "a line is broken between two 汉字, and a blank comes between them"},
                 {}},
                {{"写成一行；太长的，在标点后换行，或用 | 保留换行",
                  "write it in one line; break a long one after a punctuation mark, or keep its "
                  "lines with |"},
                 {}});
    });
  });
}

}  // namespace

const Rule wrapped_text{
    "W27",
    "wrapped-text",
    source::Severity::warning,
    {"文字在词中间换行，会多出空格", "a text that is wrapped inside a word"},
    {"从文件里拷来的行尾换行，读出来成了“工业互联 网”：报表难看，按名称也查不到。",
     "Line ends that were copied with a text turn into blanks, 工业互联 网: it prints badly and is "
     "found by no search."},
    R"yaml(title: 推动工业互联
  网建设
)yaml",
    R"yaml(title: 推动工业互联网建设
)yaml",
    find_wrapped_text,
};

}  // namespace taizhang::check
