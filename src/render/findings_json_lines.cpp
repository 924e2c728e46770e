// SPDX-License-Identifier: MIT
//
// JSON Lines (https://jsonlines.org): one finding a line, for `grep`, `jq` and log collectors.
#include <nlohmann/json.hpp>

#include "render/findings.h"
#include "render/findings_parts.h"

namespace taizhang::render {

std::string findings_json_lines(const FindingsView& view) {
  const std::vector<std::string> fingerprints = check::fingerprints(view.findings, view.ledger);
  std::string result;
  for (std::size_t i = 0; i < view.findings.size(); ++i) {
    const Json row = finding_json(view.findings[i], fingerprints[i], view);
    result += row.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  }
  return result;
}

}  // namespace taizhang::render
