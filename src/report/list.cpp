// SPDX-License-Identifier: MIT
#include "report/reports.h"

#include <algorithm>
#include <utility>

#include "base/fatal.h"
#include "base/text.h"
#include "query/groups.h"
#include "query/order.h"
#include "query/undecided.h"
#include "words/keys.h"

namespace taizhang::report {

namespace keys = words::keys;
using facts::Kind;

namespace {

/// The columns of a kind where none are asked for.
constexpr std::pair<Kind, std::string_view> usual_columns[] = {
    {Kind::plans, "id title time tasks tasks_known completion"},
    {Kind::sections, "plan no title tasks tasks_known completion"},
    {Kind::units, "plan name type leads supports tasks_known completion"},
    {Kind::tasks, "item title lead due status light class known completion"},
    {Kind::duties, "item title unit role light class completion"},
    {Kind::indicators,
     "item name promise value data_date known_units completion ratio light reporter"},
    {Kind::unit_indicators, "item name unit role target value completion ratio light"},
    {Kind::shares, "item name unit target value completion ratio light"},
    {Kind::milestones, "item name due done light lead"},
    {Kind::readings, "item name id date value reported by fate"},
    {Kind::periods, "item name start end deadline missing owed_by reporter"},
    {Kind::progress, "item date by done problems next"},
    {Kind::issues, "item text level owner state since due overdue"},
    {Kind::steps, "item text date state by note"},
    {Kind::inspections, "item date method indicator_name checked confirmed result finding"},
    {Kind::assessments, "item date by period grade expect_year_end"},
    {Kind::orders, "item date level to reply_by reply.date closed reason"},
    {Kind::changes, "item what from to effective approved_by in_force reason"},
    {Kind::deductions, "item title cause times each"},
    {Kind::events, "item title event subject before after date reported by"},
};

Value data_of(const std::vector<facts::Row>& rows, const std::vector<facts::Asked>& columns,
              const std::vector<std::string>& names, bool chosen) {
  document::List list;
  for (const facts::Row& row : rows) {
    list.items.emplace_back(chosen ? facts::record(row, columns, names)
                                   : facts::record(row, facts::Need::figures));
  }
  return list;
}

/// A selection is of tasks: what tasks lie in cannot be chosen by it.
void refuse_selection(const Asked& asked, Kind kind) {
  const bool above = kind == Kind::plans || kind == Kind::sections || kind == Kind::units;
  const query::Selection& chosen = asked.selection;
  if (!above || (chosen.section.empty() && chosen.unit.empty() && chosen.status.empty())) return;
  base::refuse(
      {{"{0}不能用 --section、--unit、--status 选",
        "{0} cannot be chosen by --section, --unit or --status"},
       {facts::kind_of(kind).title}},
      {{"去掉这些选项，或列任务：--rows tasks", "leave them out, or list tasks: --rows tasks"}});
}

/// What a list shows: its columns by name, as asked for or the usual ones of the kind.
struct Columns {
  explicit Columns(const ListAsked& list) : chosen(!list.columns.empty()), names(list.columns) {
    if (!chosen) {
      const auto usual =
          std::ranges::find(usual_columns, list.kind, &std::pair<Kind, std::string_view>::first);
      for (const std::string_view name : base::split(usual->second, ' ')) names.emplace_back(name);
    }
    for (std::string& name : names) {
      fields.push_back(query::find_column(list.kind, name));
      const facts::Asked& field = fields.back();
      name = field.field->name + (field.part.empty() ? "" : ".") + field.part;
    }
  }

  bool chosen;
  std::vector<std::string> names;
  std::vector<facts::Asked> fields;
};

/// The rows that are wanted, in the order that is wanted.
std::vector<facts::Row> in_order(const query::Rows& rows, const ListAsked& list) {
  std::vector<facts::Row> all(rows.begin(), rows.end());
  query::sort(all, list.kind, list.sort);
  return all;
}

query::Rows wanted_rows(const Asked& asked, const ListAsked& list) {
  refuse_selection(asked, list.kind);
  const facts::World& world = asked.world();
  return query::Rows(world, list.kind).where(query::conditions(world, asked.selection));
}

/// Rows in tables, whole or in groups, and the same for programs.
class Lister {
 public:
  Lister(const Asked& asked, const ListAsked& list) : asked_(asked), list_(list), columns_(list) {}

  Document written() {
    const query::Rows rows = wanted_rows(asked_, list_);
    document_ = started(asked_, "list",
                        std::string(facts::kind_of(list_.kind).title.in(asked_.language())));
    if (list_.group.empty()) {
      document_.chapters.emplace_back();
      add(rows, data_);
    } else {
      add_groups(rows);
    }
    add_undecided();
    if (shows_lights(columns_.fields)) {
      document_.foot.insert(document_.foot.begin(), legend(asked_));
    }
    document_.data = [data = std::move(data_)] { return data(); };
    return std::move(document_);
  }

 private:
  /// A table of the first rows of those that are wanted, and a line of how many it leaves out.
  void add(const query::Rows& wanted, std::function<Value()>& data) {
    std::vector<facts::Row> rows = in_order(wanted, list_);
    const bool cut = list_.limit && rows.size() > *list_.limit;
    if (cut) rows.resize(*list_.limit);
    std::vector<document::Block>& blocks = document_.chapters.back().blocks;
    blocks.emplace_back(table_of(asked_, std::string(facts::kind_of(list_.kind).name), list_.kind,
                                 rows,
                                 named_columns({columns_.names.begin(), columns_.names.end()})));
    std::vector<document::Column>& columns = std::get<document::Table>(blocks.back()).columns;
    for (std::size_t i = 1; i < columns.size(); ++i) {
      const auto stand = [&](std::string_view first, std::string_view second) {
        return columns[i - 1].key == first && columns[i].key == second;
      };
      columns[i].joins = stand("light", "class") || stand("known", "completion");
      // The completion is printed with it.
      columns[i - 1].in_heading |= !columns_.chosen && stand("known_units", "completion");
    }
    if (cut) {
      // A limit was asked for, so it comes from no row.
      const std::string most = std::to_string(*list_.limit);
      blocks.emplace_back(document::Note{say(asked_, keys::list_first_of, most, wanted.count())});
    }
    data = [rows = std::move(rows), columns = columns_] {
      return data_of(rows, columns.fields, columns.names, columns.chosen);
    };
  }

  /// A line of how many rows a saved query could not tell of: nothing missed is not nothing known.
  void add_undecided() {
    if (!list_.saved) return;
    query::Selection rest = asked_.selection;
    const std::string filter = std::exchange(rest.filter, "");
    const facts::World& world = asked_.world();
    const query::Rows all = query::Rows(world, list_.kind).where(query::conditions(world, rest));
    const auto open = query::undecided(all, *list_.saved, filter);
    if (!open) return;
    std::vector<std::string> names;
    for (const facts::Asked& field : open->fields) {
      names.emplace_back(field.field->title.in(asked_.language()));
    }
    document_.chapters.back().blocks.emplace_back(document::Note{
        say(asked_, keys::list_undecided, document::out_of(open->without.count(), open->of.count()),
            base::joined(names, asked_.language() == base::Language::zh ? "、" : ", "))});
  }

  void add_groups(const query::Rows& wanted) {
    const facts::Asked field = query::find_column(list_.kind, list_.group);
    std::vector<std::pair<Value, std::function<Value()>>> parts;
    for (const facts::Row& plan : facts::rows(asked_.world(), Kind::plans)) {
      const query::Rows rows = wanted.where({{"plan", Test::equals, facts::address(plan)}});
      document_.chapters.push_back({facts::address(plan), {}});
      for (const query::Group& group : query::grouped(rows, field, plan).groups) {
        if (group.rows.empty()) continue;
        const Value label =
            group.key.empty() ? Value(asked_.words[keys::stats_nowhere]) : group.label;
        document_.chapters.back().blocks.emplace_back(
            document::Heading{say(asked_, keys::list_group, label, group.rows.count()), 2});
        add(group.rows,
            parts.emplace_back(group.key.empty() ? Value() : Value(group.key), nullptr).second);
        add_group_column(field, label);
      }
    }
    data_ = [parts = std::move(parts)] {
      document::List list;
      for (const auto& [key, rows] : parts) {
        list.items.emplace_back(document::Record{{{"group", key}, {"rows", rows()}}});
      }
      return Value(std::move(list));
    };
  }

  /// Say in the rows themselves which group they are of, for a format that has no headings.
  void add_group_column(const facts::Asked& field, const Value& label) {
    const auto is_table = [](const document::Block& block) {
      return std::holds_alternative<document::Table>(block);
    };
    std::vector<document::Block>& blocks = document_.chapters.back().blocks;
    auto& table =
        std::get<document::Table>(*std::ranges::find_if(blocks.rbegin(), blocks.rend(), is_table));
    table.columns.insert(
        table.columns.begin(),
        {.key = "group", .title = field.title(asked_.language()), .in_heading = true});
    for (document::Row& row : table.rows) row.cells.insert(row.cells.begin(), label);
  }

  const Asked& asked_;
  const ListAsked& list_;
  Columns columns_;
  Document document_;
  std::function<Value()> data_;
};

}  // namespace

Document list(const Asked& asked, const ListAsked& list) { return Lister(asked, list).written(); }

Value count(const Asked& asked, const ListAsked& list) { return wanted_rows(asked, list).count(); }

Value addresses(const Asked& asked, const ListAsked& list) {
  std::vector<facts::Row> rows = in_order(wanted_rows(asked, list), list);
  if (list.limit && rows.size() > *list.limit) rows.resize(*list.limit);
  const bool several = facts::rows(asked.world(), Kind::plans).size() > 1;
  document::List all;
  for (const facts::Row& row : rows) {
    const std::string address = facts::address(row);
    all.items.emplace_back(several ? address : address.substr(address.find('/') + 1));
  }
  return all;
}

std::vector<facts::Row> selected(const Asked& asked, Kind kind) {
  const query::Rows rows = wanted_rows(asked, {.kind = kind});
  return {rows.begin(), rows.end()};
}

Document fields(const words::Words& words, const std::vector<Kind>& kinds) {
  const base::Language language = words.language();
  Document document;
  document.id = "fields";
  document.title = words[keys::fields_title];
  document.language = language;
  for (const Kind one : kinds) {
    const facts::KindOfRow& kind = facts::kind_of(one);
    document::Table table{.id = std::string(kind.name)};
    table.title = std::string(kind.name) + " " + std::string(kind.title.in(language));
    for (const auto& [key, title] :
         {std::pair("name", keys::fields_name), std::pair("title", keys::fields_word),
          std::pair("type", keys::fields_type), std::pair("about", keys::fields_about)}) {
      table.columns.push_back({key, std::string(words[title])});
    }
    table.columns.back().wraps = table.columns.back().yields = true;
    for (const facts::Field* field : facts::own_fields(one)) {
      table.rows.push_back(
          {{field->name, std::string(field->title.in(language)), facts::type_word(field->type),
            std::string(field->about.in(language))}});
    }
    document.chapters.push_back({{}, {std::move(table)}});
  }
  return document;
}

}  // namespace taizhang::report
