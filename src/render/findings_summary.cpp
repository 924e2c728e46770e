// SPDX-License-Identifier: MIT
#include "render/findings_summary.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "check/rules.h"
#include "render/escape.h"
#include "render/format.h"
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

std::string summary_row(const source::Finding& finding, const FindingsView& view) {
  const std::string severity(severity_word(finding.severity).in(view.language));
  std::string row = "|";
  for (const std::string& cell :
       {severity, std::string(finding.code), place_text(finding.at, view),
        finding.message.in(view.language), finding.help.in(view.language)}) {
    row += " " + escape_markdown(cell) + " |";
  }
  return row + "\n";
}

std::string left_out(long long count, base::Language language) {
  const base::Phrase phrase{{"还有 {0} 条没有列出：摘要的篇幅有限，全部问题见运行日志。",
                             "Left out for want of room: {0}. The log of the run has them all."},
                            {count}};
  return "\n" + escape_markdown(phrase.in(language)) + "\n";
}

std::string statistics_markdown(const FindingsView& view) {
  document::Document document;
  document.language = view.language;
  document.chapters.push_back({{}, {statistics_table(view)}});
  return document_markdown(document, {});
}

}  // namespace

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

std::string findings_summary(const FindingsView& view, std::size_t room) {
  const auto say = [&](base::Bilingual text) { return std::string(text.in(view.language)); };
  std::string text = "## " + say({"台账检查", "Check of the ledger"}) + "\n\n";
  if (view.findings.empty()) {
    const base::Phrase clean{{"没有发现问题（{0} 个文件）。", "No findings in {0} {0|file|files}."},
                             {static_cast<long long>(view.ledger.sources.size())}};
    text += clean.in(view.language) + "\n";
    return text.size() <= room ? text : std::string();
  }
  text += escape_markdown(findings_total(view)) + "\n\n" + statistics_markdown(view) + "\n| " +
          say({"级别", "severity"}) + " | " + say({"编号", "code"}) + " | " +
          say({"位置", "place"}) + " | " + say({"问题", "what is wrong"}) + " | " +
          say({"建议", "help"}) + " |\n| --- | --- | --- | --- | --- |\n";
  const std::vector<std::size_t> order = worst_first(view.findings);
  std::size_t shown = 0;
  for (; shown < order.size(); ++shown) {
    const std::string row = summary_row(view.findings[order[shown]], view);
    const auto rest = static_cast<long long>(order.size() - shown) - 1;
    const std::size_t tail = rest > 0 ? left_out(rest, view.language).size() : 0;
    if (text.size() + row.size() + tail > room) break;
    text += row;
  }
  if (shown == 0) return {};
  if (shown < order.size()) {
    text += left_out(static_cast<long long>(order.size() - shown), view.language);
  }
  return text;
}

}  // namespace taizhang::render
