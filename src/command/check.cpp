// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iostream>
#include <memory>

#include "check/check.h"
#include "command/command.h"
#include "pipeline.h"
#include "render/findings.h"

namespace taizhang::command {

namespace {

struct CheckChoice {
  std::string format = "full";
};

base::Exit run(const CheckChoice& choice, const Context& context) {
  const auto& format = find_named(render::finding_formats(), choice.format, {"格式", "format"});
  const model::Ledger ledger = pipeline::read(context.io.disk, context.options.dir);
  const std::vector<source::Finding> findings = check::check(ledger);
  context.io.out << format.render(
      {findings, ledger.sources, context.language, context.out_style()});
  const bool errors = std::any_of(findings.begin(), findings.end(), [](const auto& finding) {
    return finding.severity == source::Severity::error;
  });
  if (findings.empty() && format.name == "full") {
    const base::Phrase clean{{"没有发现问题（{0} 个文件）", "no findings in {0} files"},
                             {static_cast<long long>(ledger.sources.size())}};
    context.io.out << clean.in(context.language) << "\n";
  }
  return errors ? base::Exit::findings : base::Exit::clean;
}

Runner set_up_check(Options& options) {
  auto choice = std::make_shared<CheckChoice>();
  options.option("--format", choice->format, "FORMAT",
                 {"输出格式：full、concise、json", "full, concise or json"});
  return [choice](const Context& context) { return run(*choice, context); };
}

}  // namespace

const Command check_command{
    "check",
    {"检查台账，指出每一处问题", "check the ledger and point at every fault"},
    {R"(读取全部计划、单位名录和任务文件，一次列出所有问题：在哪一行、错在哪里、该怎么写。
错误使退出码为 1，警告不影响退出码。每种问题有固定编号，用 taizhang explain 编号 查看说明。

示例：
  taizhang check                     检查当前文件夹下的台账
  taizhang check --format concise    每个问题一行
  taizhang check -C ~/ledger         检查别处的台账
)",
     R"(Read every plan, registry and task file and list all faults in one run: where, what is wrong,
what to write instead. Errors make the exit code 1, warnings do not. Each kind of fault has a
stable code; taizhang explain CODE tells about it.

Examples:
  taizhang check                     check the ledger in this folder
  taizhang check --format concise    one line a finding
  taizhang check -C ~/ledger         check a ledger elsewhere
)"},
    set_up_check,
};

}  // namespace taizhang::command
