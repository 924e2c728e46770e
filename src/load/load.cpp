// SPDX-License-Identifier: MIT
#include "load/load.h"

#include <algorithm>
#include <charconv>
#include <memory>
#include <variant>

#include "base/threads.h"
#include "load/decode.h"
#include "load/known_keys.h"
#include "load/settings.h"
#include "source/discover.h"
#include "yaml/parse.h"

namespace taizhang::load {

using source::Discovered;
using source::Fault;
using source::FileRole;

namespace {

std::string file_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

/// What one file gives.
struct Result {
  std::optional<source::SourceFile> source;
  std::variant<std::monostate, model::Plan, model::Registry, model::Task> entity;
  std::vector<Fault> faults;
  std::vector<source::Remark> remarks;
};

/// The struct of a file that could not be read stays empty, so that what refers to it still can; it
/// stands at the start of its file.
void make_entity(FileRole role, source::Span start, Result& result) {
  if (role == FileRole::plan) result.entity.emplace<model::Plan>(start);
  if (role == FileRole::registry) result.entity.emplace<model::Registry>(start);
  if (role == FileRole::task) result.entity.emplace<model::Task>(start);
}

void read_file(const base::Disk& disk, const Discovered& found, std::uint32_t file,
               source::Reader reader, std::string& text, Result& result) {
  const source::Span start = source::start_of(file);
  switch (found.role) {
    case FileRole::linked_folder:
      result.faults.push_back({start, source::LinkedFolder{}});
      return;
    case FileRole::unreadable_folder:
      result.faults.push_back(
          {start, source::UnreadableFolder{base::words_for(found.fault, found.reason)}});
      return;
    case FileRole::too_deep:
      result.faults.push_back({start, source::OverLimit{{"文件夹层数", "the nesting of folders"},
                                                        source::deepest_folder}});
      return;
    case FileRole::stray:
      result.faults.push_back({start, source::StrayFile{}});
      return;
    case FileRole::plan:
    case FileRole::registry:
    case FileRole::task:
      break;
  }
  make_entity(found.role, start, result);
  base::Content content = disk.read(found.path, largest_file);
  const std::string_view wanted = found.role == FileRole::plan       ? "plan.yaml"
                                  : found.role == FileRole::registry ? "units.yaml"
                                                                     : "";
  if (!wanted.empty() && file_name(found.path) != wanted) {
    // Its first byte: no length would mean that all of the file is at fault.
    const std::uint32_t end = content.text.empty() ? 0 : 1;
    result.faults.push_back({{file, 0, end}, source::MisnamedFile{wanted}});
  }
  if (content.fault == base::DiskFault::too_large) {
    result.faults.push_back({start, source::OverLimit{{"文件字节数", "the size in bytes"},
                                                      static_cast<long long>(largest_file)}});
    return;
  }
  if (content.fault != base::DiskFault::none) {
    result.faults.push_back(
        {start, source::UnreadableFile{base::words_for(content.fault, content.reason)}});
    return;
  }
  text = std::move(content.text);
  yaml::Document document = yaml::parse(text, file, reader, vocabulary);
  std::move(document.faults.begin(), document.faults.end(), std::back_inserter(result.faults));
  result.remarks = std::move(document.remarks);
  std::visit(
      [&](auto& entity) {
        if constexpr (!std::is_same_v<std::decay_t<decltype(entity)>, std::monostate>) {
          decode(document, file, entity, result.faults);
        }
      },
      result.entity);
  std::stable_sort(result.faults.begin(), result.faults.end(),
                   [](const Fault& a, const Fault& b) { return a.at.begin < b.at.begin; });
  if (result.faults.size() > most_faults) {
    const source::Span at = result.faults[most_faults].at;
    result.faults.erase(result.faults.begin() + most_faults, result.faults.end());
    result.faults.push_back({at, source::OverLimit{{"一个文件里的问题", "the faults of one file"},
                                                   static_cast<long long>(most_faults)}});
    result.faults.shrink_to_fit();
  }
}

/// Read all files, each by whichever thread comes to it; each writes only its own result.
std::vector<std::unique_ptr<Result>> read_all(const base::Disk& disk,
                                              const std::vector<Discovered>& found,
                                              source::Reader reader, source::Texts texts) {
  constexpr std::size_t files_worth_a_thread = 16;
  std::vector<std::unique_ptr<Result>> results(found.size());
  base::in_threads(found.size(), files_worth_a_thread, [&](std::size_t i) {
    auto result = std::make_unique<Result>();
    std::string text;
    read_file(disk, found[i], static_cast<std::uint32_t>(i), reader, text, *result);
    result->source.emplace(found[i].path, std::move(text));
    const bool is_sound_task = found[i].role == FileRole::task && result->faults.empty();
    if (texts == source::Texts::needed && is_sound_task) result->source->leave_out_text();
    results[i] = std::move(result);
  });
  return results;
}

std::string folder_name(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "." : file_name(path.substr(0, slash));
}

/// The number that a task file's name begins with: 14 of `014-new-energy-vehicles.yaml`.
std::optional<int> item_of(const std::string& path) {
  const std::string name = file_name(path);
  constexpr int most_digits = 6;
  int item = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), item);
  const bool apart =
      error == std::errc() && end - name.data() <= most_digits && (*end == '-' || *end == '.');
  return apart && item > 0 ? std::optional(item) : std::nullopt;
}

/// Leave out the tasks whose files' names do not begin with `item`, and keep the places that what
/// is left points at.
void keep_item(std::vector<Discovered>& found, int item) {
  std::vector<std::size_t> moved(found.size());
  std::vector<Discovered> kept;
  for (std::size_t i = 0; i < found.size(); ++i) {
    moved[i] = kept.size();
    const bool other = found[i].role == FileRole::task && item_of(found[i].path) != item;
    if (!other) kept.push_back(std::move(found[i]));
  }
  for (Discovered& file : kept) {
    if (file.plan) file.plan = moved[*file.plan];
    if (file.registry) file.registry = moved[*file.registry];
  }
  found = std::move(kept);
}

}  // namespace

model::Ledger load(const base::Disk& disk, const std::string& root, std::optional<int> item,
                   source::Reader reader, source::Texts texts) {
  std::vector<Discovered> found = source::discover(disk, root);
  if (item) keep_item(found, *item);
  std::vector<std::unique_ptr<Result>> results = read_all(disk, found, reader, texts);

  model::Ledger ledger;
  ledger.root = root;
  ledger.sources.reserve(found.size());
  std::vector<std::size_t> index(found.size());  // of a file: its plan or registry in the ledger
  std::vector<std::size_t> tasks(found.size());  // of a plan: how many it has
  for (const Discovered& file : found) {
    if (file.role == FileRole::task) ++tasks[*file.plan];
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    // What has been taken over goes at once: all of it twice is much.
    const std::unique_ptr<Result> one = std::move(results[i]);
    Result& result = *one;
    const auto file = static_cast<std::uint32_t>(i);
    ledger.sources.push_back(*std::move(result.source));
    std::move(result.faults.begin(), result.faults.end(), std::back_inserter(ledger.faults));
    std::move(result.remarks.begin(), result.remarks.end(), std::back_inserter(ledger.remarks));
    if (found[i].role == FileRole::registry) {
      index[i] = ledger.registries.size();
      ledger.registries.push_back(
          {file, std::move(std::get<model::Registry>(result.entity)), {}, {}});
      model::build_index(ledger.registries.back());
    } else if (found[i].role == FileRole::plan) {
      index[i] = ledger.plans.size();
      model::PlanFolder plan{file, std::move(std::get<model::Plan>(result.entity)), {}, {}, {}};
      plan.id = plan.plan.id.value_or(folder_name(found[i].path));
      if (found[i].registry) plan.registry = index[*found[i].registry];
      plan.tasks.reserve(tasks[i]);
      ledger.plans.push_back(std::move(plan));
    } else if (found[i].role == FileRole::task) {
      ledger.plans[index[*found[i].plan]].tasks.push_back(
          {file, item_of(found[i].path), std::move(std::get<model::Task>(result.entity))});
    }
  }
  model::build_index(ledger);
  for (model::PlanFolder& plan : ledger.plans) {
    add_queries(plan.plan.queries, plan.file, true, ledger);
    // Files come by path, so tasks without a number keep that order, after all others.
    std::stable_sort(plan.tasks.begin(), plan.tasks.end(), [](const auto& a, const auto& b) {
      constexpr int last = 1 << 30;
      return a.item().value_or(last) < b.item().value_or(last);
    });
  }
  return ledger;
}

}  // namespace taizhang::load
