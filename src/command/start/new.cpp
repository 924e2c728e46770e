// SPDX-License-Identifier: MIT
#include <iostream>

#include "base/text.h"
#include "command/record/said.h"
#include "command/start/files.h"
#include "edit/entity.h"
#include "edit/file_text.h"
#include "pipeline.h"
#include "render/findings.h"

namespace taizhang::command {

namespace {

struct NewChoice {
  std::string address;
  std::string title;
  std::string summary;
  std::vector<std::string> lead;
  std::vector<std::string> support;
  std::string section = "1";
  std::string due;
  std::string slug = "task";
  bool dry_run = false;
};

/// The plan of the new task; the only one where the address names none.
const model::PlanFolder& plan_of(const model::Ledger& ledger, const std::string& name) {
  std::vector<std::string_view> known;
  for (const model::PlanFolder& plan : ledger.plans) {
    if (plan.id == name || (name.empty() && ledger.plans.size() == 1)) return plan;
    known.push_back(plan.id);
  }
  if (!name.empty()) base::refuse_unknown(name, {"计划", "plan"}, known);
  base::refuse({{"有几个计划", "there are several plans"}},
               {{"写成 {0}/13 的样子", "write it like {0}/13"}, {std::string(known.front())}});
}

/// The units that are typed as one word or several.
model::List<model::UnitName> units(const std::vector<std::string>& texts) {
  model::List<model::UnitName> list;
  take("lead", texts, {}, list);
  return list;
}

model::Task task_of(const NewChoice& choice, int item, const model::PlanFolder& plan,
                    base::Date today) {
  model::Task task{source::start_of(0)};
  task.schema.value = model::FormatVersion{};
  task.item.value = item;
  task.section.value = understood<int>("section", choice.section, today);
  task.title.value = choice.title;
  if (!choice.summary.empty()) task.summary.value = choice.summary;
  task.lead = units(choice.lead);
  task.support = units(choice.support);
  task.due.value = choice.due.empty() ? model::DueDay{plan.plan.period.end.value}
                                      : understood<model::DueDay>("due", choice.due, today);
  task.status.value = model::Status::not_started;
  return task;
}

base::Exit run(const NewChoice& choice, const Context& context) {
  const std::size_t slash = choice.address.rfind('/');
  const std::string plan_id = slash == std::string::npos ? "" : choice.address.substr(0, slash);
  if (choice.address.empty() || choice.title.empty() || choice.lead.empty()) {
    base::refuse({{"要写明序号、标题和牵头单位", "a number, a title and a lead unit are wanted"}},
                 {{"写成 taizhang new 13 --title 任务名称 --lead 单位",
                   "write taizhang new 13 --title TITLE --lead UNIT"}});
  }
  const int item = understood<int>(
      "item", slash == std::string::npos ? choice.address : choice.address.substr(slash + 1), {});
  if (choice.slug.find_first_of("/\\") != std::string::npos) {
    base::refuse({{"--slug 不能有斜杠", "--slug has no slashes"}},
                 {{"写成 charging-piles 的样子", "write it like charging-piles"}});
  }
  const model::Ledger ledger = pipeline::read(context.io.disk, context.folder());
  const model::PlanFolder& plan = plan_of(ledger, plan_id);
  for (const model::TaskFile& file : plan.tasks) {
    if (file.item() != item) continue;
    base::refuse({{"第 {0} 项已经有了：{1}", "item {0} is already there: {1}"},
                  {static_cast<long long>(item), ledger.sources.at(file.file).path}},
                 {{"换一个序号", "choose another number"}});
  }
  const std::string& plan_path = ledger.sources.at(plan.file).path;
  const std::string number = std::to_string(item);
  constexpr std::size_t digits = 3;
  const std::string name = std::string(digits - std::min(digits, number.size()), '0') + number +
                           "-" + choice.slug + ".yaml";
  const std::string path = plan_path.substr(0, plan_path.rfind('/') + 1) + name;
  const model::Task task = task_of(choice, item, plan, context.clocks.as_of);
  const std::string milestone = plan.plan.period.end ? base::iso(*plan.plan.period.end) : "";
  const NewFiles files{
      {path, edit::file_text(edit::value_of(task, base::Language::en)) +
                 base::fill(measures_to_choose_from().in(context.language), {milestone})}};
  require_absent(context.io.disk, files);
  const pipeline::Trial trial = pipeline::tried(context.io.disk, context.folder(), files);
  std::vector<source::Finding> errors = trial.findings;
  std::erase_if(errors, [&](const source::Finding& finding) {
    return finding.severity != source::Severity::error ||
           trial.ledger.sources.at(finding.at.file).path != path;
  });
  context.io.err << render::findings_full(
      {errors, trial.ledger, context.language, render::Style(false), {}});
  if (!errors.empty()) {
    context.say({{"没有写入", "nothing is written"}});
    return base::Exit::findings;
  }
  if (choice.dry_run) {
    context.io.out << files.begin()->second;
    context.say({{"没有写入（--dry-run）：{0}", "nothing is written (--dry-run): {0}"}, {path}});
    return base::Exit::clean;
  }
  write_new(context.io.disk, files);
  context.io.out << path << "\n";
  return base::Exit::clean;
}

void declare(Options& options, NewChoice& choice) {
  options.positional(
      "ITEM", choice.address,
      {"序号，如 13；有几个计划时 2024/13", "its number, 13; 2024/13 of several plans"});
  options.option("--title", choice.title, "TITLE", {"任务名称，照文件原文", "its title"});
  options.option("--summary", choice.summary, "TEXT", {"概述", "a summary"});
  options.repeated("--lead", choice.lead, "UNIT", {"牵头单位，可写几个", "a lead unit"});
  options.repeated("--support", choice.support, "UNIT", {"参与单位，可写几个", "one taking part"});
  options.option("--section", choice.section, "NO",
                 {"板块序号，默认 1", "its section, 1 by default"});
  options.option("--due", choice.due, "DATE",
                 {"完成时限，默认计划的最后一天；长期坚持写 standing",
                  "its due date, the plan's last day by default; standing where it has no end"});
  options.option("--slug", choice.slug, "TEXT",
                 {"文件的短名，如 charging-piles", "the short name of its file"});
  options.flag("-n,--dry-run", choice.dry_run,
               {"只显示文件内容，不写入", "show the file and write nothing"});
}

}  // namespace

const Command new_command{
    "new",
    Needs::ledger,
    {"新建一项任务的文件", "make the file of a task"},
    {R"(写好一项任务的文件：序号、标题、单位、时限，指标和节点的各种写法作为注释附在后面，去掉 # 就能用。
单位要先在名录里。已有的序号不会被覆盖。

示例：
  taizhang new 113 --title 加快充电设施建设 --lead 市发改局 --slug charging-piles
  taizhang new 113 --title 加快充电设施建设 --lead 市发改局、市工信局 --due 2023-10-31 --dry-run
)",
     R"(Write the file of a task: number, title, units and due date, with indicators of every kind and a
milestone as comments to choose from. Its units have to be in the registry. Nothing is overwritten.

Examples:
  taizhang new 113 --title 加快充电设施建设 --lead 市发改局 --slug charging-piles
  taizhang new 113 --title 加快充电设施建设 --lead 市发改局 --due 2023-10-31 --dry-run
)"},
    set_up<NewChoice, declare, run>,
};

}  // namespace taizhang::command
