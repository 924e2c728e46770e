// SPDX-License-Identifier: MIT
#include "report/tally.h"

#include <algorithm>

#include "base/capital.h"
#include "base/fatal.h"
#include "base/text.h"

namespace taizhang::report {

namespace {

/// Whether rows of the kind have the field themselves, not what they lie in.
bool has_own(Kind kind, std::string_view field) {
  const auto found = facts::find_field(kind, field);
  return found && found->kind == kind;
}

Rows in_class(const Rows& rows, const document::Word& standing) {
  return rows.where({{"class", Test::equals, std::string(standing.name)}});
}

/// The plan whose words all plans share: of several one that owes reports, where there is one.
Row plan_of_words(const facts::World& world) {
  const std::vector<Row> plans = facts::rows(world, Kind::plans);
  const auto found = std::ranges::find_if(plans, [](const Row& plan) {
    return query::plain(facts::value(plan, "reporting")) != "public";
  });
  return found != plans.end() ? *found : plans.empty() ? Row() : plans.front();
}

}  // namespace

std::vector<Counted> counted_by_plan(const Asked& asked, const facts::World& world, Kind kind) {
  std::vector<Counted> all;
  const auto conditions = query::conditions(world, asked.selection);
  for (const Row& plan : facts::rows(world, Kind::plans)) {
    const Rows rows =
        Rows(world, kind).where({{"plan", Test::equals, facts::address(plan)}}).where(conditions);
    if (has_own(kind, "counted")) {
      all.push_back({plan, rows.where({{"counted", Test::equals, "true"}}),
                     rows.where({{"counted", Test::equals, "false"}})});
    } else {
      all.push_back({plan, rows, rows.narrowed({"plan", Test::absent}, {})});
    }
  }
  return all;
}

bool has_means(Kind kind) { return has_own(kind, "class"); }

document::Column count_column(const Asked& asked, Kind kind) {
  const Value title = say(asked, keys::stats_count_of,
                          std::string(facts::kind_of(kind).title.in(asked.language())));
  return {"count", document::text(title, asked.language()), Align::right};
}

Value not_counted(const Asked& asked, const Rows& left_out) {
  document::List parts;
  const auto add = [&](auto key, const Rows& rows) {
    if (!rows.empty()) parts.items.push_back(say(asked, key, rows.count()));
  };
  const Rows others = left_out.where({{"mechanism", Test::equals, "false"}});
  add(keys::stats_organising, left_out.where({{"mechanism", Test::equals, "true"}}));
  add(keys::stats_suspended, others.where({{"status", Test::equals, "suspended"}}));
  add(keys::stats_cancelled, others.where({{"status", Test::equals, "cancelled"}}));
  return parts.items.empty() ? Value() : say(asked, keys::stats_not_counted, std::move(parts));
}

std::vector<Value> left_out_notes(const Asked& asked, const Rows& left_out) {
  std::vector<Value> notes;
  const auto add = [&](auto key, const Rows& rows) {
    if (!rows.empty()) notes.push_back(say(asked, key, rows.count()));
  };
  if (!has_own(left_out.kind(), "counted")) return notes;
  if (left_out.kind() == Kind::tasks) {
    notes.push_back(not_counted(asked, left_out));
  } else {
    notes.push_back(not_counted(asked, Rows(left_out.world(), Kind::tasks)
                                           .where({left_out.conditions().front()})
                                           .where({{"counted", Test::equals, "false"}})));
    add(keys::stats_parts, left_out.where({{"weight", Test::equals, "0"}}));
  }
  std::erase_if(notes, [](const Value& note) { return note.is_absent(); });
  return notes;
}

Value joint_note(const Asked& asked, Kind kind, const Value& name) {
  return say(asked,
             kind == Kind::tasks        ? keys::stats_joint_tasks
             : kind == Kind::indicators ? keys::stats_joint_indicators
                                        : keys::stats_joint_others,
             name);
}

Value mean_note(const Asked& asked, Kind kind) {
  return kind == Kind::tasks ? asked.words[keys::stats_mean_of_tasks]
                             : asked.words[keys::stats_mean_of_indicators];
}

Value of_plan(const Asked& asked, const Counted& plan, Value line) {
  return say(asked, keys::stats_of_plan, facts::value(plan.plan, "id"), std::move(line));
}

Value label_of(const Asked& asked, const query::Group& group) {
  return group.key.empty() ? Value(asked.words[keys::stats_nowhere]) : group.label;
}

facts::Asked dimension_named(Kind kind, const std::string& name) {
  using facts::Type;
  const facts::Asked field = query::find_column(kind, name);
  constexpr Type grouping[] = {Type::text, Type::whole, Type::word, Type::yes_no, Type::list};
  if (std::ranges::find(grouping, field.type()) != std::end(grouping)) return field;
  std::vector<std::string> names;
  for (const facts::Field& one : facts::kind_of(field.kind).fields()) {
    if (one.known) names.push_back(one.name);
  }
  base::refuse({{"按“{0}”分不成组：它的值太多",
                 "by {0} nothing can be counted: its values are too "
                 "many"},
                {name}},
               {{"可以按：{0}", "count by: {0}"}, {base::joined(names, ", ")}});
}

std::vector<Across> across(const Asked& asked, const std::vector<Counted>& all,
                           const facts::Asked& field) {
  std::vector<Across> values;
  for (const Counted& one : all) {
    for (const query::Group& group : query::counted_by(one.rows, field, one.plan).groups) {
      const Value label = label_of(asked, group);
      const std::string text = document::text(label, asked.language());
      auto found = std::ranges::find(values, text, &Across::label);
      if (found == values.end()) found = values.insert(found, {text, group.key, label.tone()});
      found->occurs |= !group.rows.empty();
    }
  }
  std::erase_if(values, [](const Across& one) { return !one.occurs; });
  // What falls under no value of the first plan may have come before the values of the second.
  std::stable_partition(values.begin(), values.end(),
                        [](const Across& one) { return !one.key.empty(); });
  const bool is_numbered = field.type() == facts::Type::whole;
  for (Across& one : values) {
    const bool is_alone = std::ranges::count(values, one.key, &Across::key) == 1;
    one.head = is_numbered && is_alone && !one.key.empty() ? one.key : base::capitalised(one.label);
  }
  return values;
}

void add_counts_across(const Asked& asked, const std::vector<Across>& values, const Rows& rows,
                       const facts::Asked& field, const Row& plan, std::vector<Value>& cells) {
  const query::Groups parts = query::counted_by(rows, field, plan);
  for (const Across& one : values) {
    const auto part = std::ranges::find(parts.groups, one.label, [&](const auto& group) {
      return document::text(label_of(asked, group), asked.language());
    });
    // A value that no row of the plan can have is counted as the rows without a plan: none.
    cells.push_back(part == parts.groups.end() ? rows.narrowed({"plan", Test::absent}, {}).count()
                                               : toned_count(part->rows, one.tone));
  }
}

Tally::Tally(const Asked& asked, Kind kind, const std::vector<const Rows*>& all)
    : asked_(asked), kind_(kind) {
  if (!has_means(kind)) return;
  const auto field = facts::find_field(facts::Kind::tasks, "class");
  for (const facts::Known& known : field->field->known(plan_of_words(asked.world()))) {
    const document::Word standing = *known.label.as<document::Word>();
    const bool occurs = std::any_of(all.begin(), all.end(), [&](const Rows* rows) {
      return !in_class(*rows, standing).empty();
    });
    if (occurs || known.shows == facts::Shows::always) classes_.push_back(standing);
  }
}

void Tally::add_columns(std::vector<document::Column>& columns) const {
  if (!has_means(kind_)) return;
  const auto add = [&](std::string_view key, std::string_view title) {
    columns.push_back(
        {std::string(key), base::capitalised(std::string(title)), document::Align::right});
  };
  for (const document::Word& standing : classes_) {
    add(standing.name, standing.label.in(asked_.language()));
  }
  add("completion", asked_.words[keys::stats_mean]);
  add("known", asked_.words[keys::field_known]);
}

void Tally::add_cells(std::vector<Value>& cells, const Rows& rows) const {
  if (!has_means(kind_)) return;
  for (const document::Word& standing : classes_) {
    cells.push_back(toned_count(in_class(rows, standing), standing.tone));
  }
  cells.push_back(rows.mean(mean_field(rows.kind())));
  cells.push_back(known(rows));
}

std::string_view mean_field(Kind kind) {
  return has_own(kind, "mean_completion") ? "mean_completion" : "completion";
}

Value measurable(const Rows& rows) {
  if (!has_own(rows.kind(), "in_means")) return rows.count();
  return rows.where({{"in_means", Test::equals, "true"}}).count();
}

Value known(const Rows& rows) {
  const std::string field(mean_field(rows.kind()));
  return document::out_of(rows.where({{field, Test::exists}}).count(), measurable(rows));
}

bool is_thin(const Rows& rows) {
  const std::string field(mean_field(rows.kind()));
  const long long measured = *measurable(rows).as<long long>();
  return 2 * static_cast<long long>(rows.where({{field, Test::exists}}).size()) < measured;
}

Value toned_count(const Rows& rows, document::Tone tone) {
  return rows.empty() ? rows.count() : rows.count().toned(tone);
}

}  // namespace taizhang::report
