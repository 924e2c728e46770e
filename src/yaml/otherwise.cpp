// SPDX-License-Identifier: MIT
#include "yaml/otherwise.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "base/date.h"

namespace taizhang::yaml {

namespace {

/// No number, date or known word is longer.
constexpr std::size_t longest_plain = 60;

bool is_decimal_digit(char c) { return c >= '0' && c <= '9'; }

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
  const bool has_digit = std::any_of(rest.begin(), rest.end(), is_decimal_digit);
  const bool sixties = rest.find(':') != rest.npos && is_decimal_digit(rest.front()) &&
                       is_decimal_digit(rest.back());
  return has_digit &&
         rest.find_first_not_of(sixties ? "0123456789:" : "0123456789._") == rest.npos &&
         std::count(rest.begin(), rest.end(), '.') <= 1 && !rest.starts_with('_');
}

}  // namespace

std::optional<base::Bilingual> read_otherwise(std::string_view text) {
  // All that is read otherwise begins with one of these, and of the texts of a ledger few do.
  constexpr std::string_view begins = "+-.0123456789tTfFyYnNoO";
  if (text.empty() || text.size() > longest_plain || begins.find(text[0]) == begins.npos) {
    return std::nullopt;
  }
  constexpr std::size_t longest_word = 5;
  std::string word(text.substr(0, longest_word + 1));
  std::ranges::transform(word, word.begin(), [](unsigned char c) { return std::tolower(c); });
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

}  // namespace taizhang::yaml
