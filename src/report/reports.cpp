// SPDX-License-Identifier: MIT
#include "report/reports.h"

#include <algorithm>

namespace taizhang::report {

namespace {

constexpr Report table[] = {
    {"weekly", {"周报：只写例外", "the week: exceptions only"}, weekly},
};
static_assert(std::ranges::adjacent_find(table, std::ranges::greater_equal{}, &Report::name) ==
                  std::end(table),
              "by name, each once");

}  // namespace

std::span<const Report> reports() { return table; }

}  // namespace taizhang::report
