// SPDX-License-Identifier: MIT
#include "report/paper/records.h"
#include "report/weekly/parts.h"

namespace taizhang::report {

namespace {

constexpr std::size_t most_missing = 3;

}  // namespace

void weekly_reports(Paper& paper) {
  if (paper.is_public()) {
    paper.line("none", paper.word(keys::paper_public));
    return;
  }
  const Rows indicators = asked_for(paper.now(Kind::indicators));
  const Rows missing = missing_reports(paper.now(Kind::indicators));
  const Rows awaited = awaited_reports(indicators);
  if (missing.empty() && awaited.empty()) {
    const Rows reported = indicators.where({{"reporting", Test::equals, "reported"}});
    if (reported.empty()) paper.line("none", paper.word(keys::weekly_none_owed));
    return;
  }
  paper.line("summary", say(paper.asked(), keys::weekly_reports, missing.count(),
                            missing_periods(paper).count(), awaited.count()));
  const std::vector<Row> rows = paper.named("missing_rest", {missing.begin(), missing.end()},
                                            paper.room(most_missing), "missing_from");
  document::Table table = table_of_missing(paper.asked(), rows);
  paper.put_rows(std::move(table));
  paper.put_rest();
  document::Bullets lines{"awaited", lines_of_awaited(paper, indicators)};
  if (!lines.lines.empty()) paper.put(std::move(lines));
}

}  // namespace taizhang::report
