// SPDX-License-Identifier: MIT
//
// What each column of a table says about its task.
#include "intake/table.h"

#include <algorithm>
#include <set>

#include "base/look_alike.h"
#include "intake/cell_values.h"
#include "intake/cell_words.h"
#include "intake/numbers.h"

namespace taizhang::intake {

using model::Milestone;
using model::Progress;
using model::Task;
using sheets::CellKind;
using sheets::Sheet;

namespace {

class TableReader {
 public:
  TableReader(TableLayout layout, const TableOptions& options)
      : layout_(std::move(layout)), options_(options) {}

  NewTasks read() {
    result_.title = std::move(layout_.title);
    result_.sections = std::move(layout_.sections);
    result_.not_understood = std::move(layout_.not_understood);
    for (const TableTask& task : layout_.tasks) {
      if (!task.section.empty()) begin_section(task.section);
      make(task.cells);
    }
    return std::move(result_);
  }

 private:
  int begin_section(const std::string& title) {
    const auto found = std::ranges::find(result_.sections, title);
    section_ = static_cast<int>(found - result_.sections.begin()) + 1;
    if (found == result_.sections.end()) result_.sections.push_back(title);
    return section_;
  }

  static void add_line(model::Given<std::string>& given, const std::string& text) {
    given.value = given.value ? *given.value + "\n" + text : text;
  }

  void add_units(const std::string& text, model::List<model::UnitName>& list) {
    for (const std::string& unit : units_in(text)) {
      const bool there = std::any_of(list.items.begin(), list.items.end(),
                                     [&](const auto& one) { return one->text == unit; });
      if (!there) list.items.push_back({model::UnitName{unit}, {}});
      if (std::find(result_.units.begin(), result_.units.end(), unit) == result_.units.end()) {
        result_.units.push_back(unit);
      }
    }
  }

  void make(const std::vector<TableCell>& cells) {
    const auto title = layout_.column_of(TableColumn::title);
    if (std::ranges::none_of(cells, [&](const auto& one) { return one.column == title; })) {
      // 注： below the table, or a row of totals.
      for (const TableCell& one : cells) {
        result_.not_understood.push_back({sheets::cell_name(one.row, one.column),
                                          layout_.columns[one.column].head,
                                          one.text,
                                          {"这一行没有任务名称", "the row has no title"}});
      }
      return;
    }
    Task task{source::start_of(0)};
    task.schema.value = model::FormatVersion{};
    Progress progress{source::start_of(0)};
    for (const TableCell& one : cells) take(one, task, progress);
    complete(task, std::move(progress));
    result_.tasks.push_back(std::move(task));
  }

  void take(const TableCell& one, Task& task, Progress& progress) {
    const TableHeading& column = layout_.columns[one.column];
    if (!column.holds) {
      add_line(task.note, column.head.empty() ? one.text : column.head + "：" + one.text);
      return;
    }
    switch (*column.holds) {
      case TableColumn::number:
        take_number(one.text, task);
        break;
      case TableColumn::source:
        task.source.items.push_back({one.text, {}});
        break;
      case TableColumn::section:
        task.section.value = begin_section(section_title(one.text));
        break;
      case TableColumn::title:
        take_title(one.text, task);
        break;
      case TableColumn::text:
      case TableColumn::goal:
        add_line(task.text, one.text);
        propose(one.text, task);
        break;
      case TableColumn::stage:
        take_stage(one, column.head, task);
        break;
      case TableColumn::leader:
        task.leader.items.push_back({one.text, {}});
        break;
      case TableColumn::lead:
        add_units(one.text, task.lead);
        break;
      case TableColumn::support:
        add_units(one.text, task.support);
        break;
      case TableColumn::contact:
        task.contact.value = task.contact ? *task.contact + " " + one.text : one.text;
        break;
      case TableColumn::due:
        take_due(one, task);
        break;
      case TableColumn::progress: {
        const std::size_t slash = column.head.find('/');
        const std::string of =
            slash == column.head.npos ? "" : column.head.substr(slash + 1) + "：";
        add_line(progress.done, of + one.text);
        break;
      }
      case TableColumn::status:
        take_status(one.text, column.head, task);
        break;
      case TableColumn::problems:
        add_line(progress.problems, one.text);
        break;
      case TableColumn::next:
        add_line(progress.next, one.text);
        break;
      case TableColumn::note:
        add_line(task.note, one.text);
        break;
    }
  }

  void take_number(const std::string& text, Task& task) {
    const std::string plain = base::plain_form(text);
    constexpr std::size_t most_digits = 4;
    const bool whole = !plain.empty() && plain.size() <= most_digits &&
                       plain.find_first_not_of("0123456789") == plain.npos && plain[0] != '0';
    if (whole && items_.insert(std::stoi(plain)).second) task.item.value = std::stoi(plain);
    // Numbers that begin anew in each section, or are no numbers, are printed as they are.
    if (!task.item) task.no.value = text;
  }

  void take_title(const std::string& text, Task& task) {
    // What follows the first 。 says how; a second title of one number goes on with the first.
    const std::size_t stop = text.find("。");
    if (!task.title) {
      task.title.value = text.substr(0, stop);
      if (stop == text.npos || stop + std::string_view("。").size() == text.size()) {
        propose(text, task);
        return;
      }
    }
    add_line(task.text, text);
    propose(text, task);
  }

  void take_stage(const TableCell& one, const std::string& head, Task& task) {
    Milestone milestone{source::start_of(0)};
    milestone.id.value = "m" + std::to_string(task.milestones.size() + 1);
    const std::size_t slash = head.find('/');
    const std::string when = slash == head.npos ? one.text : head.substr(slash + 1);
    milestone.name.value = one.text;
    const auto due = due_in(when, options_.period);
    milestone.due.value = due && due->date ? *due->date : options_.period.to;
    task.milestones.items.push_back(std::move(milestone));
    if (task.note.value_or("").find(to_confirm) == std::string::npos) {
      add_line(task.note, std::string(to_confirm) + "：阶段目标的日期");
    }
  }

  void take_due(const TableCell& one, Task& task) {
    const Taken<base::Date> date = date_in(*one.cell);
    const auto due =
        date.value ? std::optional(model::DueDay{*date.value}) : due_in(one.text, options_.period);
    const bool is_first = !task.due && !task.due_text;
    // The words stay where a date alone would not say them all.
    if (!is_first || one.cell->kind != CellKind::date) {
      std::string before = task.due_text.value_or("");
      if (before.empty() && task.due && task.due->date) before = base::iso(*task.due->date);
      task.due_text.value = before.empty() ? one.text : before + "、" + one.text;
    }
    const bool later =
        due && (!task.due || (due->date && task.due->date && *due->date > *task.due->date));
    if (later) task.due.value = *due;
    if (!due) add_line(task.note, std::string(to_confirm) + "：完成时限“" + one.text + "”");
  }

  static void take_status(const std::string& text, const std::string& head, Task& task) {
    for (const char* word : {"正常推进", "推进中", "进行中", "超期"}) {
      if (text == word) task.status.value = model::Status::in_progress;
    }
    for (const char* word : {"未启动", "未开工", "待接收"}) {
      if (text == word) task.status.value = model::Status::not_started;
    }
    // That it is closed or stopped is for those to say who may.
    add_line(task.note, head + "：" + text);
  }

  void propose(const std::string& text, Task& task) {
    const auto found = mentions(text);
    for (auto& indicator : proposals(text, found, task.title.value_or(""),
                                     static_cast<int>(task.indicators.size()) + 1)) {
      task.indicators.items.push_back(std::move(indicator));
    }
    for (const Mention& mention : found) {
      if (mention.proposed) continue;
      add_line(task.note, "未列为指标的数：" + mention.written + "（" +
                              std::string(mention.why_not.zh) + "）");
    }
  }

  void complete(Task& task, Progress progress) {
    if (!task.item) {
      int item = options_.first_item;
      while (!items_.insert(item).second) ++item;
      task.item.value = item;
    }
    if (!task.section) {
      task.section.value = section_ > 0 ? section_ : begin_section("重点任务");
    }
    if (!task.due) task.due.value = model::DueDay{options_.period.to};
    if (!task.status) task.status.value = model::Status::in_progress;
    if (progress.done || progress.problems || progress.next) {
      progress.date.value = options_.date;
      if (!task.lead.items.empty()) progress.by.value = *task.lead.items.front();
      task.progress.items.push_back(std::move(progress));
    }
  }

  TableLayout layout_;
  const TableOptions& options_;
  NewTasks result_;
  int section_ = 0;
  std::set<int> items_;
};

}  // namespace

NewTasks read_table(const Sheet& sheet, const TableOptions& options) {
  return TableReader(layout_of(sheet, options.columns), options).read();
}

}  // namespace taizhang::intake
