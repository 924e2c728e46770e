// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "command/command.h"

namespace taizhang::command {

/// New files by path: none of them is there yet.
using NewFiles = std::map<std::string, std::string>;

/// Throw `Fatal` (usage) where one of the files is already there.
void require_absent(const base::Disk& disk, const NewFiles& files);

/// Make the folder that the file lies in. Throws `Fatal` (internal).
void make_folder_of(const base::Disk& disk, const std::string& path);

/// Make the folders that the files lie in, and write all files or none. Throws `Fatal` (internal).
void write_new(const base::Disk& disk, const NewFiles& files);

/// What a new ledger is called and of which year it is.
struct NewLedger {
  std::string folder;
  std::string title;
  std::string year;
  std::string office;  ///< that steers and closes items; a usual name where it is empty
  std::vector<std::string> sections = {};    ///< one of a usual name where there are none
  std::optional<base::Date> owed_from = {};  ///< where not from the plan's first day on
};

/// The usual name of a section.
inline constexpr base::Bilingual usual_section{"重点任务", "key tasks"};

/// The day from which reports of a ledger of that year are owed that is begun on `today`: the first
/// of the month that `text` names, else of this one; nothing where that is not within the year.
/// Throws `Fatal` (usage) for a `text` that names none of the year.
std::optional<base::Date> owed_from(const std::string& text, const std::string& year,
                                    base::Date today);

/// Say from when on a new ledger is owed reports.
void say_owed_from(const Context& context, const std::optional<base::Date>& day,
                   const std::string& year);

/// The files of a new ledger: plan and registry, and what editors and git want.
NewFiles ledger_files(NewLedger ledger, base::Language language);

/// What can be written into a task, as comments to take away: one indicator of each kind, a
/// milestone.
base::Bilingual measures_to_choose_from();

}  // namespace taizhang::command
