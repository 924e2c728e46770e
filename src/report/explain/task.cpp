// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "query/rows.h"
#include "report/explain/parts.h"
#include "report/reports.h"
#include "words/keys.h"

namespace taizhang::report {

namespace keys = words::keys;
using facts::Kind;
using facts::Row;
using facts::Step;

namespace {

/// What of a task is told apart, in this order.
constexpr Kind kinds_of_parts[] = {Kind::indicators, Kind::milestones, Kind::issues};

/// What is said of a row before its figures, where it has it.
constexpr std::pair<Kind, std::string_view> facts_told[] = {
    {Kind::tasks, "plan_title section_title lead"},
    {Kind::indicators, "quote kind direction part_of baseline_date weight counted"},
    {Kind::milestones, "weight counted waits_for"},
    {Kind::issues, "text"}};

constexpr std::string_view measure_columns[] = {"id",         "name",  "weight",
                                                "completion", "light", "class"};

/// The facts of `row`: those of the task that it lies in first, where it stands alone.
document::Fields facts_of(const Asked& asked, const Row& row, bool alone) {
  document::Fields block{facts::address(row), {}};
  const auto add = [&](const facts::Asked& field) {
    Value value = query::field(row, field.field->name);
    const auto* list = value.as<document::List>();
    if (value.is_absent() || (list && list->items.empty())) return;
    block.lines.push_back({field.field->name, std::string(field.field->title.in(asked.language())),
                           std::move(value)});
  };
  if (alone && row.kind != Kind::tasks) add(*facts::find_field(Kind::tasks, "title"));
  for (const auto& [kind, names] : facts_told) {
    if (kind != row.kind && !(alone && kind == Kind::tasks)) continue;
    for (const std::string_view name : base::split(names, ' ')) {
      // What a task has under this name is nothing that its part has.
      const auto field = facts::find_field(kind, name);
      if (field && field->kind == kind) add(*field);
    }
  }
  return block;
}

/// The indicators and milestones of a task, one a line.
document::Table measures(const Asked& asked, const Row& task) {
  document::Table table{.id = "measures"};
  for (const std::string_view name : measure_columns) {
    table.columns.push_back(
        column_of(std::string(name), *facts::find_field(Kind::indicators, name), asked.language()));
  }
  for (const Kind kind : {Kind::indicators, Kind::milestones}) {
    for (const Row& row : facts::rows_in(task, kind)) {
      document::Row line;
      for (const std::string_view name : measure_columns) {
        const auto field = facts::find_field(kind, name);
        const bool is_own = field && field->kind == kind;
        line.cells.push_back(is_own ? query::field(row, name) : Value());
      }
      table.rows.push_back(std::move(line));
    }
  }
  return table;
}

Value heading_of(const Asked& asked, const Row& part) {
  const auto with = [&](words::Key<2> key, std::string_view first, std::string_view second) {
    return say(asked, key, facts::value(part, first), facts::value(part, second));
  };
  if (part.kind == Kind::indicators) return with(keys::text_indicator_named, "name", "id");
  if (part.kind == Kind::milestones) return with(keys::explain_milestone_named, "name", "id");
  return with(keys::text_issue_named, "id", "level");
}

/// What is told of one row: its facts, what lies in it, its figures.
void tell(const Asked& asked, const Row& row, const std::vector<Step>& steps, bool alone,
          document::Chapter& chapter) {
  document::Fields block = facts_of(asked, row, alone);
  if (!block.lines.empty()) chapter.blocks.emplace_back(std::move(block));
  if (row.kind == Kind::tasks) {
    document::Table table = measures(asked, row);
    if (!table.rows.empty()) {
      chapter.blocks.emplace_back(document::Heading{Value(asked.words[keys::explain_measures]), 2});
      chapter.blocks.emplace_back(std::move(table));
    }
  }
  if (row.kind == Kind::issues) {
    document::Table table =
        table_of(asked, facts::address(row) + "/log", Kind::steps, facts::rows_in(row, Kind::steps),
                 {{"date"}, {"state"}, {"by"}, {"note"}});
    if (!table.rows.empty()) chapter.blocks.emplace_back(std::move(table));
  }
  document::Steps own = story(asked, row, steps);
  if (!own.steps.empty()) chapter.blocks.emplace_back(std::move(own));
}

/// What a row is called in a title: `14`, `14/piles`; with its plan where there are several.
std::string title_of(const Asked& asked, const Row& row) {
  const std::string address = facts::address(row);
  const std::string plan = facts::address(facts::ancestor(row, Kind::plans)) + "/";
  const std::string name = query::plain(facts::value(row, row.kind == Kind::tasks    ? "title"
                                                          : row.kind == Kind::issues ? "text"
                                                                                     : "name"));
  const Row task = facts::ancestor(row, Kind::tasks);
  const std::string in_task = address.substr(facts::address(task).size());
  const std::string own = facts::printed_item(task) + in_task;
  return (asked.world().several_plans() ? plan + own : own) + "  " + name;
}

}  // namespace

Document explain_task(const Asked& asked, const Row& subject) {
  const std::vector<Step> steps = facts::trace(subject);
  Document document = started(asked, "explain", title_of(asked, subject));
  document::Chapter chapter{.plan = facts::address(facts::ancestor(subject, Kind::plans))};
  tell(asked, subject, steps, true, chapter);
  if (subject.kind == Kind::tasks) {
    for (const Kind kind : kinds_of_parts) {
      for (const Row& part : facts::rows_in(subject, kind)) {
        chapter.blocks.emplace_back(document::Heading{heading_of(asked, part), 2});
        tell(asked, part, steps, false, chapter);
      }
    }
  }
  document.chapters.push_back(std::move(chapter));
  // An issue alone has no light.
  if (subject.kind != Kind::issues) {
    document.foot.insert(document.foot.begin(), legend(asked));
  }
  document.data = [subject, steps] { return for_programs(subject, {}, steps); };
  return document;
}

Document explain(const Asked& asked, const facts::Row& subject) {
  const bool is_group = subject.kind < facts::Kind::tasks;
  return is_group ? explain_group(asked, subject) : explain_task(asked, subject);
}

}  // namespace taizhang::report
