// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "check/rules.h"
#include "check/told.h"

namespace taizhang::check {

namespace {

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
  for (const char c : std::string(text) + " ") {
    if ((c >= '0' && c <= '9') || c == '.' || c == ',') {
      number += c;
    } else if (!number.empty()) {
      if (std::string digits = digits_of(number); !digits.empty()) numbers.push_back(digits);
      number.clear();
    }
  }
  return numbers;
}

void find_quote_number(const Told& told, Collector& found) {
  const model::Indicator& indicator = told.indicator;
  const auto target = measure::written_target(indicator);
  if (!indicator.quote || !target || *target == base::Decimal()) return;
  if (told.scale().target_is_off()) return;
  const std::vector<std::string> numbers = numbers_in(*indicator.quote);
  const std::string digits = digits_of(target->text());
  // In words alone (全覆盖, 十家) the quote gives no number.
  if (numbers.empty() || std::find(numbers.begin(), numbers.end(), digits) != numbers.end()) return;
  // 全覆盖 stands for 100 %.
  if (digits == "1" && indicator.quote->find("全") != std::string::npos) return;
  found.add(indicator.target.at_or(indicator.at),
            {{"目标是 {0}，原文里没有这个数：“{1}”",
              "the target is {0}, which the quote does not have: “{1}”"},
             {target->text(), *indicator.quote}},
            {{"照原文核对 target；以后调整的写进 changes，目标照第一次的写",
              "check target against the quote; what was moved later is a change, and the target "
              "stays as first written"},
             {}},
            {{indicator.quote.at, {{"原文在这里", "the quote is here"}, {}}}});
}

}  // namespace

const Rule quote_number{
    "W34",
    "quote-number",
    source::Severity::warning,
    {"目标和原文里的数不同", "a target that its quote does not have"},
    {"quote 是文件的原话，目标就从那里来；两个数不同，总有一个录错了。",
     "The quote is what the document says and the target comes from it; where the numbers differ "
     "one was typed wrongly."},
    R"yaml(quote: 覆盖率达到95%以上
target: 150
)yaml",
    R"yaml(quote: 覆盖率达到95%以上
target: 95
)yaml",
    nullptr,
    find_quote_number,
};

}  // namespace taizhang::check
