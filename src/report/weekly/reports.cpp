// SPDX-License-Identifier: MIT
#include <algorithm>
#include <functional>
#include <iterator>

#include "report/paper/records.h"
#include "report/weekly/parts.h"

namespace taizhang::report {

void weekly_reports(Paper& paper) {
  if (paper.is_public()) {
    paper.line("none", paper.word(keys::paper_public));
    return;
  }
  // What was due before its task was over is owed; that nobody is asked for it the line below says.
  const Rows indicators = paper.counted(Kind::indicators);
  const Rows missing = missing_reports(paper.now(Kind::indicators));
  const Rows awaited = awaited_reports(indicators);
  if (missing.empty() && awaited.empty()) {
    const Rows reported = indicators.where({{"reporting", Test::equals, "reported"}});
    if (reported.empty()) paper.line("none", paper.word(keys::weekly_none_owed));
    return;
  }
  paper.line("summary", say(paper.asked(), keys::weekly_reports, missing.count(),
                            missing_periods(paper).count(), awaited.count()));
  const std::vector<Row> lacking(missing.begin(), missing.end());
  std::vector<Row> owed = lacking;
  std::ranges::copy(awaited.where({{"missing", Test::equals, "0"}}), std::back_inserter(owed));
  if (Value line = no_longer_asked_for(paper.asked(), owed); !line.is_absent()) {
    paper.line("no_longer_asked_for", std::move(line));
  }
  // Who owes the most comes first.
  std::vector<Row> rows = lacking;
  std::ranges::stable_sort(rows, std::greater(), [](const Row& row) {
    const Value periods = facts::value(row, "missing");
    return *periods.as<long long>();
  });
  if (!rows.empty()) {
    paper.put(table_of_missing(paper.asked(), paper.that_may_stand(rows)),
              exceptions_of(rows, "missing_from", "missing_rest"));
  }
  document::Bullets lines{"awaited", lines_of_awaited(paper, indicators)};
  if (!lines.lines.empty()) paper.put(std::move(lines));
}

}  // namespace taizhang::report
