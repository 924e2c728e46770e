// SPDX-License-Identifier: MIT
#include "yaml/diagnose.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "yaml/lines.h"

namespace taizhang::yaml {

using base::Bilingual;

namespace {

bool has_colon(std::string_view line) {
  return line.find(": ") != line.npos || line.ends_with(':');
}

/// The first quote or bracket of the entry that nothing closes. Quotes count only where YAML sees
/// them: at the start of a value.
std::optional<std::size_t> open_sign(std::string_view text, std::size_t begin, std::size_t end) {
  std::vector<std::size_t> brackets;
  bool value_may_start = false;
  for (std::size_t i = begin; i < end; ++i) {
    const char c = text[i];
    if ((c == '"' || c == '\'') && value_may_start) {
      std::size_t close = i + 1;
      while (close < end && text[close] != c) close += c == '"' && text[close] == '\\' ? 2 : 1;
      if (close >= end) return i;
      i = close;
      value_may_start = false;
    } else if ((c == '[' || c == '{') && (value_may_start || !brackets.empty())) {
      brackets.push_back(i);
      value_may_start = true;
    } else if ((c == ']' || c == '}') && !brackets.empty()) {
      const char opener = c == ']' ? '[' : '{';
      if (text[brackets.back()] != opener) return brackets.back();
      brackets.pop_back();
      value_may_start = false;
    } else if (c == '#' && i > 0 && (text[i - 1] == ' ' || text[i - 1] == '\n')) {
      i = std::min(text.find('\n', i), end) - 1;
    } else if (c == '\n' || c == ' ') {
      const char before = i > 0 ? text[i - 1] : '\n';
      if (c == '\n' || before == ':' || before == '-' || before == ',') value_may_start = true;
    } else {
      value_may_start = c == ',' && !brackets.empty();
    }
  }
  if (brackets.empty()) return std::nullopt;
  return brackets.back();
}

Diagnosis unclosed(std::string_view text, std::size_t at) {
  switch (text[at]) {
    case '[':
      return {at,
              {"方括号没有配对", "this bracket has no partner"},
              {"补上 ]；各项之间用英文逗号，不用“，”或“、”",
               "close it with ]; part the items with ASCII commas"}};
    case '{':
      return {at,
              {"花括号没有配对", "this brace has no partner"},
              {"补上 }；各键之间用英文逗号，不用“，”",
               "close it with }; part the keys with ASCII commas"}};
    default:
      return {at,
              {"引号没有配对", "this quote has no partner"},
              {"在值的末尾补上同样的引号", "close it at the end of the value"}};
  }
}

struct Known {
  std::string_view parser_says;
  Bilingual message;
  Bilingual help;
};

/// yaml-cpp's words for other mistakes that people make.
constexpr Known known[] = {
    {"illegal map value",
     {"这里不该再出现冒号", "a colon is out of place here"},
     {"值里含有英文冒号加空格时，整个值加引号", "quote a value that holds a colon and a blank"}},
    {"end of map not found",
     {"这一行和前面的缩进对不上", "this line does not line up with those before it"},
     {"同一层的键要左对齐", "keys of one level line up"}},
    {"end of map flow not found",
     {"花括号里少了逗号或配对的括号", "a comma or a closing brace is missing"},
     {"各键之间用英文逗号，末尾是 }", "part the keys with ASCII commas and end with }"}},
    {"end of sequence not found",
     {"列表的缩进对不上", "the items of this list do not line up"},
     {"同一个列表的短横线要左对齐", "the dashes of one list line up"}},
    {"end of sequence flow not found",
     {"方括号里少了逗号或配对的括号", "a comma or a closing bracket is missing"},
     {"各项之间用英文逗号，末尾是 ]", "part the items with ASCII commas and end with ]"}},
    {"illegal block entry",
     {"这里不该出现列表的短横线", "a dash of a list is out of place here"},
     {"列表另起一行，写在键的下面", "begin the list on its own line below the key"}},
    {"unknown token",
     {"值不能以这个符号开头", "no value can begin with this sign"},
     {"以 @、`、% 等符号开头的值要加引号", "quote a value that begins with @, ` or %"}},
};

}  // namespace

Diagnosis diagnose(std::string_view text, std::size_t begin, std::size_t end, std::size_t error_at,
                   std::string_view parser_says) {
  // A tab in an indent.
  for (std::size_t at = begin; at < end;) {
    const Line line = line_at(text, at);
    if (line.start > error_at) break;
    if (line.text.substr(0, line.indent()).find('\t') != line.text.npos) {
      return {line.start,
              {"缩进里有制表符（Tab）", "there is a tab in the indent"},
              {"缩进只用空格，每层两个", "indent with blanks, two a level"}};
    }
    at = line.start + line.text.size() + 1;
    while (at < end && text[at - 1] != '\n') ++at;
  }
  if (const auto open = open_sign(text, begin, end)) return unclosed(text, *open);

  // A key without its colon: on the line of the complaint or, for the parser takes such a line for
  // a text that goes on, on the one before.
  const Line here = line_at(text, error_at);
  const auto before = line_before(text, here);
  for (const std::optional<Line>& line : {before, std::optional(here)}) {
    if (!line || line->is_blank() || line->start < begin || has_colon(line->text)) continue;
    const std::string_view content = line->text.substr(line->indent());
    if (content.starts_with("- ") && line->start != here.start) continue;
    if (content.find_first_of("[]{}\"'") != content.npos) continue;
    constexpr std::string_view wide_colon = "：";
    const std::size_t colon = content.find(wide_colon);
    const bool wide = colon != content.npos;
    const Bilingual message =
        wide ? Bilingual{"键后面用了全角冒号“：”", "a full-width colon stands after the key"}
             : Bilingual{"这一行少了冒号", "this line lacks its colon"};
    Diagnosis result{line->start + line->indent(),
                     message,
                     {"键后写英文冒号加空格，如 title: 名称",
                      "write a colon and a blank after a key, as in title: name"}};
    if (wide) {
      const bool blank = content.substr(colon + wide_colon.size()).starts_with(' ');
      result.mend = {result.at + colon, wide_colon.size(), blank ? ":" : ": "};
    }
    return result;
  }
  for (const Known& entry : known) {
    if (parser_says.starts_with(entry.parser_says)) return {error_at, entry.message, entry.help};
  }
  return {error_at,
          {"这里的写法读不懂", "this cannot be understood"},
          {"检查这一行和上一行的缩进、引号、冒号和括号",
           "check indent, quotes, colons and brackets of this line and the one before"}};
}

}  // namespace taizhang::yaml
