// SPDX-License-Identifier: MIT
//
// The fuzz targets without libFuzzer: the corpus as it is, and a fixed number of seeded mutations
// of it. The same every time; `make soak` takes more of them, `make fuzz` looks for new things.
#include <doctest/doctest.h>

#include <cstdlib>

#include "keys.h"
#include "mutator.h"
#include "run.h"
#include "targets.h"

using namespace taizhang;

namespace {

constexpr std::size_t usual_mutations = 200;

std::vector<std::string> corpus() {
  return fuzz::texts_in(test::source_folder() + "/tests/fuzz/corpus");
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
  fuzz::Mutator mutator(texts, static_cast<unsigned>(number("SEED", 20240331)));
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
