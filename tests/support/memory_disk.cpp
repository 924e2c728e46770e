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

base::Written MemoryDisk::make_folder(const std::string& path) const {
  if (const auto fault = write_faults.find(path); fault != write_faults.end()) {
    return {fault->second, "set by the test"};
  }
  return {};
}

base::Written MemoryDisk::writable(const std::string& path) const {
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
