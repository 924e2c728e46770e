// SPDX-License-Identifier: MIT
//
// What offices call the columns of their tables.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace taizhang::intake {

/// What a column of such a table holds.
enum class TableColumn {
  number,
  source,
  section,
  title,
  text,
  goal,
  stage,
  leader,
  lead,
  support,
  contact,
  due,
  progress,
  status,
  problems,
  next,
  note,
};

/// What a column is called on the command line and which heads it usually has.
struct TableHead {
  TableColumn column;
  std::string_view name;
  std::vector<std::string_view> heads;
};
const std::vector<TableHead>& table_heads();

/// A head as it is compared: in half-width forms and without blanks and line ends.
std::string head_text(const std::string& text);

/// What a head says of its column.
struct HeadMeaning {
  bool is_known = false;
  /// Nothing of a known head whose cells only a note can hold, such as 开始时间.
  std::optional<TableColumn> holds = {};
};

/// What a head means, by the longest of the known heads that is in it.
HeadMeaning meaning_of(const std::string& head);

}  // namespace taizhang::intake
