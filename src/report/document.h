// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "query/table.h"

namespace taizhang::report {

struct Heading {
  std::string text;
  int level = 1;
};

/// Names and values, one pair a line.
struct FieldList {
  std::vector<std::pair<std::string, query::Cell>> rows;
};

struct Paragraph {
  std::string text;
};

/// Numbered points: a name and a value each, and below it the lines that say why.
struct Numbered {
  struct Row {
    std::string name;
    query::Cell value;
    std::vector<std::string> lines;
  };
  std::vector<Row> rows;
};

/// A remark at the foot, such as the legend of the lights.
struct Note {
  std::string text;
};

/// A text for reading in a terminal, in order: what it says, not how it is set.
using Document =
    std::vector<std::variant<Heading, FieldList, query::Table, Paragraph, Numbered, Note>>;

}  // namespace taizhang::report
