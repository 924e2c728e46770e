// SPDX-License-Identifier: MIT
#include "render/document_view.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "render/chart_layout.h"
#include "render/escape.h"
#include "render/format.h"
#include "render/heading_number.h"
#include "render/html_layout.h"
#include "render/json_text.h"

namespace taizhang::render {

using document::Align;
using document::Tone;
using document::Value;

namespace {

/// The value at `key` of `all`, one step down at each point of the key.
Json& at_key(Json& all, std::string_view key) {
  Json* at = &all;
  for (const std::string_view part : base::split(key, '.')) {
    if (!at->is_object()) *at = Json::object();
    at = &(*at)[std::string(part)];
  }
  return *at;
}

void add_class(std::string& classes, std::string_view name) {
  if (!classes.empty() && !name.empty()) classes += ' ';
  classes += name;
}

/// A date or a number is printed in its colour; a word has a dot in its colour before it, so that
/// neither colour nor word stands alone.
bool is_figure(const Value& value) {
  if (const auto* sentence = value.as<document::Sentence>()) {
    return !sentence->pieces.empty() && is_figure(sentence->pieces.front());
  }
  const Value& bare = document::bare(value);
  return bare.as<base::Date>() || bare.as<long long>() || bare.as<document::Number>();
}

std::string tone_class(const Value& value) {
  if (value.tone() == Tone::plain) return {};
  return (is_figure(value) ? "toned " : "light ") + std::string(tone_name(value.tone()));
}

std::string column_class(const document::Column& column, bool first) {
  std::string classes = column.align == Align::right ? "num" : "";
  if (first && column.align == Align::right) add_class(classes, "item");
  if (column.yields) add_class(classes, "text");
  return classes;
}

/// Its column, and how a cell may be broken: dates and words not at all, lists between their items,
/// figures beside each other not within one, and a number not within its unit.
std::string cell_class(const document::Column& column, const Value& value) {
  std::string classes = "c-" + column.key;
  if (column.align == Align::right) add_class(classes, "num");
  if (value.as<base::Date>()) add_class(classes, "date");
  if (value.as<document::Word>()) add_class(classes, "short");
  if (value.as<document::List>()) add_class(classes, "items");
  const bool is_of_several = value.as<document::Sentence>() || value.as<document::Phrase>();
  if (is_of_several && is_figure(value)) add_class(classes, "figures");
  if (value.as<document::Number>() && column.align != Align::right) add_class(classes, "number");
  return classes;
}

/// A value in the parts that lead somewhere and those that do not.
class Links {
 public:
  Links(const document::Leads& leads, base::Language language)
      : leads_(leads), language_(language) {}

  /// The parts of `value`; `around` is the origin of what it stands in. False where none leads to
  /// another place than the one called `here`.
  Json of(const Value& value, const document::Origin* around, const std::string& here = {}) const {
    if (!leads_) return false;
    Json parts = Json::array();
    add(value, around, here, parts);
    const bool any = std::any_of(parts.begin(), parts.end(),
                                 [](const Json& part) { return part["href"] != ""; });
    return any ? parts : Json(false);
  }

 private:
  void add(const Value& value, const document::Origin* around, const std::string& here,
           Json& parts) const {
    const document::Origin* origin = value.origin() ? value.origin() : around;
    if (const auto* sentence = value.as<document::Sentence>()) {
      for (const Value& piece : sentence->pieces) add(piece, origin, here, parts);
    } else if (const auto* list = value.as<document::List>(); list && !list->items.empty()) {
      for (const Value& item : list->items) {
        if (&item != list->items.data()) {
          put(std::string(document::list_comma.in(language_)), "", parts);
        }
        add(item, origin, here, parts);
      }
    } else {
      put(document::text(value, language_), href(value, origin, here), parts);
    }
  }

  static void put(std::string text, const std::string& href, Json& parts) {
    if (href.empty() && !parts.empty() && parts.back()["href"] == "") {
      parts.back()["text"] = parts.back()["text"].get<std::string>() + text;
    } else {
      parts.push_back({{"text", std::move(text)}, {"href", href}});
    }
  }

  std::string href(const Value& value, const document::Origin* origin,
                   const std::string& here) const {
    const auto target = origin ? leads_(value, *origin) : std::nullopt;
    if (!target || (!here.empty() && target->anchor == here)) return {};
    std::string address = target->base + escape_uri_path(target->path);
    if (!target->anchor.empty()) address += "#" + escape_uri_path(target->anchor);
    return address;
  }

  const document::Leads& leads_;
  base::Language language_;
};

/// Whom a sheet is sent to, who signs it and when, and who has a copy stand where an office expects
/// them; the key of no other paragraph is a class.
bool has_place(std::string_view key) {
  return key == "addressed" || key == "signed_by" || key == "signed_on" || key == "copied";
}

bool is_alarm(const Value& value) { return value.tone() == Tone::red && is_figure(value); }

/// The view of a chapter: its blocks in order, and once more by their names.
class ChapterView {
 public:
  ChapterView(const std::string& plan, base::Language language, bool with_tables,
              bool has_few_pages, int above, int& headings, document::Anchors& anchors,
              const Links& links)
      : language_(language),
        with_tables_(with_tables),
        has_few_pages_(has_few_pages),
        above_(above),
        headings_(headings),
        anchors_(anchors),
        links_(links) {
    // All names at once, for an object that grows copies what it has.
    all_["plan"] = plan;
    for (const char* name : {"tables", "fields", "cards", "steps", "bullets", "paragraphs"}) {
      all_[name] = Json::object();
    }
    all_["blocks"] = Json::array();
  }

  void operator()(const document::Heading& heading) {
    Json view = value(heading.text);
    const std::string text = view["text"];
    // A number at the start is set apart, in the colour of the head.
    const std::size_t number = length_of_number(text);
    const std::size_t words = std::min(text.find_first_not_of(' ', number), text.size());
    view["number"] = text.substr(0, number);
    view["gap"] = number < words && number > 0;
    view["words"] = text.substr(number > 0 ? words : 0);
    view["tag"] = "h" + std::to_string(std::clamp(heading.level - above_ + 1, 2, 6));
    view["id"] = "part-" + std::to_string(++headings_);
    add_block("heading", std::move(view));
  }

  void operator()(const document::Paragraph& paragraph) {
    Json view = value(paragraph.text);
    at_key(all_["paragraphs"], paragraph.key) = view;
    view["place"] = has_place(paragraph.key) ? paragraph.key : "";
    add_block("paragraph", std::move(view));
  }

  void operator()(const document::Note& note) { add_block("note", value(note.text)); }

  void operator()(const document::Fields& fields) {
    named("fields", "lines", fields.id, fields.lines, [](const auto&, Json&) {});
  }

  void operator()(const document::Bullets& bullets) {
    Json lines = values(bullets.lines);
    at_key(all_["bullets"], bullets.id)["lines"] = lines;
    add_block("bullets", {{"id", bullets.id}, {"lines", std::move(lines)}});
  }

  void operator()(const document::Steps& steps) {
    const std::string anchor = anchors_.of(steps.id);
    named("steps", "steps", steps.id, steps.steps, [&](const auto& step, Json& view) {
      const std::string here = anchors_.of(steps.id, step.key);
      view["anchor"] = here;
      view["links"] = false;  // the lines below it are where it would lead
      view["lines"] = values(step.lines, here);
      view["any"] = !step.lines.empty();
    });
    all_["blocks"].back()["steps"]["anchor"] = anchor;
  }

  void operator()(const document::Cards& cards) {
    named("cards", "cards", cards.id, cards.lines, [&](const auto& card, Json& view) {
      view["note"] = document::text(card.note, language_);
      view["note_links"] = links_.of(card.note, nullptr);
      const auto* number = card.value.template as<document::Number>();
      view["bar"] = card.bar && number ? base::percent(base::clamped(number->value), 2) : "";
    });
  }

  void operator()(const document::Chart& chart) {
    constexpr const char* shapes[] = {"progress", "readings", "stacked"};
    Json rows = chart_rows(chart, language_);
    const bool any = !rows.empty();
    // What its only row is called needs not be said above it once more.
    const bool says_more = rows.size() != 1 || rows.front()["label"] != chart.title;
    add_block("chart", {{"id", chart.id},
                        {"title", chart.title},
                        {"caption", says_more ? chart.title : std::string()},
                        {"shape", shapes[static_cast<std::size_t>(chart.shape)]},
                        {"any", any},
                        {"rows", std::move(rows)}});
  }

  void operator()(const document::Table& whole) {
    if (with_tables_) add_named(whole);
    const document::Table table = document::below_heading(whole);
    const HtmlTable layout =
        has_few_pages_ ? html_table_of_few_pages(table, language_) : html_table(table, language_);
    Json columns = Json::array();
    bool piles = false;
    bool has_long_cells = false;  // beside the name of the row
    for (const document::Column& column : table.columns) {
      columns.push_back({{"title", column.title},
                         {"key", column.key},
                         {"class", column_class(column, columns.empty())},
                         {"share", layout.shares.empty() ? "" : layout.shares[columns.size()]}});
      const bool is_long = column.yields || column.wraps;
      piles = piles || is_long;
      has_long_cells = has_long_cells || (is_long && columns.size() > 1);
    }
    // Many short columns become a grid in each card.
    constexpr std::size_t many_columns = 6;
    const bool is_grid = !has_long_cells && table.columns.size() >= many_columns;
    piles = piles || is_grid;
    Json rows = Json::array();
    bool alarm = !table.rows.empty();
    for (const document::Row& row : table.rows) {
      const bool late = std::any_of(row.cells.begin(), row.cells.end(), is_alarm);
      alarm = alarm && late;
      Json first = false;
      Json rest = Json::array();
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        Json cell{{"text", document::text(row.cells[i], language_)},
                  {"class", cell_class(table.columns[i], row.cells[i])},
                  {"tone", tone_class(row.cells[i])},
                  {"label", piles ? table.columns[i].title : std::string()}};
        if (Json links = links_of(table, row, i); links.is_array())
          cell["links"] = std::move(links);
        if (i == 0) {
          first = std::move(cell);
        } else {
          rest.push_back(std::move(cell));
        }
      }
      rows.push_back({{"late", late}, {"first", std::move(first)}, {"rest", std::move(rest)}});
    }
    // On a narrow screen a wide table becomes a pile of cards, one a row.
    std::string classes = is_grid ? "pile grid" : piles ? "pile" : "";
    if (alarm) add_class(classes, "alarm");
    if (!layout.shares.empty()) add_class(classes, "shared");
    add_class(classes, layout.sheet);
    add_block("table", {{"id", table.id},
                        {"anchor", anchors_.of(table.id)},
                        {"title", table.title},
                        {"class", classes},
                        {"least", layout.least},
                        {"held", layout.held},
                        {"columns", std::move(columns)},
                        {"rows", std::move(rows)},
                        {"none", table.rows.empty()}});
  }

  Json take() { return std::move(all_); }

 private:
  Json value(const Value& value, const std::string& here = {}) const {
    return {{"text", document::text(value, language_)},     {"raw", json_of(value, language_)},
            {"tone", std::string(tone_name(value.tone()))}, {"class", tone_class(value)},
            {"links", links_.of(value, nullptr, here)},     {"absent", value.is_absent()}};
  }

  Json links_of(const document::Table& table, const document::Row& row, std::size_t column) const {
    const auto around = document::origin_of(table, row, column);
    return links_.of(row.cells[column], around ? &*around : nullptr);
  }

  Json values(const std::vector<Value>& all, const std::string& here = {}) const {
    Json result = Json::array();
    for (const Value& one : all) result.push_back(value(one, here));
    return result;
  }

  /// A block of names and values in order, each of them also by its key; `add` puts in what else
  /// there is of one.
  template <class Item, class Add>
  void named(const char* kind, const char* list, const std::string& id,
             const std::vector<Item>& items, const Add& add) {
    Json all = Json::array();
    Json& by_key = at_key(all_[kind], id);
    for (const Item& item : items) {
      Json view = value(item.value);
      view["label"] = item.label;
      add(item, view);
      at_key(by_key, item.key) = view;
      all.push_back(std::move(view));
    }
    add_block(kind, {{"id", id}, {list, std::move(all)}});
  }

  /// Every block names all kinds, for a name that is not there would be looked for outside.
  void add_block(std::string_view kind, Json view) {
    Json block = Json::object();
    for (const char* other : {"heading", "paragraph", "fields", "table", "bullets", "steps",
                              "cards", "note", "chart"}) {
      block[other] = false;
    }
    block[std::string(kind)] = std::move(view);
    all_["blocks"].push_back(std::move(block));
  }

  /// A table by its id, each cell by the key of its column.
  void add_named(const document::Table& table) {
    Json columns = Json::array();
    for (const document::Column& column : table.columns) {
      columns.push_back({{"key", column.key}, {"title", column.title}});
    }
    Json& named = at_key(all_["tables"], table.id);
    Json rows = named.is_null() ? Json::array() : std::move(named["rows"]);
    for (const document::Row& row : table.rows) {
      Json cells = Json::object();
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        at_key(cells, table.columns[i].key) = value(row.cells[i]);
      }
      rows.push_back({{"address", row.address}, {"cells", std::move(cells)}});
    }
    named["title"] = table.title;
    named["columns"] = std::move(columns);
    named["none"] = rows.empty();
    named["rows"] = std::move(rows);
  }

  base::Language language_;
  bool with_tables_;
  bool has_few_pages_;
  int above_;  ///< how many levels the document passes over
  int& headings_;
  document::Anchors& anchors_;
  const Links& links_;
  Json all_ = Json::object();
};

/// How many levels there are above the highest heading of a document; its title stands there.
int levels_passed_over(const document::Document& document) {
  int highest = 0;
  for (const document::Chapter& chapter : document.chapters) {
    for (const document::Block& block : chapter.blocks) {
      const auto* heading = std::get_if<document::Heading>(&block);
      if (heading && (highest == 0 || heading->level < highest)) highest = heading->level;
    }
  }
  return std::max(highest - 1, 0);
}

/// Whether a picture is told apart by patterns, which a page defines once.
bool has_patterns(const document::Document& document) {
  for (const document::Chapter& chapter : document.chapters) {
    for (const document::Block& block : chapter.blocks) {
      const auto* chart = std::get_if<document::Chart>(&block);
      if (chart && chart->shape == document::Chart::Shape::stacked) return true;
    }
  }
  return false;
}

/// Lines of head or foot that have a tone, or those that have none.
Json lines_of(const std::vector<Value>& values, base::Language language, bool toned,
              const Links& links) {
  Json lines = Json::array();
  for (const Value& value : values) {
    if ((value.tone() != Tone::plain) == toned) {
      lines.push_back(
          {{"text", document::text(value, language)}, {"links", links.of(value, nullptr)}});
    }
  }
  return lines;
}

/// The head of a paper above a chapter; false where the document is none.
Json masthead_view(const document::Document& document, std::size_t chapter) {
  if (!document.masthead) return false;
  const document::Masthead head = masthead_above(document, chapter);
  const auto shown = [&](const Value& value) {
    return value.is_absent() ? std::string() : document::text(value, document.language);
  };
  return {{"issuer", head.issuer}, {"edition", shown(head.edition)}, {"date", shown(head.date)}};
}

}  // namespace

Json document_view(const document::Document& document, bool with_tables,
                   const document::Leads& leads) {
  const base::Language language = document.language;
  const Links links(leads, language);
  document::Anchors anchors;
  Json chapters = Json::array();
  const int above = levels_passed_over(document);
  int headings = 0;
  for (const document::Chapter& chapter : document.chapters) {
    ChapterView view(chapter.plan, language, with_tables, document.has_few_pages, above, headings,
                     anchors, links);
    for (const document::Block& block : chapter.blocks) std::visit(view, block);
    chapters.push_back(view.take());
    chapters.back()["subject"] = chapter.subject;
    chapters.back()["turned"] = false;
    chapters.back()["own_head"] =
        chapter.is_paper && chapters.size() > 1
            ? Json{{"new_page", false},
                   {"title", title_above(document, chapters.size() - 1)},
                   {"masthead", masthead_view(document, chapters.size() - 1)}}
            : Json(false);
  }
  std::string name = document.title;
  if (!document.head.empty()) name += " · " + document::text(document.head.front(), language);
  Json notices = lines_of(document.head, language, true, links);
  for (Json& line : lines_of(document.foot, language, true, links))
    notices.push_back(std::move(line));
  Json navigation = false;
  if (!document.navigation.empty()) {
    navigation = {{"lines", lines_of(document.navigation, language, false, links)}};
  }
  return {{"lang", language == base::Language::zh ? "zh-CN" : "en"},
          {"masthead", masthead_view(document, 0)},
          {"navigation", std::move(navigation)},
          {"links", false},
          {"report", document.id},
          {"title", title_above(document, 0)},
          {"name", name},
          {"as_of", base::iso(document.clocks.as_of)},
          {"known_by", base::iso(document.clocks.known_by)},
          {"meta", lines_of(document.head, language, false, links)},
          {"notices", std::move(notices)},
          {"foot", lines_of(document.foot, language, false, links)},
          {"patterns", has_patterns(document)},
          {"chapters", std::move(chapters)}};
}

PageWriter::PageWriter(Look look)
    : look_(std::move(look)),
      with_tables_(std::any_of(
          look_.templates.begin(), look_.templates.end(),
          [](const auto& file) { return file.second.find("tables") != std::string::npos; })),
      page_(look_.templates, "page.html.mustache", look_.words, escape_html) {}

std::string PageWriter::written(const document::Document& document) const {
  return page_.filled(document_view(document, with_tables_, look_.leads));
}

std::string document_html(const document::Document& document, const Look& look) {
  return PageWriter(look).written(document);
}

}  // namespace taizhang::render
