// SPDX-License-Identifier: MIT
#include "query/filter/match.h"

#include <re2/re2.h>

#include <algorithm>
#include <memory>

#include "base/decimal.h"
#include "base/look_alike.h"
#include "base/suggest.h"
#include "base/text.h"
#include "facts/world.h"
#include "query/rows.h"

namespace taizhang::query::filter {

using facts::Kind;
using facts::Row;
using facts::Type;
using facts::Value;

namespace {

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

bool has_text(const std::string& text, const std::string& wanted) {
  return lower(text).find(lower(wanted)) != std::string::npos;
}

/// The number that `text` is in plain digits and without what else it has: `1_000`, `+5`, ５０.
std::optional<std::string> meant_number(const std::string& text) {
  constexpr std::size_t longest = 60;
  if (text.size() > longest) return std::nullopt;
  std::string plain = base::plain_form(text);
  std::erase_if(plain, [](char c) { return c == '_' || c == '\'' || c == '+'; });
  if (!base::Decimal::parse(plain).decimal) return std::nullopt;
  return plain;
}

/// A number as it is printed and as SQL has it: 53.0303… is 53.03, so that all of them agree.
Value as_shown(const Value& value) {
  const auto* number = value.as<document::Number>();
  const auto digits = number ? base::Decimal::parse(number->digits()).decimal : std::nullopt;
  return digits ? Value(document::Number{base::to_ratio(*digits)}) : value;
}

}  // namespace

Match Matcher::any_of(const Term& term, const facts::Asked& field) const {
  std::vector<Match> all;
  for (const Operand& operand : term.operands) all.push_back(match(term, operand, field));
  return [all](const Value& value) {
    return std::any_of(all.begin(), all.end(), [&](const Match& one) { return one(value); });
  };
}

Match Matcher::match(const Term& term, const Operand& operand, const facts::Asked& field) const {
  if (operand.pattern || term.compare == Compare::pattern) {
    return text_match(operand, term.compare);
  }
  if (field.known()) return known_match(term, operand, field);
  if (field.type() == Type::record) refuse_whole_record(term, operand, field);
  switch (field.type()) {
    case Type::date:
      return date_match(term, operand);
    case Type::yes_no:
      return yes_no_match(term, operand);
    case Type::whole:
    case Type::number:
    case Type::percent:
    case Type::points:
    case Type::ratio:
    case Type::score:
      return number_match(term, operand);
    default:
      break;
  }
  refuse_order(term, operand);
  return text_match(operand, term.compare);
}

void Matcher::refuse_whole_record(const Term& term, const Operand& operand,
                                  const facts::Asked& field) const {
  const bool is_text = term.compare == Compare::matches || term.compare == Compare::equals ||
                       term.compare == Compare::differs;
  const bool is_number = base::Decimal::parse(operand.text).decimal.has_value();
  if ((is_text && !is_number && !operand.range) || field.field->parts.empty()) return;
  std::vector<std::string> parts;
  for (const facts::Part& part : field.field->parts) {
    parts.push_back(field.field->name + "." + std::string(part.name));
  }
  // The value is what the record is about.
  const std::string value = field.field->name + ".value";
  const bool has_value = std::find(parts.begin(), parts.end(), value) != parts.end();
  fail(text_, term.field_piece,
       {{"“{0}”由几部分组成，要写明比哪一部分", "“{0}” has parts: say which is compared"},
        {term.field}},
       has_value ? base::Phrase{{"是不是“{0}”？", "did you mean “{0}”?"}, {value}}
                 : base::Phrase{{"可用：{0}", "known: {0}"}, {base::joined(parts, ", ")}});
}

const std::string& Matcher::either_end(const Operand& operand) {
  return operand.text.empty() ? operand.to : operand.text;
}

void Matcher::refuse_order(const Term& term, const Operand& operand) const {
  const bool ordered = term.compare == Compare::less || term.compare == Compare::at_most ||
                       term.compare == Compare::more || term.compare == Compare::at_least;
  if (!ordered && !operand.range) return;
  fail(
      text_, {term.field_piece.at, operand.piece.at + operand.piece.size - term.field_piece.at},
      {{"“{0}”不是数，也不是日期，比不出大小", "“{0}” is neither number nor date: it has no order"},
       {term.field}},
      {{"写成 {0}:{1}", "write {0}:{1}"}, {term.field, either_end(operand)}});
}

base::Phrase Matcher::or_list(const Term& term, const Operand& operand, base::Phrase otherwise) {
  constexpr std::string_view pause = "、";
  std::string list = operand.text;
  for (std::size_t at = list.find(pause); at != list.npos; at = list.find(pause, at)) {
    list.replace(at, pause.size(), ",");
  }
  if (operand.quoted || list == operand.text) return otherwise;
  return {{"几个值用逗号隔开：{0}:{1}", "commas part several values: {0}:{1}"}, {term.field, list}};
}

Match Matcher::text_match(const Operand& operand, Compare compare) const {
  if (operand.pattern || compare == Compare::pattern) {
    RE2::Options options;
    options.set_log_errors(false);
    const auto pattern = std::make_shared<RE2>(operand.text, options);
    if (!pattern->ok()) {
      fail(text_, operand.piece,
           {{"正则表达式有误：{0}", "the regular expression is wrong: {0}"}, {pattern->error()}},
           {{"要找括号、星号这样的字本身，前面加 \\",
             "put \\ before a bracket or a star that is looked for itself"},
            {}});
    }
    return [pattern](const Value& value) { return RE2::PartialMatch(plain(value), *pattern); };
  }
  const bool whole = compare == Compare::equals || compare == Compare::differs;
  const auto is_it = [whole, wanted = operand.text](const std::string& own) {
    return whole ? own == wanted : has_text(own, wanted);
  };
  return [is_it](const Value& value) {
    if (is_it(plain(value))) return true;
    const auto* word = value.as<document::Word>();
    return word && (is_it(std::string(word->label.zh)) || is_it(std::string(word->label.en)));
  };
}

Match Matcher::yes_no_match(const Term& term, const Operand& operand) const {
  refuse_order(term, operand);
  const auto is_one = [&](std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), operand.text) != words.end();
  };
  const bool yes = is_one({"true", "yes", "是"});
  if (!yes && !is_one({"false", "no", "否"})) {
    fail(text_, operand.piece, {{"“{0}”要写是或否", "“{0}” is yes or no"}, {term.field}},
         or_list(term, operand,
                 {{"写成 {0}:是 或 {0}:否", "write {0}:yes or {0}:no"}, {term.field}}));
  }
  return [yes](const Value& value) { return value.as<bool>() && *value.as<bool>() == yes; };
}

// -- numbers
// -------------------------------------------------------------------------------------

std::string Matcher::number_of(const Term& term, const Operand& operand, std::string text) const {
  if (text.ends_with('%')) text.pop_back();
  if (text.ends_with("％")) text.resize(text.size() - std::string_view("％").size());
  if (base::Decimal::parse(text).decimal) return text;
  fail(text_, operand.piece,
       {{"“{0}”是数，不能和“{1}”比", "“{0}” is a number, “{1}” is none"}, {term.field, text}},
       or_list(term, operand,
               meant_number(text)
                   ? base::Phrase{{"是不是“{0}”？", "did you mean “{0}”?"}, {*meant_number(text)}}
                   : base::Phrase{
                         {"写成 {0}<50 或 {0}:50..80 的样子", "write it like {0}<50 or {0}:50..80"},
                         {term.field}}));
}

Match Matcher::number_match(const Term& term, const Operand& operand) const {
  using document::Test;
  if (operand.range) {
    const std::string from = operand.text.empty() ? "" : number_of(term, operand, operand.text);
    const std::string to = operand.to.empty() ? "" : number_of(term, operand, operand.to);
    if (!from.empty() && !to.empty() &&
        *base::Decimal::parse(from).decimal > *base::Decimal::parse(to).decimal) {
      turned_round(operand, from, to);
    }
    return [=](const Value& exact) {
      const Value value = as_shown(exact);
      return (from.empty() || passes(value, {{}, Test::at_least, from})) &&
             (to.empty() || passes(value, {{}, Test::at_most, to}));
    };
  }
  const std::string number = number_of(term, operand, operand.text);
  const Test test = term.compare == Compare::less       ? Test::less
                    : term.compare == Compare::at_most  ? Test::at_most
                    : term.compare == Compare::more     ? Test::more
                    : term.compare == Compare::at_least ? Test::at_least
                                                        : Test::equals;
  return [test, number](const Value& value) { return passes(as_shown(value), {{}, test, number}); };
}

void Matcher::turned_round(const Operand& operand, const std::string& from,
                           const std::string& to) const {
  fail(text_, operand.piece, {{"这个范围前后颠倒了", "this range is the wrong way round"}, {}},
       {{"写成 {0}..{1}", "write {0}..{1}"}, {to, from}});
}

// -- dates
// ---------------------------------------------------------------------------------------

base::DateSpan Matcher::span_of(const Term& term, const Operand& operand,
                                const std::string& text) const {
  if (const auto span = base::parse_span(text, world_.clocks().as_of)) return *span;
  const auto meant = base::meant_span(text);
  fail(text_, operand.piece,
       {{"“{0}”是日期，“{1}”不是", "“{0}” is a date, “{1}” is none"}, {term.field, text}},
       or_list(term, operand,
               meant ? base::Phrase{{"是不是“{0}”？", "did you mean “{0}”?"}, {*meant}}
                     : base::Phrase{base::date_span_form}));
}

Match Matcher::date_match(const Term& term, const Operand& operand) const {
  std::optional<base::Date> from;
  std::optional<base::Date> to;
  if (operand.range) {
    if (!operand.text.empty()) from = span_of(term, operand, operand.text).from;
    if (!operand.to.empty()) to = span_of(term, operand, operand.to).to;
    if (from && to && *from > *to) turned_round(operand, operand.text, operand.to);
  } else {
    const base::DateSpan span = span_of(term, operand, operand.text);
    const Compare compare = term.compare;
    if (compare == Compare::less) to = span.from - std::chrono::days(1);
    if (compare == Compare::at_most) to = span.to;
    if (compare == Compare::more) from = span.to + std::chrono::days(1);
    if (compare == Compare::at_least) from = span.from;
    if (!from && !to) from = span.from, to = span.to;
  }
  return [from, to](const Value& value) {
    const auto* date = value.as<base::Date>();
    return date && (!from || *date >= *from) && (!to || *date <= *to);
  };
}

// -- values that are known beforehand
// ------------------------------------------------------------

Match Matcher::known_match(const Term& term, const Operand& operand,
                           const facts::Asked& field) const {
  refuse_order_of_known(term, operand, field);
  if (operand.range) return number_match(term, operand);
  std::vector<std::string> wanted;
  std::vector<std::string> known;
  for (const Row& plan : facts::rows(world_, Kind::plans)) {
    for (const facts::Known& one : field.known()(plan)) {
      const std::string name = plain(one.value);
      std::vector<std::string> words{name, plain(one.label)};
      for (const Value* value : {&one.value, &one.label}) {
        for (const base::Language language : {base::Language::zh, base::Language::en}) {
          words.push_back(document::text(*value, language));
        }
      }
      if (std::find(words.begin(), words.end(), operand.text) != words.end()) {
        wanted.push_back(name);
      }
      known.insert(known.end(), words.begin(), words.end());
    }
  }
  const bool of_units = is_of_units(field);
  // What is asked to be exactly the unit is not that of its groups.
  const bool exact = term.compare == Compare::equals || field.kind == Kind::units;
  if (const auto unit = world_.unit_named(operand.text); unit && of_units) {
    const std::vector<std::string> all = exact ? std::vector{*unit} : world_.units_for(*unit);
    wanted.insert(wanted.end(), all.begin(), all.end());
  }
  if (wanted.empty()) add_by_beginning(operand.text, field, wanted);
  if (wanted.empty()) {
    std::sort(known.begin(), known.end());
    known.erase(std::unique(known.begin(), known.end()), known.end());
    fail(text_, operand.piece,
         {{"“{0}”没有“{1}”这个值", "“{0}” has no value “{1}”"}, {term.field, operand.text}},
         or_list(term, operand,
                 known.empty()
                     ? base::Phrase{{"台账里没有一处写了它", "nothing in the ledger has one"}}
                     : base::near_or_all(operand.text, {known.begin(), known.end()})));
  }
  const auto is_wanted = [wanted](const std::string& one) {
    return std::find(wanted.begin(), wanted.end(), one) != wanted.end();
  };
  if (!of_units) return [is_wanted](const Value& value) { return is_wanted(plain(value)); };
  // A file may name a unit by an alias, by a name that it has no more, or by a group that it is in.
  return [is_wanted, exact, &world = world_](const Value& value) {
    const std::string written = plain(value);
    if (exact) return is_wanted(written) || is_wanted(world.unit_named(written).value_or(written));
    const std::vector<std::string> units = world.units_for(written);
    return is_wanted(written) || std::any_of(units.begin(), units.end(), is_wanted);
  };
}

void Matcher::refuse_order_of_known(const Term& term, const Operand& operand,
                                    const facts::Asked& field) const {
  const Type type = field.type();
  if (type != Type::whole && type != Type::number) refuse_order(term, operand);
}

bool Matcher::is_of_units(const facts::Asked& field) const {
  const std::vector<std::string> units = world_.unit_names();
  for (const Row& plan : facts::rows(world_, Kind::plans)) {
    for (const facts::Known& one : field.known()(plan)) {
      if (std::find(units.begin(), units.end(), plain(one.value)) != units.end()) return true;
    }
  }
  return false;
}

void Matcher::add_by_beginning(const std::string& given, const facts::Asked& field,
                               std::vector<std::string>& wanted) const {
  for (const Row& plan : facts::rows(world_, Kind::plans)) {
    for (const facts::Known& one : field.known()(plan)) {
      const std::string name = plain(one.value);
      const std::string word = document::text(one.label, base::Language::zh);
      // The words behind a number are a name, too: `2 治水`.
      const bool has_number = word.starts_with(name + " ");
      const std::string_view behind =
          has_number ? std::string_view(word).substr(name.size() + 1) : std::string_view();
      if (!given.empty() && (word.starts_with(given) || behind.starts_with(given)) &&
          std::find(wanted.begin(), wanted.end(), name) == wanted.end()) {
        wanted.push_back(name);
      }
    }
  }
  if (wanted.size() > 1) wanted.clear();
}

}  // namespace taizhang::query::filter
