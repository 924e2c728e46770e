// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/phrase.h"

namespace taizhang::base {

/// What stands behind a name in a folder; `link_to_folder` is a symbolic link to one.
enum class EntryKind { file, folder, link_to_folder, other };

struct Entry {
  std::string name;
  EntryKind kind;
};

/// Why something on the disk could not be read or written.
enum class DiskFault {
  none,
  missing,
  no_permission,
  not_a_file,
  not_a_folder,
  exists,
  too_large,
  changed,        ///< no longer what was read
  read_only,      ///< nobody may write it
  not_ours,       ///< this user may not
  several_links,  ///< the file has other names, which would keep the old text
  other_owner,    ///< the new file could not be given to the owner of the old one
  busy,           ///< another run is writing it
  failed,         ///< anything else; `reason` has the system's number
};

/// Why it failed, in words; `reason` is the system's number, or words where the system has none.
Argument words_for(DiskFault fault, const std::string& reason);

struct Listing {
  std::vector<Entry> entries;  ///< in the order of their names' bytes
  DiskFault fault = DiskFault::none;
  std::string reason;
};

struct Content {
  std::string text;
  DiskFault fault = DiskFault::none;
  std::string reason;
};

struct Written {
  DiskFault fault = DiskFault::none;
  std::string reason;
};

/// A new text that lies on the disk beside its file, ready to take its place. It goes away unless
/// it has done so.
class Staged {
 public:
  virtual ~Staged() = default;

  /// Whether the file still is what was read.
  virtual Written unchanged() const = 0;

  /// Put the new text in the place of the file in one step, if that still is what was read.
  virtual Written place() = 0;
};

struct Staging {
  std::unique_ptr<Staged> staged;  ///< where there is no fault
  DiskFault fault = DiskFault::none;
  std::string reason;
};

/// The only way to files, so that the whole program runs on a disk in memory inside a test.
/// All calls may come from several threads at once.
class Disk {
 public:
  virtual ~Disk() = default;

  virtual Listing list(const std::string& folder) const = 0;

  /// Read a regular file of at most `most` bytes; never waits on a pipe or a device.
  virtual Content read(const std::string& path, std::size_t most) const = 0;

  /// Where `path`, which need not be there itself, really lies: its folder without `..` and links,
  /// then its name. Empty where the folder is not there.
  virtual std::string real_path(const std::string& path) const = 0;

  /// Replace `path` by `text` in one step: a reader sees the old file or the new one. Where it is a
  /// link to a file, that file is replaced.
  virtual Written write(const std::string& path, const std::string& text) const = 0;

  /// Lay `after` beside the file at `path`, which holds `before`; nothing for a file that is not
  /// there yet. Owner and mode stay; of a link the file is meant. Refused are files that nobody may
  /// write or that have several names.
  virtual Staging stage(const std::string& path, const std::optional<std::string>& before,
                        const std::string& after) const = 0;

  /// Write a file that is not there yet; one that is stays as it is and gives `exists`. Quick for
  /// many files: a crash of the machine may leave it cut short, so it is for what can be made
  /// again.
  virtual Written create(const std::string& path, const std::string& text) const = 0;

  /// Put `text` at the end of a regular file, which is made where it is not there yet.
  virtual Written append(const std::string& path, const std::string& text) const = 0;

  /// Take the file at `path` away, if it still holds `text`.
  virtual Written remove(const std::string& path, const std::string& text) const = 0;

  /// Make a folder and those it is to lie in; one that is there already is no fault.
  virtual Written make_folder(const std::string& path) const = 0;

  /// Make a folder that is not there yet with all that `files` names in it, in one step: it is on
  /// the disk as a whole before it has its name.
  virtual Written create_folder(const std::string& path,
                                const std::map<std::string, std::string>& files) const;

  /// Whether `write` to `path` can work, found out before the work is done.
  virtual Written writable(const std::string& path) const = 0;
};

/// `folder/name`; just `name` in the folder `.` or the empty one.
std::string join_path(const std::string& folder, const std::string& name);

}  // namespace taizhang::base
