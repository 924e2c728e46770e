// SPDX-License-Identifier: MIT
//
// GitLab's Code Quality report, a part of the Code Climate format
// (https://docs.gitlab.com/ci/testing/code_quality/): shown in merge requests.
#include <nlohmann/json.hpp>

#include "render/findings.h"
#include "render/findings_parts.h"
#include "render/json_text.h"

namespace taizhang::render {

std::string findings_gitlab(const FindingsView& view) {
  Json all = Json::array();
  for (const source::Finding& finding : view.findings) {
    const source::SourceFile& file = view.file(finding.at);
    const bool error = finding.severity == source::Severity::error;
    all.push_back({{"description", message_with_help(finding, view.language)},
                   {"check_name", finding.code},
                   {"fingerprint", finding.fingerprint},
                   {"severity", error ? "major" : "minor"},
                   {"location",
                    {{"path", clean_path(file.path)},
                     {"lines",
                      {{"begin", file.position(finding.at.begin).line},
                       {"end", file.position(finding.at.end).line}}}}}});
  }
  return json_text(all);
}

}  // namespace taizhang::render
