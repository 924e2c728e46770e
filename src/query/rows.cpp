// SPDX-License-Identifier: MIT
#include "query/rows.h"

#include <algorithm>
#include <stdexcept>

#include "facts/values.h"
#include "facts/world.h"
#include "query/filter/filter.h"

namespace taizhang::query {

using document::Form;
using document::Number;
using document::Origin;
using facts::number_of;

namespace {

/// The number that a value is, as a condition writes it: per cent and shares times a hundred.
std::optional<base::Ratio> written_number(const Value& value) {
  std::optional<base::Ratio> result = number_of(value);
  const auto* number = value.as<Number>();
  if (number && (number->form == Form::percent || number->form == Form::share)) {
    *result = *result * base::Ratio(100);
  }
  return result;
}

/// Less than 0, 0 or more as the value is less than, equal to or more than what the text says.
int compared(const Value& value, const std::string& text) {
  if (const auto number = written_number(value)) {
    const auto other = base::Decimal::parse(text).decimal;
    if (!other) return 1;
    const base::Ratio ratio = base::to_ratio(*other);
    return *number < ratio ? -1 : *number == ratio ? 0 : 1;
  }
  return plain(value).compare(text);
}

bool contains(const Value& value, const std::string& text) {
  const auto* list = value.as<document::List>();
  if (!list) return plain(value) == text;
  return std::any_of(list->items.begin(), list->items.end(),
                     [&](const Value& item) { return plain(item) == text; });
}

facts::Asked asked(facts::Kind kind, std::string_view name) {
  const auto field = facts::find_field(kind, name);
  if (!field) throw std::logic_error("no field " + std::string(name));
  return *field;
}

Origin of_all(const Rows& rows, Origin::How how, std::string_view field = {}) {
  return {.how = how,
          .kind = std::string(facts::kind_of(rows.kind()).name),
          .clocks = rows.world().clocks(),
          .field = std::string(field),
          .where = rows.conditions()};
}

Origin of_two(Origin::How how, const Value& first, const Value& second) {
  Origin origin{.how = how};
  for (const Value* value : {&first, &second}) {
    if (value->origin()) origin.of.push_back(*value->origin());
  }
  return origin;
}

}  // namespace

std::string plain(const Value& value) {
  if (const auto* word = value.as<document::Word>()) return std::string(word->name);
  if (const auto* flag = value.as<bool>()) return *flag ? "true" : "false";
  return document::text(value, base::Language::en);
}

bool passes(const Value& value, const Condition& condition) {
  const auto* list = value.as<document::List>();
  const bool is_there = !value.is_absent() && !(list && list->items.empty());
  switch (condition.test) {
    case Test::exists:
      return is_there;
    case Test::absent:
      return !is_there;
    case Test::differs:
      return !is_there || compared(value, condition.value) != 0;
    case Test::equals:
      return is_there && compared(value, condition.value) == 0;
    case Test::less:
      return is_there && compared(value, condition.value) < 0;
    case Test::at_most:
      return is_there && compared(value, condition.value) <= 0;
    case Test::more:
      return is_there && compared(value, condition.value) > 0;
    case Test::at_least:
      return is_there && compared(value, condition.value) >= 0;
    case Test::contains:
      return is_there && contains(value, condition.value);
    case Test::several:
    case Test::meets:
      break;
  }
  return list && list->items.size() > 1;
}

Rows::Rows(const facts::World& world, facts::Kind kind)
    : world_(&world), kind_(kind), rows_(facts::rows(world, kind)) {}

Rows Rows::where(const std::vector<Condition>& conditions) const {
  Rows narrower = *this;
  for (const Condition& condition : conditions) {
    if (condition.test == Test::meets) {
      const facts::KindOfRow* of = facts::find_kind(condition.field);
      const facts::Kind kind = of ? of->kind : kind_;
      const filter::Test test = filter::meaning(*world_, kind, condition.value);
      std::erase_if(narrower.rows_, [&](const facts::Row& row) {
        return test(facts::ancestor(row, kind)) != filter::Truth::yes;
      });
      narrower.where_.push_back(condition);
      continue;
    }
    const facts::Asked field = asked(kind_, condition.field);
    std::erase_if(narrower.rows_,
                  [&](const facts::Row& row) { return !passes(field.get(row), condition); });
    narrower.where_.push_back(condition);
  }
  return narrower;
}

Rows Rows::where(std::initializer_list<Condition> conditions) const {
  return where(std::vector<Condition>(conditions));
}

Rows Rows::narrowed(const Condition& condition, std::vector<facts::Row> rows) const {
  Rows narrower = *this;
  narrower.where_.push_back(condition);
  narrower.rows_ = std::move(rows);
  return narrower;
}

Value Rows::count() const {
  return Value(static_cast<long long>(size())).from(of_all(*this, Origin::How::count));
}

Value Rows::mean(std::string_view name) const {
  const facts::Asked field = asked(kind_, name);
  const bool is_whole = field.type() == facts::Type::whole;
  const bool is_score = field.type() == facts::Type::score;
  std::vector<base::Ratio> values;
  for (const facts::Row& row : rows_) {
    const auto number = number_of(field.get(row));
    if (number) values.push_back(is_whole || is_score ? *number : base::clamped(*number));
  }
  if (values.empty()) return {};
  return Value(is_whole   ? Number{base::mean(values), Form::amount, {}, 2}
               : is_score ? Number{base::mean(values), Form::score}
                          : Number{base::mean(values), Form::percent})
      .from(of_all(*this, Origin::How::mean, name));
}

Value share(const Value& part, const Value& whole) {
  const auto all = number_of(whole);
  if (!all || *all == 0) return {};
  return Value(Number{number_of(part).value_or(base::Ratio(0)) / *all, Form::share})
      .from(of_two(Origin::How::share, part, whole));
}

Value sum(const std::vector<Value>& counts) {
  long long sum = 0;
  Origin origin{.how = Origin::How::sum};
  for (const Value& count : counts) {
    sum += *count.as<long long>();
    if (count.origin()) origin.of.push_back(*count.origin());
  }
  return Value(sum).from(std::move(origin));
}

Value difference(const Value& now, const Value& then, bool is_change) {
  const auto is = number_of(now);
  const auto was = number_of(then);
  if (!is || !was) return {};
  const auto* number = now.as<Number>();
  Number step{*is - *was, number ? number->form : Form::amount, {}, 6, is_change};
  return Value(step).from(of_two(Origin::How::difference, now, then));
}

Value field(const facts::Row& row, std::string_view name) {
  const facts::Asked field = asked(row.kind, name);
  Value value = field.shown(row);
  return std::move(value).from(facts::origin_of(facts::ancestor(row, field.kind), name));
}

}  // namespace taizhang::query
