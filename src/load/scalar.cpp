// SPDX-License-Identifier: MIT
#include "load/scalar.h"

#include "base/date_span.h"
#include "base/look_alike.h"
#include "load/advice.h"
#include "load/mend.h"

namespace taizhang::load {

using source::BadDate;
using source::BadNumber;

Scalar<std::string> convert(std::string_view text, std::string*) { return std::string(text); }

Scalar<int> convert(std::string_view text, int*) {
  const auto parsed = base::Decimal::parse(text);
  if (!parsed.decimal || !parsed.decimal->is_whole()) {
    return ScalarFault{BadNumber{{}, std::string(text), {"要整数", "a whole number is wanted"}},
                       parsed.decimal ? std::nullopt : mended_whole(std::string(text)),
                       advice_on_whole(std::string(text))};
  }
  const std::int64_t number = parsed.decimal->micros() / 1'000'000;
  if (number < 0 || number > model::largest_whole)
    return ScalarFault{
        BadNumber{{},
                  std::string(text),
                  {"要 0 到 1000000 之间的整数", "a whole number from 0 to 1000000 is wanted"}}};
  return static_cast<int>(number);
}

Scalar<base::Decimal> convert(std::string_view text, base::Decimal*) {
  const auto parsed = base::Decimal::parse(text);
  if (parsed.decimal) return *parsed.decimal;
  switch (parsed.fault) {
    case base::DecimalFault::too_many_places:
      return ScalarFault{
          BadNumber{{}, std::string(text), {"小数最多六位", "at most six decimals"}}};
    case base::DecimalFault::too_many_digits:
      return ScalarFault{BadNumber{{},
                                   std::string(text),
                                   {"整数部分最多十二位，总共最多十五位",
                                    "at most twelve digits before the point and fifteen in all"}}};
    case base::DecimalFault::not_a_number:
      break;
  }
  return ScalarFault{BadNumber{{}, std::string(text), base::decimal_form},
                     mended_number(std::string(text)), advice_on_number(std::string(text))};
}

Scalar<base::Date> convert(std::string_view text, base::Date*) {
  const auto parsed = base::parse_date(text);
  if (parsed.date) return *parsed.date;
  const bool form = parsed.fault == base::DateFault::not_iso;
  return ScalarFault{
      BadDate{{},
              std::string(text),
              form ? base::date_form : base::Bilingual{"没有这一天", "there is no such day"}},
      mended_date(std::string(text)), advice_on_date(std::string(text))};
}

Scalar<model::FormatVersion> convert(std::string_view text, model::FormatVersion*) {
  auto number = convert(text, static_cast<int*>(nullptr));
  if (number.fault) return std::move(*number.fault);
  return model::FormatVersion{*number.value};
}

Scalar<model::UnitName> convert(std::string_view text, model::UnitName*) {
  return model::UnitName{std::string(text)};
}

Scalar<model::PartialDate> convert(std::string_view text, model::PartialDate*) {
  if (base::is_partial_date(text)) return model::PartialDate{std::string(text)};
  return ScalarFault{BadDate{{}, std::string(text), base::partial_date_form},
                     mended_month(std::string(text)), advice_on_date(std::string(text))};
}

namespace {

/// Whether somebody may have meant a number or a date: a word without a digit is none.
bool has_digit(std::string_view text) {
  return base::plain_form(text).find_first_of("0123456789") != std::string::npos;
}

/// The advice where it is a number or a day in 汉字; what is no number has words of its own.
base::Phrase in_digits(base::Phrase advice) {
  return std::string_view(advice.text.zh).starts_with("写成 ") ? std::move(advice) : base::Phrase();
}

bool is_word(std::string_view text, base::Bilingual word) {
  return text == word.en || text == word.zh;
}

}  // namespace

Scalar<model::Target> convert(std::string_view text, model::Target*) {
  if (is_word(text, model::Target::pending)) return model::Target{};
  auto number = convert(text, static_cast<base::Decimal*>(nullptr));
  if (number.fault) {
    for (const std::string_view word : {"待定", "待下达", "未定", "暂无", "暂定", "无", "-", "/"}) {
      if (text != word) continue;
      return ScalarFault{BadNumber{{}, std::string(text), wanted<model::Target>()},
                         {},
                         {{"还没有定的写 pending（待下达）；定了再写数",
                           "write pending as long as it is not set, and the number then"},
                          {}}};
    }
    if (!has_digit(text)) {
      return ScalarFault{BadNumber{{}, std::string(text), wanted<model::Target>()},
                         mended_word(std::string(text), {model::Target::pending.en}),
                         in_digits(advice_on_number(std::string(text)))};
    }
    return std::move(*number.fault);
  }
  return model::Target{*number.value};
}

Scalar<model::DueDay> convert(std::string_view text, model::DueDay*) {
  if (is_word(text, model::DueDay::standing)) return model::DueDay{};
  auto date = convert(text, static_cast<base::Date*>(nullptr));
  if (date.fault) {
    if (!has_digit(text)) {
      return ScalarFault{BadDate{{}, std::string(text), wanted<model::DueDay>()},
                         mended_word(std::string(text), {model::DueDay::standing.en}),
                         in_digits(advice_on_date(std::string(text)))};
    }
    return std::move(*date.fault);
  }
  return model::DueDay{*date.value};
}

Scalar<model::DeadlineDay> convert(std::string_view text, model::DeadlineDay*) {
  const bool own = text.starts_with(model::DeadlineDay::own_mark);
  const std::string_view digits = own ? text.substr(model::DeadlineDay::own_mark.size()) : text;
  auto day = convert(digits, static_cast<int*>(nullptr));
  if (day.fault) {
    if (!own && has_digit(text)) return std::move(*day.fault);
    return ScalarFault{BadNumber{{}, std::string(text), wanted<model::DeadlineDay>()}};
  }
  return model::DeadlineDay{*day.value, own};
}

void WordsOfList::add(std::string_view name, std::string_view zh, const model::OtherWords& others) {
  if (!line.empty()) line += ", ";
  line += model::both_words({zh, name});
  words.insert(words.end(), {name, zh});
  for (std::string_view other : others) {
    if (!other.empty()) words.push_back(other);
  }
}

ScalarFault not_in_list(std::string_view text, WordsOfList list) {
  return {source::NotInList{
              {}, std::string(text), std::move(list.line), base::suggestion(text, list.words)},
          mended_word(std::string(text), list.words)};
}

}  // namespace taizhang::load
