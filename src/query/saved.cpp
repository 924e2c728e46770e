// SPDX-License-Identifier: MIT
#include "query/saved.h"

#include <algorithm>

namespace taizhang::query {

using facts::Kind;

namespace {

constexpr SavedQuery table[] = {
    {"behind",
     {"落后：红灯、黄灯的任务，按牵头单位", "red and yellow tasks, by lead unit"},
     Kind::tasks,
     "light:red,yellow counted:yes",
     "item title light class completion due",
     "light",
     "lead"},
    {"late",
     {"迟报：报得迟的各期，迟几天", "periods that were reported late, and by how many days"},
     Kind::periods,
     "missing:no counted:yes",
     "item name end deadline reported days_late reporter",
     "-days_late"},
    {"miss",
     {"完不成：按预计到期完不成的约束性指标，差多少",
      "binding indicators that will miss their target by the forecast, and by how much"},
     Kind::indicators,
     "commitment:binding forecast.will_meet:no counted:yes",
     "item name promise value data_date forecast.value forecast.gap ratio lead",
     "ratio"},
    {"over",
     {"超额：超过目标的指标", "indicators above their target"},
     Kind::indicators,
     "completion>100 counted:yes",
     "item name promise value completion lead",
     "-completion"},
    {"owed",
     {"欠报：过了报送截止日还没有报的各期，按报送单位",
      "periods whose report has not come by its deadline, by reporter"},
     Kind::periods,
     "missing:yes counted:yes",
     "item name start end deadline",
     "deadline",
     "reporter"},
    {"pending",
     {"待定：待比较、待下达的指标", "indicators that are not yet compared, or have no target yet"},
     Kind::indicators,
     "class:not_compared",
     "item name promise class lead"},
    {"unmeasured",
     {"未量化：没有指标、节点的任务", "tasks without anything to measure"},
     Kind::tasks,
     "class:not_measured",
     "item title lead note"},
};
static_assert(std::ranges::is_sorted(table, {}, &SavedQuery::name));

}  // namespace

std::span<const SavedQuery> saved_queries() { return table; }

const SavedQuery* find_saved(std::string_view name) {
  for (const SavedQuery& one : table) {
    if (one.name == name || one.chinese() == name) return &one;
  }
  return nullptr;
}

}  // namespace taizhang::query
