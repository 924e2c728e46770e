// SPDX-License-Identifier: MIT
#pragma once

#include <exception>
#include <string>

#include "base/phrase.h"

namespace taizhang::base {

/// What the process ends with; never a count.
enum class Exit { clean = 0, findings = 1, usage = 2, internal = 3 };

/// Thrown where a command cannot go on; caught once, in `cli::run`.
class Fatal : public std::exception {
 public:
  Fatal(Exit exit, Phrase message, Phrase help = {})
      : exit(exit), message(std::move(message)), help(std::move(help)) {}

  const char* what() const noexcept override { return message.text.en.data(); }

  Exit exit;
  Phrase message;
  Phrase help;
  /// What was typed, with a caret under what is wrong: lines that are shown as they stand.
  std::string picture = {};
};

/// Throw `Fatal` (usage): what was asked for cannot be.
[[noreturn]] inline void refuse(Phrase message, Phrase help = {}) {
  throw Fatal(Exit::usage, std::move(message), std::move(help));
}

/// What to do about a text in another encoding.
inline constexpr Bilingual save_as_utf8{"在编辑器里另存为 UTF-8", "save it as UTF-8 in an editor"};

}  // namespace taizhang::base
