// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "check/check.h"
#include "render/style.h"
#include "source/finding.h"
#include "source/source_file.h"

namespace taizhang::render {

/// Everything that a format of findings needs.
struct FindingsView {
  const std::vector<source::Finding>& findings;
  const model::Ledger& ledger;  ///< what they were found in
  base::Language language;
  Style style;               ///< for `full` and `concise`; no other format has colour
  std::string_view version;  ///< of the program

  const source::SourceFile& file(source::Span at) const { return ledger.sources.at(at.file); }
};

std::string findings_full(const FindingsView& view);
std::string findings_concise(const FindingsView& view);
std::string findings_github(const FindingsView& view);
std::string findings_gitlab(const FindingsView& view);
std::string findings_json(const FindingsView& view);
std::string findings_json_lines(const FindingsView& view);
std::string findings_junit(const FindingsView& view);
std::string findings_rdjson(const FindingsView& view);
std::string findings_sarif(const FindingsView& view);

struct FindingFormat {
  std::string_view name;
  std::string (*render)(const FindingsView&);
  base::Bilingual about;  ///< whom it is for
};

/// Every format of `check`, by name. A new one is its file and a row in `findings.cpp`.
std::span<const FindingFormat> finding_formats();

/// `path:line:col: severity[CODE]: message`, without a line end.
std::string finding_line(const source::Finding& finding, const FindingsView& view);

/// `path:line:col`, as the file is called in the ledger.
std::string place_text(source::Span at, const FindingsView& view);

/// How a severity is called: 错误, 警告.
base::Bilingual severity_word(source::Severity severity);

/// How many errors, how many warnings, and how many of them `--fix` can mend; without a line end.
std::string findings_total(const FindingsView& view);

/// `error` or `warning`, as nearly all formats for programs write it.
std::string_view severity_name(source::Severity severity);

/// The path as services compare it with those of a repository: `./a/../b` is `b`.
std::string clean_path(const std::string& path);

/// What is wrong and what to write instead, as one line for formats that have one text.
std::string message_with_help(const source::Finding& finding, base::Language language);

/// The findings' places in the list, errors first, else in their order: a service that shows only
/// the first few shall show the worst.
std::vector<std::size_t> worst_first(const std::vector<source::Finding>& findings);

}  // namespace taizhang::render
