// SPDX-License-Identifier: MIT
#include "intake/table_progress.h"

#include <algorithm>

namespace taizhang::intake {

using model::Progress;

void TableProgress::take_done(std::size_t row, base::Date day, const std::string& text) {
  const auto same = std::ranges::find_if(
      said_, [&](const Said& one) { return one.row == row && one.day == day; });
  if (same == said_.end())
    said_.push_back({row, day, text});
  else
    same->text += "\n" + text;
}

void TableProgress::take(std::size_t row, model::Given<std::string> Progress::*given,
                         const std::string& text) {
  beside_.push_back({row, given, text});
}

bool TableProgress::lacks_day() const {
  return std::ranges::any_of(beside_, [&](const Beside& one) {
    return std::ranges::none_of(said_, [&](const Said& said) { return said.row == one.row; });
  });
}

std::vector<Progress> TableProgress::records(const model::Task& task, const TaskWords& words,
                                             base::Date day) const {
  std::vector<Said> all = said_;
  const auto newest = [&](std::size_t row) {
    auto found = all.end();
    for (auto one = all.begin(); one != all.end(); ++one) {
      if (one->row == row && (found == all.end() || one->day >= found->day)) found = one;
    }
    return found;
  };
  for (const Beside& one : beside_) {
    if (newest(one.row) == all.end()) all.push_back({one.row, day, {}});
  }
  std::ranges::stable_sort(all, {}, &Said::row);
  const bool is_one =
      std::ranges::all_of(all, [&](const Said& one) { return one.row == all[0].row; });
  std::vector<Progress> records;
  for (const Said& one : all) {
    const TaskRow& row = words.rows().at(one.row);
    const std::string subject = is_one && one.row == 0 ? "" : words.subject_of(row);
    Progress record{source::start_of(0)};
    record.date.value = one.day;
    if (!row.leads.empty())
      record.by.value = model::UnitName{row.leads[0]};
    else if (!task.lead.items.empty())
      record.by.value = *task.lead.items.front();
    const auto put = [&](auto& given, const std::string& text) {
      const bool names = !given && !subject.empty();
      add_line(given, names ? subject + "：" + text : text);
    };
    if (!one.text.empty()) put(record.done, one.text);
    for (const Beside& beside : beside_) {
      if (beside.row == one.row && &*newest(one.row) == &one)
        put(record.*beside.given, beside.text);
    }
    records.push_back(std::move(record));
  }
  return records;
}

}  // namespace taizhang::intake
