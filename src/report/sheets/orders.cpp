// SPDX-License-Identifier: MIT
//
// A sheet for each order that is open, and a draft for each that the months of a task suggest.
#include <algorithm>

#include "base/fatal.h"
#include "base/suggest.h"
#include "report/explain/parts.h"
#include "report/paper/behind.h"
#include "report/reports.h"

namespace taizhang::report {

namespace {

/// The steps of the ladder, from the mildest.
constexpr std::string_view ladder[] = {"reminder", "order", "listed", "talk"};

long rung(std::string_view level) { return std::ranges::find(ladder, level) - std::begin(ladder); }

std::vector<Row> open_orders(const Row& task) {
  std::vector<Row> orders = facts::rows_in(task, Kind::orders);
  std::erase_if(orders, [](const Row& row) { return !facts::value(row, "closed").is_absent(); });
  return orders;
}

/// A step that is suggested and not taken yet.
bool is_due(const Row& task) {
  const Value suggested = facts::value(task, "suggested_order");
  if (suggested.is_absent() || text_of(task, "counted") != "true") return false;
  return std::ranges::none_of(open_orders(task), [&](const Row& order) {
    return rung(text_of(order, "level")) >= rung(query::plain(suggested));
  });
}

}  // namespace

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

/// The months that a rule of the ladder counted: the last, and the red ones or the yellow one
/// before it (RULES.md §7).
Value months_counted(const Asked& asked, const Row& task, const facts::Step& step) {
  const std::vector<Month> months = months_of(asked, task);
  document::List counted;
  for (std::size_t i = 0; i < months.size(); ++i) {
    const bool is_last = i + 1 == months.size();
    const Value* before = step.operand("yellow_before");
    const bool is_before =
        i + 2 == months.size() && before && !before->is_absent() && query::plain(*before) == "true";
    const bool counts = step.rule == "order.by_reds"     ? is_last || months[i].light == "red"
                        : step.rule == "order.by_yellow" ? is_last || is_before
                                                         : false;
    if (counts) counted.items.push_back(months[i].told);
  }
  return counted.items.empty() ? Value() : Value(std::move(counted));
}

}  // namespace

Value reason_of_draft(const Asked& asked, const Row& task) {
  std::optional<facts::Step> decisive;
  for (facts::Step& step : facts::trace(task)) {
    if (step.figure != "suggested_order") continue;
    const bool same = decisive && query::plain(decisive->value) == query::plain(step.value);
    if (!same) decisive = std::move(step);
  }
  if (!decisive) return {};
  return beside(asked, told_beside(asked, task, *decisive), months_counted(asked, task, *decisive));
}

namespace {

/// Whom an order is sent to: of a draft all that lead the task.
Value addressees(const Row& task, const std::optional<Row>& order) {
  return order ? facts::value(*order, "to") : facts::value(task, "lead");
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
        behind_(asked) {}

  document::Chapter written() {
    const Value level =
        order_ ? facts::value(*order_, "level") : facts::value(task_, "suggested_order");
    paper_.heading(order_ ? level : say(asked_, keys::order_draft, level), -1);
    if (!order_) paper_.line("draft", paper_.word(keys::order_draft_note));
    fields(level);
    facts_of_task();
    if (order_ && order_->world) reply();
    document::Chapter chapter = paper_.finished();
    chapter.subject = facts::address(order_ ? *order_ : task_);
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
    add("number", keys::order_number,
        order_ ? Value(facts::address(*order_)) : Value(paper_.word(keys::order_unnumbered)));
    const Value doc_no = facts::value(plan, "doc_no");
    add("basis", keys::order_basis, beside(asked_, facts::value(plan, "title"), doc_no));
    add("date", keys::order_date, of_order("date"));
    add("to", keys::order_to, unit_.is_absent() ? addressees(task_, order_) : unit_);
    add("support", keys::order_support, support());
    add("reason", keys::order_reason, order_ ? of_order("reason") : reason_of_draft(asked_, task_));
    add("demand", keys::order_demand, paper_.word(demand(query::plain(level))));
    add("reply_by", keys::order_reply_by,
        order_ ? of_order("reply_by") : Value(paper_.word(keys::order_set_by_office)));
    const bool often = rung(query::plain(level)) >= rung("listed");
    add("cycle", keys::order_cycle, paper_.word(often ? keys::order_monthly : keys::order_once));
    add("contact", keys::order_contact, facts::value(task_, "contact"));
    paper_.put(std::move(block));
  }

  /// Who else the order is sent to, then the units that take part.
  Value support() const {
    if (unit_.is_absent()) return facts::value(task_, "support");
    document::List units;
    const auto add = [&](const Value& value) {
      const auto* list = value.as<document::List>();
      if (!list) return;
      std::ranges::copy_if(list->items, std::back_inserter(units.items), [&](const Value& one) {
        return query::plain(one) != query::plain(unit_);
      });
    };
    add(addressees(task_, order_));
    add(facts::value(task_, "support"));
    return units.items.empty() ? Value() : Value(std::move(units));
  }

  static Value light_of(const Row& measure) {
    return facts::find_field(measure.kind, "light")->shown(measure);
  }

  static words::Key<0> demand(std::string_view level) {
    constexpr words::Key<0> demands[] = {keys::order_demand_reminder, keys::order_demand_order,
                                         keys::order_demand_listed, keys::order_demand_talk};
    return demands[std::min<long>(rung(level), 3)];
  }

  void facts_of_task() {
    paper_.heading(paper_.word(keys::order_facts));
    std::vector<Shown> columns = behind_.columns();
    document::Table table = table_of(asked_, "facts", Kind::tasks, {}, columns);
    const auto add = [&] {
      std::ranges::move(table_of(asked_, "facts", Kind::tasks, {task_}, columns).rows,
                        std::back_inserter(table.rows));
    };
    // A light that somebody set, or an issue, is told with the task; then each measure by itself.
    const std::vector<Row> measures = behind_.all_behind(task_);
    if (measures.empty() || behind_.is_decided_above(task_)) add();
    columns.front().get = [&](const Row&) { return light_of(*behind_.measure(task_)); };
    for (const Row& measure : measures) {
      behind_.speak_of(task_, measure);
      add();
    }
    paper_.put(std::move(table));
    document::List months;
    for (Month& month : months_of(asked_, task_)) months.items.push_back(std::move(month.told));
    if (!months.items.empty()) {
      paper_.line("months", say(asked_, keys::order_months, std::move(months)));
    }
  }

  void reply() {
    paper_.heading(paper_.word(keys::order_reply));
    const Value text = facts::find_field(Kind::orders, "reply.text")->get(*order_);
    const Value date = facts::find_field(Kind::orders, "reply.date")->get(*order_);
    paper_.line("reply", text.is_absent() ? Value(paper_.word(keys::order_no_reply))
                                          : beside(asked_, text, date));
  }

  const Asked& asked_;
  Row task_;
  std::optional<Row> order_;
  Value unit_;
  Paper paper_;
  Behind behind_;
};

}  // namespace

Document order_sheets(const Asked& asked) {
  Document document = started_paper(asked, "order", keys::order_title);
  const std::string& subject = asked.sending.subject;
  const auto is_meant = [&](const std::string& address) {
    return subject.empty() || address == subject || address.ends_with("/" + subject);
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
      if (is_due(task)) sheets.emplace_back(std::nullopt);
      for (const std::optional<Row>& order : sheets) {
        known.push_back(facts::address(order ? *order : task));
        if (!is_meant(known.back())) continue;
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
    document.chapters.push_back({{},
                                 {document::Heading{Value(asked.words[keys::order_title]), 1},
                                  document::Paragraph{"none", asked.words[keys::order_none]}}});
  }
  return document;
}

}  // namespace taizhang::report
