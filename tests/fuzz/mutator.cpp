// SPDX-License-Identifier: MIT
#include "mutator.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "keys.h"

namespace fs = std::filesystem;

namespace taizhang::fuzz {

namespace {

constexpr std::size_t largest_input = 16 * 1024;
constexpr std::size_t most_lines = 16;

}  // namespace

std::vector<std::string> texts_in(const std::string& folder) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> texts;
  for (const fs::path& path : paths) {
    std::ifstream file(path, std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return texts;
}

Mutator::Mutator(const std::vector<std::string>& texts, unsigned seed)
    : texts_(texts), random_(seed) {
  const auto words = fuzz::keys_and_words();
  words_.assign(words.begin(), words.end());
  for (const char* sign : {"\n",
                           "  ",
                           "\n- ",
                           ": ",
                           "[",
                           "]",
                           "{",
                           "}",
                           ",",
                           "\"",
                           "'",
                           "&a ",
                           "*a",
                           "!x ",
                           "|\n",
                           "---\n",
                           "#",
                           "\t",
                           "\r\n",
                           "\xEF\xBB\xBF",
                           "\xE2\x80\x8B",
                           "\xE3\x80\x80",
                           "<<<<<<< a\n",
                           "=======\n"}) {
    words_.emplace_back(sign);
  }
  words_.push_back(std::string(1, '\0'));
  words_.push_back("\xFF");
}

std::string Mutator::next() {
  std::string text = some(texts_);
  for (std::size_t i = below(6) + 1; i > 0; --i) mutate(text);
  text.resize(std::min(text.size(), largest_input));
  return text;
}

std::string Mutator::next_lines() {
  const std::string& all = some(texts_);
  const std::size_t near = below(all.size());
  const std::size_t begin = near == 0 ? 0 : all.rfind('\n', near) + 1;
  std::size_t end = begin;
  for (std::size_t i = below(most_lines) + 1; i > 0 && end < all.size(); --i) {
    end = std::min(all.find('\n', end), all.size() - 1) + 1;
  }
  std::string text = all.substr(begin, end - begin);
  for (std::size_t i = below(3); i > 0; --i) mutate(text);
  text.resize(std::min(text.size(), largest_input));
  return text;
}

void Mutator::mutate(std::string& text) {
  const std::size_t at = below(text.size() + 1);
  const std::size_t size = std::min(below(40), text.size() - at);
  switch (below(7)) {
    case 0:
      text.erase(at, size);
      break;
    case 1:
      text.insert(at, text.substr(at, size));
      break;
    case 2:
      text.insert(at, some(words_));
      break;
    case 3:
      text.replace(at, size, some(words_));
      break;
    case 4:
      if (at < text.size()) text[at] = static_cast<char>(below(256));
      break;
    case 5: {
      const std::string& other = some(texts_);
      text = text.substr(0, at) + other.substr(below(other.size() + 1));
      break;
    }
    case 6:
      for (std::size_t i = below(60); i > 0; --i) text.insert(at, text, at, size);
      break;
  }
}

}  // namespace taizhang::fuzz
