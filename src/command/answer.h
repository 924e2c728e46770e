// SPDX-License-Identifier: MIT
//
// What all commands have in common whose answer is a document: reading, measuring, the words,
// warning of faults, the format and where it goes. A command says what it wants to know.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "command/command.h"
#include "document/document.h"
#include "query/select.h"
#include "render/format.h"
#include "report/report.h"

namespace taizhang::command {

/// The options that such commands share, as typed.
struct AnswerOptions {
  std::string plan;
  query::Selection selection;
  std::vector<std::string> filter;  ///< the words of the filter, as the shell parted them
  std::string since;
  std::string format;
  std::string output;
  bool no_bom = false;
  std::string reference;  ///< a docx of the office, whose look ours takes
  bool spread = false;    ///< laid out as if there were one
};

/// Declare `--format`, `-o` and `--no-bom`, `--plan`, and the options that select tasks.
void declare_output(Options& options, AnswerOptions& answer);
void declare_plan(Options& options, AnswerOptions& answer);
void declare_selection(Options& options, AnswerOptions& answer);

/// Declare the day from which events are told.
void declare_since(Options& options, AnswerOptions& answer);

/// What a command wants to know, and how much has to be read for it.
struct Question {
  std::function<document::Document(const report::Asked&)> document = nullptr;
  /// In place of a document: one value, or a list of them, a line each and nothing else.
  std::function<document::Value(const report::Asked&)> bare = nullptr;
  bool is_table = false;  ///< little but a table: a terminal shows that first
  std::string usual_format = "text";
  /// The address of the task that alone is needed; empty for all.
  std::string task = {};
  /// The days from which events are told, where that is not `--since`.
  std::optional<base::Clocks> since = {};
  /// What only a paper is asked for.
  report::Sending sending = {};
  /// The answer speaks the language of its plan unless the user chose one.
  bool in_language_of_plan = false;
};

/// Read the ledger and measure it for what `use` makes of it; then warn of faults and of the day.
/// Of `question` it heeds which task is needed and whose language is spoken.
void with_ledger(const Context& context, const AnswerOptions& options, const Question& question,
                 const std::function<void(const report::Asked&)>& use);

/// What `answer` writes, in a format.
std::string answer_text(const Context& context, const AnswerOptions& options,
                        const Question& question, const render::Format& format);

/// Read the ledger, measure, make the document and write it. Throws `Fatal` for what is wrong with
/// the options before anything is read.
base::Exit answer(const Context& context, const AnswerOptions& options, const Question& question);

/// Write a document that needs no ledger.
base::Exit write_document(const Context& context, const AnswerOptions& options,
                          const std::function<document::Document(const words::Words&)>& document);

}  // namespace taizhang::command
