// SPDX-License-Identifier: MIT
//
// A county from nothing to its first report, with no file opened by hand: a table, forms, a
// correction, the weekly. Each step changes only what was said.
#include <doctest/doctest.h>

#include <algorithm>

#include "base/text.h"
#include "intake/filled.h"
#include "run.h"

namespace first_month_test {

using namespace taizhang;
using intake::FormColumn;

TEST_SUITE_BEGIN("start");

namespace {

const std::string table =
    "甲县2024年重点任务,,,,,\n"
    "序号,重点任务,年度目标,牵头单位,责任单位,完成时限\n"
    "一、城乡建设,,,,,\n"
    "1,改造供水管网,改造管网40公里以上,县水务局,县发改局,年底前\n"
    "2,建设公共充电桩,新建公共充电桩221个,县发改局,县住建局、县供电公司,年底前\n"
    "3,修建农村公路,新改建农村公路120公里,县交通局,,11月底前\n"
    "4,治理黑臭水体,治理黑臭水体12处,县水务局,,年底前\n"
    "5,建设口袋公园,新建口袋公园5处、改造3处,县住建局,,年底前\n"
    "二、民生保障,,,,,\n"
    "6,新增学位,新建幼儿园3所,县教育局,,年底前\n"
    "7,新增就业,城镇新增就业4200人以上,县人社局,,全年\n"
    "8,完善养老服务,新增护理床位200张,县民政局,,年底前\n"
    "9,提升医保覆盖,基本医保参保率不低于95%,县医保局,,全年\n"
    "三、产业发展,,,,,\n"
    "10,培育高新技术企业,新增高新技术企业30家以上,县科技局,,年底前\n"
    "11,扩大招商引资,力争新签约项目40个以上,县招商局,,年底前\n"
    "12,守牢安全底线,生产安全事故不超过12起,县应急局,,常态化\n";

class County {
 public:
  test::MemoryDisk disk;

  test::Outcome run(const std::string& line) {
    test::World world;
    world.today = "2024-10-03";
    const auto before = disk.files;
    const test::Outcome outcome = test::run(test::arguments_of(line), disk, world);
    removed = added = files = 0;
    for (const auto& [path, text] : disk.written) {
      const auto old = before.find(path);
      ++files;
      if (old != before.end()) compare(old->second, text);
      disk.files[path] = text;
    }
    disk.written.clear();
    return outcome;
  }

  // Of the last step: lines of files that were there, and how many files it wrote.
  int removed = 0, added = 0, files = 0;

 private:
  void compare(const std::string& before, const std::string& after) {
    std::multiset<std::string_view> left;
    for (std::string_view line : base::split(after, '\n')) left.insert(line);
    for (std::string_view line : base::split(before, '\n')) {
      const auto same = left.find(line);
      if (same == left.end())
        ++removed;
      else
        left.erase(same);
    }
    added += static_cast<int>(left.size());
  }
};

}  // namespace

TEST_CASE("From an empty folder to the weekly of September without opening a file") {
  County county;
  county.disk.files["table.csv"] = table;
  const test::Outcome begun = county.run("import table.csv --new . --year 2024 --yes");
  CAPTURE(begun.err);
  REQUIRE(begun.exit == 0);
  CHECK(begun.out.find("没有收进来") == begun.out.npos);
  const test::Outcome sound = county.run("check --select E");
  CAPTURE(sound.out);
  CHECK(sound.exit == 0);

  CHECK(county.run("form --period 2024-09 --format csv forms").exit == 0);
  CHECK(county.files >= 10);
  // Every unit writes half of its target, or for a rate what it is, into the one cell.
  int filled = 0;
  std::string forms;
  for (auto& [path, text] : county.disk.files) {
    if (!path.starts_with("forms/")) continue;
    forms += " " + path;
    std::vector<std::string> lines;
    for (std::string_view line : base::split(text, '\n')) {
      std::vector<std::string> cells;
      for (std::string_view cell : base::split(line, ',')) cells.emplace_back(cell);
      const auto value = static_cast<std::size_t>(FormColumn::value);
      const bool asked = cells.size() > value && cells[0].find("/n") != std::string::npos;
      if (asked) {
        cells[value] = cells[0] == "9/n1" ? "95.5" : std::to_string(++filled);
        cells[static_cast<std::size_t>(FormColumn::done)] = "按计划推进";
      }
      lines.push_back(base::joined(cells, ","));
    }
    text = base::joined(lines, "\n");
  }
  CHECK(filled >= 12);
  const test::Outcome taken = county.run("import" + forms + " --yes");
  CAPTURE(taken.out);
  CHECK(taken.exit == 0);
  // A list of readings has its key and its first line, so has progress.
  CHECK(county.removed == 0);
  CHECK(county.added <= 4 * (filled + 1));

  const test::Outcome corrected =
      county.run("record 2/n1 96 --date 2024-09-30 --corrects r1 --reason 漏计 --yes");
  CAPTURE(corrected.err);
  CHECK(corrected.exit == 0);
  CHECK(county.removed == 0);
  CHECK(county.added == 1);
  CHECK(county.files == 1);

  // The week in which the figures of September came in; a weekly is of its Sunday.
  const test::Outcome weekly = county.run("report weekly --as-of 2024-10-06");
  CHECK(weekly.exit == 0);
  for (const char* said : {"甲县2024年重点任务", "建设公共充电桩", "96"}) {
    const bool is_said = weekly.out.find(said) != weekly.out.npos;
    CHECK_MESSAGE(is_said, said);
  }
  const test::Outcome shown = county.run("show 2 --as-of 2024-10-03");
  CHECK(shown.out.find("96") != shown.out.npos);
  CHECK(shown.out.find("漏计") != shown.out.npos);
  CHECK(county.run("check --select E").exit == 0);
}

TEST_SUITE_END();

}  // namespace first_month_test
