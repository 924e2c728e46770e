// SPDX-License-Identifier: MIT
#include "facts/kinds.h"

namespace taizhang::facts {

namespace {

const measure::Deduction& deduction_of(const Row& row) { return row.as<measure::Deduction>(); }

void each(const Row& task, const Visit& visit) {
  if (!measure::is_scored(*task.task)) return;
  std::size_t index = 0;
  for (const measure::Deduction& deduction : task.world->score(*task.plan, *task.task).deductions) {
    visit(inside(task, Kind::deductions, &deduction, index++));
  }
}

const std::vector<Field>& fields() {
  static const std::vector<Field> all{
      {"cause", {"扣分原因", "Cause"}, Type::word, Need::score,
       {"迟报、漏报、问题超期……", "late, missing, issue overdue ..."}, "",
       [](const Row& row) { return Value(word(deduction_of(row).cause)); }},
      {"times", {"次数", "Times"}, Type::whole, Need::score, {"发生几次", "how often"}, "",
       [](const Row& row) { return Value(deduction_of(row).times); }},
      {"each", {"每次扣分", "Each"}, Type::score, Need::score, {"每次扣几分", "marks each time"}, "",
       [](const Row& row) { return in_form(deduction_of(row).each, Form::score); }}};
  return all;
}

std::string name_of(const Row& row) {
  return "deductions/" + std::string(model::name(deduction_of(row).cause));
}

}  // namespace

const KindOfRow deductions_kind{Kind::deductions, "deductions", {"扣分", "deductions"},
                                Kind::tasks,      "",           each,
                                name_of,          fields};

}  // namespace taizhang::facts
