// SPDX-License-Identifier: MIT
#pragma once

#include "model/task.h"

namespace taizhang::model {

template <>
struct Fields<Milestone> {
  static constexpr base::Bilingual name{"节点", "milestone"};
  static constexpr std::tuple table{
      required("id", &Milestone::id, {"编号", "id"}),
      required("name", &Milestone::name, {"内容", "what is to be done"}),
      required("due", &Milestone::due, {"完成时限", "due date"}),
      optional("weight", &Milestone::weight, {"权重", "weight"}, "1"),
      optional("done", &Milestone::done, {"完成日期", "day it was done"}),
      optional("waits_for", &Milestone::waits_for, {"前置条件", "what it waits for"}),
      optional("evidence", &Milestone::evidence, {"佐证材料", "evidence"})};
};

template <>
struct Fields<Qualitative> {
  static constexpr base::Bilingual name{"定性评价", "grade"};
  static constexpr std::tuple table{
      required("grade", &Qualitative::grade, {"等次：优、良、中、差", "grade"}),
      optional("date", &Qualitative::date, {"日期", "date"}),
      optional("by", &Qualitative::by, {"评价单位", "graded by"}),
      optional("note", &Qualitative::note, {"说明", "note"})};
};

template <>
struct Fields<Progress> {
  static constexpr base::Bilingual name{"进展", "progress"};
  static constexpr std::tuple table{
      required("date", &Progress::date, {"日期", "date"}),
      optional("by", &Progress::by, {"报送单位", "reporting unit"}),
      optional("done", &Progress::done, {"进展情况", "what was done"}),
      optional("problems", &Progress::problems, {"存在问题", "problems"}),
      optional("next", &Progress::next, {"下步打算", "what comes next"}),
      optional("source", &Progress::source, {"公开来源", "public source"})};
};

template <>
struct Fields<IssueStep> {
  static constexpr base::Bilingual name{"问题流转", "step of an issue"};
  static constexpr std::tuple table{
      required("date", &IssueStep::date, {"日期", "date"}),
      required("state", &IssueStep::state, {"状态", "state"}),
      optional("by", &IssueStep::by, {"经办单位", "by"}),
      optional("note", &IssueStep::note, {"说明", "note"}),
      optional("evidence", &IssueStep::evidence, {"佐证材料", "evidence"}),
      optional("reopened", &IssueStep::reopened, {"反弹重开", "opened again"}, "false")};
};

template <>
struct Fields<Issue> {
  static constexpr base::Bilingual name{"问题", "issue"};
  static constexpr std::tuple table{
      required("id", &Issue::id, {"编号", "id"}),
      required("found", &Issue::found, {"发现日期", "day it was found"}),
      optional("found_by", &Issue::found_by, {"发现单位", "found by"}),
      required("level", &Issue::level, {"等级", "level"}),
      required("text", &Issue::text, {"内容", "what it is"}),
      optional("cause", &Issue::cause, {"原因", "cause"}),
      optional("owner", &Issue::owner, {"责任单位", "owner"}),
      optional("coordinator", &Issue::coordinator, {"协调单位", "coordinator"}),
      optional("due", &Issue::due, {"办理时限", "due date"},
               {"发现日加等级的天数", "the day it was found and the days of its level"}),
      optional("log", &Issue::log, {"流转记录", "log"})};
};

template <>
struct Fields<Objection> {
  static constexpr base::Bilingual name{"异议", "objection"};
  static constexpr std::tuple table{required("date", &Objection::date, {"日期", "date"}),
                                    required("text", &Objection::text, {"内容", "text"}),
                                    optional("answer", &Objection::answer, {"答复", "answer"})};
};

template <>
struct Fields<Inspection> {
  static constexpr base::Bilingual name{"督查", "inspection"};
  static constexpr std::tuple table{
      required("id", &Inspection::id, {"编号", "id"}),
      required("date", &Inspection::date, {"日期", "date"}),
      optional("team", &Inspection::team, {"督查组", "team"}),
      optional("method", &Inspection::method, {"方式", "method"}),
      optional("indicator", &Inspection::indicator, {"核查的指标", "indicator"}),
      optional("reading", &Inspection::reading, {"核查的报数", "reading"}),
      optional("checked", &Inspection::checked, {"抽查数", "how many were checked"}),
      optional("confirmed", &Inspection::confirmed, {"属实数", "how many held"}),
      optional("verified_value", &Inspection::verified_value, {"核实值", "verified value"}),
      optional("result", &Inspection::result, {"结论", "result"}),
      optional("finding", &Inspection::finding, {"发现", "finding"}),
      optional("rectify_by", &Inspection::rectify_by, {"整改期限", "to be put right by"},
               {"督查日加反馈天数", "the day of the inspection and the days for feedback"}),
      optional("feedback", &Inspection::feedback, {"反馈日期", "day of the feedback"}),
      optional("objection", &Inspection::objection, {"异议", "objection"})};
};

template <>
struct Fields<Reply> {
  static constexpr base::Bilingual name{"回复", "reply"};
  static constexpr std::tuple table{required("date", &Reply::date, {"日期", "date"}),
                                    optional("text", &Reply::text, {"内容", "text"})};
};

template <>
struct Fields<Order> {
  static constexpr base::Bilingual name{"督办", "order"};
  static constexpr std::tuple table{
      required("id", &Order::id, {"编号", "id"}),
      required("date", &Order::date, {"日期", "date"}),
      required("level", &Order::level, {"级别", "level"}),
      optional("reason", &Order::reason, {"事由", "reason"}),
      optional("to", &Order::to, {"发往单位", "to"}),
      optional("reply_by", &Order::reply_by, {"回复期限", "reply by"}),
      optional("reply", &Order::reply, {"回复", "reply"}),
      optional("closed", &Order::closed, {"办结日期", "day it was closed"})};
};

template <>
struct Fields<SelfAssessment> {
  static constexpr base::Bilingual name{"自评", "self-assessment"};
  static constexpr std::tuple table{
      required("date", &SelfAssessment::date, {"日期", "date"}),
      optional("by", &SelfAssessment::by, {"自评单位", "by"}),
      optional("period", &SelfAssessment::period, {"周期，如 2023Q3", "period, such as 2023Q3"}),
      optional("grade", &SelfAssessment::grade, {"等次", "grade"}),
      optional("expect_year_end", &SelfAssessment::expect_year_end,
               {"预计年底数", "value expected at the year's end"}),
      optional("note", &SelfAssessment::note, {"说明", "note"})};
};

template <>
struct Fields<Change> {
  static constexpr base::Bilingual name{"调整", "change"};
  static constexpr std::tuple table{
      required("id", &Change::id, {"编号", "id"}),
      optional("requested", &Change::requested, {"申请日期", "day of the request"}),
      required("effective", &Change::effective, {"生效日期", "day it takes effect"}),
      required("field", &Change::field,
               {"调整哪一项，如 indicators.piles.target", "what, such as indicators.piles.target"}),
      required("from", &Change::from, {"原值", "value before"}),
      required("to", &Change::to, {"新值", "value after"}),
      optional("reason", &Change::reason, {"原因", "reason"}),
      optional("approved_by", &Change::approved_by, {"批准单位", "approved by"}),
      optional("doc_no", &Change::doc_no, {"批准文号", "document number"}),
      optional("rescale", &Change::rescale, {"序时点同比例调整", "scale the trajectory too"},
               "false")};
};

template <>
struct Fields<Override> {
  static constexpr base::Bilingual name{"人工定灯", "override"};
  static constexpr std::tuple table{optional("light", &Override::light, {"灯色", "light"}),
                                    optional("score", &Override::score, {"得分", "score"}),
                                    required("reason", &Override::reason, {"原因", "reason"}),
                                    required("by", &Override::by, {"决定单位", "decided by"}),
                                    optional("until", &Override::until, {"有效至", "valid until"})};
};

template <>
struct Fields<Carry> {
  static constexpr base::Bilingual name{"结转", "carry-over"};
  static constexpr std::tuple table{
      required("plan", &Carry::plan, {"计划编号", "plan"}),
      required("item", &Carry::item, {"任务序号", "item"}, 1),
      optional("remaining", &Carry::remaining, {"剩余量", "what remains"})};
};

template <>
struct Fields<Task> {
  static constexpr base::Bilingual name{"任务", "task"};
  static constexpr std::tuple table{
      required("schema", &Task::schema, {"格式版本，现为 1", "format version, 1"}),
      required("item", &Task::item, {"序号，与文件名一致", "number, as in the file's name"}, 1),
      required("section", &Task::section, {"板块序号", "number of its section"}),
      required("title", &Task::title, {"任务名称，照文件原文", "title as printed"}),
      optional("summary", &Task::summary, {"概述，用自己的话", "summary in your own words"}),
      optional("text", &Task::text, {"文件原文", "official wording"}),
      optional("lead", &Task::lead, {"牵头单位，第一个为主", "lead units, the main one first"}),
      optional("support", &Task::support, {"参与单位", "participating units"}),
      optional("share", &Task::share, {"各单位份额", "share of each unit"},
               {"牵头 1，参与按规则", "1 for a lead, the rule for a participant"}),
      optional("leader", &Task::leader, {"责任领导", "leader"}),
      optional("contact", &Task::contact, {"联系人", "contact"}),
      required("due", &Task::due, {"完成时限", "due date"}),
      required("status", &Task::status, {"办理状态", "status"}),
      optional("mechanism", &Task::mechanism,
               {"组织保障类任务，不计入完成率", "organises the others; left out of every rate"},
               "false"),
      optional("tags", &Task::tags, {"标签", "tags"}),
      optional("policies", &Task::policies, {"政策依据", "policies"}),
      optional("indicators", &Task::indicators, {"指标", "indicators"}),
      optional("milestones", &Task::milestones, {"节点", "milestones"}),
      optional("qualitative", &Task::qualitative, {"定性评价", "grade"}),
      optional("progress", &Task::progress, {"进展记录", "progress"}),
      optional("issues", &Task::issues, {"问题", "issues"}),
      optional("inspections", &Task::inspections, {"督查", "inspections"}),
      optional("self_assessments", &Task::self_assessments, {"自评", "self-assessments"}),
      optional("orders", &Task::orders, {"督办", "orders"}),
      optional("changes", &Task::changes, {"调整", "approved changes"}),
      optional("override", &Task::override_, {"人工定灯", "override"}),
      optional("carried_from", &Task::carried_from, {"结转自", "carried from"}),
      optional("carried_to", &Task::carried_to, {"结转到", "carried to"}),
      optional("note", &Task::note, {"备注", "note"})};
};

}  // namespace taizhang::model
