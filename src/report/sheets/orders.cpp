// SPDX-License-Identifier: MIT
//
// A sheet for each order that is open, and a draft for each that the months of a task suggest.
#include <algorithm>
#include <set>

#include "base/fatal.h"
#include "base/suggest.h"
#include "report/explain/parts.h"
#include "report/paper/records.h"
#include "report/reports.h"
#include "report/sheets/order.h"

namespace taizhang::report {

namespace {

bool is_red_or_yellow(const Row& row) {
  const std::string light = text_of(row, "light");
  return light == "red" || light == "yellow";
}

/// What an order is called by on paper: 7.53/o1, of several plans 2024/7.53/o1.
std::string printed_address(const Asked& asked, const Row& task, const Row& order) {
  const std::string in_plan = facts::printed_item(task) + "/" + text_of(order, "id");
  if (plans_in_view(asked).plans.size() == 1) return in_plan;
  return facts::address(facts::ancestor(task, Kind::plans)) + "/" + in_plan;
}

/// Those for whom there is a sheet each; one that is absent where one sheet is for all.
std::vector<Value> sheets_of(const Sent& sent) {
  const auto* units = sent.to.as<document::List>();
  if (!units || units->items.size() < 2) return {Value()};
  return {units->items.begin(), units->items.end()};
}

class OrderSheet {
 public:
  /// `unit` is whose sheet it is, of several units that one order is sent to.
  OrderSheet(const Asked& asked, const Row& task, const Sent& sent, Value unit)
      : asked_(asked),
        task_(task),
        order_(sent.order),
        to_(sent.to),
        unit_(std::move(unit)),
        paper_(asked, facts::ancestor(task, Kind::plans), 2, asked.clocks.as_of),
        behind_(paper_.behind()),
        draft_of_(sent.step),
        to_owing_(sent.to_owing) {
    if (order_ || is_for_reports()) own_ = own_duty();
  }

  document::Chapter written() {
    const Value level =
        order_ ? facts::value(*order_, "level") : facts::value(task_, "suggested_order");
    paper_.line("addressed", say(asked_, keys::order_addressed, whose()));
    fields(level);
    facts_of_task();
    if (order_) reply();
    // Nothing goes out any more: what is shown is a record.
    if (!is_dropped()) sign();
    document::Chapter chapter = paper_.finished();
    const Value title = paper_.word(title_of(query::plain(level)));
    chapter.title = document::text(!order_        ? say(asked_, keys::order_draft, title)
                                   : is_dropped() ? say(asked_, keys::order_of_cancelled, title)
                                                  : title,
                                   asked_.language());
    chapter.subject = facts::address(order_ ? *order_ : task_);
    // An issued one is of the day on which it went out.
    if (const Value date = of_order("date"); !date.is_absent()) chapter.date = in_full(date);
    if (!unit_.is_absent()) chapter.subject += "/" + query::plain(unit_);
    chapter.is_paper = true;
    return chapter;
  }

 private:
  /// Whether it is an order of a cancelled task, that nobody has closed.
  bool is_dropped() const {
    return order_ && of_order("closed").is_absent() && text_of(task_, "status") == "cancelled";
  }

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
    if (to_owing_) {
      add("owed_by", keys::order_owed_by, whose());
      add("lead", keys::order_lead, facts::value(task_, "lead"));
    } else {
      add("to", keys::order_to, whose());
      add("support", keys::order_support, support());
    }
    add("reason", keys::order_reason, order_ ? of_order("reason") : reason());
    if (draft_of_) add("ladder", keys::order_ladder, ladder_of_draft(asked_, *draft_of_));
    const Value closed = of_order("closed");
    if (!closed.is_absent()) add("closed", keys::order_closed_on, closed);
    add("demand", keys::order_demand, demand(query::plain(level)));
    add("reply_by", keys::order_reply_by,
        order_ ? of_order("reply_by") : Value(paper_.word(keys::order_set_by_office)));
    const bool often = rung(query::plain(level)) >= rung("listed");
    if (closed.is_absent() && !is_dropped()) {
      add("cycle", keys::order_cycle, paper_.word(often ? keys::order_monthly : keys::order_once));
    }
    add("contact", keys::order_contact, facts::value(task_, "contact"));
    if (!order_) add("note", keys::order_note, paper_.word(keys::order_draft_note));
    paper_.put(std::move(block));
  }

  /// How the task stood at the ends of months; the reason of a draft names them, and of a unit with
  /// a target of its own they are not: they are those of the whole.
  void months() {
    if (!order_ || own_) return;
    document::List months;
    for (Month& month : months_of(asked_, task_)) months.items.push_back(std::move(month.told));
    if (months.items.empty()) return;
    paper_.put(document::Fields{"months",
                                {{"months", paper_.word(keys::order_months), std::move(months)}}});
  }

  static Value in_full(const Value& date) { return day_of_paper(*date.as<base::Date>()); }

  /// The office's name with room for its seal, the day, and who has a copy.
  void sign() {
    std::string issuer = asked_.sending.issuer;
    if (issuer.empty()) issuer = text_of(paper_.plan(), "issuer");
    paper_.line("signed_by", say(asked_, keys::order_signed_by, std::move(issuer)));
    const Value date = of_order("date");
    paper_.line("signed_on",
                date.is_absent() ? Value(paper_.word(keys::order_blank_date)) : in_full(date));
    if (Value units = copied(); !units.is_absent()) {
      paper_.line("copied", say(asked_, keys::order_copied, std::move(units)));
    }
  }

  /// The units of the task to which no sheet goes: those that lead it, and, where more than reports
  /// is asked for, those that take part; then those that owe what is to be urged.
  Value copied() const {
    std::set<std::string> taken;
    const auto units_in = [](const Value& units) {
      const auto* list = units.as<document::List>();
      return list ? list->items : std::vector<Value>();
    };
    for (const Value& unit : units_in(to_)) taken.insert(query::plain(unit));
    document::List copied;
    const auto add = [&](const Value& units) {
      std::ranges::copy_if(
          units_in(units), std::back_inserter(copied.items), [&](const Value& unit) {
            // A group is its members, whom the sheets may all go to.
            const std::vector<std::string> all = asked_.world().units_for(query::plain(unit));
            const bool is_sent =
                all.size() > 1 && std::all_of(all.begin() + 1, all.end(), [&](const auto& member) {
                  return taken.contains(member);
                });
            const bool is_new = !is_sent && taken.insert(query::plain(unit)).second;
            if (is_new) taken.insert(all.begin(), all.end());
            return is_new;
          });
    };
    add(facts::value(task_, "lead"));
    if (!to_owing_) add(facts::value(task_, "support"));
    for (const Row& period : to_report()) {
      if (!owes(period)) add(facts::value(period, "owed_by"));
    }
    return copied.items.empty() ? Value() : Value(std::move(copied));
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
    if (!unit_.is_absent()) named.push_back(query::plain(unit_));
    // The sheet is for all of them where it is not for one.
    add(to_, unit_.is_absent());
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

  /// Why the draft is suggested; who only owes reports is told of these.
  Value reason() {
    if (!is_for_reports() || leads()) return reason_of(behind_, task_, draft_of_);
    return say(asked_, keys::order_silent_own, static_cast<long long>(to_report().size()));
  }

  /// Whether the sheet is of a unit that leads the task.
  bool leads() const { return is_among(facts::value(task_, "lead"), whose()); }

  /// The missing periods, where they are asked for: its task is under way, and the order open. One
  /// that went out asked for what was missing on its day.
  std::vector<Row> to_report() const {
    const bool is_asked = of_order("closed").is_absent() && text_of(task_, "open") == "true" &&
                          text_of(task_, "counted") == "true";
    if (!is_asked) return {};
    std::vector<Row> periods = periods_missing(task_);
    const Value date = of_order("date");
    std::erase_if(periods, [&](const Row& period) {
      const bool is_later = !date.is_absent() && text_of(period, "deadline") >= query::plain(date);
      return is_later || !is_told_to_it(period);
    });
    return periods;
  }

  bool owes(const Row& period) const { return is_among(facts::value(period, "owed_by"), whose()); }

  /// Whether it is told on this sheet: to a unit that owes it; to one that leads the task, which
  /// has to see to it, as long as one that owes it has no sheet.
  bool is_told_to_it(const Row& period) const {
    if (owes(period)) return true;
    if (!leads()) return false;
    const Value owed_by = facts::value(period, "owed_by");
    const auto* owing = owed_by.as<document::List>();
    return !owing || !std::ranges::all_of(owing->items,
                                          [&](const Value& unit) { return is_among(to_, unit); });
  }

  /// The unit whose sheet it is; all that it goes to where that is not one.
  Value whose() const {
    if (!unit_.is_absent()) return unit_;
    const auto* units = to_.as<document::List>();
    return units && units->items.size() == 1 ? units->items.front() : to_;
  }

  /// The duty of the unit that an order is sent to, where it has a target of its own; who leads the
  /// task alone answers for the whole.
  std::optional<Row> own_duty() const {
    const Value whose = this->whose();
    if (whose.is_absent() || whose.as<document::List>()) return {};
    const std::string unit = query::plain(whose);
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

  bool has_gap() { return is_any_short(all_behind()); }

  /// Whether a draft for silence asks for the reasons of a gap as well: who only owes a report does
  /// not answer for the task.
  bool tells_gap() { return (own_ || leads()) && has_gap(); }

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
      return tells_gap() ? document::Sentence{{std::move(reports),
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
    const std::vector<Row> missing = to_report();
    if (missing.empty()) return asked;
    // What another owes is its to send: who leads the task can only urge it.
    const auto owed = std::ranges::count_if(missing, [this](const Row& one) { return owes(one); });
    const words::Key<0> also = owed == std::ssize(missing) ? keys::order_demand_also
                               : owed == 0                 ? keys::order_demand_urge
                                                           : keys::order_demand_also_urge;
    return document::Sentence{{std::move(asked), Value(paper_.word(also))}};
  }

  /// What is behind, where it is not for silence alone; what was not reported.
  void facts_of_task() {
    // The paper has the day on which it went out, what it tells may be of another.
    paper_.heading(say(asked_, keys::order_facts, asked_.clocks.as_of));
    months();
    if (!is_for_reports() || tells_gap()) {
      std::vector<Shown> columns = behind_.columns();
      // Of what is not behind nobody has to say why.
      std::ranges::find(columns, "why", &Shown::field)->get = [this](const Row& task) {
        const std::optional<Row> measure = behind_.measure(task);
        const bool by_measure = measure && !behind_.is_decided_above(task);
        if (is_red_or_yellow(by_measure ? *measure : task)) return behind_.why(task);
        return by_measure ? Value() : behind_.set_by_hand(task);
      };
      paper_.put(facts_table(std::move(columns)));
    }
    const std::vector<Row> missing = to_report();
    if (missing.empty()) return;
    std::vector<Shown> columns{{"name", &keys::paper_indicator}, {"start"}, {"end"}, {"deadline"}};
    // Nobody has to be told that it is itself that owes it.
    const auto is_own = [this](const Row& period) { return owes(period); };
    if (!std::ranges::all_of(missing, is_own)) columns.push_back({"owed_by"});
    // An order tells what it asked for on its day, as far as that has not come since.
    const Value date = of_order("date");
    paper_.heading(date.is_absent() ? Value(paper_.word(keys::order_missing))
                                    : say(asked_, keys::order_missing_then, date),
                   1);
    paper_.put(table_of(asked_, "missing", Kind::periods, missing, columns));
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
  Value to_;    ///< all that it goes to
  Value unit_;  ///< whose sheet it is, of several
  Paper paper_;
  Behind& behind_;
  std::optional<facts::Step> draft_of_;  ///< why a draft is suggested
  bool to_owing_;                        ///< it goes to those that owe reports
  std::optional<Row> own_;               ///< the task as the unit has it, by a target of its own
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
      std::vector<Sent> sheets;
      for (const Row& order : facts::rows_in(task, Kind::orders)) {
        const bool is_open = facts::value(order, "closed").is_absent();
        const bool is_dropped = text_of(task, "status") == "cancelled";
        // One that is asked for by its address is shown though nothing is asked of it any more.
        if ((is_open && !is_dropped) || !subject.empty()) sheets.push_back(sent_order(order));
      }
      if (!order_suggested(task).is_absent()) sheets.push_back(draft_of(asked, task));
      for (const Sent& sent : sheets) {
        const std::vector<std::string> addresses = addresses_of(task, sent.order);
        known.push_back(addresses.back());
        if (!is_meant(addresses)) continue;
        for (const Value& unit : sheets_of(sent)) {
          document.chapters.push_back(OrderSheet(asked, task, sent, unit).written());
        }
      }
    }
  }
  if (!subject.empty() && document.chapters.empty()) {
    if (known.empty()) {
      base::refuse(
          {{"没有“{0}”这件督办，也没有这样的建议", "there is no order “{0}”, nor a suggested one"},
           {subject}},
          asked.selection.takes_all()
              ? base::Phrase{{"没有督办，也没有建议督办的任务",
                              "there is no order at all, and none is suggested"}}
              : base::Phrase{{"合乎所写条件的任务没有督办，也没有建议督办的；去掉条件再试",
                              "the tasks that the conditions take have no order, and none "
                              "is suggested; leave the conditions out"}});
    }
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
