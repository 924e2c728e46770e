// SPDX-License-Identifier: MIT
//
// JSON Lines (https://jsonlines.org): one finding a line, for `grep`, `jq` and log collectors.
#include <nlohmann/json.hpp>

#include "render/findings.h"
#include "render/findings_parts.h"

namespace taizhang::render {

std::string findings_json_lines(const FindingsView& view) {
  std::string result;
  for (const source::Finding& finding : view.findings) {
    const Json row = finding_json(finding, view);
    result += row.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  }
  return result;
}

}  // namespace taizhang::render
