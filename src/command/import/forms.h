// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "command/settle.h"
#include "sheets/sheet.h"

namespace taizhang::command {

struct ImportOptions {
  std::vector<std::string> files;
  std::string date;
  std::string by;
  std::string new_folder;  ///< of the ledger that new tasks go into
  std::string sheet;
  std::vector<std::string> columns;  ///< HEAD=KIND
  std::string title;
  std::string year;
  std::string reporting_from;
  bool diff = false;
  WriteOptions writing;
};

/// Read a file of a spreadsheet. Throws `Fatal` (usage) where that fails.
std::string read_for_import(const base::Disk& disk, const std::string& path);

/// Make tasks of the table or the notice that is to be imported.
base::Exit import_tasks(const ImportOptions& options, const Context& context);

/// Take in forms that were filled in.
base::Exit import_forms(const ImportOptions& options, const Context& context);

}  // namespace taizhang::command
