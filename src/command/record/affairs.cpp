// SPDX-License-Identifier: MIT
//
// What is recorded of a task's affairs: issues and their steps, orders and replies, changes and
// their approval.
#include <algorithm>

#include "command/record/recording.h"
#include "measure/in_force.h"

namespace taizhang::command {

using base::Exit;
using model::Change;
using model::Indicator;
using model::Issue;
using model::IssueStep;
using model::Loose;
using model::Milestone;
using model::Order;
using model::Reading;
using model::Task;

Exit record_issue(Recording& recording) {
  recording.require_depth(0);
  const Target& target = recording.target;
  const Task& task = target.task();
  // The day of an issue is that on which it was found.
  if (recording.said.has("date")) {
    recording.said.texts["found"] = std::move(recording.said.texts["date"]);
    recording.said.texts["date"].clear();
  }
  Issue issue{task.at};
  recording.fill_from_said(issue);
  if (!issue.text) {
    base::refuse({{"没有写是什么问题", "what the issue is is not said"}},
                 {{"写成 record issue {0} \"问题\" --owner 责任单位",
                   "write record issue {0} \"what it is\" --owner UNIT"},
                  {target.address}});
  }
  if (!issue.found) issue.found.value = recording.day();
  if (const auto answer = recording.said_before(task.issues, issue)) return *answer;
  if (!issue.level) issue.level.value = model::IssueLevel::general;
  IssueStep step{task.at};
  step.date.value = issue.found.value;
  step.state.value = model::IssueState::found;
  issue.log.items.push_back(std::move(step));
  return recording.add_named(model::name_of_key<&Task::issues>(), task.issues, issue, "q");
}

Exit record_step(Recording& recording) {
  recording.require_depth(1);
  const Target& target = recording.target;
  const Issue& issue = entry_named(target, target.task().issues, recording.id(0));
  const std::string address = target.address + "/" + issue.id.value_or("");
  IssueStep step{issue.at};
  recording.fill_from_said(step);
  if (!step.date) step.date.value = recording.day();
  if (already_there(issue.log, step)) return recording.unchanged(address);
  const bool is_first = issue.log.size() == 0;
  if (is_first && step.state && *step.state != model::IssueState::found) {
    base::refuse({{"{0} 还没有流转，第一步是发现", "{0} has no steps yet, and the first is found"},
                  {address}},
                 {{"先写 taizhang record step {0} found --date {1}",
                   "record that first: taizhang record step {0} found --date {1}"},
                  {address, base::iso(issue.found.value.value_or(recording.day()))}});
  }
  return recording.add<Issue>(issue.at, model::name_of_key<&Issue::log>(), step, address, true);
}

Exit record_order(Recording& recording) {
  recording.require_depth(0);
  const Task& task = recording.target.task();
  Order order{task.at};
  recording.fill_from_said(order);
  if (!order.date) order.date.value = recording.day();
  if (const auto answer = recording.said_before(task.orders, order)) return *answer;
  return recording.add_named(model::name_of_key<&Task::orders>(), task.orders, order, "d");
}

Exit record_reply(Recording& recording) {
  recording.require_depth(1);
  const Target& target = recording.target;
  const Order& order = entry_named(target, target.task().orders, recording.id(0));
  const std::string address = target.address + "/" + order.id.value_or("");
  model::Reply reply;
  recording.fill_from_said(reply);
  if (!reply.text) {
    base::refuse({{"没有写回复内容", "what the reply says is not said"}},
                 {{"写成 record reply {0} \"回复内容\"", "write record reply {0} \"what it says\""},
                  {address}});
  }
  if (order.reply.written()) {
    if (says_all_of(order.reply, reply, {})) return recording.unchanged(address);
    return recording.refused({{"{0} 已有回复", "{0} has its reply"}, {address}},
                             {{"写错了的，请在文件里改", "mend a wrong one in the file"}});
  }
  if (!reply.date) reply.date.value = recording.day();
  return recording.set<Order>(
      order.at,
      {{model::name_of_key<&Order::reply>(), edit::value_of(reply, recording.spelling())}},
      address);
}

namespace {

template <class T>
std::optional<Loose> loose(const model::Given<T>& given) {
  if (!given) return std::nullopt;
  const edit::Value value = edit::value_of(given, base::Language::en);
  return Loose{{value.written}};
}
std::optional<Loose> loose(const model::List<model::UnitName>& units) {
  Loose value;
  for (const auto& unit : units.items) value.texts.push_back(unit ? unit->text : std::string());
  return value;
}
std::optional<Loose> loose(const model::OneOrList<std::string>& posts) {
  Loose value;
  for (const auto& post : posts.items) value.texts.push_back(post.value_or(""));
  return value;
}

/// What stands in `key` of an indicator before any change.
std::optional<Loose> first_value(const Target& target, const Indicator& indicator,
                                 std::string_view key) {
  const auto due = [&] { return indicator.due ? loose(indicator.due) : loose(target.task().due); };
  if (key == "target") return loose(indicator.target);
  if (key == "due") return due();
  if (key == "reporter") return loose(indicator.reporter);
  if (key == "than.by") return loose(indicator.than.by);
  constexpr std::string_view of_unit = "targets.";
  if (!key.starts_with(of_unit)) return std::nullopt;
  for (const auto& [name, value] : indicator.targets.rows) {
    if (name.value == key.substr(of_unit.size())) return loose(value);
  }
  return std::nullopt;
}

/// What stands in `field` before any change; nothing where a change cannot give it.
std::optional<Loose> first_value(const Target& target, std::string_view field) {
  const Task& task = target.task();
  if (field == "status") return loose(task.status);
  if (field == "due") return loose(task.due);
  if (field == "lead") return loose(task.lead);
  if (field == "support") return loose(task.support);
  if (field == "leader") return loose(task.leader);
  for (const Indicator& indicator : task.indicators) {
    const std::string head = "indicators." + indicator.id.value_or("") + ".";
    if (field.starts_with(head)) return first_value(target, indicator, field.substr(head.size()));
  }
  for (const Milestone& milestone : task.milestones) {
    if (field == "milestones." + milestone.id.value_or("") + ".due") return loose(milestone.due);
  }
  return std::nullopt;
}

/// Record a change of `field` to what `change` gives.
Exit record_change_of(Recording& recording, Change change) {
  const Target& target = recording.target;
  const Task& task = target.task();
  const std::string& field = *change.field;
  const std::optional<Loose> first = first_value(target, field);
  if (!first) {
    base::refuse({{"“{0}”不是能记调整的项", "“{0}” is nothing that a change gives"}, {field}},
                 {{"写 status、due、lead、support、leader、indicators.编号.target、"
                   "milestones.编号.due 等；序时安排请在文件里改",
                   "write status, due, lead, support, leader, indicators.ID.target, "
                   "milestones.ID.due …; change a trajectory in the file"}});
  }
  // What is approved is in force from its day; what is not is asked for from then on.
  const base::Date day = recording.day();
  if (!change.requested) change.requested.value = change.effective.value_or(day);
  if (!change.effective && change.approved_by) change.effective.value = day;
  const measure::When when{change.effective.value_or(*change.requested)};
  const auto before = measure::changes_in_force(task, field, when);
  const Loose now = before.empty() ? *first : before.back()->to.value_or(Loose{});
  const std::string address = target.address;
  if (now.texts == change.to->texts && !change.from) return recording.unchanged(address);
  if (const auto answer = recording.said_before(task.changes, change)) return *answer;
  if (!change.from) change.from.value = Loose{now.texts};
  if (!measure::takes_effect(change)) {
    recording.more = {
        {"待批准，未生效；批准后用 taizhang record approval {0}/{1}",
         "it waits for approval and is not in force; once it is approved use taizhang "
         "record approval {0}/{1}"},
        {address, next_id(task.changes, "c")}};
  }
  return recording.add_named(model::name_of_key<&Task::changes>(), task.changes, change, "c");
}

/// The date of what is approved is that from which it is in force; of another that of the request.
void take_date_of_change(Recording& recording) {
  if (!recording.said.has("date")) return;
  const bool approved = recording.said.has("approved_by");
  recording.said.texts[approved ? "effective" : "requested"] = recording.said.texts["date"];
  recording.said.texts["date"].clear();
}

}  // namespace

Exit record_change(Recording& recording) {
  recording.require_depth(1);
  const Target& target = recording.target;
  const Task& task = target.task();
  take_date_of_change(recording);
  Change change{task.at};
  recording.fill_from_said(change);
  if (!change.field || !change.to) {
    base::refuse({{"没有写改哪一项、改成什么", "what changes, and to what, is not said"}},
                 {{"写成 record change {0} due 2024-03-31 --approved-by 批准单位 --reason 为什么",
                   "write record change {0} due 2024-03-31 --approved-by UNIT --reason WHY"},
                  {target.address}});
  }
  if (!target.ids.empty()) {
    const auto names = [&](const auto& entry) { return entry.id.value == recording.id(0); };
    const bool milestone = std::any_of(task.milestones.begin(), task.milestones.end(), names) &&
                           std::none_of(task.indicators.begin(), task.indicators.end(), names);
    if (!milestone) entry_named(target, task.indicators, recording.id(0));
    change.field.value = std::string(milestone ? "milestones." : "indicators.") + recording.id(0) +
                         "." + *change.field;
  }
  if (model::holds_units(*change.field))
    change.to.value->texts = parts_of_list(change.to->texts[0]);
  return record_change_of(recording, std::move(change));
}

Exit record_status(Recording& recording) {
  recording.require_depth(0);
  if (!recording.said.has("to")) {
    base::refuse({{"没有写改成什么状态", "which status it is to have is not said"}},
                 {{"写成 record status {0} closed --approved-by 销号单位",
                   "write record status {0} closed --approved-by UNIT"},
                  {recording.target.address}});
  }
  const model::Status status = understood<model::Status>(
      "status", recording.said.texts["to"].front(), recording.context.io.today);
  take_date_of_change(recording);
  Change change{recording.target.task().at};
  recording.fill_from_said(change);
  change.field.value.emplace("status");
  change.to.value = Loose{{std::string(model::name(status))}};
  return record_change_of(recording, std::move(change));
}

Exit record_approval(Recording& recording) {
  recording.require_depth(2);
  recording.require_known({"by", "date", "doc_no"});
  const Target& target = recording.target;
  if (!recording.said.has("by")) {
    base::refuse({{"没有写是谁批准的", "who approved it is not said"}},
                 {{"写 --by 批准单位", "give --by UNIT"}});
  }
  const std::string by = recording.said.texts["by"].front();
  // What stands there of the approval, and whether that is all that is said.
  const auto taken = [&](const std::string& there, bool same, const std::string& address) {
    if (same) return recording.unchanged(address);
    return recording.refused({{"{0} 已由 {1} 批准", "{0} was approved by {1}"}, {address, there}},
                             {{"写错了的，请在文件里改", "mend a wrong one in the file"}});
  };
  std::vector<std::pair<base::Bilingual, edit::Value>> values;
  if (target.ids.size() == 2) {
    const Indicator& indicator = entry_named(target, target.task().indicators, recording.id(0));
    const Reading& reading = entry_named(target, indicator.readings, recording.id(1));
    const std::string address = target.address + "/" + recording.id(0) + "/" + recording.id(1);
    recording.require_known({"by"});
    if (reading.extras->approved_by)
      return taken(*reading.extras->approved_by, *reading.extras->approved_by == by, address);
    values.emplace_back(model::name_of_key<&model::ReadingExtras::approved_by>(),
                        edit::Value::text(by));
    return recording.set<Reading>(reading.at, values, address);
  }
  const Change& change = entry_named(target, target.task().changes, recording.id(0));
  const std::string address = target.address + "/" + change.id.value_or("");
  Change wanted{change.at};
  if (recording.said.has("date")) {
    take("date", recording.said.texts["date"], recording.context.io.today, wanted.effective);
  }
  if (recording.said.has("doc_no")) wanted.doc_no.value = recording.said.texts["doc_no"].front();
  if (change.approved_by) {
    std::string there = *change.approved_by;
    if (change.effective) {
      there = base::Phrase{{"{0}（自 {1} 起）", "{0} (from {1})"},
                           {there, base::iso(*change.effective)}}
                  .in(recording.context.language);
    }
    if (change.doc_no) there += " " + *change.doc_no;
    const bool same = *change.approved_by == by &&
                      (!wanted.effective || wanted.effective.value == change.effective.value) &&
                      (!wanted.doc_no || wanted.doc_no.value == change.doc_no.value);
    return taken(there, same, address);
  }
  if (!change.effective) {
    values.emplace_back(model::name_of_key<&Change::effective>(),
                        edit::Value::plain(base::iso(wanted.effective.value_or(recording.day()))));
  }
  values.emplace_back(model::name_of_key<&Change::approved_by>(), edit::Value::text(by));
  if (wanted.doc_no) {
    values.emplace_back(model::name_of_key<&Change::doc_no>(), edit::Value::text(*wanted.doc_no));
  }
  return recording.set<Change>(change.at, values, address);
}

}  // namespace taizhang::command
