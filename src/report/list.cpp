// SPDX-License-Identifier: MIT
#include "report/reports.h"

#include <algorithm>

#include "base/fatal.h"
#include "base/text.h"
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
    {Kind::indicators, "item name promise value data_date completion ratio light reporter"},
    {Kind::shares, "item name unit target value completion ratio light"},
    {Kind::milestones, "item name due done light lead"},
    {Kind::readings, "item name id date value reported by fate"},
    {Kind::periods, "item name start end deadline missing reporter"},
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

/// The number that a value is sorted by: its own, of a record that of its value, of a sentence the
/// first in it.
std::optional<base::Ratio> number_in(const Value& value) {
  const auto* record = value.as<document::Record>();
  if (record) return record->find("value") ? number_in(*record->find("value")) : std::nullopt;
  std::optional<base::Ratio> found;
  document::for_each_number(value, nullptr, [&](const Value& number, const document::Origin*) {
    if (found) return;
    const auto* whole = number.as<long long>();
    found = whole ? base::to_ratio(*whole) : number.as<document::Number>()->value;
  });
  return found;
}

/// Whether `a` comes before `b`: numbers and days by size, all else by its text; what is not there
/// comes last.
bool is_before(const Value& a, const Value& b) {
  if (a.is_absent() || b.is_absent()) return !a.is_absent() && b.is_absent();
  const auto number = number_in(a);
  const auto other = number_in(b);
  if (number && other) return *number < *other;
  return query::plain(a) < query::plain(b);
}

void sort(std::vector<facts::Row>& rows, Kind kind, const std::vector<std::string>& by) {
  // The last is sorted by first, so that the first decides.
  for (auto name = by.rbegin(); name != by.rend(); ++name) {
    const bool turned = name->starts_with('-');
    const facts::Asked field = query::find_column(kind, turned ? name->substr(1) : *name);
    std::stable_sort(rows.begin(), rows.end(), [&](const facts::Row& a, const facts::Row& b) {
      const Value x = field.get(a);
      const Value y = field.get(b);
      if (x.is_absent() || y.is_absent()) return is_before(x, y);
      return turned ? is_before(y, x) : is_before(x, y);
    });
  }
}

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

}  // namespace

Document list(const Asked& asked, const ListAsked& list) {
  const facts::KindOfRow& kind = facts::kind_of(list.kind);
  const bool chosen = !list.columns.empty();
  std::vector<std::string> names = list.columns;
  if (!chosen) {
    const auto usual =
        std::ranges::find(usual_columns, list.kind, &std::pair<Kind, std::string_view>::first);
    for (const std::string_view name : base::split(usual->second, ' ')) names.emplace_back(name);
  }
  std::vector<facts::Asked> columns;
  for (std::string& name : names) {
    columns.push_back(query::find_column(list.kind, name));
    name =
        columns.back().field->name + (columns.back().part.empty() ? "" : ".") + columns.back().part;
  }
  refuse_selection(asked, list.kind);
  const facts::World& world = asked.world();
  const query::Rows all(world, list.kind);
  const query::Rows wanted = all.where(query::conditions(world, asked.selection));
  std::vector<facts::Row> rows(wanted.begin(), wanted.end());
  sort(rows, list.kind, list.sort);

  Document document = started(asked, "list", std::string(kind.title.in(asked.language())));
  document.chapters.push_back({{},
                               {table_of(asked, std::string(kind.name), list.kind, rows,
                                         named_columns({names.begin(), names.end()}))}});
  if (shows_lights(columns)) document.foot.insert(document.foot.begin(), legend(asked));
  document.data = [rows, columns, names, chosen] { return data_of(rows, columns, names, chosen); };
  return document;
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
    for (const facts::Field& field : kind.fields()) {
      table.rows.push_back({{field.name, std::string(field.title.in(language)),
                             facts::type_word(field.type), std::string(field.about.in(language))}});
    }
    document.chapters.push_back({{}, {std::move(table)}});
  }
  return document;
}

}  // namespace taizhang::report
