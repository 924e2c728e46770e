// SPDX-License-Identifier: MIT
#include "sheets/sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/date.h"
#include "base/fatal.h"
#include "sheets/formats.h"
#include "sheets/package.h"

namespace taizhang::sheets {

const Cell& Sheet::at(std::size_t row, std::size_t column) const {
  static const Cell empty;
  if (row >= rows.size() || column >= rows[row].size()) return empty;
  return rows[row][column];
}

const Cell& Sheet::seen_at(std::size_t row, std::size_t column) const {
  for (const Merge& merge : merges) {
    const bool inside = merge.row <= row && row <= merge.last_row && merge.column <= column &&
                        column <= merge.last_column;
    if (inside) return at(merge.row, merge.column);
  }
  return at(row, column);
}

Cell cell_of_text(std::string text) {
  constexpr std::string_view errors[] = {"#NAME?", "#REF!",  "#VALUE!", "#DIV/0!", "#N/A",
                                         "#NUM!",  "#NULL!", "#SPILL!", "#CALC!"};
  if (text.empty()) return {};
  const bool of_libreoffice =
      text.starts_with("Err:") && text.find_first_not_of("0123456789", 4) == text.npos;
  const bool is_error = of_libreoffice || std::ranges::find(errors, text) != std::end(errors);
  return {is_error ? CellKind::error : CellKind::text, std::move(text)};
}

std::string cell_name(std::size_t row, std::size_t column) {
  std::string letters;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return letters + std::to_string(row + 1);
}

namespace {

/// The number that all of `text` is.
bool number_of(std::string_view text, double& number) {
  if (text.starts_with('+')) text.remove_prefix(1);
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && stop == text.data() + text.size() && std::isfinite(number);
}

}  // namespace

std::string plain_number(std::string_view text) {
  double number = 0;
  if (!number_of(text, number)) return {};
  // The number of a person or a card has more figures than a double.
  const std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
  const bool is_whole = digits.find_first_not_of("0123456789") == digits.npos && digits[0] != '0';
  if (is_whole) return std::string(text);
  constexpr double largest = 1e15, least = 1e-14;
  if (number == 0 || std::abs(number) < least) return "0";
  if (std::abs(number) >= largest) return fmt::format("{:.0f}", number);
  // As many places as 15 figures leave, then without zeros at the end.
  const int before_point =
      std::max(1, static_cast<int>(std::floor(std::log10(std::abs(number)))) + 1);
  std::string plain = fmt::format("{:.{}f}", number, std::max(0, 15 - before_point));
  if (plain.find('.') != plain.npos) {
    plain.erase(plain.find_last_not_of('0') + 1);
    if (plain.back() == '.') plain.pop_back();
  }
  return plain == "-0" ? "0" : plain;
}

std::string day_of_serial(std::string_view serial, bool since_1904) {
  double days = 0;
  if (!number_of(serial, days)) return {};
  using namespace std::chrono;
  // 1900 was no leap year but for Excel: before 1900-03-01 its count is one too high.
  constexpr double excel_leap_day = 60;
  if (!since_1904 && days >= 0 && days < excel_leap_day) days += 1;
  const sys_days first = since_1904 ? sys_days(1904y / 1 / 1) : sys_days(1899y / 12 / 30);
  constexpr double most = 400000;
  if (days < 0 || days > most) return {};
  return base::iso(first + std::chrono::days(static_cast<int>(days)));
}

Workbook read(const std::string& bytes, const std::string& name) {
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
    base::refuse(
        {{"{0} 是旧的 xls 格式，或加了密码", "{0} is of the old xls format, or locked"}, {name}},
        {{"用 WPS 或 Excel 打开，另存为 xlsx，不加密码",
          "open it and save it as xlsx, without a password"}});
  }
  if (!bytes.starts_with("PK")) return read_csv(bytes, name);
  const Package package(
      bytes, name,
      {"用 WPS 或 Excel 打开，另存为 xlsx 再试", "open it, save it as xlsx and try again"});
  return package.has("content.xml") ? read_ods(package) : read_xlsx(package);
}

}  // namespace taizhang::sheets
