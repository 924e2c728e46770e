// SPDX-License-Identifier: MIT
#include "source/discover.h"

#include "base/text.h"

namespace taizhang::source {

namespace {

bool is_yaml(const std::string& name) {
  const std::string lower = base::lower_ascii(name);
  return lower.ends_with(".yaml") || lower.ends_with(".yml");
}

/// Endings that are meant to be `.yaml`: a system that hides endings has added one, a Chinese
/// keyboard was on, a letter is missing.
constexpr std::string_view slips_of_endings[] = {
    ".yaml.txt", ".yml.txt", ".yaml ", ".yml ", "。yaml", "。yml",  "．yaml",
    "．yml",     ".yam",     ".ymal",  ".yalm", ".yaml.", ".yaml。"};

/// `units.yml`, `Plan.yaml`: nearly the name that is looked for.
bool is_nearly(const std::string& name, std::string_view wanted) {
  const std::string lower = base::lower_ascii(name);
  const std::string stem(wanted.substr(0, wanted.find('.')));
  return name != wanted && (lower == stem + ".yml" || lower == stem + ".yaml");
}

class Walk {
 public:
  Walk(const base::Disk& disk, std::vector<Discovered>& found) : disk_(disk), found_(found) {}

  void enter(const std::string& folder, std::optional<std::size_t> registry, int depth) {
    const base::Listing listing = disk_.list(folder);
    if (listing.fault != base::DiskFault::none) {
      found_.push_back(
          {folder, FileRole::unreadable_folder, {}, {}, listing.fault, listing.reason});
      return;
    }
    // The registry and the plan come first: what follows refers to them.
    const auto units_file = name_in(listing, "units.yaml");
    if (units_file) registry = add(folder, *units_file, FileRole::registry);
    std::optional<std::size_t> plan;
    const auto plan_file = name_in(listing, "plan.yaml");
    if (plan_file) {
      plan = add(folder, *plan_file, FileRole::plan);
      found_[*plan].registry = registry;
    }
    for (const base::Entry& entry : listing.entries) {
      const bool is_slip = yaml_name(entry.name) != entry.name;
      if (entry.name == units_file || entry.name == plan_file) continue;
      if (entry.name.starts_with('.') && !is_slip) continue;
      const std::string path = base::join_path(folder, entry.name);
      if (entry.kind == base::EntryKind::folder && is_yaml(entry.name)) {
        // It has the name of a task and is none: reading it will say so.
        const std::size_t at = add(folder, entry.name, plan ? FileRole::task : FileRole::stray);
        found_[at].plan = plan;
      } else if (entry.kind == base::EntryKind::folder) {
        if (depth < deepest_folder) {
          enter(path, registry, depth + 1);
        } else {
          found_.push_back({path, FileRole::too_deep, {}, {}, base::DiskFault::none, {}});
        }
      } else if (entry.kind == base::EntryKind::link_to_folder) {
        found_.push_back({path, FileRole::linked_folder, {}, {}, base::DiskFault::none, {}});
      } else if (is_slip) {
        add(folder, entry.name, FileRole::stray);
      } else if (is_yaml(entry.name)) {
        const std::size_t at = add(folder, entry.name, plan ? FileRole::task : FileRole::stray);
        found_[at].plan = plan;
      }
    }
  }

 private:
  /// The file `wanted` in the folder, else one whose name is nearly that: it is read, and that it
  /// should be renamed is reported.
  static std::optional<std::string> name_in(const base::Listing& listing, std::string_view wanted) {
    std::optional<std::string> near;
    for (const base::Entry& entry : listing.entries) {
      if (entry.kind == base::EntryKind::link_to_folder) continue;
      if (entry.name == wanted) return entry.name;
      if (entry.kind != base::EntryKind::folder && is_nearly(entry.name, wanted)) near = entry.name;
    }
    return near;
  }

  std::size_t add(const std::string& folder, const std::string& name, FileRole role) {
    found_.push_back({base::join_path(folder, name), role, {}, {}, base::DiskFault::none, {}});
    return found_.size() - 1;
  }

  const base::Disk& disk_;
  std::vector<Discovered>& found_;
};

}  // namespace

std::string yaml_name(std::string_view name) {
  const std::string lower = base::lower_ascii(std::string(name));
  for (std::string_view slip : slips_of_endings) {
    if (!lower.ends_with(slip)) continue;
    name.remove_suffix(slip.size());
    return yaml_name(std::string(name) + ".yaml");
  }
  // A task that was put out of sight.
  const bool hidden = lower.size() > 1 && lower[0] == '.' && lower[1] >= '0' && lower[1] <= '9';
  return std::string(hidden && is_yaml(lower) ? name.substr(1) : name);
}

std::vector<Discovered> discover(const base::Disk& disk, const std::string& root) {
  std::vector<Discovered> found;
  Walk(disk, found).enter(root, std::nullopt, 0);
  return found;
}

}  // namespace taizhang::source
