// SPDX-License-Identifier: MIT
#include "example/changes.h"

#include <algorithm>

#include "example/fill.h"

namespace taizhang::example {

using model::Loose;
using std::chrono::days;

namespace {

/// Adds changes of one task, in the order of their days.
class Changes {
 public:
  Changes(const Frame& frame, Random& random, model::Task& task)
      : frame_(frame), random_(random), task_(task) {}

  model::Change& add(const std::string& field, int permille, std::string_view reason) {
    model::Change change(unwritten);
    set(change.id, "c" + std::to_string(task_.changes.size() + 1));
    change.effective.value = frame_.period.at(permille);
    change.requested.value = *change.effective.value - days{random_.between(8, 20)};
    set(change.field, field);
    set(change.reason, reason);
    set(change.approved_by, county_office);
    set(change.doc_no, fmt::format("示例纪要〔{}〕{}号", year_of(*change.effective.value),
                                   random_.between(3, 60)));
    task_.changes.items.push_back(std::move(change));
    return task_.changes.items.back();
  }

  void target(Drawn& drawn, std::int64_t to, int permille, std::string_view reason) {
    model::Change& change = add("indicators." + *drawn.indicator.id + ".target", permille, reason);
    change.from.value = Loose{{decimal(*drawn.sketch, drawn.aim).text()}};
    change.to.value = Loose{{decimal(*drawn.sketch, to).text()}};
    if (!drawn.bends.empty() || to < drawn.aim) change.rescale.value = true;
    drawn.aim = to;
  }

  void due(const std::string& field, Date from, Date to) {
    model::Change& change = add(field, 540, "受汛期连续降雨影响，完成时限顺延");
    change.from.value = Loose{{base::iso(from)}};
    change.to.value = Loose{{base::iso(to)}};
  }

 private:
  const Frame& frame_;
  Random& random_;
  model::Task& task_;
};

bool is_of_target(Revision revision) {
  return revision == Revision::raised || revision == Revision::lowered ||
         revision == Revision::moved_twice;
}

}  // namespace

bool suits(Revision revision, const Theme& theme, const Drawn* main) {
  if (revision == Revision::other_leads) return !theme.support[0].empty() && theme.lead[1].empty();
  const bool is_sum = main && main->sketch->kind == model::Kind::cumulative && !main->is_total() &&
                      main->sketch->due == 1000 && !main->sketch->by_town;
  if (is_of_target(revision)) return is_sum && main->target >= 4;
  if (revision == Revision::later_task) return !theme.milestones && is_sum;
  return is_sum && main->bends.empty();
}

void revise(const Frame& frame, Revision revision, Random& random, const Theme& theme, Drawn* main,
            model::Task& task) {
  Changes changes(frame, random, task);
  // At least one more or less, however small the target.
  const std::int64_t tenth = main ? std::max<std::int64_t>(1, main->target / 10) : 0;
  switch (revision) {
    case Revision::raised:
      changes.target(*main, main->target + tenth, 470, "年中新增一批任务，按程序调增年度目标");
      break;
    case Revision::lowered:
      changes.target(*main, main->target - tenth, 620, "受上级计划调整影响，按程序调减年度目标");
      break;
    case Revision::moved_twice:
      changes.target(*main, main->target - tenth, 400, "前期要素保障不到位，按程序调减年度目标");
      changes.target(*main, main->target, 700, "要素保障问题已解决，恢复原定目标");
      break;
    case Revision::later_task:
      task.due.value = model::DueDay{frame.period.month_end_at(820)};
      changes.due("due", *task.due->date, frame.period.end);
      break;
    case Revision::later_indicator:
      main->indicator.due.value = frame.period.month_end_at(700);
      main->span.end = frame.period.month_end_at(900);
      changes.due("indicators." + *main->indicator.id + ".due", *main->indicator.due,
                  main->span.end);
      break;
    case Revision::other_leads: {
      model::Change& change = changes.add("lead", 500, "职责交叉，增加牵头单位共同推进");
      const std::string first = task.lead.items[0]->text;
      // The successor of a merged unit may lead the task already.
      const auto other = std::find_if(theme.support.begin(), theme.support.end(),
                                      [&](std::string_view unit) { return unit != first; });
      change.from.value = Loose{{first}};
      change.to.value = Loose{{first, std::string(*other)}};
      break;
    }
  }
}

}  // namespace taizhang::example
