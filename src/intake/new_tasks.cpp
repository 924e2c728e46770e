// SPDX-License-Identifier: MIT
#include "intake/new_tasks.h"

#include <string>

namespace taizhang::intake {

void number_tasks(std::vector<model::Task>& tasks, std::set<int> taken) {
  std::vector<model::Task*> rest;
  for (model::Task& task : tasks) {
    if (!task.item || !taken.insert(*task.item).second) rest.push_back(&task);
  }
  for (model::Task* task : rest) {
    if (task->item) task->no.value = std::to_string(*task->item);
    const int next = taken.empty() ? 1 : *taken.rbegin() + 1;
    taken.insert(next);
    task->item.value = next;
  }
}

}  // namespace taizhang::intake
