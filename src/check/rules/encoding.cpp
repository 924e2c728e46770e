// SPDX-License-Identifier: MIT
#include "check/rules.h"

namespace taizhang::check {

namespace {

void find_encoding(const model::Ledger& ledger, Collector& found) {
  const auto look = [&](const source::Fault& fault, const auto& what) {
    base::Phrase help{
        {"在编辑器里把文件另存为“UTF-8（无 BOM）”，并删去看不见的字符",
         "save the file as UTF-8 without a byte order mark and delete invisible characters"},
        {}};
    found.add(fault.at, {{"这里有{0}", "there is {0} here"}, {what.what}},
              fault.help.empty() ? std::move(help) : fault.help, {}, fault.fix);
  };
  for_each_fault<source::BadBytes>(ledger, look);
  for_each_fault<source::InvisibleCharacter>(ledger, look);
}

}  // namespace

const Rule encoding{
    "E02",
    "encoding",
    source::Severity::error,
    {"不是干净的 UTF-8 文本", "not clean UTF-8 text"},
    {"单位和任务按名称逐字比对，编码不对就会对不上；控制字符还会扰乱终端。",
     "Units and titles are compared letter by letter, so a wrong encoding breaks every match; "
     "control characters also upset terminals."},
    R"yaml(# 文件存成了 GBK，或开头带有 BOM
title: ������
)yaml",
    R"yaml(# 另存为 UTF-8（无 BOM）
title: 推动创新平台建设
)yaml",
    find_encoding,
};

}  // namespace taizhang::check
