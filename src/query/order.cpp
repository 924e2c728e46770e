// SPDX-License-Identifier: MIT
#include "query/order.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <tuple>

#include "query/rows.h"
#include "query/select.h"

namespace taizhang::query {

namespace {

/// The number that a value is sorted by: its own, of a record that of its value, of a sentence the
/// first in it.
std::optional<base::Ratio> first_number_in(const Value& value) {
  const auto* record = value.as<document::Record>();
  if (record) {
    const Value* own = record->find("value");
    return own ? first_number_in(*own) : std::nullopt;
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

bool is_before(const Value& a, const Value& b) {
  if (a.is_absent() || b.is_absent()) return !a.is_absent() && b.is_absent();
  const auto number = first_number_in(a);
  const auto other = first_number_in(b);
  if (number && other) return *number < *other;
  return plain(a) < plain(b);
}

}  // namespace

void sort(std::vector<facts::Row>& rows, facts::Kind kind, const std::vector<std::string>& by) {
  // The last is sorted by first, so that the first decides.
  for (auto name = by.rbegin(); name != by.rend(); ++name) {
    const bool turned = name->starts_with('-');
    const facts::Asked field = find_column(kind, turned ? name->substr(1) : *name);
    const std::map<std::string, int> ranks = ranks_of(field);
    const auto key = [&](const facts::Row& row) {
      Value value = field.get(row);
      const auto rank = ranks.empty() ? ranks.end() : ranks.find(plain(value));
      return rank == ranks.end() ? std::move(value) : Value(static_cast<long long>(rank->second));
    };
    std::vector<std::pair<Value, facts::Row>> keyed;
    keyed.reserve(rows.size());
    for (const facts::Row& row : rows) keyed.emplace_back(key(row), row);
    std::ranges::stable_sort(keyed, [&](const auto& a, const auto& b) {
      const auto& [x, y] = std::tie(a.first, b.first);
      if (x.is_absent() || y.is_absent()) return is_before(x, y);
      return turned ? is_before(y, x) : is_before(x, y);
    });
    std::ranges::transform(keyed, rows.begin(), [](const auto& one) { return one.second; });
  }
}

}  // namespace taizhang::query
