// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/words.h"

namespace taizhang::model {

enum class Kind { cumulative, level, ratio, growth };
enum class Qualifier { at_least, exceed, about, exactly, reach };
enum class Commitment { binding, strive };
enum class Direction { up, down };
enum class Frequency { week, month, quarter, season, year, once };
enum class TrajectoryType { linear, hold, end, step, points };
enum class Status {
  not_started,
  in_progress,
  close_requested,
  closed,
  suspended,
  carried_over,
  cancelled
};
enum class Grade { excellent, good, fair, poor };
enum class IssueLevel { general, major, critical };
enum class IssueState { found, assigned, coordinating, resolved, closed };
enum class InspectionMethod { field, documents, phone };
enum class InspectionResult { consistent, minor_gap, inconsistent };
enum class OrderLevel { reminder, order, listed, talk };
enum class UnitType { party, government, institution, company, upper_level, mass_org, group };
enum class UnitStatus { active, renamed, merged, abolished };
enum class PlanLanguage { zh, en };
/// From best to worst (domain.md §6.8): not knowing is worse than good and better than known to be
/// behind.
enum class Light { blue, green, grey, yellow, red };
/// How a measure or a task stands, for counts (domain.md §6.9).
enum class Class {
  done,            ///< 已完成
  ahead,           ///< 超序时
  on_schedule,     ///< 达序时
  behind,          ///< 滞后
  far_behind,      ///< 严重滞后
  not_reported,    ///< 未报送
  not_measured,    ///< 未量化
  not_applicable,  ///< 不适用
};
enum class LightRule { ratio, points };
enum class ForecastMethod { ratio, recent, last, unit };
/// How serious a plan takes what a rule of `check` finds.
enum class RuleLevel { error, warning, ignore };

/// The names of an enumeration in files and in machine output, and under `words` the prefix of
/// its words for people: `kind.cumulative` in `templates/words/`.
template <class E>
struct Names;

template <class E>
struct Named {
  E value;
  std::string_view name;
};

template <>
struct Names<Kind> {
  static constexpr std::string_view words = "kind";
  static constexpr auto table = std::to_array<Named<Kind>>({{Kind::cumulative, "cumulative"},
                                                            {Kind::level, "level"},
                                                            {Kind::ratio, "ratio"},
                                                            {Kind::growth, "growth"}});
};

template <>
struct Names<Qualifier> {
  static constexpr std::string_view words = "qualifier";
  static constexpr auto table = std::to_array<Named<Qualifier>>({{Qualifier::at_least, "at_least"},
                                                                 {Qualifier::exceed, "exceed"},
                                                                 {Qualifier::about, "about"},
                                                                 {Qualifier::exactly, "exactly"},
                                                                 {Qualifier::reach, "reach"}});
};

template <>
struct Names<Commitment> {
  static constexpr std::string_view words = "commitment";
  static constexpr auto table = std::to_array<Named<Commitment>>(
      {{Commitment::binding, "binding"}, {Commitment::strive, "strive"}});
};

template <>
struct Names<Direction> {
  static constexpr std::string_view words = "direction";
  static constexpr auto table =
      std::to_array<Named<Direction>>({{Direction::up, "up"}, {Direction::down, "down"}});
};

template <>
struct Names<Frequency> {
  static constexpr std::string_view words = "frequency";
  static constexpr auto table = std::to_array<Named<Frequency>>({{Frequency::week, "week"},
                                                                 {Frequency::month, "month"},
                                                                 {Frequency::quarter, "quarter"},
                                                                 {Frequency::season, "season"},
                                                                 {Frequency::year, "year"},
                                                                 {Frequency::once, "once"}});
};

template <>
struct Names<TrajectoryType> {
  static constexpr std::string_view words = "trajectory";
  static constexpr auto table =
      std::to_array<Named<TrajectoryType>>({{TrajectoryType::linear, "linear"},
                                            {TrajectoryType::hold, "hold"},
                                            {TrajectoryType::end, "end"},
                                            {TrajectoryType::step, "step"},
                                            {TrajectoryType::points, "points"}});
};

template <>
struct Names<Status> {
  static constexpr std::string_view words = "status";
  static constexpr auto table =
      std::to_array<Named<Status>>({{Status::not_started, "not_started"},
                                    {Status::in_progress, "in_progress"},
                                    {Status::close_requested, "close_requested"},
                                    {Status::closed, "closed"},
                                    {Status::suspended, "suspended"},
                                    {Status::carried_over, "carried_over"},
                                    {Status::cancelled, "cancelled"}});
};

template <>
struct Names<Grade> {
  static constexpr std::string_view words = "grade";
  static constexpr auto table = std::to_array<Named<Grade>>(
      {{Grade::excellent, "优"}, {Grade::good, "良"}, {Grade::fair, "中"}, {Grade::poor, "差"}});
};

template <>
struct Names<IssueLevel> {
  static constexpr std::string_view words = "issue_level";
  static constexpr auto table =
      std::to_array<Named<IssueLevel>>({{IssueLevel::general, "general"},
                                        {IssueLevel::major, "major"},
                                        {IssueLevel::critical, "critical"}});
};

template <>
struct Names<IssueState> {
  static constexpr std::string_view words = "issue_state";
  static constexpr auto table =
      std::to_array<Named<IssueState>>({{IssueState::found, "found"},
                                        {IssueState::assigned, "assigned"},
                                        {IssueState::coordinating, "coordinating"},
                                        {IssueState::resolved, "resolved"},
                                        {IssueState::closed, "closed"}});
};

template <>
struct Names<InspectionMethod> {
  static constexpr std::string_view words = "inspection_method";
  static constexpr auto table =
      std::to_array<Named<InspectionMethod>>({{InspectionMethod::field, "field"},
                                              {InspectionMethod::documents, "documents"},
                                              {InspectionMethod::phone, "phone"}});
};

template <>
struct Names<InspectionResult> {
  static constexpr std::string_view words = "inspection_result";
  static constexpr auto table =
      std::to_array<Named<InspectionResult>>({{InspectionResult::consistent, "consistent"},
                                              {InspectionResult::minor_gap, "minor_gap"},
                                              {InspectionResult::inconsistent, "inconsistent"}});
};

template <>
struct Names<OrderLevel> {
  static constexpr std::string_view words = "order_level";
  static constexpr auto table =
      std::to_array<Named<OrderLevel>>({{OrderLevel::reminder, "reminder"},
                                        {OrderLevel::order, "order"},
                                        {OrderLevel::listed, "listed"},
                                        {OrderLevel::talk, "talk"}});
};

template <>
struct Names<UnitType> {
  static constexpr std::string_view words = "unit_type";
  static constexpr auto table =
      std::to_array<Named<UnitType>>({{UnitType::party, "party"},
                                      {UnitType::government, "government"},
                                      {UnitType::institution, "institution"},
                                      {UnitType::company, "company"},
                                      {UnitType::upper_level, "upper_level"},
                                      {UnitType::mass_org, "mass_org"},
                                      {UnitType::group, "group"}});
};

template <>
struct Names<UnitStatus> {
  static constexpr std::string_view words = "unit_status";
  static constexpr auto table =
      std::to_array<Named<UnitStatus>>({{UnitStatus::active, "active"},
                                        {UnitStatus::renamed, "renamed"},
                                        {UnitStatus::merged, "merged"},
                                        {UnitStatus::abolished, "abolished"}});
};

template <>
struct Names<PlanLanguage> {
  static constexpr std::string_view words = "language";
  static constexpr auto table =
      std::to_array<Named<PlanLanguage>>({{PlanLanguage::zh, "zh"}, {PlanLanguage::en, "en"}});
};

template <>
struct Names<Light> {
  static constexpr std::string_view words = "light";
  static constexpr auto table = std::to_array<Named<Light>>({{Light::blue, "blue"},
                                                             {Light::green, "green"},
                                                             {Light::grey, "grey"},
                                                             {Light::yellow, "yellow"},
                                                             {Light::red, "red"}});
};

template <>
struct Names<Class> {
  static constexpr std::string_view words = "class";
  static constexpr auto table =
      std::to_array<Named<Class>>({{Class::done, "done"},
                                   {Class::ahead, "ahead"},
                                   {Class::on_schedule, "on_schedule"},
                                   {Class::behind, "behind"},
                                   {Class::far_behind, "far_behind"},
                                   {Class::not_reported, "not_reported"},
                                   {Class::not_measured, "not_measured"},
                                   {Class::not_applicable, "not_applicable"}});
};

template <>
struct Names<LightRule> {
  static constexpr std::string_view words = "light_rule";
  static constexpr auto table =
      std::to_array<Named<LightRule>>({{LightRule::ratio, "ratio"}, {LightRule::points, "points"}});
};

template <>
struct Names<ForecastMethod> {
  static constexpr std::string_view words = "forecast";
  static constexpr auto table =
      std::to_array<Named<ForecastMethod>>({{ForecastMethod::ratio, "ratio"},
                                            {ForecastMethod::recent, "recent"},
                                            {ForecastMethod::last, "last"},
                                            {ForecastMethod::unit, "unit"}});
};

template <>
struct Names<RuleLevel> {
  static constexpr std::string_view words = "rule_level";
  static constexpr auto table = std::to_array<Named<RuleLevel>>({{RuleLevel::error, "error"},
                                                                 {RuleLevel::warning, "warning"},
                                                                 {RuleLevel::ignore, "ignore"}});
};

/// The name of `value` in files and machine output.
template <class E>
constexpr std::string_view name(E value) {
  for (const Named<E>& row : Names<E>::table) {
    if (row.value == value) return row.name;
  }
  return {};
}

/// The value named `text`, or nothing.
template <class E>
constexpr std::optional<E> from_name(std::string_view text) {
  for (const Named<E>& row : Names<E>::table) {
    if (row.name == text) return row.value;
  }
  return std::nullopt;
}

/// All names, in the order of their table.
template <class E>
std::vector<std::string_view> names() {
  std::vector<std::string_view> all;
  for (const Named<E>& row : Names<E>::table) all.push_back(row.name);
  return all;
}

/// The word for people: 累计值 or "running total".
template <class E>
std::string label(const base::Words& words, E value) {
  return std::string(words[std::string(Names<E>::words) + "." + std::string(name(value))]);
}

}  // namespace taizhang::model
