// SPDX-License-Identifier: MIT
//
// A sheet for each unit, or for each leader; or for a section, or all of a plan: what is to be
// done, how that stands, what is owed.
#include <algorithm>
#include <set>

#include "base/fatal.h"
#include "base/suggest.h"
#include "base/text.h"
#include "query/filter/filter.h"
#include "report/paper/due.h"
#include "report/paper/records.h"
#include "report/paper/to_do.h"
#include "report/reports.h"
#include "report/sheets/sheet.h"

namespace taizhang::report {

namespace {

/// What the newest progress says of problems, else what its open issues say.
Value problems_of(const Row& task) {
  Value told = newest_progress(task, "problems");
  if (!told.is_absent()) return told;
  document::List open;
  for (const Row& issue : facts::rows_in(task, Kind::issues)) {
    if (text_of(issue, "open") == "true") open.items.push_back(facts::value(issue, "text"));
  }
  return open.items.empty() ? Value() : Value(std::move(open));
}

/// What an indicator is expected to come to: past its day nothing is.
Value forecast_before_due(const Row& indicator) {
  if (is_past_due(indicator)) return {};
  return facts::find_field(Kind::indicators, "forecast")->shown(indicator);
}

/// What is to be done, by its task and its own name.
Value name_of_thing(const Asked& asked, const Row& row) {
  const Value no = facts::printed_item(facts::ancestor(row, Kind::tasks));
  const auto* field = row.kind == Kind::indicators || row.kind == Kind::milestones ? "name"
                      : row.kind == Kind::issues                                   ? "text"
                                                                                   : "title";
  return say(asked, keys::weekly_task_alone, no, query::field(row, field));
}

/// The blocks of one sheet, its parts with headings of `level`.
class Sheet {
 public:
  Sheet(const Asked& asked, const Row& plan, Whose whose, int level)
      : paper_(asked, plan, level, asked.clocks.as_of), whose_(std::move(whose)) {}

  document::Chapter written(bool with_name) {
    if (with_name) {
      paper_.heading(whose_.name, -1);
      paper_.line("basis", say(paper_.asked(), keys::paper_basis,
                               title_and_number(paper_.asked(), paper_.plan())));
      taken_over();
    }
    summary();
    part(keys::sheet_part_tasks, [&] { tasks(); });
    part(keys::sheet_part_indicators, [&] { indicators(); });
    part(keys::sheet_part_owed, [&] { owed(); });
    part(keys::sheet_part_issues, [&] { issues(); });
    part(keys::sheet_part_orders, [&] { orders(); });
    if (whose_.is_unit() || whose_.field == "leader") {
      part(keys::sheet_part_to_do, [&] { to_do(); });
    }
    if (whose_.is_unit()) part(keys::sheet_part_supports, [&] { supported(); });
    document::Chapter chapter = paper_.finished();
    chapter.subject = whose_.name;
    return chapter;
  }

 private:
  Rows own(Kind kind, std::string_view field) const {
    const Rows all = paper_.now(kind);
    if (field.empty()) return all;
    // A section is a number, a field of it is no list.
    const Test is = field == "section" ? Test::equals : Test::contains;
    return all.where({{std::string(field), is, whose_.name}});
  }
  Rows own(Kind kind) const { return own(kind, whose_.field); }
  /// The tasks that are in its figures: of a unit as it has them.
  Rows own_tasks() const {
    if (!whose_.is_unit()) return own(Kind::tasks);
    return duties().where({{"in_figures", Test::equals, "true"}});
  }
  Rows duties() const {
    return paper_.now(Kind::duties).where({{"unit", Test::equals, whose_.name}});
  }
  /// Those that it takes part in only; of a group, which has no duties itself, those of its members
  /// together.
  Rows supports() const {
    if (!is_group()) return duties().where({{"in_figures", Test::equals, "false"}});
    return paper_.now(Kind::tasks)
        .where({{"tasks", Test::meets, "units:" + query::filter::quoted(whose_.name)}});
  }
  bool is_group() const {
    const auto units = facts::rows_in(paper_.plan(), Kind::units);
    return std::ranges::any_of(units, [&](const Row& unit) {
      return text_of(unit, "name") == whose_.name && text_of(unit, "type") == "group";
    });
  }

  /// Why it is the sheet of another unit than was asked for: that one has become it.
  void taken_over() {
    const Asked& asked = paper_.asked();
    const std::string& given = asked.sending.subject;
    if (!whose_.is_unit() || given == whose_.name || !asked.world().unit_named(given)) return;
    for (const Row& unit : facts::rows_in(paper_.plan(), Kind::units)) {
      const bool is_alias =
          query::passes(facts::value(unit, "aliases"), {"", Test::contains, given});
      if (text_of(unit, "name") != whose_.name || is_alias) continue;
      paper_.line("taken_over",
                  say(asked, keys::sheet_merged_into, Value(given), Value(whose_.name)));
    }
  }

  /// A numbered part; one line where it has nothing.
  template <class Write>
  void part(words::Key<0> title, const Write& write) {
    const Asked& asked = paper_.asked();
    const Value heading = part_heading(asked, ++number_, paper_.word(title));
    paper_.heading(heading);
    const std::size_t before = paper_.written();
    write();
    if (paper_.written() == before) paper_.head_anew(say(asked, keys::sheet_none, heading));
  }

  void put(document::Table table) {
    if (!table.rows.empty()) paper_.put(std::move(table));
  }

  void summary() {
    const Asked& asked = paper_.asked();
    const Rows all = own_tasks().where({{"counted", Test::equals, "true"}});
    document::Fields fields{"summary", {}};
    const auto add = [&](std::string key, words::Key<0> label, Value value) {
      fields.lines.push_back({std::move(key), paper_.word(label), std::move(value)});
    };
    // How many there are; where some are not counted how many are, and why the others are not.
    const auto add_count = [&](std::string key, words::Key<0> counted, words::Key<0> label,
                               const Rows& tasks) {
      Value left_out = not_counted(asked, tasks.where({{"counted", Test::equals, "false"}}));
      if (left_out.is_absent()) {
        add(std::move(key), counted, tasks.count());
      } else {
        add(std::move(key), label,
            say(asked, keys::sheet_counted, tasks.count(),
                tasks.where({{"counted", Test::equals, "true"}}).count(), std::move(left_out)));
      }
    };
    add_count("tasks", keys::sheet_tasks, keys::sheet_of_tasks, own_tasks());
    document::List classes;
    for (const facts::Known& standing :
         facts::find_field(Kind::tasks, "class")->field->known(paper_.plan())) {
      const Rows some = all.where({{"class", Test::equals, query::plain(standing.value)}});
      if (!some.empty()) {
        classes.items.push_back(say(asked, keys::paper_of_unit, standing.label, some.count()));
      }
    }
    if (!classes.items.empty()) add("classes", keys::sheet_classes, std::move(classes));
    const Value mean = all.mean("completion");
    if (!mean.is_absent()) {
      add("completion", keys::sheet_completion,
          is_thin(all) ? say(asked, keys::sheet_thin, known(all), mean)
                       : say(asked, keys::sheet_mean, mean, known(all)));
    }
    if (whose_.is_unit()) {
      add_count("supports", keys::sheet_supports, keys::sheet_of_supports, supports());
      for (const Row& unit : facts::rows_in(paper_.plan(), Kind::units)) {
        // A score is of all its tasks: beside some of them it would mislead.
        if (text_of(unit, "name") != whose_.name || !asked.selection.takes_all()) continue;
        const Value score = query::field(unit, "score");
        if (!score.is_absent()) add("score", keys::sheet_score, score);
        const Value rank = query::field(unit, "rank");
        if (!rank.is_absent()) add("rank", keys::sheet_rank, say(asked, keys::sheet_place, rank));
      }
    } else if (const Value score = all.mean("score.value"); !score.is_absent()) {
      // The plain mean of a leader's tasks, never ranked.
      const Value known =
          document::out_of(all.where({{"score.value", Test::exists}}).count(), all.count());
      const bool by_schedule = !all.where({{"score.by_schedule", Test::equals, "true"}}).empty();
      Value told = say(asked, by_schedule ? keys::sheet_score_by_schedule : keys::sheet_score_mean,
                       score, known);
      const bool is_thin_score = 2 * all.where({{"score.value", Test::exists}}).size() < all.size();
      add("score", keys::sheet_score,
          is_thin_score ? say(asked, keys::sheet_score_thin, std::move(told)) : std::move(told));
    }
    if (whose_.field == "leader") {
      const Rows without = paper_.now(Kind::tasks).where({{"leader", Test::absent}});
      if (!without.empty()) add("no_leader", keys::sheet_no_leader, without.count());
    }
    paper_.put(std::move(fields));
  }

  void tasks() {
    const Rows rows = own_tasks();
    std::vector<Shown> columns{{"item", nullptr, item_of},
                               {"title"},
                               {"due"},
                               {"status"},
                               {"light"},
                               {"class"},
                               {"completion"},
                               {"known"},
                               {"score"}};
    if (!whose_.is_unit()) columns.insert(columns.begin() + 2, {"lead"});
    columns.push_back({"problems", &keys::sheet_problems, [](const Row& row) {
                         return problems_of(facts::ancestor(row, Kind::tasks));
                       }});
    columns.push_back({"next", &keys::sheet_next, [](const Row& row) {
                         return newest_progress(facts::ancestor(row, Kind::tasks), "next");
                       }});
    put(table_of(paper_.asked(), "tasks", rows, columns));
    behind(rows);
    put_lights_by_hand(paper_, own(Kind::tasks), Above::red_and_yellow);
  }

  /// Why tasks are red or yellow, by measure, as the weekly says it.
  void behind(const Rows& rows) {
    std::vector<Row> tasks;
    for (const char* light : {"red", "yellow"}) {
      for (const Row& row : rows.where({{"light", Test::equals, light}})) {
        tasks.push_back(facts::ancestor(row, Kind::tasks));
      }
    }
    Behind& behind = paper_.behind();
    std::vector<Shown> columns = behind.columns();
    columns.insert(columns.begin() + 4, {"ratio", &keys::sheet_ratio,
                                         [&](const Row& row) { return behind.ratio(row); }});
    columns.insert(columns.begin(), {{"item", nullptr, item_of}, {"title"}});
    paper_.table(keys::sheet_behind,
                 behind.table_by_measure("behind", tasks, columns,
                                         whose_.is_unit() ? whose_.name : std::string()));
  }

  /// The light of what a row measures, with a mark where the task's is a person's word.
  Shown light_of_figures() const {
    return {"light", nullptr, [this](const Row& row) {
              return marked_by_hand(paper_.asked(), row,
                                    facts::find_field(row.kind, "light")->shown(row));
            }};
  }

  void indicators() {
    put(table_of(paper_.asked(), "indicators", own(Kind::indicators),
                 with_task({{"name", &keys::paper_indicator},
                            {"promise"},
                            {"value", nullptr,
                             [&](const Row& row) { return value_or_part(paper_.asked(), row); }},
                            {"data_date"},
                            {"expected"},
                            {"completion"},
                            {"gap"},
                            light_of_figures(),
                            {"forecast", nullptr, forecast_before_due}})));
    if (whose_.is_unit()) shares();
    milestones();
  }

  /// What of the tasks under way is still to be done by a day of its own.
  void milestones() {
    const Rows open = asked_for(own(Kind::milestones)).where({{"done", Test::absent}});
    paper_.table(paper_.is_public() ? keys::sheet_milestones_public : keys::sheet_milestones,
                 table_of(paper_.asked(), "milestones", open,
                          {{"item", nullptr, item_of},
                           {"title"},
                           {"name", &keys::sheet_milestone},
                           {"due"},
                           {"days", &keys::weekly_days,
                            [&](const Row& row) { return days_to_go(paper_.asked(), row); }},
                           {"light"}}));
  }

  void shares() {
    put(table_of(paper_.asked(), "shares",
                 paper_.now(Kind::shares).where({{"unit", Test::equals, whose_.name}}),
                 {{"item", nullptr, item_of},
                  {"title"},
                  {"name", &keys::paper_indicator},
                  {"target"},
                  {"value"},
                  {"completion"},
                  {"gap"},
                  light_of_figures()}));
  }

  void owed() {
    if (paper_.is_public()) {
      paper_.line("none", paper_.word(keys::paper_public));
      return;
    }
    std::vector<Row> missing;
    document::Bullets lines{"awaited", {}};
    const auto add = [&](const Rows& lacking, const Rows& expected, const std::string& unit = {}) {
      const Rows reports = missing_reports(lacking);
      std::vector<Row> rows(reports.begin(), reports.end());
      if (!unit.empty()) rows = shares_of(rows, unit);
      std::ranges::move(rows, std::back_inserter(missing));
      std::ranges::move(lines_of_awaited(paper_, asked_for(expected), unit),
                        std::back_inserter(lines.lines));
    };
    if (whose_.is_unit()) {
      // What it reports, whoever it lacks; then what it owes where another reports.
      const Rows reports = own(Kind::indicators, "reporter");
      const auto from = [&](std::string_view field) {
        return own(Kind::indicators, field).where({{"reporter", Test::differs, whose_.name}});
      };
      add(reports, reports);
      add(from("missing_from"), from("awaited_from"), whose_.name);
    } else {
      add(own(Kind::indicators), own(Kind::indicators));
    }
    put(table_of_missing(paper_.asked(), missing));
    if (Value line = no_longer_asked_for(paper_.asked(), missing); !line.is_absent()) {
      paper_.line("no_longer_asked_for", std::move(line));
    }
    if (!lines.lines.empty()) paper_.put(std::move(lines));
  }

  void issues() {
    const Rows all = whose_.is_unit() ? paper_.now(Kind::issues) : own(Kind::issues);
    const Rows open = all.where({{"open", Test::equals, "true"}});
    std::vector<Row> rows(open.begin(), open.end());
    // Of a unit those of the tasks that it leads, and those that are its to solve, to move or to
    // close.
    if (whose_.is_unit()) {
      std::erase_if(rows, [&](const Row& row) {
        return std::ranges::none_of(
            std::array{"lead", "owner", "turn", "closers"}, [&](const char* field) {
              return query::passes(facts::value(row, field), {"", Test::contains, whose_.name});
            });
      });
    }
    put(table_of_issues(paper_, "issues", rows));
  }

  void orders() {
    const char* to = is_group() ? "to" : "sent_to";
    const Rows rows = (whose_.is_unit() ? own(Kind::orders, to) : own(Kind::orders))
                          .where({{"closed", Test::absent}});
    put(table_of_orders(paper_.asked(), {rows.begin(), rows.end()}));
  }

  /// What is to be done in the days to come, and what is late already; of a unit what is its own.
  void to_do() {
    const Asked& asked = paper_.asked();
    const auto whose = [this](const Rows& rows, std::string_view unit) {
      if (whose_.is_unit()) {
        return rows.where({{std::string(unit), Test::contains, whose_.name}});
      }
      return rows.where({{whose_.field, Test::contains, whose_.name}});
    };
    const OwnDays own_days(asked_for(own(Kind::tasks)));
    document::Bullets lines{"next", {}};
    for (const ToDo& one : all_to_do(paper_, days_ahead, whose)) {
      const std::vector<Row> rows = own_days.told(one.rows);
      if (rows.empty()) continue;
      document::List things;
      for (const Row& row : rows) {
        Value thing = name_of_thing(asked, row);
        things.items.push_back(by_its_day(std::move(thing), row, one.day));
      }
      const bool is_all = rows.size() == one.rows.size() && !one.by_row;
      Value count = say(asked, one.say, is_all ? one.rows.count() : one_by_one(rows));
      lines.lines.push_back(
          say(asked, keys::weekly_unit_does, std::move(count), std::move(things)));
    }
    if (!lines.lines.empty()) paper_.put(std::move(lines));
  }

  /// A thing to do with the day until which it is, and that it is past; with the other days
  /// to come where more than one period is to be reported.
  Value by_its_day(Value thing, const Row& row, std::string_view field) const {
    const Asked& asked = paper_.asked();
    Value day = field.empty() ? Value() : query::field(row, field);
    const auto* date = day.as<base::Date>();
    if (!date) return thing;
    if (*date < paper_.today()) return say(asked, keys::sheet_was_due, std::move(thing), day);
    if (field != "awaited_by") return say(asked, keys::paper_by_day, std::move(thing), day);
    document::List days;
    const Value all = query::field(row, "deadlines");
    if (const auto* list = all.as<document::List>()) {
      std::ranges::copy_if(list->items, std::back_inserter(days.items), [&](const Value& one) {
        return *one.as<base::Date>() <= paper_.today() + days_ahead;
      });
    }
    return say(asked, keys::paper_by_day, std::move(thing),
               days.items.empty() ? std::move(day) : Value(std::move(days)));
  }

  void supported() {
    put(table_of(paper_.asked(), "supports", supports(),
                 {{"item", nullptr, item_of}, {"title"}, {"lead"}, {"due"}, {"light"}, {"class"}}));
  }

  static constexpr std::chrono::days days_ahead{30};

  Paper paper_;
  Whose whose_;
  int number_ = 0;
};

}  // namespace

document::Chapter sheet_of(const Asked& asked, const Row& plan, const Whose& whose) {
  return Sheet(asked, plan, whose, 1).written(false);
}

std::vector<std::string> leaders_of(const Row& plan) {
  std::vector<std::string> names;
  for (const facts::Known& one : facts::find_field(Kind::tasks, "leader")->field->known(plan)) {
    names.push_back(query::plain(one.value));
  }
  return names;
}

std::set<std::string> units_at_work(const Row& plan) {
  std::set<std::string> units;
  for (const Row& duty : facts::rows_in(plan, Kind::duties)) units.insert(text_of(duty, "unit"));
  return units;
}

namespace {

Document sheets(const Asked& asked, std::string id, words::Key<0> title,
                const std::vector<std::pair<Row, Whose>>& all) {
  Document document =
      started_paper(asked, {.id = std::move(id), .title = title, .of_sheets = true});
  for (const auto& [plan, whose] : all) {
    document.chapters.push_back(Sheet(asked, plan, whose, 2).written(true));
    document.chapters.back().is_paper = true;
  }
  if (all.empty()) {
    name_plans(asked, document);
    document.chapters.push_back(
        {{},
         {document::Heading{Value(asked.words[title]), 1},
          document::Paragraph{"none", asked.words[keys::sheet_no_sheets]}}});
  }
  return document;
}

}  // namespace

Document unit_sheets(const Asked& asked) {
  const std::string& subject = asked.sending.subject;
  const std::string only = subject.empty() ? "" : query::unit_name(asked.world(), subject);
  std::vector<std::pair<Row, Whose>> all;
  for (const Row& plan : plans_in_view(asked).plans) {
    const std::set<std::string> at_work = units_at_work(plan);
    for (const Row& unit : facts::rows_in(plan, Kind::units)) {
      const std::string name = text_of(unit, "name");
      if (only.empty() ? at_work.contains(name) : name == only)
        all.push_back({plan, {name, "lead"}});
    }
  }
  return sheets(asked, "unit", keys::sheet_unit_title, all);
}

Document leader_sheets(const Asked& asked) {
  std::vector<std::pair<Row, Whose>> all;
  std::vector<std::string> known;
  for (const Row& plan : plans_in_view(asked).plans) {
    for (std::string& name : leaders_of(plan)) {
      known.push_back(name);
      if (asked.sending.subject.empty() || asked.sending.subject == name) {
        all.push_back({plan, {std::move(name), "leader"}});
      }
    }
  }
  if (known.empty()) {
    // Another plan may name some.
    document::List plans;
    for (const Row& plan : plans_in_view(asked).plans) {
      plans.items.push_back(facts::value(plan, "title"));
    }
    const std::string titles = document::text(Value(std::move(plans)), asked.language());
    base::refuse(
        {{"计划“{0}”里没有一项任务写明责任领导", "no task of the plan “{0}” names a leader"},
         {titles}},
        {{"在任务文件里写 leader（责任领导）：职务",
          "write leader, by post, in the files of the tasks"}});
  }
  if (all.empty()) {
    base::refuse({{"没有“{0}”这位责任领导", "there is no leader “{0}”"}, {asked.sending.subject}},
                 {{"台账里有：{0}", "the ledger names: {0}"}, {base::joined(known, "、")}});
  }
  return sheets(asked, "leader", keys::sheet_leader_title, all);
}

}  // namespace taizhang::report
