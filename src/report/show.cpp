// SPDX-License-Identifier: MIT
#include "report/reports.h"

#include <algorithm>

#include "base/text.h"
#include "report/charts.h"
#include "words/keys.h"

namespace taizhang::report {

namespace keys = words::keys;
using document::Block;
using facts::Kind;
using facts::Row;

namespace {

// What comes first, in this order; and what is said in another place or by another field.
constexpr std::string_view task_first =
    "section_title lead support leader contact due status summary known completion light class "
    "score suggested_order";
constexpr std::string_view task_elsewhere =
    "item title section plan_title due_text override units days_left counted open mechanism "
    "light_by_hand weight "
    "measures_known measures met months in_means no";
constexpr std::string_view indicator_first =
    "promise commitment kind quote reporter frequency baseline value data_date completion met time "
    "expected expected_now ratio gap forecast light class "
    "due late_periods missing_periods";
constexpr std::string_view indicator_elsewhere =
    "id name qualifier target unit integer direction counted days_left reading expected_exact late "
    "missing applicable start share_of_target age trajectory gap_unit targets partial than "
    "benchmark "
    "reports_due missing_from awaited_from in_means mean_completion used_too_fast";
constexpr std::string_view milestone_columns = "id name due done light waits_for evidence";
constexpr std::string_view reading_columns = "id date value reported by fate";
constexpr std::string_view share_columns =
    "unit target value expected completion ratio gap light class";
constexpr std::string_view step_columns = "date state by note";
constexpr std::string_view issue_first =
    "text cause found found_by owner coordinator due state since overdue";
constexpr std::string_view issue_elsewhere =
    "id level days_left days_open open urge_on escalate_on";
constexpr std::string_view inspection_elsewhere = "indicator";
constexpr std::string_view assessment_columns = "date by period grade expect_year_end note";
constexpr std::string_view change_columns =
    "what from to effective in_force approved_by doc_no reason";

constexpr std::string_view written = "written.";

std::vector<std::string_view> words(std::string_view names) {
  return names.empty() ? std::vector<std::string_view>() : base::split(names, ' ');
}

bool has(const std::vector<std::string_view>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

class Card {
 public:
  Card(const Asked& asked, const CardAsked& more) : asked_(asked), more_(more) {}

  /// The fields named in `first`, then the others but for those in `elsewhere`; what is not there,
  /// no, and none have no line.
  void fields(const std::string& id, const Row& row, std::string_view first,
              std::string_view elsewhere) {
    document::Fields block{id, {}};
    const auto add = [&](std::string_view name, bool also_no) {
      if (name == "contact" && !more_.with_contact) return;
      const facts::Asked field = query::find_column(row.kind, std::string(name));
      Value value = query::field(row, name);
      if (says_nothing(value) && !(also_no && value.as<bool>())) return;
      block.lines.push_back({std::string(name), field.title(asked_.language()), std::move(value)});
    };
    for (const std::string_view name : words(first)) add(name, true);
    for (const facts::Field& field : facts::kind_of(row.kind).fields()) {
      if (field.name.starts_with(written)) {
        as_written(row, field, block);
      } else if (!has(words(first), field.name) && !has(words(elsewhere), field.name)) {
        add(field.name, false);
      }
    }
    if (!block.lines.empty()) put(std::move(block));
  }

  /// The rows of a kind in `parent`, one a line: the columns named, then those of the others that
  /// one of the rows has.
  void table(const Row& parent, Kind kind, std::string_view first, bool with_heading) {
    const std::vector<Row> rows = facts::rows_in(parent, kind);
    if (rows.empty()) return;
    if (with_heading) heading(Value(facts::kind_of(kind).title.in(asked_.language())));
    std::vector<std::string_view> names = words(first);
    for (const facts::Field& field : facts::kind_of(kind).fields()) {
      const bool is_told = field.need == facts::Need::file || field.name == "corrected_by" ||
                           field.name == "overdue" || field.name == "indicator_name";
      // `what` says in words what `field` says in keys.
      const bool is_path = kind == Kind::changes && field.name == "field";
      if (!has(names, field.name) && is_told && !is_path && any_says(rows, field)) {
        names.push_back(field.name);
      }
    }
    std::vector<Shown> columns = named_columns(names);
    // A target of a unit stands in no line of its own.
    if (kind != Kind::shares) std::ranges::copy(more_.columns, std::back_inserter(columns));
    put(table_of(asked_, std::string(facts::kind_of(kind).name), kind, rows, columns));
  }

  /// What was asked for beside what is told of `row`.
  void after(const Row& row) {
    if (more_.after) more_.after(row, chapter_.blocks);
  }

  /// What was set by hand, one a line.
  void overrides(const Row& task) {
    // A part of an override, and the field that has its head.
    struct Part {
      std::string_view name;
      Kind kind;
      std::string_view head;
    };
    constexpr Part parts[] = {{"light", Kind::tasks, "light"},     {"score", Kind::tasks, "score"},
                              {"reason", Kind::changes, "reason"}, {"by", Kind::events, "by"},
                              {"from", Kind::periods, "start"},    {"until", Kind::periods, "end"}};
    const facts::Asked field = query::find_column(Kind::tasks, "override");
    const Value value = field.get(task);
    const auto* list = value.as<document::List>();
    std::vector<Value> all = list ? list->items : std::vector<Value>{value};
    std::erase_if(all, [](const Value& one) { return !one.as<document::Record>(); });
    if (all.empty()) return;
    document::Table table{.id = "override"};
    for (const Part& part : parts) {
      const facts::Asked head = *facts::find_field(part.kind, part.head);
      table.columns.push_back({std::string(part.name), head.title(asked_.language())});
    }
    for (const Value& one : all) {
      document::Row& row = table.rows.emplace_back();
      for (const Part& part : parts) {
        const Value* found = one.as<document::Record>()->find(part.name);
        // What a person decided is no figure that could be computed.
        const bool is_number = found && found->as<document::Number>();
        row.cells.push_back(!found      ? Value()
                            : is_number ? Value(document::text(*found, asked_.language()))
                                        : *found);
      }
    }
    heading(Value(field.title(asked_.language())));
    put(std::move(table));
  }

  /// What the file holds that is later than the day asked for.
  void later(const Row& task) {
    const auto all = task.world->later(*task.plan, *task.task);
    if (all.empty()) return;
    heading(Value(asked_.words[keys::show_later]));
    document::Table table{.id = "later"};
    const auto column = [&](std::string_view key, words::Key<0> title) {
      table.columns.push_back({std::string(key), std::string(asked_.words[title])});
    };
    column("date", keys::weekly_date);
    column("what", keys::show_what);
    column("name", keys::show_name);
    for (const measure::Later& one : all) {
      table.rows.push_back({{one.date, Value(one.what.in(asked_.language())), one.name}});
    }
    put(std::move(table));
  }

  void heading(Value text, int level = 2) { put(document::Heading{std::move(text), level}); }
  void picture(std::optional<document::Chart> chart) {
    if (chart) put(std::move(*chart));
  }
  void put(Block block) { chapter_.blocks.push_back(std::move(block)); }
  document::Chapter finished() { return std::move(chapter_); }

 private:
  /// What the file says of a field where the one in force is another.
  void as_written(const Row& row, const facts::Field& field, document::Fields& block) const {
    Value value = query::field(row, field.name);
    const std::string name = field.name.substr(written.size());
    if (!is_changed(row, name) || says_nothing(value)) return;
    if (is_same(value, facts::value(row, name))) return;
    block.lines.push_back({field.name,
                           document::text(say(asked_, keys::text_as_written,
                                              Value(field.title.in(asked_.language()))),
                                          asked_.language()),
                           std::move(value)});
  }

  /// Whether a change in force has given the field of `row` another value.
  static bool is_changed(const Row& row, std::string_view name) {
    if (row.kind != Kind::tasks && row.kind != Kind::indicators) return false;
    std::string path(name);
    if (row.kind == Kind::indicators) {
      path = "indicators." + query::plain(facts::value(row, "id")) + "." + path;
    }
    for (const Row& change : facts::rows_in(facts::ancestor(row, Kind::tasks), Kind::changes)) {
      const std::string field = query::plain(facts::value(change, "field"));
      const bool is_its = field == path || field.starts_with(path + ".");
      if (is_its && query::plain(facts::value(change, "in_force")) == "true") return true;
    }
    return false;
  }

  /// Whether two values say the same, one of them perhaps without its unit of measure.
  static bool is_same(const Value& a, const Value& b) {
    const auto* number = a.as<document::Number>();
    const auto* other = b.as<document::Number>();
    const auto* record = a.as<document::Record>();
    const auto* second = b.as<document::Record>();
    if (record && second) {
      return std::ranges::all_of(record->rows, [&](const auto& part) {
        const Value* found = second->find(part.first);
        return found ? is_same(part.second, *found) : part.second.is_absent();
      });
    }
    return number && other ? number->value == other->value : query::plain(a) == query::plain(b);
  }

  static bool says_nothing(const Value& value) {
    if (const auto* absent = value.as<document::Absent>()) {
      return absent->shown.zh == document::Absent{}.shown.zh;
    }
    if (const auto* flag = value.as<bool>()) return !*flag;
    if (const auto* whole = value.as<long long>()) return *whole == 0;
    if (const auto* list = value.as<document::List>()) return list->items.empty();
    return false;
  }

  static bool any_says(const std::vector<Row>& rows, const facts::Field& field) {
    if (field.name.starts_with(written)) return false;
    return std::any_of(rows.begin(), rows.end(),
                       [&](const Row& row) { return !says_nothing(field.get(row)); });
  }

  const Asked& asked_;
  const CardAsked& more_;
  document::Chapter chapter_;
};

}  // namespace

Document show(const Asked& asked, const Row& task, const CardAsked& more) {
  const std::string item =
      document::text(facts::find_field(Kind::tasks, "item")->shown(task), asked.language());
  Document document =
      started(asked, "show", item + "  " + query::plain(facts::value(task, "title")));
  document.head = {facts::value(task, "plan_title"), days(asked)};
  Card card(asked, more);
  card.fields("task", task, task_first, task_elsewhere);
  card.after(task);
  for (const Row& indicator : facts::rows_in(task, Kind::indicators)) {
    card.heading(say(asked, keys::text_indicator_named, facts::value(indicator, "name"),
                     facts::value(indicator, "id")));
    card.picture(chart_of_progress(
        asked, {indicator}, [&](const Row&) { return Value(asked.words[keys::chart_progress]); }));
    card.picture(chart_of_readings(asked, indicator));
    card.fields(facts::address(indicator), indicator, indicator_first, indicator_elsewhere);
    card.table(indicator, Kind::shares, share_columns, false);
    card.table(indicator, Kind::readings, reading_columns, false);
    card.after(indicator);
  }
  card.table(task, Kind::milestones, milestone_columns, true);
  for (const Row& milestone : facts::rows_in(task, Kind::milestones)) card.after(milestone);
  card.table(task, Kind::progress, {}, true);
  for (const Row& issue : facts::rows_in(task, Kind::issues)) {
    card.heading(say(asked, keys::text_issue_named, facts::value(issue, "id"),
                     facts::value(issue, "level")));
    card.fields(facts::address(issue), issue, issue_first, issue_elsewhere);
    card.table(issue, Kind::steps, step_columns, false);
    card.after(issue);
  }
  for (const Row& inspection : facts::rows_in(task, Kind::inspections)) {
    card.heading(Value(facts::kind_of(Kind::inspections).title.in(asked.language())));
    card.fields(facts::address(inspection), inspection, {}, inspection_elsewhere);
    card.after(inspection);
  }
  card.table(task, Kind::assessments, assessment_columns, true);
  card.table(task, Kind::orders, {}, true);
  card.table(task, Kind::changes, change_columns, true);
  card.overrides(task);
  card.later(task);
  document.chapters.push_back(card.finished());
  document.foot.insert(document.foot.begin(), legend(asked));
  document.data = [task] { return Value(facts::record(task, facts::Need::score)); };
  return document;
}

}  // namespace taizhang::report
