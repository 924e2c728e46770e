// SPDX-License-Identifier: MIT
#include "command/answer.h"
#include "report/reports.h"

namespace taizhang::command {

namespace {

struct FieldsOptions : AnswerOptions {
  std::string kind;
};

base::Exit run(const FieldsOptions& fields, const Context& context) {
  std::vector<facts::Kind> kinds;
  if (!fields.kind.empty()) {
    kinds.push_back(kind_named(fields.kind));
  } else {
    for (const facts::KindOfRow* kind : facts::kinds()) kinds.push_back(kind->kind);
  }
  return write_document(context, fields,
                        [&](const words::Words& words) { return report::fields(words, kinds); });
}

void declare(Options& options, FieldsOptions& fields) {
  options.positional("KIND", fields.kind,
                     {"哪一种行：tasks、indicators……；不写为全部",
                      "the kind of row: tasks, indicators ...; all when left out"});
  declare_output(options, fields);
}

}  // namespace

const Command fields_command{
    "fields",
    Needs::nothing,
    {"列出能查的字段", "list what can be asked for"},
    {R"(列出各种行的字段：名称、中文名、类型、说明。list 的 --columns 和 --sort、各种 JSON 用的都是这些名称；
要列的行里没有的字段，取它所在的指标、任务、计划的。台账里原写的值与现行的不同时，原写的在 written 之下。

示例：
  taizhang fields                      全部
  taizhang fields indicators           指标的
  taizhang fields tasks --format json  供程序读取
)",
     R"(List the fields of each kind of row: name, Chinese name, type and what it means. These are the
names for --columns and --sort of list and in all JSON; a field that a row does not have is that of
the indicator, task or plan it lies in. What a file says where another value is in force stands
under written.

Examples:
  taizhang fields                      all of them
  taizhang fields indicators           those of indicators
  taizhang fields tasks --format json  for programs
)"},
    set_up<FieldsOptions, declare, run>,
};

}  // namespace taizhang::command
