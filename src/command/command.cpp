// SPDX-License-Identifier: MIT
#include "command/command.h"

#include <iostream>

#include "base/date_span.h"
#include "base/text.h"
#include "facts/catalogue.h"
#include "load/words.h"

namespace taizhang::command {

namespace {

// By name; a test holds it against that.
constexpr const Command* command_table[] = {
    &check_command,  &completion_command, &diff_command,      &example_command, &explain_command,
    &export_command, &fields_command,     &fmt_command,       &form_command,    &help_command,
    &import_command, &init_command,       &list_command,      &new_command,     &queries_command,
    &record_command, &report_command,     &schema_command,    &show_command,    &site_command,
    &sql_command,    &stats_command,      &templates_command, &verify_command,
};

}  // namespace

std::span<const Command* const> commands() { return command_table; }

bool Context::colour_on(const base::Terminal& terminal) const {
  if (options.colour == "always") return true;
  if (options.colour == "never") return false;
  return terminal.is_terminal && io.environment("TERM").value_or("") != "dumb" &&
         io.environment("NO_COLOR").value_or("").empty();
}

words::Words Context::words_in(base::Language wanted) const {
  if (options.templates.empty()) return words::Words(wanted);
  return load::words(io.disk, options.templates, wanted);
}

void Context::warn(const std::optional<base::Fatal>& wrong) const {
  if (wrong) io.err << complaint({"警告", "warning"}, *wrong, language);
}

std::string complaint(base::Bilingual what, const base::Fatal& wrong, base::Language language) {
  constexpr base::Bilingual advice{"建议", "help"};
  std::string lines = "taizhang: " + std::string(what.in(language)) + ": " +
                      base::printable(wrong.message.in(language)) + "\n" + wrong.picture;
  if (!wrong.help.empty()) {
    lines += "  " + std::string(advice.in(language)) + ": " +
             base::printable(wrong.help.in(language)) + "\n";
  }
  return lines;
}

void Context::warn_of_faults(const model::Ledger& ledger) const {
  const std::size_t files = ledger.faulty_files();
  if (files == 0) return;
  say({{"{0} 个文件有问题，请运行 taizhang check", "files with faults: {0}; run taizhang check"},
       {static_cast<long long>(files)}});
}

void Context::say(const base::Phrase& phrase) const {
  io.err << "taizhang: " << base::printable(phrase.in(language)) << "\n";
}

void declare_common(Options& declared, GlobalOptions& options) {
  declared.option("-C,--dir", options.dir, "DIR",
                  {"台账所在的文件夹（含 tasks/），默认当前文件夹",
                   "the folder of the ledger (with tasks/); this folder by default"});
  declared.option("--as-of", options.as_of, "DATE",
                  {"以哪一天为准，默认今天；2023-09、上月底 是其最后一天",
                   "the day whose state is told, today by default; of 2023-09 its last"});
  declared.option("--known-by", options.known_by, "DATE",
                  {"截至哪一天上报的数据，默认与 --as-of 同日",
                   "the day up to which reports had come in; the --as-of day by default"});
  declared.option("--lang", options.language, "LANG", {"语言：zh、en", "language: zh or en"});
  declared.option("--color", options.colour, "WHEN",
                  {"颜色：auto、always、never", "colour: auto, always or never"});
  declared.option("--templates", options.templates, "DIR",
                  {"用这个文件夹里的模板和词条代替内置的",
                   "templates and words of this folder in place of the built-in ones"});
}

facts::Kind kind_named(const std::string& name) {
  if (const facts::KindOfRow* kind = facts::find_kind(name)) return kind->kind;
  std::vector<std::string_view> known;
  for (const facts::KindOfRow* kind : facts::kinds()) known.push_back(kind->name);
  base::refuse_unknown(name, {"行", "kind of row"}, known);
}

base::DateSpan span_option(const std::string& text, const char* option, base::Date today) {
  if (const auto span = base::parse_span(text, today)) return *span;
  const bool form = base::parse_date(text).fault == base::DateFault::not_iso;
  if (!form &&
      (text < std::to_string(base::first_year) || text > std::to_string(base::last_year + 1))) {
    base::refuse(
        {{"{0} 的“{1}”不在能算的年份里", "“{1}”, for {0}, is of no year that counts"},
         {option, text}},
        {{"年份要在 {0} 至 {1}", "write a year from {0} to {1}"},
         {static_cast<long long>(base::first_year), static_cast<long long>(base::last_year)}});
  }
  if (const auto meant = base::meant_span(text)) {
    base::refuse({{"{0} 的“{1}”不是日期", "“{1}” is no date for {0}"}, {option, text}},
                 {{"是不是“{0}”？", "did you mean “{0}”?"}, {*meant}});
  }
  base::refuse({{"{0} 的“{1}”不是日期", "“{1}” is no date for {0}"}, {option, text}},
               form ? base::Phrase{base::date_span_form}
                    : base::Phrase{{"没有这一天", "there is no such day"}});
}

void require_order(base::Date from, base::Date to) {
  if (from <= to) return;
  base::refuse({{"{0} 晚于 {1}", "{0} is after {1}"}, {base::iso(from), base::iso(to)}},
               {{"前后颠倒了：从 {0} 到 {1}", "turn them round: from {0} to {1}"},
                {base::iso(to), base::iso(from)}});
}

}  // namespace taizhang::command
