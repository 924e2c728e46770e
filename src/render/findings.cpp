// SPDX-License-Identifier: MIT
#include "render/findings.h"

#include <algorithm>

#include "base/text.h"

namespace taizhang::render {

namespace {

constexpr FindingFormat formats[] = {
    {"concise", findings_concise},
    {"full", findings_full},
    {"json", findings_json},
};
static_assert(std::is_sorted(std::begin(formats), std::end(formats),
                             [](const auto& a, const auto& b) { return a.name <= b.name; }));

}  // namespace

std::span<const FindingFormat> finding_formats() { return formats; }

base::Bilingual severity_word(source::Severity severity) {
  if (severity == source::Severity::error) return {"错误", "error"};
  return {"警告", "warning"};
}

std::string finding_line(const source::Finding& finding, const FindingsView& view) {
  const source::SourceFile& file = view.sources.at(finding.at.file);
  const source::Position at = file.position(finding.at.begin);
  const std::string severity = std::string(severity_word(finding.severity).in(view.language)) +
                               "[" + std::string(finding.code) + "]";
  const bool error = finding.severity == source::Severity::error;
  return view.style.bold(base::printable(file.path) + ":" + std::to_string(at.line) + ":" +
                         std::to_string(at.column) + ":") +
         " " + (error ? view.style.red(severity) : view.style.yellow(severity)) + ": " +
         base::printable(finding.message.in(view.language));
}

}  // namespace taizhang::render
