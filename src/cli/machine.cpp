// SPDX-License-Identifier: MIT
#include <sys/ioctl.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <iostream>

#include "base/real_disk.h"
#include "cli/run.h"

namespace taizhang::cli {

namespace {

base::Terminal terminal(int descriptor) {
  base::Terminal result;
  result.is_terminal = ::isatty(descriptor) == 1;
  winsize size{};
  if (result.is_terminal && ::ioctl(descriptor, TIOCGWINSZ, &size) == 0) result.width = size.ws_col;
  return result;
}

/// The day on the wall, not in Greenwich.
base::Date today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  return base::Date{std::chrono::year{local.tm_year + 1900} /
                    std::chrono::month{static_cast<unsigned>(local.tm_mon + 1)} /
                    std::chrono::day{static_cast<unsigned>(local.tm_mday)}};
}

std::optional<std::string> environment(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value ? std::optional<std::string>(value) : std::nullopt;
}

}  // namespace

int run_on_this_machine(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  const base::RealDisk disk;
  base::Io io{std::cin, std::cout, std::cerr, disk, today(), terminal(STDOUT_FILENO), environment};
  return run({argv + 1, argv + argc}, io);
}

}  // namespace taizhang::cli
