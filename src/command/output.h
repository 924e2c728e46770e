// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "command/command.h"
#include "render/template.h"

namespace taizhang::command {

/// The format that the ending of `path` asks for (`md` is `markdown` where a table has that, `txt`
/// is `text`). Throws `Fatal` (usage) where the name has no ending.
std::string format_of_ending(const std::string& path);

/// The row of `formats` for `--format`, else for the ending of `output`, else `usual`. Throws
/// `Fatal` (usage) for a format that is not there.
template <class Row>
const Row& chosen_format(std::span<const Row> formats, const std::string& format,
                         const std::string& output, const char* usual) {
  if (!format.empty()) return find_named(formats, format, {"格式", "format"});
  if (output.empty()) return find_named(formats, usual, {"格式", "format"});
  const std::string ending = format_of_ending(output);
  const std::string other = ending == "md" ? "markdown" : ending == "txt" ? "text" : ending;
  for (const Row& row : formats) {
    if (row.name == ending || row.name == other) return row;
  }
  return find_named(formats, ending, {"输出格式", "output format"});
}

/// Throw `Fatal` (internal) where `path` cannot be written; an empty one is standard output. To be
/// asked before the work is done.
void require_writable(const Context& context, const std::string& path);

/// Write `text` to `path` in one step, or to standard output for an empty one.
void write_result(const Context& context, const std::string& path, const std::string& text);

/// The built-in templates, with those of `--templates` in their place.
render::Templates templates(const Context& context);

}  // namespace taizhang::command
