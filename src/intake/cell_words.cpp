// SPDX-License-Identifier: MIT
//
// Offices write days in a few ways, and much that only looks like one. A day is taken where the
// words have one of these, or two with a 至 between them; all else is for a person to read:
//
//   9月底前  2023年12月  明年一季度  2024年1月至9月  9月上旬  2024.12  年底前     a day
//   常态化  长期坚持                                                           none, standing
//   10月1日起  6月底前一期，12月底前二期  三年  9月前  每月                       not sure
#include "intake/cell_words.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <vector>

#include "base/text.h"
#include "intake/number_words.h"
#include "intake/table_heads.h"

namespace taizhang::intake {

namespace {

using namespace std::chrono;

constexpr int months_of_year = 12;

/// A day that a text says, and where in it.
struct DayFound {
  sys_days day;
  std::size_t begin, end;
};

/// `text` with 十二月 as 12月 and 二〇二四年 as 2024年.
std::string with_digits(std::string text) {
  static const RE2 counted("([一二三四五六七八九十]{1,3})([月日号])");
  static const RE2 year("([〇○零一二三四五六七八九]{4})年");
  const auto figure = [](Text one) {
    constexpr std::array<Text, 10> figures{"〇", "一", "二", "三", "四",
                                           "五", "六", "七", "八", "九"};
    const auto found = std::ranges::find(figures, one);
    return found == figures.end() ? 0 : static_cast<int>(found - figures.begin());
  };
  std::string run, unit;
  while (RE2::PartialMatch(text, counted, &run, &unit)) {
    constexpr Text ten = "十";
    const std::size_t mark = run.find(ten);
    int number = 0;
    if (mark == run.npos) {
      number = figure(run);
    } else {
      const Text tens = Text(run).substr(0, mark);
      number = (tens.empty() ? 1 : figure(tens)) * 10 + figure(Text(run).substr(mark + ten.size()));
    }
    text.replace(text.find(run + unit), run.size(), std::to_string(number));
  }
  while (RE2::PartialMatch(text, year, &run)) {
    std::string digits;
    for (std::size_t at = 0; at < run.size(); at += 3) {
      digits += std::to_string(figure(Text(run).substr(at, 3)));
    }
    text.replace(text.find(run + "年"), run.size(), digits);
  }
  return text;
}

class DayReader {
 public:
  DayReader(const std::string& text, year_month_day end)
      : text_(text), year_(static_cast<int>(end.year())), plan_year_(year_) {}

  /// All the days of the text in order; nothing where one of them is unsure.
  std::optional<std::vector<DayFound>> read() {
    static const RE2 said(
        "(?:(\\d{4}|\\d{2})年|(明年|次年|来年|下一?年|今年|本年|当年))?"
        "(?:(\\d{1,2})月份?(?:(\\d{1,2})[日号]|(上旬|中旬|下旬|初|中))?"
        "|第?([1-4一二三四])季度?|(?:第?)Q([1-4])|(上半年|下半年))"
        "|\\b(\\d{4})[-./](\\d{1,2})(?:[-./](\\d{1,2}))?\\b"
        "|(?:(\\d{4})年|(明年|次年|来年|下一?年|今年|本年|当年))(?:年?[底末内终])?"
        "|(年底|年末|年内|年终|全年)");
    static const int groups = said.NumberOfCapturingGroups() + 1;
    std::vector<DayFound> days;
    std::vector<re2::StringPiece> part(static_cast<std::size_t>(groups));
    const re2::StringPiece all(text_);
    for (std::size_t at = 0; at <= text_.size();) {
      if (!said.Match(all, at, text_.size(), RE2::UNANCHORED, part.data(), groups)) break;
      const std::size_t begin = static_cast<std::size_t>(part[0].data() - text_.data());
      const std::size_t end = begin + part[0].size();
      const auto day = day_of(part, Text(text_).substr(end));
      if (!day) return std::nullopt;
      days.push_back({*day, begin, end});
      at = end;
    }
    return days;
  }

 private:
  static int number(const re2::StringPiece& piece) { return std::stoi(std::string(piece)); }

  /// Take the year that is said; one that is not said is that of the day before it.
  void take_year(const re2::StringPiece& written, const re2::StringPiece& word) {
    constexpr int century = 2000, least = 100;
    if (!written.empty()) {
      year_ = number(written) < least ? century + number(written) : number(written);
    } else if (word.starts_with("今") || word.starts_with("本") || word.starts_with("当")) {
      year_ = plan_year_;
    } else if (!word.empty()) {
      year_ = plan_year_ + 1;
    }
  }

  std::optional<sys_days> day_of(const std::vector<re2::StringPiece>& part, Text behind) {
    const auto ends = [&](int month) -> std::optional<sys_days> {
      if (month < 1 || month > months_of_year) return std::nullopt;
      return sys_days(year{year_} / month / last);
    };
    const auto on = [&](int month, int of_month) -> std::optional<sys_days> {
      const year_month_day one(year{year_}, std::chrono::month(static_cast<unsigned>(month)),
                               day(static_cast<unsigned>(of_month)));
      return one.ok() ? std::optional(sys_days(one)) : std::nullopt;
    };
    constexpr int months_of_quarter = 3;
    if (!part[9].empty()) {
      year_ = number(part[9]);
      return part[11].empty() ? ends(number(part[10])) : on(number(part[10]), number(part[11]));
    }
    take_year(part[1].empty() ? part[12] : part[1], part[2].empty() ? part[13] : part[2]);
    if (!part[3].empty()) {
      const int month = number(part[3]);
      if (!part[4].empty()) return on(month, number(part[4]));
      if (part[5] == "上旬") return on(month, 10);
      if (part[5] == "中旬") return on(month, 20);
      // 9月前 may mean August.
      if (part[5] == "初" || part[5] == "中" || behind.starts_with("前")) return std::nullopt;
      return ends(month);
    }
    if (!part[6].empty()) {
      constexpr Text quarters = "一二三四";
      const std::size_t at = quarters.find(Text(part[6].data(), part[6].size()));
      const int quarter = at == quarters.npos ? number(part[6]) : static_cast<int>(at / 3) + 1;
      return ends(quarter * months_of_quarter);
    }
    if (!part[7].empty()) return ends(number(part[7]) * months_of_quarter);
    if (part[8] == "上半年") return ends(months_of_year / 2);
    // 2024年初 and 2024年前 are no ends of the year.
    const bool has_end = part[0].ends_with("年");
    if (has_end && (behind.starts_with("初") || behind.starts_with("中") ||
                    behind.starts_with("前") || behind.starts_with("以"))) {
      return std::nullopt;
    }
    return ends(months_of_year);
  }

  const std::string& text_;
  int year_, plan_year_;
};

}  // namespace

std::optional<model::DueDay> due_in(const std::string& given, base::DateSpan period) {
  static const RE2 hour("[ T]\\d{1,2}:\\d{2}(?::\\d{2})?\\s*$");
  static const RE2 together("^(\\d{4})(\\d{2})(\\d{2})$");
  static const RE2 range("^(?:底|末)?(?:至|到|~|～|—|–|－|-)+$");
  std::string text = given;
  RE2::Replace(&text, hour, "");
  text = with_digits(head_text(text));
  RE2::Replace(&text, together, "\\1-\\2-\\3");
  const auto says = [&](Text word) { return text.find(word) != text.npos; };
  const auto days = DayReader(text, year_month_day(period.to)).read();
  if (!days || says("起") || says("开始") || says("以后")) return std::nullopt;
  if (days->empty()) {
    const bool stands =
        says("常态") || says("长期") || says("持续") || says("常年") || says("长效");
    return stands ? std::optional(model::DueDay{}) : std::nullopt;
  }
  if (says("常态") || says("长期") || says("常年")) return std::nullopt;
  for (std::size_t i = 1; i < days->size(); ++i) {
    const DayFound &before = (*days)[i - 1], &one = (*days)[i];
    const std::string between = text.substr(before.end, one.begin - before.end);
    if (!RE2::FullMatch(between, range) || one.day < before.day) return std::nullopt;
  }
  return model::DueDay{days->back().day};
}

}  // namespace taizhang::intake
