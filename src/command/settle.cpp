// SPDX-License-Identifier: MIT
#include "command/settle.h"

#include <algorithm>
#include <iostream>
#include <set>

#include "base/text.h"
#include "check/check.h"
#include "edit/write.h"
#include "render/findings.h"
#include "render/unified_diff.h"

namespace taizhang::command {

using base::Exit;
using source::Finding;
using source::Severity;

namespace {

void tell(const Context& context, const pipeline::Trial& trial,
          const std::vector<Finding>& findings) {
  context.io.err << render::findings_full(
      {findings, trial.ledger, context.language, render::Style(false), {}});
}

void show_patch(const Context& context, const FileChanges& changes) {
  for (const auto& [path, change] : changes) {
    context.io.out << render::unified_diff(path, change.before(), change.edits(),
                                           context.io.out_terminal.is_terminal,
                                           context.style_for({}));
  }
  context.io.out.flush();
}

}  // namespace

void declare_writing(Options& options, WriteOptions& writing) {
  options.flag("-y,--yes", writing.yes, {"不再询问，直接写入", "write without asking"});
  options.flag("-n,--dry-run", writing.dry_run,
               {"只显示会改什么，不写入", "show what would change and write nothing"});
}

void require_consent(const Context& context, const WriteOptions& writing) {
  if (writing.yes && writing.dry_run) {
    base::refuse({{"--yes 和 --dry-run 互相矛盾", "--yes and --dry-run contradict each other"}},
                 {{"只留一个", "give one of them"}});
  }
  if (writing.yes || writing.dry_run || context.io.out_terminal.is_terminal) return;
  base::refuse({{"这里没有人可以问", "there is nobody here to ask"}},
               {{"加 --yes 直接写入，或加 --dry-run 只看会改什么",
                 "add --yes to write, or --dry-run to see what would change"}});
}

bool asked(const Context& context, const base::Phrase& question) {
  const base::Bilingual choice{"[y/N]", "[y/N]"};
  context.io.err << base::printable(question.in(context.language)) << " "
                 << choice.in(context.language) << " " << std::flush;
  std::string line;
  if (!std::getline(context.io.in, line)) context.io.err << "\n";
  const std::string_view answer = base::trimmed(line);
  return answer == "y" || answer == "Y" || answer == "yes" || answer == "是";
}

NewFindings new_findings(const Context& context, const pipeline::Trial& before,
                         const FileChanges& changes) {
  std::map<std::string, std::string> texts;
  for (const auto& [path, change] : changes) texts[path] = change.after();
  NewFindings found{pipeline::tried(context.io.disk, context.folder(), texts), {}, {}};
  // What is wrong on the day, such as a date that is still to come, is as wrong.
  const auto add_new = [&](const std::vector<Finding>& before_them,
                           const std::vector<Finding>& findings, Severity severity,
                           std::vector<Finding>& to) {
    std::set<std::string> known;
    for (const Finding& finding : before_them) known.insert(finding.fingerprint);
    for (const Finding& finding : findings) {
      const bool is_new = !known.contains(finding.fingerprint);
      if (is_new && finding.severity == severity) to.push_back(finding);
    }
  };
  add_new(check::check(before.ledger, context.clocks),
          check::check(found.after.ledger, context.clocks), Severity::error, found.errors);
  add_new(before.findings, found.after.findings, Severity::warning, found.warnings);
  return found;
}

bool may_be_of_day(std::string_view code) {
  // Reported before its data, after the settlement, or on a day that is still to come.
  return code == "E29" || code == "E46" || code == "E56";
}

void say_day(const Context& context) {
  context.say({{"没有写的日子按 {0} 计；补记以前的，用 --as-of 写明那一天",
                "what has no day of its own is of {0}; what came in on another is recorded with "
                "--as-of and that day"},
               {base::iso(context.clocks.as_of)}});
}

base::Exit settle(const Context& context, const WriteOptions& writing,
                  const pipeline::Trial& before, const FileChanges& changes,
                  const base::Phrase& said, bool shows_patch) {
  std::vector<edit::NewText> written;
  for (const auto& [path, change] : changes) {
    if (!change.keeps_scalars()) {
      throw base::Fatal(
          Exit::internal,
          {{"{0} 的写法改不动", "{0} is written in a way that cannot be changed"}, {path}},
          {{"这一处请手工改，并把文件报告给维护者",
            "change it by hand, and report the file to the maintainers"}});
    }
    written.push_back({path, change.before(), change.after()});
  }
  if (shows_patch) show_patch(context, changes);
  const NewFindings found = new_findings(context, before, changes);
  if (!found.errors.empty()) {
    tell(context, found.after, found.errors);
    context.say({{"没有写入：会多出 {0} 个错误", "nothing is written: errors it would add: {0}"},
                 {static_cast<long long>(found.errors.size())}});
    const auto is_of_day = [](const Finding& one) { return may_be_of_day(one.code); };
    if (std::ranges::any_of(found.errors, is_of_day)) say_day(context);
    return Exit::findings;
  }
  tell(context, found.after, found.warnings);
  if (writing.dry_run) {
    context.say({{"没有写入（--dry-run）", "nothing is written (--dry-run)"}});
    return Exit::clean;
  }
  if (!writing.yes && !asked(context, {{"写入吗？", "Write this?"}})) {
    context.say({{"没有写入", "nothing is written"}});
    return Exit::findings;
  }
  edit::write(context.io.disk, written);
  context.say(said);
  return Exit::clean;
}

}  // namespace taizhang::command
