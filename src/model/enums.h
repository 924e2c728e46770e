// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/language.h"

namespace taizhang::model {

enum class Kind { cumulative, level, ratio, growth, rank };
enum class Qualifier { at_least, exceed, about, exactly, reach, at_most, below };
enum class Aggregate { sum, each };
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
/// How a unit sees its own task (单位自评).
enum class Verdict { ahead, on_schedule, behind, stopped, done };
enum class Grade { excellent, good, fair, poor };
enum class IssueLevel { general, major, critical };
enum class IssueState { found, assigned, coordinating, resolved, closed };
enum class InspectionMethod { field, documents, phone };
enum class InspectionResult { consistent, minor_gap, inconsistent };
enum class OrderLevel { reminder, order, listed, talk };
enum class UnitType {
  party,
  government,
  institution,
  company,
  upper_level,
  mass_org,
  township,
  street,
  zone,
  village,
  group
};
enum class UnitStatus { active, renamed, merged, abolished };
enum class PlanLanguage { zh, en };
/// Whether units owe reports, or only public results are recorded (RULES.md §4, plan).
enum class Reporting { owed, public_ };
/// What time progress counts (RULES.md §6.2).
enum class TimeRule { day, month };
/// From best to worst (RULES.md §6.8): not knowing is worse than good and better than known to be
/// behind.
enum class Light { blue, green, grey, yellow, red };
/// How a measure or a task stands, for counts (RULES.md §6.9).
enum class Class {
  done,            ///< 已完成
  ahead,           ///< 超序时
  on_schedule,     ///< 达序时
  behind,          ///< 滞后
  far_behind,      ///< 严重滞后
  not_reported,    ///< 未报送
  not_measured,    ///< 未量化
  not_applicable,  ///< 不适用
  not_compared,    ///< 待比较
  not_judged,      ///< 暂不评价: set to grey by hand
};
enum class LightRule { ratio, points };
enum class ForecastMethod { ratio, recent, last, unit };
/// How serious a plan takes what a rule of `check` finds.
enum class RuleLevel { error, warning, ignore };

/// The values of an enumeration, and under `key` what it is called itself.
template <class E>
struct Names;

/// Other words of a file that mean a value too.
using OtherWords = std::array<std::string_view, 4>;

/// A value with its name in files and in machine output, and its word for people: 累计 or
/// "running total". A file may have the Chinese word in place of the name, or one of `others`.
template <class E>
struct Named {
  E value;
  std::string_view name;
  base::Bilingual label = {};
  OtherWords others = {};
};

template <>
struct Names<bool> {
  static constexpr std::string_view key = "truth";
  static constexpr auto table = std::to_array<Named<bool>>({
      {true, "true", {"是", "yes"}},
      {false, "false", {"否", "no"}},
  });
};

template <>
struct Names<Kind> {
  static constexpr std::string_view key = "kind";
  static constexpr auto table = std::to_array<Named<Kind>>({
      {Kind::cumulative, "cumulative", {"累计", "running total"}},
      {Kind::level, "level", {"存量", "level"}},
      {Kind::ratio, "ratio", {"比率", "ratio"}, {"比例", "比值", "百分比"}},
      {Kind::growth, "growth", {"增速", "growth"}, {"增长率", "增幅"}},
      {Kind::rank, "rank", {"位次", "rank"}, {"排名", "名次"}},
  });
};

template <>
struct Names<Qualifier> {
  static constexpr std::string_view key = "qualifier";
  static constexpr auto table = std::to_array<Named<Qualifier>>({
      {Qualifier::at_least, "at_least", {"以上", "at least"}, {"不少于", "不低于"}},
      {Qualifier::exceed, "exceed", {"突破", "more than"}},
      {Qualifier::about, "about", {"左右", "about"}},
      {Qualifier::exactly, "exactly", {"等于", "exactly"}},
      {Qualifier::reach, "reach", {"达到", "reaching"}},
      {Qualifier::at_most, "at_most", {"不超过", "at most"}, {"以内", "控制在"}},
      {Qualifier::below, "below", {"低于", "below"}},
  });
};

template <>
struct Names<Aggregate> {
  static constexpr std::string_view key = "aggregate";
  static constexpr auto table = std::to_array<Named<Aggregate>>({
      {Aggregate::sum, "sum", {"合计", "sum"}},
      {Aggregate::each, "each", {"各自", "each"}},
  });
};

template <>
struct Names<Commitment> {
  static constexpr std::string_view key = "commitment";
  static constexpr auto table = std::to_array<Named<Commitment>>({
      {Commitment::binding, "binding", {"约束性", "binding"}},
      {Commitment::strive, "strive", {"力争", "strived for"}},
  });
};

template <>
struct Names<Direction> {
  static constexpr std::string_view key = "direction";
  static constexpr auto table = std::to_array<Named<Direction>>({
      {Direction::up, "up", {"升", "up"}, {"越高越好"}},
      {Direction::down, "down", {"降", "down"}, {"越低越好"}},
  });
};

template <>
struct Names<Frequency> {
  static constexpr std::string_view key = "frequency";
  static constexpr auto table = std::to_array<Named<Frequency>>({
      {Frequency::week, "week", {"每周", "weekly"}, {"周"}},
      {Frequency::month, "month", {"每月", "monthly"}, {"月"}},
      {Frequency::quarter, "quarter", {"每季", "quarterly"}, {"季", "每季度"}},
      {Frequency::season, "season", {"按农时", "by season"}},
      {Frequency::year, "year", {"每年", "yearly"}, {"年"}},
      {Frequency::once, "once", {"一次", "once"}},
  });
};

template <>
struct Names<TrajectoryType> {
  static constexpr std::string_view key = "trajectory";
  static constexpr auto table = std::to_array<Named<TrajectoryType>>({
      {TrajectoryType::linear, "linear", {"直线", "straight line"}},
      {TrajectoryType::hold, "hold", {"全程", "held throughout"}},
      {TrajectoryType::end, "end", {"到期", "at the end"}},
      {TrajectoryType::step, "step", {"阶梯", "steps"}},
      {TrajectoryType::points, "points", {"折线", "points"}},
  });
};

template <>
struct Names<Status> {
  static constexpr std::string_view key = "status";
  static constexpr auto table = std::to_array<Named<Status>>({
      {Status::not_started, "not_started", {"未启动", "not started"}},
      {Status::in_progress, "in_progress", {"推进中", "in progress"}},
      {Status::close_requested, "close_requested", {"申请销号", "closing requested"}},
      {Status::closed, "closed", {"已销号", "closed"}},
      {Status::suspended, "suspended", {"暂停", "suspended"}},
      {Status::carried_over, "carried_over", {"已结转", "carried over"}},
      {Status::cancelled, "cancelled", {"已取消", "cancelled"}},
  });
};

template <>
struct Names<Verdict> {
  static constexpr std::string_view key = "verdict";
  static constexpr auto table = std::to_array<Named<Verdict>>({
      {Verdict::ahead, "ahead", {"超前", "ahead"}},
      {Verdict::on_schedule, "on_schedule", {"达序", "on schedule"}},
      {Verdict::behind, "behind", {"滞后", "behind"}},
      {Verdict::stopped, "stopped", {"停滞", "stopped"}},
      {Verdict::done, "done", {"完成", "done"}},
  });
};

template <>
struct Names<Grade> {
  static constexpr std::string_view key = "grade";
  static constexpr auto table = std::to_array<Named<Grade>>({
      {Grade::excellent, "优", {"优", "excellent"}},
      {Grade::good, "良", {"良", "good"}},
      {Grade::fair, "中", {"中", "fair"}},
      {Grade::poor, "差", {"差", "poor"}},
  });
};

template <>
struct Names<IssueLevel> {
  static constexpr std::string_view key = "issue_level";
  static constexpr auto table = std::to_array<Named<IssueLevel>>({
      {IssueLevel::general, "general", {"一般", "general"}},
      {IssueLevel::major, "major", {"较大", "major"}},
      {IssueLevel::critical, "critical", {"重大", "critical"}},
  });
};

template <>
struct Names<IssueState> {
  static constexpr std::string_view key = "issue_state";
  static constexpr auto table = std::to_array<Named<IssueState>>({
      {IssueState::found, "found", {"发现", "found"}},
      {IssueState::assigned, "assigned", {"交办", "assigned"}},
      {IssueState::coordinating, "coordinating", {"协调", "coordinating"}},
      {IssueState::resolved, "resolved", {"解决", "resolved"}},
      {IssueState::closed, "closed", {"销号", "closed"}},
  });
};

template <>
struct Names<InspectionMethod> {
  static constexpr std::string_view key = "inspection_method";
  static constexpr auto table = std::to_array<Named<InspectionMethod>>({
      {InspectionMethod::field, "field", {"现场", "on site"}},
      {InspectionMethod::documents, "documents", {"资料", "by documents"}},
      {InspectionMethod::phone, "phone", {"电话", "by phone"}},
  });
};

template <>
struct Names<InspectionResult> {
  static constexpr std::string_view key = "inspection_result";
  static constexpr auto table = std::to_array<Named<InspectionResult>>({
      {InspectionResult::consistent, "consistent", {"一致", "consistent"}},
      {InspectionResult::minor_gap, "minor_gap", {"略有出入", "minor gap"}},
      {InspectionResult::inconsistent, "inconsistent", {"不符", "inconsistent"}},
  });
};

template <>
struct Names<OrderLevel> {
  static constexpr std::string_view key = "order_level";
  static constexpr auto table = std::to_array<Named<OrderLevel>>({
      {OrderLevel::reminder, "reminder", {"提醒函", "reminder"}},
      {OrderLevel::order, "order", {"督办单", "order"}},
      {OrderLevel::listed, "listed", {"挂牌督办", "listed supervision"}},
      {OrderLevel::talk, "talk", {"约谈", "talk"}},
  });
};

template <>
struct Names<UnitType> {
  static constexpr std::string_view key = "unit_type";
  static constexpr auto table = std::to_array<Named<UnitType>>({
      {UnitType::party, "party", {"党委部门", "party department"}},
      {UnitType::government, "government", {"政府部门", "government department"}},
      {UnitType::institution, "institution", {"事业单位", "public institution"}},
      {UnitType::company, "company", {"企业", "company"}},
      {UnitType::upper_level, "upper_level", {"上级驻本地单位", "local office of a higher level"}},
      {UnitType::mass_org, "mass_org", {"群团组织", "mass organisation"}},
      {UnitType::township, "township", {"乡镇", "township"}},
      {UnitType::street, "street", {"街道", "sub-district"}},
      {UnitType::zone, "zone", {"园区", "development zone"}},
      {UnitType::village, "village", {"村（社区）", "village"}},
      {UnitType::group, "group", {"一组单位的统称", "name of several units together"}},
  });
};

template <>
struct Names<UnitStatus> {
  static constexpr std::string_view key = "unit_status";
  static constexpr auto table = std::to_array<Named<UnitStatus>>({
      {UnitStatus::active, "active", {"在用", "active"}},
      {UnitStatus::renamed, "renamed", {"已更名", "renamed"}},
      {UnitStatus::merged, "merged", {"已合并", "merged"}},
      {UnitStatus::abolished, "abolished", {"已撤销", "abolished"}},
  });
};

template <>
struct Names<PlanLanguage> {
  static constexpr std::string_view key = "language";
  static constexpr auto table = std::to_array<Named<PlanLanguage>>({
      {PlanLanguage::zh, "zh", {"中文", "Chinese"}},
      {PlanLanguage::en, "en", {"英文", "English"}},
  });
};

template <>
struct Names<Reporting> {
  static constexpr std::string_view key = "reporting";
  static constexpr auto table = std::to_array<Named<Reporting>>({
      {Reporting::owed, "owed", {"按期报送", "reports are owed"}},
      {Reporting::public_, "public", {"只录公开结果", "public results only"}},
  });
};

template <>
struct Names<TimeRule> {
  static constexpr std::string_view key = "time_rule";
  static constexpr auto table = std::to_array<Named<TimeRule>>({
      {TimeRule::day, "day", {"按日", "by days"}},
      {TimeRule::month, "month", {"按月", "by months"}},
  });
};

template <>
struct Names<Light> {
  static constexpr std::string_view key = "light";
  static constexpr auto table = std::to_array<Named<Light>>({
      {Light::blue, "blue", {"蓝灯", "blue"}, {"蓝"}},
      {Light::green, "green", {"绿灯", "green"}, {"绿"}},
      {Light::grey, "grey", {"灰灯", "grey"}, {"灰"}},
      {Light::yellow, "yellow", {"黄灯", "yellow"}, {"黄"}},
      {Light::red, "red", {"红灯", "red"}, {"红"}},
  });
};

template <>
struct Names<Class> {
  static constexpr std::string_view key = "class";
  static constexpr auto table = std::to_array<Named<Class>>({
      {Class::done, "done", {"已完成", "done"}},
      {Class::ahead, "ahead", {"超序时", "ahead"}},
      {Class::on_schedule, "on_schedule", {"达序时", "on schedule"}},
      {Class::behind, "behind", {"滞后", "behind"}},
      {Class::far_behind, "far_behind", {"严重滞后", "far behind"}},
      {Class::not_reported, "not_reported", {"未报送", "not reported"}},
      {Class::not_measured, "not_measured", {"未量化", "not measurable"}},
      {Class::not_applicable, "not_applicable", {"不适用", "not applicable"}},
      {Class::not_compared, "not_compared", {"待比较", "not yet compared"}},
      {Class::not_judged, "not_judged", {"暂不评价", "not judged"}},
  });
};

template <>
struct Names<LightRule> {
  static constexpr std::string_view key = "light_rule";
  static constexpr auto table = std::to_array<Named<LightRule>>({
      {LightRule::ratio, "ratio", {"按序时比", "by schedule ratio"}},
      {LightRule::points, "points", {"按百分点", "by points"}},
  });
};

template <>
struct Names<ForecastMethod> {
  static constexpr std::string_view key = "forecast";
  static constexpr auto table = std::to_array<Named<ForecastMethod>>({
      {ForecastMethod::ratio, "ratio", {"按序时比", "by schedule ratio"}},
      {ForecastMethod::recent, "recent", {"按近期速度", "by recent pace"}},
      {ForecastMethod::last, "last", {"按最新值", "as it is now"}},
      {ForecastMethod::unit, "unit", {"单位自报", "by the unit itself"}},
  });
};

template <>
struct Names<RuleLevel> {
  static constexpr std::string_view key = "rule_level";
  static constexpr auto table = std::to_array<Named<RuleLevel>>({
      {RuleLevel::error, "error", {"错误", "error"}},
      {RuleLevel::warning, "warning", {"警告", "warning"}},
      {RuleLevel::ignore, "ignore", {"不报", "not reported"}},
  });
};

/// The name of `value` in files and machine output.
template <class E>
constexpr std::string_view name(E value) {
  for (const Named<E>& row : Names<E>::table) {
    if (row.value == value) return row.name;
  }
  return {};
}

/// The value that `text` means: its name, its Chinese word or another of its words; or nothing.
template <class E>
constexpr std::optional<E> from_name(std::string_view text) {
  if (text.empty()) return std::nullopt;
  for (const Named<E>& row : Names<E>::table) {
    if (row.name == text || row.label.zh == text) return row.value;
    for (std::string_view other : row.others) {
      if (other == text) return row.value;
    }
  }
  return std::nullopt;
}

/// A word of files in both of its languages: `cumulative（累计）`.
inline std::string both_words(base::Bilingual word) {
  if (word.zh == word.en) return std::string(word.en);
  return std::string(word.en) + "（" + std::string(word.zh) + "）";
}

/// All names, in the order of their table.
template <class E>
std::vector<std::string_view> names() {
  std::vector<std::string_view> all;
  for (const Named<E>& row : Names<E>::table) all.push_back(row.name);
  return all;
}

/// The word of `value` for people.
template <class E>
constexpr base::Bilingual label(E value) {
  for (const Named<E>& row : Names<E>::table) {
    if (row.value == value) return row.label;
  }
  return {};
}

template <class E>
std::string label(base::Language language, E value) {
  return std::string(label(value).in(language));
}

/// Every enumeration that files and reports speak of.
using Enumerations =
    std::tuple<Kind, Qualifier, Aggregate, Commitment, Direction, Frequency, TrajectoryType, Status,
               Verdict, Grade, IssueLevel, IssueState, InspectionMethod, InspectionResult,
               OrderLevel, UnitType, UnitStatus, PlanLanguage, Reporting, TimeRule, Light, Class,
               LightRule, ForecastMethod, RuleLevel>;

}  // namespace taizhang::model
