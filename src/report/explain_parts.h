// SPDX-License-Identifier: MIT
//
// The steps of an indicator's story, by the files that tell them, and what several of them share.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/words.h"
#include "measure/figures.h"
#include "report/explain.h"
#include "report/explain_numbers.h"
#include "report/phrases.h"

namespace taizhang::report {

/// What the story of an indicator is told from.
struct IndicatorTold {
  const model::Plan& plan;
  const measure::Limits& limits;
  const model::Task& task;
  const measure::IndicatorFigures& figures;
  measure::Clocks clocks;
  const base::Words& words;

  const model::Indicator& indicator() const { return *figures.indicator; }
  bool down() const {
    return indicator().direction && *indicator().direction == model::Direction::down;
  }
  std::string word(std::string_view key) const { return std::string(words[key]); }
  std::string say(std::string_view key, const std::vector<std::string>& arguments) const {
    return words.say(key, arguments);
  }
  std::string with_unit(const base::Ratio& value) const { return amount_text(value, indicator()); }
};

// explain_readings.cpp
Step reading_step(const IndicatorTold& told);

// explain_target.cpp
Step target_step(const IndicatorTold& told);
Step due_step(const IndicatorTold& told);

// explain_schedule.cpp; these need terms
Step time_step(const IndicatorTold& told);
Step expected_step(const IndicatorTold& told);

// explain_progress.cpp; these need a reading that applies
Step completion_step(const IndicatorTold& told);
Step ratio_step(const IndicatorTold& told);
Step met_step(const IndicatorTold& told);

// explain_reports.cpp
Step age_step(const IndicatorTold& told);
Step reports_step(const IndicatorTold& told);

// explain_forecast.cpp
Step forecast_step(const IndicatorTold& told);

// explain_indicator_light.cpp
Step light_step(const IndicatorTold& told);
Step class_step(const IndicatorTold& told);

// explain_light.cpp
/// What fills the places of a reason's sentence in templates/words/, by the step of a light.
using Arguments = std::function<std::vector<std::string>(const measure::LightStep&)>;

/// A light and how it came about: what each rule found, and the light after it.
Step light_step(const measure::LightStory& story, bool by_hand, const Arguments& arguments,
                const base::Words& words);

/// What a class follows from where it follows from the light alone.
std::string class_by_light(model::Light light, model::Class standing, const base::Words& words);

// explain_changes.cpp
/// A date for people, where `text` is one.
std::optional<std::string> shown_date(const std::string& text);

/// What became of each change of `field` by `as_of`: in force, not yet, not approved, unreadable.
/// `shown` is a new value for people, nothing where it cannot be read.
std::vector<std::string> change_sentences(
    const model::Task& task, std::string_view field, base::Date as_of, const base::Words& words,
    const std::function<std::optional<std::string>(const std::string&)>& shown);

// explain_indicator.cpp, explain_milestone.cpp, explain_issue.cpp; without their raw figures
Story indicator_story(const query::TaskInPlan& task, const measure::IndicatorFigures& figures,
                      const base::Words& words);
Story milestone_story(const query::TaskInPlan& task, const measure::MilestoneFigures& figures,
                      const base::Words& words);
Story issue_story(const query::TaskInPlan& task, const measure::IssueFigures& figures,
                  const base::Words& words);

// explain_task_completion.cpp
/// The weighted mean, measure by measure.
Step task_completion_step(const query::TaskInPlan& task, const base::Words& words);
/// How much of the weight of the milestones is done, and how much is due.
Step task_milestones_step(const query::TaskInPlan& task, const base::Words& words);

// explain_task_light.cpp
Step task_light_step(const query::TaskInPlan& task, const base::Words& words);
Step task_class_step(const query::TaskInPlan& task, const base::Words& words);

}  // namespace taizhang::report
