// SPDX-License-Identifier: MIT
#include "report/paper/records.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/text.h"
#include "facts/readings.h"

namespace taizhang::report {

namespace {

/// The row in `parent` of this kind whose `key` is `name`.
std::optional<Row> row_in(const Row& parent, Kind kind, std::string_view key,
                          const std::string& name) {
  for (const Row& row : facts::rows_in(parent, kind)) {
    if (text_of(row, key) == name) return row;
  }
  return std::nullopt;
}

/// The value on the day of what a change changed: `due`, `milestones.site.due`,
/// `indicators.piles.target`, `indicators.piles.targets.东坡区`.
Value in_force(const Row& change) {
  const std::string field = text_of(change, "field");
  const std::vector<std::string_view> steps = base::split(field, '.');
  std::optional<Row> subject = facts::ancestor(change, Kind::tasks);
  std::string key(steps.front());
  if (steps.size() >= 3) {
    const facts::KindOfRow* kind = facts::find_kind(key);
    if (!kind) return {};
    subject = row_in(*subject, kind->kind, "id", std::string(steps[1]));
    key = field.substr(steps[0].size() + steps[1].size() + 2);
    if (steps.size() == 4 && steps[2] == "targets" && subject) {
      subject = row_in(*subject, Kind::shares, "unit", std::string(steps[3]));
      key = "target";
    }
  }
  if (!subject || !facts::find_field(subject->kind, key)) return {};
  return query::field(*subject, key);
}

/// Whether a change is of what was promised: how much, or by when.
bool is_of_promise(const std::string& field) {
  return ("." + field).ends_with(".due") || field.ends_with(".target") ||
         field.ends_with(".than.by") || field.find(".targets.") != std::string::npos;
}

/// Which of two amounts or days is the higher one: negative, zero, positive; nothing for others.
std::optional<int> order(const Value& a, const Value& b) {
  const auto* number = a.as<document::Number>();
  const auto* other = b.as<document::Number>();
  if (number && other) return (number->value > other->value) - (number->value < other->value);
  const auto* day = a.as<base::Date>();
  const auto* until = b.as<base::Date>();
  if (day && until) return (*day > *until) - (*day < *until);
  return std::nullopt;
}

/// Whether a later change gives back what `change` gave up, or more.
bool goes_back(const Row& change, const Row& later) {
  const Value first = query::field(change, "from");
  const auto given_up = order(query::field(change, "to"), first);
  const auto now = order(query::field(later, "to"), first);
  return given_up && now && *given_up * *now <= 0;
}

Rows changes_in_force(const Paper& paper, bool of_promise) {
  const Rows all = paper.now(Kind::changes).where({{"in_force", Test::equals, "true"}});
  std::vector<Row> rows(all.begin(), all.end());
  std::erase_if(rows,
                [&](const Row& row) { return is_of_promise(text_of(row, "field")) != of_promise; });
  return all.narrowed({"in_force", Test::equals, "true"}, std::move(rows));
}

/// Whose turn it is; of what is resolved who closes it.
Value turn(const Asked& asked, const Row& issue) {
  if (text_of(issue, "state") == "resolved") return asked.words[keys::paper_closers];
  return query::field(issue, "turn");
}

Value days(const Asked& asked, const Row& issue) {
  if (text_of(issue, "open") != "true" || text_of(issue, "state") == "resolved") return {};
  if (facts::value(issue, "days_left").is_absent()) return {};
  if (text_of(issue, "overdue") == "true") {
    const Value late = say(asked, keys::paper_days_late, days_over(issue));
    // No date is moved by a suspension, but nobody is asked to act before it ends; nor ever where
    // the task is cancelled.
    const std::string status = text_of(issue, "status");
    if (status == "suspended" || status == "cancelled") {
      return beside(
          asked, late,
          asked.words[status == "cancelled" ? keys::paper_cancelled : keys::paper_suspended]);
    }
    return Value(late).toned(document::Tone::red);
  }
  // Where only published results are recorded nothing is overdue, however long ago its day was.
  if (*facts::value(issue, "days_left").as<long long>() < 0) return facts::value(issue, "due");
  return days_ahead(asked, issue);
}

Value stage(const Paper& paper, const Row& issue) {
  const std::string first = base::iso(paper.first_day());
  const bool is_new = text_of(issue, "found") >= first;
  if (text_of(issue, "open") != "true") {
    return paper.word(is_new ? keys::paper_stage_new_and_closed : keys::paper_stage_closed);
  }
  if (is_new) return paper.word(keys::paper_stage_new);
  if (came_back(paper, issue)) return paper.word(keys::paper_stage_back);
  return paper.word(was_sent_back(paper, issue) ? keys::paper_stage_sent_back
                                                : keys::paper_stage_running);
}

/// The steps of the ladder of orders, from the mildest.
constexpr std::string_view ladder[] = {"reminder", "order", "listed", "talk"};

/// Whether a reply to an order is still to come.
bool is_awaited(const Row& order) {
  return facts::value(order, "closed").is_absent() && facts::value(order, "reply.date").is_absent();
}

/// Whether a day in `field` of a row is one of those of the paper.
bool is_in_days(const Paper& paper, const Row& row, std::string_view field) {
  const Value day = facts::find_field(row.kind, field)->get(row);
  return !day.is_absent() && query::plain(day) >= base::iso(paper.first_day()) &&
         query::plain(day) <= base::iso(paper.today());
}

/// Whether the feedback on an inspection came, is late or to come by a day; what the unit objects.
Value feedback_state(const Asked& asked, const Row& inspection) {
  const auto get = [&](std::string_view field) {
    return facts::find_field(Kind::inspections, field)->get(inspection);
  };
  Value state;
  if (const Value came = get("feedback"); !came.is_absent()) {
    state = say(asked, keys::paper_fed_back, came);
  } else if (text_of(inspection, "status") == "cancelled" || is_public(inspection)) {
    // Nobody waits for it.
  } else if (const Value due = get("feedback_due"); !due.is_absent()) {
    const auto over = (asked.clocks.as_of - *due.as<base::Date>()).count();
    state =
        text_of(inspection, "overdue") == "true"
            ? say(asked, keys::paper_feedback_late, std::to_string(over)).toned(document::Tone::red)
            : say(asked, keys::paper_feedback_by, due);
  }
  Value objection = get("objection.text");
  if (objection.is_absent()) return state;
  objection = say(asked, keys::paper_objection, beside(asked, objection, get("objection.answer")));
  if (state.is_absent()) return objection;
  const document::Tone tone = state.tone();
  return say(asked, keys::paper_feedback_and_objection, std::move(state), std::move(objection))
      .toned(tone);
}

/// What an inspection found in place of what was sent: one value, else those of the units.
Value verified_of(const Row& inspection) {
  Value value = facts::find_field(Kind::inspections, "verified_value")->shown(inspection);
  return value.is_absent() ? query::field(inspection, "verified_values") : value;
}

/// What was sent of what a reading puts right.
Value put_right(const Row& reading) {
  for (const char* name : {"corrected_values", "corrected_value"}) {
    if (Value value = query::field(reading, name); !value.is_absent()) return value;
  }
  return {};
}

/// What a correction says, with what an inspection found in its place; that it takes back.
Value put_in_place_of(const Asked& asked, const Row& reading) {
  if (text_of(reading, "fate") == "withdraws") return asked.words[keys::weekly_withdrawn];
  if (text_of(reading, "applicable") != "true") return asked.words[keys::weekly_not_applicable];
  Value value = query::field(reading, "values");
  if (value.is_absent()) value = query::field(reading, "value");
  if (value.is_absent()) return asked.words[keys::weekly_withdrawn];
  if (facts::value(reading, "verified").is_absent()) return value;
  return with_remark(facts::sent(reading), say(asked, keys::paper_verified, std::move(value)));
}

/// The same; of units that count together, where it is of what counts now, with what their total
/// has become.
Value put_in_place(const Asked& asked, const Row& reading) {
  Value value = put_in_place_of(asked, reading);
  const Row indicator = facts::ancestor(reading, Kind::indicators);
  const std::string fate = text_of(reading, "fate");
  if (facts::rows_in(indicator, Kind::shares).empty() || text_of(indicator, "aggregate") != "sum" ||
      (fate != "newest" && fate != "withdraws")) {
    return value;
  }
  Value total = query::field(indicator, "value");
  if (total.is_absent()) return value;
  return beside(asked, std::move(value), say(asked, keys::paper_total, std::move(total)));
}

Value order_state(const Asked& asked, const Row& order) {
  if (!facts::value(order, "closed").is_absent()) return asked.words[keys::paper_order_closed];
  if (!is_awaited(order)) {
    const long long late = days_late(order);
    return late > 0 ? say(asked, keys::paper_order_replied_late, std::to_string(late))
                    : Value(asked.words[keys::paper_order_replied]);
  }
  const std::string status = text_of(order, "status");
  if (status == "cancelled") return asked.words[keys::paper_order_dropped];
  if (status == "suspended") return asked.words[keys::paper_order_suspended];
  if (text_of(order, "overdue") == "true") {
    const Value until = facts::value(order, "reply_by");
    const auto over = (asked.clocks.as_of - *until.as<base::Date>()).count();
    return say(asked, keys::paper_order_late, std::to_string(over)).toned(document::Tone::red);
  }
  return asked.words[keys::paper_order_awaited];
}

/// Whether an order of this rung, or a graver one, is open on a task.
bool has_order_of(const Row& task, long wanted) {
  return std::ranges::any_of(facts::rows_in(task, Kind::orders), [&](const Row& order) {
    return facts::value(order, "closed").is_absent() && rung(text_of(order, "level")) >= wanted;
  });
}

/// Whether a person has set the light of a task so that nothing is asked of it: done, or 暂不评价.
bool is_released_by_hand(const Row& task) {
  const std::string light = text_of(task, "light");
  return text_of(task, "light_by_hand") == "true" && (light == "blue" || light == "grey");
}

/// The step of the ladder that the months of a counted task suggest, and what keeps a paper from
/// suggesting it.
struct Suggested {
  Value order;  ///< absent where nothing is suggested
  bool is_taken = false;
  bool is_released = false;
};

Suggested suggested_of(const Row& task) {
  Value order = facts::value(task, "suggested_order");
  if (order.is_absent() || text_of(task, "counted") != "true") return {};
  const bool is_taken = has_order_of(task, rung(query::plain(order)));
  return {std::move(order), is_taken, !is_taken && is_released_by_hand(task)};
}

/// The last missing period, beside how many there are.
Value missing_periods(const Asked& asked, const Row& row) {
  const Value periods = facts::value(row, "missing_periods");
  const auto* list = periods.as<document::List>();
  const auto* last =
      list && !list->items.empty() ? list->items.back().as<document::Record>() : nullptr;
  const Value* end = last ? last->find("end") : nullptr;
  return say(asked, keys::paper_missing_periods, query::field(row, "missing"),
             end ? *end : Value());
}

/// Who owes the missing reports of an indicator; where not all of its units owe the same, each with
/// what is its own. Of a share its unit.
Value missing_from(const Asked& asked, const Row& row) {
  if (row.kind == Kind::shares) return facts::value(row, "unit");
  struct Group {
    std::string periods;
    std::vector<Row> shares;
  };
  std::vector<Group> groups;
  for (const Row& share : facts::rows_in(row, Kind::shares)) {
    std::string periods = text_of(share, "missing_periods");
    if (text_of(share, "missing") == "0") continue;
    const auto same = std::ranges::find(groups, periods, &Group::periods);
    if (same == groups.end()) {
      groups.push_back({std::move(periods), {share}});
    } else {
      same->shares.push_back(share);
    }
  }
  if (groups.size() < 2) return facts::value(row, "missing_from");
  const bool zh = asked.language() == base::Language::zh;
  document::Sentence told;
  for (const Group& group : groups) {
    document::List units;
    for (const Row& share : group.shares) units.items.push_back(facts::value(share, "unit"));
    if (!told.pieces.empty()) told.pieces.emplace_back(zh ? "；" : "; ");
    told.pieces.push_back(say(asked, keys::paper_missing_of_units, std::move(units),
                              missing_periods(asked, group.shares.front())));
  }
  return told;
}

}  // namespace

std::vector<Row> shares_of(const std::vector<Row>& indicators, const std::string& unit) {
  std::vector<Row> all;
  for (const Row& indicator : indicators) {
    const std::vector<Row> shares = facts::rows_in(indicator, Kind::shares);
    const auto own = std::ranges::find_if(
        shares, [&](const Row& share) { return text_of(share, "unit") == unit; });
    all.push_back(own == shares.end() ? indicator : *own);
  }
  return all;
}

std::vector<Row> loosened(const std::vector<Row>& changes) {
  // What takes a change back is of the same field.
  std::map<std::string, std::vector<Row>> of_field;
  const auto field = [](const Row& row) {
    return facts::address(facts::ancestor(row, Kind::tasks)) + " " + text_of(row, "field");
  };
  for (const Row& row : changes) of_field[field(row)].push_back(row);
  std::vector<Row> all;
  for (const Row& row : changes) {
    if (text_of(row, "loosening") != "true") continue;
    const bool is_taken_back = std::ranges::any_of(of_field[field(row)], [&](const Row& other) {
      return text_of(other, "effective") > text_of(row, "effective") && goes_back(row, other);
    });
    if (!is_taken_back) all.push_back(row);
  }
  return all;
}

Rows changes_of_promise(const Paper& paper) { return changes_in_force(paper, true); }

Rows other_changes(const Paper& paper) { return changes_in_force(paper, false); }

Rows pending_changes(const Paper& paper) {
  return paper.now(Kind::changes)
      .where({{"in_force", Test::equals, "false"},
              {"approved_by", Test::absent},
              {"effective", Test::absent}});
}

std::vector<Shown> columns_of_changes() {
  return with_task({{"what"},
                    {"from"},
                    {"to", &keys::paper_changed_to},
                    {"now", &keys::paper_in_force, in_force},
                    {"loosening"},
                    {"effective"},
                    {"approved_by"},
                    {"reason"}});
}

std::vector<Shown> columns_of_other_changes() {
  return with_task({{"what"},
                    {"from"},
                    {"to", &keys::paper_changed_to},
                    {"effective"},
                    {"approved_by"},
                    {"reason"}});
}

std::vector<Shown> columns_of_requests() {
  std::vector<Shown> columns = columns_of_other_changes();
  columns.insert(std::ranges::find(columns, "effective", &Shown::field), {"requested"});
  return columns;
}

std::vector<Shown> columns_of_shortfall(Behind& behind, std::string_view last) {
  return with_task(
      {{"name", &keys::paper_indicator},
       {"promise"},
       {"value", nullptr,
        [&behind](const Row& indicator) { return value_or_part(behind.asked(), indicator); }},
       {"expected"},
       {"completion"},
       {"gap"},
       {last, nullptr,
        [&behind, last](const Row& indicator) {
          return with_remark(
              marked_by_hand(behind.asked(), indicator,
                             facts::find_field(Kind::indicators, last)->shown(indicator)),
              over_by(facts::ancestor(indicator, Kind::tasks)));
        }},
       {"why", &keys::paper_why, [&](const Row& indicator) { return behind.why_of(indicator); }}});
}

document::Table table_of_issues(const Paper& paper, std::string id, const std::vector<Row>& rows) {
  const Asked& asked = paper.asked();
  document::Table table = table_of(
      asked, std::move(id), Kind::issues, rows,
      with_task({{"text", &keys::paper_issue},
                 {"level"},
                 {"state"},
                 {"turn", &keys::paper_turn, [&](const Row& row) { return turn(asked, row); }},
                 {"days", &keys::paper_days, [&](const Row& row) { return days(asked, row); }}}));
  table.columns.insert(table.columns.begin(), paper.text("stage", keys::paper_stage));
  table.columns.front().yields = false;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    auto& cells = table.rows[i].cells;
    cells.insert(cells.begin(), stage(paper, rows[i]));
  }
  return table;
}

bool was_sent_back(const Paper& paper, const Row& issue) {
  std::vector<Row> steps = facts::rows_in(issue, Kind::steps);
  std::ranges::stable_sort(steps, {}, [](const Row& step) { return text_of(step, "date"); });
  for (std::size_t i = 1; i < steps.size(); ++i) {
    if (text_of(steps[i - 1], "state") == "resolved" && text_of(steps[i], "state") == "assigned" &&
        is_in_days(paper, steps[i], "date")) {
      return true;
    }
  }
  return false;
}

bool came_back(const Paper& paper, const Row& issue) {
  return std::ranges::any_of(facts::rows_in(issue, Kind::steps), [&](const Row& step) {
    return text_of(step, "reopened") == "true" && is_in_days(paper, step, "date");
  });
}

void most_urgent_first(std::vector<Row>& rows) {
  std::ranges::stable_sort(rows, {}, [](const Row& row) {
    const bool is_issue = row.kind == Kind::issues;
    const bool is_over = text_of(row, "overdue") == "true";
    const bool is_done = is_issue
                             ? text_of(row, "open") != "true" || text_of(row, "state") == "resolved"
                             : !is_awaited(row);
    const std::string status = text_of(row, "status");
    const bool is_off = status == "cancelled" || status == "suspended";
    const int rank = is_off || is_done                                 ? 3
                     : !is_over                                        ? 2
                     : is_issue && text_of(row, "level") != "critical" ? 1
                                                                       : 0;
    const long gravity = rank == 0 && !is_issue ? rung(text_of(row, "level")) : 0;
    return std::tuple(rank, -gravity, text_of(row, is_issue ? "due" : "reply_by"));
  });
}

void put_lights_by_hand(Paper& paper, const Rows& tasks, Above above) {
  const Asked& asked = paper.asked();
  const Rows set = tasks.where({{"light_by_hand", Test::equals, "true"}});
  std::vector<Row> rows(set.begin(), set.end());
  std::erase_if(rows, [&](const Row& row) {
    const std::string light = text_of(row, "light");
    return above == Above::red_and_yellow && (light == "red" || light == "yellow");
  });
  if (rows.empty()) return;
  const Value title =
      say(asked, above == Above::none ? keys::paper_by_hand_all : keys::paper_by_hand_others,
          one_by_one(rows));
  std::vector<Value> told;
  for (const Row& row : rows) {
    told.push_back(say(asked, keys::paper_by_hand_one, name_of(asked, row),
                       facts::find_field(Kind::tasks, "light")->shown(row),
                       paper.behind().set_by_hand(row)));
  }
  if (!paper.has_pages()) {
    paper.line("by_hand", say(asked, keys::paper_by_hand_listed, title));
    paper.put(document::Bullets{"by_hand", std::move(told)});
    return;
  }
  const bool zh = asked.language() == base::Language::zh;
  document::Sentence sentence;
  for (Value& one : told) {
    if (!sentence.pieces.empty()) sentence.pieces.emplace_back(zh ? "；" : "; ");
    sentence.pieces.push_back(std::move(one));
  }
  paper.line("by_hand", say(asked, keys::paper_rest_by_unit, title, std::move(sentence)));
}

Value marked_by_hand(const Asked& asked, const Row& indicator, Value value) {
  const Row task = facts::ancestor(indicator, Kind::tasks);
  if (text_of(task, "light_by_hand") != "true") return value;
  return with_remark(std::move(value), asked.words[keys::paper_by_hand_mark]);
}

std::vector<Row> inspections_told(const Paper& paper) {
  const Rows all = paper.now(Kind::inspections);
  std::vector<Row> rows;
  std::ranges::copy_if(all, std::back_inserter(rows), [&](const Row& row) {
    return text_of(row, "overdue") == "true" || is_in_days(paper, row, "date") ||
           is_in_days(paper, row, "feedback") || is_in_days(paper, row, "objection.date");
  });
  std::ranges::stable_sort(rows, {}, [](const Row& row) {
    const bool is_over = text_of(row, "overdue") == "true";
    return std::tuple(!is_over, is_over ? text_of(row, "feedback_due") : std::string());
  });
  return rows;
}

document::Table table_of_inspections(const Asked& asked, const std::vector<Row>& rows) {
  return table_of(asked, "inspections", Kind::inspections, rows,
                  with_task({{"date"},
                             {"indicator_name"},
                             {"checked"},
                             {"confirmed"},
                             {"result"},
                             {"verified_value", nullptr, verified_of},
                             {"finding"},
                             {"state", &keys::paper_feedback,
                              [&](const Row& row) { return feedback_state(asked, row); }}}));
}

std::vector<Shown> columns_of_corrections(const Asked& asked) {
  return with_task({{"name", &keys::paper_indicator},
                    {"date"},
                    {"corrected_value", &keys::paper_was_sent, put_right},
                    {"value", &keys::paper_corrected_to,
                     [&asked](const Row& row) { return put_in_place(asked, row); }},
                    {"reason"}});
}

document::Table table_of_orders(const Asked& asked, const std::vector<Row>& rows) {
  return table_of(asked, "orders", Kind::orders, rows,
                  with_task({{"date"},
                             {"level"},
                             {"to"},
                             {"reason"},
                             {"reply_by"},
                             {"state", &keys::paper_order_state,
                              [&](const Row& row) { return order_state(asked, row); }}}));
}

Rows missing_reports(const Rows& indicators) {
  return indicators.where({{"missing", Test::more, "0"}, {"counted", Test::equals, "true"}});
}

Rows reports_to_catch_up(const Rows& missing) { return asked_for(missing); }

Value no_longer_asked_for(const Asked& asked, const std::vector<Row>& missing) {
  std::vector<Row> rows;
  std::ranges::copy_if(missing, std::back_inserter(rows),
                       [](const Row& row) { return text_of(row, "open") != "true"; });
  if (rows.empty()) return {};
  std::vector<Row> tasks;
  std::set<std::string> taken;
  for (const Row& row : rows) {
    Row task = facts::ancestor(row, Kind::tasks);
    if (taken.insert(facts::address(task)).second) tasks.push_back(std::move(task));
  }
  return say(asked, keys::paper_not_asked_for, one_by_one(rows), names_of(asked, tasks));
}

Rows unanswered_orders(const Paper& paper) {
  return paper.now(Kind::orders)
      .where({{"closed", Test::absent},
              {"reply.date", Test::absent},
              {"status", Test::differs, "cancelled"},
              {"status", Test::differs, "suspended"}});
}

long long days_late(const Row& order) {
  const Value date = facts::value(order, "reply.date");
  const Value by = facts::value(order, "reply_by");
  if (date.is_absent() || by.is_absent()) return 0;
  return std::max(0LL,
                  static_cast<long long>((*date.as<base::Date>() - *by.as<base::Date>()).count()));
}

long rung(std::string_view level) { return std::ranges::find(ladder, level) - std::begin(ladder); }

Value order_suggested(const Row& task) {
  Suggested suggested = suggested_of(task);
  return suggested.is_taken || suggested.is_released ? Value() : std::move(suggested.order);
}

std::vector<Value> suggestions_left_out(const Asked& asked, const Rows& tasks) {
  std::vector<Row> taken;
  std::vector<Row> released;
  for (const Row& task : tasks) {
    const Suggested suggested = suggested_of(task);
    if (suggested.is_taken) taken.push_back(task);
    if (suggested.is_released) released.push_back(task);
  }
  std::vector<Value> lines;
  if (!taken.empty()) lines.push_back(say(asked, keys::paper_order_taken, one_by_one(taken)));
  if (!released.empty()) {
    lines.push_back(say(asked, keys::paper_order_released, one_by_one(released)));
  }
  return lines;
}

Rows missing_periods(const Paper& paper) {
  return paper.now(Kind::periods)
      .where({{"missing", Test::equals, "true"}, {"counted", Test::equals, "true"}});
}

Rows awaited_reports(const Rows& indicators) {
  return indicators.where({{"reports_due", Test::exists}});
}

document::Table table_of_missing(const Asked& asked, const std::vector<Row>& rows) {
  return table_of(
      asked, "missing", Kind::indicators, rows,
      {{"missing_from", nullptr, [&](const Row& row) { return missing_from(asked, row); }},
       {"item", nullptr, item_of},
       {"title"},
       {"name", &keys::paper_indicator},
       {"missing", &keys::paper_missing,
        [&](const Row& row) { return missing_periods(asked, row); }}});
}

std::vector<Value> lines_of_awaited(const Paper& paper, const Rows& indicators,
                                    const std::string& unit) {
  std::vector<Value> lines;
  const Rows awaited = awaited_reports(indicators);
  const auto values_of = [](const Rows& rows, std::string_view field) {
    std::set<std::string> values;
    for (const Row& row : rows) values.insert(text_of(row, field));
    return values;
  };
  for (const std::string& deadline : values_of(awaited, "awaited_by")) {
    const Rows by_then = awaited.where({{"awaited_by", Test::equals, deadline}});
    for (const std::string& period : values_of(by_then, "awaited")) {
      const Rows rows = by_then.where({{"awaited", Test::equals, period}});
      const std::vector<Row> all(rows.begin(), rows.end());
      lines.push_back(say(paper.asked(), keys::paper_awaited, deadline, period, rows.count(),
                          unit.empty()
                              ? paper.by_unit(all, "awaited_from")
                              : say(paper.asked(), keys::paper_of_unit, unit, one_by_one(all))));
    }
  }
  return lines;
}

}  // namespace taizhang::report
