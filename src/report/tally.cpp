// SPDX-License-Identifier: MIT
#include "report/tally.h"

#include <algorithm>

#include "base/suggest.h"

namespace taizhang::report {

namespace {

Rows in_class(const Rows& rows, const document::Word& standing) {
  return rows.where({{"class", Test::equals, std::string(standing.name)}});
}

}  // namespace

Kind counted_kind(const std::string& name) {
  const facts::KindOfRow* kind = facts::find_kind(name);
  if (kind && (kind->kind == Kind::tasks || kind->kind == Kind::indicators)) return kind->kind;
  base::refuse_unknown(name, {"计数对象", "thing to count"}, {"indicators", "tasks"});
}

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

Value mean_note(const Asked& asked, Kind kind) {
  return kind == Kind::tasks ? asked.words[keys::stats_mean_of_tasks]
                             : asked.words[keys::stats_mean_of_indicators];
}

Value of_plan(const Asked& asked, const Counted& plan, Value line) {
  return say(asked, keys::stats_of_plan, facts::value(plan.plan, "id"), std::move(line));
}

Tally::Tally(const Asked& asked, const std::vector<const Rows*>& all) : asked_(asked) {
  const auto field = facts::find_field(facts::Kind::tasks, "class");
  for (const facts::Known& known : field->field->known({})) {
    const document::Word standing = *known.value.as<document::Word>();
    const bool occurs = std::any_of(all.begin(), all.end(), [&](const Rows* rows) {
      return !in_class(*rows, standing).empty();
    });
    if (occurs || known.shows == facts::Shows::always) classes_.push_back(standing);
  }
}

void Tally::add_columns(std::vector<document::Column>& columns) const {
  const auto add = [&](std::string_view key, std::string_view title) {
    columns.push_back({std::string(key), std::string(title), document::Align::right});
  };
  for (const document::Word& standing : classes_) {
    add(standing.name, standing.label.in(asked_.language()));
  }
  add("completion", asked_.words[keys::stats_mean]);
  add("known", asked_.words[keys::field_known]);
}

void Tally::add_cells(std::vector<Value>& cells, const Rows& rows) const {
  for (const document::Word& standing : classes_) {
    cells.push_back(toned_count(in_class(rows, standing), standing.tone));
  }
  cells.push_back(rows.mean(mean_field(rows.kind())));
  cells.push_back(known(rows));
}

std::string_view mean_field(Kind kind) {
  return kind == Kind::indicators ? "mean_completion" : "completion";
}

Value measurable(const Rows& rows) {
  if (rows.kind() != Kind::indicators) return rows.count();
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
