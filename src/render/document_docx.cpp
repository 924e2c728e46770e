// SPDX-License-Identifier: MIT
//
// The view of a document, with what only pages need added to each block: widths in twips, colours,
// and where the sheet turns. The parts of the package are templates filled with it.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "document/paper_columns.h"
#include "render/document_view.h"
#include "render/docx_reference.h"
#include "render/escape.h"
#include "render/format.h"
#include "sheets/package.h"

namespace taizhang::render {

namespace {

using document::Tone;
using document::Value;

/// `text` in a run of WordprocessingML, each line of it in a line of its own.
std::string escape_docx(std::string_view given) {
  constexpr std::string_view line_end = "</w:t><w:br/><w:t xml:space=\"preserve\">";
  std::string result;
  const std::string text = base::plain_text(given);
  for (const std::string_view line : base::split(text, '\n')) {
    if (line.data() != text.data()) result += line_end;
    result += escape_xml(line);
  }
  return result;
}

/// Dark enough to be read on white, and in print.
std::string_view colour_of(Tone tone) {
  constexpr std::string_view colours[] = {"", "1F5FA8", "1E7B34", "5F5F5F", "946200", "C00000"};
  return colours[static_cast<std::size_t>(tone)];
}

/// Adds to a view of a value what a run needs. A word has a dot in its colour before it,
/// also one with a remark.
void add_colour(Json& view, const Value& value) {
  view["colour"] = colour_of(value.tone());
  view["dot"] =
      value.tone() != Tone::plain && document::bare(value).as<document::Word>() != nullptr;
}

/// Whom a sheet is sent to, who signs it and when, and who has a copy have places of their own in
/// GB/T 9704—2012.
struct Placed {
  std::string_view key;
  const char* style;
};
constexpr Placed placed[] = {{"addressed", "Addressed"},
                             {"signed_by", "SignedBy"},
                             {"signed_on", "SignedOn"},
                             {"copied", "Copied"}};
const char* style_of(const document::Paragraph& paragraph) {
  const auto* found = std::ranges::find(placed, paragraph.key, &Placed::key);
  return found == std::end(placed) ? "BodyText" : found->style;
}

bool is_placed(const document::Block& block, std::string_view key) {
  const auto* paragraph = std::get_if<document::Paragraph>(&block);
  return paragraph && paragraph->key == key;
}

/// Whether a block stays on the page of the one behind it: nobody signs a page that has nothing
/// else, nor is who has a copy alone on one.
bool keeps_with(const document::Block& next) {
  return is_placed(next, "signed_by") || is_placed(next, "copied");
}

/// Lets the last line of a block stay with what follows. Of a table that is a row.
void keep_end(Json& block) {
  block["keeps"] = true;
  if (block.contains("rows")) {
    // What is not said of a row or cell would be looked for outside it.
    for (Json& row : block["rows"]) row["keeps"] = false;
    if (!block["rows"].empty()) block["rows"].back()["keeps"] = true;
  } else if (block.contains("lines")) {
    for (Json& line : block["lines"]) line["keeps"] = false;
    if (!block["lines"].empty()) block["lines"].back()["keeps"] = true;
  }
}

/// Whether sheets of it are signed: then each shall have one page, and stands closer.
bool is_signed(const document::Document& document) {
  return std::ranges::any_of(document.chapters, [](const document::Chapter& chapter) {
    return std::ranges::any_of(
        chapter.blocks, [](const document::Block& block) { return is_placed(block, "signed_by"); });
  });
}

Json section_of(const DocxPage& upright, bool turned) {
  const DocxPage page = turned ? upright.turned() : upright;
  return {{"landscape", turned},    {"width", page.width},   {"height", page.height},
          {"top", page.top},        {"right", page.right},   {"bottom", page.bottom},
          {"left", page.left},      {"header", page.header}, {"footer", page.footer},
          {"goes_on", page.compact}};
}

/// What a block ends with on a page.
enum class End {
  nothing,    ///< it leaves none, or none that a section can end with
  paragraph,  ///< its last line
  gap,        ///< the room behind a table
};

End end_of(const document::Block& block) {
  struct {
    End operator()(const document::Heading&) const { return End::paragraph; }
    End operator()(const document::Paragraph&) const { return End::paragraph; }
    End operator()(const document::Note&) const { return End::paragraph; }
    End operator()(const document::Bullets& bullets) const {
      return bullets.lines.empty() ? End::nothing : End::paragraph;
    }
    End operator()(const document::Steps&) const { return End::nothing; }
    End operator()(const document::Chart&) const { return End::nothing; }
    End operator()(const document::Table& table) const {
      return table.columns.empty() ? End::nothing : End::gap;
    }
    End operator()(const document::Fields& fields) const {
      return fields.lines.empty() ? End::nothing : End::gap;
    }
  } const end;
  return std::visit(end, block);
}

/// Adds to the views of blocks what pages need, block by block in the order of the document.
class Pages {
 public:
  Pages(const document::Document& document, const DocxPage& page)
      : language_(document.language), page_(page) {}

  void operator()(const document::Heading& heading, Json& view) const {
    add_colour(view, heading.text);
    view["style"] = "Heading" + std::to_string(std::clamp(heading.level, 1, 5));
  }
  void operator()(const document::Paragraph& paragraph, Json& view) const {
    add_colour(view, paragraph.text);
    view["style"] = style_of(paragraph);
  }
  void operator()(const document::Note&, Json&) const {}
  void operator()(const document::Chart&, Json&) const {}
  void operator()(const document::Bullets& bullets, Json& view) const {
    const std::size_t count = bullets.lines.size();
    view["compact"] = page_.compact;
    const bool in_columns = page_.compact && bullets.in_columns && count > 0;
    std::size_t second = count;
    if (in_columns) {
      view["section"] = section_of(page_, turned_);
      std::vector<std::string> lines;
      for (const Value& line : bullets.lines) lines.push_back(document::text(line, language_));
      second = document::in_two_columns(lines).second;
    }
    for (std::size_t i = 0; i < count; ++i) {
      add_colour(view["lines"][i], bullets.lines[i]);
      view["lines"][i]["next_column"] = i == second;
      // The section of a text ends with its last paragraph.
      view["lines"][i]["two_columns"] = in_columns && i + 1 == count;
    }
    view["in_columns"] = in_columns;
  }
  void operator()(const document::Steps& steps, Json& view) const {
    for (std::size_t i = 0; i < steps.steps.size(); ++i) {
      Json& step = view["steps"][i];
      add_colour(step, steps.steps[i].value);
      step["n"] = i + 1;
      step["colon"] = language_ == base::Language::zh ? "：" : ": ";
    }
  }
  void operator()(const document::Fields& fields, Json& view) const {
    const int width = text_width();
    view["width"] = width;
    // A table without rows or columns would be none to a word processor.
    view["any"] = !fields.lines.empty();
    view["of_labels"] = width / 4;
    view["of_values"] = width - width / 4;
    for (std::size_t i = 0; i < fields.lines.size(); ++i) {
      add_colour(view["lines"][i], fields.lines[i].value);
      view["lines"][i]["note"] = document::text(fields.lines[i].note, language_);
    }
  }

  /// In lines of at most four, none of which is the last alone.
  void operator()(const document::Cards& cards, Json& view) const {
    const std::size_t count = std::max<std::size_t>(cards.lines.size(), 1);
    const std::size_t lines = (count + 3) / 4;
    const std::size_t in_line = (count + lines - 1) / lines;
    Json all = std::move(view["cards"]);
    view["lines"] = Json::array();
    view["grid"] = Json::array();
    view["any"] = !cards.lines.empty();
    view["width"] = text_width();
    view["card_width"] = text_width() / static_cast<int>(in_line);
    for (std::size_t i = 0; i < in_line; ++i) view["grid"].push_back(Json::object());
    for (std::size_t i = 0; i < lines * in_line; ++i) {
      Json card{{"label", ""}, {"text", ""}, {"note", ""}, {"colour", ""}, {"dot", false}};
      if (i < cards.lines.size()) {
        card = std::move(all[i]);
        add_colour(card, cards.lines[i].value);
      }
      if (i % in_line == 0) view["lines"].push_back({{"cards", Json::array()}});
      view["lines"].back()["cards"].push_back(std::move(card));
    }
  }

  void operator()(const document::Table& whole, Json& view) const {
    const document::Table table = document::below_heading(whole);
    const DocxTable setting = docx_table(table, language_, page_, turned_);
    view["style"] = setting.style;
    view["any"] = !table.columns.empty();
    view["width"] = text_width();
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      view["columns"][i]["width"] = setting.widths[i];
    }
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      Json& row = view["rows"][r];
      for (std::size_t i = 0; i < table.columns.size(); ++i) {
        Json& cell = i == 0 ? row["first"] : row["rest"][i - 1];
        add_colour(cell, table.rows[r].cells[i]);
        cell["width"] = setting.widths[i];
        cell["right"] = table.columns[i].align == document::Align::right;
      }
    }
  }

  bool needs_turned(const document::Block& block) const {
    const auto* table = std::get_if<document::Table>(&block);
    return table && docx_table(document::below_heading(*table), language_, page_, false).turned;
  }

  /// The first block of a chapter that stands on a turned page; all that follow do so too, for a
  /// sheet that is turned back and forth strands a line on each. What goes to somebody by itself
  /// has one side, and a part that needs the turned one has it with its heading.
  std::size_t first_turned(const document::Chapter& chapter) const {
    const auto found = std::ranges::find_if(chapter.blocks,
                                            [&](const auto& block) { return needs_turned(block); });
    auto at = static_cast<std::size_t>(found - chapter.blocks.begin());
    if (at == chapter.blocks.size()) return at;
    if (!chapter.subject.empty()) return 0;
    const auto is_heading = [&](std::size_t i) {
      return std::holds_alternative<document::Heading>(chapter.blocks[i]);
    };
    while (at > 0 && !is_heading(at)) --at;
    while (at > 0 && is_heading(at - 1)) --at;
    return at;
  }

  void add_to(const document::Document& document, Json& view) {
    std::optional<bool> turned;
    int height = height_of_head(document);
    // An object that grows moves what it has, and its blocks are held below.
    view["first_width"] = text_width();
    for (std::size_t c = 0; c < document.chapters.size(); ++c) {
      const document::Chapter& chapter = document.chapters[c];
      Json& blocks = view["chapters"][c]["blocks"];
      const std::size_t from = from_full_page(chapter, first_turned(chapter), height);
      height = 0;
      for (std::size_t i = 0; i < chapter.blocks.size(); ++i) {
        turned_ = i >= from;
        if (!turned) view["first_width"] = text_width();
        const bool new_section = turned && *turned != turned_;
        // Each sheet is for somebody else.
        const bool sheet = c > 0 && i == 0 && !chapter.subject.empty() && !new_section;
        const Json section = new_section ? section_of(page_, *turned) : Json();
        const bool is_ended =
            (sheet || new_section) && ends_before(document, view, {c, i}, section);
        if (new_section && !is_ended) blocks[i]["turn"] = section;
        turned = turned_;
        // The block is the one kind that the view has for it.
        Json& block = block_in(blocks[i]);
        std::visit([&](const auto& one) { (*this)(one, block); }, chapter.blocks[i]);
        if (i + 1 < chapter.blocks.size() && keeps_with(chapter.blocks[i + 1])) keep_end(block);
        Json& head = view["chapters"][c]["own_head"];
        if (i == 0 && head.is_object()) {
          add_head(masthead_above(document, c), head);
          head["new_page"] = sheet;
          if (blocks[i].contains("turn"))
            std::swap(blocks[i]["turn"], view["chapters"][c]["turned"]);
        } else if (block.contains("tag")) {
          block["new_page"] = sheet;
        }
      }
    }
    view["last"] = section_of(page_, turned.value_or(false));
  }

 private:
  struct Place {
    std::size_t chapter;
    std::size_t block;
  };

  static Json& block_in(Json& block) {
    return *std::ranges::find_if(
        block, [](const Json& kind) { return kind.is_object() && !kind.contains("landscape"); });
  }

  /// Lets what stands before `at` end its section, or a sheet where `section` is none: a paragraph
  /// that only did that would take a blank page for itself behind a full one. Whether that can be.
  static bool ends_before(const document::Document& document, Json& view, Place at,
                          const Json& section) {
    const std::size_t chapter = at.block > 0 ? at.chapter : at.chapter - 1;
    const std::vector<document::Block>& blocks = document.chapters[chapter].blocks;
    std::size_t behind = at.block > 0 ? at.block : blocks.size();
    while (behind > 0 && std::holds_alternative<document::Chart>(blocks[behind - 1])) --behind;
    const End end = behind == 0 ? End::nothing : end_of(blocks[behind - 1]);
    if (end == End::nothing) return false;
    Json& block = block_in(view["chapters"][chapter]["blocks"][behind - 1]);
    Json& last = block.contains("lines") && end == End::paragraph ? block["lines"].back() : block;
    if (section.is_object()) {
      last["ends"] = section;
    } else if (end == End::gap) {
      last["ends_sheet"] = true;
    }
    return true;
  }

  /// About how much of the first page what stands above all chapters takes.
  int height_of_head(const document::Document& document) const {
    constexpr int title = 1000;
    constexpr int head_line = 480;
    constexpr int red_head = 2000;
    const auto lines = static_cast<int>(document.head.size());
    return title + head_line * lines + (document.masthead ? red_head : 0);
  }

  /// From which block on a chapter stands turned, when the upright pages before it end well: where
  /// some lines would be alone on the last of them, the part that they are of goes with what
  /// follows. `above` is what stands on the first page before the chapter.
  std::size_t from_full_page(const document::Chapter& chapter, std::size_t from, int above) const {
    if (from == 0 || from == chapter.blocks.size() || page_.compact) return from;
    const int room = page_.text_height();
    // The fonts of an office's Word and those that others have in their place.
    constexpr int lines[] = {130, 145};
    std::vector<std::vector<int>> heights;
    for (const int line : lines) {
      std::vector<int>& of_fonts = heights.emplace_back(std::vector<int>{above});
      for (std::size_t i = 0; i < from; ++i) {
        const int height = docx_height(chapter.blocks[i], language_, page_, line);
        of_fonts.push_back(of_fonts.back() + height);
      }
    }
    const auto strands = [&](std::size_t at) {
      return std::ranges::any_of(heights, [&](const std::vector<int>& of_fonts) {
        // What all but fills a page may go over it.
        const int over = of_fonts[at] % room;
        return (of_fonts[at] > room && over < room / 4) || over > room * 19 / 20;
      });
    };
    // The red head is not turned, nor left with nothing below it.
    const std::vector<int>& least = heights.front();
    for (std::size_t at = from; least[at] > room / 2; --at) {
      if ((at == from || begins_part(chapter, at)) && !strands(at)) return at;
      if (least[from] - least[at] > room) break;
    }
    return from;
  }

  static bool begins_part(const document::Chapter& chapter, std::size_t at) {
    const auto is_heading = [&](std::size_t i) {
      return std::holds_alternative<document::Heading>(chapter.blocks[i]);
    };
    return is_heading(at) && (at == 0 || !is_heading(at - 1));
  }

  void add_head(const document::Masthead& masthead, Json& head) const {
    head["issuer"] = masthead.issuer;
    head["edition"] =
        masthead.edition.is_absent() ? "" : document::text(masthead.edition, language_);
    head["date"] = document::text(masthead.date, language_);
    head["width"] = text_width();
  }

  int text_width() const { return (turned_ ? page_.turned() : page_).text_width(); }

  base::Language language_;
  DocxPage page_;
  bool turned_ = false;  ///< the page of the block that is at hand
};

}  // namespace

std::string document_docx(const document::Document& document, const Look& look) {
  Json view = document_view(document, false);
  // Of all that is sent out this must not be long, whatever there is to tell.
  const bool compact = document.has_few_pages && !look.reference && !look.spread;
  view["compact"] = compact;
  view["signed"] = is_signed(document);
  const auto part = [&](const char* name, Escape escape = escape_xml) {
    return fill_template(look.templates, std::string("docx/") + name + ".xml.mustache", view,
                         look.words, escape);
  };
  DocxLook how{.styles = part("styles"), .fonts = part("font_table")};
  if (compact) how.page = DocxPage::of_compact();
  if (look.reference) how = with_reference(how, look.reference->bytes, look.reference->name);
  Pages(document, how.page).add_to(document, view);
  view["theme"] = !how.theme.empty();
  std::vector<sheets::Packed> parts{{"[Content_Types].xml", part("content_types")},
                                    {"_rels/.rels", part("rels")},
                                    {"word/document.xml", part("document", escape_docx)},
                                    {"word/_rels/document.xml.rels", part("document_rels")},
                                    {"word/styles.xml", how.styles},
                                    {"word/settings.xml", part("settings")},
                                    {"word/fontTable.xml", how.fonts},
                                    {"word/numbering.xml", part("numbering")},
                                    {"docProps/core.xml", part("core")},
                                    {"docProps/app.xml", part("app")}};
  if (!how.theme.empty()) parts.push_back({"word/theme/theme1.xml", how.theme});
  view["side"] = "right";
  parts.push_back({"word/footer1.xml", part("footer")});
  view["side"] = "left";
  parts.push_back({"word/footer2.xml", part("footer")});
  return sheets::packed(parts);
}

}  // namespace taizhang::render
