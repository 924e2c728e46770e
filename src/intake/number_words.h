// SPDX-License-Identifier: MIT
//
// The words around the numbers of a promise, and how a text is cut at its marks.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace taizhang::intake {

using Text = std::string_view;

inline constexpr auto sentence_ends = std::to_array<Text>({"。", "；", "\n"});
inline constexpr auto clause_ends = std::to_array<Text>({"。", "；", "，", "：", "\n"});

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_latin(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Where the last of `marks` before `at` ends; 0 where there is none.
template <class Marks>
std::size_t behind_last(Text text, std::size_t at, const Marks& marks) {
  std::size_t begin = 0;
  for (const Text mark : marks) {
    const std::size_t found = at == 0 ? text.npos : text.rfind(mark, at - 1);
    if (found != text.npos && found + mark.size() <= at)
      begin = std::max(begin, found + mark.size());
  }
  return begin;
}

/// Where the first of `marks` from `at` on begins; the end of the text where there is none.
template <class Marks>
std::size_t before_first(Text text, std::size_t at, const Marks& marks) {
  std::size_t end = text.size();
  for (const Text mark : marks) end = std::min(end, text.find(mark, at));
  return end;
}

std::size_t skip_blanks(Text text, std::size_t at);

/// Whether a 汉字, and no mark, stands at `at`.
bool is_word_at(Text text, std::size_t at);

/// Whether `text` is in such brackets or quotes at `at`.
bool is_between(Text text, std::size_t at, Text open, Text close);

/// Whether `text` has one of `words` in it.
bool says_any(Text text, std::initializer_list<Text> words);

/// The unit of measure that begins at `at`, also one of two parts such as 微克/立方米; empty where
/// none does.
Text unit_at(Text text, std::size_t at);

/// Whether the unit is of what a thing is rather than of how many there are: 110千伏.
bool is_size_unit(Text unit);
/// Whether a bound in the unit says which things are meant: 500万元以上的项目.
bool is_threshold_unit(Text unit);
/// Whether whole things are counted in the unit.
bool is_counting_unit(Text unit);

/// What a number is of, out of the words before it: without 力争, 完成, 达到 … at its front and
/// back.
std::string core(Text text);

/// Whether `name` says only what is done and not to what, as 新建 does of 新建 3 所幼儿园.
bool is_verbs_alone(Text name);

/// `name` without what is done at its front: 公园 of 新建公园.
Text without_verbs(Text name);

/// Whether `name` says how something is told and not what, as 同比增长 and 总数 do.
bool lacks_subject(Text name);

}  // namespace taizhang::intake
