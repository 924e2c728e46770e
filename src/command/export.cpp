// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/fatal.h"
#include "base/text.h"
#include "command/answer.h"
#include "command/complete/complete.h"
#include "command/output.h"
#include "report/reports.h"

namespace taizhang::command {

namespace {

struct ExportOptions : AnswerOptions {
  std::string target;
  std::string rows;
  bool raw = false;
};

/// How an export can be written.
struct ExportFormat {
  std::string_view name;
  std::vector<std::string_view> endings;  ///< the first is that of files in a folder
  bool one_table;                         ///< a file holds one kind; several go into a folder
};

const ExportFormat export_formats[] = {
    {"csv", {"csv"}, true},
    {"json-lines", {"jsonl", "ndjson"}, true},
    {"sqlite", {"sqlite", "sqlite3", "db"}, false},
    {"xlsx", {"xlsx"}, false},
};

bool has_ending(const ExportFormat& format, std::string_view ending) {
  return std::count(format.endings.begin(), format.endings.end(), ending) > 0;
}

/// What is to be written where.
struct Plan {
  const ExportFormat& format;
  std::vector<facts::Kind> kinds;
  bool into_folder;

  std::string path(const std::string& target, facts::Kind kind) const {
    if (!into_folder) return target;
    return base::join_path(
        target, std::string(facts::kind_of(kind).name) + "." + std::string(format.endings.front()));
  }
};

/// Whether what stands behind the dot of a name tells of a file: parquet, xls, db3. A folder may be
/// called 2023.08.
bool is_of_a_file(std::string_view ending) {
  const auto is_letter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
  const auto fits = [&](char c) { return is_letter(c) || (c >= '0' && c <= '9'); };
  return ending.size() > 1 && std::ranges::all_of(ending, fits) &&
         std::ranges::any_of(ending, is_letter);
}

/// The format of `--format`, else of the target's ending, else CSV in a folder.
Plan plan_of(const ExportOptions& asked, const Context& context) {
  if (asked.target.empty()) {
    base::refuse({{"没有写导出到哪里", "there is no file or folder to export to"}},
                 {{"如 taizhang export 台账.xlsx", "such as taizhang export ledger.xlsx"}});
  }
  if (asked.target == "-") {
    base::refuse({{"导出要一个文件或文件夹", "an export wants a file or a folder"}},
                 {{"写到标准输出用 taizhang list --rows tasks --format csv",
                   "taizhang list --rows tasks --format csv writes to standard output"}});
  }
  const std::size_t dot = asked.target.rfind('.');
  const bool no_dot = dot == std::string::npos || asked.target.find('/', dot) != std::string::npos;
  const std::string ending = no_dot ? "" : asked.target.substr(dot + 1);
  const auto of_ending =
      std::find_if(std::begin(export_formats), std::end(export_formats),
                   [&](const ExportFormat& format) { return has_ending(format, ending); });
  if (of_ending == std::end(export_formats) && is_of_a_file(ending) &&
      context.io.disk.list(asked.target).fault != base::DiskFault::none) {
    base::refuse(
        {{"不能导出成 .{0}", "there is no export to .{0}"}, {ending}},
        {{"文件名以 .xlsx、.sqlite、.csv、.jsonl 结尾，或写文件夹名（末尾加 /）",
          "let the name end in .xlsx, .sqlite, .csv or .jsonl, or name a folder; x.y/ is one"}});
  }
  const bool is_file = of_ending != std::end(export_formats);
  const ExportFormat& format = !asked.format.empty()
                                   ? base::find_named(std::span<const ExportFormat>(export_formats),
                                                      asked.format, {"格式", "format"})
                               : is_file ? *of_ending
                                         : export_formats[0];
  if (is_file && of_ending != &format) {
    base::refuse(
        {{"--format {0} 与文件名 {1} 不一致", "--format {0} contradicts the name {1}"},
         {asked.format, asked.target}},
        {{"去掉 --format，或换一个扩展名", "leave --format out, or let the name end otherwise"}});
  }
  Plan plan{format, {}, format.one_table && !is_file};
  if (!asked.rows.empty()) {
    plan.kinds.push_back(kind_named(asked.rows));
  } else if (format.one_table && is_file) {
    base::refuse({{"{0} 文件只放一种行", "a file of {0} holds one kind of row"}, {format.name}},
                 {{"加 --rows，或写文件夹名，各种行各一个文件",
                   "add --rows, or name a folder, for a file a kind"}});
  } else {
    // Events are told from a day on; without one there are none.
    for (const facts::KindOfRow* kind : facts::kinds()) {
      if (kind->kind != facts::Kind::events || !asked.since.empty()) {
        plan.kinds.push_back(kind->kind);
      }
    }
  }
  return plan;
}

void make_folder(const Context& context, const std::string& path) {
  const base::Written made = context.io.disk.make_folder(path);
  if (made.fault == base::DiskFault::none) return;
  throw base::Fatal(base::Exit::internal,
                    {{"建不了文件夹 {0}：{1}", "the folder {0} cannot be made: {1}"},
                     {path, base::words_for(made.fault, made.reason)}},
                    {{"换一个位置", "choose another place"}});
}

/// Refuse to put an export in the place of a file that begins like none.
void refuse_foreign_file(const Context& context, const std::string& path,
                         const ExportFormat& format) {
  constexpr std::size_t most = std::size_t{1} << 30;
  const std::string text = context.io.disk.read(path, most).text;
  const std::string_view head = std::string_view(text).substr(0, text.find('\n'));
  const bool is_export = format.one_table
                             ? head.find("address") <= std::string_view("\xEF\xBB\xBF").size()
                             : text.starts_with("SQLite format 3") || text.starts_with("PK");
  if (text.empty() || is_export) return;
  base::refuse({{"{0} 不是导出的文件，不覆盖", "{0} is no export and is not replaced"}, {path}},
               {{"换一个位置，或先把它移走", "choose another place, or move it away"}});
}

/// The same for the files of an export into a folder; and say which others lie in it: they are no
/// part of the export.
void refuse_foreign(const Context& context, const std::string& folder, const Plan& plan) {
  const base::Listing listing = context.io.disk.list(folder);
  std::vector<std::string> others;
  for (const base::Entry& entry : listing.entries) {
    const std::string path = base::join_path(folder, entry.name);
    const bool is_target = std::ranges::any_of(
        plan.kinds, [&](facts::Kind kind) { return plan.path(folder, kind) == path; });
    if (!is_target) {
      others.push_back(entry.name);
      continue;
    }
    refuse_foreign_file(context, path, plan.format);
  }
  if (others.empty()) return;
  constexpr std::size_t most_named = 3;
  const auto count = static_cast<long long>(others.size());
  if (others.size() > most_named) others.resize(most_named), others.emplace_back("…");
  context.say({{"{0} 里另有 {1} 个文件，不是这次导出的：{2}",
                "in {0} lie {1} other files that are not of this export: {2}"},
               {folder, count, base::joined(others, ", ")}});
}

/// The bytes of one file with tables of these kinds.
std::string bytes_of(const report::Asked& asked, const ExportFormat& format, bool raw,
                     const std::vector<facts::Kind>& kinds, const query::sql::RowsOf& rows) {
  if (format.name == "sqlite") {
    return query::sql::saved(kinds, rows, asked.clocks.as_of, asked.language());
  }
  // CSV has no types: what is not there is an empty cell, yes and no are 1 and 0.
  const bool csv = format.name == "csv";
  query::sql::Cells cells{.typed = !csv, .null_sign = ""};
  document::Document all;
  for (const facts::Kind kind : kinds) {
    document::Document one = report::exported(asked, kind, rows, cells);
    if (kinds.size() == 1) {
      all = std::move(one);
    } else {
      all.chapters.push_back(std::move(one.chapters.front()));
    }
  }
  return render::format_of_ending(format.name)->write(all, {.for_databases = raw});
}

base::Exit run(const ExportOptions& asked_for, const Context& context) {
  const Plan plan = plan_of(asked_for, context);
  if (asked_for.raw && plan.format.name != "csv") {
    base::refuse({{"--raw 只用于 CSV", "--raw is for CSV only"}},
                 {{"去掉它，或写 --format csv", "leave it out, or write --format csv"}});
  }
  if (plan.into_folder) {
    make_folder(context, asked_for.target);
    refuse_foreign(context, asked_for.target, plan);
  } else {
    refuse_foreign_file(context, asked_for.target, plan.format);
    require_writable(context, asked_for.target);
  }
  with_ledger(context, asked_for, {}, [&](const report::Asked& asked) {
    const std::optional<facts::Kind> only =
        asked_for.rows.empty() ? std::nullopt : std::optional(plan.kinds.front());
    const query::sql::RowsOf rows = report::exported_rows(asked, only);
    if (!plan.into_folder) {
      write_result(context, asked_for.target,
                   bytes_of(asked, plan.format, asked_for.raw, plan.kinds, rows));
      return;
    }
    for (const facts::Kind kind : plan.kinds) {
      write_result(context, plan.path(asked_for.target, kind),
                   bytes_of(asked, plan.format, asked_for.raw, {kind}, rows));
    }
  });
  return base::Exit::clean;
}

void declare(Options& options, ExportOptions& asked) {
  options.positional("TARGET", asked.target,
                     {"写到哪个文件或文件夹；扩展名决定格式，没有扩展名的是文件夹",
                      "the file, whose ending tells the format, or the folder"});
  options.option(
      "--rows", asked.rows, "KIND",
      {"只导出一种行：tasks、indicators……", "only one kind of row: tasks, indicators ..."});
  options.flag("--raw", asked.raw,
               {"CSV 给数据库：文字原样，开头不写 UTF-8 标记",
                "CSV for databases: texts to the letter, no mark of UTF-8"});
  declare_selection(options, asked);
  declare_since(options, asked);
  options.option("--format", asked.format, "FORMAT",
                 {"格式：csv、json-lines、sqlite、xlsx", "csv, json-lines, sqlite or xlsx"});
}

}  // namespace

std::vector<std::string_view> export_format_names() {
  std::vector<std::string_view> names;
  for (const ExportFormat& format : export_formats) names.push_back(format.name);
  return names;
}

const Command export_command{
    "export",
    Needs::figures,
    {"导出全部数据", "export all data"},
    {R"(把各种行导出成表，供电子表格、数据库和程序使用。一张表一种行，列名和值与 taizhang sql 的相同：
每行有 address（这一行的地址）和 parent（它所在的指标、任务、计划的地址），点写作下划线，列表和记录是 JSON 文本。

格式看扩展名：
  文件夹              每种行一个 CSV；加 --format json-lines 则一行一条 JSON
  .xlsx               Excel、WPS 工作簿，一种行一张工作表，数是数、日期是日期
  .sqlite .db         SQLite 数据库
  .csv .jsonl         一种行一个文件，要写 --rows
写了条件的，只导出符合条件的任务和其中的内容，计划、板块、单位照旧全部导出；写了 --rows 的，条件是对这种行说的。
CSV 里会被电子表格当成公式、日期的文字（2023/14）前面有一个单引号；装进数据库的用 --raw，文字原样。

示例：
  taizhang export 台账.xlsx
  taizhang export 台账.sqlite --as-of 2023-12-31
  taizhang export csv
  taizhang export csv --raw
  taizhang export csv "lead:市工信局"
  taizhang export readings.csv --rows readings
  taizhang export jsonl --format json-lines
)",
     R"(Export the kinds of row as tables, for spreadsheets, databases and programs. Columns and values are
those of taizhang sql: every row has its address and parent, the address of the indicator, task or
plan it lies in; a dot is _, lists and records are JSON text.

The ending tells the format:
  a folder            a CSV file a kind; with --format json-lines, JSON a row a line
  .xlsx               a workbook, a sheet a kind, numbers as numbers and dates as dates
  .sqlite .db         a database of SQLite
  .csv .jsonl         one kind in a file: say which by --rows
With a filter, only the tasks that it takes and what lies in them; plans, sections and units stay
whole. With --rows the filter is asked of that kind. A text in CSV that a spreadsheet would take for
a formula or a day (2023/14) has a single quote before it; --raw leaves it out, for databases.

Examples:
  taizhang export ledger.xlsx
  taizhang export ledger.sqlite --as-of 2023-12-31
  taizhang export csv
  taizhang export csv --raw
  taizhang export csv "lead:市工信局"
  taizhang export readings.csv --rows readings
  taizhang export jsonl --format json-lines
)"},
    set_up<ExportOptions, declare, run>,
};

}  // namespace taizhang::command
