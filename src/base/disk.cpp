// SPDX-License-Identifier: MIT
#include "base/disk.h"

namespace taizhang::base {

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
  return reason;
}

std::string join_path(const std::string& folder, const std::string& name) {
  if (folder.empty() || folder == ".") return name;
  return folder.ends_with('/') ? folder + name : folder + "/" + name;
}

}  // namespace taizhang::base
