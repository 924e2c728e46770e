// SPDX-License-Identifier: MIT
#include "report/site/site.h"

#include <algorithm>
#include <memory>

#include "report/explain/parts.h"
#include "report/monthly/parts.h"
#include "report/reports.h"
#include "report/sheets/sheet.h"
#include "report/site/map.h"
#include "report/weekly/parts.h"

namespace taizhang::report {

namespace {

/// In counts; the picture of them stands with the sections.
void overview(Paper& paper) { weekly_counts(paper); }

/// What the first page says of each plan: what must be looked at before how all of it stands.
constexpr Part parts_of_first[] = {
    {keys::monthly_part_overview, overview},
    {keys::weekly_part_exceptions, weekly_exceptions},
    {keys::monthly_part_sections, monthly_sections, &keys::monthly_no_sections},
    {keys::weekly_part_due, weekly_due, &keys::weekly_no_due},
    {keys::monthly_part_units, monthly_units, &keys::monthly_no_units}};

/// A text that leads to the page of a row.
Value name_of_row(const Row& row, std::string text) {
  return Value(std::move(text))
      .from(document::Origin{.kind = std::string(facts::kind_of(row.kind).name),
                             .clocks = row.world->clocks(),
                             .address = facts::address(row),
                             .field = "title"});
}

/// All pages, as they are written.
class Writing {
 public:
  Writing(const Asked& asked, const std::string& source)
      : asked_(asked), plans_(plans_in_view(asked).plans), map_(std::make_shared<SiteMap>(source)) {
    for (const Row& plan : plans_) {
      map_->add(plan);
      for (const Row& section : sections(plan)) map_->add(section);
      for (const Row& unit : units(plan)) map_->add(unit);
      for (const std::string& leader : leaders_of(plan)) map_->add_leader(plan, leader);
      for (const Row& task : tasks(plan)) map_->add(task);
    }
  }

  Site written() {
    first();
    for (const Row& plan : plans_) {
      all_tasks(plan);
      for (const Row& section : sections(plan)) this->section(section);
      for (const Row& unit : units(plan)) this->unit(unit);
      for (const std::string& name : leaders_of(plan)) leader(plan, name);
      const std::vector<Row> all = tasks(plan);
      for (std::size_t i = 0; i < all.size(); ++i) {
        task(all[i], i > 0 ? &all[i - 1] : nullptr, i + 1 < all.size() ? &all[i + 1] : nullptr);
      }
    }
    return {std::move(pages_), [map = map_](const Value& value, const document::Origin& origin) {
              return map->target(value, origin);
            }};
  }

 private:
  static std::vector<Row> tasks(const Row& plan) { return facts::rows_in(plan, Kind::tasks); }
  static std::vector<Row> sections(const Row& plan) { return facts::rows_in(plan, Kind::sections); }
  static std::vector<Row> units(const Row& plan) {
    std::vector<Row> all = facts::rows_in(plan, Kind::units);
    const std::set<std::string> at_work = units_at_work(plan);
    std::erase_if(all, [&](const Row& unit) { return !at_work.contains(text_of(unit, "name")); });
    return all;
  }

  std::string word(words::Key<0> key) const { return std::string(asked_.words[key]); }

  /// A page with its title, the way to it, and what its figures are of.
  Document page(std::string id, const Row& plan, std::string title) const {
    Document document = started(asked_, std::move(id), std::move(title));
    document.head = {facts::value(plan, "title"), days(asked_)};
    document.foot.insert(document.foot.begin(), legend(asked_));
    document.navigation.push_back(Value(asked_.words[keys::site_home])
                                      .from(document::Origin{.kind = std::string(site_kind)}));
    document.navigation.push_back(
        name_of_row(plan, plans_.size() > 1 ? text_of(plan, "title") : word(keys::site_all_tasks)));
    return document;
  }

  void put(std::string file, Document document) {
    map_->add_anchors(file, document);
    pages_.push_back({std::move(file), std::move(document)});
  }

  void first() {
    Document document = started_paper(asked_, {.id = "site", .title = keys::site_title});
    for (const Row& plan : plans_) {
      const int level = plans_.size() > 1 ? 2 : 1;
      Paper paper(asked_, plan, level, asked_.clocks.as_of - one_week + std::chrono::days{1});
      if (plans_.size() > 1) paper.heading(facts::value(plan, "title"), -1);
      paper.line("others",
                 say(asked_, keys::site_others, name_of_row(plan, word(keys::site_all_tasks))));
      int number = 0;
      for (const Part& part : parts_of_first) {
        paper.heading(part_heading(asked_, ++number, paper.word(part.title)));
        const std::size_t before = paper.written();
        part.write(paper);
        if (part.none && paper.written() == before) paper.line("none", paper.word(*part.none));
      }
      taking_part(plan, paper);
      document.chapters.push_back(paper.finished());
    }
    put(std::string(first_page), std::move(document));
  }

  /// The units that no table of leading ones names.
  void taking_part(const Row& plan, Paper& paper) const {
    document::List names;
    for (const Row& unit : units(plan)) {
      if (text_of(unit, "leads") == "0") {
        names.items.push_back(name_of_row(unit, text_of(unit, "name")));
      }
    }
    if (!names.items.empty()) {
      paper.line("taking_part", say(asked_, keys::site_taking_part, std::move(names)));
    }
  }

  /// The stories of a sheet below it, and where its file has what it is of.
  void tell(const Row& row, const Document& explained, document::Chapter& chapter) {
    chapter.blocks.emplace_back(document::Heading{Value(asked_.words[keys::site_how]), 1});
    for (const document::Block& block : explained.chapters.front().blocks) {
      // Of a unit there are several stories: of its score, of what it leads, of what it supports.
      const bool is_told = std::get_if<document::Steps>(&block) ||
                           (row.kind == Kind::units && std::get_if<document::Heading>(&block));
      if (is_told) chapter.blocks.push_back(block);
    }
    chapter.blocks.emplace_back(place(row));
  }

  document::Fields place(const Row& row) {
    return {"place", {{"place", word(keys::site_place), map_->place_of(row)}}};
  }

  void all_tasks(const Row& plan) {
    Document document = page("site-plan", plan, word(keys::site_all_tasks));
    document.navigation.resize(1);
    document.chapters.push_back(sheet_of(asked_, plan, {text_of(plan, "title"), ""}));
    tell(plan, explain(asked_, plan), document.chapters.front());
    put(map_->add(plan), std::move(document));
  }

  void section(const Row& row) {
    const Row plan = facts::ancestor(row, Kind::plans);
    Document document = page(
        "site-section", plan,
        asked_.words.say(keys::explain_section_named, text_of(row, "no"), text_of(row, "title")));
    document.chapters.push_back(sheet_of(asked_, plan, {text_of(row, "no"), "section"}));
    tell(row, explain(asked_, row), document.chapters.front());
    put(map_->add(row), std::move(document));
  }

  void unit(const Row& row) {
    const Row plan = facts::ancestor(row, Kind::plans);
    const std::string name = text_of(row, "name");
    Document document = page("site-unit", plan, name);
    document.chapters.push_back(sheet_of(asked_, plan, {name, "lead"}));
    tell(row, explain(asked_, row), document.chapters.front());
    put(map_->add(row), std::move(document));
  }

  void leader(const Row& plan, const std::string& name) {
    Document document = page("site-leader", plan, name);
    document::Chapter chapter = sheet_of(asked_, plan, {name, "leader"});
    chapter.blocks.emplace_back(document::Heading{Value(asked_.words[keys::site_how]), 1});
    chapter.blocks.emplace_back(
        story_of_tasks(asked_, plan, "leader",
                       Rows(asked_.world(), Kind::tasks)
                           .where({{"plan", Test::equals, facts::address(plan)},
                                   {"leader", Test::contains, name}})));
    document.chapters.push_back(std::move(chapter));
    put(map_->add_leader(plan, name), std::move(document));
  }

  /// The card of a task, after each part of it the story of its figures and its place in the file.
  void task(const Row& row, const Row* before, const Row* after) {
    const Row plan = facts::ancestor(row, Kind::plans);
    const std::vector<facts::Step> steps = facts::trace(row);
    const auto told = [&](const Row& part, std::vector<document::Block>& blocks) {
      document::Steps own = story(asked_, part, steps);
      if (part.kind == Kind::milestones) {
        if (own.steps.empty()) return;
        blocks.emplace_back(
            document::Heading{say(asked_, keys::explain_milestone_named, facts::value(part, "name"),
                                  facts::value(part, "id")),
                              2});
      }
      if (part.kind != Kind::inspections && !own.steps.empty()) {
        const int level = part.kind == Kind::tasks ? 2 : 3;
        blocks.emplace_back(document::Heading{Value(asked_.words[keys::site_how]), level});
        blocks.emplace_back(std::move(own));
      }
      blocks.emplace_back(place(part));
    };
    Document shown = show(asked_, row,
                          {.with_contact = false,
                           .after = told,
                           .columns = {{place_field, &keys::site_place, [&](const Row& one) {
                                          return map_->line_of(asked_, one);
                                        }}}});
    Document document = page("site-task", plan, std::move(shown.title));
    for (const Row& section : sections(plan)) {
      if (text_of(section, "no") != text_of(row, "section")) continue;
      document.navigation.push_back(
          name_of_row(section, asked_.words.say(keys::explain_section_named, text_of(section, "no"),
                                                text_of(section, "title"))));
    }
    const auto beside = [&](words::Key<1> key, const Row* other) {
      if (!other) return;
      document.navigation.push_back(
          name_of_row(*other, asked_.words.say(key, facts::printed_item(*other))));
    };
    beside(keys::site_previous, before);
    beside(keys::site_next, after);
    document.chapters = std::move(shown.chapters);
    put(map_->add(row), std::move(document));
  }

  const Asked& asked_;
  std::vector<Row> plans_;
  std::shared_ptr<SiteMap> map_;
  std::vector<Page> pages_;
};

}  // namespace

Site site(const Asked& asked, const std::string& source) {
  return Writing(asked, source).written();
}

}  // namespace taizhang::report
