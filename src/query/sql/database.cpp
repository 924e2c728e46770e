// SPDX-License-Identifier: MIT
#include "query/sql/database.h"

#include <algorithm>

#include "base/fatal.h"
#include "base/text.h"
#include "query/sql/cell.h"
#include "query/sql/complaint.h"
#include "query/sql/connection.h"

namespace taizhang::query::sql {

namespace {

/// The statement that all of `text` is.
Statement prepared(const Connection& connection, const std::string& text) {
  sqlite3_stmt* made = nullptr;
  const char* rest = nullptr;
  const int size = static_cast<int>(std::min<std::size_t>(text.size(), 1U << 30));
  if (sqlite3_prepare_v2(connection.get(), text.c_str(), size, &made, &rest) != SQLITE_OK) {
    complain(connection, text);
  }
  Statement statement(made);
  if (!statement) {
    base::refuse({{"没有写语句", "there is no statement"}},
                 {{"例如 taizhang sql \"select count(*) from tasks\"",
                   "such as taizhang sql \"select count(*) from tasks\""}});
  }
  // Of several statements SQLite reads the first; what follows may be a remark.
  sqlite3_stmt* next = nullptr;
  const auto read = static_cast<std::size_t>(rest - text.c_str());
  const bool faulty = sqlite3_prepare_v2(connection.get(), rest, -1, &next, nullptr) != SQLITE_OK;
  // It takes a zero byte for the end.
  const bool cut_short = text.find('\0') != text.npos;
  if (Statement(next) || faulty || cut_short) {
    complain_at(text, read, {{"只能写一条语句", "there is more than one statement"}},
                {{"分开来问", "ask them one by one"}});
  }
  // What gives no columns does something, such as REINDEX, which no authorizer is asked about.
  if (sqlite3_column_count(statement.get()) == 0 || !sqlite3_stmt_readonly(statement.get())) {
    complain_at(text, 0, {{"这一句不是查询", "this asks nothing"}}, {only_reads});
  }
  if (sqlite3_bind_parameter_count(statement.get()) > 0) {
    const char* name = sqlite3_bind_parameter_name(statement.get(), 1);
    base::refuse({{"{0} 没有值可填", "there is no value for {0}"}, {name ? name : "?"}},
                 {{"直接写出值，文字用单引号：'市工信局'",
                   "write the value itself, a text in single quotes: '市工信局'"}});
  }
  return statement;
}

/// The names of the result's columns, each its own: programs find a cell by it.
std::vector<document::Column> heads(sqlite3_stmt* statement) {
  std::vector<document::Column> columns;
  const auto is_taken = [&](const std::string& name) {
    return std::any_of(columns.begin(), columns.end(),
                       [&](const document::Column& column) { return column.key == name; });
  };
  for (int i = 0; i < sqlite3_column_count(statement); ++i) {
    const char* given = sqlite3_column_name(statement, i);
    const std::string name = given ? given : "";
    std::string key = name;
    for (int n = 2; is_taken(key); ++n) key = name + "_" + std::to_string(n);
    columns.push_back({.key = key, .title = key});
  }
  return columns;
}

bool is_number(const document::Value& value) {
  return value.as<long long>() || value.as<document::Number>();
}

/// Columns of numbers stand to the right; all others give way on a narrow terminal.
void align(document::Table& table) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    bool numbers = false;
    bool others = false;
    for (const document::Row& row : table.rows) {
      numbers = numbers || is_number(row.cells[i]);
      others = others || (!is_number(row.cells[i]) && !row.cells[i].is_absent());
    }
    if (numbers && !others) table.columns[i].align = document::Align::right;
    table.columns[i].yields = others;
  }
}

class Reading {
 public:
  Reading(const RowsOf& rows, base::Date today, base::Language language, const Limits& limits)
      : tables_(rows, language), connection_(today), limits_(limits) {
    tables_.add_to(connection_.get());
    connection_.lock(limits.time_is_up);
  }

  document::Table answer(const std::string& text, const Cells& cells) {
    const Statement statement = prepared(connection_, text);
    document::Table table{.id = "sql", .columns = heads(statement.get())};
    std::size_t bytes = 0;
    while (step(statement.get(), text)) {
      document::Row& row = table.rows.emplace_back();
      for (int i = 0; i < sqlite3_column_count(statement.get()); ++i) {
        row.cells.push_back(taken(statement.get(), i, cells.typed, cells.null_sign));
        bytes += static_cast<std::size_t>(sqlite3_column_bytes(statement.get(), i));
      }
      if (table.rows.size() > limits_.rows || bytes > limits_.bytes) refuse_large_result();
    }
    align(table);
    return table;
  }

 private:
  /// Whether there is one more row.
  bool step(sqlite3_stmt* statement, const std::string& text) {
    const int result = sqlite3_step(statement);
    if (tables_.thrown) std::rethrow_exception(tables_.thrown);
    if (result == SQLITE_ROW) return true;
    if (result == SQLITE_DONE) return false;
    if (!connection_.is_stopped()) complain(connection_, text);
    base::refuse(
        {{"算了 {0} 秒还没有完，停下了", "stopped after {0} seconds without an end"},
         {limits_.seconds}},
        {{"表与表要写明怎么对上（on），递归要有终点；确实要算得久的，加 --seconds",
          "say by what two tables are joined (on), and let a recursion end; --seconds gives "
          "more time"}});
  }

  [[noreturn]] void refuse_large_result() const {
    base::refuse(
        {{"结果超过 {0} 行或 {1} MiB", "the result has more than {0} rows or {1} MiB"},
         {static_cast<long long>(limits_.rows), static_cast<long long>(limits_.bytes >> 20)}},
        {{"加上 where 或 limit", "add where or limit"}});
  }

  Tables tables_;
  Connection connection_;
  Limits limits_;
};

}  // namespace

void require_sound(const std::string& text) {
  Tables tables(nullptr, base::Language::zh);
  Connection connection({});
  tables.add_to(connection.get());
  connection.lock(nullptr);
  prepared(connection, text);
}

document::Table answer(const std::string& text, const RowsOf& rows, base::Date today,
                       base::Language language, const Cells& cells, const Limits& limits) {
  return Reading(rows, today, language, limits).answer(text, cells);
}

std::string saved(const std::vector<facts::Kind>& kinds, const RowsOf& rows, base::Date today,
                  base::Language language) {
  Tables tables(rows, language);
  Connection connection(today);
  const std::string live = "live_";
  tables.add_to(connection.get(), live);
  connection.run(schema(kinds, language));
  for (const facts::Kind kind : kinds) {
    const std::string name(facts::kind_of(kind).name);
    try {
      connection.run("INSERT INTO " + identifier(name) + " SELECT * FROM " + live + name);
    } catch (const std::logic_error&) {
      if (tables.thrown) std::rethrow_exception(tables.thrown);
      throw;
    }
  }
  sqlite3_int64 size = 0;
  unsigned char* const bytes = sqlite3_serialize(connection.get(), "main", &size, 0);
  std::string all(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
  sqlite3_free(bytes);
  return all;
}

}  // namespace taizhang::query::sql
