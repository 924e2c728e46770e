// SPDX-License-Identifier: MIT
//
// Short ways to write the values that the unit tests are about.
#pragma once

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

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
  return {std::move(value), source::Span{0, 0, 1}};
}

/// A fraction in lowest terms, `126/221`; `none` where there is none.
inline std::string exact(const std::optional<base::Ratio>& value) {
  return value ? value->text() : "none";
}

/// The piece of `text` that `at` covers.
inline std::string piece(const std::string& text, std::optional<source::Span> at) {
  if (!at || at->begin > at->end || at->end > text.size()) return "(no such place)";
  return text.substr(at->begin, at->end - at->begin);
}

/// A task decoded from the text of its file, with every fault on the way.
struct DecodedTask {
  std::string text;
  model::Task task;
  std::vector<source::Fault> faults;
};

inline DecodedTask decoded_task(const std::string& text) {
  DecodedTask result{text, model::Task(source::start_of(0)), {}};
  yaml::Document document = yaml::parse(text, 0);
  result.faults = std::move(document.faults);
  load::decode(document, 0, result.task, result.faults);
  return result;
}

/// What the fault says beside its place, in English, joined by ` / `.
inline std::string details(const source::Fault& fault) {
  using namespace source;
  using Details = std::vector<base::Argument>;
  struct Visitor {
    Details operator()(const UnreadableFile& f) const { return {f.why}; }
    Details operator()(const UnreadableFolder& f) const { return {f.why}; }
    Details operator()(const OverLimit& f) const { return {f.what, f.most}; }
    Details operator()(const BadBytes& f) const { return {f.what}; }
    Details operator()(const InvisibleCharacter& f) const { return {f.what}; }
    Details operator()(const SyntaxError& f) const { return {f.wrong, f.instead}; }
    Details operator()(const YamlFeature& f) const { return {f.feature}; }
    Details operator()(const DuplicateKey& f) const { return {f.key}; }
    Details operator()(const UnknownKey& f) const { return {f.key, f.entity, f.near.value_or("")}; }
    Details operator()(const MissingKey& f) const { return {f.key, f.entity}; }
    Details operator()(const WrongType& f) const { return {f.key, f.wanted, f.found}; }
    Details operator()(const EmptyValue& f) const { return {f.key, f.wanted}; }
    Details operator()(const WrongFile& f) const { return {f.entity, f.wanted, f.found}; }
    Details operator()(const EmptyFile& f) const { return {f.entity, f.wanted}; }
    Details operator()(const BadNumber& f) const { return {f.key, f.text, f.why}; }
    Details operator()(const BadDate& f) const { return {f.key, f.text, f.why}; }
    Details operator()(const NotInList& f) const {
      return {f.key, f.text, f.list, f.near.value_or("")};
    }
    Details operator()(const StrayFile&) const { return {}; }
    Details operator()(const MisnamedFile& f) const { return {f.wanted}; }
    Details operator()(const LinkedFolder&) const { return {}; }
    Details operator()(const Unquoted& f) const { return {f.key, f.text, f.taken_for}; }
    Details operator()(const Blanks& f) const { return {f.what}; }
    Details operator()(const LineEnds&) const { return {}; }
    Details operator()(const LookAlike& f) const { return {f.written, f.meant}; }
  };
  std::string result;
  for (const base::Argument& argument : std::visit(Visitor(), fault.what)) {
    result += (result.empty() ? "" : " / ") + argument.in(base::Language::en);
  }
  return result;
}

}  // namespace taizhang::test
