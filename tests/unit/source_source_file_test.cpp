// SPDX-License-Identifier: MIT
#include "source/source_file.h"

#include <doctest/doctest.h>

namespace source_source_file_test {

using namespace taizhang;
using source::SourceFile;

namespace {

/// `line:column` of the first place where `what` stands.
std::string place(const SourceFile& file, const std::string& what) {
  const auto at = file.position(static_cast<std::uint32_t>(file.text.find(what)));
  return std::to_string(at.line) + ":" + std::to_string(at.column);
}

}  // namespace

TEST_SUITE_BEGIN("source");

TEST_CASE("Lines and columns count from one") {
  const SourceFile file{"a.yaml", "item: 14\ntitle: x\n"};
  CHECK(place(file, "item") == "1:1");
  CHECK(place(file, "14") == "1:7");
  CHECK(place(file, "title") == "2:1");
}

TEST_CASE("Columns count characters, not bytes") {
  const SourceFile file{"a.yaml", "# 说明\ntitle: 推动汽车转型 # 注\n"};
  CHECK(place(file, "汽车") == "2:10");  // `title: ` is 7, 推动 is 2
  CHECK(place(file, "# 注") == "2:15");
}

TEST_CASE("A line end belongs to the line that it ends") {
  const SourceFile file{"a.yaml", "ab\ncd\n"};
  CHECK(place(file, "\n") == "1:3");
  CHECK(file.line_at(2) == "ab");
  CHECK(file.line_at(3) == "cd");
}

TEST_CASE("A place past the end is the end") {
  const SourceFile file{"a.yaml", "ab\ncd"};
  const auto end = file.position(1000);
  CHECK(end.line == 2);
  CHECK(end.column == 3);
  CHECK(file.line_at(1000) == "cd");
}

TEST_CASE("An empty file has a first place and an empty line") {
  const SourceFile file{"a.yaml", ""};
  CHECK(file.position(0).line == 1);
  CHECK(file.position(0).column == 1);
  CHECK(file.line_at(0).empty());
}

TEST_CASE("A line comes without its line end, also that of Windows") {
  const SourceFile file{"a.yaml", "item: 14\r\ntitle: 甲\r\n"};
  CHECK(file.line_at(0) == "item: 14");
  CHECK(file.line_at(12) == "title: 甲");
  CHECK(place(file, "甲") == "2:8");
}

TEST_CASE("Bytes that are not UTF-8 count as one column each") {
  const SourceFile file{"a.yaml", "\xCA\xD0: x"};  // 市 in GBK
  CHECK(place(file, "x") == "1:5");
}

TEST_CASE("Columns of a very long line are right in any order of asking") {
  // Three bytes, one byte, two bytes that are no text: four characters of six bytes each time.
  std::string line;
  for (int i = 0; i < 2000; ++i) line += "汉a\xFF\xFE";
  const SourceFile file{"a.yaml", "short\n" + line + "\nx\n"};
  constexpr std::uint32_t start = 6;
  for (const std::uint32_t turn : {0u, 1999u, 3u, 1000u, 171u, 170u, 1u}) {
    CAPTURE(turn);
    CHECK(file.position(start + 6 * turn).line == 2);
    CHECK(file.position(start + 6 * turn).column == 4 * turn + 1);
    CHECK(file.position(start + 6 * turn + 3).column == 4 * turn + 2);
    CHECK(file.position(start + 6 * turn + 5).column == 4 * turn + 4);
  }
  CHECK(file.position(start + 12000).column == 8001);
  CHECK(place(file, "x\n") == "3:1");
}

TEST_CASE("Without its text a file still tells the lines of its places") {
  SourceFile file{"a.yaml", "schema: 1\nitem: 1\n\ntitle: 甲\n"};
  file.leave_out_text();
  CHECK(file.text.empty());
  CHECK(file.text.capacity() == std::string().capacity());
  CHECK(file.line(0) == 1);
  CHECK(file.line(10) == 2);
  CHECK(file.line(19) == 4);
}

TEST_SUITE_END();

}  // namespace source_source_file_test
