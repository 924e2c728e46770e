// SPDX-License-Identifier: MIT
#pragma once

#include "command/check_look.h"
#include "render/findings.h"

namespace taizhang::command {

/// How findings leave the program: in which format, where to, and with which exit code.
class CheckOutput {
 public:
  /// Throws `Fatal` for a format that is not there and for a file that cannot be written.
  CheckOutput(const CheckOptions& options, const Context& context);

  /// Write what was found, or with `--statistics` how much, and in a job of GitHub its summary.
  base::Exit show(const Look& look) const;

  /// Write the findings, one a line, to stderr.
  base::Exit tell(const Look& look) const;

 private:
  render::FindingsView view_of(const std::vector<source::Finding>& findings, const Look& look,
                               render::Style style) const;
  base::Exit exit_of(const Look& look) const;

  const CheckOptions& options_;
  const Context& context_;
  const render::FindingFormat& format_;
};

}  // namespace taizhang::command
