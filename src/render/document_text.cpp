// SPDX-License-Identifier: MIT
#include "render/document_text.h"

#include <algorithm>

#include "base/text.h"
#include "render/table.h"

namespace taizhang::render {

namespace {

constexpr int usual_width = 80;
constexpr int widest_text = 100;
constexpr int narrowest = 10;
constexpr std::string_view indent = "  ";

class Writer {
 public:
  Writer(int width, Style style)
      : table_width_(width),
        width_(std::clamp(width > 0 ? width : usual_width, 30, widest_text)),
        style_(style) {}

  void operator()(const report::Heading& heading) {
    if (!text_.empty()) text_ += "\n";
    const std::string text = base::printable(heading.text);
    text_ += (heading.level == 1 ? style_.bold(text) : style_.cyan(text)) + "\n";
    end_of_heading_ = text_.size();
  }

  void operator()(const report::FieldList& fields) {
    int names = 0;
    for (const auto& [name, value] : fields.rows)
      names = std::max(names, base::display_width(name));
    for (const auto& [name, value] : fields.rows) {
      const std::string blanks(static_cast<std::size_t>(names - base::display_width(name)), ' ');
      std::string lead = std::string(indent) + style_.dim(name) + blanks + "  ";
      for (const std::string& line : lines(value.text, width_ - names - 4)) {
        text_ += lead + style_.toned(value.tone, line) + "\n";
        lead = std::string(indent.size() + static_cast<std::size_t>(names) + 2, ' ');
      }
    }
  }

  void operator()(const query::Table& table) {
    const int width = table_width_ > 0 ? table_width_ - static_cast<int>(indent.size()) : 0;
    const std::string text = table_text(table, width, style_);
    for (std::string_view line : base::split(text, '\n')) {
      if (!line.empty()) text_ += std::string(indent) + std::string(line) + "\n";
    }
  }

  void operator()(const report::Paragraph& paragraph) {
    for (const std::string& line : lines(paragraph.text, width_ - 2)) {
      text_ += std::string(indent) + line + "\n";
    }
  }

  void operator()(const report::Numbered& numbered) {
    if (!text_.empty() && text_.size() != end_of_heading_) text_ += "\n";
    const std::size_t digits = std::to_string(numbered.rows.size()).size();
    int count = 0;
    for (const report::Numbered::Row& row : numbered.rows) {
      const std::string number = std::to_string(++count);
      const std::string lead = std::string(indent) + std::string(digits - number.size(), ' ');
      const int hang = static_cast<int>(indent.size() + digits) + 1;
      hanging(lead + style_.dim(number) + " " + style_.dim(row.name) + "  ",
              hang + base::display_width(row.name) + 2, row.value);
      const std::string dots(static_cast<std::size_t>(hang), ' ');
      for (const std::string& line : row.lines) hanging(dots + "· ", hang + 2, line);
    }
  }

  void operator()(const report::Note& note) {
    if (!text_.empty()) text_ += "\n";
    for (const std::string& line : lines(note.text, width_)) text_ += style_.dim(line) + "\n";
  }

  std::string take() { return std::move(text_); }

 private:
  /// `lead`, which takes `columns`, then the text; what does not fit goes on below its start.
  void hanging(std::string lead, int columns, const query::Cell& text) {
    for (const std::string& line : lines(text.text, std::max(width_ - columns, narrowest))) {
      text_ += lead + style_.toned(text.tone, line) + "\n";
      lead = std::string(static_cast<std::size_t>(columns), ' ');
    }
  }

  /// The lines that the writer made, each broken where it is too long.
  static std::vector<std::string> lines(std::string_view text, int width) {
    std::vector<std::string> result;
    for (std::string_view line : base::split(base::trimmed(text), '\n')) {
      for (std::string& piece : base::wrapped(base::printable(line), width)) {
        result.push_back(std::move(piece));
      }
    }
    return result;
  }

  int table_width_;
  int width_;
  Style style_;
  std::string text_;
  std::size_t end_of_heading_ = 0;
};

}  // namespace

std::string document_text(const report::Document& document, int width, Style style) {
  Writer writer(width, style);
  for (const auto& block : document) std::visit(writer, block);
  return writer.take();
}

}  // namespace taizhang::render
