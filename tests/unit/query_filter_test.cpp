// SPDX-License-Identifier: MIT
#include "query/filter/filter.h"

#include <doctest/doctest.h>

#include "base/fatal.h"
#include "facts/world.h"
#include "load/load.h"
#include "memory_disk.h"
#include "pipeline.h"
#include "run.h"
#include "values.h"

namespace query_filter_test {

using namespace taizhang;
using facts::Kind;
using query::filter::Truth;

namespace {

/// Four tasks of a plan: one with a figure (30 of 40), one whose indicator nobody has reported, one
/// without a measure, one that is done and has an issue.
test::MemoryDisk disk() {
  test::MemoryDisk disk;
  disk.files["tasks/units.yaml"] =
      "schema: 1\nunits:\n  - {name: 水务局, type: government, aliases: [县水务局]}\n"
      "  - {name: 交通局, type: government}\n  - {name: 教育局, type: government}\n"
      "  - {name: 成员单位, type: group, members: [县水务局, 交通局]}\n";
  disk.files["tasks/2023/plan.yaml"] =
      "schema: 1\nid: \"2023\"\ntitle: 重点任务\nperiod: {start: 2023-01-01, end: 2023-12-31}\n"
      "sections: [{no: 1, title: 治水}, {no: 2, title: 兴业}]\n";
  const auto task = [&](int item, const std::string& keys) {
    disk.files["tasks/2023/00" + std::to_string(item) + ".yaml"] =
        "schema: 1\nitem: " + std::to_string(item) + "\nstatus: in_progress\n" + keys;
  };
  const std::string gates =
      "indicators:\n  - {id: a, name: 闸, kind: cumulative, qualifier: at_least, commitment: "
      "binding, target: 40, unit: 座";
  task(1, "section: 1\ntitle: 河道整治\nlead: [水务局]\ndue: 2023-10-31\n" + gates +
              ", readings: [{id: r1, date: 2023-06-30, value: 30, reported: 2023-07-02}]}\n");
  task(2, "section: 1\ntitle: 桥梁加固\nlead: [交通局, 水务局]\ndue: 2023-11-30\n" + gates +
              ", due: 2023-08-31}\n");
  task(3, "section: 2\ntitle: 公路养护\nlead: [交通局]\ndue: 2023-09-30\ndue_text: 9月底前\n");
  task(4,
       "section: 2\ntitle: 校舍新建\nlead: [教育局]\nsupport: [成员单位]\ndue: 2023-10-01\n"
       "milestones: [{id: m, name: 竣工, due: 2023-06-30, done: 2023-06-20}]\n"
       "issues: [{id: q, found: 2023-07-01, level: general, text: 占道}]\n");
  return disk;
}

/// The ledger as it stands on 2023-07-15.
class Asked {
 public:
  explicit Asked(const test::MemoryDisk& given = disk())
      : ledger_(load::load(given, "tasks")), measured_(ledger_, "") {
    for (const source::Fault& fault : ledger_.faults) FAIL(test::details(fault));
  }

  /// What the filter says of each row: y, n, or ? where nobody can say.
  std::string of(const std::string& filter, Kind kind = Kind::tasks) {
    const base::Date day = test::day("2023-07-15");
    const facts::World& world = measured_.on({day, day});
    const query::filter::Test test = query::filter::meaning(world, kind, filter);
    std::string all;
    for (const facts::Row& row : facts::rows(world, kind)) {
      const Truth truth = test(row);
      all += truth == Truth::yes ? 'y' : truth == Truth::no ? 'n' : '?';
    }
    return all;
  }

  /// The caret's picture, the message and the help; empty where the filter is taken.
  std::string refused(const std::string& filter, Kind kind = Kind::tasks) {
    try {
      of(filter, kind);
    } catch (const base::Fatal& fatal) {
      CHECK(fatal.exit == base::Exit::usage);
      return fatal.picture + fatal.message.in(base::Language::en) + "; " +
             fatal.help.in(base::Language::en);
    }
    return {};
  }

 private:
  const model::Ledger ledger_;
  pipeline::Measured measured_;
};

}  // namespace

TEST_SUITE_BEGIN("query");

TEST_CASE("Filter: of a value that is not there nobody can say, nor of its opposite") {
  Asked asked;
  CHECK(asked.of("completion<80") == "y??n");
  CHECK(asked.of("-completion<80") == "n??y");
  CHECK(asked.of("completion!=75") == "n??y");
  CHECK(asked.of("has:completion") == "ynny");
  CHECK(asked.of("-has:completion") == "nyyn");
  // One that is sure decides: no for all of them, yes for one of them.
  CHECK(asked.of("completion<80 item:2") == "n?nn");
  CHECK(asked.of("-(completion<80 item:2)") == "y?yy");
  CHECK(asked.of("completion<80 or item:2") == "yy?n");
  CHECK(asked.of("not (completion<80 or item:2)") == "nn?y");
}

TEST_CASE("Filter: a unit is seen through its groups, and one that is asked for exactly is not") {
  Asked asked;
  CHECK(asked.of("unit:成员单位") == "yyyy");
  CHECK(asked.of("unit:县水务局") == "yyny");
  CHECK(asked.of("unit:交通局") == "nyyy");
  CHECK(asked.of("unit:教育局") == "nnny");
  // The units of a task are those who have it: of a group its members.
  CHECK(asked.of("unit=成员单位") == "nnny");
  CHECK(asked.of("unit=县水务局") == "yyny");
  CHECK(asked.of("lead=县水务局") == "yynn");
  CHECK(asked.of("lead:成员单位") == "yyyn");
  CHECK(asked.of("name:交通局", Kind::units) == "nynn");
}

TEST_CASE(
    "Filter: quotes of every keyboard, and the bar, the slash and the sign that stand wrong") {
  Asked asked;
  for (const char* quoted :
       {"\"河道\"", "'河道'", "“河道”", "‘河道’", "「河道」", "/河道/", "/^河/"}) {
    CAPTURE(quoted);
    CHECK(asked.of(quoted) == "ynnn");
    CHECK(asked.of("title:" + std::string(quoted)) == "ynnn");
    CHECK(asked.of("(" + std::string(quoted) + " or item:3)") == "ynyn");
  }
  CHECK(asked.of("address:/2023/i") == asked.of("address:2023"));
  CHECK(asked.of("lead:/^X/i or title:/桥/i") == "nynn");
  CHECK(asked.of("-'河道' -title:「桥梁」") == "nnyy");
  for (const auto& [filter, help] : {
           std::pair("title://", "has:"),
           std::pair("''", "has:"),
           std::pair("title:\"\"", "has:"),
           std::pair("title:/桥/x", "leave a blank"),
           std::pair("\"河道\"整治", "leave a blank"),
           std::pair("'河道", "end it with '"),
           std::pair("河道|桥", "write /河道|桥/"),
           std::pair("title:河道｜桥", "title~河道｜桥"),
           std::pair("lead==水务局", "did you mean “=”"),
           std::pair("completion=>50", "did you mean “>=”"),
           std::pair("completion<>50", "did you mean “!=”"),
           std::pair("title=~桥", "did you mean “~”"),
       }) {
    CAPTURE(filter);
    const std::string told = asked.refused(filter);
    CAPTURE(told);
    CHECK(told.find(help) != told.npos);
  }
}

TEST_CASE("Filter: a span of dates is within it, before its first day, up to its last") {
  Asked asked;
  CHECK(asked.of("due:2023-10") == "ynny");
  CHECK(asked.of("due<=2023-10") == "ynyy");
  CHECK(asked.of("due<2023-10") == "nnyn");
  CHECK(asked.of("due>2023-10") == "nynn");
  CHECK(asked.of("due>=2023-10") == "yyny");
  CHECK(asked.of("due:2023Q4") == "yyny");
  CHECK(asked.of("due:2023") == "yyyy");
  CHECK(asked.of("due:2023-W39") == "nnyy");  // from 25 September to 1 October
  CHECK(asked.of("due:2023-10-01") == "nnny");
  CHECK(asked.of("due:..2023-10-01") == "nnyy");
  CHECK(asked.of("due:2023-10-31..") == "yynn");
  CHECK(asked.of("due:2023-10-01..2023-10") == "ynny");
  // Words count from the day that is asked for.
  CHECK(asked.of("date:-15d..today", Kind::readings) == "y");
  CHECK(asked.of("date:-14d..today", Kind::readings) == "n");
}

TEST_CASE("Filter: ranges hold both ends, lists take one of them") {
  Asked asked;
  CHECK(asked.of("completion:50..80") == "y??n");
  CHECK(asked.of("completion:75..100") == "y??y");
  CHECK(asked.of("completion:..75") == "y??n");
  CHECK(asked.of("completion:76..") == "n??y");
  CHECK(asked.of("item:1,3") == "ynyn");
  CHECK(asked.of("lead:水务局,教育局") == "yyny");
  CHECK(asked.of("-lead:水务局,教育局") == "nnyn");
  CHECK(asked.of("牵头:县水务局") == "yynn");
}

TEST_CASE("Filter: a field is the row's own, else of what it lies in, or asked of its parts") {
  Asked asked;
  // Indicators of tasks 1 and 2: the second is due before its task.
  CHECK(asked.of("due:2023-10", Kind::indicators) == "yn");
  CHECK(asked.of("due:2023-08", Kind::indicators) == "ny");
  CHECK(asked.of("lead:交通局", Kind::indicators) == "ny");
  CHECK(asked.of("section:1 lead:水务局", Kind::readings) == "y");
  CHECK(asked.of("indicator.due:2023-08") == "nynn");
  CHECK(asked.of("indicator.value>10") == "y?nn");
  CHECK(asked.of("-indicators.commitment:strive") == "yyyy");
  CHECK(asked.of("-indicators.commitment:binding") == "nnyy");
  // A field that only indicators have need not say whose it is; one of several kinds has to.
  CHECK(asked.of("commitment:binding") == "yynn");
  CHECK(asked.of("-commitment:binding") == "nnyy");
  CHECK(asked.of("承诺力度:力争") == "nnnn");
  CHECK(asked.of("has:commitment") == "yynn");
  CHECK(asked.of("has:issues") == "nnny");
  CHECK(asked.of("-has:readings") == "nyyy");
  CHECK(asked.of("has:period", Kind::plans) == "y");
  // Words look at titles, and at what the task has.
  CHECK(asked.of("公路") == "nnyn");
  CHECK(asked.of("闸 -河道") == "nynn");
  CHECK(asked.of("title:/^(河道|桥梁)/") == "yynn");
}

TEST_CASE("Filter: not binds closest, then the blank, then or") {
  Asked asked;
  CHECK(asked.of("lead:教育局 or lead:水务局 item:2") == "nyny");
  CHECK(asked.of("(lead:教育局 or lead:水务局) item:2") == "nynn");
  CHECK(asked.of("not lead:水务局 section:2") == "nnyy");
  CHECK(asked.of("not (lead:水务局 section:1)") == "nnyy");
  CHECK(asked.of("-lead:水务局 or item:1") == "ynyy");
  CHECK(asked.of("非 lead:水务局 且 section:2 或 item:1") == "ynyy");
  CHECK(asked.of("") == "yyyy");
  // As SQL and programming languages write them.
  CHECK(asked.of("lead:教育局 OR lead:水务局 AND item:2") == "nyny");
  CHECK(asked.of("lead:教育局 || lead:水务局 && item:2") == "nyny");
  CHECK(asked.of("NOT lead:水务局 section:2") == "nnyy");
}

TEST_CASE("Filter: signs that only look like those of a filter are taken for them") {
  Asked asked;
  for (const char* sign : {":", "：", "∶", "﹕", "︰", ";", "；"}) {
    CHECK(asked.of("section" + std::string(sign) + "2") == "nnyy");
  }
  for (const char* sign : {"<", "＜", "〈", "《"}) {
    CHECK(asked.of("item" + std::string(sign) + "2") == asked.of("item<2"));
  }
}

TEST_CASE("Filter: a thousand negations or brackets are refused") {
  for (const char* piece : {"not ", "非 ", "(", "-("}) {
    CAPTURE(std::string(piece));
    std::string filter;
    for (int i = 0; i < 20000; ++i) filter += piece;
    Asked asked;
    CHECK(asked.refused(filter + "item:1").find("nested too deep") != std::string::npos);
  }
}

TEST_CASE("Filter: what is mistyped is refused with a caret under it, and says what was meant") {
  Asked asked;
  const auto is_refused = [&](const std::string& filter, std::size_t column, std::size_t width,
                              const std::string& meant) {
    const std::string told = asked.refused(filter);
    const std::string picture =
        "  " + filter + "\n  " + std::string(column, ' ') + std::string(width, '^') + "\n";
    CHECK_MESSAGE(told.starts_with(picture), filter, "\n", told);
    CHECK_MESSAGE(told.find(meant) != std::string::npos, filter, "\n", told);
  };
  is_refused("且", 0, 2, "quote the word");
  is_refused("item:1 AND", 7, 3, "quote the word");
  is_refused("ligth:red", 0, 5, "did you mean “light”?");
  is_refused("commitmnt:strive", 0, 9, "did you mean “commitment”?");
  is_refused("commitment:striv", 11, 5, "did you mean “strive”?");
  is_refused("name:闸", 0, 4, "say whose: indicators.name, milestones.name");
  is_refused("light:redd", 6, 4, "did you mean “red”?");
  is_refused("lead:交同局", 5, 6, "did you mean “交通局”?");
  is_refused("item:1 due<2023-13", 11, 7, "2023-10-31");
  is_refused("(light:red", 0, 1, "close it with )");
  is_refused("light:red)", 9, 1, "remove it");
  is_refused("completion=<50", 10, 2, "did you mean “<=”");
  is_refused("title:/a(/", 6, 4, "missing )");
  is_refused("completion:80..50", 11, 6, "50..80");
  is_refused("light:red @beind", 10, 6, "did you mean “behind”?");
  is_refused("has:isues", 4, 5, "did you mean “issues”?");
  is_refused("has!=issues", 0, 11, "has:issues");
  is_refused("has<issues", 0, 10, "has:issues");
  is_refused("has:issues,readings", 0, 19, "or joins");
  is_refused("item<1..3", 0, 9, "item:1..3");
  is_refused("completion<34,60", 0, 16, "follow a colon");
}

TEST_CASE("Filter: a number is compared as it is printed, in lists as in SQL") {
  // 196 of 365 days have gone, 53.698… per cent.
  Asked asked;
  CHECK(asked.of("time=53.70", Kind::plans) == "y");
  CHECK(asked.of("time:53.7", Kind::plans) == "y");
  CHECK(asked.of("time!=53.70", Kind::plans) == "n");
  CHECK(asked.of("time<53.70", Kind::plans) == "n");
  CHECK(asked.of("time>53.70", Kind::plans) == "n");
  CHECK(asked.of("time:53.70..53.70", Kind::plans) == "y");
  CHECK(asked.of("time>53.69 time<53.71", Kind::plans) == "y");
}

TEST_CASE("Filter: brackets, commas and dots of a regular expression are its own") {
  Asked asked;
  CHECK(asked.of("title~^(河道|桥梁)") == "yynn");
  CHECK(asked.of("(title~^(河道|桥梁)整) or item:3") == "ynyn");
  CHECK(asked.of("title~公..护") == "nnyn");
  CHECK(asked.of("title~公..路") == "nnnn");
  CHECK(asked.of("title~公.养.*") == "nnyn");
  CHECK(asked.of("title~^(河道,桥) item:1") == "nnnn");
  CHECK(asked.of("标题~公路|桥") == "nyyn");
}

TEST_CASE("Filter: sections are known by number, by both and by the beginning of their name") {
  Asked asked;
  for (const char* section : {"2", "兴业", "兴", "\"2 兴业\""}) {
    CAPTURE(section);
    CHECK(asked.of(std::string("section:") + section) == "nnyy");
  }
}

TEST_CASE("Filter: sections have an order, by number and by title") {
  Asked asked;
  CHECK(asked.of("section<2") == "yynn");
  CHECK(asked.of("section>=2") == "nnyy");
  CHECK(asked.of("section<=1") == "yynn");
  CHECK(asked.of("section>2") == "nnnn");
  CHECK(asked.of("板块<=治水") == "yynn");
  CHECK(asked.of("板块>治") == "nnyy");
  CHECK(asked.of("-section<2") == "nnyy");
  CHECK(asked.of("section!=1") == "nnyy");
  CHECK(asked.of("section:1..1") == "yynn");
  // What a number is called is searched by a regular expression, as its title is.
  CHECK(asked.of("section~治") == "yynn");
  CHECK(asked.of("section~^2") == "nnyy");
  CHECK(asked.of("light~灯") == "yyyy");
  CHECK(asked.refused("section<治山").find("no value") != std::string::npos);
}

TEST_CASE("Filter: no field whose values are known takes an order for an equal sign") {
  Asked asked;
  int orders = 0;
  for (const facts::KindOfRow* kind : facts::kinds()) {
    if (kind->kind == Kind::events) continue;  // they want a day to be told from
    for (const facts::Field& field : kind->fields()) {
      if (!field.known) continue;
      const std::string written = "\"1\"";
      const std::string less = field.name + "<" + written;
      const bool taken = asked.refused(less, kind->kind).empty();
      CHECK_MESSAGE(taken == (field.type == facts::Type::whole), kind->name, " ", field.name);
      ++orders;
    }
  }
  CHECK(orders > 40);
}

TEST_CASE("Filter: of several numbers in the place of one any is enough, of a word none is") {
  test::MemoryDisk several = disk();
  several.files["tasks/2023/001.yaml"] +=
      "self_assessments: [{date: 2023-07-01, expect_year_end: {a: 35, b: 50}}]\n";
  several.files["tasks/2023/002.yaml"] +=
      "self_assessments: [{date: 2023-07-01, expect_year_end: 41}]\n";
  several.files["tasks/2023/003.yaml"] += "self_assessments: [{date: 2023-07-01}]\n";
  Asked asked(several);
  const Kind kind = Kind::assessments;
  CHECK(asked.of("expect_year_end>100", kind) == "nn?");
  CHECK(asked.of("expect_year_end<40", kind) == "yn?");
  CHECK(asked.of("expect_year_end:40..45", kind) == "ny?");
  CHECK(asked.of("expect_year_end=50", kind) == "yn?");
  CHECK(asked.of("-expect_year_end>45", kind) == "ny?");
  several = disk();
  std::string& text = several.files["tasks/2023/001.yaml"];
  text.replace(text.find("target: 40"), 10, "target: pending");
  Asked pending(several);
  CHECK(pending.of("target<50", Kind::indicators) == "?y");
  CHECK(pending.of("-target<50", Kind::indicators) == "?n");
  CHECK(pending.of("has:target", Kind::indicators) == "yy");
}

TEST_CASE("Filter: a per cent is compared with per cent, and is a fraction of a ratio") {
  Asked asked;
  CHECK(asked.of("completion<80%") == asked.of("completion<80"));
  CHECK(asked.of("completion<80％") == asked.of("completion<80"));
  const std::string ratios = asked.of("ratio<150%", Kind::indicators);
  CHECK(ratios == asked.of("ratio<1.5", Kind::indicators));
  CHECK(asked.of("ratio<100%", Kind::indicators) == asked.of("ratio<1", Kind::indicators));
  CHECK(asked.of("ratio<100%", Kind::indicators) != asked.of("ratio<100", Kind::indicators));
  for (const char* wrong : {"value>50%", "days_left<5%", "value:1..50%"}) {
    CAPTURE(wrong);
    CHECK(asked.refused(wrong, Kind::indicators).find("leave the sign out") != std::string::npos);
  }
}

TEST_CASE("Filter: a field that holds units knows their aliases, and who is none where it stands") {
  test::MemoryDisk changed = disk();
  const auto change = [&](int item, const std::string& by) {
    changed.files["tasks/2023/00" + std::to_string(item) + ".yaml"] +=
        "changes: [{id: c, requested: 2023-07-01, field: due, from: 2023-10-31, to: 2023-11-30, "
        "approved_by: " +
        by + "}]\n";
  };
  change(1, "水务局");
  change(2, "县水务局");
  change(3, "县政府常务会议");
  changed.files["tasks/2023/004.yaml"].replace(changed.files["tasks/2023/004.yaml"].find("found: "),
                                               0, "coordinator: 县水务局, ");
  Asked asked(changed);
  CHECK(asked.of("approved_by:县水务局", Kind::changes) == "yyn");
  CHECK(asked.of("approved_by=水务局", Kind::changes) == "yyn");
  CHECK(asked.of("approved_by:县政府常务会议", Kind::changes) == "nny");
  CHECK(asked.refused("approved_by:水物局", Kind::changes).find("“水务局”") != std::string::npos);
  CHECK(asked.of("coordinator:水务局", Kind::issues) == "y");
  CHECK(asked.refused("coordinator:水物局", Kind::issues).find("“水务局”") != std::string::npos);
  CHECK(asked.of("name:县水务局", Kind::units) == "ynnn");
  CHECK(asked.refused("name:水物局", Kind::units).find("“水务局”") != std::string::npos);
}

TEST_CASE("Filter: a unit of measure is none of the units, and says so") {
  Asked asked;
  CHECK(asked.of("unit:座", Kind::indicators) == "yy");
  CHECK(asked.refused("unit:水务局", Kind::indicators).find("units:水务局") != std::string::npos);
  CHECK(asked.refused("unit:个", Kind::indicators).find("no value") != std::string::npos);
  CHECK(asked.of("units:县水务局", Kind::indicators) == "yy");
  CHECK(asked.of("unit:教育局", Kind::milestones) == "y");
}

TEST_CASE("Filter: what could only be empty is refused") {
  Asked asked;
  for (const auto& [filter, meant] : {std::pair("light!red", "light!=red"),
                                      {"light.red", "light:red"},
                                      {"灯!红", "灯!=红"},
                                      {"-", "missing beside"},
                                      {"item:1 - item:2", "missing beside"},
                                      {"not or", "missing beside"},
                                      {"not and item:1", "missing beside"},
                                      {"非 或 item:1", "missing beside"}}) {
    CAPTURE(filter);
    CHECK(asked.refused(filter).find(meant) != std::string::npos);
  }
  CHECK(asked.of("\"light!red\"") == "nnnn");
  CHECK(asked.of("河道.整治") == "nnnn");
}

TEST_CASE("Filter: plans, sections and units are found by their own names and by their tasks") {
  Asked asked;
  CHECK(asked.of("治", Kind::sections) == "yn");
  CHECK(asked.of("水务", Kind::units) == "ynnn");
  CHECK(asked.of("重点", Kind::plans) == "y");
  CHECK(asked.of("has:issues", Kind::sections) == "ny");
  CHECK(asked.of("tasks.item:2", Kind::sections) == "yn");
  CHECK(asked.of("item:2", Kind::sections) == "yn");
  CHECK(asked.of("indicators.value:30", Kind::sections) == "yn");
  CHECK(asked.of("has:milestones", Kind::sections) == "ny");
  // 水务局 is a member of the group that supports the fourth; what a group has its members have.
  CHECK(asked.of("item:4", Kind::units) == "yyyn");
  CHECK(asked.of("item:1", Kind::units) == "ynnn");
  CHECK(asked.of("has:indicators", Kind::units) == "yynn");
  CHECK(asked.of("-has:tasks", Kind::units) == "nnny");
  CHECK(asked.of("tasks:2", Kind::sections) == "yy");
}

TEST_CASE("Filter: a name goes before what is also understood, and deeper parts are named") {
  Asked asked;
  CHECK(asked.of("kind:cumulative") == "yynn");
  const std::string told = asked.refused("fate:corrected");
  CHECK(told.find("readings.fate") != std::string::npos);
  CHECK(told.find("late”") == std::string::npos);
  CHECK(asked.of("readings.fate:newest") == "ynnn");
  CHECK(asked.of("due:长期坚持") == "nnnn");
  CHECK(asked.of("due:standing", Kind::milestones) == "n");
}

TEST_CASE("Filter: negations are nested as deep as brackets, and no deeper") {
  Asked asked;
  const auto negated = [](int times) {
    std::string filter;
    for (int i = 0; i < times; ++i) filter += "not ";
    return filter + "item:1";
  };
  CHECK(asked.of(negated(64)) == "ynnn");
  CHECK(asked.refused(negated(65)).find("too deep") != std::string::npos);
  CHECK(asked.refused(negated(20000)).find("too deep") != std::string::npos);
}

TEST_CASE("Filter: what the ledger says in words where a date may stand is found by them") {
  Asked asked;
  CHECK(asked.of("due:9月底前") == "nnyn");
  CHECK(asked.of("时限:底前") == "nnyn");
  CHECK(asked.of("-due:9月底前") == "yyny");
  CHECK(asked.of("due!=9月底前") == "yyny");
  CHECK(asked.of("due_text:9月底前") == "??y?");
  CHECK(asked.of("时限原文:底前") == "??y?");
  // The piece of a date is none of its words, nor is what no row says.
  for (const char* wrong : {"due:9", "due:09-30", "due:10月底前", "due<9月底前", "due:9月底前.."}) {
    CAPTURE(wrong);
    CHECK(asked.refused(wrong).find("is a date") != std::string::npos);
  }
  test::MemoryDisk open;
  for (const auto& [path, text] : disk().files) {
    open.files[path] = text.find("item: 2\n") == text.npos
                           ? text
                           : text.substr(0, text.find("due: 2023-11")) + "due: standing\n";
  }
  const auto ids = [&](const char* filter) {
    return test::run({"list", "--ids", "--as-of", "2023-07-15", filter}, open).out;
  };
  CHECK(ids("due:长期坚持") == "2\n");
  CHECK(ids("due:standing") == "2\n");
  CHECK(ids("due!=长期坚持") == "1\n3\n4\n");
}

TEST_CASE("Filter: slips of a Chinese keyboard are read, or told what was meant") {
  Asked asked;
  CHECK(asked.of("完成率＜80") == "y??n");
  CHECK(asked.of("序号：1，3") == "ynyn");
  CHECK(asked.of("时限＞＝2023-10") == "yyny");
  const std::pair<const char*, const char*> meant[] = {
      {"牵投:水务局", "did you mean “牵头”?"},
      {"牵头:水务局、交通局", "commas part several values: 牵头:水务局,交通局"},
      {"灯:红、黄", "commas part several values: 灯:红,黄"},
      {"completion<1_000", "did you mean “1000”?"},
      {"completion<８０", "did you mean “80”?"},
      {"completion<+80", "did you mean “80”?"},
      {"due:yestreday", "did you mean “yesterday”?"},
      {"due:本季渡", "did you mean “本季度”?"},
      {"title~(", "regular expression is wrong"},
      {"title~[", "regular expression is wrong"},
      {"title~", "there is no value"},
      {"ｉｔｅｍ:1", "did you mean “item”?"},
      {"indicators..light:red", "have no field"},
  };
  for (const auto& [filter, says] : meant) {
    CAPTURE(filter);
    CHECK(asked.refused(filter).find(says) != std::string::npos);
  }
  CHECK(asked.of("item:1\nor\r\nitem:2") == "yynn");
  // Of a text a pause is a part.
  CHECK(asked.of("title:道、桥") == "nnnn");
}

TEST_SUITE_END();

}  // namespace query_filter_test
