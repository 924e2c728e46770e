// SPDX-License-Identifier: MIT
#include <algorithm>
#include <initializer_list>

#include "base/decimal.h"
#include "base/look_alike.h"
#include "base/text.h"
#include "load/advice.h"
#include "load/fault_notes.h"
#include "load/mend.h"
#include "yaml/lines.h"
#include "yaml/otherwise.h"

namespace taizhang::load {

namespace {

/// Names of persons that were written as one, 张三、李四, and the first sign between them.
struct Persons {
  std::string_view sign;
  std::vector<std::string> names;
};

/// Nothing where `text` is something else: a post, 县委常委、副县长, has longer parts, and a name
/// with a blank in it, 张 三, shorter ones.
std::optional<Persons> persons_in(std::string_view text) {
  constexpr std::string_view signs[] = {"、", "，", "；", ";", "/", "／", "\u3000", "和", " "};
  constexpr std::size_t shortest = 2;
  constexpr std::size_t longest = 3;
  Persons persons;
  for (;;) {
    std::size_t end = text.size();
    std::string_view sign;
    for (const std::string_view one : signs) {
      if (const std::size_t at = text.find(one); at < end) {
        end = at;
        sign = text.substr(at, one.size());
      }
    }
    const std::string_view part = base::trimmed(text.substr(0, end));
    const std::u32string name = base::code_points(part);
    const bool is_name = name.size() >= shortest && name.size() <= longest &&
                         std::ranges::all_of(name, base::is_han);
    if (!is_name || part.ends_with("长") || part.ends_with("书记") || part.ends_with("主任")) {
      return std::nullopt;
    }
    persons.names.emplace_back(part);
    if (sign.empty()) break;
    if (persons.sign.empty()) persons.sign = sign;
    text.remove_prefix(end + sign.size());
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  }
  return persons.names.size() > 1 ? std::optional(persons) : std::nullopt;
}

}  // namespace

std::string FaultNotes::look_at_text(const Node& node) {
  if (!node.quoted && field_ != "id") look_at_end(node);
  if (!node.quoted && !in_list_) look_at_swallowed_key(node);
  if (!node.quoted && node.text.starts_with(yaml::wide_colon_sign)) {
    add({node.at.file, node.at.begin, node.at.begin + 3}, yaml::two_colons);
  }
  const bool to_the_letter =
      field_ == "title" || field_ == "quote" || field_ == "text" || node.end > node.at.end;
  copied_.push_back({node.at.begin, node.end, to_the_letter});
  look_at_quotes(node);
  if (node.quoted) look_at_characters(node);
  if (field_ == "title" || field_ == "name") look_at_line(node);
  if (field_ == "leader" && !node.quoted && node.end == node.at.end) {
    if (const auto persons = persons_in(node.text)) {
      const auto offset = static_cast<std::uint32_t>(persons->sign.data() - node.text.data());
      const std::uint32_t begin = node.at.begin + offset;
      add({node.at.file, begin, begin + static_cast<std::uint32_t>(persons->sign.size())},
          source::LookAlike{std::string(persons->sign), ", "});
      help({{"写成 [{0}]", "write [{0}]"}, {base::joined(persons->names, ", ")}});
    }
  }
  if (field_ == "id" || field_ == "tags" || field_ == "aliases" || field_ == "evidence") {
    return look_at_name(node);
  }
  return std::string(node.text);
}

void FaultNotes::look_at_swallowed_key(const Node& node) {
  const std::string_view text = node.text;
  for (std::size_t colon = text.find(yaml::wide_colon_sign); colon != text.npos;
       colon = text.find(yaml::wide_colon_sign, colon + 1)) {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
    std::size_t word = colon;
    while (word > 0 && is_letter(text[word - 1])) --word;
    const std::string_view before = text.substr(0, word);
    constexpr std::string_view signs[] = {"，", "、", "；", "。", "　", " ", ",", ";"};
    const bool is_apart =
        std::ranges::any_of(signs, [&](std::string_view sign) { return before.ends_with(sign); });
    const std::string name(text.substr(word, colon - word));
    const auto field = is_apart ? around_->shape.field_of(name) : std::nullopt;
    if (!field || around_->fields[*field].is_there()) continue;
    const bool as_written = node.at.end - node.at.begin == text.size();
    const std::uint32_t at = node.at.begin + static_cast<std::uint32_t>(word);
    const source::Span key{node.at.file, at, at + static_cast<std::uint32_t>(name.size())};
    add(as_written ? key : node.at,
        source::SyntaxError{
            {"文字里夹着一个键，没有当作键来读", "a key stands in a text and is not read as one"},
            {}});
    help({{"是键的，花括号里写成“, {0}: …”，不在花括号里的另起一行；是文字的，整个值加引号",
           "a key is written as “, {0}: …” between braces and on a line of its own elsewhere; a "
           "text goes in quotes"},
          {name}});
    swallowed_.push_back(name);
    return;
  }
}

/// Note what no paper shows, written as an escape between quotes; and of what is printed on one
/// line a text with two, or with nothing but blanks.
void FaultNotes::look_at_characters(const Node& node) {
  for (const char32_t point : base::code_points(node.text)) {
    const bool control =
        (point < 0x20 && point != '\n' && point != '\t') || (point >= 0x7F && point < 0xA0);
    const bool turns = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    if (!control && !turns) continue;
    add(node.at, source::BadBytes{control ? base::Bilingual{"控制字符", "a control character"}
                                          : base::Bilingual{"改变文字方向的控制字符",
                                                            "a character that turns the text "
                                                            "round"}});
    help({{"删去转义写成的控制字符（\\e、\\u202e 之类）",
           "delete the escape (\\e, \\u202e or the like)"},
          {}});
    return;
  }
}

/// Note what cannot be meant in a text that is printed on one line.
void FaultNotes::look_at_line(const Node& node) {
  std::string_view text = node.text;
  while (text.ends_with('\n')) text.remove_suffix(1);
  const auto note = [&](base::Bilingual what, base::Bilingual write) {
    add(node.at, source::BadBytes{what});
    help({write, {}});
  };
  // Where a line end leaves a blank that Chinese has not, that is told of all texts alike (W27).
  const std::size_t wrap = node.at.end - node.at.begin;
  const bool wrapped = !node.quoted && node.end > node.at.end && wrap > 0 &&
                       wrap + 1 < text.size() &&
                       !base::stand_close(base::last_character(text.substr(0, wrap)),
                                          base::character(text, wrap + 1).point);
  if (wrapped || text.find('\n') != text.npos) {
    return note({"换行", "a line break"},
                {"标题和名称写成一行", "write a title or a name on one line"});
  }
  const std::u32string points = base::code_points(text);
  const auto is_blank = [](char32_t point) {
    return point == U' ' || point == U'\t' || point == 0x3000 || point == 0x3164;
  };
  if (std::all_of(points.begin(), points.end(), is_blank)) {
    return note({"一个只有空格的值", "a value of blanks alone"}, {"写上文字", "write the text"});
  }
  for (const char32_t point : points) {
    if (point == 0xFFFD) {
      return note({"转换编码时丢了字留下的“\uFFFD”", "a mark of a character that was lost"},
                  {"照原文补上这个字", "write the character of the document"});
    }
    if (point >= 0xE000 && point <= 0xF8FF) {
      return note({"自造字，别的电脑上显示不出来",
                   "a character of a private font, which other computers do not show"},
                  {"用输入法打出这个字；没有的写同音字或拼音，并在 note 里说明",
                   "type the character itself, or one for it, and say so in note"});
    }
    if (point == 0x3164) {
      return note({"看不见的字符", "an invisible character"}, {"删去它", "delete it"});
    }
  }
  if (node.quoted) return;
  if (text.starts_with("=\"")) {
    return note({"表格软件的公式", "a formula of a spreadsheet"},
                {"只写引号里的文字", "write the text between the quotes alone"});
  }
}

void FaultNotes::look_at_end(const Node& node) {
  if (node.end != node.at.end) return;
  const bool is_lone =
      node.text.ends_with('"') && std::count(node.text.begin(), node.text.end(), '"') == 1;
  if (is_lone) {
    add(node.at, source::BadBytes{{"单独一个引号", "a quote without its partner"}});
    help({{"删去它，或把整个值加上引号；中文引号写成一对 “ ”",
           "delete it, or put the whole value in quotes; Chinese ones come as a pair, “ ”"},
          {}});
    return;
  }
  // What is copied from a document may end anywhere; a name and a title do not end in a comma.
  const bool is_copied = field_ == "quote" || field_ == "text";
  const auto ends_in = [&](std::initializer_list<std::string_view> signs) {
    return std::ranges::any_of(signs, [&](auto sign) { return node.text.ends_with(sign); });
  };
  const bool is_stray = (!is_copied && ends_in({","})) ||
                        ((field_ == "name" || field_ == "title" || field_ == "doc_no") &&
                         ends_in({"，", "、", "；"})) ||
                        (field_ == "name" && ends_in({"。"}));
  if (!is_stray || node.text.size() < 2) return;
  add(node.at, source::BadBytes{{"末尾多出的标点", "a stray sign at the end"}});
  help({{"删去它", "delete it"}, {}});
}

/// Note in a name that is compared letter by letter what a Chinese keyboard puts there: quotes,
/// circled digits, and the comma of several that have become one.
std::string FaultNotes::look_at_name(const Node& node) {
  std::string_view text = node.text;
  const bool as_written = node.at.end - node.at.begin == text.size();
  if (!as_written) return std::string(text);
  // A full-width blank at the end of the line is told as one.
  while (text.ends_with(yaml::wide_blank)) text.remove_suffix(yaml::wide_blank.size());
  const auto note = [&](std::size_t at, std::string_view written, std::string meant,
                        std::vector<source::Edit> fix = {}) {
    const std::uint32_t begin = node.at.begin + static_cast<std::uint32_t>(at);
    const source::Span span{node.at.file, begin,
                            begin + static_cast<std::uint32_t>(written.size())};
    add(span, source::LookAlike{std::string(written), std::move(meant)}, std::move(fix));
  };
  constexpr std::string_view open = "“";
  constexpr std::string_view close = "”";
  if (text.starts_with(open) && text.ends_with(close) && text.size() > 2 * open.size()) {
    const std::string inside(text.substr(open.size(), text.size() - 2 * open.size()));
    if (inside.find_first_of("\"\\") != inside.npos) return std::string(text);
    note(0, text, '"' + inside + '"', {{node.at, '"' + inside + '"'}});
    return inside;
  }
  const auto find = [&](std::initializer_list<std::string_view> signs, const std::string& meant) {
    const auto sign = std::ranges::find_if(
        signs, [&](std::string_view one) { return text.find(one) != text.npos; });
    if (sign == signs.end()) return false;
    note(text.find(*sign), *sign, meant);
    if (meant.empty() && text.ends_with(*sign)) text.remove_suffix(sign->size());
    return true;
  };
  if (in_list_ && field_ != "id" && !find({"，", "、", "；", "。", ";"}, ", ")) {
    // 县发改委 县发展改革局, 验收单.pdf 照片.jpg: the comma is lost.
    const std::size_t blank = text.find(' ');
    const bool between =
        blank != text.npos && blank > 0 && blank + 1 < text.size() && text[blank + 1] < 0;
    const bool are_files = field_ == "evidence" && between &&
                           text.substr(0, blank).find('.') != text.npos &&
                           text.substr(blank).find('.') != text.npos;
    if (are_files || (field_ != "evidence" && between && text[blank - 1] < 0)) {
      note(blank, " ", ", ");
    }
  }
  // What an id is called by elsewhere has no signs of a text.
  if (field_ == "id" &&
      !find({"，", "。", "；", "、", "：", ",", ";", "\"", "“", "”", "‘", "’", "「", "」", "　"},
            "")) {
    constexpr std::string_view circled[] = {"①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨"};
    for (std::size_t digit = 0; digit < std::size(circled); ++digit) {
      if (find({circled[digit]}, std::to_string(digit + 1))) break;
    }
  }
  return std::string(text);
}

/// Note a text that other readers of YAML would not take for one, and one that a `#` cuts off.
void FaultNotes::look_at_quotes(const Node& node) {
  if (!node.cut.empty() && node.quoted) {
    const std::size_t indent = node.cut.find('#');
    const auto begin = node.end + static_cast<std::uint32_t>(indent);
    const std::string_view line = node.cut.substr(indent);
    add({node.at.file, begin, begin + static_cast<std::uint32_t>(line.size())},
        source::Unquoted{std::string(key_->text), {}, {}, std::string(line)});
    return;
  }
  // With a blank behind its # it may be a remark, but for what is a sentence.
  const bool is_remark =
      node.cut.starts_with("# ") && field_ != "title" && field_ != "name" && field_ != "summary";
  if (!node.cut.empty() && !is_remark) {
    add(node.at, source::Unquoted{
                     std::string(key_->text), std::string(node.text), {}, std::string(node.cut)});
    return;
  }
  const auto other = node.quoted ? std::nullopt : yaml::read_otherwise(node.text);
  if (!other) return;
  add(node.at, source::Unquoted{std::string(key_->text), std::string(node.text), *other},
      rewritten(node, '"' + std::string(node.text) + '"'));
}

std::string FaultNotes::plain_number(const Node& node) {
  const std::string text(node.text);
  const auto plain = mended_number(text);
  if (!plain) return text;
  add(node.at, source::BadNumber{std::string(key_->text), text, base::decimal_form},
      rewritten(node, plain));
  return *plain;
}

std::string FaultNotes::plain_path(const Node& node) {
  std::string plain = base::plain_form(node.text);
  if (plain == node.text) return plain;
  add(node.at, source::LookAlike{std::string(node.text), plain}, rewritten(node, plain));
  return plain;
}

}  // namespace taizhang::load
