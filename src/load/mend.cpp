// SPDX-License-Identifier: MIT
#include "load/mend.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/date.h"
#include "base/date_span.h"
#include "base/decimal.h"
#include "base/look_alike.h"

namespace taizhang::load {

namespace {

/// No number, date or known word is longer.
constexpr std::size_t longest = 60;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string lower_case(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

/// Whether all of `text` is digits (of `set`) and underscores, with a digit first.
bool is_all(std::string_view text, std::string_view set) {
  return !text.empty() && text.front() != '_' &&
         text.find_first_not_of(std::string(set) + "_") == text.npos;
}

bool is_number(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  if (text == ".inf" || text == ".Inf" || text == ".INF") return true;
  for (const auto& [mark, digits] : {std::pair("0x", "0123456789abcdefABCDEF"),
                                     std::pair("0o", "01234567"), std::pair("0b", "01")}) {
    if (text.starts_with(mark)) return is_all(text.substr(2), digits);
  }
  // 1.10, .5, 1e3, 1_000; and 12:30, which old readers take for a number to the base of sixty.
  const std::string_view rest = text.substr(0, text.find_first_of("eE"));
  if (rest.size() < text.size()) {
    std::string_view power = text.substr(rest.size() + 1);
    if (power.starts_with('-') || power.starts_with('+')) power.remove_prefix(1);
    if (!is_all(power, "0123456789")) return false;
  }
  const bool has_digit = std::any_of(rest.begin(), rest.end(), is_digit);
  const bool sixties =
      rest.find(':') != rest.npos && is_digit(rest.front()) && is_digit(rest.back());
  return has_digit &&
         rest.find_first_not_of(sixties ? "0123456789:" : "0123456789._") == rest.npos &&
         std::count(rest.begin(), rest.end(), '.') <= 1 && !rest.starts_with('_');
}

}  // namespace

std::optional<std::string> mended_number(const std::string& text) {
  if (text.size() > longest) return std::nullopt;
  std::string plain = base::plain_form(text);
  // A comma or a semicolon that was typed behind it.
  if (plain.ends_with(',') || plain.ends_with(';')) plain.pop_back();
  if (plain == text || !base::Decimal::parse(plain).decimal) return std::nullopt;
  return plain;
}

std::optional<std::string> mended_date(const std::string& text) {
  // 2024年12月31日 is a date in words: whoever wrote it is told, and writes it anew.
  if (text.size() > longest || text.find("年") != text.npos) return std::nullopt;
  return base::meant_date(text);
}

std::optional<std::string> mended_month(const std::string& text) {
  const std::string plain = base::plain_form(text);
  constexpr std::size_t year = 4;
  const bool one_digit = plain.size() == year + 2 && is_digit(plain[year + 1]) &&
                         plain[year + 1] != '0' &&
                         std::string_view("-/.").find(plain[year]) != std::string_view::npos &&
                         std::all_of(plain.begin(), plain.begin() + year, is_digit);
  if (!one_digit) return mended_date(text);
  return plain.substr(0, year) + "-0" + plain[year + 1];
}

std::optional<std::string> mended_whole(const std::string& text) {
  if (text.size() > longest) return std::nullopt;
  std::string plain = base::plain_form(text);
  const bool digits = !plain.empty() && std::all_of(plain.begin(), plain.end(), is_digit);
  if (!digits) return std::nullopt;
  plain.erase(0, std::min(plain.find_first_not_of('0'), plain.size() - 1));
  if (plain == text || !base::Decimal::parse(plain).decimal) return std::nullopt;
  return plain;
}

std::optional<std::string> mended_word(const std::string& text,
                                       const std::vector<std::string_view>& names) {
  if (text.size() > longest) return std::nullopt;
  const std::string plain = lower_case(base::plain_form(text));
  if (plain == text || std::find(names.begin(), names.end(), plain) == names.end()) {
    return std::nullopt;
  }
  return plain;
}

std::optional<base::Bilingual> read_otherwise(std::string_view text) {
  // All that is read otherwise begins with one of these, and of the texts of a ledger few do.
  constexpr std::string_view begins = "+-.0123456789tTfFyYnNoO";
  if (text.empty() || text.size() > longest || begins.find(text[0]) == begins.npos) {
    return std::nullopt;
  }
  constexpr std::size_t longest_word = 5;
  const std::string word = lower_case(std::string(text.substr(0, longest_word + 1)));
  for (std::string_view truth : {"true", "false", "yes", "no", "on", "off"}) {
    if (word == truth) return base::Bilingual{"真假值", "a truth value"};
  }
  if (word == ".nan" || is_number(text)) return base::Bilingual{"数字", "a number"};
  // 2023-08-02, also with a time behind it.
  const bool date = base::parse_date(text.substr(0, 10)).date &&
                    (text.size() == 10 || text[10] == ' ' || text[10] == 'T' || text[10] == 't');
  if (date) return base::Bilingual{"日期", "a date"};
  return std::nullopt;
}

}  // namespace taizhang::load
