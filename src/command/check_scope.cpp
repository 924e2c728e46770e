// SPDX-License-Identifier: MIT
#include "command/check_scope.h"

#include <algorithm>

#include "base/fatal.h"

namespace taizhang::command {

namespace {

/// Whether `path` is `folder` or lies in it.
bool lies_in(const std::string& path, const std::string& folder) {
  const std::string prefix = folder.ends_with('/') ? folder : folder + "/";
  return path == folder || path.starts_with(prefix);
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
    throw base::Fatal(
        base::Exit::usage,
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

bool Scope::holds(const source::Finding& finding, const model::Ledger& ledger) const {
  const auto in_scope = [&](const source::Span& at) { return holds(ledger.sources[at.file].path); };
  return in_scope(finding.at) || std::any_of(finding.related.begin(), finding.related.end(),
                                             [&](const auto& place) { return in_scope(place.at); });
}

}  // namespace taizhang::command
