// SPDX-License-Identifier: MIT
#include "report/stats.h"

#include <algorithm>

#include "base/fatal.h"
#include "base/suggest.h"
#include "query/groups.h"
#include "report/tally.h"
#include "words/keys.h"

namespace taizhang::report {

namespace keys = words::keys;
using base::Exit;
using base::Fatal;
using document::Align;
using facts::Kind;
using facts::Row;
using query::Groups;
using query::Rows;
using query::Test;

namespace {

/// What can be counted by: the fields of tasks that have known values, then those of indicators
/// that tasks do not have.
struct Dimension {
  Kind kind;
  facts::Asked field;
};

std::vector<Dimension> dimensions() {
  std::vector<Dimension> all;
  const auto is_there = [&](const facts::Field& field) {
    return std::any_of(all.begin(), all.end(),
                       [&](const Dimension& one) { return one.field.field->name == field.name; });
  };
  for (const Kind kind : {Kind::tasks, Kind::indicators}) {
    for (const facts::Field& field : facts::kind_of(kind).fields()) {
      if (field.known && !is_there(field)) all.push_back({kind, {kind, &field}});
    }
  }
  return all;
}

Dimension dimension_named(const std::string& name) {
  std::vector<std::string> known;
  for (const Dimension& one : dimensions()) {
    const auto task = facts::find_field(one.kind, name);
    if (task && task->field == one.field.field) return one;
    known.push_back(one.field.field->name);
  }
  throw Fatal(Exit::usage, {{"没有“{0}”这个统计维度", "there is no dimension “{0}”"}, {name}},
              base::near_or_all(name, {known.begin(), known.end()}));
}

std::vector<Dimension> dimensions_of(const StatsAsked& stats) {
  std::vector<Dimension> by;
  for (const std::string& name : stats.by) by.push_back(dimension_named(name));
  if (by.empty()) by.push_back(dimension_named("section"));
  if (by.size() > 2 || (by.size() == 2 && by[0].field.field == by[1].field.field)) {
    throw Fatal(
        Exit::usage,
        {{"--by 最多写两次，两次要不同", "--by is given at most twice, with two dimensions"}, {}},
        {{"如：taizhang stats --by section --by light",
          "such as: taizhang stats --by section --by light"},
         {}});
  }
  return by;
}

/// As asked; else indicators where a field is theirs alone.
Kind counting(const std::string& count, const std::vector<Dimension>& by) {
  const auto own = std::find_if(by.begin(), by.end(), [](const Dimension& dimension) {
    return dimension.kind == Kind::indicators;
  });
  if (count.empty()) return own == by.end() ? Kind::tasks : Kind::indicators;
  const facts::KindOfRow* kind = facts::find_kind(count);
  if (!kind || (kind->kind != Kind::tasks && kind->kind != Kind::indicators)) {
    throw Fatal(Exit::usage,
                {{"没有“{0}”这个计数对象", "there is no thing to count “{0}”"}, {count}},
                base::near_or_all(count, {"indicators", "tasks"}));
  }
  if (kind->kind == Kind::tasks && own != by.end()) {
    throw Fatal(Exit::usage,
                {{"按 {0} 只能统计指标，不能统计任务", "by {0} only indicators can be counted"},
                 {own->field.field->name}},
                {{"去掉 --count，或写 --count indicators",
                  "leave --count out, or write --count indicators"},
                 {}});
  }
  return kind->kind;
}

/// What is counted of one plan.
struct Counted {
  Row plan;
  Rows rows;
  Rows left_out;  ///< tasks that organise the others, or indicators that are parts of another
};

std::vector<Counted> counted_by_plan(const Asked& asked, const facts::World& world, Kind kind) {
  std::vector<Counted> all;
  const auto conditions = query::conditions(world, asked.selection);
  for (const Row& plan : facts::rows(world, Kind::plans)) {
    const Rows rows =
        Rows(world, kind).where({{"plan", Test::equals, facts::address(plan)}}).where(conditions);
    all.push_back({plan, rows.where({{"counted", Test::equals, "true"}}),
                   rows.where({{"counted", Test::equals, "false"}})});
  }
  return all;
}

document::Column count_column(const Asked& asked, Kind kind) {
  const auto key = kind == Kind::tasks ? keys::stats_tasks : keys::stats_indicators;
  return {"count", std::string(asked.words[key]), Align::right};
}

/// How much was not counted, and why; nothing where all was.
std::vector<Value> left_out_notes(const Asked& asked, const Rows& left_out) {
  std::vector<Value> notes;
  const auto add = [&](auto key, const Rows& rows) {
    if (!rows.empty()) notes.push_back(say(asked, key, rows.count()));
  };
  if (left_out.kind() == Kind::tasks) {
    add(keys::stats_mechanism, left_out);
  } else {
    const Rows tasks = Rows(left_out.world(), Kind::tasks)
                           .where({left_out.conditions().front()})
                           .where({{"counted", Test::equals, "false"}});
    add(keys::stats_mechanism, tasks);
    add(keys::stats_parts, left_out.where({{"weight", Test::equals, "0"}}));
  }
  return notes;
}

/// What the mean completion stands on.
Value mean_note(const Asked& asked, Kind kind) {
  return kind == Kind::tasks ? asked.words[keys::stats_mean_of_tasks]
                             : asked.words[keys::stats_mean_of_indicators];
}

/// A group's name for people; what has no value stands apart.
Value label_of(const Asked& asked, const query::Group& group) {
  if (group.key.empty()) return asked.words[keys::stats_nowhere];
  return group.label;
}

class Writer {
 public:
  Writer(const Asked& asked, const StatsAsked& stats)
      : asked_(asked), by_(dimensions_of(stats)), kind_(counting(stats.count, by_)) {
    for (Dimension& dimension : by_) {
      dimension.field = *facts::find_field(kind_, dimension.field.field->name);
    }
    plans_ = counted_by_plan(asked, asked.world(), kind_);
  }

  Document written() {
    Document document = started(asked_, "stats", title());
    document::Table table = by_.size() > 1 ? cross() : one_way();
    const std::string only = several() ? "" : facts::address(plans_.front().plan);
    document.chapters.push_back({only, {std::move(table)}});
    document.head.pop_back();
    for (const Counted& plan : plans_) document.head.push_back(of_plan(plan, day_of(plan)));
    add_notes(document);
    return document;
  }

 private:
  bool several() const { return plans_.size() > 1; }
  std::string_view name_of(std::size_t i) const {
    return by_[i].field.field->title.in(asked_.language());
  }

  std::string title() const {
    const Value first(name_of(0));
    return document::text(by_.size() > 1
                              ? say(asked_, keys::stats_title_of_two, first, Value(name_of(1)))
                              : say(asked_, keys::stats_title, first),
                          asked_.language());
  }

  document::Table started_table() const {
    document::Table table{.id = "counts"};
    if (several()) table.columns.push_back({"plan", std::string(asked_.words[keys::field_plan])});
    table.columns.push_back(
        {by_.front().field.field->name, std::string(name_of(0)), Align::left, true, true});
    table.columns.push_back(count_column(asked_, kind_));
    return table;
  }

  document::Row started_row(const Counted& plan, Value head, const Rows& rows) const {
    document::Row row;
    if (several()) row.cells.push_back(facts::value(plan.plan, "id"));
    row.cells.push_back(std::move(head));
    row.cells.push_back(rows.count());
    return row;
  }

  Groups groups(const Counted& plan, std::size_t by) const {
    return query::grouped(plan.rows, by_[by].field, plan.plan);
  }

  bool shows(const query::Group& group) const {
    const auto least =
        asked_.selection.takes_all() ? facts::Shows::in_a_whole_plan : facts::Shows::always;
    return !group.rows.empty() || group.shows >= least;
  }

  document::Table one_way() const {
    document::Table table = started_table();
    table.columns.push_back({"share", std::string(asked_.words[keys::stats_share]), Align::right});
    std::vector<const Rows*> all_rows;
    for (const Counted& plan : plans_) all_rows.push_back(&plan.rows);
    const Tally tally(asked_, all_rows);
    tally.add_columns(table.columns);
    for (const Counted& plan : plans_) {
      const Value all = plan.rows.count();
      const auto add = [&](Value head, const Rows& rows) {
        document::Row row = started_row(plan, std::move(head), rows);
        row.cells.push_back(query::share(rows.count(), all));
        tally.add_cells(row.cells, rows);
        table.rows.push_back(std::move(row));
      };
      for (const query::Group& group : groups(plan, 0).groups) {
        if (shows(group)) add(label_of(asked_, group), group.rows);
      }
      add(asked_.words[keys::stats_total], plan.rows);
    }
    return table;
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
    document::Table table = started_table();
    const std::vector<Across> columns = across();
    for (const Across& column : columns) {
      table.columns.push_back(
          {column.key.empty() ? "none" : column.key, column.label, Align::right});
    }
    for (const Counted& plan : plans_) {
      const auto add = [&](Value head, const Rows& rows) {
        document::Row row = started_row(plan, std::move(head), rows);
        const Groups parts = query::grouped(rows, by_[1].field, plan.plan);
        for (const Across& column : columns) {
          const auto part = std::find_if(
              parts.groups.begin(), parts.groups.end(), [&](const query::Group& group) {
                return document::text(label_of(asked_, group), asked_.language()) == column.label;
              });
          row.cells.push_back(part == parts.groups.end() ? none_of(rows)
                                                         : toned_count(part->rows, column.tone));
        }
        table.rows.push_back(std::move(row));
      };
      for (const query::Group& group : groups(plan, 0).groups) {
        if (shows(group)) add(label_of(asked_, group), group.rows);
      }
      add(asked_.words[keys::stats_total], plan.rows);
    }
    return table;
  }

  /// The count of those rows that have a value which no row of their plan can have.
  static Value none_of(const Rows& rows) {
    return rows.narrowed({"plan", Test::absent}, {}).count();
  }

  Value day_of(const Counted& plan) const {
    return say(asked_, keys::stats_as_of, days(asked_), query::field(plan.plan, "time"));
  }

  /// A line with its plan before it where several plans are in view.
  Value of_plan(const Counted& plan, Value line) const {
    if (!several()) return line;
    return say(asked_, keys::stats_of_plan, facts::value(plan.plan, "id"), std::move(line));
  }

  void add_notes(Document& document) const {
    std::vector<Value> notes;
    for (const Counted& plan : plans_) {
      for (Value& note : plan_notes(plan)) notes.push_back(of_plan(plan, std::move(note)));
    }
    if (by_.size() == 1) {
      notes.emplace_back(asked_.words[keys::stats_shares]);
      notes.push_back(mean_note(asked_, kind_));
    }
    const bool lights = std::any_of(by_.begin(), by_.end(), [](const Dimension& dimension) {
      return dimension.field.field->name == "light" || dimension.field.field->name == "class";
    });
    if (lights || by_.size() == 1) notes.push_back(legend(asked_));
    document.foot.insert(document.foot.begin(), notes.begin(), notes.end());
  }

  std::vector<Value> plan_notes(const Counted& plan) const {
    std::vector<Value> notes;
    for (std::size_t i = 0; i < by_.size(); ++i) {
      if (by_[i].field.field->type != facts::Type::list) continue;
      const Value name(name_of(i));
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
  std::vector<Dimension> by_;
  Kind kind_;
  std::vector<Counted> plans_;
};

// -- a course of days ----------------------------------------------------------------------------

using Days = std::vector<base::Date>;

Days month_ends(base::Date from, base::Date to) {
  using std::chrono::last;
  const std::chrono::year_month_day first{from};
  Days days;
  for (auto month = first.year() / first.month();; month += std::chrono::months{1}) {
    const base::Date end{month / last};
    if (end >= to || days.size() == most_days) break;
    days.push_back(end);
  }
  days.push_back(to);
  return days;
}

Days weeks(base::Date from, base::Date to) {
  Days days;
  for (base::Date day = to; day >= from && days.size() <= most_days; day -= std::chrono::days{7}) {
    days.push_back(day);
  }
  std::reverse(days.begin(), days.end());
  return days;
}

/// A way to go from one day to another; the last day is always one of them.
struct Step {
  std::string_view name;
  Days (*days)(base::Date from, base::Date to);
};
constexpr Step steps[] = {{"month", month_ends}, {"week", weeks}};

const Step& step_named(const std::string& name) {
  std::vector<std::string_view> known;
  for (const Step& step : steps) {
    if (step.name == name) return step;
    known.push_back(step.name);
  }
  throw Fatal(Exit::usage, {{"没有“{0}”这个间隔", "there is no step “{0}”"}, {name}},
              base::near_or_all(name, known));
}

base::Date first_day(const Row& plan, const TrendAsked& trend, base::Date to) {
  if (trend.from) return *trend.from;
  const Value period = facts::value(plan, "period.start");
  if (const auto* start = period.as<base::Date>()) return std::min(*start, to);
  throw Fatal(Exit::usage,
              {{"计划 {0} 的起始日读不出来", "the first day of the plan {0} cannot be read"},
               {facts::address(plan)}},
              {{"用 --from 写明从哪一天起", "say with --from where to begin"}, {}});
}

Days days_of(const Row& plan, const TrendAsked& trend, base::Date to) {
  const base::Date from = first_day(plan, trend, to);
  if (from > to) {
    throw Fatal(Exit::usage,
                {{"起始日 {0} 晚于截止日 {1}", "the first day {0} is after the last day {1}"},
                 {base::iso(from), base::iso(to)}},
                {{"--from 不能晚于 --to；不写 --to 就是 --as-of 那一天",
                  "--from must not be after --to, which is the day of --as-of unless given"},
                 {}});
  }
  Days days = step_named(trend.every).days(from, to);
  if (days.size() > most_days) {
    throw Fatal(
        Exit::usage,
        {{"{0} 至 {1} 超过 {2} 个时点", "{0} to {1} is more than {2} days to count"},
         {base::iso(from), base::iso(to), static_cast<long long>(most_days)}},
        {{"缩短起止日期，或改用 --every month", "take a shorter span, or --every month"}, {}});
  }
  return days;
}

/// The line of one plan on one day.
document::Row line_of(const Counted& plan, bool several, const Tally& tally) {
  document::Row row;
  if (several) row.cells.push_back(facts::value(plan.plan, "id"));
  row.cells.emplace_back(plan.plan.world->clocks().as_of);
  row.cells.push_back(query::field(plan.plan, "time"));
  row.cells.push_back(plan.rows.count());
  tally.add_cells(row.cells, plan.rows);
  return row;
}

}  // namespace

Document stats(const Asked& asked, const StatsAsked& stats) {
  return Writer(asked, stats).written();
}

Document trend(const Asked& asked, const TrendAsked& trend) {
  const Kind kind = counting(trend.count, {});
  const base::Date to = trend.to.value_or(asked.clocks.as_of);
  const std::vector<Row> plans = facts::rows(asked.world(), Kind::plans);
  const bool several = plans.size() > 1;
  base::Date first = to;
  // By plan and then by day, as a reader follows one plan through the year.
  std::vector<std::vector<Counted>> counted(plans.size());
  for (std::size_t i = 0; i < plans.size(); ++i) {
    for (const base::Date day : days_of(plans[i], trend, to)) {
      const facts::World& world = asked.world_on({day, trend.known_by.value_or(day)});
      counted[i].push_back(counted_by_plan(asked, world, kind)[i]);
      first = std::min(first, day);
    }
  }
  Document document = started(asked, "trend", std::string(asked.words[keys::stats_trend_title]));
  document.head.back() = say(asked, keys::stats_span, first, to);
  document::Table table{.id = "course"};
  const auto add = [&](std::string_view key, std::string_view title, Align align = Align::left) {
    table.columns.push_back({std::string(key), std::string(title), align});
  };
  if (several) add("plan", asked.words[keys::field_plan]);
  add("date", asked.words[keys::field_date]);
  add("time", asked.words[keys::field_time], Align::right);
  table.columns.push_back(count_column(asked, kind));
  std::vector<const Rows*> all;
  for (const auto& days : counted) {
    for (const Counted& day : days) all.push_back(&day.rows);
  }
  const Tally tally(asked, all);
  tally.add_columns(table.columns);
  std::vector<Value> notes;
  for (const auto& days : counted) {
    for (const Counted& day : days) table.rows.push_back(line_of(day, several, tally));
    for (Value& note : left_out_notes(asked, days.back().left_out)) {
      notes.push_back(several ? say(asked, keys::stats_of_plan,
                                    facts::value(days.back().plan, "id"), std::move(note))
                              : std::move(note));
    }
  }
  notes.push_back(trend.known_by ? say(asked, keys::stats_known_by, *trend.known_by)
                                 : Value(asked.words[keys::stats_known_by_each]));
  notes.push_back(mean_note(asked, kind));
  notes.push_back(legend(asked));
  document.foot.insert(document.foot.begin(), notes.begin(), notes.end());
  document.chapters.push_back({several ? "" : facts::address(plans.front()), {std::move(table)}});
  return document;
}

}  // namespace taizhang::report
