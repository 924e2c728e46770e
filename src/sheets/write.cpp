// SPDX-License-Identifier: MIT
//
// libxlsxwriter writes to files alone, so it is given one in memory.
#include "sheets/write.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <array>
#include <cstdlib>
#include <utility>

#include "base/fatal.h"
#include "base/text.h"

namespace taizhang::sheets {

namespace {

// Every workbook is of the same moment, so that the same page gives the same bytes.
constexpr std::time_t made_on = 1'672'531'200;  // 2023-01-01
constexpr double line_height = 16;

/// `text` as a cell holds it: `_x0041_` would be a character by its number.
std::string of_cell(const std::string& text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_control = static_cast<unsigned char>(text[at]) < ' ' && text[at] != '\n';
    if (text.compare(at, 2, "_x") == 0)
      result += "_x005F_";
    else
      result += is_control ? ' ' : text[at];
  }
  return result;
}

/// What a sheet may be called.
std::string of_sheet_name(const std::string& name) {
  constexpr std::size_t most = 31;
  std::string result;
  std::size_t count = 0;
  for (std::size_t at = 0; at < name.size() && count < most; ++count) {
    const std::size_t size = base::character_size(name, at);
    const bool refused = std::string_view("[]:*?/\\'").find(name[at]) != std::string_view::npos;
    result += refused ? "-" : name.substr(at, size);
    at += size;
  }
  return result.empty() ? "1" : result;
}

class XlsxWriter {
 public:
  XlsxWriter() : file_(::memfd_create("xlsx", MFD_CLOEXEC)) {
    const std::string path = "/proc/self/fd/" + std::to_string(file_);
    book_ = file_ < 0 ? nullptr : workbook_new(path.c_str());
    if (!book_) fail();
    lxw_doc_properties properties{};
    properties.created = made_on;
    workbook_set_properties(book_, &properties);
    for (lxw_format*& format : formats_) {
      format = workbook_add_format(book_);
      format_set_text_wrap(format);
      format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
      format_set_border(format, LXW_BORDER_THIN);
    }
    lxw_format* const title = format_of(OutCell::Look::title);
    format_set_bold(title);
    format_set_font_size(title, 14);
    format_set_border(title, LXW_BORDER_NONE);
    lxw_format* const head = format_of(OutCell::Look::head);
    format_set_bold(head);
    format_set_bg_color(head, 0xD9E1F2);
    format_set_bg_color(format_of(OutCell::Look::plain), 0xF2F2F2);
    format_set_unlocked(format_of(OutCell::Look::open));
  }
  ~XlsxWriter() {
    if (book_) workbook_close(book_);
    ::close(file_);
  }
  XlsxWriter(const XlsxWriter&) = delete;
  XlsxWriter& operator=(const XlsxWriter&) = delete;

  void add(const Page& page) {
    lxw_worksheet* const sheet = workbook_add_worksheet(book_, of_sheet_name(page.name).c_str());
    if (!sheet) fail();
    for (std::size_t i = 0; i < page.widths.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      worksheet_set_column(sheet, column, column, page.widths[i], nullptr);
    }
    for (std::size_t i = 0; i < page.rows.size(); ++i) write(sheet, page, i);
    for (const auto& [column, words] : page.choices) offer(sheet, page, column, words);
    const auto head = static_cast<lxw_row_t>(page.head_rows);
    worksheet_freeze_panes(sheet, head, 0);
    if (head > 0) worksheet_repeat_rows(sheet, 0, head - 1);
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9);  // A4
    worksheet_fit_to_pages(sheet, 1, 0);
    lxw_protection may{};
    may.format_columns = LXW_TRUE;
    may.format_rows = LXW_TRUE;
    worksheet_protect(sheet, nullptr, &may);
  }

  std::string bytes() {
    if (workbook_close(std::exchange(book_, nullptr)) != LXW_NO_ERROR) fail();
    std::string all;
    std::array<char, 1 << 16> buffer;
    const int written = ::open(("/proc/self/fd/" + std::to_string(file_)).c_str(), O_RDONLY);
    for (ssize_t size; (size = ::read(written, buffer.data(), buffer.size())) > 0;) {
      all.append(buffer.data(), static_cast<std::size_t>(size));
    }
    ::close(written);
    return all;
  }

 private:
  [[noreturn]] static void fail() {
    throw base::Fatal(
        base::Exit::internal, {{"写不出工作簿", "the workbook cannot be written"}},
        {{"看临时文件夹是否还有空间", "see whether there is room for temporary files"}});
  }

  lxw_format* format_of(OutCell::Look look) { return formats_[static_cast<std::size_t>(look)]; }

  /// Let the cells of a column below the head be chosen from `words`.
  static void offer(lxw_worksheet* sheet, const Page& page, std::size_t at,
                    std::vector<std::string> words) {
    // The library has room for so many bytes, and does not look.
    constexpr std::size_t most_bytes = 255;
    std::size_t bytes = 0;
    std::vector<char*> list;
    for (std::string& word : words) {
      bytes += word.size() + 1;
      list.push_back(word.data());
    }
    list.push_back(nullptr);
    if (bytes > most_bytes || page.rows.size() <= page.head_rows) return;
    lxw_data_validation validation{};
    validation.validate = LXW_VALIDATION_TYPE_LIST;
    validation.value_list = list.data();
    const auto column = static_cast<lxw_col_t>(at);
    worksheet_data_validation_range(sheet, static_cast<lxw_row_t>(page.head_rows), column,
                                    static_cast<lxw_row_t>(page.rows.size() - 1), column,
                                    &validation);
  }

  void write(lxw_worksheet* sheet, const Page& page, std::size_t at) {
    const auto row = static_cast<lxw_row_t>(at);
    const std::vector<OutCell>& cells = page.rows[at];
    int lines = 1;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      const OutCell& cell = cells[i];
      lxw_format* const format = format_of(cell.look);
      const std::string text = of_cell(cell.text);
      lxw_error error = LXW_NO_ERROR;
      if (cells.size() == 1 && page.widths.size() > 1) {
        error = worksheet_merge_range(sheet, row, 0, row,
                                      static_cast<lxw_col_t>(page.widths.size() - 1), text.c_str(),
                                      format);
      } else if (text.empty()) {
        error = worksheet_write_blank(sheet, row, column, format);
      } else if (cell.is_number) {
        error =
            worksheet_write_number(sheet, row, column, std::strtod(text.c_str(), nullptr), format);
      } else {
        error = worksheet_write_string(sheet, row, column, text.c_str(), format);
      }
      if (error != LXW_NO_ERROR) fail();
      // No program makes a row as high as its text by itself.
      if (i < page.widths.size() && cells.size() > 1) {
        lines = std::max(lines, 1 + (base::display_width(text) - 1) / page.widths[i]);
      }
    }
    const double height = line_height * (cells.size() == 1 ? 1.5 : lines);
    worksheet_set_row(sheet, row, height, nullptr);
  }

  int file_;
  lxw_workbook* book_ = nullptr;
  std::array<lxw_format*, 4> formats_{};
};

}  // namespace

std::string xlsx_of(const Page& page) {
  XlsxWriter writer;
  writer.add(page);
  return writer.bytes();
}

std::string csv_of(const Page& page) {
  std::string text = "\xEF\xBB\xBF";
  for (const std::vector<OutCell>& cells : page.rows) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      std::string cell = cells[i].text;
      const bool formula = !cells[i].is_number && !cell.empty() &&
                           std::string_view("=+-@").find(cell[0]) != std::string_view::npos;
      if (formula) cell.insert(0, 1, '\'');
      if (i > 0) text += ',';
      if (cell.find_first_of("\",\n") == cell.npos) {
        text += cell;
        continue;
      }
      text += '"';
      for (const char c : cell) text += c == '"' ? std::string("\"\"") : std::string(1, c);
      text += '"';
    }
    text += "\r\n";
  }
  return text;
}

}  // namespace taizhang::sheets
