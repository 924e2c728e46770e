// SPDX-License-Identifier: MIT
#include <nlohmann/json.hpp>

#include "render/format.h"
#include "render/json_text.h"

namespace taizhang::render {

namespace {

/// The blocks of a chapter that have names, each under its own. Headings and notes are words for
/// people and stay out.
class ChapterJson {
 public:
  ChapterJson(const std::string& plan, base::Language language) : language_(language) {
    all_["plan"] = plan.empty() ? Json() : Json(plan);
    for (const char* kind :
         {"tables", "fields", "paragraphs", "cards", "steps", "bullets", "charts"}) {
      all_[kind] = Json::object();
    }
  }

  void operator()(const document::Heading&) {}
  void operator()(const document::Note&) {}
  void operator()(const document::Paragraph& paragraph) {
    all_["paragraphs"][paragraph.key] = document::text(paragraph.text, language_);
  }
  void operator()(const document::Fields& fields) {
    Json& all = group("fields", fields.id, Json::object());
    for (const auto& line : fields.lines) all[line.key] = json(line.value);
  }
  void operator()(const document::Table& table) { rows("tables", table); }
  void operator()(const document::Chart& chart) { rows("charts", chart); }
  void operator()(const document::Bullets& bullets) {
    Json& all = group("bullets", bullets.id, Json::array());
    for (const document::Value& line : bullets.lines) all.push_back(json(line));
  }
  void operator()(const document::Steps& steps) {
    Json& all = group("steps", steps.id, Json::array());
    for (const auto& step : steps.steps) {
      Json lines = Json::array();
      for (const document::Value& line : step.lines) lines.push_back(json(line));
      all.push_back({{"key", step.key}, {"value", json(step.value)}, {"lines", std::move(lines)}});
    }
  }
  void operator()(const document::Cards& cards) {
    Json& all = group("cards", cards.id, Json::object());
    for (const auto& card : cards.lines) {
      all[card.key] = {{"value", json(card.value)}, {"note", json(card.note)}};
    }
  }

  Json take() { return std::move(all_); }

 private:
  Json json(const document::Value& value) const { return json_of(value, language_); }

  void rows(const char* kind, const document::Table& table) {
    Json& all = group(kind, table.id, Json::array());
    for (const document::Row& row : table.rows) {
      Json cells = Json::object();
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        cells[table.columns[i].key] = json(row.cells[i]);
      }
      all.push_back(std::move(cells));
    }
  }

  /// What stands under `id`, so that two blocks of one name come to one.
  Json& group(const char* kind, const std::string& id, Json empty) {
    Json& found = all_[kind][id];
    if (found.is_null()) found = std::move(empty);
    return found;
  }

  base::Language language_;
  Json all_ = Json::object();
};

}  // namespace

namespace {

constexpr int schema_version = 2;

/// What a document is made of; one thing says which version of the names it has, a list has no
/// place for that.
document::Value data_of(const document::Document& document) {
  document::Value data = document.data();
  const auto* record = data.as<document::Record>();
  if (!record) return data;
  document::Record whole = *record;
  whole.rows.emplace(whole.rows.begin(), "schema_version", schema_version);
  return whole;
}

}  // namespace

std::string document_json(const document::Document& document, const Look&) {
  if (document.data) return json_text(data_of(document), document.language);
  Json plans = Json::array();
  for (const document::Chapter& chapter : document.chapters) {
    ChapterJson blocks(chapter.plan, document.language);
    for (const document::Block& block : chapter.blocks) std::visit(blocks, block);
    plans.push_back(blocks.take());
    if (!chapter.subject.empty()) plans.back()["subject"] = chapter.subject;
  }
  Json all{{"schema_version", schema_version}, {"report", document.id}};
  // What needs no ledger is of no day.
  if (document.clocks != base::Clocks{}) {
    all["as_of"] = base::iso(document.clocks.as_of);
    all["known_by"] = base::iso(document.clocks.known_by);
  }
  if (document.masthead) {
    all["issuer"] = document.masthead->issuer.empty() ? Json() : Json(document.masthead->issuer);
    all["edition"] = json_of(document.masthead->edition, document.language);
  }
  if (!document.provenance.empty()) all["provenance"] = document.provenance;
  all["plans"] = std::move(plans);
  return json_text(all);
}

std::string document_json_lines(const document::Document& document, const Look&) {
  std::string lines;
  if (document.data) {
    const document::Value data = data_of(document);
    const auto* list = data.as<document::List>();
    if (!list) return json_line(json_of(data, document.language));
    for (const document::Value& item : list->items) {
      lines += json_line(json_of(item, document.language));
    }
    return lines;
  }
  document::for_each_table(
      document, [&](const document::Chapter&, const document::Table& table, const std::string&) {
        for (const document::Row& row : table.rows) {
          Json line{{"table", table.id}};
          for (std::size_t i = 0; i < row.cells.size(); ++i) {
            line[table.columns[i].key] = json_of(row.cells[i], document.language);
          }
          lines += json_line(line);
        }
      });
  return lines;
}

}  // namespace taizhang::render
