// SPDX-License-Identifier: MIT
//
// Heads have one row or two; of two the lower one says what a column holds, and the upper one where
// the lower one says nothing that is known:
//
//        责任单位         完成时限
//   牵头单位  配合单位   上半年  下半年
#include "intake/table_columns.h"

#include <algorithm>
#include <set>

#include "base/fatal.h"
#include "base/suggest.h"
#include "base/text.h"
#include "intake/cell_values.h"
#include "intake/number_words.h"

namespace taizhang::intake {

using sheets::Merge;
using sheets::Sheet;

namespace {

class ColumnReader {
 public:
  ColumnReader(const Sheet& sheet, const std::map<std::string, std::string>& own, std::size_t head)
      : sheet_(sheet), own_(own), head_(head) {}

  TableColumns read() {
    find_body();
    name_columns();
    take_roles();
    return {head_, body_, std::move(columns_)};
  }

 private:
  std::size_t width() const {
    std::size_t widest = 0;
    for (const auto& row : sheet_.rows) widest = std::max(widest, row.size());
    return widest;
  }

  std::string text(std::size_t row, std::size_t column) const {
    return head_text(text_in(sheet_.at(row, column)));
  }

  /// Find the row below the heads.
  void find_body() {
    body_ = head_ + 1;
    for (const Merge& merge : sheet_.merges) {
      if (merge.row != head_) continue;
      body_ = std::max(body_, merge.last_row + 1);
      // A head over several columns has a second row below it.
      const bool is_wide = merge.last_row == head_ && merge.last_column > merge.column;
      if (is_wide) body_ = std::max(body_, head_ + 2);
    }
    for (std::size_t row = head_ + 1; row < body_; ++row) {
      if (has_task(row)) body_ = row;
    }
    if (body_ == head_ + 1 && has_only_heads(body_)) ++body_;
  }

  /// Whether something that is no head stands below that of a title: a task beside a head that is
  /// merged too far down.
  bool has_task(std::size_t row) const {
    if (row >= sheet_.rows.size()) return false;
    for (std::size_t column = 0; column < sheet_.rows[row].size(); ++column) {
      const std::string said = text(row, column);
      const bool is_below = meaning_of(text(head_, column)).holds == TableColumn::title;
      if (is_below && !said.empty() && !meaning_of(said).is_known) return true;
    }
    return false;
  }

  /// Whether all that stands in the row are heads: the second row of them where a csv has lost that
  /// the first was merged.
  bool has_only_heads(std::size_t row) const {
    if (row >= sheet_.rows.size()) return false;
    int heads = 0;
    for (std::size_t column = 0; column < sheet_.rows[row].size(); ++column) {
      const std::string said = text(row, column);
      if (said.empty()) continue;
      constexpr std::size_t longest_head = 24;  // bytes
      const bool below_none = meaning_of(text(head_, column)).holds == TableColumn::number;
      if (said.size() > longest_head || below_none || !meaning_of(said).is_known) return false;
      ++heads;
    }
    return heads >= 2;
  }

  /// What the column holds: as its own words say, else its lowest head that is known.
  TableHeading heading(std::size_t column, std::set<std::string>& wanted) const {
    TableHeading one;
    std::vector<std::string> parts;
    for (std::size_t row = head_; row < body_; ++row) {
      const std::string part = head_text(sheet_.seen_at(row, column).text);
      if (part.empty() || (!parts.empty() && part == parts.back())) continue;
      parts.push_back(part);
    }
    one.head = base::joined(parts, "/");
    if (!parts.empty()) one.lower = parts.back();
    for (const std::string& name : {one.head, one.lower}) {
      const auto own = own_.find(name);
      if (own == own_.end()) continue;
      wanted.erase(own->first);
      one.holds = named(own->second);
      return one;
    }
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
      const HeadMeaning meaning = meaning_of(*part);
      if (!meaning.is_known) continue;
      one.holds = meaning.holds;
      break;
    }
    // 上半年 below 年度目标, and 上半年目标, are of a stage.
    const bool is_stage =
        one.holds == TableColumn::goal && says_any(one.lower, {"月", "季", "半年"});
    if (is_stage) one.holds = TableColumn::stage;
    return one;
  }

  void name_columns() {
    std::set<std::string> wanted;
    for (const auto& [head, name] : own_) wanted.insert(head);
    for (std::size_t column = 0; column < width(); ++column) {
      columns_.push_back(heading(column, wanted));
    }
    if (!wanted.empty()) {
      std::vector<std::string_view> known;
      for (const TableHeading& one : columns_) known.push_back(one.head);
      base::refuse_unknown(*wanted.begin(), {"栏目", "head"}, known);
    }
  }

  /// 责任单位 leads, unless somebody else does; and the first column of a kind is the title.
  void take_roles() {
    const auto is_responsible = [&](const TableHeading& one) {
      return one.lower.find("责任") != one.lower.npos && !own_.contains(one.head) &&
             !own_.contains(one.lower);
    };
    const bool has_lead = std::ranges::any_of(columns_, [&](const TableHeading& one) {
      return one.holds == TableColumn::lead && !is_responsible(one);
    });
    bool has_title = false;
    for (TableHeading& one : columns_) {
      if (has_lead && one.holds == TableColumn::lead && is_responsible(one)) {
        one.holds = TableColumn::support;
      }
      if (one.holds == TableColumn::title && has_title) one.holds = TableColumn::goal;
      has_title = has_title || one.holds == TableColumn::title;
    }
    for (TableHeading& one : columns_) {
      const bool may = one.holds == TableColumn::text || one.holds == TableColumn::goal;
      if (!has_title && may) {
        one.holds = TableColumn::title;
        has_title = true;
      }
    }
  }

  static TableColumn named(const std::string& name) {
    std::vector<std::string_view> known;
    for (const TableHead& head : table_heads()) {
      if (head.name == name) return head.column;
      known.push_back(head.name);
    }
    base::refuse_unknown(name, {"栏目种类", "kind of column"}, known);
  }

  const Sheet& sheet_;
  const std::map<std::string, std::string>& own_;
  std::size_t head_, body_ = 0;
  std::vector<TableHeading> columns_;
};

}  // namespace

std::optional<std::size_t> row_of_heads(const Sheet& sheet,
                                        const std::map<std::string, std::string>& own) {
  constexpr std::size_t most_rows_above = 15;
  std::optional<std::size_t> best;
  std::size_t most = 1;
  for (std::size_t row = 0; row < std::min(sheet.rows.size(), most_rows_above); ++row) {
    std::set<TableColumn> known;
    for (std::size_t column = 0; column < sheet.rows[row].size(); ++column) {
      constexpr std::size_t longest_head = 45;  // bytes
      const std::string head = head_text(text_in(sheet.at(row, column)));
      const auto holds = head.size() > longest_head ? std::nullopt : meaning_of(head).holds;
      if (holds) known.insert(*holds);
      if (own.contains(head)) known.insert(TableColumn::title);
    }
    if (known.size() > most) {
      most = known.size();
      best = row;
    }
  }
  if (!best) return best;
  // The lower of two rows has more of them, but those of the upper one reach down to it.
  std::size_t first = *best;
  for (const Merge& merge : sheet.merges) {
    const bool reaches_down = merge.row < *best && merge.last_row == *best;
    const std::string head = head_text(text_in(sheet.at(merge.row, merge.column)));
    if (reaches_down && meaning_of(head).is_known) first = std::min(first, merge.row);
  }
  return first;
}

TableColumns columns_of_table(const Sheet& sheet, const std::map<std::string, std::string>& own) {
  const std::optional<std::size_t> heads = row_of_heads(sheet, own);
  if (!heads) {
    base::refuse({{"表里没有认得的栏目", "the table has no heads that are known"}},
                 {{"要有 序号、重点任务、牵头单位、完成时限 一类的栏目；别的叫法用 --column "
                   "叫法=title 说明",
                   "heads such as 序号, 重点任务, 牵头单位 are wanted; name others with --column "
                   "HEAD=title"}});
  }
  return ColumnReader(sheet, own, *heads).read();
}

}  // namespace taizhang::intake
