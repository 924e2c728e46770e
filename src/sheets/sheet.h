// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace taizhang::sheets {

/// What a cell holds. A number that its format shows as a day is a `date`, written as one; an
/// `error` is what a formula gave that could not be worked out, `#REF!`; a `formula` is one whose
/// value is not in the file, for no program has worked it out.
enum class CellKind { empty, text, number, date, yes_no, error, formula };

struct Cell {
  CellKind kind = CellKind::empty;
  /// As a person reads it, but numbers in plain digits and days as 2024-09-30; of a formula
  /// without a value `=SUM(E4:E8)`.
  std::string text = {};
  bool percent = false;  ///< a number that its format shows as per cent: 0.45 is seen as 45%
};

/// Cells that are one, from the first place to the last; counted from 0.
struct Merge {
  std::size_t row, column, last_row, last_column;
};

struct Sheet {
  std::string name;
  bool hidden = false;
  std::vector<std::vector<Cell>> rows;  ///< a row has as many cells as it needs
  std::vector<Merge> merges;

  /// The cell at that place, an empty one where there is none.
  const Cell& at(std::size_t row, std::size_t column) const;
  /// The same, of merged cells the one that holds the content.
  const Cell& seen_at(std::size_t row, std::size_t column) const;
};

struct Workbook {
  std::vector<Sheet> sheets;
};

/// A cell with that text: empty without one, an error where it is the mark of one.
Cell cell_of_text(std::string text);

/// What a cell is called: `C4`.
std::string cell_name(std::size_t row, std::size_t column);

/// A number of a spreadsheet in plain digits, with the 15 figures that it is good for: 4.5565E4 is
/// 45565, 0.30000000000000004 is 0.3; digits alone stay as they are. Empty where it is none.
std::string plain_number(std::string_view text);

/// The day that a spreadsheet counts as `serial`, as 2024-09-30: days since 1899-12-30, or since
/// 1904. Empty where it is none.
std::string day_of_serial(std::string_view serial, bool since_1904);

/// The text of a file in UTF-8, UTF-16 or GB18030, as UTF-8; nothing where it is no text.
std::optional<std::string> decoded_text(std::string_view bytes);

/// Throw `Fatal` (usage) where text has a byte that no encoding has there: its line and place; what
/// is no text at all is let go. `name` is that of the file, for the message.
void refuse_bad_byte(std::string_view bytes, const std::string& name);

/// Read a file of a spreadsheet: xlsx, ods, or csv in UTF-8, UTF-16 or GB18030; `name` is its name,
/// for messages. Throws `Fatal` (usage) for what is none of these, is damaged or unpacks to more
/// than a table can have.
Workbook read(const std::string& bytes, const std::string& name);

}  // namespace taizhang::sheets
