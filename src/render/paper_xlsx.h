// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "document/document.h"

namespace taizhang::render {

/// What a cell holds for `number`: as it is printed, a percentage as the fraction that a sheet
/// shows as one.
double figure_of(const document::Number& number);

/// A paper as the workbook that an office prints and files: on each sheet a table under its merged
/// title, with both rows of the head in sight and on every printed page, A4 on its side and as
/// wide as the paper; then the document's own sheets, and one with what stands in its foot. Lights
/// are colour and word, numbers are numbers in their units, dates are dates. Throws `Fatal` (usage)
/// for a table with more rows than a sheet has.
std::string paper_xlsx(const document::Document& document);

}  // namespace taizhang::render
