// SPDX-License-Identifier: MIT
#include "check/ignores.h"

#include <algorithm>

#include "base/text.h"
#include "check/levels.h"
#include "check/rules.h"

namespace taizhang::check {

namespace {

source::Span span_of(const source::SourceFile& file, std::uint32_t number, std::string_view part) {
  const auto begin = static_cast<std::uint32_t>(part.data() - file.text.data());
  return {number, begin, begin + static_cast<std::uint32_t>(part.size())};
}

/// The line that a remark speaks of: its own, or the next that holds more than a remark. `below` is
/// the next remark of the file, whose line is known, so that a thousand remarks under each other do
/// not look down a thousand times.
source::Span line_of(const source::SourceFile& file, source::Span remark, const Ignore* below) {
  std::string_view line = file.line_at(remark.begin);
  const std::string_view text = file.text;
  for (;;) {
    const source::Span at = span_of(file, remark.file, line);
    const std::string_view content = base::trimmed(line);
    if (!content.empty() && content.front() != '#') return at;
    if (below && at.begin <= below->at.begin && below->at.begin <= at.end) return below->covers;
    const std::size_t next = text.find('\n', at.end);
    if (next == text.npos || next + 1 >= text.size()) return at;
    line = file.line_at(static_cast<std::uint32_t>(next + 1));
  }
}

Ignore parsed(const source::SourceFile& file, const source::Remark& remark, const Ignore* below) {
  Ignore ignore{remark.at, line_of(file, remark.at, below), {}, {}};
  const std::string_view text =
      std::string_view(file.text).substr(remark.at.begin, remark.at.end - remark.at.begin);
  const std::size_t open = text.find('[');
  const std::size_t close = text.find(']', open == text.npos ? 0 : open);
  const bool form = std::string_view(remark.text).starts_with("ignore[") && close != text.npos;
  if (!form) return ignore;
  for (std::string_view part : base::split(text.substr(open + 1, close - open - 1), ',')) {
    const std::string_view trimmed = base::trimmed(part);
    const std::string_view name = trimmed.empty() ? part : trimmed;
    ignore.rules.push_back(
        {std::string(name), span_of(file, remark.at.file, name), find_rule(name)});
  }
  ignore.reason = base::trimmed(text.substr(close + 1));
  return ignore;
}

}  // namespace

std::vector<Ignore> ignores(const model::Ledger& ledger) {
  std::vector<Ignore> result;
  for (auto remark = ledger.remarks.rbegin(); remark != ledger.remarks.rend(); ++remark) {
    const Ignore* below =
        !result.empty() && result.back().at.file == remark->at.file ? &result.back() : nullptr;
    result.push_back(parsed(ledger.sources.at(remark->at.file), *remark, below));
  }
  std::reverse(result.begin(), result.end());
  return result;
}

void silence(std::vector<source::Finding>& findings, std::vector<Ignore>& ignores) {
  const auto before = [](const Ignore& ignore, const source::Finding& finding) {
    return std::pair(ignore.covers.file, ignore.covers.end) <
           std::pair(finding.at.file, finding.at.begin);
  };
  std::erase_if(findings, [&](const source::Finding& finding) {
    // Several remarks may stand above one line.
    auto at = std::lower_bound(ignores.begin(), ignores.end(), finding, before);
    bool silent = false;
    for (; at != ignores.end() && at->covers.file == finding.at.file &&
           at->covers.begin <= finding.at.begin;
         ++at) {
      for (IgnoredRule& rule : at->rules) {
        if (!rule.rule || rule.rule->code != finding.code || !may_be_lowered(*rule.rule)) continue;
        rule.used = true;
        silent = true;
      }
    }
    return silent;
  });
}

}  // namespace taizhang::check
