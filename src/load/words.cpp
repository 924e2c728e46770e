// SPDX-License-Identifier: MIT
#include "load/words.h"

#include <algorithm>
#include <set>

#include "base/fatal.h"
#include "base/place.h"
#include "base/suggest.h"
#include "base/text.h"
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

std::set<std::string_view> places_of(std::string_view text) {
  std::set<std::string_view> names;
  for (const std::string_view inside : words::places(text)) names.insert(base::place(inside).name);
  return names;
}

std::string in_braces(const std::set<std::string_view>& names) {
  std::vector<std::string> places;
  for (const std::string_view name : names) places.push_back("{" + std::string(name) + "}");
  return base::joined(places, " ");
}

/// Refuse a text with other places than the built-in one has: a figure that it leaves out would be
/// missing from papers, and a place too many would be printed as it is written. Places with names
/// are filled by what a rule finds, of which no text has to say all.
void refuse_other_places(const Overrides& overrides, const std::string& path) {
  for (const words::WordRow& row : words::word_rows()) {
    const auto own = overrides.find(row.key);
    if (own == overrides.end()) continue;
    std::set<std::string_view> known = places_of(row.zh);
    known.merge(places_of(row.en));
    const std::set<std::string_view> written = places_of(own->second);
    if (row.named ? std::ranges::includes(known, written) : known == written) continue;
    throw Fatal(
        Exit::usage,
        {{"{0} 里的词条“{1}”填数的地方不对",
          "{0} has other places in “{1}” than the program fills"},
         {path, own->first}},
        known.empty() ? base::Phrase{{"这一条没有填数的地方，请去掉 {0}", "take {0} out of it"},
                                     {in_braces(written)}}
        : row.named ? base::Phrase{{"这一条里能写的是 {0}", "it can have {0}"}, {in_braces(known)}}
                    : base::Phrase{{"这一条里要写 {0}，不能多也不能少",
                                    "it has to have {0}, no fewer and no others"},
                                   {in_braces(known)}});
  }
}

/// Why the file cannot be read, as the reader of ledgers tells it.
base::Phrase cause_of(std::string_view text, const source::Fault& fault) {
  const std::string_view before = text.substr(0, fault.at.begin);
  const long long line = std::ranges::count(before, '\n') + 1;
  const auto* wrong = std::get_if<source::SyntaxError>(&fault.what);
  constexpr base::Bilingual otherwise{"不合词条文件的写法", "nothing that words are written with"};
  return {{"第 {0} 行：{1}；它应当是“词条: 文字”的 YAML 文件",
           "line {0}: {1}; it has to be YAML, a key and a text a line"},
          {line, wrong ? wrong->wrong : otherwise}};
}

}  // namespace

words::Words words(const base::Disk& disk, const std::string& folder, base::Language language) {
  const std::string name = language == base::Language::zh ? "words/zh.yaml" : "words/en.yaml";
  const std::string path = base::join_path(folder, name);
  const base::Content content = disk.read(path, largest_file);
  if (content.fault == base::DiskFault::missing) return words::Words(language);
  const auto refuse = [&](base::Phrase cause) {
    throw Fatal(Exit::usage, {{"读不懂词条文件 {0}", "the words in {0} cannot be read"}, {path}},
                std::move(cause));
  };
  if (content.fault != base::DiskFault::none) {
    refuse({{"{0}", "{0}"}, {base::words_for(content.fault, content.reason)}});
  }
  if (base::first_invalid_utf8(content.text))
    refuse({{"它不是 UTF-8 编码；{0}", "it is not UTF-8: {0}"}, {base::save_as_utf8}});
  // Editors of offices put a mark before a text in UTF-8.
  const std::string_view text = base::without_mark(content.text);
  const yaml::Document document = yaml::parse(text, 0);
  for (const source::Fault& fault : document.faults) {
    if (!fault.is_of_form()) refuse(cause_of(text, fault));
  }
  Overrides overrides;
  flatten(document.root, "", overrides);
  refuse_unknown(overrides, path);
  refuse_other_places(overrides, path);
  return words::Words(language, std::move(overrides));
}

}  // namespace taizhang::load
