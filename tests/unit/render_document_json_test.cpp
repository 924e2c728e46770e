// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "render/json_text.h"
#include "render_document_sample.h"

namespace render_document_json_test {

using namespace taizhang;

namespace {

std::string json_text_of(const document::Value& value,
                         base::Language language = base::Language::zh) {
  std::string text = render::json_text(render::json_of(value, language));
  text.pop_back();
  return text;
}

}  // namespace

TEST_SUITE_BEGIN("render");

TEST_CASE("A value for programs is rounded as its form is printed") {
  using document::Form;
  using document::Number;
  using test::fraction;
  const base::Ratio third = fraction(1, 3);
  CHECK(json_text_of(test::percent_of(126, 221)) == "57.01");  // 57.0135…
  CHECK(json_text_of(test::percent_of(1, 1)) == "100");        // no .00
  CHECK(json_text_of(Number{third, Form::share}) == "33.3");
  CHECK(json_text_of(Number{fraction(1, 1600), Form::share}) == "0.1");  // 0.0625
  CHECK(json_text_of(Number{third, Form::ratio}) == "0.3333");
  CHECK(json_text_of(Number{fraction(-26, 5), Form::points}) == "-5.2");
  CHECK(json_text_of(Number{fraction(13153, 200), Form::score}) == "65.77");  // 65.765
  CHECK(json_text_of(Number{third}) == "0.333");
  CHECK(json_text_of(Number{fraction(2993228, 1000000), Form::amount, "所", 6}) == "2.993228");
  CHECK(json_text_of(Number{fraction(1, 8), Form::amount, "", 2}) == "0.13");
  CHECK(json_text_of(Number{fraction(-1, 2000), Form::amount, "", 2}) == "0");
  CHECK(json_text_of(Number{fraction(3, 2), Form::amount, "所", 3, true}) == "1.5");
  CHECK(json_text_of(Number{fraction(123456789012, 1)}) == "123456789012");
  CHECK(json_text_of(7) == "7");
}

TEST_CASE("Dates, words, absent things and flags have their own JSON") {
  CHECK(json_text_of(test::day("2024-07-12")) == "\"2024-07-12\"");
  document::Word word = test::yellow_light();
  word.marked = true;
  CHECK(json_text_of(word) == "\"yellow\"");
  CHECK(json_text_of(document::Absent{{"未报送", "not reported"}}) == "null");
  CHECK(json_text_of(true) == "true");
}

TEST_CASE("Lists and records nest, a sentence is its text in the language of the report") {
  const document::Value value = document::Record{
      {{"lead", document::List{{"甲", "乙"}}},
       {"none", document::List{}},
       {"forecast", document::Record{{{"value", document::Absent{}}, {"light", "x"}}}}}};
  CHECK(render::json_of(value, base::Language::zh).dump() ==
        R"({"lead":["甲","乙"],"none":[],"forecast":{"value":null,"light":"x"}})");
  const document::Value said = document::Sentence{{test::yellow_light(), " ", 3}};
  CHECK(json_text_of(said) == "\"黄灯 3\"");
  CHECK(json_text_of(said, base::Language::en) == "\"yellow 3\"");
}

TEST_CASE("A report for programs has its blocks by plan, id and key") {
  const auto json =
      render::Json::parse(render::document_json(test::sample_document(), test::look_of()));
  CHECK(json["schema_version"] == 2);
  CHECK(json["report"] == "sample");
  CHECK(json["as_of"] == "2024-07-12");
  CHECK(json["known_by"] == "2024-07-13");
  REQUIRE(json["plans"].size() == 1);
  const auto& plan = json["plans"][0];
  CHECK(plan["plan"] == "2024");
  CHECK(plan["tables"]["tasks"].dump() ==
        R"([{"item":14,"title":"推动汽车产业转型","completion":57.01},)"
        R"({"item":7,"title":"abc","completion":null}])");
  CHECK(plan["tables"]["overdue"].dump() ==
        R"([{"written.due":"2024-06-07","light":"yellow","days":35}])");
  CHECK(plan["fields"]["task"].dump() == R"({"lead":["县水务局","县城投公司"],"light":"yellow"})");
  CHECK(plan["paragraphs"]["summary"] == "共 3 项任务。");
  CHECK(plan["cards"]["overview"].dump() ==
        R"({"time":{"value":50,"note":"截至 2024-07-12"},"done":{"value":"1/4","note":""}})");
  CHECK(plan["steps"]["story"].dump() ==
        R"([{"key":"ratio","value":0.9219,"lines":["实际 47.5%","应完成 51.5%"]}])");
  CHECK(plan["bullets"]["next"].dump() == R"(["第 1 项：请协调","第 2 项：请上报"])");
}

TEST_CASE("Where a document is a view of rows, programs get the rows") {
  document::Document all = test::sample_document();
  all.data = [] { return document::Value(document::List{{1, document::Absent{}}}); };
  CHECK(render::document_json(all, test::look_of()) == "[\n  1,\n  null\n]\n");
}

TEST_CASE("Two tables of one id come to one list") {
  const document::Document twice = test::document_of({test::sample_table(), test::sample_table()});
  const auto json = render::Json::parse(render::document_json(twice, test::look_of()));
  CHECK(json["plans"][0]["plan"].is_null());
  CHECK(json["plans"][0]["tables"]["tasks"].size() == 4);
}

TEST_CASE("Hostile data comes out of JSON as it went in") {
  const auto json =
      render::Json::parse(render::document_json(test::hostile_document(), test::look_of()));
  const auto& plan = json["plans"][0];
  CHECK(plan["paragraphs"]["p"] == test::hostile);
  CHECK(plan["tables"]["t"][0]["b"][0] == test::hostile);
  CHECK(plan["fields"]["f"]["k"] == test::hostile);
}

TEST_SUITE_END();

}  // namespace render_document_json_test
