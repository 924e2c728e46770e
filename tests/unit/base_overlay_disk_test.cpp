// SPDX-License-Identifier: MIT
#include "base/overlay_disk.h"

#include <doctest/doctest.h>

#include "memory_disk.h"

namespace base_overlay_disk_test {

using namespace taizhang;

TEST_SUITE_BEGIN("base");

TEST_CASE("A file of the overlay hides the one below, and a new one is listed in its place") {
  test::MemoryDisk below;
  below.files = {{"tasks/a.yaml", "old"}, {"tasks/c.yaml", "c"}};
  base::OverlayDisk disk(below);
  disk.texts = {{"tasks/a.yaml", "new"}, {"tasks/b.yaml", "b"}, {"tasks/sub/d.yaml", "d"}};

  CHECK(disk.read("tasks/a.yaml", 100).text == "new");
  CHECK(disk.read("tasks/c.yaml", 100).text == "c");
  CHECK(disk.read("tasks/x.yaml", 100).fault == base::DiskFault::missing);
  CHECK(disk.read("tasks/a.yaml", 3).text == "new");
  CHECK(disk.read("tasks/a.yaml", 2).fault == base::DiskFault::too_large);

  const base::Listing listing = disk.list("tasks");
  REQUIRE(listing.entries.size() == 4);
  CHECK(listing.entries[0].name == "a.yaml");
  CHECK(listing.entries[1].name == "b.yaml");
  CHECK(listing.entries[1].kind == base::EntryKind::file);
  CHECK(listing.entries[2].name == "c.yaml");
  CHECK(listing.entries[3].name == "sub");
  CHECK(listing.entries[3].kind == base::EntryKind::folder);
  CHECK(disk.list("tasks/sub").entries.size() == 1);
  CHECK(disk.list("nowhere").fault == base::DiskFault::missing);
}

TEST_CASE("What is written goes to the disk below") {
  test::MemoryDisk below;
  base::OverlayDisk disk(below);
  disk.texts["a"] = "new";
  CHECK(disk.write("a", "written").fault == base::DiskFault::none);
  CHECK(below.written.at("a") == "written");
  CHECK(disk.read("a", 10).text == "new");
}

TEST_SUITE_END();

}  // namespace base_overlay_disk_test
