// SPDX-License-Identifier: MIT
//
// Progress that a table tells of one task: a record for each row and day that it speaks of.
#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "intake/task_words.h"

namespace taizhang::intake {

class TableProgress {
 public:
  /// Take what `row`, as TaskWords counts them, says was done up to `day`.
  void take_done(std::size_t row, base::Date day, const std::string& text);
  /// Take the problems or the next steps of a row; they are those of its newest day.
  void take(std::size_t row, model::Given<std::string> model::Progress::*given,
            const std::string& text);

  bool empty() const { return said_.empty() && beside_.empty(); }
  /// Whether there are words that stand beside nothing that has a day.
  bool lacks_day() const;

  /// The records, of the rows' leads, in the order of rows and columns; words without a day are of
  /// `day`. Where several rows speak, each says what it is about.
  std::vector<model::Progress> records(const model::Task& task, const TaskWords& words,
                                       base::Date day) const;

 private:
  struct Said {
    std::size_t row;
    base::Date day;
    std::string text;
  };
  struct Beside {
    std::size_t row;
    model::Given<std::string> model::Progress::*given;
    std::string text;
  };
  std::vector<Said> said_;
  std::vector<Beside> beside_;
};

}  // namespace taizhang::intake
