// SPDX-License-Identifier: MIT
//
// The form by which a unit reports: one row an indicator, or a unit's share of one, and the words
// of the ledger beside it. What is written here is read back by filled.h.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "base/date_span.h"
#include "facts/world.h"
#include "sheets/write.h"

namespace taizhang::intake {

enum class FormColumn {
  address,
  item,
  task,
  indicator,
  unit,
  target,
  last,
  expected,
  value,
  reason,
  done,
  problems,
  next,
  verdict,
  benchmark,
};

struct FormHead {
  FormColumn column;
  base::Bilingual head;
  int width;
};

/// The columns of a form, in order; those from `value` on are filled in. The last one is there only
/// where a row is of an indicator that is compared.
inline constexpr std::array<FormHead, 15> form_heads{{
    {FormColumn::address, {"地址", "address"}, 16},
    {FormColumn::item, {"序号", "no"}, 6},
    {FormColumn::task, {"任务", "task"}, 28},
    {FormColumn::indicator, {"指标", "indicator"}, 24},
    {FormColumn::unit, {"计量单位", "unit"}, 9},
    {FormColumn::target, {"目标", "target"}, 14},
    {FormColumn::last, {"上期累计", "last total"}, 10},
    {FormColumn::expected, {"序时应完成", "expected"}, 11},
    {FormColumn::value, {"本期累计", "total to date"}, 11},
    {FormColumn::reason, {"更正原因", "reason to correct"}, 16},
    {FormColumn::done, {"进展", "progress"}, 30},
    {FormColumn::problems, {"问题", "problems"}, 22},
    {FormColumn::next, {"下步", "next"}, 22},
    {FormColumn::verdict, {"自评", "own verdict"}, 10},
    {FormColumn::benchmark, {"比较值", "benchmark"}, 20},
}};

/// How the head of a form names what holds for all of its rows.
inline constexpr base::Bilingual form_date{"数据截止", "data date"};
inline constexpr base::Bilingual form_reporter{"报送单位", "unit"};

/// What a row of a milestone has for its unit of measure: in place of a total the day it was done.
inline constexpr base::Bilingual form_day_done{"完成日期", "day done"};

/// What stands above its table for people alone: the title with the unit, and how to fill it in.
inline constexpr base::Bilingual form_title{"{0} 进展报送表", "Return of {0}"};
inline constexpr base::Bilingual form_advice{
    "本期累计填自年初累计，不是当月数；没有数的留空，是 0 就填 0；与已报的不同，要写更正原因；"
    "计量单位是“完成日期”的，办完了填哪天办完，没办完的留空；进展、问题、下步、自评每项任务填一处",
    "totals are since the year began, not of the month; leave empty what is not known, 0 is 0; "
    "a figure other than the one reported needs its reason; where the unit is “day done” give that "
    "day, and nothing while it is not done; words and the verdict are given once for each task"};

/// The form of one unit.
struct Form {
  std::string unit;
  sheets::Page page;
};

/// The forms of `period` for all units that report, or for `unit` alone, in the order of the
/// registry. Milestones that were due by its end and are not done are asked of the first lead.
/// `world` is the ledger on the last day of the period. Tasks that are closed, suspended or
/// cancelled have no row, nor has what is reported by quarters or years before these end, nor has a
/// plan that the period is not of. What a unit has reported of the period stands in its form: a
/// return that leaves it is no change.
std::vector<Form> forms(const facts::World& world, base::DateSpan period, const std::string& unit,
                        base::Language language);

/// A row as forms of some day have it: whose it is, and what its locked cells say, the first of
/// each in Chinese; a form is of a week, a month or more that ends on that day, and in one of two
/// languages.
struct LockedRow {
  std::string unit;
  std::map<FormColumn, std::vector<std::string>> said = {};
  std::string value = {};  ///< that the ledger has for the day
};
/// By address, the rows in all forms of that day.
using LockedRows = std::map<std::string, LockedRow>;
LockedRows locked_in_forms(const facts::World& world, base::Date day);

}  // namespace taizhang::intake
