// SPDX-License-Identifier: MIT
#include <set>

#include "report/reports.h"
#include "words/keys.h"

namespace taizhang::report {

namespace keys = words::keys;
using facts::Kind;

namespace {

/// A document that is one table; for programs its rows, each cell by the key of its column.
Document of_table(const Asked& asked, std::string title, document::Table table) {
  Document document = started(asked, "sql", std::move(title));
  // A statement has no plan and no selection: only the day is known of it.
  document.head.assign(1, days(asked));
  document::List rows;
  for (const document::Row& row : table.rows) {
    document::Record record;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      record.rows.emplace_back(table.columns[i].key, row.cells[i]);
    }
    rows.items.emplace_back(std::move(record));
  }
  document.data = [rows = std::move(rows)] { return Value(rows); };
  document.chapters.push_back({{}, {std::move(table)}});
  return document;
}

}  // namespace

Document sql(const Asked& asked, const std::string& text, const query::sql::Cells& cells,
             const query::sql::Limits& limits) {
  const auto rows = [&](Kind kind) { return facts::rows(asked.world(), kind); };
  return of_table(
      asked, std::string(asked.words[keys::sql_title]),
      query::sql::answer(text, rows, asked.clocks.as_of, asked.language(), cells, limits));
}

query::sql::RowsOf exported_rows(const Asked& asked, std::optional<Kind> only) {
  if (only) return [&asked](Kind kind) { return selected(asked, kind); };
  if (asked.selection.takes_all()) {
    return [&asked](Kind kind) { return facts::rows(asked.world(), kind); };
  }
  std::set<decltype(facts::Row::task)> tasks;
  for (const facts::Row& task : selected(asked, Kind::tasks)) tasks.insert(task.task);
  return [&asked, tasks = std::move(tasks)](Kind kind) {
    std::vector<facts::Row> rows = facts::rows(asked.world(), kind);
    std::erase_if(rows,
                  [&](const facts::Row& row) { return row.task && !tasks.contains(row.task); });
    return rows;
  };
}

Document exported(const Asked& asked, Kind kind, const query::sql::RowsOf& rows,
                  const query::sql::Cells& cells) {
  const std::string name(facts::kind_of(kind).name);
  const query::sql::Limits all_rows = query::sql::Limits::none();
  document::Table table = query::sql::answer("select * from " + query::sql::identifier(name), rows,
                                             asked.clocks.as_of, asked.language(), cells, all_rows);
  table.id = table.title = name;
  return of_table(asked, name, std::move(table));
}

}  // namespace taizhang::report
