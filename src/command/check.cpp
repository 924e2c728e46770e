// SPDX-License-Identifier: MIT
#include <istream>

#include "base/overlay_disk.h"
#include "command/check_mend.h"
#include "command/check_output.h"
#include "command/output.h"
#include "load/load.h"
#include "pipeline.h"
#include "render/unified_diff.h"

namespace taizhang::command {

namespace {

/// The disk with standard input in the place of its file.
base::OverlayDisk disk_of(const CheckOptions& options, const Context& context) {
  base::OverlayDisk disk(context.io.disk);
  if (!options.reads_stdin()) return disk;
  const std::string root = pipeline::ledger_root(disk, context.options.dir);
  const std::string path = ledger_path(disk, root, options.stdin_filename);
  // One byte more than is read tells a text that is too large.
  std::string text(load::largest_file + 1, '\0');
  context.io.in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(context.io.in.gcount()));
  if (path == root || disk.list(options.stdin_filename).fault == base::DiskFault::none) {
    base::refuse({{"--stdin-filename 的 {0} 是文件夹", "{0}, for --stdin-filename, is a folder"},
                  {options.stdin_filename}},
                 {{"写文件的路径，如 tasks/2023/014-piles.yaml",
                   "give the path of a file, such as tasks/2023/014-piles.yaml"}});
  }
  if (!path.empty()) disk.texts[path] = std::move(text);
  return disk;
}

/// `{0}` findings in `{1}` files.
std::vector<base::Argument> extent(const Mending& mending) {
  return {static_cast<long long>(mending.findings), static_cast<long long>(mending.files.size())};
}

/// Say of each fix that was announced and not made what stood against it.
void tell_declined(const Context& context, const Mending& mending) {
  constexpr int most = 10;
  int told = 0;
  for (const auto& [fingerprint, one] : mending.declined) {
    if (++told > most) {
      context.say({{"没有改的另有 {0} 处", "and {0} more were not mended"},
                   {static_cast<long long>(mending.declined.size()) - most}});
      return;
    }
    if (one.where.empty()) {
      context.say({{"没有改 {0}：{1}", "not mended: {0}: {1}"}, {one.place, one.why}});
    } else {
      context.say({{"没有改 {0}：{1}（{2} {3}）", "not mended: {0}: {1} ({2} {3})"},
                   {one.place, one.why, one.where, one.message.in(context.language)}});
    }
  }
}

base::Exit show_diff(const CheckOptions& options, const Context& context, const Mending& mending) {
  const bool printed = context.io.out_terminal.is_terminal && options.output.empty();
  std::string text;
  for (const auto& [path, file] : mending.files) {
    text += render::unified_diff(path, file.before, file.edits, printed,
                                 context.style_for(options.output));
  }
  write_result(context, options.output, text);
  context.say(
      {{"可自动改正 {0} 处（{1} 个文件）", "to be mended: {0} in {1} files"}, extent(mending)});
  tell_declined(context, mending);
  return text.empty() || options.exit_zero ? base::Exit::clean : base::Exit::findings;
}

base::Exit fix(const Context& context, const CheckOutput& output, const Mending& mending,
               const Look& left) {
  if (mending.findings > 0) {
    write(mending, context.io.disk);
    context.say({{"改正了 {0} 处（{1} 个文件）", "mended: {0} in {1} files"}, extent(mending)});
  }
  tell_declined(context, mending);
  return output.show(left);
}

/// Standard input mended goes to standard output, and what is left to be done to stderr.
base::Exit fix_stdin(const CheckOptions& options, const Context& context, const CheckOutput& output,
                     const base::OverlayDisk& disk, const Mending& mending, const Look& left) {
  write_result(context, options.output,
               mending.files.empty() ? disk.texts.begin()->second
                                     : mending.after(mending.files.begin()->first));
  return output.tell(left);
}

/// Write the findings as a baseline. One that is there may only shrink: what it does not know is
/// shown, and it stays as it is.
base::Exit write_baseline(const std::string& path, const Context& context,
                          const CheckOutput& output, Look look) {
  const check::Baseline baseline = check::baseline_of(look.findings, look.ledger);
  const bool is_new = context.io.disk.read(path, 1).fault == base::DiskFault::missing;
  if (!is_new) {
    check::take_known(look.findings, read_baseline(context.io.disk, path), look.ledger);
    if (!look.findings.empty()) {
      output.show(look);
      context.say({{"基线只能缩小，{0} 没有改写：先改好以上问题；确要重新建立，请先删去它",
                    "a baseline may only shrink, so {0} stays as it was: mend these first, or "
                    "delete it to start anew"},
                   {path}});
      return base::Exit::findings;
    }
  }
  write_result(context, path, check::baseline_text(baseline));
  context.say({{"基线已写入 {0}：{1} 个问题", "the baseline {0} has {1} findings"},
               {path, static_cast<long long>(baseline.entries.size())}});
  return base::Exit::clean;
}

base::Exit run(const CheckOptions& options, const Context& context) {
  refuse_contradictions(options);
  const CheckOutput output(options, context);
  require_writable(context, options.write_baseline);
  const Looker looker(options, context);
  const base::OverlayDisk disk = disk_of(options, context);
  if (!options.write_baseline.empty()) {
    return write_baseline(options.write_baseline, context, output, looker.look(disk));
  }
  if (!options.fix && !options.diff) {
    Look look = looker.look(disk);
    leave_declined(disk, context.folder(), look.ledger, look.findings);
    return output.show(look);
  }
  looker.scope().require_files(pipeline::read(disk, context.folder()));
  const Mending mending =
      mend(disk, context.folder(), [&](const auto& now) { return looker.findings(now.ledger); });
  if (options.diff) return show_diff(options, context, mending);
  base::OverlayDisk mended = disk;
  for (const auto& [path, file] : mending.files) mended.texts[path] = mending.after(path);
  Look left = looker.look(mended);
  for (source::Finding& finding : left.findings) {
    if (mending.declined.contains(finding.fingerprint)) finding.fix.clear();
  }
  if (options.reads_stdin()) return fix_stdin(options, context, output, disk, mending, left);
  return fix(context, output, mending, left);
}

}  // namespace

const Command check_command{
    "check",
    Needs::ledger,
    {"检查台账，指出每一处问题", "check the ledger and point at every fault"},
    {R"(读取全部计划、单位名录和任务文件，一次列出所有问题：在哪一行、错在哪里、该怎么写。
错误使退出码为 1，警告不影响退出码（--strict 时也算）。每种问题有固定编号，用
taizhang explain 编号 查看说明。计划里写 rules: {check: {W04: ignore}} 可以改一条规则的
级别（error、warning、ignore）；某一行确要如此的，在行末写 # taizhang: ignore[W04] 理由。

示例：
  taizhang check                                 检查当前文件夹下的台账
  taizhang check --format concise                每个问题一行
  taizhang check tasks/2023                      只看这些文件，但以整个台账为准
  taizhang check --diff                          看看能自动改正什么
  taizhang check --fix                           改正它们
  taizhang check --statistics                    每条规则有多少处
  taizhang check --format sarif                  供代码托管平台读取；另有 gitlab、junit 等
  taizhang check --select E --ignore E19         只查错误，不管缺号
  taizhang check --write-baseline known.json     旧台账：把现有问题记下来
  taizhang check --as-of 2023-12-31              以那一天为准：超期、迟报、漏报
)",
     R"(Read every plan, registry and task file and list all faults in one run: where, what is wrong,
what to write instead. Errors make the exit code 1, warnings do not (but with --strict). Each
kind of fault has a stable code; taizhang explain CODE tells about it. A plan sets how serious a
rule is with rules: {check: {W04: ignore}} (error, warning or ignore); a line that is meant to be
so says # taizhang: ignore[W04] reason.

Examples:
  taizhang check                                 check the ledger in this folder
  taizhang check --format concise                one line a finding
  taizhang check tasks/2023                      these files, in the light of the whole ledger
  taizhang check --diff                          see what can be mended without a question
  taizhang check --fix                           mend it
  taizhang check --statistics                    how many findings each rule has
  taizhang check --format sarif                  for a code host; also gitlab, junit and more
  taizhang check --select E --ignore E19         errors only, and no gaps
  taizhang check --write-baseline known.json     an old ledger: note what is known
  taizhang check --as-of 2023-12-31              as of that day: overdue, late, missing
)"},
    set_up<CheckOptions, declare, run>,
};

}  // namespace taizhang::command
