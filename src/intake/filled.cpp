// SPDX-License-Identifier: MIT
#include "intake/filled.h"

#include <algorithm>
#include <iterator>
#include <set>

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

bool has_words(const Cell& cell) { return !base::trimmed(cell.text).empty(); }

/// Whether `text`, above the table, is what a form has there.
bool is_of_head(const std::string& text) {
  const auto has = [&](std::string_view part) { return text.find(part) != text.npos; };
  for (const auto language : {base::Language::zh, base::Language::en}) {
    std::string_view title = form_title.in(language);
    const std::string_view unit = "{0}";
    if (title.starts_with(unit)) title.remove_prefix(unit.size());
    if (title.ends_with(unit)) title.remove_suffix(unit.size());
    // More is advised than was before.
    std::string_view advice = form_advice.in(language);
    advice = advice.substr(0, advice.find(language == base::Language::zh ? "；" : ";"));
    if (has(title) || has(advice) || has(form_date.in(language)) ||
        has(form_reporter.in(language))) {
      return true;
    }
  }
  return false;
}

/// What stands above the table of `form`, whose heads are in row `head`, and beside its columns.
void gather_strays(const Sheet& sheet, std::size_t head, FilledForm& form) {
  const auto stray = [&](std::size_t row, std::size_t column, base::Bilingual why) {
    form.strays.push_back(
        {form.place + ":" + sheets::cell_name(row, column), sheet.at(row, column).text, why});
  };
  for (std::size_t row = 0; row < head; ++row) {
    for (std::size_t column = 0; column < sheet.rows[row].size(); ++column) {
      const Cell& cell = sheet.at(row, column);
      const bool follows = column > 0 && is_of_head(sheet.at(row, column - 1).text);
      if (has_words(cell) && !is_of_head(cell.text) && !follows) {
        stray(row, column, {"在表的上方", "it stands above the table"});
      }
    }
  }
  std::set<std::size_t> read;
  for (const auto& [column, place] : form.columns) read.insert(place);
  for (std::size_t row = head + 1; row < sheet.rows.size(); ++row) {
    for (std::size_t column = 0; column < sheet.rows[row].size(); ++column) {
      if (read.contains(column) || !has_words(sheet.at(row, column))) continue;
      stray(row, column,
            has_words(sheet.at(head, column))
                ? base::Bilingual{"表里没有这一栏，或同名的栏已经收了",
                                  "the form has no such column, or another one of that name"}
                : base::Bilingual{"在表的外面", "it stands beside the table"});
    }
  }
}

/// What stands on a sheet that is no form: cell by cell, of a large one how much.
void gather_strays_of(const Sheet& sheet, const std::string& file, std::vector<StrayCell>& strays) {
  constexpr std::size_t most_cells = 50;
  const base::Bilingual why{"这张工作表不是报送表", "the sheet is no form"};
  const std::string place = file + "/" + sheet.name;
  std::vector<StrayCell> found;
  for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
    for (std::size_t column = 0; column < sheet.rows[row].size(); ++column) {
      const Cell& cell = sheet.at(row, column);
      if (!has_words(cell)) continue;
      found.push_back({place + ":" + sheets::cell_name(row, column), cell.text, why});
    }
  }
  if (found.size() > most_cells) {
    const std::string cells = std::to_string(found.size());
    found = {{found.front().place + "…" + found.back().place.substr(place.size() + 1),
              cells,
              {"个格子；这张工作表不是报送表", "cells; the sheet is no form"}}};
  }
  std::ranges::move(found, std::back_inserter(strays));
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

base::Phrase missing_heads(const sheets::Workbook& workbook) {
  constexpr std::size_t few = 3;
  base::Phrase found;
  std::size_t most = few - 1;
  for (const Sheet& sheet : workbook.sheets) {
    for (std::size_t row = 0; !sheet.hidden && row < std::min(most_head_rows, sheet.rows.size());
         ++row) {
      const auto columns = columns_of(sheet, row);
      if (columns.size() <= most) continue;
      most = columns.size();
      std::vector<std::string> missing;
      const auto want = [&](FormColumn column) {
        const base::Bilingual head = form_heads[static_cast<std::size_t>(column)].head;
        if (!columns.contains(column)) missing.push_back("“" + std::string(head.zh) + "”");
      };
      want(FormColumn::value);
      const bool has_names =
          columns.contains(FormColumn::item) && columns.contains(FormColumn::task);
      if (!has_names) want(FormColumn::address);
      found = {{"{0} 第 {1} 行的栏目里没有{2}", "row {1} of {0} has no head {2}"},
               {sheet.name, static_cast<long long>(row + 1), base::joined(missing, "、")}};
    }
  }
  return found;
}

std::vector<FilledForm> forms_in(const sheets::Workbook& workbook, const std::string& file) {
  std::vector<FilledForm> forms;
  std::vector<StrayCell> strays;
  for (const Sheet& sheet : workbook.sheets) {
    if (sheet.hidden) continue;
    const std::size_t before = forms.size();
    for (std::size_t head = 0; head < std::min(most_head_rows, sheet.rows.size()); ++head) {
      FilledForm form;
      form.columns = columns_of(sheet, head);
      if (!is_head_of_form(form.columns)) continue;
      form.place = workbook.sheets.size() > 1 ? file + "/" + sheet.name : file;
      read_head(sheet, head, form);
      gather_strays(sheet, head, form);
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
    if (forms.size() == before) gather_strays_of(sheet, file, strays);
  }
  if (!forms.empty()) std::ranges::move(strays, std::back_inserter(forms.front().strays));
  return forms;
}

}  // namespace taizhang::intake
