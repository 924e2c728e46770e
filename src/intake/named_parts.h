// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "intake/table_heads.h"

namespace taizhang::intake {

/// What a text says under one name: `县发改局` under 牵头单位.
struct NamedPart {
  std::string head;                       ///< empty where the text begins without one
  std::optional<TableColumn> holds = {};  ///< what such a column of a table holds
  std::string text = {};
};

/// The parts of 牵头单位：县发改局；完成时限：10月底, whatever stands between them. With `any` also
/// those behind a ； whose name is the head of no table.
std::vector<NamedPart> named_parts(const std::string& text, bool any = false);

/// The parts of words that say what units do: 县供电公司牵头，县发改局配合 and
/// 县教体局、县住建局负责; a clause that is something else has no `holds`. None where no clause
/// ends so behind units.
std::vector<NamedPart> spoken_parts(const std::string& text);

/// A unit and whether 县教体局（牵头） says what it does.
struct NamedUnit {
  std::string name;
  std::optional<TableColumn> role = {};  ///< `lead` or `support`
};

/// The units that a text names: parted by 、，；, blanks and line ends that are in no brackets.
std::vector<NamedUnit> named_units(const std::string& text);

}  // namespace taizhang::intake
