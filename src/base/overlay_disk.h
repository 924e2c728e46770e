// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>

#include "base/disk.h"

namespace taizhang::base {

/// Another disk with some files in another state: what somebody is typing in an editor, or what a
/// file would be once it is mended. What is written goes to the disk below.
class OverlayDisk : public Disk {
 public:
  explicit OverlayDisk(const Disk& below) : below_(below) {}

  /// By path, the files that differ, or that the disk below does not have.
  std::map<std::string, std::string> texts;

  Listing list(const std::string& folder) const override;
  Content read(const std::string& path, std::size_t most) const override;
  std::string real_path(const std::string& path) const override { return below_.real_path(path); }
  Written write(const std::string& path, const std::string& text) const override {
    return below_.write(path, text);
  }
  Staging stage(const std::string& path, const std::optional<std::string>& before,
                const std::string& after) const override {
    return below_.stage(path, before, after);
  }
  Written create(const std::string& path, const std::string& text) const override {
    return below_.create(path, text);
  }
  Written append(const std::string& path, const std::string& text) const override {
    return below_.append(path, text);
  }
  Written remove(const std::string& path, const std::string& text) const override {
    return below_.remove(path, text);
  }
  Written make_folder(const std::string& path) const override { return below_.make_folder(path); }
  Written writable(const std::string& path) const override { return below_.writable(path); }

 private:
  const Disk& below_;
};

}  // namespace taizhang::base
