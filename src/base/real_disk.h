// SPDX-License-Identifier: MIT
#pragma once

#include "base/disk.h"

namespace taizhang::base {

/// The machine's own files.
class RealDisk : public Disk {
 public:
  Listing list(const std::string& folder) const override;
  Content read(const std::string& path, std::size_t most) const override;
  std::string real_path(const std::string& path) const override;
  Written write(const std::string& path, const std::string& text) const override;
  Staging stage(const std::string& path, const std::optional<std::string>& before,
                const std::string& after) const override;
  Written create(const std::string& path, const std::string& text) const override;
  Written append(const std::string& path, const std::string& text) const override;
  Written remove(const std::string& path, const std::string& text) const override;
  Written make_folder(const std::string& path) const override;
  Written create_folder(const std::string& path,
                        const std::map<std::string, std::string>& files) const override;
  Written writable(const std::string& path) const override;
};

}  // namespace taizhang::base
