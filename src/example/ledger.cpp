// SPDX-License-Identifier: MIT
//
// From options to files. The registry comes first; then each plan with its tasks in the order of
// their items. A task is drawn from a stream of its own and from the plan's decks, which see to it
// that every kind of event occurs; what a plan leaves over is handed to the next.
#include "example/ledger.h"

#include <fmt/format.h>

#include <map>

#include "example/indicator.h"
#include "example/plan.h"
#include "example/task.h"
#include "example/yaml_text.h"

namespace taizhang::example {

namespace {

using LeftTasks = std::map<int, Left>;

constexpr std::uint64_t no_task = 0;

Frame frame_of(const County& county, int number, Period period, Random& random) {
  // A notice is out some weeks into the year; what was reported before is back-fill.
  const Date issued = period.start + std::chrono::days{random.between(40, 70)};
  return {number, period, issued, id_of(period), id_of(preceding(period)), id_of(following(period)),
          county};
}

class PlanWriter {
 public:
  PlanWriter(const Options& options, const County& county, int number, Period period,
             const std::function<void(const File&)>& take)
      : options_(options),
        take_(take),
        random_(stream(number, no_task)),
        frame_(frame_of(county, number, period, random_)),
        decks_(random_) {}

  /// Write the plan and its tasks; `before` is what the plan before left over.
  LeftTasks write(LeftTasks before) {
    const std::string folder = "tasks/" + frame_.id + "/";
    take_({folder + "plan.yaml", yaml_text(make_plan(frame_, random_), options_.seed)});
    // The plan before the first is not in the ledger, but it left something too.
    int wanted = frame_.number == 0 ? random_.between(1, options_.tasks / 2 + 1) : 0;
    LeftTasks left;
    for (int item = 1; item <= options_.tasks; ++item) {
      const Assigned assigned = theme_of(item, options_.tasks);
      Random random(stream(frame_.number, static_cast<std::uint64_t>(item)));
      if (wanted > 0 && item >= wanted && can_be_left(*assigned.theme)) {
        before.emplace(item, left_before(*assigned.theme, random));
        wanted = 0;
      }
      const auto found = before.find(item);
      const model::Task task =
          make_task(frame_, decks_, random, item, assigned,
                    found == before.end() ? std::nullopt : std::optional(found->second));
      if (const auto rest = left_of(task)) left.emplace(item, *rest);
      take_({folder + fmt::format("{:03}-{}.yaml", item, assigned.theme->slug),
             yaml_text(task, options_.seed)});
    }
    return left;
  }

 private:
  Random stream(int plan, std::uint64_t task) const {
    return Random({options_.seed, static_cast<std::uint64_t>(plan), task});
  }

  /// A part of what the theme's number would be in a whole year.
  static Left left_before(const Theme& theme, Random& random) {
    const Sketch& main = theme.sketches[0];
    return {decimal(main, random.between(main.low / 4, main.low / 2))};
  }

  const Options& options_;
  const std::function<void(const File&)>& take_;
  Random random_;
  Frame frame_;
  Decks decks_;
};

}  // namespace

void for_each_file(const Options& options, const std::function<void(const File&)>& take) {
  const County county(options.period);
  take({"tasks/units.yaml", yaml_text(county.registry(), options.seed)});
  LeftTasks left;
  Period period = options.period;
  for (int number = 0; number < options.plans; ++number) {
    left = PlanWriter(options, county, number, period, take).write(std::move(left));
    period = following(period);
  }
}

std::vector<std::string> folders(const Options& options) {
  std::vector<std::string> all{"tasks"};
  Period period = options.period;
  for (int number = 0; number < options.plans; ++number) {
    all.push_back("tasks/" + id_of(period));
    period = following(period);
  }
  return all;
}

Period last_period(const Options& options) {
  Period period = options.period;
  for (int number = 1; number < options.plans; ++number) period = following(period);
  return period;
}

}  // namespace taizhang::example
