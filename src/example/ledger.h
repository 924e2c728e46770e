// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "example/options.h"

namespace taizhang::example {

/// One file of the ledger; `path` is relative to the ledger's folder: `tasks/2024/plan.yaml`.
struct File {
  std::string path;
  std::string text;
};

/// Call `take` with every file of the ledger, one at a time, so that a large ledger needs no more
/// memory than a small one: the registry, then each plan and its tasks. Nothing but `options`
/// decides what is in them.
void for_each_file(const Options& options, const std::function<void(const File&)>& take);

/// The folders that the files lie in, each after the one it is in.
std::vector<std::string> folders(const Options& options);

/// The period of the last plan.
Period last_period(const Options& options);

}  // namespace taizhang::example
