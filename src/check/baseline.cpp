// SPDX-License-Identifier: MIT
#include "check/baseline.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <tuple>

#include "base/fatal.h"
#include "check/address.h"

namespace taizhang::check {

namespace {

constexpr int version = 2;

[[noreturn]] void refuse(const std::string& path, base::Bilingual why) {
  throw base::Fatal(
      base::Exit::usage, {{"{0} 不是基线文件：{1}", "{0} is no baseline: {1}"}, {path, why}},
      {{"核对文件名；确是基线、已经坏了的，删去它，再用 taizhang check --write-baseline 重新写一份",
        "check its name; where it is a baseline that is broken, delete it and write a new one with "
        "taizhang check --write-baseline"},
       {}});
}

std::string text_of(const nlohmann::json& entry, const char* key, const std::string& path) {
  const auto found = entry.find(key);
  if (found == entry.end() || !found->is_string()) {
    refuse(path,
           {"有一条缺 fingerprint、path 或 code", "an entry lacks its fingerprint, path or code"});
  }
  return found->get<std::string>();
}

}  // namespace

Baseline baseline_of(const std::vector<source::Finding>& findings, const model::Ledger& ledger) {
  Baseline result;
  for (const source::Finding& finding : findings) {
    result.entries.insert({finding.fingerprint,
                           std::string(path_in_ledger(ledger, finding.at.file)),
                           std::string(finding.code)});
  }
  return result;
}

std::string baseline_text(const Baseline& baseline) {
  std::vector<const Baseline::Entry*> entries;
  for (const Baseline::Entry& entry : baseline.entries) entries.push_back(&entry);
  std::sort(entries.begin(), entries.end(), [](const auto* a, const auto* b) {
    return std::tie(a->path, a->code, a->fingerprint) < std::tie(b->path, b->code, b->fingerprint);
  });
  std::string result = "{\"version\": " + std::to_string(version) + ", \"findings\": [";
  const char* separator = "\n";
  for (const Baseline::Entry* entry : entries) {
    const nlohmann::ordered_json row{
        {"path", entry->path}, {"code", entry->code}, {"fingerprint", entry->fingerprint}};
    // A name on the disk may be no UTF-8.
    result += separator + row.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    separator = ",\n";
  }
  return result + "\n]}\n";
}

Baseline parse_baseline(std::string_view text, const std::string& path) {
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object() || !json.contains("findings") || !json["findings"].is_array()) {
    refuse(path,
           {"它应当是含有 findings 列表的 JSON", "it has to be JSON with a list of findings"});
  }
  const auto written = json.value("version", nlohmann::json());
  if (written == 1) {
    // It knows findings by the text of their lines, which can say nothing of today's.
    throw base::Fatal(base::Exit::usage,
                      {{"{0} 是旧版本的基线，其中的指纹已不再使用",
                        "{0} is a baseline of an earlier version, whose fingerprints are no longer "
                        "in use"},
                       {path}},
                      {{"删去它，再用 taizhang check --write-baseline 重新建立",
                        "delete it and write it anew with taizhang check --write-baseline"},
                       {}});
  }
  if (written != version) {
    refuse(path, {"版本不认识", "its version is unknown"});
  }
  Baseline result;
  for (const nlohmann::json& entry : json["findings"]) {
    if (!entry.is_object()) refuse(path, {"有一条不是键值表", "an entry is no map of keys"});
    result.entries.insert({text_of(entry, "fingerprint", path), text_of(entry, "path", path),
                           text_of(entry, "code", path)});
  }
  return result;
}

Gone take_known(std::vector<source::Finding>& findings, const Baseline& baseline,
                const model::Ledger& ledger) {
  std::set<std::string_view> known;
  for (const Baseline::Entry& entry : baseline.entries) known.insert(entry.fingerprint);
  std::set<std::string, std::less<>> found;
  std::erase_if(findings, [&](const source::Finding& finding) {
    const bool old = known.contains(finding.fingerprint);
    if (old) found.insert(finding.fingerprint);
    return old;
  });
  std::map<std::pair<std::string_view, std::string_view>, int> others;
  for (const source::Finding& finding : findings) {
    ++others[{path_in_ledger(ledger, finding.at.file), finding.code}];
  }
  Gone gone;
  for (const Baseline::Entry& entry : baseline.entries) {
    if (found.contains(entry.fingerprint)) continue;
    const auto other = others.find({entry.path, entry.code});
    const bool is_changed = other != others.end() && other->second-- > 0;
    ++(is_changed ? gone.changed : gone.mended);
  }
  return gone;
}

}  // namespace taizhang::check
