// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "base/ratio.h"

namespace taizhang::report {

/// A number as a story prints it: to the digit where it has at most six decimals, as every number
/// in a file does; else to three, without zeros at the end: `44.16`, `128.362`, `147`.
std::string plain(const base::Ratio& value);

/// The same inside a formula: negative numbers stand in brackets.
std::string operand(const base::Ratio& value);

/// A schedule ratio: `0.9219`.
std::string ratio_text(const base::Ratio& value);

/// A threshold of a schedule ratio: at least two places, `0.80`.
std::string threshold(const base::Ratio& value);

/// The way from one value to another inside a formula: `(118 − 0)`.
std::string way(const base::Ratio& to, const base::Ratio& from);

}  // namespace taizhang::report
