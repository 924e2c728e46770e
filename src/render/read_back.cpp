// SPDX-License-Identifier: MIT
#include "render/read_back.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>
#include <set>

#include "base/text.h"
#include "sheets/package.h"

namespace taizhang::render {

namespace {

/// What a text says that a format has escaped.
std::string unescaped_markdown(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) ++i;
    result += text[i];
  }
  return result;
}

std::string unescaped_html(std::string_view text) {
  constexpr std::pair<std::string_view, char> entities[] = {
      {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const auto entity = std::ranges::find_if(
        entities, [&](const auto& one) { return text.substr(i).starts_with(one.first); });
    result += entity == std::end(entities) ? text[i] : entity->second;
    i += entity == std::end(entities) ? 1 : entity->first.size();
  }
  return result;
}

/// Puts together what stands where.
class Places {
 public:
  /// A heading is a line below the one before it: one that is gone is missed.
  void heading(std::string text) {
    line(text);
    table_ = std::move(text);
    line_ = 0;
    columns_.clear();
  }
  void columns(std::vector<std::string> titles) {
    columns_ = std::move(titles);
    row_ = 0;
  }
  bool in_table() const { return !columns_.empty(); }
  void end_table() { columns_.clear(); }
  void row(const std::vector<std::string>& cells) {
    ++row_;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      values_.push_back({table_, std::to_string(row_),
                         i < columns_.size() ? columns_[i] : std::to_string(i + 1), cells[i]});
      if (i < markups_.size()) values_.back().markup = std::move(markups_[i]);
    }
    markups_.clear();
  }
  void line(std::string text) {
    values_.push_back({table_, std::to_string(++line_), {}, std::move(text)});
    for (const std::string& markup : markups_) values_.back().markup += markup;
    markups_.clear();
  }
  /// What stands around the next line, or the next cell of a row.
  void markup(std::string markup) { markups_.push_back(std::move(markup)); }
  /// What follows the last value.
  void end(std::string markup) { values_.push_back({{}, "</html>", {}, {}, std::move(markup)}); }
  std::vector<ReadValue> take(std::string (*unescaped)(std::string_view)) {
    for (ReadValue& value : values_) value.text = unescaped(value.text);
    return std::move(values_);
  }

 private:
  std::vector<ReadValue> values_;
  std::string table_;
  std::vector<std::string> columns_;
  std::vector<std::string> markups_;
  std::size_t row_ = 0;
  std::size_t line_ = 0;
};

/// The cells of a line of a pipe table; a pipe that is escaped is one of a cell.
std::vector<std::string> pipe_cells(std::string_view line) {
  std::vector<std::string> cells;
  std::string cell;
  for (std::size_t i = 1; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size()) {
      cell += line[i];
      cell += line[++i];
    } else if (line[i] == '|') {
      cells.emplace_back(base::trimmed(cell));
      cell.clear();
    } else {
      cell += line[i];
    }
  }
  return cells;
}

std::vector<ReadValue> of_markdown(std::string_view text) {
  Places places;
  for (const std::string_view line : base::split(text, '\n')) {
    if (line.starts_with("#")) {
      places.heading(std::string(base::trimmed(line.substr(line.find_first_not_of('#')))));
    } else if (!line.starts_with("|")) {
      places.end_table();
      if (!base::trimmed(line).empty()) places.line(std::string(line));
    } else if (!places.in_table()) {
      places.columns(pipe_cells(line));
    } else if (!line.starts_with("| ---")) {
      places.row(pipe_cells(line));
    }
  }
  return places.take(unescaped_markdown);
}

/// Whether a tag marks a word inside of a cell or a line, or is of a picture in it.
bool is_within_line(std::string_view tag) {
  tag.remove_prefix(tag.starts_with("</") ? 2 : 1);
  return std::ranges::any_of(
      std::to_array<std::string_view>({"span", "svg", "rect", "text", "title"}),
      [&](std::string_view name) { return tag.starts_with(name); });
}

/// The text of a page between tags, what its style sheet says left out.
std::vector<ReadValue> of_html(std::string_view text) {
  Places places;
  std::string words;
  std::vector<std::string> cells;
  bool in_head = false;
  std::size_t told = 0;
  // Line ends are those of the machine that saved the page.
  const auto markup_to = [&](std::size_t end) {
    std::string markup(text.substr(told, end - told));
    std::erase(markup, '\r');
    told = end;
    return markup;
  };
  const std::size_t body = text.find("<body");
  if (body == std::string_view::npos) return {};
  for (std::size_t at = body; at < text.size();) {
    if (text[at] != '<') {
      const std::size_t end = std::min(text.find('<', at), text.size());
      words += text.substr(at, end - at);
      at = end;
      continue;
    }
    const std::size_t end = std::min(text.find('>', at), text.size() - 1);
    const std::string_view tag = text.substr(at, end - at + 1);
    const bool is_heading = tag.size() == 5 && tag.starts_with("</h");
    const std::string said(base::trimmed(words));
    if (tag.starts_with("<thead")) in_head = true;
    if (tag == "</thead>") in_head = false;
    if (tag == "</th>" || tag == "</td>") {
      cells.push_back(said);
      if (!in_head) places.markup(markup_to(end + 1));
    } else if (tag == "</tr>") {
      in_head ? places.columns(cells) : places.row(cells);
      cells.clear();
    } else if (is_heading) {
      places.markup(markup_to(end + 1));
      places.heading(said);
    } else if (!said.empty() &&
               (tag == "</p>" || tag == "</li>" || tag == "</dt>" || tag == "</dd>")) {
      places.markup(markup_to(end + 1));
      places.line(said);
    }
    if (!is_within_line(tag)) words.clear();
    at = end + 1;
  }
  places.end(markup_to(text.size()));
  return places.take(unescaped_html);
}

/// The text of a paragraph of WordprocessingML, however its runs part it.
std::string words_of(pugi::xml_node paragraph) {
  std::string words;
  for (const pugi::xml_node run : paragraph.children()) {
    // What is hidden is not read.
    if (sheets::child(sheets::child(run, "rPr"), "vanish")) continue;
    if (sheets::is(run, "r")) words += words_of(run);
    if (sheets::is(run, "t")) words += run.text().get();
    if (sheets::is(run, "tab")) words += ' ';
    if (sheets::is(run, "br")) words += '\n';
  }
  return words;
}

/// Reads the body of a document of a word processor. Headings are known by the names of their
/// styles, which stay when another program has saved the file; only their capitals do not: what is
/// heading 1 in Word is Heading 1 in LibreOffice.
class DocxReader {
 public:
  explicit DocxReader(const sheets::Package& package) {
    pugi::xml_document styles;
    package.read("word/styles.xml", styles);
    for (const pugi::xml_node style : styles.document_element().children()) {
      const std::string name = base::lower_ascii(value_of(sheets::child(style, "name")));
      if (name == "title" || name.starts_with("heading ")) {
        headings_.insert(sheets::attribute(style, "styleId").value());
      }
    }
  }

  void read(pugi::xml_node body) {
    for (const pugi::xml_node node : body.children()) {
      if (sheets::is(node, "p")) read_paragraph(node);
      if (sheets::is(node, "tbl")) read_table(node);
    }
  }

  std::vector<ReadValue> take() {
    return places_.take([](std::string_view text) { return std::string(text); });
  }

 private:
  static std::string value_of(pugi::xml_node node) {
    return sheets::attribute(node, "val").value();
  }

  void read_paragraph(pugi::xml_node node) {
    const std::string words(base::trimmed(words_of(node)));
    const std::string style = value_of(sheets::child(sheets::child(node, "pPr"), "pStyle"));
    if (headings_.contains(style)) {
      places_.heading(words);
    } else if (!words.empty()) {
      places_.line(words);
    }
  }

  /// What has no head is no table of rows: its cells are read as lines.
  void read_table(pugi::xml_node table) {
    places_.end_table();
    for (const pugi::xml_node row : table.children()) {
      if (!sheets::is(row, "tr")) continue;
      std::vector<std::string> cells;
      for (const pugi::xml_node cell : row.children()) {
        if (!sheets::is(cell, "tc")) continue;
        std::string& words = cells.emplace_back();
        for (const pugi::xml_node node : cell.children()) {
          if (!sheets::is(node, "p")) continue;
          words += (words.empty() ? "" : "\n") + words_of(node);
        }
      }
      if (sheets::child(sheets::child(row, "trPr"), "tblHeader")) {
        places_.columns(cells);
      } else if (places_.in_table()) {
        places_.row(cells);
      } else {
        for (const std::string& words : cells) places_.line(words);
      }
    }
    places_.end_table();
  }

  Places places_;
  std::set<std::string> headings_;  ///< the ids of their styles
};

std::optional<std::vector<ReadValue>> of_docx(std::string_view text) {
  const std::string bytes(text);
  const sheets::Package package(
      bytes, "docx",
      {"用 WPS 或 Word 打开，另存为 docx 再试", "open it, save it as docx and try again"});
  pugi::xml_document document;
  if (!package.read("word/document.xml", document)) return std::nullopt;
  DocxReader reader(package);
  reader.read(sheets::child(document.document_element(), "body"));
  return reader.take();
}

/// Where a value of JSON stands: `/plans/0/tables/due/3/title` is one of the third after the first
/// in a list of things below a name.
ReadValue place_in_list(const std::string& path) {
  constexpr std::size_t names_above = 5;  // the empty one before the first slash is one
  const std::vector<std::string_view> names = base::split(path, '/');
  const bool is_in_list =
      names.size() > names_above && names[1] == "plans" &&
      names[names_above].find_first_not_of("0123456789") == std::string_view::npos;
  if (!is_in_list) return {{}, path, {}, {}};
  const auto begin = static_cast<std::size_t>(names[names_above].data() - path.data());
  const std::size_t end = begin + names[names_above].size();
  return {path.substr(0, begin - 1), std::string(names[names_above]), path.substr(end), {}};
}

std::optional<std::vector<ReadValue>> of_json(std::string_view text) {
  const auto json = nlohmann::ordered_json::parse(text, nullptr, false);
  if (json.is_discarded()) return std::nullopt;
  std::vector<ReadValue> values;
  const auto flat = json.flatten();
  for (const auto& [path, value] : flat.items()) {
    ReadValue& read = values.emplace_back(place_in_list(path));
    read.text = value.is_string() ? value.get<std::string>() : value.dump();
  }
  return values;
}

}  // namespace

std::optional<std::vector<ReadValue>> read_values(std::string_view text, std::string_view format) {
  if (format == "markdown") return of_markdown(text);
  if (format == "docx") return of_docx(text);
  if (format == "html") return of_html(text);
  if (format == "json") return of_json(text);
  return std::nullopt;
}

}  // namespace taizhang::render
