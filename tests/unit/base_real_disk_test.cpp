// SPDX-License-Identifier: MIT
#include "base/real_disk.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace base_real_disk_test {

using namespace taizhang;
using base::DiskFault;
using base::EntryKind;
namespace fs = std::filesystem;

namespace {

/// A folder of the machine's own for one test, gone after it.
struct Folder {
  std::string path;

  Folder() {
    std::string name = (fs::temp_directory_path() / "taizhang-test-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path); }

  std::string operator/(const std::string& name) const { return path + "/" + name; }

  void put(const std::string& name, const std::string& text) const {
    std::ofstream(*this / name, std::ios::binary) << text;
  }
};

const base::RealDisk disk;

}  // namespace

TEST_SUITE_BEGIN("base");

TEST_CASE("A folder lists its names by their bytes, each with what stands behind it") {
  const Folder folder;
  folder.put("b.yaml", "");
  folder.put("B.yaml", "");
  fs::create_directory(folder / "a");
  fs::create_directory_symlink(folder / "a", folder / "to-folder");
  fs::create_symlink(folder / "b.yaml", folder / "to-file");
  fs::create_symlink(folder / "nothing", folder / "to-nothing");
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  const base::Listing listing = disk.list(folder.path);
  CHECK(listing.fault == DiskFault::none);
  const std::vector<std::pair<std::string, EntryKind>> expected{
      {"B.yaml", EntryKind::file},     {"a", EntryKind::folder},
      {"b.yaml", EntryKind::file},     {"pipe", EntryKind::other},
      {"to-file", EntryKind::file},    {"to-folder", EntryKind::link_to_folder},
      {"to-nothing", EntryKind::other}};
  REQUIRE(listing.entries.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CAPTURE(expected[i].first);
    CHECK(listing.entries[i].name == expected[i].first);
    CHECK(listing.entries[i].kind == expected[i].second);
  }
}

TEST_CASE("What is no folder, or not there, cannot be listed") {
  const Folder folder;
  folder.put("file", "");
  CHECK(disk.list(folder / "file").fault == DiskFault::not_a_folder);
  const base::Listing missing = disk.list(folder / "nothing");
  CHECK(missing.fault == DiskFault::missing);
  CHECK_FALSE(missing.reason.empty());
}

TEST_CASE("Whatever the system says is said in both languages") {
  const Folder folder;
  fs::create_symlink(folder / "b", folder / "a");
  fs::create_symlink(folder / "a", folder / "b");
  const auto words = [](const auto& answer, base::Language language) {
    return base::words_for(answer.fault, answer.reason).in(language);
  };
  const base::Content ring = disk.read(folder / "a", 10);
  CHECK(words(ring, base::Language::zh) == "链接绕成了圈，或者套得太多");
  CHECK(words(ring, base::Language::en) == "its links go round in a ring, or are too many");
  const base::Content long_name = disk.read(folder / std::string(300, 'a'), 10);
  CHECK(words(long_name, base::Language::zh) == "名称太长");
  // What has no words keeps its number.
  CHECK(base::words_for(DiskFault::failed, "133").in(base::Language::zh) == "errno 133");
}

TEST_CASE("A file is read byte for byte") {
  const Folder folder;
  const std::string text("汉字\0\xFF\r\n", 10);
  folder.put("a", text);
  const base::Content content = disk.read(folder / "a", 100);
  CHECK(content.fault == DiskFault::none);
  CHECK(content.text == text);
  folder.put("empty", "");
  CHECK(disk.read(folder / "empty", 100).fault == DiskFault::none);
  CHECK(disk.read(folder / "empty", 100).text.empty());
}

TEST_CASE("A file of just the most is read, one byte more is too large") {
  const Folder folder;
  folder.put("a", std::string(100, 'x'));
  CHECK(disk.read(folder / "a", 100).text.size() == 100);
  CHECK(disk.read(folder / "a", 99).fault == DiskFault::too_large);
  CHECK(disk.read(folder / "a", 99).text.empty());
}

TEST_CASE("A folder, a pipe and a device are no files, and nothing waits on them") {
  const Folder folder;
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  CHECK(disk.read(folder / "pipe", 100).fault == DiskFault::not_a_file);
  CHECK(disk.read(folder.path, 100).fault == DiskFault::not_a_file);
  CHECK(disk.read("/dev/zero", 100).fault == DiskFault::not_a_file);
  CHECK(disk.read(folder / "nothing", 100).fault == DiskFault::missing);
}

TEST_CASE("Writing replaces a file, keeps its rights and leaves nothing else behind") {
  const Folder folder;
  folder.put("report.md", "old and longer");
  REQUIRE(::chmod((folder / "report.md").c_str(), 0640) == 0);
  CHECK(disk.write(folder / "report.md", "new").fault == DiskFault::none);
  CHECK(disk.read(folder / "report.md", 100).text == "new");
  CHECK(fs::status(folder / "report.md").permissions() == static_cast<fs::perms>(0640));
  CHECK(disk.write(folder / "other.md", "").fault == DiskFault::none);
  CHECK(disk.list(folder.path).entries.size() == 2);
}

TEST_CASE("What cannot be written is known before the work is done, and after") {
  const Folder folder;
  const std::string nowhere = folder / "nothing/report.md";
  CHECK(disk.writable(nowhere).fault == DiskFault::missing);
  CHECK(disk.write(nowhere, "x").fault == DiskFault::missing);
  fs::create_directory(folder / "a");
  CHECK(disk.writable(folder / "a").fault == DiskFault::not_a_file);
  CHECK(disk.write(folder / "a", "x").fault == DiskFault::not_a_file);
  CHECK(disk.writable(folder / "report.md").fault == DiskFault::none);
}

TEST_CASE("A path is joined with one slash, and not at all to the folder one is in") {
  CHECK(base::join_path("tasks", "2023") == "tasks/2023");
  CHECK(base::join_path("/", "tasks") == "/tasks");
  CHECK(base::join_path(".", "tasks") == "tasks");
  CHECK(base::join_path("", "tasks") == "tasks");
}

TEST_CASE("A new file is written once and never over another") {
  const Folder folder;
  CHECK(disk.create(folder / "a.yaml", "one").fault == DiskFault::none);
  CHECK(disk.read(folder / "a.yaml", 100).text == "one");
  CHECK(disk.create(folder / "a.yaml", "two").fault == DiskFault::exists);
  CHECK(disk.read(folder / "a.yaml", 100).text == "one");
  CHECK(disk.create(folder / "nowhere/a.yaml", "one").fault == DiskFault::missing);
  fs::create_symlink(folder / "elsewhere", folder / "link");
  CHECK(disk.create(folder / "link", "one").fault == DiskFault::exists);
  CHECK(!fs::exists(folder / "elsewhere"));
}

TEST_CASE("Text is put at the end of a file, which is made where there is none") {
  const Folder folder;
  CHECK(disk.append(folder / "a", "one\n").fault == DiskFault::none);
  CHECK(disk.append(folder / "a", "").fault == DiskFault::none);
  CHECK(disk.append(folder / "a", "two").fault == DiskFault::none);
  CHECK(disk.read(folder / "a", 100).text == "one\ntwo");
  REQUIRE(::chmod((folder / "a").c_str(), 0640) == 0);
  CHECK(disk.append(folder / "a", "!").fault == DiskFault::none);
  CHECK(fs::status(folder / "a").permissions() == static_cast<fs::perms>(0640));
  CHECK(disk.append(folder / "nowhere/a", "one").fault == DiskFault::missing);
  CHECK(disk.append(folder.path, "one").fault == DiskFault::not_a_file);
  CHECK(disk.append("/dev/null", "one").fault == DiskFault::not_a_file);
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  CHECK(disk.append(folder / "pipe", "one").fault != DiskFault::none);
  CHECK(disk.list(folder.path).entries.size() == 2);
}

TEST_CASE("A folder is made with those above it; one that is there is left as it is") {
  const Folder folder;
  CHECK(disk.make_folder(folder / "a/b//c").fault == DiskFault::none);
  CHECK(fs::is_directory(folder / "a/b/c"));
  folder.put("a/b/kept", "here");
  CHECK(disk.make_folder(folder / "a/b").fault == DiskFault::none);
  CHECK(disk.make_folder(folder / "a/b/").fault == DiskFault::none);
  CHECK(disk.read(folder / "a/b/kept", 100).text == "here");
  CHECK(disk.make_folder(folder / "a/b/kept").fault == DiskFault::exists);
  CHECK(disk.make_folder(folder / "a/b/kept/d").fault == DiskFault::exists);
  CHECK(disk.make_folder("/").fault == DiskFault::none);
}

TEST_CASE(
    "A staged text takes the place of its file, with its owner and mode, and of a link's file") {
  const Folder folder;
  folder.put("a.yaml", "old");
  fs::create_symlink(folder / "a.yaml", folder / "link.yaml");
  REQUIRE(::chmod((folder / "a.yaml").c_str(), 0640) == 0);
  const bool root = ::geteuid() == 0;
  if (root) REQUIRE(::chown((folder / "a.yaml").c_str(), 65534, 65534) == 0);
  {
    base::Staging staging = disk.stage(folder / "link.yaml", "old", "new");
    REQUIRE(staging.staged);
    CHECK(disk.read(folder / "a.yaml", 10).text == "old");
    CHECK(staging.staged->place().fault == DiskFault::none);
  }
  CHECK(disk.read(folder / "a.yaml", 10).text == "new");
  CHECK(fs::is_symlink(folder / "link.yaml"));
  struct stat info {};
  REQUIRE(::stat((folder / "a.yaml").c_str(), &info) == 0);
  CHECK((info.st_mode & 07777) == 0640);
  if (root) CHECK(info.st_uid == 65534);
  CHECK(disk.list(folder.path).entries.size() == 2);
}

TEST_CASE(
    "What nobody may write, has several names or has changed is refused, and nothing is left") {
  const Folder folder;
  folder.put("a.yaml", "old");
  const auto fault = [&](const char* before) {
    return disk.stage(folder / "a.yaml", before, "new").fault;
  };
  CHECK(fault("other") == DiskFault::changed);
  REQUIRE(::chmod((folder / "a.yaml").c_str(), 0440) == 0);
  CHECK(fault("old") == DiskFault::read_only);
  REQUIRE(::chmod((folder / "a.yaml").c_str(), 0640) == 0);
  fs::create_hard_link(folder / "a.yaml", folder / "b.yaml");
  CHECK(fault("old") == DiskFault::several_links);
  fs::remove(folder / "b.yaml");
  CHECK(disk.stage(folder / "none.yaml", "old", "new").fault == DiskFault::changed);
  CHECK(disk.stage(folder / "a.yaml", std::nullopt, "new").fault == DiskFault::exists);
  CHECK(disk.list(folder.path).entries.size() == 1);
}

TEST_CASE("Who saves while a text is staged keeps what was saved") {
  const Folder folder;
  folder.put("a.yaml", "old");
  {
    base::Staging staging = disk.stage(folder / "a.yaml", "old", "new");
    REQUIRE(staging.staged);
    // Another run cannot come in between.
    CHECK(disk.stage(folder / "a.yaml", "old", "other").fault == DiskFault::busy);
    folder.put("theirs", "old");
    fs::rename(folder / "theirs", folder / "a.yaml");
    CHECK(staging.staged->place().fault == DiskFault::changed);
  }
  CHECK(disk.read(folder / "a.yaml", 10).text == "old");
  CHECK(disk.list(folder.path).entries.size() == 1);
}

TEST_CASE("A new folder comes with all its files or not at all") {
  const Folder folder;
  const std::string path = folder / "new/ledger";
  const std::map<std::string, std::string> files{{"a", "1"}, {"tasks/b", "2"}, {"tasks/c/d", ""}};
  const auto names = [&] {
    std::string all;
    for (const auto& entry : fs::recursive_directory_iterator(folder / "new")) {
      all += entry.path().filename().string() + " ";
    }
    return all.size();
  };
  CHECK(disk.create_folder(path, files).fault == DiskFault::none);
  CHECK(disk.read(path + "/tasks/b", 10).text == "2");
  CHECK(disk.read(path + "/tasks/c/d", 10).fault == DiskFault::none);
  CHECK(names() == std::string("ledger a tasks b c d ").size());
  CHECK(disk.create_folder(path, {{"e", ""}}).fault == DiskFault::exists);
  CHECK(disk.read(path + "/e", 10).fault == DiskFault::missing);
  // What a killed run left is no part of the next one's.
  folder.put("new/.taizhang-more", "");
  CHECK(disk.create_folder(folder / "new/more", files).fault != DiskFault::none);
  fs::remove(folder / "new/.taizhang-more");
  fs::create_directories(folder / "new/.taizhang-more/x/y");
  CHECK(disk.create_folder(folder / "new/more/", files).fault == DiskFault::none);
  CHECK(disk.list(folder / "new/more").entries.size() == 2);
  // What cannot be written leaves nothing.
  CHECK(disk.create_folder(folder / "new/bad", {{"a", ""}, {"a/b", ""}}).fault != DiskFault::none);
  CHECK(disk.list(folder / "new").entries.size() == 2);
}

TEST_CASE("What a killed run left lying is taken over") {
  const Folder folder;
  folder.put("a.yaml", "old");
  folder.put(".taizhang-a.yaml", "half of a new te");
  {
    base::Staging staging = disk.stage(folder / "a.yaml", "old", "new");
    REQUIRE(staging.staged);
    CHECK(staging.staged->place().fault == DiskFault::none);
  }
  CHECK(disk.read(folder / "a.yaml", 10).text == "new");
  base::Staging fresh = disk.stage(folder / "c.yaml", std::nullopt, "text");
  REQUIRE(fresh.staged);
  CHECK(fresh.staged->place().fault == DiskFault::none);
  fresh.staged.reset();
  CHECK(disk.read(folder / "c.yaml", 10).text == "text");
  CHECK(disk.list(folder.path).entries.size() == 2);
}

TEST_SUITE_END();

}  // namespace base_real_disk_test
