// SPDX-License-Identifier: MIT
//
// Four invented ledgers, each with `expected.yaml` beside it: figures that were worked out by hand
// from the rules, and that `show` and `list` have to give.
#include <doctest/doctest.h>

#include <map>
#include <nlohmann/json.hpp>

#include "base/decimal.h"
#include "ledgers.h"
#include "run.h"
#include "yaml/parse.h"

using namespace taizhang;

TEST_SUITE_BEGIN("worked_out");

namespace {

namespace worked_out {

using Json = nlohmann::json;

/// The value of `key` in `map`, which must have it.
const yaml::Node& at(const yaml::Node& map, std::string_view key) {
  for (const yaml::Pair& pair : map.pairs) {
    if (pair.key.text == key) return pair.value;
  }
  throw std::runtime_error("expected.yaml lacks " + std::string(key));
}

Json of_program(const test::MemoryDisk& disk, std::vector<std::string> words,
                const yaml::Node& check) {
  for (const char* clock : {"as_of", "known_by"}) {
    words.push_back(clock == std::string("as_of") ? "--as-of" : "--known-by");
    words.emplace_back(at(check, clock).text);
  }
  words.insert(words.end(), {"--format", "json"});
  const test::Outcome outcome = test::run(words, disk);
  REQUIRE_MESSAGE(outcome.exit == 0, outcome.err);
  return Json::parse(outcome.out);
}

/// The record of `records` whose `key` is `name`.
Json among(const Json& records, const char* key, const std::string& name) {
  for (const Json& record : records) {
    if (record.at(key) == name) return record;
  }
  throw std::runtime_error(std::string("no ") + key + " " + name);
}

/// What `show` tells of the task, indicator or unit that a check asks for.
Json asked_for(const Json& task, const yaml::Node& check) {
  const yaml::Node& indicator = at(check, "indicator");
  if (indicator.kind == yaml::NodeKind::null) return task;
  const Json figures = among(task.at("indicators"), "id", std::string(indicator.text));
  const yaml::Node& unit = at(check, "unit");
  if (unit.kind == yaml::NodeKind::null) return figures;
  return among(figures.at("targets"), "unit", std::string(unit.text));
}

/// Follow a dotted name into records.
Json field(Json record, const std::string& name) {
  std::size_t from = 0;
  while (from <= name.size()) {
    const std::size_t dot = std::min(name.find('.', from), name.size());
    if (record.is_null()) return nullptr;
    record = Json(record.at(name.substr(from, dot - from)));
    from = dot + 1;
  }
  return record;
}

/// Both as text, so that a difference can be read: numbers in their shortest exact form.
std::string written(const Json& value) {
  if (value.is_number()) {
    const auto parsed = base::Decimal::parse(value.dump());
    return parsed.decimal ? parsed.decimal->text() : value.dump();
  }
  if (value.is_array()) {
    std::string all;
    for (const Json& one : value) all += written(one) + " ";
    return all;
  }
  return value.is_string() ? value.get<std::string>() : value.dump();
}

std::string written(const yaml::Node& node) {
  if (node.kind == yaml::NodeKind::list) {
    std::string all;
    for (const yaml::Node& one : node.items) all += written(one) + " ";
    return all;
  }
  if (node.kind == yaml::NodeKind::null || node.text == "null") return "null";
  const auto parsed = base::Decimal::parse(node.text);
  return parsed.decimal && !node.quoted ? parsed.decimal->text() : std::string(node.text);
}

/// Hold every check of the ledger `name` against the program, and return how many values there are.
int hold(const std::string& name) {
  const test::MemoryDisk disk = test::disk_with_ledger(name + "/tasks");
  const yaml::Document expected =
      yaml::parse(test::read_file(test::cases_folder() + "/ledgers/" + name + "/expected.yaml"), 0);
  REQUIRE(expected.faults.empty());
  int values = 0;
  std::map<std::string, Json> shown;  // by item and days
  for (const yaml::Node& check : at(expected.root, "checks").items) {
    const std::string item(at(check, "item").text);
    const std::string asked = item + " " + std::string(at(check, "as_of").text) + " " +
                              std::string(at(check, "known_by").text);
    if (!shown.contains(asked)) shown[asked] = of_program(disk, {"show", item}, check);
    const Json record = asked_for(shown[asked], check);
    for (const yaml::Pair& pair : at(check, "fields").pairs) {
      ++values;
      CAPTURE(asked);
      CAPTURE(at(check, "indicator").text);
      CAPTURE(at(check, "unit").text);
      CAPTURE(pair.key.text);
      CHECK(written(field(record, std::string(pair.key.text))) == written(pair.value));
    }
  }
  for (const yaml::Node& day : at(expected.root, "stats").items) {
    std::map<std::string, int> classes;
    std::map<std::string, int> not_counted;
    for (const Json& task : of_program(disk, {"list"}, day)) {
      if (task.at("counted") == true) {
        ++classes[task.at("class")];
        continue;
      }
      const std::string status = task.at("status");
      const bool set_aside = status == "suspended" || status == "cancelled";
      ++not_counted[set_aside ? status : "mechanism"];
    }
    CAPTURE(at(day, "as_of").text);
    for (const yaml::Pair& pair : at(day, "classes").pairs) {
      ++values;
      CAPTURE(pair.key.text);
      CHECK(std::to_string(classes[std::string(pair.key.text)]) == pair.value.text);
    }
    for (const yaml::Pair& pair : at(day, "not_counted").pairs) {
      ++values;
      CAPTURE(pair.key.text);
      CHECK(std::to_string(not_counted[std::string(pair.key.text)]) == pair.value.text);
    }
  }
  return values;
}

}  // namespace worked_out

}  // namespace

TEST_CASE("livelihood projects with a target for each town") {
  CHECK(worked_out::hold("minsheng") > 300);
}

TEST_CASE("an assessment table with ranks and comparisons") {
  CHECK(worked_out::hold("kaohe") > 300);
}

TEST_CASE("a progress table that has only percentages and verdicts") {
  CHECK(worked_out::hold("jindu") > 150);
}

TEST_CASE("a safety ledger of ceilings") { CHECK(worked_out::hold("anquan") > 300); }

TEST_SUITE_END();
