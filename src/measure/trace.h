// SPDX-License-Identifier: MIT
//
// How a figure came about, told by the function that computes it. A formula takes a trace as its
// last argument; where there is one, each branch tells the rule that it went by with the operands
// that it used and the value that it gave:
//
//   if (trace) trace->tell<"completion.from_baseline">(result, value, baseline, target);
//
// The rule's row in trace_rules.h names the operands in this order and says how each is shown; a
// wrong number or type of them does not compile. Without a trace nothing is made and nothing paid.
#pragma once

#include <optional>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/ratio.h"
#include "measure/trace_rules.h"
#include "model/enums.h"
#include "model/given.h"

namespace taizhang::measure {

/// A word of an enumeration: its name for programs, its label for people.
struct Word {
  std::string_view name;
  base::Bilingual label;

  friend bool operator==(const Word& a, const Word& b) { return a.name == b.name; }
};

using Texts = std::vector<std::string>;

/// A value as a formula has it; nothing where there is none.
using TraceValue = std::variant<std::monostate, base::Ratio, long long, base::Date, std::string,
                                Texts, Word, bool>;

struct Operand {
  std::string_view name;
  Shown shown;
  TraceValue value;
};

/// One rule that a figure went by.
struct TraceStep {
  std::string_view row;     ///< whose figure: `task`, `indicator`, `milestone`, `issue` …
  std::string id;           ///< which one; empty for the task and the plan
  std::string_view figure;  ///< the figure that the value is of, mostly the rule's own
  const TraceRule* rule;
  std::vector<Operand> operands;
  TraceValue value;
};

// What each type of C++ becomes.
inline TraceValue trace_value(std::nullopt_t) { return {}; }
inline TraceValue trace_value(const base::Ratio& value) { return value; }
inline TraceValue trace_value(base::Decimal value) { return base::to_ratio(value); }
inline TraceValue trace_value(base::Date value) { return value; }
inline TraceValue trace_value(const std::string& value) { return value; }
inline TraceValue trace_value(const Texts& value) { return value; }
inline TraceValue trace_value(bool value) { return value; }
template <std::integral Whole>
requires(!std::is_same_v<Whole, bool>) TraceValue trace_value(Whole value) {
  return static_cast<long long>(value);
}
template <class E>
requires std::is_enum_v<E> TraceValue trace_value(E value) {
  return Word{model::name(value), model::label(value)};
}
template <class T>
TraceValue trace_value(const std::optional<T>& value) {
  return value ? trace_value(*value) : TraceValue();
}
template <class T>
TraceValue trace_value(const model::Held<T>& value) {
  return value ? trace_value(*value) : TraceValue();
}

template <class T>
struct Bare {
  using type = T;
};
template <class T>
struct Bare<std::optional<T>> {
  using type = T;
};
template <class T>
struct Bare<model::Held<T>> {
  using type = T;
};

/// Whether a value of type `T` can be shown so.
template <class T>
constexpr bool fits(Shown shown) {
  using B = typename Bare<T>::type;
  if constexpr (std::is_same_v<B, std::nullopt_t>) return true;
  if constexpr (std::is_same_v<B, bool>) return shown == Shown::yes_no;
  if constexpr (std::is_same_v<B, base::Ratio> || std::is_same_v<B, base::Decimal>) {
    return shown <= Shown::marks;
  }
  if constexpr (std::is_same_v<B, base::Date>) return shown == Shown::date;
  if constexpr (std::is_same_v<B, std::string>) return shown == Shown::text;
  if constexpr (std::is_same_v<B, Texts>) return shown == Shown::texts;
  if constexpr (std::is_enum_v<B>) return shown == Shown::word;
  if constexpr (std::is_integral_v<B> && !std::is_same_v<B, bool>) return shown == Shown::count;
  return false;
}

class Trace {
 public:
  /// Say whose figures follow.
  void begin(std::string_view row, std::string id = {}) {
    row_ = row;
    id_ = std::move(id);
  }

  /// Tell that `value` came about by the rule `Id` from these operands.
  template <RuleId Id, class V, class... Operands>
  void tell(const V& value, const Operands&... operands) {
    constexpr std::size_t at = rule_index(Id.view());
    static_assert(at < trace_rules.size(), "no such rule");
    constexpr const TraceRule& rule = trace_rules[at];
    static_assert(rule.count() == sizeof...(Operands), "the rule has other operands");
    static_assert(fits<V>(rule.shown), "the rule gives another kind of value");
    static_assert(all_fit<Operands...>(rule), "an operand is of another kind");
    TraceStep step{row_, id_, figure_.empty() ? rule.figure : figure_, &rule, {}, {}};
    step.operands.reserve(sizeof...(Operands));
    (step.operands.push_back({rule.operands[step.operands.size()].name,
                              rule.operands[step.operands.size()].shown, trace_value(operands)}),
     ...);
    step.value = trace_value(value);
    steps_.push_back(std::move(step));
  }

  const std::vector<TraceStep>& steps() const { return steps_; }

 private:
  friend class TellAs;

  template <class... Operands>
  static constexpr bool all_fit(const TraceRule& rule) {
    std::size_t i = 0;
    return (fits<Operands>(rule.operands[i++].shown) && ...);
  }

  std::string_view row_ = "plan";
  std::string id_;
  std::string_view figure_;
  std::vector<TraceStep> steps_;
};

/// While it lives, what is told is told of `figure`: one formula may make several figures.
class TellAs {
 public:
  TellAs(Trace* trace, std::string_view figure) : trace_(trace) {
    if (!trace_) return;
    before_ = trace_->figure_;
    trace_->figure_ = figure;
  }
  ~TellAs() {
    if (trace_) trace_->figure_ = before_;
  }
  TellAs(const TellAs&) = delete;
  TellAs& operator=(const TellAs&) = delete;

 private:
  Trace* trace_;
  std::string_view before_;
};

}  // namespace taizhang::measure
