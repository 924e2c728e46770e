// SPDX-License-Identifier: MIT
#include "check/rules.h"

namespace taizhang::check {

namespace {

void find_schema_version(const model::Ledger& ledger, Collector& found) {
  const auto look = [&](const auto& file) {
    const model::Given<model::FormatVersion>& schema = file.schema;
    if (!schema || schema->number == model::FormatVersion::known) return;
    found.add(schema.at_or(file.at),
              {{"格式版本 {0} 不认识", "format version {0} is not known"},
               {static_cast<long long>(schema->number)}},
              {{"写成 schema: 1", "write schema: 1"}, {}});
  };
  for (const model::RegistryFile& registry : ledger.registries) look(registry.registry);
  for (const model::PlanFolder& plan : ledger.plans) {
    look(plan.plan);
    for (const model::TaskFile& task : plan.tasks) look(task.task);
  }
}

}  // namespace

const Rule schema_version{
    "E14",
    "schema-version",
    source::Severity::error,
    {"格式版本不认识", "an unknown format version"},
    {"格式版本告诉程序按哪一版规则读文件；这个程序只读第 1 版。",
     "The version says how a file is to be read; this program reads version 1."},
    R"yaml(schema: 2
)yaml",
    R"yaml(schema: 1
)yaml",
    find_schema_version,
};

}  // namespace taizhang::check
