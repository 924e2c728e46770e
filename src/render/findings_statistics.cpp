// SPDX-License-Identifier: MIT
#include "render/findings_statistics.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "check/rules.h"
#include "render/json_text.h"
#include "render/table.h"

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

query::Table statistics_table(const FindingsView& view) {
  const auto say = [&](base::Bilingual text) { return std::string(text.in(view.language)); };
  query::Table table;
  table.columns = {{say({"数量", "count"}), query::Align::right},
                   {say({"可自动改正", "fixable"}), query::Align::right},
                   {say({"编号", "code"})},
                   {say({"问题", "what is wrong"}), query::Align::left, true}};
  for (const RuleCount& count : rule_counts(view)) {
    table.rows.push_back({std::to_string(count.findings), std::to_string(count.mendable),
                          std::string(count.rule->code), say(count.rule->summary)});
  }
  return table;
}

std::string statistics_text(const FindingsView& view, int width) {
  if (view.findings.empty()) return {};
  return table_text(statistics_table(view), width, view.style) + "\n" + findings_total(view) + "\n";
}

std::string statistics_json(const FindingsView& view) {
  report::Json all = report::Json::array();
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
