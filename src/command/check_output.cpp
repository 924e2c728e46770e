// SPDX-License-Identifier: MIT
#include "command/check_output.h"

#include <algorithm>
#include <iostream>
#include <iterator>

#include "base/text.h"
#include "command/github.h"
#include "command/output.h"
#include "render/findings_statistics.h"

namespace taizhang::command {

namespace {

/// The endings of files that ask for a format.
constexpr std::pair<std::string_view, std::string_view> endings[] = {{"json", "json"},
                                                                     {"jsonl", "json-lines"},
                                                                     {"sarif", "sarif"},
                                                                     {"txt", "full"},
                                                                     {"xml", "junit"}};

std::string format_name(const CheckOptions& options, const Context& context) {
  if (!options.format.empty()) return options.format;
  if (!options.output.empty() && !options.diff && !options.reads_stdin()) {
    const std::string ending = ending_of(options.output);
    std::vector<std::string_view> known;
    for (const auto& [known_ending, format] : endings) {
      if (ending == known_ending) return std::string(format);
      known.push_back(known_ending);
    }
    fail_unknown(ending, {"输出格式", "output format"}, known);
  }
  return runs_on_github(context) && !options.statistics ? "github" : "full";
}

}  // namespace

CheckOutput::CheckOutput(const CheckOptions& options, const Context& context)
    : options_(options),
      context_(context),
      format_(find_named(render::finding_formats(), format_name(options, context),
                         {"格式", "format"})) {
  const bool has_statistics =
      format_.name == "full" || format_.name == "concise" || format_.name == "json";
  if (options.statistics && !has_statistics) {
    throw base::Fatal(
        base::Exit::usage,
        {{"--statistics 没有 {0} 格式", "--statistics has no format {0}"}, {format_.name}},
        {{"可用：full、concise（文字）、json", "known: full, concise (text), json"}, {}});
  }
  require_writable(context, options.output);
}

render::FindingsView CheckOutput::view_of(const Look& look, render::Style style) const {
  return {look.findings, look.ledger, context_.language, style, TAIZHANG_VERSION};
}

std::string CheckOutput::statistics(const render::FindingsView& view) const {
  if (format_.name == "json") return render::statistics_json(view);
  return render::statistics_text(view,
                                 options_.output.empty() ? context_.io.out_terminal.width : 0);
}

base::Exit CheckOutput::exit_of(const Look& look) const {
  const bool fails =
      std::any_of(look.findings.begin(), look.findings.end(), [&](const auto& finding) {
        return options_.strict || finding.severity == source::Severity::error;
      });
  return fails && !options_.exit_zero ? base::Exit::findings : base::Exit::clean;
}

base::Exit CheckOutput::show(const Look& look) const {
  const auto view =
      view_of(look, options_.output.empty() ? context_.out_style() : render::Style(false));
  std::string text = options_.statistics ? statistics(view) : format_.render(view);
  if (look.findings.empty() && format_.name == "full" && !options_.statistics) {
    const base::Phrase clean{{"没有发现问题（{0} 个文件）", "no findings in {0} files"},
                             {static_cast<long long>(look.ledger.sources.size())}};
    text += clean.in(context_.language) + "\n";
  }
  write_result(context_, options_.output, text);
  if (format_.name == "github") write_step_summary(context_, view);
  if (!look.gone.empty()) {
    say({{"基线里有 {0} 个问题已经改好，运行 taizhang check --write-baseline {1} 把它缩小",
          "mended since the baseline: {0}; run taizhang check --write-baseline {1}"},
         {static_cast<long long>(look.gone.size()), options_.baseline}});
  }
  return exit_of(look);
}

base::Exit CheckOutput::tell(const Look& look) const {
  context_.io.err << render::findings_concise(view_of(look, render::Style(false)));
  return exit_of(look);
}

void CheckOutput::say(const base::Phrase& phrase) const {
  context_.io.err << "taizhang: " << base::printable(phrase.in(context_.language)) << "\n";
}

}  // namespace taizhang::command
