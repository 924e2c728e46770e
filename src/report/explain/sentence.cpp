// SPDX-License-Identifier: MIT
#include "report/explain/parts.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/place.h"

namespace taizhang::report {

using document::Form;
using document::Number;
using document::Value;

namespace {

constexpr std::string_view bare = ".bare";
constexpr std::string_view only_if = ".if";
constexpr std::string_view only_if_not = ".not";

bool says_nothing(const Value& value) {
  if (const auto* flag = value.as<bool>()) return !*flag;
  if (const auto* list = value.as<document::List>()) return list->items.empty();
  return value.is_absent();
}

/// As many places as a file can give where that is all of it, else three; of a ratio four.
int places_of(const Number& number) {
  if (number.form == Form::ratio) return 4;
  const base::Ratio millionths = number.value * 1'000'000;
  return floor(millionths) == millionths ? 6 : 3;
}

/// The number as a term of a sum, from where it was.
Value as_term(const Value& value) {
  const auto* number = value.as<Number>();
  if (!number) return value;
  Value term = Number{number->value, Form::amount, {}, places_of(*number)};
  if (value.origin()) term = std::move(term).from(*value.origin());
  if (number->value >= 0) return term;
  return document::Sentence{{"(", std::move(term), ")"}};
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
    const base::Place whole = base::place(text.substr(1, close - 1));
    const std::string_view place = whole.name;
    text.remove_prefix(close + 1);
    Value value = value_at(place_name(place));
    if (whole.is_word) {
      pieces.emplace_back(whole.word(document::text(as_term(value), base::Language::en)));
      continue;
    }
    const bool asks_not = place.ends_with(only_if_not);
    if (can_be_left_out && says_nothing(value) != asks_not) return std::nullopt;
    if (asks_not || place.ends_with(only_if)) continue;
    pieces.push_back(place.ends_with(bare) ? as_term(value) : std::move(value));
  }
  return pieces;
}

}  // namespace

std::string_view place_name(std::string_view place) {
  place = base::place(place).name;
  for (const std::string_view ending : {bare, only_if, only_if_not}) {
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
