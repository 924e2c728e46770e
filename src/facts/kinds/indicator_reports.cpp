// SPDX-License-Identifier: MIT
//
// How an indicator has been reported: what came late, what is missing, what is awaited.
#include <set>

#include "facts/kinds.h"

namespace taizhang::facts {

namespace {

constexpr document::Word never{"never", {"从未报送", "never reported"}};
constexpr document::Word missing{"missing", {"漏报", "missing"}};
/// The day that the reports were looked at: of a carried over task the year's last.
base::Date day_of(const Row& row) {
  return measure::days_measured(row.plan->frame(), row.task->task(), row.world->clocks()).as_of;
}

constexpr document::Word awaited_now{"awaited", {"待报", "awaited"}};
constexpr document::Word reported{"reported", {"已报送", "reported"}};

std::vector<Known> all_reporting(const Row&) {
  return {{never, never}, {missing, missing}, {awaited_now, awaited_now}, {reported, reported}};
}

/// The data date of the newest report that an inspection found false: it counts not at all, yet its
/// period was reported (RULES.md §6.1).
std::optional<base::Date> newest_false(const measure::IndicatorFigures& figures) {
  std::optional<base::Date> newest;
  for (std::size_t i = 0; i < figures.outcomes.size(); ++i) {
    if (figures.outcomes[i].fate != measure::ReadingFate::found_false) continue;
    const auto& date = figures.indicator->readings.items[i].date;
    if (date && (!newest || *date > *newest)) newest = *date;
  }
  return newest;
}

/// How its reports stand, the newest period that is over before all.
document::Word reporting(const Row& row) {
  const measure::IndicatorFigures& figures = *row.indicator;
  const measure::Punctuality& reports = figures.reports;
  const std::optional<base::Date> untrue = newest_false(figures);
  if (!figures.oldest_newest() && !untrue) {
    return row.plan->frame().is_public() ? document::Word{never.name, not_recorded} : never;
  }
  const auto lacks_newest = [&](const measure::StrandFigures& strand) {
    const auto& gone = strand.reports.missing;
    std::optional<base::Date> reported = untrue;
    const measure::Effective* newest = strand.newest();
    if (newest && (!reported || newest->date > *reported)) reported = newest->date;
    return !gone.empty() && (!reported || gone.back().end > *reported);
  };
  const bool lacks = figures.is_of_each() ? std::ranges::any_of(figures.units, lacks_newest)
                                          : lacks_newest(figures);
  if (lacks) return missing;
  if (!reports.awaited.empty() && reports.awaited.front().end <= day_of(row)) {
    return awaited_now;
  }
  return reported;
}

/// The periods that are over, or whose deadline is, and of which nothing has come (待报).
std::vector<measure::ReportPeriod> reports_due(const Row& row) {
  std::vector<measure::ReportPeriod> due;
  for (const measure::ReportPeriod& period : row.indicator->reports.awaited) {
    if (std::min(period.end, period.deadline) <= day_of(row)) due.push_back(period);
  }
  return due;
}

/// The oldest period that is still to be reported in time; null where there is none.
const measure::ReportPeriod* awaited(const Row& row) {
  const auto& all = row.indicator->reports.awaited;
  return all.empty() ? nullptr : &all.front();
}

/// Who owes any of the missing reports, each once.
Value missing_from(const Row& row) {
  document::List all;
  std::set<std::string> named;
  for (const measure::ReportPeriod& period : row.indicator->reports.missing) {
    const Value units = owing(row, period);
    const auto* list = units.as<document::List>();
    if (!list) continue;
    for (const Value& unit : list->items) {
      if (named.insert(*unit.as<std::string>()).second) all.items.push_back(unit);
    }
  }
  return all.items.empty() ? Value() : Value(std::move(all));
}

}  // namespace

Value ends_of(const std::vector<measure::ReportPeriod>& periods) {
  return list_of(periods, [](const measure::ReportPeriod& period) -> Value {
    if (period.units.empty()) return period.end;
    return document::Phrase{{"{0}（{1}）", "{0} ({1})"},
                            {Value(period.end), value_of(period.units)}};
  });
}

Value owing(const Row& row, const measure::ReportPeriod& period) {
  if (!period.units.empty()) return value_of(period.units);
  const std::string& reporter = row.indicator->reporter;
  return reporter.empty() ? Value() : value_of(std::vector<std::string>{reporter});
}

std::vector<Field> report_fields() {
  return {
      figure("late", {"迟报", "Late"}, Type::whole, {"迟报几期", "periods reported late"},
             [](const Row& row) { return row.indicator->reports.late.size(); }),
      figure("missing", {"漏报", "Missing"}, Type::whole, {"漏报几期", "periods that are missing"},
             [](const Row& row) { return row.indicator->reports.missing.size(); }),
      figure("late_periods", {"迟报的各期", "Late periods"}, Type::list,
             {"迟报的各期及其截止日", "each with its deadline"},
             [](const Row& row) { return row.indicator->reports.late; },
             {.shown = [](const Row& row) { return ends_of(row.indicator->reports.late); }}),
      figure("missing_periods", {"漏报的各期", "Missing periods"}, Type::list,
             {"漏报的各期及其截止日", "each with its deadline"},
             [](const Row& row) { return row.indicator->reports.missing; },
             {.shown = [](const Row& row) { return ends_of(row.indicator->reports.missing); }}),
      figure("missing_from", {"漏报单位", "Missing from"}, Type::list,
             {"漏报的各期还没有报的单位：分单位的是那些单位，其余的是报送单位",
              "who owes the missing reports: of targets by unit those units, else who reports"},
             missing_from, {.known = all_units}),
      figure(
          "reports_due", {"待报的各期", "Reports due"}, Type::list,
          {"已经该报、还在时限内的各期", "each period that is to be reported now and is not late"},
          reports_due, {.shown = [](const Row& row) { return ends_of(reports_due(row)); }}),
      figure("reporting", {"报送情况", "Reporting"}, Type::word,
             {"从未报送；最近一期漏报、待报（期末已到，未过截止日）或已报送",
              "never reported; or whether its newest period is missing, awaited (over, and not "
              "late yet) or reported"},
             reporting, {.known = all_reporting}),
      figure("awaited", {"待报的一期", "Awaited period"}, Type::date,
             {"下一个要报的一期，其期末", "the last day of the next period that is to be reported"},
             [](const Row& row) { return member_of(awaited(row), &measure::ReportPeriod::end); }),
      figure(
          "awaited_by", {"下一报送截止日", "Awaited by"}, Type::date,
          {"这一期最晚哪一天报送", "the last day on which that report is in time"},
          [](const Row& row) { return member_of(awaited(row), &measure::ReportPeriod::deadline); }),
      figure("deadlines", {"报送截止日", "Deadlines"}, Type::list,
             {"这一期和以后各期的报送截止日", "those of that period and of the ones after it"},
             [](const Row& row) {
               return list_of(
                   row.indicator->reports.awaited,
                   [](const measure::ReportPeriod& period) -> Value { return period.deadline; });
             }),
      figure("awaited_from", {"待报单位", "Awaited from"}, Type::list,
             {"这一期还没有报的单位：分单位的是那些单位，其余的是报送单位",
              "who is to report that period: of targets by unit those units, else who reports"},
             [](const Row& row) {
               const measure::ReportPeriod* period = awaited(row);
               return period ? owing(row, *period) : Value();
             },
             {.known = all_units}),
  };
}

}  // namespace taizhang::facts
