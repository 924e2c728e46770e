// SPDX-License-Identifier: MIT
#include "command/import/forms.h"

#include <algorithm>
#include <iostream>
#include <span>

#include "base/text.h"
#include "intake/returns.h"

namespace taizhang::command {

using base::Exit;
using intake::Addition;
using intake::Fate;
using intake::Outcome;
using intake::Returns;

namespace {

constexpr std::size_t largest_import = 64u << 20;

base::Bilingual word_for(Fate fate) {
  switch (fate) {
    case Fate::added:
      return {"新报", "new"};
    case Fate::corrected:
      return {"更正", "corrected"};
    case Fate::unchanged:
      return {"不变", "unchanged"};
    case Fate::refused:
      return {"不收", "refused"};
    case Fate::left:
      return {"没有收", "left out"};
    case Fate::noted:
      return {"说明", "note"};
  }
  return {};
}

/// Tries the additions of some forms on a ledger; what would be a new error is refused row by row.
class Admission {
 public:
  Admission(const Context& context, const pipeline::Trial& before, Returns& returns)
      : context_(context), before_(before), returns_(returns) {
    for (const Addition& addition : returns_.additions) accepted_.push_back(&addition);
  }

  /// Afterwards the changes bring no new error with them.
  FileChanges changes() {
    Faults faulty = faults(accepted_);
    const auto is_doubtful = [&](const Addition* one) { return faulty.contains(path(*one)); };
    std::vector<const Addition*> doubtful;
    std::copy_if(accepted_.begin(), accepted_.end(), std::back_inserter(doubtful), is_doubtful);
    std::erase_if(accepted_, is_doubtful);
    admit(doubtful);
    FileChanges changes;
    build(accepted_, changes);
    return changes;
  }

  /// Whether the day of the import may be why some were refused.
  bool has_fault_of_day() const { return has_fault_of_day_; }

 private:
  /// By path of a file, the first new error in it.
  using Faults = std::map<std::string, base::Phrase>;

  /// Take those of `doubtful` that stand behind those that do already; where something is wrong in
  /// a file, by halves down to the row.
  void admit(std::span<const Addition* const> doubtful) {
    if (doubtful.empty()) return;
    const std::size_t before = accepted_.size();
    accepted_.insert(accepted_.end(), doubtful.begin(), doubtful.end());
    const Faults faulty = faults(accepted_);
    const auto wrong = std::ranges::find_if(
        doubtful, [&](const Addition* one) { return faulty.contains(path(*one)); });
    if (wrong == doubtful.end()) return;
    accepted_.resize(before);
    if (doubtful.size() == 1) return refuse(**wrong, faulty.at(path(**wrong)));
    admit(doubtful.first(doubtful.size() / 2));
    admit(doubtful.subspan(doubtful.size() / 2));
  }

  const std::string& path(const Addition& addition) const {
    return before_.ledger.sources.at(addition.file->file).path;
  }

  void refuse(const Addition& addition, base::Phrase why) {
    Outcome& outcome = returns_.outcomes[addition.outcome];
    outcome.fate = Fate::refused;
    outcome.what = std::move(why);
  }

  void build(const std::vector<const Addition*>& additions, FileChanges& changes) {
    // By file and where it begins in it, what goes into one list.
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<const Addition*>> lists;
    for (const Addition* one : additions) {
      const auto* day = std::get_if<intake::DayDone>(&one->entry);
      const auto* verdict = std::get_if<intake::VerdictGiven>(&one->entry);
      const std::uint32_t begin = one->indicator ? one->indicator->at.begin
                                  : verdict      ? verdict->entry->at.begin
                                  : day          ? day->milestone->at.begin
                                                 : 0;
      lists[{one->file->file, begin}].push_back(one);
    }
    for (const auto& [list, entries] : lists) {
      const std::uint32_t file = list.first;
      const source::SourceFile& source = before_.ledger.sources.at(file);
      edit::FileChange& change = changes.try_emplace(source.path, source.text, file).first->second;
      if (intake::apply(entries, change)) continue;
      for (const Addition* one : entries) {
        refuse(*one, {{"{0} 里放不下这一条，请运行 taizhang check",
                       "{0} does not take it; run taizhang check"},
                      {source.path}});
      }
    }
    std::erase_if(changes, [](const auto& one) { return one.second.edits().empty(); });
  }

  Faults faults(const std::vector<const Addition*>& additions) {
    FileChanges changes;
    build(additions, changes);
    Faults faulty;
    const NewFindings found = new_findings(context_, before_, changes);
    for (const source::Finding& error : found.errors) {
      const std::string& file = found.after.ledger.sources.at(error.at.file).path;
      if (!changes.contains(file)) continue;
      has_fault_of_day_ = has_fault_of_day_ || may_be_of_day(error.code);
      faulty.emplace(file, base::Phrase{{"{0} {1}", "{0} {1}"},
                                        {error.code, error.message.in(context_.language)}});
    }
    return faulty;
  }

  const Context& context_;
  const pipeline::Trial& before_;
  Returns& returns_;
  std::vector<const Addition*> accepted_;
  bool has_fault_of_day_ = false;
};

/// A line for each cell, then how many of each kind.
void tell_outcomes(const Context& context, const std::vector<Outcome>& outcomes) {
  std::map<Fate, long long> counts;
  for (const Outcome& outcome : outcomes) {
    ++counts[outcome.fate];
    if (outcome.fate == Fate::unchanged) continue;
    context.io.out << base::printable(outcome.place) << "  ";
    if (!outcome.address.empty()) context.io.out << base::printable(outcome.address) << "  ";
    context.io.out << word_for(outcome.fate).in(context.language) << "  "
                   << base::printable(outcome.what.in(context.language)) << "\n";
  }
  context.io.out << base::Phrase{{"新报 {0}，更正 {1}，不变 {2}，不收 {3}",
                                  "new {0}, corrected {1}, unchanged {2}, refused {3}"},
                                 {counts[Fate::added], counts[Fate::corrected],
                                  counts[Fate::unchanged], counts[Fate::refused]}}
                        .in(context.language);
  if (const long long left = counts[Fate::left]; left > 0) {
    context.io.out << base::Phrase{{"；没有收的格子 {0}", "; cells left out {0}"}, {left}}.in(
        context.language);
  }
  context.io.out << "\n";
  context.io.out.flush();
}

}  // namespace

std::string read_for_import(const base::Disk& disk, const std::string& path) {
  base::Content content = disk.read(path, largest_import);
  if (content.fault == base::DiskFault::none) return std::move(content.text);
  base::refuse({{"读不了 {0}：{1}", "{0} cannot be read: {1}"},
                {path, base::words_for(content.fault, content.reason)}},
               {{"检查文件名和权限", "check its name and permissions"}});
}

Exit import_forms(const ImportOptions& options, const Context& context) {
  require_consent(context, options.writing);
  std::vector<intake::FilledForm> forms;
  for (const std::string& file : options.files) {
    const sheets::Workbook workbook = sheets::read(read_for_import(context.io.disk, file), file);
    auto found = intake::forms_in(workbook, file);
    if (found.empty()) {
      const base::Phrase missing = intake::missing_heads(workbook);
      if (!missing.empty()) {
        base::refuse({{"{0} 里没有报送表：{1}", "{0} has no form: {1}"},
                      {file, missing.in(context.language)}},
                     {{"栏目的名称要和发下去的表一样；改回来再收",
                       "heads have to be those of the form; put them right and send it again"}});
      }
      base::refuse({{"{0} 里没有报送表", "{0} has no form"}, {file}},
                   {{"要有“地址”（或“序号”和“任务”）和“本期累计”这几栏；表用 taizhang form 生成",
                     "the columns “address” (or “no” and “task”) and “total to date” are wanted; "
                     "taizhang form makes such a form"}});
    }
    std::move(found.begin(), found.end(), std::back_inserter(forms));
  }
  std::optional<base::Date> date;
  if (!options.date.empty()) date = span_option(options.date, "--date", context.io.today).to;
  const pipeline::Trial before = pipeline::tried(context.io.disk, context.folder(), {});
  Returns returns(before.ledger, context.clocks.as_of, date, options.by);
  pipeline::Measured measured(before.ledger, {});
  std::map<base::Date, intake::LockedRows> locked;
  for (const intake::FilledForm& form : forms) {
    const base::Date day = returns.day_of(form);
    auto [of_day, is_new] = locked.try_emplace(day);
    if (is_new) {
      const facts::World& world = measured.on({day, std::max(day, context.clocks.known_by)});
      of_day->second = intake::locked_in_forms(world, day);
    }
    returns.take(form, of_day->second);
  }
  Admission admission(context, before, returns);
  const FileChanges changes = admission.changes();
  tell_outcomes(context, returns.outcomes);
  if (admission.has_fault_of_day()) say_day(context);
  const bool refused =
      std::any_of(returns.outcomes.begin(), returns.outcomes.end(),
                  [](const Outcome& outcome) { return outcome.fate == Fate::refused; });
  const Exit rest = refused ? Exit::findings : Exit::clean;
  if (changes.empty()) {
    context.say({{"没有要写的", "there is nothing to write"}});
    return rest;
  }
  const Exit settled = settle(
      context, options.writing, before, changes,
      {{"写入了 {0} 个文件", "files written: {0}"}, {static_cast<long long>(changes.size())}},
      options.diff);
  return settled == Exit::clean ? rest : settled;
}

}  // namespace taizhang::command
