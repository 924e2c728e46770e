// SPDX-License-Identifier: MIT
//
// The ledger that the project ships: what the notice says is a fact, and nothing is invented.
#include <doctest/doctest.h>

#include <set>

#include "check/check.h"
#include "ledgers.h"
#include "load/load.h"
#include "run.h"

using namespace taizhang;

TEST_SUITE_BEGIN("ledger");

namespace {

model::Ledger shipped() {
  const test::MemoryDisk disk = test::disk_with_ledger("qingzhou");
  return load::load(disk, "tasks");
}

}  // namespace

TEST_CASE("the shipped ledger has no error, and nobody can help its warnings") {
  const model::Ledger ledger = shipped();
  std::multiset<std::string> others;
  for (const source::Finding& finding : check::check(ledger)) {
    CAPTURE(finding.message.in(base::Language::en));
    // Some items promise nothing that could be measured.
    if (finding.code == "W02") continue;
    const std::string& path = ledger.sources.at(finding.at.file).path;
    others.insert(path.substr(std::string("tasks/2023/").size(), 3) + " " +
                  std::string(finding.code));
  }
  // Where the stocks and rates stood at the start was never published; item 6 went far over.
  CHECK(others == std::multiset<std::string>{"003 W03", "006 W03", "006 W05", "026 W03", "027 W03",
                                             "033 W03", "040 W03", "047 W03", "047 W03",
                                             "073 W03"});
}

TEST_CASE("it has the 85 items and 12 sections of the notice, three of them mechanisms") {
  const model::Ledger ledger = shipped();
  REQUIRE(ledger.plans.size() == 1);
  const model::PlanFolder& plan = ledger.plans[0];
  CHECK(plan.id == "2023");
  CHECK(plan.plan.sections.size() == 12);
  REQUIRE(plan.tasks.size() == 85);
  // The last item of each section, as the notice is printed.
  const int last_items[] = {9, 19, 30, 40, 41, 48, 50, 58, 70, 79, 82, 85};
  int section = 1;
  for (int item = 1; item <= 85; ++item) {
    const model::TaskFile& task = plan.tasks[static_cast<std::size_t>(item - 1)];
    CAPTURE(item);
    CHECK(task.item() == item);
    CHECK(*task.task.section == section);
    CHECK(task.task.mechanism.value_or(false) == (item >= 83));
    CHECK(task.task.lead.items.empty() == (item >= 83));
    // An item without a measure says why it has none.
    if (task.task.indicators.empty() && task.task.milestones.empty()) CHECK(task.task.note);
    if (item == last_items[section - 1]) ++section;
  }
}

TEST_CASE("every promised number is quoted from the notice, digit for digit") {
  const model::Ledger ledger = shipped();
  for (const model::TaskFile& file : ledger.plans[0].tasks) {
    for (const model::Indicator& indicator : file.task.indicators) {
      CAPTURE(*file.task.item);
      CAPTURE(*indicator.id);
      REQUIRE(indicator.quote);
      const bool in_words = indicator.quote->find("一个") != std::string::npos ||
                            indicator.quote->find("全覆盖") != std::string::npos;
      // Item 72 promises to be above the average of the province, which has no number.
      const std::string promised =
          indicator.target ? indicator.target->number->text() : std::string("全省平均");
      CHECK((in_words || indicator.quote->find(promised) != std::string::npos));
    }
  }
}

TEST_CASE("the qualifier and the commitment are those of the words that are quoted") {
  const auto has = [](const std::string& text, std::initializer_list<const char*> words) {
    for (const char* word : words) {
      if (text.find(word) != std::string::npos) return true;
    }
    return false;
  };
  const model::Ledger ledger = shipped();
  for (const model::TaskFile& file : ledger.plans[0].tasks) {
    for (const model::Indicator& indicator : file.task.indicators) {
      CAPTURE(*file.task.item);
      CAPTURE(*indicator.id);
      const std::string& quote = *indicator.quote;
      switch (*indicator.qualifier) {
        case model::Qualifier::at_least:
          CHECK(has(quote, {"以上", "不少于", "余"}));
          break;
        case model::Qualifier::exceed:
          CHECK(has(quote, {"突破", "超过"}));
          break;
        case model::Qualifier::about:
          CHECK(has(quote, {"左右"}));
          break;
        case model::Qualifier::reach:
          CHECK(has(quote, {"达到", "全覆盖"}));
          break;
        case model::Qualifier::at_most:
          CHECK(has(quote, {"不超过", "以内", "控制在"}));
          break;
        case model::Qualifier::below:
          CHECK(has(quote, {"低于"}));
          break;
        case model::Qualifier::exactly:
          CHECK(!has(quote, {"突破", "超过", "左右", "不少于"}));
          break;
      }
      if (has(quote, {"力争", "争取", "争创"})) {
        CHECK(*indicator.commitment == model::Commitment::strive);
      }
    }
  }
}

TEST_CASE("only what is publicly known is entered, each with its source") {
  int readings = 0;
  std::set<int> remarks;
  const model::Ledger ledger = shipped();
  for (const model::TaskFile& file : ledger.plans[0].tasks) {
    for (const model::Indicator& indicator : file.task.indicators) {
      for (const model::Reading& reading : indicator.readings) {
        ++readings;
        CHECK(*file.task.item == 6);
        CHECK(reading.extras->source.title);
        CHECK(reading.extras->source.note);
      }
    }
    for (const model::Progress& progress : file.task.progress) {
      remarks.insert(*file.task.item);
      CHECK(progress.source.title);
    }
    CHECK(file.task.issues.empty());
    CHECK(file.task.inspections.empty());
    CHECK(file.task.orders.empty());
    CHECK(file.task.changes.empty());
    for (const model::Milestone& milestone : file.task.milestones) CHECK(!milestone.done);
  }
  CHECK(readings == 2);
  CHECK(remarks == std::set<int>{5, 11, 18});
}

TEST_CASE("a second plan of another county stands beside it without a change of code") {
  test::MemoryDisk disk = test::disk_with_ledger("qingzhou");
  disk.mount(test::cases_folder() + "/ledgers/linshui", "tasks/linshui");
  const model::Ledger ledger = load::load(disk, "tasks");
  REQUIRE(ledger.plans.size() == 2);
  REQUIRE(ledger.registries.size() == 2);
  CHECK(check::check(ledger).size() == check::check(shipped()).size());

  const test::Outcome list = test::run({"list", "--format", "csv", "--as-of", "2024-07-12"}, disk);
  CHECK(list.exit == 0);
  CHECK(list.out.find("\n'2023/85,") != std::string::npos);
  CHECK(list.out.find("\nlinshui-2024/1,") != std::string::npos);
  CHECK(test::run({"show", "linshui-2024/2"}, disk).exit == 0);
  // Item 1 is in both plans, and the error says how to tell them apart.
  const test::Outcome both = test::run({"show", "1"}, disk);
  CHECK(both.exit == 2);
  CHECK(both.err.find("linshui-2024/1") != std::string::npos);
  const test::Outcome report = test::run({"report", "weekly", "--as-of", "2024-07-12"}, disk);
  CHECK(report.exit == 0);
  // That of 2023 is over and settled: the paper is of the other, and says so.
  CHECK(report.out.find("\n临水县2024年重点工作任务（虚构）\n") != std::string::npos);
  CHECK(report.out.find("不在本期之列：") != std::string::npos);
  // Each plan's units are those of its own registry.
  CHECK(test::run({"list", "--plan", "linshui-2024", "--unit", "市科技局"}, disk).exit == 2);
  CHECK(test::run({"list", "--unit", "市科技局"}, disk).exit == 0);
}

TEST_SUITE_END();
