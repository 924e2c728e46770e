// SPDX-License-Identifier: MIT
#include "document/document.h"

#include <algorithm>

namespace taizhang::document {

namespace {

using Visit = std::function<void(const Value&, const std::optional<Origin>&)>;

void numbers_of(const Value& value, const std::optional<Origin>& around, const Visit& visit) {
  for_each_number(value, around ? &*around : nullptr,
                  [&](const Value& number, const Origin* origin) {
                    visit(number, origin ? std::optional(*origin) : std::nullopt);
                  });
}

/// The numbers of each kind of block.
struct Numbers {
  const Visit& visit;

  void all(const Value& value) const { numbers_of(value, std::nullopt, visit); }
  void all(const std::vector<Value>& values) const {
    for (const Value& value : values) all(value);
  }

  void operator()(const Heading& heading) const { all(heading.text); }
  void operator()(const Paragraph& paragraph) const { all(paragraph.text); }
  void operator()(const Note& note) const { all(note.text); }
  void operator()(const Bullets& bullets) const { all(bullets.lines); }
  void operator()(const Fields& fields) const {
    for (const Fields::Line& line : fields.lines) {
      all(line.value);
      all(line.note);
    }
  }
  void operator()(const Table& table) const {
    for (const Row& row : table.rows) {
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        numbers_of(row.cells[i], origin_of(table, row, i), visit);
      }
    }
  }
  void operator()(const Steps& steps) const {
    for (const Steps::Step& step : steps.steps) {
      all(step.value);
      all(step.lines);
    }
  }
};

}  // namespace

bool has_more_than_below_heading(const Table& table) {
  return std::ranges::any_of(table.columns, &Column::in_heading);
}

Table below_heading(const Table& table) {
  Table result = table;
  for (std::size_t i = table.columns.size(); i-- > 0;) {
    if (!table.columns[i].in_heading) continue;
    const auto at = static_cast<std::ptrdiff_t>(i);
    result.columns.erase(result.columns.begin() + at);
    for (Row& row : result.rows) row.cells.erase(row.cells.begin() + at);
  }
  return result;
}

std::optional<Origin> origin_of(const Table& table, const Row& row, std::size_t column) {
  if (const Origin* own = row.cells[column].origin()) return *own;
  if (row.address.empty()) return std::nullopt;
  return Origin{.kind = table.kind,
                .clocks = table.clocks,
                .address = row.address,
                .field = table.columns[column].key};
}

std::string Anchors::of(std::string_view id) {
  std::string name(id);
  for (char& c : name) {
    if (static_cast<unsigned char>(c) <= ' ') c = '-';
  }
  return given_.insert(name).second ? name : std::string();
}

std::string Anchors::of(std::string_view id, std::string_view figure) {
  return of(std::string(id) + "." + std::string(figure));
}

const std::string& title_above(const Document& document, std::size_t chapter) {
  const bool has_own =
      chapter < document.chapters.size() && !document.chapters[chapter].title.empty();
  return has_own ? document.chapters[chapter].title : document.title;
}

Masthead masthead_above(const Document& document, std::size_t chapter) {
  Masthead head = *document.masthead;
  const bool has_own =
      chapter < document.chapters.size() && !document.chapters[chapter].date.is_absent();
  if (has_own) head.date = document.chapters[chapter].date;
  return head;
}

void for_each_table(const Document& document,
                    const std::function<void(const Chapter& chapter, const Table& table,
                                             const std::string& title)>& visit) {
  for (const Chapter& chapter : document.chapters) {
    std::string heading = document.title;
    for (const Block& block : chapter.blocks) {
      if (const auto* above = std::get_if<Heading>(&block)) {
        heading = text(above->text, document.language);
      }
      const auto* table = std::get_if<Table>(&block);
      if (table) visit(chapter, *table, table->title.empty() ? heading : table->title);
    }
  }
}

void for_each_number(const Document& document, const Visit& visit) {
  const Numbers numbers{visit};
  numbers.all(document.head);
  for (const Chapter& chapter : document.chapters) {
    for (const Block& block : chapter.blocks) std::visit(numbers, block);
  }
  numbers.all(document.foot);
}

}  // namespace taizhang::document
