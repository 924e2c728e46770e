// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "command/command.h"
#include "command/output.h"
#include "command/topics.h"

namespace taizhang::command {

namespace {

struct HelpOptions {
  std::vector<std::string> topic;
};

base::Exit print_topic(const HelpOptions& help, const Context& context) {
  write_result(context, "", topic_page(base::joined(help.topic, " "), context.language));
  return base::Exit::clean;
}

void declare_topic(Options& options, HelpOptions& help) {
  options.rest("TOPIC", help.topic,
               {"主题；不写列出全部主题", "what to tell about; lists them when left out"});
}

}  // namespace

const Command help_command{
    "help",
    Needs::nothing,
    {"说明一个主题、一个键、一个字段或一个命令", "tell about a topic, a key, a field or a command"},
    {R"(说明一个主题：条件、日期、文件怎么写，台账里的每一样东西有哪些键，每个键、每个
字段是什么意思；英文名、中文名都行。taizhang help 命令 就是 taizhang 命令 --help。

示例：
  taizhang help                    有哪些主题
  taizhang help filter             条件怎么写
  taizhang help indicator          指标有哪些键
  taizhang help indicator.target   其中的“目标”
  taizhang help 指标.目标          同上
  taizhang help indicator.ratio    算出来的序时比
  taizhang help list               list 命令的用法
)",
     R"(Tell about a topic: how filters, dates and files are written, which keys each
thing of a ledger has, what a key or a field means; by English and Chinese names
alike. taizhang help COMMAND is taizhang COMMAND --help.

Examples:
  taizhang help                    which topics there are
  taizhang help filter             how a filter is written
  taizhang help indicator          the keys of an indicator
  taizhang help indicator.target   its target
  taizhang help 指标.目标          the same
  taizhang help indicator.ratio    the schedule ratio, which is computed
  taizhang help list               how to use the command list
)"},
    set_up<HelpOptions, declare_topic, print_topic>,
};

}  // namespace taizhang::command
