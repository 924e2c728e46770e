// SPDX-License-Identifier: MIT
#include <set>
#include <string>

#include "check/rules.h"
#include "measure/units.h"

namespace taizhang::check {

namespace {

/// Who may close the issues of a plan; nothing is said where that cannot be known.
class Closers {
 public:
  Closers(const model::Ledger& ledger, const model::PlanFolder& plan)
      : registry_(ledger.registry_of(plan)), closers_(plan.plan.roles.closers) {
    known_ = registry_ && ledger.can_tell(*registry_) && ledger.is_whole(plan.file) &&
             !ledger.was_meant(plan.file, "roles") && !ledger.was_meant(plan.file, "closers") &&
             !closers_.items.empty();
    for (const auto& closer : closers_.items) known_ = known_ && closer && is_known(closer->text);
  }

  bool is_known(const std::string& unit) const {
    return !registry_ || registry_->find(unit) || registry_->find_alias(unit);
  }

  bool is_same(const std::string& one, const std::string& other, base::Date day) const {
    return on(one, day) == on(other, day);
  }

  /// Whether `unit` is certainly none of them, by whatever name the registry has for it that day.
  bool excludes(const std::string& unit, base::Date day) const {
    if (!known_ || !is_known(unit)) return false;
    for (const auto& closer : closers_.items) {
      if (is_same(closer->text, unit, day)) return false;
    }
    return true;
  }

  std::string names() const {
    std::string text;
    for (const auto& closer : closers_.items) text += (text.empty() ? "" : "、") + closer->text;
    return text;
  }

  std::optional<source::Span> at() const { return closers_.at; }

 private:
  std::string on(const std::string& unit, base::Date day) const {
    return measure::unit_on(registry_, unit, day);
  }

  const model::RegistryFile* registry_;
  const model::List<model::UnitName>& closers_;
  bool known_ = false;
};

void look_at_closing(const Closers& closers, const model::Issue& issue,
                     const model::IssueStep& step, bool by_was_meant, Collector& found) {
  const base::Phrase ask{
      {"由有权销号的单位核实后销号，by 写这个单位",
       "let a unit of roles.closers verify and close it, and name that unit as by"},
      {}};
  if (!step.by) {
    if (step.by.written() || by_was_meant) return;
    found.add(step.state.at_or(step.at),
              {{"没有写是谁销的号", "it does not say who closed it"}, {}}, ask);
    return;
  }
  const std::string& by = step.by->text;
  // Of a step without a date the units of today are asked.
  const base::Date day = step.date.value_or(base::Date::max());
  if (issue.owner && closers.is_same(issue.owner->text, by, day)) {
    found.add(
        step.by.at_or(step.at),
        {{"“{0}”是责任单位，不能给自己销号", "“{0}” owns this issue and cannot close it"}, {by}},
        ask, {{issue.owner.at, {{"责任单位在这里", "the owner is here"}, {}}}});
  } else if (closers.excludes(by, day)) {
    found.add(step.by.at_or(step.at),
              {{"“{0}”无权销号；有权的是：{1}", "“{0}” may not close; who may: {1}"},
               {by, closers.names()}},
              ask, {{closers.at(), {{"有权销号的单位在这里", "who may close is said here"}, {}}}});
  }
}

void find_issue_closer(const model::Ledger& ledger, Collector& found) {
  for (const model::PlanFolder& plan : ledger.plans) {
    const Closers closers(ledger, plan);
    for (const model::TaskFile& file : plan.tasks) {
      if (file.task.issues.empty()) continue;
      const bool by_was_meant = ledger.was_meant(file.file, "by") || !ledger.is_whole(file.file);
      for (const model::Issue& issue : file.task.issues) {
        for (const model::IssueStep& step : issue.log) {
          if (!step.state || *step.state != model::IssueState::closed) continue;
          look_at_closing(closers, issue, step, by_was_meant, found);
        }
      }
    }
  }
}

}  // namespace

const Rule issue_closer{
    "E45",
    "issue-closer",
    source::Severity::error,
    {"问题由无权的单位销号", "an issue closed by a unit that may not"},
    {"谁办理谁不能销号：问题由计划的 roles.closers 核实后销号，责任单位自己销的不算闭环。",
     "Who did the work does not close its own item: a unit of the plan’s roles.closers verifies it "
     "and closes it; otherwise the loop is not closed."},
    R"yaml(owner: 市供电公司
log:
  - {date: 2023-10-08, state: closed, by: 市供电公司}
)yaml",
    R"yaml(owner: 市供电公司
log:
  - {date: 2023-10-08, state: closed, by: 市政府办公室}
)yaml",
    find_issue_closer,
};

}  // namespace taizhang::check
