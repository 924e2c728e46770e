// SPDX-License-Identifier: MIT
//
// What differs between two days, or between what was known on two days: one event a difference.
// Some events are figures that are another (a light, a target in force), others are records that
// were not there before (a reading, an order). What follows from what is told is not told again:
// the value and the completion of an indicator are events of their own only where neither its
// readings nor its target say why, and a class only where the light stayed.
#pragma once

#include <string_view>
#include <vector>

#include "measure/figures.h"

namespace taizhang::measure {

enum class EventKind {
  // figures of a task, an indicator, a share of one or a milestone
  status,
  due,
  target,
  lead,
  support,
  leader,
  reporter,
  value,
  completion,
  light,
  by_hand,
  standing,
  // records
  reading,
  correction,
  withdrawal,
  restored,  ///< a reading that counts again
  dropped,   ///< a reading that counts no more, and no other says so
  milestone_done,
  issue_opened,
  issue_step,
  issue_closed,
  inspection,
  feedback,
  objection,
  order,
  reply,
  order_closed,
  change_requested,
  change,  ///< it is in force now
  progress,
  assessment,
  grade,
};

/// What an event speaks of, as it is on one of the two days.
struct Thing {
  enum class Of {
    nothing,
    task,
    indicator,
    share,
    milestone,
    reading,
    issue,
    step,
    inspection,
    order,
    change,
    progress,
    assessment
  };

  Of of = Of::nothing;
  const IndicatorFigures* indicator = nullptr;  ///< of indicators and what lies in them
  const IssueFigures* issue = nullptr;          ///< of issues and steps
  const void* part = nullptr;  ///< the record itself, of shares and milestones their figures
  std::size_t index = 0;       ///< its place among those beside it

  explicit operator bool() const { return of != Of::nothing; }
};

struct Event {
  EventKind kind;
  Thing was;  ///< where the value before is found; nothing where there was none
  Thing is;   ///< the same after
  /// `was` is a thing of the later day: the reading that a new one corrects or follows.
  bool was_is_later = false;
  /// Of a light or a class: the rule that gave it.
  std::optional<LightReason> rule = {};
};

/// A task as it was measured.
struct Measured {
  const TaskFigures& task;
  Clocks clocks;
};

/// What differs of a task between two days of one ledger: what is of the task itself, then what is
/// of its indicators, its milestones, its issues and its other records, each in the order of the
/// file. Neither clock of `is` is before that of `was`, and both are measured on what can be told
/// on their days (seen.h): then what was there once stays there, and the events from a day to a
/// second and from that to a third name everything that differs between the first and the third.
std::vector<Event> changes(const Measured& was, const Measured& is);

}  // namespace taizhang::measure

namespace taizhang::model {

template <>
struct Names<measure::EventKind> {
  using enum measure::EventKind;
  static constexpr std::string_view key = "event";
  static constexpr auto table = std::to_array<Named<measure::EventKind>>({
      {status, "status", {"状态", "status"}},
      {due, "due", {"完成时限", "due date"}},
      {target, "target", {"目标", "target"}},
      {lead, "lead", {"牵头单位", "lead units"}},
      {support, "support", {"参与单位", "units taking part"}},
      {leader, "leader", {"责任领导", "leader"}},
      {reporter, "reporter", {"报送单位", "reporter"}},
      {value, "value", {"数值", "value"}},
      {completion, "completion", {"完成率", "completion"}},
      {light, "light", {"灯", "light"}},
      {by_hand, "light_by_hand", {"人工定灯", "light by hand"}},
      {standing, "class", {"进度", "class"}},
      {reading, "reading", {"新报数", "new reading"}},
      {correction, "reading_corrected", {"更正", "correction"}},
      {withdrawal, "reading_withdrawn", {"撤回", "withdrawal"}},
      {restored, "reading_restored", {"恢复计入", "counts again"}},
      {dropped, "reading_dropped", {"不再计入", "counts no more"}},
      {milestone_done, "milestone_done", {"节点完成", "milestone done"}},
      {issue_opened, "issue_opened", {"新增问题", "issue found"}},
      {issue_step, "issue_step", {"问题推进", "step of an issue"}},
      {issue_closed, "issue_closed", {"问题销号", "issue closed"}},
      {inspection, "inspection", {"督查", "inspection"}},
      {feedback, "inspection_feedback", {"督查反馈", "feedback"}},
      {objection, "inspection_objection", {"督查异议", "objection"}},
      {order, "order", {"下达督办", "order issued"}},
      {reply, "order_replied", {"督办回复", "order replied"}},
      {order_closed, "order_closed", {"督办办结", "order closed"}},
      {change_requested, "change_requested", {"申请调整", "change requested"}},
      {change, "change", {"调整生效", "change in force"}},
      {progress, "progress", {"进展", "progress"}},
      {assessment, "assessment", {"自评", "self-assessment"}},
      {grade, "grade", {"定性评价", "grade"}},
  });
};

}  // namespace taizhang::model
