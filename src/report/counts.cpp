// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/suggest.h"
#include "query/groups.h"
#include "report/reports.h"
#include "report/tally.h"

namespace taizhang::report {

using query::Groups;

namespace {

/// What can be counted by: the fields of tasks that have known values, then those of indicators
/// that tasks do not have.
std::vector<facts::Asked> dimensions() {
  std::vector<facts::Asked> all;
  for (const Kind kind : {Kind::tasks, Kind::indicators}) {
    for (const facts::Field& field : facts::kind_of(kind).fields()) {
      const bool is_there = std::ranges::any_of(
          all, [&](const facts::Asked& one) { return one.field->name == field.name; });
      if (field.known && !is_there) all.push_back({kind, &field});
    }
  }
  return all;
}

facts::Asked dimension_named(const std::string& name) {
  std::vector<std::string_view> known;
  for (const facts::Asked& one : dimensions()) {
    const auto field = facts::find_field(one.kind, name);
    if (field && field->field == one.field) return one;
    known.push_back(one.field->name);
  }
  base::refuse_unknown(name, {"统计维度", "dimension"}, known);
}

std::vector<facts::Asked> dimensions_of(const StatsAsked& stats) {
  std::vector<facts::Asked> by;
  for (const std::string& name : stats.by) by.push_back(dimension_named(name));
  if (by.empty()) by.push_back(dimension_named("section"));
  if (by.size() > 2 || (by.size() == 2 && by[0].field == by[1].field)) {
    base::refuse(
        {{"--by 最多写两次，两次要不同", "--by is given at most twice, with two dimensions"}},
        {{"如：taizhang stats --by section --by light",
          "such as: taizhang stats --by section --by light"}});
  }
  return by;
}

/// As asked; else indicators where a field is theirs alone.
Kind counting(const std::string& count, const std::vector<facts::Asked>& by) {
  const auto own = std::ranges::find(by, Kind::indicators, &facts::Asked::kind);
  if (count.empty()) return own == by.end() ? Kind::tasks : Kind::indicators;
  const Kind kind = counted_kind(count);
  if (kind == Kind::tasks && own != by.end()) {
    base::refuse({{"按 {0} 只能统计指标，不能统计任务", "by {0} only indicators can be counted"},
                  {own->field->name}},
                 {{"去掉 --count，或写 --count indicators",
                   "leave --count out, or write --count indicators"}});
  }
  return kind;
}

/// A group's name for people; what has no value stands apart.
Value label_of(const Asked& asked, const query::Group& group) {
  if (group.key.empty()) return asked.words[keys::stats_nowhere];
  return group.label;
}

/// Adds to `cells` what the columns after the count say of some rows of a plan.
using MoreCells =
    std::function<void(std::vector<Value>& cells, const Counted& plan, const Rows& rows)>;

class Writer {
 public:
  Writer(const Asked& asked, const StatsAsked& stats)
      : asked_(asked), by_(dimensions_of(stats)), kind_(counting(stats.count, by_)) {
    for (facts::Asked& field : by_) field = *facts::find_field(kind_, field.field->name);
    plans_ = counted_by_plan(asked, asked.world(), kind_);
  }

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
  Value name_of(std::size_t i) const { return by_[i].field->title.in(asked_.language()); }

  std::string title() const {
    const Value title = by_.size() > 1
                            ? say(asked_, keys::stats_title_of_two, name_of(0), name_of(1))
                            : say(asked_, keys::stats_title, name_of(0));
    return document::text(title, asked_.language());
  }

  Groups groups(const Counted& plan, std::size_t by) const {
    return query::grouped(plan.rows, by_[by], plan.plan);
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
    table.columns.push_back({by_.front().field->name, document::text(name_of(0), asked_.language()),
                             Align::left, true, true});
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
    const Tally tally(asked_, all);
    std::vector<document::Column> columns{
        {"share", std::string(asked_.words[keys::stats_share]), Align::right}};
    tally.add_columns(columns);
    return table(std::move(columns),
                 [&](std::vector<Value>& cells, const Counted& plan, const Rows& rows) {
                   cells.push_back(query::share(rows.count(), plan.rows.count()));
                   tally.add_cells(cells, rows);
                 });
  }

  /// A column of a cross table. Plans share it where their values read the same: section 1 of one
  /// plan is not section 1 of another.
  struct Across {
    std::string label;
    std::string key;
    document::Tone tone;
    bool occurs = false;
  };

  std::vector<Across> across() const {
    std::vector<Across> all;
    for (const Counted& plan : plans_) {
      for (const query::Group& group : groups(plan, 1).groups) {
        const Value label = label_of(asked_, group);
        const std::string text = document::text(label, asked_.language());
        auto found = std::find_if(all.begin(), all.end(),
                                  [&](const Across& one) { return one.label == text; });
        if (found == all.end()) found = all.insert(found, {text, group.key, label.tone()});
        found->occurs |= !group.rows.empty();
      }
    }
    std::erase_if(all, [](const Across& one) { return !one.occurs; });
    // What falls under no value of the first plan may have come before the values of the second.
    std::stable_partition(all.begin(), all.end(),
                          [](const Across& one) { return !one.key.empty(); });
    return all;
  }

  document::Table cross() const {
    const std::vector<Across> all = across();
    std::vector<document::Column> columns;
    for (const Across& one : all) {
      columns.push_back({one.key.empty() ? "none" : one.key, one.label, Align::right});
    }
    return table(
        std::move(columns), [&](std::vector<Value>& cells, const Counted& plan, const Rows& rows) {
          const Groups parts = query::grouped(rows, by_[1], plan.plan);
          for (const Across& one : all) {
            const auto part = std::ranges::find(parts.groups, one.label, [&](const auto& group) {
              return document::text(label_of(asked_, group), asked_.language());
            });
            cells.push_back(part == parts.groups.end() ? none_of(rows)
                                                       : toned_count(part->rows, one.tone));
          }
        });
  }

  /// The count of those rows that have a value which no row of their plan can have.
  static Value none_of(const Rows& rows) {
    return rows.narrowed({"plan", Test::absent}, {}).count();
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
      notes.push_back(mean_note(asked_, kind_));
    }
    if (shows_lights(by_) || by_.size() == 1) notes.push_back(legend(asked_));
    return notes;
  }

  std::vector<Value> plan_notes(const Counted& plan) const {
    std::vector<Value> notes;
    for (std::size_t i = 0; i < by_.size(); ++i) {
      if (by_[i].field->type != facts::Type::list) continue;
      const Value name = name_of(i);
      notes.push_back(
          say(asked_, kind_ == Kind::tasks ? keys::stats_joint_tasks : keys::stats_joint_indicators,
              name));
      const Groups parts = groups(plan, i);
      if (parts.shared.empty()) continue;
      notes.push_back(say(asked_, keys::stats_joint_surplus, name, parts.shared.count(),
                          parts.surplus(plan.rows)));
    }
    for (Value& note : left_out_notes(asked_, plan.left_out)) notes.push_back(std::move(note));
    return notes;
  }

  const Asked& asked_;
  std::vector<facts::Asked> by_;
  Kind kind_;
  std::vector<Counted> plans_;
};

}  // namespace

Document stats(const Asked& asked, const StatsAsked& stats) {
  return Writer(asked, stats).written();
}

}  // namespace taizhang::report
