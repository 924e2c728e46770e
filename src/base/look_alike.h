// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace taizhang::base {

/// Characters that look like others and are none: full-width letters and digits, the radicals of
/// 康熙字典 that come out of a PDF in place of 汉字, letters of other scripts within Latin words.
struct LookAlike {
  std::size_t at;    ///< offset in the text
  std::size_t size;  ///< in bytes
  std::string meant;
};

/// The look-alikes of `text`, each run of them as one. Punctuation that Chinese writes full-width
/// is none, nor is a Greek or Cyrillic letter that no Latin one stands next to.
std::vector<LookAlike> look_alikes(std::string_view text);

/// `text` as a program wants a word, a number or a date: every look-alike, full-width sign, dash
/// and wide blank as the plain one, and neither blanks nor Chinese quotes at the ends. Raised and
/// circled digits stay: they mean something else.
std::string plain_form(std::string_view text);

}  // namespace taizhang::base
