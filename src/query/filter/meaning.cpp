// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/date_span.h"
#include "base/fatal.h"
#include "base/suggest.h"
#include "facts/world.h"
#include "query/filter/filter.h"
#include "query/filter/match.h"
#include "query/filter/syntax.h"
#include "query/rows.h"
#include "query/saved.h"
#include "query/select.h"

namespace taizhang::query::filter {

using document::Value;
using facts::Kind;
using facts::Row;
using facts::Type;

namespace {

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

/// Whether a text is the word for what has no due date (长期坚持), which a ledger need not have.
bool is_standing(const std::string& text) {
  return text == model::DueDay::standing.zh || text == model::DueDay::standing.en;
}

/// Whether something stands there at all.
bool is_there(const Value& value) {
  const auto* list = value.as<document::List>();
  const auto* text = value.as<std::string>();
  return !value.is_absent() && !(list && list->items.empty()) && !(text && text->empty());
}

Truth to_truth(bool holds) { return holds ? Truth::yes : Truth::no; }
Truth turned(Truth truth) { return truth == Truth::unknown ? truth : to_truth(truth == Truth::no); }

class Meaning {
 public:
  /// `callers` are the saved queries that the filter stands in.
  Meaning(const facts::World& world, Kind kind, const std::string& text,
          std::vector<std::string_view> callers = {})
      : world_(world),
        kind_(kind),
        text_(text),
        callers_(std::move(callers)),
        matcher_(world, text) {}

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
          for (const Test& test : parts) {
            truth = std::max(truth, test(row));
            if (truth == Truth::yes) break;
          }
          return truth;
        };
      default:
        return [parts](const Row& row) {
          Truth truth = Truth::yes;
          for (const Test& test : parts) {
            truth = std::min(truth, test(row));
            if (truth == Truth::no) break;
          }
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
    refuse_mistyped_sign(term);
    const Match matches = matcher_.word(term.operands.front());
    std::vector<Searched> places;
    for (const Searched& place : searched) {
      if (lies_in(place.kind, kind_) || lies_in(kind_, place.kind)) places.push_back(place);
    }
    // Whatever is listed is searched by its own name.
    for (const std::string_view name : {"title", "name"}) {
      const auto own = facts::find_field(kind_, name);
      if (own && own->kind == kind_ && own->field->name == name) places.push_back({kind_, name});
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

  /// Refuse `light!red`, `light.red`: the name of a field with a sign that is none behind it is no
  /// word that anybody looks for.
  void refuse_mistyped_sign(const Term& term) const {
    const Operand& word = term.operands.front();
    if (word.quoted || word.pattern || facts::find_field(kind_, word.text)) return;
    const std::size_t at = word.text.find_first_of("!.");
    if (at == word.text.npos || at + 1 == word.text.size()) return;
    if (!facts::find_field(kind_, word.text.substr(0, at))) return;
    const std::string value = word.text.substr(at + 1);
    const std::string sign = word.text[at] == '!' ? "!=" : ":";
    fail(text_, {word.piece.at + at, 1},
         {{"“{0}”不是比较符号", "“{0}” is no comparison"}, {word.text.substr(at, 1)}},
         {{"是不是“{0}”？要找这几个字本身，请加引号",
           "did you mean “{0}”? quote it to look for itself"},
          {word.text.substr(0, at) + sign + value}});
  }

  // -- saved queries -----------------------------------------------------------------------------

  /// `@late` of an indicator is whether it is one of the query's; of what it lies in, whether one
  /// in it is; of what lies in it, whether it lies in one.
  Test saved(const Term& term) const {
    const std::optional<SavedQuery> query = find_saved(world_, term.field);
    if (!query) {
      fail(text_, term.field_piece,
           {{"没有“{0}”这个常用查询", "there is no saved query “{0}”"}, {term.field}},
           base::near_or_all(term.field, names_of_saved(world_)));
    }
    if (std::find(callers_.begin(), callers_.end(), query->name) != callers_.end()) {
      fail(text_, term.field_piece,
           {{"常用查询“{0}”绕回到了自己", "the saved query “{0}” comes back to itself"},
            {query->name}},
           {{"把它的条件直接写在这里", "write its terms here instead"}, {}});
    }
    const Kind kind = query->rows;
    const Test test = meaning_of(*query);
    if (lies_in(kind_, kind)) {
      return [test, kind](const Row& row) { return test(facts::ancestor(row, kind)); };
    }
    if (facts::can_hold(kind_, kind)) {
      return [test, kind](const Row& row) { return among(facts::rows_in(row, kind), test); };
    }
    fail(text_, term.field_piece,
         {{"“{0}”是{1}的查询，不能用来选{2}", "“{0}” is a query of {1} and cannot choose {2}"},
          {term.field, facts::kind_of(kind).title, facts::kind_of(kind_).title}},
         {{"用 taizhang list @{0} 列出它们", "list them: taizhang list @{0}"}, {term.field}});
  }

  Test meaning_of(const SavedQuery& query) const {
    const std::string filter(query.filter);
    std::vector<std::string_view> callers = callers_;
    callers.push_back(query.name);
    try {
      return Meaning(world_, query.rows, filter, std::move(callers)).of(parse(filter));
    } catch (base::Fatal& wrong) {
      add_place(wrong, query);
      throw;
    }
  }

  /// Whether one of the rows passes.
  static Truth among(const std::vector<Row>& rows, const Test& test) {
    Truth truth = Truth::no;
    for (const Row& row : rows) truth = std::max(truth, test(row));
    return truth;
  }

  // -- existence ---------------------------------------------------------------------------------

  Test has(const Term& term) const {
    // A field of the row's own goes before what lies in it, such as the period of a plan; but how
    // many tasks there are is no thing that is there.
    if (const facts::KindOfRow* kind = facts::find_kind(term.field);
        kind && kind->name == term.field && facts::can_hold(kind_, kind->kind)) {
      return has_any(kind->kind);
    }
    const auto own = facts::find_field(kind_, term.field);
    if (own && own->kind == kind_ && own->part.empty() && own->field->name == term.field) {
      return [field = *own](const Row& row) { return to_truth(is_there(field.get(row))); };
    }
    if (const auto kind = kind_called(term.field)) return has_any(*kind);
    if (!facts::find_field(kind_, term.field)) {
      if (const auto kind = only_parts_with(term.field)) return of_parts(term, *kind);
      suggest_kind(term);
    }
    const facts::Asked field = find_field(term);
    return [field](const Row& row) { return to_truth(is_there(field.get(row))); };
  }

  static Test has_any(Kind kind) {
    return [kind](const Row& row) { return to_truth(!facts::rows_in(row, kind).empty()); };
  }

  /// Refuse the name that is nearly one of what lies in the rows.
  void suggest_kind(const Term& term) const {
    std::vector<std::string_view> names;
    for (const facts::KindOfRow* kind : facts::kinds()) {
      if (!facts::can_hold(kind_, kind->kind)) continue;
      names.push_back(kind->name);
      names.push_back(kind->title.zh);
    }
    if (!base::suggestion(term.field, names)) return;
    fail(text_, term.field_piece,
         {{"{0}没有“{1}”", "{0} have no “{1}”"}, {facts::kind_of(kind_).title, term.field}},
         base::near_or_all(term.field, names));
  }

  /// The kind of what lies in the rows that `name` names: issues, issue, 问题.
  std::optional<Kind> kind_called(const std::string& name) const {
    if (name.empty()) return std::nullopt;
    for (const facts::KindOfRow* kind : facts::kinds()) {
      if (!facts::can_hold(kind_, kind->kind)) continue;
      const std::string own(kind->name);
      if (name == own || name + "s" == own || name == kind->title.zh || name == kind->list) {
        return kind->kind;
      }
    }
    return std::nullopt;
  }

  // -- comparisons -------------------------------------------------------------------------------

  Test comparison(const Term& term) const {
    if (!facts::find_field(kind_, term.field)) {
      const std::size_t dot = term.field.find('.');
      const auto kind = kind_called(term.field.substr(0, dot));
      if (kind && dot != std::string::npos) {
        Term inner = term;
        inner.field = term.field.substr(dot + 1);
        inner.field_piece = {term.field_piece.at + dot + 1, term.field_piece.size - dot - 1};
        return of_parts(inner, *kind);
      }
      if (const auto parts = only_parts_with(term.field)) return of_parts(term, *parts);
    }
    const facts::Asked field = find_field(term);
    if (field.type() == Type::date) {
      if (const auto test = in_words(term, field)) return *test;
    }
    const Match match = matcher_.any_of(term, field);
    const bool differs = term.compare == Compare::differs;
    return [field, match, term, differs](const Row& row) {
      const Value value = field.get(row);
      if (!is_there(value) || !can_compare(value, term, field)) return Truth::unknown;
      const auto* list = value.as<document::List>();
      const bool holds =
          list ? std::any_of(list->items.begin(), list->items.end(), match) : match(value);
      return to_truth(holds != differs);
    };
  }

  /// `due:长期坚持`, `due:9月底前`: what the ledger says in words where a date may stand, as tables
  /// show it. Nothing where no row of the kind says so.
  std::optional<Test> in_words(const Term& term, const facts::Asked& field) const {
    const bool differs = term.compare == Compare::differs;
    if (!differs && term.compare != Compare::matches && term.compare != Compare::equals)
      return std::nullopt;
    const Operand& wanted = term.operands.front();
    if (term.operands.size() > 1 || wanted.range || wanted.pattern ||
        base::parse_span(wanted.text, world_.clocks().as_of))
      return std::nullopt;
    const Match matches = matcher_.word(wanted);
    // Digits alone are the piece of a date that somebody has mistyped.
    const bool has_words = wanted.text.find_first_not_of("0123456789-/.") != std::string::npos;
    const auto says = [field, matches, has_words](const Row& row) {
      const auto in_words = [&](const Value& value) {
        return has_words && !value.as<base::Date>() && matches(value);
      };
      return in_words(field.get(row)) || in_words(field.shown(row));
    };
    const bool may_say = is_standing(wanted.text) && field.field->name.ends_with("due");
    const std::vector<Row> rows = facts::rows(world_, field.kind);
    if (!may_say && !std::any_of(rows.begin(), rows.end(), says)) return std::nullopt;
    return [field, says, differs](const Row& row) {
      return is_there(field.get(row)) ? to_truth(says(row) != differs) : Truth::unknown;
    };
  }

  /// `indicator.light:red`: whether one of the indicators has it.
  Test of_parts(const Term& term, Kind kind) const {
    const Test test = Meaning(world_, kind, text_, callers_).of(term);
    return [kind, test](const Row& row) { return among(facts::rows_in(row, kind), test); };
  }

  /// What lies in a row and has a field of the name of its own: of a task `commitment` can only be
  /// that of its indicators.
  std::vector<const facts::KindOfRow*> parts_with(const std::string& name) const {
    std::vector<const facts::KindOfRow*> found;
    std::vector<const facts::KindOfRow*> so_called;
    for (const facts::KindOfRow* kind : parts()) {
      const auto field = facts::find_field(kind->kind, name);
      if (!field || field->kind != kind->kind) continue;
      found.push_back(kind);
      if (field->field->name == name) so_called.push_back(kind);
    }
    // A name goes before what is also understood.
    return so_called.empty() ? found : so_called;
  }

  std::optional<Kind> only_parts_with(const std::string& name) const {
    const auto found = parts_with(name);
    return found.size() == 1 ? std::optional(found.front()->kind) : std::nullopt;
  }

  std::vector<const facts::KindOfRow*> parts() const {
    std::vector<const facts::KindOfRow*> found;
    for (const facts::KindOfRow* kind : facts::kinds()) {
      const bool of_owner = kind->kind == Kind::tasks && facts::can_hold(kind_, kind->kind);
      if ((kind->parent == kind_ || of_owner) && kind->kind != kind_) found.push_back(kind);
    }
    return found;
  }

  facts::Asked find_field(const Term& term) const {
    try {
      return find_column(kind_, term.field);
    } catch (const base::Fatal& unknown) {
      fail(text_, term.field_piece, unknown.message, help_with(term.field).value_or(unknown.help));
    }
  }

  /// What to write for a name that no row of the kind has, where its parts have it or nearly so.
  std::optional<base::Phrase> help_with(const std::string& name) const {
    std::vector<std::string> owners;
    for (const facts::KindOfRow* kind : parts_with(name)) {
      owners.push_back(std::string(kind->name) + "." + name);
    }
    if (owners.empty()) {
      // What lies deeper may have it: of a task `fate` can only be that of its readings.
      for (const facts::KindOfRow* kind : facts::kinds()) {
        const auto field = facts::find_field(kind->kind, name);
        if (facts::can_hold(kind_, kind->kind) && field && field->kind == kind->kind) {
          owners.push_back(std::string(kind->name) + "." + name);
        }
      }
    }
    if (!owners.empty()) {
      return base::Phrase{{"写明是哪一种的：{0}", "say whose: {0}"}, {base::joined(owners, ", ")}};
    }
    std::vector<std::string_view> names;
    for (const facts::Field& field : facts::kind_of(kind_).fields()) {
      names.insert(names.end(), {field.name, field.title.zh});
    }
    if (base::suggestion(name, names)) return std::nullopt;
    names.clear();
    for (const facts::KindOfRow* kind : parts()) {
      for (const facts::Field& field : kind->fields()) {
        names.insert(names.end(), {field.name, field.title.zh});
      }
    }
    if (!base::suggestion(name, names)) return std::nullopt;
    return base::near_or_all(name, names);
  }

  const facts::World& world_;
  Kind kind_;
  const std::string& text_;
  std::vector<std::string_view> callers_;
  Matcher matcher_;
};

}  // namespace

Test meaning(const facts::World& world, Kind kind, const std::string& text) {
  return Meaning(world, kind, text).of(parse(text));
}

}  // namespace taizhang::query::filter
