// SPDX-License-Identifier: MIT
#include "command/check_options.h"

#include <algorithm>

namespace taizhang::command {

namespace {

[[noreturn]] void refuse_pair(const char* one, const char* other) {
  base::refuse({{"{0} 和 {1} 不能同时用", "{0} and {1} do not go together"}, {one, other}},
               {{"去掉其中一个", "leave one of them out"}});
}

}  // namespace

bool CheckOptions::reads_stdin() const {
  return std::find(paths.begin(), paths.end(), "-") != paths.end();
}

void declare(Options& options, CheckOptions& check) {
  options.rest("PATH", check.paths,
               {"只看这些文件或文件夹，但以整个台账为准；- 从标准输入读一个文件",
                "only these files and folders, in the light of the whole ledger; - reads one file "
                "from standard input"});
  options.option("--where", check.where, "FILTER",
                 {"只看合乎条件的任务的文件，如 --where 'lead:市工信局'，见 taizhang list "
                  "--help；读不完整的也列出，--fix 不写它们",
                  "only the files of tasks that meet a filter, such as --where 'section:2', see "
                  "taizhang list --help; those that cannot be read well enough are shown, and "
                  "--fix leaves them"});
  options.option(
      "--stdin-filename", check.stdin_filename, "PATH",
      {"标准输入的内容算作台账里的哪个文件", "which file of the ledger standard input stands for"});
  options.option(
      "--format", check.format, "FORMAT",
      {"输出格式：full、concise、json、json-lines、sarif、github、gitlab、junit、rdjson，默认 "
       "full，在 GitHub Actions 里默认 github",
       "full, concise, json, json-lines, sarif, github, gitlab, junit or rdjson; full by "
       "default, github in GitHub Actions"});
  options.option("-o,--output", check.output, "FILE",
                 {"写入文件，扩展名决定格式", "write to a file; its ending tells the format"});
  options.flag(
      "--statistics", check.statistics,
      {"只列出每条规则有多少处，多的在前；--format json 供脚本读取",
       "tell only how many findings each rule has, most first; --format json for scripts"});
  options.repeated("--select", check.select, "RULES",
                   {"只查这些规则：编号、编号开头或名称，用逗号隔开，如 E,W04",
                    "only these rules, by code, its beginning or name: E,W04"});
  options.repeated("--ignore", check.ignore, "RULES",
                   {"不查这些规则，写法同上", "not these rules, written alike"});
  options.flag("--strict", check.strict,
               {"警告也使退出码为 1", "warnings make the exit code 1, too"});
  options.flag("--exit-zero", check.exit_zero,
               {"有问题也以 0 退出", "exit with 0 whatever is found"});
  options.flag("--fix", check.fix,
               {"改正只有一种改法的问题，其余内容一个字节不动",
                "mend what has one right answer and touch no other byte"});
  options.flag("--diff", check.diff, {"只显示 --fix 会怎么改", "only show what --fix would do"});
  options.option("--baseline", check.baseline, "FILE",
                 {"不报这个基线文件里已有的问题", "be silent about what this baseline knows"});
  options.option("--write-baseline", check.write_baseline, "FILE",
                 {"把现有的问题记成基线；已有的基线只能缩小",
                  "write what is found as a baseline; one that is there may only shrink"});
}

void refuse_contradictions(const CheckOptions& options) {
  if (options.fix && options.diff) refuse_pair("--fix", "--diff");
  if (!options.baseline.empty() && !options.write_baseline.empty()) {
    refuse_pair("--baseline", "--write-baseline");
  }
  if (!options.write_baseline.empty()) {
    if (options.fix) refuse_pair("--write-baseline", "--fix");
    if (options.diff) refuse_pair("--write-baseline", "--diff");
    if (!options.paths.empty()) refuse_pair("--write-baseline", "PATH");
    if (!options.where.empty()) refuse_pair("--write-baseline", "--where");
    if (!options.select.empty()) refuse_pair("--write-baseline", "--select");
    if (!options.ignore.empty()) refuse_pair("--write-baseline", "--ignore");
  }
  if (options.reads_stdin() && options.paths.size() > 1) {
    base::refuse({{"- 只能单独用", "- stands alone"}},
                 {{"一次检查一个标准输入的文件", "check one file of standard input at a time"}});
  }
  if (options.reads_stdin() != !options.stdin_filename.empty()) {
    base::refuse({{"- 和 --stdin-filename 要一起用", "- and --stdin-filename go together"}},
                 {{"如 taizhang check - --stdin-filename tasks/2023/014-piles.yaml",
                   "as in taizhang check - --stdin-filename tasks/2023/014-piles.yaml"}});
  }
}

}  // namespace taizhang::command
