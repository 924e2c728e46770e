// SPDX-License-Identifier: MIT
//
// What is behind, and what will not be met.
#include <algorithm>
#include <map>

#include "query/saved.h"
#include "query/undecided.h"
#include "report/monthly/parts.h"
#include "report/paper/behind.h"
#include "report/paper/records.h"
#include "report/sheets/tables.h"

namespace taizhang::report {

namespace {

bool is_short(const Row& row) {
  return !is_missed(row) && query::plain(query::field(row, "forecast.will_meet")) == "false";
}

bool will_be_missed(const Row& row) { return is_short(row) && !is_past_due(row); }

/// Due, and what was reported is short: what came by the day itself is still to be told.
bool waits_for_last(const Row& row) { return is_short(row) && is_past_due(row); }

std::vector<Row> those(bool (*are)(const Row&), const Rows& rows) {
  std::vector<Row> some;
  std::ranges::copy_if(rows, std::back_inserter(some), are);
  return some;
}

/// How many of how many binding indicators have no forecast yet, as `list @miss` tells it; of them
/// none that is missed already.
Value undecided(const Paper& paper) {
  const auto saved = std::ranges::find(query::saved_queries(), "miss", &query::SavedQuery::name);
  const auto open = query::undecided(paper.now(Kind::indicators), *saved, "@miss");
  if (!open) return {};
  std::vector<Row> rows(open->without.begin(), open->without.end());
  std::erase_if(rows, is_missed);
  if (rows.empty()) return {};
  return say(paper.asked(), keys::monthly_undecided,
             document::out_of(one_by_one(rows), open->of.count()));
}

/// What is lacking as a part of what was to be done, so that unlike amounts can be compared: of
/// nothing to be done it is all.
base::Ratio part_lacking(const Row& row) {
  const auto size = [&](std::string_view field) {
    const Value value = query::field(row, field);
    const auto* number = value.as<document::Number>();
    return number ? number->value : base::Ratio();
  };
  if (has_window(row)) return 1 - size("completion");
  const std::string qualifier = text_of(row, "qualifier");
  const bool is_ceiling = qualifier == "at_most" || qualifier == "below";
  const base::Ratio whole = abs(size("target") - (is_ceiling ? base::Ratio() : size("baseline")));
  const base::Ratio lacking = abs(size("forecast.gap"));
  return whole == base::Ratio() ? lacking : lacking / whole;
}

/// The one way in which all of these are forecast; absent where there are several.
Value one_method(const std::vector<Row>& rows) {
  Value one;
  for (const Row& row : rows) {
    Value method = query::field(row, "forecast.method");
    if (!one.is_absent() && query::plain(one) != query::plain(method)) return {};
    one = std::move(method);
  }
  return one;
}

/// What the report of the month before said of a task: its light, what was done of the measure
/// that is told now, what was to come.
class LastMonth {
 public:
  LastMonth(const Paper& paper, Behind& now) : asked_(paper.asked()), now_(now), behind_(asked_) {
    for (const Row& row : paper.before(Kind::tasks)) tasks_.emplace(facts::address(row), row);
    for (const Kind kind : {Kind::indicators, Kind::milestones}) {
      for (const Row& row : paper.before(kind)) measures_.emplace(facts::address(row), row);
    }
  }

  Value operator()(const Row& row) {
    const auto found = tasks_.find(facts::address(row));
    if (found == tasks_.end()) return {};
    const Row& then = found->second;
    const Value light = facts::find_field(Kind::tasks, "light")->shown(then);
    const Value next = behind_.next(then);
    const std::optional<Row> measure = now_.measure(row);
    const auto same = measure ? measures_.find(facts::address(*measure)) : measures_.end();
    Value done = same == measures_.end() ? behind_.done(then) : behind_.done_of(same->second);
    if (next.is_absent()) return say(asked_, keys::monthly_said, light, std::move(done));
    return say(asked_, keys::monthly_said_next, light, std::move(done), next);
  }

 private:
  const Asked& asked_;
  Behind& now_;
  Behind behind_;
  std::map<std::string, Row> tasks_;
  std::map<std::string, Row> measures_;
};

}  // namespace

void monthly_behind(Paper& paper) {
  const Rows tasks = paper.counted(Kind::tasks);
  const std::vector<Row> rows = red_then_yellow({tasks.begin(), tasks.end()});
  if (rows.empty()) {
    paper.line("none", paper.word(keys::monthly_no_behind));
    put_lights_by_hand(paper, tasks, Above::red_and_yellow);
    return;
  }
  const Asked& asked = paper.asked();
  Behind& behind = paper.behind();
  LastMonth last_month(paper, behind);
  std::vector<Shown> columns = with_task(behind.columns());
  // Last month, then how it stands now.
  columns.insert(columns.begin() + 5, {"expected", &keys::monthly_expected,
                                       [&](const Row& row) { return behind.expected(row); }});
  columns.insert(columns.begin() + 4, {"last_month", &keys::monthly_last_month,
                                       [&](const Row& row) { return last_month(row); }});
  columns.push_back({"next", &keys::sheet_next, [&](const Row& row) { return behind.next(row); }});
  paper.put(table_of(asked, "behind", Kind::tasks, rows, columns));
  put_lights_by_hand(paper, tasks, Above::red_and_yellow);
}

void monthly_missed(Paper& paper) {
  // As `list @miss` has them: what is carried over or closed stays in the counts of its year.
  const Rows binding =
      paper.counted(Kind::indicators).where({{"commitment", Test::equals, "binding"}});
  std::vector<Row> coming = those(will_be_missed, binding);
  std::ranges::stable_sort(
      coming, [](const Row& a, const Row& b) { return part_lacking(a) > part_lacking(b); });
  const std::vector<Row> waiting = those(waits_for_last, binding);
  const std::vector<Row> gone = those(is_missed, binding);
  const Value open = undecided(paper);
  if (coming.empty() && waiting.empty() && gone.empty() && open.is_absent()) return;
  const Asked& asked = paper.asked();
  const bool is_none = waiting.empty() && gone.empty();
  Value line =
      !coming.empty()
          ? say(asked, keys::monthly_missed, one_by_one(coming))
          : Value(paper.word(is_none ? keys::monthly_no_missed : keys::monthly_no_more_missed));
  paper.line("missed", open.is_absent() ? line : say(asked, keys::monthly_with_open, line, open));
  const auto short_now = [&](const Row& row) { return short_of_promise(asked, row); };
  const auto value = [&](const Row& row) {
    Value newest = query::field(row, "value");
    return newest.is_absent() ? paper.behind().without_value(row) : newest;
  };
  std::vector<Shown> columns = with_task({{"name", &keys::paper_indicator},
                                          {"promise"},
                                          {"value", nullptr, value},
                                          {"data_date"},
                                          {"short_by", &keys::monthly_short_by, short_now}});
  const document::Table unmet = table_of(asked, "unmet", Kind::indicators, gone, columns);
  const document::Table not_final = table_of(asked, "waiting", Kind::indicators, waiting, columns);
  std::ranges::find(columns, "short_by", &Shown::field)->get = [&](const Row& row) {
    return short_at_end(asked, row);
  };
  columns.insert(std::ranges::find(columns, "short_by", &Shown::field),
                 {"forecast.value", &keys::paper_forecast});
  if (const Value method = one_method(coming); !method.is_absent()) {
    paper.line("method", say(asked, keys::monthly_one_method, method));
  } else {
    columns.push_back({"forecast.method", &keys::monthly_method});
  }
  paper.put_rows(table_of(asked, "missed", Kind::indicators, coming, columns));
  if (!waiting.empty()) {
    paper.line("waiting",
               say(asked, paper.is_public() ? keys::monthly_waiting_public : keys::monthly_waiting,
                   one_by_one(waiting)));
    paper.put(not_final);
  }
  if (gone.empty()) return;
  paper.line("unmet", say(asked, keys::monthly_unmet, one_by_one(gone)));
  paper.put(unmet);
}

void monthly_behind_list(Paper& paper) {
  const Rows indicators = paper.counted(Kind::indicators);
  const std::vector<Row> rows = red_then_yellow({indicators.begin(), indicators.end()});
  if (rows.empty()) return;
  Behind& behind = paper.behind();
  paper.put(table_of(paper.asked(), "behind_indicators", Kind::indicators, rows,
                     columns_of_shortfall(behind, "light")));
}

void monthly_unreported(Paper& paper) {
  if (paper.is_public()) {
    paper.line("none", paper.word(keys::paper_public));
    return;
  }
  const Rows rows = missing_reports(paper.now(Kind::indicators));
  if (rows.empty()) return;
  const std::vector<Row> missing(rows.begin(), rows.end());
  paper.put(table_of_missing(paper.asked(), missing));
  if (Value line = no_longer_asked_for(paper.asked(), missing); !line.is_absent()) {
    paper.line("no_longer_asked_for", std::move(line));
  }
}

void monthly_ledger(Paper& paper) { paper.put_rows(ledger_table(paper)); }

void monthly_matrix(Paper& paper) { put_matrix(paper); }

}  // namespace taizhang::report
