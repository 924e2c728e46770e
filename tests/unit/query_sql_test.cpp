// SPDX-License-Identifier: MIT
//
// SQL says what `list --format json` says, of every kind of row, and does nothing else.
#include <doctest/doctest.h>

#include <chrono>
#include <nlohmann/json.hpp>
#include <set>

#include "base/fatal.h"
#include "facts/catalogue.h"
#include "ledgers.h"
#include "query/sql/database.h"
#include "run.h"

namespace query_sql_test {

using namespace taizhang;
using Json = nlohmann::ordered_json;

namespace {

/// A ledger and a day on which most kinds have rows.
struct Asked {
  const char* ledger;
  const char* day;
};
constexpr Asked ledgers[] = {{"linshui", "2024-07-12"}, {"qingzhou", "2023-12-31"}};

test::Outcome outcome(const test::MemoryDisk& disk, std::vector<std::string> arguments,
                      const std::string& input = {}) {
  test::World world;
  world.input = input;
  return test::run(std::move(arguments), disk, world);
}

Json json_of(const test::MemoryDisk& disk, const Asked& asked, std::vector<std::string> arguments) {
  for (const char* more : {"--as-of", asked.day, "--since", "2023-01-31", "--format", "json"})
    arguments.emplace_back(more);
  const test::Outcome result = outcome(disk, std::move(arguments));
  INFO(result.err);
  REQUIRE(result.exit == 0);
  return Json::parse(result.out);
}

std::string with_underscores(std::string name) {
  std::replace(name.begin(), name.end(), '.', '_');
  return name;
}

/// The names of a kind's fields as `fields` prints them.
std::vector<std::string> fields_of(std::string_view kind) {
  const Json all = Json::parse(outcome({}, {"fields", std::string(kind), "--format", "json"}).out);
  std::vector<std::string> names;
  for (const Json& row : all["plans"][0]["tables"][std::string(kind)]) {
    names.push_back(row["name"]);
  }
  return names;
}

/// The names of the columns in a `CREATE TABLE`, and of those the ones that are of numbers or days.
struct Schema {
  std::vector<std::string> names;
  std::set<std::string> strict;
};
Schema schema_of(std::string_view kind) {
  const std::string text = outcome({}, {"sql", "--schema", std::string(kind)}).out;
  Schema schema;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("  ")) continue;
    std::istringstream words(line);
    std::string name, type;
    words >> name >> type;
    std::erase(name, '"');
    schema.names.push_back(name);
    if (type.starts_with("D") || type.starts_with("I")) schema.strict.insert(name);
  }
  return schema;
}

/// Whether a cell of SQL says what the JSON of the row says.
bool agrees(const Json& sql, const Json& row, bool strict) {
  if (row.is_boolean()) return sql == Json(row.get<bool>() ? 1 : 0);
  if (row.is_structured()) return sql.is_string() && Json::parse(sql.get<std::string>()) == row;
  if (row.is_number() && sql.is_string()) return sql == row.dump();
  // A word in the place of a number or a day is none of them.
  if (strict && row.is_string() && sql.is_null()) return true;
  return sql == row || (row.is_string() && sql == row.dump());
}

int refusal_of(const std::string& statement, const query::sql::Limits& limits = {}) {
  try {
    query::sql::answer(
        statement, [](facts::Kind) { return std::vector<facts::Row>(); },
        *base::parse_date("2023-12-31").date, base::Language::en, {}, limits);
  } catch (const base::Fatal& fatal) {
    CHECK_FALSE(fatal.message.empty());
    return static_cast<int>(fatal.exit);
  }
  return 0;
}

}  // namespace

TEST_SUITE_BEGIN("sql");

TEST_CASE("every kind of row has as many rows in SQL as in a list, and the columns of fields") {
  int with_rows = 0;
  for (const Asked& asked : ledgers) {
    const test::MemoryDisk disk = test::disk_with_ledger(asked.ledger);
    for (const facts::KindOfRow* kind : facts::kinds()) {
      const std::string name(kind->name);
      CAPTURE(name);
      const Json counted = json_of(disk, asked, {"sql", "select count(*) as n from " + name});
      const Json listed = json_of(disk, asked, {"list", "--rows", name});
      CHECK(counted[0]["n"] == listed.size());
      with_rows += listed.empty() ? 0 : 1;
      std::vector<std::string> names = fields_of(name);
      std::transform(names.begin(), names.end(), names.begin(), with_underscores);
      CHECK(schema_of(name).names == names);
    }
  }
  CHECK(with_rows >= 20);
}

TEST_CASE("every value of every row is the same in SQL as in the JSON of a list") {
  int compared = 0;
  int words_for_numbers = 0;
  for (const Asked& asked : ledgers) {
    const test::MemoryDisk disk = test::disk_with_ledger(asked.ledger);
    for (const facts::KindOfRow* kind : facts::kinds()) {
      const std::string name(kind->name);
      CAPTURE(name);
      const std::vector<std::string> fields = fields_of(name);
      std::string columns;
      for (const std::string& field : fields) columns += (columns.empty() ? "" : ",") + field;
      const Json listed = json_of(disk, asked, {"list", "--rows", name, "--columns", columns});
      const Json told = json_of(disk, asked, {"sql", "select * from " + name});
      const Schema schema = schema_of(name);
      REQUIRE(told.size() == listed.size());
      for (std::size_t i = 0; i < told.size(); ++i) {
        for (const std::string& field : fields) {
          const std::string column = with_underscores(field);
          CAPTURE(column);
          CAPTURE(listed[i]["address"].dump());
          CHECK(agrees(told[i][column], listed[i][field], schema.strict.contains(column)));
          words_for_numbers += told[i][column].is_null() && !listed[i][field].is_null() ? 1 : 0;
          ++compared;
        }
      }
    }
  }
  CHECK(compared >= 12000);
  CHECK(words_for_numbers <= compared / 100);
}

TEST_CASE("a row has the columns of what it lies in, and the parts of its records") {
  const test::MemoryDisk disk = test::disk_with_ledger("linshui");
  const Json rows = json_of(disk, ledgers[0],
                            {"sql",
                             "select r.item, r.title, r.name, i.name as other from readings r "
                             "join indicators i on i.address = r.parent"});
  CHECK(rows.size() == json_of(disk, ledgers[0], {"list", "--rows", "readings"}).size());
  for (const Json& row : rows) {
    CHECK(row["name"] == row["other"]);
    CHECK(row["title"].is_string());
  }
  const Json scores =
      json_of(disk, ledgers[0], {"sql", "select score_value from tasks where item = 1"});
  CHECK(
      scores[0]["score_value"] ==
      json_of(disk, ledgers[0], {"list", "item:1", "--columns", "score.value"})[0]["score.value"]);
}

TEST_CASE("numbers come out as decimals, whole ones divide to whole ones, dates are of the day") {
  const test::MemoryDisk disk = test::disk_with_ledger("linshui");
  const Json row = json_of(
      disk, ledgers[0],
      {"sql",
       "select 0.1 + 0.2 as sum, 1e300 as large, -2.5e-12 as small, 9e999 as endless, -7.5 as "
       "less, date('now') as today, 2 as a, "
       "3 as a, null as none, x'00ff' as bytes, (select target / 7 from indicators where target = "
       "100 limit 1) as part, 1 / 2 as whole, 1.0 * 1 / 2 as half"})[0];
  CHECK(row["whole"] == 0);
  CHECK(row["half"] == 0.5);
  CHECK(row["sum"].dump() == "0.3");
  CHECK(row["large"].is_number());
  CHECK(row["large"] == 1e300);
  CHECK(row["small"] == -2.5e-12);
  CHECK(row["endless"] == "inf");
  CHECK(row["less"] == -7.5);
  CHECK(row["today"] == "2024-07-12");
  CHECK(row["a"] == 2);
  CHECK(row["a_2"] == 3);
  CHECK(row["none"].is_null());
  CHECK(row["bytes"] == "X'00FF'");
}

TEST_CASE("a statement comes from the command line, from a file or from standard input") {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  disk.files["question.sql"] = "\xEF\xBB\xBFselect count(*) as n -- how many\nfrom tasks;\n";
  const std::vector<std::string> day{"--as-of", "2024-07-12"};
  const auto with_day = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), day.begin(), day.end());
    return arguments;
  };
  const std::string typed = outcome(disk, with_day({"sql", "select count(*) as n from tasks"})).out;
  CHECK(typed.starts_with("n\n"));
  CHECK(outcome(disk, with_day({"sql", "-f", "question.sql"})).out == typed);
  CHECK(outcome(disk, with_day({"sql"}), "select count(*) as n from tasks").out == typed);
  CHECK(outcome(disk, with_day({"sql", "-"}), "select count(*) as n from tasks").out == typed);
  CHECK(outcome(disk, {"sql", "-f", "nowhere.sql"}).exit == 2);
  CHECK(outcome(disk, {"sql", "select 1", "-f", "question.sql"}).exit == 2);
}

TEST_CASE("nothing but reading the tables of the catalogue is let through") {
  const test::MemoryDisk disk = test::disk_with_ledger("linshui");
  int refused = 0;
  for (const std::string statement : {
           "attach 'x.db' as x",
           "attach ':memory:' as x",
           "detach main",
           "vacuum",
           "vacuum into 'x.db'",
           "pragma writable_schema = 1",
           "pragma journal_mode = wal",
           "pragma table_info(tasks)",
           "select * from pragma_table_info('tasks')",
           "select * from pragma_database_list",
           "select load_extension('x.so')",
           "select random()",
           "create table x(a)",
           "create temp table x as select * from tasks",
           "create view x as select 1",
           "create virtual table x using fts5(a)",
           "create trigger x after insert on tasks begin select 1; end",
           "insert into tasks(item) values (1)",
           "insert into sqlite_master values (1, 2, 3, 4, 5)",
           "update tasks set title = 'x'",
           "delete from tasks",
           "drop table tasks",
           "alter table tasks rename to x",
           "reindex",
           "analyze",
           "begin",
           "commit",
           "rollback",
           "savepoint x",
           "release x",
           "select * from sqlite_master",
           "select * from sqlite_schema",
           "select * from sqlite_temp_master",
           "select * from dbstat",
           "select * from sqlite_stmt",
           "select * from fts3tokenize('simple')",
           "with x as (select 1) delete from tasks",
           "select 1; drop table tasks",
           "select 1; select 2",
           "select ?",
           "select * from tasks where item = :item",
           "",
           "   ",
           "-- nothing",
           "select zeroblob(1000000000)",
           "select hex(zeroblob(100000000))",
           "select replace(hex(zeroblob(4000000)), '0', '0000000000')",
           "select group_concat(zeroblob(10000000)) from (select 1 union select 2 union select 3)",
           "select readfile('/etc/passwd')",
           "select writefile('x', 'y')",
           "select edit('x')",
           "select fts3_tokenizer('simple')",
           "select",
           "selct 1",
           "select 'x",
           "select \"市工信局\" from tasks",
           "select 市工信局 from tasks",
           "select lights from tasks",
           "select * from task",
           "select 任务 from 任务",
           "select nofunction(1)",
           "select json_extract('{', '$')",
           "select abs(-9223372036854775807 - 1)",
       }) {
    CAPTURE(statement);
    const std::vector<std::string> arguments = {"sql", statement};
    const test::Outcome result = outcome(disk, arguments, "");
    CHECK(result.exit == 2);
    CHECK(result.out.empty());
    CHECK_FALSE(result.err.empty());
    CHECK(disk.written.empty());
    refused += result.exit == 2 ? 1 : 0;
  }
  CHECK(refused >= 60);
  // What only reads is.
  for (const std::string statement :
       {"select 1", "select 1;", "select 1; -- end", "explain query plan select * from tasks",
        "with recursive c(x) as (select 1 union all select x + 1 from c where x < 9) select * from "
        "c",
        "select value from tasks, json_each(lead)", "values (1), (2)", "select printf('%5d', 1)",
        "select printf('%2000000000d', 1)"}) {
    CAPTURE(statement);
    CHECK(outcome(disk, {"sql", statement, "--as-of", "2024-07-12"}).exit == 0);
  }
}

TEST_CASE("what has no end is stopped") {
  int asked = 0;
  const query::sql::Limits short_time{.time_is_up = [&asked] { return ++asked % 1000 == 0; }};
  int stopped = 0;
  for (const char* bomb : {
           "with recursive c(x) as (select 1 union all select x + 1 from c) select count(*) from c",
           "with recursive c(x) as (select 1 union select x + 1 from c) select max(x) from c",
           "with recursive c(x) as (select 1 union all select x + 1 from c limit 3000) "
           "select count(*) from c a, c b, c d",
       }) {
    CAPTURE(bomb);
    stopped += refusal_of(bomb, short_time) == 2 ? 1 : 0;
  }
  CHECK(stopped == 3);
  CHECK(asked == 3000);
  const std::string rows = "with recursive c(x) as (select 1 union all select x + 1 from c) ";
  CHECK(refusal_of(rows + "select x from c", {.rows = 1000}) == 2);
  CHECK(refusal_of(rows + "select hex(zeroblob(1000)) from c", {.bytes = 1'000'000}) == 2);
  CHECK(refusal_of(rows + "select x from c limit 1000", {.rows = 1000}) == 0);
}

TEST_CASE("a join of everything with everything ends with its time, also over rows of the ledger") {
  const test::MemoryDisk disk = test::disk_with_ledger("linshui");
  const std::string join =
      "with recursive c(x) as (select 1 union all select x + 1 from c where x < 100000) "
      "select count(*) from readings a, c b, c d where a.value + b.x < d.x";
  const auto began = std::chrono::steady_clock::now();
  const test::Outcome stopped = outcome(disk, {"sql", join, "--seconds", "1"});
  CHECK(stopped.exit == 2);
  CHECK(stopped.out.empty());
  CHECK(stopped.err.find("1 秒") != std::string::npos);
  CHECK(std::chrono::steady_clock::now() - began >= std::chrono::seconds(1));
  CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(20));
  for (const char* wrong : {"0", "-1", "1.5", "x", "99999999999"}) {
    CAPTURE(wrong);
    CHECK(outcome(disk, {"sql", "select 1", std::string("--seconds=") + wrong}).exit == 2);
  }
}

TEST_CASE("what is wrong is said at its place, with what was probably meant") {
  const test::MemoryDisk disk = test::disk_with_ledger("linshui");
  constexpr struct {
    const char* statement;
    const char* says;
  } wrong[] = {
      {"select item from task", "did you mean “tasks”"},
      {"select item from 任务", "did you mean “tasks”"},
      {"select lights from tasks", "did you mean “light”"},
      {"select t.ligth from tasks t", "did you mean “light”"},
      {"select 牵头单位 from tasks", "did you mean “lead”"},
      {"select score.value from tasks", "did you mean “score_value”"},
      {"select written.due from tasks", "did you mean “written_due”"},
      {"select item from tasks where lead = \"市工信局\"", "'市工信局'"},
      {"select item,\n  lihgt\nfrom tasks", "    lihgt\n    ^^^^^"},
      {"select title from tasks, indicators, tasks t", "tasks.title"},
      {"select item frm tasks", "syntax error"},
      {"select 1; select 2", "more than one"},
      {"delete from tasks", "only reading"},
  };
  for (const auto& [statement, says] : wrong) {
    CAPTURE(statement);
    const std::string err = outcome(disk, {"sql", statement, "--lang", "en"}).err;
    CAPTURE(err);
    CHECK(err.find(says) != std::string::npos);
  }
}

TEST_SUITE_END();

}  // namespace query_sql_test
