// SPDX-License-Identifier: MIT
#include <re2/re2.h>

#include <algorithm>
#include <memory>

#include "base/date_span.h"
#include "base/decimal.h"
#include "base/fatal.h"
#include "base/suggest.h"
#include "base/text.h"
#include "facts/world.h"
#include "query/filter/filter.h"
#include "query/filter/syntax.h"
#include "query/rows.h"
#include "query/select.h"

namespace taizhang::query::filter {

using document::Value;
using facts::Kind;
using facts::Row;
using facts::Type;

namespace {

/// Saved queries may use others; a circle of them is a mistake.
constexpr int most_saved = 8;

/// Where a word without a field looks.
struct Searched {
  Kind kind;
  std::string_view field;
};
constexpr Searched searched[] = {
    {Kind::tasks, "title"},     {Kind::tasks, "summary"},     {Kind::indicators, "name"},
    {Kind::progress, "done"},   {Kind::progress, "problems"}, {Kind::progress, "next"},
    {Kind::milestones, "name"}, {Kind::issues, "text"},
};

bool lies_in(Kind kind, Kind outer) {
  while (kind != outer && facts::kind_of(kind).parent != kind) kind = facts::kind_of(kind).parent;
  return kind == outer;
}

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

bool has_text(const std::string& text, const std::string& wanted) {
  return lower(text).find(lower(wanted)) != std::string::npos;
}

/// Whether something stands there at all.
bool is_there(const Value& value) {
  const auto* list = value.as<document::List>();
  const auto* text = value.as<std::string>();
  return !value.is_absent() && !(list && list->items.empty()) && !(text && text->empty());
}

Truth to_truth(bool holds) { return holds ? Truth::yes : Truth::no; }
Truth turned(Truth truth) { return truth == Truth::unknown ? truth : to_truth(truth == Truth::no); }

/// What one value of a row is compared with; the value is there.
using Match = std::function<bool(const Value&)>;

class Meaning {
 public:
  Meaning(const facts::World& world, Kind kind, const std::string& text, const Saved& saved,
          int depth)
      : world_(world), kind_(kind), text_(text), saved_(saved), depth_(depth) {}

  Test of(const Node& node) const {
    if (node.what == Node::What::term) return of(node.term);
    std::vector<Test> parts;
    for (const Node& part : node.parts) parts.push_back(of(part));
    switch (node.what) {
      case Node::What::none:
        return [test = parts.front()](const Row& row) { return turned(test(row)); };
      case Node::What::any:
        return [parts](const Row& row) {
          Truth truth = Truth::no;
          for (const Test& test : parts) truth = std::max(truth, test(row));
          return truth;
        };
      default:
        return [parts](const Row& row) {
          Truth truth = Truth::yes;
          for (const Test& test : parts) truth = std::min(truth, test(row));
          return truth;
        };
    }
  }

 private:
  Test of(const Term& term) const {
    switch (term.what) {
      case Term::What::word:
        return word(term);
      case Term::What::has:
        return has(term);
      case Term::What::saved:
        return saved(term);
      case Term::What::compare:
        break;
    }
    return comparison(term);
  }

  // -- words without a field ---------------------------------------------------------------------

  Test word(const Term& term) const {
    const auto matches = text_match(term.operands.front(), Compare::matches);
    std::vector<Searched> places;
    for (const Searched& place : searched) {
      if (lies_in(place.kind, kind_) || lies_in(kind_, place.kind)) places.push_back(place);
    }
    return [matches, places, kind = kind_](const Row& row) {
      for (const Searched& place : places) {
        const auto has = [&](const Row& one) {
          const Value value = facts::value(one, place.field);
          return is_there(value) && matches(value);
        };
        if (lies_in(kind, place.kind)) {
          if (has(facts::ancestor(row, place.kind))) return Truth::yes;
          continue;
        }
        const std::vector<Row> parts = facts::rows_in(row, place.kind);
        if (std::any_of(parts.begin(), parts.end(), has)) return Truth::yes;
      }
      return Truth::no;
    };
  }

  // -- existence
  // -----------------------------------------------------------------------------------

  Test has(const Term& term) const {
    if (const auto kind = kind_called(term.field)) {
      return
          [kind = *kind](const Row& row) { return to_truth(!facts::rows_in(row, kind).empty()); };
    }
    const facts::Asked field = find_field(term);
    return [field](const Row& row) { return to_truth(is_there(field.get(row))); };
  }

  /// The kind of what lies in the rows that `name` names: issues, issue, 问题.
  std::optional<Kind> kind_called(const std::string& name) const {
    for (const facts::KindOfRow* kind : facts::kinds()) {
      if (kind->kind == kind_ || !lies_in(kind->kind, kind_)) continue;
      const std::string own(kind->name);
      if (name == own || name + "s" == own || name == kind->title.zh || name == kind->list) {
        return kind->kind;
      }
    }
    return std::nullopt;
  }

  // -- saved queries
  // -------------------------------------------------------------------------------

  Test saved(const Term& term) const {
    std::vector<std::string> known;
    const auto filter = saved_ ? saved_(term.field, known) : std::nullopt;
    if (!filter) {
      fail(text_, term.field_piece,
           {{"没有“{0}”这个常用查询", "there is no saved query “{0}”"}, {term.field}},
           base::near_or_all(term.field, {known.begin(), known.end()}));
    }
    if (depth_ == most_saved) {
      fail(text_, term.field_piece, {{"常用查询互相引用", "saved queries use one another"}, {}},
           {});
    }
    return Meaning(world_, kind_, *filter, saved_, depth_ + 1).of(parse(*filter));
  }

  // -- comparisons
  // ---------------------------------------------------------------------------------

  Test comparison(const Term& term) const {
    if (!facts::find_field(kind_, term.field)) {
      const std::size_t dot = term.field.find('.');
      const auto kind = kind_called(term.field.substr(0, dot));
      if (kind && dot != std::string::npos) return of_parts(term, *kind, dot);
    }
    const facts::Asked field = find_field(term);
    const Match match = any_of(term, field);
    return [field, match, differs = term.compare == Compare::differs](const Row& row) {
      const Value value = field.get(row);
      if (!is_there(value)) return Truth::unknown;
      const auto* list = value.as<document::List>();
      const bool holds =
          list ? std::any_of(list->items.begin(), list->items.end(), match) : match(value);
      return to_truth(holds != differs);
    };
  }

  /// `indicator.light:red`: whether one of the indicators has it.
  Test of_parts(const Term& term, Kind kind, std::size_t dot) const {
    Term inner = term;
    inner.field = term.field.substr(dot + 1);
    inner.field_piece = {term.field_piece.at + dot + 1, term.field_piece.size - dot - 1};
    const Test test = Meaning(world_, kind, text_, saved_, depth_).of(inner);
    return [kind, test](const Row& row) {
      Truth truth = Truth::no;
      for (const Row& part : facts::rows_in(row, kind)) truth = std::max(truth, test(part));
      return truth;
    };
  }

  facts::Asked find_field(const Term& term) const {
    try {
      return find_column(kind_, term.field);
    } catch (const base::Fatal& unknown) {
      fail(text_, term.field_piece, unknown.message, unknown.help);
    }
  }

  Match any_of(const Term& term, const facts::Asked& field) const {
    std::vector<Match> all;
    for (const Operand& operand : term.operands) all.push_back(match(term, operand, field));
    return [all](const Value& value) {
      return std::any_of(all.begin(), all.end(), [&](const Match& one) { return one(value); });
    };
  }

  Match match(const Term& term, const Operand& operand, const facts::Asked& field) const {
    if (operand.pattern || term.compare == Compare::pattern) {
      return text_match(operand, term.compare);
    }
    if (field.field->known && field.part.empty()) return known_match(term, operand, field);
    switch (field.part.empty() ? field.field->type : Type::record) {
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
      case Type::record:
        // What a part of a record is, its value says.
        return base::Decimal::parse(operand.range ? either_end(operand) : operand.text).decimal
                   ? number_match(term, operand)
                   : text_match(operand, term.compare);
      default:
        break;
    }
    refuse_order(term, operand);
    return text_match(operand, term.compare);
  }

  static const std::string& either_end(const Operand& operand) {
    return operand.text.empty() ? operand.to : operand.text;
  }

  /// Texts and words have no order.
  void refuse_order(const Term& term, const Operand& operand) const {
    const bool ordered = term.compare == Compare::less || term.compare == Compare::at_most ||
                         term.compare == Compare::more || term.compare == Compare::at_least;
    if (!ordered && !operand.range) return;
    fail(text_, {term.field_piece.at, operand.piece.at + operand.piece.size - term.field_piece.at},
         {{"“{0}”不是数，也不是日期，比不出大小",
           "“{0}” is neither number nor date: it has no order"},
          {term.field}},
         {{"写成 {0}:{1}", "write {0}:{1}"}, {term.field, either_end(operand)}});
  }

  Match text_match(const Operand& operand, Compare compare) const {
    if (operand.pattern || compare == Compare::pattern) {
      RE2::Options options;
      options.set_log_errors(false);
      const auto pattern = std::make_shared<RE2>(operand.text, options);
      if (!pattern->ok()) {
        fail(text_, operand.piece,
             {{"正则表达式有误：{0}", "the regular expression is wrong: {0}"}, {pattern->error()}},
             {});
      }
      return [pattern](const Value& value) { return RE2::PartialMatch(plain(value), *pattern); };
    }
    const bool whole = compare == Compare::equals || compare == Compare::differs;
    return [whole, wanted = operand.text](const Value& value) {
      const std::string own = plain(value);
      return whole ? own == wanted : has_text(own, wanted);
    };
  }

  Match yes_no_match(const Term& term, const Operand& operand) const {
    refuse_order(term, operand);
    const auto is_one = [&](std::initializer_list<std::string_view> words) {
      return std::find(words.begin(), words.end(), operand.text) != words.end();
    };
    const bool yes = is_one({"true", "yes", "是"});
    if (!yes && !is_one({"false", "no", "否"})) {
      fail(text_, operand.piece, {{"“{0}”要写是或否", "“{0}” is yes or no"}, {term.field}},
           {{"写成 {0}:是 或 {0}:否", "write {0}:yes or {0}:no"}, {term.field}});
    }
    return [yes](const Value& value) { return value.as<bool>() && *value.as<bool>() == yes; };
  }

  // -- numbers
  // -------------------------------------------------------------------------------------

  /// A number as it is typed: `50`, `50%`, `1,500` is refused by the list it would be.
  std::string number_of(const Term& term, const Operand& operand, std::string text) const {
    if (text.ends_with('%')) text.pop_back();
    if (text.ends_with("％")) text.resize(text.size() - std::string_view("％").size());
    if (base::Decimal::parse(text).decimal) return text;
    fail(
        text_, operand.piece,
        {{"“{0}”是数，不能和“{1}”比", "“{0}” is a number, “{1}” is none"}, {term.field, text}},
        {{"写成 {0}<50 或 {0}:50..80 的样子", "write it like {0}<50 or {0}:50..80"}, {term.field}});
  }

  Match number_match(const Term& term, const Operand& operand) const {
    using document::Test;
    if (operand.range) {
      const std::string from = operand.text.empty() ? "" : number_of(term, operand, operand.text);
      const std::string to = operand.to.empty() ? "" : number_of(term, operand, operand.to);
      if (!from.empty() && !to.empty() &&
          *base::Decimal::parse(from).decimal > *base::Decimal::parse(to).decimal) {
        turned_round(operand, from, to);
      }
      return [=](const Value& value) {
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
    return [test, number](const Value& value) { return passes(value, {{}, test, number}); };
  }

  [[noreturn]] void turned_round(const Operand& operand, const std::string& from,
                                 const std::string& to) const {
    fail(text_, operand.piece, {{"这个范围前后颠倒了", "this range is the wrong way round"}, {}},
         {{"写成 {0}..{1}", "write {0}..{1}"}, {to, from}});
  }

  // -- dates
  // ---------------------------------------------------------------------------------------

  base::DateSpan span_of(const Term& term, const Operand& operand, const std::string& text) const {
    if (const auto span = base::parse_span(text, world_.clocks().as_of)) return *span;
    fail(text_, operand.piece,
         {{"“{0}”是日期，“{1}”不是", "“{0}” is a date, “{1}” is none"}, {term.field, text}},
         {base::date_span_form, {}});
  }

  /// `due:2023-10` is within the month, `<=` its last day, `<` before its first.
  Match date_match(const Term& term, const Operand& operand) const {
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

  /// Lights, units, sections: what the field can be, by its name, its word in either language, the
  /// beginning of that word; units also by alias and by a former name.
  Match known_match(const Term& term, const Operand& operand, const facts::Asked& field) const {
    refuse_order_of_known(term, operand, field);
    if (operand.range) return number_match(term, operand);
    std::vector<std::string> wanted;
    std::vector<std::string> known;
    for (const Row& plan : facts::rows(world_, Kind::plans)) {
      for (const facts::Known& one : field.field->known(plan)) {
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
    if (const auto unit = world_.unit_named(operand.text); unit && is_of_units(field)) {
      wanted.push_back(*unit);
    }
    if (wanted.empty()) add_by_beginning(operand.text, field, wanted);
    if (wanted.empty()) {
      std::sort(known.begin(), known.end());
      known.erase(std::unique(known.begin(), known.end()), known.end());
      fail(text_, operand.piece,
           {{"“{0}”没有“{1}”这个值", "“{0}” has no value “{1}”"}, {term.field, operand.text}},
           base::near_or_all(operand.text, {known.begin(), known.end()}));
    }
    return [wanted](const Value& value) {
      return std::find(wanted.begin(), wanted.end(), plain(value)) != wanted.end();
    };
  }

  void refuse_order_of_known(const Term& term, const Operand& operand,
                             const facts::Asked& field) const {
    const Type type = field.field->type;
    if (type != Type::whole && type != Type::number) refuse_order(term, operand);
  }

  /// Whether the values of a field are names of units.
  bool is_of_units(const facts::Asked& field) const {
    const std::vector<std::string> units = world_.unit_names();
    for (const Row& plan : facts::rows(world_, Kind::plans)) {
      for (const facts::Known& one : field.field->known(plan)) {
        if (std::find(units.begin(), units.end(), plain(one.value)) != units.end()) return true;
      }
    }
    return false;
  }

  /// 红 for 红灯: the only value whose word begins so.
  void add_by_beginning(const std::string& given, const facts::Asked& field,
                        std::vector<std::string>& wanted) const {
    for (const Row& plan : facts::rows(world_, Kind::plans)) {
      for (const facts::Known& one : field.field->known(plan)) {
        const std::string name = plain(one.value);
        const std::string word = document::text(one.label, base::Language::zh);
        if (!given.empty() && word.starts_with(given) &&
            std::find(wanted.begin(), wanted.end(), name) == wanted.end()) {
          wanted.push_back(name);
        }
      }
    }
    if (wanted.size() > 1) wanted.clear();
  }

  const facts::World& world_;
  Kind kind_;
  const std::string& text_;
  const Saved& saved_;
  int depth_;
};

}  // namespace

Test meaning(const facts::World& world, Kind kind, const std::string& text, const Saved& saved) {
  return Meaning(world, kind, text, saved, 0).of(parse(text));
}

}  // namespace taizhang::query::filter
