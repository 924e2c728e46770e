// SPDX-License-Identifier: MIT
#include <nlohmann/json.hpp>

#include "render/findings.h"
#include "render/findings_parts.h"
#include "render/json_text.h"

namespace taizhang::render {

std::string findings_json(const FindingsView& view) {
  const std::vector<std::string> fingerprints = check::fingerprints(view.findings, view.ledger);
  Json all = Json::array();
  for (std::size_t i = 0; i < view.findings.size(); ++i) {
    all.push_back(finding_json(view.findings[i], fingerprints[i], view));
  }
  return json_text(all);
}

}  // namespace taizhang::render
