// SPDX-License-Identifier: MIT
#include "load/load.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "memory_disk.h"
#include "values.h"

namespace load_load_test {

using namespace taizhang;

namespace {

constexpr const char* plan_text =
    "schema: 1\nid: \"2023\"\ntitle: 重点任务\nperiod: {start: 2023-01-01, end: 2023-12-31}\n"
    "sections: [{no: 1, title: 招商引资}]\n";

std::string task_text(const std::string& item) {
  return "schema: 1\nitem: " + item +
         "\nsection: 1\ntitle: 甲\ndue: 2023-12-31\nstatus: in_progress\n";
}

test::MemoryDisk small_disk() {
  test::MemoryDisk disk;
  disk.files["tasks/units.yaml"] =
      "schema: 1\nunits: [{name: 市工信局, aliases: [工信局], type: government}]\n";
  disk.files["tasks/2023/plan.yaml"] = plan_text;
  disk.files["tasks/2023/001-a.yaml"] = task_text("1");
  disk.files["tasks/2023/002-b.yaml"] = task_text("2");
  return disk;
}

/// The path of the file that has the only fault.
std::string faulty_path(const model::Ledger& ledger) {
  REQUIRE(ledger.faults.size() == 1);
  return ledger.sources.at(ledger.faults[0].at.file).path;
}

}  // namespace

TEST_SUITE_BEGIN("load");

TEST_CASE("A sound ledger is read: registry, plan and tasks, each with its file") {
  const model::Ledger ledger = load::load(small_disk(), "tasks");
  CHECK(ledger.faults.empty());
  CHECK(ledger.faulty_files() == 0);
  REQUIRE(ledger.plans.size() == 1);
  const model::PlanFolder& plan = ledger.plans[0];
  CHECK(plan.id == "2023");
  CHECK(plan.tasks.size() == 2);
  const model::RegistryFile* registry = ledger.registry_of(plan);
  REQUIRE(registry != nullptr);
  CHECK(registry->find("市工信局") != nullptr);
  CHECK(registry->find("工信局") == nullptr);
  CHECK(*registry->find_alias("工信局")->name == "市工信局");
  CHECK(ledger.sources.at(plan.file).path == "tasks/2023/plan.yaml");
  CHECK(plan.tasks[0].item() == 1);
  CHECK(plan.tasks[1].item() == 2);
  CHECK(ledger.sources.at(plan.tasks[1].file).path == "tasks/2023/002-b.yaml");
  CHECK(*plan.section(1)->title == "招商引资");
  CHECK(plan.section(2) == nullptr);
}

TEST_CASE("Tasks come in the order of their items, not of their files' names") {
  test::MemoryDisk disk = small_disk();
  disk.files["tasks/2023/000-late.yaml"] = task_text("10");
  disk.files["tasks/2023/zz.yaml"] = task_text("0");
  const model::Ledger ledger = load::load(disk, "tasks");
  std::vector<int> items;
  for (const model::TaskFile& task : ledger.plans[0].tasks) items.push_back(*task.item());
  CHECK(items == std::vector<int>{0, 1, 2, 10});
}

TEST_CASE("A task whose item cannot be read is known by its file's number") {
  test::MemoryDisk disk = small_disk();
  disk.files["tasks/2023/014-cars.yaml"] = task_text("十四");
  disk.files["tasks/2023/cars.yaml"] = task_text("十五");
  const model::Ledger ledger = load::load(disk, "tasks");
  const auto& tasks = ledger.plans[0].tasks;
  REQUIRE(tasks.size() == 4);
  CHECK(tasks[2].item() == 14);
  CHECK_FALSE(tasks[3].item());  // neither the file nor its name has a number: last
}

TEST_CASE("A plan whose id cannot be read is known by its folder") {
  test::MemoryDisk disk = small_disk();
  disk.files["tasks/2023/plan.yaml"] = "id: [\n";
  const model::Ledger ledger = load::load(disk, "tasks");
  REQUIRE(ledger.plans.size() == 1);
  CHECK(ledger.plans[0].id == "2023");
  CHECK(ledger.plans[0].tasks.size() == 2);
}

TEST_CASE("A file that cannot be read is a fault of its own, and all others are read") {
  test::MemoryDisk disk = small_disk();
  SUBCASE("no permission") {
    disk.read_faults["tasks/2023/001-a.yaml"] = base::DiskFault::no_permission;
    const model::Ledger ledger = load::load(disk, "tasks");
    CHECK(faulty_path(ledger) == "tasks/2023/001-a.yaml");
    CHECK(ledger.faults[0].is<source::UnreadableFile>());
    CHECK(test::details(ledger.faults[0]).find("no permission") != std::string::npos);
    CHECK(ledger.plans[0].tasks.size() == 2);
    CHECK(ledger.plans[0].tasks[1].item() == 2);
    CHECK(*ledger.plans[0].tasks[1].task.title == "甲");
  }
  SUBCASE("a pipe") {
    disk.kinds["tasks/2023/003-c.yaml"] = base::EntryKind::other;
    const model::Ledger ledger = load::load(disk, "tasks");
    CHECK(faulty_path(ledger) == "tasks/2023/003-c.yaml");
    CHECK(test::details(ledger.faults[0]).find("no ordinary file") != std::string::npos);
  }
  SUBCASE("one byte too large") {
    std::string large = task_text("1");
    large += "#" + std::string(load::largest_file - large.size(), ' ');
    disk.files["tasks/2023/001-a.yaml"] = large;
    const model::Ledger ledger = load::load(disk, "tasks");
    CHECK(faulty_path(ledger) == "tasks/2023/001-a.yaml");
    CHECK(ledger.faults[0].is<source::OverLimit>());
    CHECK(test::details(ledger.faults[0]) == "the size in bytes / 4194304");
  }
}

TEST_CASE("Stray files, links and closed folders are faults and stop nothing") {
  test::MemoryDisk disk = small_disk();
  disk.files["tasks/notes.yaml"] = "a: [broken\n";
  disk.kinds["tasks/2023/link"] = base::EntryKind::link_to_folder;
  disk.files["tasks/closed/plan.yaml"] = plan_text;
  disk.read_faults["tasks/closed"] = base::DiskFault::no_permission;
  const model::Ledger ledger = load::load(disk, "tasks");
  // A stray file is not looked into: its own faults are nobody's concern.
  std::string faults;
  for (const source::Fault& fault : ledger.faults) {
    faults += ledger.sources.at(fault.at.file).path;
    if (fault.is<source::LinkedFolder>()) faults += " linked";
    if (fault.is<source::UnreadableFolder>()) faults += " unreadable";
    if (fault.is<source::StrayFile>()) faults += " stray";
    faults += "\n";
  }
  CHECK(faults == "tasks/2023/link linked\ntasks/closed unreadable\ntasks/notes.yaml stray\n");
  CHECK(ledger.faulty_files() == 3);
  CHECK(ledger.plans.size() == 1);
}

TEST_CASE("The faults of a file come in the order of their places, files in the order of paths") {
  test::MemoryDisk disk = small_disk();
  // The wrong type is seen while decoding, the duplicate while parsing, which is before.
  disk.files["tasks/2023/001-a.yaml"] = "summary: [甲]\n" + task_text("1") + "item: 2\n";
  disk.files["tasks/2023/002-b.yaml"] = task_text("2") + "foo: 1\n";
  const model::Ledger ledger = load::load(disk, "tasks");
  REQUIRE(ledger.faults.size() == 3);
  CHECK(ledger.faults[0].is<source::WrongType>());
  CHECK(ledger.faults[1].is<source::DuplicateKey>());
  CHECK(ledger.faults[2].is<source::UnknownKey>());
  CHECK(ledger.faulty_files() == 2);
}

TEST_CASE("Many files read by several threads give the same ledger each time") {
  test::MemoryDisk disk = small_disk();
  for (int i = 1; i <= 200; ++i) {
    disk.files["tasks/2023/" + std::to_string(1000 + i) + ".yaml"] =
        task_text(std::to_string(i)) + (i % 3 == 0 ? "foo: 1\n" : "");
  }
  const auto shown = [&] {
    const model::Ledger ledger = load::load(disk, "tasks");
    std::string text;
    for (const source::Fault& fault : ledger.faults) {
      text += ledger.sources.at(fault.at.file).path + " " + std::to_string(fault.at.begin) + "\n";
    }
    for (const model::TaskFile& task : ledger.plans[0].tasks) {
      text += std::to_string(*task.item()) + "@" + std::to_string(task.file) + " ";
    }
    return text;
  };
  const std::string first = shown();
  CHECK(std::count(first.begin(), first.end(), '\n') == 66);  // of 1 to 200, those by three
  for (int i = 0; i < 5; ++i) CHECK(shown() == first);
}

TEST_CASE("Of one file as many faults are told as the limit says, and where it was passed") {
  test::MemoryDisk disk = small_disk();
  std::string& task = disk.files["tasks/2023/001-a.yaml"];
  const auto size = static_cast<std::uint32_t>(task.size());
  // A blank at the end of each line, behind three of its five bytes.
  constexpr std::uint32_t before = 3;
  for (std::size_t i = 0; i <= load::most_faults; ++i) task += "#ab \n";
  const model::Ledger ledger = load::load(disk, "tasks");
  REQUIRE(ledger.faults.size() == load::most_faults + 1);
  CHECK(ledger.faults.front().is<source::Blanks>());
  CHECK(ledger.faults.front().at.begin == size + before);
  CHECK(ledger.faults.back().is<source::OverLimit>());
  CHECK(ledger.faults.back().at.begin == size + before + 5 * load::most_faults);
  CHECK(test::details(ledger.faults.back()) == "the faults of one file / 10000");
  CHECK_FALSE(ledger.is_whole(ledger.faults.back().at.file));
}

TEST_CASE("An empty file with a wrong name is a fault within its bounds") {
  test::MemoryDisk disk = small_disk();
  disk.files["tasks/2023/plan.yml"] = "";
  disk.files.erase("tasks/2023/plan.yaml");
  const model::Ledger ledger = load::load(disk, "tasks");
  REQUIRE(!ledger.faults.empty());
  CHECK(ledger.faults[0].is<source::MisnamedFile>());
  CHECK(ledger.faults[0].at.end == 0);
}

TEST_CASE("A task that is no map stands at the start of its file") {
  test::MemoryDisk disk = small_disk();
  disk.files["tasks/2023/001-a.yaml"] = "- &a a\n- *b\n";
  const model::Ledger ledger = load::load(disk, "tasks");
  const model::TaskFile& file = ledger.plans[0].tasks.front();
  CHECK(ledger.sources.at(file.file).path == "tasks/2023/001-a.yaml");
  CHECK(file.task.at == source::Span{file.file, 0, 0});
}

TEST_CASE("Texts that nobody needs are left out: those of sound tasks, and of no other file") {
  test::MemoryDisk disk = small_disk();
  disk.files["tasks/2023/002-b.yaml"] = task_text("zwei");
  const model::Ledger ledger =
      load::load(disk, "tasks", std::nullopt, source::Reader::plain, source::Texts::needed);
  REQUIRE(ledger.sources.size() == 4);
  for (const source::SourceFile& file : ledger.sources) {
    CAPTURE(file.path);
    CHECK(file.text.empty() == (file.path == "tasks/2023/001-a.yaml"));
  }
  CHECK(ledger.sources.at(ledger.plans[0].tasks[0].file)
            .line(ledger.plans[0].tasks[0].task.at.begin) == 1);
}

TEST_SUITE_END();

}  // namespace load_load_test
