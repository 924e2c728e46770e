// SPDX-License-Identifier: MIT
//
// The formats of findings that other programs read. That they are valid by their own schemas is
// held by tests/schemas/.
#include <doctest/doctest.h>

#include "base/text.h"
#include "render/findings.h"
#include "render/findings_summary.h"
#include "render/json_text.h"

namespace render_findings_formats_test {

using namespace taizhang;
using base::Language;
using render::Json;
using source::Finding;
using source::Severity;

namespace {

/// Two files: in the first `转形` stands at bytes 13 to 19 of the second line.
model::Ledger two_files() {
  model::Ledger ledger;
  ledger.root = "tasks";
  ledger.sources = {{"tasks/a.yaml", "item: 14\ntitle: 汽车转形 x\n"},
                    {"tasks/b b.yaml", "item: 14\n"}};
  return ledger;
}

constexpr source::Span wrong{0, 22, 28};  // 9 of the first line, `title: ` of 7, 汽车 of 6

Finding named(std::string_view code, Severity severity, source::Span at) {
  return {code, severity, at, {{"写错了", "it is wrong"}, {}}, {{"改正它", "write it well"}, {}},
          {}};
}

Finding wrong_word() { return named("E24", Severity::error, wrong); }

std::string written(std::string (*format)(const render::FindingsView&),
                    const std::vector<Finding>& findings,
                    const model::Ledger& ledger = two_files()) {
  return format({findings, ledger, Language::en, render::Style(false), "1.2.3"});
}

Json parsed(std::string (*format)(const render::FindingsView&),
            const std::vector<Finding>& findings, const model::Ledger& ledger = two_files()) {
  return Json::parse(written(format, findings, ledger));
}

}  // namespace

TEST_SUITE_BEGIN("render");

TEST_CASE("JSON Lines has a whole object on each line, whatever stands in the data") {
  Finding hostile = wrong_word();
  hostile.message = {{"{0}", "{0}"}, {std::string("a\nb\xFF")}};
  const std::string text = written(render::findings_json_lines, {wrong_word(), hostile});
  const auto lines = base::split(text, '\n');
  REQUIRE(lines.size() == 3);
  CHECK(lines[2].empty());
  CHECK(Json::parse(lines[0])["column"] == 10);
  CHECK(Json::parse(lines[1])["message"] == "a\nb\uFFFD");
  CHECK(written(render::findings_json_lines, {}).empty());
}

TEST_CASE("SARIF places a finding by its code points and names its rule once") {
  Finding finding = wrong_word();
  finding.related.push_back({{1, 0, 4}, {{"见", "see here"}, {}}});
  finding.fingerprint = "0123456789abcdef";
  const Json log = parsed(render::findings_sarif,
                          {finding, named("W02", Severity::error, {1, 0, 0}), wrong_word()});
  const Json& run = log["runs"][0];
  CHECK(run["columnKind"] == "unicodeCodePoints");
  const Json& driver = run["tool"]["driver"];
  CHECK(driver["version"] == "1.2.3");
  REQUIRE(driver["rules"].size() == 2);
  CHECK(driver["rules"][0]["id"] == "E24");
  CHECK(driver["rules"][1]["id"] == "W02");
  CHECK(driver["rules"][1]["defaultConfiguration"]["level"] == "warning");
  REQUIRE(run["results"].size() == 3);
  const Json& first = run["results"][0];
  CHECK(first["ruleIndex"] == 0);
  CHECK(first["locations"][0]["physicalLocation"].dump() ==
        R"({"artifactLocation":{"uri":"tasks/a.yaml"},)"
        R"("region":{"startLine":2,"startColumn":10,"endLine":2,"endColumn":12}})");
  CHECK(first["message"]["text"] == "it is wrong. Help: write it well");
  CHECK(first["relatedLocations"][0]["message"]["text"] == "see here");
  CHECK(first["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] ==
        "tasks/b%20b.yaml");
  // A plan may take a warning for an error; a place of no size is one all the same.
  const Json& second = run["results"][1];
  CHECK(second["ruleIndex"] == 1);
  CHECK(second["level"] == "error");
  CHECK(second["locations"][0]["physicalLocation"]["region"].dump() ==
        R"({"startLine":1,"startColumn":1,"endLine":1,"endColumn":1})");
  CHECK(first["partialFingerprints"]["taizhang/v2"] == "0123456789abcdef");
}

TEST_CASE("SARIF has the edits of a fix by file, an insertion without a size") {
  Finding finding = wrong_word();
  finding.fix = {{wrong, "转型"}, {{1, 0, 0}, "a: 1\n"}, {{0, 0, 9}, ""}};
  const Json log = parsed(render::findings_sarif, {finding});
  const Json& changes = log["runs"][0]["results"][0]["fixes"][0]["artifactChanges"];
  REQUIRE(changes.size() == 2);
  CHECK(changes[0]["artifactLocation"]["uri"] == "tasks/a.yaml");
  CHECK(changes[0]["replacements"].dump() ==
        R"([{"deletedRegion":{"startLine":2,"startColumn":10,"endLine":2,"endColumn":12},)"
        R"("insertedContent":{"text":"转型"}},)"
        R"({"deletedRegion":{"startLine":1,"startColumn":1,"endLine":2,"endColumn":1}}])");
  CHECK(changes[1]["replacements"].dump() ==
        R"([{"deletedRegion":{"startLine":1,"startColumn":1,"endLine":1,"endColumn":1},)"
        R"("insertedContent":{"text":"a: 1\n"}}])");
}

TEST_CASE("A text of the data makes no link in SARIF, and plain brackets stay as they are") {
  Finding link = wrong_word();
  link.message = {{"{0}", "{0}"}, {"[click](https://example.org)"}};
  link.help = {};
  Finding list = link;
  list.message.arguments = {"lead: [a, b]"};
  const Json log = parsed(render::findings_sarif, {link, list});
  CHECK(log["runs"][0]["results"][0]["message"]["text"] == "\\[click\\](https://example.org)");
  CHECK(log["runs"][0]["results"][1]["message"]["text"] == "lead: [a, b]");
}

TEST_CASE("A path is written as a repository knows it") {
  model::Ledger ledger = two_files();
  ledger.sources = {{"./x/../tasks/a.yaml", "a\n"}};
  const Json report =
      parsed(render::findings_gitlab, {named("E24", Severity::error, {0, 0, 1})}, ledger);
  CHECK(report[0]["location"]["path"] == "tasks/a.yaml");
  ledger.sources = {{"/home/a b/tasks/a.yaml", "a\n"}};
  const Json log =
      parsed(render::findings_sarif, {named("E24", Severity::error, {0, 0, 1})}, ledger);
  CHECK(
      log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] ==
      "file:///home/a%20b/tasks/a.yaml");
}

TEST_CASE("GitLab gets the line, how bad it is and the fingerprint") {
  Finding known = wrong_word();
  known.fingerprint = "0123456789abcdef";
  const Json report = parsed(render::findings_gitlab,
                             {known, wrong_word(), named("W02", Severity::warning, {0, 0, 12})});
  REQUIRE(report.size() == 3);
  CHECK(report[0]["description"] == "it is wrong. Help: write it well");
  CHECK(report[0]["check_name"] == "E24");
  CHECK(report[0]["severity"] == "major");
  CHECK(report[0]["location"]["lines"]["begin"] == 2);
  CHECK(report[2]["severity"] == "minor");
  CHECK(report[2]["location"].dump() == R"({"path":"tasks/a.yaml","lines":{"begin":1,"end":2}})");
  CHECK(report[0]["fingerprint"] == "0123456789abcdef");
  CHECK(written(render::findings_gitlab, {}) == "[]\n");
}

TEST_CASE("Reviewdog counts the bytes of a line") {
  Finding finding = wrong_word();
  finding.fix = {{wrong, "转型"}};
  finding.related.push_back({{1, 6, 8}, {{"见", "see here"}, {}}});
  const Json result =
      parsed(render::findings_rdjson, {named("W02", Severity::warning, {1, 0, 0}), finding});
  CHECK(result["severity"] == "ERROR");
  CHECK(result["diagnostics"][0]["severity"] == "WARNING");
  const Json& row = result["diagnostics"][1];
  // `title: ` of 7 bytes and 汽车 of 6 stand before; 转形 takes 6.
  const char* const range = R"({"start":{"line":2,"column":14},"end":{"line":2,"column":20}})";
  CHECK(row["location"]["range"].dump() == range);
  CHECK(row["suggestions"][0]["range"].dump() == range);
  CHECK(row["suggestions"][0]["text"] == "转型");
  CHECK(row["code"]["value"] == "E24");
  CHECK(row["related_locations"][0]["location"].dump() ==
        R"({"path":"tasks/b b.yaml","range":{"start":{"line":1,"column":7},)"
        R"("end":{"line":1,"column":9}}})");
  CHECK(parsed(render::findings_rdjson, {}).dump() ==
        R"({"source":{"name":"taizhang"},"diagnostics":[]})");
}

TEST_CASE("Reviewdog is offered no half of a fix") {
  Finding finding = wrong_word();
  finding.fix = {{wrong, "转型"}, {{1, 0, 4}, "no"}};
  CHECK(!parsed(render::findings_rdjson, {finding})["diagnostics"][0].contains("suggestions"));
}

TEST_CASE("GitHub gets errors first, and columns only within a line") {
  Finding hostile = wrong_word();
  hostile.message = {{"{0}", "{0}"}, {"100%\n::warning::x"}};
  CHECK(written(render::findings_github, {named("W02", Severity::warning, {0, 0, 12}), hostile}) ==
        "::error file=tasks/a.yaml,line=2,endLine=2,col=10,endColumn=12,"
        "title=E24 a unit that is not in the registry"
        "::100%25%0A::warning::x%0AHelp: write it well\n"
        "::warning file=tasks/a.yaml,line=1,endLine=2,"
        "title=W02 a task without any measure"
        "::it is wrong%0AHelp: write it well\n");
}

TEST_CASE("JUnit fails by errors, skips warnings and counts a sound file as passed") {
  model::Ledger ledger = two_files();
  ledger.sources.emplace_back("tasks/<c>\x01\n.yaml", "");
  CHECK(
      written(render::findings_junit, {wrong_word(), named("W02", Severity::warning, {0, 0, 4})},
              ledger) ==
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<testsuites name=\"taizhang\" tests=\"4\" failures=\"1\" errors=\"0\">\n"
      "  <testsuite name=\"tasks/a.yaml\" tests=\"2\" failures=\"1\" errors=\"0\" skipped=\"1\">\n"
      "    <testcase name=\"2:10 E24 it is wrong\" classname=\"tasks/a.yaml\">\n"
      "      <failure type=\"E24\" message=\"it is wrong\">"
      "tasks/a.yaml:2:10: error[E24]: it is wrong&#10;write it well</failure>\n"
      "    </testcase>\n"
      "    <testcase name=\"1:1 W02 it is wrong\" classname=\"tasks/a.yaml\">\n"
      "      <skipped>tasks/a.yaml:1:1: warning[W02]: it is wrong&#10;write it well</skipped>\n"
      "    </testcase>\n"
      "  </testsuite>\n"
      "  <testsuite name=\"tasks/b b.yaml\" tests=\"1\" failures=\"0\" errors=\"0\" "
      "skipped=\"0\">\n"
      "    <testcase name=\"no findings\" classname=\"tasks/b b.yaml\"/>\n"
      "  </testsuite>\n"
      "  <testsuite name=\"tasks/&#60;c&#62;\uFFFD&#10;.yaml\" tests=\"1\" failures=\"0\" "
      "errors=\"0\" skipped=\"0\">\n"
      "    <testcase name=\"no findings\" classname=\"tasks/&#60;c&#62;\uFFFD&#10;.yaml\"/>\n"
      "  </testsuite>\n"
      "</testsuites>\n");
}

TEST_CASE("Statistics count each rule, most first, equals by code") {
  Finding mended = named("W02", Severity::warning, {0, 0, 1});
  mended.fix = {{{0, 0, 1}, "x"}};
  const std::vector<Finding> findings{named("E27", Severity::error, {0, 0, 1}), mended,
                                      named("W02", Severity::warning, {1, 0, 1}), wrong_word()};
  const model::Ledger ledger = two_files();
  const render::FindingsView view{findings, ledger, Language::en, render::Style(false), ""};
  CHECK(render::statistics_text(view, 0) ==
        "count  fixable  code  what is wrong\n"
        "    2        1  W02   a task without any measure\n"
        "    1        0  E24   a unit that is not in the registry\n"
        "    1        0  E27   an id that stands twice\n"
        "\n"
        "errors: 2, warnings: 2; taizhang check --fix mends 1 of them\n");
  const Json all = Json::parse(render::statistics_json(view));
  REQUIRE(all.size() == 3);
  CHECK(all[0].dump() == R"({"code":"W02","rule":"no-measure",)"
                         R"("summary":"a task without any measure",)"
                         R"("count":2,"fixable":1})");
  const render::FindingsView none{{}, ledger, Language::en, render::Style(false), ""};
  CHECK(render::statistics_text(none, 0).empty());
  CHECK(render::statistics_json(none) == "[]\n");
}

TEST_CASE("A summary that is too long is cut at a whole row and says how many are left out") {
  const std::vector<Finding> findings{named("W02", Severity::warning, {0, 0, 1}), wrong_word(),
                                      named("E27", Severity::error, {1, 0, 1})};
  const model::Ledger ledger = two_files();
  const render::FindingsView view{findings, ledger, Language::en, render::Style(false), ""};
  const std::string whole = render::findings_summary(view, 1 << 20);
  const std::string first = "| error | E24 | tasks/a.yaml:2:10 | it is wrong | write it well |\n";
  const std::string second = "| error | E27 | tasks/b b.yaml:1:1 | it is wrong | write it well |\n";
  const std::string third = "| warning | W02 | tasks/a.yaml:1:1 | it is wrong | write it well |\n";
  CHECK(whole.ends_with("| --- | --- | --- | --- | --- |\n" + first + second + third));
  CHECK(render::findings_summary(view, whole.size()) == whole);
  const auto left = [](const char* count) {
    return "\nLeft out for want of room: " + std::string(count) +
           ". The log of the run has them all.\n";
  };
  const std::string head =
      whole.substr(0, whole.size() - first.size() - second.size() - third.size());
  // The line about what is left out takes 64 bytes, the third row 67: one byte less, and it goes.
  CHECK(render::findings_summary(view, whole.size() - 1) == head + first + second + left("1"));
  const std::size_t of_one = head.size() + first.size() + left("2").size();
  CHECK(render::findings_summary(view, of_one) == head + first + left("2"));
  CHECK(render::findings_summary(view, of_one - 1).empty());
  CHECK(render::findings_summary(view, 0).empty());
}

TEST_CASE("A summary holds no markup of the data") {
  Finding hostile = wrong_word();
  hostile.message = {{"{0}", "{0}"}, {"a | <b> [c](d)\n# e"}};
  const std::vector<Finding> findings{hostile};
  const model::Ledger ledger = two_files();
  const std::string text =
      render::findings_summary({findings, ledger, Language::zh, render::Style(false), ""}, 1 << 20);
  CHECK(text.find("| 错误 | E24 | tasks/a.yaml:2:10 | a \\| \\<b\\> \\[c\\](d) # e | 改正它 |\n") !=
        std::string::npos);
}

TEST_SUITE_END();

}  // namespace render_findings_formats_test
