// SPDX-License-Identifier: MIT
#include "cli/help.h"

#include <algorithm>

#include "base/text.h"

namespace taizhang::cli {

using base::Language;

namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;

/// Two columns: names, then what they mean.
std::string columns(const Rows& rows) {
  int widest = 0;
  for (const auto& [name, about] : rows) widest = std::max(widest, base::display_width(name));
  std::string result;
  for (const auto& [name, about] : rows) {
    const auto blanks = static_cast<std::size_t>(widest - base::display_width(name) + 2);
    result += "  " + name + std::string(blanks, ' ') + about + "\n";
  }
  return result;
}

Rows option_rows(const OptionsHelp& options) {
  Rows rows;
  for (const OptionHelp& option : options) rows.emplace_back(option.name, option.about);
  return rows;
}

std::string section(base::Bilingual title, const Rows& rows, Language language) {
  if (rows.empty()) return {};
  return "\n" + std::string(title.in(language)) + "\n" + columns(rows);
}

}  // namespace

std::string program_help(const OptionsHelp& common, Language language) {
  const base::Bilingual intro{
      "taizhang（台账）：重点任务工作台账。任务是 tasks/ 里的 YAML "
      "文件，用它检查、查询、出报表。\n\n"
      "用法：taizhang 命令 [选项]\n",
      "taizhang (台账): a ledger of key tasks. The tasks are YAML files under tasks/; this "
      "program\n"
      "checks them, queries them and writes reports.\n\nUsage: taizhang COMMAND [options]\n"};
  Rows rows;
  for (const command::Command* command : command::commands()) {
    rows.emplace_back(std::string(command->name), std::string(command->summary.in(language)));
  }
  const base::Bilingual more{
      "\n每个命令的用法：taizhang 命令 --help；条件、日期、文件和各个键：taizhang help\n",
      "\nMore about a command: taizhang COMMAND --help\n"
      "About filters, dates, files and every key: taizhang help\n"};
  return std::string(intro.in(language)) + section({"命令", "Commands"}, rows, language) +
         section({"各命令通用的选项", "Options of every command"}, option_rows(common), language) +
         std::string(more.in(language));
}

std::string command_help(const command::Command& command, const OptionsHelp& own,
                         const OptionsHelp& common, Language language) {
  std::string usage = "taizhang " + std::string(command.name);
  for (const OptionHelp& option : own) {
    if (option.positional) usage += " " + option.name;
  }
  const base::Bilingual lead{"用法：{0} [选项]", "Usage: {0} [options]"};
  return base::Phrase{lead, {usage}}.in(language) + "\n\n" +
         std::string(command.help.in(language)) +
         section({"选项", "Options"}, option_rows(own), language) +
         section({"通用选项", "Options of every command"}, option_rows(common), language);
}

}  // namespace taizhang::cli
