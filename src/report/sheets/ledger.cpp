// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "base/suggest.h"
#include "report/paper/records.h"
#include "report/reports.h"
#include "report/sheets/tables.h"

namespace taizhang::report {

namespace {

/// A row of the ledger: a task, and one of its indicators where it has any.
struct Line {
  Row task;
  std::optional<Row> indicator;

  const Row& measured() const { return indicator ? *indicator : task; }
};

Value of_task(const Line& line, std::string_view field) { return query::field(line.task, field); }

/// A field that indicators have, and tasks too.
template <const char* field>
Value of_measured(const Asked&, const Line& line) {
  return query::field(line.measured(), field);
}
template <const char* field>
Value of_indicator(const Asked&, const Line& line) {
  return line.indicator ? query::field(*line.indicator, field) : Value();
}
template <const char* field>
Value of_the_task(const Asked&, const Line& line) {
  return of_task(line, field);
}
template <const char* field>
Value of_progress(const Asked&, const Line& line) {
  return newest_progress(line.task, field);
}

/// As the plan prints it: its heading says of which plan it is.
Value printed_item_of(const Row& task) {
  Value no = facts::value(task, "no");
  return no.is_absent() ? item_of(task) : no;
}
Value item_of_line(const Asked&, const Line& line) { return printed_item_of(line.task); }

/// The light that the task counts by, where a person has set it, beside that of the indicator's
/// figures; else that of what the row is of.
Value light_of(const Asked& asked, const Line& line) {
  Value own = query::field(line.measured(), "light");
  if (!line.indicator || text_of(line.task, "light_by_hand") != "true" ||
      text_of(line.task, "counted") != "true") {
    return with_remark(std::move(own), over_by(line.task));
  }
  return with_remark(of_task(line, "light"), say(asked, keys::ledger_by_figures, std::move(own)));
}

/// What the year promises: an indicator with its target; of a task without any its milestones.
Value promise_of(const Asked& asked, const Line& line) {
  if (line.indicator) {
    return say(asked, keys::paper_promise, facts::value(*line.indicator, "name"),
               query::field(*line.indicator, "promise"));
  }
  document::List milestones;
  for (const Row& row : facts::rows_in(line.task, Kind::milestones)) {
    milestones.items.push_back(
        say(asked, keys::paper_by_day, facts::value(row, "name"), query::field(row, "due")));
  }
  return milestones.items.empty() ? Value() : Value(std::move(milestones));
}

/// The value; of a task without indicators how many of its milestones are done.
Value value_of_line(const Asked& asked, const Line& line) {
  if (line.indicator) return value_or_part(asked, *line.indicator);
  const Rows milestones = Rows(*line.task.world, Kind::milestones)
                              .where({{"parent", Test::equals, facts::address(line.task)}});
  if (milestones.empty()) return {};
  return say(asked, keys::ledger_milestones, milestones.where({{"done", Test::exists}}).count(),
             milestones.count());
}

/// That of the task in its words, 9月底前, or the indicator's own.
Value due_of(const Asked&, const Line& line) {
  if (!line.indicator || text_of(*line.indicator, "due_apart") != "true") {
    return of_task(line, "due");
  }
  return query::field(*line.indicator, "due");
}

/// The open orders by their level; then the step that is suggested and none of them has taken.
Value orders_of(const Asked& asked, const Line& line) {
  document::List open;
  for (const Row& row : facts::rows_in(line.task, Kind::orders)) {
    if (facts::value(row, "closed").is_absent()) open.items.push_back(facts::value(row, "level"));
  }
  Value suggested = order_suggested(line.task);
  if (!suggested.is_absent()) {
    open.items.push_back(say(asked, keys::ledger_suggested, std::move(suggested)));
  }
  return open.items.empty() ? Value() : Value(std::move(open));
}

/// A column of the ledger under its name for `--columns`.
struct LedgerColumn {
  std::string_view name;
  words::Key<0> title;
  Value (*get)(const Asked& asked, const Line& line);
  bool is_number = false;
};

constexpr char section[] = "section_title", title[] = "title", leader[] = "leader", lead[] = "lead",
               support[] = "support", done[] = "done", completion[] = "completion",
               expected[] = "expected", gap[] = "gap", problems[] = "problems", next[] = "next";

constexpr LedgerColumn ledger_columns[] = {
    {"item", keys::ledger_item, item_of_line, true},
    {"section", keys::ledger_section, of_the_task<section>},
    {"title", keys::ledger_task, of_the_task<title>},
    {"promise", keys::ledger_promise, promise_of},
    {"leader", keys::ledger_leader, of_the_task<leader>},
    {"lead", keys::ledger_lead, of_the_task<lead>},
    {"support", keys::ledger_support, of_the_task<support>},
    {"due", keys::ledger_due, due_of},
    {"progress", keys::ledger_progress, of_progress<done>},
    {"value", keys::ledger_value, value_of_line, true},
    {"completion", keys::ledger_completion, of_measured<completion>, true},
    {"expected", keys::ledger_expected, of_indicator<expected>, true},
    {"gap", keys::ledger_gap, of_indicator<gap>, true},
    {"light", keys::ledger_light, light_of},
    {"problems", keys::ledger_problems, of_progress<problems>},
    {"next", keys::ledger_next, of_progress<next>},
    {"orders", keys::ledger_orders, orders_of},
};

/// Suggests names where one is near, else the titles that people see.
[[noreturn]] void refuse_column(const Asked& asked, const std::string& name) {
  std::vector<std::string_view> names;
  std::vector<std::string_view> titles;
  for (const LedgerColumn& column : ledger_columns) {
    names.push_back(column.name);
    titles.push_back(asked.words[column.title]);
  }
  base::refuse_unknown(name, {"栏", "column"}, base::suggestion(name, names) ? names : titles);
}

/// Those that are asked for, by name or by title in either language; all where none are.
std::vector<LedgerColumn> chosen_columns(const Asked& asked) {
  std::vector<LedgerColumn> chosen;
  const words::Words zh(base::Language::zh);
  const words::Words en(base::Language::en);
  for (const std::string& name : asked.sending.columns) {
    const auto by_title = std::ranges::find_if(ledger_columns, [&](const LedgerColumn& column) {
      return name == zh[column.title] || name == en[column.title] ||
             name == asked.words[column.title];
    });
    const auto found = by_title != std::end(ledger_columns)
                           ? by_title
                           : std::ranges::find(ledger_columns, name, &LedgerColumn::name);
    if (found == std::end(ledger_columns)) refuse_column(asked, name);
    chosen.push_back(*found);
  }
  if (chosen.empty()) chosen.assign(std::begin(ledger_columns), std::end(ledger_columns));
  return chosen;
}

/// The first days of the months of the plan that have begun.
std::vector<std::chrono::year_month> months_of(const Paper& paper) {
  const model::Period& period = paper.plan().plan->plan->plan.period;
  std::vector<std::chrono::year_month> months;
  if (!paper.asked().sending.by_month || !period.start) return months;
  const auto month_of = [](base::Date day) {
    const std::chrono::year_month_day date(day);
    return date.year() / date.month();
  };
  const base::Date last = period.end ? std::min(*period.end, paper.today()) : paper.today();
  for (auto month = month_of(*period.start); month <= month_of(last);
       month += std::chrono::months{1}) {
    months.push_back(month);
  }
  return months;
}

/// Indicators by units as they stood at the ends of months, by what is known now. A month is looked
/// through once, for all rows of the ledger.
class MonthEnds {
 public:
  explicit MonthEnds(const Paper& paper) : asked_(paper.asked()) {}

  /// What stands as the value on the last day of the month: the total, else those of the units that
  /// have one of that month.
  Value of(const Row& indicator, std::chrono::year_month month) {
    const auto& then = indicators_in(month);
    const auto same = then.find(facts::address(indicator));
    if (same == then.end()) return {};
    Value total = value_or_part(asked_, same->second);
    if (!total.is_absent()) return total;
    const std::string first = base::iso(base::Date(month / 1));
    document::List units;
    for (const Row& share : facts::rows_in(same->second, Kind::shares)) {
      if (text_of(share, "data_date") < first) continue;
      units.items.push_back(say(asked_, keys::paper_of_unit, facts::value(share, "unit"),
                                query::field(share, "value")));
    }
    return units.items.empty() ? Value() : Value(std::move(units));
  }

 private:
  const std::map<std::string, Row>& indicators_in(std::chrono::year_month month) {
    const auto [at, is_new] = months_.try_emplace(month);
    if (is_new) {
      const base::Clocks now = asked_.clocks;
      const base::Date last(month / std::chrono::last);
      const facts::World& then = asked_.world_on({std::min(last, now.as_of), now.known_by}, {});
      for (const Row& row : Rows(then, Kind::indicators)) {
        at->second.emplace(facts::address(row), row);
      }
    }
    return at->second;
  }

  const Asked& asked_;
  std::map<std::chrono::year_month, std::map<std::string, Row>> months_;
};

/// The newest value of those that count with a data date in the month. Of an indicator by units it
/// is what stands at the end of a month in which one of them has such a date: the total moves with
/// each of them.
Value value_in(MonthEnds& ends, const Line& line, std::chrono::year_month month) {
  if (!line.indicator) return {};
  const std::string first = base::iso(base::Date(month / 1));
  const std::string last = base::iso(base::Date(month / std::chrono::last));
  std::optional<Row> newest;
  for (const Row& row : facts::rows_in(*line.indicator, Kind::readings)) {
    const std::string date = text_of(row, "date");
    if (text_of(row, "counts") != "true" || date < first || date > last) continue;
    if (!newest || date >= text_of(*newest, "date")) newest = row;
  }
  if (!newest) return {};
  if (!text_of(*line.indicator, "aggregate").empty()) return ends.of(*line.indicator, month);
  return query::field(*newest, "value");
}

std::vector<Line> lines_of(const Paper& paper) {
  std::vector<Line> lines;
  for (const Row& task : paper.now(Kind::tasks)) {
    const std::vector<Row> indicators = facts::rows_in(task, Kind::indicators);
    if (indicators.empty()) lines.push_back({task, std::nullopt});
    for (const Row& indicator : indicators) lines.push_back({task, indicator});
  }
  return lines;
}

void write_ledger(Paper& paper) { paper.put_rows(ledger_table(paper)); }

constexpr Part ledger_parts[] = {{keys::ledger_part, write_ledger, &keys::ledger_none}};
constexpr Part matrix_parts[] = {{keys::matrix_part, put_matrix, &keys::matrix_none}};

}  // namespace

document::Table ledger_table(const Paper& paper) {
  const Asked& asked = paper.asked();
  const std::vector<LedgerColumn> columns = chosen_columns(asked);
  const auto months = months_of(paper);
  document::Table table{.id = "ledger"};
  for (const LedgerColumn& column : columns) {
    document::Column made = column.is_number ? paper.number(column.name, column.title)
                                             : paper.text(column.name, column.title);
    made.wraps = !column.is_number;
    table.columns.push_back(std::move(made));
  }
  for (const std::chrono::year_month month : months) {
    const std::string name = base::iso(base::Date(month / 1)).substr(0, 7);
    table.columns.push_back({name, name, document::Align::right});
  }
  MonthEnds ends(paper);
  for (const Line& line : lines_of(paper)) {
    document::Row& row = table.rows.emplace_back();
    for (const LedgerColumn& column : columns) row.cells.push_back(column.get(asked, line));
    for (const std::chrono::year_month month : months) {
      row.cells.push_back(value_in(ends, line, month));
    }
  }
  return table;
}

document::Table matrix_table(const Paper& paper) {
  const Asked& asked = paper.asked();
  const Rows shares = paper.now(Kind::shares);
  document::Table table{.id = "matrix"};
  table.columns = {paper.number("item", keys::ledger_item), paper.text("title", keys::ledger_task),
                   paper.text("indicator", keys::paper_indicator),
                   paper.text("lead", keys::ledger_lead),
                   paper.number("total", keys::matrix_total)};
  std::vector<std::string> units;
  for (const Row& share : shares) {
    const std::string unit = text_of(share, "unit");
    if (std::ranges::find(units, unit) != units.end()) continue;
    units.push_back(unit);
    table.columns.push_back({unit, unit, document::Align::right});
  }
  const auto of_target = [&](const Row& row) {
    Value value =
        row.kind == Kind::indicators ? value_or_part(asked, row) : query::field(row, "value");
    if (value.is_absent()) value = Value(asked.words[keys::paper_not_reported]);
    const Value light = facts::value(row, "light");
    return beside(asked, document::out_of(std::move(value), query::field(row, "target")), light)
        .toned(light.tone());
  };
  for (const Row& indicator : paper.now(Kind::indicators)) {
    const std::vector<Row> own = facts::rows_in(indicator, Kind::shares);
    if (own.empty()) continue;
    const Row task = facts::ancestor(indicator, Kind::tasks);
    const bool has_total = !facts::value(indicator, "target").is_absent();
    document::Row& row = table.rows.emplace_back();
    row.cells = {printed_item_of(task), facts::value(task, "title"),
                 facts::value(indicator, "name"), facts::value(task, "lead"),
                 has_total ? of_target(indicator) : Value()};
    for (const std::string& unit : units) {
      const auto share =
          std::ranges::find_if(own, [&](const Row& one) { return text_of(one, "unit") == unit; });
      row.cells.push_back(share == own.end() ? Value() : of_target(*share));
    }
  }
  return table;
}

void put_matrix(Paper& paper) {
  document::Table table = matrix_table(paper);
  if (table.rows.empty()) return;
  paper.line("legend", paper.word(keys::matrix_legend));
  paper.put(std::move(table));
}

Document ledger(const Asked& asked) {
  Document document =
      paper_of(asked, {.id = "ledger", .title = keys::ledger_heading, .has_means = false},
               asked.clocks.as_of, ledger_parts);
  document.sheets = [asked]() { return ledger_sheets(asked); };
  return document;
}

Document matrix(const Asked& asked) {
  return paper_of(asked, {.id = "matrix", .title = keys::matrix_heading, .has_means = false},
                  asked.clocks.as_of, matrix_parts);
}

}  // namespace taizhang::report
