// SPDX-License-Identifier: MIT
#include "base/suggest.h"
#include "check/ignores.h"
#include "check/levels.h"
#include "check/rules.h"
#include "check/walk.h"

namespace taizhang::check {

const Rule unused_ignore{
    "W10 unused-ignore",
    {"忽略规则的注释无用、写错或没有理由",
     "a remark that ignores a rule without need, without reason or misspelt"},
    {"# taizhang: ignore[编号] 理由 "
     "让一行上的某条规则不出声。用不着了还留着，会放过以后真正的错；没有理由，别人不知道当初为什么"
     "放过。",
     "# taizhang: ignore[CODE] reason keeps a rule silent on one line. One that is no longer "
     "needed hides the next real mistake; one without a reason tells nobody why."},
    R"yaml(target: 221   # taizhang: ignore[W05])yaml",
    R"yaml(target: 221)yaml",
    [](const Ignore& ignore, Collector& found) {
      if (ignore.rules.empty()) {
        found.add(ignore.at,
                  {"这条给 taizhang 的注释看不懂", "this remark to taizhang cannot be understood"},
                  {"写成 # taizhang: ignore[W04] 理由", "write # taizhang: ignore[W04] reason"});
        return;
      }
      for (const IgnoredRule& rule : ignore.rules) {
        if (!rule.rule) {
          const auto near = base::suggestion(rule.name, rule_words());
          found.add(rule.at, {"没有“{0}”这条规则", "there is no rule “{0}”", rule.name},
                    near ? Words{"是不是“{0}”？", "did you mean “{0}”?", *near}
                         : Words{"编号见 taizhang explain", "taizhang explain lists the codes"});
        } else if (!may_be_lowered(*rule.rule)) {
          found.add(
              rule.at,
              {"{0} 不能忽略：这样的值没有读进来",
               "{0} cannot be ignored: what it finds is not read", rule.name},
              {"删去这条注释，把值改成能读的", "delete the remark and write what can be read"});
        } else if (!rule.used) {
          found.add(rule.at,
                    {"这一行没有 {0} 要忽略的问题", "{0} finds nothing to be silent about here",
                     rule.name},
                    {"删去 {0}；问题已经改好，留着它会放过新的错",
                     "delete {0}: what it was for is mended, and it would hide the next mistake",
                     rule.name});
        }
      }
      if (ignore.reason.empty()) {
        found.add(ignore.at, {"忽略规则没有写理由", "a rule is ignored and no reason is given"},
                  {"在方括号后面写明理由，如 # taizhang: ignore[W04] 三处停车场集中投用",
                   "write the reason after the bracket: # taizhang: ignore[W04] three car parks "
                   "opened at once"});
      }
    },
};

}  // namespace taizhang::check
