// SPDX-License-Identifier: MIT
#include <set>

#include "sheets/formats.h"

namespace taizhang::sheets {

namespace {

/// The text of an element; `text:s` stands for blanks.
void add_text(pugi::xml_node node, std::string& text) {
  for (pugi::xml_node part : node.children()) {
    if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata) text += part.value();
    if (is(part, "s")) text.append(attribute(part, "c").as_uint(1), ' ');
    if (is(part, "tab")) text += '\t';
    if (is(part, "line-break")) text += '\n';
    // What somebody noted at the cell is not in it.
    if (part.type() == pugi::node_element && !is(part, "annotation")) add_text(part, text);
  }
}

std::string text_of_cell(pugi::xml_node cell) {
  std::string text;
  bool first = true;
  for (pugi::xml_node paragraph : cell.children()) {
    if (!is(paragraph, "p")) continue;
    if (!first) text += '\n';
    first = false;
    add_text(paragraph, text);
  }
  return text;
}

Cell ods_cell(pugi::xml_node node) {
  const std::string_view type = attribute(node, "value-type").value();
  const char* const value = attribute(node, "value").value();
  const pugi::xml_attribute formula = attribute(node, "formula");
  if (formula && type.empty()) return {CellKind::formula, formula.value()};
  if (type == "float" || type == "currency" || type == "percentage") {
    return {CellKind::number, plain_number(value), type == "percentage"};
  }
  if (type == "date") {
    return {CellKind::date, std::string(attribute(node, "date-value").value()).substr(0, 10)};
  }
  if (type == "boolean") return {CellKind::yes_no, attribute(node, "boolean-value").value()};
  return cell_of_text(text_of_cell(node));
}

class OdsReader {
 public:
  explicit OdsReader(const Package& package) : package_(package), count_(package.name()) {}

  Workbook read() {
    pugi::xml_document document;
    if (!package_.read("content.xml", document)) package_.fail();
    const pugi::xml_node root = document.document_element();
    for (pugi::xml_node style : child(root, "automatic-styles").children()) {
      const char* const display = attribute(child(style, "table-properties"), "display").value();
      if (std::string_view(display) == "false") hidden_.insert(attribute(style, "name").value());
    }
    const pugi::xml_node sheets = child(child(root, "body"), "spreadsheet");
    if (!sheets) package_.fail();
    Workbook workbook;
    for (pugi::xml_node table : sheets.children()) {
      if (!is(table, "table")) continue;
      Sheet sheet{attribute(table, "name").value(),
                  hidden_.contains(attribute(table, "style-name").value()),
                  {},
                  {}};
      row_ = 0;
      rows(table, sheet);
      workbook.sheets.push_back(std::move(sheet));
    }
    return workbook;
  }

 private:
  /// The rows of a table, in groups or not.
  void rows(pugi::xml_node parent, Sheet& sheet) {
    for (pugi::xml_node one : parent.children()) {
      if (is(one, "table-row-group") || is(one, "table-header-rows") || is(one, "table-rows")) {
        rows(one, sheet);
      } else if (is(one, "table-row")) {
        // The rows behind the last are one that is repeated a million times.
        const std::size_t repeated = attribute(one, "number-rows-repeated").as_uint(1);
        const bool filled = has_content(one);
        for (std::size_t i = 0; i < repeated && filled; ++i) row(one, sheet, row_ + i);
        row_ += repeated;
      }
    }
  }

  static bool has_content(pugi::xml_node row) {
    for (pugi::xml_node cell : row.children()) {
      const bool filled = attribute(cell, "value-type") || attribute(cell, "formula");
      if (filled || cell.first_child()) return true;
    }
    return false;
  }

  void row(pugi::xml_node node, Sheet& sheet, std::size_t at) {
    std::size_t column = 0;
    for (pugi::xml_node cell : node.children()) {
      // A covered cell takes its place and has nothing of its own.
      const bool covered = is(cell, "covered-table-cell");
      if (!covered && !is(cell, "table-cell")) continue;
      const std::size_t repeated = attribute(cell, "number-columns-repeated").as_uint(1);
      const Cell content = covered ? Cell{} : ods_cell(cell);
      for (std::size_t i = 0; i < repeated && content.kind != CellKind::empty; ++i) {
        count_.put(sheet, at, column + i, content);
      }
      const std::size_t wide = attribute(cell, "number-columns-spanned").as_uint(1);
      const std::size_t high = attribute(cell, "number-rows-spanned").as_uint(1);
      if (wide > 1 || high > 1) {
        sheet.merges.push_back({at, column, at + high - 1, column + wide - 1});
      }
      column += repeated;
    }
  }

  const Package& package_;
  CellCount count_;
  std::set<std::string> hidden_;
  std::size_t row_ = 0;
};

}  // namespace

Workbook read_ods(const Package& package) { return OdsReader(package).read(); }

}  // namespace taizhang::sheets
