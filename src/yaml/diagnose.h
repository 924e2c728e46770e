// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/fault.h"
#include "yaml/vocabulary.h"

namespace taizhang::yaml {

/// What stands after a key in place of a colon and a blank.
inline constexpr base::Bilingual write_colon{"键后写英文冒号加空格，如 title: 名称",
                                             "write a colon and a blank after a key, as in title: "
                                             "name"};
inline constexpr source::SyntaxError wide_colon{
    {"键后面用了全角冒号“：”", "a full-width colon stands after the key"}, write_colon};
inline constexpr source::SyntaxError no_blank{
    {"键的冒号后面少了空格", "the blank after this key’s colon is missing"}, write_colon};
inline constexpr base::Bilingual write_items{"每一项写成 - {键: 值, …}",
                                             "write an item as - {key: value, …}"};
inline constexpr source::SyntaxError pasted_row{
    {"像是从表格里粘贴来的一行", "this looks like a row of a spreadsheet"},
    {"每一行写成一项 - {键: 值, …}，一格一个键",
     "write a row as an item, - {key: value, …}, with a key for each cell"}};
inline constexpr source::SyntaxError other_dash{
    {"列表的每一项要以短横线开头", "an item of a list begins with a dash"},
    {"把行首的符号改成“- ”", "write a dash and a blank in the place of this sign"}};
inline constexpr source::SyntaxError tab_in_indent{
    {"缩进里有制表符（Tab）", "there is a tab in the indent"},
    {"缩进只用空格，每层两个", "indent with blanks, two a level"}};
inline constexpr source::SyntaxError two_colons{
    {"键后面打了两个冒号", "two colons stand after the key"}, write_colon};
inline constexpr source::SyntaxError value_at_key{
    {"值没有缩进到键的下面", "a value is not indented below its key"},
    {"写在键的同一行，或者比键多缩进两格",
     "write it on the line of its key, or indent it by two blanks more"}};
inline constexpr source::SyntaxError no_colon{{"这一行少了冒号", "this line lacks its colon"},
                                              write_colon};

/// The one right answer to a mistake, or a part of it: `size` bytes from `begin` give way to
/// `text`.
struct Mend {
  std::size_t begin;
  std::size_t size;
  std::string text;
};

/// What is wrong in a spoilt entry, in the words of who wrote it, and where.
struct Diagnosis {
  std::size_t at;
  source::SyntaxError what;
  std::vector<Mend> mends = {};  ///< none where there is no one right answer
  base::Phrase help = {};        ///< where the place itself tells what to write
  /// As what the lines are read where a person has to decide, so that nothing else is told of them.
  std::vector<Mend> reads = {};
  bool hides = false;  ///< something of the file is not read for it
};

/// Find the mistake behind a parser's complaint.
///
/// A parser notices an open quote, an open bracket or a missing colon only later: at the end of
/// the file or on the next line. So the entry is looked through for those first. `text` is the
/// whole text, the spoilt entry goes from `begin` to `end`, the complaint `parser_says` stands at
/// `error_at`.
Diagnosis diagnose(std::string_view text, std::size_t begin, std::size_t end, std::size_t error_at,
                   std::string_view parser_says, const Vocabulary& keys);

}  // namespace taizhang::yaml
