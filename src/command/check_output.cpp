// SPDX-License-Identifier: MIT
#include "command/check_output.h"

#include <algorithm>
#include <iostream>

#include "command/output.h"
#include "render/findings_summary.h"

namespace taizhang::command {

namespace {

/// GitHub throws away the whole summary of a step that is larger (1 MiB).
constexpr std::size_t largest_summary = 1 << 20;

/// Whether the program runs in a job of GitHub Actions.
bool runs_on_github(const Context& context) {
  return context.io.environment("GITHUB_ACTIONS") == "true";
}

/// Put all findings at the end of the job's summary, `GITHUB_STEP_SUMMARY`, where there is one. A
/// summary that cannot be written is one line on stderr: the check itself has not failed.
void write_step_summary(const Context& context, const render::FindingsView& view) {
  const std::string path = context.io.environment("GITHUB_STEP_SUMMARY").value_or("");
  if (path.empty()) return;
  // The step's earlier commands may have written there too.
  const base::Content before = context.io.disk.read(path, largest_summary);
  const bool full = before.fault == base::DiskFault::too_large;
  const std::string text =
      full ? "" : render::findings_summary(view, largest_summary - before.text.size());
  base::Argument reason = base::Bilingual{"摘要已满", "it is full"};
  if (!text.empty()) {
    const base::Written written = context.io.disk.append(path, text);
    if (written.fault == base::DiskFault::none) return;
    reason = base::words_for(written.fault, written.reason);
  }
  context.say({{"写不了摘要 {0}：{1}", "the summary {0} cannot be written: {1}"}, {path, reason}});
}

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
    base::refuse_unknown(ending, {"输出格式", "output format"}, known);
  }
  return runs_on_github(context) && !options.statistics ? "github" : "full";
}

bool is_for_people(const render::FindingFormat& format) {
  return format.name == "full" || format.name == "concise";
}

}  // namespace

CheckOutput::CheckOutput(const CheckOptions& options, const Context& context)
    : options_(options),
      context_(context),
      format_(base::find_named(render::finding_formats(), format_name(options, context),
                               {"格式", "format"})) {
  const bool has_statistics =
      format_.name == "full" || format_.name == "concise" || format_.name == "json";
  if (options.statistics && !has_statistics) {
    base::refuse({{"--statistics 没有 {0} 格式", "--statistics has no format {0}"}, {format_.name}},
                 {{"可用：full、concise（文字）、json", "known: full, concise (text), json"}});
  }
  require_writable(context, options.output);
}

render::FindingsView CheckOutput::view_of(const std::vector<source::Finding>& findings,
                                          const Look& look, render::Style style) const {
  return {findings, look.ledger, context_.language, style, TAIZHANG_VERSION};
}

base::Exit CheckOutput::exit_of(const Look& look) const {
  const bool fails =
      std::any_of(look.findings.begin(), look.findings.end(), [&](const auto& finding) {
        return options_.strict || finding.severity == source::Severity::error;
      });
  return fails && !options_.exit_zero ? base::Exit::findings : base::Exit::clean;
}

base::Exit CheckOutput::show(const Look& look) const {
  const int width = options_.output.empty() ? context_.io.out_terminal.width : 0;
  std::vector<source::Finding> findings = look.findings;
  if (options_.output.empty() && context_.io.out_terminal.is_terminal && is_for_people(format_)) {
    // What comes last is not scrolled away.
    std::stable_partition(findings.begin(), findings.end(), [](const auto& finding) {
      return finding.severity == source::Severity::warning;
    });
  }
  const auto view = view_of(findings, look, context_.style_for(options_.output));
  std::string text = !options_.statistics     ? format_.render(view)
                     : format_.name == "json" ? render::statistics_json(view)
                                              : render::statistics_text(view, width);
  if (look.findings.empty() && format_.name == "full" && !options_.statistics) {
    const base::Phrase clean{{"没有发现问题（{0} 个文件）", "no findings in {0} files"},
                             {look.files}};
    text += clean.in(context_.language) + "\n";
  }
  write_result(context_, options_.output, text);
  if (format_.name == "github") write_step_summary(context_, view);
  if (look.gone.mended > 0) {
    context_.say({{"基线里有 {0} 个问题已经改好，运行 taizhang check --write-baseline {1} 把它缩小",
                   "mended since the baseline: {0}; run taizhang check --write-baseline {1}"},
                  {look.gone.mended, options_.baseline}});
  }
  if (look.gone.changed > 0) {
    context_.say(
        {{"基线里有 {0} 个问题还没有改好，只是内容变了（如漏报换了月份），上面按新问题列出",
          "not mended but changed since the baseline, such as another month of missing reports: "
          "{0}; they are listed above as new"},
         {look.gone.changed}});
  }
  return exit_of(look);
}

base::Exit CheckOutput::tell(const Look& look) const {
  context_.io.err << render::findings_concise(view_of(look.findings, look, render::Style(false)));
  return exit_of(look);
}

}  // namespace taizhang::command
