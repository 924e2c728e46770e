// SPDX-License-Identifier: MIT
#include <charconv>
#include <iostream>

#include "base/text.h"
#include "command/start/files.h"
#include "edit/value.h"
#include "load/schema.h"
#include "pipeline.h"
#include "render/json_text.h"

namespace taizhang::command {

namespace {

constexpr base::Bilingual plan_text{
    R"(# 计划：周期、板块、职责、规则。各键的意思见 README，或在编辑器里把光标停在键上。
schema: 1
id: "{0}"
title: {1}
period: {start: {0}-01-01, end: {0}-12-31}
# 任务分成的板块；任务文件里的 section 就是这里的 no。
sections:
{3}# 谁调度；closers 是有权销号的单位。名称都要在 units.yaml 里。
roles:
  office: {2}
  closers: [{2}]
# 规则都有默认值，不同的才写。
{4}#   light: {green: 0.95, yellow: 0.8}
#   deadlines: {month: 5}      # 次月几日前报；当月 28 日前写 own-28
# 节假日顺延用：
# holidays: [{0}-10-01, {0}-10-02, {0}-10-03]

# 任务一项一个文件，放在这个文件夹里：三位序号、短横线、短名，如 001-piles.yaml。
# taizhang new 1 --title 任务名称 --lead {2} 会写好一个；样子是：
#
# schema: 1
# item: 1
# section: 1
# title: 加快充电设施建设
# summary: 建设公共充电桩。
# lead: [{2}]
# due: {0}-12-31
# status: in_progress
)",
    R"(# The plan: its period, sections, roles and rules. An editor tells what each key means.
schema: 1
id: "{0}"
title: {1}
language: en
period: {start: {0}-01-01, end: {0}-12-31}
# What the tasks are sorted into; `section` of a task is `no` here.
sections:
{3}# Who steers; closers alone may close items. Their names stand in units.yaml.
roles:
  office: {2}
  closers: [{2}]
# Rules have defaults; write what differs.
{4}#   light: {green: 0.95, yellow: 0.8}
#   deadlines: {month: 5}      # the day of the next month; own-28 is of the month itself
# Days off put deadlines off:
# holidays: [{0}-10-01, {0}-10-02, {0}-10-03]

# A task is a file of this folder: three digits, a dash, a short name, such as 001-piles.yaml.
# taizhang new 1 --title TITLE --lead {2} writes one; it looks like this:
#
# schema: 1
# item: 1
# section: 1
# title: more charging piles
# summary: Build public charging piles.
# lead: [{2}]
# due: {0}-12-31
# status: in_progress
)"};

constexpr base::Bilingual units_text{
    R"(# 单位名录：计划里提到的单位都要在这里，名称照文件原文。
# type 有 party 党委部门、government 政府部门、institution 事业单位、company 企业、township 乡镇、
# street 街道、zone 园区、mass_org 群团组织、upper_level 上级驻本地单位、group 一组单位的统称。
schema: 1
units:
  - {name: {0}, type: government}
  # - {name: 县发改局, type: government, full_name: 县发展和改革局, aliases: [县发改委]}
)",
    R"(# The registry: every unit that the plan speaks of, by the name that the papers have.
# type is one of party, government, institution, company, township, street, zone, mass_org,
# upper_level and group.
schema: 1
units:
  - {name: {0}, type: government}
  # - {name: 县发改局, type: government, full_name: 县发展和改革局, aliases: [县发改委]}
)"};

constexpr std::string_view ignored_files =
    "# 表格软件和本程序写到一半时的文件\n~$*\n.~lock.*\n.taizhang-*\n";

constexpr std::string_view editor_settings = R"({
  "yaml.schemas": {
    "./.vscode/task.schema.json": "tasks/**/[0-9]*.yaml",
    "./.vscode/plan.schema.json": "tasks/**/plan.yaml",
    "./.vscode/units.schema.json": "tasks/**/units.yaml"
  }
}
)";

/// What a ledger's repository has so that nothing wrong is committed: this project's own.
constexpr std::string_view pre_commit =
#include "command/start/pre_commit.inc"
    ;

constexpr base::Bilingual owed_remark{"这一天以前截止的各期不用报",
                                      "periods that end before are not owed"};

/// `text` with `{0}`, `{1}` … filled, at the start of a comment's line too.
std::string with(base::Bilingual text, base::Language language, std::vector<std::string> parts) {
  return base::fill(text.in(language), parts);
}

}  // namespace

NewFiles ledger_files(NewLedger ledger, base::Language language) {
  if (ledger.office.empty()) {
    ledger.office = language == base::Language::zh ? "县政府办公室" : "office";
  }
  if (ledger.sections.empty()) {
    ledger.sections.emplace_back(usual_section.in(language));
  }
  std::string sections;
  for (std::size_t i = 0; i < ledger.sections.size(); ++i) {
    sections += "  - {no: " + std::to_string(i + 1) +
                ", title: " + edit::scalar(ledger.sections[i]) + "}\n";
  }
  // What ended before there was a ledger is owed by nobody.
  const std::string rules = ledger.owed_from
                                ? "rules:\n  reporting_from: " + base::iso(*ledger.owed_from) +
                                      "  # " + std::string(owed_remark.in(language)) + "\n"
                                : std::string("# rules:\n");
  const auto path = [&](const std::string& name) { return base::join_path(ledger.folder, name); };
  const std::string office = edit::scalar(ledger.office);
  const std::string milestone = ledger.year + "-06-30";
  NewFiles files{
      {path("tasks/units.yaml"), with(units_text, language, {office})},
      {path("tasks/" + ledger.year + "/plan.yaml"),
       with(plan_text, language,
            {ledger.year, edit::scalar(ledger.title), office, sections, rules}) +
           with(measures_to_choose_from(), language, {milestone})},
      {path(".gitignore"), std::string(ignored_files)},
      {path(".pre-commit-config.yaml"), std::string(pre_commit)},
      {path(".vscode/settings.json"), std::string(editor_settings)},
  };
  for (const load::FileKind& kind : load::file_kinds()) {
    files[path(".vscode/" + std::string(kind.name) + ".schema.json")] =
        render::json_text(kind.schema(language));
  }
  return files;
}

namespace {

struct InitChoice : NewLedger {
  std::string reporting_from;
};

base::Exit run(const InitChoice& given, const Context& context) {
  InitChoice choice = given;
  if (choice.folder.empty() || choice.title.empty()) {
    base::refuse({{"要写明文件夹和标题", "a folder and a title are wanted"}},
                 {{"写成 taizhang init 台账 --title 甲县2024年重点工作 --year 2024",
                   "write taizhang init LEDGER --title TITLE --year 2024"}});
  }
  if (choice.title.find_first_of("\n\r\t") != choice.title.npos) {
    base::refuse({{"--title 里有换行或制表符", "--title has a line end or a tab in it"}},
                 {{"标题写成一行", "write the title in one line"}});
  }
  if (choice.year.empty()) choice.year = base::iso(context.io.today).substr(0, 4);
  if (!base::parse_date(choice.year + "-01-01").date) {
    base::refuse({{"--year 不能是“{0}”", "--year cannot be “{0}”"}, {choice.year}},
                 {{"写成 2024 的样子", "write it like 2024"}});
  }
  choice.owed_from = owed_from(choice.reporting_from, choice.year, context.io.today);
  const NewFiles files = ledger_files(choice, context.language);
  require_absent(context.io.disk, files);
  if (!pipeline::tried(context.io.disk, choice.folder, files).findings.empty()) {
    base::refuse({{"这个文件夹里已有别的台账文件", "the folder has files of another ledger"}},
                 {{"换一个文件夹", "choose another folder"}});
  }
  write_new(context.io.disk, files);
  for (const auto& [path, text] : files) context.io.out << path << "\n";
  context.say(
      {{"台账已写好。接着在 tasks/units.yaml 里写上各单位，再用 taizhang new 或 import 建任务",
        "the ledger is there: write the units into tasks/units.yaml, then make tasks with "
        "taizhang new or import"}});
  say_owed_from(context, choice.owed_from, choice.year);
  return base::Exit::clean;
}

void declare(Options& options, InitChoice& choice) {
  options.positional("DIR", choice.folder, {"新台账的文件夹", "the folder of the new ledger"});
  options.option("--title", choice.title, "TITLE", {"计划的名称", "the title of the plan"});
  options.option("--year", choice.year, "YEAR",
                 {"计划的年份，默认今年", "the year of the plan, this one by default"});
  options.option("--office", choice.office, "UNIT",
                 {"调度和销号的单位，默认县政府办公室", "the unit that steers and closes items"});
  options.option("--reporting-from", choice.reporting_from, "MONTH",
                 {"从哪个月起要报，如 2024-09；默认本月，计划还没开始的从头起",
                  "the month from which reports are owed, such as 2024-09; this one by default, or "
                  "the plan's first"});
}

}  // namespace

const Command init_command{
    "init",
    Needs::nothing,
    {"新建一份台账", "begin a ledger"},
    {R"(在一个文件夹里写好一份可用的台账：单位名录、计划（各处有说明，附一项任务的样子），以及 .gitignore、
提交前的检查（.pre-commit-config.yaml）和编辑器的设置（.vscode，有三种文件的 JSON Schema）。
已有的文件不会被覆盖。

示例：
  taizhang init 台账 --title 甲县2024年重点工作 --year 2024
)",
     R"(Write a small, sound ledger into a folder: a registry of units and a plan, explained, with what a
task looks like; .gitignore, a check before each commit (.pre-commit-config.yaml), and settings and
schemas for editors (.vscode). Nothing is ever overwritten.

Examples:
  taizhang init ledger --title "Key tasks of 2024" --year 2024
)"},
    set_up<InitChoice, declare, run>,
};

}  // namespace taizhang::command
