// SPDX-License-Identifier: MIT
#include "command/site/files.h"

#include <algorithm>

#include "base/digest.h"
#include "base/fatal.h"
#include "base/text.h"

namespace taizhang::command {

namespace {

constexpr std::string_view list_name = ".taizhang-site";
constexpr std::string_view list_head = "taizhang site 1";
constexpr std::size_t digest_size = 16;
constexpr std::size_t largest_page = std::size_t{64} << 20;

[[noreturn]] void fail(const std::string& path, base::DiskFault fault, const std::string& reason) {
  throw base::Fatal(
      base::Exit::internal,
      {{"写不了 {0}：{1}", "{0} cannot be written: {1}"}, {path, base::words_for(fault, reason)}},
      {{"换一个位置", "choose another place"}});
}

[[noreturn]] void refuse_folder(const std::string& folder) {
  base::refuse({{"{0} 里有别的文件，不是本命令写的",
                 "{0} holds other files, that this command did not write"},
                {folder}},
               {{"写到一个新的或空的文件夹", "name a folder that is new or empty"}});
}

/// The name of a page and nothing else: a list that somebody made up must not reach other files.
bool is_page_name(std::string_view name) {
  return name.ends_with(".html") && name.front() != '.' &&
         name.find_first_of("/\\") == std::string_view::npos;
}

}  // namespace

SiteFiles::SiteFiles(const Context& context, std::string folder)
    : context_(context), folder_(std::move(folder)) {
  const base::Disk& disk = context_.io.disk;
  const base::Listing listing = disk.list(folder_);
  if (listing.fault != base::DiskFault::none && listing.fault != base::DiskFault::missing) {
    fail(folder_, listing.fault, listing.reason);
  }
  for (const base::Entry& entry : listing.entries) names_.insert(entry.name);
  if (names_.empty()) return;
  if (!names_.contains(std::string(list_name))) refuse_folder(folder_);
  list_text_ = disk.read(path(std::string(list_name)), largest_page).text;
  std::string_view left = list_text_;
  for (const std::string_view line : base::split(left, '\n')) {
    if (line.empty() || line == list_head) continue;
    const std::string_view name = line.substr(std::min(line.size(), digest_size + 1));
    if (name.empty() || !is_page_name(name)) refuse_folder(folder_);
    digests_[std::string(name)].emplace(line.substr(0, digest_size));
  }
  if (!list_text_.starts_with(list_head)) refuse_folder(folder_);
}

SiteFiles::Done SiteFiles::keep(const std::map<std::string, std::string>& files) {
  const base::Disk& disk = context_.io.disk;
  std::map<std::string, std::string> before;
  Digests after;
  for (const auto& [name, text] : files) {
    after[name] = {base::digest(text)};
    if (!names_.contains(name)) continue;
    base::Content now = disk.read(path(name), largest_page);
    const bool readable = now.fault == base::DiskFault::none;
    if (!readable || (now.text != text && !is_ours(name, now.text))) {
      base::refuse({{"{0} 不是本命令写的，或者写后改过，不覆盖",
                     "{0} is not of this command, or was changed since, and is not replaced"},
                    {path(name)}},
                   {{"先把它移走", "move it away"}});
    }
    before[name] = std::move(now.text);
  }
  // The list comes first and knows the old and the new, so that a run that is cut short leaves
  // nothing that the next one does not know.
  Digests both = digests_;
  for (const auto& [name, digests] : after) both[name].insert(digests.begin(), digests.end());
  const base::Written made = disk.make_folder(folder_);
  if (made.fault != base::DiskFault::none) fail(folder_, made.fault, made.reason);
  write_list(both);
  Done done;
  for (const auto& [name, text] : files) {
    const auto old = before.find(name);
    if (old != before.end() && old->second == text) {
      ++done.unchanged;
      continue;
    }
    replace(name, old == before.end() ? nullptr : &old->second, text);
    ++done.written;
  }
  for (const auto& [name, digests] : digests_) {
    if (files.contains(name) || !names_.contains(name)) continue;
    const base::Content now = disk.read(path(name), largest_page);
    if (now.fault != base::DiskFault::none || !is_ours(name, now.text)) continue;
    const base::Written removed = disk.remove(path(name), now.text);
    if (removed.fault != base::DiskFault::none) fail(path(name), removed.fault, removed.reason);
    ++done.removed;
  }
  write_list(after);
  return done;
}

std::string SiteFiles::path(const std::string& name) const {
  return base::join_path(folder_, name);
}

bool SiteFiles::is_ours(const std::string& name, const std::string& text) const {
  const auto found = digests_.find(name);
  return found != digests_.end() && found->second.contains(base::digest(text));
}

void SiteFiles::write_list(const Digests& digests) {
  std::string text = std::string(list_head) + "\n";
  for (const auto& [name, all] : digests) {
    for (const std::string& digest : all) text += digest + " " + name + "\n";
  }
  if (text == list_text_) return;
  replace(std::string(list_name), list_text_.empty() ? nullptr : &list_text_, text);
  list_text_ = std::move(text);
}

void SiteFiles::replace(const std::string& name, const std::string* before,
                        const std::string& after) const {
  const base::Disk& disk = context_.io.disk;
  const std::string file = path(name);
  const base::Staging staging =
      disk.stage(file, before ? std::optional(*before) : std::nullopt, after);
  if (!staging.staged) fail(file, staging.fault, staging.reason);
  const base::Written placed = staging.staged->place();
  if (placed.fault != base::DiskFault::none) fail(file, placed.fault, placed.reason);
}

}  // namespace taizhang::command
