// SPDX-License-Identifier: MIT
#include "intake/table_heads.h"

#include <array>

#include "base/look_alike.h"

namespace taizhang::intake {

using Head = std::string_view;

namespace {

/// Heads of what is neither a due date nor a target, though it is beside them.
constexpr auto noted_heads =
    std::to_array<Head>({"开始时间", "启动时间", "开工时间", "开始日期", "开工日期", "起始时间",
                         "年度计划投资", "年计划投资", "计划投资", "占年度计划"});

}  // namespace

const std::vector<TableHead>& table_heads() {
  // Of two heads that a text has the longer one counts: 牵头单位 is no 单位.
  static const std::vector<TableHead> heads{
      {TableColumn::number, "number", {"序号", "编号"}},
      {TableColumn::source, "source", {"任务来源", "来源", "依据", "批示领导", "领导批示"}},
      {TableColumn::section, "section", {"板块", "类别", "领域", "分类"}},
      {TableColumn::title,
       "title",
       {"重点任务", "任务内容", "目标任务", "任务名称", "工作任务", "主要任务", "督办事项",
        "工作内容", "项目名称", "任务"}},
      {TableColumn::text,
       "text",
       {"具体任务", "工作举措", "具体举措", "工作措施", "主要措施", "落实措施", "主要内容",
        "建设内容", "工作要求"}},
      {TableColumn::goal,
       "goal",
       {"年度目标", "全年目标", "年度目标任务", "全年目标任务", "工作目标", "建设内容及目标",
        "年度计划", "年计划", "目标"}},
      {TableColumn::stage,
       "stage",
       {"阶段目标", "季度目标", "月度目标", "时序目标", "节点目标", "节点安排", "阶段安排",
        "进度安排"}},
      {TableColumn::leader,
       "leader",
       {"责任领导", "分管领导", "牵头领导", "牵头区领导", "包抓领导", "领导"}},
      {TableColumn::lead,
       "lead",
       {"牵头单位", "主办单位", "牵头部门", "责任单位", "责任部门", "责任科室", "责任主体",
        "主责单位", "牵头科室", "主办部门", "主办科室", "承办单位", "承办部门", "承办科室", "牵头",
        "主办"}},
      {TableColumn::support,
       "support",
       {"配合单位", "参与单位", "协办单位", "配合部门", "参加单位", "参与部门", "协办部门",
        "配合科室", "配合", "协办"}},
      {TableColumn::contact,
       "contact",
       {"责任人", "联系人", "联系电话", "电话", "联系方式", "负责人", "经办人", "联络员", "手机"}},
      {TableColumn::due,
       "due",
       {"完成时限", "完成时间", "完成期限", "完成日期", "办理时限", "办结时限", "办结时间",
        "截止时间", "截止日期", "竣工时间", "竣工日期", "时间节点", "时间要求", "时限", "期限"}},
      {TableColumn::progress,
       "progress",
       {"进展情况", "具体进展", "推进情况", "办理情况", "工作进展", "完成情况", "落实情况",
        "目前进度", "工作进度", "推进进度", "形象进度", "进展"}},
      {TableColumn::status, "status", {"任务状态", "状态"}},
      {TableColumn::problems,
       "problems",
       {"存在问题", "存在的问题", "存在困难", "存在的困难", "主要问题", "问题困难", "困难问题"}},
      {TableColumn::next,
       "next",
       {"下步打算", "下一步措施", "下步措施", "下一步打算", "下步计划", "下步工作", "下一步工作"}},
      {TableColumn::note, "note", {"备注", "说明"}},
  };
  return heads;
}

std::string head_text(const std::string& text) {
  std::string result;
  for (const char c : base::plain_form(text)) {
    if (c != ' ' && c != '\n' && c != '\r' && c != '\t') result += c;
  }
  return result;
}

HeadMeaning meaning_of(const std::string& head) {
  HeadMeaning meaning;
  std::size_t longest = 0;
  const auto consider = [&](Head known, std::optional<TableColumn> column) {
    if (known.size() <= longest || head.find(known) == head.npos) return;
    longest = known.size();
    meaning = {true, column};
  };
  for (const TableHead& known : table_heads()) {
    for (const Head one : known.heads) consider(one, known.column);
  }
  for (const Head one : noted_heads) consider(one, std::nullopt);
  // Of two dates the first is no due date: 完成时限 over 起 and 止.
  if (head == "起") meaning = {true, std::nullopt};
  // Short heads are heads where they stand alone: 是否达序 is no 序, 需协调事项 no 事项.
  if (head == "序") meaning = {true, TableColumn::number};
  if (head == "事项" || head == "重点事项" || head == "工作事项") {
    meaning = {true, TableColumn::title};
  }
  return meaning;
}

}  // namespace taizhang::intake
