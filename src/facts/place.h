// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "facts/row.h"

namespace taizhang::facts {

/// Where a file has what a row is.
struct Place {
  std::string path;  ///< from the folder of the ledger on
  long long line;    ///< from 1
};

/// The file and the line in which a row begins; of what no file has by itself (a period, a share,
/// what a unit has of a task) those of what it lies in.
Place place_in_file(const Row& row);

}  // namespace taizhang::facts
