// SPDX-License-Identifier: MIT
#include "base/overlay_disk.h"

#include <algorithm>

namespace taizhang::base {

Listing OverlayDisk::list(const std::string& folder) const {
  Listing listing = below_.list(folder);
  if (listing.fault != DiskFault::none && listing.fault != DiskFault::missing) return listing;
  const std::string within = folder.empty() || folder == "." ? "" : folder + "/";
  for (const auto& [path, text] : texts) {
    if (!path.starts_with(within)) continue;
    // A file of the folder, or the folder in it that the file lies in.
    const std::size_t slash = path.find('/', within.size());
    const std::string name = path.substr(within.size(), slash - within.size());
    if (name.empty() || name == "..") continue;
    const EntryKind kind = slash == path.npos ? EntryKind::file : EntryKind::folder;
    const auto at =
        std::lower_bound(listing.entries.begin(), listing.entries.end(), name,
                         [](const Entry& e, const std::string& n) { return e.name < n; });
    if (at != listing.entries.end() && at->name == name) continue;
    listing.entries.insert(at, {name, kind});
  }
  if (!listing.entries.empty()) listing.fault = DiskFault::none;
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
