// SPDX-License-Identifier: MIT
#include "load/settings.h"

#include <algorithm>
#include <set>

#include "load/decode.h"
#include "load/known_keys.h"
#include "load/load.h"
#include "yaml/parse.h"

namespace taizhang::load {

namespace {

/// The names of a list with blanks between them; of each item commas may part several.
std::string on_one_line(const model::List<std::string>& list) {
  std::string line;
  for (const auto& item : list.items) {
    if (item) line += (line.empty() ? "" : " ") + *item;
  }
  for (const std::string_view comma : {",", "，", "、"}) {
    for (std::size_t at; (at = line.find(comma)) != line.npos;) line.replace(at, comma.size(), " ");
  }
  return line;
}

/// The folder above `folder` as a user would write it: `tasks` → `.` → `..` → `../..`.
std::string above(const std::string& folder) {
  if (folder.empty() || folder == ".") return "..";
  if (folder == ".." || folder.ends_with("/..")) return folder + "/..";
  const std::size_t slash = folder.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : folder.substr(0, slash);
}

class SettingsReader {
 public:
  SettingsReader(const base::Disk& disk, model::Ledger& ledger) : disk_(disk), ledger_(ledger) {}

  /// Read the file of settings in `folder`, which is called `shown`, where there is one.
  void read(const std::string& folder, const std::string& shown) {
    const std::string path = base::join_path(folder, settings_file);
    base::Content content = disk_.read(path, largest_file);
    if (content.fault == base::DiskFault::missing || is_closed(folder, content.fault)) return;
    // A way up may come by the same folder twice.
    if (!seen_.insert(disk_.real_path(path)).second) return;
    const auto file = static_cast<std::uint32_t>(ledger_.sources.size());
    ledger_.sources.push_back({base::join_path(shown, settings_file), std::move(content.text)});
    if (content.fault != base::DiskFault::none) {
      ledger_.faults.push_back({source::start_of(file), source::UnreadableFile{base::words_for(
                                                            content.fault, content.reason)}});
      return;
    }
    const yaml::Document document =
        yaml::parse(ledger_.sources.back().text, file, source::Reader::plain, vocabulary);
    std::copy(document.faults.begin(), document.faults.end(), std::back_inserter(ledger_.faults));
    if (document.faults.empty() && document.root.kind == yaml::NodeKind::null) return;
    model::Settings settings(source::start_of(file));
    decode(document, file, settings, ledger_.faults);
    add_queries(settings.queries, file, false, ledger_);
  }

 private:
  /// Whether nobody can tell what is in the folder: nothing that a user can have meant.
  bool is_closed(const std::string& folder, base::DiskFault fault) const {
    return fault == base::DiskFault::no_permission &&
           disk_.list(folder).fault == base::DiskFault::no_permission;
  }

  const base::Disk& disk_;
  model::Ledger& ledger_;
  std::set<std::string> seen_;
};

/// Whether `fault` stands in the entry of `query`, or is another one of its name.
bool is_of(const source::Fault& fault, const model::Given<std::string>& name,
           const model::Query& query) {
  if (!name.at || fault.at.file != name.at->file) return false;
  const auto* twice = std::get_if<source::DuplicateKey>(&fault.what);
  if (twice && twice->first == *name.at) return true;
  return fault.at.begin >= name.at->begin && fault.at.begin < std::max(query.ends, name.at->end);
}

}  // namespace

void add_queries(const model::ByName<model::Query>& queries, std::uint32_t file, bool plan,
                 model::Ledger& ledger) {
  const source::SourceFile& source = ledger.sources[file];
  for (const auto& row : queries.rows) {
    const model::Given<std::string>& name = row.first;
    const model::Query& query = row.second;
    const source::Span at = query.filter.at_or(name.at_or(source::start_of(file)));
    const source::Position position = source.position(at.begin);
    const bool faulty = std::ranges::any_of(
        ledger.faults, [&](const source::Fault& fault) { return is_of(fault, name, query); });
    ledger.queries.push_back({.name = *name,
                              .rows = query.rows.value_or(""),
                              .filter = query.filter.value_or(""),
                              .columns = on_one_line(query.columns),
                              .sort = on_one_line(query.sort),
                              .group = query.group.value_or(""),
                              .about = query.about.value_or(""),
                              .place = source.path + ":" + std::to_string(position.line) + ":" +
                                       std::to_string(position.column),
                              .plan = plan ? std::optional(file) : std::nullopt,
                              .faulty = faulty});
  }
}

model::Ledger settings(const base::Disk& disk, const std::string& root,
                       const Environment& environment) {
  model::Ledger ledger;
  SettingsReader reader(disk, ledger);
  const std::string real = disk.real_path(root);
  std::string folder = root;
  for (auto levels = std::count(real.begin(), real.end(), '/'); levels > 0; --levels) {
    folder = above(folder);
    reader.read(folder, folder);
  }
  const std::string own = environment("XDG_CONFIG_HOME").value_or("");
  const std::string home = environment("HOME").value_or("");
  // The standard has a relative one passed over.
  if (own.starts_with('/')) {
    reader.read(own + "/taizhang", "$XDG_CONFIG_HOME/taizhang");
  } else if (!home.empty()) {
    reader.read(home + "/.config/taizhang", "~/.config/taizhang");
  }
  model::build_index(ledger);
  return ledger;
}

}  // namespace taizhang::load
