// SPDX-License-Identifier: MIT
#include "query/saved.h"

#include <algorithm>

#include "base/suggest.h"
#include "base/text.h"
#include "facts/world.h"
#include "query/filter/syntax.h"
#include "query/select.h"

namespace taizhang::query {

using facts::Kind;

namespace {

constexpr SavedQuery table[] = {
    {"behind",
     {"落后：红灯、黄灯的任务，按牵头单位", "red and yellow tasks, by lead unit"},
     Kind::tasks,
     "light:red,yellow counted:yes",
     "item title light class completion due",
     "light",
     "lead"},
    {"late",
     {"迟报：报得迟的各期，迟几天", "periods that were reported late, and by how many days"},
     Kind::periods,
     "missing:no counted:yes",
     "item name end deadline reported days_late reporter",
     "-days_late"},
    {"miss",
     {"完不成：按预计到期完不成的约束性指标，差多少",
      "binding indicators that will miss their target by the forecast, and by how much"},
     Kind::indicators,
     "commitment:binding forecast.will_meet:no counted:yes",
     "item name promise forecast.value forecast.gap forecast.gap_of_target value data_date lead",
     "forecast.gap_of_target"},
    {"over",
     {"超额：超过目标的指标", "indicators above their target"},
     Kind::indicators,
     "completion>100 counted:yes",
     "item name promise value completion lead",
     "-completion"},
    {"owed",
     {"欠报：过了报送截止日还没有报的各期，按欠报单位",
      "periods whose report has not come by its deadline, by who owes it"},
     Kind::periods,
     "missing:yes counted:yes",
     "item name start end deadline",
     "deadline",
     "owed_by"},
    {"pending",
     {"待定：待比较、待下达的指标", "indicators that are not yet compared, or have no target yet"},
     Kind::indicators,
     "class:not_compared",
     "item name promise class lead"},
    {"unmeasured",
     {"未量化：没有指标、节点的任务", "tasks without anything to measure"},
     Kind::tasks,
     "class:not_measured",
     "item title lead note"},
};
static_assert(std::ranges::is_sorted(table, {}, &SavedQuery::name));

/// A query of a file, whose kind of row is looked up.
SavedQuery saved_of(const model::OwnQuery& own) {
  SavedQuery query{
      own.name, {own.about, own.about}, Kind::tasks, own.filter, own.columns, own.sort, own.group,
      own.place};
  if (own.faulty) {
    base::Fatal fatal(
        base::Exit::usage,
        {{"常用查询“{0}”写得不对，不照用", "the saved query “{0}” has a fault"}, {own.name}},
        {{"哪里不对见 taizhang check；可以写 rows、filter、columns、sort、group、about，"
          "条件放进引号：filter: '…'",
          "taizhang check tells the fault; it may have rows, filter, columns, sort, group and "
          "about, and its filter is best put in quotes: filter: '…'"},
         {}});
    add_place(fatal, query);
    throw fatal;
  }
  if (!filter::is_callable(own.name)) {
    base::Fatal fatal(
        base::Exit::usage,
        {{"“{0}”这个名称没法用 @ 来叫", "nothing can be called by @ “{0}”"}, {own.name}},
        {{"名称写成一个词，里面不要空格和括号",
          "let its name be one word, without blanks and brackets"},
         {}});
    add_place(fatal, query);
    throw fatal;
  }
  if (own.rows.empty()) return query;
  if (const facts::KindOfRow* kind = facts::find_kind(own.rows)) {
    query.rows = kind->kind;
    return query;
  }
  std::vector<std::string_view> known;
  for (const facts::KindOfRow* kind : facts::kinds()) known.push_back(kind->name);
  try {
    base::refuse_unknown(own.rows, {"行", "kind of row"}, known);
  } catch (base::Fatal& unknown) {
    add_place(unknown, query);
    throw;
  }
}

/// Whether what lies in rows of the kind has the field.
bool is_of_parts(Kind kind, const std::string& name) {
  return std::ranges::any_of(facts::kinds(), [&](const facts::KindOfRow* inner) {
    const auto field = facts::find_field(inner->kind, name);
    return facts::can_hold(kind, inner->kind) && field && field->kind == inner->kind;
  });
}

/// Refuse fields of its own that the filter compares and the kind of row does not have; those of
/// parts are told where it is asked.
void require_fields(Kind kind, const filter::Node& node) {
  for (const filter::Node& part : node.parts) require_fields(kind, part);
  const filter::Term& term = node.term;
  const bool own = term.field.find('.') == term.field.npos;
  const bool compares =
      node.what == filter::Node::What::term && term.what == filter::Term::What::compare;
  if (compares && own && !is_of_parts(kind, term.field)) find_column(kind, term.field);
}

/// Refuse fields that its kind of row does not have, and a filter that is none. What is compared
/// with, a unit or a section, is known where it is asked.
void require_form(const SavedQuery& query) {
  try {
    require_fields(query.rows, filter::parse(std::string(query.filter)));
    for (const std::string_view fields : {query.columns, query.sort, query.group}) {
      for (std::string_view field : base::split(fields, ' ')) {
        if (field.starts_with('-')) field.remove_prefix(1);
        if (!field.empty()) find_column(query.rows, std::string(field));
      }
    }
  } catch (base::Fatal& wrong) {
    add_place(wrong, query);
    throw;
  }
}

SavedQuery sound_one(const model::OwnQuery& own) {
  SavedQuery query = saved_of(own);
  require_form(query);
  return query;
}

/// Whether a query of a file can be asked of the plans in view.
bool holds_in(const facts::World& world, const model::OwnQuery& own) {
  return !own.plan || std::ranges::any_of(world.plans(), [&](const auto& plan) {
    return plan.plan->file == *own.plan;
  });
}

}  // namespace

std::span<const SavedQuery> saved_queries() { return table; }

SavedQueries saved_queries(const model::Ledger& ledger) {
  SavedQueries all;
  for (const model::OwnQuery& own : ledger.queries) {
    try {
      all.sound.push_back(sound_one(own));
    } catch (base::Fatal& fault) {
      all.faults.push_back(std::move(fault));
    }
  }
  all.sound.insert(all.sound.end(), std::begin(table), std::end(table));
  return all;
}

std::optional<SavedQuery> find_saved(const facts::World& world, std::string_view name) {
  for (const model::OwnQuery& own : world.ledger().queries) {
    if (own.name == name && holds_in(world, own)) return sound_one(own);
  }
  for (const SavedQuery& one : table) {
    if (one.name == name || one.chinese() == name) return one;
  }
  return std::nullopt;
}

std::vector<std::string_view> names_of_saved(const facts::World& world) {
  std::vector<std::string_view> names;
  for (const model::OwnQuery& own : world.ledger().queries) {
    if (holds_in(world, own) && std::ranges::count(names, own.name) == 0) names.push_back(own.name);
  }
  for (const SavedQuery& one : table) {
    if (std::ranges::count(names, one.name) == 0) names.push_back(one.name);
  }
  return names;
}

void add_place(base::Fatal& fatal, const SavedQuery& query) {
  if (query.place.empty()) return;
  fatal.picture = "  " +
                  base::printable(std::string(query.place) + ": @" + std::string(query.name)) +
                  "\n" + fatal.picture;
}

}  // namespace taizhang::query
