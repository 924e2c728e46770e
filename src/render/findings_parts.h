// SPDX-License-Identifier: MIT
//
// What the formats of findings for other programs have in common.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "render/findings.h"
#include "render/json_text.h"

namespace taizhang::render {

/// `error` or `warning`, as nearly all formats for programs write it.
std::string_view severity_name(source::Severity severity);

/// The path as services compare it with those of a repository: `./a/../b` is `b`.
std::string clean_path(const std::string& path);

/// What is wrong and what to write instead, as one line for formats that have one text.
std::string message_with_help(const source::Finding& finding, base::Language language);

/// The findings' places in the list, errors first, else in their order: a service that shows only
/// the first few shall show the worst.
std::vector<std::size_t> worst_first(const std::vector<source::Finding>& findings);

/// Everything about a finding as JSON: `json` lists these, `json-lines` has one a line.
Json finding_json(const source::Finding& finding, const FindingsView& view);

}  // namespace taizhang::render
