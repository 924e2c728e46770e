// SPDX-License-Identifier: MIT
#include "render/value_json.h"

#include <charconv>
#include <nlohmann/json.hpp>

#include "base/decimal.h"

namespace taizhang::render {

using document::Form;

namespace {

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

  Json operator()(const document::Absent&) const { return nullptr; }
  Json operator()(bool flag) const { return flag; }
  Json operator()(long long whole) const { return whole; }
  Json operator()(const document::Number& number) const {
    switch (number.form) {
      case Form::percent:
        return number_of(base::percent(number.value, 2));
      case Form::share:
        return number_of(base::percent(number.value, 1));
      case Form::points:
      case Form::score:
        return number_of(base::rounded(number.value, 2));
      case Form::ratio:
        return number_of(base::rounded(number.value, 4));
      case Form::amount:
        break;
    }
    return number_of(base::rounded(number.value, number.places));
  }
  Json operator()(base::Date date) const { return base::iso(date); }
  Json operator()(const document::Word& word) const { return std::string(word.name); }
  Json operator()(const std::string& text) const { return text; }
  Json operator()(const document::List& list) const {
    Json items = Json::array();
    for (const document::Value& item : list.items) items.push_back(json_of(item, language));
    return items;
  }
  Json operator()(const document::Sentence& sentence) const {
    return document::text(document::Value(sentence), language);
  }
  Json operator()(const document::Phrase& phrase) const {
    return document::text(document::Value(phrase), language);
  }
  Json operator()(const document::Record& record) const {
    Json rows = Json::object();
    for (const auto& [name, value] : record.rows) rows[name] = json_of(value, language);
    return rows;
  }
};

}  // namespace

Json json_of(const document::Value& value, base::Language language) {
  return std::visit(AsJson{language}, value.data());
}

}  // namespace taizhang::render
