// SPDX-License-Identifier: MIT
//
// The Reviewdog Diagnostic Format, `DiagnosticResult` as JSON
// (https://github.com/reviewdog/reviewdog/tree/master/proto/rdf). Its columns count the bytes of
// the line, from 1, and the end is the place after the last byte.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "render/findings.h"
#include "render/json_text.h"

namespace taizhang::render {

namespace {

Json byte_position(const source::SourceFile& file, std::uint32_t offset) {
  const auto at = std::min<std::size_t>(offset, file.text.size());
  const auto start = static_cast<std::size_t>(file.line_at(offset).data() - file.text.data());
  return {{"line", file.position(offset).line}, {"column", at - start + 1}};
}

Json byte_range(const source::SourceFile& file, source::Span at) {
  return {{"start", byte_position(file, at.begin)}, {"end", byte_position(file, at.end)}};
}

Json rd_location(source::Span at, const FindingsView& view) {
  const source::SourceFile& file = view.file(at);
  return {{"path", clean_path(file.path)}, {"range", byte_range(file, at)}};
}

/// A suggestion has no file of its own: a fix that reaches into another file is left out, since
/// half of it would mend nothing.
Json suggestions(const source::Finding& finding, const FindingsView& view) {
  Json all = Json::array();
  for (const source::Edit& edit : finding.fix) {
    if (edit.at.file != finding.at.file) return Json::array();
    all.push_back({{"range", byte_range(view.file(edit.at), edit.at)}, {"text", edit.text}});
  }
  return all;
}

const char* rd_severity(source::Severity severity) {
  return severity == source::Severity::error ? "ERROR" : "WARNING";
}

}  // namespace

std::string findings_rdjson(const FindingsView& view) {
  Json diagnostics = Json::array();
  auto worst = source::Severity::warning;
  for (const source::Finding& finding : view.findings) {
    Json row{{"message", message_with_help(finding, view.language)},
             {"location", rd_location(finding.at, view)},
             {"severity", rd_severity(finding.severity)},
             {"code", {{"value", finding.code}}}};
    if (Json fix = suggestions(finding, view); !fix.empty()) row["suggestions"] = std::move(fix);
    for (const source::Related& related : finding.related) {
      row["related_locations"].push_back({{"message", related.message.in(view.language)},
                                          {"location", rd_location(related.at, view)}});
    }
    if (finding.severity == source::Severity::error) worst = source::Severity::error;
    diagnostics.push_back(std::move(row));
  }
  Json result{{"source", {{"name", "taizhang"}}}, {"diagnostics", std::move(diagnostics)}};
  if (!view.findings.empty()) result["severity"] = rd_severity(worst);
  return json_text(result);
}

}  // namespace taizhang::render
