// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <span>
#include <utility>

#include "base/text.h"
#include "check/rules.h"
#include "check/walk.h"

namespace taizhang::check {

namespace {

/// Tells of each key that stands a second time.
template <class Key>
class Seen {
 public:
  /// What is said of one, with the key in its place.
  struct Said {
    base::Bilingual message;
    base::Bilingual help;
  };

  Seen(Said said, Collector& found) : said_(said), found_(found) {}

  void look(const Key& key, source::Span at) {
    const auto [earlier, is_new] = first_.emplace(key, at);
    if (is_new) return;
    found_.add(at, {said_.message, {argument(key)}}, {said_.help, {}},
               {{earlier->second, {"另一个在这里", "the other one is here"}}});
  }

 private:
  Said said_;
  Collector& found_;
  std::map<Key, source::Span> first_;
};

/// Look for ids that two entries of a list have.
template <class E>
void look_at_ids(const model::Ledger& ledger, const model::Many<E>& entries, Collector& found) {
  const auto text_of = [&](const E& entry) {
    const std::string_view text = ledger.sources.at(entry.at.file).text;
    return base::trimmed(text.substr(entry.at.begin, entry.ends - entry.at.begin));
  };
  std::map<std::string_view, const E*> seen;
  for (const E& entry : entries) {
    if (!entry.id) continue;
    const auto [earlier, is_new] = seen.emplace(*entry.id, &entry);
    if (is_new) continue;
    const E& first = *earlier->second;
    found.add(entry.id.at_or(entry.at), {"编号“{0}”已经用过", "the id “{0}” is taken", *entry.id},
              text_of(entry) == text_of(first)
                  ? Words{"两条一字不差：删去重复的一条", "both are the same: delete one of them"}
                  : Words{"给后写的一条换一个编号", "give the later one another id"},
              {{first.id.at, {"另一条在这里", "the other one is here"}}});
  }
}

/// Whether a file is named as programs name the copy of another: 001-a copy.yaml, 001-a (1).yaml.
bool is_named_as_copy(std::string_view path) {
  path = path.substr(path.rfind('/') + 1);
  path = path.substr(0, path.rfind('.'));
  for (const std::string_view word : {" copy", " Copy", "_copy", "副本", "复制"}) {
    if (path.find(word) != path.npos) return true;
  }
  for (const auto& [open, close] : {std::pair("(", ")"), std::pair("（", "）")}) {
    const std::size_t at = path.rfind(open);
    if (at == path.npos || !path.ends_with(close)) continue;
    const std::size_t begin = at + std::string_view(open).size();
    const std::size_t end = path.size() - std::string_view(close).size();
    if (begin < end && path.find_first_not_of("0123456789", begin) == end) return true;
  }
  return false;
}

/// Look for tasks of one number. Of a file and its copy the copy is told.
void look_at_items(const AtPlan& at, Collector& found) {
  std::map<int, std::vector<const model::TaskFile*>> files;
  // By the number of the file: one that differs from the item is another rule's finding.
  for (const model::TaskFile& file : at.folder.tasks) {
    if (file.file_item) files[*file.file_item].push_back(&file);
  }
  const auto source_of = [&](const model::TaskFile* file) -> const source::SourceFile& {
    return at.ledger.sources.at(file->file);
  };
  const auto place_of = [](const model::TaskFile* file) {
    const auto& item = file->task.item;
    return item ? item.at_or(file->task.at) : source::start_of(file->file);
  };
  for (auto& [number, of_number] : files) {
    std::stable_partition(of_number.begin(), of_number.end(), [&](const model::TaskFile* file) {
      return !is_named_as_copy(source_of(file).path);
    });
    const model::TaskFile* const first = of_number.front();
    for (const model::TaskFile* file : std::span(of_number).subspan(1)) {
      const bool is_copy = source_of(file).text == source_of(first).text;
      const std::string& path = source_of(first).path;
      found.add(
          place_of(file), {"序号 {0} 已经用过", "item {0} is taken", number},
          is_copy
              ? Words{"这个文件和 {0} 一字不差，是复制出来的：删去它；要作新任务的底稿，改序号、"
                      "文件名和内容",
                      "this file is a copy of {0}, to the letter: delete it, or give it "
                      "another number, name and content where it is to become a new task",
                      path.substr(path.rfind('/') + 1)}
              : Words{"给其中一项换一个序号，文件名同改",
                      "give one of them another number, and its file"},
          {{place_of(first), {"另一项在这里", "the other task is here"}}});
    }
  }
}

/// An indicator and a milestone of one task are both measures of it: lists name them by their ids.
void look_at_measures(const model::Task& task, Collector& found) {
  for (const model::Milestone& milestone : task.milestones) {
    for (const model::Indicator& indicator : task.indicators) {
      if (!milestone.id || !indicator.id || *milestone.id != *indicator.id) continue;
      found.add(milestone.id.at_or(milestone.at),
                {"节点和指标用了同一个编号“{0}”", "a milestone and an indicator are both “{0}”",
                 *milestone.id},
                {"给节点换一个编号", "give the milestone another id"},
                {{indicator.id.at, {"指标在这里", "the indicator is here"}}});
    }
  }
}

void look_at_names(const model::Registry& registry, Collector& found) {
  Seen<std::string_view> seen(
      {{"“{0}”已经有了", "“{0}” is already there"},
       {"删去重复的一个，或改正名称、别名", "delete one, or correct the name or alias"}},
      found);
  const auto look = [&](const model::Given<std::string>& name, const model::Unit& unit) {
    if (name) seen.look(*name, name.at_or(unit.at));
  };
  for (const model::Unit& unit : registry.units) look(unit.name, unit);
  for (const model::Unit& unit : registry.units) {
    for (const auto& alias : unit.aliases.items) look(alias, unit);
  }
}

}  // namespace

const Rule plan_duplicate{
    "E22 plan-duplicate",
    {"两个计划用了同一个编号", "two plans with one id"},
    {"任务用“计划编号/序号”来指，编号重复就指不清。",
     "Tasks are addressed as plan/item; with two plans of one id that means nothing."},
    R"yaml(# tasks/2023/plan.yaml 和 tasks/2024/plan.yaml
id: "2023")yaml",
    R"yaml(# tasks/2024/plan.yaml
id: "2024")yaml",
    [](const AtLedger& at, Collector& found) {
      Seen<std::string_view> seen(
          {{"计划编号“{0}”已经用过", "the plan id “{0}” is taken"},
           {"给其中一个换一个编号，如“县名-年份”", "give one another id, such as county-year"}},
          found);
      for (const model::PlanFolder& plan : at.ledger.plans) {
        seen.look(plan.id, plan.plan.id.at_or(source::start_of(plan.file)));
      }
    },
};

const Rule section_duplicate{
    "E21 section-duplicate",
    {"两个板块用了同一个序号", "two sections with one number"},
    {"任务按序号找板块，序号重复就分不清归属。",
     "Tasks find their section by its number; with two of them nobody knows which."},
    R"yaml(sections:
  - {no: 1, title: 创新}
  - {no: 1, title: 民生})yaml",
    R"yaml(sections:
  - {no: 1, title: 创新}
  - {no: 2, title: 民生})yaml",
    [](const AtPlan& at, Collector& found) {
      Seen<int> seen({{"板块序号 {0} 已经用过", "section number {0} is taken"},
                      {"给其中一个换一个序号", "give one of them another number"}},
                     found);
      for (const model::Section& section : at.plan.sections) {
        if (section.no) seen.look(*section.no, section.no.at_or(section.at));
      }
    },
};

const Rule item_duplicate{
    "E18 item-duplicate",
    {"两项任务用了同一个序号", "two tasks with one item number"},
    {"序号重复时，清单、统计和督办会把两项任务混为一谈。",
     "With one number for two tasks, lists, counts and orders mix them up."},
    R"yaml(# 014-piles.yaml 和 014-cars.yaml
item: 14)yaml",
    R"yaml(# 014-piles.yaml
item: 14
# 015-cars.yaml
item: 15)yaml",
    [](const AtPlan& at, Collector& found) { look_at_items(at, found); },
};

const Rule unit_duplicate{
    "E25 unit-duplicate",
    {"名录里两个单位重名", "two units of one name"},
    {"名称是单位的身份；名称或别名相同就分不清是谁。",
     "The name is the identity of a unit; with equal names or aliases nobody knows who is meant."},
    R"yaml(- {name: 市科技局, type: government}
- {name: 市科技局, type: government})yaml",
    R"yaml(- {name: 市科技局, type: government})yaml",
    [](const AtRegistry& at, Collector& found) { look_at_names(at.registry, found); },
};

const Rule id_duplicate{
    "E27 id-duplicate",
    {"同一张表里编号重复", "an id that stands twice"},
    {"更正、分项和督查都按编号来指，编号重复就指不清。",
     "Corrections, parts and inspections refer to ids; a double id refers to nothing."},
    R"yaml(readings:
  - {id: r1, date: 2023-03-31, value: 38}
  - {id: r1, date: 2023-06-30, value: 97})yaml",
    R"yaml(readings:
  - {id: r1, date: 2023-03-31, value: 38}
  - {id: r2, date: 2023-06-30, value: 97})yaml",
    [](const AtTask& at, Collector& found) {
      const model::Task& task = at.task;
      look_at_ids(at.ledger, task.indicators, found);
      look_at_ids(at.ledger, task.milestones, found);
      look_at_measures(task, found);
      look_at_ids(at.ledger, task.issues, found);
      look_at_ids(at.ledger, task.inspections, found);
      look_at_ids(at.ledger, task.orders, found);
      look_at_ids(at.ledger, task.changes, found);
    },
    [](const AtIndicator& at, Collector& found) {
      look_at_ids(at.ledger, at.indicator.readings, found);
    },
};

}  // namespace taizhang::check
