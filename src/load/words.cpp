// SPDX-License-Identifier: MIT
#include "load/words.h"

#include <algorithm>

#include "base/fatal.h"
#include "base/suggest.h"
#include "load/load.h"
#include "model/enums.h"
#include "words/assets.h"
#include "yaml/parse.h"

namespace taizhang::load {

using base::Exit;
using base::Fatal;

namespace {

using Overrides = words::Words::Overrides;

void flatten(const yaml::Node& node, const std::string& prefix, Overrides& overrides) {
  for (const yaml::Pair& pair : node.pairs) {
    const std::string key = prefix + std::string(pair.key.text);
    if (pair.value.kind == yaml::NodeKind::map) {
      flatten(pair.value, key + ".", overrides);
    } else {
      overrides[key] = pair.value.text;
    }
  }
}

/// Whether `key` names the word of an enumeration, `light.red`, which stands with its values.
bool is_of_enumeration(std::string_view key) {
  const std::string_view enumeration = key.substr(0, key.find('.'));
  const auto is_one = [&]<class... E>(const std::tuple<E...>&) {
    return ((enumeration == model::Names<E>::key) || ...);
  };
  return is_one(model::Enumerations());
}

/// The last part of a key: `title` of `weekly.title`.
std::string_view last_part(std::string_view key) { return key.substr(key.rfind('.') + 1); }

/// What may have been meant by a key that is none of `known`: the only one that ends as it does,
/// for what is forgotten most often is the part before; else the nearest; else all that end so.
base::Phrase meant(std::string_view key, const std::vector<std::string_view>& known) {
  constexpr base::Bilingual nearest{"相近的词条：{0}", "the nearest is: {0}"};
  std::vector<std::string> alike;
  for (const std::string_view one : known) {
    if (last_part(one) == last_part(key)) alike.emplace_back(one);
  }
  if (alike.size() == 1) return {nearest, {alike.front()}};
  if (const auto near = base::suggestion(key, known)) return {nearest, {*near}};
  constexpr std::size_t most = 12;
  if (alike.empty() || alike.size() > most) return base::near_or_all(key, known);
  return {nearest, {base::joined(alike, "、")}};
}

void refuse_unknown(const Overrides& overrides, const std::string& path) {
  std::vector<std::string_view> known;
  for (const words::WordRow& row : words::word_rows()) known.push_back(row.key);
  for (const auto& [key, text] : overrides) {
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    if (is_of_enumeration(key)) {
      throw Fatal(Exit::usage,
                  {{"{0} 里的词条“{1}”不能改写：它是固定取值的名称，处处相同",
                    "{0} cannot reword “{1}”: the values of a field are called alike everywhere"},
                   {path, key}},
                  {{"请删去这一条", "delete this line"}, {}});
    }
    throw Fatal(Exit::usage,
                {{"{0} 里的词条“{1}”不认识", "{0} has an unknown word “{1}”"}, {path, key}},
                meant(key, known));
  }
}

}  // namespace

words::Words words(const base::Disk& disk, const std::string& folder, base::Language language) {
  const std::string name = language == base::Language::zh ? "words/zh.yaml" : "words/en.yaml";
  const std::string path = base::join_path(folder, name);
  const base::Content content = disk.read(path, largest_file);
  if (content.fault == base::DiskFault::missing) return words::Words(language);
  const yaml::Document document = yaml::parse(content.text, 0);
  const bool sound = std::all_of(document.faults.begin(), document.faults.end(),
                                 [](const auto& fault) { return fault.is_of_form(); });
  if (content.fault != base::DiskFault::none || !sound) {
    throw Fatal(
        Exit::usage, {{"读不懂词条文件 {0}", "the words in {0} cannot be read"}, {path}},
        {{"它应当是“词条: 文字”的 YAML 文件", "it has to be YAML, a key and a text a line"}, {}});
  }
  Overrides overrides;
  flatten(document.root, "", overrides);
  refuse_unknown(overrides, path);
  return words::Words(language, std::move(overrides));
}

}  // namespace taizhang::load
