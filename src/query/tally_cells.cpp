// SPDX-License-Identifier: MIT
#include "query/tally_cells.h"

#include <algorithm>

#include "query/light_cell.h"
#include "query/task_table.h"

namespace taizhang::query {

using model::Class;

std::vector<Class> shown_classes(const std::vector<const measure::Tally*>& tallies) {
  std::vector<Class> classes;
  for (const auto& [standing, name, word] : model::Names<Class>::table) {
    const auto occurs = [standing = standing](const auto* tally) {
      return tally->of(standing) > 0;
    };
    if (standing != Class::not_applicable || std::ranges::any_of(tallies, occurs)) {
      classes.push_back(standing);
    }
  }
  return classes;
}

std::string share_text(int part, int whole) {
  const auto share = measure::share(part, whole);
  return share ? base::percent(*share, 1) + "%" : absent;
}

Cell count_cell(int count, Tone tone) {
  return {std::to_string(count), count > 0 ? tone : Tone::plain};
}

Column count_column(Counting counting, const base::Words& words) {
  const bool tasks = counting == Counting::tasks;
  return {std::string(tasks ? words["stats.tasks"] : words["stats.indicators"]), Align::right};
}

void add_tally_columns(std::vector<Column>& columns, const std::vector<Class>& classes,
                       const base::Words& words) {
  for (const Class standing : classes) {
    columns.push_back({model::label(words.language(), standing), Align::right});
  }
  columns.push_back({std::string(words["stats.mean"]), Align::right});
  columns.push_back({std::string(words["field.known"]), Align::right});
}

void add_tally_cells(std::vector<Cell>& row, const std::vector<Class>& classes,
                     const measure::Tally& tally) {
  for (const Class standing : classes) {
    row.push_back(count_cell(tally.of(standing), tone_of(standing)));
  }
  const measure::Mean mean = tally.completion();
  row.emplace_back(percent_text(mean.value));
  row.emplace_back(std::to_string(mean.known) + "/" + std::to_string(mean.all));
}

}  // namespace taizhang::query
