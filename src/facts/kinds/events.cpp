// SPDX-License-Identifier: MIT
//
// Events: what differs between two days, one row a difference. The values before and after are
// fields of other rows, each on its day.
#include "facts/events.h"

#include "base/text.h"
#include "facts/kinds.h"
#include "measure/changes.h"
#include "measure/in_force.h"

namespace taizhang::facts {

namespace {

using measure::Event;
using measure::EventKind;
using measure::Thing;

// -- what events speak of -----------------------------------------------------------------------

// In the order of `Thing::Of`, from the task on.
constexpr Kind kinds_of_things[] = {
    Kind::tasks,    Kind::indicators, Kind::shares,   Kind::milestones,
    Kind::readings, Kind::issues,     Kind::steps,    Kind::inspections,
    Kind::orders,   Kind::changes,    Kind::progress, Kind::assessments,
};

const Event& event_of(const Row& row) { return row.as<Event>(); }

/// The row of a thing of the event `row`, on the earlier day or on the later.
Row row_of(const Row& row, const Thing& thing, bool earlier) {
  Row result = ancestor(row, Kind::tasks);
  if (earlier) {
    const World::TaskThen then = row.world->then_of(*row.plan, *row.task);
    result.world = &row.world->since();
    result.plan = then.plan;
    result.task = then.task;
  }
  result.kind = kinds_of_things[static_cast<std::size_t>(thing.of) - 1];
  result.indicator = thing.indicator;
  result.issue = thing.issue;
  result.part = thing.part;
  result.index = thing.index;
  return result;
}

std::optional<Row> row_after(const Row& row) {
  const Event& event = event_of(row);
  return event.is ? std::optional(row_of(row, event.is, false)) : std::nullopt;
}

// -- where an event finds what it says ----------------------------------------------------------

/// The fields of its rows that hold the value before and after, and the rest; of two names parted
/// by a bar the second where the first is not there.
struct Sources {
  EventKind kind;
  std::string_view before, after;
  std::string_view date = {}, reported = {}, by = {}, reason = {};
};

const Sources& sources_of(const Row& row) {
  using enum EventKind;
  static constexpr Sources all[] = {
      {status, "status", "status"},
      {due, "due", "due"},
      {target, "target|than", "target|than"},
      {lead, "lead", "lead"},
      {support, "support", "support"},
      {leader, "leader", "leader"},
      {reporter, "reporter", "reporter"},
      {value, "value", "value"},
      {completion, "completion", "completion"},
      {light, "light", "light"},
      {by_hand, "light_by_hand", "light_by_hand"},
      {standing, "class", "class"},
      // What was reported then, whatever an inspection found since.
      {reading, "written.value|written.values", "written.value|written.values", "date", "reported",
       "by", "note"},
      {correction, "written.value|written.values", "written.value|written.values", "date",
       "reported", "by", "reason"},
      {withdrawal, "written.value|written.values", "", "date", "reported", "by", "reason"},
      {restored, "", "value|values", "date", "reported", "by"},
      {dropped, "value|values", "", "date", "reported", "by"},
      {milestone_done, "", "done", "done"},
      {issue_opened, "", "level", "found", "", "found_by", "cause"},
      {issue_step, "state", "state", "date", "", "by", "note"},
      {issue_closed, "state", "state", "date", "", "by", "note"},
      {inspection, "", "result", "date", "", "team", "finding"},
      {feedback, "", "feedback", "feedback"},
      {objection, "", "objection.text", "objection.date"},
      {order, "", "level", "date", "", "", "reason"},
      {reply, "", "reply.text", "reply.date"},
      {order_closed, "", "closed", "closed"},
      {change_requested, "from", "to", "effective", "requested", "approved_by", "reason"},
      {change, "from", "to", "effective", "requested", "approved_by", "reason"},
      {progress, "", "done", "date", "", "by"},
      {assessment, "", "grade", "date", "", "by", "note"},
      {grade, "", "qualitative.grade", "qualitative.date", "", "qualitative.by",
       "qualitative.note"},
  };
  return *std::find_if(std::begin(all), std::end(all),
                       [&](const Sources& one) { return one.kind == event_of(row).kind; });
}

/// A number of a reading as the file has it, in the unit of its indicator.
Value in_unit(const Row& row, Value value) {
  const auto* number = value.as<document::Number>();
  if (row.kind != Kind::readings || !number || !number->unit.empty()) return value;
  document::Number with_unit = *number;
  with_unit.unit = measure_unit(row);
  return with_unit;
}

/// The value of the first of `names` that `row` has, with the field that it is of; else why it has
/// none.
Value first_of(const Row& row, std::string_view names, Value (Asked::*get)(const Row&) const) {
  Value none;
  for (const std::string_view name : base::split(names, '|')) {
    const auto field = name.empty() ? std::nullopt : find_field(row.kind, name);
    Value value = field ? in_unit(row, ((*field).*get)(row)) : Value();
    if (!value.is_absent()) {
      return std::move(value).from(origin_of(ancestor(row, field->kind), name));
    }
    none = std::move(value);
  }
  return none;
}

/// What set the light of a task by hand on the day of the row; null where nothing did.
const model::Override* set_by_hand(const Row& task) {
  return measure::override_in_force(task.as<model::Task>(), measure::Overridden::light,
                                    task.world->clocks());
}

/// The same of an event that tells of it, on its later day or, where it was lifted, on the earlier.
const model::Override* told_override(const Row& event) {
  const model::Override* now = set_by_hand(event_subject(event));
  const auto before = event_before(event);
  return now || !before ? now : set_by_hand(*before);
}

/// The light that was set by hand, and by whom; no where none was.
Value override_shown(const Row& task) {
  const model::Override* one = set_by_hand(task);
  if (!one || !one->light) return facts::value(task, "light_by_hand");
  return document::Phrase{{"{0}（{1}）", "{0} ({1})"}, {word(*one->light), stored(one->by)}};
}

/// What a record says beside its value; of a reading that counts no more as it was.
template <std::string_view Sources::*names>
Value detail(const Row& row) {
  if (event_of(row).kind == EventKind::by_hand) {
    const model::Override* one = told_override(row);
    if (!one) return {};
    if constexpr (names == &Sources::date) return stored(one->from);
    if constexpr (names == &Sources::by) return stored(one->by);
    if constexpr (names == &Sources::reason) return stored(one->reason);
    return {};
  }
  return first_of(event_subject(row), sources_of(row).*names, &Asked::get);
}

Value before_value(const Row& row) {
  const auto before = event_before(row);
  return before ? first_of(*before, sources_of(row).before, &Asked::get) : Value();
}

Value after_value(const Row& row) {
  const auto after = row_after(row);
  return after ? first_of(*after, sources_of(row).after, &Asked::get) : Value();
}

// -- for people ---------------------------------------------------------------------------------

/// A light with the class that goes with it, a result with the value that was found.
Value with_more(const Row& row, std::string_view names) {
  if (names == "light_by_hand") return override_shown(row);
  struct More {
    std::string_view name, other;
    base::Bilingual both;
  };
  static constexpr More all[] = {
      {"light", "class", {"{0}（{1}）", "{0} ({1})"}},
      {"result", "verified_value|verified_values", {"{0}，核定 {1}", "{0}, verified {1}"}},
  };
  Value shown = first_of(row, names, &Asked::shown);
  for (const More& more : all) {
    if (more.name != names || shown.is_absent()) continue;
    const auto field = find_field(row.kind, base::split(more.other, '|').front());
    Value other =
        field && field->kind == row.kind ? first_of(row, more.other, &Asked::shown) : Value();
    if (other.is_absent()) continue;
    const document::Tone tone = shown.tone();
    document::Phrase both{more.both, {std::move(shown), std::move(other)}};
    return Value(std::move(both)).toned(tone);
  }
  return shown;
}

Value before_shown(const Row& row) {
  const auto before = event_before(row);
  return before ? with_more(*before, sources_of(row).before) : Value();
}

Value after_shown(const Row& row) {
  const auto after = row_after(row);
  return after ? with_more(*after, sources_of(row).after) : Value();
}

/// What it is about: an indicator, a milestone, a problem; nothing where it is the task itself.
Value name_of_subject(const Row& row) {
  const Row of = event_subject(row);
  switch (of.kind) {
    case Kind::indicators:
    case Kind::readings:
      return stored(of.as<model::Indicator>().name);
    case Kind::shares:
      return document::Phrase{{"{0}·{1}", "{0}: {1}"},
                              {stored(of.as<model::Indicator>().name), facts::value(of, "unit")}};
    case Kind::milestones:
      return stored(of.as<model::Milestone>().name);
    case Kind::issues:
    case Kind::steps:
      return stored(of.as<model::Issue>().text);
    case Kind::inspections:
      return facts::value(of, "indicator_name");
    case Kind::changes:
      return facts::value(of, "what");
    default:
      return {};
  }
}

Value subject_shown(const Row& row) {
  Value name = name_of_subject(row);
  return name.is_absent() ? Value(document::Phrase{{"任务", "the task"}, {}}) : name;
}

// -- the kind -----------------------------------------------------------------------------------

/// Who it was: of a team its members in one text.
Value by(const Row& row) {
  Value value = detail<&Sources::by>(row);
  if (value.as<document::List>()) return document::text(value, base::Language::zh);
  return value;
}

std::vector<Field> event_fields() {
  return {
      figure("event", {"变化", "Event"}, Type::word,
             {"变了什么：新报数、灯、目标、完成时限……",
              "what is different: a new reading, a light, a target, a due date ..."},
             &Event::kind, {.also = "kind 变化种类", .known = all_words<EventKind>}),
      figure("subject", {"事项", "Subject"}, Type::text,
             {"哪个指标、节点或问题；任务本身的变化为空",
              "which indicator, milestone or issue; none where it is the task itself"},
             name_of_subject, {.shown = subject_shown}),
      figure("before", {"原为", "Before"}, Type::text, {"前一天的值", "the value on the first day"},
             before_value, {.shown = before_shown}),
      figure("after", {"现为", "After"}, Type::text, {"后一天的值", "the value on the second day"},
             after_value, {.shown = after_shown}),
      figure("date", {"日期", "Date"}, Type::date,
             {"记录的日期：数据截止日、督查日、生效日……；灯和完成率没有",
              "the date of the record: a data date, a day of effect ...; lights have none"},
             detail<&Sources::date>),
      figure("reported", {"上报日", "Reported"}, Type::date,
             {"报数的上报日，调整的申请日", "the day a reading came in, a change was asked for"},
             detail<&Sources::reported>),
      figure("by", {"由谁", "By"}, Type::text,
             {"上报、经办或批准的单位", "who reported it, dealt with it or approved it"}, by,
             {.known = all_units}),
      figure("rule", {"规则", "Rule"}, Type::text,
             {"灯或进度依哪条规则而变", "the rule that gave the light or the class"},
             [](const Row& row) {
               const auto& rule = event_of(row).rule;
               return rule ? Value("light." + std::string(model::name(*rule))) : Value();
             }),
      figure("reason", {"说明", "Reason"}, Type::text,
             {"更正、调整的原因，督查发现，办理说明",
              "the reason of a correction or a change, a finding, a note"},
             detail<&Sources::reason>),
      figure("row_kind", {"行的种类", "Kind of row"}, Type::text,
             {"所说的是哪种行：tasks、indicators、readings……",
              "the kind of the row that it speaks of: tasks, indicators, readings ..."},
             [](const Row& row) { return Value(kind_of(event_subject(row).kind).name); }),
      figure("row", {"所说的行", "Row"}, Type::text,
             {"所说的那一行的地址", "the address of that row"},
             [](const Row& row) { return address(event_subject(row)); }),
  };
}

void each_event(const Row& task, const Visit& visit) {
  std::size_t index = 0;
  for (const Event& event : task.world->events(*task.plan, *task.task)) {
    visit(inside(task, Kind::events, event, index++));
  }
}

std::string event_name(const Row& row) { return "events/" + std::to_string(row.index + 1); }

}  // namespace

Row event_subject(const Row& event) {
  const auto after = row_after(event);
  return after ? *after : *event_before(event);
}

std::optional<Row> event_before(const Row& event) {
  const Event& one = event_of(event);
  return one.was ? std::optional(row_of(event, one.was, !one.was_is_later)) : std::nullopt;
}

const KindOfRow events_kind{Kind::events, "events",   {"变化", "events"}, Kind::tasks,
                            "",           each_event, event_name,         once<event_fields>};

}  // namespace taizhang::facts
