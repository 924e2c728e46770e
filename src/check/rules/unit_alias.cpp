// SPDX-License-Identifier: MIT
#include "check/rewrite.h"
#include "check/rules.h"

namespace taizhang::check {

namespace {

void find_unit_alias(const model::Ledger& ledger, Collector& found) {
  model::for_each_unit(ledger, [&](const model::RegistryFile& registry, const auto& unit,
                                   source::Span at) {
    if (registry.find(unit.text)) return;
    const model::Unit* meant = registry.find_alias(unit.text);
    if (!meant || !meant->name) return;
    found.add(at,
              {{"“{0}”是“{1}”的别名", "“{0}” is another name of “{1}”"}, {unit.text, *meant->name}},
              {{"写成“{0}”", "write “{0}”"}, {*meant->name}}, {},
              rewrite(ledger, at, unit.text, *meant->name));
  });
}

}  // namespace

const Rule unit_alias{
    "W01",
    "unit-alias",
    source::Severity::warning,
    {"用了单位的别名", "a unit under another name"},
    {"别名能认出来，但各处写同一个名称，清单才便于查找。",
     "An alias is understood, yet lists are easier to search when every file uses one name."},
    R"yaml(lead: [科技局]   # 名录里是市科技局的别名
)yaml",
    R"yaml(lead: [市科技局]
)yaml",
    find_unit_alias,
};

}  // namespace taizhang::check
