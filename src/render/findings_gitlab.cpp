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
  const std::vector<std::string> fingerprints = check::fingerprints(view.findings, view.ledger);
  Json all = Json::array();
  for (std::size_t i = 0; i < view.findings.size(); ++i) {
    const source::Finding& finding = view.findings[i];
    const source::SourceFile& file = view.file(finding.at);
    const bool error = finding.severity == source::Severity::error;
    all.push_back({{"description", message_with_help(finding, view.language)},
                   {"check_name", finding.code},
                   {"fingerprint", fingerprints[i]},
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
