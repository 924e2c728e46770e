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

/// Whether `said` heads a row of totals: 合计, 产业小计, 总计（4项）.
bool is_total_word(const std::string& said) {
  constexpr std::size_t longest = 24;  // bytes
  const std::string word = said.substr(
      0, std::min({said.find("（"), said.find('('), said.find("："), said.find(':'), said.size()}));
  if (word.size() > longest) return false;
  return std::ranges::any_of(std::array{"合计", "小计", "总计", "共计"},
                             [&](std::string_view one) { return word.ends_with(one); });
}

class LayoutReader {
 public:
  LayoutReader(const Sheet& sheet, TableColumns columns)
      : sheet_(sheet), head_(columns.head), body_(columns.body) {
    layout_.columns = std::move(columns.columns);
  }

  TableLayout read() {
    take_title();
    gather();
    return std::move(layout_);
  }

 private:
  const Merge* merge_at(std::size_t row, std::size_t column) const {
    for (const Merge& merge : sheet_.merges) {
      if (merge.row <= row && row <= merge.last_row && merge.column <= column &&
          column <= merge.last_column) {
        return &merge;
      }
    }
    return nullptr;
  }

  /// Take the title above the heads.
  void take_title() {
    for (std::size_t row = 0; row < head_; ++row) {
      for (const TableCell& one : cells_of(row)) {
        if (layout_.title.empty())
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
    const auto finish = [&] {
      if (!task.cells.empty()) layout_.tasks.push_back(std::exchange(task, {}));
    };
    for (std::size_t row = body_; row < sheet_.rows.size(); ++row) {
      const std::vector<TableCell> own = cells_of(row);
      if (own.empty()) continue;
      if (is_total(own)) {
        for (const TableCell& one : own)
          not_understood(row, one.column, {"合计行", "a row of totals"});
        continue;
      }
      if (is_section(own)) {
        finish();
        task.section = section_title(own.front().text);
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
      const bool begins =
          number ? has(number) || (has(title) && !goes_on(row, *number)) : has(title);
      if (begins) finish();
      task.cells.insert(task.cells.end(), own.begin(), own.end());
    }
    finish();
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
        own.push_back({row, column, std::move(said), &cell});
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

  /// Whether the number above is merged down to this row.
  bool goes_on(std::size_t row, std::size_t column) const {
    const Merge* merge = merge_at(row, column);
    return merge && merge->row < row;
  }

  bool is_section(const std::vector<TableCell>& own) const {
    if (own.size() != 1) return false;
    const Merge* merge = merge_at(own.front().row, own.front().column);
    const bool wide = merge && merge->last_column - merge->column >= 2;
    return wide || !behind_numeral(own.front().text).empty();
  }

  const Sheet& sheet_;
  std::size_t head_, body_;
  TableLayout layout_;
};

}  // namespace

std::string section_title(const std::string& text) {
  const std::string bare = behind_numeral(text);
  std::string title = bare.empty() ? text : bare;
  // （4项） counts what stands below.
  for (const std::string_view open : {"（", "("}) {
    const std::size_t at = title.rfind(open);
    if (at == title.npos || at == 0) continue;
    std::string_view inside = std::string_view(title).substr(at + open.size());
    for (const std::string_view word : {"共", "计"}) {
      if (inside.starts_with(word)) inside.remove_prefix(word.size());
    }
    const std::size_t digits = std::min(inside.find_first_not_of("0123456789"), inside.size());
    const std::string_view counter = inside.substr(digits);
    const bool counts = digits > 0 && (counter.starts_with("项") || counter.starts_with("个") ||
                                       counter.starts_with("件") || counter.starts_with("条"));
    const bool closes = inside.ends_with("）") || inside.ends_with(")");
    if (counts && closes) title.erase(at);
  }
  return title;
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
