// SPDX-License-Identifier: MIT
#pragma once

#include "example/story.h"
#include "example/theme.h"
#include "model/task.h"

namespace taizhang::example {

// What a task says beside one number for one target. It is drawn like any other; here its figures
// are put as such a promise has them, when nothing more is drawn from them.

/// Put the targets of `task` as their sketches want them: by unit, compared with others, still to
/// be set when the plan came out.
void put_promises(const Scene& scene, const Theme& theme, model::Task& task);

/// Make of a status that came later a dated change: a file begins with work in progress.
void date_status(const Scene& scene, model::Task& task);

/// The words and numbers that an office prints: posts, sources, its own numbering.
void add_printed_words(const Frame& frame, const Theme& theme, model::Task& task);

/// The status at the end: as last changed, else as written.
model::Status last_status(const model::Task& task);

}  // namespace taizhang::example
