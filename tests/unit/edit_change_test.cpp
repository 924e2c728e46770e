// SPDX-License-Identifier: MIT
#include "edit/change.h"

#include <doctest/doctest.h>

#include <random>

namespace edit_change_test {

using namespace taizhang;
using source::Edit;

TEST_SUITE_BEGIN("edit");

TEST_CASE("Edits replace their bytes and touch no other") {
  CHECK(edit::edited("abcdef", {{{0, 1, 2}, "XY"}, {{0, 3, 3}, "-"}, {{0, 5, 6}, ""}}) ==
        "aXYc-de");
  CHECK(edit::edited("abc", {}) == "abc");
}

TEST_CASE("A place of the edited text is found in the one before") {
  const std::vector<Edit> edits{{{0, 1, 2}, "XY"}, {{0, 3, 3}, "-"}, {{0, 5, 6}, ""}};
  const std::uint32_t before[] = {0, 1, 1, 2, 3, 3, 4, 6};
  for (std::uint32_t at = 0; at < std::size(before); ++at) {
    CAPTURE(at);
    CHECK(edit::PlacesBefore(edits).of(at) == before[at]);
  }
}

TEST_CASE("Edits on top of edits are one list of edits") {
  std::mt19937 random(7);
  const auto some_edits = [&](const std::string& text) {
    std::vector<Edit> edits;
    for (std::uint32_t at = 0; at <= text.size();) {
      const auto size = static_cast<std::uint32_t>(random() % 4);
      const auto end = std::min(at + size, static_cast<std::uint32_t>(text.size()));
      edits.push_back(
          {{0, at, end}, std::string(random() % 3, static_cast<char>('A' + random() % 26))});
      at = end + 1 + static_cast<std::uint32_t>(random() % 6);
    }
    return edits;
  };
  for (int i = 0; i < 500; ++i) {
    const std::string text = "abcdefghijklmnopqrstuvwxyz";
    const auto first = some_edits(text);
    const std::string then = edit::edited(text, first);
    const auto second = some_edits(then);
    const auto both = edit::composed(first, second);
    REQUIRE(edit::edited(text, both) == edit::edited(then, second));
    for (std::size_t k = 1; k < both.size(); ++k) REQUIRE(both[k - 1].at.end <= both[k].at.begin);
  }
}

TEST_CASE("Scalars are kept but for those that an edit touches") {
  const std::string text = "a: 1\nb: [x, y]\n";
  const auto keeps = [&](std::vector<Edit> edits) {
    return edit::keeps_scalars(text, edit::edited(text, edits), edits);
  };
  CHECK(keeps({}));
  CHECK(keeps({{{0, 3, 4}, "2"}}));
  CHECK(keeps({{{0, 4, 4}, "   # why"}}));
  CHECK_FALSE(keeps({{{0, 4, 6}, "\n#b"}}));
  CHECK_FALSE(keeps({{{0, 3, 4}, ""}}));
}

TEST_SUITE_END();

}  // namespace edit_change_test
