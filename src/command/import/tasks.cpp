// SPDX-License-Identifier: MIT
//
// Tasks out of a table or a notice: where they go, which units and sections have to be added, and
// what was not understood.
#include <algorithm>
#include <iostream>
#include <map>
#include <set>

#include "base/overlay_disk.h"
#include "base/suggest.h"
#include "base/text.h"
#include "command/import/forms.h"
#include "command/import/known_tasks.h"
#include "command/import/new_tasks.h"
#include "command/start/files.h"
#include "edit/file_text.h"
#include "edit/write.h"
#include "load/load.h"
#include "render/findings.h"
#include "render/unified_diff.h"

namespace taizhang::command {

using base::Exit;
using intake::NewTasks;
using model::Plan;
using model::Registry;
using model::Task;
using model::UnitType;

namespace {

/// What a unit is, by how its name ends; somebody has to look at it.
UnitType type_of_unit(const std::string& name) {
  const auto ends = [&](std::string_view end) { return name.ends_with(end); };
  const auto says = [&](std::string_view word) { return name.find(word) != name.npos; };
  // 各街道 are all of them.
  if (ends("各部门") || ends("成员单位") || says("有关") || says("相关") ||
      name.starts_with("各")) {
    return UnitType::group;
  }
  if (ends("街道") || ends("街道办事处")) return UnitType::street;
  if (ends("镇") || ends("乡") || ends("镇政府") || ends("乡政府")) return UnitType::township;
  if (ends("开发区") || ends("园区") || ends("发展区") || ends("管委会")) return UnitType::zone;
  if (ends("公司") || ends("集团") || ends("银行") || ends("支行")) return UnitType::company;
  if (ends("总工会") || ends("妇联") || ends("团委") || ends("工商联") || ends("科协")) {
    return UnitType::mass_org;
  }
  if (says("委组织部") || says("委宣传部") || says("委办") || says("委统战部") ||
      says("委政法委") || says("纪委")) {
    return UnitType::party;
  }
  return ends("中心") || ends("院") || ends("学校") ? UnitType::institution : UnitType::government;
}

/// A new file as a patch has it.
std::string patch_of_new(const std::string& path, const std::string& text) {
  const auto lines = base::lines_of(text);
  std::string patch = "--- /dev/null\n+++ b/" + base::printable(path) + "\n@@ -0,0 +1," +
                      std::to_string(lines.size()) + " @@\n";
  for (const std::string_view line : lines) patch += "+" + base::plain_text(line);
  return patch;
}

/// Makes the files: those of a new ledger, changed ones of an old, and one a task.
class TaskFiles {
 public:
  TaskFiles(const ImportOptions& options, const Context& context)
      : options_(options), context_(context), disk_(context.io.disk) {}

  Exit import() {
    const std::string& file = options_.files.front();
    const std::string bytes = read_for_import(context_.io.disk, file);
    const bool is_new = !has_ledger();
    if (is_new) begin_ledger();
    if (!is_new && !options_.reporting_from.empty()) {
      base::refuse(
          {{"台账已经有了，--reporting-from 只用于新建", "the ledger is there already"}},
          {{"去掉这个选项，在计划的 plan.yaml 里写 rules: {reporting_from: {0}-01}；init "
            "也有这个选项",
            "leave it out and write rules: {reporting_from: {0}-01} into plan.yaml; init has "
            "the option as well"},
           {options_.reporting_from}});
    }
    ledger_ = pipeline::tried(disk_, options_.new_folder, {});
    NewTasks tasks = read(file, bytes);
    if (tasks.tasks.empty()) {
      base::refuse({{"{0} 里没有任务", "{0} has no tasks"}, {file}},
                   {{"通知要有 1. 2. 一类编号的条目，表要有重点任务一类的栏目和内容",
                     "a notice has items numbered 1. 2. …, a table rows below heads such as "
                     "重点任务"}});
    }
    if (is_new) {
      // Now that its sections and title are known.
      files_ = ledger_files(
          {options_.new_folder, title_of(tasks), year(), {}, tasks.sections, owed_from_},
          context_.language);
      disk_.texts = files_;
      ledger_ = pipeline::tried(disk_, options_.new_folder, {});
    }
    if (!tasks.title.empty() && plan().plan.title.value != tasks.title) {
      tasks.not_understood.insert(
          tasks.not_understood.begin(),
          {{}, {}, tasks.title, {"标题；计划另有名称", "the title; the plan has another"}});
    }
    const std::vector<int> sections = add_sections(tasks.sections);
    name_units(tasks);
    leave_out_known(tasks);
    if (tasks.tasks.empty()) return only_changed(tasks);
    std::set<int> taken;
    for (const model::TaskFile& task : plan().tasks) taken.insert(task.item().value_or(0));
    intake::number_tasks(tasks.tasks, taken);
    for (Task& task : tasks.tasks) {
      const int section = task.section.value_or(1);
      task.section.value = sections.at(static_cast<std::size_t>(section - 1));
      add_task(task, file);
    }
    return settle_files(tasks, is_new);
  }

 private:
  bool has_ledger() const {
    const std::string root = pipeline::ledger_root(context_.io.disk, options_.new_folder);
    return context_.io.disk.list(root).fault == base::DiskFault::none &&
           !load::load(context_.io.disk, root, std::nullopt).plans.empty();
  }

  std::string year() const {
    return options_.year.empty() ? base::iso(context_.clocks.as_of).substr(0, 4) : options_.year;
  }

  std::string title_of(const NewTasks& tasks) const {
    if (!options_.title.empty()) return options_.title;
    return tasks.title.empty() ? year() + "年重点任务" : tasks.title;
  }

  void begin_ledger() {
    if (!base::parse_date(year() + "-01-01").date) {
      base::refuse({{"--year 不能是“{0}”", "--year cannot be “{0}”"}, {year()}},
                   {{"写成 2024 的样子", "write it like 2024"}});
    }
    owed_from_ = owed_from(options_.reporting_from, year(), context_.clocks.as_of);
    files_ =
        ledger_files({options_.new_folder, year(), year(), {}, {}, owed_from_}, context_.language);
    require_absent(context_.io.disk, files_);
    disk_.texts = files_;
  }

  const model::PlanFolder& plan() const {
    const auto& plans = ledger_.ledger.plans;
    if (plans.size() == 1 && options_.year.empty()) return plans.front();
    for (const model::PlanFolder& one : plans) {
      if (one.id == year()) return one;
    }
    if (plans.size() == 1) {
      std::vector<std::string_view> known{plans.front().id};
      base::refuse_unknown(year(), {"计划", "plan"}, known);
    }
    base::refuse({{"台账里有几个计划", "the ledger has several plans"}},
                 {{"用 --year 写明哪一个", "say which with --year"}});
  }

  NewTasks read(const std::string& file, const std::string& bytes) const {
    const model::Period& period = plan().plan.period;
    const base::Date day = context_.clocks.as_of;
    intake::TableOptions table{{period.start.value_or(day), period.end.value_or(day)}, day};
    if (!options_.date.empty()) table.date = span_option(options_.date, "--date", day).to;
    for (const std::string& column : options_.columns) {
      const std::size_t equals = column.find('=');
      if (equals == column.npos) {
        base::refuse({{"--column 的“{0}”没有等号", "“{0}”, for --column, has no ="}, {column}},
                     {{"写成 承办科室=lead 的样子", "write it like HEAD=lead"}});
      }
      table.columns[column.substr(0, equals)] = column.substr(equals + 1);
    }
    return tasks_in(file, bytes, options_.sheet, table);
  }

  edit::FileChange& change_of(std::uint32_t file) {
    const source::SourceFile& source = ledger_.ledger.sources.at(file);
    return changes_.try_emplace(source.path, source.text, file).first->second;
  }

  /// Take out the tasks that the plan has: the same file, or a sheet of it, was taken in before.
  /// What their cells say that the ledger has not is listed.
  void leave_out_known(NewTasks& tasks) {
    std::vector<Task> kept;
    for (std::size_t i = 0; i < tasks.tasks.size(); ++i) {
      Task& task = tasks.tasks[i];
      const model::TaskFile* there = known_as(plan(), task);
      if (!there) {
        kept.push_back(std::move(task));
        continue;
      }
      ++known_;
      const intake::TaskOrigin& origin = tasks.origins[i];
      tasks.due_assumed -= origin.due_assumed;
      tasks.progress_assumed -= origin.progress_assumed;
      auto changed = changed_cells(plan(), *there, task, origin);
      changed_ += static_cast<long long>(changed.size());
      if (says_the_same(there->task, task)) {
        tasks.not_understood.push_back(
            {{}, {}, task.title.value_or(""), {"台账里已经有了", "in the ledger already"}});
      }
      std::ranges::move(changed, std::back_inserter(tasks.not_understood));
    }
    tasks.tasks = std::move(kept);
    if (known_ == 0 || !tasks.tasks.empty() || changed_ > 0) return;
    base::refuse(
        {{"这 {0} 项任务台账里都已经有了", "all these tasks are in the ledger: {0}"}, {known_}},
        {{"同一份表不用再收；收另一张工作表用 --sheet",
          "the file was taken in before; another sheet is named with --sheet"}});
  }

  /// Say that all tasks are known and what of them is not taken.
  Exit only_changed(const NewTasks& tasks) const {
    tell_not_understood(tasks);
    context_.say({{"这 {0} 项任务台账里都已经有了；{1} 个格子与台账不同，没有收，已在上面列出",
                   "all these tasks are in the ledger: {0}; their cells that differ are not taken "
                   "and stand above: {1}"},
                  {known_, changed_}});
    return Exit::findings;
  }

  /// A section that `init` wrote and no task is in; null where there is none.
  const model::Section* unused_section() const {
    const auto& sections = plan().plan.sections;
    const bool is_blank = plan().tasks.empty() && sections.size() == 1;
    if (!is_blank || !sections.begin()->title) return nullptr;
    const std::string& title = *sections.begin()->title;
    const bool is_usual = title == usual_section.zh || title == usual_section.en;
    return is_usual ? &*sections.begin() : nullptr;
  }

  /// The numbers that the plan has for the sections, which it gets where it lacks them; one that is
  /// not used yet gets the title of the first.
  std::vector<int> add_sections(const std::vector<std::string>& titles) {
    std::vector<int> numbers;
    int last = 0;
    const auto& there = plan().plan.sections;
    for (const model::Section& section : there) last = std::max(last, section.no.value_or(0));
    const model::Section* unused = unused_section();
    for (const std::string& title : titles) {
      const auto same = std::find_if(there.begin(), there.end(),
                                     [&](const auto& one) { return one.title.value == title; });
      if (same != there.end()) {
        numbers.push_back(same->no.value_or(1));
        if (&*same == unused) unused = nullptr;
        continue;
      }
      if (unused && rename(*unused, title)) {
        numbers.push_back(unused->no.value_or(1));
        unused = nullptr;
        continue;
      }
      model::Section section{plan().plan.at};
      section.no.value = ++last;
      section.title.value = title;
      change_of(plan().file).add<Plan>({}, model::name_of_key<&Plan::sections>(), section, true);
      numbers.push_back(last);
    }
    return numbers;
  }

  bool rename(const model::Section& section, const std::string& title) {
    edit::FileChange& change = change_of(plan().file);
    const auto path = change.path_to(section.at);
    const bool done =
        path && change.set<model::Section>(*path, model::name_of_key<&model::Section::title>(),
                                           edit::Value::text(title));
    if (done) {
      context_.say(
          {{"板块 {0}“{1}”还没有任务，改为“{2}”", "section {0}, {1}, has no tasks and becomes {2}"},
           {static_cast<long long>(section.no.value_or(1)), *section.title, title}});
    }
    return done;
  }

  const model::RegistryFile& registry() const {
    const model::RegistryFile* found = ledger_.ledger.registry_of(plan());
    if (!found) {
      base::refuse({{"台账没有单位名录", "the ledger has no registry of units"}},
                   {{"先写好 tasks/units.yaml", "write tasks/units.yaml first"}});
    }
    return *found;
  }

  /// The name that the registry has for a unit: the main one of an alias or a full name.
  std::string name_of_unit(const std::string& name) const {
    const model::RegistryFile& known = registry();
    if (known.find(name)) return name;
    const model::Unit* unit = known.find_alias(name);
    for (const model::Unit& one : known.registry.units) {
      if (!unit && one.full_name.value == name) unit = &one;
    }
    return unit && unit->name ? *unit->name : name;
  }

  /// Call the units as the registry does, each once in a task, and add those that it has not.
  void name_units(NewTasks& tasks) {
    std::map<std::string, std::string> names;
    for (const std::string& name : tasks.units) names[name] = name_of_unit(name);
    const auto resolve = [&](model::UnitName& unit) {
      if (const auto known = names.find(unit.text); known != names.end()) unit.text = known->second;
    };
    for (Task& task : tasks.tasks) {
      std::set<std::string> there;
      for (auto* list : {&task.lead, &task.support}) {
        std::erase_if(list->items, [&](auto& unit) {
          resolve(*unit.value);
          return !there.insert(unit->text).second;
        });
      }
      for (model::Progress& progress : task.progress.items) {
        if (progress.by) resolve(*progress.by.value);
      }
    }
    for (const auto& [name, main] : names) {
      if (name == main) continue;
      context_.say({{"单位“{0}”按名录写作“{1}”", "the registry calls {0} {1}"}, {name, main}});
    }
    std::erase_if(tasks.units, [&](const std::string& name) { return names[name] != name; });
    add_units(tasks.units);
  }

  void add_units(const std::vector<std::string>& names) {
    const model::RegistryFile* registry = &this->registry();
    for (const std::string& name : names) {
      if (registry->by_name.contains(name)) continue;
      model::Unit unit{registry->registry.units.empty() ? plan().plan.at
                                                        : registry->registry.units[0].at};
      unit.name.value = name;
      unit.type.value = type_of_unit(name);
      change_of(registry->file)
          .add<Registry>({}, model::name_of_key<&Registry::units>(), unit, true);
      ++new_units_;
    }
  }

  void add_task(const Task& task, const std::string& file) {
    const std::string& plan_path = ledger_.ledger.sources.at(plan().file).path;
    const std::string number = std::to_string(*task.item);
    constexpr std::size_t digits = 3;
    const std::string name = std::string(digits - std::min(digits, number.size()), '0') + number;
    const std::string path = plan_path.substr(0, plan_path.rfind('/') + 1) + name + "-task.yaml";
    const std::string source = file.substr(file.rfind('/') + 1);
    const base::Phrase head{
        {"# 由 {0} 导入，请核对；注明“待确认”的指标，核对后去掉这条备注。\n",
         "# Imported from {0}; look it over, and take the note 待确认 away from "
         "what is right.\n"},
        {base::printable(source)}};
    new_tasks_[path] =
        head.in(context_.language) + edit::file_text(edit::value_of(task, base::Language::en));
    indicators_ += static_cast<long long>(task.indicators.size());
    const auto from = plan().plan.rules.reporting_from.value;
    for (const model::Milestone& one : task.milestones) {
      if (!from || !one.due || *one.due >= *from) continue;
      before_reports_.push_back(
          {{"待确认 {0}/{1}：“{2}”应于 {3} 完成，台账从 {4} 起报，此前没有记录；"
            "未录不等于未办，不算逾期，报送表里会问完成日期",
            "to be confirmed {0}/{1}: “{2}” was due on {3}, and the ledger has "
            "reports from {4} on; not recorded is not undone: it is not "
            "overdue, and the forms ask for the day it was done"},
           {number, *one.id, *one.name, base::iso(*one.due), base::iso(*from)}});
    }
  }

  /// List what is in no file, with its cell and the reason.
  void tell_not_understood(const NewTasks& tasks) const {
    std::ostream& out = context_.io.out;
    for (const intake::NotUnderstood& one : tasks.not_understood) {
      out << base::printable(base::Phrase{
                 {"没有收进来{0}{1}：{2}（{3}）", "not taken in{0}{1}: {2} ({3})"},
                 {one.cell.empty() ? "" : " " + one.cell, one.head.empty() ? "" : " " + one.head,
                  one.text,
                  one.why}}.in(context_.language))
          << "\n";
    }
  }

  void tell(const NewTasks& tasks, bool is_new) const {
    std::ostream& out = context_.io.out;
    for (const auto& [path, text] : files_) {
      if (!changes_.contains(path)) tell_new(path, text);
    }
    for (const auto& [path, change] : changes_) {
      if (files_.contains(path))
        tell_new(path, change.after());
      else if (options_.diff)
        out << render::unified_diff(path, change.before(), change.edits(),
                                    context_.io.out_terminal.is_terminal, context_.style_for({}));
      else
        out << path << "\n";
    }
    for (const auto& [path, text] : new_tasks_) tell_new(path, text);
    tell_not_understood(tasks);
    for (const base::Phrase& one : before_reports_) {
      out << base::printable(one.in(context_.language)) << "\n";
    }
    out.flush();
    context_.say({{"任务 {0} 项，拟定指标 {1} 个（待确认），新增单位 {2} "
                   "个（类别按名称推定），没有收进来的 {3} 处",
                   "tasks: {0}; proposed indicators, to be confirmed: {1}; new units, their types "
                   "by their names: {2}; not taken in: {3}"},
                  {static_cast<long long>(new_tasks_.size()), indicators_, new_units_,
                   static_cast<long long>(tasks.not_understood.size())}});
    if (known_ > 0) {
      context_.say({{"另有 {0} 项台账里已经有了，没有再收", "in the ledger already, left out: {0}"},
                    {known_}});
    }
    if (changed_ > 0) {
      context_.say({{"这些任务有 {0} 个格子与台账不同，没有收，已在上面列出",
                     "cells of theirs that differ from the ledger, not taken, above: {0}"},
                    {changed_}});
    }
    for (const std::string& head : tasks.unknown_columns) {
      context_.say(
          {{"栏目“{0}”不认得，写进了备注；是哪一种，用 --column {0}=种类 说明，如 --column "
            "{0}=goal",
            "the column “{0}” is not known and went into the notes; say what it holds "
            "with --column {0}=KIND, such as --column {0}=goal"},
           {head}});
    }
    if (tasks.due_assumed > 0) {
      context_.say(
          {{"{0} 项没有写明完成时限，按计划的最后一天 {1}，备注里注明待确认",
            "no due date is said of {0}; theirs is the plan's last day, {1}, and their "
            "notes say 待确认"},
           {tasks.due_assumed, base::iso(plan().plan.period.end.value_or(context_.clocks.as_of))}});
    }
    if (tasks.progress_assumed > 0 && options_.date.empty()) {
      context_.say({{"{0} 项的进展没有写日期，按 {1} 记；是别的日子的，用 --date 写明",
                     "the progress of {0} has no date and is of {1}; name another with --date"},
                    {tasks.progress_assumed, base::iso(context_.clocks.as_of)}});
    }
    if (is_new) say_owed_from(context_, owed_from_, year());
  }

  /// A new file: its name, or with `--diff` what is in it, but for what editors and git want.
  void tell_new(const std::string& path, const std::string& text) const {
    const bool shows = options_.diff && path.ends_with(".yaml") && path.find("/.") == path.npos;
    context_.io.out << (shows ? patch_of_new(path, text) : path + "\n");
  }

  /// Name what would be an error of `check` in the files.
  void tell_errors(const pipeline::Trial& after, const NewFiles& files) const {
    const render::FindingsView view{
        after.findings, after.ledger, context_.language, render::Style(false), {}};
    long long errors = 0;
    for (const source::Finding& one : after.findings) {
      const bool is_ours = files.contains(after.ledger.sources.at(one.at.file).path);
      if (one.severity != source::Severity::error || !is_ours) continue;
      ++errors;
      context_.io.err << render::finding_line(one, view) << "\n";
    }
    if (errors == 0) return;
    context_.say({{"上面 {0} 处要改好，写入后运行 taizhang check",
                   "these {0} want mending; run taizhang check once they are written"},
                  {errors}});
  }

  Exit settle_files(const NewTasks& tasks, bool is_new) {
    require_absent(context_.io.disk, new_tasks_);
    std::vector<edit::NewText> written;
    NewFiles all = files_;
    for (const auto& [path, change] : changes_) {
      all[path] = change.after();
      if (!files_.contains(path)) written.push_back({path, change.before(), change.after()});
    }
    for (const auto& [path, text] : new_tasks_) all[path] = text;
    tell(tasks, is_new);
    tell_errors(pipeline::tried(context_.io.disk, options_.new_folder, all), all);
    if (options_.writing.dry_run) {
      context_.say({{"没有写入（--dry-run）", "nothing is written (--dry-run)"}});
      return Exit::clean;
    }
    if (!options_.writing.yes && !asked(context_, {{"写入吗？", "Write this?"}})) {
      context_.say({{"没有写入", "nothing is written"}});
      return Exit::findings;
    }
    if (is_new && create_whole(all)) return Exit::clean;
    for (const auto& [path, text] : all) {
      if (changes_.contains(path) && !files_.contains(path)) continue;
      make_folder_of(context_.io.disk, path);
      written.push_back({path, std::nullopt, text});
    }
    edit::write(context_.io.disk, written);
    return Exit::clean;
  }

  /// Make the folder of a new ledger with all its files in one step, where it is not there yet;
  /// whether it was not.
  bool create_whole(const NewFiles& files) const {
    const base::Disk& disk = context_.io.disk;
    if (disk.list(options_.new_folder).fault != base::DiskFault::missing) return false;
    const std::string start = base::join_path(options_.new_folder, "");
    std::map<std::string, std::string> inside;
    for (const auto& [path, text] : files) {
      if (!path.starts_with(start)) return false;
      inside[path.substr(start.size())] = text;
    }
    const base::Written made = disk.create_folder(options_.new_folder, inside);
    if (made.fault == base::DiskFault::none) return true;
    throw base::Fatal(
        Exit::internal,
        {{"建不了文件夹 {0}：{1}", "the folder {0} cannot be made: {1}"},
         {options_.new_folder, base::words_for(made.fault, made.reason)}},
        {{"检查磁盘空间和写入权限", "check the space on the disk and the permissions"}});
  }

  const ImportOptions& options_;
  const Context& context_;
  base::OverlayDisk disk_;
  NewFiles files_;  ///< of a new ledger
  pipeline::Trial ledger_;
  FileChanges changes_;
  NewFiles new_tasks_;
  std::optional<base::Date> owed_from_;
  std::vector<base::Phrase> before_reports_;  ///< milestones that were due before the first
  long long changed_ = 0;                     ///< their cells that say something else
  long long known_ = 0;                       ///< tasks that the ledger has already
  long long new_units_ = 0;
  long long indicators_ = 0;
};

}  // namespace

Exit import_tasks(const ImportOptions& options, const Context& context) {
  require_consent(context, options.writing);
  if (options.files.size() != 1) {
    base::refuse({{"--new 一次收一个文件", "--new takes one file at a time"}},
                 {{"分几次收", "import them one after another"}});
  }
  return TaskFiles(options, context).import();
}

}  // namespace taizhang::command
