// SPDX-License-Identifier: MIT
//
// A report as it is asked for: what is typed, the command line that makes it once more, and the
// document on its own day.
#pragma once

#include <string>

#include "command/answer.h"

namespace taizhang::command {

struct ReportOptions : AnswerOptions {
  std::string name;
  std::string week;
  std::string month;
  std::string edition;
  std::string issuer;
  std::string columns;
  bool by_month = false;
  bool full = false;
};

/// What `report` answers: the document of the day that is its own, by a context of that day.
struct ReportQuestion {
  Context context;
  AnswerOptions options;
  Question question;
};

/// A word as a shell takes it.
std::string shell_word(const std::string& word);

/// Throws `Fatal` (usage) for a report that there is not, and for options that it does not have.
ReportQuestion question_of(const ReportOptions& options, const Context& context);

/// What was asked when a paper was written, from the command line in its foot. Throws `Fatal`
/// (usage) where it is none; of the context the directory and the templates stay.
ReportQuestion question_of_line(const std::string& line, const Context& context);

}  // namespace taizhang::command
