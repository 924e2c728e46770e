// SPDX-License-Identifier: MIT
#include <chrono>
#include <istream>
#include <iterator>

#include "base/text.h"
#include "command/answer.h"
#include "command/output.h"
#include "query/sql/columns.h"
#include "report/reports.h"

namespace taizhang::command {

namespace {

struct SqlOptions : AnswerOptions {
  std::vector<std::string> statement;
  std::string file;
  std::string seconds = "30";
  bool schema = false;
};

/// The limits of a statement whose time begins now.
query::sql::Limits limits_of(const SqlOptions& sql) {
  using std::chrono::steady_clock;
  constexpr int most = 24 * 60 * 60;
  const auto seconds = query::whole_number(sql.seconds);
  if (!seconds || *seconds < 1 || *seconds > most) {
    base::refuse({{"--seconds 的“{0}”不是秒数", "“{0}”, for --seconds, is no number of seconds"},
                  {sql.seconds}},
                 {{"写 1 至 {0} 的整数", "write a whole number from 1 to {0}"}, {most}});
  }
  const steady_clock::time_point end = steady_clock::now() + std::chrono::seconds(*seconds);
  return {.seconds = *seconds, .time_is_up = [end] { return steady_clock::now() >= end; }};
}

/// The statement as it was typed, from a file, or from standard input.
std::string statement_of(const SqlOptions& sql, const Context& context) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  std::string text = base::joined(sql.statement, " ");
  if (!sql.file.empty() && !text.empty()) {
    base::refuse(
        {{"语句写了两处：{0} 和命令行", "there are two statements: in {0} and typed"}, {sql.file}},
        {{"去掉其中一个", "leave one of them out"}});
  }
  if (!sql.file.empty() && sql.file != "-") {
    constexpr std::size_t largest_statement = 1 << 20;
    base::Content content = context.io.disk.read(sql.file, largest_statement);
    if (content.fault != base::DiskFault::none) {
      base::refuse({{"读不出 {0}：{1}", "{0} cannot be read: {1}"},
                    {sql.file, base::words_for(content.fault, content.reason)}},
                   {{"检查文件名和权限", "check its name and permissions"}});
    }
    text = std::move(content.text);
  } else if (text.empty() || text == "-") {
    text.assign(std::istreambuf_iterator<char>(context.io.in), {});
  }
  if (text.starts_with(byte_order_mark)) text.erase(0, byte_order_mark.size());
  return text;
}

base::Exit write_schema(const SqlOptions& sql, const Context& context) {
  // A schema is statements, in whatever file: no table that has formats.
  const std::size_t dot = sql.output.rfind('.');
  const render::Format* of_path =
      dot == sql.output.npos ? nullptr : render::format_of_ending(sql.output.substr(dot + 1));
  const bool other_format = !sql.format.empty() && sql.format != "text";
  if (other_format || (of_path && of_path->name != "text")) {
    base::refuse(
        {{"--schema 是 SQL 语句，没有别的格式", "--schema is SQL and has no other format"}},
        {{"写 -o 文件.sql，或不写；字段的表用 taizhang fields --format csv",
          "write -o FILE.sql, or neither; a table of fields is taizhang fields --format "
          "csv"}});
  }
  std::vector<facts::Kind> kinds;
  for (const std::string& name : sql.statement) kinds.push_back(kind_named(name));
  if (kinds.empty()) {
    for (const facts::KindOfRow* kind : facts::kinds()) kinds.push_back(kind->kind);
  }
  require_writable(context, sql.output);
  write_result(context, sql.output, query::sql::schema(kinds, context.language));
  return base::Exit::clean;
}

base::Exit run(const SqlOptions& sql, const Context& context) {
  if (sql.schema) return write_schema(sql, context);
  const std::string text = statement_of(sql, context);
  query::sql::require_sound(text);
  const query::sql::Limits limits = limits_of(sql);
  query::sql::Cells cells;
  if (chosen_format(sql.format, sql.output, "text").name == "csv") cells.null_sign = "";
  return answer(
      context, sql,
      {.document =
           [&](const report::Asked& asked) { return report::sql(asked, text, cells, limits); },
       .is_table = true});
}

void declare(Options& options, SqlOptions& sql) {
  options.rest(
      "SELECT", sql.statement,
      {"查询语句；不写则从标准输入读", "the statement; from standard input when left out"});
  options.option("-f,--file", sql.file, "FILE", {"从文件读语句", "read the statement from a file"});
  options.flag("--schema", sql.schema,
               {"列出各张表和它们的列（后面可写表名）",
                "list the tables with their columns; of those named, where some are"});
  options.option("--seconds", sql.seconds, "N",
                 {"最多算多少秒，默认 30", "stop after so many seconds, 30 by default"});
  declare_plan(options, sql);
  declare_since(options, sql);
  declare_output(options, sql);
}

}  // namespace

const Command sql_command{
    "sql",
    Needs::figures,
    {"用 SQL 查询台账", "ask the ledger in SQL"},
    {R"(用 SQL 查询。每一种行是一张表：tasks、indicators、readings、issues……；列就是 taizhang fields 的字段，
名称里的点写作下划线（written.due 是 written_due），--schema 列出全部。语法是 SQLite 的，只能查，不能写。
只算语句里提到的列，以 --as-of、--known-by 为准；date('now') 是 --as-of 那一天。

列的值：
  数          没有单位；百分比写作 57.01；没有的是 NULL
  整数        项数、天数等，相除只得整数，要小数写 1.0 * a / b
  是否        1、0
  日期        2023-10-31
  灯、状态等  英文名：red、in_progress，见 taizhang list --format json
  列表、记录  JSON 文本：lead 是 ["市工信局"]，查其中一个用 lead like '%"市工信局"%'，
              或 from tasks, json_each(tasks.lead) as u where u.value = '市工信局'
行里没有的列取它所在的指标、任务、计划的（readings 也有 lead、title），记录的一部分写作 score_value；
select * 只给行自己的列。parent 是所在的指标、任务的 address，表与表可以这样对上。

示例：
  taizhang sql "select item, title from tasks where light = 'red'"
  taizhang sql "select light, count(*) from tasks group by light"
  taizhang sql "select avg(completion) from tasks" --format json
  taizhang sql "select item, name, value from indicators" -o values.xlsx
  taizhang sql --schema
  taizhang sql --schema tasks
)",
     R"(Ask in SQL. Each kind of row is a table: tasks, indicators, readings, issues ...; its columns are
the fields of taizhang fields, with _ for a dot (written.due is written_due); --schema lists them.
The language is that of SQLite, for reading only. Only columns that are named are worked out, of the
days of --as-of and --known-by; date('now') is the --as-of day.

Values:
  numbers        without units; per cent is 57.01; NULL for none
  whole numbers  such as counts divide to whole ones, 1.0 * a / b does not
  yes and no     1 and 0
  dates          2023-10-31
  lights, states their names: red, in_progress; see taizhang list --format json
  lists, records JSON text: lead is ["市工信局"]; ask for one of them by
                 lead like '%"市工信局"%', or by
                 from tasks, json_each(tasks.lead) as u where u.value = '市工信局'
A column that a row does not have is that of the indicator, task or plan it lies in (readings have
lead and title, too); a part of a record is score_value. select * gives a row's own columns. Tables
are joined by parent, the address of the indicator or the task that a row lies in.

Examples:
  taizhang sql "select item, title from tasks where light = 'red'"
  taizhang sql "select light, count(*) from tasks group by light"
  taizhang sql "select avg(completion) from tasks" --format json
  taizhang sql "select item, name, value from indicators" -o values.xlsx
  taizhang sql --schema
  taizhang sql --schema tasks
)"},
    set_up<SqlOptions, declare, run>,
};

}  // namespace taizhang::command
