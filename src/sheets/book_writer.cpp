// SPDX-License-Identifier: MIT
#include "sheets/book_writer.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <array>
#include <ctime>
#include <utility>

#include "base/fatal.h"
#include "base/text.h"

namespace taizhang::sheets {

namespace {

constexpr std::size_t most_characters = 32767;  // of a cell
// Every workbook is of the same moment, so that the same data give the same bytes.
constexpr std::time_t made_on = 1'672'531'200;  // 2023-01-01

std::string path_of(int file) { return "/proc/self/fd/" + std::to_string(file); }

}  // namespace

BookWriter::BookWriter(Rows rows) : file_(::memfd_create("xlsx", MFD_CLOEXEC)) {
  lxw_workbook_options options{};
  options.constant_memory = rows == Rows::written_at_once ? LXW_TRUE : LXW_FALSE;
  book_ = file_ < 0 ? nullptr : workbook_new_opt(path_of(file_).c_str(), &options);
  if (!book_) fail();
  lxw_doc_properties properties{};
  properties.created = made_on;
  workbook_set_properties(book_, &properties);
}

BookWriter::~BookWriter() {
  if (book_) workbook_close(book_);
  ::close(file_);
}

std::string BookWriter::bytes() {
  if (workbook_close(std::exchange(book_, nullptr)) != LXW_NO_ERROR) fail();
  std::string all;
  std::array<char, 1 << 16> buffer;
  const int written = ::open(path_of(file_).c_str(), O_RDONLY);
  for (ssize_t size; (size = ::read(written, buffer.data(), buffer.size())) > 0;) {
    all.append(buffer.data(), static_cast<std::size_t>(size));
  }
  ::close(written);
  return all;
}

void BookWriter::fail() {
  throw base::Fatal(
      base::Exit::internal, {{"写不出工作簿", "the workbook cannot be written"}},
      {{"看临时文件夹是否还有空间", "see whether there is room for temporary files"}});
}

void BookWriter::refuse_rows(std::size_t rows) {
  base::refuse({{"一张工作表放不下 {0} 行", "a sheet does not hold {0} rows"},
                {static_cast<long long>(rows)}},
               {{"写成 CSV，或只要其中一部分", "write CSV, or only a part of them"}});
}

std::string SheetNames::name(const std::string& title) {
  constexpr std::size_t most_name = 31;
  std::string name;
  for (const char c : base::printable(title)) {
    name += std::string_view("[]:*?/\\'").find(c) == std::string_view::npos ? c : ' ';
  }
  const auto cut = [](const std::string& text, std::size_t most) {
    std::string result;
    std::size_t units = 0;
    for (std::size_t at = 0; at < text.size();) {
      const base::Character next = base::character(text, at);
      units += next.point > 0xFFFF ? 2 : 1;
      if (units > most) break;
      result.append(text, at, next.size);
      at += next.size;
    }
    return result;
  };
  std::string tried = cut(name.empty() ? "1" : name, most_name);
  for (int n = 2; !names_.insert(tried).second; ++n) {
    const std::string number = " " + std::to_string(n);
    tried = cut(name, most_name - number.size()) + number;
  }
  return tried;
}

std::string cell_text(std::string_view given) {
  const std::string text = base::plain_text(given);
  std::string result;
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) {
    const base::Character next = base::character(text, at);
    units += next.point > 0xFFFF ? 2 : 1;
    if (units >= most_characters) return result + "…";
    const bool is_code = text.compare(at, 2, "_x") == 0;
    if (next.point == 0xFFFE || next.point == 0xFFFF) {
      result += "\uFFFD";
    } else if (is_code) {
      constexpr std::string_view underscore = "_x005F_";
      result += underscore;
      units += underscore.size() - 1;
    } else {
      result.append(text, at, next.size);
    }
    at += next.size;
  }
  return result;
}

namespace {

void require(lxw_error error) {
  if (error != LXW_NO_ERROR) BookWriter::fail();
}

}  // namespace

void put_text(CellPlace at, std::string_view text, lxw_format* format) {
  require(worksheet_write_string(at.sheet, at.row, at.column, cell_text(text).c_str(), format));
}

void put_number(CellPlace at, double number, lxw_format* format) {
  require(worksheet_write_number(at.sheet, at.row, at.column, number, format));
}

void put_day(CellPlace at, base::Date day, lxw_format* format) {
  const std::chrono::year_month_day date(day);
  lxw_datetime moment{};
  moment.year = static_cast<int>(date.year());
  moment.month = static_cast<int>(unsigned{date.month()});
  moment.day = static_cast<int>(unsigned{date.day()});
  require(worksheet_write_datetime(at.sheet, at.row, at.column, &moment, format));
}

}  // namespace taizhang::sheets
