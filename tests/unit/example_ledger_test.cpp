// SPDX-License-Identifier: MIT
//
// What holds of every example ledger: it passes `check`, its bytes follow from its options, and it
// uses every key and every word that the model knows. Keys and words are taken from the tables of
// the model, so that a new one is missed here until the generator uses it.
#include "example/ledger.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "check/check.h"
#include "example/promises.h"
#include "example/theme.h"
#include "example_ledgers.h"
#include "model/task_fields.h"

namespace example_ledger_test {

using namespace taizhang;
using example::Options;

TEST_SUITE_BEGIN("example");

namespace {

using Names = std::set<std::string>;

/// Every key that an entity of the model can have, `reading.corrects`, and every word of its
/// enumerations, `kind.cumulative`.
template <class E>
void add_known(Names& keys, Names& words);

template <class T>
struct Shape {
  static void add(Names&, Names&) {}
};
template <class T>
struct Shape<model::Given<T>> {
  static void add(Names&, Names& words) {
    if constexpr (std::is_enum_v<T>) {
      for (const std::string_view name : model::names<T>()) {
        words.insert(std::string(model::Names<T>::key) + "." + std::string(name));
      }
    }
  }
};
template <class E>
struct Shape<model::Many<E>> {
  static void add(Names& keys, Names& words) { add_known<E>(keys, words); }
};
template <class E>
struct Shape<model::OneOrMany<E>> : Shape<model::Many<E>> {};
template <class E>
struct Shape<model::ByName<E>> : Shape<model::Many<E>> {};
template <class E>
requires std::is_base_of_v<model::Entity, E>
struct Shape<E> {
  static void add(Names& keys, Names& words) { add_known<E>(keys, words); }
};

template <class E>
std::string full_key(std::string_view key) {
  return std::string(model::Fields<E>::name.en) + "." + std::string(key);
}

template <class E>
void add_known(Names& keys, Names& words) {
  const auto add = [&]<class T>(const model::Field<E, T>& field) {
    keys.insert(full_key<E>(field.key));
    Shape<T>::add(keys, words);
  };
  model::Fields<E>::table.each(add);
}

/// Collects the keys and words that a ledger has.
struct Seen {
  Names keys;
  Names words;

  template <class E>
  requires std::is_base_of_v<model::Entity, E>
  void see(const E& entity) {
    const auto look = [&](const auto& field) {
      const auto& member = field.of(entity);
      if (is_written(member)) keys.insert(full_key<E>(field.key));
      see(member);
    };
    model::Fields<E>::table.each(look);
  }
  template <class T>
  void see(const model::Given<T>& given) {
    if constexpr (std::is_enum_v<T>) {
      if (given) {
        words.insert(std::string(model::Names<T>::key) + "." + std::string(model::name(*given)));
      }
    }
  }
  template <class T>
  void see(const model::List<T>&) {}
  template <class T>
  void see(const model::Table<T>&) {}
  void see(const model::Amounts&) {}
  template <class E>
  void see(const model::Many<E>& many) {
    for (const E& entry : many) see(entry);
  }
  template <class E>
  void see(const model::ByName<E>& table) {
    for (const auto& row : table.rows) see(row.second);
  }

 private:
  template <class T>
  static bool is_written(const T& member) {
    return member.written();
  }
};

Seen seen_in(const Options& options) {
  Seen seen;
  const model::Ledger ledger = test::example_ledger(options);
  for (const model::RegistryFile& file : ledger.registries) seen.see(file.registry);
  for (const model::PlanFolder& folder : ledger.plans) {
    seen.see(folder.plan);
    for (const model::TaskFile& file : folder.tasks) {
      seen.see(file.task);
      // What came of the work is a dated change.
      seen.words.insert("status." + std::string(model::name(example::last_status(file.task))));
    }
  }
  return seen;
}

Names missing(const Names& known, const Names& seen) {
  Names result;
  std::set_difference(known.begin(), known.end(), seen.begin(), seen.end(),
                      std::inserter(result, result.end()));
  return result;
}

std::string listed(const Names& names) {
  std::string text;
  for (const std::string& name : names) text += name + " ";
  return text;
}

/// The findings of `check`, as codes; those of one code count once a plan.
std::multiset<std::string> codes(const Options& options) {
  std::multiset<std::string> result;
  const model::Ledger ledger = test::example_ledger(options);
  for (const source::Finding& finding : check::check(ledger)) {
    if (finding.severity == source::Severity::error) {
      INFO(ledger.sources.at(finding.at.file).path, ": ", finding.message.in(base::Language::en));
      CHECK(false);
    }
    result.emplace(finding.code);
  }
  return result;
}

}  // namespace

TEST_CASE("Every ledger passes check: no error, and the warnings that its stories ask for") {
  // One alias, one task without a measure; stocks without a baseline, a target that was too low, a
  // unit that was abolished and has no successor, three figures that look like those of months.
  const std::set<std::string> wanted{"W01", "W02", "W03", "W05", "W25", "W28"};
  for (std::uint64_t seed = 0; seed < 25; ++seed) {
    CAPTURE(seed);
    const std::multiset<std::string> found = codes(test::with_seed(seed));
    CHECK(found.count("W01") == 1);
    CHECK(found.count("W02") == 1);
    CHECK(std::all_of(found.begin(), found.end(),
                      [&](const std::string& code) { return wanted.contains(code); }));
  }
}

TEST_CASE("So it does with any number of tasks, any period and several plans") {
  for (const int tasks : {1, 2, 7, 59, 130}) {
    CAPTURE(tasks);
    Options options;
    options.tasks = tasks;
    codes(options);
  }
  for (Options options : {test::with_period("2023-07-01", "2024-06-30"),
                          test::with_period("2024-03-15", "2024-09-10"),
                          test::with_period("2024-02-29", "2025-02-28"),
                          test::with_period("2021-01-01", "2025-12-31")}) {
    for (options.seed = 1; options.seed <= 2; ++options.seed) {
      CAPTURE(base::iso(options.period.start));
      CAPTURE(options.seed);
      options.plans = 3;
      codes(options);
    }
  }
}

TEST_CASE("The same options give the same bytes, another seed others") {
  Options options;
  options.plans = 2;
  const auto files = test::disk_with_example(options).files;
  CHECK(files == test::disk_with_example(options).files);
  CHECK(files.size() == 1 + 2 * 61);
  options.seed = 2;
  const auto others = test::disk_with_example(options).files;
  int equal = 0;
  for (const auto& [path, text] : files) equal += others.contains(path) && others.at(path) == text;
  CHECK(equal == 0);
}

TEST_CASE("A usual ledger uses every key of the model, whatever the seed") {
  Names keys;
  Names words;
  add_known<model::Registry>(keys, words);
  add_known<model::Plan>(keys, words);
  add_known<model::Task>(keys, words);
  CHECK(keys.size() > 150);
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    CAPTURE(seed);
    CHECK(listed(missing(keys, seen_in(test::with_seed(seed)).keys)) == "");
  }
}

TEST_CASE("A ledger of four plans uses every word of the model") {
  Names keys;
  Names words;
  add_known<model::Registry>(keys, words);
  add_known<model::Plan>(keys, words);
  add_known<model::Task>(keys, words);
  CHECK(words.size() > 70);
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    CAPTURE(seed);
    Options options = test::with_seed(seed);
    options.plans = 4;
    CHECK(listed(missing(words, seen_in(options).words)) == "");
  }
}

TEST_CASE("Every file says that it is synthetic, and so does every plan") {
  Options options = test::with_seed(41);
  options.plans = 2;
  for (const auto& [path, text] : test::disk_with_example(options).files) {
    CAPTURE(path);
    CHECK(text.starts_with("# 合成数据：澄溪县是虚构的，由 taizhang example --seed 41 生成"));
    CHECK(text.find("\n# Synthetic data") != std::string::npos);
  }
  for (const model::PlanFolder& folder : test::example_ledger(options).plans) {
    CHECK(*folder.plan.synthetic);
    CHECK(folder.plan.title->find("合成数据") != std::string::npos);
  }
}

TEST_CASE("The plans follow one another, each with all its tasks") {
  Options options = test::with_period("2023-01-01", "2023-12-31");
  options.plans = 3;
  options.tasks = 70;
  const model::Ledger ledger = test::example_ledger(options);
  REQUIRE(ledger.plans.size() == 3);
  CHECK(ledger.plans[0].id == "2023");
  CHECK(ledger.plans[1].id == "2024");
  CHECK(ledger.plans[2].id == "2025");
  CHECK(base::iso(*ledger.plans[1].plan.period.end) == "2024-12-31");
  CHECK(example::last_period(options).end == *ledger.plans[2].plan.period.end);
  for (const model::PlanFolder& folder : ledger.plans) {
    CHECK(folder.tasks.size() == 70);
    int section = 1;
    for (const model::TaskFile& file : folder.tasks) {
      CHECK(*file.task.section >= section);
      section = *file.task.section;
    }
    CHECK(section == 11);
  }
}

TEST_CASE("What a plan carries over is in the next one, with what remained as its target") {
  Options options;
  options.plans = 3;
  const model::Ledger ledger = test::example_ledger(options);
  int carried = 0;
  for (std::size_t i = 0; i + 1 < ledger.plans.size(); ++i) {
    const model::PlanFolder& next = ledger.plans[i + 1];
    for (const model::TaskFile& file : ledger.plans[i].tasks) {
      const model::Carry& to = file.task.carried_to;
      CHECK(to.plan.written() == (example::last_status(file.task) == model::Status::carried_over));
      if (!to.plan) continue;
      ++carried;
      CHECK(*to.plan == next.id);
      const model::Task& task = next.tasks[static_cast<std::size_t>(*to.item - 1)].task;
      CHECK(*task.carried_from.plan == ledger.plans[i].id);
      CHECK(task.carried_from.item.value == file.task.item.value);
      CHECK(task.carried_from.remaining.value == to.remaining.value);
      CHECK(task.title->ends_with("（上年结转）"));
      if (!to.remaining) continue;
      CHECK(*to.remaining > base::Decimal());
      CHECK(task.indicators[0].target->number == to.remaining.value);
    }
  }
  CHECK(carried >= 4);
}

TEST_CASE("With as many tasks as themes each theme comes once, with more none is alone") {
  const int all = example::theme_count();
  CHECK(all <= Options().tasks);
  std::set<std::string_view> slugs;
  for (int item = 1; item <= all; ++item) {
    const example::Assigned assigned = example::theme_of(item, all);
    CHECK(assigned.repeat == 0);
    CHECK(slugs.insert(assigned.theme->slug).second);
  }
  for (const int tasks : {1, 13, 61, 1000}) {
    std::set<std::pair<std::string_view, int>> seen;
    for (int item = 1; item <= tasks; ++item) {
      const example::Assigned assigned = example::theme_of(item, tasks);
      CHECK(seen.emplace(assigned.theme->slug, assigned.repeat).second);
    }
  }
}

TEST_SUITE_END();

}  // namespace example_ledger_test
