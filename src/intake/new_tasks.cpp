// SPDX-License-Identifier: MIT
#include "intake/new_tasks.h"

#include <string>

namespace taizhang::intake {

void number_tasks(std::vector<model::Task>& tasks, std::set<int> taken) {
  const auto next = [&] {
    const int number = taken.empty() ? 1 : *taken.rbegin() + 1;
    taken.insert(number);
    return number;
  };
  for (model::Task& task : tasks) {
    if (!task.item || taken.insert(*task.item).second) continue;
    task.no.value = std::to_string(*task.item);
    task.item.value = next();
  }
  for (model::Task& task : tasks) {
    if (!task.item) task.item.value = next();
  }
}

}  // namespace taizhang::intake
