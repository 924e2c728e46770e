// SPDX-License-Identifier: MIT
#include <algorithm>

#include "facts/events.h"
#include "report/explain/parts.h"
#include "report/paper/behind.h"
#include "report/reports.h"
#include "words/keys.h"

namespace taizhang::report {

namespace keys = words::keys;
using facts::Kind;
using facts::Row;

namespace {

/// From when to when, by the clock that moves.
Value span(const Asked& asked) {
  const base::Clocks from = *asked.since;
  const base::Clocks to = asked.clocks;
  if (from.as_of == to.as_of && from.known_by != to.known_by) {
    return say(asked, keys::diff_as_known, to.as_of, from.known_by, to.known_by);
  }
  if (from.known_by == to.known_by && from.as_of != to.as_of) {
    return say(asked, keys::diff_between_known_by, from.as_of, to.as_of, to.known_by);
  }
  return say(asked, keys::diff_between, from.as_of, to.as_of);
}

/// Says of a task's events why: of a light or a class the rules that gave it, else what the record
/// says. Its figures are told once for all of them.
class Reasons {
 public:
  Reasons(const Asked& asked, const Row& event) : asked_(asked), event_(event) {}

  Value operator()(const Row& event) {
    if (facts::value(event, "rule").is_absent()) return facts::value(event, "reason");
    const Row subject = facts::event_subject(event);
    // The rules of a unit's share are those of its indicator.
    if (subject.kind == Kind::shares) return {};
    if (steps_.empty()) {
      steps_ = facts::trace_of_figure(facts::ancestor(event_, Kind::tasks), "light");
    }
    Value rules = why_light(asked_, subject, steps_);
    if (text_of(event, "event") != "light") return rules;
    return with_promises_changed(asked_, std::move(rules), event);
  }

 private:
  const Asked& asked_;
  const Row& event_;
  std::vector<facts::Step> steps_;
};

document::Table of_task(const Asked& asked, const std::vector<Row>& events) {
  Reasons why(asked, events.front());
  // What is of the task is the same beside each of them.
  const auto of_the_task = [&](std::string_view name) {
    return Shown{name, nullptr,
                 [value = query::field(events.front(), name)](const Row&) { return value; }};
  };
  document::Table table =
      table_of(asked, "events", Kind::events, events,
               {of_the_task("item"),
                of_the_task("title"),
                of_the_task("lead"),
                {"subject"},
                {"event"},
                {"before"},
                {"after"},
                {"date"},
                {"why", &keys::diff_why, [&](const Row& row) { return why(row); }}});
  for (std::size_t i = 0; i < 3; ++i) table.columns[i].in_heading = true;
  for (document::Column& column : table.columns) {
    column.keeps_units = column.key == "before" || column.key == "after";
  }
  return table;
}

}  // namespace

Document diff(const Asked& asked) {
  const facts::World& world = asked.world();
  const query::Rows events =
      query::Rows(world, Kind::events).where(query::conditions(world, asked.selection));
  Document document = started(asked, "diff", std::string(asked.words[keys::diff_title]));
  document.head.back() = span(asked);
  document::Chapter& chapter = document.chapters.emplace_back();
  std::vector<Row> all(events.begin(), events.end());
  for (auto first = all.begin(); first != all.end();) {
    const auto last =
        std::find_if(first, all.end(), [&](const Row& row) { return row.task != first->task; });
    const Row task = facts::ancestor(*first, Kind::tasks);
    const auto text = [&](std::string_view name) {
      return document::text(facts::find_field(Kind::tasks, name)->shown(task), asked.language());
    };
    chapter.blocks.push_back(
        document::Heading{say(asked, keys::diff_task, text("item"), text("title"), text("lead"))});
    chapter.blocks.push_back(of_task(asked, {first, last}));
    first = last;
  }
  if (all.empty()) {
    // One line is the whole answer.
    document.head.clear();
    chapter.blocks.push_back(document::Paragraph{"none", say(asked, keys::diff_none, span(asked))});
  } else {
    document.foot.insert(document.foot.begin(), legend(asked));
  }
  document.data = [all] {
    document::List list;
    for (const Row& row : all) {
      list.items.emplace_back(facts::record(row, facts::Need::figures));
    }
    return Value(std::move(list));
  };
  return document;
}

}  // namespace taizhang::report
