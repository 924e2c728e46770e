// SPDX-License-Identifier: MIT
//
// Prints the dictionary for libFuzzer: the keys and words of the model and the signs of YAML.
#include <fmt/format.h>

#include <iostream>

#include "keys.h"

namespace {

/// As libFuzzer reads it: ASCII as it is, every other byte by its number.
std::string quoted(const std::string& bytes) {
  std::string result = "\"";
  for (const char c : bytes) {
    const bool plain = c >= ' ' && c < 0x7F && c != '"' && c != '\\';
    result += plain ? std::string(1, c) : fmt::format("\\x{:02X}", static_cast<unsigned char>(c));
  }
  return result + "\"\n";
}

}  // namespace

int main() {
  for (const std::string& word : taizhang::fuzz::keys_and_words()) {
    std::cout << quoted(word + ": ") << quoted(word);
  }
  for (const std::string sign : {"\n",
                                 "\r\n",
                                 "\n  - ",
                                 "\n  ",
                                 ": ",
                                 "- ",
                                 "? ",
                                 "[",
                                 "]",
                                 "{",
                                 "}",
                                 ", ",
                                 "\"",
                                 "'",
                                 "&a ",
                                 "*a",
                                 "!x ",
                                 "!!str ",
                                 "|\n",
                                 ">-\n",
                                 "---\n",
                                 "...\n",
                                 "%YAML 1.2\n",
                                 "# ",
                                 "\t",
                                 "\xFF",
                                 "\xEF\xBB\xBF",
                                 "\xE2\x80\x8B",
                                 "\xE3\x80\x80",
                                 "\xEF\xBC\x9A",
                                 "<<<<<<< ",
                                 "\n=======\n",
                                 "\n>>>>>>> ",
                                 "null",
                                 "2024-02-29",
                                 "-0.000001",
                                 "999999999999",
                                 "0"}) {
    std::cout << quoted(sign);
  }
  std::cout << quoted(std::string(1, '\0'));
}
