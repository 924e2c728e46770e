// SPDX-License-Identifier: MIT
#include "check/rules.h"

namespace taizhang::check {

namespace {

void find_unquoted(const model::Ledger& ledger, Collector& found) {
  for_each_fault<source::Unquoted>(ledger, [&](const auto& fault, const auto& what) {
    if (!what.lost.empty()) {
      found.add(fault.at,
                {{"“{0}”只读到“{1}”，后面的“{2}”当作备注丢掉了",
                  "“{0}” reads “{1}”: “{2}” behind it is taken for a remark"},
                 {what.key, what.text, what.lost}},
                {{"是正文就把整个值加上引号；是备注就在 # 后空一格",
                  "put the whole value in quotes, or leave a blank behind # for a remark"},
                 {}});
      return;
    }
    found.add(fault.at,
              {{"“{0}”的值 {1} 没有加引号，别的程序会当成{2}",
                "{1}, the value of “{0}”, has no quotes: other programs take it for {2}"},
               {what.key, what.text, what.taken_for}},
              help_of(fault, {{"加上引号", "put it in quotes"}, {}}), {}, fault.fix);
  });
}

}  // namespace

const Rule unquoted{
    "W09",
    "unquoted",
    source::Severity::warning,
    {"没有引号的文字，会读成别的", "a text without quotes that is read as something else"},
    {"表格软件和脚本会把 1.10 读成 1.1、0123 读成 83、no 读成“否”；空格加 # 以后的字，谁都读不到。",
     "Spreadsheets and scripts read 1.10 as 1.1, 0123 as 83 and no as false; what follows a blank "
     "and a # nobody reads."},
    R"yaml(doc_no: 1.10
)yaml",
    R"yaml(doc_no: "1.10"
)yaml",
    find_unquoted,
};

}  // namespace taizhang::check
