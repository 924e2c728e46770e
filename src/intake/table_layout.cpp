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
#include <set>
#include <utility>

#include "base/fatal.h"
#include "base/suggest.h"
#include "base/text.h"
#include "intake/cell_values.h"

namespace taizhang::intake {

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

class LayoutReader {
 public:
  LayoutReader(const Sheet& sheet, const std::map<std::string, std::string>& own)
      : sheet_(sheet), own_(own) {}

  TableLayout read() {
    find_heads();
    gather();
    return std::move(layout_);
  }

 private:
  std::size_t width() const {
    std::size_t widest = 0;
    for (const auto& row : sheet_.rows) widest = std::max(widest, row.size());
    return widest;
  }

  std::string text(std::size_t row, std::size_t column) const {
    return text_in(sheet_.at(row, column));
  }

  const Merge* merge_at(std::size_t row, std::size_t column) const {
    for (const Merge& merge : sheet_.merges) {
      if (merge.row <= row && row <= merge.last_row && merge.column <= column &&
          column <= merge.last_column) {
        return &merge;
      }
    }
    return nullptr;
  }

  /// Find the row that has the heads, the title above it, and the second row of heads below.
  void find_heads() {
    constexpr std::size_t most_rows_above = 15;
    std::size_t best = 0, most = 1;
    for (std::size_t row = 0; row < std::min(sheet_.rows.size(), most_rows_above); ++row) {
      std::set<TableColumn> known;
      for (std::size_t column = 0; column < sheet_.rows[row].size(); ++column) {
        constexpr std::size_t longest_head = 45;  // bytes
        const std::string head = head_text(text(row, column));
        const auto holds = head.size() > longest_head ? std::nullopt : column_named(head);
        if (holds) known.insert(*holds);
        if (own_.contains(head)) known.insert(TableColumn::title);
      }
      if (known.size() > most) {
        most = known.size();
        best = row;
      }
    }
    if (most < 2) {
      base::refuse({{"表里没有认得的栏目", "the table has no heads that are known"}},
                   {{"要有 序号、重点任务、牵头单位、完成时限 一类的栏目；别的叫法用 --column "
                     "叫法=title 说明",
                     "heads such as 序号, 重点任务, 牵头单位 are wanted; name others with --column "
                     "HEAD=title"}});
    }
    head_ = best;
    body_ = best + 1;
    for (const Merge& merge : sheet_.merges) {
      if (merge.row == best) body_ = std::max(body_, merge.last_row + 1);
    }
    // A head over several columns has a second row below it.
    for (const Merge& merge : sheet_.merges) {
      if (merge.row == best && merge.last_row == best && merge.last_column > merge.column) {
        body_ = std::max(body_, best + 2);
      }
    }
    for (std::size_t row = 0; row < best; ++row) {
      for (std::size_t column = 0; column < sheet_.rows[row].size(); ++column) {
        const std::string said = text(row, column);
        if (said.empty()) continue;
        if (layout_.title.empty())
          layout_.title = said;
        else
          not_understood(row, column, {"标题以外的说明", "beside the title"});
      }
    }
    name_columns();
  }

  void name_columns() {
    std::set<std::string> wanted;
    for (const auto& [head, name] : own_) wanted.insert(head);
    bool has_lead = false;
    for (std::size_t column = 0; column < width(); ++column) {
      TableHeading one;
      for (std::size_t row = head_; row < body_; ++row) {
        const std::string part = head_text(sheet_.seen_at(row, column).text);
        if (part.empty() || part == one.head) continue;
        one.head += (one.head.empty() ? "" : "/") + part;
      }
      one.holds = column_named(one.head);
      const auto own = own_.find(one.head);
      if (own != own_.end()) {
        wanted.erase(own->first);
        one.holds = named(own->second);
      }
      has_lead = has_lead ||
                 (one.holds == TableColumn::lead && one.head.find("责任") == std::string::npos);
      layout_.columns.push_back(std::move(one));
    }
    if (!wanted.empty()) {
      std::vector<std::string_view> known;
      for (const TableHeading& one : layout_.columns) known.push_back(one.head);
      base::refuse_unknown(*wanted.begin(), {"栏目", "head"}, known);
    }
    // 责任单位 leads, unless somebody else does; and the first column of a kind is the title.
    bool has_title = false;
    for (TableHeading& one : layout_.columns) {
      if (has_lead && one.holds == TableColumn::lead && one.head.find("责任") != one.head.npos &&
          !own_.contains(one.head)) {
        one.holds = TableColumn::support;
      }
      if (one.holds == TableColumn::title && has_title) one.holds = TableColumn::goal;
      has_title = has_title || one.holds == TableColumn::title;
    }
    for (TableHeading& one : layout_.columns) {
      const bool may = one.holds == TableColumn::text || one.holds == TableColumn::goal;
      if (!has_title && may) {
        one.holds = TableColumn::title;
        has_title = true;
      }
    }
  }

  void not_understood(std::size_t row, std::size_t column, base::Bilingual why) {
    layout_.not_understood.push_back({sheets::cell_name(row, column), "", text(row, column), why});
  }

  static TableColumn named(const std::string& name) {
    std::vector<std::string_view> known;
    for (const TableHead& head : table_heads()) {
      if (head.name == name) return head.column;
      known.push_back(head.name);
    }
    base::refuse_unknown(name, {"栏目种类", "kind of column"}, known);
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
      std::vector<TableCell> own;
      for (std::size_t column = 0; column < sheet_.rows[row].size(); ++column) {
        const std::string said = text(row, column);
        if (!said.empty()) own.push_back({row, column, said, &sheet_.at(row, column)});
      }
      if (own.empty()) continue;
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
  const std::map<std::string, std::string>& own_;
  TableLayout layout_;
  std::size_t head_ = 0, body_ = 0;
};

}  // namespace

std::string section_title(const std::string& text) {
  const std::string bare = behind_numeral(text);
  return bare.empty() ? text : bare;
}

std::optional<std::size_t> TableLayout::column_of(TableColumn wanted) const {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].holds == wanted) return i;
  }
  return std::nullopt;
}

TableLayout layout_of(const Sheet& sheet, const std::map<std::string, std::string>& own) {
  return LayoutReader(sheet, own).read();
}

}  // namespace taizhang::intake
