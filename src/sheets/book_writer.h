// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "base/date.h"

struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

namespace taizhang::sheets {

/// A workbook that libxlsxwriter writes: it knows files alone, so it is given one in memory.
class BookWriter {
 public:
  enum class Rows { kept, written_at_once };

  /// Throws `Fatal` (internal) where there is no room for it.
  explicit BookWriter(Rows rows);
  ~BookWriter();
  BookWriter(const BookWriter&) = delete;
  BookWriter& operator=(const BookWriter&) = delete;

  lxw_workbook* book() const { return book_; }
  /// The whole of it, the same bytes for the same cells; nothing can be added after that.
  std::string bytes();

  [[noreturn]] static void fail();
  /// Refuse a table of more rows than a sheet has.
  [[noreturn]] static void refuse_rows(std::size_t rows);

 private:
  int file_;
  lxw_workbook* book_ = nullptr;
};

/// The names of the sheets of one workbook.
class SheetNames {
 public:
  /// `title` as a sheet may be called and no other is yet.
  std::string name(const std::string& title);

 private:
  std::set<std::string> names_;
};

/// `text` as a cell holds it, in the characters that XML has; what is too long for a cell ends
/// in `…`. The library escapes what XML must not see, but takes any bytes for characters and knows
/// nothing of `_x0041_`, by which a sheet writes a character by its number.
std::string cell_text(std::string_view text);

/// Where a cell stands, from 0.
struct CellPlace {
  lxw_worksheet* sheet;
  std::uint32_t row;
  std::uint16_t column;
};

// One cell each, as the library counts rows and columns; what it does not take is `fail`.
void put_text(CellPlace at, std::string_view text, lxw_format* format);
void put_number(CellPlace at, double number, lxw_format* format);
void put_day(CellPlace at, base::Date day, lxw_format* format);

}  // namespace taizhang::sheets
