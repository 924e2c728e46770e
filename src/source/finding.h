// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/phrase.h"
#include "source/edit.h"
#include "source/span.h"

namespace taizhang::source {

enum class Severity { error, warning };

/// Another place that a finding has to do with: the first of two duplicates.
struct Related {
  Span at;
  base::Phrase message;
};

/// What a rule found, as a value: how it looks is decided in `render/`.
struct Finding {
  std::string_view code;
  Severity severity;
  Span at;
  base::Phrase message;
  base::Phrase help;
  std::vector<Related> related;
  /// The one right answer, where there is one: all of its edits mend the finding.
  std::vector<Edit> fix = {};
  /// What tells it from others of its rule at the same place, in every language: a period, a key.
  std::string distinction = {};
  /// What it is known by from one commit to the next: set once, over all that was found.
  std::string fingerprint = {};
};

}  // namespace taizhang::source
