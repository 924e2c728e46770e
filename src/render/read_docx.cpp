// SPDX-License-Identifier: MIT
//
// Text is read wherever it stands in the order of the page: in a tracked insertion and in a field
// as in a run of ours. Elements are known by a list: those that our documents have, and those that
// word processors add when they save one and that change nothing for a reader. Any other is told,
// with the words in it where it is none that text flows through; so a way to change a page that
// nobody thought of is told too.
#include "render/read_docx.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <pugixml.hpp>
#include <set>
#include <span>

#include "base/text.h"
#include "render/read_places.h"
#include "sheets/package.h"

namespace taizhang::render {

namespace {

using Names = std::span<const std::string_view>;

bool is_among(Names names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

/// What is no text and says nothing to a reader: what the text is set by, where the window of an
/// editor was, what a spelling checker thought.
constexpr auto setting = std::to_array<std::string_view>(
    {// of runs
     "rFonts", "lang", "kern", "szCs", "b", "bCs", "i", "iCs", "cs", "rtl", "w", "position",
     "noProof", "snapToGrid", "fitText", "eastAsianLayout", "ligatures", "rPr",
     // of paragraphs
     "pPr", "pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl",
     "suppressLineNumbers", "pBdr", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
     "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "adjustRightInd", "spacing",
     "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textAlignment",
     "outlineLvl", "divId", "cnfStyle",
     // of tables
     "tblPr", "tblGrid", "tblPrEx", "tblStyle", "tblW", "tblInd", "tblBorders", "tblLayout",
     "tblCellMar", "tblLook", "tblOverlap", "tblStyleRowBandSize", "tblStyleColBandSize",
     "tblCellSpacing", "tblCaption", "tblDescription", "trPr", "cantSplit", "tblHeader", "trHeight",
     "gridBefore", "gridAfter", "wBefore", "wAfter", "tcPr", "tcW", "tcBorders", "tcMar", "vAlign",
     "noWrap", "hideMark", "tcFitText",
     // marks in the text
     "bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd", "lastRenderedPageBreak",
     "softHyphen", "commentRangeStart", "commentRangeEnd", "smartTagPr", "customXmlPr", "sdtPr",
     "sdtEndPr",
     // around it
     "smartTag", "customXml", "sdtContent"});

/// What text flows through.
constexpr auto around_text =
    std::to_array<std::string_view>({"smartTag", "customXml", "sdt", "sdtContent", "ins", "moveTo",
                                     "hyperlink", "fldSimple", "dir", "bdo"});

/// What a style may do to all that has it, whatever the look of an office.
constexpr auto hiding =
    std::to_array<std::string_view>({"vanish", "specVanish", "webHidden", "strike", "dstrike"});

std::string value_of(pugi::xml_node node) { return sheets::attribute(node, "val").value(); }

/// Whether a property is set: it may say that it is not.
bool is_on(pugi::xml_node property) {
  constexpr auto off = std::to_array<std::string_view>(
      {"0", "false", "off", "none", "nil", "baseline", "lrTb", "auto"});
  return property && !is_among(off, value_of(property));
}

/// The words in `node`, deleted ones too. Of two ways to draw it one is read.
void add_words_in(pugi::xml_node node, std::string& words) {
  struct Walker : pugi::xml_tree_walker {
    bool for_each(pugi::xml_node& one) override {
      constexpr auto texts =
          std::to_array<std::string_view>({"t", "delText", "instrText", "delInstrText"});
      if (!is_among(texts, sheets::local(one.name()))) return true;
      for (pugi::xml_node up = one; up; up = up.parent()) {
        if (sheets::is(up, "Fallback")) return true;
      }
      words += one.text().get();
      return true;
    }
    std::string words;
  };
  Walker walker;
  walker.for_each(node);
  node.traverse(walker);
  words += walker.words;
}

/// Whether letters of this colour are hardly seen on white.
bool is_pale(const std::string& colour) {
  constexpr std::size_t digits = 6;
  if (colour.size() != digits) return false;
  const unsigned long rgb = std::strtoul(colour.c_str(), nullptr, 16);
  constexpr unsigned long palest = 0xC0;
  return std::min({rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF}) > palest;
}

/// Whether a font draws other signs than the letters it is given.
bool draws_signs(pugi::xml_node fonts) {
  return std::ranges::any_of(fonts.attributes(), [](pugi::xml_attribute one) {
    const std::string name = base::lower_ascii(one.value());
    return name.starts_with("wingdings") || name.starts_with("webdings") || name == "symbol" ||
           name.starts_with("zapf") || name.starts_with("mt extra");
  });
}

/// Words and the colours of their runs.
struct Said {
  std::string words;
  std::vector<std::pair<std::string, std::string>> coloured;  ///< colours, and what has them
  std::vector<Foreign> foreign;

  void add(std::string_view text, const std::string& colour) {
    words += text;
    for (const char letter : text) {
      // Savers part runs at blanks, which have no colour to see.
      if (letter == ' ' || letter == '\n') continue;
      if (coloured.empty() || coloured.back().first != colour) coloured.push_back({colour, {}});
      coloured.back().second += letter;
    }
  }
  std::string markup() const {
    std::string all;
    for (const auto& [colour, text] : coloured) {
      all += "<w:color w:val=\"" + colour + "\">" + text;
    }
    return all;
  }
};

/// Reads the body of a document of a word processor. Headings are known by the names of their
/// styles, which stay when another program has saved the file; only their capitals do not: what is
/// heading 1 in Word is Heading 1 in LibreOffice.
class DocxReader {
 public:
  explicit DocxReader(const sheets::Package& package) : package_(package) {
    package.read("word/styles.xml", styles_);
    package.read("word/numbering.xml", numbering_);
    pugi::xml_document relations;
    package.read("word/_rels/document.xml.rels", relations);
    for (const pugi::xml_node one : relations.document_element().children()) {
      const std::string target = sheets::attribute(one, "Target").value();
      parts_[sheets::attribute(one, "Id").value()] =
          target.starts_with("/") ? target.substr(1) : "word/" + target;
    }
    for (const pugi::xml_node style : styles_.document_element().children()) {
      if (sheets::is(style, "docDefaults")) {
        look_at_style(sheets::child(sheets::child(style, "rPrDefault"), "rPr"));
      }
      if (!sheets::is(style, "style")) continue;
      const std::string id = sheets::attribute(style, "styleId").value();
      styles_by_id_[id] = style;
      const std::string name = base::lower_ascii(value_of(sheets::child(style, "name")));
      if (name == "title" || name.starts_with("heading ")) headings_.insert(id);
      const std::string_view is_default = sheets::attribute(style, "default").value();
      const bool is_of_text =
          std::string_view(sheets::attribute(style, "type").value()) == "paragraph";
      if (is_of_text && (is_default == "1" || is_default == "true")) default_style_ = id;
    }
  }

  void read(pugi::xml_node document) {
    for (const pugi::xml_node node : document.children()) {
      if (node.type() != pugi::node_element) continue;
      sheets::is(node, "body") ? read_body(node) : note_all(node);
    }
    if (!notes_.empty()) places_.beside({{}, "w:body", {}, {}, {}, std::move(notes_)});
    for (auto& [kind, value] : margins_) places_.beside(std::move(value));
  }

  std::vector<ReadValue> take() {
    return places_.take([](std::string_view text) { return std::string(text); });
  }

 private:
  /// Tells an element once of a value, and of no value more than anybody reads.
  void note(pugi::xml_node node, std::string words = {}) {
    constexpr std::size_t most_told = 20;
    if (notes_.size() == most_told) return;
    Foreign foreign{node.name(), std::move(words)};
    if (std::ranges::find(notes_, foreign) == notes_.end()) notes_.push_back(std::move(foreign));
  }
  void note_all(pugi::xml_node node) {
    std::string words;
    add_words_in(node, words);
    note(node, std::move(words));
  }

  /// Gives `visit` each child of `parent`, also those that stand in something that text flows
  /// through; what it does not know and the list does not have is told.
  template <typename Visit>
  void each(pugi::xml_node parent, const Visit& visit) {
    constexpr int deepest = 100;
    if (depth_ == deepest) return note_all(parent);
    ++depth_;
    for (const pugi::xml_node node : parent.children()) {
      if (node.type() != pugi::node_element) continue;
      const std::string_view name = sheets::local(node.name());
      if (visit(name, node)) continue;
      if (!is_among(around_text, name)) {
        if (!is_among(setting, name)) note_all(node);
        continue;
      }
      if (!is_among(setting, name)) note(node);
      each(node, visit);
    }
    --depth_;
  }

  void read_body(pugi::xml_node body) {
    each(body, [&](std::string_view name, pugi::xml_node node) {
      if (name == "p") read_paragraph(node);
      if (name == "tbl") read_table(node);
      if (name == "sectPr") read_section(node);
      return name == "p" || name == "tbl" || name == "sectPr";
    });
  }

  void read_paragraph(pugi::xml_node node) {
    Said said;
    add_paragraph(node, said);
    const std::string words(base::trimmed(said.words));
    const bool is_heading =
        headings_.contains(value_of(sheets::child(sheets::child(node, "pPr"), "pStyle")));
    // What stands in an empty one is told of the next that says something.
    if (words.empty() && !is_heading) return;
    places_.markup(said.markup());
    places_.foreign(std::move(notes_));
    notes_.clear();
    is_heading ? places_.heading(words) : places_.line(words);
  }

  void add_paragraph(pugi::xml_node paragraph, Said& said) {
    const pugi::xml_node properties = sheets::child(paragraph, "pPr");
    const pugi::xml_node style = sheets::child(properties, "pStyle");
    const std::size_t before = said.words.size();
    look_at_number(properties, style ? value_of(style) : default_style_);
    each(paragraph, [&](std::string_view name, pugi::xml_node node) {
      if (name == "pPr") look_at_properties(node);
      if (name == "r") add_run(node, said);
      // A field of a margin is its code: its result is another on every page.
      if (name == "fldSimple" && in_margin_) {
        said.add(code_of(sheets::attribute(node, "instr").value()), "auto");
        return true;
      }
      return name == "pPr" || name == "r";
    });
    if (said.words.size() > before) look_at_styles(style ? value_of(style) : default_style_);
  }

  static std::string code_of(std::string_view instruction) {
    return "{" + std::string(base::trimmed(instruction)) + "}";
  }

  void add_run(pugi::xml_node run, Said& said) {
    const pugi::xml_node properties = sheets::child(run, "rPr");
    look_at_properties(properties);
    std::string colour = value_of(sheets::child(properties, "color"));
    if (colour.empty() || colour == "000000") colour = "auto";
    // What is hidden is not read.
    const bool hidden = is_on(sheets::child(properties, "vanish"));
    const auto add = [&](std::string_view text) {
      if (!hidden && field_depth_ == 0) said.add(text, colour);
    };
    each(run, [&](std::string_view name, pugi::xml_node node) {
      if (name == "t") add(node.text().get());
      if (name == "tab" || name == "ptab") add(" ");
      if (name == "noBreakHyphen") add("-");
      if (name == "cr") add("\n");
      if (name == "br") {
        const std::string_view type = sheets::attribute(node, "type").value();
        if (type.empty() || type == "textWrapping") add("\n");
      }
      constexpr auto ours =
          std::to_array<std::string_view>({"rPr", "t", "tab", "ptab", "noBreakHyphen", "cr", "br"});
      if (is_among(ours, name)) return true;
      if (name == "sym") {
        note(node);
        // Fonts of signs have them from U+F000 on.
        auto sign = std::strtoul(sheets::attribute(node, "char").value(), nullptr, 16);
        if (sign >= 0xF000 && sign < 0xF100) sign -= 0xF000;
        add(pugi::as_utf8(std::wstring(1, static_cast<wchar_t>(sign))));
        return true;
      }
      if (in_margin_ && name == "instrText") field_code_ += node.text().get();
      if (in_margin_ && name == "fldChar") read_field(node, said);
      return in_margin_ && (name == "instrText" || name == "fldChar");
    });
  }

  void read_field(pugi::xml_node mark, Said& said) {
    const std::string_view type = sheets::attribute(mark, "fldCharType").value();
    if (type == "begin") ++field_depth_;
    if (type != "end" || field_depth_ == 0) return;
    if (--field_depth_ == 0) {
      said.add(code_of(field_code_), "auto");
      field_code_.clear();
    }
  }

  /// Tells which properties hide, strike out or recolour; those of a paragraph have some of its
  /// mark in them, and those of a section.
  void look_at_properties(pugi::xml_node properties) {
    for (const pugi::xml_node one : properties.children()) {
      if (one.type() != pugi::node_element) continue;
      const std::string_view name = sheets::local(one.name());
      const std::string value = value_of(one);
      if (name == "rPr" || name == "tcPr" || name == "tblPrEx") {
        look_at_properties(one);
      } else if (name == "sectPr") {
        read_section(one);
      } else if (name == "color") {
        if (is_pale(value)) note(one, value);
        const auto theme = sheets::attribute(one, "themeColor");
        if (theme) note(one, theme.value());
      } else if (name == "shd") {
        // The grey of our heads does not hide what stands on it.
        const std::string fill = sheets::attribute(one, "fill").value();
        const std::string theme = sheets::attribute(one, "themeFill").value();
        const bool is_plain = value.empty() || value == "clear" || value == "nil";
        if (!is_plain || !theme.empty() || !(fill.empty() || fill == "auto" || is_pale(fill))) {
          note(one, fill + theme);
        }
      } else if (name == "sz") {
        if (is_tiny(value)) note(one, value);
      } else if (name == "rFonts") {
        if (draws_signs(one)) note(one);
      } else if (name == "rStyle" || name == "tblStyle") {
        look_at_styles(value);
      } else if (name == "numPr") {
        continue;
      } else if (!is_among(setting, name) && is_on(one)) {
        note(one, value);
      }
    }
  }

  static bool is_tiny(const std::string& half_points) {
    constexpr int least_read = 8;
    const int size = std::atoi(half_points.c_str());
    return size > 0 && size < least_read;
  }

  /// The style and those it is based on, as far as a file in a circle is followed.
  template <typename Look>
  void each_style(std::string id, const Look& look) {
    constexpr int most_based = 20;
    for (int i = 0; i < most_based && styles_by_id_.contains(id); ++i) {
      const pugi::xml_node style = styles_by_id_[id];
      if (look(style)) return;
      id = value_of(sheets::child(style, "basedOn"));
    }
  }

  /// A style may look as an office wants it, but not hide what has it.
  void look_at_styles(const std::string& id) {
    each_style(id, [&](pugi::xml_node style) {
      look_at_style(sheets::child(style, "rPr"));
      return false;
    });
  }

  void look_at_style(pugi::xml_node properties) {
    const bool is_shaded = sheets::child(properties, "shd") ||
                           sheets::child(sheets::child(properties.parent(), "pPr"), "shd");
    for (const pugi::xml_node one : properties.children()) {
      const std::string_view name = sheets::local(one.name());
      const std::string value = value_of(one);
      const bool hides = (is_among(hiding, name) && is_on(one)) ||
                         (name == "color" && is_pale(value) && !is_shaded) ||
                         (name == "sz" && is_tiny(value)) || (name == "rFonts" && draws_signs(one));
      if (hides) note(one, value);
    }
  }

  /// A number that a word processor writes before a paragraph is text that no run has; what we
  /// number has its numbers in its text, and lists have bullets.
  void look_at_number(pugi::xml_node properties, const std::string& style) {
    pugi::xml_node number = sheets::child(properties, "numPr");
    if (!number) {
      each_style(style, [&](pugi::xml_node one) {
        number = sheets::child(sheets::child(one, "pPr"), "numPr");
        return static_cast<bool>(number);
      });
    }
    if (!number) return;
    const std::string id = value_of(sheets::child(number, "numId"));
    const std::string level = value_of(sheets::child(number, "ilvl"));
    const auto child_with = [&](pugi::xml_node parent, std::string_view name,
                                std::string_view attribute, std::string_view value) {
      return parent.find_child([&](pugi::xml_node one) {
        return sheets::is(one, name) && sheets::attribute(one, attribute).value() == value;
      });
    };
    const pugi::xml_node root = numbering_.document_element();
    const pugi::xml_node list = child_with(root, "num", "numId", id);
    const pugi::xml_node kind = child_with(root, "abstractNum", "abstractNumId",
                                           value_of(sheets::child(list, "abstractNumId")));
    const std::string at = level.empty() ? "0" : level;
    pugi::xml_node lines = sheets::child(child_with(list, "lvlOverride", "ilvl", at), "lvl");
    if (!lines) lines = child_with(kind, "lvl", "ilvl", at);
    const std::string format = value_of(sheets::child(lines, "numFmt"));
    const std::string text = value_of(sheets::child(lines, "lvlText"));
    const std::u32string signs = base::code_points(text);
    const bool is_bullet = signs.size() == 1 && format == "bullet" && !base::is_han(signs[0]) &&
                           !(signs[0] < 0x80 && std::isalnum(static_cast<int>(signs[0])));
    if (!text.empty() && format != "none" && !is_bullet) note(number, text);
  }

  /// What has no head is no table of rows: its cells are read as lines.
  void read_table(pugi::xml_node table) {
    places_.end_table();
    std::vector<std::vector<Foreign>> of_head;
    look_at_properties(sheets::child(table, "tblPr"));
    each(table, [&](std::string_view name, pugi::xml_node row) {
      if (name != "tr") return false;
      const pugi::xml_node properties = sheets::child(row, "trPr");
      look_at_properties(properties);
      look_at_properties(sheets::child(row, "tblPrEx"));
      std::vector<Said> cells = cells_of(row);
      std::vector<std::string> texts;
      for (const Said& cell : cells) texts.push_back(cell.words);
      if (is_head(row)) {
        places_.columns(texts);
        of_head.clear();
        for (Said& cell : cells) of_head.push_back(std::move(cell.foreign));
        return true;
      }
      const bool is_row = places_.in_table();
      for (std::size_t i = 0; i < cells.size(); ++i) {
        // A head is no value: what is foreign there is told of the first below it.
        for (std::size_t n = 0; i < of_head.size() && n < of_head[i].size(); ++n) {
          const auto& here = cells[i].foreign;
          if (std::ranges::find(here, of_head[i][n]) == here.end()) {
            cells[i].foreign.push_back(of_head[i][n]);
          }
        }
        places_.markup(cells[i].markup());
        places_.foreign(std::move(cells[i].foreign));
        if (!is_row) places_.line(texts[i]);
      }
      of_head.clear();
      if (is_row) places_.row(texts);
      return true;
    });
    for (const std::vector<Foreign>& all : of_head) {
      notes_.insert(notes_.end(), all.begin(), all.end());
    }
    places_.end_table();
  }

  /// LibreOffice does not say of every head that it is one; their grey stays.
  static bool is_head(pugi::xml_node row) {
    if (is_on(sheets::child(sheets::child(row, "trPr"), "tblHeader"))) return true;
    bool is_any = false;
    for (const pugi::xml_node cell : row.children()) {
      if (!sheets::is(cell, "tc")) continue;
      const pugi::xml_node shading = sheets::child(sheets::child(cell, "tcPr"), "shd");
      if (base::lower_ascii(sheets::attribute(shading, "fill").value()) != "f2f2f2") return false;
      is_any = true;
    }
    return is_any;
  }

  std::vector<Said> cells_of(pugi::xml_node row) {
    std::vector<Said> cells;
    each(row, [&](std::string_view name, pugi::xml_node cell) {
      if (name != "tc") return false;
      Said& said = cells.emplace_back();
      bool is_first = true;
      look_at_properties(sheets::child(cell, "tcPr"));
      each(cell, [&](std::string_view part, pugi::xml_node node) {
        if (part != "p") return false;
        if (!std::exchange(is_first, false) && !said.words.empty()) said.words += "\n";
        add_paragraph(node, said);
        return true;
      });
      said.foreign = std::move(notes_);
      notes_.clear();
      return true;
    });
    return cells;
  }

  /// What stands on every page of a section, once of all that say the same.
  void read_section(pugi::xml_node section) {
    for (const pugi::xml_node one : section.children()) {
      if (sheets::is(one, "sectPrChange") || sheets::is(one, "lnNumType")) note(one);
      if (!sheets::is(one, "footerReference") && !sheets::is(one, "headerReference")) continue;
      const auto part = parts_.find(sheets::attribute(one, "id").value());
      pugi::xml_document margin;
      if (part == parts_.end() || !package_.read(part->second, margin)) continue;
      std::vector<Foreign> before = std::exchange(notes_, {});
      std::string text;
      std::string markup;
      in_margin_ = true;
      each(margin.document_element(), [&](std::string_view name, pugi::xml_node node) {
        if (name != "p") return false;
        Said said;
        add_paragraph(node, said);
        field_depth_ = 0;
        text += said.words;
        markup += said.markup();
        return true;
      });
      in_margin_ = false;
      std::vector<Foreign> here = std::exchange(notes_, std::move(before));
      const std::string words(base::trimmed(text));
      if (words.empty() && here.empty()) continue;
      const std::string place =
          std::string(one.name()) + " " + sheets::attribute(one, "type").value();
      std::string key = place + "\n" + words + "\n" + markup;
      for (const Foreign& foreign : here) key += "\n" + foreign.element + " " + foreign.words;
      margins_.try_emplace(std::move(key),
                           ReadValue{{}, place, {}, words, markup, std::move(here)});
    }
  }

  const sheets::Package& package_;
  pugi::xml_document styles_;
  pugi::xml_document numbering_;
  std::map<std::string, std::string> parts_;  ///< by the ids of their relations
  std::map<std::string, pugi::xml_node> styles_by_id_;
  std::string default_style_;
  std::set<std::string> headings_;            ///< the ids of their styles
  std::map<std::string, ReadValue> margins_;  ///< the heads and feet of pages
  Places places_;
  std::vector<Foreign> notes_;  ///< of the value that is being read
  int depth_ = 0;
  bool in_margin_ = false;
  int field_depth_ = 0;
  std::string field_code_;
};

}  // namespace

std::optional<std::vector<ReadValue>> read_docx(std::string_view text) {
  const std::string bytes(text);
  const sheets::Package package(
      bytes, "docx",
      {"用 WPS 或 Word 打开，另存为 docx 再试", "open it, save it as docx and try again"});
  pugi::xml_document document;
  if (!package.read("word/document.xml", document)) return std::nullopt;
  DocxReader reader(package);
  reader.read(document.document_element());
  return reader.take();
}

}  // namespace taizhang::render
