// SPDX-License-Identifier: MIT
#include "query/order.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>

#include "query/rows.h"
#include "query/select.h"

namespace taizhang::query {

namespace {

/// The number that a value is sorted by: its own, of a record that of its value, else, and of a
/// sentence, the first in it.
std::optional<base::Ratio> first_number_in(const Value& value) {
  if (const auto* record = value.as<document::Record>()) {
    if (const Value* own = record->find("value")) return first_number_in(*own);
  }
  std::optional<base::Ratio> found;
  document::for_each_number(value, nullptr, [&](const Value& number, const document::Origin*) {
    if (found) return;
    const auto* whole = number.as<long long>();
    found = whole ? base::to_ratio(*whole) : number.as<document::Number>()->value;
  });
  return found;
}

/// The place of each word of an enumeration: those of a colour, lights and classes, the worst
/// first; the others as the enumeration has them. Empty for what is no word.
std::map<std::string, int> ranks_of(const facts::Asked& field) {
  std::map<std::string, int> ranks;
  if (field.type() != facts::Type::word || !field.known()) return ranks;
  std::vector<std::pair<document::Tone, std::string>> words;
  for (const facts::Known& known : field.known()({})) {
    words.emplace_back(known.value.as<document::Word>()->tone, plain(known.value));
  }
  // Enumerations tell the best first.
  const bool coloured = !words.empty() && words.front().first != document::Tone::plain;
  if (coloured) std::ranges::reverse(words);
  std::ranges::stable_sort(words, std::greater<>(), &decltype(words)::value_type::first);
  for (const auto& [tone, name] : words) ranks.emplace(name, static_cast<int>(ranks.size()));
  return ranks;
}

/// What a value is sorted by. What is not there comes last whichever way the rows are turned, and
/// so does a word among numbers (待下达), which says that there is none yet.
struct Place {
  explicit Place(const Value& value)
      : number(first_number_in(value)), text(number ? "" : plain(value)) {
    const auto* list = value.as<document::List>();
    const auto* record = value.as<document::Record>();
    const bool is_empty = value.is_absent() || text.empty() || (list && list->items.empty()) ||
                          (record && record->find("value"));
    is_there = number || !is_empty;
  }

  std::optional<base::Ratio> number;
  std::string text;
  bool is_there;
};

bool is_before(const Place& a, const Place& b, bool turned) {
  if (a.is_there != b.is_there) return a.is_there;
  if (a.number.has_value() != b.number.has_value()) return a.number.has_value();
  const auto less = [](const Place& x, const Place& y) {
    return x.number ? *x.number < *y.number : x.text < y.text;
  };
  return turned ? less(b, a) : less(a, b);
}

}  // namespace

void sort(std::vector<facts::Row>& rows, facts::Kind kind, const std::vector<std::string>& by) {
  // The last is sorted by first, so that the first decides.
  for (auto name = by.rbegin(); name != by.rend(); ++name) {
    const bool turned = name->starts_with('-');
    const facts::Asked field = find_column(kind, turned ? name->substr(1) : *name);
    const std::map<std::string, int> ranks = ranks_of(field);
    const auto key = [&](const facts::Row& row) {
      const Value value = field.get(row);
      const auto rank = ranks.empty() ? ranks.end() : ranks.find(plain(value));
      return Place(rank == ranks.end() ? value : Value(rank->second));
    };
    std::vector<std::pair<Place, facts::Row>> keyed;
    keyed.reserve(rows.size());
    for (const facts::Row& row : rows) keyed.emplace_back(key(row), row);
    std::ranges::stable_sort(
        keyed, [&](const auto& a, const auto& b) { return is_before(a.first, b.first, turned); });
    std::ranges::transform(keyed, rows.begin(), [](const auto& one) { return one.second; });
  }
}

}  // namespace taizhang::query
