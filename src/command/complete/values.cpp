// SPDX-License-Identifier: MIT
#include <span>

#include "base/date_span.h"
#include "check/rules.h"
#include "command/complete/completer.h"
#include "command/topics.h"
#include "load/schema.h"
#include "model/enums.h"
#include "render/findings.h"
#include "render/format.h"
#include "report/reports.h"

namespace taizhang::command {

using facts::Kind;

namespace {

/// What a value or a word is, by how the help of the command calls it; the rows of one command come
/// before those of all.
struct Source {
  std::string_view command;
  std::string_view type;
  void (Completer::*put)();
};
constexpr Source sources[] = {
    {"check", "FORMAT", &Completer::finding_formats},
    {"export", "FORMAT", &Completer::export_formats},
    {"form", "FORMAT", &Completer::nothing},
    {"schema", "FILE", &Completer::file_kinds},
    {"sql", "SELECT", &Completer::tables},
    {"", "ADDRESS", &Completer::items},
    {"", "BREAKS", &Completer::nothing},
    {"", "DATE", &Completer::dates},
    {"", "DIR", &Completer::folders},
    {"", "FIELD", &Completer::fields},
    {"", "FIELDS", &Completer::fields},
    {"", "FILE", &Completer::files},
    {"", "FILTER", &Completer::filter},
    {"", "FORMAT", &Completer::formats},
    {"", "FROM", &Completer::dates},
    {"", "HEAD=KIND", &Completer::nothing},
    {"", "ID", &Completer::plans},
    {"", "ITEM", &Completer::nothing},
    {"", "KIND", &Completer::kinds},
    {"", "LANG", &Completer::languages},
    {"", "MONTH", &Completer::dates},
    {"", "N", &Completer::nothing},
    {"", "NAME", &Completer::units},
    {"", "NAMES", &Completer::nothing},
    {"", "NO", &Completer::sections},
    {"", "NUMBER", &Completer::nothing},
    {"", "PATH", &Completer::files},
    {"", "PERIOD", &Completer::dates},
    {"", "REPORT", &Completer::reports},
    {"", "RULES", &Completer::rules},
    {"", "S", &Completer::nothing},
    {"", "SHELL", &Completer::shells},
    {"", "STATUS", &Completer::statuses},
    {"", "STEP", &Completer::steps},
    {"", "TARGET", &Completer::files},
    {"", "TASK", &Completer::items},
    {"", "TEXT", &Completer::nothing},
    {"", "TITLE", &Completer::nothing},
    {"", "TO", &Completer::dates},
    {"", "TOPIC", &Completer::topics},
    {"", "UNIT", &Completer::units},
    {"", "URL", &Completer::nothing},
    {"", "WEEK", &Completer::dates},
    {"", "WHAT", &Completer::subjects},
    {"", "WHEN", &Completer::colours},
    {"", "WORD", &Completer::nothing},
    {"", "YEAR", &Completer::nothing},
};

const Source* source_of(std::string_view command, std::string_view type) {
  for (const Source& one : sources) {
    if (one.type == type && (one.command.empty() || one.command == command)) return &one;
  }
  return nullptr;
}

}  // namespace

bool knows_values_of(std::string_view command, std::string_view type) {
  return source_of(command, type) != nullptr;
}

void Completer::values_of(std::string_view type) {
  if (const Source* source = source_of(command_ ? command_->name : "", type)) {
    (this->*source->put)();
  }
}

void Completer::nothing() {}

void Completer::files() { result_.paths = Completion::Paths::files; }

void Completer::folders() { result_.paths = Completion::Paths::folders; }

void Completer::formats() { put_names(render::document_formats()); }

void Completer::finding_formats() { put_names(render::finding_formats()); }

void Completer::export_formats() {
  for (const std::string_view name : export_format_names()) put(name);
}

void Completer::file_kinds() { put_names(load::file_kinds()); }

void Completer::reports() { put_names(report::reports()); }

void Completer::colours() {
  for (const std::string_view word : colour_words) put(word);
}

void Completer::languages() {
  for (const std::string_view word : language_words) put(word);
}

void Completer::shells() {
  for (const std::string_view word : {"bash", "fish", "zsh"}) put(word);
}

void Completer::steps() {
  for (const std::string_view word : {"week", "month"}) put(word);
}

void Completer::topics() {
  for (const std::string& name : topic_names(line_.current)) put(name);
  for (const std::string_view name : {"indicator.", "task.", "plan."}) put(name);
}

void Completer::kinds() {
  for (const facts::KindOfRow* kind : facts::kinds()) put(kind->name, in(kind->title));
}

/// The tables of SQL where their columns are asked for; a statement is not completed.
void Completer::tables() {
  if (std::ranges::find(line_.words, "--schema") != line_.words.end()) kinds();
}

void Completer::rules() {
  const std::string head = head_to(",");
  for (const check::Rule* rule : check::rules())
    put(head + std::string(rule->code), in(rule->summary));
}

void Completer::statuses() {
  for (const auto& row : model::Names<model::Status>::table) {
    put(is_ascii(line_.current) ? row.name : row.label.zh, row.label.zh);
  }
}

void Completer::plans() {
  each_plan([&](const facts::Row& plan) { put(text_of(plan, "id"), text_of(plan, "title")); });
}

void Completer::sections() {
  each_row(Kind::sections, [&](const facts::Row& section) {
    put(text_of(section, "no"), text_of(section, "title"));
  });
}

void Completer::units() {
  if (!world()) return;
  for (const std::string& name : world()->unit_names()) put(name);
}

void Completer::dates() {
  const std::string today = base::iso(context_.io.today);
  for (const std::string& date : {today, today.substr(0, 7), today.substr(0, 4)}) {
    put(date);
  }
  for (const std::string_view word : {"-7d", "7天前"}) put(word);
  const bool begun = line_.current.size() > before_.size();
  for (const base::DayWord& day : base::day_words()) {
    for (const base::Language one : {base::Language::zh, base::Language::en}) {
      if (begun || one == context_.language) put(day.word.in(one));
    }
  }
}

void Completer::items() {
  each_row(Kind::tasks,
           [&](const facts::Row& task) { put(address_of(task), text_of(task, "title")); });
}

/// What explain takes: a task or an indicator, a unit, a section, a plan, a rule.
void Completer::subjects() {
  if (line_.current.find('/') == line_.current.npos) {
    items();
    if (!is_ascii(line_.current)) units();
    rules();
  } else {
    if (world() && world()->several_plans()) items();
    each_row(Kind::indicators,
             [&](const facts::Row& one) { put(address_of(one), text_of(one, "name")); });
  }
}

}  // namespace taizhang::command
