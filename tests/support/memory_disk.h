// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>

#include "base/disk.h"

namespace taizhang::test {

/// A disk in memory. Faults are set per path: a file without permission, a pipe, a link.
class MemoryDisk : public base::Disk {
 public:
  std::map<std::string, std::string> files;
  std::map<std::string, base::DiskFault> read_faults;
  std::map<std::string, base::DiskFault> write_faults;  ///< of files and folders to be made
  std::map<std::string, base::EntryKind> kinds;  ///< of names that are no plain file or folder
  mutable std::map<std::string, std::string> written;
  mutable std::set<std::string> removed;
  /// Called with the path of a file right before a new text takes its place: where somebody else
  /// saves it meanwhile.
  std::function<void(const std::string& path)> before_place;

  base::Listing list(const std::string& folder) const override;
  base::Content read(const std::string& path, std::size_t most) const override;
  std::string real_path(const std::string& path) const override;
  base::Written write(const std::string& path, const std::string& text) const override;
  base::Staging stage(const std::string& path, const std::optional<std::string>& before,
                      const std::string& after) const override;
  base::Written create(const std::string& path, const std::string& text) const override;
  base::Written append(const std::string& path, const std::string& text) const override;
  base::Written remove(const std::string& path, const std::string& text) const override;
  base::Written make_folder(const std::string& path) const override;
  base::Written writable(const std::string& path) const override;

  /// Copy every file below `folder` of this machine to `target` on this disk.
  void mount(const std::string& folder, const std::string& target);
};

}  // namespace taizhang::test
