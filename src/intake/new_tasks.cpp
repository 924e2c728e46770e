// SPDX-License-Identifier: MIT
#include "intake/new_tasks.h"

#include <string>

#include "intake/task_words.h"

namespace taizhang::intake {

void number_tasks(std::vector<model::Task>& tasks, std::set<int> taken) {
  const auto next = [&] {
    const int number = taken.empty() ? 1 : *taken.rbegin() + 1;
    taken.insert(number);
    return number;
  };
  std::vector<model::Task*> late;
  for (model::Task& task : tasks) {
    if (task.item && !taken.insert(*task.item).second) late.push_back(&task);
  }
  for (model::Task* task : late) {
    const std::string own = std::to_string(*task->item);
    if (task->no)
      add_note(*task, "序号：" + own);
    else
      task->no.value = own;
    task->item.value = next();
  }
  for (model::Task& task : tasks) {
    if (!task.item) task.item.value = next();
  }
}

}  // namespace taizhang::intake
