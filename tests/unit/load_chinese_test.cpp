// SPDX-License-Identifier: MIT
//
// A file in Chinese says the same as one in English. Both are written from the tables of the model:
// every key, and in turn every word of every enumeration.
#include <doctest/doctest.h>

#include "example/yaml_text.h"
#include "load/decode.h"
#include "model/plan.h"
#include "model/task_fields.h"
#include "model/unit.h"
#include "values.h"

namespace load_chinese_test {

using namespace taizhang;

TEST_SUITE_BEGIN("load");

namespace {

/// Writes a file that has every key of an entity, its words by `turn`.
class Writer {
 public:
  Writer(bool chinese, std::size_t turn) : chinese_(chinese), turn_(turn) {}

  template <class E>
  std::string entity() const {
    std::string text;
    const auto put = [&]<class T>(const model::Field<E, T>& field) {
      if (!text.empty()) text += ", ";
      text += std::string(chinese_ ? field.zh : field.key) + ": " +
              value(static_cast<const T*>(nullptr));
    };
    model::Fields<E>::table.each(put);
    return "{" + text + "}";
  }

 private:
  std::string word(base::Bilingual word) const { return std::string(chinese_ ? word.zh : word.en); }

  template <class E>
  std::string word_of_table() const {
    constexpr auto& table = model::Names<E>::table;
    const model::Named<E>& row = table[turn_ % table.size()];
    if (!chinese_) return std::string(row.name);
    std::vector<std::string_view> words{row.label.zh};
    for (std::string_view other : row.others) {
      if (!other.empty()) words.push_back(other);
    }
    return std::string(words[turn_ / table.size() % words.size()]);
  }

  template <class T>
  std::string scalar(const T*) const {
    if constexpr (std::is_enum_v<T> || std::is_same_v<T, bool>)
      return word_of_table<T>();
    else if constexpr (std::is_same_v<T, base::Date>)
      return "2023-05-31";
    else if constexpr (std::is_same_v<T, model::PartialDate>)
      return "2023-05";
    else if constexpr (std::is_same_v<T, model::FormatVersion>)
      return "1";
    else if constexpr (std::is_same_v<T, model::Target>)
      return turn_ % 2 == 0 ? "27.34" : word(model::Target::pending);
    else if constexpr (std::is_same_v<T, model::DueDay>)
      return turn_ % 2 == 0 ? "2023-12-31" : word(model::DueDay::standing);
    else if constexpr (std::is_same_v<T, model::DeadlineDay>)
      return turn_ % 2 == 0 ? "5" : "own-28";
    else if constexpr (std::is_same_v<T, std::string> || std::is_same_v<T, model::UnitName>)
      return "市工信局";
    else
      return "3";
  }

  template <class T>
  std::string value(const model::Given<T>*) const {
    return scalar(static_cast<const T*>(nullptr));
  }
  template <class T>
  std::string value(const model::List<T>*) const {
    return "[" + scalar(static_cast<const T*>(nullptr)) + "]";
  }
  template <class T>
  std::string value(const model::OneOrList<T>*) const {
    return scalar(static_cast<const T*>(nullptr));
  }
  template <class T>
  std::string value(const model::Table<T>*) const {
    return "{市发改局: " + scalar(static_cast<const T*>(nullptr)) + "}";
  }
  std::string value(const model::Amounts*) const { return turn_ % 2 == 0 ? "3" : "{市发改局: 3}"; }
  template <class E>
  std::string value(const model::ByName<E>*) const {
    return turn_ % 2 == 0 ? "{甲: 市工信局}" : "{甲: " + entity<E>() + "}";
  }
  template <class E>
  std::string value(const model::Many<E>*) const {
    return "[" + entity<E>() + "]";
  }
  template <class E>
  std::string value(const model::OneOrMany<E>*) const {
    return entity<E>();
  }
  template <class E>
  requires std::is_base_of_v<model::Entity, E> std::string value(const E*)
  const { return entity<E>(); }

  bool chinese_;
  std::size_t turn_;
};

/// What a file means, in the one way in which the program writes it.
template <class E>
std::string meant(const std::string& text) {
  E entity(source::start_of(0));
  const yaml::Document document = yaml::parse(text, 0);
  std::vector<source::Fault> faults = document.faults;
  load::decode(document, 0, entity, faults);
  INFO(text);
  for (const source::Fault& fault : faults) FAIL_CHECK(test::details(fault));
  return example::yaml_text(entity, 1);
}

template <class E>
void compare() {
  // As many turns as the longest enumeration has words with all its others.
  for (std::size_t turn = 0; turn < 36; ++turn) {
    CAPTURE(turn);
    const std::string english = meant<E>(Writer(false, turn).entity<E>());
    CHECK(english.size() > 100);
    CHECK(meant<E>(Writer(true, turn).entity<E>()) == english);
  }
}

}  // namespace

TEST_CASE("Chinese keys and words read the same as the English ones") {
  compare<model::Task>();
  compare<model::Plan>();
  compare<model::Registry>();
}

TEST_CASE("A renamed key is still read, and stands twice beside the new one") {
  const auto days = [](const std::string& deadlines) {
    model::Plan plan(source::start_of(0));
    std::vector<source::Fault> faults;
    load::decode(yaml::parse("rules: {deadlines: {" + deadlines + "}}\n", 0), 0, plan, faults);
    std::erase_if(faults,
                  [](const auto& fault) { return fault.template is<source::MissingKey>(); });
    return std::pair(plan.rules.deadlines, faults.size());
  };
  const auto [former, faults] = days("month_day: 8, week_day: 3");
  CHECK(faults == 0);
  CHECK(former.month->day == 8);
  CHECK(*former.week == 3);
  CHECK(days("month_day: 8, month: 9").second == 1);
}

TEST_CASE("What a file in Chinese lacks is named as it would write it") {
  const auto decoded =
      test::decoded_task("格式版本: 1\n序号: 14\n板块: 2\n完成时限: 长期坚持\n状态: 推进中\n");
  REQUIRE(decoded.faults.size() == 1);
  const auto& missing = std::get<source::MissingKey>(decoded.faults[0].what);
  CHECK(missing.key == "title");
  CHECK(missing.write == std::vector<std::string>{"任务名称"});
}

TEST_SUITE_END();

}  // namespace load_chinese_test
