// SPDX-License-Identifier: MIT
#include "base/fatal.h"
#include "base/text.h"
#include "command/answer.h"
#include "query/saved.h"
#include "query/select.h"
#include "report/reports.h"

namespace taizhang::command {

namespace {

struct ListOptions : AnswerOptions {
  std::string rows;
  std::vector<std::string> columns;
  std::vector<std::string> sort;
  std::string group;
  std::string limit;
  bool count = false;
  bool ids = false;
};

/// The parts of each text between commas, all in one list.
std::vector<std::string> parted(const std::vector<std::string>& texts) {
  std::vector<std::string> parts;
  for (std::string text : texts) {
    // The comma of a Chinese keyboard parts as well.
    for (std::size_t at; (at = text.find("，")) != text.npos;) text.replace(at, 3, ",");
    for (const std::string_view part : base::split(text, ',')) {
      parts.emplace_back(base::trimmed(part));
    }
  }
  return parts;
}

/// How many rows are wanted at most; all of them where nothing is said.
std::optional<std::size_t> limit_of(const std::string& text) {
  if (text.empty()) return std::nullopt;
  const auto number = query::whole_number(text);
  if (number && *number > 0) return static_cast<std::size_t>(*number);
  base::refuse({{"--limit 的“{0}”不是个数", "“{0}”, for --limit, is no number of rows"}, {text}},
               {{"写大于 0 的整数，如 --limit 10", "write a whole number above 0: --limit 10"}});
}

/// What is one number or only addresses has no columns, and a number no order either.
void refuse_idle(const ListOptions& list) {
  const bool bare = list.count || list.ids;
  const std::pair<bool, const char*> idle[] = {
      {list.count && list.ids, "--ids"},
      {bare && !list.columns.empty(), "--columns"},
      {bare && !list.group.empty(), "--group"},
      {list.count && !list.sort.empty(), "--sort"},
      {list.count && !list.limit.empty(), "--limit"},
  };
  for (const auto& [is_idle, option] : idle) {
    if (!is_idle) continue;
    base::refuse({{"{0} 不能和 {1} 一起用", "{0} does not go with {1}"},
                  {option, list.count ? "--count" : "--ids"}},
                 {{"去掉其中一个", "leave one of them out"}});
  }
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (const std::string_view word : base::split(text, ' ')) {
    if (!word.empty()) words.emplace_back(word);
  }
  return words;
}

/// What is asked for; the rest is as the saved query says with which the filter begins.
report::ListAsked wanted_of(const ListOptions& list, const facts::World& world) {
  const bool apart = list.group == "none" || list.group == "无";
  report::ListAsked wanted{.columns = parted(list.columns),
                           .sort = parted(list.sort),
                           .group = apart ? "" : list.group,
                           .limit = limit_of(list.limit)};
  if (!list.rows.empty()) wanted.kind = kind_named(list.rows);
  const std::string first = list.filter.empty() ? "" : list.filter.front();
  const auto saved = first.starts_with('@')
                         ? query::find_saved(world, first.substr(1, first.find(' ') - 1))
                         : std::nullopt;
  if (!saved) return wanted;
  if (list.rows.empty()) wanted.kind = saved->rows;
  if (wanted.kind != saved->rows) return wanted;
  wanted.saved = saved;
  if (wanted.columns.empty()) wanted.columns = words_of(saved->columns);
  if (wanted.sort.empty() && !saved->sort.empty()) wanted.sort = words_of(saved->sort);
  if (wanted.group.empty() && !apart) wanted.group = saved->group;
  return wanted;
}

base::Exit run(const ListOptions& list, const Context& context) {
  refuse_idle(list);
  if (!list.rows.empty()) kind_named(list.rows);
  limit_of(list.limit);
  Question question{.is_table = true};
  if (list.count || list.ids) {
    question.bare = [&](const report::Asked& asked) {
      const report::ListAsked wanted = wanted_of(list, asked.world());
      return list.count ? report::count(asked, wanted) : report::addresses(asked, wanted);
    };
  } else {
    question.document = [&](const report::Asked& asked) {
      return report::list(asked, wanted_of(list, asked.world()));
    };
  }
  return answer(context, list, question);
}

void declare(Options& options, ListOptions& list) {
  options.option("--rows", list.rows, "KIND",
                 {"列什么：tasks、indicators、issues……，见 taizhang fields",
                  "what to list: tasks, indicators, issues ...; see taizhang fields"});
  options.repeated("--columns", list.columns, "FIELDS",
                   {"要哪几列，用逗号隔开，如 item,title,score.value",
                    "which columns, with commas, such as item,title,score.value"});
  options.repeated("--sort", list.sort, "FIELDS",
                   {"按哪几列排序，前面加 - 为倒序；灯和进度最差的在前",
                    "the order; - before a field turns it round; lights go worst first"});
  options.option("--group", list.group, "FIELD",
                 {"按这个字段的值分组，标题写有几行；none 不分组",
                  "in groups by this field, each with its count; none: in one table"});
  options.option("--limit", list.limit, "N",
                 {"只要前 N 行，分组时每组 N 行", "only the first N rows, in groups of each"});
  options.flag("--count", list.count, {"只要行数", "only how many there are"});
  options.flag("--ids", list.ids, {"只要编号，一行一个", "only their addresses, one a line"});
  declare_selection(options, list);
  declare_since(options, list);
  declare_output(options, list);
}

}  // namespace

const Command list_command{
    "list",
    Needs::figures,
    {"列出任务", "list the tasks"},
    {R"(列出任务：序号、名称、牵头单位、完成时限、状态、灯和进度、计入平均的指标和节点数、完成率。
完成率只按计入平均的指标和节点计算，旁边的“计入平均”写明 n/N；没有完成率写作 —，不当作零。
--rows 换成列指标、节点、报数、问题、督查等；--columns 选列，任何一种行都可以带上它所在任务的字段。
条件怎么写见 taizhang help filter。

示例：
  taizhang list                              全部任务
  taizhang list --as-of 2023-09-30           那一天的情况
  taizhang list --unit 市科技局              市科技局牵头或参与的任务
  taizhang list "lead:市工信局 light:red,yellow counted:yes"
                                             市工信局牵头、红灯和黄灯的
  taizhang list "completion<50 or 充电"      完成率不到一半的，或说到充电的
  taizhang list --section 4 --format json    第四板块，供程序读取
  taizhang list -o list.html                 写成网页
  taizhang list --rows indicators --sort -ratio
                                             各指标，序时比高的在前
  taizhang list --group lead light:red       红灯任务，按牵头单位分组
  taizhang list --sort completion --limit 10 完成率最低的十项
  taizhang list 充电 --ids                   说到充电的任务的序号
  taizhang list --columns item,title,completion,score.value -o scores.csv
)",
     R"(List the tasks: item, title, lead units, due date, status, light and class, how many measures
are in the mean, and completion. Completion stands on the measures that are in the mean, n of N; a
figure that is not there is — and never zero. --rows lists indicators, milestones, readings, issues,
inspections and others instead; --columns chooses columns, those of what a row lies in included.
How a filter is written: taizhang help filter.

Examples:
  taizhang list                              all tasks
  taizhang list --as-of 2023-09-30           as they stood on that day
  taizhang list --unit 市科技局              tasks that this unit leads or supports
  taizhang list "lead:市工信局 light:red,yellow counted:yes"
                                             led by this unit, red or yellow
  taizhang list "completion<50 or 充电"      less than half done, or about 充电
  taizhang list --section 4 --format json    section 4, for programs
  taizhang list -o list.html                 as a web page
  taizhang list --rows indicators --sort -ratio
                                             indicators, those farthest ahead first
  taizhang list --group lead light:red       red tasks, grouped by lead unit
  taizhang list --sort completion --limit 10 the ten that are least done
  taizhang list 充电 --ids                   the items of tasks about 充电
  taizhang list --columns item,title,completion,score.value -o scores.csv
)"},
    set_up<ListOptions, declare, run>,
};

}  // namespace taizhang::command
