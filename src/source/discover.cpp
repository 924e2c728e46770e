// SPDX-License-Identifier: MIT
#include "source/discover.h"

namespace taizhang::source {

namespace {

constexpr int deepest_folder = 40;

bool is_yaml(const std::string& name) { return name.ends_with(".yaml") || name.ends_with(".yml"); }

class Walk {
 public:
  Walk(const base::Disk& disk, std::vector<Discovered>& found) : disk_(disk), found_(found) {}

  void enter(const std::string& folder, std::optional<std::size_t> registry, int depth) {
    const base::Listing listing = disk_.list(folder);
    if (listing.fault != base::DiskFault::none) {
      found_.push_back({folder, FileRole::unreadable_folder, {}, {}, listing.reason});
      return;
    }
    // The registry and the plan come first: what follows refers to them.
    if (has(listing, "units.yaml")) registry = add(folder, "units.yaml", FileRole::registry);
    std::optional<std::size_t> plan;
    if (has(listing, "plan.yaml")) {
      plan = add(folder, "plan.yaml", FileRole::plan);
      found_[*plan].registry = registry;
    }
    for (const base::Entry& entry : listing.entries) {
      if (entry.name.starts_with('.')) continue;
      const std::string path = base::join_path(folder, entry.name);
      if (entry.kind == base::EntryKind::folder) {
        if (depth < deepest_folder) {
          enter(path, registry, depth + 1);
        } else {
          found_.push_back({path, FileRole::unreadable_folder, {}, {}, "too deep"});
        }
      } else if (entry.kind == base::EntryKind::link_to_folder) {
        found_.push_back({path, FileRole::linked_folder, {}, {}, {}});
      } else if (is_yaml(entry.name) && entry.name != "units.yaml" && entry.name != "plan.yaml") {
        const std::size_t at = add(folder, entry.name, plan ? FileRole::task : FileRole::stray);
        found_[at].plan = plan;
      }
    }
  }

 private:
  static bool has(const base::Listing& listing, std::string_view name) {
    for (const base::Entry& entry : listing.entries) {
      const bool folder = entry.kind == base::EntryKind::folder ||
                          entry.kind == base::EntryKind::link_to_folder;
      if (entry.name == name && !folder) return true;
    }
    return false;
  }

  std::size_t add(const std::string& folder, const std::string& name, FileRole role) {
    found_.push_back({base::join_path(folder, name), role, {}, {}, {}});
    return found_.size() - 1;
  }

  const base::Disk& disk_;
  std::vector<Discovered>& found_;
};

}  // namespace

std::vector<Discovered> discover(const base::Disk& disk, const std::string& root) {
  std::vector<Discovered> found;
  Walk(disk, found).enter(root, std::nullopt, 0);
  return found;
}

}  // namespace taizhang::source
