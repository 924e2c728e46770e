// SPDX-License-Identifier: MIT
#include "command/import/new_tasks.h"

#include <algorithm>

#include "base/fatal.h"
#include "base/suggest.h"
#include "intake/notice.h"
#include "intake/table.h"
#include "intake/table_columns.h"
#include "sheets/sheet.h"

namespace taizhang::command {

using intake::NewTasks;
using intake::TableOptions;
using sheets::Sheet;

namespace {

bool is_notice(std::string path) {
  std::ranges::transform(path, path.begin(), [](unsigned char c) { return std::tolower(c); });
  return path.ends_with(".md") || path.ends_with(".txt");
}

NewTasks notice_tasks(const std::string& file, const std::string& bytes,
                      const TableOptions& options) {
  const auto text = sheets::decoded_text(bytes);
  if (!text) {
    sheets::refuse_bad_byte(bytes, file);
    base::refuse({{"{0} 不是文字", "{0} is no text"}, {file}},
                 {{"通知要另存为纯文本（UTF-8 或 GB18030），Word、PDF 的内容粘贴到 .md 文件里",
                   "save the notice as plain text in UTF-8 or GB18030; paste what is in a Word or "
                   "PDF file into a .md file"}});
  }
  return intake::read_notice(*text, options);
}

long long cells_in(const Sheet& sheet) {
  long long cells = 0;
  for (const auto& row : sheet.rows) {
    cells += std::ranges::count_if(
        row, [](const auto& cell) { return cell.kind != sheets::CellKind::empty; });
  }
  return cells;
}

bool has_text(const Sheet& sheet, const std::string& head) {
  return std::ranges::any_of(sheet.rows, [&](const auto& row) {
    return std::ranges::any_of(
        row, [&](const auto& cell) { return intake::head_text(cell.text) == head; });
  });
}

class BookReader {
 public:
  BookReader(const sheets::Workbook& workbook, const std::string& wanted,
             const TableOptions& options)
      : workbook_(workbook), wanted_(wanted), options_(options) {}

  NewTasks read() {
    choose();
    for (const Sheet& sheet : workbook_.sheets) {
      if (std::ranges::find(chosen_, &sheet) != chosen_.end())
        read(sheet);
      else
        leave_out(sheet);
    }
    return std::move(result_);
  }

 private:
  void choose() {
    std::vector<std::string_view> known;
    for (const Sheet& sheet : workbook_.sheets) {
      known.push_back(sheet.name);
      const bool fits = wanted_.empty() ? !sheet.hidden && has_heads(sheet) : sheet.name == wanted_;
      if (fits) chosen_.push_back(&sheet);
    }
    if (!chosen_.empty()) return;
    if (!wanted_.empty()) base::refuse_unknown(wanted_, {"工作表", "sheet"}, known);
    // The reader says which heads are wanted.
    for (const Sheet& sheet : workbook_.sheets) {
      if (chosen_.empty() && !sheet.hidden && !sheet.rows.empty()) chosen_.push_back(&sheet);
    }
    if (chosen_.empty()) {
      base::refuse({{"文件里没有内容", "the file has nothing in it"}},
                   {{"检查是不是这个文件", "see whether it is the right file"}});
    }
  }

  bool has_heads(const Sheet& sheet) const {
    return intake::row_of_heads(sheet, options_.columns).has_value();
  }

  void read(const Sheet& sheet) {
    TableOptions own = options_;
    if (chosen_.size() > 1) {
      // A head that is named on the command line has to be in one sheet, not in all.
      std::erase_if(own.columns, [&](const auto& column) {
        const auto has = [&](const Sheet* one) { return has_text(*one, column.first); };
        return !has(&sheet) && std::ranges::any_of(chosen_, has);
      });
      const bool has_name = !sheet.name.starts_with("Sheet") && !sheet.name.starts_with("工作表");
      if (has_name) own.section = sheet.name;
    }
    const std::size_t tasks_before = result_.origins.size();
    const std::size_t before = result_.not_understood.size();
    intake::read_table(sheet, own, result_);
    if (workbook_.sheets.size() == 1) return;
    for (std::size_t i = before; i < result_.not_understood.size(); ++i) {
      std::string& cell = result_.not_understood[i].cell;
      cell = sheet.name + (cell.empty() ? "" : "!" + cell);
    }
    for (std::size_t i = tasks_before; i < result_.origins.size(); ++i) {
      for (auto& one : result_.origins[i].cells) one.cell.insert(0, sheet.name + "!");
    }
  }

  void leave_out(const Sheet& sheet) {
    const long long cells = cells_in(sheet);
    if (cells == 0) return;
    const base::Bilingual why =
        sheet.hidden       ? base::Bilingual{"隐藏的工作表", "a hidden sheet"}
        : has_heads(sheet) ? base::Bilingual{"不是 --sheet 说的那张", "not the one of --sheet"}
                           : base::Bilingual{"没有认得的栏目", "it has no heads that are known"};
    result_.not_understood.push_back(
        {sheet.name, {}, "整张工作表 " + std::to_string(cells) + " 个格子", why});
  }

  const sheets::Workbook& workbook_;
  const std::string& wanted_;
  const TableOptions& options_;
  std::vector<const Sheet*> chosen_;
  NewTasks result_;
};

}  // namespace

NewTasks tasks_in(const std::string& file, const std::string& bytes, const std::string& sheet,
                  const TableOptions& options) {
  if (is_notice(file)) return notice_tasks(file, bytes, options);
  const sheets::Workbook workbook = sheets::read(bytes, file);
  return BookReader(workbook, sheet, options).read();
}

}  // namespace taizhang::command
