// SPDX-License-Identifier: MIT
//
// What holds of every document of every ledger: each number can be computed again from the rows
// that its origin names, and two ways of asking give one answer.
#include <doctest/doctest.h>

#include <cstdlib>
#include <nlohmann/json.hpp>
#include <set>

#include "base/fatal.h"
#include "document/json_text.h"
#include "example_ledgers.h"
#include "facts/catalogue.h"
#include "pipeline.h"
#include "recomputed.h"
#include "report/reports.h"
#include "report/site/site.h"
#include "run.h"
#include "values.h"

namespace report_documents_test {

TEST_SUITE_BEGIN("properties");

using namespace taizhang;
using document::Document;
using document::Origin;
using facts::Kind;
using Json = nlohmann::json;

namespace {

example::Options small(std::uint64_t seed) {
  example::Options options = test::with_seed(seed);
  options.tasks = 4;
  return options;
}

/// A small ledger of a seed on a disk, and its documents.
class Told {
 public:
  explicit Told(std::uint64_t seed)
      : disk_(test::disk_with_example(small(seed))),
        ledger_(pipeline::read(disk_, ".")),
        measured_(ledger_, "") {}

  const test::MemoryDisk& disk() const { return disk_; }

  report::Asked asked(base::Clocks clocks) {
    constexpr std::chrono::days month{30};
    return {.words = words_,
            .clocks = clocks,
            .world_on =
                [this](base::Clocks on, std::optional<base::Clocks> since) {
                  return std::cref(measured_.on(on, since));
                },
            .since = base::Clocks{clocks.as_of - month, clocks.known_by - month}};
  }

  /// Every paper that is sent out.
  std::vector<Document> papers(base::Clocks clocks) {
    std::vector<Document> papers;
    for (const report::Report& one : report::reports()) {
      // A ledger in which no task names a leader has no such sheets.
      try {
        papers.push_back(one.make(asked(clocks)));
      } catch (const base::Fatal&) {
        CHECK(one.name == "leader");
      }
    }
    return papers;
  }

  /// Every document that the ledger has on a day.
  std::vector<Document> documents(base::Clocks clocks) {
    const report::Asked all = asked(clocks);
    std::vector<Document> documents;
    for (const facts::KindOfRow* kind : facts::kinds()) {
      documents.push_back(report::list(all, {.kind = kind->kind}));
    }
    for (const char* by : {"section", "lead", "units", "light", "class", "status", "kind",
                           "frequency", "commitment"}) {
      documents.push_back(report::stats(all, {.by = {by}}));
    }
    documents.push_back(report::stats(all, {.by = {"lead", "light"}}));
    documents.push_back(report::trend(all, {.every = "month"}));
    std::ranges::move(papers(clocks), std::back_inserter(documents));
    report::Asked by_month = all;
    by_month.sending.by_month = true;
    documents.push_back(report::ledger(by_month));
    report::Asked some = all;
    some.selection.filter = "light:red,yellow or item:2";
    documents.push_back(report::stats(some, {.by = {"lead"}}));
    documents.push_back(report::stats(some, {.by = {"class"}, .kind = Kind::indicators}));
    documents.push_back(report::list(some, {.kind = Kind::milestones, .group = "light"}));
    some.selection.of_tasks = true;
    documents.push_back(report::weekly(some));

    documents.push_back(report::diff(all));
    for (const facts::Row& task : facts::rows(all.world(), Kind::tasks)) {
      documents.push_back(report::show(all, task));
      documents.push_back(report::explain(all, task));
    }
    for (const Kind kind : {Kind::sections, Kind::plans}) {
      documents.push_back(report::explain(all, facts::rows(all.world(), kind).front()));
    }
    for (report::Page& page : report::site(all, "").pages) {
      documents.push_back(std::move(page.document));
    }
    return documents;
  }

 private:
  test::MemoryDisk disk_;
  model::Ledger ledger_;
  pipeline::Measured measured_;
  words::Words words_{base::Language::zh};
};

base::Clocks on(const char* as_of, const char* known_by) {
  return {test::day(as_of), test::day(known_by)};
}

Json asked_json(const test::MemoryDisk& disk, std::vector<std::string> arguments,
                const std::string& day) {
  arguments.insert(arguments.end(), {"--as-of", day, "--format", "json"});
  const test::Outcome outcome = test::run(arguments, disk);
  REQUIRE_MESSAGE(outcome.exit == 0, outcome.err);
  return Json::parse(outcome.out);
}

}  // namespace

/// A number of the environment, for runs that take longer: `make soak SEED=1 N=12`.
std::uint64_t from_environment(const char* name, std::uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text ? std::stoull(text) : otherwise;
}

TEST_CASE("Every number of every document is computed again from the rows of its origin") {
  // The start of the year, its middle, its end and after it, on some with what became known later.
  const base::Clocks days[] = {on("2024-07-15", "2024-07-15"), on("2024-12-31", "2024-12-31"),
                               on("2024-05-31", "2024-06-08"), on("2025-01-20", "2025-02-20"),
                               on("2024-02-10", "2024-02-10"), on("2024-09-30", "2024-10-05")};
  const std::uint64_t first = from_environment("SEED", 1);
  const std::uint64_t ledgers = from_environment("N", 1);
  const std::size_t days_of_each = std::getenv("N") ? std::size(days) : 1;
  std::map<Origin::How, int> right;
  std::size_t with_sheets = 0;
  std::map<document::Chart::Shape, int> charts;
  for (std::uint64_t seed = first; seed < first + ledgers; ++seed) {
    Told told(seed);
    test::Recomputed recomputed(told.disk());
    for (std::size_t i = 0; i < days_of_each; ++i) {
      for (Document& document : told.documents(days[i])) {
        // The sheets that only its workbook has are told by their origins, too.
        if (document.sheets) {
          std::ranges::move(document.sheets(), std::back_inserter(document.chapters));
          ++with_sheets;
        }
        for (const document::Chapter& chapter : document.chapters) {
          for (const document::Block& block : chapter.blocks) {
            const auto* chart = std::get_if<document::Chart>(&block);
            if (chart) ++charts[chart->shape];
          }
        }
        document::for_each_number(document, [&](const auto& number, const auto& origin) {
          const std::string fault = recomputed.fault(number, origin);
          CHECK_MESSAGE(fault.empty(), document.id, " ", document.title, " of seed ", seed, " on ",
                        base::iso(document.clocks.as_of), ": ", fault);
        });
      }
    }
    for (const auto& [how, count] : recomputed.right()) right[how] += count;
  }
  // A test of nothing would pass, too.
  const int runs = static_cast<int>(ledgers * days_of_each);
  CHECK(right[Origin::How::field] > 300 * runs);
  CHECK(right[Origin::How::count] > 500 * runs);
  CHECK(right[Origin::How::mean] > 20 * runs);
  CHECK(right[Origin::How::share] > 50 * runs);
  CHECK(right[Origin::How::difference] > 5 * runs);
  CHECK(right[Origin::How::operand] > 200 * runs);
  CHECK(with_sheets == 2 * ledgers * days_of_each);
  CHECK(charts[document::Chart::Shape::stacked] >= runs);
  CHECK(charts[document::Chart::Shape::progress] >= 2 * runs);
  CHECK(charts[document::Chart::Shape::readings] >= runs);
}

TEST_CASE("The numbers of every paper are computed again on other ledgers and days") {
  const base::Clocks days[] = {on("2024-12-31", "2024-12-31"), on("2024-09-30", "2024-10-05"),
                               on("2024-05-31", "2024-06-08")};
  std::map<std::string, int> numbers;
  for (std::uint64_t seed = 2; seed <= 4; ++seed) {
    Told told(seed);
    test::Recomputed recomputed(told.disk());
    for (Document& document : told.papers(days[seed - 2])) {
      document::for_each_number(document, [&](const auto& number, const auto& origin) {
        const std::string fault = recomputed.fault(number, origin);
        CHECK_MESSAGE(fault.empty(), document.id, " of seed ", seed, ": ", fault);
        ++numbers[document.id];
      });
    }
  }
  for (const char* paper : {"bulletin", "ledger", "monthly", "order", "unit", "weekly"}) {
    CAPTURE(paper);
    CHECK(numbers[paper] > 15);
  }
}

/// An origin as words: what two cells have in common that say the same thing.
std::string key_of(const Origin& origin) {
  std::string key = std::to_string(static_cast<int>(origin.how)) + " " + origin.kind + " " +
                    base::iso(origin.clocks.as_of) + " " + base::iso(origin.clocks.known_by) + " " +
                    origin.address + " " + origin.field + " " + origin.rule;
  for (const document::Condition& one : origin.where) {
    key +=
        " [" + one.field + " " + std::to_string(static_cast<int>(one.test)) + " " + one.value + "]";
  }
  for (const Origin& part : origin.of) key += " (" + key_of(part) + ")";
  return key;
}

/// Whether a number with that origin is all there is of it: of a list, a record or a text (n/N) it
/// is a part.
bool is_whole(const Origin& origin) {
  if (origin.how == Origin::How::operand) return false;
  if (origin.how != Origin::How::field) return true;
  const facts::KindOfRow* kind = facts::find_kind(origin.kind);
  const auto field = kind ? facts::find_field(kind->kind, origin.field) : std::nullopt;
  return field && field->type() != facts::Type::list && field->type() != facts::Type::record &&
         field->type() != facts::Type::text;
}

TEST_CASE("Cells of one origin are equal in all documents of a day") {
  const std::uint64_t first = from_environment("SEED", 1);
  const std::uint64_t ledgers = from_environment("N", 1);
  const int days_of_each = std::getenv("N") ? 20 : 1;
  int compared = 0;
  for (std::uint64_t seed = first; seed < first + ledgers; ++seed) {
    Told told(seed);
    for (int i = 0; i < days_of_each; ++i) {
      const base::Date day = test::day("2024-10-08") + std::chrono::days{19 * (i - 10)};
      std::map<std::string, std::pair<std::string, std::string>> of_origin;
      for (const Document& document : told.documents({day, day})) {
        document::for_each_number(document, [&](const auto& number, const auto& origin) {
          if (!origin || !is_whole(*origin)) return;
          const std::string value = document::json_of(number, base::Language::zh).dump();
          const auto [known, is_new] =
              of_origin.try_emplace(key_of(*origin), value, document.title);
          if (is_new) return;
          ++compared;
          CHECK_MESSAGE(known->second.first == value, "seed ", seed, ", ", base::iso(day), ", ",
                        known->first, ": ", known->second.second, " and ", document.title);
        });
      }
    }
  }
  CHECK(compared > 500 * static_cast<int>(ledgers) * days_of_each);
}

TEST_CASE("list, stats, show, explain and the weekly report agree") {
  int compared = 0;
  int in_stats = 0;
  int in_weekly = 0;
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    const std::string day = seed % 2 == 0 ? "2024-08-31" : "2024-12-31";
    const test::MemoryDisk disk = test::disk_with_example(small(seed));
    const Json tasks = asked_json(disk, {"list"}, day);
    std::map<std::string, int> lights;
    std::map<std::string, int> classes;
    for (const Json& task : tasks) {
      if (!task["counted"]) continue;
      ++lights[task["light"]];
      ++classes[task["class"]];
    }
    const Json stats = asked_json(disk, {"stats", "--by", "light"}, day);
    for (const Json& row : stats["plans"][0]["tables"]["counts"]) {
      if (row["count"].is_null() || !row["light"].is_string()) continue;
      const std::string light = row["light"];
      if (light == "合计") continue;
      CHECK_MESSAGE(row["count"] == lights[light], "seed ", seed, ": ", light, " in stats");
      ++in_stats;
    }
    const Json weekly = asked_json(disk, {"report", "weekly"}, day);
    for (const Json& row : weekly["plans"][0]["tables"]["classes"]) {
      const std::string standing = row["class"];
      CHECK_MESSAGE(row["tasks"] == classes[standing], "seed ", seed, ": ", standing,
                    " in the weekly report");
      ++in_weekly;
    }
    for (const Json& task : tasks) {
      const std::string address = task["address"];
      const Json shown = asked_json(disk, {"show", address}, day);
      const Json told = asked_json(disk, {"explain", address}, day);
      for (const char* field : {"light", "class", "completion", "due", "status", "lead"}) {
        CHECK_MESSAGE(shown[field] == task[field], address, " ", field, " in show");
        CHECK_MESSAGE(told[field] == task[field], address, " ", field, " in explain");
        ++compared;
      }
    }
  }
  CHECK(compared > 250);
  CHECK(in_stats == 12 * 5);  // five lights each
  CHECK(in_weekly > 12);
}

TEST_SUITE_END();

}  // namespace report_documents_test
