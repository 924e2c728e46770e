// SPDX-License-Identifier: MIT
//
// The words of a target never say the opposite of the promise (RULES.md §4): neither by themselves
// nor in any answer.
#include <doctest/doctest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "example_ledgers.h"
#include "run.h"

using namespace taizhang;
using Json = nlohmann::json;

TEST_SUITE_BEGIN("promise_words");

namespace {

namespace promise_words {

/// What meets a promise: more, or less.
enum class Side { more, less };

/// The words of a qualifier in one situation, `#` for the number with its unit, and its side.
struct Words {
  const char* zh;
  const char* en;
  Side side;
};

using enum Side;

/// Made by hand from the rules, not by the program. In the order of `qualifiers`.
constexpr const char* qualifiers[] = {"at_least", "exceed",  "about", "exactly",
                                      "reach",    "at_most", "below"};
constexpr Words up[] = {{"#以上", "at least #", more}, {"突破 #", "more than #", more},
                        {"#左右", "about #", more},    {"#", "#", more},
                        {"达到 #", "reach #", more},   {"不超过 #", "at most #", less},
                        {"低于 #", "below #", less}};
constexpr Words down[] = {{"降至 #以下", "down to # or less", less},
                          {"降到低于 #", "down to less than #", less},
                          {"降至 #左右", "down to about #", less},
                          {"降至 #", "down to #", less},
                          {"降至 #", "down to #", less},
                          {"不超过 #", "at most #", less},
                          {"低于 #", "below #", less}};
/// A growth that is to be below zero; `#` is without its sign where it falls by so much.
constexpr Words fall[] = {{"下降 #以上", "down by # or more", less},
                          {"下降超过 #", "down by more than #", less},
                          {"下降 #左右", "down by about #", less},
                          {"下降 #", "down by #", less},
                          {"下降 #", "down by #", less},
                          {"不超过 -#", "at most -#", less},
                          {"低于 -#", "below -#", less}};
constexpr Words place[] = {
    {"前 #", "in the first #", less},         {"优于第 #", "better than place #", less},
    {"前 #", "in the first #", less},         {"前 #", "in the first #", less},
    {"前 #", "in the first #", less},         {"前 #", "in the first #", less},
    {"优于第 #", "better than place #", less}};
/// With what it is compared in place of a number.
constexpr Words above[] = {{"不低于#", "at least #", more},  {"超过#", "above #", more},
                           {"与#持平左右", "about #", more}, {"与#持平", "as high as #", more},
                           {"达到#", "reach #", more},       {"不超过#", "at most #", less},
                           {"低于#", "below #", less}};
constexpr Words under[] = {{"不高于#", "at most #", less},   {"低于#", "below #", less},
                           {"与#持平左右", "about #", less}, {"与#持平", "as low as #", less},
                           {"降到#", "down to #", less},     {"不超过#", "at most #", less},
                           {"低于#", "below #", less}};

struct Case {
  std::string id;
  std::string zh;
  std::string en;
  Side side;
};

std::string with(std::string words, const std::string& number) {
  return words.replace(words.find('#'), 1, number);
}

/// Every promise twice: in task 1 what is reported is above it, in task 2 below.
class Ledger {
 public:
  void add(const std::string& id, const std::string& keys, int target, const Words& words,
           const std::string& zh, const std::string& en, const std::string& reading_more = "") {
    for (const int task : {0, 1}) {
      texts_[task] += "  - {id: " + id + ", name: 甲, commitment: binding, " + keys +
                      ", readings: [{id: r1, date: 2023-12-31, value: " +
                      std::to_string(target + (task == 0 ? 5 : -5)) + reading_more + "}]}\n";
    }
    cases_.push_back({id, with(words.zh, zh), with(words.en, en), words.side});
  }

  const std::vector<Case>& cases() const { return cases_; }

  test::MemoryDisk disk() const {
    test::MemoryDisk disk;
    disk.files["tasks/2023/plan.yaml"] =
        "schema: 1\nid: \"2023\"\ntitle: 甲\nperiod: {start: 2023-01-01, end: 2023-12-31}\n"
        "sections: [{no: 1, title: 甲}]\n";
    for (const int task : {0, 1}) {
      const std::string item = std::to_string(task + 1);
      disk.files["tasks/2023/00" + item + ".yaml"] =
          "schema: 1\nitem: " + item +
          "\nsection: 1\ntitle: 甲\nlead: [甲局]\ndue: 2023-12-31\nstatus: in_progress\n"
          "indicators:\n" +
          texts_[task];
    }
    return disk;
  }

 private:
  std::string texts_[2];
  std::vector<Case> cases_;
};

Ledger all_promises() {
  Ledger ledger;
  for (std::size_t i = 0; i < std::size(qualifiers); ++i) {
    for (const bool is_down : {false, true}) {
      const std::string way = is_down ? "down" : "up";
      const std::string head =
          std::string("qualifier: ") + qualifiers[i] + ", direction: " + way + ", ";
      const std::string id = std::string(qualifiers[i]) + "-" + way + "-";
      for (const char* kind : {"cumulative", "level", "ratio", "growth", "rank"}) {
        const std::string of(kind);
        const bool counts = of == "cumulative" || of == "level";
        const std::string unit = counts ? " 吨" : of == "rank" ? " 位" : "%";
        for (const int target : {12, -12}) {
          if (of == "rank" && target < 0) continue;
          const bool falls = of == "growth" && target < 0 && is_down;
          const Words* words = of == "rank" ? place : falls ? fall : is_down ? down : up;
          const std::string number = std::to_string(falls ? -target : target) + unit;
          ledger.add(id + of + std::to_string(target),
                     head + "kind: " + of + ", unit: '" +
                         (counts         ? "吨"
                          : of == "rank" ? "位"
                                         : "%") +
                         "', target: " + std::to_string(target),
                     target, words[i], number, number);
        }
      }
      for (const int margin : {1, 0, -1}) {
        const std::string by = std::to_string(margin);
        const char* zh[] = {"全省平均减 1 个百分点", "全省平均", "全省平均加 1 个百分点"};
        const char* en[] = {"全省平均 less 1 point", "全省平均", "全省平均 plus 1 point"};
        ledger.add(id + "than" + by,
                   head + "kind: ratio, unit: '%', than: {name: 全省平均, by: " + by + "}", 50,
                   (is_down ? under : above)[i], zh[margin + 1], en[margin + 1], ", benchmark: 50");
      }
    }
  }
  return ledger;
}

Json asked(const test::MemoryDisk& disk, std::vector<std::string> question,
           const std::string& language) {
  question.insert(question.end(), {"--format", "json", "--lang", language});
  const test::Outcome outcome = test::run(question, disk);
  REQUIRE_MESSAGE(outcome.exit == 0, outcome.err);
  return Json::parse(outcome.out);
}

/// The text without what lights say of themselves: a stale one is at least yellow.
std::string without_lights(std::string text) {
  constexpr std::string_view of_light = "at least yellow";
  for (std::size_t at = 0; (at = text.find(of_light, at)) != std::string::npos;) {
    text.erase(at, of_light.size());
  }
  return text;
}

std::string lower_bound(std::string_view language) {
  return language == "zh" ? "以上" : "at least";
}

}  // namespace promise_words

}  // namespace

TEST_CASE("Seven qualifiers, both directions, five kinds, both signs: the words of the promise") {
  using namespace promise_words;
  const Ledger ledger = all_promises();
  REQUIRE(ledger.cases().size() == 7 * 2 * (4 * 2 + 1 + 3));
  const test::MemoryDisk disk = ledger.disk();
  for (const char* language : {"zh", "en"}) {
    std::map<std::string, std::string> said;
    std::map<std::string, bool> met[2];
    for (const Json& row : asked(disk,
                                 {"list", "--rows", "indicators", "--columns",
                                  "item,id,promise,met", "--as-of", "2024-01-05"},
                                 language)) {
      said[row["id"]] = row["promise"];
      met[row["item"].get<int>() - 1][row["id"]] = row["met"];
    }
    for (const Case& one : ledger.cases()) {
      CAPTURE(one.id);
      CHECK(said[one.id] == (std::string(language) == "zh" ? one.zh : one.en));
      // What lies on the side that the words name meets the promise, the other does not.
      CHECK(met[0][one.id] == (one.side == more));
      CHECK(met[1][one.id] == (one.side == less));
    }
  }
}

TEST_CASE("Why it is not kept is told in the words of the promise, at its end and before") {
  using namespace promise_words;
  const Ledger ledger = all_promises();
  const test::MemoryDisk at_end = ledger.disk();
  test::MemoryDisk before = at_end;
  for (auto& [path, text] : before.files) {
    constexpr std::string_view day = "date: 2023-12-31";
    for (std::size_t at = 0; (at = text.find(day, at)) != std::string::npos; ++at) {
      text.replace(at, day.size(), "date: 2023-12-05");
    }
  }
  int named[2] = {};
  for (const char* language : {"zh", "en"}) {
    for (const bool is_end : {true, false}) {
      for (const int item : {1, 2}) {
        const test::Outcome outcome =
            test::run({"explain", std::to_string(item), "--format", "md", "--lang", language,
                       "--as-of", is_end ? "2024-01-05" : "2023-12-15"},
                      is_end ? at_end : before);
        REQUIRE_MESSAGE(outcome.exit == 0, outcome.err);
        std::string text = outcome.out;
        std::erase(text, '\\');
        // To reach, or to meet, an upper bound is what must not be.
        for (const std::string opposite : {"没有达到", "达不到", "已达到", "not met", "falls short",
                                           "is met", "met from", "met down from"}) {
          CHECK_MESSAGE(text.find(opposite) == std::string::npos, opposite);
        }
        for (const Case& one : ledger.cases()) {
          const bool is_kept = (item == 1) == (one.side == more);
          const std::string head =
              std::string(language) == "zh" ? "（" + one.id + "）" : "(" + one.id + ")";
          std::size_t from = text.find("\n### ");
          while (from != std::string::npos &&
                 text.substr(from + 1, text.find('\n', from + 1) - from).find(head) ==
                     std::string::npos) {
            from = text.find("\n### ", from + 1);
          }
          CAPTURE(one.id);
          REQUIRE(from != std::string::npos);
          const std::string part = text.substr(from, text.find("\n### ", from + 1) - from);
          const std::string promise = "“" + (std::string(language) == "zh" ? one.zh : one.en) + "”";
          const bool is_named = part.find(promise) != std::string::npos;
          // At the end a light says so; before it what is short, broken or has no ratio does.
          if (is_end && !is_kept) CHECK_MESSAGE(is_named, promise);
          named[is_end] += is_named && !is_kept;
        }
      }
    }
  }
  // In both languages, of the two tasks the one that does not keep it.
  CHECK(named[true] == 2 * 168);
  CHECK(named[false] > 100);
}

TEST_CASE("No answer has 以上 or “at least” where the promise is an upper bound") {
  using namespace promise_words;
  int looked_at = 0;
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    example::Options options = test::with_seed(seed);
    options.tasks = 12;
    const test::MemoryDisk disk = test::disk_with_example(options);
    const std::vector<std::string> on{"--as-of", "2024-09-30", "--known-by", "2024-10-10"};
    std::vector<std::string> question{"list", "--rows", "indicators", "--columns",
                                      "item,id,kind,qualifier,direction,target,unit"};
    question.insert(question.end(), on.begin(), on.end());
    std::set<std::string> upper;
    std::set<std::string> lower;
    std::vector<std::vector<std::string>> questions{{"list", "--rows", "indicators"},
                                                    {"report", "weekly", "--format", "md"}};
    std::set<std::string> items;
    for (const Json& row : asked(disk, question, "zh")) {
      if (!row["target"].is_number()) continue;
      const bool is_upper = row["kind"] == "rank" || row["direction"] == "down" ||
                            row["qualifier"] == "at_most" || row["qualifier"] == "below";
      const std::string unit = row["unit"];
      (is_upper ? upper : lower).insert(row["target"].dump() + (unit == "%" ? "" : " ") + unit);
      if (!is_upper) continue;
      const std::string item = row["item"].dump();
      questions.push_back({"explain", item + "/" + std::string(row["id"])});
      if (items.insert(item).second) questions.push_back({"show", item});
    }
    for (std::vector<std::string> one : questions) {
      one.insert(one.end(), on.begin(), on.end());
      for (const char* language : {"zh", "en"}) {
        std::vector<std::string> in_language = one;
        in_language.insert(in_language.end(), {"--lang", language});
        const test::Outcome outcome = test::run(in_language, disk);
        REQUIRE_MESSAGE(outcome.exit == 0, outcome.err);
        CAPTURE(seed);
        CAPTURE(one[0]);
        CAPTURE(one[1]);
        for (const std::string& target : upper) {
          // The same number may be what another promises from below.
          if (lower.contains(target) || outcome.out.find(target) == std::string::npos) continue;
          ++looked_at;
          for (const std::string& opposite : {target + "以上", target + " 以上", "突破 " + target,
                                              "at least " + target, "more than " + target}) {
            CHECK_MESSAGE(outcome.out.find(opposite) == std::string::npos, opposite);
          }
        }
        if (one[0] == "explain")
          CHECK(without_lights(outcome.out).find(lower_bound(language)) == std::string::npos);
      }
    }
  }
  CHECK(looked_at > 100);
}

TEST_SUITE_END();
