// SPDX-License-Identifier: MIT
#include "report/explain/sentence.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace taizhang::report {

using document::Form;
using document::Number;
using document::Value;

namespace {

constexpr std::string_view bare = ".bare";
constexpr std::string_view marks = ".marks";
constexpr std::string_view only_if = ".if";
constexpr std::string_view only_if_not = ".not";

bool says_nothing(const Value& value) {
  if (const auto* flag = value.as<bool>()) return !*flag;
  if (const auto* list = value.as<document::List>()) return list->items.empty();
  return value.is_absent();
}

bool is_millionths(const base::Ratio& value) {
  const base::Ratio millionths = value * 1'000'000;
  return floor(millionths) == millionths;
}

/// The number in another form, from where it was.
Value printed(const Value& value, Number number) {
  Value result = std::move(number);
  return value.origin() ? std::move(result).from(*value.origin()) : result;
}

Value as_term(const Value& value) {
  const auto* number = value.as<Number>();
  if (!number) return value;
  const int places = is_millionths(number->value) ? 6 : 3;
  Value term = printed(value, {number->value, Form::amount, {}, places});
  if (number->value >= 0) return term;
  return document::Sentence{{"(", std::move(term), ")"}};
}

Value as_marks(const Value& value) {
  const auto* number = value.as<Number>();
  return number ? printed(value, {number->value, Form::score}) : value;
}

/// What a stretch of text says; nothing where it is in square brackets and one of its places asks
/// for what is not so.
std::optional<std::vector<Value>> said(std::string_view text, const ValueAt& value_at,
                                       bool can_be_left_out) {
  std::vector<Value> pieces;
  while (!text.empty()) {
    const std::size_t open = std::min(text.find('{'), text.size());
    if (open > 0) pieces.emplace_back(text.substr(0, open));
    text.remove_prefix(open);
    const std::size_t close = text.find('}');
    if (close == std::string_view::npos) break;
    const std::string_view place = text.substr(1, close - 1);
    text.remove_prefix(close + 1);
    Value value = value_at(place_name(place));
    const bool asks_not = place.ends_with(only_if_not);
    if (can_be_left_out && says_nothing(value) != asks_not) return std::nullopt;
    if (asks_not || place.ends_with(only_if)) continue;
    pieces.push_back(place.ends_with(bare)    ? as_term(value)
                     : place.ends_with(marks) ? as_marks(value)
                                              : std::move(value));
  }
  return pieces;
}

}  // namespace

std::string_view place_name(std::string_view place) {
  for (const std::string_view ending : {bare, marks, only_if, only_if_not}) {
    if (place.ends_with(ending)) return place.substr(0, place.size() - ending.size());
  }
  return place;
}

Value sentence(std::string_view text, const ValueAt& value_at) {
  std::vector<Value> all;
  while (!text.empty()) {
    const bool in_brackets = text.front() == '[';
    const std::size_t end = std::min(text.find(in_brackets ? ']' : '['), text.size());
    auto pieces = said(text.substr(in_brackets, end - in_brackets), value_at, in_brackets);
    if (pieces) std::move(pieces->begin(), pieces->end(), std::back_inserter(all));
    text.remove_prefix(std::min(end + in_brackets, text.size()));
  }
  if (all.empty()) return {};
  if (all.size() == 1) return std::move(all.front());
  return document::Sentence{std::move(all)};
}

}  // namespace taizhang::report
