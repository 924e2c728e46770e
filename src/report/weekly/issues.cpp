// SPDX-License-Identifier: MIT
#include "report/weekly/week.h"

namespace taizhang::report {

void weekly_issues(Week& week) {
  const Rows all = week.now(Kind::issues);
  const Rows open = all.where({{"open", Test::equals, "true"}});
  const std::string first = base::iso(week.first_day());
  const auto put = [&](words::Key<0> title, std::string id, const Rows& rows) {
    week.table(title, week.listed(std::move(id), rows,
                                  {{"item"},
                                   {"text", &keys::weekly_issue},
                                   {"level"},
                                   {"owner"},
                                   {"state"},
                                   {"since"},
                                   {"due"},
                                   {"overdue"}}));
  };
  put(keys::weekly_issues_new, "issues_new", open.where({{"found", Test::at_least, first}}));
  put(keys::weekly_issues_running, "issues_open", open.where({{"found", Test::less, first}}));
  put(keys::weekly_issues_closed, "issues_closed",
      all.where({{"open", Test::equals, "false"}, {"since", Test::at_least, first}}));
}

}  // namespace taizhang::report
