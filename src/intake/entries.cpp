// SPDX-License-Identifier: MIT
#include "intake/entries.h"

#include "measure/in_force.h"

namespace taizhang::intake {

using model::Reading;

namespace {

/// Whether two readings speak of one thing: the whole, or a unit that both name.
bool overlap(const Reading& a, const Reading& b) {
  if (a.values.rows.empty() || b.values.rows.empty()) {
    return a.values.rows.empty() && b.values.rows.empty();
  }
  return std::any_of(a.values.rows.begin(), a.values.rows.end(), [&](const auto& row) {
    return std::any_of(b.values.rows.begin(), b.values.rows.end(),
                       [&](const auto& other) { return *row.first == *other.first; });
  });
}

}  // namespace

const Reading* other_of_date(const model::Many<Reading>& readings, const Reading& wanted) {
  const auto withdraws = [](const Reading& one) { return one.value && !one.value->has_value(); };
  const Reading* found = nullptr;
  for (const Reading& reading : readings) {
    const bool same = reading.date.value == wanted.date.value && overlap(reading, wanted);
    if (!same || !reading.id || withdraws(reading)) continue;
    const bool corrected = std::any_of(readings.begin(), readings.end(), [&](const Reading& other) {
      return other.corrects.value == reading.id.value &&
             (withdraws(other) || overlap(other, wanted));
    });
    if (!corrected) found = &reading;
  }
  return found;
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

std::string value_text(const Reading& reading) {
  if (reading.value) return reading.value->has_value() ? (**reading.value).text() : "null";
  return edit::on_one_line(edit::value_of(reading.values, base::Language::zh));
}

}  // namespace taizhang::intake
