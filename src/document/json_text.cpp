// SPDX-License-Identifier: MIT
//
// nlohmann-json prints a number with the Grisu2 method, which now and then gives more digits than
// a number has (2.993228 becomes 2.9932280000000002). A figure must come out to the digit, so the
// numbers are printed here, with fmt, and everything else by the library.
#include "document/json_text.h"

#include <fmt/format.h>

#include <charconv>
#include <nlohmann/json.hpp>

#include "base/decimal.h"

namespace taizhang::document {

namespace {

std::string scalar(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// A line end with the indent of `depth`; nothing where all is on one line.
using Break = std::string (*)(std::size_t depth);

std::string on_next_line(std::size_t depth) { return "\n" + std::string(2 * depth, ' '); }

void write(const Json& json, std::size_t depth, Break line_break, std::string& text) {
  if (json.is_number()) {
    text += json_number_text(json);
  } else if (!json.is_structured() || json.empty()) {
    text += scalar(json);
  } else {
    const char* brackets = json.is_object() ? "{}" : "[]";
    text += brackets[0];
    const std::size_t start = text.size();
    for (const auto& [key, part] : json.items()) {
      if (text.size() > start) text += ',';
      text += line_break(depth + 1);
      if (json.is_object()) text += scalar(key) + ": ";
      write(part, depth + 1, line_break, text);
    }
    text += line_break(depth) + brackets[1];
  }
}

/// Decimal text as a JSON number. A decimal has at most 15 digits, so that the double in between
/// prints it back to the digit; what is longer comes as near as a double can.
Json number_of(const std::string& digits) {
  const auto decimal = base::Decimal::parse(digits).decimal;
  if (decimal && decimal->is_whole()) return std::stoll(decimal->text());
  double value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// A value of each kind as JSON.
struct AsJson {
  base::Language language;

  Json operator()(const Absent&) const { return nullptr; }
  Json operator()(bool flag) const { return flag; }
  Json operator()(long long whole) const { return whole; }
  Json operator()(const Number& number) const { return number_of(number.digits()); }
  Json operator()(base::Date date) const { return base::iso(date); }
  Json operator()(const Word& word) const { return std::string(word.name); }
  Json operator()(const std::string& text) const { return text; }
  Json operator()(const List& list) const {
    Json items = Json::array();
    for (const Value& item : list.items) items.push_back(json_of(item, language));
    return items;
  }
  template <class Text>
  Json operator()(const Text& sentence) const {
    return text(document::Value(sentence), language);
  }
  Json operator()(const Record& record) const {
    Json rows = Json::object();
    for (const auto& [name, value] : record.rows) rows[name] = json_of(value, language);
    return rows;
  }
};

}  // namespace

std::string json_number_text(const Json& number) {
  return number.is_number_float() ? fmt::format("{}", number.get<double>()) : number.dump();
}

std::string json_text(const Json& json) {
  std::string text;
  write(json, 0, on_next_line, text);
  return text + "\n";
}

std::string json_line(const Json& json) {
  std::string text;
  write(
      json, 0, [](std::size_t) { return std::string(); }, text);
  return text + "\n";
}

std::string json_text(const Value& value, base::Language language) {
  return json_text(json_of(value, language));
}

Json json_of(const Value& value, base::Language language) {
  return std::visit(AsJson{language}, bare(value).data());
}

}  // namespace taizhang::document
