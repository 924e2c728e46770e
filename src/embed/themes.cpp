// SPDX-License-Identifier: MIT
#include "embed/themes.h"

#include <yaml-cpp/yaml.h>

#include <map>
#include <sstream>
#include <string_view>

#include "embed/literal.h"

namespace taizhang::embed {

namespace {

/// The keys whose values are words of an enumeration.
const std::map<std::string, std::string_view> enumerations = {
    {"by_town", "model::Aggregate"},
    {"commitment", "model::Commitment"},
    {"frequency", "model::Frequency"},
    {"kind", "model::Kind"},
    {"line", "Line"},
    {"qualifier", "model::Qualifier"},
    {"trajectory", "model::TrajectoryType"}};

bool is_code(const std::string& value) {
  return value == "true" || value.find_first_not_of("0123456789") == std::string::npos;
}

/// A value as an initializer; of `key`, where it has one.
std::string initializer(const YAML::Node& value, const std::string& key = {}) {
  std::string result;
  if (value.IsSequence()) {
    // An array stands in two pairs of braces, its own and those of what it holds.
    for (const YAML::Node& item : value) result += initializer(item) + ",";
    return "{{" + result + "}}";
  }
  if (value.IsMap()) {
    result = "\n#line " + std::to_string(value.Mark().line + 1) + "\n{";
    for (const auto& pair : value) {
      const auto name = pair.first.as<std::string>();
      result += "." + name + " = " + initializer(pair.second, name) + ", ";
    }
    return result + "}";
  }
  const auto text = value.as<std::string>();
  const auto enumeration = enumerations.find(key);
  if (enumeration != enumerations.end()) return std::string(enumeration->second) + "::" + text;
  return is_code(text) ? text : literal(text);
}

}  // namespace

std::string themes(const std::string& path) {
  std::ostringstream titles, rows;
  int number = 0;
  for (const YAML::Node& section : YAML::LoadFile(path)) {
    titles << literal(section["title"].as<std::string>()) << ", ";
    ++number;
    for (const YAML::Node& theme : section["themes"]) {
      std::string row = initializer(theme);
      row.insert(row.find('{') + 1, ".section = " + std::to_string(number) + ", ");
      rows << row << ",";
    }
  }
  return "constexpr std::string_view section_titles[] = {" + titles.str() +
         "};\n\nconstexpr Theme themes[] = {\n#line 1 \"" + path + "\"" + rows.str() + "};\n";
}

}  // namespace taizhang::embed
