// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

#include "render/findings.h"

namespace taizhang::render {

/// How many findings each rule has, most first, then by code, with the total below them, for a
/// terminal of `width` columns (0: nothing is cut). Rules without any are left out.
std::string statistics_text(const FindingsView& view, int width);

/// The same for programs.
std::string statistics_json(const FindingsView& view);

/// All findings as Markdown for the summary of a CI job: the total, the count of each rule, then a
/// table of the findings, errors first. At most `room` bytes: rows that do not fit are left out
/// whole, and a line says how many. Empty where there is no room for a single row.
std::string findings_summary(const FindingsView& view, std::size_t room);

}  // namespace taizhang::render
