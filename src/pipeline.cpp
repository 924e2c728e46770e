// SPDX-License-Identifier: MIT
//
// How data flows. Each command takes as many of these stages as it needs:
//
//   load::load             disk → ledger    every file read, every fault of reading noted
//   check::check           ledger → findings                         `check`
//   measure::measure_plan  ledger, two days → figures                all others
//   query::select_tasks    figures → the tasks that are wanted       `list`, `show`, `stats`
//   query::stats           figures → counts, shares and means        `stats`
//   report::…              figures → a view: what to say             `show`, `report`, `stats`
//   render::…              findings, tables, views → text
//
// A stage takes values and returns values. Only a command prints.
#include "pipeline.h"

#include "base/fatal.h"
#include "load/load.h"
#include "query/select.h"

namespace taizhang::pipeline {

std::string ledger_root(const base::Disk& disk, const std::string& dir) {
  const std::string tasks = base::join_path(dir, "tasks");
  return disk.list(tasks).fault == base::DiskFault::none ? tasks : dir;
}

model::Ledger read(const base::Disk& disk, const std::string& dir) {
  const std::string root = ledger_root(disk, dir);
  if (const auto listing = disk.list(root); listing.fault != base::DiskFault::none) {
    throw base::Fatal(base::Exit::usage,
                      {{"打不开文件夹 {0}：{1}", "the folder {0} cannot be opened: {1}"},
                       {root, base::words_for(listing.fault, listing.reason)}},
                      {{"用 -C 指明台账所在的文件夹", "name the ledger's folder with -C"}, {}});
  }
  model::Ledger ledger = load::load(disk, root);
  if (ledger.plans.empty()) {
    throw base::Fatal(
        base::Exit::usage, {{"{0} 里没有计划", "there is no plan in {0}"}, {root}},
        {{"计划是一个含有 plan.yaml 的文件夹，如 tasks/2023/；用 -C 指明台账所在的文件夹",
          "a plan is a folder with a plan.yaml, such as tasks/2023/; name the ledger's folder "
          "with -C"},
         {}});
  }
  return ledger;
}

namespace {

/// Without a single plan that says anything there is nothing to measure against.
void require_a_readable_plan(const model::Ledger& ledger) {
  for (const model::PlanFolder& folder : ledger.plans) {
    const model::Plan& plan = folder.plan;
    if (plan.id || plan.title || plan.period.written() || !plan.sections.empty()) return;
  }
  throw base::Fatal(base::Exit::usage, {{"没有一个计划读得出来", "no plan can be read"}, {}},
                    {{"运行 taizhang check 看问题在哪里", "run taizhang check to see why"}, {}});
}

}  // namespace

std::vector<measure::PlanFigures> measure(const model::Ledger& ledger, measure::Clocks clocks,
                                          const std::string& plan) {
  require_a_readable_plan(ledger);
  std::vector<measure::PlanFigures> figures;
  for (const model::PlanFolder* folder : query::select_plans(ledger, plan)) {
    figures.push_back(measure::measure_plan(*folder, clocks));
  }
  return figures;
}

}  // namespace taizhang::pipeline
