// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "render/template.h"

namespace taizhang::render {

/// A format that reports come in: its template ending, and how data is made inert in it.
struct ReportFormat {
  std::string_view name;  ///< also the ending of an output file
  Escape escape;
  /// What is done to the whole text at the end.
  std::string (*finish)(std::string text);
};

/// Every format of `report`, by name.
std::span<const ReportFormat> report_formats();

}  // namespace taizhang::render
