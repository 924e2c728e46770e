// SPDX-License-Identifier: MIT
#include <optional>
#include <span>

#include "example/fill.h"
#include "example/records.h"

namespace taizhang::example {

using std::chrono::days;

namespace {

struct Stage {
  std::string_view id;
  std::string_view name;
  int due;  ///< in thousandths of the period
  int weight;
};

constexpr Stage project[] = {{"plan", "编制{}实施方案", 160, 1},
                             {"tender", "{}完成招标", 330, 1},
                             {"start", "{}开工建设", 420, 1},
                             {"done", "{}竣工验收", 950, 2}};

constexpr Stage policy[] = {{"draft", "起草{}方案并征求意见", 160, 1},
                            {"issue", "印发{}方案", 330, 1},
                            {"review", "开展{}中期评估", 580, 1},
                            {"summary", "完成{}年度总结", 1000, 1}};

constexpr Stage mechanism[] = {{"set-up", "建立{}", 160, 1}, {"meeting", "{}年中调度", 500, 1}};

std::span<const Stage> stages_of(const Theme& theme) {
  if (theme.section == mechanism_section) return mechanism;
  if (theme.line == Line::project) return project;
  return policy;
}

/// The day on which the milestone due on `due` was done, if it was.
std::optional<Date> done_on(const Scene& scene, Date due) {
  const Course& course = scene.course;
  if (!course.goes_on_at(due)) return std::nullopt;
  // Work that is finished early is so at each of its stages.
  const days ahead = course.finished() ? (due - scene.frame.period.start) / 4 : days{0};
  const Date early = due - ahead - days{scene.random.between(1, 12)};
  const Date late = due + days{scene.random.between(4, 35)};
  if (course.good()) return early;
  // Work that is far behind gets its first steps done late and its last ones not at all.
  const bool far_on = due > scene.frame.period.at(course.lost() ? 350 : 900);
  if (far_on) return std::nullopt;
  const Date done = scene.random.chance(course.lost() ? 80 : 30) ? late : early;
  return done <= scene.frame.period.end && course.goes_on_at(done) ? std::optional(done)
                                                                   : std::nullopt;
}

}  // namespace

void add_milestones(const Scene& scene, const Theme& theme, model::Task& task) {
  // The stages end with the work itself.
  const int last = theme.sketches[0].id.empty() ? 1000 : theme.sketches[0].due;
  std::string_view before;
  for (const Stage& stage : stages_of(theme)) {
    model::Milestone milestone(unwritten);
    set(milestone.id, stage.id);
    set(milestone.name, about(stage.name, theme.object));
    milestone.due.value = scene.frame.period.month_end_at(stage.due * last / 1000);
    if (stage.weight != 1) milestone.weight.value = base::Decimal::whole(stage.weight);
    milestone.done.value = done_on(scene, *milestone.due);
    if (!before.empty() && theme.line == Line::project) add(milestone.waits_for, before);
    if (milestone.done && scene.random.chance(40)) {
      add(milestone.evidence, "示例-" + *milestone.name + "佐证材料.pdf");
    }
    task.milestones.items.push_back(std::move(milestone));
    before = stage.id;
  }
}

void add_grade(const Scene& scene, model::Task& task) {
  const bool stopped = scene.course.stop.has_value();
  task.qualitative.grade.value = stopped ? model::Grade::poor : scene.decks.grades.deal();
  task.qualitative.date.value = scene.frame.period.month_end_at(480) + days{12};
  set(task.qualitative.by, county_office);
  set(task.qualitative.note,
      stopped ? "示例：半年评估时工作没有进展" : "示例：半年评估结果，依据现场查看和资料核对");
}

}  // namespace taizhang::example
