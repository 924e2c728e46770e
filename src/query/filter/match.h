// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>

#include "base/date_span.h"
#include "facts/catalogue.h"
#include "query/filter/syntax.h"

namespace taizhang::query::filter {

/// Whether a value of a row passes; the value is there, and can be compared.
using Match = std::function<bool(const facts::Value&)>;

/// Whether a value says anything of the comparison: one of numbers wants a number in it.
bool can_compare(const facts::Value& value, const Term& term, const facts::Asked& field);

/// Turns what a filter compares with into matches, by the type of the field. `text` is the whole
/// filter: a value that a field cannot have throws `Fatal` (usage) with a caret under it.
class Matcher {
 public:
  Matcher(const facts::World& world, const std::string& text) : world_(world), text_(text) {}

  /// A match that one of the operands of `term` is enough for.
  Match any_of(const Term& term, const facts::Asked& field) const;
  /// A text that has the word, or what its pattern says, somewhere.
  Match word(const Operand& operand) const { return text_match(operand, Compare::matches); }

 private:
  Match match(const Term& term, const Operand& operand, const facts::Asked& field) const;
  static const std::string& either_end(const Operand& operand);
  /// A record has no order and is no number, but its parts may.
  void refuse_whole_record(const Term& term, const Operand& operand,
                           const facts::Asked& field) const;
  /// Texts and words have no order.
  void refuse_order(const Term& term, const Operand& operand) const;
  /// What helps with an operand that is no value: several of them are parted by commas, not by 、.
  static base::Phrase or_list(const Term& term, const Operand& operand, base::Phrase otherwise);
  Match text_match(const Operand& operand, Compare compare) const;
  /// A regular expression over the values of a field and all that these are called.
  Match pattern_match(const Operand& operand, const facts::Asked& field) const;
  Match yes_no_match(const Term& term, const Operand& operand) const;
  /// A number as it is typed: `50`; `50%` where the field is of per cent, and as 0.5 of a ratio.
  std::string number_of(const Term& term, const Operand& operand, std::string text,
                        const facts::Asked& field) const;
  /// Any of the numbers in a value is enough.
  Match number_match(const Term& term, const Operand& operand, const facts::Asked& field) const;
  [[noreturn]] void turned_round(const Operand& operand, const std::string& from,
                                 const std::string& to) const;
  base::DateSpan span_of(const Term& term, const Operand& operand, const std::string& text) const;
  /// `due:2023-10` is within the month, `<=` its last day, `<` before its first.
  Match date_match(const Term& term, const Operand& operand) const;
  /// Lights, units, sections: what the field can be, by its name, its word in either language, the
  /// beginning of that word; units also by alias and by a former name.
  Match known_match(const Term& term, const Operand& operand, const facts::Asked& field) const;
  void refuse_order_of_known(const Term& term, const Operand& operand,
                             const facts::Asked& field) const;
  /// The values of a field that an operand names.
  std::vector<std::string> named_values(const Term& term, const Operand& operand,
                                        const facts::Asked& field) const;
  [[noreturn]] void refuse_value(const Term& term, const Operand& operand,
                                 const facts::Asked& field) const;
  /// Whether a row of the ledger has `text` there, as it is written.
  bool is_written(const std::string& text, const facts::Asked& field) const;
  /// 红 for 红灯: the only value whose word begins so.
  void add_by_beginning(const std::string& given, const facts::Asked& field,
                        std::vector<std::string>& wanted) const;

  const facts::World& world_;
  const std::string& text_;
};

}  // namespace taizhang::query::filter
