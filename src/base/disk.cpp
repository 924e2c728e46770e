// SPDX-License-Identifier: MIT
#include "base/disk.h"

#include <array>
#include <cerrno>

namespace taizhang::base {

namespace {

struct SystemWords {
  int error;
  Bilingual words;
};

/// What the system calls by a number of its own.
constexpr auto system_words = std::to_array<SystemWords>({
    {ELOOP, {"链接绕成了圈，或者套得太多", "its links go round in a ring, or are too many"}},
    {ENAMETOOLONG, {"名称太长", "its name is too long"}},
    {ENOSPC, {"磁盘满了", "the disk is full"}},
    {EDQUOT, {"磁盘配额用完了", "the share of the disk is used up"}},
    {EFBIG, {"文件太大", "it is too large"}},
    {EMFILE, {"同时打开的文件太多", "too many files are open at once"}},
    {ENFILE, {"同时打开的文件太多", "too many files are open at once"}},
    {EIO, {"磁盘读写出错", "the disk failed to read or write"}},
    {EBUSY, {"正被别的程序占用", "another program is using it"}},
    {ETXTBSY, {"正被别的程序占用", "another program is using it"}},
    {ENOMEM, {"内存不够", "there is not enough memory"}},
    {EINVAL, {"这个名称不能用", "such a name cannot be used"}},
    {EXDEV, {"不在同一个磁盘上", "it is on another disk"}},
    {EMLINK, {"链接太多", "it has too many links"}},
    {ESTALE, {"网络盘上的这个文件已经不在了", "it is no longer there on the disk of the network"}},
    {ENOTEMPTY, {"文件夹里还有东西", "the folder is not empty"}},
    {ENXIO, {"不是普通文件", "it is no ordinary file"}},
    {EOPNOTSUPP, {"这个磁盘不支持", "the disk cannot do that"}},
    {EPIPE, {"另一头已经关了", "the other end is closed"}},
});

}  // namespace

Argument words_for(DiskFault fault, const std::string& reason) {
  switch (fault) {
    case DiskFault::missing:
      return Bilingual{"没有这个文件或文件夹", "there is no such file or folder"};
    case DiskFault::no_permission:
      return Bilingual{"没有权限", "there is no permission"};
    case DiskFault::not_a_file:
      return Bilingual{"不是普通文件", "it is no ordinary file"};
    case DiskFault::not_a_folder:
      return Bilingual{"不是文件夹", "it is no folder"};
    case DiskFault::exists:
      return Bilingual{"已经有了", "it is there already"};
    case DiskFault::too_large:
      return Bilingual{"文件太大", "it is too large"};
    case DiskFault::changed:
      return Bilingual{"刚被别人改过", "it has just been changed by somebody else"};
    case DiskFault::read_only:
      return Bilingual{"是只读文件", "it is read-only"};
    case DiskFault::not_ours:
      return Bilingual{"是别的用户的文件，当前用户没有改写它的权限",
                       "it belongs to another user, and this one may not write it"};
    case DiskFault::several_links:
      return Bilingual{"它有几个硬链接，改写会使它们分家",
                       "it has several hard links, which a new file would part"};
    case DiskFault::other_owner:
      return Bilingual{"它的所有者或所属组是别的，改写会换掉",
                       "it has another owner or group, which a new file would not have"};
    case DiskFault::busy:
      return Bilingual{"另一个 taizhang 正在写它", "another taizhang is writing it"};
    case DiskFault::none:
    case DiskFault::failed:
      break;
  }
  for (const SystemWords& one : system_words) {
    if (std::to_string(one.error) == reason) return one.words;
  }
  if (reason.empty()) return Bilingual{"读写失败", "it failed"};
  const bool is_number = reason.find_first_not_of("0123456789") == reason.npos;
  return is_number ? "errno " + reason : reason;
}

Written Disk::create_folder(const std::string& path,
                            const std::map<std::string, std::string>& files) const {
  for (const auto& [name, text] : files) {
    const std::string file = join_path(path, name);
    Written done = make_folder(file.substr(0, file.rfind('/')));
    if (done.fault == DiskFault::none) done = create(file, text);
    if (done.fault != DiskFault::none) return done;
  }
  return {};
}

std::string join_path(const std::string& folder, const std::string& name) {
  if (folder.empty() || folder == ".") return name;
  return folder.ends_with('/') ? folder + name : folder + "/" + name;
}

}  // namespace taizhang::base
