// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "check/check.h"
#include "ledgers.h"
#include "load/load.h"
#include "model/rules.h"

namespace check_rule_setting_test {

using namespace taizhang;

namespace {

/// A value that cannot be right for a setting of this shape; empty where any may be.
template <class E>
std::string wrong(const model::Field<E, model::Given<base::Decimal>>& field) {
  return field.otherwise.value.starts_with('-') ? "" : "-1";
}
template <class E>
std::string wrong(const model::Field<E, model::Given<model::DeadlineDay>>&) {
  return "29";
}
template <class E>
std::string wrong(const model::Field<E, model::List<int>>&) {
  return "[500, 400]";
}
std::string wrong(const auto&) { return ""; }

/// How many findings the rule has where the plan has this setting.
int found(const std::string& setting) {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  disk.files.at("tasks/2024/plan.yaml") += "rules: {" + setting + "}\n";
  int count = 0;
  for (const source::Finding& finding : check::check(load::load(disk, "tasks"))) {
    count += finding.code == "E48";
  }
  return count;
}

}  // namespace

TEST_SUITE_BEGIN("check");

TEST_CASE("Every setting of the table is looked at, whatever group it is in") {
  int tried = 0;
  const auto look_at = [&](const auto& group) {
    using Group = std::remove_cvref_t<decltype(std::declval<model::Rules>().*group.member)>;
    if constexpr (std::is_base_of_v<model::Part, Group>) {
      const auto try_one = [&](const auto& field) {
        const std::string value = wrong(field);
        if (value.empty()) return;
        const std::string setting =
            std::string(group.key) + ": {" + std::string(field.key) + ": " + value + "}";
        CHECK_MESSAGE(found(setting) >= 1, setting);
        ++tried;
      };
      model::Fields<Group>::table.each(try_one);
    }
  };
  model::Fields<model::Rules>::table.each(look_at);
  CHECK(tried > 25);
  CHECK(found("deadlines: {week: 0}") == 1);
  CHECK(found("deadlines: {month: own-31}") == 0);
  CHECK(found("light: {green_points: -5}") == 0);
}

TEST_SUITE_END();

}  // namespace check_rule_setting_test
