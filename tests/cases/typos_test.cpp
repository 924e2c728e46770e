// SPDX-License-Identifier: MIT
//
// What is mistyped is an error, never an empty answer: a caret stands under it, and what was meant
// is said, in both languages.
#include <doctest/doctest.h>

#include "base/text.h"
#include "ledgers.h"
#include "run.h"

using namespace taizhang;

namespace typos_test {

namespace {

struct Typo {
  const char* what;
  const char* rows;    ///< the kind that is listed
  const char* filter;  ///< as typed
  const char* under;   ///< the part of it above the carets
  const char* zh;      ///< what is advised
  const char* en;
};

constexpr Typo typos[] = {
    {"field", "tasks", "ligth:red", "ligth", "是不是“light”？", "did you mean “light”?"},
    {"field", "tasks", "牵头单:县教育局", "牵头单", "是不是“牵头单位”？",
     "did you mean “牵头单位”?"},
    {"field of others", "tasks", "fate:newest", "fate", "readings.fate", "readings.fate"},
    {"record", "tasks", "score<80", "score", "是不是“score.value”？",
     "did you mean “score.value”?"},
    {"record", "tasks", "考核得分:60..80", "考核得分", "是不是“score.value”？",
     "did you mean “score.value”?"},
    {"part", "tasks", "score.valeu<80", "score.valeu", "是不是“score.value”？",
     "did you mean “score.value”?"},
    {"value", "tasks", "light:redd", "redd", "是不是“red”？", "did you mean “red”?"},
    {"value", "tasks", "completion<五十", "五十", "写成 completion<50",
     "write it like completion<50"},
    {"value of a part", "tasks", "score.grade:goood", "goood", "是不是“good”？",
     "did you mean “good”?"},
    {"word", "readings", "fate:newets", "newets", "是不是“newest”？", "did you mean “newest”?"},
    {"yes or no", "tasks", "counted:maybe", "maybe", "counted:是", "counted:yes"},
    {"section", "tasks", "section:99", "99", "可用：", "known: "},
    {"plan", "tasks", "plan:linshui-2O24", "linshui-2O24", "是不是“linshui-2024”？",
     "did you mean “linshui-2024”?"},
    {"plan", "plans", "id:linshui-2O24", "linshui-2O24", "是不是“linshui-2024”？",
     "did you mean “linshui-2024”?"},
    {"tag", "tasks", "tags:消费提报", "消费提报", "是不是“消费提振”？", "did you mean “消费提振”?"},
    {"unit", "tasks", "lead:县教育据", "县教育据", "是不是“县教育局”？",
     "did you mean “县教育局”?"},
    {"unit of a reading", "readings", "by:县教育据", "县教育据", "是不是“县教育局”？",
     "did you mean “县教育局”?"},
    {"unit of a reading", "readings", "by:无此单位", "无此单位", "可用：", "known: "},
    {"unit that reports", "indicators", "reporter:县教育据", "县教育据", "是不是“县教育局”？",
     "did you mean “县教育局”?"},
    {"unit of a record", "progress", "by:县教育据", "县教育据", "是不是“县教育局”？",
     "did you mean “县教育局”?"},
    {"unit as written", "tasks", "written.lead:县教育据", "县教育据", "是不是“县教育局”？",
     "did you mean “县教育局”?"},
    {"date", "tasks", "due<2024-10-8", "2024-10-8", "是不是“2024-10-08”？",
     "did you mean “2024-10-08”?"},
    {"date", "tasks", "due:2024年10月", "2024年10月", "是不是“2024-10”？",
     "did you mean “2024-10”?"},
    {"date", "tasks", "due<2024-13", "2024-13", "2023-10-31", "2023-10-31"},
    {"bracket", "tasks", "(light:red", "(", "补上右括号", "close it with )"},
    {"bracket", "tasks", "light:red)", ")", "删去它", "remove it"},
    {"operator", "tasks", "completion=<50", "=<", "是不是“<=”？", "did you mean “<=”?"},
    {"operator", "tasks", "title==充电", "==", "是不是“=”？", "did you mean “=”?"},
    {"operator", "tasks", "title~~充电", "~~", "请加引号", "quote a value"},
    {"operator", "tasks", "has!=issues", "has!=issues", "写成 has:issues", "write has:issues"},
    {"operator", "tasks", "item<1..3", "item<1..3", "item:1..3", "item:1..3"},
    {"operator", "tasks", "completion<34,60", "completion<34,60", "用冒号", "follow a colon"},
    {"regular expression", "tasks", "title://", "//", "has:", "has:"},
    {"regular expression", "tasks", "title:/公路/x", "x", "中间空一格", "leave a blank"},
    {"regular expression", "tasks", "title:公路|桥", "公路|桥", "title~公路|桥", "title~公路|桥"},
    {"regular expression", "tasks", "公路|桥", "公路|桥", "/公路|桥/", "/公路|桥/"},
    {"quote", "tasks", "title:\"公路", "\"", "补上 \"", "end it with \""},
    {"operator", "tasks", "title<5", "title<5", "写成 title:5", "write title:5"},
    {"operator", "tasks", "completion<", "completion<", "值紧跟在符号后面", "the value follows"},
    {"regular expression", "tasks", "title:/a(/", "/a(/", "missing )", "missing )"},
    {"range", "tasks", "completion:80..50", "80..50", "50..80", "50..80"},
    {"range", "tasks", "due:2024-10..2024-09", "2024-10..2024-09", "2024-09..2024-10",
     "2024-09..2024-10"},
    {"saved query", "tasks", "@beind", "@beind", "是不是“behind”？", "did you mean “behind”?"},
    {"saved query of others", "steps", "@late", "@late", "taizhang list @late",
     "taizhang list @late"},
    {"sign", "tasks", "light!red", "!", "是不是“light!=red”？", "did you mean “light!=red”?"},
    {"per cent", "indicators", "value>50%", "50%", "去掉百分号", "leave the sign out"},
    {"unit of measure", "indicators", "unit:县教育局", "县教育局", "units:县教育局",
     "units:县教育局"},
    {"existence", "tasks", "has:isues", "isues", "是不是“issues”？", "did you mean “issues”?"},
};

test::MemoryDisk disk() {
  test::MemoryDisk disk = test::disk_with_ledger("linshui");
  std::string& task = disk.files.at("tasks/2024/002-kindergartens.yaml");
  task.insert(task.find("lead:"), "tags: [消费提振]\n");
  return disk;
}

/// The filter with carets below what is wrong.
std::string picture(const Typo& typo) {
  const std::string filter = typo.filter;
  const auto columns = [](std::string_view text) {
    return static_cast<std::size_t>(base::display_width(text));
  };
  const std::string before = filter.substr(0, filter.rfind(typo.under));
  return "  " + filter + "\n  " + std::string(columns(before), ' ') +
         std::string(columns(typo.under), '^') + "\n";
}

}  // namespace

TEST_SUITE_BEGIN("typos");

TEST_CASE("typos in a filter say what was meant") {
  const test::MemoryDisk ledger = disk();
  for (const char* language : {"zh", "en"}) {
    for (const Typo& typo : typos) {
      const test::Outcome outcome = test::run(
          {"list", "--rows", typo.rows, typo.filter, "--as-of", "2024-10-08", "--lang", language},
          ledger);
      CAPTURE(typo.what);
      CAPTURE(typo.filter);
      CAPTURE(outcome.err);
      CHECK(outcome.exit == 2);
      CHECK(outcome.out.empty());
      CHECK(outcome.err.find(picture(typo)) != outcome.err.npos);
      CHECK(outcome.err.find(*language == 'z' ? typo.zh : typo.en) != outcome.err.npos);
    }
  }
}

TEST_CASE("typos in options say what was meant") {
  const test::MemoryDisk ledger = disk();
  for (const auto& [arguments, meant] : {
           std::pair("list --as-of 2024-10-8", "2024-10-08"),
           std::pair("list --known-by 2024/10/08", "2024-10-08"),
           std::pair("diff 2024-9 2024-10-08", "2024-09"),
           std::pair("list --rows indicatros", "indicators"),
           std::pair("list --columns item,titel", "title"),
           std::pair("list --sort completoin", "completion"),
           std::pair("list --group leed", "lead"),
           std::pair("stats --by ligth", "light"),
           std::pair("list --unit 县教育据", "县教育局"),
           std::pair("list --status in_progres", "in_progress"),
           std::pair("list --format jsn", "json"),
           std::pair("lsit", "list"),
           std::pair("list --colums item", "--columns"),
       }) {
    for (const char* language : {"zh", "en"}) {
      std::vector<std::string> all = test::arguments_of(arguments);
      all.insert(all.end(), {"--lang", language});
      const test::Outcome outcome = test::run(all, ledger);
      CAPTURE(arguments);
      CAPTURE(outcome.err);
      CHECK(outcome.exit == 2);
      CHECK(outcome.out.empty());
      const std::string told = *language == 'z' ? "是不是“" : "did you mean “";
      CHECK(outcome.err.find(told + meant + "”") != outcome.err.npos);
    }
  }
}

TEST_CASE("typos: an alias, a former name and the beginning of a word are none") {
  test::MemoryDisk ledger = disk();
  for (const auto& [rows, filter] :
       {std::pair("readings", "by:县教育局"), std::pair("tasks", "tags:消费"),
        std::pair("tasks", "plan:linshui"), std::pair("tasks", "score.value>0")}) {
    const test::Outcome outcome =
        test::run({"list", "--rows", rows, filter, "--count", "--as-of", "2024-10-08"}, ledger);
    CAPTURE(filter);
    CAPTURE(outcome.err);
    CHECK(outcome.exit == 0);
    CHECK(outcome.out != "0\n");
  }
  const std::string count = "--count --as-of 2024-10-08";
  const auto plain = test::run(test::arguments_of("list not status:closed " + count), ledger);
  const auto dashed = test::run(test::arguments_of("list " + count + " -- -status:closed"), ledger);
  CHECK(dashed.exit == 0);
  CHECK(dashed.out == plain.out);
  CHECK(plain.out != "0\n");
}

TEST_SUITE_END();

}  // namespace typos_test
