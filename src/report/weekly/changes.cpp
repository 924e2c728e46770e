// SPDX-License-Identifier: MIT
#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>

#include "base/text.h"
#include "facts/events.h"
#include "facts/readings.h"
#include "report/paper/behind.h"
#include "report/paper/records.h"
#include "report/weekly/parts.h"

namespace taizhang::report {

namespace {

/// A light; a grey one with what it means.
Value light_of(const Row& row) {
  Value light = facts::find_field(row.kind, "light")->shown(row);
  // What is not judged says so itself.
  if (light.is_absent() || text_of(row, "light") != "grey") return light;
  return with_remark(std::move(light), query::field(row, "class"));
}

/// The tasks whose light is another than a week ago, and by which rule: worse ones before better.
void lights(Paper& paper) {
  const Asked& asked = paper.asked();
  std::map<std::string, Row> earlier;
  std::map<std::string, Row> turns;
  for (const Row& event : paper.events(Kind::tasks, "light")) {
    const std::string task = facts::address(facts::event_subject(event));
    earlier.emplace(task, *facts::event_before(event));
    turns.emplace(task, event);
  }
  std::vector<Row> rows = paper.changed(Kind::tasks, "light");
  std::erase_if(rows, [](const Row& row) { return text_of(row, "counted") != "true"; });
  const auto is_bad = [](const Row& row) {
    const std::string light = text_of(row, "light");
    return light == "red" || light == "yellow";
  };
  std::stable_partition(rows.begin(), rows.end(), is_bad);
  Behind& behind = paper.behind();
  Exceptions exceptions = exceptions_of(rows, "lead", "lights_rest");
  exceptions.by_name = &keys::weekly_lights_named;
  exceptions.name = [&asked, earlier](const Row& row) {
    const facts::Asked light = *facts::find_field(Kind::tasks, "light");
    return say(asked, keys::weekly_light_turned, name_of(asked, row),
               light.shown(earlier.at(facts::address(row))), light.shown(row));
  };
  paper.table(
      keys::weekly_new_lights,
      table_of(
          asked, "lights", Kind::tasks, paper.that_may_stand(rows),
          with_task({{"before", &keys::weekly_last_week,
                      [&](const Row& row) { return light_of(earlier.at(facts::address(row))); }},
                     {"now", &keys::weekly_now, light_of},
                     {"rule", &keys::weekly_rule,
                      [&](const Row& row) {
                        return with_promises_changed(asked, behind.rule(row),
                                                     turns.at(facts::address(row)));
                      }}})),
      std::move(exceptions));
}

/// Whether an inspection gave the value that counts in place of the one that was sent.
bool is_verified(const Row& reading) { return !facts::value(reading, "verified").is_absent(); }

/// What the value of a reading is compared with, in the unit of measure of that.
Value benchmark_of(const Row& reading) {
  Value benchmark = query::field(reading, "benchmark");
  const auto* number = benchmark.as<document::Number>();
  const Value of = query::field(reading, "value");
  const auto* value = of.as<document::Number>();
  if (!number || !value) return benchmark;
  document::Number amount = *value;
  amount.value = number->value;
  return Value(amount).from(*benchmark.origin());
}

/// Those readings of the same indicator that put `reading` right, and count.
std::vector<Row> corrections_of(const Row& reading) {
  const std::string id = text_of(reading, "id");
  std::vector<Row> all = facts::rows_in(facts::ancestor(reading, Kind::indicators), Kind::readings);
  std::erase_if(all, [&](const Row& other) {
    return text_of(other, "corrects") != id || text_of(other, "counts") != "true";
  });
  return all;
}

/// The values by unit that count: where some of them have been put right, those in their place.
Value values_in_place(const Row& reading) {
  Value values = query::field(reading, "values");
  const auto* sent = values.as<document::Record>();
  const std::vector<Row> corrections = corrections_of(reading);
  if (!sent || corrections.empty()) return values;
  document::Record now = *sent;
  for (const Row& correction : corrections) {
    const Value others = values_in_place(correction);
    const auto* other = others.as<document::Record>();
    if (!other) continue;
    for (auto& [unit, value] : now.rows) {
      if (const Value* corrected = other->find(unit)) value = *corrected;
    }
  }
  return Value(std::move(now));
}

/// What a correction puts right, and what that one did, as far back as there is any: whether one of
/// them counts, and the first of them.
struct Corrected {
  bool counts = false;
  std::optional<Row> first;
};

Corrected corrected_by(const Row& reading) {
  Corrected found;
  const std::vector<Row> all =
      facts::rows_in(facts::ancestor(reading, Kind::indicators), Kind::readings);
  std::string id = text_of(reading, "corrects");
  for (std::size_t turn = 0; turn < all.size(); ++turn) {
    const auto of =
        std::ranges::find_if(all, [&](const Row& other) { return text_of(other, "id") == id; });
    if (of == all.end()) break;
    found.counts |= text_of(*of, "counts") == "true";
    found.first = *of;
    id = text_of(*of, "corrects");
  }
  return found;
}

/// Whether what a correction puts right came in the same days, and no longer counts: then this is
/// what is told as reported.
bool stands_for_new(const Paper& paper, const Row& correction) {
  const Corrected corrected = corrected_by(correction);
  if (corrected.counts || !corrected.first) return false;
  const std::string first_day = base::iso(paper.first_day());
  const auto is_new = [&](std::string_view field) {
    return text_of(*corrected.first, field) >= first_day;
  };
  return is_new("date") || is_new("reported");
}

/// The value that counts; of nothing there is none to tell.
Value reported(const Asked& asked, const Row& reading) {
  if (text_of(reading, "applicable") != "true") return asked.words[keys::weekly_not_applicable];
  Value value = query::field(reading, "value");
  if (value.is_absent()) return values_in_place(reading);
  if (!facts::brings_benchmark(reading)) return value;
  return with_remark(std::move(value), say(asked, keys::weekly_benchmark, benchmark_of(reading)));
}

/// The step from the reading before, or that there is none, or what was sent in its place.
Value step(const Asked& asked, const Row& reading) {
  if (text_of(reading, "applicable") != "true") return {};
  if (is_verified(reading)) return say(asked, keys::weekly_verified, facts::sent(reading));
  for (const char* name : {"change", "changes"}) {
    Value change = query::field(reading, name);
    if (!change.is_absent()) return change;
  }
  return asked.words[is_public(reading) ? keys::weekly_first_recorded : keys::weekly_first_reading];
}

/// What is behind comes first; what is on schedule is no exception.
int rank(const Row& reading) {
  const std::string light = text_of(facts::ancestor(reading, Kind::indicators), "light");
  return light == "red" ? 1 : light == "yellow" ? 2 : 3;
}

/// What became of readings in the week, by address, where that is no first report, no step and no
/// correction: what an inspection found false, what counts again.
class Turned {
 public:
  explicit Turned(const Paper& paper) {
    for (const Row& was : paper.changed(Kind::readings, "reading_dropped")) {
      gone(was, fate_now(paper, was));
    }
    for (const Row& row : paper.changed(Kind::readings, "reading_restored")) {
      what_.emplace(facts::address(row), paper.asked().words[keys::weekly_restored]);
    }
  }

  const std::vector<Row>& gone() const { return gone_; }
  /// Absent where nothing but a report became of it.
  Value of(const Row& reading) const {
    const auto found = what_.find(facts::address(reading));
    if (found != what_.end()) return found->second;
    return text_of(reading, "fate") == "found_false" ? facts::value(reading, "fate") : Value();
  }

 private:
  void gone(const Row& row, Value what) {
    if (what_.emplace(facts::address(row), std::move(what)).second) gone_.push_back(row);
  }

  static Value fate_now(const Paper& paper, const Row& was) {
    const std::string address = facts::address(was);
    for (const Row& now : paper.now(Kind::readings)) {
      if (facts::address(now) == address) return facts::value(now, "fate");
    }
    return {};
  }

  std::map<std::string, Value> what_;
  std::vector<Row> gone_;
};

/// What was put right this week: what was sent, what stands now, and why.
void corrections(Paper& paper) {
  std::vector<Row> rows;
  for (const std::string_view name : {"reading_corrected", "reading_withdrawn"}) {
    std::ranges::copy(paper.changed(Kind::readings, name), std::back_inserter(rows));
  }
  paper.table(keys::weekly_new_corrections,
              table_of(paper.asked(), "corrections", Kind::readings, paper.that_may_stand(rows),
                       columns_of_corrections(paper.asked())),
              exceptions_of(rows, "lead", "corrections_rest"));
}

/// The readings that count now and did not a week ago, and those that count no more; corrections
/// only of what came in this week itself.
void readings(Paper& paper) {
  const Asked& asked = paper.asked();
  const Turned turned(paper);
  std::set<std::string> corrected;
  for (const Row& row : paper.changed(Kind::readings, "reading_corrected")) {
    corrected.insert(facts::address(row));
  }
  std::set<std::string> fresh;
  for (const std::string_view name : {"reading", "reading_restored"}) {
    for (const Row& row : paper.changed(Kind::readings, name)) fresh.insert(facts::address(row));
  }
  std::set<std::string> found_other;
  for (const Row& row : paper.changed(Kind::indicators, "value")) {
    found_other.insert(facts::address(row));
  }
  std::vector<Row> rows = turned.gone();
  for (const Row& row : paper.now(Kind::readings)) {
    // What was found false in the week that it came in is told, though it never counted.
    if (text_of(row, "fate") == "found_false" && fresh.contains(facts::address(row))) {
      rows.push_back(row);
    }
    if (text_of(row, "counts") != "true") continue;
    const std::string of = facts::address(facts::ancestor(row, Kind::indicators));
    if (corrected.contains(facts::address(row))) {
      if (stands_for_new(paper, row)) rows.push_back(row);
      continue;
    }
    const bool is_other =
        text_of(row, "fate") == "newest" && is_verified(row) && found_other.contains(of);
    if (is_other || fresh.contains(facts::address(row))) rows.push_back(row);
  }
  const auto order = [&](const Row& row) { return turned.of(row).is_absent() ? rank(row) : 0; };
  std::ranges::stable_sort(rows, {}, order);
  // What is said of the indicator holds for its newest reading alone.
  const auto of_newest = [](std::string_view field) {
    return [field](const Row& row) {
      return text_of(row, "fate") == "newest" ? query::field(row, field) : Value();
    };
  };
  paper.table(
      keys::weekly_new_readings,
      table_of(asked, "readings", Kind::readings, paper.that_may_stand(rows),
               with_task({{"name", &keys::weekly_indicator},
                          {"promise"},
                          {"value", nullptr, [&](const Row& row) { return reported(asked, row); }},
                          {"date"},
                          {"change", nullptr,
                           [&](const Row& row) {
                             Value what = turned.of(row);
                             return what.is_absent() ? step(asked, row) : what;
                           }},
                          {"completion", nullptr, of_newest("completion")}})),
      exceptions_of(rows, "lead", "readings_rest"));
}

/// The approved changes of targets and due dates of this week; of those before it, which ask for
/// less than was promised, one line: they are named in the monthly report. Then those of statuses
/// and units: a task that was suspended is in no class any more.
void changes(Paper& paper) {
  std::set<std::string> fresh;
  for (const Row& row : paper.changed(Kind::changes, "change")) fresh.insert(facts::address(row));
  const Rows approved = changes_of_promise(paper);
  std::vector<Row> rows(approved.begin(), approved.end());
  std::vector<Row> earlier = loosened(rows);
  const auto is_fresh = [&](const Row& row) { return fresh.contains(facts::address(row)); };
  std::erase_if(earlier, is_fresh);
  std::erase_if(rows, std::not_fn(is_fresh));
  paper.table(keys::weekly_new_targets,
              table_of(paper.asked(), "targets", Kind::changes, rows, columns_of_changes()));
  if (!earlier.empty()) {
    paper.line("loosened", say(paper.asked(), keys::weekly_loosened, one_by_one(earlier)));
  }
  const Rows others = other_changes(paper);
  rows.assign(others.begin(), others.end());
  std::erase_if(rows, [&](const Row& row) { return !fresh.contains(facts::address(row)); });
  paper.table(keys::weekly_new_duties,
              table_of(paper.asked(), "duties", Kind::changes, paper.that_may_stand(rows),
                       columns_of_other_changes()),
              exceptions_of(rows, "lead", "duties_rest"));
  // Those that were asked for this week and are not in force yet: not approved, or from later on.
  rows = paper.changed(Kind::changes, "change_requested");
  paper.table(keys::weekly_new_requests,
              table_of(paper.asked(), "requests", Kind::changes, paper.that_may_stand(rows),
                       columns_of_requests()),
              exceptions_of(rows, "lead", "requests_rest"));
}

void milestones(Paper& paper) {
  std::vector<Row> rows = paper.changed(Kind::milestones, "milestone_done");
  std::erase_if(rows, [](const Row& row) { return text_of(row, "counted") != "true"; });
  paper.table(keys::weekly_new_milestones,
              table_of(paper.asked(), "milestones", Kind::milestones, paper.that_may_stand(rows),
                       with_task({{"name", &keys::weekly_milestone}, {"due"}, {"done"}})),
              exceptions_of(rows, "lead", "milestones_rest"));
}

}  // namespace

void weekly_changes(Paper& paper) {
  lights(paper);
  corrections(paper);
  readings(paper);
  milestones(paper);
  changes(paper);
}

}  // namespace taizhang::report
