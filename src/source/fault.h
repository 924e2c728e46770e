// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "base/phrase.h"
#include "source/edit.h"
#include "source/span.h"

namespace taizhang::source {

/// What can be wrong with a file as such, before anybody asks what its figures mean. Each kind has
/// one rule in `check/rules/` that says it in words and gives it a code.
enum class FaultKind {
  unreadable,     ///< detail: why, from the system
  limit,          ///< larger or deeper than the reader takes; detail: what, the limit
  encoding,       ///< bytes that are not UTF-8 text; detail: what stands there
  invisible,      ///< a character that no editor shows, in a text that is sound otherwise; detail:
                  ///< which
  syntax,         ///< detail: what is wrong, what to write instead
  yaml_feature,   ///< anchor, alias, tag, second document; detail: which
  duplicate_key,  ///< detail: the key; related: the first one
  unknown_key,    ///< detail: the key, what it stands in, the near one or ""
  missing_key,    ///< detail: the key, what it is missing in
  wrong_type,     ///< detail: the key, what is wanted, what is there
  empty_value,    ///< detail: the key, what is wanted
  bad_number,     ///< detail: the key, the text, what is wrong
  bad_date,       ///< detail: the key, the text, what is wrong
  not_in_list,    ///< detail: the key, the text, the list, the near one or ""
  stray_file,     ///< a YAML file that is in no plan
  misnamed_file,  ///< detail: the name it should have
  unquoted,    ///< a text that other readers of YAML take for something else; detail: the key, the
               ///< text, what they take it for
  blanks,      ///< blanks at a line's end, tabs; detail: what
  line_ends,   ///< the line ends of Windows
  look_alike,  ///< characters that look like others; detail: what stands there, what is meant
  linked_folder,     ///< a symbolic link to a folder, which is not followed
  unreadable_folder  ///< detail: why
};

/// Whether a fault takes nothing from what the file says.
constexpr bool is_of_form(FaultKind kind) {
  return kind == FaultKind::unquoted || kind == FaultKind::blanks || kind == FaultKind::line_ends ||
         kind == FaultKind::look_alike;
}

/// One fault where it stands; `detail` as its kind says.
struct Fault {
  FaultKind kind;
  Span at;
  std::vector<base::Argument> detail;
  Span related;
  std::vector<Edit> fix = {};  ///< the one right answer, where there is one
};

}  // namespace taizhang::source
