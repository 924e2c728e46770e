// SPDX-License-Identifier: MIT
#include "render/findings_statistics.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "check/rules.h"
#include "render/json_text.h"
#include "render/text_table.h"

namespace taizhang::render {

namespace {

struct RuleCount {
  const check::Rule* rule;
  long long findings = 0;
  long long mendable = 0;  ///< how many of them `--fix` can mend
};

std::vector<RuleCount> rule_counts(const FindingsView& view) {
  std::vector<RuleCount> counts;
  for (const check::Rule* rule : check::rules()) {
    RuleCount count{rule};
    for (const source::Finding& finding : view.findings) {
      if (finding.code != rule->code) continue;
      ++count.findings;
      if (!finding.fix.empty()) ++count.mendable;
    }
    if (count.findings > 0) counts.push_back(count);
  }
  // Rules come by code, and a stable sort leaves equals in that order.
  std::stable_sort(counts.begin(), counts.end(),
                   [](const auto& a, const auto& b) { return a.findings > b.findings; });
  return counts;
}

}  // namespace

document::Table statistics_table(const FindingsView& view) {
  const auto say = [&](base::Bilingual text) { return std::string(text.in(view.language)); };
  document::Table table{.id = "statistics"};
  table.columns = {{"count", say({"数量", "count"}), document::Align::right},
                   {"fixable", say({"可自动改正", "fixable"}), document::Align::right},
                   {"code", say({"编号", "code"})},
                   {"summary", say({"问题", "what is wrong"}), document::Align::left, true}};
  for (const RuleCount& count : rule_counts(view)) {
    table.rows.push_back({{count.findings, count.mendable, std::string(count.rule->code),
                           say(count.rule->summary)}});
  }
  return table;
}

std::string statistics_text(const FindingsView& view, int width) {
  if (view.findings.empty()) return {};
  return text_table(statistics_table(view), width, view.style, view.language) + "\n" +
         findings_total(view) + "\n";
}

std::string statistics_json(const FindingsView& view) {
  Json all = Json::array();
  for (const RuleCount& count : rule_counts(view)) {
    all.push_back({{"code", count.rule->code},
                   {"rule", count.rule->name},
                   {"summary", count.rule->summary.in(view.language)},
                   {"count", count.findings},
                   {"fixable", count.mendable}});
  }
  return json_text(all);
}

}  // namespace taizhang::render
