// SPDX-License-Identifier: MIT
#include "command/report_asked.h"

#include <algorithm>
#include <chrono>

#include "base/digest.h"
#include "base/suggest.h"
#include "base/text.h"
#include "render/format.h"
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
  const bool is_ledger = wanted.name == "ledger";
  if (!options.columns.empty() && !is_ledger) refuse("--columns");
  if (options.by_month && !is_ledger) refuse("--monthly");
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
  if (options.by_month) line += " --monthly";
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

ReportQuestion question_of(const ReportOptions& options, const Context& context) {
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
  report::Sending sending{.edition = options.edition,
                          .issuer = options.issuer,
                          .plan_is_named = !options.plan.empty(),
                          .by_month = options.by_month};
  if (!wanted.subject.zh.empty()) sending.subject = take_subject(asked.filter);
  if (!options.columns.empty()) {
    for (const std::string_view column : base::split(options.columns, ',')) {
      sending.columns.emplace_back(base::trimmed(column));
    }
  }
  const auto made = [make = wanted.make, options, context = on_its_day](const report::Asked& of) {
    document::Document document = make(of);
    const std::string digest = base::digest(render::document_json(document, {}));
    document.provenance = of.words.say(words::keys::paper_provenance, TAIZHANG_VERSION,
                                       line_of(options, context, of.language()), digest);
    document.foot.emplace_back(document.provenance);
    return document;
  };
  return {on_its_day,
          asked,
          {.document = made,
           .usual_format = "markdown",
           .sending = std::move(sending),
           .in_language_of_plan = true}};
}

ReportQuestion question_of_line(const std::string& line, const Context& context) {
  ReportOptions options;
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
    if (word == "--monthly") {
      options.by_month = true;
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
  return question_of(options, then);
}

}  // namespace taizhang::command
