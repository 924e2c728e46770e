// SPDX-License-Identifier: MIT
#include "report/reports.h"

#include "report/weekly/week.h"

namespace taizhang::report {

namespace {

/// A part of a chapter; where it writes nothing, the line `none` says so.
struct Part {
  words::Key<0> title;
  void (*write)(Week& week);
  const words::Key<0>* none = nullptr;
};

constexpr Part parts[] = {
    {keys::weekly_part_overview, weekly_overview},
    {keys::weekly_part_changes, weekly_changes, &keys::weekly_no_changes},
    {keys::weekly_part_due, weekly_due, &keys::weekly_no_due},
    {keys::weekly_part_issues, weekly_issues, &keys::weekly_no_issues},
    {keys::weekly_part_unreported, weekly_unreported, &keys::weekly_no_unreported},
    {keys::weekly_part_next, weekly_next, &keys::weekly_no_next}};

document::Chapter chapter(const Asked& asked, const facts::Row& plan, bool several) {
  Week week(asked, plan, several ? 2 : 1);
  if (several) week.heading(facts::value(plan, "title"), -1);
  const Value doc_no = facts::value(plan, "doc_no");
  if (!doc_no.is_absent()) week.line("doc_no", doc_no);
  int number = 0;
  for (const Part& part : parts) {
    week.heading(std::to_string(++number) + " " + week.word(part.title));
    const std::size_t before = week.written();
    part.write(week);
    if (part.none && week.written() == before) week.line("none", week.word(*part.none));
  }
  return week.finished();
}

}  // namespace

Document weekly(const Asked& asked) {
  Document document = started(asked, "weekly", std::string(asked.words[keys::weekly_title]));
  const std::vector<facts::Row> plans = facts::rows(asked.world(), Kind::plans);
  const base::Date last = asked.clocks.as_of;
  document.head.insert(document.head.end() - 1,
                       say(asked, keys::weekly_week, last - one_week + std::chrono::days{1}, last));
  for (const facts::Row& plan : plans) {
    document.chapters.push_back(chapter(asked, plan, plans.size() > 1));
  }
  document.foot.insert(document.foot.begin(),
                       {legend(asked), Value(asked.words[keys::weekly_footnote])});
  return document;
}

}  // namespace taizhang::report
