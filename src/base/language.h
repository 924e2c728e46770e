// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace taizhang::base {

/// The languages that the program speaks to people.
enum class Language { zh, en };

/// One text in both languages; for what stands beside the code it explains (rules, commands).
/// The words of tables and reports live in `templates/words/` instead.
struct Bilingual {
  std::string_view zh;
  std::string_view en;

  constexpr std::string_view in(Language language) const {
    return language == Language::zh ? zh : en;
  }
};

}  // namespace taizhang::base
