// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/suggest.h"
#include "query/groups.h"
#include "report/reports.h"
#include "report/tally.h"

namespace taizhang::report {

using query::Groups;

namespace {

/// What is counted: the kind asked for; else indicators where tasks have no such field and
/// indicators do.
Kind kind_of(const StatsAsked& stats) {
  if (stats.kind) return *stats.kind;
  const auto is_of = [](Kind kind) {
    return [kind](const std::string& name) { return facts::find_field(kind, name).has_value(); };
  };
  const bool of_tasks = std::ranges::all_of(stats.by, is_of(Kind::tasks));
  return !of_tasks && std::ranges::all_of(stats.by, is_of(Kind::indicators)) ? Kind::indicators
                                                                             : Kind::tasks;
}

/// Whether rows of the kind are of sections, as tasks and what lies in them are.
bool has_sections(Kind kind) { return facts::find_field(kind, "section").has_value(); }

std::vector<facts::Asked> dimensions_of(Kind kind, const StatsAsked& stats) {
  std::vector<facts::Asked> by;
  for (const std::string& name : stats.by) by.push_back(dimension_named(kind, name));
  if (by.empty()) by.push_back(dimension_named(kind, has_sections(kind) ? "section" : "plan"));
  if (by.size() > 2 || (by.size() == 2 && by[0].name() == by[1].name())) {
    base::refuse(
        {{"--by 最多写两次，两次要不同", "--by is given at most twice, with two dimensions"}},
        {{"如：taizhang stats --by section --by light",
          "such as: taizhang stats --by section --by light"}});
  }
  return by;
}

/// Adds to `cells` what the columns after the count say of some rows of a plan.
using MoreCells =
    std::function<void(std::vector<Value>& cells, const Counted& plan, const Rows& rows)>;

class Writer {
 public:
  Writer(const Asked& asked, const StatsAsked& stats)
      : asked_(asked),
        kind_(kind_of(stats)),
        by_(dimensions_of(kind_, stats)),
        plans_(counted_by_plan(asked, asked.world(), kind_)) {}

  Document written() {
    Document document = started(asked_, "stats", title());
    const std::string only = several() ? "" : facts::address(plans_.front().plan);
    document.chapters.push_back({only, {by_.size() > 1 ? cross() : one_way()}});
    document.head.pop_back();
    for (const Counted& plan : plans_) {
      const Value time = query::field(plan.plan, "time");
      add_of_plan(document.head, plan, say(asked_, keys::stats_as_of, days(asked_), time));
    }
    const std::vector<Value> said = notes();
    document.foot.insert(document.foot.begin(), said.begin(), said.end());
    return document;
  }

 private:
  bool several() const { return plans_.size() > 1; }
  Value name_of(std::size_t i) const { return by_[i].title(asked_.language()); }

  std::string title() const {
    const Value title = by_.size() > 1
                            ? say(asked_, keys::stats_title_of_two, name_of(0), name_of(1))
                            : say(asked_, keys::stats_title, name_of(0));
    return document::text(title, asked_.language());
  }

  Groups groups(const Counted& plan, std::size_t by) const {
    return query::counted_by(plan.rows, by_[by], plan.plan);
  }

  bool shows(const query::Group& group) const {
    const auto least =
        asked_.selection.takes_all() ? facts::Shows::in_a_whole_plan : facts::Shows::always;
    return !group.rows.empty() || group.shows >= least;
  }

  /// A line a group and one for all of each plan: the group, its count, and `more`.
  document::Table table(std::vector<document::Column> columns, const MoreCells& more) const {
    document::Table table{.id = "counts"};
    if (several()) table.columns.push_back({"plan", std::string(asked_.words[keys::field_plan])});
    table.columns.push_back(
        {by_.front().name(), by_.front().title(asked_.language()), Align::left, true, true});
    table.columns.push_back(count_column(asked_, kind_));
    std::ranges::move(columns, std::back_inserter(table.columns));
    for (const Counted& plan : plans_) {
      const auto add = [&](Value head, const Rows& rows) {
        std::vector<Value>& cells = table.rows.emplace_back().cells;
        if (several()) cells.push_back(facts::value(plan.plan, "id"));
        cells.push_back(std::move(head));
        cells.push_back(rows.count());
        more(cells, plan, rows);
      };
      for (const query::Group& group : groups(plan, 0).groups) {
        if (shows(group)) add(label_of(asked_, group), group.rows);
      }
      add(asked_.words[keys::stats_total], plan.rows);
    }
    return table;
  }

  document::Table one_way() const {
    std::vector<const Rows*> all;
    for (const Counted& plan : plans_) all.push_back(&plan.rows);
    const Tally tally(asked_, kind_, all);
    std::vector<document::Column> columns{
        {"share", std::string(asked_.words[keys::stats_share]), Align::right}};
    tally.add_columns(columns);
    return table(std::move(columns),
                 [&](std::vector<Value>& cells, const Counted& plan, const Rows& rows) {
                   cells.push_back(query::share(rows.count(), plan.rows.count()));
                   tally.add_cells(cells, rows);
                 });
  }

  document::Table cross() const {
    const std::vector<Across> all = across(asked_, plans_, by_[1]);
    std::vector<document::Column> columns;
    for (const Across& one : all) columns.push_back(one.column());
    return table(std::move(columns),
                 [&](std::vector<Value>& cells, const Counted& plan, const Rows& rows) {
                   add_counts_across(asked_, all, rows, by_[1], plan.plan, cells);
                 });
  }

  /// Puts a line of a plan into `lines`, with its plan before it where several are in view.
  void add_of_plan(std::vector<Value>& lines, const Counted& plan, Value line) const {
    lines.push_back(several() ? of_plan(asked_, plan, std::move(line)) : std::move(line));
  }

  std::vector<Value> notes() const {
    std::vector<Value> notes;
    for (const Counted& plan : plans_) {
      for (Value& note : plan_notes(plan)) add_of_plan(notes, plan, std::move(note));
    }
    if (by_.size() == 1) {
      notes.emplace_back(asked_.words[keys::stats_shares]);
      if (has_means(kind_)) notes.push_back(mean_note(asked_, kind_));
    }
    if (shows_lights(by_) || (by_.size() == 1 && has_means(kind_))) notes.push_back(legend(asked_));
    return notes;
  }

  std::vector<Value> plan_notes(const Counted& plan) const {
    std::vector<Value> notes;
    for (std::size_t i = 0; i < by_.size(); ++i) {
      if (by_[i].type() != facts::Type::list) continue;
      const Value name = name_of(i);
      notes.push_back(joint_note(asked_, kind_, name));
      const Groups parts = groups(plan, i);
      Value surplus = parts.surplus(plan.rows);
      if (query::plain(surplus) == "0") continue;
      notes.push_back(say(asked_, keys::stats_joint_surplus, name, std::move(surplus)));
    }
    for (Value& note : left_out_notes(asked_, plan.left_out)) notes.push_back(std::move(note));
    return notes;
  }

  const Asked& asked_;
  Kind kind_;
  std::vector<facts::Asked> by_;
  std::vector<Counted> plans_;
};

}  // namespace

Document stats(const Asked& asked, const StatsAsked& stats) {
  return Writer(asked, stats).written();
}

}  // namespace taizhang::report
