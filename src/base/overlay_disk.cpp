// SPDX-License-Identifier: MIT
#include "base/overlay_disk.h"

#include <algorithm>

namespace taizhang::base {

Listing OverlayDisk::list(const std::string& folder) const {
  Listing listing = below_.list(folder);
  if (listing.fault != DiskFault::none) return listing;
  for (const auto& [path, text] : texts) {
    const std::string name = path.substr(path.rfind('/') + 1);
    if (join_path(folder, name) != path) continue;
    const auto at =
        std::lower_bound(listing.entries.begin(), listing.entries.end(), name,
                         [](const Entry& e, const std::string& n) { return e.name < n; });
    if (at != listing.entries.end() && at->name == name) continue;
    listing.entries.insert(at, {name, EntryKind::file});
  }
  return listing;
}

Content OverlayDisk::read(const std::string& path, std::size_t most) const {
  const auto found = texts.find(path);
  if (found == texts.end()) return below_.read(path, most);
  Content content;
  if (found->second.size() > most) {
    content.fault = DiskFault::too_large;
  } else {
    content.text = found->second;
  }
  return content;
}

}  // namespace taizhang::base
