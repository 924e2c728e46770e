// SPDX-License-Identifier: MIT
#include <nlohmann/json.hpp>

#include "render/format.h"
#include "render/value_json.h"

namespace taizhang::render {

namespace {

/// The blocks of a chapter that have names, each under its own. Headings and notes are words for
/// people and stay out.
class ChapterJson {
 public:
  explicit ChapterJson(base::Language language) : language_(language) {}

  void operator()(const document::Heading&) {}
  void operator()(const document::Note&) {}
  void operator()(const document::Paragraph& paragraph) {
    paragraphs_[paragraph.key] = document::text(paragraph.text, language_);
  }
  void operator()(const document::Fields& fields) {
    Json& all = group(fields_, fields.id, Json::object());
    for (const auto& line : fields.lines) all[line.key] = json(line.value);
  }
  void operator()(const document::Table& table) {
    Json& all = group(tables_, table.id, Json::array());
    for (const document::Row& row : table.rows) {
      Json cells = Json::object();
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        cells[table.columns[i].key] = json(row.cells[i]);
      }
      all.push_back(std::move(cells));
    }
  }
  void operator()(const document::Bullets& bullets) {
    Json& all = group(bullets_, bullets.id, Json::array());
    for (const document::Value& line : bullets.lines) all.push_back(json(line));
  }
  void operator()(const document::Steps& steps) {
    Json& all = group(steps_, steps.id, Json::array());
    for (const auto& step : steps.steps) {
      Json lines = Json::array();
      for (const document::Value& line : step.lines) lines.push_back(json(line));
      all.push_back({{"key", step.key}, {"value", json(step.value)}, {"lines", std::move(lines)}});
    }
  }
  void operator()(const document::Cards& cards) {
    Json& all = group(cards_, cards.id, Json::object());
    for (const auto& card : cards.cards) {
      all[card.key] = {{"value", json(card.value)}, {"note", json(card.note)}};
    }
  }

  Json take(const std::string& plan) {
    return {{"plan", plan.empty() ? Json() : Json(plan)},
            {"tables", std::move(tables_)},
            {"fields", std::move(fields_)},
            {"paragraphs", std::move(paragraphs_)},
            {"cards", std::move(cards_)},
            {"steps", std::move(steps_)},
            {"bullets", std::move(bullets_)}};
  }

 private:
  Json json(const document::Value& value) const { return json_of(value, language_); }

  /// What stands under `id`, so that two blocks of one name come to one.
  static Json& group(Json& all, const std::string& id, Json empty) {
    Json& found = all[id];
    if (found.is_null()) found = std::move(empty);
    return found;
  }

  base::Language language_;
  Json tables_ = Json::object();
  Json fields_ = Json::object();
  Json paragraphs_ = Json::object();
  Json cards_ = Json::object();
  Json steps_ = Json::object();
  Json bullets_ = Json::object();
};

}  // namespace

std::string document_json(const document::Document& document, const Look&) {
  if (document.data) return json_text(json_of(document.data(), document.language));
  Json plans = Json::array();
  for (const document::Chapter& chapter : document.chapters) {
    ChapterJson blocks(document.language);
    for (const document::Block& block : chapter.blocks) std::visit(blocks, block);
    plans.push_back(blocks.take(chapter.plan));
  }
  Json all{{"schema_version", 2}, {"report", document.id}};
  // What needs no ledger is of no day.
  if (document.clocks != base::Clocks{}) {
    all["as_of"] = base::iso(document.clocks.as_of);
    all["known_by"] = base::iso(document.clocks.known_by);
  }
  all["plans"] = std::move(plans);
  return json_text(all);
}

}  // namespace taizhang::render
