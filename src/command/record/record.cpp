// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "command/record/recording.h"

namespace taizhang::command {

namespace {

// By name; the first word of a call that names none is an address, and a reading is meant.
constexpr RecordKind kinds_table[] = {
    {"approval", {"批准", "approval"}, "14/c1 --by UNIT", {}, false, record_approval},
    {"change", {"调整", "change"}, "14 FIELD TO", {"field", "to"}, false, record_change},
    {"done", {"完成", "done"}, "14/m1", {}, true, record_done},
    {"inspection",
     {"督查", "inspection"},
     "14/piles/r5 RESULT",
     {"result"},
     false,
     record_inspection},
    {"issue", {"问题", "issue"}, "14 TEXT", {"text"}, true, record_issue},
    {"order", {"督办", "order"}, "14 LEVEL", {"level"}, false, record_order},
    {"progress", {"进展", "progress"}, "14 TEXT", {"done"}, true, record_progress},
    {"reading", {"报数", "reading"}, "14/piles VALUE", {"value"}, true, record_reading},
    {"reply", {"回复", "reply"}, "14/d1 TEXT", {"text"}, false, record_reply},
    {"status", {"状态", "status"}, "14 STATUS", {"to"}, false, record_status},
    {"step", {"流转", "step"}, "14/q1 STATE", {"state"}, false, record_step},
};

struct RecordOptions {
  std::vector<std::string> words;
  Said said;
  WriteOptions writing;
};

void declare(Options& options, RecordOptions& record) {
  options.rest("ADDRESS", record.words,
               {"记什么（不写是报数）、记在哪一项、内容",
                "what to record (a reading unless said), where, and its words"});
  options.repeated("--date", record.said.texts["date"], "DATE",
                   {"日期，报数的是数据截止日；默认 --as-of 那一天",
                    "the day, of a reading its data date; that of --as-of by default"});
  declare_keys<model::Reading>(options, record.said);
  declare_keys<model::Progress>(options, record.said);
  declare_keys<model::Issue>(options, record.said);
  declare_keys<model::IssueStep>(options, record.said);
  declare_keys<model::Inspection>(options, record.said);
  declare_keys<model::Order>(options, record.said);
  declare_keys<model::Change>(options, record.said);
  declare_writing(options, record.writing);
}

/// The kind that the first word names, which is then taken away; else a reading.
const RecordKind& kind_of_words(std::vector<std::string>& words) {
  const RecordKind* reading = nullptr;
  for (const RecordKind& kind : kinds_table) {
    if (kind.name == "reading") reading = &kind;
    if (words.front() != kind.name && words.front() != kind.label.zh) continue;
    words.erase(words.begin());
    return kind;
  }
  if (words.front().find('/') == std::string::npos &&
      words.front().find_first_of("0123456789") != 0) {
    std::vector<std::string_view> known;
    for (const RecordKind& kind : kinds_table) known.push_back(kind.name);
    base::refuse_unknown(words.front(), {"记录", "record"}, known);
  }
  return *reading;
}

/// Hand the words behind the address to the keys that they are of.
void place_words(const RecordKind& kind, const std::vector<std::string>& words, Said& said) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (base::trimmed(words[i]).empty()) {
      base::refuse({{"{0}的内容是空的", "a record of {0} without a word"}, {kind.label}},
                   {{"写成 taizhang record {0} {1}", "write taizhang record {0} {1}"},
                    {kind.name, kind.form}});
    }
    const std::string_view key = i <= kind.words.size() ? kind.words[i - 1] : std::string_view();
    if (key.empty()) {
      base::refuse({{"多出了“{0}”", "“{0}” is one word too many"}, {words[i]}},
                   {{"写成 taizhang record {0} {1}；有空格的话要放在引号里",
                     "write taizhang record {0} {1}; quote words with blanks in them"},
                    {kind.name, kind.form}});
    }
    std::vector<std::string>& texts = said.texts[std::string(key)];
    if (!texts.empty() && texts.front().find('=') == std::string::npos) refuse_several(key);
    texts.push_back(words[i]);
  }
}

base::Exit run(const RecordOptions& options, const Context& context) {
  std::vector<std::string> words = options.words;
  if (words.empty()) {
    base::refuse({{"没有写记什么", "what to record is not said"}},
                 {{"写成 taizhang record 14/piles 131；用法见 taizhang record --help",
                   "write taizhang record 14/piles 131; see taizhang record --help"}});
  }
  const RecordKind& kind = kind_of_words(words);
  if (words.empty()) {
    base::refuse({{"没有写记在哪一项", "where to record it is not said"}},
                 {{"写成 taizhang record {0} {1}", "write taizhang record {0} {1}"},
                  {kind.name, kind.form}});
  }
  require_consent(context, options.writing);
  Said said = options.said;
  place_words(kind, words, said);
  pipeline::Trial before = pipeline::tried(context.io.disk, context.folder(), {});
  const Target target = intake::find_target(before.ledger, words.front());
  Recording recording{context, options.writing, std::move(said), std::move(before), target, kind};
  return kind.run(recording);
}

}  // namespace

const Command record_command{
    "record",
    Needs::ledger,
    {"记一笔：报数、进展、问题、督办等", "record a reading, progress, an issue, an order …"},
    {R"(往一项任务里记一笔，只动该动的行：注释、顺序、引号、换行都不变。先显示会改什么；在终端里问一声，
脚本里要写 --yes。编号接着往下排。会使 check 多出错误的不写，并说明是哪条规则。同样的话再说一遍，
什么也不改。没有写日期的，是 --as-of 那一天（默认今天）。

  reading 报数（可省）  14/piles 131          --date 数据日期 --by 单位；更正写 --corrects r4 --reason
  progress 进展         14 "进展情况"         --problems --next --verdict --percent
  done 完成             14/m1                 节点完成，--date
  status 状态           14 closed             --approved-by 谁批准 --reason
  issue 问题            14 "什么问题"         --level --owner --due
  step 流转             14/q1 resolved        --by --note
  inspection 督查       14/piles/r5 minor_gap --method --finding --verified-value
  order 督办            14 reminder           --to 单位 --reason --reply-by
  reply 回复            14/d1 "回复内容"
  change 调整           14/piles target 240   --reason；已批准的写 --approved-by
  approval 批准         14/c1                 --by 谁批准 --date 生效日

示例：
  taizhang record 14/piles 131 --date 2023-08-31 --by 市发改局 --yes
  taizhang record 14/piles 118 --corrects r3 --reason 重复计算 --dry-run
  taizhang record progress 14 "三处站点建成" --next "10月底前开工" --dry-run
)",
     R"(Record something of a task. Only its lines change: remarks, order, quotes and line ends stay. The
patch is shown first; on a terminal you are asked, a script says --yes. Ids go on counting. What
would be a new error of check is not written, and the rule is named. Said again, nothing changes.
A date that is not given is the day of --as-of, today by default.

  reading (the default)  14/piles 131          --date --by; to correct --corrects r4 --reason
  progress               14 "what was done"    --problems --next --verdict --percent
  done                   14/m1                 a milestone, --date
  status                 14 closed             --approved-by --reason
  issue                  14 "what it is"       --level --owner --due
  step                   14/q1 resolved        --by --note
  inspection             14/piles/r5 minor_gap --method --finding --verified-value
  order                  14 reminder           --to UNIT --reason --reply-by
  reply                  14/d1 "what it says"
  change                 14/piles target 240   --reason, and --approved-by once it is approved
  approval               14/c1                 --by --date

Examples:
  taizhang record 14/piles 131 --date 2023-08-31 --by 市发改局 --dry-run
  taizhang record progress 14 "三处站点建成" --next "10月底前开工" --dry-run
  taizhang record 报数 14/piles 131 --date 2023-08-31 --dry-run   the kind in Chinese
)"},
    set_up<RecordOptions, declare, run>,
};

}  // namespace taizhang::command
