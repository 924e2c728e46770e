// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "check/fix.h"
#include "command/check_look.h"
#include "load/load.h"

namespace taizhang::command {

namespace {

/// A fix never calls for another one that undoes it; should two do so all the same, they stop here.
constexpr int most_rounds = 20;

/// Make the fixes of `look` on `disk`. The result is how many findings they mend.
int make_fixes(const Looker& looker, const Look& look, base::OverlayDisk& disk, Mending& mending) {
  int findings = 0;
  for (const auto& [file, fixes] : check::fixes(look.findings)) {
    const source::SourceFile& source = look.ledger.sources.at(file);
    if (!looker.scope().holds(source.path)) continue;
    mending.before.try_emplace(source.path, source.text);
    disk.texts[source.path] = check::edited(source.text, fixes.edits);
    findings += fixes.findings;
  }
  return findings;
}

/// Why the file at `path` could not be replaced; empty where it was.
base::Phrase replace(const base::Disk& disk, const std::string& path, const std::string& before,
                     const std::string& after) {
  const base::Content now = disk.read(path, load::largest_file);
  if (now.fault != base::DiskFault::none || now.text != before) {
    return {{"{0} 刚被别人改过", "{0} has just been changed by somebody else"}, {path}};
  }
  const base::Written written = disk.write(path, after);
  if (written.fault == base::DiskFault::none) return {};
  return {{"写不了 {0}：{1}", "{0} cannot be written: {1}"},
          {path, base::words_for(written.fault, written.reason)}};
}

}  // namespace

Mending mend(const Looker& looker, const base::OverlayDisk& disk) {
  Mending mending;
  base::OverlayDisk mended = disk;
  mending.look = looker.look(mended);
  for (int round = 0; round < most_rounds; ++round) {
    const int findings = make_fixes(looker, mending.look, mended, mending);
    if (findings == 0) break;
    mending.findings += findings;
    mending.look = looker.look(mended);
  }
  for (const auto& [path, before] : mending.before) mending.after[path] = mended.texts.at(path);
  return mending;
}

void write(const Mending& mending, const base::Disk& disk) {
  std::vector<std::string> paths;
  base::Phrase first;
  for (const auto& [path, after] : mending.after) {
    const base::Phrase why = replace(disk, path, mending.before.at(path), after);
    if (why.empty()) continue;
    paths.push_back(path);
    if (first.empty()) first = why;
  }
  if (first.empty()) return;
  throw base::Fatal(
      base::Exit::internal, first,
      {{"没有改动的文件：{0}；其余已改好", "left as they were: {0}; the others are mended"},
       {base::joined(paths, ", ")}});
}

}  // namespace taizhang::command
