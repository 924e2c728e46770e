// SPDX-License-Identifier: MIT
#include "base/real_disk.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

namespace taizhang::base {

namespace {

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int number() const { return number_; }

 private:
  int number_;
};

DiskFault fault_of(int error) {
  switch (error) {
    case ENOENT:
      return DiskFault::missing;
    case EACCES:
    case EPERM:
    case EROFS:
      return DiskFault::no_permission;
    case EEXIST:
      return DiskFault::exists;
    case EISDIR:
      return DiskFault::not_a_file;
    case ENOTDIR:
      return DiskFault::not_a_folder;
    default:
      return DiskFault::failed;
  }
}

template <class Result>
Result failed(int error) {
  Result result;
  result.fault = fault_of(error);
  result.reason = std::to_string(error);
  return result;
}

EntryKind kind_of(const std::string& path) {
  struct stat self {};
  struct stat target {};
  if (::lstat(path.c_str(), &self) != 0) return EntryKind::other;
  if (!S_ISLNK(self.st_mode)) {
    if (S_ISDIR(self.st_mode)) return EntryKind::folder;
    return S_ISREG(self.st_mode) ? EntryKind::file : EntryKind::other;
  }
  if (::stat(path.c_str(), &target) != 0) return EntryKind::other;
  if (S_ISDIR(target.st_mode)) return EntryKind::link_to_folder;
  return S_ISREG(target.st_mode) ? EntryKind::file : EntryKind::other;
}

/// `path` without `..` and links; empty where it is not there.
std::string resolved(const std::string& path) {
  const std::unique_ptr<char, void (*)(void*)> real(::realpath(path.c_str(), nullptr), std::free);
  return real ? std::string(real.get()) : std::string();
}

/// Write all of `text`; false with `errno` set where it does not go in.
bool put_all(int file, const std::string& text) {
  for (std::size_t done = 0; done < text.size();) {
    const ssize_t put = ::write(file, text.data() + done, text.size() - done);
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return false;
    done += static_cast<std::size_t>(put);
  }
  return true;
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

/// Open the file in which a new text lies. Thousands may be open at once: where the process may not
/// have as many, it asks the system for all that it can get.
Descriptor open_beside(const std::string& path) {
  const auto open = [&] {
    return ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  };
  const int number = open();
  struct rlimit limit {};
  if (number >= 0 || errno != EMFILE || ::getrlimit(RLIMIT_NOFILE, &limit) != 0 ||
      limit.rlim_cur == limit.rlim_max) {
    return Descriptor(number);
  }
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
  return Descriptor(open());
}

/// Whether two descriptions are of one file.
bool is_same(const struct stat& a, const struct stat& b) {
  return a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

/// The new text beside its file, under a name made of that of the file: what a killed run left
/// lying is taken over by the next one. A lock keeps two runs apart.
class StagedFile : public Staged {
 public:
  StagedFile(const Disk& disk, std::string path, std::string beside, Descriptor lock,
             std::optional<std::string> before, struct stat old)
      : disk_(disk),
        path_(std::move(path)),
        beside_(std::move(beside)),
        lock_(std::move(lock)),
        before_(std::move(before)),
        old_(old) {}
  ~StagedFile() override {
    if (!placed_) ::unlink(beside_.c_str());
  }

  int number() const { return lock_.number(); }

  Written unchanged() const override {
    struct stat now {};
    const bool there = ::lstat(path_.c_str(), &now) == 0;
    if (!before_) return there ? Written{DiskFault::exists, {}} : Written{};
    if (!there || !is_same(now, old_)) return {DiskFault::changed, {}};
    const Content content = disk_.read(path_, before_->size());
    const bool same = content.fault == DiskFault::none && content.text == *before_;
    return same ? Written{} : Written{DiskFault::changed, {}};
  }

  Written place() override {
    const Written before = unchanged();
    if (before.fault != DiskFault::none) return before;
    // A link is never made over a file that came in between, as a rename would.
    const bool done = before_ ? ::rename(beside_.c_str(), path_.c_str()) == 0
                              : ::link(beside_.c_str(), path_.c_str()) == 0;
    if (!done) return failed<Written>(errno);
    placed_ = before_.has_value();
    return {};
  }

 private:
  const Disk& disk_;
  std::string path_;
  std::string beside_;
  Descriptor lock_;
  std::optional<std::string> before_;
  struct stat old_;
  bool placed_ = false;
};

}  // namespace

Listing RealDisk::list(const std::string& folder) const {
  const std::unique_ptr<DIR, int (*)(DIR*)> open(::opendir(folder.c_str()), ::closedir);
  if (!open) return failed<Listing>(errno);
  Listing listing;
  while (const dirent* entry = ::readdir(open.get())) {
    const std::string name = entry->d_name;
    if (name == "." || name == "..") continue;
    // The folder tells most kinds for free; links and file systems that do not say are asked.
    const EntryKind kind = entry->d_type == DT_REG   ? EntryKind::file
                           : entry->d_type == DT_DIR ? EntryKind::folder
                                                     : kind_of(join_path(folder, name));
    listing.entries.push_back({name, kind});
  }
  std::sort(listing.entries.begin(), listing.entries.end(),
            [](const Entry& a, const Entry& b) { return a.name < b.name; });
  return listing;
}

Content RealDisk::read(const std::string& path, std::size_t most) const {
  // O_NONBLOCK: opening a pipe that nobody writes to must not wait.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
  if (file.number() < 0) return failed<Content>(errno);
  struct stat info {};
  if (::fstat(file.number(), &info) != 0) return failed<Content>(errno);
  Content content;
  if (!S_ISREG(info.st_mode)) {
    content.fault = DiskFault::not_a_file;
    return content;
  }
  std::string text;
  // One byte more than allowed tells a file that grew while it was read.
  text.resize(std::min(static_cast<std::size_t>(info.st_size), most) + 1);
  std::size_t used = 0;
  for (;;) {
    const ssize_t got = ::read(file.number(), text.data() + used, text.size() - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return failed<Content>(errno);
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
    if (used > most) {
      content.fault = DiskFault::too_large;
      return content;
    }
    if (used == text.size()) text.resize(std::min(2 * text.size(), most + 1));
  }
  text.resize(used);
  content.text = std::move(text);
  return content;
}

std::string RealDisk::real_path(const std::string& path) const {
  struct stat info {};
  if (::stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode)) return resolved(path);
  const std::string folder = resolved(folder_of(path));
  return folder.empty() ? folder : join_path(folder, path.substr(path.rfind('/') + 1));
}

Written RealDisk::write(const std::string& given_path, const std::string& text) const {
  const std::string target = resolved(given_path);
  const std::string& path = target.empty() ? given_path : target;
  // mkostemp wants six of them to put its own letters in their place.
  std::string temporary = join_path(folder_of(path), ".taizhang-" + std::string(6, 'X'));
  mode_t mode = 0666;
  struct stat old {};
  if (::stat(path.c_str(), &old) == 0) {
    if (!S_ISREG(old.st_mode)) return {DiskFault::not_a_file, {}};
    mode = old.st_mode & 07777;
  } else {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    mode &= ~mask;
  }
  const Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
  if (file.number() < 0) return failed<Written>(errno);
  const auto give_up = [&] {
    const int error = errno;
    ::unlink(temporary.c_str());
    return failed<Written>(error);
  };
  if (!put_all(file.number(), text)) return give_up();
  if (::fchmod(file.number(), mode) != 0 || ::fsync(file.number()) != 0) return give_up();
  if (::rename(temporary.c_str(), path.c_str()) != 0) return give_up();
  return {};
}

Staging RealDisk::stage(const std::string& given_path, const std::optional<std::string>& before,
                        const std::string& after) const {
  const auto refused = [](DiskFault fault) { return Staging{nullptr, fault, {}}; };
  const std::string target = resolved(given_path);
  const std::string& path = target.empty() ? given_path : target;
  struct stat old {};
  const bool there = ::stat(path.c_str(), &old) == 0;
  if (!there && before) return refused(DiskFault::changed);
  if (there && !before) return refused(DiskFault::exists);
  if (there && !S_ISREG(old.st_mode)) return refused(DiskFault::not_a_file);
  if (there && old.st_nlink > 1) return refused(DiskFault::several_links);
  // For root the system knows no read-only file; a person does.
  if (there && (old.st_mode & 0222) == 0) return refused(DiskFault::read_only);
  if (there && ::access(path.c_str(), W_OK) != 0) {
    const bool is_ours = old.st_uid == ::geteuid() || errno == EROFS;
    return refused(is_ours ? DiskFault::read_only : DiskFault::not_ours);
  }

  const std::string name = path.substr(path.rfind('/') + 1);
  const std::string beside = join_path(folder_of(path), ".taizhang-" + name);
  Descriptor file = open_beside(beside);
  if (file.number() < 0) return failed<Staging>(errno);
  if (::flock(file.number(), LOCK_EX | LOCK_NB) != 0) return refused(DiskFault::busy);
  // Whoever held the lock may have put that very file in its place by now.
  struct stat mine {};
  struct stat named {};
  if (::fstat(file.number(), &mine) != 0 || ::lstat(beside.c_str(), &named) != 0 ||
      !is_same(mine, named) || mine.st_nlink != 1 || !S_ISREG(mine.st_mode)) {
    return refused(DiskFault::busy);
  }
  auto staged = std::make_unique<StagedFile>(*this, path, beside, std::move(file), before, old);
  const int number = staged->number();
  if (::ftruncate(number, 0) != 0 || !put_all(number, after)) return failed<Staging>(errno);
  const bool owned = !there || (mine.st_uid == old.st_uid && mine.st_gid == old.st_gid) ||
                     ::fchown(number, old.st_uid, old.st_gid) == 0;
  if (!owned) return refused(DiskFault::other_owner);
  mode_t mode = old.st_mode & 07777;
  if (!there) {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    mode = 0666 & ~mask;
  }
  if (::fchmod(number, mode) != 0 || ::fsync(number) != 0) return failed<Staging>(errno);
  const Written now = staged->unchanged();
  if (now.fault != DiskFault::none) return refused(now.fault);
  return {std::move(staged), DiskFault::none, {}};
}

Written RealDisk::create(const std::string& path, const std::string& text) const {
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  if (file.number() < 0 || !put_all(file.number(), text)) return failed<Written>(errno);
  return {};
}

Written RealDisk::append(const std::string& path, const std::string& text) const {
  // O_NONBLOCK: opening a pipe that nobody reads must not wait.
  const int flags = O_WRONLY | O_APPEND | O_CREAT | O_NONBLOCK | O_CLOEXEC | O_NOCTTY;
  const Descriptor file(::open(path.c_str(), flags, 0666));
  if (file.number() < 0) return failed<Written>(errno);
  struct stat info {};
  if (::fstat(file.number(), &info) != 0) return failed<Written>(errno);
  if (!S_ISREG(info.st_mode)) return {DiskFault::not_a_file, {}};
  if (!put_all(file.number(), text)) return failed<Written>(errno);
  return {};
}

Written RealDisk::remove(const std::string& path, const std::string& text) const {
  const Content now = read(path, text.size());
  if (now.fault == DiskFault::too_large) return {DiskFault::changed, {}};
  if (now.fault != DiskFault::none) return {now.fault, now.reason};
  if (now.text != text) return {DiskFault::changed, {}};
  if (::unlink(path.c_str()) != 0) return failed<Written>(errno);
  return {};
}

Written RealDisk::make_folder(const std::string& path) const {
  const auto is_folder = [](const std::string& name) {
    struct stat info {};
    return ::stat(name.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
  };
  // From the top down: each part of the path that is no folder yet.
  for (std::size_t end = path.find('/', 1);; end = path.find('/', end + 1)) {
    const std::string part = path.substr(0, end);
    if (::mkdir(part.c_str(), 0777) != 0) {
      const int error = errno;
      if (!is_folder(part)) return failed<Written>(error);
    }
    if (end == path.npos) return {};
  }
}

Written RealDisk::create_folder(const std::string& given,
                                const std::map<std::string, std::string>& files) const {
  std::string path = given;
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  struct stat there {};
  if (::lstat(path.c_str(), &there) == 0) return {DiskFault::exists, {}};
  const Written above = make_folder(folder_of(path));
  if (above.fault != DiskFault::none) return above;
  const std::string name = path.substr(path.rfind('/') + 1);
  const std::string beside = join_path(folder_of(path), ".taizhang-" + name);
  if (::mkdir(beside.c_str(), 0777) != 0 && errno != EEXIST) return failed<Written>(errno);
  const Descriptor lock(::open(beside.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
  if (lock.number() < 0) return failed<Written>(errno);
  if (::flock(lock.number(), LOCK_EX | LOCK_NB) != 0) return {DiskFault::busy, {}};
  // Whoever held the lock may have given the folder its name by now.
  struct stat mine {};
  struct stat named {};
  if (::fstat(lock.number(), &mine) != 0 || ::lstat(beside.c_str(), &named) != 0 ||
      !is_same(mine, named)) {
    return {DiskFault::busy, {}};
  }
  std::error_code error;
  // What a killed run left lying.
  for (const auto& entry : std::filesystem::directory_iterator(beside, error)) {
    std::filesystem::remove_all(entry.path(), error);
  }
  const auto fill = [&]() -> Written {
    if (error) return failed<Written>(error.value());
    const Written put = Disk::create_folder(beside, files);
    if (put.fault != DiskFault::none) return put;
    // Once for all files: for each by itself it takes thousands of times as long.
    if (::syncfs(lock.number()) != 0) return failed<Written>(errno);
    int done = ::renameat2(AT_FDCWD, beside.c_str(), AT_FDCWD, path.c_str(), RENAME_NOREPLACE);
    // Not every disk can tell by itself whether the name is free.
    const bool cannot_tell = done != 0 && (errno == EINVAL || errno == ENOSYS);
    if (cannot_tell) done = ::rename(beside.c_str(), path.c_str());
    return done == 0 ? Written{} : failed<Written>(errno);
  };
  const Written filled = fill();
  if (filled.fault != DiskFault::none) std::filesystem::remove_all(beside, error);
  return filled;
}

Written RealDisk::writable(const std::string& path) const {
  struct stat info {};
  if (::stat(path.c_str(), &info) == 0 && !S_ISREG(info.st_mode)) {
    return {DiskFault::not_a_file, {}};
  }
  if (::access(folder_of(path).c_str(), W_OK | X_OK) != 0) return failed<Written>(errno);
  return {};
}

}  // namespace taizhang::base
