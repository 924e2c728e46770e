// SPDX-License-Identifier: MIT
#pragma once

#include "command/command.h"
#include "render/findings.h"

namespace taizhang::command {

/// Whether the program runs in a job of GitHub Actions.
bool runs_on_github(const Context& context);

/// Put all findings at the end of the job's summary, `GITHUB_STEP_SUMMARY`, where there is one. A
/// summary that cannot be written is one line on stderr: the check itself has not failed.
void write_step_summary(const Context& context, const render::FindingsView& view);

}  // namespace taizhang::command
