// SPDX-License-Identifier: MIT
//
// What the ledger has as a workbook beside its wide table.
#include <algorithm>

#include "report/sheets/tables.h"

namespace taizhang::report {

namespace {

document::Table sheet_of(const Paper& paper, Kind kind, const Rows& rows,
                         std::vector<Shown> columns) {
  if (columns.front().field == "item") columns.front().get = item_of;
  document::Table table =
      table_of(paper.asked(), std::string(facts::kind_of(kind).name), rows, columns);
  table.title = facts::kind_of(kind).title.in(paper.asked().language());
  return table;
}

/// How an indicator is reported and what it lacks, where that is asked for: as the papers have it,
/// of no task that is suspended or cancelled.
Shown where_counted(std::string_view field) {
  return {field, nullptr, [field](const Row& row) {
            return text_of(row, "counted") == "true" ? query::field(row, field) : Value();
          }};
}

/// The sheet of indicators.
std::vector<Shown> columns_of_indicators() {
  std::vector<Shown> columns =
      named_columns({"item", "title", "lead", "name", "commitment", "promise", "baseline", "target",
                     "value", "data_date", "expected", "gap", "completion", "light", "class", "due",
                     "reporter", "frequency"});
  columns.push_back(where_counted("reporting"));
  columns.push_back(where_counted("missing"));
  return columns;
}

/// What a cell of the matrix says: value and target, and the light.
struct OfUnit {
  Value target;
  Value value;
  Value light;
};

/// Of a cell without a target all are absent.
OfUnit parts_of(const Value& cell) {
  const auto* words = cell.as<document::Sentence>();
  if (!words) return {};
  const auto light = std::ranges::find_if(
      words->pieces, [](const Value& piece) { return piece.as<document::Word>() != nullptr; });
  // What is there of a total is a sentence too.
  const auto* both =
      light == words->pieces.end() ? words : words->pieces.front().as<document::Sentence>();
  if (!both) both = words;
  return {both->pieces.back(), Value(both->pieces.front()).toned(cell.tone()),
          light == words->pieces.end() ? Value() : Value(*light).toned(cell.tone())};
}

/// Value and target in columns of their own, so that both are numbers, and the light in a third.
document::Table apart(const Paper& paper, const document::Table& table) {
  document::Table result{.id = table.id, .title = paper.word(keys::matrix_heading)};
  const base::Language language = paper.asked().language();
  std::vector<bool> parts;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const document::Column& column = table.columns[i];
    parts.push_back(std::ranges::any_of(table.rows, [&](const document::Row& row) {
      return row.cells[i].as<document::Sentence>() != nullptr;
    }));
    if (!parts.back()) {
      result.columns.push_back(column);
      continue;
    }
    for (const char* field : {"target", "value"}) {
      const std::string title = query::find_column(Kind::shares, field).title(language);
      result.columns.push_back(
          {column.key + "." + field, column.title + " " + title, document::Align::right});
    }
    result.columns.push_back(
        {column.key + ".light", column.title + " " + paper.word(keys::matrix_light)});
  }
  for (const document::Row& row : table.rows) {
    document::Row& made = result.rows.emplace_back();
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (!parts[i]) {
        made.cells.push_back(row.cells[i]);
        continue;
      }
      OfUnit of_unit = parts_of(row.cells[i]);
      made.cells.push_back(std::move(of_unit.target));
      made.cells.push_back(std::move(of_unit.value));
      made.cells.push_back(std::move(of_unit.light));
    }
  }
  return result;
}

}  // namespace

std::vector<document::Chapter> ledger_sheets(const Asked& asked) {
  std::vector<document::Chapter> chapters;
  for (const Row& plan : plans_in_view(asked).plans) {
    Paper paper(asked, plan, 1, asked.clocks.as_of);
    paper.put(
        sheet_of(paper, Kind::indicators, paper.now(Kind::indicators), columns_of_indicators()));
    // Figures of a unit are of all its tasks: where only some are in view they would mislead.
    if (asked.selection.takes_all()) {
      paper.put(
          sheet_of(paper, Kind::units, paper.now(Kind::units),
                   named_columns({"name", "type", "leads", "targets", "supports", "tasks_known",
                                  "completion", "score", "rank_group", "members"})));
    }
    paper.put(sheet_of(
        paper, Kind::issues, paper.now(Kind::issues),
        named_columns({"item", "title", "lead", "id", "level", "text", "owner", "coordinator",
                       "found", "due", "state", "since", "days_left", "days_open", "cause"})));
    paper.put(apart(paper, matrix_table(paper)));
    chapters.push_back(paper.finished());
  }
  return chapters;
}

}  // namespace taizhang::report
