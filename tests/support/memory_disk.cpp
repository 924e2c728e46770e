// SPDX-License-Identifier: MIT
#include "memory_disk.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace taizhang::test {

namespace fs = std::filesystem;

base::Listing MemoryDisk::list(const std::string& folder) const {
  base::Listing listing;
  if (const auto fault = read_faults.find(folder); fault != read_faults.end()) {
    listing.fault = fault->second;
    listing.reason = "no permission";
    return listing;
  }
  const std::string prefix = folder.empty() || folder == "." ? "" : folder + "/";
  std::map<std::string, base::EntryKind> entries;
  const auto add = [&](const std::string& path, base::EntryKind kind) {
    if (!path.starts_with(prefix)) return;
    const std::string rest = path.substr(prefix.size());
    const std::size_t slash = rest.find('/');
    if (slash == std::string::npos)
      entries.emplace(rest, kind);
    else
      entries.emplace(rest.substr(0, slash), base::EntryKind::folder);
  };
  for (const auto& [path, kind] : kinds) add(path, kind);
  for (const auto& [path, text] : files) add(path, base::EntryKind::file);
  if (entries.empty()) {
    listing.fault = base::DiskFault::missing;
    listing.reason = "No such file or directory";
  }
  for (const auto& [name, kind] : entries) listing.entries.push_back({name, kind});
  return listing;
}

base::Content MemoryDisk::read(const std::string& path, std::size_t most) const {
  if (const auto fault = read_faults.find(path); fault != read_faults.end()) {
    return {{}, fault->second, "set by the test"};
  }
  if (kinds.contains(path)) return {{}, base::DiskFault::not_a_file, {}};
  const auto file = files.find(path);
  const auto below = files.lower_bound(path + "/");
  if (below != files.end() && below->first.starts_with(path + "/")) {
    return {{}, base::DiskFault::not_a_file, {}};
  }
  if (file == files.end()) return {{}, base::DiskFault::missing, "No such file or directory"};
  if (file->second.size() > most) return {{}, base::DiskFault::too_large, {}};
  return {file->second, base::DiskFault::none, {}};
}

std::string MemoryDisk::real_path(const std::string& path) const {
  return (fs::path("/") / path).lexically_normal().generic_string();
}

base::Written MemoryDisk::write(const std::string& path, const std::string& text) const {
  written[path] = text;
  return {};
}

namespace {

class StagedText : public base::Staged {
 public:
  StagedText(const MemoryDisk& disk, std::string path, std::optional<std::string> before,
             std::string after)
      : disk_(disk), path_(std::move(path)), before_(std::move(before)), after_(std::move(after)) {}

  base::Written unchanged() const override {
    const auto changed = disk_.written.find(path_);
    const auto file = disk_.files.find(path_);
    const std::optional<std::string> now = changed != disk_.written.end()
                                               ? std::optional(changed->second)
                                           : file != disk_.files.end() ? std::optional(file->second)
                                                                       : std::nullopt;
    return {now == before_ ? base::DiskFault::none : base::DiskFault::changed, {}};
  }

  base::Written place() override {
    if (disk_.before_place) disk_.before_place(path_);
    const base::Written now = unchanged();
    if (now.fault == base::DiskFault::none) disk_.written[path_] = after_;
    return now;
  }

 private:
  const MemoryDisk& disk_;
  std::string path_;
  std::optional<std::string> before_;
  std::string after_;
};

}  // namespace

base::Staging MemoryDisk::stage(const std::string& path, const std::optional<std::string>& before,
                                const std::string& after) const {
  if (const auto fault = write_faults.find(path); fault != write_faults.end()) {
    return {nullptr, fault->second, "set by the test"};
  }
  auto staged = std::make_unique<StagedText>(*this, path, before, after);
  const base::Written now = staged->unchanged();
  if (now.fault != base::DiskFault::none) return {nullptr, now.fault, {}};
  return {std::move(staged), base::DiskFault::none, {}};
}

base::Written MemoryDisk::create(const std::string& path, const std::string& text) const {
  if (const auto fault = write_faults.find(path); fault != write_faults.end()) {
    return {fault->second, "set by the test"};
  }
  if (files.contains(path) || kinds.contains(path)) return {base::DiskFault::exists, {}};
  return write(path, text);
}

base::Written MemoryDisk::append(const std::string& path, const std::string& text) const {
  if (const auto fault = write_faults.find(path); fault != write_faults.end()) {
    return {fault->second, "set by the test"};
  }
  if (kinds.contains(path)) return {base::DiskFault::not_a_file, {}};
  const auto before = files.find(path);
  const auto [after, first] =
      written.try_emplace(path, before == files.end() ? std::string() : before->second);
  after->second += text;
  return {};
}

base::Written MemoryDisk::remove(const std::string& path, const std::string& text) const {
  if (const auto fault = write_faults.find(path); fault != write_faults.end()) {
    return {fault->second, "set by the test"};
  }
  const base::Content now = read(path, text.size());
  if (now.fault != base::DiskFault::none) return {now.fault, now.reason};
  if (now.text != text) return {base::DiskFault::changed, {}};
  removed.insert(path);
  return {};
}

base::Written MemoryDisk::make_folder(const std::string& path) const {
  if (const auto fault = write_faults.find(path); fault != write_faults.end()) {
    return {fault->second, "set by the test"};
  }
  return {};
}

base::Written MemoryDisk::writable(const std::string& path) const {
  if (const auto fault = write_faults.find(path); fault != write_faults.end()) {
    return {fault->second, "set by the test"};
  }
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos || list(path.substr(0, slash)).fault == base::DiskFault::none) {
    return {};
  }
  return {base::DiskFault::missing, "No such file or directory"};
}

void MemoryDisk::mount(const std::string& folder, const std::string& target) {
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    const std::string path = fs::relative(entry.path(), folder).generic_string();
    files[base::join_path(target, path)] = text.str();
  }
}

}  // namespace taizhang::test
