// SPDX-License-Identifier: MIT
//
// Readings correct one another: they are trees, a correction below what it corrects. What stands of
// a tree is found from the top: the newest correction that stands, in turn, takes the place of what
// it corrects; one that has been withdrawn is as if it had never come. Example:
//
//   r1 97 ← r2 95 (corrects r1) ← r3 null (corrects r2)      r2 is withdrawn: r1 stands again
#include "measure/readings.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>

#include "model/resolved.h"

namespace taizhang::measure {

using base::Date;
using base::Decimal;
using model::Reading;

namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

/// What a reading says of the whole or of a unit.
struct Said {
  bool anything = false;  ///< else it does not speak of it
  bool withdraws = false;
  bool applicable = true;
  Decimal value;
};

Said said_by(const model::Indicator& indicator, const Reading& reading, const NamesUnit& names) {
  const bool null = reading.value && !*reading.value;
  if (null) {
    const bool zero = has_zero_denominator(indicator, reading);
    if (!names || zero || !reading.extras->values.written()) return {true, !zero, !zero, {}};
  }
  if (!names) {
    if (!reading.value) return {};
    return {true, false, !has_zero_denominator(indicator, reading), **reading.value};
  }
  Said said;
  for (const auto& [unit, value] : reading.extras->values.rows) {
    if (!unit || !value || !names(*unit)) continue;
    said.value = said.anything ? said.value + *value : *value;
    said.anything = true;
  }
  return said;
}

/// A reading in its tree.
struct Node {
  Node(const Reading& of, std::size_t at, Said what) : reading(&of), place(at), said(what) {}

  const Reading* reading;
  std::size_t place;  ///< in the file
  Said said;
  std::size_t corrects = none;                    ///< the node above it
  std::vector<std::size_t> corrections;           ///< newest first
  std::size_t stands = none;                      ///< the correction that stands in its place
  const model::Inspection* inspection = nullptr;  ///< that found it not to hold
  std::optional<Decimal> verified = {};           ///< the value that it found
  bool effective = false;
  bool busy = false;

  /// Found false, and nothing in its place: it counts not at all, and displaces nothing.
  bool is_void() const { return inspection && !verified; }
};

class Trees {
 public:
  void add(Node node) { nodes_.push_back(std::move(node)); }

  /// Tie each correction to what it corrects.
  void link() {
    std::map<std::string_view, std::size_t> by_id;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (nodes_[i].reading->id) by_id.emplace(*nodes_[i].reading->id, i);
    }
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      const auto& corrects = nodes_[i].reading->extras->corrects;
      const auto above = corrects ? by_id.find(*corrects) : by_id.end();
      if (above == by_id.end() || above->second == i) continue;
      nodes_[i].corrects = above->second;
      nodes_[above->second].corrections.push_back(i);
    }
    for (Node& node : nodes_) {
      std::sort(node.corrections.begin(), node.corrections.end(),
                [&](std::size_t a, std::size_t b) { return newness(a) > newness(b); });
    }
  }

  /// Say of each reading whether it is the one that stands.
  void resolve() {
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (nodes_[i].corrects != none) continue;
      const std::size_t leaf = standing(i);
      if (leaf != none && !nodes_[leaf].said.withdraws) nodes_[leaf].effective = true;
    }
  }

  std::vector<Node>& nodes() { return nodes_; }

 private:
  std::tuple<Date, std::size_t> newness(std::size_t i) const {
    return {reported_on(*nodes_[i].reading), nodes_[i].place};
  }

  /// What stands of the tree below `i`: a node, or none where `i` has been withdrawn.
  std::size_t standing(std::size_t i) {
    if (nodes_[i].busy) return i;
    nodes_[i].busy = true;
    std::size_t result = i;
    for (const std::size_t below : nodes_[i].corrections) {
      const std::size_t leaf = standing(below);
      if (leaf == none || nodes_[leaf].is_void()) continue;
      nodes_[i].stands = below;
      result = nodes_[leaf].said.withdraws ? none : leaf;
      break;
    }
    nodes_[i].busy = false;
    return result;
  }

  std::vector<Node> nodes_;
};

/// The newest finding about the reading that was known by then; null where there is none.
const model::Inspection* finding_about(const Evidence& evidence, const Reading& reading,
                                       Date known_by) {
  if (!evidence.task || !reading.id || !evidence.indicator.id) return nullptr;
  const model::Inspection* newest = nullptr;
  for (const model::Inspection& one : evidence.task->inspections) {
    const bool about = one.result && one.date && *one.date <= known_by &&
                       one.reading.value == *reading.id &&
                       one.indicator.value == *evidence.indicator.id;
    if (about && (!newest || *one.date >= *newest->date)) newest = &one;
  }
  return newest;
}

/// The finding that `i` does not hold: its own, else that of what it corrects later and without
/// approval.
const model::Inspection* finding_on(const Evidence& evidence, const std::vector<Node>& nodes,
                                    std::size_t i, Date known_by) {
  Date earliest = Date::max();  // that a correction on the way was reported
  for (std::size_t steps = 0; i != none && steps <= nodes.size(); ++steps) {
    const Reading& reading = *nodes[i].reading;
    if (const auto* found = finding_about(evidence, reading, known_by)) {
      const bool against = found->result.value == model::InspectionResult::inconsistent;
      return against && *found->date <= earliest ? found : nullptr;
    }
    if (reading.extras->approved_by) return nullptr;
    earliest = std::min(earliest, reported_on(reading));
    i = nodes[i].corrects;
  }
  return nullptr;
}

/// The reading with its own value, and when the first figure of its date came.
Effective as_reported(const std::vector<Node>& nodes, const Node& node) {
  Effective one{node.reading, node.said.value, *node.reading->date, reported_on(*node.reading),
                node.said.applicable};
  one.final = model::resolved<&model::ReadingExtras::final>(*node.reading->extras);
  one.benchmark = node.reading->extras->benchmark.value;
  one.first_reported = one.reported;
  one.backfilled = model::resolved<&model::ReadingExtras::backfilled>(*node.reading->extras);
  // The report of a date is the first figure that came for it, of two of one day the back-fill.
  for (const Node& other : nodes) {
    if (other.said.withdraws || *other.reading->date != one.date) continue;
    const bool backfilled =
        model::resolved<&model::ReadingExtras::backfilled>(*other.reading->extras);
    if (std::pair(reported_on(*other.reading), !backfilled) <
        std::pair(one.first_reported, !one.backfilled)) {
      one.first_reported = reported_on(*other.reading);
      one.backfilled = backfilled;
    }
  }
  return one;
}

/// The value that the finding puts in place of `reported`; nothing where it gives none.
std::optional<Decimal> verified_by(const model::Inspection& finding, const NamesUnit& names,
                                   Decimal reported) {
  if (!names) return finding.verified_value.value;
  if (!finding.verified_values.written()) return std::nullopt;
  std::optional<Decimal> sum;
  for (const auto& [unit, value] : finding.verified_values.rows) {
    if (!unit || !value || !names(*unit)) continue;
    sum = sum ? *sum + *value : *value;
  }
  return sum.value_or(reported);
}

/// What of the file alone and of the two days becomes of a reading; `counts` where nothing bars it.
ReadingFate first_look(const Evidence& evidence, const Reading& reading, const Said& said,
                       Clocks clocks) {
  if (!reading.date || !said.anything) return ReadingFate::unreadable;
  if (*reading.date > clocks.as_of) return ReadingFate::not_yet_data;
  if (reported_on(reading) > clocks.known_by) return ReadingFate::not_yet_known;
  if (evidence.last_data && *reading.date > *evidence.last_data) return ReadingFate::after_plan;
  const bool late = evidence.settled_on && reported_on(reading) > *evidence.settled_on;
  return late && !reading.extras->approved_by ? ReadingFate::too_late : ReadingFate::counts;
}

void tell(Trace& trace, const Evidence& evidence, const Reading& reading, const Outcome& outcome,
          Clocks clocks) {
  const ReadingFate fate = outcome.fate;
  const std::string id = reading.id.value_or("");
  const auto value = reading.value ? *reading.value : std::nullopt;
  switch (fate) {
    case ReadingFate::newest:
      trace.tell<"fate.newest">(fate, id, *reading.date, value, reported_on(reading), clocks.as_of,
                                clocks.known_by);
      break;
    case ReadingFate::counts:
      trace.tell<"fate.counts">(fate, id, *reading.date, value, reported_on(reading), clocks.as_of,
                                clocks.known_by);
      break;
    case ReadingFate::corrected: {
      const Reading& by = *outcome.corrected_by;
      const std::string by_id = by.id.value_or("");
      const std::string corrects = by.extras->corrects.value_or("");
      if (by.value && *by.value) {
        trace.tell<"fate.corrected">(fate, id, *reading.date, value, by_id, corrects, **by.value,
                                     by.extras->reason.value, by.extras->approved_by.value);
      } else {
        trace.tell<"fate.withdrawn">(fate, id, *reading.date, value, by_id, corrects,
                                     by.extras->reason.value, by.extras->approved_by.value);
      }
      break;
    }
    case ReadingFate::superseded:
      trace.tell<"fate.superseded">(fate, id, *reading.date, value,
                                    outcome.corrected_by->id.value_or(""));
      break;
    case ReadingFate::withdraws:
      trace.tell<"fate.withdraws">(fate, id, *reading.date, reading.extras->corrects.value);
      break;
    case ReadingFate::found_false:
      trace.tell<"fate.found_false">(fate, id, *reading.date, value,
                                     outcome.inspection->id.value_or(""));
      break;
    case ReadingFate::not_yet_data:
    case ReadingFate::not_yet_known:
      break;
    case ReadingFate::too_late:
      trace.tell<"fate.too_late">(fate, id, *reading.date, value, reported_on(reading),
                                  *evidence.settled_on);
      break;
    case ReadingFate::after_plan:
      trace.tell<"fate.after_plan">(fate, id, *reading.date, value, *evidence.last_data);
      break;
    case ReadingFate::unreadable:
      trace.tell<"fate.unreadable">(fate, id, reading.date.value, value);
      break;
  }
  if (outcome.verified) {
    trace.tell<"verified.by_inspection">(*outcome.verified, id, value,
                                         outcome.inspection->id.value_or(""));
  }
}

}  // namespace

bool has_zero_denominator(const model::Indicator& indicator, const Reading& reading) {
  if (!indicator.denominator) return false;
  return std::any_of(reading.extras->parts.rows.begin(), reading.extras->parts.rows.end(),
                     [&](const auto& part) {
                       return part.first && *part.first == *indicator.denominator && part.second &&
                              *part.second == Decimal();
                     });
}

Date reported_on(const Reading& reading) { return reading.reported.value_or(*reading.date); }

bool is_known(const Reading& reading, Clocks clocks) {
  return reading.date && (reading.value || reading.extras->values.written()) &&
         *reading.date <= clocks.as_of && reported_on(reading) <= clocks.known_by;
}

Readings judged(const Evidence& evidence, Clocks clocks, const NamesUnit& names, Trace* trace) {
  Readings result;
  const auto& all = evidence.indicator.readings.items;
  Trees trees;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Said said = said_by(evidence.indicator, all[i], names);
    result.outcomes.push_back({first_look(evidence, all[i], said, clocks)});
    if (result.outcomes.back().fate == ReadingFate::counts) trees.add(Node(all[i], i, said));
  }
  trees.link();
  std::vector<Node>& nodes = trees.nodes();
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    Node& node = nodes[i];
    node.inspection =
        node.said.withdraws ? nullptr : finding_on(evidence, nodes, i, clocks.known_by);
    if (node.inspection) node.verified = verified_by(*node.inspection, names, node.said.value);
  }
  trees.resolve();
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Node& node = nodes[i];
    Outcome& outcome = result.outcomes[node.place];
    if (!node.effective) {
      // Whatever becomes of a reading that was found false, its period was reported.
      if (node.inspection) result.found_false.push_back(as_reported(nodes, node));
      if (node.said.withdraws) {
        outcome.fate = ReadingFate::withdraws;
      } else if (node.is_void() && node.stands == none) {
        outcome.fate = ReadingFate::found_false;
        outcome.inspection = node.inspection;
      } else if (node.stands != none) {
        outcome = {ReadingFate::corrected, nodes[node.stands].reading};
      } else if (node.corrects != none && nodes[node.corrects].stands != none) {
        outcome = {ReadingFate::superseded, nodes[nodes[node.corrects].stands].reading};
      } else {
        outcome = {ReadingFate::superseded, node.reading};
      }
      continue;
    }
    Effective one = as_reported(nodes, node);
    outcome.inspection = node.inspection;
    if (node.is_void()) {
      outcome.fate = ReadingFate::found_false;
      result.found_false.push_back(one);
      continue;
    }
    if (node.verified) {
      one.verified = true;
      one.value = *node.verified;
      outcome.verified = node.verified;
    }
    result.effective.push_back(one);
  }
  const auto newness = [&](const Effective& one) {
    return std::tuple(one.date, one.reported, one.reading);
  };
  std::sort(result.effective.begin(), result.effective.end(),
            [&](const Effective& a, const Effective& b) { return newness(a) < newness(b); });
  if (!result.effective.empty()) {
    const auto place = static_cast<std::size_t>(result.effective.back().reading - all.data());
    result.outcomes[place].fate = ReadingFate::newest;
  }
  if (trace) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      tell(*trace, evidence, all[i], result.outcomes[i], clocks);
    }
  }
  return result;
}

bool brings_benchmark(const model::Indicator& indicator, const model::Reading& reading) {
  const model::ReadingExtras& extras = *reading.extras;
  if (!extras.corrects || !extras.benchmark || !reading.value || extras.reason) return false;
  return std::ranges::any_of(indicator.readings, [&](const model::Reading& other) {
    return other.id && *other.id == *extras.corrects && !other.extras->benchmark && other.value &&
           *other.value == *reading.value;
  });
}

std::vector<Effective> effective_readings(const model::Indicator& indicator, Clocks clocks) {
  return judged({indicator}, clocks).effective;
}

}  // namespace taizhang::measure
