// SPDX-License-Identifier: MIT
#include "command/topics.h"

#include <algorithm>

namespace taizhang::command {

namespace {

constexpr Topic table[] = {
    {"dates",
     {"日期", "dates"},
     "日子 时间",
     {R"(--as-of、--known-by、--since、diff 的两天和条件里的日期，写法都一样：

  2023-10-31           一天
  2023-10  2023-W39    一个月，一个星期（ISO 周）
  2023Q3   2023        一个季度，一年
  -7d  +7d  7天前      几天以前、以后
  今天  本周  上月底   以及下面的各个词

这些词在 --as-of 里从今天算起，在别处从 --as-of 那天算起。要一天而写了一段的，
是它的最后一天：--as-of 2023-09 是 9 月 30 日。条件里 due:2023-10 是那个月以内，
due<=2023-10 到月底，due<2023-10 在月初以前。

两个日子：--as-of 是问哪一天的情况，--known-by 是只用到那一天为止报来的数，不写
就是同一天。所以旧的报表可以照原样再出一次，也可以照后来知道的再出一次。

文件里的日期写全：2023-10-31；政策依据的日期可以只到年或月。
)",
      R"(--as-of, --known-by, --since, the two days of diff and the dates of filters
are all written alike:

  2023-10-31           a day
  2023-10  2023-W39    a month, a week (ISO)
  2023Q3   2023        a quarter, a year
  -7d  +7d             so many days before or after
  today  last-month    and the words below

Such words count from today in --as-of, elsewhere from the --as-of day. Where a
day is wanted and a span is given, its last day is meant: --as-of 2023-09 is
September the 30th. In filters due:2023-10 lies in that month, due<=2023-10 not
after its last day, due<2023-10 before its first.

Two days: --as-of is the day whose state is told, --known-by the day up to which
reports had come in, the same day by default. So an old report can be made again
as it was, and as it should have been.

In files a date is written in full, 2023-10-31; that of a policy may be a year
or a month.
)"}},
    {"files",
     {"文件", "files"},
     "文件夹 目录",
     {R"(台账是一个文件夹，里面是 YAML 文本，一般放在 git 里。-C 指明它在哪里：有 tasks/
的文件夹，或 tasks/ 本身。

  tasks/units.yaml           单位名录，供这个文件夹和它下面的各计划用
  tasks/2023/plan.yaml       一个计划：有 plan.yaml 的文件夹就是，可以套几层
  tasks/2023/014-piles.yaml  一项任务：数字是序号，后面的名字给人看
  taizhang.yaml              各人的设置：在 tasks/ 以上的任何一层，
                             或 ~/.config/taizhang/ 里（$XDG_CONFIG_HOME）

任务写作 14；几个计划的，前面加计划编号：2023/14。任务里的指标、节点、问题接着
写：14/piles。

键和取值用英文、中文都行，一个文件里用一种。有哪些键：taizhang help plan、unit、
task、settings；编辑器里补全用 taizhang schema；写得对不对，用 taizhang check。
)",
      R"(A ledger is a folder of YAML texts, usually kept in git. -C tells where it is:
the folder that has tasks/, or tasks/ itself.

  tasks/units.yaml           the units, for the plans in and below its folder
  tasks/2023/plan.yaml       a plan: a folder with a plan.yaml, at any depth
  tasks/2023/014-piles.yaml  a task: the number is its item, the rest a name
  taizhang.yaml              settings of a person: in any folder above tasks/,
                             or in ~/.config/taizhang/ ($XDG_CONFIG_HOME)

A task is addressed as 14; where there are several plans, as 2023/14. What lies
in it follows: 14/piles is its indicator piles.

Keys and values are English or Chinese, one of both in a file. Which keys there
are: taizhang help plan, unit, task, settings; taizhang schema is for editors,
and taizhang check tells what is wrong.
)"}},
    {"filter",
     {"条件", "filter"},
     "筛选 过滤 查询条件 filters",
     {R"(list、stats、report、diff、export 后面的条件，和 check --where 的一样：

  taizhang list 'lead:市工信局 light:红,黄 completion<50
                 -commitment:strive 充电'

  字段:值          字段写英文名、中文名都行：牵头:市工信局、完成率<50
  : = != < <= > >= 比较；没有的值无从比较，条件和它的反面都不列出
  红,黄            符合一个就行
  50..80  ..2023-10-31
                   范围，两头都算，一头可以不写
  title~公路|桥    正则表达式，也写作 title:/公路|桥/；/5g/i 不分大小写
  title:"充电 设施"
                   值里有空格、括号的放在引号里
  has:issues       有没有；-has:readings 是没有的
  indicators.light:红
                   其中有没有一个这样的；只有一种下级才有的字段不必写明：
                   commitment:力争；板块和单位这样问它们的任务：light:红
  充电             不写字段：在名称、概述、指标、节点、进展、问题里找；
                   列板块、单位、计划时在它们的名称里找
  @miss            常用查询，见 taizhang queries

条件之间空一格，都要符合；or（或）是任一；- 或 not（非）是不；括号分组。先“非”，
后空格，再“或”。一个以 - 开头的条件放在命令最前面会被当作选项，写 not。

字段是所列的行的，行里没有的取它所在的指标、任务、计划的；有哪些字段见
taizhang fields，一个字段是什么见 taizhang help tasks.light。单位认别名和旧名，
也看成员单位：问“各镇街”包括其中一个镇街的任务，问一个镇街包括各镇街的任务；
lead=市工信局 只是写明它的。板块认序号和名称，也比大小：section<=3。日期见
taizhang help dates；时限写成话的（长期坚持、9月底前），把话写在 due: 后面。一处
有几个数的（各指标的预计数），有一个符合就行；百分号只用于百分比和比值。
)",
      R"(The filter behind list, stats, report, diff and export, and of check --where:

  taizhang list 'lead:市工信局 light:red,yellow completion<50
                 -commitment:strive 充电'

  field:value      a field by its name in either language: lead:市工信局
  : = != < <= > >= comparisons; a value that is not there cannot be compared:
                   neither the term nor its negation lists the row
  red,yellow       one of them is enough
  50..80  ..2023-10-31
                   a range with both ends; one may be left out
  title~公路|桥    a regular expression, or title:/公路|桥/; /5g/i: any case
  title:"充电 设施"
                   quotes hold blanks and brackets together
  has:issues       whether it is there; -has:readings: is not
  indicators.light:red
                   whether one of its parts has it; a field that only one
                   kind of part has goes without: commitment:strive;
                   of sections and units one of their tasks: light:red
  充电             without a field: in titles, summaries, indicators,
                   milestones, progress and issues; of sections, units and
                   plans in their own names
  @miss            a saved query, see taizhang queries

Terms with blanks between them must all hold; or asks for one of them; - or not
turns a term round; brackets group. not binds closest, then the blank, then or.
A term that begins with - and comes first would be an option: write not.

A field is that of the row that is listed, else of the indicator, task or plan
that it lies in; taizhang fields lists them, and taizhang help tasks.light tells
about one. Units are known by aliases and former names, and seen through groups:
a group has the tasks of its members, a member those of its groups, but
lead=市工信局 only what is written so.
Sections are known by number and title, and have an order: section<=3. For dates
see taizhang help dates. A due date that stands in words (长期坚持) is found by
them: write them behind due:. Where one place has several numbers (what is
expected of each indicator) one of them is enough; a per cent sign is for per
cent and for ratios alone.
)"}},
};
static_assert(std::ranges::is_sorted(table, {}, &Topic::name));

}  // namespace

std::span<const Topic> topics() { return table; }

}  // namespace taizhang::command
