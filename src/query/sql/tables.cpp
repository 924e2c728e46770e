// SPDX-License-Identifier: MIT
#include "query/sql/tables.h"

#include "query/sql/cell.h"

namespace taizhang::query::sql {

namespace {

/// What SQLite holds of a table, and of a place in it; the bases are its own.
struct Table : sqlite3_vtab {
  Tables* tables;
  facts::Kind kind;
};
struct Cursor : sqlite3_vtab_cursor {
  const std::vector<facts::Row>* rows = nullptr;
  std::size_t at = 0;
};

/// What is handed to a module: which kind its table is.
struct Client {
  Tables* tables;
  facts::Kind kind;
};

Table& table_of(sqlite3_vtab_cursor* cursor) { return *static_cast<Table*>(cursor->pVtab); }
Cursor& place(sqlite3_vtab_cursor* cursor) { return *static_cast<Cursor*>(cursor); }

int connect(sqlite3* connection, void* client, int, const char* const*, sqlite3_vtab** made,
            char**) {
  const Client& asked = *static_cast<Client*>(client);
  const int declared = sqlite3_declare_vtab(connection, declaration(asked.kind).c_str());
  if (declared != SQLITE_OK) return declared;
  sqlite3_vtab_config(connection, SQLITE_VTAB_DIRECTONLY);
  *made = new Table{{}, asked.tables, asked.kind};
  return SQLITE_OK;
}

int disconnect(sqlite3_vtab* table) {
  delete static_cast<Table*>(table);
  return SQLITE_OK;
}

/// A table is always read from end to end: SQLite makes an index of its own where it joins two.
int plan_of(sqlite3_vtab*, sqlite3_index_info* info) {
  constexpr int usual_rows = 1000;
  info->estimatedRows = usual_rows;
  info->estimatedCost = usual_rows;
  return SQLITE_OK;
}

int open(sqlite3_vtab*, sqlite3_vtab_cursor** cursor) {
  *cursor = new Cursor{};
  return SQLITE_OK;
}

int close(sqlite3_vtab_cursor* cursor) {
  delete &place(cursor);
  return SQLITE_OK;
}

/// Do what may throw, and keep what it threw.
template <class Work>
int guarded(sqlite3_vtab_cursor* cursor, const Work& work) {
  Tables& tables = *table_of(cursor).tables;
  try {
    work(tables);
    return SQLITE_OK;
  } catch (...) {
    tables.thrown = std::current_exception();
    return SQLITE_ERROR;
  }
}

int begin(sqlite3_vtab_cursor* cursor, int, const char*, int, sqlite3_value**) {
  return guarded(cursor, [&](Tables& tables) {
    place(cursor).rows = &tables.rows(table_of(cursor).kind);
    place(cursor).at = 0;
  });
}

int next(sqlite3_vtab_cursor* cursor) {
  ++place(cursor).at;
  return SQLITE_OK;
}

int is_over(sqlite3_vtab_cursor* cursor) {
  return place(cursor).at >= place(cursor).rows->size() ? 1 : 0;
}

int column_value(sqlite3_vtab_cursor* cursor, sqlite3_context* to, int number) {
  return guarded(cursor, [&](Tables& tables) {
    const Column& column = columns(table_of(cursor).kind)[static_cast<std::size_t>(number)];
    const Cursor& at = place(cursor);
    give(to, column.asked.get((*at.rows)[at.at]), column, tables.language());
  });
}

int row_number(sqlite3_vtab_cursor* cursor, sqlite3_int64* number) {
  *number = static_cast<sqlite3_int64>(place(cursor).at) + 1;
  return SQLITE_OK;
}

/// Without a way to make one, a table is there by itself; without one to write, it is only read.
constexpr sqlite3_module module_of_rows() {
  sqlite3_module module{};
  module.xConnect = connect;
  module.xBestIndex = plan_of;
  module.xDisconnect = disconnect;
  module.xDestroy = disconnect;
  module.xOpen = open;
  module.xClose = close;
  module.xFilter = begin;
  module.xNext = next;
  module.xEof = is_over;
  module.xColumn = column_value;
  module.xRowid = row_number;
  return module;
}

/// SQLite declares a virtual table where it is first named, and asks the authorizer whether tables
/// may be made: so each is named once before there is one.
void name_once(sqlite3* connection, const std::string& table) {
  sqlite3_stmt* statement = nullptr;
  const std::string text = "SELECT 1 FROM " + table;
  sqlite3_prepare_v2(connection, text.c_str(), -1, &statement, nullptr);
  sqlite3_finalize(statement);
}

}  // namespace

void Tables::add_to(sqlite3* connection, const std::string& prefix) {
  static constexpr sqlite3_module module = module_of_rows();
  for (const facts::KindOfRow* kind : facts::kinds()) {
    const std::string name = prefix + std::string(kind->name);
    sqlite3_create_module_v2(connection, name.c_str(), &module, new Client{this, kind->kind},
                             [](void* client) { delete static_cast<Client*>(client); });
    name_once(connection, identifier(name));
  }
  for (const char* table : {"json_each", "json_tree"}) name_once(connection, table);
}

const std::vector<facts::Row>& Tables::rows(facts::Kind kind) {
  const auto found = rows_.find(kind);
  if (found != rows_.end()) return found->second;
  return rows_[kind] = rows_of_(kind);
}

}  // namespace taizhang::query::sql
