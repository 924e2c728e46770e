// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "render/style.h"
#include "source/finding.h"
#include "source/source_file.h"

namespace taizhang::render {

/// Everything that a format of findings needs.
struct FindingsView {
  const std::vector<source::Finding>& findings;
  const source::Sources& sources;
  base::Language language;
  Style style;
};

std::string findings_full(const FindingsView& view);
std::string findings_concise(const FindingsView& view);
std::string findings_json(const FindingsView& view);

struct FindingFormat {
  std::string_view name;
  std::string (*render)(const FindingsView&);
};

/// Every format of `check`, by name. A new one is its file and a row in `findings.cpp`.
std::span<const FindingFormat> finding_formats();

/// `path:line:col: severity[CODE]: message`, without a line end.
std::string finding_line(const source::Finding& finding, const FindingsView& view);

/// How a severity is called: 错误, 警告.
base::Bilingual severity_word(source::Severity severity);

}  // namespace taizhang::render
