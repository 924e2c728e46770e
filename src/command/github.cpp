// SPDX-License-Identifier: MIT
#include "command/github.h"

#include <iostream>

#include "base/text.h"
#include "render/findings_summary.h"

namespace taizhang::command {

namespace {

/// GitHub throws away the whole summary of a step that is larger (1 MiB).
constexpr std::size_t largest_summary = 1 << 20;

}  // namespace

bool runs_on_github(const Context& context) {
  return context.io.environment("GITHUB_ACTIONS") == "true";
}

void write_step_summary(const Context& context, const render::FindingsView& view) {
  const std::string path = context.io.environment("GITHUB_STEP_SUMMARY").value_or("");
  if (path.empty()) return;
  // The step's earlier commands may have written there too.
  const base::Content before = context.io.disk.read(path, largest_summary);
  const bool full = before.fault == base::DiskFault::too_large;
  const std::string text =
      full ? "" : render::findings_summary(view, largest_summary - before.text.size());
  base::Argument reason = base::Bilingual{"摘要已满", "it is full"};
  if (!text.empty()) {
    const base::Written written = context.io.disk.append(path, text);
    if (written.fault == base::DiskFault::none) return;
    reason = base::words_for(written.fault, written.reason);
  }
  const base::Phrase warning{{"写不了摘要 {0}：{1}", "the summary {0} cannot be written: {1}"},
                             {path, reason}};
  context.io.err << "taizhang: " << base::printable(warning.in(context.language)) << "\n";
}

}  // namespace taizhang::command
