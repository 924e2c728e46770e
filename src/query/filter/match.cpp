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

bool has_text(const std::string& text, const std::string& wanted) {
  return base::lower_ascii(text).find(base::lower_ascii(wanted)) != std::string::npos;
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

bool is_of_numbers(const facts::Asked& field) {
  switch (field.type()) {
    case Type::whole:
    case Type::number:
    case Type::percent:
    case Type::points:
    case Type::ratio:
    case Type::score:
      return true;
    default:
      return false;
  }
}

bool is_order(Compare compare) {
  return compare == Compare::less || compare == Compare::at_most || compare == Compare::more ||
         compare == Compare::at_least;
}

bool is_pattern(const Term& term) {
  return term.compare == Compare::pattern || std::ranges::any_of(term.operands, &Operand::pattern);
}

/// All that a known value is called.
std::vector<std::string> words_for(const facts::Known& known) {
  std::vector<std::string> words{plain(known.value), plain(known.label)};
  for (const Value* value : {&known.value, &known.label}) {
    for (const base::Language language : {base::Language::zh, base::Language::en}) {
      words.push_back(document::text(*value, language));
    }
  }
  return words;
}

/// The numbers in a value: 19 and 300 of `{new-firms: 19, firms: 300}`.
std::vector<Value> numbers_in(const Value& value) {
  std::vector<Value> all;
  document::for_each_number(
      value, nullptr, [&](const Value& number, const document::Origin*) { all.push_back(number); });
  return all;
}

/// What is asked to be exactly the unit is not that of its groups.
bool is_exact(const Term& term, const facts::Asked& field) {
  return term.compare == Compare::equals || field.kind == Kind::units;
}

/// The text of a hundredth of the number that `text` is; nothing where it has too many places.
std::optional<std::string> hundredth(const std::string& text) {
  constexpr std::int64_t hundred = 100;
  const auto number = base::Decimal::parse(text).decimal;
  if (!number || number->micros() % hundred != 0) return std::nullopt;
  return base::Decimal::of_micros(number->micros() / hundred).text();
}

}  // namespace

bool can_compare(const Value& value, const Term& term, const facts::Asked& field) {
  return is_pattern(term) || !is_of_numbers(field) || !numbers_in(value).empty();
}

Match Matcher::any_of(const Term& term, const facts::Asked& field) const {
  std::vector<Match> all;
  for (const Operand& operand : term.operands) all.push_back(match(term, operand, field));
  return [all](const Value& value) {
    return std::any_of(all.begin(), all.end(), [&](const Match& one) { return one(value); });
  };
}

Match Matcher::match(const Term& term, const Operand& operand, const facts::Asked& field) const {
  if (operand.pattern || term.compare == Compare::pattern) return pattern_match(operand, field);
  if (field.known()) return known_match(term, operand, field);
  if (is_of_numbers(field)) return number_match(term, operand, field);
  if (field.type() == Type::record) refuse_whole_record(term, operand, field);
  if (field.type() == Type::date) return date_match(term, operand);
  if (field.type() == Type::yes_no) return yes_no_match(term, operand);
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
  if (!is_order(term.compare) && !operand.range) return;
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

Match Matcher::pattern_match(const Operand& operand, const facts::Asked& field) const {
  const Match matches = text_match(operand, Compare::pattern);
  std::vector<std::string> wanted;
  if (field.known()) {
    for (const Row& plan : facts::rows(world_, Kind::plans)) {
      for (const facts::Known& one : field.known()(plan)) {
        const std::vector<std::string> words = words_for(one);
        if (std::ranges::any_of(words, [&](const std::string& word) { return matches(word); }))
          wanted.push_back(plain(one.value));
      }
    }
  }
  return [matches, wanted](const Value& value) {
    return matches(value) || std::ranges::find(wanted, plain(value)) != wanted.end();
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

std::string Matcher::number_of(const Term& term, const Operand& operand, std::string text,
                               const facts::Asked& field) const {
  const std::string given = text;
  for (const std::string_view sign : {"%", "％"}) {
    if (text.ends_with(sign)) text.resize(text.size() - sign.size());
  }
  const bool per_cent = text != given;
  const Type type = field.type();
  if (base::Decimal::parse(text).decimal) {
    if (!per_cent || type == Type::percent || type == Type::points) return text;
    const auto ratio = type == Type::ratio ? hundredth(text) : std::nullopt;
    if (ratio) return *ratio;
    fail(
        text_, operand.piece,
        {{"“{0}”不是百分比，不能和“{1}”比", "“{0}” is no per cent, “{1}” is"}, {term.field, given}},
        {{"去掉百分号：{0}", "leave the sign out: {0}"}, {text}});
  }
  fail(text_, operand.piece,
       {{"“{0}”是数，不能和“{1}”比", "“{0}” is a number, “{1}” is none"}, {term.field, text}},
       or_list(term, operand,
               meant_number(text)
                   ? base::Phrase{{"是不是“{0}”？", "did you mean “{0}”?"}, {*meant_number(text)}}
                   : base::Phrase{
                         {"写成 {0}<50 或 {0}:50..80 的样子", "write it like {0}<50 or {0}:50..80"},
                         {term.field}}));
}

Match Matcher::number_match(const Term& term, const Operand& operand,
                            const facts::Asked& field) const {
  using document::Test;
  std::vector<Condition> conditions;
  if (operand.range) {
    const std::string from =
        operand.text.empty() ? "" : number_of(term, operand, operand.text, field);
    const std::string to = operand.to.empty() ? "" : number_of(term, operand, operand.to, field);
    if (!from.empty() && !to.empty() &&
        *base::Decimal::parse(from).decimal > *base::Decimal::parse(to).decimal) {
      turned_round(operand, from, to);
    }
    if (!from.empty()) conditions.push_back({{}, Test::at_least, from});
    if (!to.empty()) conditions.push_back({{}, Test::at_most, to});
  } else {
    const Test test = term.compare == Compare::less       ? Test::less
                      : term.compare == Compare::at_most  ? Test::at_most
                      : term.compare == Compare::more     ? Test::more
                      : term.compare == Compare::at_least ? Test::at_least
                                                          : Test::equals;
    conditions.push_back({{}, test, number_of(term, operand, operand.text, field)});
  }
  return [conditions](const Value& value) {
    return std::ranges::any_of(numbers_in(value), [&](const Value& number) {
      const Value shown = as_shown(number);
      return std::ranges::all_of(conditions,
                                 [&](const Condition& one) { return passes(shown, one); });
    });
  };
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
  const bool is_number = base::Decimal::parse(operand.text).decimal.has_value();
  if (operand.range || (is_order(term.compare) && is_number)) {
    return number_match(term, operand, field);
  }
  std::vector<std::string> wanted = named_values(term, operand, field);
  if (wanted.empty()) refuse_value(term, operand, field);
  if (is_order(term.compare)) {
    // 板块<=治水: of one section the number is known.
    Operand number = operand;
    number.text = wanted.front();
    return number_match(term, number, field);
  }
  const auto is_wanted = [wanted](const std::string& one) {
    return std::find(wanted.begin(), wanted.end(), one) != wanted.end();
  };
  if (!field.names_units())
    return [is_wanted](const Value& value) { return is_wanted(plain(value)); };
  // A file may name a unit by an alias, by a name that it has no more, or by a group that it is in.
  return [is_wanted, exact = is_exact(term, field), &world = world_](const Value& value) {
    const std::string written = plain(value);
    if (exact) return is_wanted(written) || is_wanted(world.unit_named(written).value_or(written));
    const std::vector<std::string> units = world.units_for(written);
    return is_wanted(written) || std::any_of(units.begin(), units.end(), is_wanted);
  };
}

std::vector<std::string> Matcher::named_values(const Term& term, const Operand& operand,
                                               const facts::Asked& field) const {
  std::vector<std::string> wanted;
  for (const Row& plan : facts::rows(world_, Kind::plans)) {
    for (const facts::Known& one : field.known()(plan)) {
      const std::vector<std::string> words = words_for(one);
      if (std::ranges::find(words, operand.text) != words.end()) {
        wanted.push_back(plain(one.value));
      }
    }
  }
  if (field.names_units()) {
    if (const auto unit = world_.unit_named(operand.text)) {
      const bool exact = is_exact(term, field);
      const std::vector<std::string> all = exact ? std::vector{*unit} : world_.units_for(*unit);
      wanted.insert(wanted.end(), all.begin(), all.end());
    }
    if (wanted.empty() && is_written(operand.text, field)) wanted.push_back(operand.text);
  }
  if (wanted.empty()) add_by_beginning(operand.text, field, wanted);
  return wanted;
}

void Matcher::refuse_value(const Term& term, const Operand& operand,
                           const facts::Asked& field) const {
  base::Phrase help{{"台账里没有一处写了它", "nothing in the ledger has one"}};
  std::vector<std::string> known;
  for (const Row& plan : facts::rows(world_, Kind::plans)) {
    for (const facts::Known& one : field.known()(plan)) {
      const std::vector<std::string> words = words_for(one);
      known.insert(known.end(), words.begin(), words.end());
    }
  }
  std::sort(known.begin(), known.end());
  known.erase(std::unique(known.begin(), known.end()), known.end());
  if (!known.empty()) help = base::near_or_all(operand.text, {known.begin(), known.end()});
  if (!field.names_units() && world_.unit_named(operand.text)) {
    help = {{"“{0}”这里是{1}；单位写 units:{2} 或 --unit {2}",
             "“{0}” is the {1} here; for a unit write units:{2} or --unit {2}"},
            {term.field, field.field->title, operand.text}};
  }
  fail(text_, operand.piece,
       {{"“{0}”没有“{1}”这个值", "“{0}” has no value “{1}”"}, {term.field, operand.text}},
       or_list(term, operand, std::move(help)));
}

bool Matcher::is_written(const std::string& text, const facts::Asked& field) const {
  const auto is_it = [&](const Value& value) { return plain(value) == text; };
  return std::ranges::any_of(facts::rows(world_, field.kind), [&](const Row& row) {
    const Value value = field.get(row);
    const auto* list = value.as<document::List>();
    return list ? std::ranges::any_of(list->items, is_it) : is_it(value);
  });
}

void Matcher::refuse_order_of_known(const Term& term, const Operand& operand,
                                    const facts::Asked& field) const {
  const Type type = field.type();
  if (type != Type::whole && type != Type::number) refuse_order(term, operand);
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
