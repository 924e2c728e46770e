// SPDX-License-Identifier: MIT
#include "check/rules.h"

namespace taizhang::check {

namespace {

void find_look_alike(const model::Ledger& ledger, Collector& found) {
  for_each_fault<source::LookAlike>(ledger, [&](const auto& fault, const auto& what) {
    found.add(fault.at,
              {{"“{0}”是形近字或全角字符，应为“{1}”",
                "“{0}” only looks like “{1}”: it is full-width or of another script"},
               {what.written, what.meant}},
              fault.fix.empty()
                  ? base::Phrase{{"原文如此就不必改；是录入时打错的，写成“{0}”",
                                  "leave it where the document has it so; a slip of typing becomes "
                                  "“{0}”"},
                                 {what.meant}}
                  : base::Phrase{{"写成“{0}”", "write “{0}”"}, {what.meant}},
              {}, fault.fix);
  });
}

}  // namespace

const Rule look_alike{
    "W08",
    "look-alike",
    source::Severity::warning,
    {"形近字、全角数字和字母", "characters that only look like others"},
    {"全角数字、从 PDF 里拷出来的部首字、混进来的外文字母看着一样，却查不到、比不上。",
     "Full-width digits, radicals copied out of a PDF and foreign letters look right, yet no "
     "search finds them and no comparison matches."},
    R"yaml(title: 建设⽤水计量点２２１个
)yaml",
    R"yaml(title: 建设用水计量点221个
)yaml",
    find_look_alike,
};

}  // namespace taizhang::check
