// SPDX-License-Identifier: MIT
//
// What is asked every week is one line, in both languages, and its answer is that of the rows.
#include <doctest/doctest.h>

#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "base/text.h"
#include "example_ledgers.h"
#include "ledgers.h"
#include "run.h"

using namespace taizhang;
using nlohmann::json;

namespace questions_test {

namespace {

/// A year of a county with every kind of trouble.
const test::MemoryDisk& county() {
  static const test::MemoryDisk disk = test::disk_with_example(test::with_seed(3));
  return disk;
}

constexpr const char* languages[] = {"zh", "en"};
const std::vector<std::string> on_the_day{"--as-of", "2024-10-12"};

test::Outcome ask(std::vector<std::string> arguments, const char* language) {
  arguments.insert(arguments.end(), on_the_day.begin(), on_the_day.end());
  arguments.insert(arguments.end(), {"--lang", language});
  test::Outcome outcome = test::run(arguments, county());
  CHECK(outcome.exit == 0);
  CHECK(outcome.err.empty());
  return outcome;
}

json rows(std::vector<std::string> arguments, const char* language = "zh") {
  arguments.insert(arguments.end(), {"--format", "json"});
  return json::parse(ask(std::move(arguments), language).out);
}

/// The rows of a kind that `is_one` takes, by address.
std::set<std::string> those(const std::string& kind, const std::string& columns,
                            const std::function<bool(const json&)>& is_one) {
  std::set<std::string> all;
  for (const json& row :
       rows({"list", "--rows", kind, "--columns", "address,counted," + columns})) {
    if (is_one(row)) all.insert(row.at("address"));
  }
  return all;
}

std::set<std::string> ids(const std::vector<std::string>& query, const char* language) {
  std::vector<std::string> arguments{"list", "--ids"};
  arguments.insert(arguments.end(), query.begin(), query.end());
  std::set<std::string> all;
  const std::string told = ask(arguments, language).out;
  for (const std::string_view line : base::split(base::trimmed(told), '\n'))
    all.insert("2024/" + std::string(line));
  return all;
}

bool is(const json& row, const char* field) { return row.at(field) == true; }
bool is_in_september(const json& row) {
  return row.at("end").get<std::string>().starts_with("2024-09");
}

}  // namespace

TEST_SUITE_BEGIN("questions");

TEST_CASE("questions: which binding indicators will miss the year, and by how much") {
  const auto expected = those("indicators", "commitment,forecast.will_meet", [](const json& row) {
    return is(row, "counted") && row.at("commitment") == "binding" &&
           row.at("forecast.will_meet") == false;
  });
  CHECK(expected.size() >= 3);
  for (const char* language : languages) {
    CHECK(ids({"@miss", "--rows", "indicators"}, language) == expected);
    int gaps = 0;
    for (const json& row : rows({"list", "@miss"}, language))
      gaps += !row.at("forecast.gap").is_null();
    CHECK(gaps == static_cast<int>(expected.size()));
  }
}

TEST_CASE("questions: who owes September, who was late and by how many days") {
  const std::string columns = "item,name,deadline,reported,days_late,missing,reporter,end";
  const auto expected = those("periods", columns, [](const json& row) {
    return is(row, "counted") && is_in_september(row);
  });
  CHECK(expected.size() >= 3);
  for (const char* language : languages) {
    CHECK(ids({"(@owed or @late) end:2024-09", "--rows", "periods"}, language) == expected);
    for (const json& row : rows({"list", "@late end:2024-09"}, language)) {
      CHECK(row.at("days_late").get<int>() > 0);
      CHECK(row.at("reporter").is_string());
    }
    for (const json& group : rows({"list", "@owed end:2024-09"}, language)) {
      CHECK(group.at("group").is_string());
    }
  }
}

TEST_CASE("questions: what has changed in section 3 since August") {
  const json tasks = rows({"list", "section:3", "--columns", "item"});
  std::set<int> of_section;
  for (const json& task : tasks) of_section.insert(task.at("item").get<int>());
  for (const char* language : languages) {
    const json events = rows({"list", "--rows", "events", "--since", "2024-08-31", "section:3",
                              "--columns", "item,event"},
                             language);
    CHECK(events.size() >= 10);
    for (const json& event : events) CHECK(of_section.count(event.at("item").get<int>()) == 1);
    const std::string told = ask({"diff", "2024-08", "today", "section:3"}, language).out;
    for (const json& event : events) {
      CHECK(told.find(std::to_string(event.at("item").get<int>()) + " ") != told.npos);
    }
  }
}

TEST_CASE("questions: the share of tasks behind by lead") {
  std::map<std::string, std::pair<int, int>> expected;
  for (const json& row : rows({"list", "--columns", "lead,light,counted"})) {
    if (!is(row, "counted")) continue;
    const bool behind = row.at("light") == "red" || row.at("light") == "yellow";
    for (const json& lead : row.at("lead")) {
      auto& [some, all] = expected[lead.get<std::string>()];
      some += behind;
      ++all;
    }
  }
  CHECK(expected.size() >= 10);
  for (const char* language : languages) {
    const json told = rows(
        {"sql",
         "select u.value as lead, sum(light in ('red', 'yellow')) as behind, count(*) as tasks, "
         "round(100.0 * sum(light in ('red', 'yellow')) / count(*), 1) as share from tasks, "
         "json_each(lead) as u where counted group by u.value order by share desc"},
        language);
    CHECK(told.size() == expected.size());
    double before = 100;
    for (const json& row : told) {
      const auto& [some, all] = expected.at(row.at("lead").get<std::string>());
      CHECK(row.at("behind") == some);
      CHECK(row.at("tasks") == all);
      CHECK(row.at("share").get<double>() <= before);
      before = row.at("share").get<double>();
    }
  }
}

TEST_CASE("questions: what a unit leads that is red or yellow, the worst first") {
  for (const char* language : languages) {
    int found = 0;
    for (const char* unit : {"县工信局", "县发改局", "县住建局"}) {
      const auto expected = those("tasks", "lead,light", [&](const json& row) {
        const json& lead = row.at("lead");
        return std::find(lead.begin(), lead.end(), unit) != lead.end() &&
               (row.at("light") == "red" || row.at("light") == "yellow");
      });
      const std::string query = "lead:" + std::string(unit) + " light:red,yellow";
      if (!expected.empty()) CHECK(ids({query}, language) == expected);
      found += static_cast<int>(expected.size());
      std::string light = "red";
      for (const json& row :
           rows({"list", query, "--sort", "light,completion", "--columns", "light"}, language)) {
        CHECK(light <= row.at("light").get<std::string>());
        light = row.at("light");
      }
    }
    CHECK(found >= 3);
  }
}

TEST_CASE("questions: how many there are in the shipped ledger") {
  const test::MemoryDisk disk = test::disk_with_ledger("qingzhou");
  const auto told = [&](const std::vector<std::string>& arguments, const char* language) {
    std::vector<std::string> all{"list", "--as-of", "2023-12-31", "--lang", language};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return test::run(all, disk).out;
  };
  for (const char* language : languages) {
    CHECK(told({"lead:市工信局", "--count"}, language) == "18\n");
    CHECK(told({"牵头:市工信局", "--count"}, language) == "18\n");
    CHECK(told({"section:9", "--count"}, language) == "12\n");
    CHECK(told({"--rows", "indicators", "commitment:strive", "--count"}, language) == "13\n");
    CHECK(told({"充电", "--ids"}, language) == "14\n");
  }
}

TEST_CASE("What has not been reported is neither met nor missed, of wholes and of units") {
  std::map<std::string, int> heard, silent;
  for (const char* kind : {"indicators", "shares"}) {
    constexpr std::pair<const char*, const char*> asked[] = {
        {"minsheng", "2024-01-31"}, {"minsheng", "2024-04-15"}, {"kaohe", "2024-04-15"}};
    for (const auto& [ledger, day] : asked) {
      const test::Outcome told =
          test::run({"list", "--rows", kind, "--columns",
                     kind == std::string("shares") ? "value,met" : "value,met,targets", "--format",
                     "json", "--as-of", day},
                    test::disk_with_ledger(ledger));
      REQUIRE_MESSAGE(told.exit == 0, told.err);
      for (const json& row : json::parse(told.out)) {
        const bool of_units = kind == std::string("indicators") && !row.at("targets").empty();
        if (of_units) continue;  // a whole of units is heard of once one of them is
        ++(row.at("value").is_null() ? silent : heard)[kind];
        CHECK(row.at("met").is_null() == row.at("value").is_null());
      }
    }
  }
  for (const char* kind : {"indicators", "shares"}) {
    CHECK(heard[kind] >= 5);
    CHECK(silent[kind] >= 5);
  }
}

TEST_SUITE_END();

}  // namespace questions_test
