// SPDX-License-Identifier: MIT
#include "edit/write.h"

#include "base/fatal.h"
#include "base/text.h"

namespace taizhang::edit {

namespace {

/// What could not be written, and why.
struct Refusal {
  std::string path;
  base::DiskFault fault;
  std::string reason;
};

[[noreturn]] void refuse(const std::vector<Refusal>& refusals,
                         const std::vector<std::string>& new_now) {
  const Refusal& first = refusals.front();
  const base::Phrase message =
      first.fault == base::DiskFault::changed
          ? base::Phrase{{"{0} 刚被别人改过", "{0} has just been changed by somebody else"},
                         {first.path}}
          : base::Phrase{{"写不了 {0}：{1}", "{0} cannot be written: {1}"},
                         {first.path, base::words_for(first.fault, first.reason)}};
  std::vector<std::string> paths;
  for (const Refusal& refusal : refusals) paths.push_back(refusal.path);
  throw base::Fatal(
      base::Exit::internal, message,
      new_now.empty()
          ? base::Phrase{{"所有文件都没有改动；写不了的：{0}",
                          "no file was changed; those that cannot be written: {0}"},
                         {base::joined(paths, ", ")}}
          : base::Phrase{{"已经改写、没能恢复的文件：{0}；其余没有改动",
                          "written and not to be put back: {0}; the others are as they were"},
                         {base::joined(new_now, ", ")}});
}

/// Put the old texts of what has been replaced back. The result is where that failed; a file that
/// is new stays.
std::vector<std::string> put_back(const base::Disk& disk, const std::vector<NewText>& texts,
                                  std::size_t count) {
  std::vector<std::string> failed;
  for (std::size_t i = 0; i < count; ++i) {
    const NewText& text = texts[i];
    base::Staging old;
    if (text.before) old = disk.stage(text.path, text.after, *text.before);
    const bool done = old.staged && old.staged->place().fault == base::DiskFault::none;
    if (!done) failed.push_back(text.path);
  }
  return failed;
}

}  // namespace

void write(const base::Disk& disk, const std::vector<NewText>& texts) {
  std::vector<std::unique_ptr<base::Staged>> staged;
  std::vector<Refusal> refusals;
  for (const NewText& text : texts) {
    base::Staging one = disk.stage(text.path, text.before, text.after);
    if (!one.staged) refusals.push_back({text.path, one.fault, one.reason});
    staged.push_back(std::move(one.staged));
  }
  for (std::size_t i = 0; i < texts.size() && refusals.empty(); ++i) {
    const base::Written now = staged[i]->unchanged();
    if (now.fault != base::DiskFault::none) {
      refusals.push_back({texts[i].path, now.fault, now.reason});
    }
  }
  if (!refusals.empty()) refuse(refusals, {});
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const base::Written done = staged[i]->place();
    if (done.fault == base::DiskFault::none) continue;
    // What lies beside the files that were replaced is no longer theirs.
    staged.clear();
    refuse({{texts[i].path, done.fault, done.reason}}, put_back(disk, texts, i));
  }
}

}  // namespace taizhang::edit
