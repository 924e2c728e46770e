// SPDX-License-Identifier: MIT
#include "command/report_asked.h"

namespace taizhang::command {

namespace {

base::Exit run(const ReportOptions& options, const Context& context) {
  const ReportQuestion asked = question_of(options, context);
  return answer(asked.context, asked.options, asked.question);
}

void declare(Options& options, ReportOptions& report) {
  options.positional("REPORT", report.name, {"报表，见上", "the report, see above"});
  declare_selection(options, report);
  options.option("--week", report.week, "WEEK",
                 {"周报：哪一周，如 2024-W40", "weekly: of which week, such as 2024-W40"});
  options.option("--month", report.month, "MONTH",
                 {"月调度：哪一月，如 2024-09", "monthly: of which month, such as 2024-09"});
  options.option("--edition", report.edition, "N", {"第几期", "the number of this issue"});
  options.option("--issuer", report.issuer, "NAME",
                 {"发文单位，默认是计划的", "the issuing office, else that of the plan"});
  options.option("--columns", report.columns, "NAMES",
                 {"台账：哪几栏，用逗号隔开", "ledger: which columns, parted by commas"});
  options.flag("--monthly", report.by_month, {"台账：每月一栏", "ledger: a column a month"});
  declare_output(options, report);
  options.flag("--full", report.full,
               {"周报：逐项全列，不限页数", "weekly: every row by name, however many pages"});
  options.option("--reference", report.reference, "FILE",
                 {"docx：用这个 docx 的样式、字体和页边距",
                  "docx: with the styles, fonts and margins of this docx"});
}

}  // namespace

const Command report_command{
    "report",
    Needs::figures,
    {"生成周报、月调度、台账、督办单等", "write the weekly, monthly and other papers"},
    {R"(生成可以直接发出的报表：
  weekly    周报，只写例外：红灯黄灯任务、本周变化、到期与逾期、问题督查督办、报送情况、下周重点
  monthly   月调度：九个部分和附件，滞后任务逐项说明，对照上月所说
  bulletin  通报：达序和未达序的指标，逐项点名
  ledger    台账：办公室的宽表，每项指标一行；--columns 选栏，--monthly 每月一栏
  matrix    分解表：各单位的目标和完成
  unit      单位清单，每个单位一张；后面写单位，只要这一张
  leader    领导清单，每位责任领导一张；后面写职务，只要这一张
  order     督办单、提醒函：未办结的和建议的（草稿），发给谁的每家一张；后面写编号（14/o1，草稿写任务序号 14），只要这一张

周报是所问日期当天或之前最后一个星期日的，月调度是最后一个整月的，其余是所问日期的。后面可以写条件，只写合乎
条件的任务。报表语言随计划，可用 --lang 指定。网页版是单个文件，不用联网，可直接打印。

示例：
  taizhang report weekly                                   最近一周，输出 Markdown
  taizhang report weekly --week 2023-W39 --edition 5 -o weekly.html
                                                           第 39 周，第 5 期，写成网页
  taizhang report weekly -o weekly.docx --reference office.docx
                                                           写成公文，照本单位文件的样子
  taizhang report ledger --monthly -o ledger.xlsx          写成工作簿，每月一栏
  taizhang report monthly --month 2023-09 --known-by 2023-10-10
                                                           九月，补上十月十日前报来的数
  taizhang report unit 市工信局 --as-of 2023-12-31          一个单位的清单
  taizhang report ledger section:2 --columns 序号,重点任务,年度目标,牵头单位,灯
                                                           第二板块的台账，只要这几栏
)",
     R"(Write papers that can be sent out as they are:
  weekly    the week, exceptions only: red and yellow tasks, changes, what is due, issues, what comes next
  monthly   the month: nine parts and annexes, what is behind beside what last month's said
  bulletin  indicators on and off schedule, item by item
  ledger    the wide table of offices, a row an indicator; --columns chooses, --monthly adds a column a month
  matrix    the targets of units and what they did
  unit      a sheet for each unit, or for the one named
  leader    a sheet for each leader, or for the post named
  order     a sheet for each open order and each that is suggested (a draft), or for one address: 14/o1, of a draft its task 14

The weekly report is of the last Sunday up to the day asked for, the monthly one of the last whole
month, the others of the day itself. A filter narrows them to some tasks. They speak the language
of their plan unless --lang is given. The web page is one file that needs no network and prints
well.

Examples:
  taizhang report weekly                                   the last week, as Markdown
  taizhang report weekly --week 2023-W39 --edition 5 -o weekly.html
                                                           week 39 as number 5, as a web page
  taizhang report weekly -o weekly.docx --reference office.docx
                                                           for Word, in the look of that file
  taizhang report ledger --monthly -o ledger.xlsx          a workbook, with a column a month
  taizhang report monthly --month 2023-09 --known-by 2023-10-10
                                                           September, with what came by October 10
  taizhang report unit 市工信局 --as-of 2023-12-31          the sheet of one unit
  taizhang report ledger section:2 --columns 序号,重点任务,年度目标,牵头单位,灯
                                                           section 2, only these columns
)"},
    set_up<ReportOptions, declare, run>,
};

}  // namespace taizhang::command
