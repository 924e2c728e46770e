// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include "check/parts.h"
#include "check/rules.h"
#include "check/walk.h"

namespace taizhang::check {

namespace {

using base::Decimal;
using Weight = model::Given<Decimal>;

void add_sum(const Weights& weights, Decimal whole, source::Span at, base::Bilingual what,
             Collector& found) {
  std::vector<Nearby> parts;
  for (const Weight* weight : weights) {
    parts.push_back({weight->at, {"{0}", "{0}", (*weight)->text()}});
  }
  found.add(
      at,
      {"{0}合计 {1}，不是 {2}", "{0} come to {1}, not {2}", what, sum_of(weights).text(),
       whole.text()},
      {"核对每一个数，使合计为 {0}", "check each of them, so that they come to {0}", whole.text()},
      std::move(parts));
}

bool is_below_zero(const Weight& weight) { return weight && *weight < Decimal(); }

bool is_negative(const Weight& weight, source::Span around, Collector& found) {
  if (!is_below_zero(weight)) return false;
  found.add(weight.at_or(around), {"“{0}”是负数", "“{0}” is below zero", weight->text()},
            {"写大于 0 的数；不计的写 0", "write a number above 0, or 0 for what does not count"});
  return true;
}

/// The units of a task and what share each has.
class Shares {
 public:
  Shares(const AtTask& at, Collector& found)
      : at_(at), task_(at.task), around_(task_.share.at_or(task_.at)), found_(found) {}

  void look() {
    if (task_.share.rows.empty() || !can_tell()) return;
    note_units();
    if (one_stands_twice_) return;
    bool sound = true;
    for (const auto& [name, share] : task_.share.rows) {
      if (!share) return;
      sound = !is_negative(share, around_, found_) && sound;
      sound = takes_part(name) && sound;
    }
    if (sound && !look_for_lead_without()) look_at_sum();
  }

 private:
  /// All that the task says of its units could be read.
  bool can_tell() const {
    const auto known = [](const auto& name) { return bool(name); };
    const auto& leads = task_.lead.items;
    const auto& others = task_.support.items;
    // Of a key that stands twice only the first is here.
    const auto& shares = task_.share.rows;
    const auto stands_twice = [&](const auto& row) { return at_.meant({*row.first.value}); };
    return at_.whole && !leads.empty() && !at_.meant({"lead", "support", "share"}) &&
           std::none_of(shares.begin(), shares.end(), stands_twice) &&
           std::all_of(leads.begin(), leads.end(), known) &&
           std::all_of(others.begin(), others.end(), known);
  }

  /// A misspelt name may be any unit: nothing can be said of those that seem to be missing.
  std::string noted(const std::string& written) {
    any_unknown_ |= at_.registry && !at_.unit(written);
    return at_.main_name(written);
  }

  void note_units() {
    for (const auto& unit : task_.lead.items) leads_.insert(noted(unit->text));
    for (const auto& unit : task_.support.items) others_.insert(noted(unit->text));
    for (const model::Change& change : task_.changes) {
      if (!change.field || !model::holds_units(*change.field)) continue;
      for (const auto& unit : model::units_in(change.to).items) others_.insert(noted(unit->text));
    }
    for (const auto& row : task_.share.rows) {
      // By an alias, and another rule's finding.
      one_stands_twice_ |= !with_share_.insert(noted(*row.first.value)).second;
    }
  }

  bool takes_part(const model::Given<std::string>& name) {
    const std::string unit = at_.main_name(*name.value);
    if (any_unknown_ || leads_.contains(unit) || others_.contains(unit)) return true;
    found_.add(
        name.at_or(around_),
        {"“{0}”既不牵头也不参与，份额不起作用",
         "“{0}” neither leads nor takes part, and its share counts for nothing", *name.value},
        {"改成牵头或参与的单位，或把它加进 lead、support",
         "name a unit that leads or takes part, or add this one to lead or support"},
        {{task_.lead.at, {"牵头单位在这里", "the leads are here"}}});
    return false;
  }

  bool look_for_lead_without() {
    const auto has_share = [&](const auto& lead) {
      return with_share_.contains(at_.main_name(lead->text));
    };
    const auto& leads = task_.lead.items;
    const auto without = std::find_if_not(leads.begin(), leads.end(), has_share);
    if (without == leads.end() || any_unknown_ ||
        std::none_of(leads.begin(), leads.end(), has_share))
      return false;
    found_.add(around_,
               {"牵头单位“{0}”没有份额，按 1 计，别的牵头单位却有",
                "the lead “{0}” has no share and counts as 1, while another lead has one",
                without->value->text},
               {"份额要写就把牵头单位都写上", "give every lead a share, or none of them"},
               {{without->at, {"这个牵头单位在这里", "this lead is here"}}});
    return true;
  }

  void look_at_sum() {
    Weights all;
    Weights of_leads;
    for (const auto& [name, share] : task_.share.rows) {
      if (*share == Decimal()) continue;
      all.push_back(&share);
      if (leads_.contains(at_.main_name(*name.value))) of_leads.push_back(&share);
    }
    if (all.empty()) {
      found_.add(around_, {"份额全是 0，谁也不计分", "all shares are 0: nobody is scored"},
                 {"写上各单位的份额，如 0.6 和 0.4", "write the shares, such as 0.6 and 0.4"});
      return;
    }
    const auto whole = whole_of(all);
    if (!whole || come_to(sum_of(all), *whole, all.size())) return;
    // The leads may divide the whole among them, or stand by the usual 1, and the others beside.
    if (of_leads.empty() || come_to(sum_of(of_leads), *whole, of_leads.size())) return;
    add_sum(all, *whole, around_, {"份额", "the shares"}, found_);
  }

  const AtTask& at_;
  const model::Task& task_;
  source::Span around_;
  Collector& found_;
  // By main name.
  std::set<std::string> leads_;
  std::set<std::string> others_;
  std::set<std::string> with_share_;
  bool any_unknown_ = false;
  bool one_stands_twice_ = false;
};

/// The weights of the indicators or of the milestones of a task.
struct OneKind {
  Weights above_zero;
  bool any = false;
  bool all_written = true;
  bool readable = true;
  const Weight* first = nullptr;

  void add(const Weight& weight) {
    any = true;
    all_written = all_written && weight.written();
    readable = readable && (!weight.written() || weight);
    if (weight && !first) first = &weight;
    if (weight && *weight > Decimal()) above_zero.push_back(&weight);
  }

  /// Not one of them counts, and each says so.
  bool is_all_zero() const { return any && all_written && above_zero.empty(); }
};

void look_at_kind(const model::Task& task, const OneKind& kind, const OneKind& other,
                  base::Bilingual what, Collector& found) {
  if (!kind.all_written || are_alike(kind.above_zero)) return;
  const auto whole = whole_of(kind.above_zero);
  if (!whole || come_to(sum_of(kind.above_zero), *whole, kind.above_zero.size())) return;
  // Indicators and milestones may be parts of one whole together.
  if (other.any && !other.all_written) return;
  const std::size_t parts = kind.above_zero.size() + other.above_zero.size();
  const Decimal sum = sum_of(kind.above_zero) + sum_of(other.above_zero);
  if (come_to(sum, *whole, parts)) return;
  add_sum(kind.above_zero, *whole, kind.first->at_or(task.at), what, found);
}

void look_at_weights(const AtTask& at, Collector& found) {
  const model::Task& task = at.task;
  if (!at.whole || at.meant(task.indicators, {"weight"}) || at.meant(task.milestones, {"weight"}))
    return;
  OneKind indicators;
  OneKind milestones;
  bool negative = false;
  for (const model::Indicator& indicator : task.indicators) {
    indicators.add(indicator.weight);
    negative |= is_below_zero(indicator.weight);
  }
  for (const model::Milestone& milestone : task.milestones) {
    milestones.add(milestone.weight);
    negative |= is_below_zero(milestone.weight);
  }
  if (negative || !indicators.readable || !milestones.readable) return;
  const bool nothing_else = milestones.above_zero.empty() && milestones.all_written &&
                            !task.qualitative.written() && !task.mechanism.value_or(false);
  if (indicators.is_all_zero() && nothing_else) {
    found.add(indicators.first->at_or(task.at),
              {"各指标的权重全是 0，这项任务没有完成率",
               "every weight of this task is 0: it has no completion"},
              {"至少一个指标写大于 0 的权重；分项写 0",
               "give one indicator a weight above 0; parts of a total have 0"});
    return;
  }
  look_at_kind(task, indicators, milestones, {"各指标的权重", "the weights of the indicators"},
               found);
  look_at_kind(task, milestones, indicators, {"各节点的权重", "the weights of the milestones"},
               found);
}

}  // namespace

const Rule weights_sum{
    "W14 weights-sum",
    {"份额或权重合计不对", "shares or weights that do not add up"},
    {"份额写成 0.6、0.4 或 60、40，合计就该是 1 或 "
     "100；不是，就有一个写错，得分和完成率会偏向它。普通的权重（1、2、3）不要求合计。",
     "Shares written as 0.6 and 0.4, or 60 and 40, come to 1 or 100; where they do not, one of "
     "them is wrong and scores lean towards it. Plain weights (1, 2, 3) need not add up."},
    R"yaml(lead: [市工信局, 市发改局]
share: {市工信局: 0.6, 市发改局: 0.5})yaml",
    R"yaml(lead: [市工信局, 市发改局]
share: {市工信局: 0.6, 市发改局: 0.4})yaml",
    [](const AtTask& at, Collector& found) {
      Shares(at, found).look();
      look_at_weights(at, found);
    },
};

}  // namespace taizhang::check
