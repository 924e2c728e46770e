// SPDX-License-Identifier: MIT
//
// Every formula of measure/ once more, by the id of its rule: from the operands of a step of a
// trace to the value that they must give.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "measure/trace.h"

namespace taizhang::test {

/// The operands of a step, by name.
class Told {
 public:
  explicit Told(const measure::TraceStep& step) : step_(step) {}

  const measure::TraceValue& value(std::string_view name) const;
  bool has(std::string_view name) const { return value(name).index() != 0; }
  /// What the step gave: for what an operand cannot tell.
  const measure::TraceValue& result() const { return step_.value; }
  const base::Ratio& number(std::string_view name) const { return as<base::Ratio>(name); }
  long long count(std::string_view name) const { return as<long long>(name); }
  base::Date date(std::string_view name) const { return as<base::Date>(name); }
  bool yes(std::string_view name) const { return as<bool>(name); }
  const std::string& text(std::string_view name) const { return as<std::string>(name); }
  const measure::Texts& texts(std::string_view name) const { return as<measure::Texts>(name); }
  std::string_view word(std::string_view name) const { return as<measure::Word>(name).name; }

 private:
  template <class T>
  const T& as(std::string_view name) const {
    return std::get<T>(value(name));
  }

  const measure::TraceStep& step_;
};

using Formula = std::function<measure::TraceValue(const Told&)>;

const std::map<std::string_view, Formula>& formulas();

}  // namespace taizhang::test
