// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>

#include "base/date.h"
#include "base/disk.h"

namespace taizhang::base {

/// One output stream and what is behind it.
struct Terminal {
  bool is_terminal = false;
  int width = 0;  ///< columns; 0 where the output is not a terminal
};

/// Everything of the outside world that the program touches; a test hands in its own.
struct Io {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  const Disk& disk;
  Date today;
  Terminal out_terminal;
  /// The value of an environment variable, or nothing where it is unset.
  std::function<std::optional<std::string>(const std::string&)> environment;
};

}  // namespace taizhang::base
