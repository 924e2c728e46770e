// SPDX-License-Identifier: MIT
//
// Short ways to write the values that the unit tests are about.
#pragma once

#include <doctest/doctest.h>

#include <optional>
#include <string>

#include "base/date.h"
#include "base/decimal.h"
#include "base/ratio.h"
#include "load/decode.h"
#include "model/given.h"
#include "model/task.h"
#include "yaml/parse.h"

namespace taizhang::test {

inline base::Date day(const std::string& text) {
  const auto parsed = base::parse_date(text);
  REQUIRE_MESSAGE(parsed.date, text);
  return *parsed.date;
}

inline base::Decimal dec(const std::string& text) {
  const auto parsed = base::Decimal::parse(text);
  REQUIRE_MESSAGE(parsed.decimal, text);
  return *parsed.decimal;
}

inline base::Ratio fraction(long numerator, long denominator) { return {numerator, denominator}; }

/// A value as if a file had given it.
template <class T>
model::Given<T> given(T value) {
  return {std::move(value), {0, 0, 1}};
}

/// A fraction in lowest terms, `126/221`; `none` where there is none.
inline std::string exact(const std::optional<base::Ratio>& value) {
  return value ? value->text() : "none";
}

/// The piece of `text` that `at` covers.
inline std::string piece(const std::string& text, source::Span at) {
  if (!at.known() || at.begin > at.end || at.end > text.size()) return "(no such place)";
  return text.substr(at.begin, at.end - at.begin);
}

/// A task decoded from the text of its file, with every fault on the way.
struct DecodedTask {
  std::string text;
  model::Task task;
  std::vector<source::Fault> faults;
};

inline DecodedTask decoded_task(const std::string& text) {
  DecodedTask result{text, {}, {}};
  yaml::Document document = yaml::parse(text, 0);
  result.faults = std::move(document.faults);
  load::decode(document, 0, result.task, result.faults);
  return result;
}

/// What the fault says after its kind, joined by ` / `.
inline std::string details(const source::Fault& fault) {
  std::string result;
  for (const base::Argument& argument : fault.detail) {
    if (&argument != &fault.detail.front()) result += " / ";
    result += argument.in(base::Language::en);
  }
  return result;
}

}  // namespace taizhang::test
