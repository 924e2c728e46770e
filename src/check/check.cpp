// SPDX-License-Identifier: MIT
#include "check/check.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "check/fingerprint.h"
#include "check/ignores.h"
#include "check/levels.h"
#include "check/rules.h"
#include "check/walk.h"

namespace taizhang::check {

source::Finding& Collector::add(source::Span at, Words message, Words help,
                                std::vector<Nearby> related, std::vector<source::Edit> fix) const {
  // A scalar of megabytes is no sentence.
  constexpr int longest_data = 400;
  message = base::with_short_data(std::move(message), longest_data);
  help = base::with_short_data(std::move(help), longest_data);
  std::vector<source::Related> places;
  for (Nearby& place : related) {
    if (place.at) places.push_back({*place.at, std::move(place.message)});
  }
  return findings_->emplace_back(source::Finding{rule_->code, rule_->severity(), at,
                                                 std::move(message), std::move(help),
                                                 std::move(places), std::move(fix)});
}

namespace {

using Rules = std::vector<const Rule*>;
using Findings = std::vector<source::Finding>;

bool is_named(const Rule& rule, const std::string& text) {
  return rule.name == text || rule.code.starts_with(text);
}

bool is_named(const Rule& rule, const std::vector<std::string>& texts) {
  return std::any_of(texts.begin(), texts.end(),
                     [&](const std::string& text) { return is_named(rule, text); });
}

Rules wanted_rules(const Choice& choice) {
  Rules result;
  for (const Rule* rule : rules()) {
    if (choice.wants(*rule)) result.push_back(rule);
  }
  return result;
}

/// A look-alike or a tab inside of what another finding calls wrong is the same mistake.
void drop_look_alikes_of_others(Findings& findings) {
  const auto is_of_form = [](const source::Finding& finding) {
    return finding.code == look_alike.code || finding.code == blanks.code ||
           finding.code == encoding.code;
  };
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>> wrong;  // file, end, begin
  for (const source::Finding& finding : findings) {
    if (is_of_form(finding)) continue;
    wrong.emplace(finding.at.file, finding.at.end, finding.at.begin);
  }
  std::erase_if(findings, [&](const source::Finding& finding) {
    if (!is_of_form(finding)) return false;
    const auto& at = finding.at;
    const auto around = wrong.lower_bound({at.file, at.end, 0});
    return around != wrong.end() && std::get<0>(*around) == at.file &&
           std::get<2>(*around) <= at.begin;
  });
}

/// A finding that says in other words what another of the same place has said.
struct Shadow {
  const Rule& by;
  const Rule& shadowed;
};

/// A report from a day to come is not also one after the settlement; of a unit that stands twice it
/// does not matter how it is called; what is no file needs no better name.
const Shadow shadows[] = {
    {future_date, after_settlement}, {unit_twice, unit_alias}, {unreadable_file, file_name}};

void drop_shadowed(Findings& findings) {
  std::set<std::tuple<std::string_view, std::uint32_t, std::uint32_t>> gone;  // code, file, begin
  for (const source::Finding& finding : findings) {
    for (const Shadow& shadow : shadows) {
      if (finding.code != shadow.by.code) continue;
      gone.emplace(shadow.shadowed.code, finding.at.file, finding.at.begin);
      for (const source::Related& other : finding.related)
        gone.emplace(shadow.shadowed.code, other.at.file, other.at.begin);
    }
  }
  std::erase_if(findings, [&](const source::Finding& finding) {
    return gone.contains({finding.code, finding.at.file, finding.at.begin});
  });
}

/// Look at the remarks themselves. Whether a remark for a rule that did not run is of use is
/// unknown.
Findings look_at_ignores(std::vector<Ignore> all, const Rules& wanted) {
  const auto did_not_run = [&](const IgnoredRule& ignored) {
    return ignored.rule && std::find(wanted.begin(), wanted.end(), ignored.rule) == wanted.end();
  };
  for (Ignore& ignore : all) {
    for (IgnoredRule& ignored : ignore.rules) ignored.used |= did_not_run(ignored);
  }
  Findings findings;
  walk(all, wanted, findings);
  return findings;
}

}  // namespace

bool Choice::wants(const Rule& rule) const {
  return (select.empty() || is_named(rule, select)) && !is_named(rule, ignore);
}

bool names_rules(const std::string& text) {
  const auto all = rules();
  return std::any_of(all.begin(), all.end(),
                     [&](const Rule* rule) { return !text.empty() && is_named(*rule, text); });
}

std::vector<source::Finding> check(const model::Ledger& ledger,
                                   std::optional<measure::Clocks> clocks, const Choice& choice) {
  const Rules wanted = wanted_rules(choice);
  Findings findings;
  walk(ledger, clocks, wanted, findings);
  set_fingerprints(findings, ledger);
  drop_look_alikes_of_others(findings);
  drop_shadowed(findings);
  std::vector<Ignore> remarks = ignores(ledger);
  silence(findings, remarks);
  Findings of_remarks = look_at_ignores(std::move(remarks), wanted);
  set_fingerprints(of_remarks, ledger);
  std::move(of_remarks.begin(), of_remarks.end(), std::back_inserter(findings));
  apply_levels(ledger, findings);
  std::stable_sort(findings.begin(), findings.end(), [](const auto& a, const auto& b) {
    return std::tuple(a.at.file, a.at.begin, a.code) < std::tuple(b.at.file, b.at.begin, b.code);
  });
  return findings;
}

}  // namespace taizhang::check
