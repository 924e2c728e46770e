// SPDX-License-Identifier: MIT
#include "facts/values.h"

namespace taizhang::facts {

Tone tone_of(model::Light light) {
  switch (light) {
    case model::Light::blue:
      return Tone::blue;
    case model::Light::green:
      return Tone::green;
    case model::Light::yellow:
      return Tone::yellow;
    case model::Light::red:
      return Tone::red;
    case model::Light::grey:
      break;
  }
  return Tone::grey;
}

Tone tone_of(model::Class standing) {
  using model::Class;
  switch (standing) {
    case Class::done:
      return Tone::blue;
    case Class::ahead:
    case Class::on_schedule:
      return Tone::green;
    case Class::behind:
      return Tone::yellow;
    case Class::far_behind:
      return Tone::red;
    case Class::not_reported:
    case Class::not_measured:
    case Class::not_applicable:
    case Class::not_compared:
    case Class::not_judged:
      break;
  }
  return Tone::grey;
}

document::Word type_word(Type type) {
  // In the order of `Type`.
  static constexpr document::Word words[] = {
      {"text", {"文字", "text"}},
      {"whole", {"整数", "whole number"}},
      {"number", {"数", "number"}},
      {"percent", {"百分比", "per cent"}},
      {"points", {"百分点", "points"}},
      {"ratio", {"比值", "ratio"}},
      {"score", {"分", "marks"}},
      {"date", {"日期", "date"}},
      {"word", {"规定的词", "one of the known words"}},
      {"yes_no", {"是或否", "yes or no"}},
      {"list", {"列表", "list"}},
      {"record", {"一组值", "record"}},
  };
  return words[static_cast<std::size_t>(type)];
}

Value value_of(const model::Loose& loose) {
  if (loose.trajectory.written()) {
    Value points = list_of(loose.trajectory.points, [](const model::TrajectoryPoint& point) {
      return document::Record{
          {{"date", value_of(point.date.value)}, {"value", value_of(point.value.value)}}};
    });
    return document::Record{
        {{"type", value_of(loose.trajectory.type.value)}, {"points", std::move(points)}}};
  }
  if (loose.texts.size() == 1) return loose.texts.front();
  return value_of(loose.texts);
}

Value in_form(const std::optional<base::Ratio>& value, Form form) {
  return value ? Value(Number{*value, form}) : Value();
}

Value amount(const std::optional<base::Ratio>& value, const std::string& unit) {
  return value ? Value(Number{*value, Form::amount, unit}) : Value();
}

Value amount(const std::optional<base::Decimal>& value, const std::string& unit) {
  return value ? Value(Number{base::to_ratio(*value), Form::amount, unit, 6}) : Value();
}

Value value_of(const std::vector<std::string>& texts) { return list_of(texts, std::identity()); }

Value value_of(const std::vector<measure::ReportPeriod>& periods) {
  return list_of(periods, [](const measure::ReportPeriod& period) {
    document::Record record{{{"end", period.end}, {"deadline", period.deadline}}};
    if (!period.units.empty()) record.rows.emplace_back("units", value_of(period.units));
    return record;
  });
}

std::optional<base::Ratio> number_of(const Value& value) {
  if (const auto* whole = value.as<long long>()) return base::to_ratio(*whole);
  if (const auto* number = value.as<Number>()) return number->value;
  return std::nullopt;
}

}  // namespace taizhang::facts
