// SPDX-License-Identifier: MIT
#include "load/schema.h"
#include "base/text.h"
#include "command/command.h"
#include "command/output.h"
#include "render/json_text.h"

namespace taizhang::command {

namespace {

struct SchemaChoice {
  std::string kind;
  std::string output;
};

base::Exit run(const SchemaChoice& choice, const Context& context) {
  if (choice.kind.empty()) {
    std::vector<std::string> kinds;
    for (const load::FileKind& kind : load::file_kinds()) kinds.emplace_back(kind.name);
    base::refuse({{"要哪一种文件的？", "of which file?"}},
                 {{"写上一种：{0}", "name one: {0}"}, {base::joined(kinds, ", ")}});
  }
  const load::FileKind& kind =
      base::find_named(load::file_kinds(), choice.kind, {"文件种类", "kind of file"});
  require_writable(context, choice.output);
  write_result(context, choice.output, render::json_text(kind.schema(context.language)));
  return base::Exit::clean;
}

void declare(Options& options, SchemaChoice& choice) {
  options.positional("FILE", choice.kind,
                     {"哪一种文件：task（任务）、plan（plan.yaml）、units（units.yaml）",
                      "which file: task, plan (plan.yaml) or units (units.yaml)"});
  options.option("-o,--output", choice.output, "FILE", {"写入文件", "write to a file"});
}

}  // namespace

const Command schema_command{
    "schema",
    Needs::nothing,
    {"输出台账文件的 JSON Schema，供编辑器补全和检查",
     "print the JSON Schema of the ledger's files, for editors"},
    {R"(输出台账文件的 JSON Schema（draft-07）：有哪些键，哪些必填，值写成什么样。编辑器（如装了 YAML 插件的
VS Code）据此补全键和词，悬停显示含义，写错的地方画线。三种文件各有一份：

  task   任务文件，如 014-piles.yaml
  plan   计划文件 plan.yaml
  units  单位名录 units.yaml

说明用 --lang 选定的语言。它只管一个文件的写法；单位是否在名录里、数是否倒退等，仍由 check 检查。
只有一处比 check 严：编号、文号等文字看起来像数字时要加引号，如 id: "2023"。

示例：
  taizhang schema task                          输出到屏幕
  taizhang schema task -o task.schema.json      写入文件
  taizhang schema plan --lang en                英文说明
)",
     R"(Print the JSON Schema (draft-07) of the ledger's files: which keys there are, which are
required, what their values look like. From it an editor (such as VS Code with the YAML extension)
completes keys and words, shows what they mean, and underlines mistakes. There is one for each file:

  task   the file of a task, such as 014-piles.yaml
  plan   the file of a plan, plan.yaml
  units  the registry of units, units.yaml

What it says is in the language of --lang. It knows how a single file is written; whether a unit is
registered or a figure falls is for check to say. It is stricter than check in one thing: a text
that looks like a number, such as an id, stands in quotes: id: "2023".

Examples:
  taizhang schema task                          print it
  taizhang schema task -o task.schema.json      write it to a file
  taizhang schema plan --lang en                in English
)"},
    set_up<SchemaChoice, declare, run>,
};

}  // namespace taizhang::command
