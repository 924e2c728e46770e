// SPDX-License-Identifier: MIT
#include "intake/form.h"

#include <algorithm>
#include <iostream>

#include "base/text.h"
#include "command/answer.h"
#include "pipeline.h"
#include "query/select.h"

namespace taizhang::command {

namespace {

struct FormOptions {
  std::string folder;
  std::string period;
  std::string unit;
  std::string format = "xlsx";
  std::string plan;
};

/// Throw `Fatal` (usage) where `period` lies outside those of all plans that are asked about.
void refuse_if_outside(const model::Ledger& ledger, const std::string& wanted,
                       base::DateSpan period) {
  std::vector<std::string> plans;
  for (const model::PlanFolder& plan : ledger.plans) {
    const model::Period& own = plan.plan.period;
    if ((!wanted.empty() && plan.id != wanted) || !own.start || !own.end) continue;
    if (period.from <= *own.end && period.to >= *own.start) return;
    plans.push_back(plan.id + "：" + base::iso(*own.start) + "—" + base::iso(*own.end));
  }
  base::refuse({{"{0} 至 {1} 不在计划的周期里", "{0} to {1} is outside the period of the plan"},
                {base::iso(period.from), base::iso(period.to)}},
               {{"计划的周期：{0}", "the plan’s period: {0}"}, {base::joined(plans, "，")}});
}

base::Exit run(const FormOptions& options, const Context& context) {
  if (options.folder.empty() || options.period.empty()) {
    base::refuse({{"要写明周期和放表的文件夹", "a period and a folder are wanted"}},
                 {{"写成 taizhang form --period 2023-09 报送表",
                   "write taizhang form --period 2023-09 FORMS"}});
  }
  if (options.format != "xlsx" && options.format != "csv") {
    base::refuse_unknown(options.format, {"格式", "format"}, {"xlsx", "csv"});
  }
  const base::DateSpan period = span_option(options.period, "--period", context.clocks.as_of);
  const model::Ledger ledger = pipeline::read(context.io.disk, context.folder());
  pipeline::Measured measured(ledger, options.plan);
  const base::Date known_by = std::max(context.clocks.known_by, period.to);
  const facts::World& world = measured.on({period.to, known_by});
  context.warn_of_faults(ledger);
  const std::string unit =
      options.unit.empty() ? std::string() : query::unit_name(world, options.unit);
  const auto forms = intake::forms(world, period, unit, context.language);
  if (forms.empty()) {
    refuse_if_outside(ledger, options.plan, period);
    base::refuse({{"这个周期没有要报的", "nothing is to be reported for this period"}},
                 {{"看看周期和单位对不对", "see whether the period and the unit are right"}});
  }
  const base::Written made = context.io.disk.make_folder(options.folder);
  for (const intake::Form& form : forms) {
    std::string name = form.unit + "-" + options.period + "." + options.format;
    std::replace(name.begin(), name.end(), '/', '-');
    const std::string path = base::join_path(options.folder, name);
    const std::string text =
        options.format == "csv" ? sheets::csv_of(form.page) : sheets::xlsx_of(form.page);
    const base::Written written =
        made.fault == base::DiskFault::none ? context.io.disk.create(path, text) : made;
    if (written.fault != base::DiskFault::none) {
      throw base::Fatal(base::Exit::internal,
                        {{"写不了 {0}：{1}", "{0} cannot be written: {1}"},
                         {path, base::words_for(written.fault, written.reason)}},
                        {{"已有的表可能已经填了，不会被覆盖；换一个文件夹",
                          "a form that is there may be filled in and is not overwritten; choose "
                          "another folder"}});
    }
    context.io.out << path << "\n";
  }
  return base::Exit::clean;
}

void declare(Options& options, FormOptions& form) {
  options.positional("DIR", form.folder, {"表放在哪个文件夹", "the folder for the forms"});
  options.option("--period", form.period, "PERIOD",
                 {"哪个周期，如 2023-09、2023Q3", "the period, such as 2023-09 or 2023Q3"});
  options.option("--unit", form.unit, "UNIT", {"只要这个单位的", "the form of this unit alone"});
  options.option("--format", form.format, "FORMAT", {"xlsx（默认）或 csv", "xlsx or csv"});
  options.option("--plan", form.plan, "ID", {"只要这个计划的", "of this plan alone"});
}

}  // namespace

const Command form_command{
    "form",
    Needs::ledger,
    {"按单位生成报送表", "make the forms by which units report"},
    {R"(给每个报送单位写一张表：要报的指标一行一个，目标、上期累计、序时应完成已经填好、锁住，单位只填本期累计、
更正原因、进展、问题、下步和自评，和别处比的还有比较值。本期累计是自年初累计，不是当月数；这个周期报过
的数和话预先填上。填好的表用
taizhang import 收回来。已有的文件不会被覆盖。

示例：
  taizhang form --period 2023-09 报送表
  taizhang form --period 2023-09 --unit 市发改局 --format csv 报送表-csv
)",
     R"(Write a form for each unit that reports: a row for each indicator with its target, its last total
and what is expected by now, which are locked; the unit fills in the total to date, the reason of a
correction, and words, of what is compared the benchmark too. A total is since the year began, not
of the month; what is reported of the period already stands in it. taizhang import reads the forms back. Nothing is overwritten.

Examples:
  taizhang form --period 2023-09 forms
  taizhang form --period 2023-09 --unit 市发改局 --format csv forms-csv
)"},
    set_up<FormOptions, declare, run>,
};

}  // namespace taizhang::command
