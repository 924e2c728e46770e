// SPDX-License-Identifier: MIT
#include "render/findings.h"

namespace taizhang::render {

std::string findings_concise(const FindingsView& view) {
  std::string result;
  for (const source::Finding& finding : view.findings) {
    result += finding_line(finding, view) + "\n";
  }
  return result;
}

}  // namespace taizhang::render
