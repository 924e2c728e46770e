// SPDX-License-Identifier: MIT
//
// What people type and paste, each with the one finding that it has and what must be said of it:
// the place is proved by the cases of the rules, the help here.
#include <doctest/doctest.h>

#include "base/text.h"
#include "ledgers.h"
#include "run.h"

using namespace taizhang;

TEST_SUITE_BEGIN("findings");

namespace {

namespace helps {

struct Told {
  const char* file;
  const char* from;
  const char* to;
  const char* code;
  const char* help;
};

const std::string folder = "tasks/";
const char* const pipes = "2024/001-water-pipes.yaml";
const char* const schools = "2024/002-kindergartens.yaml";
const char* const plan = "2024/plan.yaml";
const char* const units = "units.yaml";

test::MemoryDisk with(const Told& slip) {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  std::string& text = disk.files.at(folder + slip.file);
  const std::size_t at = text.find(slip.from);
  REQUIRE(at != text.npos);
  text.replace(at, std::string_view(slip.from).size(), slip.to);
  return disk;
}

test::Outcome checked(const test::MemoryDisk& disk, const std::string& options) {
  return test::run(test::arguments_of(
                       "check --as-of 2024-07-20 --ignore E46,W03,W13,W15,W16,W17,W18 " + options),
                   disk);
}

void expect(const Told& slip) {
  CAPTURE(std::string(slip.to));
  const test::MemoryDisk disk = with(slip);
  const std::string lines = checked(disk, "--format concise").out;
  CAPTURE(lines);
  std::string codes;
  for (const std::string_view line : base::split(lines, '\n')) {
    const std::size_t open = line.find('[');
    if (line.starts_with(folder) && open != line.npos)
      codes += std::string(line.substr(open + 1, 3)) + " ";
  }
  CHECK(codes == std::string(slip.code) + " ");
  const std::string full = checked(disk, "--format full").out;
  CAPTURE(full);
  CHECK(full.find(slip.help) != full.npos);
}

}  // namespace helps

}  // namespace

TEST_CASE(
    "helps: a text that is no number is told what one looks like, and only a unit goes to unit") {
  const char* const from = "target: 40\n";
  for (const char* text : {"1/3", "3.3、4.4", "12/15", "3:1", "0x1F", "30±1", "30多", "30+"}) {
    helps::expect({helps::pipes, from, ("target: " + std::string(text) + "\n").c_str(), "E11",
                   "写一个数，如 12 或 -3.5"});
  }
  for (const auto& [text, help] :
       {std::pair("12家", "unit 是“公里”：按它写一个数，不写“家”"),
        std::pair("1,500万元", "unit 是“公里”：按它写一个数，不写“万元”")}) {
    helps::expect(
        {helps::pipes, from, ("target: " + std::string(text) + "\n").c_str(), "E11", help});
  }
}

TEST_CASE("helps: each says what to write") {
  using namespace helps;
  const std::string reading =
      "      - {id: r2, date: 2024-06-30, value: 2, reported: 2024-07-09, by: 县教育局}\n";
  const std::string twice = reading + reading;
  const Told told[] = {
      {schools, "value: 1,", "value: 30余,", "E11", "这里没有 qualifier"},
      {schools, "value: 1,", "value: 3.3左右,", "E11", "写实际的数，如 3.3"},
      {pipes, "due: 2024-07-31", "due: 2024-11-31", "E12", "最后一天是 2024-11-30"},
      {pipes, "due: 2024-07-31", "due: 2024-11", "E12", "最后一天是 2024-11-30"},
      {pipes, "due: 2024-07-31", "due: 长期", "E12", "写具体的日子"},
      {pipes, "status: in_progress", "status: 进行中", "E13", "是不是“in_progress”"},
      {pipes, "qualifier: at_least", "qualifier: ≥", "E13", "是不是“at_least”"},
      {pipes, "frequency: quarter", "frequency: 季报", "E13", "是不是“quarter”"},
      {units, "type: company", "type: 镇", "E13", "是不是“township”"},
      {plan, "doc_no:", "发文字轨:", "E07", "写成 # 开头的备注"},
      {plan, "  closers:", "closers:", "E07", "是职责分工的键"},
      {units, "县教育局, type: government", "县教育局, type: government, lead: 甲", "E07",
       "内容放错了文件"},
      {schools, reading.c_str(), twice.c_str(), "E06", "是粘贴了两遍的，留一遍"},
      {pipes, "support: [县发改局]", "support: [县发改局] # taizhang：ignore[W04] 理由", "W10",
       "写成 # taizhang: ignore[W04]"},
      {pipes, "改造城区供水", "改造\u200b城区供水", "E02", "删去它"},
      {pipes, "改造城区供水", "改造\u200b城区供水", "E02",
       "“造▯城”的 ▯ 处有看不见的字符（U+200B）"},
      {pipes, "改造城区供水管网", "????????", "E02", "照原文重新写"},
      {units, "县城投公司", "县城技公司", "E24", "名录没有错，各处改成“县城技公司”"},
  };
  for (const Told& slip : told) expect(slip);
}

TEST_CASE("helps: a file that may meet --where and cannot be read is looked at") {
  using namespace helps;
  const std::tuple<const char*, const char*, const char*> slips[] = {
      {"lead: [县水务局, 县城投公司]", "lead: [县水务局, 县城投公司", "lead:县水务局"},
      {"section: 1", "section: １", "section:1"},
      {"\ndue: 2024-12-31", "\ndue: 年底", "due<=2024-12-31"},
      {"schema: 1", "\xff\xfe\xff", "section:2"},
  };
  for (const auto& [from, to, where] : slips) {
    CAPTURE(std::string(where));
    const test::Outcome outcome =
        checked(with({pipes, from, to, "", ""}), "--where " + std::string(where));
    CHECK(outcome.exit == 1);
  }
  // It is shown, and --fix leaves it: nobody knows whether its task was meant.
  const test::MemoryDisk unclear = with({pipes, "section: 1", "section: １", "", ""});
  CHECK(checked(unclear, "--fix --where section:1").exit == 1);
  CHECK(unclear.written.empty());
  const test::MemoryDisk clear = with({pipes, "schema: 1\n", "schema: 1  \n", "", ""});
  CHECK(checked(clear, "--fix --where section:2").exit == 0);
  CHECK(clear.written.empty());
  checked(clear, "--fix --where section:1");
  CHECK(clear.written.size() == 1);
  // A fault that has nothing to do with it is none of this question's.
  CHECK(checked(with({pipes, "frequency: quarter", "frequency: q", "", ""}), "--where section:2")
            .exit == 0);
}

TEST_SUITE_END();
