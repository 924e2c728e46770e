// SPDX-License-Identifier: MIT
#include "render/findings_parts.h"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <numeric>

#include "check/rules.h"

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

}  // namespace

std::string_view severity_name(source::Severity severity) { return severity_word(severity).en; }

std::string clean_path(const std::string& path) {
  return std::filesystem::path(path).lexically_normal().generic_string();
}

std::string message_with_help(const source::Finding& finding, base::Language language) {
  const std::string message = finding.message.in(language);
  if (finding.help.empty()) return message;
  const base::Bilingual both{"{0}。建议：{1}", "{0}. Help: {1}"};
  return base::fill(both.in(language), {message, finding.help.in(language)});
}

std::vector<std::size_t> worst_first(const std::vector<source::Finding>& findings) {
  std::vector<std::size_t> order(findings.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_partition(order.begin(), order.end(), [&](std::size_t i) {
    return findings[i].severity == source::Severity::error;
  });
  return order;
}

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

}  // namespace taizhang::render
