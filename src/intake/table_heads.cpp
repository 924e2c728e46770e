// SPDX-License-Identifier: MIT
#include "intake/table_heads.h"

#include "base/look_alike.h"

namespace taizhang::intake {

const std::vector<TableHead>& table_heads() {
  // Of two heads that a text has the longer one counts: 牵头单位 is no 单位.
  static const std::vector<TableHead> heads{
      {TableColumn::number, "number", {"序号", "编号"}},
      {TableColumn::source, "source", {"任务来源", "来源", "依据"}},
      {TableColumn::section, "section", {"板块", "类别", "领域", "分类"}},
      {TableColumn::title,
       "title",
       {"重点任务", "任务内容", "目标任务", "任务名称", "工作任务", "主要任务", "督办事项",
        "工作内容", "项目名称", "任务"}},
      {TableColumn::text, "text", {"具体任务", "工作举措", "具体举措", "工作措施", "主要措施"}},
      {TableColumn::goal,
       "goal",
       {"年度目标", "全年目标", "年度目标任务", "全年目标任务", "工作目标"}},
      {TableColumn::stage, "stage", {"阶段目标", "季度目标", "月度目标", "时序目标", "节点目标"}},
      {TableColumn::leader,
       "leader",
       {"责任领导", "分管领导", "牵头领导", "牵头区领导", "包抓领导"}},
      {TableColumn::lead, "lead", {"牵头单位", "主办单位", "牵头部门", "责任单位", "责任部门"}},
      {TableColumn::support,
       "support",
       {"配合单位", "参与单位", "协办单位", "配合部门", "责任单位", "参加单位"}},
      {TableColumn::contact, "contact", {"责任人", "联系人", "联系电话", "电话", "联系方式"}},
      {TableColumn::due, "due", {"完成时限", "完成时间", "办理时限", "时限", "截止时间"}},
      {TableColumn::progress,
       "progress",
       {"进展情况", "具体进展", "推进情况", "办理情况", "工作进展", "完成情况", "进展"}},
      {TableColumn::status, "status", {"任务状态", "状态"}},
      {TableColumn::problems, "problems", {"存在问题", "存在的困难", "问题困难", "困难问题"}},
      {TableColumn::next, "next", {"下步打算", "下一步措施", "下步措施", "下一步打算", "下步计划"}},
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

std::optional<TableColumn> column_named(const std::string& head) {
  std::optional<TableColumn> column;
  std::size_t longest = 0;
  for (const TableHead& known : table_heads()) {
    for (const std::string_view one : known.heads) {
      if (one.size() > longest && head.find(one) != head.npos) {
        longest = one.size();
        column = known.column;
      }
    }
  }
  return column;
}

}  // namespace taizhang::intake
