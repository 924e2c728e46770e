// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "command/command.h"
#include "render/format.h"

namespace taizhang::command {

/// The ending of a file's name. Throws `Fatal` (usage) where it has none.
std::string ending_of(const std::string& path);

/// The format of documents for `--format`, else for the ending of `output`, else `usual`. Throws
/// `Fatal` (usage) for a format that is not there, and where the two contradict each other.
const render::Format& chosen_format(const std::string& format, const std::string& output,
                                    const std::string& usual);

/// Throw `Fatal` (internal) where `path` cannot be written; an empty one is standard output. To be
/// asked before the work is done.
void require_writable(const Context& context, const std::string& path);

/// Write `text` to `path` in one step, or to standard output for an empty one.
void write_result(const Context& context, const std::string& path, const std::string& text);

inline constexpr std::string_view words_of_zh = "words/zh.yaml";
inline constexpr std::string_view words_of_en = "words/en.yaml";

/// What a folder of `--templates` may have: the templates of `all`, and the files of words.
std::vector<std::string_view> template_names(const render::Templates& all);

/// The built-in templates, with those of `--templates` in their place. Throws `Fatal` (usage) for a
/// file there whose name nothing uses.
render::Templates templates(const Context& context);

}  // namespace taizhang::command
