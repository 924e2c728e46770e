// SPDX-License-Identifier: MIT
#include <nlohmann/json.hpp>

#include "render/findings.h"
#include "render/findings_parts.h"
#include "render/json_text.h"

namespace taizhang::render {

std::string findings_json(const FindingsView& view) {
  Json all = Json::array();
  for (const source::Finding& finding : view.findings) all.push_back(finding_json(finding, view));
  return json_text(all);
}

}  // namespace taizhang::render
