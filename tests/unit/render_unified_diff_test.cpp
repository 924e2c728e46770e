// SPDX-License-Identifier: MIT
#include "render/unified_diff.h"

#include <doctest/doctest.h>

namespace render_unified_diff_test {

using namespace taizhang;

TEST_SUITE_BEGIN("render");

namespace {

/// The text of both up to the first byte that differs, and from the last one on, stays.
std::string diff(const std::string& before, const std::string& after, bool terminal = false) {
  std::uint32_t begin = 0;
  while (begin < before.size() && begin < after.size() && before[begin] == after[begin]) ++begin;
  std::uint32_t end = 0;
  while (end < before.size() - begin && end < after.size() - begin &&
         before[before.size() - 1 - end] == after[after.size() - 1 - end]) {
    ++end;
  }
  const auto size = static_cast<std::uint32_t>(before.size());
  const std::string text = after.substr(begin, after.size() - end - begin);
  return render::unified_diff("a.yaml", before, {{{0, begin, size - end}, text}}, terminal,
                              render::Style(false));
}

}  // namespace

TEST_CASE("A change stands between three lines, and changes that are near stand together") {
  CHECK(diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nx\n6\n7\n8\n9\n") ==
        "--- a/a.yaml\n+++ b/a.yaml\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n");
  CHECK(diff("1\n2\n3\n", "x\ny\n3\n") ==
        "--- a/a.yaml\n+++ b/a.yaml\n@@ -1,3 +1,3 @@\n-1\n-2\n+x\n+y\n 3\n");
  const std::string far =
      render::unified_diff("a.yaml", "1\n2\n3\n4\n5\n6\n7\n8\n9\n",
                           {{{0, 0, 1}, "x"}, {{0, 16, 17}, "y"}}, false, render::Style(false));
  CHECK(far.find("@@ -1,4 +1,4 @@") != far.npos);
  CHECK(far.find("@@ -6,4 +6,4 @@") != far.npos);
  CHECK(diff("1\n", "1\n") == "");
}

TEST_CASE("Lines that come and lines that go are counted") {
  const auto diff_of = [](const std::vector<source::Edit>& edits) {
    return render::unified_diff("a.yaml", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", edits, false,
                                render::Style(false));
  };
  CHECK(diff_of({{{0, 4, 4}, "x\ny\n"}}) ==
        "--- a/a.yaml\n+++ b/a.yaml\n@@ -1,5 +1,7 @@\n 1\n 2\n+x\n+y\n 3\n 4\n 5\n");
  CHECK(diff_of({{{0, 3, 3}, "\nx"}, {{0, 16, 18}, ""}}) ==
        "--- a/a.yaml\n+++ b/a.yaml\n@@ -1,9 +1,9 @@\n 1\n 2\n+x\n 3\n 4\n 5\n 6\n 7\n 8\n-9\n");
  CHECK(render::unified_diff("a.yaml", "", {{{0, 0, 0}, "x\n"}}, false, render::Style(false)) ==
        "--- a/a.yaml\n+++ b/a.yaml\n@@ -0,0 +1,1 @@\n+x\n");
}

TEST_CASE("A last line without its end is told as git tells it") {
  CHECK(diff("1\n2 ", "1\n2") ==
        "--- a/a.yaml\n+++ b/a.yaml\n@@ -1,2 +1,2 @@\n 1\n-2 \n\\ No newline at end of "
        "file\n+2\n\\ No "
        "newline at end of file\n");
}

TEST_CASE("Line ends are bytes of the line; a terminal gets no controls") {
  CHECK(diff("1\r\n", "1\n") == "--- a/a.yaml\n+++ b/a.yaml\n@@ -1,1 +1,1 @@\n-1\r\n+1\n");
  CHECK(diff("\x1b[31m \n", "\x1b[31m\n", true).find('\x1b') == std::string::npos);
}

TEST_SUITE_END();

}  // namespace render_unified_diff_test
