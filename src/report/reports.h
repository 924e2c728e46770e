// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

#include "report/report.h"

namespace taizhang::report {

/// A report that is sent out: `report NAME`.
struct Report {
  std::string_view name;
  base::Bilingual about;
  Document (*make)(const Asked&);
};

/// Every one of them, by name.
std::span<const Report> reports();

}  // namespace taizhang::report
