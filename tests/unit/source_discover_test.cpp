// SPDX-License-Identifier: MIT
#include "source/discover.h"

#include <doctest/doctest.h>

#include "memory_disk.h"

namespace source_discover_test {

using namespace taizhang;
using source::discover;
using source::Discovered;
using source::FileRole;
using Found = std::vector<Discovered>;

namespace {

test::MemoryDisk disk_with(const std::vector<std::string>& paths) {
  test::MemoryDisk disk;
  for (const std::string& path : paths) disk.files[path] = "x: 1\n";
  return disk;
}

const Discovered* at(const Found& found, const std::string& path) {
  for (const Discovered& one : found) {
    if (one.path == path) return &one;
  }
  return nullptr;
}

/// What became of a path, in a word; `-` where it was passed over.
std::string role(const Found& found, const std::string& path) {
  const Discovered* one = at(found, path);
  if (!one) return "-";
  switch (one->role) {
    case FileRole::registry:
      return "registry";
    case FileRole::plan:
      return "plan";
    case FileRole::task:
      return "task";
    case FileRole::stray:
      return "stray";
    case FileRole::linked_folder:
      return "linked";
    case FileRole::unreadable_folder:
      return "unreadable";
    case FileRole::too_deep:
      return "too deep";
  }
  return "?";
}

std::string path_of(const Found& found, std::optional<std::size_t> index) {
  return index ? found.at(*index).path : "none";
}

}  // namespace

TEST_SUITE_BEGIN("source");

TEST_CASE("A folder with a plan.yaml is a plan, the YAML files in it its tasks") {
  const Found found =
      discover(disk_with({"tasks/2023/plan.yaml", "tasks/2023/001-a.yaml", "tasks/2023/002-b.yml"}),
               "tasks");
  CHECK(role(found, "tasks/2023/plan.yaml") == "plan");
  CHECK(role(found, "tasks/2023/001-a.yaml") == "task");
  CHECK(role(found, "tasks/2023/002-b.yml") == "task");
  CHECK(path_of(found, at(found, "tasks/2023/001-a.yaml")->plan) == "tasks/2023/plan.yaml");
  CHECK(found.size() == 3);
}

TEST_CASE("Plans are found at any depth, also below another plan") {
  const Found found =
      discover(disk_with({"tasks/plan.yaml", "tasks/1.yaml", "tasks/linshui/2024/plan.yaml",
                          "tasks/linshui/2024/1.yaml", "tasks/linshui/2024/east/plan.yaml",
                          "tasks/linshui/2024/east/1.yaml"}),
               "tasks");
  CHECK(path_of(found, at(found, "tasks/1.yaml")->plan) == "tasks/plan.yaml");
  CHECK(path_of(found, at(found, "tasks/linshui/2024/1.yaml")->plan) ==
        "tasks/linshui/2024/plan.yaml");
  CHECK(path_of(found, at(found, "tasks/linshui/2024/east/1.yaml")->plan) ==
        "tasks/linshui/2024/east/plan.yaml");
}

TEST_CASE("The nearest units.yaml at or above a plan is its registry") {
  const Found found =
      discover(disk_with({"tasks/units.yaml", "tasks/2023/plan.yaml", "tasks/a/units.yaml",
                          "tasks/a/2023/plan.yaml", "tasks/a/b/c/plan.yaml",
                          "tasks/a/b/c/units.yaml", "tasks/z/plan.yaml"}),
               "tasks");
  const auto registry_of = [&](const std::string& plan) {
    return path_of(found, at(found, plan)->registry);
  };
  CHECK(registry_of("tasks/2023/plan.yaml") == "tasks/units.yaml");
  CHECK(registry_of("tasks/a/2023/plan.yaml") == "tasks/a/units.yaml");
  CHECK(registry_of("tasks/a/b/c/plan.yaml") == "tasks/a/b/c/units.yaml");
  // What a folder beside it has does not reach over.
  CHECK(registry_of("tasks/z/plan.yaml") == "tasks/units.yaml");
}

TEST_CASE("A plan below no units.yaml has no registry") {
  const Found found = discover(disk_with({"tasks/2023/plan.yaml", "tasks/a/units.yaml"}), "tasks");
  CHECK_FALSE(at(found, "tasks/2023/plan.yaml")->registry);
}

TEST_CASE("YAML files in no plan are stray, also those in a folder right below one") {
  const Found found = discover(disk_with({"tasks/notes.yaml", "tasks/2023/plan.yaml",
                                          "tasks/2023/old/001-a.yaml", "tasks/empty/a.yml"}),
                               "tasks");
  CHECK(role(found, "tasks/notes.yaml") == "stray");
  CHECK(role(found, "tasks/2023/old/001-a.yaml") == "stray");
  CHECK_FALSE(at(found, "tasks/2023/old/001-a.yaml")->plan);
  CHECK(role(found, "tasks/empty/a.yml") == "stray");
}

TEST_CASE("Files nearly named plan.yaml or units.yaml are taken for them") {
  const Found found = discover(
      disk_with({"tasks/Units.yml", "tasks/2023/plan.yml", "tasks/2023/001-a.YAML"}), "tasks");
  CHECK(role(found, "tasks/Units.yml") == "registry");
  CHECK(role(found, "tasks/2023/plan.yml") == "plan");
  CHECK(role(found, "tasks/2023/001-a.YAML") == "task");
}

TEST_CASE("A YAML file with a second ending put on by a careful system is stray, not passed over") {
  const Found found =
      discover(disk_with({"tasks/2023/plan.yaml", "tasks/2023/001-a.yaml.txt"}), "tasks");
  CHECK(role(found, "tasks/2023/001-a.yaml.txt") == "stray");
}

TEST_CASE("Files that are no YAML are passed over") {
  const Found found = discover(disk_with({"tasks/2023/plan.yaml", "tasks/2023/README.md",
                                          "tasks/2023/001-a.yaml.bak", "tasks/2023/yaml"}),
                               "tasks");
  CHECK(found.size() == 1);
}

TEST_CASE("Names that begin with a dot are passed over, files and folders") {
  const Found found = discover(disk_with({"tasks/2023/plan.yaml", "tasks/2023/.a.yaml",
                                          "tasks/.git/plan.yaml", "tasks/.git/1.yaml"}),
                               "tasks");
  CHECK(found.size() == 1);
}

TEST_CASE("What is meant to be a task and not named like one is stray, not passed over") {
  for (const char* name :
       {".001-a.yaml", "001-a。yaml", "001-a.yam", "001-a.yaml ", "001-A.YML "}) {
    CAPTURE(std::string(name));
    const std::string path = "tasks/2023/" + std::string(name);
    CHECK(role(discover(disk_with({"tasks/2023/plan.yaml", path}), "tasks"), path) == "stray");
  }
  CHECK(source::yaml_name("001-a。yaml") == "001-a.yaml");
  CHECK(source::yaml_name(".001-a.yaml") == "001-a.yaml");
  for (const char* name : {"001-a.yaml", "._001-a.yaml", "001-a.yaml.bak", "001-a.yaml~", "yam"}) {
    CHECK(source::yaml_name(name) == name);
  }
}

TEST_CASE("A link to a folder is reported and not followed") {
  test::MemoryDisk disk = disk_with({"tasks/2023/plan.yaml"});
  disk.kinds["tasks/loop"] = base::EntryKind::link_to_folder;
  disk.kinds["tasks/other/plan.yaml"] = base::EntryKind::link_to_folder;
  const Found found = discover(disk, "tasks");
  CHECK(role(found, "tasks/loop") == "linked");
  // A folder whose plan.yaml is itself a folder is no plan.
  CHECK(role(found, "tasks/other/plan.yaml") == "linked");
}

TEST_CASE("A folder with the name of a file is found in its place, and not entered") {
  const Found found = discover(
      disk_with({"tasks/plan.yaml/x.yaml", "tasks/2023/plan.yaml", "tasks/2023/001-a.yaml/b"}),
      "tasks");
  CHECK(role(found, "tasks/plan.yaml") == "plan");
  CHECK(role(found, "tasks/plan.yaml/x.yaml") == "-");
  CHECK(role(found, "tasks/2023/001-a.yaml") == "task");
}

TEST_CASE("A folder that cannot be opened is reported with the system's words") {
  test::MemoryDisk disk = disk_with({"tasks/2023/plan.yaml", "tasks/secret/plan.yaml"});
  disk.read_faults["tasks/secret"] = base::DiskFault::no_permission;
  const Found found = discover(disk, "tasks");
  CHECK(role(found, "tasks/secret") == "unreadable");
  CHECK(at(found, "tasks/secret")->fault == base::DiskFault::no_permission);
  CHECK(at(found, "tasks/secret")->reason == "no permission");
  CHECK(role(found, "tasks/secret/plan.yaml") == "-");
  CHECK(role(found, "tasks/2023/plan.yaml") == "plan");
}

TEST_CASE("A pipe with the name of a task is found, so that it can be reported") {
  test::MemoryDisk disk = disk_with({"tasks/2023/plan.yaml"});
  disk.kinds["tasks/2023/001-a.yaml"] = base::EntryKind::other;
  CHECK(role(discover(disk, "tasks"), "tasks/2023/001-a.yaml") == "task");
}

TEST_CASE("Folders are entered as deep as the limit says and reported where it is passed") {
  std::string path = "tasks";
  for (int i = 0; i < source::deepest_folder; ++i) path += "/d";
  CHECK(role(discover(disk_with({path + "/plan.yaml"}), "tasks"), path + "/plan.yaml") == "plan");
  const Found found = discover(disk_with({path + "/e/f/g/plan.yaml"}), "tasks");
  REQUIRE(found.size() == 1);
  CHECK(role(found, path + "/e") == "too deep");
}

TEST_CASE("A plan comes before its tasks and a registry before its plans") {
  const Found found =
      discover(disk_with({"tasks/2023/001-a.yaml", "tasks/2023/plan.yaml", "tasks/2023/zz.yaml",
                          "tasks/units.yaml", "tasks/a.yaml"}),
               "tasks");
  std::vector<std::string> paths;
  for (const Discovered& one : found) paths.push_back(one.path);
  CHECK(paths == std::vector<std::string>{"tasks/units.yaml", "tasks/2023/plan.yaml",
                                          "tasks/2023/001-a.yaml", "tasks/2023/zz.yaml",
                                          "tasks/a.yaml"});
}

TEST_SUITE_END();

}  // namespace source_discover_test
