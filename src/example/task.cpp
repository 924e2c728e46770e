// SPDX-License-Identifier: MIT
#include "example/task.h"

#include <algorithm>

#include "example/changes.h"
#include "example/fill.h"
#include "example/mishaps.h"
#include "example/promises.h"
#include "example/readings.h"
#include "example/records.h"

namespace taizhang::example {

using base::Decimal;
using model::Status;

namespace {

/// The title; of the second task of a theme on with the town and, after all towns, the batch.
std::string title_of(const Assigned& assigned) {
  std::string title(assigned.theme->title);
  if (assigned.repeat == 0) return title;
  const auto place = static_cast<std::size_t>(assigned.repeat - 1);
  title += "（" + std::string(towns()[place % towns().size()]);
  const std::size_t batch = place / towns().size() + 1;
  return title + (batch > 1 ? fmt::format("第{}批）", batch) : "）");
}

/// The other name of a unit, once in a plan.
std::string_view written_name(Decks& decks, std::string_view unit) {
  const std::string_view alias = alias_of(unit);
  if (decks.alias_used || alias.empty()) return unit;
  decks.alias_used = true;
  return alias;
}

void add_units(const Frame& frame, Decks& decks, const Theme& theme, model::Task& task) {
  for (const std::string_view unit : theme.lead) {
    if (!unit.empty()) add(task.lead, frame.county.name_on(unit, frame.issued));
  }
  for (const std::string_view unit : theme.support) {
    if (unit.empty()) continue;
    const std::string_view name = frame.county.name_on(unit, frame.issued);
    // The successor of a merged unit may lead the task already.
    const bool leads = std::any_of(task.lead.items.begin(), task.lead.items.end(),
                                   [&](const auto& lead) { return lead->text == name; });
    if (leads) continue;
    add(task.support, written_name(decks, name));
  }
  if (task.lead.items.size() == 2) {
    add(task.share, task.lead.items[0]->text, *Decimal::parse("0.6").decimal);
    add(task.share, task.lead.items[1]->text, *Decimal::parse("0.4").decimal);
  }
}

/// The wording that a notice of the invented county might have.
std::string official_text(const model::Task& task) {
  std::string text = "示例原文：" + *task.title + "。" + *task.summary;
  std::string promises;
  for (const model::Indicator& indicator : task.indicators) {
    if (!indicator.quote) continue;
    promises += (promises.empty() ? "" : "，") + *indicator.quote;
  }
  return promises.empty() ? text : text + promises + "。";
}

std::string_view note_of(Status status) {
  switch (status) {
    case Status::suspended:
      return "示例：上级规划调整，经领导小组同意暂缓实施";
    case Status::cancelled:
      return "示例：与其他项目合并实施，经领导小组同意撤销";
    case Status::carried_over:
      return "示例：剩余工作转入下一年度计划";
    default:
      return {};
  }
}

/// The numbers of the task with their readings.
class Numbers {
 public:
  Numbers(const Scene& scene, const Theme& theme, model::Task& task)
      : scene_(scene), theme_(theme), task_(task) {}

  void draw(const std::optional<Left>& from_before) {
    for (const Sketch& sketch : theme_.sketches) {
      if (sketch.id.empty()) continue;
      const bool is_first = drawn_.empty();
      drawn_.push_back(
          draw_indicator(scene_.frame, sketch, scene_.random,
                         is_first && from_before ? from_before->remaining : std::nullopt));
    }
  }

  void revise() {
    Decks& decks = scene_.decks;
    if (theme_.section == mechanism_section) return;
    if (decks.revision_times.deal()) ++decks.revisions_owed;
    const Revision revision = decks.revisions.top();
    Drawn* main = drawn_.empty() ? nullptr : &drawn_.front();
    // What does not suit this task stays on top for the next.
    if (decks.revisions_owed == 0 || !suits(revision, theme_, main)) return;
    --decks.revisions_owed;
    decks.revisions.deal();
    example::revise(scene_.frame, revision, scene_.random, theme_, main, task_);
  }

  void report() {
    for (std::size_t i = 0; i < drawn_.size(); ++i) {
      // Of a joint task the second lead reports the second number.
      const bool swapped = i == 1 && !theme_.lead[1].empty();
      const Reporters reporters{theme_.lead[swapped ? 1 : 0], theme_.lead[swapped ? 0 : 1]};
      if (swapped) drawn_[i].indicator.reporter.value = *task_.lead.items[1];
      example::report(scene_, reporters, drawn_[i]);
      task_.indicators.items.push_back(drawn_[i].indicator);
      if (!drawn_[i].is_total()) continue;
      for (model::Indicator& part : parts_of(drawn_[i])) {
        give_reasons(part, *part.target->number);
        task_.indicators.items.push_back(std::move(part));
      }
    }
  }

 private:
  const Scene& scene_;
  const Theme& theme_;
  model::Task& task_;
  std::vector<Drawn> drawn_;
};

/// Without milestones the task is due with its last number.
Date due_of(const Frame& frame, const Theme& theme) {
  int last = 0;
  for (const Sketch& sketch : theme.sketches) {
    if (!sketch.id.empty()) last = std::max(last, sketch.due);
  }
  return last == 0 || last == 1000 ? frame.period.end : frame.period.month_end_at(last);
}

void carry(const Frame& frame, int item, const std::optional<Left>& from_before,
           model::Task& task) {
  if (from_before) {
    set(task.carried_from.plan, frame.id_before);
    task.carried_from.item.value = item;
    task.carried_from.remaining.value = from_before->remaining;
    task.title.value = *task.title + "（上年结转）";
  }
  if (const auto left = left_of(task)) {
    set(task.carried_to.plan, frame.id_after);
    task.carried_to.item.value = item;
    task.carried_to.remaining.value = left->remaining;
  }
}

/// The target that holds at the end of the plan.
Decimal last_target(const model::Task& task, const model::Indicator& indicator) {
  Decimal target = *indicator.target->number;
  for (const model::Change& change : task.changes) {
    if (*change.field != "indicators." + *indicator.id + ".target") continue;
    target = *Decimal::parse(change.to->texts[0]).decimal;
  }
  return target;
}

}  // namespace

bool can_be_left(const Theme& theme) {
  const Sketch& main = theme.sketches[0];
  return !main.id.empty() && main.kind == model::Kind::cumulative && !main.trajectory &&
         main.frequency == model::Frequency::month && main.part_ids[0].empty();
}

std::optional<Left> left_of(const model::Task& task) {
  if (last_status(task) != Status::carried_over) return std::nullopt;
  if (task.indicators.empty()) return Left{};
  const model::Indicator& main = task.indicators[0];
  if (main.kind.value != model::Kind::cumulative) return Left{};
  const Decimal value = last_value(main).value_or(Decimal());
  return Left{last_target(task, main) - value};
}

model::Task make_task(const Frame& frame, Decks& decks, Random& random, int item,
                      const Assigned& assigned, const std::optional<Left>& from_before) {
  const Theme& theme = *assigned.theme;
  const bool is_mechanism = theme.section == mechanism_section;
  model::Task task(unwritten);
  task.schema.value = model::FormatVersion{};
  task.item.value = item;
  task.section.value = theme.section;
  set(task.title, title_of(assigned));
  set(task.summary, theme.summary);
  add_units(frame, decks, theme, task);
  if (random.chance(50)) add(task.leader, "示例·分管副县长");
  if (!task.leader.items.empty() && item % 2 == 0) add(task.leader, "示例·常务副县长");
  if (random.chance(30)) set(task.contact, "示例·经办人");
  task.due.value = model::DueDay{due_of(frame, theme)};
  if (is_mechanism) task.mechanism.value = true;
  if (!theme.tag.empty()) add(task.tags, theme.tag);
  if (random.chance(20)) add(task.policies, "示例：澄溪县政府工作报告");

  Course course = is_mechanism ? Course{Status::in_progress, Pace::steady, {}, {}}
                               : draw_course(frame, decks, theme.lead[0]);
  if (theme.sketches[0].always_told() || theme.sketches[1].always_told()) {
    course = {Status::in_progress, Pace::steady, {}, theme.lead[0]};
  }
  const Scene scene{frame, decks, random, course};
  task.status.value = course.status;
  if (!note_of(course.status).empty()) set(task.note, note_of(course.status));
  Numbers numbers(scene, theme, task);
  numbers.draw(from_before);
  numbers.revise();
  numbers.report();
  // Only the first task of a theme without any measure is left so: `check` is to warn of it once.
  const bool unmeasured = task.indicators.empty() && !theme.graded && !is_mechanism;
  if (theme.milestones || (unmeasured && assigned.repeat > 0)) add_milestones(scene, theme, task);
  if (theme.graded) add_grade(scene, task);
  set(task.text, official_text(task));
  add_progress(scene, theme, task);
  if (!is_mechanism) {
    add_issues(scene, theme, task);
    add_inspection(scene, task);
    add_order(scene, task);
    add_override(scene, task);
    add_self_assessments(scene, task);
  }
  carry(frame, item, from_before, task);
  put_promises(scene, theme, task);
  date_status(scene, task);
  add_printed_words(frame, theme, task);
  return task;
}

}  // namespace taizhang::example
