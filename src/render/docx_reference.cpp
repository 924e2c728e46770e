// SPDX-License-Identifier: MIT
#include "render/docx_reference.h"

#include <map>
#include <pugixml.hpp>
#include <set>
#include <sstream>

#include "base/fatal.h"
#include "base/text.h"
#include "sheets/package.h"

namespace taizhang::render {

namespace {

constexpr const char* word_2007 = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

std::string text_of(const pugi::xml_document& document) {
  std::ostringstream text;
  document.save(text, "", pugi::format_raw, pugi::encoding_utf8);
  return text.str();
}

/// The path of the part of the main document that is of this type; empty where there is none.
std::string part_of(const sheets::Package& package, std::string_view type) {
  pugi::xml_document relations;
  package.read("word/_rels/document.xml.rels", relations);
  for (const pugi::xml_node one : relations.document_element().children()) {
    const std::string_view its_type = sheets::attribute(one, "Type").value();
    if (!its_type.ends_with(type) || its_type.size() <= type.size()) continue;
    const std::string target = sheets::attribute(one, "Target").value();
    return target.starts_with("/") ? target.substr(1) : "word/" + target;
  }
  return {};
}

std::string id_of(pugi::xml_node style) { return style.attribute("w:styleId").value(); }

/// What a style is known by: its type and its name, which is the same in every language of Word.
std::string key_of(pugi::xml_node style) {
  const std::string name = style.child("w:name").attribute("w:val").value();
  return std::string(style.attribute("w:type").value()) + " " + base::lower_ascii(name);
}

/// Numbers of headings are part of our texts, and those lists are not here.
void take_numbering(pugi::xml_node style, pugi::xml_node own) {
  style.child("w:pPr").remove_child("w:numPr");
  const pugi::xml_node numbering = own.child("w:pPr").child("w:numPr");
  if (!numbering) return;
  pugi::xml_node properties = style.child("w:pPr");
  if (!properties) properties = style.insert_child_before("w:pPr", style.child("w:rPr"));
  if (!properties) properties = style.append_child("w:pPr");
  // The schema has a numbering after what keeps paragraphs together.
  pugi::xml_node before;
  for (const char* name :
       {"w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:framePr", "w:widowControl"}) {
    if (const pugi::xml_node there = properties.child(name)) before = there;
  }
  before ? properties.insert_copy_after(numbering, before) : properties.prepend_copy(numbering);
}

/// Gives the styles in `theirs` the ids by which our documents call them, and adds those that are
/// not there.
void merge_styles(pugi::xml_document& theirs, const pugi::xml_document& ours) {
  std::map<std::string, pugi::xml_node> own;
  std::set<std::string> own_ids;
  for (const pugi::xml_node style : ours.document_element().children("w:style")) {
    own[key_of(style)] = style;
    own_ids.insert(id_of(style));
  }
  pugi::xml_node root = theirs.document_element();
  std::map<std::string, std::string> renamed;
  for (pugi::xml_node style : root.children("w:style")) {
    const auto found = own.find(key_of(style));
    const std::string id = id_of(style);
    if (found != own.end()) {
      renamed[id] = id_of(found->second);
      take_numbering(style, found->second);
      own.erase(found);
    } else {
      renamed[id] = own_ids.contains(id) ? id + "-of-the-office" : id;
      take_numbering(style, {});
    }
  }
  const auto rename = [&](pugi::xml_attribute id) {
    const auto to = renamed.find(id.value());
    if (to != renamed.end()) id.set_value(to->second.c_str());
  };
  for (const pugi::xml_node style : root.children("w:style")) {
    rename(style.attribute("w:styleId"));
    for (const char* to : {"w:basedOn", "w:next", "w:link"}) {
      rename(style.child(to).attribute("w:val"));
    }
  }
  for (const pugi::xml_node style : ours.document_element().children("w:style")) {
    const auto missing = own.find(key_of(style));
    if (missing == own.end()) continue;
    // There is one default of a type, under whatever name.
    root.append_copy(style).remove_attribute("w:default");
  }
}

void merge_fonts(pugi::xml_document& theirs, const pugi::xml_document& ours) {
  pugi::xml_node root = theirs.document_element();
  std::set<std::string> known;
  for (pugi::xml_node font : root.children("w:font")) {
    known.insert(font.attribute("w:name").value());
    // Their files are not taken along.
    for (const char* face :
         {"w:embedRegular", "w:embedBold", "w:embedItalic", "w:embedBoldItalic"}) {
      font.remove_child(face);
    }
  }
  for (const pugi::xml_node font : ours.document_element().children("w:font")) {
    if (!known.contains(font.attribute("w:name").value())) root.append_copy(font);
  }
}

/// The margins of the last section, as they are on an upright page.
DocxPage page_of(pugi::xml_node body, const std::string& name) {
  DocxPage page;
  const pugi::xml_node section = body.child("w:sectPr");
  const pugi::xml_node margins = section.child("w:pgMar");
  const auto margin = [&](const char* side, int otherwise) {
    return margins.attribute(side).as_int(otherwise);
  };
  page.header = margin("w:header", page.header);
  page.footer = margin("w:footer", page.footer);
  const int top = margin("w:top", page.top), right = margin("w:right", page.right),
            bottom = margin("w:bottom", page.bottom), left = margin("w:left", page.left);
  const bool turned =
      std::string_view(section.child("w:pgSz").attribute("w:orient").value()) == "landscape";
  page.own_margins = true;
  page.top = turned ? right : top;
  page.right = turned ? bottom : right;
  page.bottom = turned ? left : bottom;
  page.left = turned ? top : left;
  constexpr int least_room = 4000;
  const bool is_sound = page.left >= 0 && page.right >= 0 && page.header >= 0 && page.footer >= 0 &&
                        page.text_width() >= least_room && std::abs(page.top) < page.width &&
                        std::abs(page.bottom) < page.width &&
                        page.height - std::abs(page.top) - std::abs(page.bottom) >= least_room &&
                        page.turned().text_width() >= least_room;
  if (!is_sound) {
    base::refuse(
        {{"{0} 的页边距在 A4 纸上留不下版心", "the margins of {0} leave no room on A4"}, {name}},
        {{"改一改它的页面设置", "change its page setup"}});
  }
  return page;
}

}  // namespace

DocxLook with_reference(const DocxLook& own, const std::string& bytes, const std::string& name) {
  const sheets::Package package(
      bytes, name,
      {"用 WPS 或 Word 打开，另存为 docx 再试", "open it, save it as docx and try again"});
  const auto refuse = [&]() {
    base::refuse(
        {{"{0} 不是 Word 2007 能读的 docx", "{0} is no docx that Word 2007 reads"}, {name}},
        {{"用 WPS 或 Word 打开，另存为 docx（不是“严格”的）再试",
          "open it, save it as docx (not the strict one) and try again"}});
  };
  pugi::xml_document document;
  pugi::xml_document styles;
  const auto is_word_2007 = [](const pugi::xml_document& part) {
    return std::string_view(part.document_element().attribute("xmlns:w").value()) == word_2007;
  };
  if (!package.read("word/document.xml", document) || !is_word_2007(document)) refuse();
  if (!package.read(part_of(package, "/styles"), styles) || !is_word_2007(styles)) refuse();

  DocxLook look = own;
  pugi::xml_document ours;
  ours.load_string(own.styles.c_str());
  merge_styles(styles, ours);
  look.styles = text_of(styles);
  pugi::xml_document fonts;
  if (package.read(part_of(package, "/fontTable"), fonts) && is_word_2007(fonts)) {
    ours.load_string(own.fonts.c_str());
    merge_fonts(fonts, ours);
    look.fonts = text_of(fonts);
  }
  // A theme with pictures would lead to files that are not taken along.
  pugi::xml_document theme;
  const std::string path = part_of(package, "/theme");
  const std::string pictures = "word/theme/_rels/" + path.substr(path.rfind('/') + 1) + ".rels";
  if (!package.has(pictures) && package.read(path, theme)) look.theme = text_of(theme);
  look.page = page_of(document.document_element().child("w:body"), name);
  return look;
}

}  // namespace taizhang::render
