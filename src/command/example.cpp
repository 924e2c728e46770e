// SPDX-License-Identifier: MIT
#include <algorithm>
#include <charconv>
#include <iostream>
#include <limits>

#include "base/text.h"
#include "command/command.h"
#include "example/ledger.h"

namespace taizhang::command {

namespace {

struct ExampleChoice {
  std::string folder;
  std::string plans = "1";
  std::string tasks = "60";
  std::string seed = "1";
  std::string from;
  std::string to;
};

std::uint64_t number_option(const std::string& text, const char* option, std::uint64_t least,
                            std::uint64_t most) {
  std::uint64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error == std::errc() && stop == end && number >= least && number <= most) return number;
  base::refuse({{"{0} 不能是“{1}”", "{0} cannot be “{1}”"}, {option, text}},
               {{"写 {0} 到 {1} 之间的整数", "a whole number from {0} to {1} is wanted"},
                {std::to_string(least), std::to_string(most)}});
}

/// The first plan's period: both days or neither.
example::Period period_of(const ExampleChoice& choice, example::Period usual, base::Date today) {
  if (choice.from.empty() && choice.to.empty()) return usual;
  if (choice.from.empty() || choice.to.empty()) {
    base::refuse({{"{0} 没有写", "{0} is not given"}, {choice.from.empty() ? "--from" : "--to"}},
                 {{"--from 和 --to 要一起写，或都不写", "give both --from and --to, or neither"}});
  }
  const example::Period period{span_option(choice.from, "--from", today).from,
                               span_option(choice.to, "--to", today).to};
  if (period.start >= period.end) {
    base::refuse({{"--from {0} 不早于 --to {1}", "--from {0} is not before --to {1}"},
                  {choice.from, choice.to}},
                 {{"检查两个日期，是否写反", "check both dates; are they swapped?"}});
  }
  if (period.days() < example::shortest_period || period.days() > example::longest_period) {
    base::refuse(
        {{"计划周期有 {0} 天", "the period has {0} days"}, {static_cast<long long>(period.days())}},
        {{"要 {0} 到 {1} 天，即半年到五年", "it may have {0} to {1}, half a year to five years"},
         {static_cast<long long>(example::shortest_period),
          static_cast<long long>(example::longest_period)}});
  }
  return period;
}

example::Options options_of(const ExampleChoice& choice, base::Date today) {
  example::Options options;
  options.plans = static_cast<int>(number_option(choice.plans, "--plans", 1, example::most_plans));
  options.tasks = static_cast<int>(number_option(choice.tasks, "--tasks", 1, example::most_tasks));
  options.seed = number_option(choice.seed, "--seed", 0, std::numeric_limits<std::uint64_t>::max());
  options.period = period_of(choice, options.period, today);
  const base::Date last = example::last_period(options).end;
  if (example::year_of(options.period.start) < example::first_year ||
      example::year_of(last) > example::last_year) {
    base::refuse({{"计划周期从 {0} 到 {1}", "the periods run from {0} to {1}"},
                  {base::iso(options.period.start), base::iso(last)}},
                 {{"要在 {0} 年到 {1} 年之间", "they have to lie in the years {0} to {1}"},
                  {static_cast<long long>(example::first_year),
                   static_cast<long long>(example::last_year)}});
  }
  return options;
}

[[noreturn]] void fail_to_write(const std::string& path, base::DiskFault fault,
                                const std::string& reason) {
  throw base::Fatal(
      base::Exit::internal,
      {{"写不了 {0}：{1}", "{0} cannot be written: {1}"}, {path, base::words_for(fault, reason)}},
      {{"检查磁盘空间和写入权限", "check the space on the disk and the permissions"}});
}

/// Refuse a folder that somebody keeps something in.
void require_empty(const base::Disk& disk, const std::string& folder) {
  const base::Listing listing = disk.list(folder);
  if (listing.fault == base::DiskFault::missing) return;
  if (listing.fault != base::DiskFault::none) {
    base::refuse({{"打不开文件夹 {0}：{1}", "the folder {0} cannot be opened: {1}"},
                  {folder, base::words_for(listing.fault, listing.reason)}},
                 {{"写一个还没有的文件夹", "name a folder that is not there yet"}});
  }
  if (listing.entries.empty()) return;
  base::refuse({{"文件夹 {0} 不是空的", "the folder {0} is not empty"}, {folder}},
               {{"写一个还没有的文件夹，已有的文件不会被覆盖",
                 "name a folder that is not there yet; nothing is ever overwritten"}});
}

/// `text` as one word of a shell.
std::string shell_word(const std::string& text) {
  if (text.find_first_of(" \t\n'\"\\$`&|;<>()*?[]{}#!~") == text.npos) return text;
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

base::Exit run(const ExampleChoice& choice, const Context& context) {
  if (choice.folder.empty()) {
    base::refuse({{"写到哪个文件夹？", "into which folder?"}},
                 {{"如：taizhang example demo", "such as: taizhang example demo"}});
  }
  const example::Options options = options_of(choice, context.io.today);
  const base::Disk& disk = context.io.disk;
  require_empty(disk, choice.folder);
  for (const std::string& folder : example::folders(options)) {
    const std::string path = base::join_path(choice.folder, folder);
    const base::Written made = disk.make_folder(path);
    if (made.fault != base::DiskFault::none) fail_to_write(path, made.fault, made.reason);
  }
  long long files = 0;
  example::for_each_file(options, [&](const example::File& file) {
    const std::string path = base::join_path(choice.folder, file.path);
    const base::Written written = disk.create(path, file.text);
    if (written.fault != base::DiskFault::none) fail_to_write(path, written.fault, written.reason);
    ++files;
  });
  const base::Phrase done{{"已在 {0} 写好合成台账，共 {1} 个文件。接着可以试：\n"
                           "  taizhang list -C {2} --as-of {3}\n",
                           "wrote a synthetic ledger of {1} files into {0}; try next:\n"
                           "  taizhang list -C {2} --as-of {3}\n"},
                          {base::printable(choice.folder), files, shell_word(choice.folder),
                           base::iso(options.period.at(770))}};
  context.io.out << done.in(context.language);
  return base::Exit::clean;
}

void declare(Options& options, ExampleChoice& choice) {
  options.positional("DIR", choice.folder,
                     {"写到这个文件夹；要么还没有，要么是空的",
                      "the folder to write to; it must be empty or not there yet"});
  options.option("--plans", choice.plans, "N",
                 {"计划数，1 到 20，默认 1；后一个计划接着前一个的周期",
                  "how many plans, 1 to 20, default 1; each has the period after the last one's"});
  options.option(
      "--tasks", choice.tasks, "N",
      {"每个计划的任务数，1 到 100000，默认 60", "how many tasks a plan, 1 to 100000, default 60"});
  options.option("--seed", choice.seed, "S",
                 {"随机种子，默认 1；种子相同，写出的文件逐字节相同",
                  "seed of the draws, default 1; the same seed gives the same bytes"});
  options.option("--from", choice.from, "DATE",
                 {"第一个计划的起始日，默认 2024-01-01；与 --to 一起写",
                  "first day of the first plan, default 2024-01-01; together with --to"});
  options.option("--to", choice.to, "DATE",
                 {"第一个计划的截止日，默认 2024-12-31；周期为 180 到 1830 天",
                  "its last day, default 2024-12-31; the period has 180 to 1830 days"});
}

}  // namespace

const Command example_command{
    "example",
    Needs::nothing,
    {"写一份合成台账，供演示和测试", "write a synthetic ledger for demonstrations and tests"},
    {R"(写一份虚构的“澄溪县”的合成台账，用到台账的每一种内容：更正、迟报、漏报、目标调整、阶梯序时、
越低越好的指标、按月统计、问题、督查、督办单等。同样的选项写出同样的文件。每个文件开头都注明是
合成数据，计划里写有 synthetic: true。已有的文件不会被覆盖。

示例：
  taizhang example demo                        一个计划，60 项任务
  taizhang example demo --seed 7 --plans 3     三个年度，任务有结转
  taizhang example demo --tasks 200 --from 2025-01-01 --to 2025-12-31
                                               2025 年，200 项任务
)",
     R"(Write a synthetic ledger of an invented county that uses every feature of the model:
corrections, late and missing reports, revised targets, steps, lower-is-better, windows, issues,
inspections, orders and more. The same options give the same files. Each file begins by saying that
its data is synthetic, and the plan has synthetic: true. Nothing is ever overwritten.

Examples:
  taizhang example demo                        one plan of 60 tasks
  taizhang example demo --seed 7 --plans 3     three years, with tasks carried over
  taizhang example demo --tasks 200 --from 2025-01-01 --to 2025-12-31
                                               200 tasks of 2025
)"},
    set_up<ExampleChoice, declare, run>,
};

}  // namespace taizhang::command
