// SPDX-License-Identifier: MIT
//
// Workflow commands of GitHub Actions, which become annotations beside the lines of a pull
// request: `::error file=…,line=…::message`. GitHub shows only the first ten of each severity a
// step, so errors come first. What it shows in its log is a terminal, so nothing in the data may
// steer one; what would end a command or a property is written as its number (`toCommandValue` and
// `escapeProperty` of @actions/core).
#include "base/text.h"
#include "check/rules.h"
#include "render/escape.h"
#include "render/findings.h"

namespace taizhang::render {

namespace {

std::string command(const source::Finding& finding, const FindingsView& view) {
  const source::SourceFile& file = view.file(finding.at);
  const source::Position begin = file.position(finding.at.begin);
  const source::Position end = file.position(finding.at.end);
  std::string title(finding.code);
  if (const check::Rule* rule = check::find_rule(finding.code)) {
    title += " " + std::string(rule->summary.in(view.language));
  }
  std::string result = "::" + std::string(severity_name(finding.severity)) +
                       " file=" + escape_github_property(clean_path(file.path)) +
                       ",line=" + std::to_string(begin.line) +
                       ",endLine=" + std::to_string(end.line);
  // Columns are only understood within one line.
  if (begin.line == end.line) {
    result += ",col=" + std::to_string(begin.column) + ",endColumn=" + std::to_string(end.column);
  }
  std::string message = finding.message.in(view.language);
  if (!finding.help.empty()) {
    const base::Bilingual help{"建议：", "Help: "};
    message += "\n" + std::string(help.in(view.language)) + finding.help.in(view.language);
  }
  return result + ",title=" + escape_github_property(title) + "::" + escape_github(message) + "\n";
}

}  // namespace

std::string findings_github(const FindingsView& view) {
  std::string result;
  for (const std::size_t i : worst_first(view.findings)) {
    result += command(view.findings[i], view);
  }
  return result;
}

}  // namespace taizhang::render
