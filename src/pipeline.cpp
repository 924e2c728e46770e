// SPDX-License-Identifier: MIT
//
// How data flows. Each command takes as many of these stages as it needs:
//
//   load::load             disk → ledger    every file read, every fault of reading noted
//   check::check           ledger → findings                              `check`
//   measure::measure_plan  ledger, two days → figures                     all others
//   facts::…               figures → rows with named fields
//   query::…               rows → those that are wanted, groups, counts
//   report::…              rows → a document: what to say, each number with its origin
//   render::…              findings, documents → text
//
// A stage takes values and returns values. Only a command prints.
#include "pipeline.h"

#include <algorithm>

#include "base/fatal.h"
#include "base/overlay_disk.h"
#include "base/suggest.h"
#include "base/text.h"
#include "check/check.h"
#include "load/load.h"
#include "load/settings.h"
#include "measure/seen.h"

namespace taizhang::pipeline {

std::string ledger_root(const base::Disk& disk, const std::string& dir) {
  const std::string tasks = base::join_path(dir, "tasks");
  return disk.list(tasks).fault == base::DiskFault::none ? tasks : dir;
}

namespace {

model::Ledger read(const base::Disk& disk, const Folder& folder, std::optional<int> item) {
  const std::string root = ledger_root(disk, folder.dir);
  if (const auto listing = disk.list(root); listing.fault != base::DiskFault::none) {
    throw base::Fatal(base::Exit::usage,
                      {{"打不开文件夹 {0}：{1}", "the folder {0} cannot be opened: {1}"},
                       {root, base::words_for(listing.fault, listing.reason)}},
                      {{"用 -C 指明台账所在的文件夹", "name the ledger's folder with -C"}, {}});
  }
  model::Ledger ledger = load::load(disk, root, item, folder.reader, folder.texts);
  if (ledger.plans.empty()) {
    for (const source::Fault& fault : ledger.faults) {
      const auto* closed = std::get_if<source::UnreadableFolder>(&fault.what);
      if (!closed) continue;
      throw base::Fatal(base::Exit::usage,
                        {{"打不开文件夹 {0}：{1}", "the folder {0} cannot be opened: {1}"},
                         {ledger.sources[fault.at.file].path, closed->why}},
                        {{"检查它的权限", "check its permissions"}, {}});
    }
    throw base::Fatal(
        base::Exit::usage, {{"{0} 里没有计划", "there is no plan in {0}"}, {root}},
        {{"计划是一个含有 plan.yaml 的文件夹，如 tasks/2023/；用 -C 指明台账所在的文件夹",
          "a plan is a folder with a plan.yaml, such as tasks/2023/; name the ledger's folder "
          "with -C"},
         {}});
  }
  return ledger;
}

/// The item of an address: 14 of `14`, `2023/14`, `14/piles` and `2023/14/piles`.
std::optional<int> item_of(const std::string& address) {
  const std::vector<std::string_view> parts = base::split(address, '/');
  constexpr std::size_t most_digits = 6;
  const auto number = [&](std::string_view part) -> std::optional<int> {
    const bool digits = !part.empty() && part.size() <= most_digits &&
                        part.find_first_not_of("0123456789") == part.npos;
    return digits ? std::optional(std::stoi(std::string(part))) : std::nullopt;
  };
  if (const auto last = number(parts.back())) return last;
  return parts.size() > 1 ? number(parts[parts.size() - 2]) : std::nullopt;
}

/// Without a single plan that says anything there is nothing to measure against.
void require_a_readable_plan(const model::Ledger& ledger) {
  for (const model::PlanFolder& folder : ledger.plans) {
    const model::Plan& plan = folder.plan;
    if (plan.id || plan.title || plan.period.start || plan.period.end || !plan.sections.empty()) {
      return;
    }
  }
  throw base::Fatal(base::Exit::usage, {{"没有一个计划读得出来", "no plan can be read"}, {}},
                    {{"运行 taizhang check 看问题在哪里", "run taizhang check to see why"}, {}});
}

}  // namespace

model::Ledger read(const base::Disk& disk, const Folder& folder) {
  return read(disk, folder, std::nullopt);
}

model::Ledger read_for(const base::Disk& disk, const Folder& folder, const std::string& address) {
  if (const std::optional<int> item = item_of(address)) {
    model::Ledger ledger = read(disk, folder, item);
    const auto has_it = [&](const model::PlanFolder& plan) {
      return std::any_of(plan.tasks.begin(), plan.tasks.end(),
                         [&](const model::TaskFile& task) { return task.item() == item; });
    };
    if (std::any_of(ledger.plans.begin(), ledger.plans.end(), has_it)) return ledger;
  }
  return read(disk, folder);
}

bool has_ledger(const base::Disk& disk, const std::string& dir) {
  const auto has_plan = [&](const auto& self, const std::string& folder, int deeper) -> bool {
    const base::Listing listing = disk.list(folder);
    return std::ranges::any_of(listing.entries, [&](const base::Entry& entry) {
      if (entry.kind == base::EntryKind::file) return entry.name == "plan.yaml";
      return entry.kind == base::EntryKind::folder && deeper > 0 && !entry.name.starts_with('.') &&
             self(self, base::join_path(folder, entry.name), deeper - 1);
    });
  };
  return ledger_root(disk, dir) != dir || has_plan(has_plan, dir, 2);
}

std::optional<base::Fatal> add_settings(const base::Io& io, model::Ledger& ledger) {
  model::Ledger settings = load::settings(io.disk, ledger.root, io.environment);
  std::ranges::move(settings.queries, std::back_inserter(ledger.queries));
  for (source::Finding& wrong : check::check(settings)) {
    if (wrong.severity != source::Severity::error) continue;
    const source::SourceFile& file = settings.sources[wrong.at.file];
    const source::Position at = file.position(wrong.at.begin);
    base::Fatal fatal(base::Exit::usage, std::move(wrong.message), std::move(wrong.help));
    fatal.picture = "  " + file.path + ":" + std::to_string(at.line) + ":" +
                    std::to_string(at.column) + ": " +
                    base::printable(std::string(file.line_at(wrong.at.begin))) + "\n";
    return fatal;
  }
  return std::nullopt;
}

Trial tried(const base::Disk& disk, const Folder& folder,
            const std::map<std::string, std::string>& texts) {
  base::OverlayDisk with(disk);
  with.texts = texts;
  Trial trial{read(with, folder), {}};
  trial.findings = check::check(trial.ledger);
  return trial;
}

Measured::Measured(const model::Ledger& ledger, const std::string& id) : ledger_(ledger) {
  require_a_readable_plan(ledger);
  std::vector<std::string_view> known;
  for (const model::PlanFolder& plan : ledger.plans) {
    if (id.empty() || plan.id == id) plans_.push_back(&plan);
    known.push_back(plan.id);
  }
  if (plans_.empty()) {
    throw base::Fatal(base::Exit::usage, {{"没有“{0}”这个计划", "there is no plan “{0}”"}, {id}},
                      base::near_or_all(id, known));
  }
}

const facts::World& Measured::on(base::Clocks clocks, std::optional<base::Clocks> since) {
  std::unique_ptr<const facts::World>& world = worlds_[{clocks, since}];
  if (!world && since) {
    world = std::make_unique<const facts::World>(on(clocks), on(*since));
  } else if (!world) {
    std::vector<std::unique_ptr<const model::PlanFolder>> seen;
    std::vector<measure::PlanFigures> figures;
    for (const model::PlanFolder* plan : plans_) {
      if (auto cut = measure::seen(*plan, clocks)) {
        seen.push_back(std::make_unique<const model::PlanFolder>(std::move(*cut)));
        plan = seen.back().get();
      }
      figures.push_back(measure::measure_plan(*plan, ledger_.registry_of(*plan), clocks));
    }
    world =
        std::make_unique<const facts::World>(ledger_, std::move(seen), std::move(figures), clocks);
  }
  return *world;
}

}  // namespace taizhang::pipeline
