// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "intake/new_tasks.h"

namespace taizhang::intake {

/// Read a notice as text: its title, sections 一、…, numbered items, each with its title up to the
/// first 。 and its units and due date in （牵头单位：…，参与单位：…；完成时限：…）. Lines that a
/// page broke are joined without a blank, also within a word. What is in no item is in the list of
/// what was not understood, by its line.
NewTasks read_notice(const std::string& text, const TableOptions& options);

}  // namespace taizhang::intake
