// SPDX-License-Identifier: MIT
#include <set>

#include "check/rules.h"
#include "check/walk.h"

namespace taizhang::check {

namespace {

template <class File>
void look_at_version(const File& file, Collector& found) {
  const model::Given<model::FormatVersion>& schema = file.schema;
  if (!schema || schema->number == model::FormatVersion::known) return;
  found.add(schema.at_or(file.at),
            {"格式版本 {0} 不认识", "format version {0} is not known", schema->number},
            {"写成 schema: 1", "write schema: 1"});
}

}  // namespace

const Rule file_name{
    "E16 file-name",
    {"任务文件名不以序号开头", "a task file whose name has no item number"},
    {"文件名里的序号让人不打开文件就找得到任务。",
     "The number lets people find a task without opening its file."},
    R"yaml(# tasks/2023/piles.yaml)yaml",
    R"yaml(# tasks/2023/014-piles.yaml)yaml",
    [](const AtTask& at, Collector& found) {
      if (at.file.file_item) return;
      found.add(source::start_of(at.file.file),
                {"文件名没有以任务序号开头", "the file's name does not begin with an item number"},
                {"改名为 014-piles.yaml 的样子：三位序号、短横线、英文短名",
                 "rename it like 014-piles.yaml: three digits, a dash, a short name"});
    },
};

const Rule item_number{
    "E17 item-number",
    {"序号与文件名不一致", "an item that is not the number of its file"},
    {"序号是任务的身份，两处不一致时无法判断是哪一项。",
     "The item is the identity of a task; two different ones leave it open which task this is."},
    R"yaml(# 014-piles.yaml
item: 41)yaml",
    R"yaml(# 014-piles.yaml
item: 14)yaml",
    [](const AtTask& at, Collector& found) {
      const auto& item = at.task.item;
      if (!item || !at.file.file_item || *item == *at.file.file_item) return;
      found.add(item.at_or(at.task.at),
                {"序号是 {0}，文件名却是 {1}", "the item is {0}, but the file's name says {1}",
                 *item, *at.file.file_item},
                {"改正序号，或给文件改名", "correct the item or rename the file"});
    },
};

const Rule item_gap{
    "E19 item-gap",
    {"序号不连续，中间缺任务", "items are missing in between"},
    {"清单从 1 编到底，中间缺号说明有任务没有录入。",
     "A list is numbered from 1 without gaps; a gap means that a task has not been entered."},
    R"yaml(# 只有 001-….yaml 和 003-….yaml)yaml",
    R"yaml(# 001-….yaml、002-….yaml、003-….yaml)yaml",
    [](const AtPlan& at, Collector& found) {
      std::set<int> items;
      for (const model::TaskFile& task : at.folder.tasks) {
        // By the number of the file: where the item differs that is another rule's finding.
        if (const auto item = task.file_item ? task.file_item : task.item()) items.insert(*item);
      }
      std::string missing;
      int expected = at.plan.rules.items.from.value_or(1);
      for (int item : items) {
        if (item > expected) {
          if (!missing.empty()) missing += ", ";
          missing += std::to_string(expected);
          if (item > expected + 1) missing += "–" + std::to_string(item - 1);
        }
        expected = item + 1;
      }
      if (missing.empty()) return;
      found
          .add(source::start_of(at.folder.file),
               {"缺少第 {0} 项任务", "items missing: {0}", missing},
               {"补上这些任务的文件，或改正其他文件的序号；清单不从 1 编起的，在 plan.yaml 写 "
                "rules: {items: {from: {0}}}",
                "add the files of these tasks or correct the numbers of the others; where the list "
                "does not begin at 1 write rules: {items: {from: {0}}} in plan.yaml",
                *items.begin()})
          .distinction = missing;
    },
};

const Rule section_unknown{
    "E20 section-unknown",
    {"板块序号不在计划里", "a section that the plan does not have"},
    {"按板块统计时，这项任务会不知归到哪里。",
     "In counts by section the task would belong nowhere."},
    R"yaml(section: 13   # 计划只有 12 个板块)yaml",
    R"yaml(section: 12)yaml",
    [](const AtTask& at, Collector& found) {
      const auto& section = at.task.section;
      if (!section || at.folder.section(*section) || !at.ledger.is_whole(at.folder.file)) return;
      // Unless each section has a number of its own a task is given the benefit of the doubt.
      std::set<int> numbers;
      std::string known;
      for (const model::Section& one : at.plan.sections) {
        if (!one.no || !numbers.insert(*one.no).second) return;
        known += (known.empty() ? "" : ", ") + std::to_string(*one.no);
      }
      if (numbers.empty()) return;
      found.add(section.at_or(at.task.at),
                {"计划里没有第 {0} 板块", "the plan has no section {0}", *section},
                {"用 plan.yaml 里 sections 的序号：{0}",
                 "use a number of sections in plan.yaml: {0}", known});
    },
};

const Rule schema_version{
    "E14 schema-version",
    {"格式版本不认识", "an unknown format version"},
    {"格式版本告诉程序按哪一版规则读文件；这个程序只读第 1 版。",
     "The version says how a file is to be read; this program reads version 1."},
    R"yaml(schema: 2)yaml",
    R"yaml(schema: 1)yaml",
    [](const AtRegistry& at, Collector& found) { look_at_version(at.registry, found); },
    [](const AtPlan& at, Collector& found) { look_at_version(at.plan, found); },
    [](const AtTask& at, Collector& found) { look_at_version(at.task, found); },
};

const Rule registry_missing{
    "E23 registry-missing",
    {"计划找不到单位名录", "a plan without a registry of units"},
    {"没有名录就无法核对单位名称，也无法按单位统计。",
     "Without a registry no unit can be checked or counted."},
    R"yaml(# tasks/2023/plan.yaml，而 tasks/ 和 tasks/2023/ 里都没有 units.yaml)yaml",
    R"yaml(# tasks/units.yaml)yaml",
    [](const AtPlan& at, Collector& found) {
      if (at.registry) return;
      found.add(source::start_of(at.folder.file),
                {"这个计划没有单位名录", "this plan has no registry of units"},
                {"在它的文件夹或上级文件夹里写一个 units.yaml",
                 "write a units.yaml in its folder or one above it"});
    },
};

}  // namespace taizhang::check
