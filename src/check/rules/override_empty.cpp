// SPDX-License-Identifier: MIT
#include "check/rules.h"

namespace taizhang::check {

namespace {

void find_override_empty(const model::Ledger& ledger, Collector& found) {
  for (const model::PlanFolder& plan : ledger.plans) {
    for (const model::TaskFile& file : plan.tasks) {
      const auto meant = [&](std::string_view key) { return ledger.was_meant(file.file, key); };
      if (!ledger.is_whole(file.file) || meant("light") || meant("score") || meant("override")) {
        continue;
      }
      for (const model::Override& own : file.task.override_) {
        if (own.light.written() || own.score.written()) continue;
        found.add(own.at,
                  {{"人工定灯既没有灯色也没有得分，不起作用",
                    "the override gives neither a light nor a score and changes nothing"},
                   {}},
                  {{"写上 light（灯色）或 score（得分）", "write light or score"}, {}});
      }
    }
  }
}

}  // namespace

const Rule override_empty{
    "W22",
    "override-empty",
    source::Severity::warning,
    {"人工定灯没有写灯色或得分", "an override without a light or a score"},
    {"人工定灯要写定成什么；只有原因和单位，报表仍按计算的结果亮灯。",
     "An override has to say what it sets; with a reason alone reports go on with what was "
     "computed."},
    R"yaml(override: {from: 2023-10-20, reason: 受统计时点影响，实际推进正常, by: 市政府办公室}
)yaml",
    R"yaml(override: {from: 2023-10-20, light: green, reason: 受统计时点影响，实际推进正常, by: 市政府办公室}
)yaml",
    find_override_empty,
};

}  // namespace taizhang::check
