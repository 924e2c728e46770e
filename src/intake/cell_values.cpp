// SPDX-License-Identifier: MIT
#include "intake/cell_values.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/look_alike.h"
#include "base/text.h"

namespace taizhang::intake {

using base::Decimal;
using sheets::Cell;
using sheets::CellKind;

namespace {

/// `1,600` without its commas, where they part thousands; else as it is.
std::string without_thousands_marks(const std::string& text) {
  const std::size_t first = text.find(',');
  if (first == text.npos) return text;
  const std::size_t sign = text.starts_with('-') ? 1 : 0;
  const std::size_t end = std::min(text.find('.'), text.size());
  const bool head = first > sign && first - sign <= 3;
  bool groups = (end - first) % 4 == 0;
  std::string digits;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_mark = i >= first && i < end && (i - first) % 4 == 0;
    groups = groups && (text[i] == ',') == is_mark;
    if (text[i] != ',') digits += text[i];
  }
  return head && groups ? digits : text;
}

/// `text` without `unit` at its end.
std::string without_unit(std::string text, const std::string& unit) {
  const std::string plain_unit = base::plain_form(unit);
  if (!plain_unit.empty() && text.size() > plain_unit.size() && text.ends_with(plain_unit)) {
    text.resize(text.size() - plain_unit.size());
  }
  return std::string(base::trimmed(text));
}

template <class T>
Taken<T> taken_for(const Cell& cell, T value, const std::string& as) {
  Taken<T> taken{value};
  if (cell.text != as) taken.note = {{"“{0}”按 {1} 计", "“{0}” is taken for {1}"}, {cell.text, as}};
  return taken;
}

}  // namespace

Taken<Decimal> number_in(const Cell& cell, const std::string& unit) {
  const auto fault = [&](base::Bilingual why) {
    return Taken<Decimal>{{}, {}, {{"“{0}”{1}", "“{0}” {1}"}, {cell.text, why}}};
  };
  std::string text = base::plain_form(cell.text);
  switch (cell.kind) {
    case CellKind::empty:
      return {};
    case CellKind::date:
      return fault({"是日期，不是数", "is a date and no number"});
    case CellKind::yes_no:
    case CellKind::error:
      return fault({"不是数", "is no number"});
    case CellKind::formula:
      return fault({"是没有算出值的公式；用 WPS 或 Excel 打开，另存一次",
                    "is a formula without its value; open it in Excel and save it again"});
    case CellKind::number:
      if (cell.percent && unit != "%") {
        return fault(
            {"按百分数显示，计量单位却不是 %", "is shown as per cent, which is not its unit"});
      }
      break;
    case CellKind::text:
      if (text.empty()) return {};
      text = without_thousands_marks(without_unit(text, unit));
      if (text.starts_with('+')) text.erase(0, 1);
      break;
  }
  const auto parsed = Decimal::parse(text);
  if (!parsed.decimal) {
    return fault(parsed.fault == base::DecimalFault::not_a_number
                     ? base::Bilingual{"不是数；没有数的留空",
                                       "is no number; leave it empty if there is none"}
                     : base::Bilingual{"位数太多", "has too many digits"});
  }
  Decimal value = *parsed.decimal;
  constexpr std::int64_t hundred = 100;
  constexpr std::int64_t most = 1'000'000'000'000;
  if (cell.percent && std::abs(value.micros()) < most) {
    value = Decimal::of_micros(value.micros() * hundred);
  }
  return taken_for(cell, value, value.text());
}

Taken<base::Date> date_in(const Cell& cell) {
  if (cell.kind == CellKind::empty) return {};
  std::string text = base::plain_form(cell.text);
  const auto iso = [](const std::string& given) { return base::parse_date(given).date; };
  if (const auto date = iso(text)) return taken_for(cell, *date, base::iso(*date));
  const std::string day = sheets::day_of_serial(text, false);
  constexpr std::size_t digits_of_serial = 5;
  if (text.size() == digits_of_serial && !day.empty()) return taken_for(cell, *iso(day), day);
  // Year, month and day, whatever stands between them.
  for (const char* mark : {"年", "月", "日", "/", "."}) {
    for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark)) {
      text.replace(at, std::string_view(mark).size(), "-");
    }
  }
  if (text.ends_with('-')) text.pop_back();
  const auto parts = base::split(text, '-');
  const bool three = parts.size() == 3 && std::all_of(parts.begin(), parts.end(), [](auto part) {
                       return !part.empty() && part.size() <= 4 &&
                              part.find_first_not_of("0123456789") == part.npos;
                     });
  if (three) {
    const auto number = [&](std::size_t i) { return std::stoi(std::string(parts[i])); };
    const auto date = iso(fmt::format("{:04}-{:02}-{:02}", number(0), number(1), number(2)));
    if (date) return taken_for(cell, *date, base::iso(*date));
  }
  return {{}, {}, {{"“{0}”不是日期", "“{0}” is no date"}, {cell.text}}};
}

std::string text_in(const Cell& cell) {
  std::string text;
  if (cell.kind == CellKind::formula) return text;
  for (const char c : base::trimmed(cell.text)) {
    if (c != '\r') text += c;
  }
  return text;
}

}  // namespace taizhang::intake
