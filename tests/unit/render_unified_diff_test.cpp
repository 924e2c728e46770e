// SPDX-License-Identifier: MIT
#include "render/unified_diff.h"

#include <doctest/doctest.h>

namespace render_unified_diff_test {

using namespace taizhang;

TEST_SUITE_BEGIN("render");

namespace {

std::string diff(const std::string& before, const std::string& after, bool terminal = false) {
  return render::unified_diff("a.yaml", before, after, terminal, render::Style(false));
}

}  // namespace

TEST_CASE("A change stands between three lines, and changes that are near stand together") {
  CHECK(diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nx\n6\n7\n8\n9\n") ==
        "--- a/a.yaml\n+++ b/a.yaml\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n");
  CHECK(diff("1\n2\n3\n", "x\ny\n3\n") ==
        "--- a/a.yaml\n+++ b/a.yaml\n@@ -1,3 +1,3 @@\n-1\n-2\n+x\n+y\n 3\n");
  const std::string far = diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "x\n2\n3\n4\n5\n6\n7\n8\ny\n");
  CHECK(far.find("@@ -1,4 +1,4 @@") != far.npos);
  CHECK(far.find("@@ -6,4 +6,4 @@") != far.npos);
  CHECK(diff("1\n", "1\n") == "");
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
