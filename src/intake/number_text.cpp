// SPDX-License-Identifier: MIT
#include "intake/number_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "base/text.h"

namespace taizhang::intake {

namespace {

/// The digit at `at`, of either width; nothing where none is.
std::optional<char> digit_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return std::nullopt;
  const char32_t point = base::character(text, at).point;
  if (point >= U'0' && point <= U'9') return static_cast<char>(point);
  if (point >= U'０' && point <= U'９') return static_cast<char>('0' + (point - U'０'));
  return std::nullopt;
}

struct Group {
  std::string digits;
  std::size_t begin, end;
  std::string_view mark = {};  ///< that stands before it
};

class NumberWriter {
 public:
  explicit NumberWriter(const std::string& given) : given_(given) {}

  PlainNumbers write() {
    for (std::size_t at = 0; at < given_.size();) {
      if (digit_at(given_, at)) {
        at = number(at);
        continue;
      }
      const std::size_t size = base::character_size(given_, at);
      const std::string_view one = std::string_view(given_).substr(at, size);
      put(one == "％" ? "%" : one, at);
      at += size;
    }
    result_.from.push_back(given_.size());
    return std::move(result_);
  }

 private:
  void put(std::string_view text, std::size_t from) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      result_.text += text[i];
      result_.from.push_back(text.size() == 1 ? from : from + i);
    }
  }

  Group group(std::size_t at, std::string_view mark) const {
    Group one{{}, at, at, mark};
    while (const auto digit = digit_at(given_, one.end)) {
      one.digits += *digit;
      one.end += base::character_size(given_, one.end);
    }
    return one;
  }

  /// Of `marks` the one at `at` that a digit stands behind; empty where none does.
  template <std::size_t n>
  std::string_view mark_at(std::size_t at, const std::array<std::string_view, n>& marks) const {
    for (const std::string_view mark : marks) {
      if (given_.compare(at, mark.size(), mark) == 0 && digit_at(given_, at + mark.size())) {
        return mark;
      }
    }
    return {};
  }

  /// Put the number at `at`; where it ends.
  std::size_t number(std::size_t at) {
    constexpr std::array<std::string_view, 2> commas{",", "，"};
    constexpr std::array<std::string_view, 2> blanks{" ", "\u00a0"};
    constexpr std::size_t thousands = 3;
    std::vector<Group> groups{group(at, {})};
    for (;;) {
      const std::size_t end = groups.back().end;
      std::string_view mark = mark_at(end, commas);
      if (mark.empty()) {
        mark = mark_at(end, blanks);
        // Two numbers with a blank between them are two, unless the second can only go on.
        const bool goes_on = !mark.empty() && groups.front().digits.size() <= thousands &&
                             group(end + mark.size(), mark).digits.size() == thousands;
        if (!goes_on) break;
      }
      groups.push_back(group(end + mark.size(), mark));
    }
    const bool parts_thousands =
        groups.front().digits.size() <= thousands && groups.front().digits[0] != '0' &&
        std::all_of(groups.begin() + 1, groups.end(), [&](const Group& one) {
          return one.digits.size() == thousands && one.mark == groups[1].mark;
        });
    const bool is_doubtful = groups.size() > 1 && !parts_thousands;
    const std::size_t begin = result_.text.size();
    for (const Group& one : groups) {
      if (is_doubtful) put(one.mark, one.begin - one.mark.size());
      put_digits(one);
    }
    std::size_t end = groups.back().end;
    constexpr std::array<std::string_view, 2> points{".", "．"};
    for (auto point = mark_at(end, points); !point.empty(); point = mark_at(end, points)) {
      put(".", end);
      const Group decimals = group(end + point.size(), point);
      put_digits(decimals);
      end = decimals.end;
    }
    if (is_doubtful) result_.doubtful.emplace_back(begin, result_.text.size());
    return end;
  }

  void put_digits(const Group& one) {
    std::size_t at = one.begin;
    for (const char digit : one.digits) {
      put(std::string_view(&digit, 1), at);
      at += base::character_size(given_, at);
    }
  }

  const std::string& given_;
  PlainNumbers result_;
};

}  // namespace

PlainNumbers with_plain_numbers(const std::string& given) { return NumberWriter(given).write(); }

}  // namespace taizhang::intake
