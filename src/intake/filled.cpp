// SPDX-License-Identifier: MIT
#include "intake/filled.h"

#include <algorithm>

#include "base/text.h"
#include "intake/cell_values.h"

namespace taizhang::intake {

using sheets::Cell;
using sheets::Sheet;

namespace {

constexpr std::size_t most_head_rows = 20;

std::map<FormColumn, std::size_t> columns_of(const Sheet& sheet, std::size_t row) {
  std::map<FormColumn, std::size_t> columns;
  for (std::size_t column = 0; column < sheet.rows[row].size(); ++column) {
    const std::string head = bare(sheet.at(row, column).text);
    for (const FormHead& known : form_heads) {
      if (head == bare(std::string(known.head.zh)) || head == bare(std::string(known.head.en))) {
        columns.emplace(known.column, column);
      }
    }
  }
  return columns;
}

bool is_head_of_form(const std::map<FormColumn, std::size_t>& columns) {
  return columns.contains(FormColumn::value) &&
         (columns.contains(FormColumn::address) ||
          (columns.contains(FormColumn::item) && columns.contains(FormColumn::task)));
}

/// What stands behind `name` and its colon in `text`, up to the next semicolon.
std::string behind(const std::string& text, std::string_view name) {
  const std::size_t at = text.find(name);
  if (at == text.npos) return {};
  std::string rest = text.substr(at + name.size());
  for (const char* colon : {"：", ":"}) {
    if (rest.starts_with(colon)) rest.erase(0, std::string_view(colon).size());
  }
  for (const char* end : {"；", ";", "　", "\n", ","}) rest = rest.substr(0, rest.find(end));
  return std::string(base::trimmed(rest));
}

void read_head(const Sheet& sheet, std::size_t end, FilledForm& form) {
  for (std::size_t row = 0; row < end; ++row) {
    for (std::size_t column = 0; column < sheet.rows[row].size(); ++column) {
      for (const auto language : {base::Language::zh, base::Language::en}) {
        const std::string& text = sheet.at(row, column).text;
        const std::string_view name = form_date.in(language);
        if (!form.date && text.find(name) != text.npos) {
          // Behind its name, or in the next cell.
          Cell cell = sheet.at(row, column + 1);
          const std::string said = behind(text, name);
          if (!said.empty()) cell = {sheets::CellKind::text, said};
          const Taken<base::Date> date = date_in(cell);
          form.date = date.value;
          form.date_note = date.note;
        }
        const std::string_view reporter = form_reporter.in(language);
        if (form.unit.empty() &&
            text.find(std::string(reporter) + (language == base::Language::zh ? "：" : ":")) !=
                text.npos) {
          form.unit = behind(text, std::string(reporter));
        }
      }
    }
  }
}

}  // namespace

const Cell& FilledRow::at(FormColumn column) const {
  static const Cell empty;
  const auto found = cells.find(column);
  return found == cells.end() ? empty : found->second;
}

std::string FilledForm::cell(const FilledRow& row, FormColumn column) const {
  const auto found = columns.find(column);
  return place + ":" + sheets::cell_name(row.row, found == columns.end() ? 0 : found->second);
}

std::vector<FilledForm> forms_in(const sheets::Workbook& workbook, const std::string& file) {
  std::vector<FilledForm> forms;
  for (const Sheet& sheet : workbook.sheets) {
    if (sheet.hidden) continue;
    for (std::size_t head = 0; head < std::min(most_head_rows, sheet.rows.size()); ++head) {
      FilledForm form;
      form.columns = columns_of(sheet, head);
      if (!is_head_of_form(form.columns)) continue;
      form.place = workbook.sheets.size() > 1 ? file + "/" + sheet.name : file;
      read_head(sheet, head, form);
      for (std::size_t row = head + 1; row < sheet.rows.size(); ++row) {
        FilledRow filled{row, {}};
        for (const auto& [column, place] : form.columns) {
          const Cell& cell = sheet.at(row, place);
          if (!base::trimmed(cell.text).empty()) filled.cells[column] = cell;
        }
        if (!filled.cells.empty()) form.rows.push_back(std::move(filled));
      }
      forms.push_back(std::move(form));
      break;
    }
  }
  return forms;
}

}  // namespace taizhang::intake
