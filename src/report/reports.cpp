// SPDX-License-Identifier: MIT
#include "report/reports.h"

#include <algorithm>

namespace taizhang::report {

namespace {

constexpr Report table[] = {
    {"bulletin",
     {"通报：达序和未达序，逐项点名", "the bulletin: on and off schedule, item by item"},
     bulletin},
    {"leader",
     {"领导清单：每位责任领导一张", "a sheet for each leader that tasks name"},
     leader_sheets,
     ReportDay::as_asked,
     {"责任领导（职务）", "a leader, by post"}},
    {"ledger", {"台账：每项指标一行的宽表", "the wide table, a row an indicator"}, ledger},
    {"matrix", {"分解表：各单位的目标和完成", "the targets of units and what they did"}, matrix},
    {"monthly",
     {"月调度：逐项说明和附件", "the month: item by item, with annexes"},
     monthly,
     ReportDay::month_end},
    {"order",
     {"督办单、提醒函：未办结的和建议的", "a sheet for each open order and each that is suggested"},
     order_sheets,
     ReportDay::as_asked,
     {"督办件的编号，如 14/o1", "the address of an order, such as 14/o1"}},
    {"unit",
     {"单位清单：每个单位一张", "a sheet for each unit"},
     unit_sheets,
     ReportDay::as_asked,
     {"单位", "a unit"}},
    {"weekly", {"周报：只写例外", "the week: exceptions only"}, weekly, ReportDay::week_end},
};
static_assert(std::ranges::adjacent_find(table, std::ranges::greater_equal{}, &Report::name) ==
                  std::end(table),
              "by name, each once");

}  // namespace

std::span<const Report> reports() { return table; }

}  // namespace taizhang::report
