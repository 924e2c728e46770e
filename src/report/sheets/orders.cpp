// SPDX-License-Identifier: MIT
//
// A sheet for each order that is open, and a draft for each that the months of a task suggest.
#include <algorithm>

#include "base/fatal.h"
#include "base/suggest.h"
#include "report/explain/parts.h"
#include "report/paper/records.h"
#include "report/reports.h"

namespace taizhang::report {

namespace {

struct Month {
  std::string name;
  std::string light;
  Value told;  ///< 2024-06 红灯
};

std::vector<Month> months_of(const Asked& asked, const Row& task) {
  std::vector<Month> months;
  const Value all = facts::value(task, "months");
  const auto* list = all.as<document::List>();
  if (!list) return months;
  for (const Value& one : list->items) {
    const auto* month = one.as<document::Record>();
    if (!month || !month->find("end") || !month->find("light")) continue;
    const std::string name = query::plain(*month->find("end")).substr(0, 7);
    months.push_back({name, query::plain(*month->find("light")),
                      say(asked, keys::order_month, name, *month->find("light"))});
  }
  return months;
}

/// Whether a month comes right after another: those in which a task rested are left out between.
bool follows(const Month& month, const Month& before) {
  const auto number = [](const std::string& name) {
    return 12 * std::stoi(name.substr(0, 4)) + std::stoi(name.substr(5, 2));
  };
  return number(month.name) == number(before.name) + 1;
}

/// The runs of months in a row that ended in this light, oldest first.
std::vector<std::vector<std::size_t>> runs_of(const std::vector<Month>& months,
                                              std::string_view light) {
  std::vector<std::vector<std::size_t>> runs;
  for (std::size_t i = 0; i < months.size(); ++i) {
    if (months[i].light != light) continue;
    const bool goes_on =
        !runs.empty() && runs.back().back() + 1 == i && follows(months[i], months[i - 1]);
    if (!goes_on) runs.emplace_back();
    runs.back().push_back(i);
  }
  return runs;
}

/// The runs of yellow months that a rule of the ladder looked at: the one that lasts, and where it
/// is the first month of it the newest of two or more before, if yellow alone counted (RULES.md
/// §7).
std::vector<std::vector<std::size_t>> yellows_counted(const std::vector<Month>& months,
                                                      const facts::Step& step) {
  const auto runs = runs_of(months, "yellow");
  if (runs.empty() || runs.back().back() + 1 != months.size()) return {};
  std::vector<std::vector<std::size_t>> counted{runs.back()};
  if (step.rule != "order.by_yellow" || runs.back().size() > 1) return counted;
  const auto before =
      std::find_if(runs.rbegin(), runs.rend(), [](const auto& run) { return run.size() > 1; });
  if (before != runs.rend()) counted.insert(counted.begin(), *before);
  return counted;
}

/// Some months by name, more than two in a row as a span: 2024-03、2024-05 至 2024-08.
Value names_of_months(const Asked& asked, const std::vector<Month>& months,
                      const std::vector<std::size_t>& some) {
  document::List names;
  for (std::size_t first = 0; first < some.size();) {
    std::size_t last = first;
    while (last + 1 < some.size() && some[last + 1] == some[last] + 1) ++last;
    if (last == first + 1) last = first;
    const std::string& begin = months[some[first]].name;
    names.items.push_back(
        last == first ? Value(begin) : say(asked, keys::order_run, begin, months[some[last]].name));
    first = last + 1;
  }
  return names;
}

/// The step of the trace that gave the suggestion.
std::optional<facts::Step> step_of_draft(const Row& task) {
  std::optional<facts::Step> decisive;
  for (facts::Step& step : facts::trace(task)) {
    if (step.figure != "suggested_order") continue;
    const bool same = decisive && query::plain(decisive->value) == query::plain(step.value);
    if (!same) decisive = std::move(step);
  }
  return decisive;
}

/// What the months or the silence of a task were, in words that an office writes.
Value history_of_draft(const Asked& asked, const Row& task, const facts::Step& step) {
  if (step.rule == "order.by_silence") {
    return say(asked, keys::order_silent, *step.operand("missing"));
  }
  const std::vector<Month> months = months_of(asked, task);
  const auto told = [&](const std::vector<std::size_t>& some, words::Key<1> once,
                        words::Key<2> often) {
    Value names = names_of_months(asked, months, some);
    return some.size() == 1 ? say(asked, once, std::move(names))
                            : say(asked, often, std::move(names), std::to_string(some.size()));
  };
  Value history;
  const auto add = [&](Value more) {
    history = history.is_absent()
                  ? std::move(more)
                  : say(asked, keys::paper_with_others, std::move(history), std::move(more));
  };
  if (step.rule == "order.by_reds") {
    std::vector<std::size_t> reds;
    for (const auto& run : runs_of(months, "red")) {
      reds.insert(reds.end(), run.begin(), run.end());
    }
    add(told(reds, keys::order_red_once, keys::order_red));
  } else if (step.rule != "order.by_yellow") {
    return history;
  }
  for (const auto& run : yellows_counted(months, step)) {
    add(told(run, keys::order_yellow_once, keys::order_yellow));
  }
  return history;
}

/// How far a measure has come, and how far that is from the schedule.
Value standing_of(const Asked& asked, const Behind& behind, const Row& measure, const Value& gap) {
  const Value promise = behind.promise_of(measure);
  const Value done = behind.done_of(measure);
  const bool is_milestone = measure.kind == Kind::milestones;
  if (is_milestone && !gap.is_absent()) return say(asked, keys::order_now_late, promise, done, gap);
  if (is_milestone || query::field(measure, "value").is_absent()) {
    return say(asked, keys::order_now_none, promise, done);
  }
  const auto* number = gap.as<document::Number>();
  const Value told = behind.done_told(measure);
  if (!number || number->value == 0) return say(asked, keys::order_now_none, promise, told);
  if (number->value > 0) return say(asked, keys::order_now_ahead, promise, told, gap);
  return say(asked, keys::order_now_behind, promise, told, lacking(gap));
}

/// Where the task stands now: its worst measure with what was promised of it, what is done and how
/// far it is behind; why, where that does not say it.
Value standing_of_draft(Behind& behind, const Row& task) {
  const Asked& asked = behind.asked();
  const std::optional<Row> measure = behind.measure(task);
  const std::string now = text_of(task, "light");
  const bool is_behind = now == "red" || now == "yellow";
  const bool by_measure = is_behind && measure && !behind.is_decided_above(task);
  const Value gap = by_measure ? behind.gap(task) : Value();
  Value standing = by_measure ? standing_of(asked, behind, *measure, gap)
                              : say(asked, keys::order_now_light,
                                    facts::find_field(Kind::tasks, "light")->shown(task));
  const Value problems = newest_progress(task, "problems");
  if (by_measure && !problems.is_absent() && !behind.is_for_data(task)) {
    return say(asked, keys::order_now_says, std::move(standing), without_stop(problems));
  }
  const auto* number = gap.as<document::Number>();
  const bool is_told_by_gap = number && number->value < 0 && !behind.is_for_data(task);
  const bool says_all = behind.has_no_reason(task) || is_told_by_gap;
  return says_all ? standing
                  : say(asked, keys::order_now_why, std::move(standing), behind.why(task));
}

/// Whether it is what was not reported that suggests the order, and not, or not so grave a one, the
/// lights.
bool is_for_silence(const facts::Step& step) { return step.rule == "order.by_silence"; }

/// The rung of the ladder that a rule has in its words (RULES.md §7).
Value ladder_of_draft(const Asked& asked, const facts::Step& step) {
  if (is_for_silence(step)) return asked.words[keys::order_ladder_silence];
  return asked
      .words[step.rule == "order.by_reds" ? keys::order_ladder_red : keys::order_ladder_yellow];
}

/// The periods for which indicators of a task were not reported.
std::vector<Row> periods_missing(const Row& task) {
  std::vector<Row> rows;
  for (const Row& indicator : facts::rows_in(task, Kind::indicators)) {
    std::ranges::copy_if(facts::rows_in(indicator, Kind::periods), std::back_inserter(rows),
                         [](const Row& period) { return text_of(period, "missing") == "true"; });
  }
  return rows;
}

bool is_red_or_yellow(const Row& row) {
  const std::string light = text_of(row, "light");
  return light == "red" || light == "yellow";
}

/// Why an order is suggested by `step`, absent where there is none: the months or the silence, then
/// where the task stands.
Value reason_of(Behind& behind, const Row& task, const std::optional<facts::Step>& step) {
  if (!step) return {};
  const Asked& asked = behind.asked();
  Value history = history_of_draft(asked, task, *step);
  if (history.is_absent()) history = told_beside(asked, task, *step);
  return say(asked, keys::order_reasoned, std::move(history), asked.clocks.as_of,
             standing_of_draft(behind, task));
}

}  // namespace

Value reason_of_draft(Behind& behind, const Row& task) {
  return reason_of(behind, task, step_of_draft(task));
}

namespace {

/// Whom an order is sent to: of a draft all that lead the task.
Value addressees(const Row& task, const std::optional<Row>& order) {
  return order ? facts::value(*order, "to") : facts::value(task, "lead");
}

/// What an order is called by on paper: 7.53/o1, of several plans 2024/7.53/o1.
std::string printed_address(const Asked& asked, const Row& task, const Row& order) {
  const std::string in_plan = facts::printed_item(task) + "/" + text_of(order, "id");
  if (plans_in_view(asked).plans.size() == 1) return in_plan;
  return facts::address(facts::ancestor(task, Kind::plans)) + "/" + in_plan;
}

/// Those for whom there is a sheet each; one that is absent where one sheet is for all.
std::vector<Value> sheets_of(const Row& task, const std::optional<Row>& order) {
  const Value to = addressees(task, order);
  const auto* units = to.as<document::List>();
  if (!units || units->items.size() < 2) return {Value()};
  return {units->items.begin(), units->items.end()};
}

class OrderSheet {
 public:
  /// `unit` is whose sheet it is, of several units that one order is sent to.
  OrderSheet(const Asked& asked, const Row& task, std::optional<Row> order, Value unit)
      : asked_(asked),
        task_(task),
        order_(std::move(order)),
        unit_(std::move(unit)),
        paper_(asked, facts::ancestor(task, Kind::plans), 2, asked.clocks.as_of),
        behind_(paper_.behind()) {
    if (!order_) draft_of_ = step_of_draft(task_);
    if (order_) own_ = own_duty();
  }

  document::Chapter written() {
    const Value level =
        order_ ? facts::value(*order_, "level") : facts::value(task_, "suggested_order");
    fields(level);
    facts_of_task();
    if (order_) reply();
    document::Chapter chapter = paper_.finished();
    const Value title = paper_.word(title_of(query::plain(level)));
    chapter.title =
        document::text(order_ ? title : say(asked_, keys::order_draft, title), asked_.language());
    chapter.subject = facts::address(order_ ? *order_ : task_);
    // An issued one is of the day on which it went out.
    if (const Value date = of_order("date"); !date.is_absent()) chapter.date = date;
    if (!unit_.is_absent()) chapter.subject += "/" + query::plain(unit_);
    chapter.is_paper = true;
    return chapter;
  }

 private:
  Value of_order(std::string_view field) const {
    return order_ ? facts::value(*order_, field) : Value();
  }

  void fields(const Value& level) {
    document::Fields block{"order", {}};
    const auto add = [&](std::string key, words::Key<0> label, Value value) {
      block.lines.push_back({std::move(key), paper_.word(label), std::move(value)});
    };
    const Row plan = paper_.plan();
    add("subject", keys::order_subject,
        say(asked_, keys::order_task, facts::printed_item(task_), facts::value(task_, "title")));
    // The office gives the number when it signs.
    const Value date = of_order("date");
    const std::string day = date.is_absent() ? base::iso(asked_.clocks.as_of) : query::plain(date);
    add("doc_no", keys::order_doc_no,
        asked_.words.say(keys::order_blank_doc_no, day.substr(0, day.find('-'))));
    if (order_) add("number", keys::order_number, printed_address(asked_, task_, *order_));
    add("basis", keys::order_basis, title_and_number(asked_, plan));
    add("date", keys::order_date, of_order("date"));
    add("to", keys::order_to, unit_.is_absent() ? addressees(task_, order_) : unit_);
    add("support", keys::order_support, support());
    add("reason", keys::order_reason,
        order_ ? of_order("reason") : reason_of(behind_, task_, draft_of_));
    if (draft_of_) add("ladder", keys::order_ladder, ladder_of_draft(asked_, *draft_of_));
    const Value closed = of_order("closed");
    if (!closed.is_absent()) add("closed", keys::order_closed_on, closed);
    add("demand", keys::order_demand, demand(query::plain(level)));
    add("reply_by", keys::order_reply_by,
        order_ ? of_order("reply_by") : Value(paper_.word(keys::order_set_by_office)));
    const bool often = rung(query::plain(level)) >= rung("listed");
    if (closed.is_absent()) {
      add("cycle", keys::order_cycle, paper_.word(often ? keys::order_monthly : keys::order_once));
    }
    add("contact", keys::order_contact, facts::value(task_, "contact"));
    if (!order_) add("note", keys::order_note, paper_.word(keys::order_draft_note));
    // The months are those of the whole.
    if (order_ && !own_) add_months(add);
    paper_.put(std::move(block));
  }

  /// How the task stood at the ends of months; the reason of a draft names them.
  void add_months(const auto& add) const {
    document::List months;
    for (Month& month : months_of(asked_, task_)) months.items.push_back(std::move(month.told));
    if (!months.items.empty()) add("months", keys::order_months, std::move(months));
  }

  /// Who else the order is sent to, the others that lead the task, then the units that take part.
  Value support() const {
    std::vector<std::string> named;
    document::List units;
    const auto add = [&](const Value& value, bool names_only) {
      const auto* list = value.as<document::List>();
      if (!list) return;
      for (const Value& one : list->items) {
        std::string name = query::plain(one);
        if (std::ranges::find(named, name) != named.end()) continue;
        named.push_back(std::move(name));
        if (!names_only) units.items.push_back(one);
      }
    };
    const Value to = addressees(task_, order_);
    if (!unit_.is_absent()) named.push_back(query::plain(unit_));
    // The sheet is for all of them where it is not for one.
    add(to, unit_.is_absent());
    add(facts::value(task_, "lead"), false);
    add(facts::value(task_, "support"), false);
    const bool is_none = units.items.empty() && !unit_.is_absent();
    return is_none ? Value() : Value(std::move(units));
  }

  static words::Key<0> title_of(std::string_view level) {
    constexpr words::Key<0> titles[] = {keys::order_title_reminder, keys::order_title_order,
                                        keys::order_title_listed, keys::order_title_talk};
    return titles[std::min<long>(rung(level), 3)];
  }

  /// The missing periods, where they are asked for: its task is under way, and the order open.
  std::vector<Row> to_report() const {
    const bool is_asked = of_order("closed").is_absent() && text_of(task_, "open") == "true" &&
                          text_of(task_, "counted") == "true";
    return is_asked ? periods_missing(task_) : std::vector<Row>();
  }

  /// The duty of the unit that an order is sent to, where it has a target of its own; who leads the
  /// task alone answers for the whole.
  std::optional<Row> own_duty() const {
    const Value to = addressees(task_, order_);
    const auto* units = to.as<document::List>();
    if (unit_.is_absent() && (!units || units->items.size() != 1)) return {};
    const std::string unit = query::plain(unit_.is_absent() ? units->items.front() : unit_);
    const Value lead = facts::value(task_, "lead");
    const auto* leads = lead.as<document::List>();
    const bool is_shared = leads && leads->items.size() > 1;
    for (const Row& duty : facts::rows_in(task_, Kind::duties)) {
      if (text_of(duty, "unit") != unit || text_of(duty, "own") != "true") continue;
      if (text_of(duty, "role") != "lead" || is_shared) return duty;
    }
    return {};
  }

  std::vector<Row> all_behind() {
    return own_ ? behind_.all_behind(task_, *own_) : behind_.all_behind(task_);
  }

  /// A row for each measure that is behind; of a unit none of whose targets is, for each of those.
  document::Table facts_table(std::vector<Shown> columns) {
    const std::string unit = own_ ? text_of(*own_, "unit") : std::string();
    if (!own_ || behind_.is_decided_above(task_) || !all_behind().empty()) {
      return behind_.table_by_measure("facts", {task_}, std::move(columns), unit);
    }
    document::Table table;
    for (const Row& indicator : facts::rows_in(task_, Kind::indicators)) {
      for (const Row& share : facts::rows_in(indicator, Kind::shares)) {
        if (text_of(share, "unit") != unit) continue;
        behind_.speak_of(task_, share);
        std::ranges::find(columns, "light", &Shown::field)->get = [share](const Row&) {
          return facts::find_field(Kind::shares, "light")->shown(share);
        };
        document::Table row = table_of(asked_, "facts", Kind::tasks, {task_}, columns);
        if (table.columns.empty()) {
          table = std::move(row);
        } else {
          std::ranges::move(row.rows, std::back_inserter(table.rows));
        }
      }
    }
    return table;
  }

  bool is_for_reports() const { return draft_of_ && is_for_silence(*draft_of_); }

  /// Whether a measure of the task has a gap that a unit could say the reason of.
  bool has_gap() {
    return std::ranges::any_of(all_behind(), [](const Row& measure) {
      if (measure.kind == Kind::milestones) return true;
      const Value gap = query::field(measure, "gap");
      const auto* number = gap.as<document::Number>();
      return number && number->value < 0;
    });
  }

  /// Whether nothing that is behind can be caught up with any more.
  bool is_over() {
    const std::vector<Row> all = all_behind();
    return !all.empty() && !behind_.is_decided_above(task_) && std::ranges::all_of(all, is_missed);
  }

  /// What is to be done by when; of a cancelled task nothing is, nor of what is closed.
  Value demand(std::string_view level) {
    if (!of_order("closed").is_absent()) return paper_.word(keys::order_done);
    if (text_of(task_, "status") == "cancelled") return paper_.word(keys::order_dropped);
    if (text_of(task_, "status") == "suspended") return paper_.word(keys::order_suspended);
    constexpr words::Key<1> demands[] = {keys::order_demand_reminder, keys::order_demand_order,
                                         keys::order_demand_listed, keys::order_demand_talk};
    // Of what is over the schedule cannot be reached any more.
    constexpr words::Key<1> of_missed[] = {keys::order_missed_order, keys::order_missed_order,
                                           keys::order_missed_listed, keys::order_missed_talk};
    Value by = of_order("reply_by");
    if (by.is_absent()) by = paper_.word(keys::order_blank_day);
    const long step = std::min<long>(rung(level), 3);
    if (is_for_reports()) {
      Value reports = say(asked_, keys::order_demand_reports, std::move(by));
      return has_gap() ? document::Sentence{{std::move(reports),
                                             Value(paper_.word(keys::order_demand_reasons))}}
                       : reports;
    }
    // What gave the light decides what is asked for: an issue to solve, data to report.
    constexpr words::Key<1> of_issue[] = {keys::order_solve_order, keys::order_solve_order,
                                          keys::order_solve_listed, keys::order_solve_talk};
    constexpr words::Key<1> of_data[] = {keys::order_data_order, keys::order_data_order,
                                         keys::order_data_listed, keys::order_data_talk};
    const bool is_for_issue = !order_ && behind_.is_for_issue(task_);
    const bool is_for_data = !order_ && !has_gap() && behind_.is_for_data(task_);
    Value asked = say(asked_,
                      (is_for_issue  ? of_issue
                       : is_over()   ? of_missed
                       : is_for_data ? of_data
                                     : demands)[step],
                      std::move(by));
    if (is_for_issue && has_gap()) {
      asked =
          document::Sentence{{std::move(asked), Value(paper_.word(keys::order_demand_reasons))}};
    }
    if (to_report().empty()) return asked;
    return document::Sentence{{std::move(asked), Value(paper_.word(keys::order_demand_also))}};
  }

  /// What is behind, where it is not for silence alone; what was not reported.
  void facts_of_task() {
    // The paper has the day on which it went out, what it tells may be of another.
    paper_.heading(say(asked_, keys::order_facts, asked_.clocks.as_of));
    if (!is_for_reports() || has_gap()) {
      std::vector<Shown> columns = behind_.columns();
      // Of what is not behind nobody has to say why.
      std::ranges::find(columns, "why", &Shown::field)->get = [this](const Row& task) {
        const std::optional<Row> measure = behind_.measure(task);
        const bool by_measure = measure && !behind_.is_decided_above(task);
        return is_red_or_yellow(by_measure ? *measure : task) ? behind_.why(task) : Value();
      };
      paper_.put(facts_table(std::move(columns)));
    }
    const std::vector<Row> missing = to_report();
    if (missing.empty()) return;
    paper_.table(
        keys::order_missing,
        table_of(
            asked_, "missing", Kind::periods, missing,
            {{"name", &keys::paper_indicator}, {"start"}, {"end"}, {"deadline"}, {"owed_by"}}));
  }

  void reply() {
    const Value text = facts::find_field(Kind::orders, "reply.text")->get(*order_);
    const Value date = facts::find_field(Kind::orders, "reply.date")->get(*order_);
    const long long late = days_late(*order_);
    Value day = late > 0 ? say(asked_, keys::order_replied_late, date, Value(late)) : date;
    const bool is_there = !text.is_absent() || !date.is_absent();
    Value shown = !is_there          ? Value(paper_.word(keys::order_no_reply))
                  : text.is_absent() ? std::move(day)
                                     : beside(asked_, text, std::move(day));
    paper_.put(
        document::Fields{"reply", {{"reply", paper_.word(keys::order_reply), std::move(shown)}}});
  }

  const Asked& asked_;
  Row task_;
  std::optional<Row> order_;
  Value unit_;
  Paper paper_;
  Behind& behind_;
  std::optional<Row> own_;               ///< the task as the unit has it, by a target of its own
  std::optional<facts::Step> draft_of_;  ///< why a draft is suggested
};

/// The ways to call an order, or the suggestion of one: by the item of its task and by the number
/// that is printed in its place.
std::vector<std::string> addresses_of(const Row& task, const std::optional<Row>& order) {
  const std::string plan = facts::address(facts::ancestor(task, Kind::plans));
  const std::string in_task = order ? "/" + text_of(*order, "id") : "";
  std::vector<std::string> all{facts::address(order ? *order : task)};
  const std::string printed = plan + "/" + facts::printed_item(task) + in_task;
  if (printed != all.front()) all.push_back(printed);
  return all;
}

}  // namespace

Document order_sheets(const Asked& asked) {
  Document document = started_paper(
      asked, {.id = "order", .title = keys::order_title, .of_sheets = true, .has_means = false});
  const std::string& subject = asked.sending.subject;
  const auto is_meant = [&](const std::vector<std::string>& addresses) {
    return subject.empty() || std::ranges::any_of(addresses, [&](const std::string& address) {
             return address == subject || address.ends_with("/" + subject);
           });
  };
  std::vector<std::string> known;
  for (const Row& plan : plans_in_view(asked).plans) {
    const Rows tasks = Rows(asked.world(), Kind::tasks)
                           .where({{"plan", Test::equals, facts::address(plan)}})
                           .where(query::conditions(asked.world(), asked.selection));
    for (const Row& task : tasks) {
      std::vector<std::optional<Row>> sheets;
      for (const Row& order : facts::rows_in(task, Kind::orders)) {
        const bool is_open = facts::value(order, "closed").is_absent();
        // One that is asked for by its address is shown though it is closed.
        if (is_open || !subject.empty()) sheets.emplace_back(order);
      }
      if (!order_suggested(task).is_absent()) sheets.emplace_back(std::nullopt);
      for (const std::optional<Row>& order : sheets) {
        const std::vector<std::string> addresses = addresses_of(task, order);
        known.push_back(addresses.back());
        if (!is_meant(addresses)) continue;
        for (const Value& unit : sheets_of(task, order)) {
          document.chapters.push_back(OrderSheet(asked, task, order, unit).written());
        }
      }
    }
  }
  if (!subject.empty() && document.chapters.empty()) {
    base::refuse(
        {{"没有“{0}”这件督办，也没有这样的建议", "there is no order “{0}”, nor a suggested one"},
         {subject}},
        base::near_or_all(subject, {known.begin(), known.end()}));
  }
  if (document.chapters.empty()) {
    name_plans(asked, document);
    document.chapters.push_back({{},
                                 {document::Heading{Value(asked.words[keys::order_title]), 1},
                                  document::Paragraph{"none", asked.words[keys::order_none]}}});
  }
  return document;
}

}  // namespace taizhang::report
