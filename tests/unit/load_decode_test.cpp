// SPDX-License-Identifier: MIT
#include "load/decode.h"

#include <doctest/doctest.h>

#include "values.h"

namespace load_decode_test {

using namespace taizhang;
using test::decoded_task;
using test::DecodedTask;
using test::details;
using test::piece;

namespace {

/// A task with all that is required, and `more` after it.
DecodedTask task_with(const std::string& more) {
  return decoded_task(
      "schema: 1\nitem: 14\nsection: 2\ntitle: 推动汽车产业转型\ndue: 2023-12-31\n"
      "status: in_progress\n" +
      more);
}

/// A task with one sound indicator that has the one reading `reading`.
DecodedTask task_with_reading(const std::string& reading) {
  return task_with(
      "indicators:\n"
      "  - {id: piles, name: 充电桩, kind: cumulative, qualifier: exactly, commitment: binding,\n"
      "     target: 221, unit: 个, readings: [" +
      reading + "]}\n");
}

/// The only fault there is.
const source::Fault& only_fault(const DecodedTask& decoded) {
  REQUIRE(decoded.faults.size() == 1);
  return decoded.faults[0];
}

}  // namespace

TEST_SUITE_BEGIN("load");

TEST_CASE("A sound task is read in full and without fault") {
  const DecodedTask decoded = task_with(
      "lead: [市工信局, 市发改局]\n"
      "share: {市工信局: 0.6, 市发改局: 0.4}\n"
      "mechanism: true\n"
      "indicators:\n"
      "  - id: piles\n"
      "    name: 新增公共充电桩\n"
      "    kind: cumulative\n"
      "    qualifier: exactly\n"
      "    commitment: strive\n"
      "    target: 27.34\n"
      "    unit: 公里\n"
      "    trajectory: {type: step, points: [{date: 2023-05-31, value: 20.50}]}\n"
      "    readings:\n"
      "      - {id: r1, date: 2023-06-30, value: 9.5, source: {title: 公报}, parts: {城区: 4}}\n"
      "qualitative: {grade: 良}\n");
  CHECK(decoded.faults.empty());
  const model::Task& task = decoded.task;
  CHECK(*task.item == 14);
  CHECK(*task.status == model::Status::in_progress);
  CHECK(base::iso(*task.due->date) == "2023-12-31");
  CHECK(*task.mechanism);
  REQUIRE(task.lead.items.size() == 2);
  CHECK(task.lead.items[1]->text == "市发改局");
  REQUIRE(task.share.rows.size() == 2);
  CHECK(*task.share.rows[0].first == "市工信局");
  CHECK(task.share.rows[0].second->text() == "0.6");
  REQUIRE(task.indicators.size() == 1);
  const model::Indicator& indicator = task.indicators[0];
  CHECK(*indicator.kind == model::Kind::cumulative);
  CHECK(*indicator.commitment == model::Commitment::strive);
  CHECK(indicator.target->number->text() == "27.34");
  CHECK(indicator.trajectory.points[0].value->text() == "20.5");
  REQUIRE(indicator.readings.size() == 1);
  CHECK((*indicator.readings[0].value)->text() == "9.5");
  CHECK(*indicator.readings[0].extras->source.title == "公报");
  CHECK(*task.qualitative.grade == model::Grade::good);
}

TEST_CASE("What is not written is not there") {
  const DecodedTask decoded = task_with("");
  CHECK(decoded.faults.empty());
  CHECK_FALSE(decoded.task.summary);
  CHECK_FALSE(decoded.task.summary.written());
  CHECK_FALSE(decoded.task.indicators.written());
  CHECK_FALSE(decoded.task.lead.written());
}

TEST_CASE("An unknown key is reported at the key, with what it stands in and the near name") {
  const DecodedTask decoded = task_with("suport: [市财政局]\n");
  const source::Fault& fault = only_fault(decoded);
  CHECK(fault.is<source::UnknownKey>());
  CHECK(details(fault) == "suport / task / support");
  CHECK(piece(decoded.text, fault.at) == "suport");
}

TEST_CASE("An unknown key that is near to none has no suggestion") {
  CHECK(details(only_fault(task_with("天气: 晴\n"))) == "天气 / task / ");
}

TEST_CASE("A key of another entity is unknown where it does not belong") {
  const DecodedTask decoded = task_with_reading("{id: r1, date: 2023-06-30, value: 9, target: 3}");
  const source::Fault& fault = only_fault(decoded);
  CHECK(fault.is<source::UnknownKey>());
  CHECK(details(fault).starts_with("target / reading"));
}

TEST_CASE("A missing key of the file is reported at its start") {
  const DecodedTask decoded =
      decoded_task("schema: 1\nitem: 14\nsection: 2\ndue: 2023-12-31\nstatus: in_progress\n");
  const source::Fault& fault = only_fault(decoded);
  CHECK(fault.is<source::MissingKey>());
  CHECK(details(fault) == "title / task");
  CHECK(fault.at.begin == 0);
}

TEST_CASE("A missing key of an entry is reported at the entry's first key") {
  const DecodedTask decoded = task_with_reading("{id: r1, value: 9}");
  const source::Fault& fault = only_fault(decoded);
  CHECK(fault.is<source::MissingKey>());
  CHECK(details(fault) == "date / reading");
  CHECK(piece(decoded.text, fault.at) == "id");
  CHECK(fault.at.begin == decoded.text.find("id: r1"));
}

TEST_CASE("A missing key of a part is reported at the part's key") {
  const DecodedTask decoded = task_with("qualitative: {by: 市工信局}\n");
  const source::Fault& fault = only_fault(decoded);
  CHECK(details(fault) == "grade / grade");
  CHECK(piece(decoded.text, fault.at) == "qualitative");
}

TEST_CASE("All missing keys are reported, not the first") {
  const DecodedTask decoded = decoded_task("item: 14\n");
  CHECK(decoded.faults.size() == 5);  // schema, section, title, due, status
}

TEST_CASE("After a syntax error nothing is called missing") {
  const DecodedTask decoded = decoded_task("schema: 1\ntitle: [甲\nitem: 14\n");
  for (const source::Fault& fault : decoded.faults) CHECK(!fault.is<source::MissingKey>());
  CHECK(*decoded.task.item == 14);
}

TEST_CASE("A list, a map or a single value in the wrong place is reported at the value") {
  SUBCASE("a list for a text") {
    const DecodedTask decoded = task_with("summary: [甲, 乙]\n");
    CHECK(only_fault(decoded).is<source::WrongType>());
    CHECK(details(only_fault(decoded)) == "summary / text / a list");
    CHECK(only_fault(decoded).at.begin == decoded.text.find("[甲"));
  }
  SUBCASE("a map for a text") {
    CHECK(details(only_fault(task_with("summary: {a: 1}\n"))) == "summary / text / a map of keys");
  }
  SUBCASE("a single value for a list") {
    const DecodedTask decoded = task_with("lead: 市工信局\n");
    CHECK(details(only_fault(decoded)) == "lead / a list / a single value");
    CHECK(piece(decoded.text, only_fault(decoded).at) == "市工信局");
    CHECK(decoded.task.lead.written());
    CHECK(decoded.task.lead.items.empty());
  }
  SUBCASE("a single value for an entry of a list") {
    const DecodedTask decoded = task_with("milestones: [开工]\n");
    CHECK(details(only_fault(decoded)) == "milestones / a map of keys / a single value");
    CHECK(piece(decoded.text, only_fault(decoded).at) == "开工");
  }
  SUBCASE("a list for a part") {
    CHECK(details(only_fault(task_with("qualitative: [优]\n"))) ==
          "qualitative / a map of keys / a list");
  }
  SUBCASE("a list for a map with keys of one's own") {
    CHECK(details(only_fault(task_with("share: [0.5]\n"))) == "share / a map of keys / a list");
  }
}

TEST_CASE("After a part, the faults of the list around it still name the list") {
  // The walk through the first entry must not leave its keys behind.
  const DecodedTask decoded = task_with("progress:\n  - {date: 2023-09-30, done: 甲}\n  - 乙\n");
  CHECK(details(only_fault(decoded)) == "progress / a map of keys / a single value");
}

TEST_CASE("An empty value is reported: at its key where nothing stands, else where it stands") {
  SUBCASE("nothing") {
    const DecodedTask decoded = task_with("summary:\nnote: 甲\n");
    CHECK(only_fault(decoded).is<source::EmptyValue>());
    CHECK(details(only_fault(decoded)) == "summary / text");
    CHECK(piece(decoded.text, only_fault(decoded).at) == "summary");
    CHECK(decoded.task.summary.written());
    CHECK_FALSE(decoded.task.summary);
  }
  SUBCASE("empty quotes") {
    const DecodedTask decoded = task_with("summary: \"\"\n");
    CHECK(only_fault(decoded).is<source::EmptyValue>());
    CHECK(piece(decoded.text, only_fault(decoded).at) == "\"\"");
  }
  SUBCASE("null") {
    const DecodedTask decoded = task_with("summary: null\n");
    CHECK(only_fault(decoded).is<source::EmptyValue>());
    CHECK(piece(decoded.text, only_fault(decoded).at) == "null");
  }
  SUBCASE("an empty list where entries are wanted") {
    const DecodedTask decoded = task_with("indicators:\n");
    CHECK(only_fault(decoded).is<source::EmptyValue>());
    CHECK(details(only_fault(decoded)) == "indicators / a list");
  }
}

TEST_CASE("A list may be written empty") {
  const DecodedTask decoded = task_with("support: []\nindicators: []\n");
  CHECK(decoded.faults.empty());
  CHECK(decoded.task.support.written());
}

TEST_CASE("A number with a unit, a thousands mark or too many decimals is refused at its place") {
  for (const char* text : {"126个", "'1,000'", "+5", "1e3", "0.1234567", "12%"}) {
    CAPTURE(text);
    const DecodedTask decoded =
        task_with_reading("{id: r1, date: 2023-06-30, value: " + std::string(text) + "}");
    const source::Fault& fault = only_fault(decoded);
    CHECK(fault.is<source::BadNumber>());
    CHECK(details(fault).starts_with("value / "));
    CHECK(piece(decoded.text, fault.at) == text);
    const model::Reading& reading = decoded.task.indicators[0].readings[0];
    CHECK(reading.value.written());
    CHECK_FALSE(reading.value);
  }
}

TEST_CASE("A whole number is wanted where things are numbered") {
  for (const char* text : {"14.5", "-1", "1000001", "十四", "1e1"}) {
    CAPTURE(text);
    const DecodedTask decoded =
        decoded_task("schema: 1\nitem: " + std::string(text) +
                     "\nsection: 2\ntitle: 甲\ndue: 2023-12-31\nstatus: in_progress\n");
    CHECK(only_fault(decoded).is<source::BadNumber>());
    CHECK(piece(decoded.text, only_fault(decoded).at) == text);
    CHECK_FALSE(decoded.task.item);
  }
}

TEST_CASE("The value of a reading may be null, which is not the same as nothing") {
  const DecodedTask withdrawn = task_with_reading("{id: r2, date: 2023-06-30, value: null}");
  CHECK(withdrawn.faults.empty());
  const model::Reading& reading = withdrawn.task.indicators[0].readings[0];
  CHECK(reading.value);
  CHECK_FALSE(reading.value->has_value());

  const DecodedTask tilde = task_with_reading("{id: r2, date: 2023-06-30, value: ~}");
  CHECK(tilde.faults.empty());

  const DecodedTask nothing = task_with_reading("{id: r2, date: 2023-06-30, value: }");
  CHECK(only_fault(nothing).is<source::EmptyValue>());
  CHECK_FALSE(nothing.task.indicators[0].readings[0].value);

  const DecodedTask word = task_with_reading("{id: r2, date: 2023-06-30, value: \"null\"}");
  CHECK(only_fault(word).is<source::BadNumber>());
}

TEST_CASE("A date that is none is reported with what is wrong with it") {
  const DecodedTask no_day = task_with_reading("{id: r1, date: 2023-02-29, value: 9}");
  CHECK(only_fault(no_day).is<source::BadDate>());
  CHECK(details(only_fault(no_day)) == "date / 2023-02-29 / there is no such day");
  CHECK(piece(no_day.text, only_fault(no_day).at) == "2023-02-29");

  const DecodedTask no_iso = task_with_reading("{id: r1, date: 2023/6/30, value: 9}");
  CHECK(only_fault(no_iso).is<source::BadDate>());
  CHECK(details(only_fault(no_iso)).starts_with("date / 2023/6/30 / write dates as 2023-08-02"));
}

TEST_CASE("A word that is not in the list is reported with the list and the near one") {
  const DecodedTask decoded = decoded_task(
      "schema: 1\nitem: 14\nsection: 2\ntitle: 甲\ndue: 2023-12-31\nstatus: in_progres\n");
  const source::Fault& fault = only_fault(decoded);
  CHECK(fault.is<source::NotInList>());
  CHECK(details(fault) ==
        "status / in_progres / not_started（未启动）, in_progress（推进中）, "
        "close_requested（申请销号）, closed（已销号）, suspended（暂停）, carried_over（已结转）, "
        "cancelled（已取消） / in_progress");
  CHECK(piece(decoded.text, fault.at) == "in_progres");
}

TEST_CASE("Only true and false are true and false, in either language") {
  CHECK(task_with("mechanism: false\n").faults.empty());
  CHECK(*task_with("mechanism: 是\n").task.mechanism);
  for (const char* text : {"yes", "True", "1", "对"}) {
    CAPTURE(text);
    const DecodedTask decoded = task_with("mechanism: " + std::string(text) + "\n");
    CHECK(only_fault(decoded).is<source::NotInList>());
    CHECK_FALSE(decoded.task.mechanism);
  }
}

TEST_CASE("A share table keeps its own keys, and a bad share is reported under its name") {
  const DecodedTask decoded = task_with("share: {市工信局: 0.6, 市发改局: 四成}\n");
  const source::Fault& fault = only_fault(decoded);
  CHECK(fault.is<source::BadNumber>());
  CHECK(details(fault).starts_with("市发改局 / 四成"));
  CHECK(piece(decoded.text, fault.at) == "四成");
  REQUIRE(decoded.task.share.rows.size() == 2);
  CHECK(decoded.task.share.rows[0].second->text() == "0.6");
  CHECK_FALSE(decoded.task.share.rows[1].second);
}

TEST_CASE("A change may be from and to one text or several") {
  const DecodedTask decoded = task_with(
      "changes:\n"
      "  - {id: c1, effective: 2023-09-01, field: lead, from: 市工信局, to: [市工信局, "
      "市商务局]}\n");
  CHECK(decoded.faults.empty());
  const model::Change& change = decoded.task.changes[0];
  CHECK(change.from->texts == std::vector<std::string>{"市工信局"});
  CHECK(change.to->texts == std::vector<std::string>{"市工信局", "市商务局"});
}

TEST_CASE("A faulty entry does not hide the entries after it") {
  const DecodedTask decoded = task_with(
      "milestones:\n"
      "  - {id: m1, name: 开工, due: 明天}\n"
      "  - {id: m2, name: 竣工, due: 2023-12-31}\n");
  CHECK(only_fault(decoded).is<source::BadDate>());
  REQUIRE(decoded.task.milestones.size() == 2);
  CHECK(*decoded.task.milestones[1].id == "m2");
}

TEST_CASE("An alias is reported once, as what it is") {
  const DecodedTask decoded = task_with("summary: &s 甲\nnote: *s\n");
  CHECK(decoded.faults.size() == 2);
  for (const source::Fault& fault : decoded.faults) CHECK(fault.is<source::YamlFeature>());
}

TEST_CASE("A number may be still to come, a day without end, a deadline of its own month") {
  const DecodedTask decoded = decoded_task(
      "schema: 1\nitem: 14\nsection: 2\ntitle: 甲\ndue: standing\nstatus: in_progress\n"
      "indicators: [{id: a, name: 甲, kind: level, qualifier: at_most, commitment: binding,\n"
      "  target: pending, baseline: {市工信局: 3}, unit: 个}]\n");
  CHECK(decoded.faults.empty());
  REQUIRE(decoded.task.due);
  CHECK_FALSE(decoded.task.due->date);
  const model::Indicator& indicator = decoded.task.indicators[0];
  REQUIRE(indicator.target);
  CHECK_FALSE(indicator.target->number);
  REQUIRE(indicator.baseline.by.rows.size() == 1);
  CHECK_FALSE(indicator.baseline.one.written());
  CHECK(details(only_fault(task_with("milestones: [{id: m, name: 甲, due: standing}]\n")))
            .starts_with("due / standing"));
}

TEST_CASE("One may stand without a list") {
  const DecodedTask one =
      task_with("leader: 副县长\noverride: {light: green, reason: 甲, by: 乙}\n");
  CHECK(one.faults.empty());
  REQUIRE(one.task.leader.items.size() == 1);
  REQUIRE(one.task.override_.size() == 1);
  CHECK(piece(one.text, one.task.override_[0].at) == "override");
  const DecodedTask two = task_with(
      "leader: [县长, 副县长]\n"
      "override:\n  - {light: green, reason: 甲, by: 乙}\n  - {score: 60, reason: 甲, by: 乙}\n");
  CHECK(two.faults.empty());
  CHECK(two.task.leader.items.size() == 2);
  CHECK(two.task.override_.size() == 2);
}

TEST_CASE("Of keys that stand for one another one has to be there") {
  const auto indicator = [](const std::string& target) {
    return "indicators: [{id: a, name: 甲, kind: level, qualifier: reach, commitment: binding, "
           "unit: 个" +
           target + "}]\n";
  };
  CHECK(task_with(indicator(", target: 3")).faults.empty());
  CHECK(task_with(indicator(", targets: {市工信局: 3}")).faults.empty());
  CHECK(task_with(indicator(", than: {name: 全省平均}")).faults.empty());
  CHECK(details(only_fault(task_with(indicator("")))) == "target / indicator");
  CHECK(details(only_fault(task_with_reading("{id: r1, date: 2023-06-30}"))) == "value / reading");
  CHECK(task_with_reading("{id: r1, date: 2023-06-30, values: {市工信局: 3}}").faults.empty());
  CHECK(details(only_fault(task_with("changes: [{id: c1, field: due, from: 甲, to: 乙}]\n"))) ==
        "requested / change");
}

TEST_CASE("A key in both languages stands twice, a misspelt one is looked for in both") {
  const DecodedTask twice = task_with("summary: 甲\n概述: 乙\n");
  CHECK(only_fault(twice).is<source::DuplicateKey>());
  CHECK(piece(twice.text, only_fault(twice).at) == "概述");
  CHECK(*twice.task.summary == "甲");
  const DecodedTask misspelt = task_with("牵头单为: [市财政局]\n");
  CHECK(details(only_fault(misspelt)) == "牵头单为 / task / 牵头单位");
  CHECK(only_fault(misspelt).field == "lead");
}

TEST_CASE("A change names what it changes in either language") {
  const auto field_of = [](const std::string& path) {
    const DecodedTask decoded = task_with(
        "changes: [{id: c1, effective: 2023-09-01, from: 1, to: 2, "
        "field: " +
        path + "}]\n");
    return *decoded.task.changes[0].field;
  };
  CHECK(field_of("完成时限") == "due");
  CHECK(field_of("指标.piles.目标") == "indicators.piles.target");
  CHECK(field_of("指标.piles.各单位目标.市工信局") == "indicators.piles.targets.市工信局");
  CHECK(field_of("指标.piles.比较.差额") == "indicators.piles.than.by");
  CHECK(field_of("节点.m1.完成时限") == "milestones.m1.due");
  CHECK(field_of("indicators.目标.target") == "indicators.目标.target");
}

TEST_CASE("An empty file and a file that is a list are faults of their own, at the start") {
  const DecodedTask empty = decoded_task("# nothing yet\n");
  CHECK(only_fault(empty).is<source::EmptyFile>());
  CHECK(only_fault(empty).at.begin == 0);
  const DecodedTask list = decoded_task("- item: 14\n");
  CHECK(only_fault(list).is<source::WrongFile>());
  CHECK(only_fault(list).at.file == 0);
}

TEST_SUITE_END();

}  // namespace load_decode_test
