// SPDX-License-Identifier: MIT
#include <algorithm>
#include <initializer_list>

#include "base/look_alike.h"
#include "base/text.h"
#include "check/rules.h"
#include "check/walk.h"

namespace taizhang::check {

namespace {

bool is_odd(base::Decimal number) {
  return number < base::Decimal() || number > base::Decimal::whole(100);
}

void add_odd(const AtIndicator& at, base::Decimal number, source::Span place, base::Bilingual what,
             Collector& found) {
  found.add(
      place,
      {"“{0}”是比率，{1} {2}% 不在 0 至 100 之间",
       "“{0}” is a rate, and {1}, {2} %, is not from 0 to 100", at.name(), what, number.text()},
      {"核对小数点、正负号和类型；增长多少的写 kind: growth；本来就会超出的写 reason 或 note",
       "check the point, the sign and the kind; growth is kind: growth; where it may be so give a "
       "reason or a note"});
}

/// The digits that tell a number whatever unit it is written in: 3.65 of 365 and of 36500.
std::string digits_of(std::string_view number) {
  std::string digits;
  for (const char c : number) {
    if (c >= '0' && c <= '9' && !(digits.empty() && c == '0')) digits += c;
  }
  while (!digits.empty() && digits.back() == '0') digits.pop_back();
  return digits;
}

/// The numbers that stand in `text`, each by its digits.
std::vector<std::string> numbers_in(std::string_view text) {
  std::vector<std::string> numbers;
  std::string number;
  // In its plain form 1，600 is one number.
  for (const char c : base::plain_form(text) + " ") {
    if ((c >= '0' && c <= '9') || c == '.' || c == ',') {
      number += c;
    } else if (!number.empty()) {
      if (std::string digits = digits_of(number); !digits.empty()) numbers.push_back(digits);
      number.clear();
    }
  }
  return numbers;
}

/// What the one number of a quote promises by the word next to it: 2400个以上, 不超过12起. Nothing
/// where it says neither, or the quote has several numbers.
enum class Says { nothing, at_least, at_most };
Says said_of_number(const std::string& quote, const std::string& unit) {
  const std::string text = base::plain_form(quote);
  if (numbers_in(text).size() != 1) return Says::nothing;
  const std::size_t begin = text.find_first_of("0123456789");
  const std::size_t end = text.find_last_of("0123456789") + 1;
  const std::string_view before = base::trimmed(std::string_view(text).substr(0, begin));
  std::string_view behind = base::trimmed(std::string_view(text).substr(end));
  if (behind.starts_with(unit)) behind = base::trimmed(behind.substr(unit.size()));
  const auto is_said = [&](std::initializer_list<std::string_view> words_before,
                           std::initializer_list<std::string_view> words_behind) {
    return std::ranges::any_of(words_before, [&](auto one) { return before.ends_with(one); }) ||
           std::ranges::any_of(words_behind, [&](auto one) { return behind.starts_with(one); });
  };
  const bool most = is_said({"不超过", "不高于", "不多于", "不大于"}, {"以下", "以内"});
  const bool least = is_said({"不少于", "不低于", "至少", "不小于"}, {"以上"});
  return most == least ? Says::nothing : most ? Says::at_most : Says::at_least;
}

/// Look whether the qualifier is the opposite of the quote. What is to fall is said the other way
/// round: 下降3%以上.
void look_at_word(const model::Indicator& indicator, Collector& found) {
  if (!indicator.qualifier || !indicator.kind || !indicator.unit || indicator.direction.written() ||
      *indicator.kind == model::Kind::growth || *indicator.kind == model::Kind::rank) {
    return;
  }
  const model::Qualifier qualifier = *indicator.qualifier;
  const bool limits =
      qualifier == model::Qualifier::at_most || qualifier == model::Qualifier::below;
  const bool demands =
      qualifier == model::Qualifier::at_least || qualifier == model::Qualifier::exceed;
  const Says said = said_of_number(*indicator.quote, *indicator.unit);
  if (!(said == Says::at_least && limits) && !(said == Says::at_most && demands)) return;
  found.add(indicator.qualifier.at_or(indicator.at),
            {"限定词是“{0}”，和原文相反：“{1}”",
             "the qualifier “{0}” is the opposite of the quote: “{1}”", model::label(qualifier),
             *indicator.quote},
            {"照原文写 qualifier: {0}", "write qualifier: {0}, as the quote has it",
             limits ? "at_least" : "at_most"},
            {{indicator.quote.at, {"原文在这里", "the quote is here"}}});
}

}  // namespace

const Rule ratio_as_fraction{
    "W20 ratio-as-fraction",
    {"百分比写成了小数", "a percentage written as a fraction"},
    {"计量单位是 % 的，95% 写 95。写成 0.95，完成率就差一百倍。",
     "Where the unit is %, 95 % is written 95. Written 0.95, completion is out by a hundred."},
    R"yaml(kind: ratio
target: 0.95
unit: "%")yaml",
    R"yaml(kind: ratio
target: 95
unit: "%")yaml",
    [](const AtIndicator& at, Collector& found) {
      const model::Indicator& indicator = at.indicator;
      for_each_misscale(at, [&](Misscale misscale, base::Decimal number, source::Span place) {
        if (misscale != Misscale::fraction) return;
        const std::string percent = base::Decimal::of_micros(number.micros() * 100).text();
        found.add(
            place,
            {"“{0}”的计量单位是 %，{1} 就是 {1}%", "“{0}” is in %, so {1} is {1} %",
             indicator.name.value_or(""), number.text()},
            {"按百分数写：{0}；真是 {1}% 的，加注 # taizhang: ignore[W20]",
             "write it in per cent: {0}; where it is {1} % indeed, add # taizhang: ignore[W20]",
             percent, number.text()});
      });
    },
};

const Rule ratio_range{
    "W30 ratio-range",
    {"比率不在 0 至 100 之间", "a rate outside 0 to 100"},
    {"比率多半是部分占全部的百分数；190% 或 −90% 往往是小数点错了，或者把增速当成了比率。",
     "A rate is mostly a part of a whole in per cent; 190 % or −90 % are often a point in the "
     "wrong place, or growth that was taken for a rate."},
    R"yaml(kind: ratio
unit: "%"
target: 95
readings:
  - {id: r1, date: 2023-09-30, value: 190})yaml",
    R"yaml(kind: ratio
unit: "%"
target: 95
readings:
  - {id: r1, date: 2023-09-30, value: 90})yaml",
    [](const AtIndicator& at, Collector& found) {
      const model::Indicator& indicator = at.indicator;
      if (indicator.kind.value != model::Kind::ratio || indicator.unit.value != "%") return;
      // Somebody has said why.
      if (indicator.note || at.meant({"unit"})) return;
      bool odd = false;
      base::Decimal highest = base::Decimal::whole(100);
      for_each_target(at.task, indicator, [&](base::Decimal target, source::Span place) {
        if (!is_odd(target)) return;
        odd = true;
        highest = std::max(highest, target);
        if (!at.scale().of_target(target))
          add_odd(at, target, place, {"目标", "the target"}, found);
      });
      const auto& baseline = indicator.baseline.one;
      if (!odd && baseline && is_odd(*baseline)) {
        odd = true;
        highest = std::max(highest, *baseline);
        add_odd(at, *baseline, baseline.at_or(indicator.at), {"基数", "the baseline"}, found);
      }
      for (const measure::Effective& reading : at.reported().readings) {
        if (!is_odd(reading.value) || reading.reading->extras->reason) continue;
        if (at.scale().of_value(reading.value)) continue;
        // With such a target or baseline, values up to it are no news.
        if (odd && reading.value <= highest) continue;
        add_odd(at, reading.value, reading.reading->value.at_or(reading.reading->at),
                {"报数", "the value"}, found);
      }
    },
};

const Rule quote_number{
    "W34 quote-number",
    {"目标和原文不同", "a target that differs from its quote"},
    {"quote "
     "是文件的原话，目标就从那里来；两个数不同，或者原文是“以上”、限定词却是“不超过”，总有一个录错"
     "了。",
     "The quote is what the document says and the target comes from it; where the numbers differ, "
     "or the qualifier says the opposite, one was typed wrongly."},
    R"yaml(quote: 覆盖率达到95%以上
target: 150)yaml",
    R"yaml(quote: 覆盖率达到95%以上
target: 95)yaml",
    [](const AtIndicator& at, Collector& found) {
      const model::Indicator& indicator = at.indicator;
      const auto target = measure::written_target(indicator);
      if (!indicator.quote || !target || *target == base::Decimal()) return;
      if (at.scale().target_is_off()) return;
      const std::vector<std::string> numbers = numbers_in(*indicator.quote);
      const std::string digits = digits_of(target->text());
      // In words alone (全覆盖, 十家) the quote gives no number.
      if (numbers.empty() || std::find(numbers.begin(), numbers.end(), digits) != numbers.end()) {
        look_at_word(indicator, found);
        return;
      }
      // 全覆盖 stands for 100 %.
      if (digits == "1" && indicator.quote->find("全") != std::string::npos) return;
      found.add(indicator.target.at_or(indicator.at),
                {"目标是 {0}，原文里没有这个数：“{1}”",
                 "the target is {0}, which the quote does not have: “{1}”", target->text(),
                 *indicator.quote},
                {"照原文核对 target；以后调整的写进 changes，目标照第一次的写",
                 "check target against the quote; what was moved later is a change, and the target "
                 "stays as "
                 "first written"},
                {{indicator.quote.at, {"原文在这里", "the quote is here"}}});
    },
};

}  // namespace taizhang::check
