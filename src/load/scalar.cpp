// SPDX-License-Identifier: MIT
#include "load/scalar.h"

#include "load/mend.h"

namespace taizhang::load {

using source::BadDate;
using source::BadNumber;

Scalar<std::string> convert(const std::string& text, std::string*) { return text; }

Scalar<int> convert(const std::string& text, int*) {
  const auto parsed = base::Decimal::parse(text);
  if (!parsed.decimal || !parsed.decimal->is_whole()) {
    return ScalarFault{BadNumber{{}, text, {"要整数", "a whole number is wanted"}},
                       parsed.decimal ? std::nullopt : mended_number(text)};
  }
  const std::int64_t number = parsed.decimal->micros() / 1'000'000;
  if (number < 0 || number > model::largest_whole)
    return ScalarFault{BadNumber{
        {}, text, {"要 0 到 1000000 之间的整数", "a whole number from 0 to 1000000 is wanted"}}};
  return static_cast<int>(number);
}

Scalar<bool> convert(const std::string& text, bool*) {
  if (text == "true") return true;
  if (text == "false") return false;
  return not_in_list(text, {"true", "false"});
}

Scalar<base::Decimal> convert(const std::string& text, base::Decimal*) {
  const auto parsed = base::Decimal::parse(text);
  if (parsed.decimal) return *parsed.decimal;
  switch (parsed.fault) {
    case base::DecimalFault::too_many_places:
      return ScalarFault{BadNumber{{}, text, {"小数最多六位", "at most six decimals"}}};
    case base::DecimalFault::too_many_digits:
      return ScalarFault{BadNumber{{},
                                   text,
                                   {"整数部分最多十二位，总共最多十五位",
                                    "at most twelve digits before the point and fifteen in all"}}};
    case base::DecimalFault::not_a_number:
      break;
  }
  return ScalarFault{BadNumber{{}, text, base::decimal_form}, mended_number(text)};
}

Scalar<base::Date> convert(const std::string& text, base::Date*) {
  const auto parsed = base::parse_date(text);
  if (parsed.date) return *parsed.date;
  const bool form = parsed.fault == base::DateFault::not_iso;
  return ScalarFault{
      BadDate{
          {}, text, form ? base::date_form : base::Bilingual{"没有这一天", "there is no such day"}},
      mended_date(text)};
}

Scalar<model::FormatVersion> convert(const std::string& text, model::FormatVersion*) {
  auto number = convert(text, static_cast<int*>(nullptr));
  if (auto* fault = std::get_if<ScalarFault>(&number)) return std::move(*fault);
  return model::FormatVersion{std::get<int>(number)};
}

Scalar<model::UnitName> convert(const std::string& text, model::UnitName*) {
  return model::UnitName{text};
}

Scalar<model::PartialDate> convert(const std::string& text, model::PartialDate*) {
  if (base::is_partial_date(text)) return model::PartialDate{text};
  return ScalarFault{BadDate{{}, text, base::partial_date_form}, mended_date(text)};
}

ScalarFault not_in_list(const std::string& text, const std::vector<std::string_view>& names) {
  std::string list;
  for (std::string_view name : names) {
    if (!list.empty()) list += ", ";
    list += name;
  }
  return {source::NotInList{{}, text, std::move(list), base::suggestion(text, names)},
          mended_word(text, names)};
}

}  // namespace taizhang::load
