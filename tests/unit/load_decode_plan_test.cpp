// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "load/decode.h"
#include "model/plan.h"
#include "model/unit.h"
#include "values.h"

namespace load_decode_plan_test {

using namespace taizhang;
using test::details;
using test::piece;

TEST_SUITE_BEGIN("load");

TEST_CASE("A plan is decoded with its rules") {
  yaml::Document document = yaml::parse(
      "schema: 1\nid: \"2023\"\ntitle: 重点任务\nperiod: {start: 2023-01-01, end: 2023-12-31}\n"
      "sections: [{no: 1, title: 招商引资}]\n"
      "policies: [{title: 意见, date: 2022-08}]\n"
      "rules: {about: {percent_below: 20}, counting_units: [家, 个], stale: {month: [45, 75]}}\n",
      0);
  model::Plan plan(source::start_of(0));
  std::vector<source::Fault> faults = document.faults;
  load::decode(document, 0, plan, faults);
  CHECK(faults.empty());
  CHECK(*plan.id == "2023");
  CHECK(base::iso(*plan.period.end) == "2023-12-31");
  CHECK(plan.policies[0].date->text == "2022-08");
  CHECK(plan.rules.about.percent_below->text() == "20");
  CHECK(plan.rules.counting_units.items.size() == 2);
  CHECK(*plan.rules.stale.month.items.at(1) == 75);
}

TEST_CASE("A registry is decoded unit by unit") {
  yaml::Document document = yaml::parse(
      "schema: 1\nunits:\n"
      "  - {name: 市市场监管局, type: government, aliases: [市场局], valid: {from: 2019-01-01}}\n"
      "  - {name: 市园林绿化中心, type: institute}\n",
      0);
  model::Registry registry(source::start_of(0));
  std::vector<source::Fault> faults = document.faults;
  load::decode(document, 0, registry, faults);
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].is<source::NotInList>());
  CHECK(details(faults[0]).ends_with(" / institution"));
  REQUIRE(registry.units.size() == 2);
  CHECK(*registry.units[0].name == "市市场监管局");
  CHECK(*registry.units[0].aliases.items.at(0) == "市场局");
}

TEST_SUITE_END();

}  // namespace load_decode_plan_test
