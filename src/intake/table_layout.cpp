// SPDX-License-Identifier: MIT
//
// A table has a title, heads of one row or two, rows of sections, and tasks of one row or several:
//
//   序号  重点任务   年度目标        牵头单位   完成时限
//   一、城乡建设
//   1     改造管网   改造40公里以上  县水务局   9月底前
//                    新建水厂1座                年底前
//
// First each column gets its head, then rows are gathered into tasks.
#include "intake/table_layout.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/text.h"
#include "intake/cell_values.h"

namespace taizhang::intake {

using sheets::CellKind;
using sheets::Merge;
using sheets::Sheet;

namespace {

const std::string numerals = "一二三四五六七八九十";

/// What stands behind 一、 or （一）; empty where `text` does not begin so.
std::string behind_numeral(const std::string& text) {
  std::size_t at = text.starts_with("（") ? std::string_view("（").size() : 0;
  const std::size_t begin = at;
  while (at < text.size()) {
    const std::size_t size = base::character_size(text, at);
    if (numerals.find(text.substr(at, size)) == numerals.npos) break;
    at += size;
  }
  if (at == begin) return {};
  for (const char* mark : {"、", "）", ".", "．"}) {
    if (text.compare(at, std::string_view(mark).size(), mark) == 0) {
      return std::string(base::trimmed(text.substr(at + std::string_view(mark).size())));
    }
  }
  return {};
}

/// How many tasks a section says that it has, and where it begins to say so.
struct SectionCount {
  std::optional<long long> number;
  std::size_t at = 0;
};

/// What （4项） or （共4个） at the end of a section's title says.
SectionCount count_behind(const std::string& title) {
  for (const std::string_view open : {"（", "("}) {
    const std::size_t at = title.rfind(open);
    if (at == title.npos || at == 0) continue;
    std::string_view inside = std::string_view(title).substr(at + open.size());
    for (const std::string_view word : {"共", "计"}) {
      if (inside.starts_with(word)) inside.remove_prefix(word.size());
    }
    const std::size_t digits = std::min(inside.find_first_not_of("0123456789"), inside.size());
    const std::string_view counter = inside.substr(digits);
    constexpr std::size_t most_digits = 6;
    const bool counts = digits > 0 && digits <= most_digits &&
                        (counter.starts_with("项") || counter.starts_with("个") ||
                         counter.starts_with("件") || counter.starts_with("条"));
    const bool closes = inside.ends_with("）") || inside.ends_with(")");
    if (counts && closes) return {std::stoll(std::string(inside.substr(0, digits))), at};
  }
  return {};
}

/// Whether `said` heads a row of totals: 合计, 产业小计, 总计（4项）.
bool is_total_word(const std::string& said) {
  constexpr std::size_t longest = 24;  // bytes
  const std::string word = said.substr(
      0, std::min({said.find("（"), said.find('('), said.find("："), said.find(':'), said.size()}));
  if (word.size() > longest) return false;
  return std::ranges::any_of(std::array{"合计", "小计", "总计", "共计"},
                             [&](std::string_view one) { return word.ends_with(one); });
}

/// Whether `said` is 附件2 or 附件2： and nothing more.
bool is_attachment_number(const std::string& said) {
  constexpr std::string_view word = "附件";
  std::string text = head_text(said);
  if (!text.starts_with(word)) return false;
  for (const std::string_view colon : {"：", ":"}) {
    if (text.ends_with(colon)) text.resize(text.size() - colon.size());
  }
  std::string_view behind = std::string_view(text).substr(word.size());
  for (const std::string_view part : {"-", "—", "之"}) {
    if (const std::size_t at = behind.find(part); at != behind.npos) behind = behind.substr(0, at);
  }
  return behind.find_first_not_of("0123456789") == behind.npos ||
         numerals.find(behind) != numerals.npos;
}

/// Whether `said` is who filled a table in or when, below it: 审核人：郑某.
bool is_signature(const std::string& said) {
  const std::string text = head_text(said);
  const std::size_t colon = std::min(text.find("："), text.find(':'));
  if (colon == text.npos) return false;
  const std::string_view word = std::string_view(text).substr(0, colon);
  constexpr auto words = std::to_array<std::string_view>(
      {"填表人",       "制表人",       "填报人",     "审核人",     "复核人",     "审批人",
       "签发人",       "审核",         "复核",       "制表",       "填表",       "签发",
       "审签",         "单位负责人",   "主要负责人", "分管负责人", "负责人签字", "领导签字",
       "主要领导签字", "分管领导签字", "填报日期",   "填表日期",   "制表日期",   "填报时间",
       "填表时间",     "填报单位"});
  return std::ranges::find(words, word) != words.end();
}

class LayoutReader {
 public:
  LayoutReader(const Sheet& sheet, TableColumns columns)
      : sheet_(sheet), head_(columns.head), body_(columns.body) {
    layout_.columns = std::move(columns.columns);
    has_digits_ = numbers_have_digits();
    merges_.resize(sheet_.rows.size());
    for (const Merge& merge : sheet_.merges) {
      const std::size_t end = std::min(merge.last_row + 1, merges_.size());
      for (std::size_t row = merge.row; row < end; ++row) merges_[row].push_back(&merge);
    }
  }

  TableLayout read() {
    take_title();
    gather();
    share_merged();
    tell_sections();
    return std::move(layout_);
  }

 private:
  const Merge* merge_at(std::size_t row, std::size_t column) const {
    if (row >= merges_.size()) return nullptr;
    for (const Merge* merge : merges_[row]) {
      if (merge->column <= column && column <= merge->last_column) return merge;
    }
    return nullptr;
  }

  /// Take the title above the heads.
  void take_title() {
    for (std::size_t row = 0; row < head_; ++row) {
      for (const TableCell& one : cells_of(row)) {
        layout_.above.push_back(one.text);
        if (is_attachment_number(one.text))
          not_understood(row, one.column, {"附件的编号", "the number of the attachment"});
        else if (layout_.title.empty())
          layout_.title = one.text;
        else
          not_understood(row, one.column, {"标题以外的说明", "beside the title"});
      }
    }
  }

  void not_understood(std::size_t row, std::size_t column, base::Bilingual why) {
    const std::string head = row < body_ ? "" : layout_.columns[column].head;
    const sheets::Cell& cell = sheet_.at(row, column);
    const std::string said = cell.kind == CellKind::formula ? cell.text : text_in(cell);
    layout_.not_understood.push_back({sheets::cell_name(row, column), head, said, why});
  }

  /// Gather rows into sections and tasks: a row without a number and title of its own goes on with
  /// the task above it.
  void gather() {
    const auto number = layout_.column_of(TableColumn::number);
    const auto title = layout_.column_of(TableColumn::title);
    TableTask task;
    bool is_other = false, has_parts = false;
    const auto finish = [&] {
      if (!task.cells.empty()) layout_.tasks.push_back(std::exchange(task, {}));
    };
    for (std::size_t row = body_; row < sheet_.rows.size(); ++row) {
      const std::vector<TableCell> own = cells_of(row);
      if (own.empty()) continue;
      // The heads stand again on every page.
      if (are_heads(own)) {
        is_other = false;
        continue;
      }
      is_other = is_other || begins_other(own);
      if (is_other) {
        for (const TableCell& one : own) {
          not_understood(row, one.column, {"下面的另一张表", "another table below"});
        }
        continue;
      }
      if (is_total(own)) {
        for (const TableCell& one : own)
          not_understood(row, one.column, {"合计行", "a row of totals"});
        continue;
      }
      if (std::ranges::all_of(own, [](const auto& one) { return is_signature(one.text); })) {
        finish();
        for (const TableCell& one : own)
          not_understood(row, one.column, {"表尾的落款", "the signature below the table"});
        continue;
      }
      if (is_section(own)) {
        finish();
        section_rows_.push_back(own);
        task.section = section_title(own.back().text);
        auto& sections = layout_.sections;
        if (std::ranges::find(sections, task.section) == sections.end()) {
          sections.push_back(task.section);
        }
        continue;
      }
      const auto has = [&](const std::optional<std::size_t>& column) {
        return column && std::any_of(own.begin(), own.end(),
                                     [&](const TableCell& one) { return one.column == *column; });
      };
      const auto holds = [&](TableColumn wanted) {
        return std::ranges::any_of(
            own, [&](const TableCell& one) { return layout_.columns[one.column].holds == wanted; });
      };
      const bool names_part = std::ranges::any_of(own, [&](const TableCell& one) {
        return one.column == title && one.text.starts_with("其中");
      });
      // Behind 其中：中医院 a row goes on with the parts until one has a number or a lead.
      has_parts = names_part || (has_parts && !has(number) && !holds(TableColumn::lead));
      const bool is_new = has(title) && !has_parts;
      const bool begins = number ? has(number) || (is_new && !goes_on(row, *number)) : is_new;
      if (begins) finish();
      task.cells.insert(task.cells.end(), own.begin(), own.end());
    }
    finish();
    // 注：… over the whole width, below the last task.
    if (!task.section.empty()) drop_last_section(task.section);
  }

  /// List what the rows of sections say beside a name: a numeral, and how many tasks there are.
  void tell_sections() {
    const auto title = layout_.column_of(TableColumn::title);
    for (std::size_t i = 0; i < section_rows_.size(); ++i) {
      const TableCell& last = section_rows_[i].back();
      const std::string name = section_title(last.text);
      if (std::ranges::find(layout_.sections, name) == layout_.sections.end()) continue;
      const std::size_t end =
          i + 1 < section_rows_.size() ? section_rows_[i + 1].front().row : sheet_.rows.size();
      const auto tasks = std::ranges::count_if(layout_.tasks, [&](const TableTask& task) {
        const std::size_t row = task.cells.front().row;
        return row > last.row && row < end && std::ranges::any_of(task.cells, [&](const auto& one) {
                 return one.column == title;
               });
      });
      const auto counted = count_behind(last.text).number;
      const bool is_other = counted && *counted != tasks;
      for (const TableCell& one : section_rows_[i]) {
        if (&one == &last && (name == last.text || is_numbered_title(last.text))) continue;
        not_understood(one.row, one.column,
                       is_other ? base::Bilingual{"板块；写的项数与下面的任务数不同",
                                                  "a section, whose count is not that of the tasks "
                                                  "below it"}
                                : section_without_numeral);
      }
    }
  }

  /// List a section that has no task.
  void drop_last_section(const std::string& title) {
    const bool is_used = std::ranges::any_of(
        layout_.tasks, [&](const TableTask& task) { return task.section == title; });
    if (is_used || std::erase(layout_.sections, title) == 0) return;
    layout_.not_understood.push_back({{}, {}, title, {"下面没有任务", "no task stands below it"}});
  }

  /// The cells of the row that say something; formulas without a value or with an error do not.
  std::vector<TableCell> cells_of(std::size_t row) {
    std::vector<TableCell> own;
    for (std::size_t column = 0; column < sheet_.rows[row].size(); ++column) {
      const sheets::Cell& cell = sheet_.at(row, column);
      if (cell.kind == CellKind::formula) {
        not_understood(row, column,
                       {"公式没有算出的值；用 WPS 或 Excel 打开另存一次",
                        "a formula without its value; open it in Excel and save it again"});
      } else if (cell.kind == CellKind::error) {
        not_understood(row, column, {"公式出错", "a formula that fails"});
      } else if (std::string said = text_in(cell); !said.empty()) {
        const Merge* merge = merge_at(row, column);
        own.push_back({row, column, std::move(said), &cell, merge ? merge->last_row : row});
      }
    }
    return own;
  }

  /// Whether the row adds up others: 合计 and the like stand in its first cell or as its title.
  bool is_total(const std::vector<TableCell>& own) const {
    const auto title = layout_.column_of(TableColumn::title);
    return std::ranges::any_of(own, [&](const TableCell& one) {
      const bool names = one.column == own.front().column || one.column == title;
      return names && is_total_word(head_text(one.text));
    });
  }

  /// Whether the row says again what the heads say.
  bool are_heads(const std::vector<TableCell>& own) const {
    return own.size() >= 2 && std::ranges::all_of(own, [&](const TableCell& one) {
             for (std::size_t row = head_; row < body_; ++row) {
               if (text_in(sheet_.at(row, one.column)) == one.text) return true;
             }
             return false;
           });
  }

  /// Whether the row has the heads of another table.
  static bool begins_other(const std::vector<TableCell>& own) {
    const std::string first = head_text(own.front().text);
    return own.size() >= 2 && (first == "序号" || first == "编号");
  }

  /// Give the tasks that a merged cell reaches down to what it says, for it is said of each of
  /// them; its figures are those of the first alone.
  void share_merged() {
    auto& tasks = layout_.tasks;
    const auto first_row = [](const TableTask& task) { return task.cells.front().row; };
    for (const Merge& merge : sheet_.merges) {
      if (merge.row < body_ || merge.last_row == merge.row) continue;
      const std::string text = text_in(sheet_.at(merge.row, merge.column));
      const auto& holds = layout_.columns.at(merge.column).holds;
      if (text.empty() || !holds || !is_of_each(*holds)) continue;
      auto task = std::ranges::upper_bound(tasks, merge.row, {}, first_row);
      for (; task != tasks.end() && first_row(*task) <= merge.last_row; ++task) {
        const auto in_column = [&](const TableCell& one) { return one.column == merge.column; };
        if (std::ranges::any_of(task->cells, in_column)) continue;
        task->cells.push_back({first_row(*task), merge.column, text,
                               &sheet_.at(merge.row, merge.column), merge.last_row, true});
        std::ranges::stable_sort(
            task->cells, {}, [](const TableCell& one) { return std::pair(one.row, one.column); });
      }
    }
  }

  static bool is_of_each(TableColumn column) {
    switch (column) {
      case TableColumn::source:
      case TableColumn::section:
      case TableColumn::title:
      case TableColumn::leader:
      case TableColumn::lead:
      case TableColumn::support:
      case TableColumn::contact:
      case TableColumn::due:
      case TableColumn::note:
        return true;
      default:
        return false;
    }
  }

  /// Whether the number above is merged down to this row.
  bool goes_on(std::size_t row, std::size_t column) const {
    const Merge* merge = merge_at(row, column);
    return merge && merge->row < row;
  }

  bool is_section(const std::vector<TableCell>& own) const {
    if (own.size() == 2) return is_numbered_section(own);
    if (own.size() != 1) return false;
    const Merge* merge = merge_at(own.front().row, own.front().column);
    const bool wide = merge && merge->last_column - merge->column >= 2;
    return wide || !behind_numeral(own.front().text).empty();
  }

  /// Whether 一 stands where the number of a task does, and nothing but a title beside it.
  bool is_numbered_section(const std::vector<TableCell>& own) const {
    const bool is_place = own[0].column == layout_.column_of(TableColumn::number) &&
                          own[1].column == layout_.column_of(TableColumn::title);
    return is_place && has_digits_ && !behind_numeral(own[0].text + "、甲").empty();
  }

  /// Whether tasks are numbered 1, 2: only then is 一 the number of a section.
  bool numbers_have_digits() const {
    const auto number = layout_.column_of(TableColumn::number);
    for (std::size_t row = body_; number && row < sheet_.rows.size(); ++row) {
      const std::string text = head_text(text_in(sheet_.at(row, *number)));
      if (text.find_first_of("0123456789") == 0) return true;
    }
    return false;
  }

  const Sheet& sheet_;
  std::size_t head_, body_;
  bool has_digits_ = false;
  std::vector<std::vector<const Merge*>> merges_;  ///< by row
  std::vector<std::vector<TableCell>> section_rows_;
  TableLayout layout_;
};

}  // namespace

std::string section_title(const std::string& text) {
  const std::string bare = behind_numeral(text);
  const std::string& title = bare.empty() ? text : bare;
  const SectionCount count = count_behind(title);
  return count.number ? title.substr(0, count.at) : title;
}

bool is_numbered_title(const std::string& text) {
  return !behind_numeral(text).empty() && !count_behind(text).number;
}

std::optional<std::size_t> TableLayout::column_of(TableColumn wanted) const {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].holds == wanted) return i;
  }
  return std::nullopt;
}

TableLayout layout_of(const Sheet& sheet, const std::map<std::string, std::string>& own) {
  return LayoutReader(sheet, columns_of_table(sheet, own)).read();
}

}  // namespace taizhang::intake
