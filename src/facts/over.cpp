// SPDX-License-Identifier: MIT
#include "facts/over.h"

#include "measure/in_force.h"

namespace taizhang::facts {

base::Phrase words_if_over(const model::Task& task, const std::string& name, base::Date day) {
  using model::Status;
  const auto status = measure::status_in_force(task, day);
  const bool counts = status == Status::closed || status == Status::carried_over;
  if (!counts && status != Status::suspended && status != Status::cancelled) return {};
  const auto changes = measure::changes_in_force(task, "status", day);
  const auto since = changes.empty() ? std::nullopt : measure::takes_effect(*changes.back());
  const base::Bilingual effect =
      counts ? base::Bilingual{"照记，指标照算", "it is taken and its figures count"}
             : base::Bilingual{"照记，任务不计入统计", "it is taken, and the task is in no count"};
  if (!since) return {{"{0} {1}；{2}", "{0} is {1}: {2}"}, {name, model::label(*status), effect}};
  return {{"{0} 自 {1} 起{2}；{3}", "{0} is {2} since {1}: {3}"},
          {name, base::iso(*since), model::label(*status), effect}};
}

}  // namespace taizhang::facts
