// SPDX-License-Identifier: MIT
#include "query/sql/cell.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>

#include "document/json_text.h"

namespace taizhang::query::sql {

using document::Json;
using document::Number;
using document::Value;

namespace {

void give_text(sqlite3_context* to, const std::string& text) {
  sqlite3_result_text64(to, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

std::string on_one_line(const Json& json) {
  std::string text = document::json_line(json);
  text.pop_back();
  return text;
}

/// Whether a value is of the type that its column has in SQL.
bool fits(const Value& value, std::string_view type) {
  const bool number = value.as<Number>() || value.as<long long>();
  if (type == "INTEGER" || type == "DOUBLE PRECISION") return number;
  if (type == "DATE") return value.as<base::Date>();
  if (type == "BOOLEAN") return value.as<bool>();
  return true;
}

/// The number with the fifteen digits that hold of a double, however large or small; only what is
/// no number, infinity, is a text.
Value number(double value) {
  if (!std::isfinite(value)) return fmt::format("{}", value);
  if (value == 0) return Number{};
  // d.dddddddddddddde±xx
  const std::string printed = fmt::format("{:.14e}", value);
  const std::size_t end = printed.find('e');
  std::string digits = printed.substr(0, end);
  std::erase(digits, '.');
  int power = std::stoi(printed.substr(end + 1)) - 14;
  std::int64_t whole = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), whole);
  for (; whole % 10 == 0; ++power) whole /= 10;
  base::Ratio ratio(whole);
  for (int i = 0; i < power; ++i) ratio = ratio * base::Ratio(10);
  for (int i = 0; i > power; --i) ratio = ratio / base::Ratio(10);
  return Number{std::move(ratio), document::Form::amount, {}, std::max(-power, 0)};
}

std::string text_of(sqlite3_stmt* from, int column) {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(from, column));
  return bytes ? std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(from, column)))
               : std::string();
}

std::string hex(const std::string& bytes) {
  std::string text;
  for (const char byte : bytes) text += fmt::format("{:02X}", static_cast<unsigned char>(byte));
  return "X'" + text + "'";
}

}  // namespace

void give(sqlite3_context* to, const Value& value, const Column& column, base::Language language) {
  const std::string_view type = type_of(column);
  if (value.is_absent() || !fits(value, type)) return sqlite3_result_null(to);
  if (const auto* flag = value.as<bool>()) {
    if (type != "TEXT") return sqlite3_result_int(to, *flag ? 1 : 0);
  }
  if (const auto* whole = value.as<long long>(); whole && type != "TEXT") {
    if (type == "DOUBLE PRECISION") return sqlite3_result_double(to, static_cast<double>(*whole));
    return sqlite3_result_int64(to, *whole);
  }
  const Json json = document::json_of(value, language);
  if (value.as<Number>() && type != "TEXT") return sqlite3_result_double(to, json.get<double>());
  // In a column of JSON a text is one of JSON, too.
  const bool plain = json.is_string() && type != "JSON";
  give_text(to, plain ? json.get<std::string>() : on_one_line(json));
}

Value taken(sqlite3_stmt* from, int column, bool typed, std::string_view null_sign) {
  const char* declared = sqlite3_column_decltype(from, column);
  const std::string_view type = declared ? declared : "";
  switch (sqlite3_column_type(from, column)) {
    case SQLITE_NULL:
      return document::Absent{{null_sign, null_sign}};
    case SQLITE_INTEGER:
      if (typed && type.starts_with("BOOLEAN")) return sqlite3_column_int(from, column) != 0;
      return static_cast<long long>(sqlite3_column_int64(from, column));
    case SQLITE_FLOAT:
      return number(sqlite3_column_double(from, column));
    case SQLITE_BLOB:
      return hex(text_of(from, column));
    default:
      break;
  }
  std::string text = text_of(from, column);
  if (type.starts_with("DATE")) {
    if (const auto date = base::parse_date(text).date) return *date;
  }
  return text;
}

}  // namespace taizhang::query::sql
