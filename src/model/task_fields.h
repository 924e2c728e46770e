// SPDX-License-Identifier: MIT
#pragma once

#include "model/task.h"

namespace taizhang::model {

template <>
struct Fields<Milestone> {
  static constexpr base::Bilingual name{"节点", "milestone"};
  static constexpr FieldTable table{
      required("id", "编号", &Milestone::id, {"编号", "id"}),
      required("name", "名称", &Milestone::name, {"内容", "what is to be done"}),
      required("due", "完成时限", &Milestone::due, {"完成时限", "due date"}),
      optional("weight", "权重", &Milestone::weight, {"权重", "weight"}, "1"),
      optional("done", "完成日期", &Milestone::done, {"完成日期", "day it was done"}),
      optional("waits_for", "前置条件", &Milestone::waits_for, {"前置条件", "what it waits for"}),
      optional("evidence", "佐证材料", &Milestone::evidence, {"佐证材料", "evidence"})};
};

template <>
struct Fields<Qualitative> {
  static constexpr base::Bilingual name{"定性评价", "grade"};
  static constexpr FieldTable table{
      required("grade", "等次", &Qualitative::grade, {"等次：优、良、中、差", "grade"}),
      optional("date", "日期", &Qualitative::date, {"日期", "date"}),
      optional("by", "评价单位", &Qualitative::by, {"评价单位", "graded by"}),
      optional("note", "说明", &Qualitative::note, {"说明", "note"})};
};

template <>
struct Fields<Progress> {
  static constexpr base::Bilingual name{"进展", "progress"};
  static constexpr FieldTable table{
      required("date", "日期", &Progress::date, {"日期", "date"}),
      optional("by", "报送单位", &Progress::by, {"报送单位", "reporting unit"}),
      optional("done", "进展情况", &Progress::done, {"进展情况", "what was done"}),
      optional("problems", "存在问题", &Progress::problems, {"存在问题", "problems"}),
      optional("next", "下步打算", &Progress::next, {"下步打算", "what comes next"}),
      optional("percent", "形象进度", &Progress::percent,
               {"形象进度，0 至 100，只列不计", "per cent by eye, shown and never counted"}),
      optional("verdict", "自评", &Progress::verdict, {"单位自评", "the unit's own word"}),
      optional("expect_done", "预计完成日", &Progress::expect_done,
               {"预计完成日", "day it is expected to be done"}),
      optional("source", "来源", &Progress::source, {"公开来源", "public source"})};
};

template <>
struct Fields<IssueStep> {
  static constexpr base::Bilingual name{"问题流转", "step of an issue"};
  static constexpr FieldTable table{
      required("date", "日期", &IssueStep::date, {"日期", "date"}),
      required("state", "状态", &IssueStep::state, {"状态", "state"}),
      optional("by", "经办单位", &IssueStep::by, {"经办单位", "by"}),
      optional("note", "说明", &IssueStep::note, {"说明", "note"}),
      optional("evidence", "佐证材料", &IssueStep::evidence, {"佐证材料", "evidence"}),
      optional("reopened", "反弹", &IssueStep::reopened, {"反弹重开", "opened again"}, "false")};
};

template <>
struct Fields<Issue> {
  static constexpr base::Bilingual name{"问题", "issue"};
  static constexpr FieldTable table{
      required("id", "编号", &Issue::id, {"编号", "id"}),
      required("found", "发现日期", &Issue::found, {"发现日期", "day it was found"}),
      optional("found_by", "发现单位", &Issue::found_by, {"发现单位", "found by"}),
      required("level", "等级", &Issue::level, {"等级", "level"}),
      required("text", "内容", &Issue::text, {"内容", "what it is"}),
      optional("cause", "原因", &Issue::cause, {"原因", "cause"}),
      optional("owner", "责任单位", &Issue::owner, {"责任单位", "owner"}),
      optional("coordinator", "协调单位", &Issue::coordinator, {"协调单位", "coordinator"}),
      optional("due", "办理时限", &Issue::due, {"办理时限", "due date"},
               {"发现日加等级的天数", "the day it was found and the days of its level"}),
      optional("log", "流转记录", &Issue::log, {"流转记录", "log"})};
};

template <>
struct Fields<Objection> {
  static constexpr base::Bilingual name{"异议", "objection"};
  static constexpr FieldTable table{
      required("date", "日期", &Objection::date, {"日期", "date"}),
      required("text", "内容", &Objection::text, {"内容", "text"}),
      optional("answer", "答复", &Objection::answer, {"答复", "answer"})};
};

template <>
struct Fields<Inspection> {
  static constexpr base::Bilingual name{"督查", "inspection"};
  static constexpr FieldTable table{
      required("id", "编号", &Inspection::id, {"编号", "id"}),
      required("date", "日期", &Inspection::date, {"日期", "date"}),
      optional("team", "督查组", &Inspection::team, {"督查组", "team"}),
      optional("method", "方式", &Inspection::method, {"方式", "method"}),
      optional("indicator", "指标", &Inspection::indicator, {"核查的指标", "indicator"}),
      optional("reading", "报数", &Inspection::reading, {"核查的报数", "reading"}),
      optional("checked", "抽查数", &Inspection::checked, {"抽查数", "checked"}),
      optional("confirmed", "属实数", &Inspection::confirmed, {"属实数", "confirmed"}),
      optional("verified_value", "核定值", &Inspection::verified_value,
               {"核实值", "verified value"}),
      optional("verified_values", "各单位核定值", &Inspection::verified_values,
               {"各单位的核定值", "verified value of each unit"}),
      optional("result", "结论", &Inspection::result, {"结论", "result"}),
      optional("finding", "发现", &Inspection::finding, {"发现", "finding"}),
      optional("rectify_by", "整改期限", &Inspection::rectify_by,
               {"整改期限", "to be put right by"},
               {"督查日加反馈天数", "the day of the inspection and the days for feedback"}),
      optional("feedback", "反馈日期", &Inspection::feedback, {"反馈日期", "day of the feedback"}),
      optional("objection", "异议", &Inspection::objection, {"异议", "objection"})};
};

template <>
struct Fields<Reply> {
  static constexpr base::Bilingual name{"回复", "reply"};
  static constexpr FieldTable table{required("date", "日期", &Reply::date, {"日期", "date"}),
                                    optional("text", "内容", &Reply::text, {"内容", "text"})};
};

template <>
struct Fields<Order> {
  static constexpr base::Bilingual name{"督办", "order"};
  static constexpr FieldTable table{
      required("id", "编号", &Order::id, {"编号", "id"}),
      required("date", "日期", &Order::date, {"日期", "date"}),
      required("level", "级别", &Order::level, {"级别", "level"}),
      optional("reason", "事由", &Order::reason, {"事由", "reason"}),
      optional("to", "发往单位", &Order::to, {"发往单位", "to"}),
      optional("reply_by", "回复期限", &Order::reply_by, {"回复期限", "reply by"}),
      optional("reply", "回复", &Order::reply, {"回复", "reply"}),
      optional("closed", "办结日期", &Order::closed, {"办结日期", "day it was closed"})};
};

template <>
struct Fields<SelfAssessment> {
  static constexpr base::Bilingual name{"自评", "self-assessment"};
  static constexpr FieldTable table{
      required("date", "日期", &SelfAssessment::date, {"日期", "date"}),
      optional("by", "自评单位", &SelfAssessment::by, {"自评单位", "by"}),
      optional("period", "周期", &SelfAssessment::period,
               {"周期，如 2023Q3", "period, such as 2023Q3"}),
      optional("grade", "等次", &SelfAssessment::grade, {"等次", "grade"}),
      optional("expect_year_end", "预计年底", &SelfAssessment::expect_year_end,
               {"预计年底数，多个指标时逐个写",
                "value expected at the year's end, by indicator if several"}),
      optional("note", "说明", &SelfAssessment::note, {"说明", "note"})};
};

template <>
struct Fields<Change> {
  static constexpr base::Bilingual name{"调整", "change"};
  static constexpr FieldTable table{
      required("id", "编号", &Change::id, {"编号", "id"}),
      optional("requested", "申请日期", &Change::requested, {"申请日期", "day of the request"}),
      optional("effective", "生效日期", &Change::effective, {"生效日期", "day it takes effect"},
               {"批准的自申请日起；没有批准就是待批",
                "if approved the day of the request; else it is pending"}),
      required("field", "调整项", &Change::field,
               {"调整哪一项，如 indicators.piles.target", "what, such as indicators.piles.target"}),
      required("from", "原值", &Change::from, {"原值", "value before"}),
      required("to", "新值", &Change::to, {"新值", "value after"}),
      optional("reason", "原因", &Change::reason, {"原因", "reason"}),
      optional("approved_by", "批准单位", &Change::approved_by, {"批准单位", "approved by"}),
      optional("doc_no", "文号", &Change::doc_no, {"批准文号", "document number"}),
      optional("rescale", "同比例调整", &Change::rescale,
               {"序时点同比例调整", "scale the trajectory too"}, "false")};
};

template <>
inline constexpr std::array<OneOf, 1> one_of<Change>{{{{"requested", "effective"}}}};

template <>
struct Fields<Override> {
  static constexpr base::Bilingual name{"人工定灯", "override"};
  static constexpr FieldTable table{
      optional("light", "灯色", &Override::light, {"灯色", "light"}),
      optional("score", "得分", &Override::score, {"得分", "score"}),
      required("reason", "原因", &Override::reason, {"原因", "reason"}),
      required("by", "决定单位", &Override::by, {"决定单位", "decided by"}),
      optional("from", "自", &Override::from, {"自哪日起", "valid from"}),
      optional("until", "有效至", &Override::until, {"有效至", "valid until"})};
};

template <>
struct Fields<Carry> {
  static constexpr base::Bilingual name{"结转", "carry-over"};
  static constexpr FieldTable table{
      required("plan", "计划", &Carry::plan, {"计划编号", "plan"}),
      required("item", "序号", &Carry::item, {"任务序号", "item"}, 1),
      optional("remaining", "剩余量", &Carry::remaining, {"剩余量", "what remains"})};
};

template <>
struct Fields<Task> {
  static constexpr base::Bilingual name{"任务", "task"};
  static constexpr FieldTable table{
      required("schema", "格式版本", &Task::schema, {"格式版本，现为 1", "format version, 1"}),
      required("item", "序号", &Task::item, {"序号，与文件名一致", "number, as in the file's name"},
               1),
      optional("no", "编排号", &Task::no,
               {"印发的编号，印出时代替序号", "number as printed, shown in place of the item"}),
      required("section", "板块", &Task::section, {"板块序号", "number of its section"}),
      required("title", "任务名称", &Task::title, {"任务名称，照文件原文", "title as printed"}),
      optional("summary", "概述", &Task::summary,
               {"概述，用自己的话", "summary in your own words"}),
      optional("text", "文件原文", &Task::text, {"文件原文", "official wording"}),
      optional(
          "source", "任务来源", &Task::source,
          {"任务来源：文件、会议、批示", "where it comes from: papers, meetings, instructions"}),
      optional("lead", "牵头单位", &Task::lead,
               {"牵头单位，第一个为主", "lead units, the main one first"}),
      optional("support", "参与单位", &Task::support, {"参与单位", "participating units"}),
      optional("share", "份额", &Task::share, {"各单位份额", "share of each unit"},
               {"牵头 1，参与按规则", "1 for a lead, the rule for a participant"}),
      optional("leader", "责任领导", &Task::leader, {"责任领导，写职务", "leader, by post"}),
      optional("contact", "联系人", &Task::contact, {"联系人", "contact"}),
      required("due", "完成时限", &Task::due,
               {"完成时限，长期坚持写 standing", "due date, standing where it has no end"}),
      optional("due_text", "时限原文", &Task::due_text,
               {"时限原文，印出时代替日期", "due date as worded, printed in place of the date"}),
      required("status", "状态", &Task::status, {"办理状态", "status"}),
      optional("mechanism", "组织保障", &Task::mechanism,
               {"组织保障类任务，不计入完成率", "organises the others; left out of every rate"},
               "false"),
      optional("tags", "标签", &Task::tags, {"标签", "tags"}),
      optional("policies", "政策依据", &Task::policies, {"政策依据", "policies"}),
      optional("indicators", "指标", &Task::indicators, {"指标", "indicators"}),
      optional("milestones", "节点", &Task::milestones, {"节点", "milestones"}),
      optional("qualitative", "定性评价", &Task::qualitative, {"定性评价", "grade"}),
      optional("progress", "进展", &Task::progress, {"进展记录", "progress"}),
      optional("issues", "问题", &Task::issues, {"问题", "issues"}),
      optional("inspections", "督查", &Task::inspections, {"督查", "inspections"}),
      optional("self_assessments", "自评", &Task::self_assessments, {"自评", "self-assessments"}),
      optional("orders", "督办", &Task::orders, {"督办", "orders"}),
      optional("changes", "调整", &Task::changes, {"调整", "approved changes"}),
      optional("override", "人工定灯", &Task::override_, {"人工定灯", "override"}),
      optional("carried_from", "结转自", &Task::carried_from, {"结转自", "carried from"}),
      optional("carried_to", "结转到", &Task::carried_to, {"结转到", "carried to"}),
      optional("note", "备注", &Task::note, {"备注", "note"})};
};

}  // namespace taizhang::model
