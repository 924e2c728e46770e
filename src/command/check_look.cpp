// SPDX-License-Identifier: MIT
#include "command/check_look.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "check/meant.h"
#include "check/rules.h"
#include "command/timings.h"
#include "pipeline.h"
#include "query/filter/filter.h"
#include "query/filter/syntax.h"
#include "query/rows.h"

namespace taizhang::command {

namespace {

namespace filter = query::filter;

/// A baseline of a hundred thousand findings has twenty megabytes.
constexpr std::size_t largest_baseline = 64 * 1024 * 1024;

/// The rules of `--select` or `--ignore`, parted by commas.
std::vector<std::string> rules_of(const std::vector<std::string>& given) {
  std::vector<std::string> result;
  for (const std::string& list : given) {
    for (std::string_view part : base::split(list, ',')) {
      const std::string name(base::trimmed(part));
      if (!check::names_rules(name) && name.find("，") != name.npos) {
        base::refuse({{"“{0}”里是全角逗号", "“{0}” has a full-width comma"}, {name}},
                     {{"几条规则之间用英文逗号，如 E,W04", "part rules with ASCII commas: E,W04"}});
      }
      if (!check::names_rules(name)) {
        base::refuse_unknown(name, {"规则", "rule"}, check::rule_words());
      }
      result.push_back(name);
    }
  }
  return result;
}

std::vector<std::string> paths_of(const CheckOptions& options) {
  return options.reads_stdin() ? std::vector{options.stdin_filename} : options.paths;
}

/// Whether `path` is `folder` or lies in it.
bool lies_in(const std::string& path, const std::string& folder) {
  const std::string prefix = folder.ends_with('/') ? folder : folder + "/";
  return path == folder || path.starts_with(prefix);
}

/// The stored keys that a filter compares.
std::set<std::string_view> keys_in(const filter::Node& node) {
  std::set<std::string_view> keys;
  for (const filter::Node& part : node.parts) keys.merge(keys_in(part));
  if (node.what == filter::Node::What::term && node.term.what == filter::Term::What::compare) {
    if (const auto asked = facts::find_field(facts::Kind::tasks, node.term.field)) {
      keys.insert(asked->field->name);
    }
  }
  return keys;
}

/// The files with a fault, and whether nobody can know if they meet a filter because of it: a part
/// of them, or one of its keys, could not be read.
std::map<std::uint32_t, bool> faulty_files(const model::Ledger& ledger,
                                           const std::set<std::string_view>& keys) {
  std::map<std::uint32_t, bool> files;
  for (const source::Fault& fault : ledger.faults) {
    const std::uint32_t file = fault.at.file;
    files[file] |= !ledger.is_whole(file) || keys.contains(check::key_of(fault));
  }
  return files;
}

bool is_part(const std::string& path, const std::string& root, const std::string& part) {
  return part == root || lies_in(path, part);
}

}  // namespace

std::string ledger_path(const base::Disk& disk, const std::string& root, const std::string& path) {
  const std::string real_root = disk.real_path(root);
  const std::string real = disk.real_path(path);
  if (real.empty()) return {};
  if (lies_in(real_root, real)) return root;
  if (!lies_in(real, real_root)) return {};
  return base::join_path(root, real.substr(real_root.size() + (real_root == "/" ? 0 : 1)));
}

Scope::Scope(const base::Disk& disk, const std::string& root, const std::vector<std::string>& paths)
    : root_(root) {
  for (const std::string& path : paths) parts_.push_back({path, ledger_path(disk, root, path)});
}

void Scope::require_files(const model::Ledger& ledger) const {
  for (const Part& part : parts_) {
    const bool found =
        !part.path.empty() && std::any_of(ledger.sources.begin(), ledger.sources.end(),
                                          [&](const source::SourceFile& file) {
                                            return is_part(file.path, ledger.root, part.path);
                                          });
    if (found) continue;
    base::refuse(
        {{"{0} 里没有台账的文件", "{0} holds no file of the ledger"}, {part.given}},
        {{"台账的文件是 {0} 下的 YAML 文件；别处的台账用 -C 指明",
          "the files of the ledger are the YAML files below {0}; name another ledger with -C"},
         {ledger.root}});
  }
}

bool Scope::holds(const std::string& path) const {
  return parts_.empty() || std::any_of(parts_.begin(), parts_.end(), [&](const Part& part) {
           return is_part(path, root_, part.path);
         });
}

check::Baseline read_baseline(const base::Disk& disk, const std::string& path) {
  const base::Content content = disk.read(path, largest_baseline);
  if (content.fault != base::DiskFault::none) {
    base::refuse({{"读不出基线文件 {0}：{1}", "the baseline {0} cannot be read: {1}"},
                  {path, base::words_for(content.fault, content.reason)}},
                 {{"先用 taizhang check --write-baseline {0} 写一份",
                   "write one with taizhang check --write-baseline {0}"},
                  {path}});
  }
  return check::parse_baseline(content.text, path);
}

Looker::Looker(const CheckOptions& options, const Context& context)
    : context_(context),
      choice_{rules_of(options.select), rules_of(options.ignore)},
      where_(options.where),
      scope_(context.io.disk, pipeline::ledger_root(context.io.disk, context.options.dir),
             paths_of(options)) {
  if (!options.baseline.empty()) baseline_ = read_baseline(context.io.disk, options.baseline);
}

Look Looker::look(const base::Disk& disk) const {
  Look result;
  Timings timings(context_);
  result.ledger = pipeline::read(disk, context_.folder());
  if (!where_.empty()) context_.warn(pipeline::add_settings(context_.io, result.ledger));
  timings.end_of({"读取文件", "reading"});
  scope_.require_files(result.ledger);
  result.findings = check::check(result.ledger, context_.clocks, choice_);
  timings.end_of({"检查", "checking"});
  // The baseline numbers findings that are alike, so it is asked about all of them.
  if (baseline_) result.gone = check::take_known(result.findings, *baseline_, result.ledger);
  const std::vector<bool> asked = files_asked_about(result.ledger, Asked::perhaps);
  result.files = std::ranges::count(asked, true);
  if (!where_.empty() && result.files == 0) {
    context_.say({{"没有任务合乎 --where 的条件，什么也没有检查",
                   "no task meets --where: nothing was checked"},
                  {}});
  }
  std::erase_if(result.findings, [&](const source::Finding& finding) {
    return !asked[finding.at.file] && std::ranges::none_of(finding.related, [&](const auto& place) {
      return asked[place.at.file];
    });
  });
  return result;
}

std::vector<source::Finding> Looker::findings(const model::Ledger& ledger) const {
  std::vector<source::Finding> findings = check::check(ledger, context_.clocks, choice_);
  if (baseline_) check::take_known(findings, *baseline_, ledger);
  const std::vector<bool> asked = files_asked_about(ledger, Asked::surely);
  std::erase_if(findings, [&](const auto& finding) { return !asked[finding.at.file]; });
  return findings;
}

std::vector<bool> Looker::files_asked_about(const model::Ledger& ledger, Asked how) const {
  std::vector<bool> asked;
  for (const source::SourceFile& file : ledger.sources) asked.push_back(scope_.holds(file.path));
  if (where_.empty()) return asked;
  pipeline::Measured measured(ledger, "");
  const query::Rows tasks(measured.on(context_.clocks), facts::Kind::tasks);
  const filter::Test meets = filter::meaning(tasks.world(), facts::Kind::tasks, where_);
  std::vector<bool> met(asked.size());
  const auto faulty = faulty_files(ledger, keys_in(filter::parse(where_)));
  for (const auto& [file, unclear] : faulty) {
    met[file] = how == Asked::perhaps && asked[file] && unclear;
  }
  for (const facts::Row& task : tasks) {
    const std::uint32_t file = task.task->file->file;
    const filter::Truth truth = meets(task);
    const bool may_meet =
        how == Asked::perhaps && truth == filter::Truth::unknown && faulty.contains(file);
    met[file] = met[file] || (asked[file] && (may_meet || truth == filter::Truth::yes));
  }
  return met;
}

}  // namespace taizhang::command
