// SPDX-License-Identifier: MIT
#include <string>

#include "check/rules.h"

namespace taizhang::check {

namespace {

void run(const model::Ledger& ledger, Collector& found) {
  // yaml-cpp's words for the mistakes that people make; any other is shown as it is.
  struct Known {
    std::string_view message;
    base::Bilingual words;
    base::Bilingual help;
  };
  static constexpr Known known[] = {
      {"illegal map value",
       {"这里不该再出现冒号", "a colon is out of place here"},
       {"值里含有冒号加空格时，整个值加引号；否则检查上一行是否缩进有误",
        "quote a value that holds a colon and a blank, or check the indent of the line before"}},
      {"end of map not found",
       {"这一行和前面的缩进对不上，或者少了冒号", "this line does not line up, or lacks its colon"},
       {"同一层的键要左对齐，键后写英文冒号加空格，如 title: 名称",
        "keys of one level line up; write a colon and a blank after each, as in title: name"}},
      {"end of map flow not found",
       {"花括号没有配对", "a brace has no partner"},
       {"检查 { 和 } 是否成对，各项之间用英文逗号", "check that { and } match, with commas between"}},
      {"end of sequence not found",
       {"列表的缩进对不上", "the items of this list do not line up"},
       {"同一个列表的短横线要左对齐", "the dashes of one list line up"}},
      {"end of sequence flow not found",
       {"方括号没有配对", "a bracket has no partner"},
       {"检查 [ 和 ] 是否成对，各项之间用英文逗号", "check that [ and ] match, with commas between"}},
      {"illegal EOF in scalar",
       {"引号没有配对", "a quote has no partner"},
       {"在值的末尾补上引号", "close the quote at the end of the value"}},
      {"illegal block entry",
       {"这里不该出现列表的短横线", "a dash of a list is out of place here"},
       {"列表另起一行，写在键的下面", "begin the list on its own line below the key"}},
      {"unknown token",
       {"这个符号不能放在开头", "nothing can begin with this sign"},
       {"以 @、`、% 等符号开头的值要加引号", "quote a value that begins with @, ` or %"}},
  };
  for_each_fault(ledger, source::FaultKind::syntax, [&](const source::Fault& fault) {
    const std::string message = fault.detail.at(0).in(base::Language::en);
    for (const Known& entry : known) {
      if (message.starts_with(entry.message)) {
        found.add(fault.at, {entry.words, {}}, {entry.help, {}});
        return;
      }
    }
    found.add(fault.at, {{"YAML 写法有误：{0}", "broken YAML: {0}"}, fault.detail},
              {{"检查这一行和上一行的缩进、引号、冒号和括号",
                "check indent, quotes, colons and brackets of this line and the one before"},
               {}});
  });
}

}  // namespace

const Rule syntax{
    "E03",
    "syntax",
    source::Severity::error,
    {"YAML 写法有误", "broken YAML"},
    {"写法有误的那一项读不出来，之后的内容从下一个顶格的键接着检查。",
     "The broken entry cannot be read; checking goes on at the next key at the left margin."},
    R"yaml(title: "推动创新平台建设
due: 2023-12-31
)yaml",
    R"yaml(title: "推动创新平台建设"
due: 2023-12-31
)yaml",
    run,
};

}  // namespace taizhang::check
