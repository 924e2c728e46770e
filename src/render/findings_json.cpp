// SPDX-License-Identifier: MIT
//
// `json` lists findings; `json-lines` (https://jsonlines.org) has one a line, for `grep`, `jq` and
// log collectors. `gitlab` is GitLab's Code Quality report, a part of the Code Climate format
// (https://docs.gitlab.com/ci/testing/code_quality/): shown in merge requests.
#include <nlohmann/json.hpp>

#include "check/rules.h"
#include "render/findings.h"
#include "render/json_text.h"

namespace taizhang::render {

namespace {

Json place(source::Span at, const FindingsView& view) {
  const source::SourceFile& file = view.file(at);
  const source::Position begin = file.position(at.begin);
  const source::Position end = file.position(at.end);
  return {{"path", file.path},
          {"line", begin.line},
          {"column", begin.column},
          {"end_line", end.line},
          {"end_column", end.column}};
}

Json fix_or_null(const source::Finding& finding, const FindingsView& view) {
  if (finding.fix.empty()) return nullptr;
  Json edits = Json::array();
  for (const source::Edit& edit : finding.fix) {
    Json row = place(edit.at, view);
    row["text"] = edit.text;
    edits.push_back(std::move(row));
  }
  return edits;
}

/// Everything about a finding.
Json finding_json(const source::Finding& finding, const FindingsView& view) {
  Json row = place(finding.at, view);
  const check::Rule* rule = check::find_rule(finding.code);
  row["code"] = finding.code;
  row["rule"] = rule ? Json(rule->name) : Json();
  row["severity"] = severity_name(finding.severity);
  row["message"] = finding.message.in(view.language);
  row["help"] = finding.help.in(view.language);
  row["related"] = Json::array();
  for (const source::Related& related : finding.related) {
    Json other = place(related.at, view);
    other["message"] = related.message.in(view.language);
    row["related"].push_back(std::move(other));
  }
  row["fix"] = fix_or_null(finding, view);
  row["fingerprint"] = finding.fingerprint;
  return row;
}

}  // namespace

std::string findings_json(const FindingsView& view) {
  Json all = Json::array();
  for (const source::Finding& finding : view.findings) all.push_back(finding_json(finding, view));
  return json_text(all);
}

std::string findings_json_lines(const FindingsView& view) {
  std::string result;
  for (const source::Finding& finding : view.findings) {
    const Json row = finding_json(finding, view);
    result += row.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  }
  return result;
}

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
