// SPDX-License-Identifier: MIT
#include "edit/write.h"

#include <doctest/doctest.h>

#include "base/fatal.h"
#include "memory_disk.h"

namespace edit_write_test {

using namespace taizhang;

TEST_SUITE_BEGIN("edit");

namespace {

/// Forty files that are to be rewritten.
std::vector<edit::NewText> forty(test::MemoryDisk& disk) {
  std::vector<edit::NewText> texts;
  for (int i = 10; i < 50; ++i) {
    const std::string path = "tasks/" + std::to_string(i) + ".yaml";
    disk.files[path] = "old";
    texts.push_back({path, "old", "new"});
  }
  return texts;
}

/// What the refusal says; empty where all was written.
std::string refusal(const test::MemoryDisk& disk, const std::vector<edit::NewText>& texts) {
  try {
    edit::write(disk, texts);
  } catch (const base::Fatal& fatal) {
    CHECK(fatal.exit == base::Exit::internal);
    return fatal.message.in(base::Language::en);
  }
  return {};
}

}  // namespace

TEST_CASE("All files are written") {
  test::MemoryDisk disk;
  const auto texts = forty(disk);
  CHECK(refusal(disk, texts) == "");
  CHECK(disk.written.size() == 40);
}

TEST_CASE("Of forty files one cannot be written: none is") {
  test::MemoryDisk disk;
  const auto texts = forty(disk);
  disk.write_faults["tasks/33.yaml"] = base::DiskFault::read_only;
  CHECK(refusal(disk, texts) == "tasks/33.yaml cannot be written: it is read-only");
  CHECK(disk.written.empty());
}

TEST_CASE("A file that is no longer what was read stays, and so do all others") {
  test::MemoryDisk disk;
  const auto texts = forty(disk);
  disk.files["tasks/20.yaml"] = "theirs";
  CHECK(refusal(disk, texts) == "tasks/20.yaml has just been changed by somebody else");
  CHECK(disk.written.empty());
}

TEST_CASE(
    "Somebody saves between the last look and the rename: theirs stays, and the others go back") {
  test::MemoryDisk disk;
  const auto texts = forty(disk);
  disk.before_place = [&](const std::string& path) {
    if (path == "tasks/30.yaml") disk.written[path] = "theirs";
  };
  CHECK(refusal(disk, texts) == "tasks/30.yaml has just been changed by somebody else");
  for (const auto& [path, text] : disk.written) {
    CAPTURE(path);
    CHECK(text == (path == "tasks/30.yaml" ? "theirs" : "old"));
  }
}

TEST_CASE("A new file is made, and one that is there is not overwritten") {
  test::MemoryDisk disk;
  CHECK(refusal(disk, {{"tasks/1.yaml", std::nullopt, "new"}}) == "");
  CHECK(disk.written.at("tasks/1.yaml") == "new");
  disk.files["tasks/2.yaml"] = "theirs";
  CHECK(refusal(disk, {{"tasks/2.yaml", std::nullopt, "new"}}) != "");
  CHECK_FALSE(disk.written.contains("tasks/2.yaml"));
}

TEST_SUITE_END();

}  // namespace edit_write_test
