// SPDX-License-Identifier: MIT
//
// A build-time tool: turns `templates/` into the tables that `base/assets.h` declares, so that the
// program parses nothing at start-up. It fails the build when a word is missing in a language or
// when the two texts of a word have different placeholders.
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>

namespace fs = std::filesystem;

namespace {

using Texts = std::map<std::string, std::string>;

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

std::set<std::string> placeholders(const std::string& text) {
  std::set<std::string> found;
  for (std::size_t at = 0; (at = text.find('{', at)) != std::string::npos; ++at) {
    const std::size_t end = text.find('}', at);
    if (end != std::string::npos) found.insert(text.substr(at, end - at + 1));
  }
  return found;
}

void check(const Texts& zh, const Texts& en) {
  for (const auto& [key, text] : zh) {
    if (!en.contains(key)) throw std::runtime_error("en.yaml has no word " + key);
    if (placeholders(text) != placeholders(en.at(key))) {
      throw std::runtime_error("the placeholders of " + key + " differ between zh and en");
    }
  }
  for (const auto& [key, text] : en) {
    if (!zh.contains(key)) throw std::runtime_error("zh.yaml has no word " + key);
  }
}

/// A string literal in pieces, for compilers limit the length of one.
std::string literal(const std::string& text) {
  constexpr char hex[] = "01234567";
  std::string result = "\"";
  std::size_t on_line = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte == '\n') {
      result += "\\n\"\n    \"";
      on_line = 0;
    } else if (byte == '"' || byte == '\\') {
      result += {'\\', c};
    } else if (byte < 0x20 || byte >= 0x7F) {
      result += {'\\', hex[byte >> 6], hex[(byte >> 3) & 7], hex[byte & 7]};
    } else {
      result += c;
    }
    if (++on_line > 2000 && (byte & 0xC0) != 0x80) {
      result += "\"\n    \"";
      on_line = 0;
    }
  }
  return result + "\"";
}

std::string generate(const fs::path& templates) {
  Texts assets;
  for (const auto& entry : fs::recursive_directory_iterator(templates)) {
    if (entry.path().extension() != ".mustache") continue;
    assets[entry.path().lexically_relative(templates).generic_string()] = read(entry.path());
  }
  Texts zh, en;
  flatten(YAML::LoadFile((templates / "words/zh.yaml").string()), "", zh);
  flatten(YAML::LoadFile((templates / "words/en.yaml").string()), "", en);
  check(zh, en);

  std::ostringstream out;
  out << "// Written by src/embed/main.cpp from templates/; do not edit.\n"
         "#include \"base/assets.h\"\n\nnamespace taizhang::base {\n\n"
         "static constexpr Asset asset_table[] = {\n";
  for (const auto& [name, text] : assets) {
    out << "  {\"" << name << "\",\n    " << literal(text) << "},\n";
  }
  out << "};\n\nstatic constexpr WordRow word_table[] = {\n";
  for (const auto& [key, text] : zh) {
    out << "  {\"" << key << "\", " << literal(text) << ", " << literal(en.at(key)) << "},\n";
  }
  out << "};\n\nstd::span<const Asset> assets() { return asset_table; }\n"
         "std::span<const WordRow> word_rows() { return word_table; }\n\n"
         "}  // namespace taizhang::base\n";
  return out.str();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: taizhang_embed TEMPLATES OUTPUT.cpp\n";
    return 2;
  }
  try {
    fs::create_directories(fs::path(argv[2]).parent_path());
    std::ofstream(argv[2], std::ios::binary) << generate(argv[1]);
  } catch (const std::exception& e) {
    std::cerr << "templates: " << e.what() << "\n";
    return 1;
  }
  return 0;
}
