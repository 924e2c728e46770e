// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace taizhang::embed {

/// The tables of `example/theme.cpp` out of `templates/example/themes.yaml`.
///
/// An entry becomes an initializer that names its members as the file names its keys, and stands
/// under the file's own line: a key that does not exist, or a word that is none of its enumeration,
/// is an error of the compiler at that line. Throws `std::runtime_error` where the file is not
/// YAML.
std::string themes(const std::string& path);

}  // namespace taizhang::embed
