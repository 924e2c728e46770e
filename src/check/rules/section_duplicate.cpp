// SPDX-License-Identifier: MIT
#include <map>

#include "check/rules.h"

namespace taizhang::check {

namespace {

void find_section_duplicate(const model::Ledger& ledger, Collector& found) {
  for (const model::PlanFolder& plan : ledger.plans) {
    std::map<int, source::Span> first;
    for (const model::Section& section : plan.plan.sections) {
      if (!section.no) continue;
      const auto [earlier, is_new] = first.emplace(*section.no, section.no.at_or(section.at));
      if (is_new) continue;
      found.add(section.no.at_or(section.at),
                {{"板块序号 {0} 已经用过", "section number {0} is taken"},
                 {static_cast<long long>(*section.no)}},
                {{"给其中一个换一个序号", "give one of them another number"}, {}},
                {{earlier->second, {{"另一个在这里", "the other one is here"}, {}}}});
    }
  }
}

}  // namespace

const Rule section_duplicate{
    "E21",
    "section-duplicate",
    source::Severity::error,
    {"两个板块用了同一个序号", "two sections with one number"},
    {"任务按序号找板块，序号重复就分不清归属。",
     "Tasks find their section by its number; with two of them nobody knows which."},
    R"yaml(sections:
  - {no: 1, title: 创新}
  - {no: 1, title: 民生}
)yaml",
    R"yaml(sections:
  - {no: 1, title: 创新}
  - {no: 2, title: 民生}
)yaml",
    find_section_duplicate,
};

}  // namespace taizhang::check
