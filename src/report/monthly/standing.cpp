// SPDX-License-Identifier: MIT
//
// How all of it stands: by class, by section, by unit and leader.
#include "report/charts.h"
#include "report/monthly/parts.h"

namespace taizhang::report {

namespace {

Rows in(const Rows& rows, const char* field, const std::string& value) {
  return rows.where({{field, Test::equals, value}});
}

/// Under a table by a field of which a task may have several: that each of them counts it.
void joint(Paper& paper, const char* field) {
  const Rows rows = paper.counted(Kind::tasks);
  const facts::Asked by = query::find_column(Kind::tasks, field);
  const query::Groups groups = query::counted_by(rows, by, paper.plan());
  Value surplus = groups.surplus(rows);
  if (query::plain(surplus) == "0") return;
  const std::string name(by.title(paper.asked().language()));
  paper.line("joint_" + std::string(field),
             say(paper.asked(), keys::stats_joint, joint_note(paper.asked(), Kind::tasks, name),
                 say(paper.asked(), keys::stats_joint_surplus, name, std::move(surplus))));
}

/// How many of the indicators that are reported every month have figures of this one, where not all
/// have: a reader would take those of earlier months for its own. Of what is done, has no target
/// yet, was due before the month or begins after it, none are awaited.
void came_in(Paper& paper) {
  if (paper.is_public()) return;
  const Rows open = asked_for(paper.now(Kind::indicators))
                        .where({{"frequency", Test::equals, "month"},
                                {"light", Test::differs, "blue"},
                                {"class", Test::differs, "not_measured"}});
  const std::string first = base::iso(paper.first_day());
  const auto date = [](const Row& row, std::string_view field) {
    const Value day = facts::value(row, field);
    return day.is_absent() ? std::string() : query::plain(day);
  };
  std::vector<Row> all;
  std::vector<Row> came;
  for (const Row& row : open) {
    const bool has_come = date(row, "data_date") >= first;
    const std::string due = date(row, "due");
    const bool is_over = !due.empty() && due < first;
    if (!has_come && (is_over || date(row, "start") > base::iso(paper.today()))) continue;
    all.push_back(row);
    if (has_come) came.push_back(row);
  }
  if (came.size() == all.size()) return;
  paper.line("came_in", say(paper.asked(), keys::monthly_came_in, one_by_one(all), one_by_one(came),
                            paper.asked().clocks.known_by));
}

/// Rows of a plan by a field, a line each, with what a tally says of them.
document::Table tally_by(const Paper& paper, std::string id, const char* field) {
  const Asked& asked = paper.asked();
  const Rows rows = paper.counted(Kind::tasks);
  const Tally tally(asked, Kind::tasks, {&rows});
  const facts::Asked by = query::find_column(Kind::tasks, field);
  document::Table table{.id = std::move(id)};
  table.columns = {{by.field->name, by.title(asked.language()), Align::left, true},
                   count_column(asked, Kind::tasks)};
  tally.add_columns(table.columns);
  for (const query::Group& group : paper.grouped(rows, field)) {
    Value count = group.rows.count();
    // The name of a group is that of its rows.
    Value label = Value(document::text(label_of(asked, group), asked.language()))
                      .from(document::Origin(*count.origin()));
    document::Row row{.cells = {std::move(label), std::move(count)}};
    tally.add_cells(row.cells, group.rows);
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

void monthly_overview(Paper& paper) {
  const Asked& asked = paper.asked();
  const Rows all = paper.now(Kind::tasks);
  const Rows tasks = paper.counted(Kind::tasks);
  const Rows indicators = paper.counted(Kind::indicators);
  const Rows binding = in(indicators, "commitment", "binding");
  const Rows strive = in(indicators, "commitment", "strive");
  paper.line("summary",
             say(asked, keys::monthly_summary, paper.today(), query::field(paper.plan(), "time"),
                 all.count(), tasks.count(), binding.count(), strive.count()));
  const Value left_out = not_counted(asked, all.where({{"counted", Test::equals, "false"}}));
  if (!left_out.is_absent()) paper.line("not_counted", left_out);
  came_in(paper);
  const Value mean = tasks.mean("completion");
  paper.line("completion", mean.is_absent() ? say(asked, keys::monthly_unknown, known(tasks))
                           : is_thin(tasks) ? say(asked, keys::monthly_thin, known(tasks), mean)
                                            : say(asked, keys::monthly_mean, known(tasks), mean));
  document::Table table{.id = "classes"};
  table.columns = {{"class", paper.word(keys::field_class)},
                   paper.number("tasks", keys::weekly_tasks),
                   paper.number("tasks_share", keys::weekly_share),
                   paper.number("binding", keys::monthly_binding),
                   paper.number("binding_share", keys::weekly_share),
                   paper.number("strive", keys::monthly_strive),
                   paper.number("strive_share", keys::weekly_share)};
  for (const facts::Known& standing :
       facts::find_field(Kind::tasks, "class")->field->known(paper.plan())) {
    const std::string name = query::plain(standing.value);
    document::Row row{.cells = {standing.label}};
    bool any = false;
    for (const Rows* rows : {&tasks, &binding, &strive}) {
      const Rows some = in(*rows, "class", name);
      any |= !some.empty();
      row.cells.push_back(some.count());
      row.cells.push_back(query::share(some.count(), rows->count()));
    }
    if (any) table.rows.push_back(std::move(row));
  }
  paper.put_rows(std::move(table));
}

void monthly_sections(Paper& paper) {
  paper.put_rows(tally_by(paper, "sections", "section"));
  paper.picture(chart_of_sections(paper.asked(), paper.counted(Kind::tasks), paper.plan()));
}

void monthly_units(Paper& paper) {
  document::Table units = tally_by(paper, "units", "lead");
  if (units.rows.empty()) return;
  paper.put(std::move(units));
  joint(paper, "lead");
  // Only where tasks name leaders: the group of those that name none is no leader.
  const Rows named = paper.counted(Kind::tasks).where({{"leader", Test::exists}});
  if (named.empty()) return;
  paper.table(keys::monthly_leaders, tally_by(paper, "leaders", "leader"));
  joint(paper, "leader");
}

}  // namespace taizhang::report
