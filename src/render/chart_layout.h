// SPDX-License-Identifier: MIT
//
// Where the marks of a picture stand. A template gets a chart as rows, and of each row
//
//   label              what it is of
//   parts              of a bar: key, tone, x, width, middle, count (empty where it does not fit)
//   bars, marks        of one measure: key, tone, x, width; key, x
//   lines, dots        of readings: key, points; x, y
//   words              what they stand for, in words: key, tone, label, text, and whether that is
//                      `part` of a bar
//
// Lengths are per cent of the width, those of `y` of the height from above, so that a picture grows
// with its page while its letters stay as they are; `points` are the same without their sign.
#pragma once

#include "document/document.h"
#include "render/json_text.h"

namespace taizhang::render {

/// The rows of a chart with their marks; a row of which nothing can be drawn is left out.
Json chart_rows(const document::Chart& chart, base::Language language);

}  // namespace taizhang::render
