// SPDX-License-Identifier: MIT
#include "check/rules.h"

namespace taizhang::check {

namespace {

void find_yaml_feature(const model::Ledger& ledger, Collector& found) {
  for_each_fault<source::YamlFeature>(ledger, [&](const auto& fault, const auto& what) {
    found.add(fault.at, {{"台账不用{0}", "a ledger does not use {0}"}, {what.feature}},
              {{"把内容直接写出来；值以 & * ! 开头时加引号",
                "write the content out; quote a value that begins with & * or !"},
               {}});
  });
}

}  // namespace

const Rule yaml_feature{
    "E04",
    "yaml-feature",
    source::Severity::error,
    {"用了台账不用的 YAML 功能", "a feature of YAML that a ledger does not use"},
    {"锚点、引用、标签和多文档让一处文字影响另一处，逐行审核时看不出来。",
     "Anchors, aliases, tags and several documents let one line change another, which no reviewer "
     "sees."},
    R"yaml(lead: &lead [市科技局]
support: *lead
)yaml",
    R"yaml(lead: [市科技局]
support: [市工信局]
)yaml",
    find_yaml_feature,
};

}  // namespace taizhang::check
