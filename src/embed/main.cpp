// SPDX-License-Identifier: MIT
//
// A build-time tool: turns `templates/` into the tables that `words/assets.h` declares, so that the
// program parses nothing at start-up, and into a header with a handle for every word, so that one
// that does not exist, or that lacks an argument, does not compile. It fails the build when a word
// is missing in a language or when the two texts of a word have different places. The themes of
// example ledgers become tables of their own.
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>

#include "embed/literal.h"
#include "embed/themes.h"

namespace fs = std::filesystem;

using taizhang::embed::literal;

namespace {

using Texts = std::map<std::string, std::string>;

constexpr std::string_view banner =
    "// Written by src/embed/main.cpp from templates/; do not edit.\n";

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) throw std::runtime_error("cannot read " + path.string());
  return text.str();
}

/// The keys of nested maps joined with dots: `weekly: {title: …}` is `weekly.title`.
void flatten(const YAML::Node& node, const std::string& prefix, Texts& words) {
  for (const auto& pair : node) {
    const std::string key = prefix + pair.first.as<std::string>();
    if (pair.second.IsMap()) {
      flatten(pair.second, key + ".", words);
    } else if (!words.emplace(key, pair.second.as<std::string>()).second) {
      throw std::runtime_error("word " + key + " stands twice");
    }
  }
}

using Places = std::set<std::string>;

bool is_number(const std::string& name) {
  return name.find_first_not_of("0123456789") == std::string::npos;
}

/// What stands in the braces of `text`: a number or a name.
Places places(const std::string& text) {
  Places found;
  for (std::size_t at = 0; (at = text.find('{', at)) != std::string::npos; ++at) {
    const std::size_t end = text.find('}', at);
    if (end == std::string::npos) throw std::runtime_error("an open brace in " + text);
    const std::string whole = text.substr(at + 1, end - at - 1);
    const std::string name = whole.substr(0, whole.find('|'));
    const bool sound = !name.empty() && name.find_first_not_of(
                                            "abcdefghijklmnopqrstuvwxyz_."
                                            "0123456789") == std::string::npos;
    if (!sound) throw std::runtime_error("{" + name + "} is no place, in " + text);
    // `n|task|tasks` is a word beside the number at n, which one language may need.
    if (name == whole) found.insert(name);
  }
  return found;
}

bool has_names(const Places& found) {
  return std::any_of(found.begin(), found.end(),
                     [](const std::string& name) { return !is_number(name); });
}

/// How many arguments fill the places: one more than the highest of their numbers.
int count(const Places& found) {
  int most = 0;
  for (const std::string& name : found) most = std::max(most, std::stoi(name) + 1);
  return most;
}

void check(const std::string& key, const std::string& zh, const std::string& en) {
  const Places found = places(zh);
  if (found != places(en)) {
    throw std::runtime_error("the places of " + key + " differ between zh and en");
  }
  if (has_names(found) && std::any_of(found.begin(), found.end(), is_number)) {
    throw std::runtime_error("the places of " + key + " have numbers and names");
  }
}

void check(const Texts& zh, const Texts& en) {
  for (const auto& [key, text] : zh) {
    if (!en.contains(key)) throw std::runtime_error("en.yaml has no word " + key);
    check(key, text, en.at(key));
  }
  for (const auto& [key, text] : en) {
    if (!zh.contains(key)) throw std::runtime_error("zh.yaml has no word " + key);
  }
}

/// The tables that `words/assets.h` declares.
std::string tables(const fs::path& templates, const Texts& zh, const Texts& en) {
  Texts assets;
  for (const auto& entry : fs::recursive_directory_iterator(templates)) {
    if (entry.path().extension() != ".mustache") continue;
    assets[entry.path().lexically_relative(templates).generic_string()] = read(entry.path());
  }
  std::ostringstream out;
  out << banner
      << "#include \"words/assets.h\"\n\nnamespace taizhang::words {\n\n"
         "static constexpr Asset asset_table[] = {\n";
  for (const auto& [name, text] : assets) {
    out << "  {\"" << name << "\",\n    " << literal(text) << "},\n";
  }
  out << "};\n\nstatic constexpr WordRow word_table[] = {\n";
  for (const auto& [key, text] : zh) {
    out << "  {\"" << key << "\", " << literal(text) << ", " << literal(en.at(key)) << ", "
        << (has_names(places(text)) ? "true" : "false") << "},\n";
  }
  out << "};\n\nstd::span<const Asset> assets() { return asset_table; }\n"
         "std::span<const WordRow> word_rows() { return word_table; }\n\n"
         "}  // namespace taizhang::words\n";
  return out.str();
}

/// A handle for every word: `weekly.week` is `weekly_week`.
std::string handles(const Texts& words) {
  std::ostringstream out;
  out << banner
      << "#pragma once\n\n#include \"words/key.h\"\n\nnamespace taizhang::words::keys {\n\n";
  std::map<std::string, std::string> names;
  int row = 0;
  for (const auto& [key, text] : words) {
    std::string name = key;
    std::replace(name.begin(), name.end(), '.', '_');
    const auto [other, is_new] = names.emplace(name, key);
    if (!is_new) throw std::runtime_error(key + " and " + other->second + " have one handle");
    const Places found = places(text);
    out << "inline constexpr "
        << (has_names(found) ? "NamedKey" : "Key<" + std::to_string(count(found)) + ">") << " "
        << name << "{" << row++ << "};\n";
  }
  out << "\n}  // namespace taizhang::words::keys\n";
  return out.str();
}

/// Written only where it differs, so that what includes it is not compiled again for nothing.
void write_if_changed(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  if (fs::exists(path) && read(path) == text) return;
  std::ofstream(path, std::ios::binary) << text;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: taizhang_embed TEMPLATES GENERATED\n";
    return 2;
  }
  try {
    const fs::path templates = argv[1];
    Texts zh, en;
    flatten(YAML::LoadFile((templates / "words/zh.yaml").string()), "", zh);
    flatten(YAML::LoadFile((templates / "words/en.yaml").string()), "", en);
    check(zh, en);
    const fs::path generated = argv[2];
    write_if_changed(generated / "assets.cpp", tables(templates, zh, en));
    write_if_changed(generated / "words/keys.h", handles(zh));
    write_if_changed(generated / "example/themes.inc",
                     std::string(banner) +
                         taizhang::embed::themes((templates / "example/themes.yaml").string()));
  } catch (const std::exception& e) {
    std::cerr << "templates: " << e.what() << "\n";
    return 1;
  }
  return 0;
}
