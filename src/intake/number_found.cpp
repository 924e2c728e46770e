// SPDX-License-Identifier: MIT
//
// A number of a text is an indicator where the year promises it; it is none where it is a name, a
// threshold, a size, a date or a range.
#include "intake/number_found.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace taizhang::intake {

namespace {

constexpr auto after_words =
    std::to_array<Text>({"及以上", "以上", "以内", "以下", "左右", "上下", "之内", "余"});

constexpr auto range_marks = std::to_array<Text>({"——", "—", "–", "-", "~", "～", "至", "到"});

bool begins_date(Text behind) {
  constexpr auto words = std::to_array<Text>({"年", "月", "日", "时", "点"});
  return std::any_of(words.begin(), words.end(),
                     [&](Text word) { return behind.starts_with(word); });
}

bool is_rank_unit(Text unit) { return unit == "位" || unit == "名"; }

/// Whether a bound says which things are meant, as in 500万元以上的项目60个.
bool is_threshold(Text text, const Found& found, std::size_t clause_end) {
  const Text before = base::trimmed(text.substr(0, found.at));
  const bool bound = found.after == "以上" || found.after == "及以上" || found.after == "以下" ||
                     before.ends_with("≥") || before.ends_with("≤");
  if (!bound || !is_word_at(text, found.behind) || !is_threshold_unit(found.unit)) return false;
  const Text rest = text.substr(found.behind, clause_end - found.behind);
  return found.unit != "人" || std::any_of(rest.begin(), rest.end(), is_digit);
}

}  // namespace

Found found_at(Text text, std::size_t begin, std::size_t end, Text digits) {
  Found found{begin, end, digits};
  std::size_t at = skip_blanks(text, end);
  const auto takes = [&](Text word) {
    if (text.substr(at, word.size()) != word) return false;
    at += word.size();
    return true;
  };
  found.more = takes("余") || takes("多");
  at = skip_blanks(text, at);
  found.unit = unit_at(text, at);
  at = skip_blanks(text, at + found.unit.size());
  for (const Text word : after_words) {
    if (!takes(word)) continue;
    found.after = word;
    break;
  }
  found.behind = at;
  return found;
}

std::size_t range_from(Text text, const Found& found) {
  const Text before = base::trimmed(text.substr(0, found.at));
  // 从 60% 到 75% tells of a way.
  if (before.ends_with("从") || before.ends_with("由")) return Text::npos;
  std::size_t at = skip_blanks(text, found.end);
  at = skip_blanks(text, at + found.unit.size());
  for (const Text mark : range_marks) {
    if (text.substr(at, mark.size()) != mark) continue;
    const std::size_t digits = skip_blanks(text, at + mark.size());
    return digits < text.size() && is_digit(text[digits]) ? digits : Text::npos;
  }
  return Text::npos;
}

std::size_t end_of_date(Text text, const Found& found) {
  constexpr auto words = std::to_array<Text>(
      {"年", "月", "日", "份", "底", "初", "末", "之前", "以前", "前", "上旬", "中旬", "下旬"});
  if (!begins_date(text.substr(skip_blanks(text, found.end)))) return found.end;
  std::size_t at = skip_blanks(text, found.end);
  for (bool again = true; again;) {
    again = false;
    for (const Text word : words) {
      if (text.substr(at, word.size()) != word) continue;
      at += word.size();
      again = true;
      break;
    }
  }
  return at;
}

bool says_rank(Text text, const Found& found) {
  const std::size_t clause = behind_last(text, found.at, clause_ends);
  const Text before = base::trimmed(text.substr(clause, found.at - clause));
  if (says_any(before, {"位次", "排名", "名次"})) return true;
  if (!before.ends_with("前") && !before.ends_with("第")) return false;
  const bool reaches = says_any(before, {"进入", "考核", "居", "列", "跻身", "保持", "排"});
  return reaches && (is_rank_unit(found.unit) || (found.unit.empty() && before.ends_with("前")));
}

base::Bilingual why_no_promise(Text text, const Found& found, bool in_name) {
  const Text behind = text.substr(skip_blanks(text, found.end));
  const Text before = base::trimmed(text.substr(0, found.at));
  const auto begins = [&](Text word) { return behind.starts_with(word); };
  if (is_between(text, found.at, "“", "”") || is_between(text, found.at, "《", "》") ||
      begins("大") || begins("+") || before.ends_with("+")) {
    return part_of_name;
  }
  const char next = found.end < text.size() ? text[found.end] : ' ';
  const char last = found.at > 0 ? text[found.at - 1] : ' ';
  if (is_latin(next) || (is_latin(last) && found.unit != "%")) {
    return {"名称或规格", "a name or a size"};
  }
  constexpr std::size_t digits_of_phone = 7;
  const std::size_t range = range_from(text, found);
  const bool is_area_code = found.digits.size() > 2 && found.digits[0] == '0' && begins("-");
  if (is_area_code || (found.digits.size() >= digits_of_phone && found.unit.empty())) {
    return {"电话或编号", "a telephone or a number"};
  }
  if (found.digits.find('.') != found.digits.rfind('.')) {
    return {"日期或编号", "a date or a number of its own"};
  }
  if (range != Text::npos && !begins_date(behind)) {
    std::size_t end = range;
    while (end < text.size() && (is_digit(text[end]) || text[end] == '.')) ++end;
    if (!begins_date(text.substr(skip_blanks(text, end)))) {
      return {"区间，不是一个数", "a range and not one number"};
    }
  }
  if (begins_date(behind) || begins("—") || begins("-") || before.ends_with("—") ||
      before.ends_with("-")) {
    return a_date;
  }
  const bool rank = says_rank(text, found);
  if (!rank && (begins("号") || before.ends_with("第") || is_between(text, found.at, "〔", "〕"))) {
    return {"编号或第几", "an ordinal"};
  }
  if (rank) return {};
  if (found.unit.empty()) return {"没有计量单位", "no unit of measure"};
  // 每季度督查1次 is four in the year, of which nobody says so.
  const std::size_t beginning = std::max(behind_last(text, found.at, clause_ends),
                                         behind_last(text, found.at, std::array<Text, 1>{"、"}));
  if (says_any(text.substr(beginning, found.at - beginning),
               {"每月", "每季", "每半年", "每周", "每旬", "每日", "每天"})) {
    return {"每期的数，不是全年的", "of each period and not of the year"};
  }
  // 6月底前20个 is no rank.
  const bool is_date = std::ranges::any_of(
      std::array<Text, 7>{"底前", "末前", "月前", "日前", "年前", "之前", "以前"},
      [&](Text word) { return before.ends_with(word); });
  if (before.ends_with("前") && !is_date) return {"名次或范围", "a rank or a range"};
  const std::size_t clause = behind_last(text, found.at, clause_ends);
  const std::size_t clause_end = before_first(text, found.behind, clause_ends);
  const Text around = text.substr(clause, clause_end - clause);
  if (base::trimmed(around).starts_with("以") && around.find("为") != around.npos) {
    return {"说明情况的数", "a number that describes"};
  }
  if (in_name && around.find("大") != around.npos) return part_of_name;
  if (is_size_unit(found.unit) && is_word_at(text, found.behind)) {
    return {"规格或门槛", "a size or a threshold"};
  }
  // 10分钟生活圈.
  const Text named = text.substr(found.behind, clause_end - found.behind);
  constexpr std::size_t longest_ring = 15;  // bytes of 便民生活圈
  const std::size_t ring = named.find("圈");
  const bool is_ring = found.unit == "分钟" || found.unit == "小时" || found.unit == "公里";
  if (is_ring && ring <= longest_ring) return part_of_name;
  if (is_threshold(text, found, clause_end)) return {"门槛", "a threshold"};
  return {};
}

}  // namespace taizhang::intake
