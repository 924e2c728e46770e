// SPDX-License-Identifier: MIT
#include "intake/cell_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>

#include "intake/table_heads.h"

namespace taizhang::intake {

namespace {

/// The number that stands before `word` in `text`; nothing where none does.
std::optional<int> number_before(const std::string& text, std::string_view word) {
  const std::size_t end = text.find(word);
  if (end == text.npos) return std::nullopt;
  std::size_t begin = end;
  while (begin > 0 && text[begin - 1] >= '0' && text[begin - 1] <= '9') --begin;
  constexpr std::size_t most_digits = 4;
  if (begin == end || end - begin > most_digits) return std::nullopt;
  return std::stoi(text.substr(begin, end - begin));
}

}  // namespace

std::optional<model::DueDay> due_in(const std::string& given, base::DateSpan period) {
  using namespace std::chrono;
  const std::string text = head_text(given);
  const auto says = [&](std::string_view word) { return text.find(word) != text.npos; };
  if (says("常态") || says("长期") || says("持续")) return model::DueDay{};
  const std::chrono::year_month_day end(period.to);
  const int year = number_before(text, "年").value_or(static_cast<int>(end.year()));
  constexpr int months = 12;
  const auto last_of = [&](int month) -> std::optional<model::DueDay> {
    if (month < 1 || month > months) return std::nullopt;
    return model::DueDay{sys_days(std::chrono::year{year} / month / last)};
  };
  if (const auto month = number_before(text, "月")) {
    const auto day = number_before(text, "日");
    if (!day) return last_of(*month);
    const auto date = base::parse_date(fmt::format("{:04}-{:02}-{:02}", year, *month, *day)).date;
    return date ? std::optional(model::DueDay{*date}) : std::nullopt;
  }
  // 2024.12 is a month.
  constexpr std::size_t digits_of_year = 4;
  const std::size_t mark = text.find_first_of("./-");
  if (mark == digits_of_year && text.find_first_not_of("0123456789", mark + 1) == text.npos &&
      text.find_first_not_of("0123456789") == mark && text.size() > mark + 1 &&
      text.size() <= mark + 3) {
    const auto day = model::DueDay{
        sys_days(std::chrono::year{std::stoi(text)} / std::stoi(text.substr(mark + 1)) / last)};
    return day.date && std::stoi(text.substr(mark + 1)) <= months ? std::optional(day)
                                                                  : std::nullopt;
  }
  constexpr int months_of_quarter = 3;
  const std::array<std::array<std::string_view, 3>, 4> quarters{{{"一季度", "1季度", "Q1"},
                                                                 {"二季度", "2季度", "Q2"},
                                                                 {"三季度", "3季度", "Q3"},
                                                                 {"四季度", "4季度", "Q4"}}};
  for (std::size_t i = 0; i < quarters.size(); ++i) {
    if (std::any_of(quarters[i].begin(), quarters[i].end(), says)) {
      return last_of((static_cast<int>(i) + 1) * months_of_quarter);
    }
  }
  if (says("下半年")) return last_of(months);
  if (says("半年")) return last_of(6);
  if (says("年底") || says("全年") || says("年内") || says("年末") || says("年"))
    return last_of(months);
  return std::nullopt;
}

}  // namespace taizhang::intake
