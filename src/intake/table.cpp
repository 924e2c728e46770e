// SPDX-License-Identifier: MIT
//
// What each column of a table says about its task.
#include "intake/table.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/look_alike.h"
#include "base/text.h"
#include "intake/cell_values.h"
#include "intake/cell_words.h"
#include "intake/number_words.h"
#include "intake/numbers.h"
#include "intake/table_layout.h"
#include "intake/table_progress.h"
#include "intake/task_words.h"

namespace taizhang::intake {

using model::Progress;
using model::Task;
using sheets::CellKind;
using sheets::Sheet;

namespace {

/// Whether a cell says that there is nobody or nothing.
bool says_none(const std::string& text) {
  return std::ranges::any_of(std::array{"无", "/", "—", "——", "-", "\\"},
                             [&](const char* none) { return text == none; });
}

class TableReader {
 public:
  TableReader(TableLayout layout, const TableOptions& options, NewTasks& result)
      : layout_(std::move(layout)), options_(options), result_(result) {}

  void read() {
    if (result_.title.empty()) result_.title = layout_.title;
    if (!layout_.title.empty() && layout_.title != result_.title) {
      result_.not_understood.push_back(
          {{}, {}, layout_.title, {"这张工作表的标题", "the title of the sheet"}});
    }
    auto& rest = result_.not_understood;
    rest.insert(rest.end(), layout_.not_understood.begin(), layout_.not_understood.end());
    for (const std::string& section : layout_.sections) begin_section(section);
    section_ = 0;
    name_unknown_columns();
    for (const TableTask& task : layout_.tasks) {
      if (!task.section.empty()) begin_section(task.section);
      make(task.cells);
    }
  }

 private:
  /// Name the columns that have words of tasks and a head that nothing is known of.
  void name_unknown_columns() {
    for (std::size_t i = 0; i < layout_.columns.size(); ++i) {
      const TableHeading& column = layout_.columns[i];
      const bool is_known =
          column.holds || column.head.empty() || meaning_of(column.lower).is_known;
      const bool is_filled = std::ranges::any_of(layout_.tasks, [&](const TableTask& task) {
        return std::ranges::any_of(task.cells, [&](const auto& one) { return one.column == i; });
      });
      auto& unknown = result_.unknown_columns;
      if (is_known || !is_filled || std::ranges::find(unknown, column.head) != unknown.end()) {
        continue;
      }
      unknown.push_back(column.head);
    }
  }

  int begin_section(const std::string& title) {
    const auto found = std::ranges::find(result_.sections, title);
    section_ = static_cast<int>(found - result_.sections.begin()) + 1;
    if (found == result_.sections.end()) result_.sections.push_back(title);
    return section_;
  }

  void not_understood(const TableCell& one, base::Bilingual why) {
    result_.not_understood.push_back(
        {sheets::cell_name(one.row, one.column), layout_.columns[one.column].head, one.text, why});
  }

  void make(const std::vector<TableCell>& cells) {
    const auto title = layout_.column_of(TableColumn::title);
    if (std::ranges::none_of(cells, [&](const auto& one) { return one.column == title; })) {
      // 注： below the table, or a row of totals.
      for (const TableCell& one : cells) {
        if (!one.is_shared) not_understood(one, {"这一行没有任务名称", "the row has no title"});
      }
      return;
    }
    Task task{source::start_of(0)};
    task.schema.value = model::FormatVersion{};
    TaskOrigin origin;
    const long long due_assumed = result_.due_assumed;
    const long long progress_assumed = result_.progress_assumed;
    TableProgress progress;
    TaskWords words(task, options_.period, result_);
    std::size_t row = cells.front().row;
    for (const TableCell& one : cells) {
      if (one.row != row && has_own_words(cells, one.row)) {
        words.begin_row(reaches(cells, TableColumn::lead, one.row),
                        reaches(cells, TableColumn::due, one.row));
      }
      row = one.row;
      take(one, task, words, progress);
      const TableHeading& column = layout_.columns[one.column];
      const bool is_goal = column.holds == TableColumn::text || column.holds == TableColumn::goal ||
                           column.holds == TableColumn::stage;
      origin.cells.push_back({sheets::cell_name(one.row, one.column), column.head, column.holds,
                              is_goal ? with_unit(one, column.head) : one.text});
    }
    words.complete();
    complete(task);
    add_progress(task, words, progress);
    origin.due_assumed = result_.due_assumed - due_assumed;
    origin.progress_assumed = result_.progress_assumed - progress_assumed;
    result_.tasks.push_back(std::move(task));
    result_.origins.push_back(std::move(origin));
  }

  /// Whether a row says what is to be done, so that its lead, due date and progress are of that.
  bool has_own_words(const std::vector<TableCell>& cells, std::size_t row) const {
    return std::ranges::any_of(cells, [&](const TableCell& one) {
      const auto& holds = layout_.columns[one.column].holds;
      return one.row == row && !one.is_shared &&
             (holds == TableColumn::title || holds == TableColumn::text ||
              holds == TableColumn::goal);
    });
  }

  /// Whether a cell that holds `wanted` is merged down to `row` from above it.
  bool reaches(const std::vector<TableCell>& cells, TableColumn wanted, std::size_t row) const {
    return std::ranges::any_of(cells, [&](const TableCell& one) {
      return one.row < row && one.last_row >= row && layout_.columns[one.column].holds == wanted;
    });
  }

  void take(const TableCell& one, Task& task, TaskWords& words, TableProgress& progress) {
    const TableHeading& column = layout_.columns[one.column];
    if (!column.holds) {
      add_line(task.note, column.head.empty() ? one.text : column.head + "：" + one.text);
      return;
    }
    switch (*column.holds) {
      case TableColumn::number:
        take_number(one.text, column.head, task);
        break;
      case TableColumn::source:
        task.source.items.push_back({one.text, {}});
        break;
      case TableColumn::section:
        take_section(one, task);
        break;
      case TableColumn::title:
        take_title(one, task, words);
        break;
      case TableColumn::text:
      case TableColumn::goal: {
        const std::string said = with_unit(one, column.head);
        add_line(task.text, said);
        words.propose(said);
        break;
      }
      case TableColumn::stage:
        take_stages(with_unit(one, column.head), column, words);
        break;
      case TableColumn::due:
      case TableColumn::leader:
      case TableColumn::lead:
      case TableColumn::support:
      case TableColumn::contact:
        if (says_none(one.text))
          not_understood(one, {"写的是没有", "it says that there is none"});
        else if (column.holds == TableColumn::due && one.cell->kind == CellKind::date)
          words.take_day(one.text);
        else
          words.take(*column.holds, one.text);
        break;
      case TableColumn::progress: {
        const std::string of = column.lower == column.head ? "" : column.lower + "：";
        const auto day = day_of_progress(column.lower, one.text);
        says_no_day_ = says_no_day_ || !day;
        progress.take_done(words.rows().size() - 1, day.value_or(options_.date), of + one.text);
        break;
      }
      case TableColumn::status:
        take_status(one.text, column.head, task);
        break;
      case TableColumn::problems:
        progress.take(words.rows().size() - 1, &Progress::problems, one.text);
        break;
      case TableColumn::next:
        progress.take(words.rows().size() - 1, &Progress::next, one.text);
        break;
      case TableColumn::note:
        add_line(task.note, one.text);
        break;
    }
  }

  void take_section(const TableCell& one, Task& task) {
    const std::string title = section_title(one.text);
    if (section_ > 0 && !layout_.sections.empty()) {
      // Under a row of a section a column beside it says something more.
      task.tags.items.push_back({one.text, {}});
      return;
    }
    task.section.value = begin_section(title);
    if (title != one.text && !is_numbered_title(one.text) &&
        named_sections_.insert(one.text).second) {
      not_understood(one, section_without_numeral);
    }
  }

  /// The day of progress: the one that its words, 截至8月底, say, else its head, 8月, else what
  /// stands above the table; one that is to come is the day of the file.
  std::optional<base::Date> day_of_progress(const std::string& head,
                                            const std::string& text) const {
    std::optional<model::DueDay> day = day_said(text);
    if (!day && says_any(head, {"月", "季", "半年"})) day = due_in(head, options_.period);
    for (const std::string& above : layout_.above) {
      if (!day) day = day_said(above);
    }
    if (!day || !day->date) return std::nullopt;
    return std::min(*day->date, options_.date);
  }

  /// The day behind 截至.
  std::optional<model::DueDay> day_said(const std::string& text) const {
    constexpr auto ends = std::to_array<Text>({"。", "；", "，", "、", "\n", "　", "）", ")"});
    for (const Text word : {"截至", "截止到", "截止"}) {
      const std::size_t at = text.find(word);
      if (at == text.npos) continue;
      Text said = Text(text).substr(at + word.size());
      for (const Text filler : {"时间", "日期", "目前", "：", ":"}) {
        if (said.starts_with(filler)) said.remove_prefix(filler.size());
      }
      said = said.substr(0, before_first(said, 0, ends));
      return due_in(std::string(said.substr(0, said.find("："))), options_.period);
    }
    return std::nullopt;
  }

  /// The number of a cell below 年度目标（家） with its unit; what is no number as it is.
  static std::string with_unit(const TableCell& one, const std::string& head) {
    const std::string number = base::plain_form(one.text);
    if (number.find_first_not_of("0123456789.") != number.npos) return one.text;
    const std::size_t open = head.rfind('(');
    const std::size_t close = head.find(')', std::min(open, head.size()));
    if (open == head.npos || close == head.npos) return one.text;
    const Text unit = Text(head).substr(open + 1, close - open - 1);
    return unit_at(unit, 0) == unit && !unit.empty() ? one.text + std::string(unit) : one.text;
  }

  static void take_number(const std::string& text, const std::string& head, Task& task) {
    const std::string plain = base::plain_form(text);
    constexpr std::size_t most_digits = 4;
    const bool whole = !plain.empty() && plain.size() <= most_digits &&
                       plain.find_first_not_of("0123456789") == plain.npos && plain[0] != '0';
    // What is no number is printed as it is.
    if (whole && !task.item)
      task.item.value = std::stoi(plain);
    else if (!whole && !task.no)
      task.no.value = text;
    else
      add_note(task, head + "：" + text);
  }

  static void take_title(const TableCell& one, Task& task, TaskWords& words) {
    // What follows the first 。 says how; a second title of one number goes on with the first.
    const std::size_t stop = one.text.find("。");
    const bool is_first = !task.title;
    if (is_first) task.title.value = on_one_line(one.text.substr(0, stop));
    const bool is_whole =
        stop == std::string::npos || stop + std::string_view("。").size() == one.text.size();
    if (!is_first || !is_whole) add_line(task.text, one.text);
    if (!one.is_shared) words.propose(one.text);
  }

  /// A stage for each part that has a day of its own: 一季度：15个；上半年：30个.
  void take_stages(const std::string& text, const TableHeading& column, TaskWords& words) {
    const auto all_have_days = [&](const std::vector<std::string>& stages) {
      return std::ranges::all_of(
          stages, [&](const auto& one) { return due_in(one, options_.period).has_value(); });
    };
    std::vector<std::string> stages = stages_of(text, "，");
    if (!all_have_days(stages)) stages = stages_of(text);
    if (!all_have_days(stages)) stages = {text};
    for (const std::string& stage : stages) add_stage(stage, column, words);
  }

  void add_stage(const std::string& text, const TableHeading& column, TaskWords& words) {
    // 一季度目标 says when, 年度目标 and 阶段目标 do not.
    std::string head = column.lower;
    if (head.starts_with("半年")) head.insert(0, "上");
    const bool head_says = says_any(head, {"月", "季", "半年"});
    auto due = head_says ? due_in(head, options_.period) : std::nullopt;
    if (!due) due = due_in(text, options_.period);
    words.take_stage(text, due && due->date ? *due->date : options_.period.to);
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

  void complete(Task& task) {
    if (!task.section) {
      task.section.value = section_ > 0 ? section_ : begin_section(options_.section);
    }
    if (!task.status) task.status.value = model::Status::in_progress;
  }

  void add_progress(Task& task, const TaskWords& words, const TableProgress& progress) {
    if (progress.empty()) return;
    const auto day = day_of_progress({}, {});
    const bool is_assumed = std::exchange(says_no_day_, false) || (!day && progress.lacks_day());
    if (is_assumed) ++result_.progress_assumed;
    for (Progress& one : progress.records(task, words, day.value_or(options_.date))) {
      task.progress.items.push_back(std::move(one));
    }
  }

  TableLayout layout_;
  const TableOptions& options_;
  NewTasks& result_;
  int section_ = 0;
  bool says_no_day_ = false;              ///< of some progress of the task
  std::set<std::string> named_sections_;  ///< as their cells have them
};

}  // namespace

void read_table(const Sheet& sheet, const TableOptions& options, NewTasks& result) {
  TableReader(layout_of(sheet, options.columns), options, result).read();
}

}  // namespace taizhang::intake
