// SPDX-License-Identifier: MIT
#include <algorithm>

#include "example/fill.h"
#include "example/indicator.h"
#include "example/records.h"

namespace taizhang::example {

using base::Decimal;
using model::Grade;
using std::chrono::days;

namespace {

/// The newest figure of the task's main number that had been reported by `day`.
const model::Reading* newest_by(const model::Task& task, Date day) {
  if (task.indicators.empty()) return nullptr;
  const model::Reading* newest = nullptr;
  for (const model::Reading& reading : task.indicators[0].readings) {
    if (!*reading.value || *reading.reported > day) continue;
    if (!newest || *reading.date >= *newest->date) newest = &reading;
  }
  return newest;
}

/// What was done, with the figure where there is one.
std::string done_text(const Theme& theme, const model::Task& task, Date day) {
  const model::Reading* reading = newest_by(task, day);
  if (!reading) return about("示例：{}各项工作有序推进", theme.object);
  const model::Indicator& indicator = task.indicators[0];
  const bool is_sum = indicator.kind.value == model::Kind::cumulative;
  return fmt::format("示例：截至{}月底，{}{}{}{}；{}持续推进", month_of(*reading->date),
                     *indicator.name, is_sum ? "累计" : "为", (*reading->value)->text(),
                     *indicator.unit, theme.object);
}

constexpr std::string_view problems[] = {"示例：要素保障仍有缺口，部分环节衔接不畅",
                                         "示例：个别镇街推进不平衡", "示例：资金拨付进度偏慢"};
constexpr std::string_view next_steps[] = {"示例：倒排工期，每周调度，确保按序时推进",
                                           "示例：对滞后点位逐一会商，限时解决",
                                           "示例：做好资料归档和验收准备"};

/// What the unit thinks of itself: a little better than it is.
Grade own_grade(Pace pace) {
  switch (pace) {
    case Pace::ahead:
    case Pace::early:
    case Pace::far_over:
      return Grade::excellent;
    case Pace::steady:
    case Pace::catching_up:
    case Pace::fading:
      return Grade::good;
    case Pace::slightly_behind:
      return Grade::fair;
    case Pace::far_behind:
      break;
  }
  return Grade::poor;
}

/// What the unit expects of a target, in whole units where the target is whole.
Decimal expected_of(Decimal target, bool good) {
  if (good) return target;
  const std::int64_t place = target.is_whole() ? 1'000'000 : 10'000;
  return Decimal::of_micros(target.micros() / 100 * 93 / place * place);
}

/// What it expects of the main number; by name where the task has several.
void expect(const Scene& scene, const model::Task& task, model::SelfAssessment& assessment) {
  const model::Indicator& main = task.indicators[0];
  const Decimal expected = expected_of(*main.target->number, !scene.course.lost());
  if (task.indicators.size() == 1)
    assessment.expect_year_end.one.value = expected;
  else
    add(assessment.expect_year_end.by, *main.id, expected);
}

/// The unit's own word, the ones in turn, and how far it thinks that it is.
void tell_by_eye(const Scene& scene, int permille, model::Progress& progress) {
  constexpr auto& verdicts = model::Names<model::Verdict>::table;
  const auto told = static_cast<std::size_t>(scene.decks.verdicts_told++);
  progress.verdict.value = verdicts[told % verdicts.size()].value;
  progress.percent.value = Decimal::whole(permille / 10);
  if (permille < 1000) progress.expect_done.value = scene.frame.period.end;
}

}  // namespace

void add_progress(const Scene& scene, const Theme& theme, model::Task& task) {
  if (scene.course.untouched()) return;
  const Period period = scene.frame.period;
  for (const int permille : {240, 490, 740, 1000}) {
    const Date day = period.month_end_at(permille) + days{scene.random.between(3, 8)};
    // The first words come with the first report after the plan was issued; not all units write.
    const bool writes = scene.random.chance(60);
    // Long after it was due there is nothing more to say.
    const bool over = day > *task.due->date + days{60};
    if (day < scene.frame.issued || !scene.course.goes_on_at(day) || over || !writes) continue;
    model::Progress progress(unwritten);
    progress.date.value = day;
    if (!scene.course.lead.empty()) {
      set(progress.by, scene.frame.county.name_on(scene.course.lead, day));
    }
    set(progress.done, done_text(theme, task, day));
    if (!scene.course.good()) set(progress.problems, scene.random.pick(problems));
    if (permille < 1000) set(progress.next, scene.random.pick(next_steps));
    // What has no number is told by eye.
    if (task.indicators.empty()) tell_by_eye(scene, permille, progress);
    if (scene.decks.public_words.deal()) {
      set(progress.source.title, "示例：" + *task.title + "工作动态");
      set(progress.source.publisher, "示例：澄溪县融媒体中心");
      progress.source.date.value = day;
    }
    task.progress.items.push_back(std::move(progress));
  }
}

void add_self_assessments(const Scene& scene, model::Task& task) {
  const bool comes = scene.decks.assessment_times.deal();
  if (!comes || scene.course.untouched() || scene.course.lead.empty()) return;
  const Period period = scene.frame.period;
  for (const int permille : {490, 740}) {
    const Date end = period.month_end_at(permille);
    if (!scene.course.goes_on_at(end) || end < scene.frame.issued) continue;
    model::SelfAssessment assessment(unwritten);
    assessment.date.value = end + days{scene.random.between(3, 6)};
    set(assessment.by, scene.frame.county.name_on(scene.course.lead, *assessment.date.value));
    set(assessment.period, fmt::format("{}Q{}", year_of(end), (month_of(end) + 2) / 3));
    assessment.grade.value = own_grade(scene.course.pace);
    if (!task.indicators.empty() && task.indicators[0].kind.value == model::Kind::cumulative) {
      expect(scene, task, assessment);
    }
    set(assessment.note, "示例：按现有进度测算");
    task.self_assessments.items.push_back(std::move(assessment));
  }
}

}  // namespace taizhang::example
