// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/text.h"
#include "render/escape.h"
#include "render/format.h"

namespace taizhang::render {

namespace {

class MarkdownWriter {
 public:
  explicit MarkdownWriter(base::Language language) : language_(language) {}

  /// A heading below the title, which has the first level.
  void operator()(const document::Heading& heading) {
    level_ = heading.level;
    heading_line(plain(heading.text), heading.level);
  }

  void operator()(const document::Paragraph& paragraph) { paragraphs(paragraph.text); }
  void operator()(const document::Note& note) { paragraphs(note.text); }

  void operator()(const document::Fields& fields) {
    std::string lines;
    for (const auto& line : fields.lines) {
      const std::string note = text(line.note);
      lines += "- " + named(line.label, line.value);
      if (!note.empty()) lines += (chinese() ? "（" : " (") + note + (chinese() ? "）" : ")");
      lines += "\n";
    }
    list(lines);
  }

  void operator()(const document::Table& whole) {
    const document::Table table = document::below_heading(whole);
    if (!table.title.empty()) heading_line(table.title, level_ + 1);
    std::string titles = "|";
    std::string rule = "|";
    for (const document::Column& column : table.columns) {
      titles += " " + escape_markdown(column.title) + " |";
      rule += column.align == document::Align::right ? " ---: |" : " --- |";
    }
    std::string lines = titles + "\n" + rule + "\n";
    for (const document::Row& row : table.rows) {
      lines += "|";
      for (const document::Value& cell : row.cells) lines += " " + text(cell) + " |";
      lines += "\n";
    }
    part(lines);
  }

  void operator()(const document::Chart&) {}

  void operator()(const document::Bullets& bullets) {
    std::string lines;
    for (const document::Value& line : bullets.lines) lines += "- " + text(line) + "\n";
    list(lines);
  }

  void operator()(const document::Steps& steps) {
    std::string lines;
    for (std::size_t i = 0; i < steps.steps.size(); ++i) {
      const document::Steps::Step& step = steps.steps[i];
      const std::string number = std::to_string(i + 1) + ". ";
      lines += number + named(step.label, step.value) + "\n";
      for (const document::Value& line : step.lines) {
        lines += std::string(number.size(), ' ') + "- " + text(line) + "\n";
      }
    }
    part(lines);
  }

  /// A line of head or foot; one with a tone must not be passed over.
  void line(const document::Value& value) {
    if (value.tone() == document::Tone::plain) {
      paragraphs(value);
    } else {
      part("**" + text(value) + "**\n");
    }
  }

  /// The office, the number and the day of a paper on one line.
  void masthead(const document::Masthead& head) {
    std::string line;
    for (const document::Value& value : {document::Value(head.issuer), head.edition, head.date}) {
      const std::string shown = value.is_absent() ? std::string() : text(value);
      if (!shown.empty()) line += (line.empty() ? "" : " · ") + shown;
    }
    part(line + "\n");
  }

  void heading_line(const std::string& words, int level) {
    const int signs = std::clamp(level + 1, 1, 6);
    part(std::string(static_cast<std::size_t>(signs), '#') + " " + escape_markdown(words) + "\n");
  }

  /// `lines`, set apart from what stands before them.
  void part(const std::string& lines) {
    if (lines.empty()) return;
    if (!text_.empty()) text_ += "\n";
    text_ += lines;
    after_list_ = false;
  }

  std::string take() { return std::move(text_); }

 private:
  bool chinese() const { return language_ == base::Language::zh; }

  std::string plain(const document::Value& value) const { return document::text(value, language_); }

  /// The value on one line.
  std::string text(const document::Value& value) const {
    return escape_markdown(base::trimmed(plain(value)));
  }

  std::string named(const std::string& label, const document::Value& value) const {
    return escape_markdown(label) + (chinese() ? "：" : ": ") + text(value);
  }

  /// Lines that begin with `- `. An empty comment keeps two such lists from being one.
  void list(const std::string& lines) {
    if (lines.empty()) return;
    if (after_list_) part("<!-- -->\n");
    part(lines);
    after_list_ = true;
  }

  /// Each line that the writer made as a paragraph.
  void paragraphs(const document::Value& value) {
    const std::string whole = plain(value);
    for (const std::string_view line : base::split(whole, '\n')) {
      const std::string inert = escape_markdown(base::trimmed(line));
      if (!inert.empty()) part(inert + "\n");
    }
  }

  base::Language language_;
  int level_ = 0;
  bool after_list_ = false;
  std::string text_;
};

}  // namespace

std::string document_markdown(const document::Document& document, const Look&) {
  MarkdownWriter writer(document.language);
  if (!document.title.empty()) writer.heading_line(title_above(document, 0), 0);
  if (document.masthead) writer.masthead(masthead_above(document, 0));
  for (const document::Value& line : document.head) writer.line(line);
  for (std::size_t i = 0; i < document.chapters.size(); ++i) {
    const document::Chapter& chapter = document.chapters[i];
    if (chapter.is_paper && document.masthead && i > 0) {
      writer.heading_line(title_above(document, i), 0);
      writer.masthead(masthead_above(document, i));
    }
    for (const document::Block& block : chapter.blocks) std::visit(writer, block);
  }
  if (!document.foot.empty()) writer.part("---\n");
  for (const document::Value& line : document.foot) writer.line(line);
  return writer.take();
}

}  // namespace taizhang::render
