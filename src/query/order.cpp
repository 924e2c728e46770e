// SPDX-License-Identifier: MIT
#include "query/order.h"

#include <algorithm>
#include <optional>

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
    std::stable_sort(rows.begin(), rows.end(), [&](const facts::Row& a, const facts::Row& b) {
      const Value x = field.get(a);
      const Value y = field.get(b);
      if (x.is_absent() || y.is_absent()) return is_before(x, y);
      return turned ? is_before(y, x) : is_before(x, y);
    });
  }
}

}  // namespace taizhang::query
