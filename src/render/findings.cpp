// SPDX-License-Identifier: MIT
#include "render/findings.h"

#include <algorithm>

#include "base/text.h"

namespace taizhang::render {

namespace {

constexpr FindingFormat formats[] = {
    {"concise", findings_concise, {"给人看，每个问题一行", "for people, one line a finding"}},
    {"full", findings_full, {"给人看，附原文和建议", "for people, with the line and advice"}},
    {"github", findings_github, {"GitHub Actions 的行内标注", "annotations of GitHub Actions"}},
    {"gitlab", findings_gitlab, {"GitLab 的代码质量报告", "GitLab's Code Quality report"}},
    {"json", findings_json, {"给脚本，一个列表", "for scripts, one list"}},
    {"json-lines",
     findings_json_lines,
     {"给脚本，每行一个问题", "for scripts, one finding a line"}},
    {"junit", findings_junit, {"JUnit 测试报告（XML）", "a JUnit test report (XML)"}},
    {"rdjson", findings_rdjson, {"reviewdog", "reviewdog"}},
    {"sarif", findings_sarif, {"SARIF 2.1.0，代码扫描平台通用", "SARIF 2.1.0, for code scanning"}},
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
  const source::SourceFile& file = view.file(finding.at);
  const source::Position at = file.position(finding.at.begin);
  const std::string severity = std::string(severity_word(finding.severity).in(view.language)) +
                               "[" + std::string(finding.code) + "]";
  const bool error = finding.severity == source::Severity::error;
  return view.style.bold(base::printable(file.path) + ":" + std::to_string(at.line) + ":" +
                         std::to_string(at.column) + ":") +
         " " + (error ? view.style.red(severity) : view.style.yellow(severity)) + ": " +
         base::printable(finding.message.in(view.language));
}

std::string findings_total(const FindingsView& view) {
  const auto count = [&](auto wanted) {
    return static_cast<long long>(
        std::count_if(view.findings.begin(), view.findings.end(), wanted));
  };
  const long long errors =
      count([](const source::Finding& f) { return f.severity == source::Severity::error; });
  const long long mendable = count([](const source::Finding& f) { return !f.fix.empty(); });
  const base::Phrase total{{"{0} 个错误，{1} 个警告", "errors: {0}, warnings: {1}"},
                           {errors, static_cast<long long>(view.findings.size()) - errors}};
  if (mendable == 0) return total.in(view.language);
  const base::Phrase mended{{"；其中 {0} 个可用 taizhang check --fix 自动改正",
                             "; taizhang check --fix mends {0} of them"},
                            {mendable}};
  return total.in(view.language) + mended.in(view.language);
}

}  // namespace taizhang::render
