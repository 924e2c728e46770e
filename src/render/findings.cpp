// SPDX-License-Identifier: MIT
#include "render/findings.h"

#include <algorithm>
#include <filesystem>
#include <numeric>

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

std::string place_text(source::Span at, const FindingsView& view) {
  const source::SourceFile& file = view.file(at);
  const source::Position begin = file.position(at.begin);
  return file.path + ":" + std::to_string(begin.line) + ":" + std::to_string(begin.column);
}

std::string finding_line(const source::Finding& finding, const FindingsView& view) {
  const std::string severity = std::string(severity_word(finding.severity).in(view.language)) +
                               "[" + std::string(finding.code) + "]";
  const bool error = finding.severity == source::Severity::error;
  return view.style.bold(base::printable(place_text(finding.at, view)) + ":") + " " +
         (error ? view.style.red(severity) : view.style.yellow(severity)) + ": " +
         base::printable(finding.message.in(view.language));
}

std::string findings_concise(const FindingsView& view) {
  std::string result;
  for (const source::Finding& finding : view.findings) {
    result += finding_line(finding, view) + "\n";
  }
  return result;
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

}  // namespace taizhang::render
