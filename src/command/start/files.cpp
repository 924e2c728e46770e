// SPDX-License-Identifier: MIT
#include "command/start/files.h"

#include "base/fatal.h"
#include "edit/write.h"

namespace taizhang::command {

std::optional<base::Date> owed_from(const std::string& text, const std::string& year,
                                    base::Date today) {
  const base::Date start = *base::parse_date(year + "-01-01").date;
  const base::Date end = *base::parse_date(year + "-12-31").date;
  const auto first_of_month = [](base::Date day) {
    return *base::parse_date(base::iso(day).substr(0, std::string_view("2024-01-").size()) + "01")
                .date;
  };
  const base::Date day =
      text.empty() ? first_of_month(today) : span_option(text, "--reporting-from", today).from;
  if (!text.empty() && (day < start || day > end)) {
    base::refuse(
        {{"--reporting-from {0} 不在 {1} 年", "--reporting-from {0} is not in {1}"}, {text, year}},
        {{"写成 {0}-09 的样子", "write it like {0}-09"}, {year}});
  }
  return day > start && day <= end ? std::optional(day) : std::nullopt;
}

void say_owed_from(const Context& context, const std::optional<base::Date>& day,
                   const std::string& year) {
  if (day) {
    context.say({{"从 {0} 起报，以前的各期不算漏报（plan.yaml 的 reporting_from）",
                  "reports are owed from {0} on (reporting_from in plan.yaml)"},
                 {base::iso(*day)}});
  } else {
    context.say({{"从 {0} 年年初起报；中途建账的用 --reporting-from {0}-09 一类写明从哪个月起报",
                  "reports are owed from the start of {0}; --reporting-from {0}-09 and the like "
                  "name a later month"},
                 {year}});
  }
}

void require_absent(const base::Disk& disk, const NewFiles& files) {
  for (const auto& [path, text] : files) {
    if (disk.read(path, 1).fault == base::DiskFault::missing) continue;
    base::refuse({{"{0} 已经有了", "{0} is already there"}, {path}},
                 {{"已有的文件不会被覆盖；换一个文件夹或名字",
                   "nothing is ever overwritten; choose another folder or name"}});
  }
}

void make_folder_of(const base::Disk& disk, const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == path.npos) return;
  const base::Written made = disk.make_folder(path.substr(0, slash));
  if (made.fault == base::DiskFault::none) return;
  throw base::Fatal(
      base::Exit::internal,
      {{"建不了文件夹 {0}：{1}", "the folder {0} cannot be made: {1}"},
       {path.substr(0, slash), base::words_for(made.fault, made.reason)}},
      {{"检查磁盘空间和写入权限", "check the space on the disk and the permissions"}});
}

void write_new(const base::Disk& disk, const NewFiles& files) {
  std::vector<edit::NewText> texts;
  for (const auto& [path, text] : files) {
    make_folder_of(disk, path);
    texts.push_back({path, std::nullopt, text});
  }
  edit::write(disk, texts);
}

base::Bilingual measures_to_choose_from() {
  return {
      R"(# 指标和节点按任务的承诺选用，去掉行首的 # 和一个空格；没有数的任务可以只写节点。
# indicators:
#   - id: piles                # 编号，自己起，用小写英文
#     name: 新增公共充电桩
#     kind: cumulative         # 累计：报自年初以来的总数，不是当月数
#     qualifier: at_least      # 以上；另有 exceed 突破、about 左右、exactly 整数、reach 达到、at_most 不超过
#     commitment: binding      # 约束性；力争的写 strive
#     target: 120
#     unit: 个
#   - {id: stock, name: 高新技术企业总数, kind: level, qualifier: reach, commitment: binding, target: 80, unit: 家, baseline: 62}
#   - {id: coverage, name: 村庄覆盖率, kind: ratio, qualifier: reach, commitment: binding, target: 100, unit: "%"}
#   - {id: growth, name: 工业增加值增速, kind: growth, qualifier: about, commitment: strive, target: 6, unit: "%", frequency: quarter}
#   - {id: place, name: 综合考核位次, kind: rank, qualifier: reach, commitment: strive, target: 3, of: 13, unit: 位, frequency: quarter}
# milestones:
#   - {id: design, name: 完成方案设计, due: {0}}
)",
      R"(# Choose indicators and milestones by what the task promises, and take away the # and one blank;
# a task without numbers may have milestones alone.
# indicators:
#   - id: piles                # an id of your own
#     name: new public charging piles
#     kind: cumulative         # the total since the year began, not the month's addition
#     qualifier: at_least      # or exceed, about, exactly, reach, at_most, below
#     commitment: binding      # strive where the plan says so
#     target: 120
#     unit: 个
#   - {id: stock, name: high-tech companies, kind: level, qualifier: reach, commitment: binding, target: 80, unit: 家, baseline: 62}
#   - {id: coverage, name: villages covered, kind: ratio, qualifier: reach, commitment: binding, target: 100, unit: "%"}
#   - {id: growth, name: growth of industry, kind: growth, qualifier: about, commitment: strive, target: 6, unit: "%", frequency: quarter}
#   - {id: place, name: place among counties, kind: rank, qualifier: reach, commitment: strive, target: 3, of: 13, unit: 位, frequency: quarter}
# milestones:
#   - {id: design, name: the design is there, due: {0}}
)"};
}

}  // namespace taizhang::command
