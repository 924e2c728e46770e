// SPDX-License-Identifier: MIT
//
// A ledger is looked at once, from the top down, and everything in it is shown to every rule that
// asked for its kind; what a rule does not ask for passes it by. So a rule says what is wrong with
// one thing, and not how to come to it:
//
//   ledger ─┬ fault …
//           ├ registry …
//           └ plan … ── task … ─┬ indicator … ── reading …
//                               ├ issue …
//                               ├ change …
//                               └ on a day: the task's figures, ── each indicator that owes reports
//   and, once all that was found is known, each remark that asks for silence.
//
// What is shown is the thing with all that is around it: `AtIndicator` has its task, its plan and
// its registry at hand. What several rules ask of a thing (what was reported, what numbers fit it,
// what is doubtful) is worked out by the first that asks and kept until the walk has left the task.
// A rule that compares things of one kind asks for what they are in: equal ids for the task.
//
// What could not be read must not be called missing. `whole` says whether the file was read to its
// end, `meant({"lead"})` whether the key was written in this very entity and could not be taken:
// a slip silences what depends on it there and nowhere else.
//
// The cost is that of visiting each thing once and of calling those that look at its kind. Rules
// hold nothing from one call to the next.
#pragma once

#include <deque>
#include <optional>
#include <span>
#include <vector>

#include "check/changed_field.h"
#include "check/meant.h"
#include "check/reported.h"
#include "check/rule.h"
#include "check/scale.h"
#include "measure/doubts.h"
#include "measure/figures.h"

namespace taizhang::check {

using Keys = std::initializer_list<std::string_view>;

struct AtLedger {
  const model::Ledger& ledger;
  const Meant& keys;

  /// Whether one of `wanted` was meant in `entity`, or in one of several.
  template <class Entities>
  bool meant(const Entities& entity, Keys wanted) const {
    return keys.has(entity, wanted);
  }
};

/// A fault, by what kind of thing it is.
struct AtAnyFault {
  const model::Ledger& ledger;
  const source::Fault& fault;
};

template <class Kind>
struct AtFault : AtAnyFault {
  const Kind& what;

  explicit AtFault(const AtAnyFault& at) : AtAnyFault(at), what(*std::get_if<Kind>(&fault.what)) {}

  /// What to write where one thing can be meant, else `otherwise`.
  Words help(Words otherwise) const;
};

struct AtRegistry : AtLedger {
  const model::RegistryFile& file;
  const model::Registry& registry;
};

struct AtPlan : AtLedger {
  const model::PlanFolder& folder;
  const model::Plan& plan;
  const model::RegistryFile* registry;  ///< null where it has none

  bool meant(Keys wanted) const { return keys.has(plan, wanted); }
  using AtLedger::meant;

  /// The unit of that name or alias; null where the registry does not have it.
  const model::Unit* unit(std::string_view name) const;
  /// The name that the registry has for it.
  std::string main_name(std::string_view name) const;
};

class AtIndicator {
 public:
  AtIndicator(const AtTask& around, const model::Indicator& shown);

  const AtTask& in;
  const model::Ledger& ledger;
  const model::Plan& plan;
  const model::Task& task;
  const model::Indicator& indicator;

  bool whole() const;
  bool meant(Keys wanted) const;

  /// What people call it: its name, or else its id.
  std::string name() const { return indicator.name.value_or(indicator.id.value_or("")); }

  /// What was reported once all is known.
  const Reported& reported() const;

  /// What numbers fit.
  const Scale& scale() const;

  /// What is doubtful in it once all is known; none where the readings contradict each other, which
  /// are errors of their own, or where target and dates cannot be known.
  const measure::Doubts& doubts() const;

  /// By when it is due once all is known.
  std::optional<base::Date> due() const;

 private:
  mutable std::optional<Reported> reported_;
  mutable std::optional<Scale> scale_;
  mutable std::optional<measure::Doubts> doubts_;
};

class AtTask : public AtPlan {
 public:
  AtTask(const AtPlan& around, const model::TaskFile& shown);
  AtTask(const AtTask&) = delete;

  const model::TaskFile& file;
  const model::Task& task;
  const bool whole;

  bool meant(Keys wanted) const { return keys.has(task, wanted); }
  using AtLedger::meant;

  /// Its indicators, in their order, and one of them.
  const std::deque<AtIndicator>& indicators() const { return indicators_; }
  const AtIndicator& of(const model::Indicator& one) const {
    return indicators_[static_cast<std::size_t>(&one - task.indicators.items.data())];
  }

  /// The fields that its changes move.
  const ChangedFields& fields() const;

 private:
  std::deque<AtIndicator> indicators_;
  mutable std::optional<ChangedFields> fields_;
};

struct AtReading {
  const AtIndicator& in;
  const model::Reading& reading;
};

struct AtIssue {
  const AtTask& in;
  const model::Issue& issue;

  /// Whether every step of its log is there and has a day and a state that could be read; else
  /// nobody knows where it stands, and the fault has been reported.
  bool is_readable() const;
  /// The same, and the days go on from that on which it was found.
  bool can_follow() const;
};

struct AtChange {
  const AtTask& in;
  const model::Change& change;
  const ChangedField* field;  ///< what it moves; null where figures do not depend on that
};

/// A task and what it comes to on a day.
struct OnDay {
  const AtTask& in;
  measure::Clocks clocks;
  const measure::PlanFigures& plan;
  const measure::TaskFigures& figures;
};

/// An indicator of an open task whose reports can still be sent on the day: until the settlement
/// days after its due date are over (RULES.md §7). Parts of a total are reported with it. Where a
/// reading could not be read, nobody knows what was reported.
struct AtOwed {
  const OnDay& in;
  const AtIndicator& at;
  const measure::IndicatorFigures& figures;

  /// Where what is owed would stand: the readings, else the indicator itself.
  source::Span place() const;
};

/// Call `visit(misscale, number, place)` for each target that does not fit the unit of measure, and
/// for each value; for no value where a target does not: then the unit is in doubt.
template <class Visit>
void for_each_misscale(const AtIndicator& at, Visit visit) {
  const Scale& scale = at.scale();
  const auto look = [&](std::optional<Misscale> misscale, base::Decimal number,
                        source::Span place) {
    if (misscale) visit(*misscale, number, place);
  };
  for_each_target(at.task, at.indicator, [&](base::Decimal target, source::Span place) {
    look(scale.of_target(target), target, place);
  });
  if (scale.target_is_off()) return;
  for (const measure::Effective& reading : at.reported().readings) {
    look(scale.of_value(reading.value), reading.value,
         reading.reading->value.at_or(reading.reading->at));
  }
}

template <class Kind>
Words AtFault<Kind>::help(Words otherwise) const {
  if (!fault.help.empty()) return fault.help;
  if (fault.fix.size() != 1) return otherwise;
  return {"写成“{0}”", "write “{0}”", fault.fix.front().text};
}

/// Show the ledger to `rules`, and what it means on a day where there are clocks.
void walk(const model::Ledger& ledger, std::optional<measure::Clocks> clocks,
          std::span<const Rule* const> rules, std::vector<source::Finding>& findings);

/// Show them the remarks, once all else was found.
void walk(std::span<const Ignore> remarks, std::span<const Rule* const> rules,
          std::vector<source::Finding>& findings);

}  // namespace taizhang::check
