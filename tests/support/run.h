// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "memory_disk.h"

namespace taizhang::test {

/// What a run of the program gave.
struct Outcome {
  int exit = 0;
  std::string out;
  std::string err;
};

/// The world around a run; plain by default: no terminal, Chinese.
struct World {
  std::map<std::string, std::string> environment;
  bool terminal = false;
  int width = 0;
  std::string input = {};  ///< what standard input holds
  std::string today = "2023-10-08";
};

/// Run the whole program in this process on `disk`.
Outcome run(const std::vector<std::string>& arguments, const MemoryDisk& disk,
            const World& world = {});

/// Break a command line into arguments: blanks part them, double quotes hold them together.
std::vector<std::string> arguments_of(const std::string& line);

/// The whole content of a file of the source tree; `path` is relative to its top.
std::string source_text(const std::string& path);

/// The top of the source tree, and its `tests/cases/`.
std::string source_folder();
std::string cases_folder();

/// Whether expected output is to be rewritten: `ACCEPT=1`.
bool accepting();

void write_file(const std::string& path, const std::string& text);
std::string read_file(const std::string& path);

}  // namespace taizhang::test
