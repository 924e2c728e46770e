// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iostream>
#include <optional>

#include "base/text.h"
#include "command/output.h"
#include "command/report_asked.h"
#include "command/verify_differences.h"
#include "render/read_back.h"

namespace taizhang::command {

namespace {

using render::ReadValue;

struct VerifyOptions {
  std::string file;
};

constexpr std::size_t largest_document = std::size_t{64} << 20;

std::string text_of_file(const Context& context, const std::string& path) {
  base::Content content = context.io.disk.read(path, largest_document);
  if (content.fault != base::DiskFault::none) {
    base::refuse({{"读不了 {0}", "{0} cannot be read"}, {path}},
                 {{"{0}", "{0}"}, {base::words_for(content.fault, content.reason)}});
  }
  return std::move(content.text);
}

/// What a value is that tells how its document was made: `taizhang 0.1.0 report …；数值摘要 …`.
constexpr std::string_view maker = "taizhang ";

bool tells_maker(const ReadValue& value) {
  return value.text.starts_with(maker) && value.text.find(" report ") != std::string::npos;
}

/// The command line in it, without the version before and the digest behind.
std::string line_in(const std::string& text) {
  const std::size_t start = text.find("report ");
  const std::size_t end = std::max({text.rfind("；") == text.npos ? 0 : text.rfind("；"),
                                    text.rfind("; ") == text.npos ? 0 : text.rfind("; ")});
  return text.substr(start, end > start ? end - start : text.npos);
}

/// The version in it, before the command line.
std::string_view version_in(std::string_view text) {
  return base::trimmed(text.substr(maker.size(), text.find("report ") - maker.size()));
}

/// What stands behind the command line: the digest of the values.
std::string digest_in(const std::string& text) {
  const std::string line = line_in(text);
  return text.substr(std::min(text.find(line) + line.size(), text.size()));
}

/// What the plans of a ledger are called, and who issued them.
struct Names {
  std::vector<std::string> plans;
  std::vector<std::string> issuers;
};

/// Whether one of `names` stands in a paper.
bool is_in(const std::vector<std::string>& names, const std::vector<ReadValue>& values) {
  return std::ranges::any_of(values, [&](const ReadValue& value) {
    return std::ranges::any_of(names, [&](const std::string& name) {
      return value.text.find(name) != value.text.npos || value.table.find(name) != value.table.npos;
    });
  });
}

/// Those that stand in a paper made of this ledger and not in the file: it is of another one.
/// JSON has its plans by their ids, which are often the same, and their issuer.
std::vector<std::string> lacking(const Names& names, const std::vector<ReadValue>& file,
                                 const std::vector<ReadValue>& computed) {
  const auto& told = is_in(names.plans, computed) ? names.plans : names.issuers;
  return is_in(told, computed) && !is_in(told, file) ? told : std::vector<std::string>();
}

void tell(const Context& context, const base::Phrase& phrase) {
  context.io.out << base::printable(phrase.in(context.language)) << "\n";
}

base::Exit run(const VerifyOptions& options, const Context& context) {
  if (options.file.empty()) {
    base::refuse({{"核对哪个文件？", "verify which file?"}},
                 {{"如：taizhang verify 周报.html", "such as: taizhang verify weekly.html"}});
  }
  if (!context.options.as_of.empty() || !context.options.known_by.empty()) {
    base::refuse({{"核对按报表末尾写明的日期重算，不能另定 --as-of、--known-by",
                   "the foot of a report says of which day it is: no --as-of and no --known-by"}},
                 {{"去掉再核对；要另一天的报表，用 taizhang report 重新生成",
                   "leave them out; for another day make the report anew with taizhang report"}});
  }
  // A file that is not there is said to be missing, whatever it is called.
  const std::string text = text_of_file(context, options.file);
  const render::Format& format = chosen_format("", options.file, "markdown");
  if (!format.is_binary && base::first_invalid_utf8(text)) {
    base::refuse({{"{0} 不是 UTF-8 编码，不能核对", "{0} is not UTF-8 and cannot be verified"},
                  {options.file}},
                 {base::save_as_utf8});
  }
  const auto values = render::read_values(text, format.name);
  if (!values) {
    base::refuse(
        {{"{0} 格式不能核对，或文件已损坏", "{0} cannot be verified, or the file is broken"},
         {format.name}},
        {{"可以核对 Markdown、HTML、JSON、docx", "Markdown, HTML, JSON and docx can be"}});
  }
  const auto made = std::ranges::find_if(*values, tells_maker);
  if (made == values->end()) {
    base::refuse({{"{0} 里没有出处，不是本工具写的报表", "{0} does not say how it was made"},
                  {options.file}},
                 {{"报表末尾有一行 taizhang … report …",
                   "a report has a line taizhang … report … in its foot"}});
  }
  ReportQuestion asked = question_of_line(line_in(made->text), context);
  Names names;
  asked.question.document = [&names, make = asked.question.document](const report::Asked& of) {
    for (const measure::PlanFigures& plan : of.world().plans()) {
      if (plan.plan->plan.title) names.plans.push_back(*plan.plan->plan.title);
      if (plan.plan->plan.issuer) names.issuers.push_back(*plan.plan->plan.issuer);
    }
    return make(of);
  };
  const std::string again = answer_text(asked.context, asked.options, asked.question, format);
  auto computed = render::read_values(again, format.name);
  const auto made_again = std::ranges::find_if(*computed, tells_maker);
  std::optional<base::Phrase> otherwise;
  const std::string version(version_in(made->text));
  if (made_again != computed->end()) {
    if (digest_in(made->text) != digest_in(made_again->text)) {
      otherwise = {{"末尾的出处：文件里是“{0}”，重算是“{1}”",
                    "what its foot says: “{0}” in the file, “{1}” computed"},
                   {made->text, made_again->text}};
    }
    // Of this line the version may be another; what else claims to be one is compared.
    made_again->text = made->text;
    made_again->markup = made->markup;
  }
  std::vector<base::Phrase> differences = differences_of(*values, *computed, context.language);
  if (otherwise) differences.push_back(*otherwise);
  for (const base::Phrase& difference : differences) tell(context, difference);
  if (!differences.empty()) {
    tell(context,
         {{"{0} 处不同", "{0} values differ"}, {static_cast<long long>(differences.size())}});
    const std::vector<std::string> others = lacking(names, *values, *computed);
    if (!others.empty()) {
      tell(context, {{"报表里没有“{0}”：像是另一份台账的报表，用 -C 指明那份台账",
                      "“{0}” is not in the paper, which seems to be of another ledger: name that "
                      "with -C"},
                     {base::joined(others, "”“")}});
    }
    return base::Exit::findings;
  }
  tell(context, {{"一致：重算的 {0} 处都相同", "the same: all {0} values computed again"},
                 {static_cast<long long>(values->size())}});
  if (version != TAIZHANG_VERSION) {
    tell(context, {{"出处写的版本是 {0}，核对用的是 {1}",
                    "its foot says version {0}; it was verified with {1}"},
                   {version, TAIZHANG_VERSION}});
  }
  return base::Exit::clean;
}

void declare(Options& options, VerifyOptions& verify) {
  options.positional("FILE", verify.file, {"报表文件", "the report"});
}

}  // namespace

const Command verify_command{
    "verify",
    Needs::figures,
    {"核对一份报表的每个数", "compute a report anew and compare it"},
    {R"(按报表末尾的出处（报表、计划、日期、条件、语言、期数……）用现在的台账重新生成，逐处比较，写明哪个表、哪一行、
哪一栏不同，多了、少了哪一行；HTML 里文字相同而标记不同（如隐藏了一格）的也写明。docx 里的修订、批注、域、
文本框、隐藏或换了颜色的字、改过的页眉页脚也写明，只是另存过的仍是一致。换行、行末空白、文件头的 BOM
和浏览器另存网页时加的不算不同。日期以出处为准，不能另写 --as-of、--known-by。可以核对
Markdown、HTML、JSON 和 docx。一致时退出码为 0，有不同为 1，文件读不了为 2。
用自己的模板做的报表要用同一套模板核对，写 --templates。

示例：
  taizhang verify weekly.md
  taizhang verify weekly.html -C ~/ledger
)",
     R"(Make a report anew, with the ledger as it is now, by what its foot says of report, plan, days,
filter, language and number, and compare: each value that differs is named by table, row and
column, a row that was taken out or put in by its name, and in HTML a text whose markup is
another (a hidden cell). Of a docx also tracked changes, comments, fields, text boxes, text that is
hidden or has another colour, and other heads and feet of pages; one that was saved again is the
same. Line ends, blanks at their ends, a byte order mark, and what a browser adds to a page that it
saves are no difference. The foot says the day: --as-of and --known-by are refused. Markdown, HTML, JSON and docx can
be verified. Exit 0 where nothing differs, 1 where something does, 2 where the file cannot be read.
A report that was made with templates of your own is compared with the same: --templates.

Examples:
  taizhang verify weekly.md
  taizhang verify weekly.html -C ~/ledger
)"},
    set_up<VerifyOptions, declare, run>,
};

}  // namespace taizhang::command
