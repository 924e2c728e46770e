// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iostream>

#include "base/text.h"
#include "command/import/forms.h"
#include "document/document.h"

namespace taizhang::command {

namespace {

void declare(Options& options, ImportOptions& import) {
  options.rest("FILE", import.files, {"收回来的表", "the files to read"});
  options.option("--date", import.date, "DATE",
                 {"表里没写数据截止日的，是这一天", "the data date of a form that has none"});
  options.option("--by", import.by, "UNIT",
                 {"表里没写报送单位的，是这个单位", "the unit of a form that names none"});
  options.option("--new", import.new_folder, "DIR",
                 {"把一张任务表或一份通知变成这个台账里的任务文件",
                  "make tasks of this ledger out of a table or a notice"});
  options.option("--sheet", import.sheet, "TEXT", {"用哪张工作表", "the sheet to read"});
  options.repeated(
      "--column", import.columns, "HEAD=KIND",
      {"别的叫法的栏目是什么，如 承办科室=lead", "what a column with another head holds"});
  options.option(
      "--title", import.title, "TITLE",
      {"新计划的名称，默认表的标题", "the title of a new plan, that of the table by default"});
  options.option("--year", import.year, "YEAR",
                 {"新计划的年份，默认今年", "the year of a new plan, this one by default"});
  options.option("--reporting-from", import.reporting_from, "MONTH",
                 {"新台账从哪个月起要报，如 2024-09；默认本月，计划还没开始的从头起",
                  "the month from which a new ledger is owed reports, such as 2024-09; this one by "
                  "default, or the plan's first"});
  options.flag("--diff", import.diff,
               {"把改动和新文件逐行列出", "show changes and new files line by line"});
  declare_writing(options, import.writing);
}

base::Exit run(const ImportOptions& options, const Context& context) {
  if (options.files.empty()) {
    base::refuse({{"没有写收哪些文件", "no files are named"}},
                 {{"写成 taizhang import 报送表/*.xlsx", "write taizhang import forms/*.xlsx"}});
  }
  return options.new_folder.empty() ? import_forms(options, context)
                                    : import_tasks(options, context);
}

}  // namespace

const Command import_command{
    "import",
    Needs::ledger,
    {"收回填好的表", "take in forms that are filled in"},
    {R"(读回 taizhang form 生成、各单位填好的表（xlsx，WPS、LibreOffice 另存的也行；ods；UTF-8 或 GB18030 的
csv），逐格说明会怎样：新报、更正、不变，或不收和为什么；问过才写，脚本里要写 --yes。行按地址认，地址
坏了按序号和名称认，两样对不上的不收。空着的是没有报，0 是 0。1,600、１６００、131个都认得，按什么计
会说明。和已报的不同是更正，要写更正原因。会使 check 多出错误的那一行不收，其余照收。同一个文件收
两遍，什么也不改。

--new 把办公室现成的任务表（xlsx、ods、csv）或通知（md、txt，编号的条目带（牵头单位：…））变成任务文件：
文件夹里还没有台账的先建一份，名录里没有的单位补上。有任务栏目的工作表都读，只读一张用 --sheet；序号接着
已有的排，台账里已有的任务不再收。话里的数按规则拟成指标，都注明“待确认”；没有列为指标的数和为什么，写在
备注里；没有写完成时限的按计划的最后一天，也注明“待确认”。进展只作文字，从不当作报数。没看懂的格子、合计行、
没有算出值的公式、没有读的工作表逐一列出。

示例：
  taizhang import 报送表/*.xlsx --dry-run
  taizhang import 报送表/市发改局-2023-09.xlsx --yes
  taizhang import 任务表.xlsx --new 台账 --year 2024 --dry-run --diff
  taizhang import 任务表.xlsx --new 台账 --year 2024 --reporting-from 2024-09 --yes
  taizhang import 通知.md --new 台账 --year 2024 --yes
)",
     R"(Read back the forms of taizhang form (xlsx, also as WPS and LibreOffice save it, ods, and csv in
UTF-8 or GB18030). Tell of each cell what becomes of it: new, corrected, unchanged, or refused and
why; write once agreed, or with --yes. Rows are known by their address, else by number and names;
where they do not agree the row is refused. Left empty is not reported, 0 is 0. 1,600, １６００ and
131个 are understood, and it is said as what. A figure that differs from one reported is a
correction and needs its reason. A row that would be a new error of check is refused, the others are
not. The same file again changes nothing.

With --new a table of tasks (xlsx, ods, csv) or a notice (md, txt; numbered items with their
（牵头单位：…）) becomes task files. A folder without a ledger gets one, and the registry the units
that it lacks. Every sheet with the heads of such a table is read, with --sheet one; numbers go on
behind those that are there, and tasks that are there are left out. Numbers in the words become
proposed indicators, each marked 待确认; those that are none stand in the note with the reason. So
does a due date that nobody says: the plan's last day. Progress stays words and never becomes a
reading. Cells that were not understood, totals, formulas without a value and sheets that were not
read are listed.

Examples:
  taizhang import forms/市发改局-2023-09.csv --dry-run
  taizhang import forms/市发改局-2023-09.csv forms/市科技局-2023-09.csv --yes
)"},
    set_up<ImportOptions, declare, run>,
};

}  // namespace taizhang::command
