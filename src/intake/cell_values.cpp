// SPDX-License-Identifier: MIT
#include "intake/cell_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>

#include "base/look_alike.h"
#include "base/text.h"

namespace taizhang::intake {

using base::Decimal;
using sheets::Cell;
using sheets::CellKind;

namespace {

/// `1,600` without its commas, where they part thousands; else as it is.
std::string without_thousands_marks(const std::string& text) {
  const std::size_t first = text.find(',');
  if (first == text.npos) return text;
  const std::size_t sign = text.starts_with('-') ? 1 : 0;
  const std::size_t end = std::min(text.find('.'), text.size());
  const bool head = first > sign && first - sign <= 3;
  bool groups = (end - first) % 4 == 0;
  std::string digits;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_mark = i >= first && i < end && (i - first) % 4 == 0;
    groups = groups && (text[i] == ',') == is_mark;
    if (text[i] != ',') digits += text[i];
  }
  return head && groups ? digits : text;
}

/// What stands behind the number that `text` begins with; empty where nothing does, it begins with
/// none, or there is another number in it.
std::string behind_number(const std::string& text) {
  const std::size_t end = text.find_first_not_of("+-0123456789.,");
  if (end == text.npos || end == 0) return {};
  const std::string rest(base::trimmed(text.substr(end)));
  return rest.find_first_of("0123456789") == rest.npos ? rest : std::string();
}

/// The number that 下降2.1% means: `-2.1`; empty where `text` says no fall.
std::string fall_in(std::string_view text) {
  for (const std::string_view word : {"同比下降", "下降", "降低", "减少", "负"}) {
    if (!text.starts_with(word)) continue;
    const std::string_view rest = base::trimmed(text.substr(word.size()));
    const std::size_t end = std::min(rest.find_first_not_of("0123456789."), rest.size());
    const bool is_number = end > 0 && (end == rest.size() || rest.substr(end) == "%" ||
                                       rest.substr(end) == "个百分点");
    if (is_number) return "-" + std::string(rest.substr(0, end));
  }
  return {};
}

/// The number of a text that says something about it as well, as 1300左右, 1600(含结转) and
/// 1600万元整 do; empty where `text` is none.
std::string number_with_words(const std::string& text) {
  constexpr auto words = std::to_array<std::string_view>(
      {"左右", "上下", "以上", "以下", "以内", "多", "余", "整", "约", "近"});
  std::string_view rest = text;
  for (const std::string_view word : {"约", "近"}) {
    if (rest.starts_with(word)) rest.remove_prefix(word.size());
  }
  const std::size_t end = std::min(rest.find_first_not_of("0123456789.,"), rest.size());
  if (end == 0) return {};
  const std::string_view behind = rest.substr(end);
  const bool says = rest.size() < text.size() ||
                    std::ranges::any_of(words, [&](auto word) { return behind.ends_with(word); });
  const bool has_bracket = behind.find('(') != behind.npos && behind.ends_with(')');
  if (!says && !has_bracket) return {};
  return std::string(rest.substr(0, end));
}

/// A unit of measure as so many zeros behind another: 万元 is four behind 元.
struct Scaled {
  int zeros = 0;
  std::string_view of;
};

Scaled scaled(std::string_view unit) {
  struct Word {
    std::string_view word;
    int zeros;
  };
  constexpr Word words[] = {{"万亿", 12}, {"千万", 7}, {"百万", 6}, {"十万", 5},
                            {"亿", 8},    {"万", 4},   {"千", 3}};
  Scaled result{0, unit};
  const auto stands = [&](const Word& one) {
    return result.of.starts_with(one.word) && result.of.size() > one.word.size();
  };
  for (auto word = std::ranges::find_if(words, stands); word != std::end(words);
       word = std::ranges::find_if(words, stands)) {
    result.zeros += word->zeros;
    result.of.remove_prefix(word->word.size());
  }
  return result;
}

/// How many zeros `unit` has more than `wanted`; nothing where they are of different things.
std::optional<int> zeros_between(std::string_view unit, std::string_view wanted) {
  const Scaled a = scaled(unit);
  const Scaled b = scaled(wanted);
  if (a.of != b.of) return std::nullopt;
  return a.zeros - b.zeros;
}

/// `value` with so many zeros more, or less; nothing where that takes more digits than there are.
std::optional<Decimal> with_zeros(Decimal value, int zeros) {
  constexpr std::int64_t ten = 10;
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max() / ten;
  std::int64_t micros = value.micros();
  for (; zeros > 0; --zeros) {
    if (std::abs(micros) > most) return std::nullopt;
    micros *= ten;
  }
  for (; zeros < 0; ++zeros) {
    if (micros % ten != 0) return std::nullopt;
    micros /= ten;
  }
  return Decimal::of_micros(micros);
}

template <class T>
Taken<T> taken_for(const Cell& cell, T value, const std::string& as) {
  Taken<T> taken{value};
  if (cell.text != as) taken.note = {{"“{0}”按 {1} 计", "“{0}” is taken for {1}"}, {cell.text, as}};
  return taken;
}

}  // namespace

Taken<Decimal> number_in(const Cell& cell, const std::string& unit) {
  const auto fault = [&](base::Bilingual why) {
    return Taken<Decimal>{{}, {}, {{"“{0}”{1}", "“{0}” {1}"}, {cell.text, why}}};
  };
  const base::Bilingual no_number{"不是数；没有数的留空",
                                  "is no number; leave it empty if there is none"};
  std::string text = base::plain_form(cell.text);
  std::string behind;  // the unit that is written in the cell
  switch (cell.kind) {
    case CellKind::empty:
      return {};
    case CellKind::date:
      return fault({"是日期，不是数", "is a date and no number"});
    case CellKind::yes_no:
      return fault({"不是数", "is no number"});
    case CellKind::error:
    case CellKind::formula:
      return {{}, {}, formula_fault(cell)};
    case CellKind::number:
      if (cell.percent && unit != "%") {
        return fault(
            {"按百分数显示，计量单位却不是 %", "is shown as per cent, which is not its unit"});
      }
      break;
    case CellKind::text:
      text = std::string(base::trimmed(text));
      if (text.empty()) return {};
      if (const std::string below = fall_in(text); !below.empty()) {
        return {{},
                {},
                {{"“{0}”不是数；下降写成负数，填 {1}",
                  "“{0}” is no number; give a fall as one below zero, {1}"},
                 {cell.text, below}}};
      }
      if (const std::string number = number_with_words(text); !number.empty()) {
        return {{},
                {},
                {{"“{0}”不是一个数；是 {1} 的，只填 {1}，说明写在进展里",
                  "“{0}” is no number alone; if it is {1} give that, and the words as "
                  "progress"},
                 {cell.text, number}}};
      }
      behind = behind_number(text);
      text.resize(text.size() - behind.size());
      text = without_thousands_marks(std::string(base::trimmed(text)));
      if (text.starts_with('+')) text.erase(0, 1);
      break;
  }
  const auto parsed = Decimal::parse(text);
  if (!parsed.decimal) {
    return fault(parsed.fault == base::DecimalFault::not_a_number
                     ? no_number
                     : base::Bilingual{"位数太多", "has too many digits"});
  }
  Decimal value = *parsed.decimal;
  constexpr std::int64_t hundred = 100;
  constexpr std::int64_t most = 1'000'000'000'000;
  if (cell.percent && std::abs(value.micros()) < most) {
    value = Decimal::of_micros(value.micros() * hundred);
  }
  const std::string wanted = base::plain_form(unit);
  if (!behind.empty() && wanted.empty()) return fault(no_number);
  const bool same = behind.empty() || behind == wanted || behind == "个" + wanted;
  if (same) return taken_for(cell, value, value.text());
  // A number word alone is so many of the unit, or of what the unit has it of: 0.37万.
  if (scaled(behind + wanted).of == scaled(wanted).of && wanted.starts_with(behind)) {
    return taken_for(cell, value, value.text());
  }
  const auto zeros =
      std::max(zeros_between(behind, wanted), zeros_between(behind + wanted, wanted));
  const auto converted = zeros ? with_zeros(value, *zeros) : std::nullopt;
  if (!converted) {
    return {{},
            {},
            {{"“{0}”写的单位是“{1}”，计量单位是“{2}”；换算好，只填数",
              "“{0}” is in “{1}”, and the unit is “{2}”; work it out and give the number alone"},
             {cell.text, behind, unit}}};
  }
  return taken_for(cell, *converted, converted->text() + unit);
}

Taken<base::Date> date_in(const Cell& cell) {
  if (cell.kind == CellKind::empty) return {};
  std::string text = base::plain_form(cell.text);
  const auto iso = [](const std::string& given) { return base::parse_date(given).date; };
  if (const auto date = iso(text)) return taken_for(cell, *date, base::iso(*date));
  const std::string day = sheets::day_of_serial(text, false);
  constexpr std::size_t digits_of_serial = 5;
  if (text.size() == digits_of_serial && !day.empty()) return taken_for(cell, *iso(day), day);
  // Year, month and day, whatever stands between them.
  for (const char* mark : {"年", "月", "日", "/", "."}) {
    for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark)) {
      text.replace(at, std::string_view(mark).size(), "-");
    }
  }
  if (text.ends_with('-')) text.pop_back();
  const auto parts = base::split(text, '-');
  const bool three = parts.size() == 3 && std::all_of(parts.begin(), parts.end(), [](auto part) {
                       return !part.empty() && part.size() <= 4 &&
                              part.find_first_not_of("0123456789") == part.npos;
                     });
  if (three) {
    const auto number = [&](std::size_t i) { return std::stoi(std::string(parts[i])); };
    const auto date = iso(fmt::format("{:04}-{:02}-{:02}", number(0), number(1), number(2)));
    if (date) return taken_for(cell, *date, base::iso(*date));
  }
  return {{}, {}, {{"“{0}”不是日期", "“{0}” is no date"}, {cell.text}}};
}

std::string text_in(const Cell& cell) {
  std::string text;
  if (cell.kind == CellKind::formula) return text;
  const auto share = Decimal::parse(cell.text).decimal;
  if (cell.percent && share) {
    constexpr int per_cent = 2;
    if (const auto shown = with_zeros(*share, per_cent)) return shown->text() + "%";
  }
  // Characters that no file of the ledger may have are none that a person has written.
  const auto is_text = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == '\n' || byte == '\t' || (byte >= 0x20 && byte != 0x7F);
  };
  for (const char c : base::trimmed(cell.text)) {
    if (is_text(c)) text += c;
  }
  return text;
}

std::string bare(const std::string& text) {
  std::string result;
  for (const char c : base::plain_form(text)) {
    if (c != ' ' && c != '\n' && c != '\r' && c != '\t') result += c;
  }
  return result;
}

base::Phrase formula_fault(const Cell& cell) {
  if (cell.kind == CellKind::error) {
    return {{"公式出错（{0}），不收", "is the error of a formula ({0}) and not taken"},
            {cell.text}};
  }
  if (cell.kind != CellKind::formula) return {};
  return {{"公式（{0}）没有算出的值；用表格软件打开，另存一次再报",
           "the file has no value for the formula {0}; open it in a spreadsheet and save it again"},
          {cell.text}};
}

}  // namespace taizhang::intake
