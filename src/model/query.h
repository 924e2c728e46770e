// SPDX-License-Identifier: MIT
#pragma once

#include "model/field.h"
#include "model/given.h"

namespace taizhang::model {

/// A question that is asked often: the text of a filter, or a map of what `list` is told.
struct Query : Part {
  Given<std::string> rows;
  Given<std::string> filter;
  OneOrList<std::string> columns;
  OneOrList<std::string> sort;
  Given<std::string> group;
  Given<std::string> about;

  /// What a text that stands in the place of the map gives.
  static constexpr Given<std::string> Query::*text() { return &Query::filter; }
};

/// What a user sets for all ledgers, or for those below a folder: `taizhang.yaml`.
struct Settings : Entry {
  using Entry::Entry;

  ByName<Query> queries;
};

template <>
struct Fields<Query> {
  static constexpr base::Bilingual name{"查询", "query"};
  static constexpr FieldTable table{
      optional("rows", "行", &Query::rows,
               {"列哪一种行，如 indicators", "the kind of row, such as indicators"}, "tasks"),
      optional("filter", "条件", &Query::filter, {"筛选条件", "filter"},
               {"没有条件，全部列出", "none: all rows"}),
      optional("columns", "列", &Query::columns,
               {"要哪几列，可写成一行", "columns, in a list or on one line"},
               {"这种行通常的列", "the usual ones of that kind of row"}),
      optional("sort", "排序", &Query::sort,
               {"按哪几列排序，前面加 - 为倒序", "the order; - before a field turns it round"},
               {"按计划和序号", "by plan and item"}),
      optional("group", "分组", &Query::group, {"按哪个字段分组", "the field to group by"},
               {"不分组", "no groups"}),
      optional(
          "about", "说明", &Query::about,
          {"一句话说明，列在 taizhang queries 里", "one line about it, for taizhang queries"})};
};

template <>
struct Fields<Settings> {
  static constexpr base::Bilingual name{"个人设置", "settings"};
  static constexpr FieldTable table{optional("queries", "常用查询", &Settings::queries,
                                             {"自己的常用查询", "saved queries of one’s own"})};
};

}  // namespace taizhang::model
