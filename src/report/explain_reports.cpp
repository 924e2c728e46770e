// SPDX-License-Identifier: MIT
#include <algorithm>

#include "measure/periods.h"
#include "report/explain_parts.h"

namespace taizhang::report {

namespace {

std::string frequency(const IndicatorTold& told) {
  return model::label(told.words, told.figures.frequency);
}

std::string period_sentence(const IndicatorTold& told, std::string_view key,
                            const measure::ReportPeriod& period) {
  return told.say(key, {base::iso(period.start), base::iso(period.end), base::iso(period.deadline),
                        base::iso(told.clocks.known_by)});
}

}  // namespace

Step age_step(const IndicatorTold& told) {
  const std::string age = std::to_string(*told.figures.age);
  Step step{"age", told.word("explain.step.age"), told.say("explain.days", {age})};
  step.because.push_back(told.say(
      "explain.age", {base::iso(told.figures.newest()->date), base::iso(told.clocks.as_of), age}));
  const auto limits = told.limits.stale.of(told.figures.frequency);
  if (!limits) {
    step.because.push_back(told.say("explain.never_stale", {frequency(told)}));
    return step;
  }
  const std::string_view key = told.figures.stale == 2   ? "explain.stale.very"
                               : told.figures.stale == 1 ? "explain.stale.once"
                                                         : "explain.stale.not";
  step.because.push_back(told.say(
      key, {frequency(told), std::to_string(limits->stale), std::to_string(limits->very_stale)}));
  return step;
}

Step reports_step(const IndicatorTold& told) {
  const measure::Punctuality& reports = told.figures.reports;
  const auto count = [](const auto& periods) { return std::to_string(periods.size()); };
  Step step{"reports", told.word("explain.step.reports"), told.word("explain.reports_in_time")};
  if (!reports.late.empty() || !reports.missing.empty()) {
    step.value = told.say("explain.reports", {count(reports.late), count(reports.missing)});
  }
  step.because.push_back(told.say("explain.reported_by", {frequency(told), told.figures.reporter}));
  for (const measure::ReportPeriod& period : reports.late) {
    step.because.push_back(period_sentence(told, "explain.report_late", period));
  }
  for (const measure::ReportPeriod& period : reports.missing) {
    step.because.push_back(period_sentence(told, "explain.report_missing", period));
  }
  const auto& readings = told.figures.readings;
  if (std::any_of(readings.begin(), readings.end(), [](const measure::Effective& reading) {
        return reading.reading->backfilled.value_or(false);
      })) {
    step.because.push_back(told.word("explain.backfilled_is_not_late"));
  }
  return step;
}

}  // namespace taizhang::report
