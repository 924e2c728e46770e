// SPDX-License-Identifier: MIT
//
// One value of a report: what it is, not how it looks. Text, Markdown, HTML, CSV and JSON are all
// derived from it, so that no two of them can say different things.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/language.h"
#include "base/ratio.h"
#include "document/origin.h"

namespace taizhang::document {

/// The colour that a text asks for, where there are colours: that of a light.
enum class Tone { plain, blue, green, grey, yellow, red };

/// The name of a tone in a style sheet; empty for a plain one.
constexpr std::string_view tone_name(Tone tone) {
  constexpr std::string_view names[] = {"", "blue", "green", "grey", "yellow", "red"};
  return names[static_cast<std::size_t>(tone)];
}

/// What stands for a figure that is not there.
inline constexpr std::string_view absent_sign = "—";

/// A figure that is not there: null for programs, a dash or a reason for people. Never zero.
struct Absent {
  base::Bilingual shown{absent_sign, absent_sign};
};

/// What an exact number is, which is how it is printed.
enum class Form {
  amount,   ///< in a unit of measure: 126 个, 75.4%; three places at most
  percent,  ///< a fraction of one, printed times a hundred: 57.01%
  points,   ///< of per cent: -5.2 个百分点
  ratio,    ///< of two amounts: 0.9219
  score,    ///< marks of a hundred: 65.77
  share,    ///< a fraction of a whole that counts, printed as 33.3%
};

struct Number {
  base::Ratio value;
  Form form = Form::amount;
  std::string unit = {};   ///< of measure; only amounts have one
  int places = 3;          ///< of an amount, at most; what a file gives has up to six
  bool is_change = false;  ///< printed with its sign, none of it as 持平

  /// Its decimal places as its form has them, rounded half away from zero, without a unit.
  std::string digits() const;
};

/// A word of an enumeration: its name for programs, its label for people.
struct Word {
  std::string_view name;
  base::Bilingual label;
  Tone tone = Tone::plain;
  bool marked = false;  ///< set by hand, printed with *
};

class Value;

/// What stands between the values of a list.
inline constexpr base::Bilingual list_comma{"、", ", "};

/// Several values, printed with a comma between them; a list for programs.
struct List {
  std::vector<Value> items;
};

/// Several values printed one after another as they stand: 3/4, a sentence. A text for programs.
struct Sentence {
  std::vector<Value> pieces;
};

/// A sentence of ours in both languages with its values at `{0}`, `{1}` …. A text for programs.
struct Phrase {
  base::Bilingual text;
  std::vector<Value> arguments;
  /// The first value stands with a remark to it: programs and sheets have the value alone.
  bool is_remark = false;
};

/// Named values; a map for programs.
struct Record {
  std::vector<std::pair<std::string, Value>> rows;
  /// The names are words for people, such as units, and printed before their values.
  bool names_are_words = false;

  const Value* find(std::string_view name) const;
};

/// One of them. How it is made, copied and put away is compiled once, in value.cpp.
class Value {
 public:
  using Data = std::variant<Absent, bool, long long, Number, base::Date, Word, std::string, List,
                            Sentence, Phrase, Record>;

  Value();
  Value(const Value& other);
  Value(Value&& other) noexcept;
  Value& operator=(const Value& other);
  Value& operator=(Value&& other) noexcept;
  ~Value();

  Value(Absent absent);
  Value(bool flag);
  Value(int whole);
  Value(long long whole);
  Value(Number number);
  Value(base::Date date);
  Value(Word word);
  Value(std::string text);
  Value(std::string_view text);
  Value(const char* text);
  Value(List list);
  Value(Sentence sentence);
  Value(Phrase phrase);
  Value(Record record);

  const Data& data() const { return data_; }
  template <class T>
  const T* as() const {
    return std::get_if<T>(&data_);
  }
  bool is_absent() const { return std::holds_alternative<Absent>(data_); }

  /// Where the value comes from; null for most of what is no number, and for a cell of a table
  /// whose row and column say it. Of a text it is what the text names.
  const Origin* origin() const { return origin_.get(); }

  /// The same value with its origin.
  Value from(Origin origin) &&;
  Value from(std::shared_ptr<const Origin> origin) &&;

  /// The colour it is printed in.
  Tone tone() const;
  Value toned(Tone tone) &&;

 private:
  Data data_;
  std::shared_ptr<const Origin> origin_;
  Tone tone_ = Tone::plain;
};

/// The value without the remark that it is printed with.
const Value& bare(const Value& value);

/// `part/whole`, such as 3/4.
Value out_of(Value part, Value whole);

/// The value for people, without any escaping: what is absent as —, yes as 是, lists with the comma
/// of the language.
std::string text(const Value& value, base::Language language);

/// Call `visit(const Value&, const Origin*)` for every whole number and every `Number` in `value`,
/// at any depth, with its own origin, else that of the nearest value around it, else `around`.
template <class Visit>
void for_each_number(const Value& value, const Origin* around, const Visit& visit) {
  const Origin* origin = value.origin() ? value.origin() : around;
  const auto all = [&](const std::vector<Value>& values) {
    for (const Value& one : values) for_each_number(one, origin, visit);
  };
  if (value.as<long long>() || value.as<Number>()) visit(value, origin);
  if (const auto* list = value.as<List>()) all(list->items);
  if (const auto* sentence = value.as<Sentence>()) all(sentence->pieces);
  if (const auto* phrase = value.as<Phrase>()) all(phrase->arguments);
  if (const auto* record = value.as<Record>()) {
    for (const auto& [name, item] : record->rows) for_each_number(item, origin, visit);
  }
}

}  // namespace taizhang::document
