// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/phrase.h"
#include "intake/form.h"
#include "sheets/sheet.h"

namespace taizhang::intake {

/// A row of a form that came back.
struct FilledRow {
  std::size_t row = 0;  ///< in its sheet, from 0
  std::map<FormColumn, sheets::Cell> cells;

  const sheets::Cell& at(FormColumn column) const;
};

/// A cell with something in it that is no part of a form.
struct StrayCell {
  std::string place;
  std::string text;
  base::Bilingual why;
};

/// A sheet that is a form: what its head says, and its rows.
struct FilledForm {
  std::string place;  ///< the file, and the sheet where it has several
  std::optional<base::Date> date;
  base::Phrase date_note;  ///< what its date was taken for, where it is not written plainly
  std::string unit;
  std::map<FormColumn, std::size_t> columns;
  std::vector<FilledRow> rows;
  std::vector<StrayCell> strays;

  /// What a cell is called: `县水务局.xlsx:I5`.
  std::string cell(const FilledRow& row, FormColumn column) const;
};

/// The forms among the sheets of a workbook, hidden ones left out: those with a column 本期累计 and
/// what tells a row, its address or number and task. What stands on the sheets that are none is
/// among the strays of the first.
std::vector<FilledForm> forms_in(const sheets::Workbook& workbook, const std::string& file);

/// Which heads the row of a workbook lacks that has most of a form's; empty where no row has some.
base::Phrase missing_heads(const sheets::Workbook& workbook);

}  // namespace taizhang::intake
