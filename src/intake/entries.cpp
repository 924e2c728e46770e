// SPDX-License-Identifier: MIT
#include "intake/entries.h"

#include <set>

namespace taizhang::intake {

using model::Reading;

namespace {

/// Whether two readings speak of one thing: the whole, or a unit that both name.
bool overlap(const Reading& a, const Reading& b) {
  if (a.extras->values.rows.empty() || b.extras->values.rows.empty()) {
    return a.extras->values.rows.empty() && b.extras->values.rows.empty();
  }
  return std::any_of(
      a.extras->values.rows.begin(), a.extras->values.rows.end(), [&](const auto& row) {
        return std::any_of(b.extras->values.rows.begin(), b.extras->values.rows.end(),
                           [&](const auto& other) { return *row.first == *other.first; });
      });
}

}  // namespace

const Reading* other_of_date(const model::Many<Reading>& readings, const Reading& wanted) {
  const auto withdraws = [](const Reading& one) { return one.value && !one.value->has_value(); };
  std::set<std::string_view> corrected;
  for (const Reading& other : readings) {
    if (other.extras->corrects && (withdraws(other) || overlap(other, wanted)))
      corrected.insert(*other.extras->corrects);
  }
  const Reading* found = nullptr;
  for (const Reading& reading : readings) {
    const bool same = reading.date.value == wanted.date.value && overlap(reading, wanted);
    if (!same || !reading.id || withdraws(reading)) continue;
    if (!corrected.contains(*reading.id)) found = &reading;
  }
  return found;
}

base::Phrase fault_of_rank(const model::Indicator& indicator, base::Decimal value) {
  if (indicator.kind.value != model::Kind::rank) return {};
  const base::Decimal one = base::Decimal::whole(1);
  const bool is_whole = value.micros() % one.micros() == 0;
  const bool is_behind = indicator.of && value > base::Decimal::whole(*indicator.of);
  if (is_whole && value >= one && !is_behind) return {};
  if (!is_behind) {
    return {{"位次没有 {0}，是从 1 起的整数", "there is no place {0}: places are whole, from 1"},
            {value.text()}};
  }
  return {{"位次没有 {0}，一共 {1} 个", "there is no place {0} among {1}"},
          {value.text(), static_cast<long long>(*indicator.of)}};
}

const model::Progress* progress_of(const model::Task& task,
                                   const model::Many<model::Progress>& entries,
                                   const std::string& unit, base::DateSpan span) {
  const bool leads =
      !task.lead.items.empty() && task.lead.items.front() && task.lead.items.front()->text == unit;
  const model::Progress* found = nullptr;
  for (const model::Progress& entry : entries) {
    const bool within = entry.date && *entry.date >= span.from && *entry.date <= span.to;
    if (!within || !(entry.by ? entry.by->text == unit : leads)) continue;
    if (!found || *entry.date >= *found->date) found = &entry;
  }
  return found;
}

std::string value_text(const Reading& reading) {
  if (reading.value) return reading.value->has_value() ? (**reading.value).text() : "null";
  return edit::on_one_line(edit::value_of(reading.extras->values, base::Language::zh));
}

}  // namespace taizhang::intake
