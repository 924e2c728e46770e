// SPDX-License-Identifier: MIT
#include "render/findings.h"
#include "render/json_text.h"
#include "report/json.h"

namespace taizhang::render {

namespace {

report::Json place(source::Span at, const source::Sources& sources) {
  const source::SourceFile& file = sources.at(at.file);
  const source::Position begin = file.position(at.begin);
  const source::Position end = file.position(at.end);
  return {{"path", file.path},
          {"line", begin.line},
          {"column", begin.column},
          {"end_line", end.line},
          {"end_column", end.column}};
}

}  // namespace

std::string findings_json(const FindingsView& view) {
  report::Json all = report::Json::array();
  for (const source::Finding& finding : view.findings) {
    report::Json row = place(finding.at, view.sources);
    row["code"] = finding.code;
    row["severity"] = finding.severity == source::Severity::error ? "error" : "warning";
    row["message"] = finding.message.in(view.language);
    row["help"] = finding.help.in(view.language);
    row["related"] = report::Json::array();
    for (const source::Related& related : finding.related) {
      report::Json other = place(related.at, view.sources);
      other["message"] = related.message.in(view.language);
      row["related"].push_back(std::move(other));
    }
    all.push_back(std::move(row));
  }
  return json_text(all);
}

}  // namespace taizhang::render
