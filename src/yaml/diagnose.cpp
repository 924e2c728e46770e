// SPDX-License-Identifier: MIT
#include "yaml/diagnose.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "yaml/extent.h"
#include "yaml/lines.h"

namespace taizhang::yaml {

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

/// The quote at `at` that alone stands before a number, as spreadsheets mark one that is a text;
/// nothing where another thing stands behind it.
std::optional<Diagnosis> mark_of_text(std::string_view text, std::size_t at) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789.", at + 1), text.size());
  std::string_view number = text.substr(at + 1, end - at - 1);
  const bool ends = end == text.size() || std::string_view(",]} \r\n").find(text[end]) != text.npos;
  if (text[at] != '\'' || number.empty() || number[0] == '.' || !ends) return std::nullopt;
  while (number.size() > 1 && number[0] == '0' && number[1] != '.') number.remove_prefix(1);
  return Diagnosis{at,
                   {{"数前面多了一个单引号", "a lone quote stands before a number"},
                    {"删去单引号", "delete the quote"}},
                   {{at, 1, ""}},
                   {{"这是表格软件里标文本的单引号，删去它，写 {0}",
                     "this is the mark of a text in a spreadsheet: delete it and write {0}"},
                    {number}}};
}

Diagnosis unclosed(std::string_view text, std::size_t at) {
  if (auto found = mark_of_text(text, at)) return *std::move(found);
  switch (text[at]) {
    case '[':
      return {at,
              {{"方括号没有配对", "this bracket has no partner"},
               {"补上 ]；各项之间用英文逗号，不用“，”或“、”",
                "close it with ]; part the items with ASCII commas"}}};
    case '{':
      return {at,
              {{"花括号没有配对", "this brace has no partner"},
               {"补上 }；各键之间用英文逗号，不用“，”",
                "close it with }; part the keys with ASCII commas"}}};
    default:
      return {at,
              {{"引号没有配对", "this quote has no partner"},
               {"在值的末尾补上同样的引号", "close it at the end of the value"}}};
  }
}

struct Known {
  std::string_view parser_says;
  source::SyntaxError what;
  bool wants_quotes = false;
};

constexpr source::SyntaxError keys_apart{
    {"这一行和前面的缩进对不上", "this line does not line up with those before it"},
    {"同一层的键要左对齐", "keys of one level line up"}};
constexpr std::string_view list_goes_on = "end of sequence not found";

/// yaml-cpp's words for other mistakes that people make.
constexpr Known known[] = {
    {"illegal map value",
     {{"这里不该再出现冒号", "a colon is out of place here"},
      {"值里含有英文冒号加空格时，整个值加引号", "quote a value that holds a colon and a blank"}},
     true},
    {"end of map not found", keys_apart},
    {"end of map flow not found",
     {{"花括号里少了逗号或配对的括号", "a comma or a closing brace is missing"},
      {"各键之间用英文逗号，末尾是 }", "part the keys with ASCII commas and end with }"}}},
    {list_goes_on,
     {{"列表的缩进对不上", "the items of this list do not line up"},
      {"同一个列表的短横线要左对齐", "the dashes of one list line up"}}},
    {"end of sequence flow not found",
     {{"方括号里少了逗号或配对的括号", "a comma or a closing bracket is missing"},
      {"各项之间用英文逗号，末尾是 ]", "part the items with ASCII commas and end with ]"}}},
    {"illegal block entry",
     {{"这里不该出现列表的短横线", "a dash of a list is out of place here"},
      {"列表另起一行，写在键的下面", "begin the list on its own line below the key"}}},
    {"unexpected character in block scalar",
     {{"“|”后面还有字", "there is text behind the “|”"},
      {"在 | 后面换行，正文比键多缩进两格",
       "break the line behind the | and indent the text by two blanks"}}},
    {"unknown token",
     {{"值不能以这个符号开头", "no value can begin with this sign"},
      {"以 @、`、% 等符号开头的值要加引号", "quote a value that begins with @, ` or %"}},
     true},
};

/// Whether the byte at `error` is the first behind a text in quotes that the value began with.
bool is_behind_quotes(const Line& line, std::size_t error) {
  if (error == 0 || error >= line.text.size()) return false;
  const std::size_t close = line.text.find_last_not_of(' ', error - 1);
  if (close == line.text.npos || (line.text[close] != '"' && line.text[close] != '\''))
    return false;
  const char quote = line.text[close];
  for (std::size_t open = 0; (open = line.text.find(quote, open)) < close; ++open) {
    const std::size_t before = line.text.find_last_not_of(' ', open == 0 ? 0 : open - 1);
    const bool begins_value = open > 0 && before != line.text.npos &&
                              std::string_view(":-,[{").find(line.text[before]) != line.text.npos;
    if (begins_value) return true;
  }
  return false;
}

constexpr source::SyntaxError behind_quotes{
    {"引号后面还有字", "text stands behind the closing quote"},
    {"引号要括住整个值；值里本来有引号的，外面用单引号，如 '\"家门口\"服务站'",
     "the quotes go around the whole value; a value with quotes in it goes between single ones"}};

/// A `#` on the line of an open bracket at `at`, which makes a remark of the rest and of the
/// bracket that would have closed it.
std::optional<Diagnosis> remark_in_brackets(std::string_view text, std::size_t at) {
  const Line line = line_at(text, at);
  const std::size_t sign = line.text.find(" #", at - line.start);
  if (sign == line.text.npos || line.text.find_first_of("]}", sign) == line.text.npos) {
    return std::nullopt;
  }
  return Diagnosis{
      line.start + sign + 1,
      {{"括号里的 # 把后面的内容连同括号都变成了备注",
        "the # makes a remark of what follows, and of the closing bracket"},
       {"值里有 # 的，整个值加引号；#N/A、#REF! 之类是表格软件的错误值，改好了再写数",
        "quote a value that holds a #; #N/A, #REF! and the like are errors of a spreadsheet: mend "
        "them there and write the value"}}};
}

constexpr source::SyntaxError remark_of_others{
    {"备注不是这样写的", "this is no way to write a remark"},
    {"备注用 # 开头，后面空一格", "begin a remark with a # and a blank"}};
constexpr source::SyntaxError bold_key{
    {"键的两边多了星号", "asterisks stand around the key"},
    {"删去星号，键写成 title: 名称", "delete them and write title: name"}};

/// What is wrong with a line whose key has no colon as YAML wants it; nothing where that may be no
/// mistake. Only on the line of the complaint (`is_here`) an item of a list is one.
std::optional<Diagnosis> without_colon(const Line& line, const std::optional<Line>& above,
                                       bool is_here) {
  constexpr std::string_view wide = "：";
  const std::size_t indent = line.indent();
  std::size_t key = indent;
  while (line.text.substr(key).starts_with("- ")) key += 2;
  const std::string_view content = line.text.substr(key);
  const std::size_t wide_at = content.find(wide);
  const std::size_t colon = std::min(wide_at, content.find(':'));
  const std::string_view name = content.substr(0, colon);
  if (colon != content.npos && name.starts_with('*') && name.ends_with('*')) {
    return Diagnosis{line.start + key, bold_key};
  }
  const bool names_key =
      colon != content.npos && !name.empty() && name.find_first_of(" []{}\"'#,") == name.npos &&
      name.find("｛") == name.npos && !name.starts_with("－") && (name[0] < '0' || name[0] > '9');
  const bool sound = colon != wide_at && content.substr(colon + 1).starts_with(' ');
  if (names_key && !sound && colon + 1 < content.size()) {
    const std::size_t at = line.start + key;
    const std::size_t size = colon == wide_at ? wide.size() : 1;
    const std::string_view rest = content.substr(colon + size);
    const bool blank = rest.empty() || rest.starts_with(' ');
    return Diagnosis{
        at, colon == wide_at ? wide_colon : no_blank, {{at + colon, size, blank ? ":" : ": "}}};
  }
  if (has_colon(line.text)) return std::nullopt;
  if (std::count(content.begin(), content.end(), '\t') > 1) {
    return Diagnosis{line.start + indent, pasted_row};
  }
  const std::string_view written = line.text.substr(indent);
  for (const std::string_view sign : {"//", "<!--", "/*", "--"}) {
    if (written.starts_with(sign) && written.size() > sign.size()) {
      return Diagnosis{line.start + indent, remark_of_others};
    }
  }
  for (const std::string_view sign : {"* ", "• ", "· "}) {
    if (written.starts_with(sign)) return Diagnosis{line.start + indent, other_dash};
  }
  const bool is_item = key > indent;
  if (above && !above->is_blank()) {
    const std::string_view head = above->text.substr(above->indent());
    // Below items that stand elsewhere an item is out of line; below a key alone a text is its
    // value.
    if (is_item && head.starts_with("- ") && above->indent() != indent) return std::nullopt;
    if (!is_item && above->text.ends_with(':') && above->indent() == indent) {
      return Diagnosis{line.start + indent, value_at_key};
    }
  }
  if ((is_item && !is_here) || content.find_first_of("[]{}\"'") != content.npos) {
    return std::nullopt;
  }
  return Diagnosis{line.start + indent, no_colon};
}

/// An item of a list whose dash is full-width or has no blank behind it, or a map in full-width
/// braces; nothing where the line has neither.
std::optional<Diagnosis> wide_item(const Line& line) {
  constexpr std::string_view wide_dash = "－";
  constexpr std::string_view open = "｛";
  constexpr std::string_view close = "｝";
  Diagnosis found{
      line.start + line.indent(),
      {{"列表的短横线或花括号用了全角，或者少了空格",
        "a dash or a brace is full-width, or a dash lacks its blank"},
       {"每一项写成 - {键: 值, 键: 值}", "write an item as - {key: value, key: value}"}}};
  std::size_t at = line.indent();
  const auto replace = [&](std::size_t size, std::string with) {
    found.mends.push_back({line.start + at, size, std::move(with)});
    at += size;
  };
  if (line.text.substr(at).starts_with(wide_dash)) {
    const bool blank = line.text.substr(at + wide_dash.size()).starts_with(' ');
    replace(wide_dash.size(), blank ? "-" : "- ");
  } else if (line.text.substr(at).starts_with("-{")) {
    replace(1, "- ");
  }
  const std::size_t brace = line.text.find(open);
  const std::string_view head = line.text.substr(0, std::min(brace, line.text.size()));
  const bool is_value = head.ends_with("- ") || head.ends_with(": ") || head.ends_with(wide_dash) ||
                        head.ends_with("－ ");
  const std::string_view sound = line.text.substr(0, line.text.find_last_not_of(' ') + 1);
  if (brace != line.text.npos && is_value) {
    at = brace;
    replace(open.size(), "{");
  }
  if (sound.ends_with(close) && line.text.find_first_of("\"'#") == line.text.npos) {
    at = sound.size() - close.size();
    replace(close.size(), "}");
  }
  // Without its dash an item is not to be told from a map.
  const bool is_bare = brace == line.indent();
  if (is_bare) found.mends.clear();
  if (found.mends.empty() && !is_bare) return std::nullopt;
  return found;
}

/// A key that stands further to the right than the key with a value on the line before it, so that
/// it is read as the rest of that value.
bool is_pushed_in(const Line& line, const std::optional<Line>& before, std::size_t error) {
  if (!before || before->is_blank() || error >= line.text.size()) return false;
  const auto key_at = [](const Line& of) {
    std::size_t at = of.indent();
    while (of.text.substr(at).starts_with("- ")) at += 2;
    return at;
  };
  const std::string_view key = line.text.substr(line.indent(), error - line.indent());
  const std::size_t value = before->text.find(": ");
  return line.indent() > key_at(*before) && !key.empty() &&
         key.find_first_of(" {[\"',") == key.npos && value != before->text.npos &&
         before->text.find_first_of("{[\"'|>", value) == before->text.npos;
}

/// The value of a key in which the byte at `error` of the line is out of place, as an extent of the
/// line; without size where it is not to be told.
Extent value_around(const Line& line, std::size_t error) {
  const std::size_t colon = line.text.find(": ");
  if (colon == line.text.npos || colon >= error) return {};
  std::size_t begin = colon + 2;
  std::size_t end = line.text.size();
  const std::size_t bracket = line.text.find_first_of("[{");
  if (bracket < error) {
    // Between brackets a value ends with the next comma or bracket; a colon in it may be a key's.
    if (error < line.text.size() && line.text[error] == ':') return {};
    begin = line.text.find_last_of(" ,[{", error) + 1;
    end = std::min(line.text.find_first_of(",]}", error), end);
  } else {
    end = std::min(line.text.find(" #"), end);
  }
  begin = line.text.find_first_not_of(' ', begin);
  if (begin >= end || begin > error) return {};
  while (line.text[end - 1] == ' ') --end;
  return {begin, end - begin};
}

/// Quotes around that value: it has a sign that no plain text begins with, or a colon and a blank.
std::vector<Mend> in_quotes(const Line& line, std::size_t error) {
  const auto [begin, size] = value_around(line, error);
  const std::string_view value = line.text.substr(begin, size);
  if (value.empty() || value.find_first_of("\"\\") != value.npos) return {};
  return {{line.start + begin, 0, "\""}, {line.start + begin + size, 0, "\""}};
}

/// Whether a key with a full-width colon stands in `value` behind a comma: it is no text alone.
bool has_wide_key(std::string_view value, const Vocabulary& keys) {
  for (std::size_t colon = value.find(wide_colon_sign); colon != value.npos;
       colon = value.find(wide_colon_sign, colon + 1)) {
    const std::size_t comma = value.find_last_of(',', colon);
    if (comma == value.npos) continue;
    const std::size_t begin = value.find_first_not_of(' ', comma + 1);
    if (keys.of(value.substr(begin, colon - begin)) != 0) return true;
  }
  return false;
}

/// A value between braces, around `error` or before it, that has a bracket or a colon and a blank
/// in it and no quotes; nothing where there is none.
std::optional<Diagnosis> sign_in_braces(const Line& line, std::size_t error,
                                        const Vocabulary& keys) {
  const std::string_view text = line.text;
  error = std::min(error, text.size());
  // From the comma before the key to the one behind the value.
  for (std::size_t limit = error;;) {
    const std::size_t comma = limit == 0 ? text.npos : text.find_last_of(",{", limit - 1);
    if (comma == text.npos) return std::nullopt;
    const std::size_t end = std::min(text.find_first_of(",}", error), text.size());
    const std::size_t colon = text.find(": ", comma);
    if (colon < end) {
      const std::size_t begin = std::min(text.find_first_not_of(' ', colon + 2), text.size());
      const std::string_view value = text.substr(begin, begin < end ? end - begin : 0);
      const std::size_t last = value.find_last_not_of(' ');
      if (last == value.npos || value.find_first_of("\"\\'{") != value.npos) return std::nullopt;
      const bool has_bracket = value[0] != '[' && value.find_first_of("[]") != value.npos;
      const bool has_colon =
          value.find(": ") != value.npos && value[0] < 0 && value[value.find(": ") - 1] < 0;
      if ((!has_bracket && !has_colon) || has_wide_key(value, keys)) return std::nullopt;
      return Diagnosis{line.start + begin,
                       {{"花括号里的值有括号或冒号，没有加引号",
                         "a value between braces holds a bracket or a colon and has no quotes"},
                        {"整个值加引号", "put the whole value in quotes"}},
                       {{line.start + begin, 0, "\""}, {line.start + begin + last + 1, 0, "\""}}};
    }
    limit = comma;
  }
}

/// Two keys on one line, of which the second has its colon at `error`: a line break was lost, or
/// the brace before it. Nothing where what stands before the colon ends in no key that is known.
std::optional<Diagnosis> two_keys(const Line& line, std::size_t error, const Vocabulary& keys) {
  if (error >= line.text.size() || line.text[error] != ':') return std::nullopt;
  const std::size_t first = line.text.find(": ");
  if (first >= error) return std::nullopt;
  std::size_t begin = first + 2;
  for (const std::string_view sign : {" ", "，", "。", "；", "、", "　", ",", ";", "\""}) {
    const std::size_t at = line.text.rfind(sign, error - 1);
    if (at != line.text.npos && at >= begin) begin = std::max(begin, at + sign.size());
  }
  const std::size_t key = std::min(line.text.find_first_not_of(" -{["), first);
  // Nothing at all may stand before it: 改造供水管网summary: …, 改造供水管网概述: …
  constexpr std::size_t shortest_glued = 3;  // bytes, of which 汉字 have three
  for (std::size_t at = begin; at < error; ++at) {
    const std::string_view name = line.text.substr(at, error - at);
    // 目标: …  is a key of files in Chinese, and a text behind an English key.
    if (keys.with(name) == 0 || (line.text[key] > 0) != (name[0] > 0)) continue;
    const bool is_glued = at > begin;
    // Behind a digit or 汉字 a short key is one as well: 2024-07-03by: …
    const char before = line.text[at - 1];
    const bool is_apart = before < 0 || (before >= '0' && before <= '9');
    const std::size_t shortest = name[0] < 0 ? 2 * shortest_glued
                                 : is_apart  ? shortest_glued - 1
                                             : shortest_glued;
    if (is_glued && name.size() < shortest) continue;
    const std::string_view sound = line.text.substr(0, line.text.find_last_not_of(' ') + 1);
    if (sound.ends_with('}') && line.text.find('{') == line.text.npos) {
      return Diagnosis{line.start + at,
                       {{"花括号没有配对", "this brace has no partner"},
                        {"在这些键的第一个前面补上 {", "put a { before the first of these keys"}}};
    }
    if (line.text.find_last_not_of(' ', at - 1) == first) {
      return Diagnosis{
          line.start + at,
          {{"一行里写了两个键", "two keys stand on one line"},
           {"键值表写在花括号里 {键: 值, …}，或者每个键另起一行",
            "put the map in braces, {key: value, …}, or each key on a line of its own"}}};
    }
    return Diagnosis{line.start + at,
                     {{"两行并成了一行", "two lines have become one"}, write_colon},
                     {},
                     {{"在 {0} 前换行；本来是一句话的，整个值加引号",
                       "break the line before {0}, or quote the whole value if it is one text"},
                      {name}}};
  }
  return std::nullopt;
}

}  // namespace

Diagnosis diagnose(std::string_view text, std::size_t begin, std::size_t end, std::size_t error_at,
                   std::string_view parser_says, const Vocabulary& keys) {
  // A tab in an indent.
  for (std::size_t at = begin; at < end;) {
    const Line line = line_at(text, at);
    if (line.start > error_at) break;
    if (line.text.substr(0, line.indent()).find('\t') != line.text.npos) {
      return {line.start, tab_in_indent};
    }
    at = line.start + line.text.size() + 1;
    while (at < end && text[at - 1] != '\n') ++at;
  }
  const Line here = line_at(text, error_at);
  const auto open = open_sign(text, begin, end);
  if (const auto found = wide_item(open ? line_at(text, *open) : here)) return *found;
  if (open) {
    if (const auto found = remark_in_brackets(text, *open)) return *found;
    return unclosed(text, *open);
  }

  // A key without its colon: on the line of the complaint or, for the parser takes such a line for
  // a text that goes on, on the one before.
  const auto before = line_before(text, here);
  if (is_behind_quotes(here, error_at - here.start)) return {error_at, behind_quotes};
  if (before && before->start >= begin) {
    if (const auto found = wide_item(*before)) return *found;
  }
  // The second colon of a line tells nothing of the line before it.
  const bool is_second =
      parser_says.starts_with("illegal map value") && here.text.find(": ") < error_at - here.start;
  for (const std::optional<Line>& line : {before, std::optional(here)}) {
    if (is_second) break;
    if (!line || line->is_blank() || line->start < begin) continue;
    const auto above = line_before(text, *line);
    if (const auto found = without_colon(*line, above, line->start == here.start)) return *found;
  }
  if (parser_says.starts_with("illegal block entry") && here.text.ends_with(": -")) {
    return {error_at,
            {{"单独一个“-”不是值", "a lone “-” is no value"},
             {"查到了再写值；没有的原因写进 note",
              "write the value once it is known; why there is none goes into note"}}};
  }
  if (parser_says.starts_with("end of map flow not found")) {
    if (const auto found = sign_in_braces(here, error_at - here.start, keys)) return *found;
  }
  for (const Known& entry : known) {
    if (!parser_says.starts_with(entry.parser_says)) continue;
    if (entry.wants_quotes && is_pushed_in(here, before, error_at - here.start)) {
      return {here.start + here.indent(),
              {{"这一行的缩进多了，接到上一行的值里去了",
                "this line is indented too far and goes on with the value before it"},
               {"同一层的键要左对齐", "keys of one level line up"}}};
    }
    const Extent value = entry.wants_quotes ? value_around(here, error_at - here.start) : Extent{};
    if (value.size > 1 && here.text[value.begin] == '|') {
      return {here.start + value.begin,
              {{"“|”后面还有字", "there is text behind the “|”"},
               {"在 | 后面换行，正文比键多缩进两格",
                "break the line behind the | and indent the text by two blanks"}}};
    }
    if (entry.wants_quotes) {
      if (const auto found = two_keys(here, error_at - here.start, keys)) return *found;
    }
    // The parser names the list around a key that stands too far to the left.
    const bool is_key =
        entry.parser_says == list_goes_on && !here.text.substr(here.indent()).starts_with('-');
    return {error_at, is_key ? keys_apart : entry.what,
            entry.wants_quotes ? in_quotes(here, error_at - here.start) : std::vector<Mend>()};
  }
  if (error_at < text.size() && (text[error_at] == '}' || text[error_at] == ']')) {
    return {error_at,
            {{"这个括号没有配对", "this bracket has no partner"},
             {"多写了就删去它；少了前一半的，在前面补上",
              "delete it where it is too many, or write the one that opens it"}}};
  }
  return {error_at,
          {{"这里的写法读不懂", "this cannot be understood"},
           {"检查这一行和上一行的缩进、引号、冒号和括号",
            "check indent, quotes, colons and brackets of this line and the one before"}}};
}

}  // namespace taizhang::yaml
