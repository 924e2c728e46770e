// SPDX-License-Identifier: MIT
#include "load/schema.h"

#include <doctest/doctest.h>

#include <functional>
#include <set>

#include "load/scalar.h"
#include "model/plan.h"
#include "model/task_fields.h"
#include "model/unit.h"

namespace load_schema_test {

using namespace taizhang;
using load::Json;

TEST_SUITE_BEGIN("load");

namespace {

Json schema_of(std::string_view name, base::Language language = base::Language::zh) {
  for (const load::FileKind& kind : load::file_kinds()) {
    if (kind.name == name) return kind.schema(language);
  }
  FAIL("no such kind of file");
  return {};
}

Json at(const Json& json, const char* pointer) {
  CAPTURE(pointer);
  const Json::json_pointer place(pointer);
  REQUIRE(json.contains(place));
  return json.at(place);
}

/// Call `look` for `json` and for everything in it.
void visit(const Json& json, const std::function<void(const Json&)>& look) {
  look(json);
  if (!json.is_structured()) return;
  for (const auto& part : json) visit(part, look);
}

/// The same without what is only said to people. A key of a file may be called `title` too: then
/// its value is no text.
Json without_words(Json json) {
  if (json.is_object()) {
    for (const char* key : {"title", "description", "enumDescriptions", "patternErrorMessage",
                            "deprecationMessage"}) {
      if (json.contains(key) && !json[key].is_object()) json.erase(key);
    }
  }
  for (auto& part : json) {
    if (part.is_structured()) part = without_words(part);
  }
  return json;
}

std::vector<std::string> keys_of(const Json& object) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : object.items()) keys.push_back(key);
  return keys;
}

}  // namespace

TEST_CASE("An entity in a schema is its table of fields") {
  const Json schema = schema_of("plan");
  CHECK(at(schema, "/definitions/section").dump() ==
        R"({"title":"板块","type":"object","properties":{)"
        R"("no":{"description":"序号","type":["integer","string"],"pattern":"^(0|[1-9][0-9]*)$",)"
        R"("patternErrorMessage":"应写：整数","minimum":0,"maximum":1000000},)"
        R"("title":{"description":"名称","type":"string","minLength":1},)"
        R"("序号":{"$ref":"#/definitions/section/properties/no"},)"
        R"("名称":{"$ref":"#/definitions/section/properties/title"}},)"
        R"("additionalProperties":false,"allOf":[)"
        R"({"anyOf":[{"required":["no"]},{"required":["序号"]}]},)"
        R"({"anyOf":[{"required":["title"]},{"required":["名称"]}]}]})");
  // Nothing in it is required: then draft-07 readers of older habits want no list at all.
  CHECK(keys_of(at(schema, "/definitions/roles")) ==
        std::vector<std::string>{"title", "type", "properties", "additionalProperties"});
}

TEST_CASE("A schema begins with what it is, then has every key in the order of the table") {
  const Json schema = schema_of("task", base::Language::en);
  CHECK(keys_of(schema) == std::vector<std::string>{"$schema", "$id", "title", "description",
                                                    "type", "properties", "additionalProperties",
                                                    "allOf", "definitions"});
  CHECK(schema["$schema"] == "http://json-schema.org/draft-07/schema#");
  CHECK(schema["$id"] == "urn:taizhang:schema:1:task");
  CHECK(schema["title"] == "task");
  const auto keys = model::keys<model::Task>();
  // Then come the same in Chinese, each as its English one.
  std::vector<std::string> names = keys_of(schema["properties"]);
  REQUIRE(names.size() == 2 * keys.size());
  CHECK(schema["properties"][names.back()] == Json{{"$ref", "#/properties/note"}});
  names.resize(keys.size());
  CHECK(names == std::vector<std::string>(keys.begin(), keys.end()));
  std::vector<std::string> needed;
  for (const Json& one : schema["allOf"]) needed.push_back(one["anyOf"][0]["required"][0]);
  CHECK(needed == std::vector<std::string>{"schema", "item", "section", "title", "due", "status"});
}

TEST_CASE("Each shape of value is asked for as the decoder reads it") {
  const Json task = schema_of("task");
  const Json plan = schema_of("plan");
  const auto type = [](const Json& json, const std::string& place) {
    return at(json, (place + "/type").c_str()).dump();
  };
  CHECK(at(task, "/properties/schema/const") == 1);
  CHECK(at(task, "/properties/item/minimum") == 1);
  CHECK(at(task, "/properties/section/minimum") == 0);
  CHECK(at(task, "/definitions/carry_over/properties/item/minimum") == 1);
  CHECK(type(task, "/properties/mechanism") == R"(["boolean","string"])");
  CHECK(type(task, "/properties/lead") == R"("array")");
  CHECK(type(task, "/properties/lead/items") == R"("string")");
  CHECK(type(task, "/properties/share") == R"("object")");
  CHECK(type(task, "/properties/share/additionalProperties") == R"(["number","string"])");
  CHECK(type(task, "/definitions/indicator/properties/target") == R"(["number","string"])");
  CHECK(type(task, "/definitions/reading/properties/value") == R"(["number","string","null"])");
  CHECK(type(task, "/definitions/change/properties/from/anyOf/0") ==
        R"(["string","number","boolean","array"])");
  CHECK(type(task, "/definitions/change/properties/from/anyOf/0/items") ==
        R"(["string","number","boolean"])");
  CHECK(at(task, "/definitions/change/properties/to/anyOf/1/$ref") == "#/definitions/trajectory");
  CHECK(type(plan, "/definitions/policy/properties/date") == R"(["string","integer"])");
  CHECK(at(plan, "/definitions/policy/properties/date/minimum") == 1900);
  CHECK(at(plan, "/properties/holidays/items/format") == "date");
  CHECK(at(plan, "/definitions/staleness/properties/month/items/maximum") == 1000000);
  CHECK(at(plan, "/properties/period").dump() ==
        R"({"description":"计划周期","type":"object","allOf":[{"$ref":"#/definitions/period"}]})");
}

TEST_CASE("Whole numbers have the limits of the reader") {
  const Json section = at(schema_of("task"), "/properties/section");
  const auto reads = [](long long number) {
    return load::convert(std::to_string(number), static_cast<int*>(nullptr)).value.has_value();
  };
  const auto least = section["minimum"].get<long long>();
  const auto most = section["maximum"].get<long long>();
  CHECK(reads(least));
  CHECK_FALSE(reads(least - 1));
  CHECK(reads(most));
  CHECK_FALSE(reads(most + 1));
}

TEST_CASE("Every word of an enumeration is there with what it means, in either language") {
  const Json zh = at(schema_of("task"), "/definitions/indicator/properties/kind");
  CHECK(zh["enum"] ==
        Json({"cumulative", "累计", "level", "存量", "ratio", "比率", "比例", "比值", "百分比",
              "growth", "增速", "增长率", "增幅", "rank", "位次", "排名", "名次"}));
  CHECK(zh["enumDescriptions"][0] == "累计");
  CHECK(zh["enumDescriptions"][1] == "累计");
  const Json en = at(schema_of("task", base::Language::en), "/properties/status");
  CHECK(en["enumDescriptions"][4] == "closing requested");
  int enumerations = 0;
  for (const char* name : {"plan", "task", "units"}) {
    visit(schema_of(name), [&](const Json& json) {
      if (!json.is_object() || !json.contains("enum")) return;
      ++enumerations;
      CHECK(json["enum"].size() == json["enumDescriptions"].size());
    });
  }
  // Task: status, kind, qualifier, commitment, aggregate, direction, trajectory, frequency, window,
  // grade twice, verdict, issue level and state, inspection method and result, order level, light.
  // Plan: language, reporting, time, rule of the light, forecast, level of a rule. Units: type,
  // status.
  CHECK(enumerations == 18 + 6 + 2);
}

TEST_CASE("An entity is defined once, and every reference leads to one") {
  const Json task = schema_of("task");
  const Json source{{"$ref", "#/definitions/source"}};
  CHECK(at(task, "/definitions/reading/properties/source/allOf/0") == source);
  CHECK(at(task, "/definitions/progress/properties/source/allOf/0") == source);
  CHECK(task["properties"]["carried_from"]["allOf"] == task["properties"]["carried_to"]["allOf"]);
  for (const char* name : {"plan", "task", "units"}) {
    const Json schema = schema_of(name);
    std::set<std::string> asked;
    visit(schema, [&](const Json& json) {
      if (!json.is_object() || !json.contains("$ref")) return;
      const std::string to = json["$ref"].get<std::string>();
      if (to.find("/properties/") == to.npos)
        asked.insert(to);
      else
        CHECK(schema.contains(Json::json_pointer(to.substr(1))));
    });
    std::set<std::string> defined;
    for (const std::string& one : keys_of(schema["definitions"])) {
      defined.insert("#/definitions/" + one);
    }
    CHECK(asked == defined);
  }
}

TEST_CASE("The languages differ in words only") {
  for (const char* name : {"plan", "task", "units"}) {
    const Json zh = schema_of(name);
    const Json en = schema_of(name, base::Language::en);
    CHECK(zh != en);
    CHECK(without_words(zh) == without_words(en));
  }
}

TEST_SUITE_END();

}  // namespace load_schema_test
