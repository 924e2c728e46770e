// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include "render/chart_layout.h"
#include "render_document_sample.h"

namespace render_chart_test {

using namespace taizhang;
using render::Json;

namespace {

Json rows_of(const document::Chart& chart) { return render::chart_rows(chart, base::Language::zh); }

std::string page_of(std::vector<document::Block> blocks) {
  return render::document_html(test::document_of(std::move(blocks)), test::look_of());
}

/// What a page has between its head and its foot, read as XML, which is harder to please than a
/// browser.
pugi::xml_parse_result read_main(const std::string& page, pugi::xml_document& xml) {
  const std::size_t start = page.find("<main>");
  const std::string main = page.substr(start, page.find("</main>") + 7 - start);
  return xml.load_buffer(main.data(), main.size());
}

std::size_t count_of(const pugi::xml_document& xml, const char* path) {
  return xml.select_nodes(path).size();
}

/// The document of every chart, and each of them with what `format` says of it.
void check_passed_over(std::string (*format)(const document::Document&, const render::Look&)) {
  document::Document all = test::sample_document();
  const std::string before = format(all, test::look_of());
  for (document::Chart& chart : test::charts("图")) {
    all.chapters.front().blocks.push_back(std::move(chart));
  }
  CHECK(format(all, test::look_of()) == before);
}

}  // namespace

TEST_SUITE_BEGIN("render");

TEST_CASE("The parts of a bar are as long as their counts, on one scale for all") {
  const Json rows = rows_of(test::charts("图")[0]);
  REQUIRE(rows.size() == 2);
  const Json& first = rows[0]["parts"];
  REQUIRE(first.size() == 2);
  CHECK(first[0]["key"] == "on_schedule");
  CHECK(first[0]["tone"] == "green");
  CHECK(first[0]["x"] == "0.00%");
  CHECK(first[0]["width"] == "75.00%");
  CHECK(first[0]["count"] == "6");
  CHECK(first[1]["x"] == "75.00%");
  CHECK(first[1]["width"] == "25.00%");
  CHECK(first[1]["middle"] == "87.50%");
  const Json& second = rows[1]["parts"];
  REQUIRE(second.size() == 2);
  CHECK(second[0]["width"] == "12.50%");
  CHECK(second[1]["width"] == "37.50%");
  CHECK(rows[1]["words"][1]["text"] == "3");
  CHECK(rows[1]["words"][1]["part"] == true);
}

TEST_CASE("A count that has no room in its part stands in the words alone") {
  document::Chart chart = test::charts("图")[0];
  chart.rows = {{{"图", 99, 1, 0}}};
  const Json rows = rows_of(chart);
  CHECK(rows[0]["parts"][1]["count"] == "");
  CHECK(rows[0]["words"][1]["text"] == "1");
}

TEST_CASE("Progress runs from the baseline to where the target lies, up or down") {
  const Json rows = rows_of(test::charts("图")[1]);
  // Without a value there is nothing to draw.
  REQUIRE(rows.size() == 2);
  CHECK(rows[0]["bars"][0]["x"] == "0.00%");
  CHECK(rows[0]["bars"][0]["width"] == "30.00%");
  CHECK(rows[0]["bars"][0]["tone"] == "yellow");
  std::map<std::string, std::string> marks;
  for (const Json& mark : rows[0]["marks"]) marks[mark["key"]] = mark["x"];
  CHECK(marks == std::map<std::string, std::string>{
                     {"expected_now", "40.00%"}, {"target", "100.00%"}, {"forecast", "80.00%"}});
  // From 20 down to 10; 16 is four tenths of the way.
  CHECK(rows[1]["bars"][0]["width"] == "40.00%");
  CHECK(rows[1]["marks"].size() == 1);
  CHECK(rows[1]["marks"][0]["x"] == "100.00%");
}

TEST_CASE("What is held has no way behind it, and what went back runs to the left") {
  document::Chart chart = test::charts("图")[1];
  const auto number = [](long long whole) {
    return test::Value(test::Number{.value = whole, .form = test::Form::amount});
  };
  const auto row = [&](long long value, long long target, long long baseline) {
    return document::Row{{"图", test::yellow_light(), number(value), number(target), test::Value(),
                          test::Value(), number(baseline)}};
  };
  chart.rows = {row(90, 100, 100), row(50, 200, 100), row(0, 0, 0)};
  const Json rows = rows_of(chart);
  REQUIRE(rows.size() == 2);
  CHECK(rows[0]["bars"][0]["width"] == "90.00%");
  // A light says itself what it is, with a remark too.
  CHECK(rows[0]["words"][0]["label"] == "");
  CHECK(rows[0]["words"][1]["label"] != "");
  chart.rows[0].cells[1] = document::Phrase{.text = {"{0}（{1}）", "{0} ({1})"},
                                            .arguments = {test::yellow_light(), test::Value(1)},
                                            .is_remark = true};
  CHECK(rows_of(chart)[0]["words"][0]["label"] == "");
  CHECK(rows[1]["bars"][0]["x"] == "0.00%");
  CHECK(rows[1]["bars"][0]["width"] == "33.33%");
}

TEST_CASE("Readings stand over their dates, what was expected beside them") {
  const Json rows = rows_of(test::charts("图")[2]);
  REQUIRE(rows.size() == 1);
  // 2024-01-01 to 2024-04-30 are 120 days, 0 to 80 the height.
  CHECK(rows[0]["lines"][0]["points"] == "25.00,87.50 50.00,50.00");
  CHECK(rows[0]["lines"][1]["points"] == "0.00,100.00 100.00,0.00");
  CHECK(rows[0]["dots"].size() == 2);
  CHECK(rows[0]["words"][0]["text"] == "2024-01-31 10 图 → 2024-03-01 40 图");
}

TEST_CASE("Readings that never change run along the middle, and one day alone is no line") {
  document::Chart chart = test::charts("图")[2];
  chart.rows = {chart.rows[0], chart.rows[0]};
  CHECK(rows_of(chart).empty());
  chart.rows[1].cells[0] = test::day("2024-02-29");
  CHECK(rows_of(chart)[0]["lines"][0]["points"] == "0.00,50.00 100.00,50.00");
}

TEST_CASE("A picture is well formed, says what it is of, and has every number in words") {
  std::vector<document::Block> blocks;
  for (document::Chart& chart : test::charts("图")) blocks.emplace_back(std::move(chart));
  pugi::xml_document xml;
  const std::string page = page_of(std::move(blocks));
  const auto result = read_main(page, xml);
  REQUIRE_MESSAGE(result, result.description());
  CHECK(count_of(xml, "//figure") == 3);
  CHECK(count_of(xml, "//dd/svg") == 5);
  CHECK(count_of(xml, "//dd/svg[@role='img'][@aria-label='图']/title[text()='图']") == 5);
  // 6 and 2, 1 and 3; light, value, target, expected, forecast; light, value, target, baseline.
  CHECK(count_of(xml, "//dd[@class='words']/span") == 4 + 5 + 4 + 2);
  CHECK(count_of(xml, "//circle") == 2);
  // Patterns stand once, and only where a bar has parts.
  CHECK(page.find("id=\"stripes\"") == page.rfind("id=\"stripes\""));
  CHECK(page.find("id=\"stripes\"") != std::string::npos);
  CHECK(page_of({test::charts("图")[2]}).find("id=\"stripes\"") == std::string::npos);
}

TEST_CASE("An evil title is text in a picture") {
  pugi::xml_document xml;
  const std::string evil = "</title><script>alert(1)</script>\"><b onload='x'>&amp;{{title}}";
  std::vector<document::Block> blocks;
  for (document::Chart& chart : test::charts(evil)) blocks.emplace_back(std::move(chart));
  const auto result = read_main(page_of(std::move(blocks)), xml);
  REQUIRE_MESSAGE(result, result.description());
  CHECK(count_of(xml, "//script") == 0);
  CHECK(count_of(xml, "//b") == 0);
  CHECK(count_of(xml, "//figure") == 3);
  for (const pugi::xpath_node& title : xml.select_nodes("//dd/svg/title")) {
    CHECK(std::string(title.node().text().get()) == evil);
  }
}

TEST_CASE("Formats that draw nothing pass a picture over; programs get its values") {
  check_passed_over(render::document_text);
  check_passed_over(render::document_markdown);
  check_passed_over(render::document_csv);
  const Json all = Json::parse(
      render::document_json(test::document_of({test::charts("图")[0]}), test::look_of()));
  const Json& rows = all["plans"][0]["charts"]["picture"];
  REQUIRE(rows.size() == 3);
  CHECK(rows[0] == Json{{"section", "图"}, {"on_schedule", 6}, {"behind", 2}, {"done", 0}});
}

TEST_CASE("Every number of a picture is one of the document") {
  int numbers = 0;
  document::for_each_number(test::document_of({test::charts("图")[0]}),
                            [&](const auto&, const auto&) { ++numbers; });
  CHECK(numbers == 9);
}

TEST_SUITE_END();

}  // namespace render_chart_test
