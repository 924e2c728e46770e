// SPDX-License-Identifier: MIT
//
// Whatever keys an entity lacks, `check` answers: each key of each entity of the sound ledgers is
// taken out, one at a time and, of small entities, two at a time, each is misspelt, and each line
// is taken out; what is found stands at a place that exists.
#include <doctest/doctest.h>

#include <algorithm>

#include "check/check.h"
#include "ledgers.h"
#include "load/load.h"
#include "render/findings.h"
#include "yaml/parse.h"

using namespace taizhang;

TEST_SUITE_BEGIN("rules");

namespace {

/// The most keys of an entity from which pairs are taken.
constexpr std::size_t small_entity = 7;

using Cut = std::pair<std::size_t, std::size_t>;  ///< from, to

/// The bytes to take out so that a map lacks its pair `i`: up to the next key, or from the end of
/// the pair before it.
Cut cut_of(const yaml::Node& map, std::size_t i) {
  const auto& pairs = map.pairs;
  if (i + 1 < pairs.size()) return {pairs[i].key.at.begin, pairs[i + 1].key.at.begin};
  const std::size_t end = std::max(pairs[i].key.end, pairs[i].value.end);
  if (i == 0) return {pairs[i].key.at.begin, end};
  return {std::max(pairs[i - 1].key.end, pairs[i - 1].value.end), end};
}

std::string without(const std::string& text, const std::vector<Cut>& cuts) {
  std::string result;
  std::size_t from = 0;
  for (const Cut& cut : cuts) {
    if (cut.first > from) result += text.substr(from, cut.first - from);
    from = std::max(from, cut.second);
  }
  return result + text.substr(from);
}

/// Call `visit(cuts)` for all that is to be taken out of the maps below `node`.
template <class Visit>
void for_each_cut(const yaml::Node& node, Visit visit) {
  for (std::size_t i = 0; i < node.pairs.size(); ++i) {
    visit({cut_of(node, i)});
    const bool small = node.pairs.size() <= small_entity && node.pairs.size() > 2;
    for (std::size_t j = i + 1; small && j < node.pairs.size(); ++j) {
      visit({cut_of(node, i), cut_of(node, j)});
    }
    for_each_cut(node.pairs[i].value, visit);
  }
  for (const yaml::Node& item : node.items) for_each_cut(item, visit);
}

template <class Visit>
void for_each_line(const std::string& text, Visit visit) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    visit(Cut{at, end});
    at = end;
  }
}

template <class Visit>
void for_each_key(const yaml::Node& node, Visit visit) {
  for (const yaml::Pair& pair : node.pairs) {
    visit(pair.key.at.begin);
    for_each_key(pair.value, visit);
  }
  for (const yaml::Node& item : node.items) for_each_key(item, visit);
}

void expect_an_answer(const test::MemoryDisk& disk, measure::Clocks clocks) {
  const model::Ledger ledger = load::load(disk, "tasks");
  const auto findings = check::check(ledger, clocks);
  for (const source::Finding& finding : findings) {
    REQUIRE(finding.at.file < ledger.sources.size());
    REQUIRE(finding.at.end <= ledger.sources[finding.at.file].text.size());
    REQUIRE(finding.fingerprint.size() == 16);
  }
  const render::FindingsView view{findings, ledger, base::Language::en, render::Style(false), ""};
  REQUIRE(render::findings_full(view).empty() == findings.empty());
}

void look_at(const std::string& name, measure::Clocks clocks) {
  CAPTURE(name);
  test::MemoryDisk disk = test::disk_with_ledger(name);
  const auto files = disk.files;
  int tried = 0;
  for (const auto& [path, text] : files) {
    CAPTURE(path);
    const yaml::Document document = yaml::parse(text, 0);
    REQUIRE(document.whole);
    const auto try_text = [&, &file = path](std::string other) {
      disk.files[file] = std::move(other);
      INFO(disk.files[file]);
      expect_an_answer(disk, clocks);
      ++tried;
    };
    for_each_cut(document.root, [&, &whole = text](const std::vector<Cut>& cuts) {
      try_text(without(whole, cuts));
    });
    for_each_line(text, [&, &whole = text](Cut line) { try_text(without(whole, {line})); });
    for_each_key(document.root, [&, &whole = text](std::size_t key) {
      try_text(std::string(whole).insert(key + 1, "q"));
    });
    disk.files[path] = text;
  }
  CHECK(tried > 300);
}

measure::Clocks on(const std::string& day) {
  const base::Date date = base::parse_date(day).date.value();
  return {date, date};
}

}  // namespace

TEST_CASE("check answers whatever keys the entities lack") {
  look_at("linshui", on("2024-10-08"));
  look_at("shili", on("2023-10-08"));
}

TEST_SUITE_END();
