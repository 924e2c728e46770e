// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "check/rules.h"
#include "check/walk.h"
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

template <class E>
void look_at_keys(const AtLedger& at, std::uint32_t file, const E& entity, Collector& found) {
  const std::string& text = at.ledger.sources[file].text;
  const FirstKeys first = first_keys(text, entity);
  if (!first.zh || !first.en) return;
  const bool zh_first = first.zh->begin < first.en->begin;
  const source::Span other = zh_first ? *first.en : *first.zh;
  found.add(
      other,
      {"同一个文件里键有中文也有英文：这里是“{0}”",
       "the keys of this file are Chinese and English: here “{0}”",
       text.substr(other.begin, other.end - other.begin)},
      {"整份文件用一种：taizhang fmt --words zh 全改成中文，--words en 全改成英文",
       "use one in a file: taizhang fmt --words zh turns all to Chinese, --words en to English"},
      {{zh_first ? first.zh : first.en, {"另一种从这里开始", "the other is here"}}});
}

constexpr std::string_view blanks = " \t\r";
constexpr std::string_view blanks_and_ends = " \t\r\n";

/// The second line of a plain text that begins on the line below its key: meant was `|`.
std::optional<source::Span> bar_lost(std::string_view file, std::string_view value,
                                     source::Span at) {
  const std::size_t first = file.substr(0, at.begin).find_last_not_of(blanks_and_ends);
  const bool below = first != file.npos && file[first] == ':' &&
                     file.substr(first, at.begin - first).find('\n') != file.npos;
  const std::string_view line = file.substr(at.begin, file.find('\n', at.begin) - at.begin);
  if (!below || line.size() >= value.size() || line[0] == '"' || line[0] == '\'') {
    return std::nullopt;
  }
  const std::size_t next = file.find_first_not_of(blanks_and_ends, at.begin + line.size());
  if (next == file.npos) return std::nullopt;
  const auto begin = static_cast<std::uint32_t>(next);
  return source::Span(at.file, begin,
                      begin + static_cast<std::uint32_t>(base::character_size(file, next)));
}

/// Where `value`, as it stands in `file` from `at` on, is broken between two 汉字 or beside a sign
/// of Chinese: YAML puts a blank in place of the line end. Nothing in a `|` text, which keeps its
/// lines.
std::optional<source::Span> broken_at(std::string_view file, std::string_view value,
                                      source::Span at) {
  const auto behind = [&](std::size_t from, std::string_view these) {
    return std::min(file.find_first_not_of(these, from), file.size());
  };
  std::size_t place = at.begin;
  if (place >= file.size() || file[place] == '|') return std::nullopt;
  if (const auto lost = bar_lost(file, value, at)) return lost;
  if (file[place] == '"' || file[place] == '\'') ++place;
  // Nearly every text stands on one line as it is.
  const bool is_literal = file.substr(place).starts_with(value);
  if (is_literal && value.find('\n') == value.npos) return std::nullopt;
  if (file[place] == '>')
    place = behind(std::min(file.find('\n', place), file.size()), blanks_and_ends);
  for (std::size_t i = 0; i < value.size() && place < file.size(); ++i) {
    const std::size_t next = behind(place, blanks);
    const bool line_ends = next < file.size() && file[next] == '\n';
    if ((value[i] == ' ' || value[i] == '\n') && line_ends) {
      place = behind(next, blanks_and_ends);
      const bool between =
          i + 1 < value.size() && base::stand_close(base::last_character(value.substr(0, i)),
                                                    base::character(value, i + 1).point);
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

template <class E>
void look_at_texts(const AtLedger& at, std::uint32_t file, const E& entity, Collector& found) {
  const std::string_view text = at.ledger.sources[file].text;
  for_each_text(entity, [&](const std::string& value, source::Span place, bool) {
    const auto broken = broken_at(text, value, place);
    if (!broken) return;
    if (bar_lost(text, value, place)) {
      found.add(*broken,
                {"键后面没有“|”，这几行读成了一行",
                 "there is no “|” behind the key: these lines are read as one"},
                {"在键的冒号后面写上 |，各行就照原样分行",
                 "write a | behind the key’s colon to keep the lines"});
      return;
    }
    found.add(*broken,
              {"一句话在两个汉字之间或标点旁边换了行，读出来中间多一个空格",
               "a line is broken between two 汉字 or beside a punctuation mark, and a blank comes "
               "there"},
              {"写成一行；要分行的，在键的冒号后面写 |，各行照原样分行",
               "write it in one line; to keep its lines write a | behind the key’s colon"});
  });
}

}  // namespace

const Rule mixed_languages{
    "W26 mixed-languages",
    {"键的中文和英文混用", "Chinese and English keys in one file"},
    {"两种都读得懂，混着写却难看、难查：找“目标”的人找不到 target。",
     "Both are read, but a file of both reads badly, and who looks for 目标 does not find target."},
    R"yaml(序号: 14
任务名称: 推广新能源汽车
due: 2023-12-31)yaml",
    R"yaml(序号: 14
任务名称: 推广新能源汽车
完成时限: 2023-12-31)yaml",
    [](const AtRegistry& at, Collector& found) {
      look_at_keys(at, at.file.file, at.registry, found);
    },
    [](const AtPlan& at, Collector& found) { look_at_keys(at, at.folder.file, at.plan, found); },
    [](const AtTask& at, Collector& found) { look_at_keys(at, at.file.file, at.task, found); },
};

const Rule wrapped_text{
    "W27 wrapped-text",
    {"文字换行的地方多出空格", "a line end that leaves a blank in a text"},
    {"从文件里拷来的行尾换行，读出来成了“工业互联 网”：报表难看，按名称也查不到。",
     "Line ends that were copied with a text turn into blanks, 工业互联 网: it prints badly and is "
     "found by no search."},
    R"yaml(title: 推动工业互联
  网建设)yaml",
    R"yaml(title: 推动工业互联网建设)yaml",
    [](const AtRegistry& at, Collector& found) {
      look_at_texts(at, at.file.file, at.registry, found);
    },
    [](const AtPlan& at, Collector& found) { look_at_texts(at, at.folder.file, at.plan, found); },
    [](const AtTask& at, Collector& found) { look_at_texts(at, at.file.file, at.task, found); },
};

}  // namespace taizhang::check
