// SPDX-License-Identifier: MIT
//
// SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), read by GitHub code scanning,
// Visual Studio and others. Columns count code points, from 1; the end is the place after the last
// character, so that a place of no size begins where it ends. Messages have no `arguments`, and so
// no placeholders: braces stand for themselves, as in the SARIF that GitHub's own tools write.
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "check/rules.h"
#include "render/escape.h"
#include "render/findings.h"
#include "render/json_text.h"
#include "render/rule_text.h"

namespace taizhang::render {

namespace {

/// A plain text message; what would be an embedded link (§3.11.6) becomes plain brackets.
Json sarif_message(std::string_view text) {
  const bool has_link = text.find("](") != text.npos;
  std::string inert;
  for (const char c : text) {
    if (has_link && (c == '[' || c == ']')) inert += '\\';
    inert += c;
  }
  return {{"text", std::move(inert)}};
}

Json artifact(const source::SourceFile& file) {
  const std::string path = clean_path(file.path);
  return {{"uri", (path.starts_with('/') ? "file://" : "") + escape_uri_path(path)}};
}

Json region(const source::SourceFile& file, source::Span at) {
  const source::Position begin = file.position(at.begin);
  const source::Position end = file.position(at.end);
  return {{"startLine", begin.line},
          {"startColumn", begin.column},
          {"endLine", end.line},
          {"endColumn", end.column}};
}

Json physical_location(source::Span at, const FindingsView& view) {
  const source::SourceFile& file = view.file(at);
  return {{"artifactLocation", artifact(file)}, {"region", region(file, at)}};
}

Json rule_descriptor(const check::Rule& rule, base::Language language) {
  const std::string_view level = severity_name(rule.severity());
  return {{"id", rule.code},
          {"name", rule.name},
          {"shortDescription", sarif_message(rule.summary.in(language))},
          {"fullDescription", sarif_message(rule.why.in(language))},
          {"help", {{"text", rule_examples(rule, language, Style(false))}}},
          {"defaultConfiguration", {{"level", level}}},
          {"properties", {{"problem.severity", level}}}};
}

/// One fix: the edits of each file together, files in the order of the ledger.
Json sarif_fix(const source::Finding& finding, const FindingsView& view) {
  std::map<std::uint32_t, Json> replacements;
  for (const source::Edit& edit : finding.fix) {
    Json replacement{{"deletedRegion", region(view.file(edit.at), edit.at)}};
    if (!edit.text.empty()) replacement["insertedContent"] = {{"text", edit.text}};
    replacements[edit.at.file].push_back(std::move(replacement));
  }
  Json changes = Json::array();
  for (auto& [file, list] : replacements) {
    changes.push_back({{"artifactLocation", artifact(view.ledger.sources.at(file))},
                       {"replacements", std::move(list)}});
  }
  return {{"description", sarif_message(finding.help.in(view.language))},
          {"artifactChanges", std::move(changes)}};
}

Json sarif_result(const source::Finding& finding, std::size_t rule, const FindingsView& view) {
  Json location{{"physicalLocation", physical_location(finding.at, view)}};
  Json result{{"ruleId", finding.code},
              {"ruleIndex", rule},
              {"level", severity_name(finding.severity)},
              {"message", sarif_message(message_with_help(finding, view.language))},
              {"locations", Json::array({std::move(location)})},
              {"partialFingerprints", {{"taizhang/v2", finding.fingerprint}}}};
  for (const source::Related& related : finding.related) {
    Json& list = result["relatedLocations"];
    list.push_back({{"id", list.size()},
                    {"physicalLocation", physical_location(related.at, view)},
                    {"message", sarif_message(related.message.in(view.language))}});
  }
  if (!finding.fix.empty()) result["fixes"] = Json::array({sarif_fix(finding, view)});
  return result;
}

}  // namespace

std::string findings_sarif(const FindingsView& view) {
  Json rules = Json::array();
  std::map<std::string_view, std::size_t> index;
  for (const check::Rule* rule : check::rules()) {
    const bool occurs = std::any_of(view.findings.begin(), view.findings.end(),
                                    [&](const auto& found) { return found.code == rule->code; });
    if (!occurs) continue;
    index.emplace(rule->code, rules.size());
    rules.push_back(rule_descriptor(*rule, view.language));
  }
  Json results = Json::array();
  for (const source::Finding& finding : view.findings) {
    results.push_back(sarif_result(finding, index.at(finding.code), view));
  }
  const std::string language = view.language == base::Language::zh ? "zh-CN" : "en-GB";
  const Json driver{{"name", "taizhang"},
                    {"version", view.version},
                    {"semanticVersion", view.version},
                    {"language", language},
                    {"rules", std::move(rules)}};
  const Json run{{"tool", {{"driver", driver}}},
                 {"language", language},
                 {"columnKind", "unicodeCodePoints"},
                 {"results", std::move(results)}};
  return json_text({{"$schema",
                     "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/"
                     "schemas/sarif-schema-2.1.0.json"},
                    {"version", "2.1.0"},
                    {"runs", Json::array({run})}});
}

}  // namespace taizhang::render
