// SPDX-License-Identifier: MIT
#include "report/site/map.h"

#include <algorithm>

#include "base/digest.h"
#include "base/text.h"
#include "query/rows.h"
#include "report/explain/parts.h"
#include "words/keys.h"

namespace taizhang::report {

namespace keys = words::keys;
using document::Origin;
using document::Target;
using facts::Kind;
using facts::Row;

namespace {

constexpr std::size_t longest_part = 40;
constexpr std::size_t digits_of_digest = 8;

/// Characters that every file system keeps as they are, in one case.
bool is_plain(char32_t point) {
  const bool is_han = point >= U'\u3400' && point <= U'\u9fff';
  return is_han || (point >= U'a' && point <= U'z') || (point >= U'0' && point <= U'9');
}

std::string part_of_name(const std::string& text) {
  std::string part;
  bool changed = text.empty();
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const base::Character one = base::character(text, at);
    const bool stays = one.valid && (is_plain(one.point) || one.point == U'-');
    changed |= !stays || characters == longest_part;
    if (characters++ < longest_part) part += stays ? text.substr(at, one.size) : "-";
    at += one.size;
  }
  if (changed) part += "-" + base::digest(text).substr(0, digits_of_digest);
  return part;
}

/// Fields that are told in the story of a figure with another name.
constexpr std::pair<std::string_view, std::string_view> told_elsewhere[] = {
    {"promise", "target"},       {"known", "completion"},       {"measures_known", "completion"},
    {"data_date", "value"},      {"days_left", "due"},          {"gap_unit", "ratio"},
    {"late_periods", "reports"}, {"missing_periods", "reports"}};

/// The figure in whose story a field is told; the field itself where there is none.
std::string_view figure_of(std::string_view field) {
  field = field.substr(0, field.find('.'));
  for (const auto& [name, figure] : told_elsewhere) {
    if (name == field) return figure;
  }
  const auto& told = told_figures();
  const auto found = std::ranges::find(told, field, &ToldFigure::name);
  return found == told.end() || found->under.empty() || found->under == unsaid ? field
                                                                               : found->under;
}

std::string text_of_row(const Row& row, std::string_view field) {
  return query::plain(facts::value(row, field));
}

bool is_counted_from_rows(Origin::How how) {
  return how != Origin::How::field && how != Origin::How::operand;
}

}  // namespace

std::string page_name(std::string_view kind, const std::string& plan, const std::string& name) {
  std::string file = std::string(kind) + "_" + part_of_name(plan);
  if (!name.empty()) file += "_" + part_of_name(name);
  return file + ".html";
}

const std::string& SiteMap::add(const Row& row) {
  const std::string address = facts::address(row);
  const std::string plan = facts::address(facts::ancestor(row, Kind::plans));
  std::string name;
  if (row.kind == Kind::plans) {
    plans_.insert(address);
    name = page_name("plan", plan, "");
  } else if (row.kind == Kind::sections) {
    name = page_name("section", plan, text_of_row(row, "no"));
    sections_[{plan, text_of_row(row, "title")}] = name;
  } else if (row.kind == Kind::units) {
    name = page_name("unit", plan, text_of_row(row, "name"));
  } else {
    tasks_.insert(address);
    name = page_name("task", plan, address.substr(plan.size() + 1));
  }
  return pages_[address] = name;
}

const std::string& SiteMap::add_leader(const Row& plan, const std::string& leader) {
  const std::string id = facts::address(plan);
  return leaders_[{id, leader}] = page_name("leader", id, leader);
}

Value SiteMap::place_of(const Row& row) {
  const std::string address = facts::address(row);
  const facts::Place place = places_[address] = facts::place_in_file(row);
  return Value(place.path + ":" + std::to_string(place.line))
      .from(Origin{.kind = std::string(facts::kind_of(row.kind).name),
                   .clocks = row.world->clocks(),
                   .address = address,
                   .field = std::string(place_field)});
}

Value SiteMap::line_of(const Asked& asked, const Row& row) {
  const Value place = place_of(row);
  const std::string line = std::to_string(places_[facts::address(row)].line);
  return Value(asked.words.say(keys::site_line, line)).from(*place.origin());
}

void SiteMap::add_anchors(const std::string& file, const Document& document) {
  document::Anchors anchors;
  std::set<std::string>& all = anchors_[file];
  for (const document::Chapter& chapter : document.chapters) {
    for (const document::Block& block : chapter.blocks) {
      if (const auto* table = std::get_if<document::Table>(&block)) {
        all.insert(anchors.of(table->id));
      } else if (const auto* steps = std::get_if<document::Steps>(&block)) {
        all.insert(anchors.of(steps->id));
        for (const auto& step : steps->steps) all.insert(anchors.of(steps->id, step.key));
      }
    }
  }
}

bool SiteMap::has(const std::string& file, const std::string& anchor) const {
  const auto found = anchors_.find(file);
  return found != anchors_.end() && found->second.contains(anchor);
}

std::string SiteMap::plan_of(const std::string& address) const {
  std::string longest;
  for (const std::string& plan : plans_) {
    const bool lies_in = address == plan || address.starts_with(plan + "/");
    if (lies_in && plan.size() > longest.size()) longest = plan;
  }
  return longest;
}

const std::string* SiteMap::page_of(std::string address) const {
  const auto own = pages_.find(address);
  if (own != pages_.end()) return &own->second;
  for (std::size_t slash; (slash = address.rfind('/')) != address.npos;) {
    address.resize(slash);
    if (tasks_.contains(address)) return &pages_.at(address);
  }
  return nullptr;
}

std::optional<Target> SiteMap::target(const Value& value, const Origin& origin) const {
  // Neither yes and no nor an empty list are figures.
  if (value.as<bool>() || value.as<document::List>() || value.is_absent()) return std::nullopt;
  if (is_counted_from_rows(origin.how)) return of_rows(value, origin);
  if (origin.how == Origin::How::operand) return std::nullopt;
  if (origin.kind == site_kind) return Target{.path = std::string(first_page)};
  if (origin.field == place_field) return of_place(origin);
  if (const auto* text = value.as<std::string>()) return of_name(*text, origin);
  return of_figure(value, origin);
}

std::optional<Target> SiteMap::of_place(const Origin& origin) const {
  const auto found = places_.find(origin.address);
  if (source_.empty() || found == places_.end()) return std::nullopt;
  return Target{source_, found->second.path, "L" + std::to_string(found->second.line)};
}

std::optional<Target> SiteMap::of_name(const std::string& text, const Origin& origin) const {
  const std::string plan = plan_of(origin.address);
  const auto unit = pages_.find(plan + "/units/" + text);
  if (unit != pages_.end()) return Target{.path = unit->second};
  const auto leader = leaders_.find({plan, text});
  if (origin.field == "leader" && leader != leaders_.end()) return Target{.path = leader->second};
  const auto section = sections_.find({plan, text});
  if (origin.field == "section_title" && section != sections_.end()) {
    return Target{.path = section->second};
  }
  if (origin.field != "title" && origin.field != "name") return std::nullopt;
  const std::string* page = page_of(origin.address);
  if (!page) return std::nullopt;
  // An indicator has a place of its own in the page of its task.
  const bool has_place = origin.kind != "tasks" && has(*page, origin.address);
  return Target{.path = *page, .anchor = has_place ? origin.address : ""};
}

std::optional<Target> SiteMap::of_figure(const Value& value, const Origin& origin) const {
  const std::string* page = page_of(origin.address);
  if (!page) return std::nullopt;
  if (origin.field == "item" || origin.field == "no") return Target{.path = *page};
  const std::string figure(figure_of(origin.field));
  const bool is_number = !value.as<base::Date>() && !value.as<document::Word>();
  for (std::string address = origin.address;;) {
    if (has(*page, address + "." + figure)) {
      return Target{.path = *page, .anchor = address + "." + figure};
    }
    if (is_number && has(*page, address)) return Target{.path = *page, .anchor = address};
    const std::size_t slash = address.rfind('/');
    if (pages_.contains(address) || slash == address.npos) break;
    address.resize(slash);
  }
  if (!is_number) return std::nullopt;
  return Target{.path = *page};
}

std::optional<Target> SiteMap::of_rows(const Value& value, const Origin& origin) const {
  // No story names what is not there.
  if (const auto* whole = value.as<long long>(); whole && *whole == 0) return std::nullopt;
  if (!origin.of.empty()) return target(value, origin.of.front());
  constexpr std::string_view of_units[] = {"unit",  "lead",     "units", "support",
                                           "owner", "reporter", "to"};
  std::string plan;
  const std::string* group = nullptr;
  bool takes_part = false;
  for (const document::Condition& one : origin.where) {
    if (one.field == "address") {
      return of_figure(value, {.kind = origin.kind, .address = one.value, .field = "item"});
    }
    if (one.field == "plan") plan = one.value;
    takes_part |= one.field == "in_figures" && one.value == "false";
  }
  if (plan.empty() && plans_.size() == 1) plan = *plans_.begin();
  for (const document::Condition& one : origin.where) {
    const auto look = [&](const auto& in, const auto& key) {
      const auto found = in.find(key);
      if (found != in.end()) group = &found->second;
    };
    if (one.field == "section") look(pages_, plan + "/sections/" + one.value);
    if (one.field == "leader") look(leaders_, std::pair(plan, one.value));
    if (std::ranges::find(of_units, one.field) != std::end(of_units)) {
      look(pages_, plan + "/units/" + one.value);
    }
  }
  if (!group) group = page_of(plan);
  if (!group) return std::nullopt;
  if (value.as<std::string>()) return Target{.path = *group};
  const bool of_tasks = origin.kind == "tasks" || origin.kind == "duties";
  std::string anchor = origin.kind;
  if (of_tasks) {
    // The story of those that it has comes before that of those that it takes part in.
    const std::string figure = origin.how == Origin::How::mean ? ".completion" : ".classes";
    anchor.clear();
    for (const std::string& one : anchors_.at(*group)) {
      const bool apart = one.starts_with("support.");
      if (one.ends_with(figure) && apart == takes_part) anchor = one;
    }
  }
  return Target{.path = *group, .anchor = has(*group, anchor) ? anchor : ""};
}

}  // namespace taizhang::report
