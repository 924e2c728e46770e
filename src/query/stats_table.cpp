// SPDX-License-Identifier: MIT
#include "query/stats_table.h"

#include <algorithm>

#include "query/light_cell.h"
#include "query/stats_notes.h"
#include "query/tally_cells.h"

namespace taizhang::query {

namespace {

/// A column of a cross table. Plans share it where their keys read the same: section 1 of one plan
/// is not section 1 of another.
struct CrossColumn {
  std::string label;
  Tone tone;
  /// The key that it stands for in each plan; nothing where the plan has none of it.
  std::vector<std::optional<std::string>> keys;
};

class Writer {
 public:
  Writer(const Stats& stats, const base::Words& words)
      : stats_(stats), words_(words), several_(stats.plans.size() > 1) {}

  Table one_way() {
    std::vector<const measure::Tally*> tallies;
    for (const PlanStats& plan : stats_.plans) tallies.push_back(&plan.total);
    const std::vector<model::Class> classes = shown_classes(tallies);
    start();
    table_.columns.push_back({std::string(words_["stats.share"]), Align::right});
    add_tally_columns(table_.columns, classes, words_);
    for (const PlanStats& plan : stats_.plans) {
      const auto add_row = [&](Cell head, const measure::Tally& tally) {
        begin_row(plan, std::move(head), tally);
        row().emplace_back(share_text(tally.count(), plan.total.count()));
        add_tally_cells(row(), classes, tally);
      };
      for (const Group& group : plan.rows) add_row(head_cell(plan, group), group.tally);
      add_row(total_word(), plan.total);
    }
    finish(true);
    return std::move(table_);
  }

  Table cross() {
    const std::vector<CrossColumn> columns = cross_columns();
    start();
    for (const CrossColumn& column : columns) {
      table_.columns.push_back({column.label, Align::right});
    }
    for (std::size_t p = 0; p < stats_.plans.size(); ++p) {
      const PlanStats& plan = stats_.plans[p];
      for (const Group& group : plan.rows) {
        begin_row(plan, head_cell(plan, group), group.tally);
        for (const CrossColumn& column : columns) {
          const auto cell = column.keys[p] ? group.cells.find(*column.keys[p]) : group.cells.end();
          row().push_back(count_cell(cell == group.cells.end() ? 0 : cell->second, column.tone));
        }
      }
      begin_row(plan, total_word(), plan.total);
      for (const CrossColumn& column : columns) {
        const auto total = std::ranges::find_if(
            plan.columns, [&](const Group& group) { return group.key == column.keys[p]; });
        row().push_back(
            count_cell(total == plan.columns.end() ? 0 : total->tally.count(), column.tone));
      }
    }
    finish(std::ranges::any_of(stats_.request.by,
                               [](const Dimension* by) { return by->tone != nullptr; }));
    return std::move(table_);
  }

 private:
  std::vector<Cell>& row() { return table_.rows.back(); }

  std::string total_word() const { return std::string(words_["stats.total"]); }

  /// The columns that every table has: the plan where there are several, the key, the count.
  void start() {
    if (several_) table_.columns.push_back({std::string(words_["field.plan"])});
    table_.columns.push_back(
        {std::string(stats_.rows_by().title.in(words_.language())), Align::left, true, true});
    table_.columns.push_back(count_column(stats_.request.counting, words_));
  }

  void begin_row(const PlanStats& plan, Cell head, const measure::Tally& tally) {
    table_.rows.emplace_back();
    if (several_) row().emplace_back(plan.place.plan().id);
    row().push_back(std::move(head));
    row().emplace_back(std::to_string(tally.count()));
  }

  Cell head_cell(const PlanStats& plan, const Group& group) const {
    const Dimension& by = stats_.rows_by();
    return {shown_key(by, group.key, plan.place.plan(), words_), tone_of_key(by, group.key)};
  }

  static Tone tone_of_key(const Dimension& dimension, const std::string& key) {
    return dimension.tone && !key.empty() ? dimension.tone(key) : Tone::plain;
  }

  /// The columns under which anything falls in any plan, in the order of the first that has them.
  std::vector<CrossColumn> cross_columns() const {
    const Dimension& by = *stats_.columns_by();
    std::vector<CrossColumn> all;
    std::vector<std::string> needed;
    for (std::size_t p = 0; p < stats_.plans.size(); ++p) {
      const PlanStats& plan = stats_.plans[p];
      for (const Group& group : plan.columns) {
        const std::string label = shown_key(by, group.key, plan.place.plan(), words_);
        auto column = std::ranges::find(all, label, &CrossColumn::label);
        if (column == all.end()) {
          all.push_back({label, tone_of_key(by, group.key), {}});
          all.back().keys.resize(stats_.plans.size());
          column = all.end() - 1;
        }
        column->keys[p] = group.key;
        if (group.tally.count() > 0) needed.push_back(label);
      }
    }
    std::erase_if(all, [&](const CrossColumn& column) {
      return std::ranges::find(needed, column.label) == needed.end();
    });
    // What falls under no key of the first plan may have come before the keys of the second.
    std::stable_partition(all.begin(), all.end(), [&](const CrossColumn& column) {
      return column.label != shown_key(by, "", stats_.plans.front().place.plan(), words_);
    });
    return all;
  }

  void finish(bool lights) {
    for (const PlanStats& plan : stats_.plans) {
      add_notes(table_.notes, plan_notes(stats_, plan, words_),
                several_ ? plan.place.plan().id : std::string(), words_);
    }
    add_notes(table_.notes, common_notes(stats_, words_), "", words_);
    if (lights) table_.notes.push_back(legend(words_));
  }

  const Stats& stats_;
  const base::Words& words_;
  bool several_;
  Table table_;
};

}  // namespace

std::string shown_key(const Dimension& dimension, const std::string& key,
                      const model::PlanFolder& plan, const base::Words& words) {
  if (key.empty()) return std::string(words["stats.nowhere"]);
  const std::string label = dimension.label(key, plan, words);
  return dimension.key_is_shown && label != key ? key + " " + label : label;
}

Table stats_table(const Stats& stats, const base::Words& words) {
  Writer writer(stats, words);
  return stats.columns_by() ? writer.cross() : writer.one_way();
}

std::string stats_title(const Stats& stats, const base::Words& words) {
  const std::string rows(stats.rows_by().title.in(words.language()));
  if (!stats.columns_by()) return words.say("stats.title", {rows});
  return words.say("stats.title_of_two",
                   {rows, std::string(stats.columns_by()->title.in(words.language()))});
}

}  // namespace taizhang::query
