// SPDX-License-Identifier: MIT
//
// The fuzz targets without libFuzzer: the corpus as it is, and a fixed number of seeded mutations
// of it. The same every time; `make soak` takes more of them, `make fuzz` looks for new things.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <random>

#include "keys.h"
#include "run.h"
#include "targets.h"

namespace fs = std::filesystem;
using namespace taizhang;

namespace {

constexpr std::size_t largest_input = 16 * 1024;
constexpr std::size_t usual_mutations = 200;

std::vector<std::string> corpus() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(test::source_folder() + "/tests/fuzz/corpus")) {
    paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> texts;
  for (const fs::path& path : paths) texts.push_back(test::read_file(path.string()));
  return texts;
}

/// The promise that the bytes break; empty where all are kept.
std::string broken_promise(const fuzz::Target& target, const std::string& bytes) {
  try {
    target.run(bytes);
  } catch (const fuzz::Broken& broken) {
    return broken;
  }
  return {};
}

/// Makes new inputs out of old ones. The numbers of the standard's generator are the same
/// everywhere; what its distributions make of them is not, so they are taken as they come.
class Mutator {
 public:
  Mutator(const std::vector<std::string>& texts, unsigned seed) : texts_(texts), random_(seed) {
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

  std::string next() {
    std::string text = some(texts_);
    for (std::size_t i = below(6) + 1; i > 0; --i) mutate(text);
    text.resize(std::min(text.size(), largest_input));
    return text;
  }

 private:
  std::size_t below(std::size_t end) { return end == 0 ? 0 : random_() % end; }
  const std::string& some(const std::vector<std::string>& from) { return from[below(from.size())]; }

  void mutate(std::string& text) {
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

  const std::vector<std::string>& texts_;
  std::vector<std::string> words_;
  std::mt19937 random_;
};

}  // namespace

TEST_SUITE_BEGIN("fuzz");

TEST_CASE("every input of the corpus keeps every promise") {
  const std::vector<std::string> texts = corpus();
  CHECK(texts.size() >= 100);
  for (const std::string& text : texts) {
    for (const fuzz::Target& target : fuzz::targets()) {
      CAPTURE(text);
      CHECK(broken_promise(target, text) == "");
    }
  }
}

TEST_CASE("so do seeded mutations of it") {
  const std::vector<std::string> texts = corpus();
  const auto number = [](const char* name, std::size_t otherwise) {
    const char* given = std::getenv(name);
    return given ? std::strtoull(given, nullptr, 10) : otherwise;
  };
  Mutator mutator(texts, static_cast<unsigned>(number("SEED", 20240331)));
  const std::size_t mutations = number("MUTATIONS", usual_mutations);
  for (std::size_t i = 0; i < mutations; ++i) {
    const std::string text = mutator.next();
    for (const fuzz::Target& target : fuzz::targets()) {
      CAPTURE(i);
      CAPTURE(text);
      REQUIRE(broken_promise(target, text) == "");
    }
  }
}

TEST_CASE("the targets come by name") {
  CHECK(std::is_sorted(fuzz::targets().begin(), fuzz::targets().end(),
                       [](const auto& a, const auto& b) { return a.name < b.name; }));
  CHECK(fuzz::find_target("reader") != nullptr);
  CHECK(fuzz::find_target("writer") == nullptr);
}

TEST_CASE("the words for mutations are those of the model") {
  const auto words = fuzz::keys_and_words();
  for (const char* word : {"indicators", "trajectory", "sections", "successor", "at_least"}) {
    CHECK(words.contains(word));
  }
}

TEST_SUITE_END();
