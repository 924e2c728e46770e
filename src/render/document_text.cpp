// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/text.h"
#include "render/format.h"
#include "render/text_table.h"

namespace taizhang::render {

namespace {

constexpr int usual_width = 80;
constexpr int widest_text = 100;
constexpr int narrowest = 10;
constexpr std::string_view indent = "  ";

class TextWriter {
 public:
  TextWriter(const Look& look, base::Language language)
      : table_width_(look.width),
        width_(std::clamp(look.width > 0 ? look.width : usual_width, 30, widest_text)),
        style_(look.style),
        language_(language) {}

  void title(const document::Document& document) {
    if (!document.title.empty()) bold(title_above(document, 0));
    if (document.masthead) masthead(masthead_above(document, 0));
    for (const document::Value& value : document.head) {
      for (const std::string& line : lines(plain(value), width_)) {
        text_ += style_.toned(value.tone(), line) + "\n";
      }
    }
  }

  /// The office, the number and the day of a paper on one line.
  void masthead(const document::Masthead& head) {
    std::string line;
    for (const document::Value& value : {document::Value(head.issuer), head.edition, head.date}) {
      const std::string shown = value.is_absent() ? std::string() : plain(value);
      if (!shown.empty()) line += (line.empty() ? "" : "  ") + base::printable(shown);
    }
    text_ += line + "\n";
  }

  /// A sheet of several that has a title of its own, after the first, stands below it.
  void title_of_sheet(const std::string& title) {
    set_off();
    bold(title);
  }

  void chapter(const document::Chapter& chapter) {
    below_heading_ = false;
    below_table_ = !text_.empty();
    for (const document::Block& block : chapter.blocks) {
      const bool sets_itself_off = std::holds_alternative<document::Heading>(block);
      if (below_table_ && !sets_itself_off) set_off();
      below_table_ = std::holds_alternative<document::Table>(block);
      std::visit(*this, block);
    }
  }

  void foot(const std::vector<document::Value>& values) {
    if (!values.empty()) set_off();
    // What stands below a table of full width may be as wide.
    for (const document::Value& value : values) {
      dim_lines(value, table_width_ > 0 ? table_width_ : widest_text);
    }
  }

  void operator()(const document::Heading& heading) {
    heading_line(plain(heading.text), heading.level);
  }

  /// Names and texts, each line of a text below its first.
  void operator()(const document::Fields& fields) {
    const base::Bilingual brackets[] = {{"（", " ("}, {"）", ")"}};
    int names = 0;
    for (const auto& line : fields.lines) {
      names = std::max(names, base::display_width(base::printable(line.label)));
    }
    for (const auto& line : fields.lines) {
      const std::string name = base::printable(line.label);
      std::string shown = plain(line.value);
      if (const std::string note = plain(line.note); !note.empty()) {
        shown += std::string(brackets[0].in(language_)) + note;
        shown += brackets[1].in(language_);
      }
      const std::string blanks(static_cast<std::size_t>(names - base::display_width(name)), ' ');
      hanging(std::string(indent) + style_.dim(name) + blanks + "  ", names + 4, shown,
              line.value.tone());
    }
  }

  void operator()(const document::Table& table) {
    if (!table.title.empty()) heading_line(table.title, 2);
    // Below a heading a table stands where its text stands.
    const std::string_view lead = below_heading_ ? indent : "";
    const int width = table_width_ > 0 ? table_width_ - static_cast<int>(lead.size()) : 0;
    std::string text = document::has_more_than_below_heading(table)
                           ? text_table(document::below_heading(table), width, style_, language_)
                           : text_table(table, width, style_, language_);
    if (!text.empty()) text.pop_back();
    for (const std::string_view line : base::split(text, '\n')) {
      if (!line.empty()) text_ += lead;
      text_ += line;
      text_ += "\n";
    }
  }

  void operator()(const document::Chart&) {}

  void operator()(const document::Paragraph& paragraph) {
    for (const std::string& line : lines(plain(paragraph.text), width_ - 2)) {
      text_ += std::string(indent) + style_.toned(paragraph.text.tone(), line) + "\n";
    }
  }

  void operator()(const document::Bullets& bullets) {
    for (const document::Value& line : bullets.lines) hanging("  · ", 4, line);
  }

  void operator()(const document::Steps& steps) {
    if (text_.size() != end_of_heading_) set_off();
    const std::size_t digits = std::to_string(steps.steps.size()).size();
    int count = 0;
    for (const document::Steps::Step& step : steps.steps) {
      const std::string number = std::to_string(++count);
      const std::string label = base::printable(step.label);
      const std::string lead = std::string(indent) + std::string(digits - number.size(), ' ');
      const int hang = static_cast<int>(indent.size() + digits) + 1;
      hanging(lead + style_.dim(number) + " " + style_.dim(label) + "  ",
              hang + base::display_width(label) + 2, step.value);
      const std::string dots(static_cast<std::size_t>(hang), ' ');
      for (const document::Value& line : step.lines) hanging(dots + "· ", hang + 2, line);
    }
  }

  void operator()(const document::Note& note) {
    set_off();
    dim_lines(note.text, width_);
  }

  std::string take() { return std::move(text_); }

 private:
  void bold(const std::string& title) {
    for (const std::string& line : lines(title, width_)) text_ += style_.bold(line) + "\n";
  }

  std::string plain(const document::Value& value) const { return document::text(value, language_); }

  /// An empty line, where there is none yet.
  void set_off() {
    if (!text_.empty() && !text_.ends_with("\n\n")) text_ += "\n";
  }

  void heading_line(const std::string& words, int level) {
    set_off();
    for (const std::string& line : lines(words, width_)) {
      text_ += (level == 1 ? style_.bold(line) : style_.cyan(line)) + "\n";
    }
    end_of_heading_ = text_.size();
    below_heading_ = true;
  }

  /// `lead`, which takes `columns`, then the text; what does not fit goes on below its start.
  void hanging(std::string lead, int columns, const std::string& text, document::Tone tone) {
    for (const std::string& line : lines(text, std::max(width_ - columns, narrowest))) {
      text_ += lead + style_.toned(tone, line) + "\n";
      lead = std::string(static_cast<std::size_t>(columns), ' ');
    }
  }
  void hanging(std::string lead, int columns, const document::Value& value) {
    hanging(std::move(lead), columns, plain(value), value.tone());
  }

  void dim_lines(const document::Value& value, int width) {
    for (const std::string& line : lines(plain(value), width)) text_ += style_.dim(line) + "\n";
  }

  /// The lines that the writer made, each broken where it is too long.
  static std::vector<std::string> lines(std::string_view text, int width) {
    std::vector<std::string> result;
    for (const std::string_view line : base::split(base::trimmed(text), '\n')) {
      for (std::string& piece : base::wrapped(base::printable(line), width)) {
        result.push_back(std::move(piece));
      }
    }
    return result;
  }

  int table_width_;
  int width_;
  Style style_;
  base::Language language_;
  std::string text_;
  std::size_t end_of_heading_ = 0;
  bool below_heading_ = false;
  bool below_table_ = false;
};

}  // namespace

std::string document_text(const document::Document& document, const Look& look) {
  TextWriter writer(look, document.language);
  if (look.titled) writer.title(document);
  for (std::size_t i = 0; i < document.chapters.size(); ++i) {
    if (i > 0 && !document.chapters[i].title.empty()) {
      writer.title_of_sheet(document.chapters[i].title);
    }
    writer.chapter(document.chapters[i]);
  }
  writer.foot(document.foot);
  return writer.take();
}

}  // namespace taizhang::render
