// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
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
  base::Phrase help = {};                  ///< what to write, where the text itself tells
};

/// A value, or what is wrong with its text.
template <class T>
struct Scalar {
  Scalar(T read) : value(std::move(read)) {}
  Scalar(ScalarFault wrong) : fault(std::move(wrong)) {}

  std::optional<T> value = {};
  std::optional<ScalarFault> fault = {};
};

using model::wanted;

/// Turn the text of a scalar into a value. `T` says what is wanted; the text is never guessed at.
Scalar<std::string> convert(std::string_view text, std::string*);
Scalar<int> convert(std::string_view text, int*);
Scalar<base::Decimal> convert(std::string_view text, base::Decimal*);
Scalar<base::Date> convert(std::string_view text, base::Date*);
Scalar<model::FormatVersion> convert(std::string_view text, model::FormatVersion*);
Scalar<model::UnitName> convert(std::string_view text, model::UnitName*);
Scalar<model::PartialDate> convert(std::string_view text, model::PartialDate*);
Scalar<model::Target> convert(std::string_view text, model::Target*);
Scalar<model::DueDay> convert(std::string_view text, model::DueDay*);
Scalar<model::DeadlineDay> convert(std::string_view text, model::DeadlineDay*);

/// What a value must come from: in one line, and each word by itself.
struct WordsOfList {
  std::string line;
  std::vector<std::string_view> words;

  void add(std::string_view name, std::string_view zh, const model::OtherWords& others);
};

/// The fault of a text that is none of `list`, with the near one of them.
ScalarFault not_in_list(std::string_view text, WordsOfList list);

/// A word of a table, or of true and false: its name or one of its Chinese words.
template <class E>
requires(std::is_enum_v<E> || std::is_same_v<E, bool>) Scalar<E> convert(std::string_view text,
                                                                         E*) {
  if (const auto value = model::from_name<E>(text)) return *value;
  WordsOfList words;
  for (const model::Named<E>& row : model::Names<E>::table)
    words.add(row.name, row.label.zh, row.others);
  return not_in_list(text, std::move(words));
}

}  // namespace taizhang::load
