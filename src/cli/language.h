// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "base/io.h"
#include "base/language.h"

namespace taizhang::cli {

/// The language to speak, and whether the user chose it or the machine did.
struct ChosenLanguage {
  base::Language language = base::Language::zh;
  bool chosen = false;
};

/// `--lang`, then `TAIZHANG_LANG`, then the locale; Chinese where none of them says. Found out
/// before the arguments are parsed, for messages about those need it too.
ChosenLanguage choose_language(const std::vector<std::string>& arguments, const base::Io& io);

}  // namespace taizhang::cli
