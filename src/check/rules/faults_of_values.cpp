// SPDX-License-Identifier: MIT
#include <algorithm>
#include <limits>

#include "base/date_span.h"
#include "base/look_alike.h"
#include "base/text.h"
#include "check/measure_units.h"
#include "check/rules.h"
#include "check/walk.h"

namespace taizhang::check {

namespace {

/// Whether the ledger counts in `unit`.
bool is_unit(const model::Ledger& ledger, std::string_view unit) {
  return std::ranges::any_of(ledger.plans, [&](const model::PlanFolder& plan) {
    return spelt(unit, plan.plan.rules).spelling != Spelling::unknown;
  });
}

/// The indicator around a fault; null where it stands in none.
const model::Indicator* indicator_around(const model::Ledger& ledger, source::Span at) {
  for (const model::PlanFolder& plan : ledger.plans) {
    for (const model::TaskFile& file : plan.tasks) {
      if (file.file != at.file) continue;
      for (const model::Indicator& one : file.task.indicators) {
        if (one.at.begin <= at.begin && at.begin <= one.ends) return &one;
      }
    }
  }
  return nullptr;
}

/// A word before a unit of measure that is a number, as a power of ten.
struct Multiple {
  std::string_view word;
  int power;
};
constexpr Multiple multiples[] = {{"亿", 8}, {"千万", 7}, {"百万", 6}, {"十万", 5},
                                  {"万", 4}, {"千", 3},   {"百", 2}};

/// 公里 for 公里, 元 for 万元.
std::string_view without_multiple(std::string_view unit) {
  for (const Multiple& one : multiples) {
    if (unit.starts_with(one.word) && unit != one.word) return unit.substr(one.word.size());
  }
  return unit;
}

/// How many of `to` one of `from` is, as a power of ten: 米 and 公里, 元 and 万元; nothing where
/// they are of different kinds.
std::optional<int> powers_between(std::string_view from, std::string_view to) {
  struct Measured {
    std::string_view kind;
    std::string_view word;
    int power;
  };
  constexpr Measured measures[] = {{"m", "公里", 3},     {"m", "千米", 3}, {"m", "米", 0},
                                   {"a", "平方公里", 6}, {"a", "公顷", 4}, {"a", "平方米", 0},
                                   {"g", "吨", 3},       {"g", "千克", 0}, {"g", "公斤", 0},
                                   {"w", "千瓦时", 0},   {"w", "度", 0},   {"p", "%", 0},
                                   {"p", "个百分点", 0}};
  const auto read = [&](std::string_view unit) {
    int power = 0;
    const auto measured = [&] { return std::ranges::find(measures, unit, &Measured::word); };
    if (measured() == std::end(measures)) {
      for (const Multiple& one : multiples) {
        if (!unit.starts_with(one.word) || unit == one.word) continue;
        power = one.power;
        unit.remove_prefix(one.word.size());
        break;
      }
    }
    const auto known = measured();
    return known == std::end(measures) ? std::pair(unit, power)
                                       : std::pair(known->kind, power + known->power);
  };
  const auto [from_kind, from_power] = read(from);
  const auto [to_kind, to_power] = read(to);
  return from_kind == to_kind ? std::optional(from_power - to_power) : std::nullopt;
}

/// The number `text` times ten to that power, exact; nothing where it has no six places for it.
std::optional<std::string> times(const std::string& text, int power) {
  auto micros = base::Decimal::parse(text).decimal->micros();
  for (; power > 0; --power) {
    if (micros > std::numeric_limits<std::int64_t>::max() / 10) return std::nullopt;
    micros *= 10;
  }
  for (; power < 0; ++power) {
    if (micros % 10 != 0) return std::nullopt;
    micros /= 10;
  }
  return base::Decimal::of_micros(micros).text();
}

/// What to write for a number with its unit of measure behind it; empty where the unit is none.
Words help_on_unit(const AtFault<source::BadNumber>& at, const std::string& number,
                   const std::string& rest) {
  if (rest == "%" && (at.fault.field == "green" || at.fault.field == "yellow")) {
    return {"写成小数：{0}", "write it as a decimal: {0}", times(number, -2).value_or(number)};
  }
  const model::Indicator* const indicator = indicator_around(at.ledger, at.fault.at);
  if (!indicator || !indicator->unit) {
    return {"写 {0}；“{1}”写进 unit", "write {0}; “{1}” belongs in unit", number, rest};
  }
  const std::string& unit = *indicator->unit;
  if (unit == rest) {
    return {"写 {0}：unit 已经是“{1}”", "write {0}: the unit is “{1}” already", number, unit};
  }
  // 0.24万 of 个 are 万个; of per cent nobody counts so many.
  const bool is_multiple =
      unit != "%" && std::ranges::find(multiples, rest, &Multiple::word) != std::end(multiples);
  const std::string counted = is_multiple ? rest + std::string(without_multiple(unit)) : rest;
  const auto power = powers_between(counted, unit);
  const auto written = power ? times(number, *power) : std::nullopt;
  if (written) {
    return {"写 {0}：unit 是“{1}”", "write {0}: the unit is “{1}”", *written, unit};
  }
  return {"unit 是“{0}”：按它写一个数，不写“{1}”",
          "the unit is “{0}”: write the number in it, without “{1}”", unit, rest};
}

Words help_on(const AtFault<source::BadNumber>& at) {
  // A figure that was reported or found has no qualifier.
  constexpr std::string_view figures[] = {"value", "values", "verified_values", "checked",
                                          "confirmed"};
  const bool may_qualify = std::ranges::find(figures, at.fault.field) == std::end(figures);
  const std::string plain = base::plain_form(at.what.text);
  const std::size_t size = std::min(plain.find_first_not_of("-0123456789.,"), plain.size());
  std::string number = plain.substr(0, size);
  std::erase(number, ',');
  const std::string rest(base::trimmed(std::string_view(plain).substr(size)));
  const bool is_number = base::Decimal::parse(number).decimal.has_value();
  if (is_number && !may_qualify &&
      std::string_view(at.fault.help.text.zh).find("qualifier") != std::string_view::npos) {
    return {"写实际的数，如 {0}；这里没有 qualifier，“{1}”的来由写进 note",
            "write the real number, such as {0}: there is no qualifier here, and why it is “{1}” "
            "goes into note",
            number, rest};
  }
  if (is_number && at.fault.help.empty() && at.fault.fix.empty() && is_unit(at.ledger, rest)) {
    return help_on_unit(at, number, rest);
  }
  return at.help({"写一个数，如 12 或 -3.5；区间、比值、约数和说明写进 note",
                  "write one number, such as 12 or -3.5; ranges, ratios and remarks go into note"});
}

/// The last day of the month that `text` begins with, `2024-11`; nothing where it is none.
std::optional<base::Date> end_of_month(std::string_view text) {
  const auto first = base::parse_date(std::string(text.substr(0, 7)) + "-01").date;
  if (!first || text.size() < 7) return std::nullopt;
  const std::chrono::year_month_day day{*first};
  return std::chrono::sys_days(day.year() / day.month() / std::chrono::last);
}

/// The day without its year that a fault in a plan was meant to be, in the year of the plan.
std::optional<base::Date> day_of_plan(const AtFault<source::BadDate>& at) {
  const auto day = base::meant_day_of_year(at.what.text);
  if (!day) return std::nullopt;
  for (const model::PlanFolder& plan : at.ledger.plans) {
    const bool is_of_plan = plan.file == at.fault.at.file ||
                            std::ranges::any_of(plan.tasks, [&](const model::TaskFile& task) {
                              return task.file == at.fault.at.file;
                            });
    const model::Period& period = plan.plan.period;
    if (!is_of_plan || !period.start) continue;
    const auto year_of = [](base::Date date) {
      return static_cast<int>(std::chrono::year_month_day(date).year());
    };
    const int first = year_of(*period.start);
    const auto in_first = day->in(first);
    // A plan of two years has most days twice: the first that lies in it.
    const bool is_before =
        in_first && *in_first < *period.start && period.end && year_of(*period.end) > first;
    return is_before ? day->in(first + 1) : in_first;
  }
  return std::nullopt;
}

Words help_on(const AtFault<source::BadDate>& at) {
  if (const auto day = day_of_plan(at)) {
    return {"写上年份，如 {0}", "write the year as well, as in {0}", base::iso(*day)};
  }
  const std::string plain = base::plain_form(at.what.text);
  constexpr std::size_t month = 7;
  const bool is_day = plain.size() == month + 3 && plain[month] == '-';
  if (const auto last = end_of_month(plain); last && (is_day || plain.size() == month)) {
    return at.help(
        {"写到哪一天；这个月的最后一天是 {0}", "write a day: the month ends on {0}", *last});
  }
  if (plain.find_first_of("0123456789") == plain.npos) {
    return at.help({"写具体的日子，如年底写 2023-12-31；“{0}”这样的话写进 note",
                    "write a day, such as 2023-12-31 for the end of the year; “{0}” goes into note",
                    at.what.text});
  }
  return at.help({"按“年-月-日”写，如 2023-08-02", "write year-month-day, such as 2023-08-02"});
}

/// The word of a list, and what offices say for it.
constexpr std::pair<std::string_view, std::string_view> synonyms[] = {
    {"in_progress", "进行中 正在推进 在建 已启动"},
    {"not_started", "未开始 未开工"},
    {"closed", "已完成 完成 已办结"},
    {"suspended", "中止"},
    {"at_least", "≥ >= 至少"},
    {"at_most", "≤ <= 至多"},
    {"exceed", "> 超过"},
    {"below", "<"},
    {"exactly", "="},
    {"about", "约"},
    {"week", "周报"},
    {"month", "月报"},
    {"quarter", "季报 季度"},
    {"year", "年报"},
    {"township", "镇 乡"},
    {"street", "街办"},
    {"government", "局"},
    {"company", "国企"},
    {"strive", "预期性"},
    {"true", "yes Yes YES y Y 是的 对 √ ✓ 1"},
    {"false", "no No NO n N 不是 × ✗ 0"}};

Words help_on(const source::NotInList& what) {
  const std::string plain = base::plain_form(what.text);
  std::string near = what.near.value_or("");
  for (const auto& [name, words] : synonyms) {
    const bool known =
        (", " + what.list).find(", " + std::string(name) + "（") != std::string::npos;
    for (const std::string_view word : base::split(words, ' ')) {
      if (known && (word == what.text || word == plain)) near = name;
    }
  }
  if (near.empty()) return {"可用：{0}", "known: {0}", what.list};
  return {"是不是“{0}”？可用：{1}", "did you mean “{0}”? known: {1}", near, what.list};
}

}  // namespace

const Rule number{
    "E11 number",
    {"不是数字，或写法不对", "not a number, or not written as one"},
    {"数字按十进制精确计算，单位、千分位和近似写法会让人和程序读出不同的数。",
     "Numbers are exact decimals; units, thousands marks and loose forms are read differently by "
     "people and programs."},
    R"yaml(target: 1,000场)yaml",
    R"yaml(target: 1000
unit: 场)yaml",
    [](const AtFault<source::BadNumber>& at, Collector& found) {
      found.add(at.fault,
                {"“{0}”的值“{1}”不是数字：{2}", "“{1}”, the value of “{0}”, is no number: {2}",
                 at.what.key, at.what.text, at.what.why},
                help_on(at));
    },
};

const Rule date{
    "E12 date",
    {"不是日期，或没有这一天", "not a date, or no such day"},
    {"所有的时间进度、时限和陈旧天数都从日期算起。",
     "Time progress, deadlines and staleness are all counted from dates."},
    R"yaml(due: 2023-2-30)yaml",
    R"yaml(due: 2023-02-28)yaml",
    [](const AtFault<source::BadDate>& at, Collector& found) {
      found.add(at.fault,
                {"“{0}”的值“{1}”不是日期：{2}", "“{1}”, the value of “{0}”, is no date: {2}",
                 at.what.key, at.what.text, at.what.why},
                help_on(at));
    },
};

const Rule not_in_list{
    "E13 not-in-list",
    {"值不在规定的词里", "a value outside its list"},
    {"状态、类型这些词由程序据以计算，写法必须一致。",
     "Statuses, kinds and the like steer the computation, so they have fixed spellings."},
    R"yaml(status: in_progres)yaml",
    R"yaml(status: in_progress)yaml",
    [](const AtFault<source::NotInList>& at, Collector& found) {
      found.add(at.fault, {"“{0}”不能是“{1}”", "“{0}” cannot be “{1}”", at.what.key, at.what.text},
                at.fault.help.empty() ? help_on(at.what) : Words(at.fault.help));
    },
};

const Rule blanks{
    "W06 blanks",
    {"行末空白或制表符", "blanks at the end of a line, or tabs"},
    {"看不见的空白会让每次修改多出无关的行，逐行审核时分不清改了什么。",
     "Blanks that nobody sees turn up as changed lines and hide from the reviewer what was "
     "changed."},
    R"yaml(title: 推动创新平台建设␠␠
target:⇥221)yaml",
    R"yaml(title: 推动创新平台建设
target: 221)yaml",
    [](const AtFault<source::Blanks>& at, Collector& found) {
      found.add(at.fault, at.what.what,
                at.what.at_end ? Words{"删去行末的空白", "delete the blanks"}
                               : Words{"换成一个空格", "write one blank"});
    },
};

const Rule look_alike{
    "W08 look-alike",
    {"形近字、全角数字和字母", "characters that only look like others"},
    {"全角数字、从 PDF 里拷出来的部首字、混进来的外文字母看着一样，却查不到、比不上。",
     "Full-width digits, radicals copied out of a PDF and foreign letters look right, yet no "
     "search finds them and no comparison matches."},
    R"yaml(title: 建设⽤水计量点２２１个)yaml",
    R"yaml(title: 建设用水计量点221个)yaml",
    [](const AtFault<source::LookAlike>& at, Collector& found) {
      if (at.what.meant == ", " && !at.fault.help.empty()) {
        found.add(at.fault,
                  {"几项写成了一项：它们之间是“{0}”，不是英文逗号",
                   "several items are written as one: “{0}” stands between them and no comma",
                   at.what.written},
                  Words(at.fault.help));
        return;
      }
      found.add(at.fault,
                {"“{0}”是形近字或全角字符，应为“{1}”",
                 "“{0}” only looks like “{1}”: it is full-width or of another script",
                 at.what.written, at.what.meant},
                at.fault.fix.empty()
                    ? at.help({"原文如此就不必改；是录入时打错的，写成“{0}”",
                               "leave it where the document has it so; a slip of typing becomes "
                               "“{0}”",
                               at.what.meant})
                    : Words{"写成“{0}”", "write “{0}”", at.what.meant});
    },
};

const Rule unquoted{
    "W09 unquoted",
    {"没有引号的文字，会读成别的", "a text without quotes that is read as something else"},
    {"表格软件和脚本会把 1.10 读成 1.1、0123 读成 83、no 读成“否”；空格加 # 以后的字，谁都读不到。",
     "Spreadsheets and scripts read 1.10 as 1.1, 0123 as 83 and no as false; what follows a blank "
     "and a # nobody reads."},
    R"yaml(doc_no: 1.10)yaml",
    R"yaml(doc_no: "1.10")yaml",
    [](const AtFault<source::Unquoted>& at, Collector& found) {
      const auto& [key, text, taken_for, lost] = at.what;
      if (!lost.empty() && text.empty()) {
        found.add(
            at.fault.at,
            {"“{0}”的正文到上一行为止，紧跟着的“{1}”当作备注，不是正文",
             "the text of “{0}” ends on the line before: “{1}” is taken for a remark", key, lost},
            {"是正文的，缩进与正文对齐；是备注的，前面空一行",
             "line it up with the text if it is part of it; leave an empty line above a "
             "remark"});
        return;
      }
      if (!lost.empty()) {
        found.add(at.fault.at,
                  {"“{0}”只读到“{1}”，后面的“{2}”当作备注丢掉了",
                   "“{0}” reads “{1}”: “{2}” behind it is taken for a remark", key, text, lost},
                  lost.starts_with("# ")
                      ? Words{"是正文就把整个值加上引号；是备注就单独写在上一行",
                              "put the whole value in quotes; a remark goes on the line above"}
                      : Words{"是正文就把整个值加上引号；是备注就在 # 后空一格",
                              "put the whole value in quotes, or leave a blank behind # for a "
                              "remark"});
        return;
      }
      found.add(at.fault,
                {"“{0}”的值 {1} 没有加引号，别的程序会当成{2}",
                 "{1}, the value of “{0}”, has no quotes: other programs take it for {2}", key,
                 text, taken_for},
                at.help({"加上引号", "put it in quotes"}));
    },
};

}  // namespace taizhang::check
