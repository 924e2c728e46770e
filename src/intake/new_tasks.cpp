// SPDX-License-Identifier: MIT
#include "intake/new_tasks.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/text.h"
#include "intake/task_words.h"

namespace taizhang::intake {

namespace {

/// The number that （四）, 四、 or 4. means; nothing where it means none.
std::optional<int> number_meant(const std::string& no) {
  std::string_view text = no;
  for (const std::string_view mark : {"第", "（", "("}) {
    if (text.starts_with(mark)) text.remove_prefix(mark.size());
  }
  for (const std::string_view mark : {"项", "）", ")", "、", ".", "．"}) {
    if (text.ends_with(mark)) text.remove_suffix(mark.size());
  }
  constexpr std::size_t most_digits = 4;
  const bool is_number = !text.empty() && text.size() <= most_digits && text[0] != '0' &&
                         text.find_first_not_of("0123456789") == text.npos;
  if (is_number) return std::stoi(std::string(text));
  // Tens and ones, each a 汉字: 十, 十四, 二十, 二十四.
  constexpr std::string_view numerals = "一二三四五六七八九十";
  constexpr int ten = 10;
  int tens = 0, ones = 0;
  bool has_ten = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = base::character_size(text, at);
    const std::size_t found = numerals.find(text.substr(at, size));
    if (found == numerals.npos) return std::nullopt;
    const int value = static_cast<int>(found / size) + 1;
    const bool is_ten = value == ten;
    if (is_ten ? has_ten : ones > 0) return std::nullopt;
    if (is_ten) {
      tens = ones > 0 ? ones : 1;
      ones = 0;
      has_ten = true;
    } else {
      ones = value;
    }
    at += size;
  }
  const int number = tens * ten + ones;
  return number > 0 ? std::optional(number) : std::nullopt;
}

}  // namespace

void number_tasks(std::vector<model::Task>& tasks, std::set<int> taken) {
  std::set<int> own = taken;
  std::vector<model::Task*> late;
  const auto next = [&](model::Task& task) {
    if (task.item) {
      const std::string number = std::to_string(*task.item);
      if (task.no)
        add_note(task, "序号：" + number);
      else
        task.no.value = number;
    }
    task.item.value = taken.empty() ? 1 : *taken.rbegin() + 1;
    taken.insert(*task.item);
  };
  for (model::Task& task : tasks) {
    if (task.item && !own.insert(*task.item).second) {
      late.push_back(&task);
      continue;
    }
    const auto meant = task.item || !task.no ? std::nullopt : number_meant(*task.no);
    if (meant && taken.insert(*meant).second)
      task.item.value = *meant;
    else if (!task.item || !taken.insert(*task.item).second)
      next(task);
  }
  for (model::Task* task : late) next(*task);
}

}  // namespace taizhang::intake
