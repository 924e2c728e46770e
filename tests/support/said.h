// SPDX-License-Identifier: MIT
//
// What a test asks of the program and of its answer; apart from run.h, which the fuzz targets have
// without doctest.
#pragma once

#include "run.h"

namespace taizhang::test {

/// What a command line prints, which must end with 0.
std::string said(const MemoryDisk& disk, const std::string& line);

/// Whether a text has these words.
bool says(const std::string& text, const std::string& words);

/// The text from one word, which must be there, to the next other one.
std::string part(const std::string& text, const std::string& from, const std::string& to);

}  // namespace taizhang::test
