// SPDX-License-Identifier: MIT
//
// Nothing that a task file says is left out of what `show` tells programs.
#include <doctest/doctest.h>
#include <yaml-cpp/yaml.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "example_ledgers.h"
#include "facts/catalogue.h"
#include "model/enums.h"
#include "run.h"

namespace facts_complete_test {

TEST_SUITE_BEGIN("properties");

using namespace taizhang;
using Json = nlohmann::json;

namespace {

/// Whether the file's text and the value say the same.
bool is_same(const std::string& written, const Json& told) {
  if (told.is_string()) return told.get<std::string>() == written;
  if (told.is_boolean()) return written == (told.get<bool>() ? "true" : "false");
  if (told.is_null()) return written == "null";
  if (!told.is_number()) return false;
  return std::abs(std::stod(written) - told.get<double>()) < 1e-9;
}

/// The scalars of a file under `node` that neither `told` nor what stands in it under `written`
/// has, each by its path.
void missing(const YAML::Node& node, const Json* told, const Json* as_written,
             const std::string& path, std::vector<std::string>& result, int& found) {
  if (node.IsMap()) {
    // What may stand without a list is told as a list of one: an override.
    if (told && told->is_array() && told->size() == 1) told = &(*told)[0];
    if (as_written && as_written->is_array() && as_written->size() == 1) {
      as_written = &(*as_written)[0];
    }
    const auto under = [](const Json* where, const std::string& key) -> const Json* {
      if (!where || !where->is_object() || !where->contains(key)) return nullptr;
      return &(*where)[key];
    };
    for (const auto& entry : node) {
      const std::string key = entry.first.as<std::string>();
      const YAML::Node value = entry.second;
      if (path.empty() && key == "schema") continue;
      const Json* own = under(told, "written");
      const Json* written = under(as_written, key) ? under(as_written, key) : under(own, key);
      missing(value, under(told, key), written, path + "/" + key, result, found);
    }
  } else if (node.IsSequence()) {
    for (std::size_t i = 0; i < node.size(); ++i) {
      const auto at = [&](const Json* where) {
        return where && where->is_array() && i < where->size() ? &(*where)[i] : nullptr;
      };
      missing(node[i], at(told), at(as_written), path + "/" + std::to_string(i), result, found);
    }
    // A list of one may be told as that one: the `from` and `to` of a change.
    if (node.size() == 1 && told && !told->is_array() && !result.empty() &&
        is_same(node[0].as<std::string>(), *told)) {
      result.pop_back();
      ++found;
    }
  } else {
    const std::string text = node.IsNull() ? "null" : node.Scalar();
    const auto says = [&](const Json* where) {
      if (!where) return false;
      const bool alone = where->is_array() && where->size() == 1;
      return is_same(text, alone ? (*where)[0] : *where);
    };
    const bool is_there = says(told) || says(as_written);
    if (is_there)
      ++found;
    else
      result.push_back(path + ": " + text);
  }
}

}  // namespace

TEST_CASE("show tells every scalar of a task's file under its own key, or under written") {
  int found = 0;
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    example::Options options = test::with_seed(seed);
    options.tasks = 10;
    const test::MemoryDisk disk = test::disk_with_example(options);
    for (const auto& [path, text] : disk.files) {
      const YAML::Node file = YAML::Load(text);
      if (!file["item"]) continue;
      const std::string item = file["item"].as<std::string>();
      // A day after all that the ledger knows.
      const test::Outcome outcome =
          test::run({"show", item, "--as-of", "2026-12-31", "--format", "json"}, disk);
      REQUIRE_MESSAGE(outcome.exit == 0, outcome.err);
      std::vector<std::string> left_out;
      const Json told = Json::parse(outcome.out);
      missing(file, &told, told.contains("written") ? &told["written"] : nullptr, "", left_out,
              found);
      for (const std::string& one : left_out) FAIL_CHECK(path, one);
    }
  }
  CHECK(found > 5000);
}

TEST_CASE("Every field has a name of its own, a title in both languages and a line about it") {
  for (const facts::KindOfRow* kind : facts::kinds()) {
    std::set<std::string> names;
    for (const facts::Field& field : kind->fields()) {
      CAPTURE(kind->name);
      CAPTURE(field.name);
      CHECK(names.insert(field.name).second);
      CHECK(bool(field.get));
      CHECK_FALSE(field.title.zh.empty());
      CHECK_FALSE(field.title.en.empty());
      CHECK_FALSE(field.about.zh.empty());
      CHECK_FALSE(field.about.en.empty());
    }
  }
}

TEST_SUITE_END();

}  // namespace facts_complete_test
