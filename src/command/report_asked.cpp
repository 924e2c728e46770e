// SPDX-License-Identifier: MIT
#include "command/report_asked.h"

#include <algorithm>
#include <chrono>

#include "base/digest.h"
#include "base/suggest.h"
#include "base/text.h"
#include "command/output.h"
#include "render/format.h"
#include "report/paper/paper.h"
#include "report/reports.h"
#include "words/keys.h"

namespace taizhang::command {

namespace {

using report::ReportDay;

constexpr std::chrono::days a_day{1};

base::Date month_start(base::Date day) {
  const std::chrono::year_month_day date(day);
  return base::Date(date.year() / date.month() / 1);
}

/// The last day of the period that `text` names: `is_whole` says whether a span is one.
base::Date end_of(const std::string& text, const char* option, const Context& context,
                  bool (*is_whole)(const base::DateSpan&), base::Bilingual form) {
  const base::DateSpan span = span_option(text, option, context.clocks.as_of);
  if (!is_whole(span)) {
    base::refuse({{"{0} 的“{1}”不是{2}", "“{1}”, for {0}, is not {2}"}, {option, text, form}}, {});
  }
  return span.to;
}

/// Refuse an option that says another day than the report's own, or that it has no use for.
void refuse_day(const ReportOptions& options, const report::Report& wanted,
                const Context& context) {
  const auto refuse = [&](const char* option) {
    base::refuse({{"{0} 不用于 {1}", "{0} is not for {1}"}, {option, std::string(wanted.name)}},
                 {{"去掉 {0}", "leave {0} out"}, {option}});
  };
  if (!options.week.empty() && wanted.day != ReportDay::week_end) refuse("--week");
  if (!options.month.empty() && wanted.day != ReportDay::month_end) refuse("--month");
  const bool named = !options.week.empty() || !options.month.empty();
  if (named && !context.options.as_of.empty()) {
    base::refuse({{"--as-of 和 {0} 只能写一个", "give --as-of or {0}, not both"},
                  {options.week.empty() ? "--month" : "--week"}},
                 {});
  }
  const auto edition = query::whole_number(options.edition);
  if (!options.edition.empty() && (!edition || *edition < 1)) {
    base::refuse({{"--edition 的“{0}”不是期数", "“{0}”, for --edition, is no number of an issue"},
                  {options.edition}},
                 {{"写 1 以上的整数，如 --edition 5", "give a whole number from 1, such as 5"}});
  }
  const bool is_ledger = wanted.name == "ledger";
  if (!options.columns.empty() && !is_ledger) refuse("--columns");
  if (options.by_month && !is_ledger) refuse("--monthly");
  if (options.full && wanted.name != "weekly") refuse("--full");
}

base::Date day_of(const ReportOptions& options, const report::Report& wanted,
                  const Context& context) {
  const base::Date asked = context.clocks.as_of;
  switch (wanted.day) {
    case ReportDay::week_end:
      if (!options.week.empty()) {
        return end_of(options.week, "--week", context,
                      [](const base::DateSpan& span) { return span.to - span.from == 6 * a_day; },
                      {"一周，如 2024-W40", "a week, such as 2024-W40"});
      }
      return asked - a_day * std::chrono::weekday(asked).c_encoding();
    case ReportDay::month_end:
      if (!options.month.empty()) {
        return end_of(options.month, "--month", context,
                      [](const base::DateSpan& span) {
                        return month_start(span.to) == span.from &&
                               month_start(span.to + a_day) > span.to;
                      },
                      {"一个月，如 2024-09", "a month, such as 2024-09"});
      }
      return month_start(asked + a_day) - a_day;
    case ReportDay::as_asked:
      break;
  }
  return asked;
}

/// Takes the subject from the words of the filter: its first word, where that is no condition.
std::string take_subject(std::vector<std::string>& filter) {
  if (filter.empty() || filter.front().find_first_of(":<>=~@()\"") != std::string::npos) return {};
  // The colon of Chinese texts is one as well.
  if (filter.front().find("：") != std::string::npos) return {};
  std::string subject = std::move(filter.front());
  filter.erase(filter.begin());
  return subject;
}

/// The options that a command line in a foot has beside the two days, the language and the words.
struct Said {
  std::string_view name;
  std::string& (*at)(ReportOptions& options);
};

constexpr Said said_options[] = {
    {"--plan", [](ReportOptions& one) -> std::string& { return one.plan; }},
    {"--section", [](ReportOptions& one) -> std::string& { return one.selection.section; }},
    {"--unit", [](ReportOptions& one) -> std::string& { return one.selection.unit; }},
    {"--status", [](ReportOptions& one) -> std::string& { return one.selection.status; }},
    {"--edition", [](ReportOptions& one) -> std::string& { return one.edition; }},
    {"--issuer", [](ReportOptions& one) -> std::string& { return one.issuer; }},
    {"--columns", [](ReportOptions& one) -> std::string& { return one.columns; }},
};

/// `text` as the foot of a paper can say it and a copy of the paper still does: on one line, with
/// one blank for several, which Markdown, mail and browsers do not keep. Throws `Fatal` (usage) for
/// characters that nobody sees and no copy keeps.
std::string on_one_line(const std::string& text, std::string_view option) {
  std::string plain = text;
  for (const char* line_end : {"\r", "\n"}) base::replace_all(plain, line_end, " ");
  plain = base::with_single_blanks(std::move(plain));
  if (base::printable(plain) != plain) {
    base::refuse({{"{0} 的“{1}”里有看不见的控制字符，或不是 UTF-8",
                   "“{1}”, for {0}, has characters that nobody sees, or is not UTF-8"},
                  {option, base::printable(plain)}},
                 {{"重新输入，不要粘贴", "type it anew instead of pasting it"}});
  }
  return std::string(base::trimmed(plain));
}

/// The options with their texts so.
ReportOptions on_one_line(ReportOptions options) {
  for (const Said& one : said_options) one.at(options) = on_one_line(one.at(options), one.name);
  for (std::string& word : options.filter) word = on_one_line(word, "FILTER");
  return options;
}

/// What a paper has more of than usual.
struct SaidFlag {
  std::string_view name;
  bool ReportOptions::*at;
};

constexpr SaidFlag said_flags[] = {{"--full", &ReportOptions::full},
                                   {"--monthly", &ReportOptions::by_month}};

/// Flags of a line in a foot: the look of another docx, the templates of an office.
constexpr std::string_view with_reference = "--reference";
constexpr std::string_view with_templates = "--templates";

/// The words of a line that `shell_word` wrote.
std::vector<std::string> unquoted(std::string_view line) {
  std::vector<std::string> words;
  bool in_quotes = false;
  bool in_word = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (!in_quotes && c == ' ') {
      in_word = false;
      continue;
    }
    if (!in_word) words.emplace_back();
    in_word = true;
    if (c == '\'') {
      in_quotes = !in_quotes;
    } else if (!in_quotes && c == '\\' && i + 1 < line.size()) {
      words.back() += line[++i];
    } else {
      words.back() += c;
    }
  }
  return words;
}

/// The command line that makes the report once more.
std::string line_of(ReportOptions options, const Context& on_its_day, base::Language language) {
  std::string line = "report " + options.name;
  for (const std::string& word : options.filter) line += " " + shell_word(word);
  line += " --as-of " + base::iso(on_its_day.clocks.as_of) + " --known-by " +
          base::iso(on_its_day.clocks.known_by);
  for (const Said& one : said_options) {
    const std::string& value = one.at(options);
    if (!value.empty()) line += " " + std::string(one.name) + " " + shell_word(value);
  }
  for (const SaidFlag& flag : said_flags) {
    if (options.*flag.at) line += " " + std::string(flag.name);
  }
  // What the paper was made with and a reader needs to make it once more, whose place is his.
  if (!options.reference.empty()) line += " " + std::string(with_reference);
  if (!on_its_day.options.templates.empty()) line += " " + std::string(with_templates);
  return line + " --lang " + (language == base::Language::zh ? "zh" : "en");
}

}  // namespace

std::string shell_word(const std::string& word) {
  constexpr std::string_view special = " \t\n'\"\\$`*?[]{}()<>|&;#~!";
  if (!word.empty() && word.find_first_of(special) == std::string::npos) return word;
  std::string result = "'";
  for (const char c : word) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + "'";
}

namespace {

/// Say on stderr that a paper has no task in it, or that a word which looks like a subject was
/// taken as a condition: the report has none. Throws `Fatal` (usage) for the name of a unit that
/// takes no task: an empty paper would be sent as that of a unit with nothing to do.
void warn_of_selection(const Context& context, const report::Asked& asked,
                       const std::string& report, const std::string& bare) {
  if (asked.selection.takes_all()) return;
  const bool none = report::takes_none(asked);
  if (none && asked.world().unit_named(bare)) {
    base::refuse({{"{0} 不分对象；没有一项任务标题里有“{1}”，它是单位",
                   "{0} has no subject; no task has “{1}” in its title, which is a unit"},
                  {report, bare}},
                 {{"写 lead:{0}", "write lead:{0}"}, {bare}});
  }
  if (none) {
    context.say({{"没有一项任务合乎条件（{0}），报表是空的",
                  "no task is among what was asked for ({0}); the paper is empty"},
                 {query::plain(report::selection_line(asked))}});
  }
  if (bare.empty() || (!none && !asked.world().unit_named(bare))) return;
  context.say({{"{0} 不分对象，“{1}”是条件：标题里有这几个字的任务；按单位选写 lead:{1}",
                "{0} has no subject; “{1}” is a condition: tasks with these words in their title; "
                "those of a unit are lead:{1}"},
               {report, bare}});
}

constexpr char usual_format[] = "markdown";

}  // namespace

ReportQuestion question_of(const ReportOptions& given, const Context& context) {
  const ReportOptions options = on_one_line(given);
  if (options.name.empty()) {
    base::refuse({{"要哪一种报表？", "which report?"}},
                 {{"如：taizhang report weekly", "such as: taizhang report weekly"}});
  }
  const report::Report& wanted =
      base::find_named(report::reports(), options.name, {"报表", "report"});
  refuse_day(options, wanted, context);
  Context on_its_day = context;
  on_its_day.clocks.as_of = day_of(options, wanted, context);
  if (context.options.known_by.empty()) on_its_day.clocks.known_by = on_its_day.clocks.as_of;
  ReportOptions asked = options;
  asked.selection.of_tasks = true;
  // A workbook has no pages to keep to.
  const render::Format& format = chosen_format(options.format, options.output, usual_format);
  asked.full |= wanted.name == "weekly" && format.name == "xlsx";
  report::Sending sending{.edition = options.edition,
                          .issuer = options.issuer,
                          .plan_is_named = !options.plan.empty(),
                          .by_month = options.by_month,
                          .is_whole = asked.full};
  std::vector<std::string> words = asked.filter;
  const std::string first = take_subject(words);
  const bool has_subject = !wanted.subject.zh.empty();
  ReportOptions said = asked;
  if (has_subject) {
    sending.subject = first;
    asked.filter = std::move(words);
  }
  if (!options.columns.empty()) {
    std::string columns = options.columns;
    for (const std::string_view comma : {"，", "、"}) {
      for (std::size_t at = 0; (at = columns.find(comma, at)) != columns.npos; ++at) {
        columns.replace(at, comma.size(), ",");
      }
    }
    for (const std::string_view column : base::split(columns, ',')) {
      sending.columns.emplace_back(base::trimmed(column));
    }
  }
  const auto made = [make = wanted.make, options = said, context = on_its_day,
                     bare = has_subject ? std::string() : first](const report::Asked& of) {
    document::Document document = make(of);
    warn_of_selection(context, of, options.name, bare);
    const std::string digest = base::digest(render::document_json(document, {}));
    document.provenance = of.words.say(words::keys::paper_provenance, TAIZHANG_VERSION,
                                       line_of(options, context, of.language()), digest);
    document.foot.emplace_back(document.provenance);
    return document;
  };
  return {on_its_day,
          asked,
          {.document = made,
           .usual_format = usual_format,
           .sending = std::move(sending),
           .in_language_of_plan = true}};
}

ReportQuestion question_of_line(const std::string& line, const Context& context) {
  ReportOptions options;
  bool spread = false;
  Context then = context;
  const std::vector<std::string> words = unquoted(line);
  const auto fail = [&]() {
    base::refuse({{"读不懂出处：{0}", "this is no line by which a report was made: {0}"}, {line}},
                 {});
  };
  if (words.size() < 2 || words[0] != "report") fail();
  options.name = words[1];
  for (std::size_t i = 2; i < words.size(); ++i) {
    const std::string& word = words[i];
    const auto flag = std::ranges::find(said_flags, word, &SaidFlag::name);
    if (flag != std::end(said_flags)) {
      options.*flag->at = true;
      continue;
    }
    if (word == with_reference) {
      spread = true;
      continue;
    }
    if (word == with_templates) {
      if (context.options.templates.empty()) {
        base::refuse({{"这份报表是用单位自己的模板写的",
                       "this paper was made with the templates of an office"}},
                     {{"加上 --templates 文件夹", "add --templates DIR"}});
      }
      continue;
    }
    if (!word.starts_with("--")) {
      options.filter.push_back(word);
      continue;
    }
    if (++i == words.size()) fail();
    const auto one = std::ranges::find(said_options, word, &Said::name);
    if (one != std::end(said_options)) {
      one->at(options) = words[i];
    } else if (word == "--as-of" || word == "--known-by") {
      const base::Date day = span_option(words[i], word.c_str(), context.clocks.as_of).to;
      (word == "--as-of" ? then.clocks.as_of : then.clocks.known_by) = day;
      (word == "--as-of" ? then.options.as_of : then.options.known_by) = words[i];
    } else if (word == "--lang") {
      then.language = words[i] == "zh" ? base::Language::zh : base::Language::en;
      then.language_is_chosen = true;
    } else {
      fail();
    }
  }
  ReportQuestion question = question_of(options, then);
  question.options.spread = spread;
  return question;
}

}  // namespace taizhang::command
