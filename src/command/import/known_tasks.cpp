// SPDX-License-Identifier: MIT
//
// A table that is taken in again: what is new in it is not for a second task but for `record`, or
// for the file of the task.
#include "command/import/known_tasks.h"

#include <algorithm>

#include "intake/cell_values.h"
#include "intake/table_layout.h"
#include "intake/task_words.h"

namespace taizhang::command {

using intake::NotUnderstood;
using intake::TableColumn;
using model::Task;

namespace {

const std::string& words_of(const std::string& text) { return text; }
const std::string& words_of(const model::UnitName& unit) { return unit.text; }

template <class List>
bool are_same(const List& a, const List& b) {
  return std::ranges::equal(
      a.items, b.items, [](const auto& x, const auto& y) { return words_of(*x) == words_of(*y); });
}

bool has_part(const std::string& all, const std::string& part) {
  return intake::bare(all).find(intake::bare(part)) != std::string::npos;
}

bool has_part(const model::Given<std::string>& all, const std::string& part) {
  return all && has_part(*all, part);
}

/// Whether some progress of the task has said it, which newer words do not undo.
bool is_told(const Task& there, const std::string& text) {
  return std::ranges::any_of(there.progress, [&](const model::Progress& one) {
    return has_part(one.done, text) || has_part(one.problems, text) || has_part(one.next, text);
  });
}

/// Whether the figures or the words of a stage are those of a milestone or a trajectory.
bool is_stage(const Task& there, const std::string& text) {
  return std::ranges::all_of(intake::stages_of(text, "，"), [&](const std::string& stage) {
    if (has_part(there.note, stage) || has_part(there.due_text, stage)) return true;
    const bool is_milestone = std::ranges::any_of(
        there.milestones, [&](const auto& one) { return has_part(one.name, stage); });
    const std::size_t begin = stage.find_first_of("0123456789");
    const std::string number =
        begin == stage.npos
            ? ""
            : stage.substr(begin, stage.find_first_not_of("0123456789.", begin) - begin);
    const auto has_point = [&](const model::Indicator& one) {
      return std::ranges::any_of(one.trajectory.points, [&](const auto& point) {
        return point.value && point.value->text() == number;
      });
    };
    return is_milestone || (!number.empty() && std::ranges::any_of(there.indicators, has_point));
  });
}

bool is_in_section(const model::PlanFolder& plan, const Task& there, const std::string& text) {
  const bool is_title = std::ranges::any_of(plan.plan.sections, [&](const auto& section) {
    return section.no.value == there.section.value &&
           section.title.value == intake::section_title(text);
  });
  return is_title ||
         std::ranges::any_of(there.tags.items, [&](const auto& tag) { return *tag == text; });
}

/// Whether the ledger has what a cell says.
bool has_cell(const model::PlanFolder& plan, const model::TaskFile& file, const Task& read,
              const intake::ReadCell& cell) {
  const Task& there = file.task;
  const std::string& text = cell.text;
  if (!cell.holds) return has_part(there.note, text);
  switch (*cell.holds) {
    case TableColumn::number:
      return std::to_string(file.item().value_or(0)) == text || has_part(there.no, text) ||
             has_part(there.note, text);
    case TableColumn::source:
      return std::ranges::any_of(there.source.items,
                                 [&](const auto& one) { return has_part(*one, text); });
    case TableColumn::section:
      return is_in_section(plan, there, text);
    case TableColumn::title:
      return has_part(there.title, text) || has_part(there.text, text) ||
             has_part(text, there.title.value_or(""));
    case TableColumn::text:
    case TableColumn::goal:
      return has_part(there.text, text);
    case TableColumn::stage:
      return is_stage(there, text);
    case TableColumn::due:
      return there.due_text.value == read.due_text.value && there.due && read.due &&
             there.due->date == read.due->date;
    case TableColumn::leader:
      return are_same(there.leader, read.leader);
    case TableColumn::lead:
      return are_same(there.lead, read.lead);
    case TableColumn::support:
      return are_same(there.support, read.support);
    case TableColumn::contact:
      return there.contact.value == read.contact.value;
    case TableColumn::progress:
    case TableColumn::problems:
    case TableColumn::next:
      return is_told(there, text);
    case TableColumn::status:
    case TableColumn::note:
      return has_part(there.note, text);
  }
  return true;
}

/// What to use for what a cell says instead.
base::Bilingual way_for(std::optional<TableColumn> holds) {
  switch (holds.value_or(TableColumn::note)) {
    case TableColumn::progress:
    case TableColumn::problems:
    case TableColumn::next:
      return {"任务台账里已经有了，进展与台账不同；用 taizhang record progress 记",
              "the task is in the ledger, whose progress says something else; use taizhang record "
              "progress"};
    case TableColumn::status:
      return {"任务台账里已经有了，状态与台账不同；用 taizhang record status 记",
              "the task is in the ledger with another status; use taizhang record status"};
    case TableColumn::due:
      return {"任务台账里已经有了，时限与台账不同；调整用 taizhang record change，录错的改任务文件",
              "the task is in the ledger with another due date; use taizhang record change, or "
              "mend its file"};
    case TableColumn::text:
    case TableColumn::goal:
    case TableColumn::title:
      return {
          "同名、同牵头单位的任务台账里已经有了，目标与台账不同；是同一项的，调整用 taizhang "
          "record change，录错的改任务文件；是另一项的，改个名称再收",
          "a task of that title and lead is in the ledger with another goal; if it is the same "
          "one use taizhang record change or mend its file, else give it another title"};
    default:
      return {"任务台账里已经有了，这一格与台账不同；要改的，改任务文件",
              "the task is in the ledger, where the cell says something else; edit its file"};
  }
}

}  // namespace

bool says_the_same(const Task& there, const Task& read) {
  return there.title.value == read.title.value && there.text.value == read.text.value &&
         are_same(there.lead, read.lead);
}

const model::TaskFile* known_as(const model::PlanFolder& plan, const Task& read) {
  const model::TaskFile* found = nullptr;
  for (const model::TaskFile& file : plan.tasks) {
    const Task& there = file.task;
    if (!there.title || there.title.value != read.title.value) continue;
    if (says_the_same(there, read)) return &file;
    // Led by another one, it is the same where all else by which it is known is.
    const bool is_led_anew = there.text.value == read.text.value && file.item() == read.item.value;
    if (!found && (are_same(there.lead, read.lead) || is_led_anew)) found = &file;
  }
  return found;
}

std::vector<NotUnderstood> changed_cells(const model::PlanFolder& plan,
                                         const model::TaskFile& there, const Task& read,
                                         const intake::TaskOrigin& origin) {
  std::vector<NotUnderstood> changed;
  for (const intake::ReadCell& cell : origin.cells) {
    if (has_cell(plan, there, read, cell)) continue;
    changed.push_back({cell.cell, cell.head, cell.text, way_for(cell.holds)});
  }
  if (changed.empty() && !says_the_same(there.task, read)) {
    changed.push_back({{}, {}, read.title.value_or(""), way_for(TableColumn::goal)});
  }
  return changed;
}

}  // namespace taizhang::command
