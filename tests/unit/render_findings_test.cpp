// SPDX-License-Identifier: MIT
#include "render/findings.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "render/json_text.h"

namespace render_findings_test {

using namespace taizhang;
using base::Language;
using render::Style;
using source::Finding;
using source::Severity;

namespace {

/// The place of the first `what` in `file`.
source::Span span(const source::Sources& sources, std::uint32_t file, const std::string& what) {
  const auto begin = static_cast<std::uint32_t>(sources.at(file).text.find(what));
  REQUIRE(begin < sources.at(file).text.size());
  return {file, begin, begin + static_cast<std::uint32_t>(what.size())};
}

source::Sources sample_sources() {
  return {{"tasks/a.yaml", "item: 14\ntitle: 汽车 转形  # 注\n"}, {"tasks/b.yaml", "item: 14\n"}};
}

Finding finding_at(source::Span at, Severity severity = Severity::error) {
  return {"E24",
          severity,
          at,
          {{"写错了“{0}”", "“{0}” is wrong"}, {"转形"}},
          {{"改成“转型”", "write 转型"}, {}},
          {}};
}

std::string shown(std::string (*format)(const render::FindingsView&),
                  const std::vector<Finding>& findings, const source::Sources& sources,
                  Language language = Language::en) {
  model::Ledger ledger;
  ledger.sources = sources;
  return format({findings, ledger, language, Style(false), "1.2.3"});
}

}  // namespace

TEST_SUITE_BEGIN("render");

TEST_CASE("The concise format is one line a finding: place, severity, code, message") {
  const source::Sources sources = sample_sources();
  // `title: ` is seven characters, 汽车 and a blank three: column 11.
  CHECK(shown(render::findings_concise,
              {finding_at(span(sources, 0, "转形")),
               finding_at(span(sources, 1, "14"), Severity::warning)},
              sources) ==
        "tasks/a.yaml:2:11: error[E24]: “转形” is wrong\n"
        "tasks/b.yaml:1:7: warning[E24]: “转形” is wrong\n");
}

TEST_CASE("The full format shows the line, with carets right under 汉字") {
  const source::Sources sources = sample_sources();
  // Twelve columns stand before: `title: ` and 汽车 of four and a blank; 转形 takes four.
  CHECK(shown(render::findings_full, {finding_at(span(sources, 0, "转形"))}, sources) ==
        "tasks/a.yaml:2:11: error[E24]: “转形” is wrong\n"
        "  2 | title: 汽车 转形  # 注\n"
        "    |             ^^^^\n"
        "  help: write 转型\n"
        "\n"
        "errors: 1, warnings: 0\n");
}

TEST_CASE("The caret stands under its place behind a tab, which is shown as one blank") {
  const source::Sources sources{{"a.yaml", "k:\t汽\t转形\tz\n"}};
  // `k:`, a blank, 汽 of two, a blank: six columns.
  CHECK(shown(render::findings_full, {finding_at(span(sources, 0, "转形"))}, sources)
            .find("  1 | k: 汽 转形 z\n    |       ^^^^\n") != std::string::npos);
  // A tab itself, of one column.
  CHECK(shown(render::findings_full, {finding_at({0, 2, 3})}, sources)
            .find("  1 | k: 汽 转形 z\n    |   ^\n") != std::string::npos);
}

TEST_CASE("Behind the last line end there is a place, and no line to show") {
  const source::Sources sources{{"a.yaml", "ab\n"}};
  CHECK(shown(render::findings_full, {finding_at({0, 3, 3})}, sources)
            .starts_with("a.yaml:2:1: error[E24]: “转形” is wrong\n  help: "));
}

TEST_CASE("The full format marks what --fix can mend, and counts it") {
  const source::Sources sources = sample_sources();
  Finding mended = finding_at(span(sources, 0, "转形"));
  mended.fix = {{span(sources, 0, "转形"), "转型"}};
  mended.fingerprint = "0123456789abcdef";
  const std::vector<Finding> findings{mended, finding_at(span(sources, 1, "14"))};
  const std::string text = shown(render::findings_full, findings, sources);
  CHECK(text.find("  help: write 转型 (--fix mends it)\n\ntasks/b.yaml") != std::string::npos);
  CHECK(
      text.ends_with("  help: write 转型\n\nerrors: 2, warnings: 0; "
                     "taizhang check --fix mends 1 of them\n"));
  const std::string zh = shown(render::findings_full, findings, sources, Language::zh);
  CHECK(zh.find("  建议: 改成“转型”（可自动改正）\n") != std::string::npos);
  CHECK(zh.ends_with("\n2 个错误，0 个警告；其中 1 个可用 taizhang check --fix 自动改正\n"));
}

TEST_CASE("The full format speaks Chinese too") {
  const source::Sources sources = sample_sources();
  CHECK(shown(render::findings_full, {finding_at(span(sources, 1, "14"), Severity::warning)},
              sources, Language::zh) ==
        "tasks/b.yaml:1:7: 警告[E24]: 写错了“转形”\n"
        "  1 | item: 14\n"
        "    |       ^^\n"
        "  建议: 改成“转型”\n"
        "\n"
        "0 个错误，1 个警告\n");
}

TEST_CASE("A related place is shown with its own file and line") {
  const source::Sources sources = sample_sources();
  Finding finding = finding_at(span(sources, 1, "14"));
  finding.related.push_back({span(sources, 0, "item"), {{"第一次在这里", "first here"}, {}}});
  const std::string text = shown(render::findings_full, {finding}, sources);
  CHECK(text.find("  tasks/a.yaml:1:1: first here\n"
                  "  1 | item: 14\n"
                  "    | ^^^^\n") != std::string::npos);
  CHECK(shown(render::findings_concise, {finding}, sources).find("first here") ==
        std::string::npos);
}

TEST_CASE("Without findings the text formats say nothing, and JSON an empty list") {
  const source::Sources sources = sample_sources();
  CHECK(shown(render::findings_full, {}, sources).empty());
  CHECK(shown(render::findings_concise, {}, sources).empty());
  CHECK(shown(render::findings_json, {}, sources) == "[]\n");
}

TEST_CASE("A place of no size has one caret, also behind the end of its line") {
  const source::Sources sources{{"a.yaml", "ab\ncd\n"}};
  CHECK(
      shown(render::findings_full, {finding_at({0, 0, 0})}, sources).find("  1 | ab\n    | ^\n") !=
      std::string::npos);
  CHECK(shown(render::findings_full, {finding_at({0, 2, 2})}, sources)
            .find("  1 | ab\n    |   ^\n") != std::string::npos);
}

TEST_CASE("A place of one byte of a 汉字 marks all of it") {
  const source::Sources sources = {{"tasks/a.yaml", "进展 已开工\n"}};
  const std::string text = shown(render::findings_full, {finding_at({0, 1, 2})}, sources);
  CHECK(text.find("1 | 进展 已开工\n    | ^^\n") != text.npos);
}

TEST_CASE("A place over several lines is marked to the end of its first") {
  const source::Sources sources{{"a.yaml", "a: one\n  two\n"}};
  CHECK(shown(render::findings_full, {finding_at({0, 3, 12})}, sources)
            .find("  1 | a: one\n    |    ^^^\n") != std::string::npos);
}

TEST_CASE("An empty file has a place and no line to show") {
  const source::Sources sources{{"a.yaml", ""}};
  CHECK(shown(render::findings_full, {finding_at({0, 0, 0})}, sources)
            .starts_with("a.yaml:1:1: error[E24]: “转形” is wrong\n  help: "));
}

TEST_CASE("The margin grows with the number of the line") {
  const source::Sources sources{{"a.yaml", std::string(11, '\n') + "x: 1\n"}};
  CHECK(shown(render::findings_full, {finding_at(span(sources, 0, "x"))}, sources)
            .find("  12 | x: 1\n     | ^\n") != std::string::npos);
}

TEST_CASE("Of a very long line the part around the place is shown") {
  source::Sources sources{{"a.yaml", "x: "}};
  for (int i = 0; i < 400; ++i) sources[0].text += "汉";
  sources[0].text += "错";
  for (int i = 0; i < 400; ++i) sources[0].text += "字";
  const std::string text =
      shown(render::findings_full, {finding_at(span(sources, 0, "错"))}, sources);
  const auto lines = base::split(text, '\n');
  REQUIRE(lines.size() > 2);
  CHECK(lines[1].find("错") != std::string::npos);
  CHECK(base::display_width(lines[1]) <= 110);
  // The carets stand under the place: as many columns before them as before it.
  const std::string_view before = lines[1].substr(0, lines[1].find("错"));
  CHECK(static_cast<int>(lines[2].find('^')) == base::display_width(before));
  CHECK(lines[2].ends_with("^^"));
}

TEST_CASE("What a file holds cannot steer the terminal, wherever it is shown") {
  const source::Sources sources{{"a\x1b[1m.yaml", "x: \x1b[31m\u202E\n"},
                                {"b\x1b[1m.yaml", "y: 1\n"}};
  Finding finding = finding_at(span(sources, 0, "x"));
  finding.message.arguments = {"\x1b[31m"};
  finding.help = {{"{0}", "{0}"}, {"\x1b[31m"}};
  SUBCASE("in the finding itself") {
    for (const auto format : {render::findings_full, render::findings_concise}) {
      const std::string text = shown(format, {finding}, sources);
      CHECK(text.find('\x1b') == std::string::npos);
      CHECK(text.find("\u202E") == std::string::npos);
    }
  }
  SUBCASE("in a related place") {
    finding.related.push_back({span(sources, 1, "y"), {{"{0}", "{0}"}, {"\x1b[31m"}}});
    CHECK(shown(render::findings_full, {finding}, sources).find('\x1b') == std::string::npos);
  }
}

TEST_CASE("JSON gives all that there is to know, in both places") {
  const source::Sources sources = sample_sources();
  Finding finding = finding_at(span(sources, 0, "转形"));
  finding.related.push_back({span(sources, 1, "item"), {{"这里", "here"}, {}}});
  const render::Json all = render::Json::parse(shown(render::findings_json, {finding}, sources));
  REQUIRE(all.size() == 1);
  CHECK(all[0]["path"] == "tasks/a.yaml");
  CHECK(all[0]["line"] == 2);
  CHECK(all[0]["column"] == 11);
  CHECK(all[0]["end_line"] == 2);
  CHECK(all[0]["end_column"] == 13);
  CHECK(all[0]["code"] == "E24");
  CHECK(all[0]["severity"] == "error");
  CHECK(all[0]["message"] == "“转形” is wrong");
  CHECK(all[0]["help"] == "write 转型");
  REQUIRE(all[0]["related"].size() == 1);
  CHECK(all[0]["related"][0]["path"] == "tasks/b.yaml");
  CHECK(all[0]["related"][0]["column"] == 1);
  CHECK(all[0]["related"][0]["message"] == "here");
}

TEST_CASE("JSON names the rule, the edits that mend the finding and its fingerprint") {
  const source::Sources sources = sample_sources();
  Finding mended = finding_at(span(sources, 0, "转形"));
  mended.fix = {{span(sources, 0, "转形"), "转型"}, {span(sources, 1, "14"), ""}};
  mended.fingerprint = "0123456789abcdef";
  const std::vector<Finding> findings{mended, finding_at(span(sources, 0, "转形"))};
  const render::Json all = render::Json::parse(shown(render::findings_json, findings, sources));
  CHECK(all[0]["rule"] == "unit-unknown");
  CHECK(
      all[0]["fix"].dump() ==
      R"([{"path":"tasks/a.yaml","line":2,"column":11,"end_line":2,"end_column":13,"text":"转型"},)"
      R"({"path":"tasks/b.yaml","line":1,"column":7,"end_line":1,"end_column":9,"text":""}])");
  CHECK(all[1]["fix"].is_null());
  CHECK(all[0]["fingerprint"] == "0123456789abcdef");
}

TEST_CASE("JSON of data that is no UTF-8 can be read") {
  const source::Sources sources{{"a\xFF.yaml", "x: 1\n"}};
  const std::string text = shown(render::findings_json, {finding_at({0, 0, 1})}, sources);
  CHECK(render::Json::parse(text)[0]["path"] == "a\uFFFD.yaml");
}

TEST_CASE("Colour adds only colour") {
  const source::Sources sources = sample_sources();
  const std::vector<Finding> findings{finding_at(span(sources, 0, "转形"))};
  model::Ledger ledger;
  ledger.sources = sources;
  std::string coloured = render::findings_full({findings, ledger, Language::en, Style(true), ""});
  CHECK(coloured.find("\x1b[1;31m") != std::string::npos);
  for (std::size_t at; (at = coloured.find('\x1b')) != std::string::npos;) {
    coloured.erase(at, coloured.find('m', at) - at + 1);
  }
  CHECK(coloured == shown(render::findings_full, findings, sources));
}

TEST_CASE("The formats are found by their names") {
  std::string names;
  for (const auto& format : render::finding_formats()) names += std::string(format.name) + " ";
  CHECK(names == "concise full github gitlab json json-lines junit rdjson sarif ");
}

TEST_CASE("Of a line of marks without width a part is shown") {
  std::string text = "x";
  for (int i = 0; i < 100'000; ++i) text += "\u0301";
  const source::Sources sources{{"a.yaml", text + "y\n"}};
  const auto at = static_cast<std::uint32_t>(text.size());
  CHECK(shown(render::findings_full, {finding_at({0, at, at + 1})}, sources).size() < 2000);
  CHECK(shown(render::findings_full, {finding_at({0, 0, at})}, sources).size() < 2000);
}

TEST_SUITE_END();

}  // namespace render_findings_test
