// SPDX-License-Identifier: MIT
//
// The numbers of a plan, a section or a unit.
#include <algorithm>
#include <memory>
#include <optional>

#include "report/explain/parts.h"
#include "report/paper/paper.h"
#include "report/tally.h"

namespace taizhang::report {

using facts::Row;
using facts::Step;
using query::Condition;

namespace {

/// Tells of the tasks that a subject has: those of a plan or a section, or a unit's as it has them.
class Group {
 public:
  Group(const Asked& asked, const Row& subject, std::string id, Rows tasks)
      : asked_(asked),
        subject_(subject),
        id_(std::move(id)),
        tasks_(std::move(tasks)),
        counted_(tasks_.where({{"counted", Test::equals, "true"}})) {}

  const Rows& tasks() const { return tasks_; }

  /// `told` are the lines of the rules that its mean went by.
  document::Steps::Step completion(std::vector<Value> told) const {
    document::Steps::Step step = figure("completion", keys::figure_completion_label);
    if (tasks_.empty()) {
      step.value = Value();
      step.lines.emplace_back(asked_.words[keys::explain_no_tasks]);
      return step;
    }
    const Rows known = counted_.where({{"completion", Test::exists}});
    const auto words = !known.empty() && is_thin(counted_) ? keys::explain_completion_thin
                                                           : keys::explain_completion_of_tasks;
    step.value =
        say(asked_, words, counted_.mean("completion"), known.count(), measurable(counted_));
    if (known.empty()) {
      step.lines.emplace_back(asked_.words[keys::explain_no_task_known]);
    } else {
      step.lines = std::move(told);
    }
    const auto list = [&](words::Key<2> key, const Rows& rows) {
      if (!rows.empty()) step.lines.push_back(say(asked_, key, rows.count(), items(rows)));
    };
    list(keys::explain_tasks_known, known);
    const Rows unknown = counted_.where({{"completion", Test::absent}});
    list(keys::explain_tasks_unknown, unknown.where({{"in_means", Test::equals, "true"}}));
    list(keys::explain_tasks_by_rule, unknown.where({{"in_means", Test::equals, "false"}}));
    list(keys::explain_tasks_not_counted, tasks_.where({{"counted", Test::equals, "false"}}));
    return step;
  }

  document::Steps::Step classes() const {
    document::Steps::Step step = figure("classes", keys::explain_classes);
    document::List counts;
    for (const query::Group& group : groups()) {
      Value count = group.rows.count();
      counts.items.push_back(say(asked_, keys::explain_class_count, group.label, count));
      step.lines.push_back(say(asked_, keys::explain_tasks_of_class, group.label, std::move(count),
                               items(group.rows)));
    }
    step.value = std::move(counts);
    const Value apart = not_counted(asked_, tasks_.where({{"counted", Test::equals, "false"}}));
    if (!apart.is_absent()) step.lines.push_back(apart);
    return step;
  }

  /// How many it leads with other units.
  std::optional<document::Steps::Step> joint() const {
    const Rows rows = tasks_.where({{"role", Test::equals, "lead"}, {"lead", Test::several}});
    if (rows.empty()) return std::nullopt;
    document::Steps::Step step = figure("joint", keys::explain_joint_label);
    step.value = say(asked_, keys::explain_tasks, rows.count());
    step.lines = {say(asked_, keys::explain_joint, items(rows))};
    return step;
  }

  void put_table(document::Chapter& chapter) const {
    if (tasks_.empty()) return;
    std::vector<std::string_view> columns{"item", "title", "light", "class", "completion"};
    if (tasks_.kind() == Kind::duties) columns.insert(columns.begin() + 2, "role");
    chapter.blocks.emplace_back(table_of(asked_, id_, tasks_, named_columns(columns)));
  }

  /// How many tasks stand how, and the tasks themselves, for programs.
  document::Record for_programs() const {
    document::Record counts;
    for (const query::Group& group : groups()) {
      counts.rows.emplace_back(group.key, group.rows.count());
    }
    document::List all;
    for (const Row& task : tasks_) {
      all.items.emplace_back(for_program(task));
    }
    return {{{"classes", std::move(counts)}, {"tasks", std::move(all)}}};
  }

 private:
  /// A task with all its figures; of one that a unit has, those that are the unit's own in place.
  static document::Record for_program(const Row& row) {
    document::Record all = facts::record(facts::ancestor(row, Kind::tasks), facts::Need::figures);
    if (row.kind != Kind::duties) return all;
    for (auto& own : facts::record(row, facts::Need::figures).rows) {
      if (own.first == "address") continue;
      const auto same =
          std::ranges::find_if(all.rows, [&](const auto& one) { return one.first == own.first; });
      if (same == all.rows.end()) {
        all.rows.push_back(std::move(own));
      } else {
        same->second = std::move(own.second);
      }
    }
    return all;
  }

  document::Steps::Step figure(std::string key, words::Key<0> label) const {
    return {std::move(key), std::string(asked_.words[label]), {}, {}};
  }

  /// The classes that one of the counted tasks has.
  std::vector<query::Group> groups() const {
    const Row plan = facts::ancestor(subject_, Kind::plans);
    const facts::Asked standing = *facts::find_field(tasks_.kind(), "class");
    auto all = query::grouped(counted_, standing, plan).groups;
    std::erase_if(all, [](const query::Group& group) { return group.rows.empty(); });
    return all;
  }

  const Asked& asked_;
  const Row subject_;
  std::string id_;
  Rows tasks_;
  Rows counted_;
};

/// The tasks of the plan of `subject`, or those that units have, that meet one condition more.
Rows tasks_of(const Asked& asked, const Row& subject, Kind kind,
              const std::vector<Condition>& more) {
  const std::string plan = facts::address(facts::ancestor(subject, Kind::plans));
  return Rows(asked.world(), kind).where({{"plan", Test::equals, plan}}).where(more);
}

/// The first step of the story is not of the tasks: time, score. Its lines about completion go to
/// the step of the group that they are of.
std::vector<Value> completion_lines(document::Steps& story) {
  const auto found = std::ranges::find(story.steps, "completion", &document::Steps::Step::key);
  if (found == story.steps.end()) return {};
  std::vector<Value> lines = std::move(found->lines);
  story.steps.erase(found);
  return lines;
}

std::string group_title(const Asked& asked, const Row& subject) {
  if (subject.kind == Kind::units) return text_of(subject, "name");
  if (subject.kind == Kind::plans) {
    return text_of(subject, "id") + "  " + text_of(subject, "title");
  }
  return asked.words.say(keys::explain_section_named, text_of(subject, "no"),
                         text_of(subject, "title"));
}

/// A plan or a section: one group, its tasks first.
void tell_group(const Asked& asked, const Group& group, document::Steps steps,
                document::Chapter& chapter) {
  if (!group.tasks().empty()) {
    chapter.blocks.emplace_back(
        document::Heading{facts::kind_of(Kind::tasks).title.in(asked.language()), 2});
  }
  group.put_table(chapter);
  std::vector<Value> lines = completion_lines(steps);
  steps.steps.push_back(group.completion(std::move(lines)));
  if (!group.tasks().empty()) steps.steps.push_back(group.classes());
  chapter.blocks.emplace_back(std::move(steps));
}

/// A unit: its score, then the tasks that it leads and those that it supports.
void tell_unit(const Asked& asked, const Group& led, const Group& supported, document::Steps steps,
               bool ranked, document::Chapter& chapter) {
  std::vector<Value> lines = completion_lines(steps);
  if (!steps.steps.empty()) {
    if (!ranked) steps.steps.back().lines.emplace_back(asked.words[keys::explain_no_rank]);
    chapter.blocks.emplace_back(std::move(steps));
  }
  const auto put = [&](const Group& group, words::Key<1> title, const std::string& id,
                       std::vector<Value> told, bool is_lead) {
    chapter.blocks.emplace_back(document::Heading{say(asked, title, group.tasks().count()), 2});
    group.put_table(chapter);
    document::Steps own{id, {group.completion(std::move(told))}};
    if (!group.tasks().empty()) {
      auto& said = own.steps.front().lines;
      if (!is_lead) said.emplace(said.begin(), asked.words[keys::explain_support_is_apart]);
      own.steps.push_back(group.classes());
    }
    if (auto joint = is_lead ? group.joint() : std::nullopt) own.steps.push_back(*joint);
    chapter.blocks.emplace_back(std::move(own));
  };
  put(led, keys::explain_tasks_led, "lead", std::move(lines), true);
  put(supported, keys::explain_tasks_supported, "support", {}, false);
}

}  // namespace

document::Steps story_of_tasks(const Asked& asked, const Row& plan, std::string id,
                               const Rows& tasks) {
  const Group group(asked, plan, id, tasks);
  document::Steps story{std::move(id), {group.completion({})}};
  if (!tasks.empty()) story.steps.push_back(group.classes());
  return story;
}

Document explain_group(const Asked& asked, const Row& subject) {
  const std::vector<Step> steps = facts::trace(subject);
  Document document = started(asked, "explain", group_title(asked, subject));
  document::Chapter chapter{.plan = facts::address(facts::ancestor(subject, Kind::plans))};
  const bool is_unit = subject.kind == Kind::units;
  const std::string name = text_of(subject, is_unit ? "name" : "no");
  std::vector<Condition> which;
  const auto of_unit = [&](const char* in_figures) {
    return std::vector<Condition>{{"unit", Test::equals, name},
                                  {"in_figures", Test::equals, in_figures}};
  };
  const Kind kind = is_unit ? Kind::duties : Kind::tasks;
  if (is_unit) which = of_unit("true");
  if (subject.kind == Kind::sections) which = {{"section", Test::equals, name}};
  const auto first = std::make_shared<Group>(asked, subject, is_unit ? "lead_tasks" : "tasks",
                                             tasks_of(asked, subject, kind, which));
  std::shared_ptr<Group> second;
  if (is_unit) {
    second = std::make_shared<Group>(asked, subject, "support_tasks",
                                     tasks_of(asked, subject, kind, of_unit("false")));
    const bool ranked =
        std::ranges::any_of(steps, [](const Step& step) { return step.figure == "rank"; });
    tell_unit(asked, *first, *second, story(asked, subject, steps), ranked, chapter);
  } else {
    tell_group(asked, *first, story(asked, subject, steps), chapter);
  }
  document.chapters.push_back(std::move(chapter));
  document.foot.insert(document.foot.begin(), legend(asked));
  document.data = [subject, steps, first, second] {
    document::Record more = first->for_programs();
    if (second) more = {{{"lead", std::move(more)}, {"support", second->for_programs()}}};
    return for_programs(subject, std::move(more), steps);
  };
  return document;
}

}  // namespace taizhang::report
