// SPDX-License-Identifier: MIT
#include "load/advice.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "base/date.h"
#include "base/date_span.h"
#include "base/decimal.h"
#include "base/look_alike.h"
#include "base/text.h"
#include "load/mend.h"

namespace taizhang::load {

namespace {

/// No number, date or list of a few names is longer.
constexpr std::size_t longest_advised = 200;

bool is_decimal(std::string_view text) { return base::Decimal::parse(text).decimal.has_value(); }

std::size_t digits_in(std::string_view text) {
  return std::min(text.find_first_not_of("0123456789"), text.size());
}

/// The number without its thousands marks; nothing where they do not part it by threes.
std::optional<std::string> without_marks(std::string_view text) {
  std::string number;
  if (text.starts_with('-')) {
    number = "-";
    text.remove_prefix(1);
  }
  std::size_t size = digits_in(text);
  if (size == 0 || size > 3) return std::nullopt;
  number += text.substr(0, size);
  text.remove_prefix(size);
  constexpr std::string_view marks = ", '";
  const auto has_mark = [&] { return !text.empty() && marks.find(text[0]) != marks.npos; };
  if (!has_mark()) return std::nullopt;
  while (has_mark()) {
    text.remove_prefix(std::min(text.find_first_not_of(marks), text.size()));
    if (digits_in(text) != 3) return std::nullopt;
    number += text.substr(0, 3);
    text.remove_prefix(3);
  }
  number += text;
  return is_decimal(number) ? std::optional(number) : std::nullopt;
}

/// A number in 汉字 below ten thousand: 十四, 三十, 一千二百, 两百; `二〇二四` digit by digit.
std::optional<int> chinese_number(std::string_view text) {
  constexpr std::pair<std::string_view, int> signs[] = {
      {"〇", 0}, {"零", 0}, {"一", 1}, {"二", 2}, {"两", 2},  {"三", 3},   {"四", 4},   {"五", 5},
      {"六", 6}, {"七", 7}, {"八", 8}, {"九", 9}, {"十", 10}, {"百", 100}, {"千", 1000}};
  constexpr std::size_t sign_size = std::string_view("一").size();
  constexpr std::size_t most_signs = 8;
  if (text.empty() || text.size() > most_signs * sign_size) return std::nullopt;
  int sum = 0;
  int digits = 0;
  bool open = false;  // a digit waits for what it counts
  for (; !text.empty(); text.remove_prefix(sign_size)) {
    const auto sign = std::ranges::find(signs, text.substr(0, sign_size),
                                        &std::pair<std::string_view, int>::first);
    if (sign == std::end(signs)) return std::nullopt;
    if (sign->second < 10) {
      digits = 10 * digits + sign->second;
      open = true;
    } else {
      sum += (open ? digits : 1) * sign->second;
      digits = 0;
      open = false;
    }
  }
  return sum + digits;
}

/// The text with digits for the letters that look like them, and for 汉字 of a date.
std::string without_letters(std::string text) {
  for (char& c : text) {
    if (c == 'O' || c == 'o') c = '0';
    if (c == 'l' || c == 'I') c = '1';
  }
  return text;
}

/// The number in `第一板块`, `第3项`, `十二`.
std::optional<int> ordinal(std::string_view text) {
  constexpr std::string_view order = "第";
  if (text.starts_with(order)) text.remove_prefix(order.size());
  for (std::string_view word : {"板块", "部分", "章", "项", "条", "号"}) {
    if (text.ends_with(word)) text.remove_suffix(word.size());
  }
  if (const std::size_t size = digits_in(text); size > 0 && size == text.size() && size < 6) {
    int number = 0;
    std::from_chars(text.data(), text.data() + size, number);
    return number;
  }
  return chinese_number(text);
}

/// What people write where they have no number.
constexpr std::string_view words_for_none[] = {
    "-", "--", "/", "无", "N/A", "n/a", "暂无", "待定", "待报", "未知", "未报", "缺报", "空"};

/// `12/31/2024`, `31.12.2024`, `24-12-31`: the days that may be meant, as `2024-12-31`.
std::vector<std::string> days_of(std::string_view text) {
  for (const char sign : {'/', '.', '-'}) {
    const auto parts = base::split(text, sign);
    const auto is_short = [](std::string_view part) {
      return !part.empty() && part.size() <= 2 && digits_in(part) == part.size();
    };
    if (parts.size() != 3 || !is_short(parts[1])) continue;
    const auto day = [](std::string_view year, std::string_view month, std::string_view of_month) {
      return base::meant_date(std::string(year) + "/" + std::string(month) + "/" +
                              std::string(of_month));
    };
    std::vector<std::string> days;
    const auto add = [&](const std::optional<std::string>& one) {
      if (one && (days.empty() || days.front() != *one)) days.push_back(*one);
    };
    const bool year_last =
        is_short(parts[0]) && parts[2].size() == 4 && digits_in(parts[2]) == parts[2].size();
    if (year_last) {
      add(day(parts[2], parts[0], parts[1]));
      add(day(parts[2], parts[1], parts[0]));
    } else if (parts[0].size() == 2 && is_short(parts[0]) && is_short(parts[2])) {
      add(day("20" + std::string(parts[0]), parts[1], parts[2]));
    }
    return days;
  }
  return {};
}

struct Word {
  std::string_view written;
  base::Bilingual help;  ///< `{0}` is the number, `{1}` what is written
};

constexpr base::Bilingual at_least{"写 {0}；“{1}”写成 qualifier: at_least（不少于）",
                                   "write {0}; “{1}” becomes qualifier: at_least"};
constexpr base::Bilingual at_most{"写 {0}；“{1}”写成 qualifier: at_most（不超过）",
                                  "write {0}; “{1}” becomes qualifier: at_most"};
constexpr base::Bilingual about{
    "写 {0}；“{1}”写成 qualifier: about（左右），实际数不写约数",
    "write {0}; “{1}” becomes qualifier: about, and a figure reported is "
    "exact"};

constexpr base::Bilingual exceed{"写 {0}；“{1}”写成 qualifier: exceed（突破）",
                                 "write {0}; “{1}” becomes qualifier: exceed"};
constexpr base::Bilingual below{"写 {0}；“{1}”写成 qualifier: below（低于）",
                                "write {0}; “{1}” becomes qualifier: below"};

constexpr Word words_before[] = {
    {"≥", at_least},        {">=", at_least},
    {"大于等于", at_least}, {"不少于", at_least},
    {"不低于", at_least},   {"至少", at_least},
    {"≤", at_most},         {"<=", at_most},
    {"小于等于", at_most},  {"不超过", at_most},
    {"不高于", at_most},    {"大约", about},
    {"约", about},          {"近", about},
    {">", exceed},          {"大于", exceed},
    {"超过", exceed},       {"突破", exceed},
    {"<", below},           {"小于", below},
    {"低于", below},        {"+", {"写 {0}，不写正号", "write {0}, without the sign"}},
};

/// Words behind a number, and behind what it counts, with the qualifier that says the same.
constexpr std::pair<std::string_view, std::string_view> words_after[] = {
    {"以上", "at_least"}, {"余", "at_least"}, {"以下", "at_most"},
    {"以内", "at_most"},  {"左右", "about"},  {"上下", "about"},
};

/// The number times ten to that power, +03, written out; nothing where it has no room for it.
std::optional<std::string> out_of_powers(const std::string& number, std::string_view power) {
  constexpr int largest = 12;
  if (power.starts_with('+')) power.remove_prefix(1);
  int by = 0;
  const auto [end, error] = std::from_chars(power.data(), power.data() + power.size(), by);
  if (error != std::errc() || end != power.data() + power.size() || by < -largest || by > largest) {
    return std::nullopt;
  }
  std::int64_t micros = base::Decimal::parse(number).decimal->micros();
  for (; by > 0; --by) {
    if (micros > std::numeric_limits<std::int64_t>::max() / 10 ||
        micros < std::numeric_limits<std::int64_t>::min() / 10) {
      return std::nullopt;
    }
    micros *= 10;
  }
  for (; by < 0; ++by) {
    if (micros % 10 != 0) return std::nullopt;
    micros /= 10;
  }
  const std::string text = base::Decimal::of_micros(micros).text();
  return is_decimal(text) ? std::optional(text) : std::nullopt;
}

/// A number whose digits are followed by `rest`: 亿, 家以上, a full stop, E+03.
base::Phrase advice_on_rest(const std::string& number, std::string_view rest) {
  for (const std::string_view sign : {"(", "（", "//", "#", "["}) {
    if (rest.starts_with(sign)) {
      return {{"只写数：{0}；“{1}”写进 note", "write the number alone: {0}; “{1}” goes into note"},
              {number, rest}};
    }
  }
  for (const std::string_view sign : {"→", "->", "改为", "调整为"}) {
    const std::string_view other =
        rest.starts_with(sign) ? base::trimmed(rest.substr(sign.size())) : std::string_view();
    if (is_decimal(other)) {
      return {
          {"这里只写一个数；目标变动的，这里写原来的 {0}，改成 {1} 写进 changes",
           "write one number; of a target that moved the old one, {0}, and the new one, {1}, goes "
           "into changes"},
          {number, other}};
    }
  }
  // A Chinese keyboard's full stop in the place of the point: 22。1.
  constexpr std::string_view full_stop = "。";
  if (rest.starts_with(full_stop) && number.find('.') == number.npos) {
    const std::string_view places = rest.substr(full_stop.size());
    if (!places.empty() && places.find_first_not_of("0123456789") == places.npos) {
      return {{"小数点用半角：写 {0}", "write the point as a dot: {0}"},
              {number + "." + std::string(places)}};
    }
  }
  for (std::string_view sign : {"。", "，", "、", "；", ",", ";", "."}) {
    if (rest == sign) {
      return {{"写 {0}，去掉“{1}”", "write {0}, without “{1}”"}, {number, rest}};
    }
  }
  const bool has_power = (rest[0] == 'E' || rest[0] == 'e') && rest.size() > 1 &&
                         rest.find_first_not_of("+-0123456789", 1) == rest.npos;
  if (has_power) {
    if (const auto written_out = out_of_powers(number, rest.substr(1))) {
      return {{"这是科学计数法，写成 {0}", "this is in powers of ten: write {0}"}, {*written_out}};
    }
    return {{"这是科学计数法，算出来写成普通数字", "this is in powers of ten: write it out"}, {}};
  }
  for (const auto& [word, qualifier] : words_after) {
    if (!rest.ends_with(word)) continue;
    const std::string_view unit = base::trimmed(rest.substr(0, rest.size() - word.size()));
    if (unit.empty()) {
      return {{"写 {0}；“{1}”写成 qualifier: {2}", "write {0}; “{1}” becomes qualifier: {2}"},
              {number, word, qualifier}};
    }
    return {{"写 {0}；“{1}”写进 unit，“{2}”写成 qualifier: {3}",
             "write {0}; “{1}” belongs in unit, “{2}” becomes qualifier: {3}"},
            {number, unit, word, qualifier}};
  }
  // What a unit of measure is, the rule knows.
  return {};
}

}  // namespace

base::Phrase advice_on_number(const std::string& written) {
  if (written.size() > longest_advised) return {};
  const std::string plain = base::plain_form(written);
  std::string_view text = plain;
  if (const std::string digits = without_letters(plain); digits != plain && is_decimal(digits)) {
    return {{"字母 O、l、I 不是数字：写 {0}", "the letters O, l and I are no digits: write {0}"},
            {digits}};
  }
  if (const auto number = chinese_number(text)) {
    return {{"写成 {0}", "write {0}"}, {static_cast<long long>(*number)}};
  }
  if (text.starts_with('(') && text.ends_with(')') && is_decimal(text.substr(1, text.size() - 2))) {
    const std::string inside(text.substr(1, text.size() - 2));
    return {{"去掉括号：写 {0}；表格里用括号表示负数的，写 -{0}",
             "drop the brackets: write {0}, or -{0} where they mark a negative number"},
            {inside}};
  }
  if (const std::size_t dot = text.find("·"); dot != text.npos) {
    std::string number(text);
    number.replace(dot, std::string_view("·").size(), ".");
    if (is_decimal(number))
      return {{"小数点用半角：写 {0}", "write the point as a dot: {0}"}, {number}};
  }
  for (const std::string_view sign : {"￥", "¥", "$"}) {
    if (!text.starts_with(sign) || !is_decimal(text.substr(sign.size()))) continue;
    return {
        {"写 {0}，不写“{1}”；单位写进 unit", "write {0} without “{1}”; the unit goes into unit"},
        {text.substr(sign.size()), sign}};
  }
  for (std::string_view raised :
       {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "①", "②", "③"}) {
    if (text.find(raised) == text.npos) continue;
    return {
        {"“{0}”是上标或带圈的数字：脚注号删去，幂次算出来写成普通数字",
         "“{0}” is a raised or circled digit: delete the mark of a footnote, write a power out"},
        {raised}};
  }
  if (std::find(std::begin(words_for_none), std::end(words_for_none), text) !=
      std::end(words_for_none)) {
    return {{"这里只写数，没有数就先不报；“{0}”这样的话写进 note",
             "write a number, and report nothing as long as there is none; “{0}” goes into note"},
            {written}};
  }
  if (text.starts_with('=')) {
    return {{"这是表格软件的公式，写算出来的数",
             "this is a formula of a spreadsheet: write its result"},
            {}};
  }
  if (base::meant_date(plain)) {
    return {{"这是日期，这里写数", "this is a date: write a number here"}, {}};
  }
  // A slip of the finger: 20 .9, 20..9, 20_9.
  for (const std::string_view sign : {" ", "..", "_"}) {
    std::string number(text);
    const std::size_t at = number.find(sign);
    if (at == number.npos || (sign == " " && text.find_first_of(".,") == text.npos)) continue;
    number.replace(at, sign.size(), sign == ".." ? "." : "");
    if (is_decimal(number) && !without_marks(text)) {
      return {{"是 {0} 就写 {0}", "write {0} if that is meant"}, {number}};
    }
  }
  if (const auto number = without_marks(text)) {
    return {{"写 {0}，不用千分位", "write {0}, without thousands marks"}, {*number}};
  }
  if (const std::size_t comma = text.find(','); comma != text.npos && comma > 0) {
    const std::string_view whole = text.substr(0, comma);
    const std::string_view places = text.substr(comma + 1);
    if (is_decimal(whole) && whole.find('.') == whole.npos && !places.empty() &&
        digits_in(places) == places.size()) {
      return {{"小数点用英文句点：是 {0} 就写 {0}；一个键只写一个数",
               "the point of a decimal is a dot: write {0} if that is meant; a key has one number"},
              {std::string(whole) + "." + std::string(places)}};
    }
  }
  for (const Word& word : words_before) {
    if (!text.starts_with(word.written)) continue;
    const std::string_view number = base::trimmed(text.substr(word.written.size()));
    if (is_decimal(number)) return {word.help, {number, word.written}};
  }
  const std::size_t sign = std::min({text.find('-', 1), text.find('~', 1), text.find("至", 1)});
  if (sign != text.npos && sign < text.size()) {
    const std::string_view first = base::trimmed(text.substr(0, sign));
    const std::string_view last =
        base::trimmed(text.substr(sign + (text.substr(sign).starts_with("至") ? 3 : 1)));
    if (is_decimal(first) && is_decimal(last)) {
      return {{"这里只写一个数：目标写下限 {0}，原来的“{1}”写进 quote；实际数写实际的一个数",
               "write one number: of a target the lower bound {0}, and “{1}” goes into quote; of a "
               "figure reported the real one"},
              {first, written}};
    }
  }
  // 3.65亿, 12家, 1,500万元: a number and what it counts.
  const std::size_t size = std::min(text.find_first_not_of("-0123456789., "), text.size());
  const std::string_view head = base::trimmed(text.substr(0, size));
  const auto unmarked = without_marks(head);
  const std::string number = unmarked ? *unmarked : std::string(head);
  const std::string_view rest = base::trimmed(text.substr(size));
  if (!is_decimal(number) || rest.empty()) return {};
  return advice_on_rest(number, rest);
}

base::Phrase advice_on_whole(const std::string& text) {
  if (text.size() > longest_advised) return {};
  const auto number = ordinal(base::plain_form(text));
  if (number) {
    return {{"写成 {0}", "write {0}"}, {static_cast<long long>(*number)}};
  }
  const base::Phrase advice = advice_on_number(text);
  if (!advice.empty()) return advice;
  return {{"只写半角数字的整数，如 3", "write a whole number in digits, such as 3"}, {}};
}

namespace {

/// A day that is not written in full: of a month, a quarter, a year, or without its year.
base::Phrase advice_on_part_of_date(std::string_view text) {
  const auto number_before = [&](std::string_view sign) -> std::optional<int> {
    const std::size_t end = text.find(sign);
    if (end == text.npos || end == 0) return std::nullopt;
    std::size_t begin = end;
    while (begin > 0 && text[begin - 1] >= '0' && text[begin - 1] <= '9') --begin;
    int number = 0;
    std::from_chars(text.data() + begin, text.data() + end, number);
    return begin < end ? std::optional(number) : std::nullopt;
  };
  const auto year =
      text.size() == 4 && digits_in(text) == 4 ? number_before("") : number_before("年");
  const bool is_year = text.size() == 4 && digits_in(text) == 4;
  const auto month = number_before("月");
  const auto is_month = [](int one) { return one >= 1 && one <= 12; };
  const auto last_of = [](int of_year, int of_month) {
    return base::iso(std::chrono::sys_days(std::chrono::year(of_year) /
                                           std::chrono::month(static_cast<unsigned>(of_month)) /
                                           std::chrono::last));
  };
  constexpr base::Bilingual a_day{"写到哪一天；最后一天是 {0}", "write a day: the last one is {0}"};
  if (is_year) return {a_day, {std::string(text) + "-12-31"}};
  if (year && *year >= 1000 && *year <= 9999) {
    if (month && is_month(*month)) return {a_day, {last_of(*year, *month)}};
    for (const auto& [word, last] :
         {std::pair("一季", 3), std::pair("1季", 3), std::pair("上半年", 6), std::pair("二季", 6),
          std::pair("2季", 6), std::pair("三季", 9), std::pair("3季", 9), std::pair("", 12)}) {
      if (text.find(word) != text.npos) return {a_day, {last_of(*year, last)}};
    }
  }
  if (const auto of_year = base::meant_day_of_year(std::string(text));
      of_year && of_year->day > 0) {
    const auto two_digits = [](unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return {{"补上年份，写成 年份-{0}", "add the year: YEAR-{0}"},
            {two_digits(of_year->month) + "-" + two_digits(of_year->day)}};
  }
  return {};
}

/// The day that `text` begins with and what stands behind it: 前, （周五）, another day.
base::Phrase advice_on_first_date(std::string_view text) {
  constexpr std::size_t shortest = 8;
  constexpr std::size_t longest = 17;
  if (text.size() <= shortest) return {};
  for (std::size_t size = std::min(longest, text.size() - 1); size >= shortest; --size) {
    const auto day = base::meant_date(std::string(text.substr(0, size)));
    const std::string_view rest = text.substr(size);
    if (!day || (rest[0] >= '0' && rest[0] <= '9')) continue;
    if (rest.find_first_of("0123456789") != rest.npos) {
      return {{"这里只写一天：{0} 或后一个日期", "write one day: {0} or the later one"}, {*day}};
    }
    return {{"只写日期：{0}；“{1}”写进 note", "write the date alone: {0}; “{1}” goes into note"},
            {*day, rest}};
  }
  return {};
}

/// 二〇二四年六月三十日 in digits; empty where that is none.
std::string chinese_date(std::string_view text) {
  std::string result;
  for (const auto& [sign, joint] :
       {std::pair("年", "-"), std::pair("月", "-"), std::pair("日", "")}) {
    const std::size_t end = text.find(sign);
    const auto number = end == text.npos ? std::nullopt : chinese_number(text.substr(0, end));
    if (!number) return {};
    result += std::to_string(*number) + joint;
    text.remove_prefix(end + std::string_view(sign).size());
  }
  return result;
}

/// 2023-9-31, 2023-02-30: a month that has no such day.
base::Phrase advice_on_no_day(std::string_view text) {
  const auto parts = base::split(text, '-');
  const bool is_day = parts.size() == 3 && parts[0].size() == 4 &&
                      std::ranges::all_of(parts, [](std::string_view part) {
                        return !part.empty() && part.size() <= 4 && digits_in(part) == part.size();
                      });
  if (!is_day) return {};
  const auto number = [](std::string_view part) {
    int result = 0;
    std::from_chars(part.data(), part.data() + part.size(), result);
    return result;
  };
  const int month = number(parts[1]);
  const int day = number(parts[2]);
  constexpr int longest_month = 31;
  if (month < 1 || month > 12 || day < 1 || day > longest_month) return {};
  const std::chrono::year_month_day_last last =
      std::chrono::year(number(parts[0])) / month / std::chrono::last;
  if (day <= static_cast<int>(static_cast<unsigned>(last.day()))) return {};
  return {{"没有这一天；这个月的最后一天是 {0}", "there is no such day; the month ends on {0}"},
          {base::iso(last)}};
}

/// `31-Dec-23` as a spreadsheet in English shows a day, with the year first; empty where it is
/// none.
std::string with_month_in_digits(std::string_view text) {
  constexpr std::string_view months = "JanFebMarAprMayJunJulAugSepOctNovDec";
  constexpr std::size_t letters = 3;
  const std::size_t first = text.find('-');
  const std::size_t second = first == text.npos ? first : text.find('-', first + 1);
  if (second == text.npos || second != first + 1 + letters) return {};
  const std::size_t month = months.find(text.substr(first + 1, letters));
  if (month == months.npos || month % letters != 0) return {};
  const std::string year(text.substr(second + 1));
  return (year.size() == 2 ? "20" + year : year) + "-" + std::to_string(month / letters + 1) + "-" +
         std::string(text.substr(0, first));
}

}  // namespace

base::Phrase advice_on_date(const std::string& text) {
  if (const base::Phrase advice = advice_on_no_day(text); !advice.empty()) return advice;
  // What a spreadsheet counts from: 2000-01-01 is its day 36526.
  constexpr int first = 36526;
  constexpr int last = 73050;
  const std::string plain = base::plain_form(text);
  // A day with its time of day or a full stop behind it, or without its dashes.
  const std::string head =
      plain.substr(0, std::min({plain.find(' '), plain.find('T'), plain.find("。")}));
  const bool digits = plain.size() == 8 && digits_in(plain) == plain.size();
  const std::string dashed =
      digits ? plain.substr(0, 4) + "-" + plain.substr(4, 2) + "-" + plain.substr(6) : head;
  if (plain.find("年") != plain.npos) {
    if (const auto day = base::meant_date(plain)) return {{"写成 {0}", "write {0}"}, {*day}};
  }
  if (const auto day = base::meant_date(dashed); day && dashed != plain) {
    return {{"只写日期：{0}", "write the date alone: {0}"}, {*day}};
  }
  if (const std::vector<std::string> days = days_of(plain); days.size() == 1) {
    return {{"年写四位，写在最前：{0}", "the year comes first, in four digits: {0}"},
            {days.front()}};
  } else if (days.size() == 2) {
    return {{"年写在最前：是 {0} 还是 {1}，以实际为准",
             "the year comes first: {0} or {1}, whichever was meant"},
            {days[0], days[1]}};
  }
  const std::string typed = without_letters(plain);
  if (const auto day = typed == plain ? std::nullopt : base::meant_date(typed)) {
    return {{"字母 O、l、I 不是数字：写 {0}", "the letters O, l and I are no digits: write {0}"},
            {*day}};
  }
  std::string apart = plain;
  for (const std::string_view sign : {"、", "，", "。", " ", ","}) {
    for (std::size_t at = 0; (at = apart.find(sign, at)) != apart.npos;) {
      apart.replace(at, sign.size(), "-");
    }
  }
  if (const std::size_t day = apart.rfind("号"); day != apart.npos && apart.ends_with("号")) {
    apart.replace(day, apart.size() - day, "日");
  }
  for (const std::string& other : {apart, chinese_date(plain), with_month_in_digits(plain)}) {
    if (const auto day = base::meant_date(other)) return {{"写成 {0}", "write {0}"}, {*day}};
  }
  // With the time of day behind the point.
  const std::size_t point = plain.find('.');
  const bool has_time =
      point != plain.npos && digits_in(plain.substr(point + 1)) == plain.size() - point - 1;
  const std::string_view days = std::string_view(plain).substr(0, has_time ? point : plain.npos);
  int number = 0;
  const auto [end, error] =
      std::from_chars(days.data(), days.data() + std::min<std::size_t>(days.size(), 6), number);
  if (error != std::errc() || end != days.data() + days.size() || number < first || number > last) {
    const base::Phrase advice = advice_on_first_date(plain);
    return advice.empty() ? advice_on_part_of_date(plain) : advice;
  }
  const base::Date day =
      std::chrono::sys_days(std::chrono::year(2000) / 1 / 1) + std::chrono::days(number - first);
  return {{"这是表格软件里日期的序号，写成 {0}",
           "this is the number that a spreadsheet makes of a date: write {0}"},
          {base::iso(day)}};
}

namespace {

/// The size of the sign of a list that `text` begins with, `-`, `·`, `1.`, `2、`; 0 where it has
/// none.
std::size_t bullet_of(std::string_view text) {
  for (const std::string_view sign : {"-", "·", "•", "●", "*", "－"}) {
    if (text.starts_with(sign)) return sign.size();
  }
  const std::size_t digits = digits_in(text);
  if (digits == 0 || digits > 2) return 0;
  for (const std::string_view sign : {".", "、", ")", "）", "．"}) {
    if (text.substr(digits).starts_with(sign)) return digits + sign.size();
  }
  return 0;
}

/// `-甲局 -乙局`, `1. 甲局 2. 乙局`, lines that became one: what stands behind the signs; the text
/// itself where it begins with none.
std::vector<std::string> behind_bullets(const std::string& text) {
  if (bullet_of(text) == 0) return {text};
  std::vector<std::string> parts;
  for (const std::string_view word : base::split(text, ' ')) {
    const std::size_t bullet = bullet_of(word);
    if (bullet > 0) parts.emplace_back();
    const std::string_view rest = word.substr(bullet);
    if (!parts.back().empty() && !rest.empty()) parts.back() += ' ';
    parts.back() += rest;
  }
  std::erase_if(parts, [](const std::string& part) { return part.empty(); });
  return parts;
}

}  // namespace

base::Phrase advice_on_list(const std::string& text) {
  if (text.size() > longest_advised) return {};
  std::vector<std::string> parts;
  std::string_view rest = text;
  bool in_brackets = false;
  for (const auto& [open, close] :
       {std::pair("［", "］"), std::pair("【", "】"), std::pair("（", "）"), std::pair("(", ")")}) {
    if (!rest.starts_with(open) || !rest.ends_with(close)) continue;
    in_brackets = true;
    rest.remove_prefix(std::string_view(open).size());
    rest.remove_suffix(std::string_view(close).size());
  }
  // One of the brackets may have been lost.
  for (const std::string_view close : {"]", "］", "】"}) {
    if (rest.ends_with(close)) rest.remove_suffix(close.size());
  }
  for (const std::string_view open : {"[", "［", "【"}) {
    if (rest.starts_with(open)) rest.remove_prefix(open.size());
  }
  while (!rest.empty()) {
    std::size_t end = rest.size();
    std::size_t next = rest.size();
    for (std::string_view sign : {"、", "，", "；", ",", ";"}) {
      const std::size_t at = rest.find(sign);
      if (at >= end) continue;
      end = at;
      next = at + sign.size();
    }
    const std::string_view part = base::trimmed(rest.substr(0, end));
    if (!part.empty()) parts.emplace_back(part);
    rest.remove_prefix(next);
  }
  if (parts.size() == 1 && !in_brackets) parts = behind_bullets(parts.front());
  if (parts.empty()) return {};
  if (parts.size() == 1 && !in_brackets) {
    return {{"只有一项也写成列表：[{0}]", "one item is a list as well: [{0}]"}, {parts.front()}};
  }
  return {{"这是写成一句话的列表，写成 [{0}]", "this is a list in one text: write [{0}]"},
          {base::joined(parts, ", ")}};
}

base::Phrase advice_on_period(const std::string& text, bool is_plan) {
  const std::string plain = base::plain_form(text);
  constexpr std::size_t size = std::string_view("2023-01-01").size();
  const std::string_view year = std::string_view(plain).substr(0, 4);
  const bool is_year = year.size() == 4 && digits_in(year) == 4 &&
                       (plain.size() == 4 || plain == std::string(year) + "年" ||
                        plain == std::string(year) + "年度");
  if (is_year) {
    return {{"写成 {{0}: {1}-01-01, {2}: {1}-12-31}", "write {{0}: {1}-01-01, {2}: {1}-12-31}"},
            {is_plan ? "start" : "from", year, is_plan ? "end" : "to"}};
  }
  if (plain.size() < 2 * size || plain.size() > longest_advised) return {};
  const auto first = base::meant_date(plain.substr(0, size));
  const auto last = base::meant_date(plain.substr(plain.size() - size));
  if (!first || !last) return {};
  return {{"写成 {{0}: {1}, {2}: {3}}", "write {{0}: {1}, {2}: {3}}"},
          {is_plan ? "start" : "from", *first, is_plan ? "end" : "to", *last}};
}

}  // namespace taizhang::load
