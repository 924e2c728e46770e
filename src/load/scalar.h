// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "base/date.h"
#include "base/decimal.h"
#include "base/suggest.h"
#include "model/enums.h"
#include "model/given.h"
#include "model/wanted.h"
#include "source/fault.h"

namespace taizhang::load {

/// What is wrong with a scalar, whose key is still to be filled in.
struct ScalarFault {
  std::variant<source::BadNumber, source::BadDate, source::NotInList> what;
  std::optional<std::string> mended = {};  ///< what is meant, where only one thing can be
};

template <class T>
using Scalar = std::variant<T, ScalarFault>;

using model::wanted;

/// Turn the text of a scalar into a value. `T` says what is wanted; the text is never guessed at.
Scalar<std::string> convert(const std::string& text, std::string*);
Scalar<int> convert(const std::string& text, int*);
Scalar<bool> convert(const std::string& text, bool*);
Scalar<base::Decimal> convert(const std::string& text, base::Decimal*);
Scalar<base::Date> convert(const std::string& text, base::Date*);
Scalar<model::FormatVersion> convert(const std::string& text, model::FormatVersion*);
Scalar<model::UnitName> convert(const std::string& text, model::UnitName*);
Scalar<model::PartialDate> convert(const std::string& text, model::PartialDate*);

/// One line of the list a value must come from, and the near name where there is one.
ScalarFault not_in_list(const std::string& text, const std::vector<std::string_view>& names);

template <class E>
requires std::is_enum_v<E> Scalar<E> convert(const std::string& text, E*) {
  if (const auto value = model::from_name<E>(text)) return *value;
  return not_in_list(text, model::names<E>());
}

}  // namespace taizhang::load
