// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "check/rules.h"
#include "check/walk.h"
#include "model/task_fields.h"

namespace taizhang::check {

namespace {

constexpr base::Bilingual shapes{
    "列表写成 [甲, 乙]，单个值直接写，键值表每个键一行",
    "write a list as [a, b], a single value plainly, a map one key a line"};

template <class Kind>
void say_shape(const AtFault<Kind>& at, const base::Argument& key, Words help, Collector& found) {
  found.add(at.fault,
            {"“{0}”这里要{1}，现在是{2}", "“{0}” wants {1} here, and this is {2}", key,
             at.what.wanted, at.what.found},
            std::move(help));
}

template <class Kind>
void say_empty(const AtFault<Kind>& at, const base::Argument& key, Words help, Collector& found) {
  found.add(
      at.fault,
      {"“{0}”没有值，这里要{1}", "“{0}” has no value; {1} is wanted here", key, at.what.wanted},
      std::move(help));
}

}  // namespace

const Rule syntax{
    "E03 syntax",
    {"YAML 写法有误", "broken YAML"},
    {"写法有误的那一项读不出来，之后的内容从下一个顶格的键接着检查。",
     "The broken entry cannot be read; checking goes on at the next key at the left margin."},
    R"yaml(title: "推动创新平台建设
due: 2023-12-31)yaml",
    R"yaml(title: "推动创新平台建设"
due: 2023-12-31)yaml",
    [](const AtFault<source::SyntaxError>& at, Collector& found) {
      found.add(at.fault, at.what.wrong,
                at.fault.help.empty() ? Words(at.what.instead) : Words(at.fault.help));
    },
};

const Rule yaml_feature{
    "E04 yaml-feature",
    {"用了台账不用的 YAML 功能", "a feature of YAML that a ledger does not use"},
    {"锚点、引用、标签和多文档让一处文字影响另一处，逐行审核时看不出来。",
     "Anchors, aliases, tags and several documents let one line change another, which no reviewer "
     "sees."},
    R"yaml(lead: &lead [市科技局]
support: *lead)yaml",
    R"yaml(lead: [市科技局]
support: [市工信局])yaml",
    [](const AtFault<source::YamlFeature>& at, Collector& found) {
      found.add(at.fault, {"台账不用{0}", "a ledger does not use {0}", at.what.feature},
                at.help({"把内容直接写出来；值以 & * ! 开头时加引号",
                         "write the content out; quote a value that begins with & * or !"}));
    },
};

const Rule duplicate_key{
    "E06 duplicate-key",
    {"同一个键写了两次", "a key stands twice"},
    {"同一个键有两个值，读的人不知道哪个算数；这里只认第一个。",
     "With two values nobody knows which one counts; only the first is taken."},
    R"yaml(due: 2023-12-31
due: 2023-11-30)yaml",
    R"yaml(due: 2023-12-31)yaml",
    [](const AtFault<source::DuplicateKey>& at, Collector& found) {
      // Of a list it is an entry that stands twice; how many do, its help tells.
      if (!at.fault.help.empty()) {
        found
            .add(at.fault,
                 {"“{0}”里从这一条起和前面的一字不差",
                  "from here on “{0}” says once more what it said, to the letter", at.what.key},
                 at.fault.help, {{at.what.first, {"前面的在这里", "the first is here"}}})
            .distinction = at.what.key;
        return;
      }
      found
          .add(at.fault, {"键“{0}”重复", "the key “{0}” stands twice", at.what.key},
               {"留下对的一个，删去另一个", "keep the right one and delete the other"},
               {{at.what.first, {"第一次在这里", "the first one is here"}}})
          .distinction = at.what.key;
    },
};

namespace {

Words help_on(const source::UnknownKey& what) {
  if (what.near) return {"是不是“{0}”？", "did you mean “{0}”?", *what.near};
  if (what.key.find('\t') != what.key.npos) {
    return {"像是从表格里粘贴来的一行：每一格写成一行“键: 值”",
            "this looks like a row of a spreadsheet: write each cell as a line “key: value”"};
  }
  return {"改成{0}的一个键；没有合适的键，就把内容移到 note 里",
          "use a key of a {0}; what fits none belongs in note", what.entity};
}

}  // namespace

const Rule unknown_key{
    "E07 unknown-key",
    {"不认识的键", "an unknown key"},
    {"写错的键会被当作没写，数据就悄悄丢了。",
     "A misspelt key would count as not written, and its data would be lost in silence."},
    R"yaml(titel: 推动创新平台建设)yaml",
    R"yaml(title: 推动创新平台建设)yaml",
    [](const AtFault<source::UnknownKey>& at, Collector& found) {
      found
          .add(at.fault,
               at.what.key.empty() ? Words{"逗号后面没有键", "there is no key behind the comma"}
                                   : Words{"{1}没有“{0}”这个键", "there is no key “{0}” in a {1}",
                                           at.what.key, at.what.entity},
               at.fault.help.empty() ? help_on(at.what) : Words(at.fault.help))
          .distinction = at.what.key;
    },
};

const Rule missing_key{
    "E09 missing-key",
    {"缺少必填的键", "a required key is missing"},
    {"必填的内容缺了，任务就无法列表、统计或追责。",
     "Without its required keys a task cannot be listed, counted or followed up."},
    R"yaml(- id: piles
  name: 新增公共充电桩)yaml",
    R"yaml(- id: piles
  name: 新增公共充电桩
  kind: cumulative
  qualifier: exactly
  commitment: binding
  target: 221
  unit: 个)yaml",
    [](const AtFault<source::MissingKey>& at, Collector& found) {
      const auto& write = at.what.write;
      found
          .add(at.fault,
               {"{1}缺少“{0}”", "this {1} has no “{0}”",
                model::both_words({at.what.zh, at.what.key}), at.what.entity},
               write.size() == 1 ? Words{"补上一行“{0}: …”", "add a line “{0}: …”", write.front()}
                                 : Words{"补上其中一个键：{0}", "add one of the keys {0}",
                                         base::joined(write, ", ")})
          .distinction = at.what.key;
    },
    // An override holds from a day on. Files of the first edition have it from the start.
    [](const AtTask& at, Collector& found) {
      for (const model::Override& own : at.task.override_) {
        if (!at.whole || own.from.written() || at.meant(own, {"from"})) continue;
        const auto& start = at.plan.period.start;
        constexpr base::Bilingual name = model::name_of_key<&model::Override::from>();
        found
            .add(own.at,
                 {"{1}缺少“{0}”", "this {1} has no “{0}”", model::both_words(name),
                  model::Fields<model::Override>::name},
                 {"写上决定定灯的那一天；要和以前一样从头有效，写 from: {0}",
                  "write the day on which it was decided; to hold from the start as before write "
                  "from: {0}",
                  start ? base::iso(*start) : "2023-01-01"})
            .distinction = name.en;
      }
    },
};

const Rule wrong_type{
    "E08 wrong-type",
    {"值的形状不对", "a value of the wrong shape"},
    {"列表、单个值和键值表各有各的读法，形状不对就读不出来。",
     "Lists, single values and maps are read differently; the wrong shape cannot be read."},
    R"yaml(lead: 市科技局)yaml",
    R"yaml(lead: [市科技局])yaml",
    [](const AtFault<source::WrongType>& at, Collector& found) {
      say_shape(at, at.what.key, at.help(shapes), found);
    },
    [](const AtFault<source::WrongFile>& at, Collector& found) {
      say_shape(at, at.what.entity, at.help(shapes), found);
    },
};

namespace {

/// What stands behind the key at `at` on its line: nothing but a remark.
std::string_view behind_key(std::string_view text, source::Span at) {
  std::string_view rest = text.substr(std::min<std::size_t>(at.end, text.size()));
  rest = base::trimmed(rest.substr(0, rest.find_first_of("\r\n")));
  return rest.starts_with(':') ? base::trimmed(rest.substr(1)) : rest;
}

/// What a spreadsheet shows where it could not work out a value; to YAML a remark. Empty where
/// `rest` is none.
std::string_view error_of_spreadsheet(std::string_view rest) {
  for (std::string_view error :
       {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "####"}) {
    if (rest.starts_with(error)) return error;
  }
  return {};
}

}  // namespace

const Rule empty_value{
    "E10 empty-value",
    {"键后面没有值", "a key without a value"},
    {"空着的值既不是零也不是没有，读的人无从判断。",
     "An empty value is neither zero nor absence; nobody can tell what was meant."},
    R"yaml(target:)yaml",
    R"yaml(target: 221)yaml",
    [](const AtFault<source::EmptyValue>& at, Collector& found) {
      const std::string_view rest =
          behind_key(at.ledger.sources[at.fault.at.file].text, at.fault.at);
      const std::string_view error = error_of_spreadsheet(rest);
      if (!error.empty()) {
        say_empty(at, at.what.key,
                  {"“{0}”是表格软件算不出来时显示的，不是值：在表格里改好，再写算出来的值",
                   "“{0}” is what a spreadsheet shows in place of a value: mend it there and write "
                   "the value",
                   std::string(error)},
                  found);
        return;
      }
      // With a blank behind the sign it was meant as a remark.
      if (rest.size() > 1 && rest[0] == '#' && rest[1] != ' ' && rest[1] != '#') {
        say_empty(at, at.what.key,
                  {"空格后面的 # 把“{0}”变成了备注：是正文就把整个值加上引号",
                   "behind a blank the # makes a remark of “{0}”: put the whole value in quotes",
                   std::string(rest)},
                  found);
        return;
      }
      say_empty(at, at.what.key,
                at.help({"写上值；可写可不写的键，没有就不写这一行",
                         "write the value; where the key is optional, the line may be left out"}),
                found);
    },
    [](const AtFault<source::EmptyFile>& at, Collector& found) {
      say_empty(
          at, at.what.entity,
          at.help({"写上内容；不要了就删去这个文件", "write its content, or delete the file"}),
          found);
    },
};

}  // namespace taizhang::check
