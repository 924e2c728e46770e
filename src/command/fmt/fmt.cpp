// SPDX-License-Identifier: MIT
#include <iostream>
#include <map>

#include "base/suggest.h"
#include "command/check_look.h"
#include "command/fmt/canonical.h"
#include "edit/change.h"
#include "edit/write.h"
#include "render/unified_diff.h"

namespace taizhang::command {

namespace {

struct FmtOptions {
  std::vector<std::string> paths;
  std::string words;
  bool check = false;
  bool diff = false;
};

void declare(Options& options, FmtOptions& fmt) {
  options.rest("PATH", fmt.paths,
               {"只管这些文件或文件夹；不写是整个台账",
                "only these files or folders; the whole ledger if left out"});
  options.flag("--check", fmt.check,
               {"只看有没有要整理的，不写入；有则退出码 1",
                "write nothing; exit 1 where a file would change"});
  options.flag("--diff", fmt.diff,
               {"显示会改什么，不写入", "show what would change and write nothing"});
  options.option("--words", fmt.words, "LANG",
                 {"键名和固定用词改成中文或英文；默认照旧",
                  "turn keys and words of lists into Chinese or English; as they are by default"});
}

std::optional<base::Language> language_of(const std::string& word) {
  if (word.empty()) return std::nullopt;
  if (word == "zh") return base::Language::zh;
  if (word == "en") return base::Language::en;
  base::refuse_unknown(word, {"语言", "language"}, {language_words.begin(), language_words.end()});
}

/// By index, what each file of the ledger is; of those that are none of them nothing.
std::map<std::uint32_t, const load::EntityKeys*> kinds_of(const model::Ledger& ledger) {
  std::map<std::uint32_t, const load::EntityKeys*> kinds;
  for (const model::RegistryFile& registry : ledger.registries) {
    kinds[registry.file] = load::find_entity(model::Fields<model::Registry>::name.zh);
  }
  for (const model::PlanFolder& plan : ledger.plans) {
    kinds[plan.file] = load::find_entity(model::Fields<model::Plan>::name.zh);
    for (const model::TaskFile& task : plan.tasks) {
      kinds[task.file] = load::find_entity(model::Fields<model::Task>::name.zh);
    }
  }
  return kinds;
}

/// Why the file stays as it is.
void say_why(const Context& context, const std::string& path, Canonical::Outcome why) {
  if (why == Canonical::Outcome::unsound) {
    context.say({{"{0}：没有整理；先照 taizhang check 改正，能自动改的用 check --fix",
                  "{0}: left as it is; first mend what taizhang check finds, by itself what "
                  "check --fix can"},
                 {path}});
  } else {
    context.say({{"{0}：没有整理，整理后读出来会不一样；请手工整理，并把文件报告给维护者",
                  "{0}: left as it is, for it would not read the same; put it in order by hand, "
                  "and report the file to the maintainers"},
                 {path}});
  }
}

base::Exit run(const FmtOptions& options, const Context& context) {
  const std::optional<base::Language> words = language_of(options.words);
  const base::Disk& disk = context.io.disk;
  const Scope scope(disk, pipeline::ledger_root(disk, context.options.dir), options.paths);
  const model::Ledger ledger = pipeline::read(disk, context.folder());
  scope.require_files(ledger);
  std::vector<edit::NewText> changed;
  long long files = 0;
  long long left = 0;
  for (const auto& [index, kind] : kinds_of(ledger)) {
    const source::SourceFile& file = ledger.sources.at(index);
    if (!scope.holds(file.path)) continue;
    ++files;
    Canonical form = canonical(file.text, *kind, words);
    if (form.outcome != Canonical::Outcome::written) {
      ++left;
      say_why(context, file.path, form.outcome);
    } else if (form.text != file.text) {
      if (options.check && !options.diff) context.io.out << base::printable(file.path) << "\n";
      if (options.diff) {
        context.io.out << render::unified_diff(
            file.path, file.text, edit::line_edits(file.text, form.text, index),
            context.io.out_terminal.is_terminal, context.style_for({}));
      }
      changed.push_back({file.path, file.text, std::move(form.text)});
    }
  }
  const auto count = static_cast<long long>(changed.size());
  const bool writes = !options.check && !options.diff;
  if (writes) {
    edit::write(disk, changed);
    context.say(
        {{"看了 {0} 个文件，整理 {1} 个", "files looked at: {0}; changed: {1}"}, {files, count}});
  } else {
    context.say({{"看了 {0} 个文件，要整理 {1} 个；没有写入",
                  "files looked at: {0}; would change: {1}; nothing is written"},
                 {files, count}});
  }
  const bool differs = options.check && !changed.empty();
  return differs || left > 0 ? base::Exit::findings : base::Exit::clean;
}

}  // namespace

const Command fmt_command{
    "fmt",
    Needs::ledger,
    {"整理文件的写法：键的顺序、引号、缩进", "write files in one form: key order, quotes, indent"},
    {R"(把台账的文件整理成统一的写法：键按说明书里各表的顺序，缩进两格，引号只留 YAML 需要的，
冒号、逗号后面空一格，空行最多一行。一行的仍是一行；注释、编号、多行文字照旧。内容不变：写之前把
结果再读一遍，逐个值核对。读不完整的文件不动，先用 taizhang check 改正。再整理一次，什么也不变。

示例：
  taizhang fmt --check                 有没有要整理的（CI 里用）
  taizhang fmt --diff tasks/2023       看会改什么
  taizhang fmt --words zh --diff       键名和固定用词改成中文会怎样
)",
     R"(Write the files of the ledger in one form: keys in the order of the tables of the manual, two
blanks of indent, quotes only where YAML needs them, a blank behind colons and commas, at most one
empty line. What is on one line stays on one; remarks, ids and texts over several lines are as they
were. What is in a file stays: the result is read back and compared value by value before it is
written. A file that cannot be read to its end is left alone. Done again, nothing changes.

Examples:
  taizhang fmt --check                 whether something would change, for CI
  taizhang fmt --diff tasks/2023       what would change
  taizhang fmt --words zh --diff       with Chinese keys and words
)"},
    set_up<FmtOptions, declare, run>,
};

}  // namespace taizhang::command
