// SPDX-License-Identifier: MIT
#include "check/rules.h"

namespace taizhang::check {

namespace {

void find_limit(const model::Ledger& ledger, Collector& found) {
  for_each_fault<source::OverLimit>(ledger, [&](const auto& fault, const auto& what) {
    found.add(fault.at,
              {{"超过上限：{0}最多 {1}", "beyond the limit: {0} may be {1} at most"},
               {what.what, what.most}},
              {{"一项任务写一个文件，不要把别的数据放进来",
                "write one task a file and keep other data out"},
               {}});
  });
}

}  // namespace

const Rule limit{
    "E05",
    "limit",
    source::Severity::error,
    {"超过了读取的上限", "beyond what is read"},
    {"上限远大于正常的任务文件，超过说明文件放错了，或是有意捣乱。",
     "The limits are far above any real task file; what passes them is misplaced or hostile."},
    R"yaml(# 一个五百兆字节的文件，或者嵌套一万层的 [[[[[[
)yaml",
    R"yaml(# 一项任务一个文件，几千字节，嵌套不过六层
)yaml",
    find_limit,
};

}  // namespace taizhang::check
