// SPDX-License-Identifier: MIT
#include "report/list.h"

#include <algorithm>

#include "base/fatal.h"
#include "words/keys.h"

namespace taizhang::report {

namespace keys = words::keys;
using facts::Kind;

namespace {

/// The columns of a kind where none are asked for.
std::vector<std::string> usual_columns(Kind kind) {
  switch (kind) {
    case Kind::plans:
      return {"id", "title", "time", "tasks", "tasks_known", "completion"};
    case Kind::sections:
      return {"plan", "no", "title", "tasks", "tasks_known", "completion"};
    case Kind::units:
      return {"plan", "name", "type", "leads", "supports", "tasks_known", "completion"};
    case Kind::tasks:
      return {"item", "title", "lead", "due", "status", "light", "class", "known", "completion"};
    case Kind::indicators:
      return {"item",       "name",  "promise", "value",   "data_date",
              "completion", "ratio", "light",   "reporter"};
    case Kind::milestones:
      return {"item", "name", "due", "done", "light", "lead"};
    case Kind::readings:
      return {"item", "name", "id", "date", "value", "reported", "by", "fate"};
    case Kind::periods:
      return {"item", "name", "start", "end", "deadline", "missing", "reporter"};
    case Kind::progress:
      return {"item", "date", "by", "done", "problems", "next"};
    case Kind::issues:
      return {"item", "text", "level", "owner", "state", "since", "due", "overdue"};
    case Kind::steps:
      return {"item", "text", "date", "state", "by", "note"};
    case Kind::inspections:
      return {"item",    "date",      "method", "indicator_name",
              "checked", "confirmed", "result", "finding"};
    case Kind::assessments:
      return {"item", "date", "by", "period", "grade", "expect_year_end"};
    case Kind::orders:
      return {"item", "date", "level", "to", "reply_by", "reply.date", "closed", "reason"};
    case Kind::changes:
      return {"item", "what", "from", "to", "effective", "approved_by", "in_force", "reason"};
    case Kind::deductions:
      return {"item", "title", "cause", "times", "each"};
  }
  return {};
}

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
  if (!above || asked.selection.takes_all()) return;
  throw base::Fatal(
      base::Exit::usage,
      {{"{0}不能用 --section、--unit、--status 选",
        "{0} cannot be chosen by --section, --unit or --status"},
       {facts::kind_of(kind).title}},
      {{"去掉这些选项，或列任务：--rows tasks", "leave them out, or list tasks: --rows tasks"},
       {}});
}

bool shows_lights(const std::vector<facts::Asked>& columns) {
  return std::any_of(columns.begin(), columns.end(), [](const facts::Asked& column) {
    return column.field->name == "light" || column.field->name == "class";
  });
}

}  // namespace

Document list(const Asked& asked, const ListAsked& list) {
  const facts::KindOfRow& kind = facts::kind_of(list.kind);
  const bool chosen = !list.columns.empty();
  std::vector<std::string> names = chosen ? list.columns : usual_columns(list.kind);
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
  document::Table table{
      .id = std::string(kind.name), .kind = std::string(kind.name), .clocks = asked.clocks};
  for (std::size_t i = 0; i < columns.size(); ++i) {
    table.columns.push_back(column_of(names[i], columns[i], asked.language()));
  }
  for (const facts::Row& row : rows) table.rows.push_back(row_of(row, columns));
  document.chapters.push_back({{}, {std::move(table)}});
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
                             facts::type_word(field.type), std::string(field.about.in(language))},
                            {}});
    }
    document.chapters.push_back({{}, {std::move(table)}});
  }
  return document;
}

}  // namespace taizhang::report
