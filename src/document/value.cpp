// SPDX-License-Identifier: MIT
#include "document/value.h"

#include "base/phrase.h"
#include "base/text.h"

namespace taizhang::document {

Value::Value() = default;
Value::Value(const Value& other) = default;
Value::Value(Value&& other) noexcept = default;
Value& Value::operator=(const Value& other) = default;
Value& Value::operator=(Value&& other) noexcept = default;
Value::~Value() = default;

Value::Value(Absent absent) : data_(absent) {}
Value::Value(bool flag) : data_(flag) {}
Value::Value(int whole) : data_(static_cast<long long>(whole)) {}
Value::Value(long long whole) : data_(whole) {}
Value::Value(Number number) : data_(std::move(number)) {}
Value::Value(base::Date date) : data_(date) {}
Value::Value(Word word) : data_(word) {}
Value::Value(std::string text) : data_(std::move(text)) {}
Value::Value(std::string_view text) : data_(std::string(text)) {}
Value::Value(const char* text) : data_(std::string(text)) {}
Value::Value(List list) : data_(std::move(list)) {}
Value::Value(Sentence sentence) : data_(std::move(sentence)) {}
Value::Value(Phrase phrase) : data_(std::move(phrase)) {}
Value::Value(Record record) : data_(std::move(record)) {}

using base::Bilingual;
using base::Language;

namespace {

constexpr Bilingual yes{"是", "yes"};
constexpr Bilingual no{"否", "no"};
constexpr Bilingual unchanged{"持平", "unchanged"};
constexpr Bilingual percentage_points{" 个百分点", " points"};
constexpr Bilingual percentage_point{" 个百分点", " point"};
/// The unit of measure of two rates that are apart.
constexpr std::string_view points_unit = "个百分点";

/// Without zeros that say nothing: `27.34`, `126`.
std::string trimmed(std::string digits) {
  if (digits.find('.') == std::string::npos) return digits;
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.back() == '.') digits.pop_back();
  return digits == "-0" ? "0" : digits;
}

std::string number_text(const Number& number, Language language) {
  if (number.is_change && number.value == 0) return std::string(unchanged.in(language));
  std::string text = number.digits();
  if (number.form == Form::amount || number.form == Form::points) text = trimmed(std::move(text));
  if (number.form == Form::percent || number.form == Form::share) text += "%";
  const bool is_points = number.form == Form::points || number.unit == points_unit;
  const bool is_one = text == "1" || text == "-1";
  if (is_points) text += (is_one ? percentage_point : percentage_points).in(language);
  if (number.form == Form::amount && !is_points && !number.unit.empty()) {
    text += (number.unit == "%" ? "" : " ") + number.unit;
  }
  return (number.is_change && number.value > 0 ? "+" : "") + text;
}

/// A value of each kind as text.
struct Printed {
  Language language;

  std::string operator()(const Absent& absent) const {
    return std::string(absent.shown.in(language));
  }
  std::string operator()(bool flag) const { return std::string((flag ? yes : no).in(language)); }
  std::string operator()(long long whole) const { return std::to_string(whole); }
  std::string operator()(const Number& number) const { return number_text(number, language); }
  std::string operator()(base::Date date) const { return base::iso(date); }
  std::string operator()(const Word& word) const {
    return std::string(word.label.in(language)) + (word.marked ? "*" : "");
  }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(const List& list) const {
    if (list.items.empty()) return std::string(absent_sign);
    std::vector<std::string> items;
    for (const Value& item : list.items) items.push_back(text(item, language));
    return base::joined(items, list_comma.in(language));
  }
  std::string operator()(const Sentence& sentence) const {
    std::string all;
    for (const Value& piece : sentence.pieces) all += text(piece, language);
    return all;
  }
  std::string operator()(const Phrase& phrase) const {
    std::vector<std::string> arguments;
    for (const Value& argument : phrase.arguments) arguments.push_back(text(argument, language));
    return base::fill(phrase.text.in(language), arguments);
  }
  std::string operator()(const Record& record) const {
    std::vector<std::string> rows;
    for (const auto& [name, value] : record.rows) {
      if (value.is_absent()) continue;
      rows.push_back((record.names_are_words ? name + " " : "") + text(value, language));
    }
    return rows.empty() ? std::string(absent_sign) : base::joined(rows, list_comma.in(language));
  }
};

}  // namespace

std::string Number::digits() const {
  switch (form) {
    case Form::percent:
      return base::percent(value, 2);
    case Form::share:
      return base::percent(value, 1);
    case Form::points:
    case Form::score:
      return base::rounded(value, 2);
    case Form::ratio:
      return base::rounded(value, 4);
    case Form::amount:
      break;
  }
  return base::rounded(value, places);
}

const Value* Record::find(std::string_view name) const {
  for (const auto& [key, value] : rows) {
    if (key == name) return &value;
  }
  return nullptr;
}

Value Value::from(Origin origin) && {
  origin_ = std::make_shared<const Origin>(std::move(origin));
  return std::move(*this);
}

Value Value::from(std::shared_ptr<const Origin> origin) && {
  origin_ = std::move(origin);
  return std::move(*this);
}

Tone Value::tone() const {
  if (const Word* word = as<Word>()) return word->tone;
  return tone_;
}

Value Value::toned(Tone tone) && {
  tone_ = tone;
  return std::move(*this);
}

const Value& bare(const Value& value) {
  const Phrase* phrase = value.as<Phrase>();
  return phrase && phrase->is_remark ? bare(phrase->arguments.front()) : value;
}

Value out_of(Value part, Value whole) { return Sentence{{std::move(part), "/", std::move(whole)}}; }

std::string text(const Value& value, Language language) {
  return std::visit(Printed{language}, value.data());
}

}  // namespace taizhang::document
