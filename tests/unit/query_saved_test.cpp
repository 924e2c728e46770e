// SPDX-License-Identifier: MIT
#include "query/saved.h"

#include <doctest/doctest.h>

#include <map>
#include <set>

#include "base/text.h"
#include "example_ledgers.h"
#include "ledgers.h"
#include "run.h"

namespace query_saved_test {

using namespace taizhang;

TEST_SUITE_BEGIN("query");

TEST_CASE("Every saved query has two names that no other has") {
  std::set<std::string_view> names;
  for (const query::SavedQuery& one : query::saved_queries()) {
    CHECK(names.insert(one.name).second);
    CHECK(names.insert(one.chinese()).second);
  }
  CHECK(names.size() >= 14);
}

TEST_CASE("Every saved query is answered, and lists what its filter lists, in every example") {
  std::map<std::string, int> rows;
  for (const std::uint64_t seed : {1u, 2u, 3u, 4u}) {
    example::Options options = test::with_seed(seed);
    options.tasks = 25;
    const test::MemoryDisk disk = test::disk_with_example(options);
    for (const query::SavedQuery& one : query::saved_queries()) {
      const std::string name = "@" + std::string(one.name);
      CAPTURE(name);
      const auto ids = [&](std::vector<std::string> asked) {
        std::vector<std::string> all{"list", "--ids", "--as-of", "2024-09-30"};
        all.insert(all.end(), asked.begin(), asked.end());
        const test::Outcome outcome = test::run(all, disk);
        CHECK(outcome.exit == 0);
        const auto lines = base::split(outcome.out, '\n');
        return std::multiset<std::string>(lines.begin(), lines.end());
      };
      const auto of_name = ids({name});
      CHECK(of_name == ids({"@" + std::string(one.chinese())}));
      CHECK(of_name ==
            ids({"--rows", std::string(facts::kind_of(one.rows).name), std::string(one.filter)}));
      CHECK(test::run({"list", name, "--as-of", "2024-09-30"}, disk).exit == 0);
      rows[name] += static_cast<int>(of_name.size());
    }
  }
  // A query that never lists anything would pass, too.
  for (const char* name : {"@behind", "@late", "@miss", "@over", "@owed"}) CHECK(rows[name] > 2);
}

TEST_CASE("A saved query chooses what lies in its rows and what they lie in") {
  const test::MemoryDisk disk = test::disk_with_ledger("linshui");
  const auto count = [&](std::vector<std::string> asked) {
    std::vector<std::string> all{"list", "--count", "--as-of", "2024-07-12"};
    all.insert(all.end(), asked.begin(), asked.end());
    return test::run(all, disk).out;
  };
  // Tasks 1 and 2 are behind; they have four indicators.
  CHECK(count({"@behind"}) == "2\n");
  CHECK(count({"--rows", "indicators", "@behind"}) == "4\n");
  CHECK(count({"--rows", "tasks", "not", "@behind"}) == "1\n");
  CHECK(count({"--rows", "tasks", "@behind", "item:2"}) == "1\n");
}

TEST_SUITE_END();

}  // namespace query_saved_test
