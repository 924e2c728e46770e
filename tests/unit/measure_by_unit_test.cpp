// SPDX-License-Identifier: MIT
//
// Units that each have their own target: what one that is over, silent or gone makes of the whole.
#include <doctest/doctest.h>

#include <string>

#include "measure/score.h"
#include "measured.h"

namespace taizhang {
namespace {

using test::figure;

/// Towns, of which 丙镇 became one with 乙镇 and 丁镇 with 戊镇 the new 新镇.
test::Measured towns(const std::string& indicator, const std::string& as_of,
                     const std::string& plan = "") {
  test::MemoryDisk disk = test::disk_with_task(
      "indicators:\n  - {id: a, name: 桩, commitment: binding, " + indicator + "}\n", {"", plan});
  disk.files["tasks/units.yaml"] =
      "schema: 1\nunits:\n  - {name: 市工信局, type: government}\n"
      "  - {name: 市发改局, type: government}\n"
      "  - {name: 甲镇, type: township}\n  - {name: 乙镇, type: township}\n"
      "  - {name: 丙镇, type: township, valid: {to: 2023-08-31}, status: merged, successor: 乙镇}\n"
      "  - {name: 丁镇, type: township, valid: {to: 2023-08-31}, status: merged, successor: 新镇}\n"
      "  - {name: 戊镇, type: township, valid: {to: 2023-08-31}, status: merged, successor: 新镇}\n"
      "  - {name: 新镇, type: township, valid: {from: 2023-09-01}}\n"
      "  - {name: 旧镇, type: township, valid: {to: 2023-08-31}, status: renamed, successor: "
      "改镇}\n"
      "  - {name: 改镇, type: township, valid: {from: 2023-09-01}}\n";
  return test::measured(disk, as_of);
}

std::string score(const test::Measured& all) {
  return figure(measure::score_task(all.plan, all.task()).base.value, 0);
}

std::string met(const test::Measured& all) {
  const auto is = all.indicator().is_met();
  return !is ? "unknown" : *is ? "yes" : "no";
}

/// 乙镇 80/100 …, the units with their targets and values.
std::string units(const test::Measured& all) {
  std::string text;
  for (const measure::UnitFigures& unit : all.indicator().units) {
    if (!text.empty()) text += ", ";
    text +=
        unit.unit + " " + (unit.value() ? unit.value()->text() : "—") + "/" + unit.target->text();
  }
  return text;
}

const std::string held =
    "kind: ratio, unit: \"%\", qualifier: at_least, trajectory: {type: hold}, ";

}  // namespace

TEST_SUITE_BEGIN("measure");

TEST_CASE("An allowance that one unit has broken is lost for the whole, and at once") {
  const auto of_second = [](const std::string& value) {
    return towns(
        "kind: cumulative, unit: 起, qualifier: at_most, aggregate: each, targets: {甲镇: 12, "
        "乙镇: 4}, readings: [{id: r1, date: 2023-06-30, values: {甲镇: 6, 乙镇: " +
            value + "}}]",
        "2023-06-30");
  };
  // Half a year allows 2 of 4 (1.98, rounded up): 4 is too fast, 5 is over.
  CHECK(score(of_second("4")) == "50");
  CHECK_FALSE(of_second("4").indicator().settled);
  const test::Measured over = of_second("5");
  CHECK(over.indicator().broken);
  CHECK(over.indicator().settled);
  CHECK(score(over) == "0");
}

TEST_CASE("That those who have reported are good says nothing of one who never has") {
  const auto of_first = [](const std::string& value) {
    return towns(held +
                     "targets: {甲镇: 90, 乙镇: 90, 丁镇: 90}, readings: [{id: r1, date: "
                     "2023-06-30, values: {甲镇: " +
                     value + ", 丁镇: 90}}]",
                 "2023-06-30", "issued: 2023-06-01\n");
  };
  const test::Measured good = of_first("99");
  CHECK(met(good) == "unknown");
  CHECK(good.indicator().units_heard() == 2);
  CHECK(figure(good.indicator().completion, 2) == "1.00");  // of the two that are known
  CHECK_FALSE(good.task().completion.value);                // 部分未报送
  CHECK(good.task().completion.known == 0);
  CHECK(good.task().completion.all == 1);
  CHECK(model::name(good.indicator().light()) == "grey");
  const measure::TaskScore of_good = measure::score_task(good.plan, good.task());
  CHECK_FALSE(of_good.base.value);
  CHECK(of_good.base.known == 0);
  CHECK(of_good.base.all == 1);
  // That one of them is behind is enough: 72 of 90.
  const test::Measured behind = of_first("72");
  CHECK(met(behind) == "no");
  CHECK(score(behind) == "80");
  // All have reported.
  const test::Measured all = towns(
      held + "targets: {甲镇: 90}, readings: [{id: r1, date: 2023-06-30, values: {甲镇: 99}}]",
      "2023-06-30");
  CHECK(met(all) == "yes");
  CHECK(all.task().completion.known == 1);
  CHECK(score(all) == "100");
}

TEST_CASE("After a merger rates are not added: a unit keeps its own, a new one has the hardest") {
  const std::string rates =
      held +
      "targets: {乙镇: 90, 丙镇: 80, 丁镇: 70, 戊镇: 75, 旧镇: 60}, readings: [{id: r1, date: "
      "2023-07-31, values: {乙镇: 85, 丙镇: 75, 丁镇: 71, 戊镇: 76, 旧镇: 61}}]";
  CHECK(units(towns(rates, "2023-08-31")) ==
        "乙镇 85/90, 丙镇 75/80, 丁镇 71/70, 戊镇 76/75, 旧镇 61/60");
  const test::Measured merged = towns(rates, "2023-09-01", "issued: 2023-07-01\n");
  CHECK(units(merged) == "乙镇 85/90, 新镇 —/75, 改镇 61/60");
  // What the two had reported of July is reported.
  CHECK(merged.indicator().reports.missing.empty());
  CHECK(merged.indicator().units_heard() == 2);
}

TEST_CASE("A unit that has met its own for good owes nothing more, the others do") {
  const test::Measured all = towns(
      "kind: cumulative, unit: 个, qualifier: at_least, aggregate: each, targets: {甲镇: 10, "
      "乙镇: 20}, readings: [{id: r1, date: 2023-01-31, values: {甲镇: 10, 乙镇: 19}}, "
      "{id: r2, date: 2023-02-28, values: {乙镇: 19}}]",
      "2023-04-10");
  // 乙镇 alone owed February and March; March has not come.
  const auto& missing = all.indicator().reports.missing;
  REQUIRE(missing.size() == 1);
  CHECK(base::iso(missing[0].end) == "2023-03-31");
  CHECK(missing[0].units == std::vector<std::string>{"乙镇"});
}

TEST_SUITE_END();

}  // namespace taizhang
