// SPDX-License-Identifier: MIT
#include "check/rules.h"

namespace taizhang::check {

namespace {

void find_unreadable_file(const model::Ledger& ledger, Collector& found) {
  for_each_fault<source::UnreadableFile>(ledger, [&](const auto& fault, const auto& what) {
    found.add(fault.at, {{"读不出这个文件：{0}", "this file cannot be read: {0}"}, {what.why}},
              {{"检查它的权限和类型，它应当是普通的文本文件",
                "check its permissions and kind; it has to be an ordinary text file"},
               {}});
  });
  for_each_fault<source::UnreadableFolder>(ledger, [&](const auto& fault, const auto& what) {
    found.add(fault.at,
              {{"打不开这个文件夹：{0}", "this folder cannot be opened: {0}"}, {what.why}},
              {{"检查它的权限", "check its permissions"}, {}});
  });
}

}  // namespace

const Rule unreadable_file{
    "E01",
    "unreadable-file",
    source::Severity::error,
    {"文件或文件夹读不出来", "a file or folder cannot be read"},
    {"读不出来的文件不会出现在任何清单和报表里，所以必须先解决，不能跳过。",
     "What cannot be read is in no list and no report, so it must be solved and never skipped."},
    R"yaml(# 014-piles.yaml 没有读取权限，或者其实是一个文件夹、管道、设备
)yaml",
    R"yaml(# chmod u+r 014-piles.yaml
)yaml",
    find_unreadable_file,
};

}  // namespace taizhang::check
