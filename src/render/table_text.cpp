// SPDX-License-Identifier: MIT
//
// Tables and documents of plain text, as documents of values.
#include "render/document_text.h"
#include "render/format.h"
#include "render/table.h"

namespace taizhang::render {

namespace {

document::Value value_of(const query::Cell& cell) {
  return document::Value(cell.text).toned(static_cast<document::Tone>(cell.tone));
}

struct AsBlock {
  document::Block operator()(const report::Heading& heading) const {
    return document::Heading{heading.text, heading.level};
  }
  document::Block operator()(const report::Paragraph& paragraph) const {
    return document::Paragraph{"", paragraph.text};
  }
  document::Block operator()(const report::Note& note) const { return document::Note{note.text}; }
  document::Block operator()(const report::FieldList& fields) const {
    document::Fields result;
    for (const auto& [name, value] : fields.rows) {
      result.lines.push_back({"", name, value_of(value)});
    }
    return result;
  }
  document::Block operator()(const query::Table& table) const {
    document::Table result;
    for (const query::Column& column : table.columns) {
      result.columns.push_back({"", column.title, static_cast<document::Align>(column.align),
                                column.yields, column.wraps});
    }
    for (const auto& row : table.rows) {
      document::Row& cells = result.rows.emplace_back();
      for (const query::Cell& cell : row) cells.cells.push_back(value_of(cell));
    }
    return result;
  }
  document::Block operator()(const report::Numbered& numbered) const {
    document::Steps result;
    for (const report::Numbered::Row& row : numbered.rows) {
      result.steps.push_back(
          {"", row.name, value_of(row.value), {row.lines.begin(), row.lines.end()}});
    }
    return result;
  }
};

document::Document document_of(const query::Table& table) {
  document::Document result;
  result.chapters.push_back({"", {AsBlock{}(table)}});
  result.foot.assign(table.notes.begin(), table.notes.end());
  return result;
}

}  // namespace

std::string document_text(const report::Document& document, int width, Style style) {
  document::Document result;
  document::Chapter& chapter = result.chapters.emplace_back();
  for (const auto& block : document) chapter.blocks.push_back(std::visit(AsBlock{}, block));
  Look look;
  look.width = width;
  look.style = style;
  return document_text(result, look);
}

std::string table_text(const query::Table& table, int width, Style style) {
  Look look;
  look.width = width;
  look.style = style;
  return document_text(document_of(table), look);
}

std::string table_csv(const query::Table& table) { return document_csv(document_of(table), {}); }

}  // namespace taizhang::render
