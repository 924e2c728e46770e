// SPDX-License-Identifier: MIT
#include "query/stats.h"

#include <doctest/doctest.h>

#include "stats_ledger.h"

using namespace taizhang;
using query::Counting;
using test::Counts;
using test::of_unit;

TEST_SUITE_BEGIN("query");

TEST_CASE("By section: in the plan's order, empty ones too, those it does not have last") {
  CHECK(Counts({"section"}, Counting::tasks).rows() ==
        "1 2 5/8 2/2\n"
        "2 2 none 0/2\n"
        "3 0 none 0/0\n"
        "9 1 9/10 1/1\n"
        "total 5 43/60 3/5\n");
}

TEST_CASE("By lead: a joint task once under each, once in the total") {
  // 丙局 is part of 乙局 from the first of July.
  const Counts june({"lead"}, Counting::tasks, "2023-06-30");
  CHECK(june.rows() ==
        "甲局 2 5/8 2/2\n"
        "乙局 2 1 1/2\n"
        "丙局 1 1/4 1/1\n"
        "丁局 1 9/10 1/1\n"
        "- 1 none 0/1\n"
        "total 5 43/60 3/5\n");
  CHECK(june.plan().overlaps.at(0).shared == 2);
  CHECK(june.plan().overlaps.at(0).surplus == 2);
  CHECK(Counts({"lead"}, Counting::tasks, "2023-07-01").rows() ==
        "甲局 2 5/8 2/2\n"
        "乙局 3 5/8 2/3\n"
        "丁局 1 9/10 1/1\n"
        "- 1 none 0/1\n"
        "total 5 43/60 3/5\n");
}

TEST_CASE("By unit: each that leads or supports, once") {
  const Counts june({"unit"}, Counting::tasks, "2023-06-30");
  CHECK(june.rows() ==
        "甲局 2 5/8 2/2\n"
        "乙局 2 1 1/2\n"
        "丙局 2 1/4 1/2\n"
        "丁局 1 9/10 1/1\n"
        "- 1 none 0/1\n"
        "total 5 43/60 3/5\n");
  CHECK(june.plan().overlaps.at(0).surplus == 3);
  // Lead and support of task 3 have become one.
  const Counts july({"unit"}, Counting::tasks, "2023-07-01");
  CHECK(july.plan().overlaps.at(0).shared == 2);
  CHECK(july.plan().overlaps.at(0).surplus == 2);
}

TEST_CASE("By light and by class: what nobody has is a row of zero") {
  CHECK(Counts({"light"}, Counting::tasks).rows() ==
        "blue 1 1 1/1\n"
        "green 0 none 0/0\n"
        "grey 2 none 0/2\n"
        "yellow 1 9/10 1/1\n"
        "red 1 1/4 1/1\n"
        "total 5 43/60 3/5\n");
  CHECK(Counts({"class"}, Counting::tasks).rows() ==
        "done 1 1 1/1\n"
        "ahead 0 none 0/0\n"
        "on_schedule 0 none 0/0\n"
        "behind 1 9/10 1/1\n"
        "far_behind 1 1/4 1/1\n"
        "not_reported 1 none 0/1\n"
        "not_measured 1 none 0/1\n"
        "total 5 43/60 3/5\n");
}

TEST_CASE("By status: those that occur") {
  CHECK(Counts({"status"}, Counting::tasks).rows() ==
        "in_progress 4 43/60 3/4\n"
        "closed 1 none 0/1\n"
        "total 5 43/60 3/5\n");
}

TEST_CASE("What only indicators have counts indicators, without the parts of a total") {
  const Counts kinds({"kind"}, Counting::indicators);
  CHECK(kinds.rows() ==
        "cumulative 3 5/8 2/3\n"
        "ratio 1 9/10 1/1\n"
        "total 4 43/60 3/4\n");
  CHECK(kinds.plan().left_out.parts_of_it == 1);
  CHECK(kinds.plan().left_out.mechanism == 1);
  CHECK(Counts({"commitment"}, Counting::indicators).rows() ==
        "binding 3 5/8 2/3\n"
        "strive 1 9/10 1/1\n"
        "total 4 43/60 3/4\n");
  CHECK(Counts({"frequency"}, Counting::indicators).rows() ==
        "week 1 9/10 1/1\n"
        "month 3 5/8 2/3\n"
        "total 4 43/60 3/4\n");
}

TEST_CASE("Indicators have lights of their own") {
  CHECK(Counts({"light"}, Counting::indicators).rows() ==
        "blue 1 1 1/1\n"
        "green 0 none 0/0\n"
        "grey 1 none 0/1\n"
        "yellow 1 9/10 1/1\n"
        "red 1 1/4 1/1\n"
        "total 4 43/60 3/4\n");
}

TEST_CASE("Whatever is counted by, the parts add up to the total, but for what is shared") {
  for (const query::Dimension& by : query::dimensions()) {
    for (const Counting counting : {Counting::tasks, Counting::indicators}) {
      for (const char* day : {"2023-06-30", "2023-12-31"}) {
        if (by.of_indicators && counting == Counting::tasks) continue;
        CAPTURE(std::string(by.name));
        const Counts counts({std::string(by.name)}, counting, day);
        const query::PlanStats& plan = counts.plan();
        int sum = 0;
        int known = 0;
        std::vector<int> classes(model::Names<model::Class>::table.size(), 0);
        for (const query::Group& group : plan.rows) {
          sum += group.tally.count();
          known += group.tally.completion().known;
          for (const auto& [standing, name, word] : model::Names<model::Class>::table) {
            classes[static_cast<std::size_t>(standing)] += group.tally.of(standing);
          }
        }
        CHECK(sum == plan.total.count() + plan.overlaps.at(0).surplus);
        CHECK((by.overlapping || plan.overlaps.at(0).surplus == 0));
        if (by.overlapping) continue;
        CHECK(known == plan.total.completion().known);
        for (const auto& [standing, name, word] : model::Names<model::Class>::table) {
          CHECK(classes[static_cast<std::size_t>(standing)] == plan.total.of(standing));
        }
      }
    }
  }
}

TEST_CASE("In a cross table rows, columns and cells add up, but for what is shared") {
  for (const query::Dimension& rows : query::dimensions()) {
    for (const query::Dimension& columns : query::dimensions()) {
      if (&rows == &columns) continue;
      CAPTURE(std::string(rows.name) + " " + std::string(columns.name));
      const Counts counts({std::string(rows.name), std::string(columns.name)},
                          Counting::indicators);
      const query::PlanStats& plan = counts.plan();
      int of_columns = 0;
      for (const query::Group& column : plan.columns) {
        of_columns += column.tally.count();
        int down = 0;
        for (const query::Group& row : plan.rows) {
          const auto cell = row.cells.find(column.key);
          if (cell != row.cells.end()) down += cell->second;
        }
        CHECK((rows.overlapping ? down >= column.tally.count() : down == column.tally.count()));
      }
      CHECK(of_columns == plan.total.count() + plan.overlaps.at(1).surplus);
      for (const query::Group& row : plan.rows) {
        int across = 0;
        for (const auto& [key, cell] : row.cells) across += cell;
        CHECK((columns.overlapping ? across >= row.tally.count() : across == row.tally.count()));
      }
    }
  }
}

TEST_CASE("A selection counts what it selects, and empty sections are no rows of it") {
  // 甲 is an alias of 甲局.
  CHECK(Counts({"section"}, Counting::tasks, "2023-06-30", of_unit("甲")).rows() ==
        "1 2 5/8 2/2\n"
        "total 2 5/8 2/2\n");
  CHECK(Counts({"light"}, Counting::tasks, "2023-06-30", of_unit("甲局")).plan().rows.size() == 5);
  // The successor has its predecessor's tasks from the day it takes over.
  CHECK(Counts({"status"}, Counting::tasks, "2023-06-30", of_unit("乙局")).plan().total.count() ==
        2);
  CHECK(Counts({"status"}, Counting::tasks, "2023-07-01", of_unit("乙局")).plan().total.count() ==
        3);
  CHECK(Counts({"status"}, Counting::tasks, "2023-07-01", of_unit("丙局")).plan().total.count() ==
        2);
}

TEST_SUITE_END();
