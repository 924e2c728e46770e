// SPDX-License-Identifier: MIT
//
// A folder in which a set of files is kept up to date: only what differs is written, and only what
// an earlier run wrote is replaced or removed. A list in the folder says which files these are,
// each with a digest of what was written.
#pragma once

#include <map>
#include <set>
#include <string>

#include "command/command.h"

namespace taizhang::command {

class SiteFiles {
 public:
  struct Done {
    long long written = 0;
    long long unchanged = 0;
    long long removed = 0;
  };

  /// The folder as it is. Throws `Fatal` (usage) where it has files but no list, or none that can
  /// be read.
  SiteFiles(const Context& context, std::string folder);

  /// Make the folder hold these files. Throws `Fatal` before anything is written (usage) where one
  /// of them would take the place of a file that is not of an earlier run, or no more as that wrote
  /// it, and (internal) where something cannot be written.
  Done keep(const std::map<std::string, std::string>& files);

 private:
  using Digests = std::map<std::string, std::set<std::string>>;

  std::string path(const std::string& name) const;
  bool is_ours(const std::string& name, const std::string& text) const;
  void write_list(const Digests& digests);
  void replace(const std::string& name, const std::string* before, const std::string& after) const;

  const Context& context_;
  std::string folder_;
  std::set<std::string> names_;  ///< what lies in the folder
  std::string list_text_;
  Digests digests_;
};

}  // namespace taizhang::command
