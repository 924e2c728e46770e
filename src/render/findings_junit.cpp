// SPDX-License-Identifier: MIT
//
// JUnit's XML as Jenkins and GitLab read it. A suite is a file; a test case is a finding, and a
// file without findings is one case that passed: a report without a case is taken for a run that
// went wrong. An error is a failure. A warning must not turn a run red that ends with exit code 0,
// so it is a skipped case, which viewers show with its text. No time and no host: the same ledger
// gives the same bytes.
#include "render/escape.h"
#include "render/findings.h"

namespace taizhang::render {

namespace {

std::string attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + escape_xml(value) + "\"";
}

/// Where it is, what is wrong and what to write instead.
std::string details(const source::Finding& finding, const FindingsView& view) {
  const FindingsView plain{view.findings, view.ledger, view.language, Style(false), view.version};
  return finding_line(finding, plain) + "\n" + finding.help.in(view.language);
}

std::string test_case(const source::Finding& finding, const FindingsView& view) {
  const source::SourceFile& file = view.file(finding.at);
  const source::Position at = file.position(finding.at.begin);
  const std::string name = std::to_string(at.line) + ":" + std::to_string(at.column) + " " +
                           std::string(finding.code) + " " + finding.message.in(view.language);
  const std::string text = escape_xml(details(finding, view));
  const std::string outcome = finding.severity == source::Severity::error
                                  ? "<failure" + attribute("type", finding.code) +
                                        attribute("message", finding.message.in(view.language)) +
                                        ">" + text + "</failure>"
                                  : "<skipped>" + text + "</skipped>";
  return "    <testcase" + attribute("name", name) + attribute("classname", clean_path(file.path)) +
         ">\n      " + outcome + "\n    </testcase>\n";
}

struct Suite {
  std::string cases;
  int tests = 0;
  int failures = 0;
  int skipped = 0;
};

std::string counts(const Suite& suite) {
  return attribute("tests", std::to_string(suite.tests)) +
         attribute("failures", std::to_string(suite.failures)) + attribute("errors", "0");
}

}  // namespace

std::string findings_junit(const FindingsView& view) {
  std::vector<Suite> suites(view.ledger.sources.size());
  for (const source::Finding& finding : view.findings) {
    Suite& suite = suites.at(finding.at.file);
    suite.cases += test_case(finding, view);
    ++suite.tests;
    ++(finding.severity == source::Severity::error ? suite.failures : suite.skipped);
  }
  Suite all;
  std::string body;
  const base::Bilingual sound{"没有发现问题", "no findings"};
  for (std::size_t i = 0; i < suites.size(); ++i) {
    Suite& suite = suites[i];
    const std::string path = clean_path(view.ledger.sources[i].path);
    if (suite.tests == 0) {
      suite.tests = 1;
      suite.cases = "    <testcase" + attribute("name", sound.in(view.language)) +
                    attribute("classname", path) + "/>\n";
    }
    body += "  <testsuite" + attribute("name", path) + counts(suite) +
            attribute("skipped", std::to_string(suite.skipped)) + ">\n" + suite.cases +
            "  </testsuite>\n";
    all.tests += suite.tests;
    all.failures += suite.failures;
  }
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" + attribute("name", "taizhang") +
         counts(all) + ">\n" + body + "</testsuites>\n";
}

}  // namespace taizhang::render
