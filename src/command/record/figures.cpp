// SPDX-License-Identifier: MIT
//
// What is recorded of figures: readings, milestones, what units say of their work, inspections.
#include <algorithm>

#include "command/record/recording.h"
#include "intake/cell_values.h"
#include "measure/readings.h"

namespace taizhang::command {

using base::Exit;
using model::Indicator;
using model::Inspection;
using model::Milestone;
using model::Progress;
using model::Reading;
using model::Task;

namespace {

/// `--value 市应急局=12`, as often as there are units; takes them out of what is said.
void take_values_by_unit(Recording& recording, Reading& reading) {
  std::vector<std::string>& texts = recording.said.texts["value"];
  for (const std::string& text : texts) {
    const std::size_t equals = text.find('=');
    if (equals == text.npos) continue;
    reading.extras.change().values.rows.push_back(
        {{text.substr(0, equals), {}},
         {understood<base::Decimal>("value", text.substr(equals + 1), {}), {}}});
  }
  std::erase_if(texts, [](const std::string& text) { return text.find('=') != text.npos; });
}

/// Write figures as people have them, 1,600 and １００ and 131个, in plain digits, and say so; what
/// is no such thing stays for the one who reads it.
void take_as_meant(Recording& recording, const char* key, const std::string& unit) {
  const auto found = recording.said.texts.find(key);
  if (found == recording.said.texts.end()) return;
  for (std::string& text : found->second) {
    const std::size_t equals = text.find('=');
    const std::size_t begin = equals == text.npos ? 0 : equals + 1;
    const auto taken = intake::number_in({sheets::CellKind::text, text.substr(begin)}, unit);
    if (!taken.value || taken.note.empty()) continue;
    recording.context.say(taken.note);
    text.replace(begin, text.npos, taken.value->text());
  }
}

/// Whether `reading` adds to `corrected` a benchmark that came later, and nothing else.
bool is_late_benchmark(const Reading& reading, const Reading& corrected) {
  return reading.extras->benchmark && !corrected.extras->benchmark &&
         reading.value.value == corrected.value.value;
}

/// Whether the address ends in a unit with a target, whose figure is meant.
bool is_of_share(const Target& target, const Indicator& indicator) {
  return target.ids.size() == 2 &&
         std::ranges::any_of(indicator.targets.rows,
                             [&](const auto& row) { return row.first.value == target.ids.back(); });
}

/// What a correction without a value says: with a reason it withdraws, with a benchmark that came
/// later the value stays (RULES.md §4, §6.1).
void take_value_of_correction(Reading& reading, const Reading* corrected) {
  if (!corrected) return;
  if (reading.extras->benchmark)
    reading.value.value = corrected->value.value;
  else if (reading.extras->reason)
    reading.value.value.emplace(std::nullopt);
}

}  // namespace

Exit record_reading(Recording& recording) {
  const Target& target = recording.target;
  if (target.ids.size() != 2) recording.require_depth(1);
  const Indicator& indicator = entry_named(target, target.task().indicators, recording.id(0));
  const std::string address = target.address + "/" + indicator.id.value_or("");
  if (is_of_share(target, indicator)) {
    for (std::string& text : recording.said.texts["value"]) {
      if (text.find('=') == text.npos) text = target.ids.back() + "=" + text;
    }
  } else {
    recording.require_depth(1);
  }
  for (const char* key : {"value", "benchmark"}) {
    take_as_meant(recording, key, indicator.unit.value_or(""));
  }
  Reading reading{source::start_of(target.file->file)};
  take_values_by_unit(recording, reading);
  recording.fill_from_said(reading);
  const Reading* corrected = nullptr;
  if (reading.extras->corrects)
    corrected = &entry_named(target, indicator.readings, *reading.extras->corrects);
  if (!reading.value && reading.extras->values.rows.empty())
    take_value_of_correction(reading, corrected);
  if (!reading.value && reading.extras->values.rows.empty()) {
    base::refuse(
        {{"没有写数值", "no value is given"}},
        {{"写成 record {0} 131，各单位的写 --value 单位=数；撤回写 --corrects r4 --reason 为什么",
          "write record {0} 131, or --value UNIT=NUMBER for each unit; to withdraw one "
          "--corrects r4 --reason WHY"},
         {address}});
  }
  if (!reading.date) {
    reading.date.value = corrected && corrected->date ? *corrected->date : recording.day();
  }
  const std::vector<std::string_view> not_said = reading.reported
                                                     ? std::vector<std::string_view>{}
                                                     : std::vector<std::string_view>{"reported"};
  if (const Reading* same = already_there(indicator.readings, reading, not_said)) {
    return recording.unchanged(address + "/" + same->id.value_or(""));
  }
  if (const Reading* other =
          corrected ? nullptr : intake::other_of_date(indicator.readings, reading)) {
    return recording.refused(
        {{"{0} 已报 {1}（{2}）", "{0} says {1} already ({2})"},
         {address + "/" + *other->id, intake::value_text(*other), base::iso(*other->date)}},
        {{"更正写 --corrects {0} --reason 为什么",
          "to correct it give --corrects {0} --reason WHY"},
         {*other->id}});
  }
  if (corrected && !reading.extras->reason && !is_late_benchmark(reading, *corrected)) {
    return recording.refused({{"更正 {0} 没有写原因", "the correction of {0} has no reason"},
                              {address + "/" + *corrected->id}},
                             {{"写 --reason 为什么；后来才有的比较值不用写",
                               "give --reason WHY; a benchmark that came later needs none"}});
  }
  if (reading.value && *reading.value) {
    const base::Phrase fault = intake::fault_of_rank(indicator, **reading.value);
    if (!fault.empty()) {
      base::refuse(fault, {{"写第几位，如 3", "write the place, such as 3"}});
    }
  }
  if (!reading.reported) reading.reported.value = recording.day();
  reading.id.value = next_id(indicator.readings, "r");
  return recording.add<Indicator>(indicator.at, model::name_of_key<&Indicator::readings>(), reading,
                                  address + "/" + *reading.id, true);
}

Exit record_progress(Recording& recording) {
  recording.require_depth(0);
  const Task& task = recording.target.task();
  take_as_meant(recording, "percent", "%");
  Progress progress{task.at};
  recording.fill_from_said(progress);
  if (!progress.done && !progress.problems && !progress.next && !progress.percent &&
      !progress.verdict && !progress.expect_done) {
    base::refuse({{"没有写进展", "nothing is said of the progress"}},
                 {{"写成 record progress {0} \"进展情况\" --problems … --next …",
                   "write record progress {0} \"what was done\" --problems … --next …"},
                  {recording.target.address}});
  }
  const base::Decimal all = base::Decimal::whole(100);
  if (progress.percent &&
      (*progress.percent < base::Decimal::whole(0) || *progress.percent > all)) {
    base::refuse({{"--percent 的“{0}”不在 0 至 100 之间", "“{0}”, for --percent, is not 0 to 100"},
                  {progress.percent->text()}},
                 {{"写完成了百分之几，如 60", "write how much of it is done, such as 60"}});
  }
  if (!progress.date) progress.date.value = recording.day();
  const std::string address = recording.target.address + "/progress";
  if (already_there(task.progress, progress)) return recording.unchanged(address);
  return recording.add<Task>({}, model::name_of_key<&Task::progress>(), progress, address, false);
}

Exit record_done(Recording& recording) {
  recording.require_depth(1);
  recording.require_known({"date", "evidence"});
  const Target& target = recording.target;
  const Milestone& milestone = entry_named(target, target.task().milestones, recording.id(0));
  const std::string address = target.address + "/" + milestone.id.value_or("");
  Milestone wanted{milestone.at};
  fill(recording.said, recording.context.io.today, wanted);
  model::Given<base::Date> day;
  if (recording.said.has("date")) {
    take("date", recording.said.texts["date"], recording.context.io.today, day);
  }
  if (milestone.done && (!day || *day == *milestone.done)) return recording.unchanged(address);
  if (milestone.done) {
    return recording.refused(
        {{"{0} 已于 {1} 完成", "{0} was done on {1}"}, {address, base::iso(*milestone.done)}},
        {{"日期写错了的，请在文件里改", "mend a wrong date in the file"}});
  }
  std::vector<std::pair<base::Bilingual, edit::Value>> values{
      {model::name_of_key<&Milestone::done>(),
       edit::Value::plain(base::iso(day.value_or(recording.day())))}};
  if (edit::is_set(wanted.evidence)) {
    values.emplace_back(model::name_of_key<&Milestone::evidence>(),
                        edit::value_of(wanted.evidence, base::Language::zh));
  }
  return recording.set<Milestone>(milestone.at, values, address);
}

Exit record_inspection(Recording& recording) {
  recording.require_depth(2);
  const Target& target = recording.target;
  const Task& task = target.task();
  Inspection inspection{task.at};
  const Indicator* of =
      target.ids.empty() ? nullptr : &entry_named(target, task.indicators, recording.id(0));
  for (const char* key : {"verified_value", "checked", "confirmed"}) {
    const bool is_figure = of && std::string_view(key) == "verified_value";
    take_as_meant(recording, key, is_figure ? of->unit.value_or("") : "");
  }
  recording.fill_from_said(inspection);
  if (of) {
    const Indicator& indicator = *of;
    inspection.indicator.value = indicator.id.value;
    if (target.ids.size() > 1) {
      inspection.reading.value = entry_named(target, indicator.readings, recording.id(1)).id.value;
    }
  }
  if (!inspection.date) inspection.date.value = recording.day();
  if (const auto answer = recording.said_before(task.inspections, inspection)) return *answer;
  return recording.add_named(model::name_of_key<&Task::inspections>(), task.inspections, inspection,
                             "i");
}

}  // namespace taizhang::command
