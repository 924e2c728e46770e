// SPDX-License-Identifier: MIT
#include "yaml/clean_text.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "base/text.h"

namespace taizhang::yaml {

using base::Bilingual;

namespace {

constexpr int most_bad_lines = 2;

constexpr Bilingual not_utf8{"不是 UTF-8 编码的字节", "bytes that are not UTF-8"};
constexpr Bilingual control{"控制字符", "a control character"};
constexpr Bilingual invisible{"看不见的字符", "an invisible character"};
constexpr Bilingual order_mark{"字节序标记（BOM）", "a byte order mark"};

/// What a character is for a parser: text, nothing at all, or a blank.
enum class Role { text, nothing, blank };

Role role_of(char32_t point, bool in_indent) {
  if (point == 0xA0 || point == 0x85 || point == 0x2028 || point == 0x2029) return Role::blank;
  // A full-width blank is at home in a text, but no indent.
  if (point == 0x3000 && in_indent) return Role::blank;
  if ((point >= 0x200B && point <= 0x200F) || (point >= 0x202A && point <= 0x202E) ||
      (point >= 0x2060 && point <= 0x2069) || point == 0xFEFF || point == 0xAD) {
    return Role::nothing;
  }
  return Role::text;
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\n' && c != '\r' && c != '\t') || byte == 0x7F;
}

/// Where a merge conflict stands: outside, on our side (which stays) or on theirs (which goes).
enum class Side { none, ours, theirs };

}  // namespace

CleanText::CleanText(const std::string& original, std::uint32_t file,
                     std::vector<source::Fault>& faults) {
  const std::size_t first_fault = faults.size();
  std::size_t next_bad = base::first_invalid_utf8(original).value_or(original.size());
  bool noted_in_line = false;
  int bad_lines = 0;
  const auto note = [&](std::size_t at, std::size_t size, auto what,
                        std::optional<std::string> instead = {}) {
    if (noted_in_line) return;
    noted_in_line = true;
    const auto begin = static_cast<std::uint32_t>(at);
    const source::Span span{file, begin, begin + static_cast<std::uint32_t>(size)};
    faults.push_back({span, what});
    if (instead) faults.back().fix = {{span, *std::move(instead)}};
  };
  const auto cut = [&](std::size_t next) { cuts_.push_back({text_.size(), next - text_.size()}); };

  Side side = Side::none;
  bool in_indent = true;
  for (std::size_t at = 0; at < original.size();) {
    const std::string_view rest = std::string_view(original).substr(at);
    if (at == 0 || original[at - 1] == '\n') {
      noted_in_line = false;
      in_indent = true;
      const bool begins = rest.starts_with("<<<<<<< ");
      const bool parts = side == Side::ours && rest.starts_with("=======");
      const bool ends = side == Side::theirs && rest.starts_with(">>>>>>>");
      if (begins) {
        is_whole_ = false;
        note(at, 7,
             source::SyntaxError{
                 {"git 合并冲突没有解决", "an unresolved merge conflict"},
                 {"留下对的内容，删去 <<<<<<<、=======、>>>>>>> 这些标记",
                  "keep what is right and delete the marks <<<<<<<, ======= and >>>>>>>"}});
      }
      if (begins || parts || ends || side == Side::theirs) {
        side = begins ? Side::ours : parts ? Side::theirs : ends ? Side::none : side;
        at = std::min(original.find('\n', at), original.size() - 1) + 1;
        cut(at);
        // Looking again for each such line would cost the square of them.
        if (next_bad < at) {
          next_bad = base::first_invalid_utf8(original, at).value_or(original.size());
        }
        continue;
      }
    }
    if (at == next_bad) {
      if (!noted_in_line) ++bad_lines;
      // A run of them is one place.
      const bool goes_on = faults.size() > first_fault && faults.back().at.end == at;
      if (goes_on) ++faults.back().at.end;
      note(at, 1, source::BadBytes{not_utf8});
      text_ += 'x';
      bad_bytes_.push_back(at);
      next_bad = base::first_invalid_utf8(original, ++at).value_or(original.size());
      continue;
    }
    if (is_control(original[at])) {
      if (!noted_in_line) ++bad_lines;
      note(at, 1, source::BadBytes{control});
      cut(++at);
      continue;
    }
    const auto [point, size, valid] = base::character(original, at);
    const Role role = size == 1 ? Role::text : role_of(point, in_indent);
    if (role == Role::text) {
      if (original[at] != ' ') in_indent = false;
      text_.append(original, at, size);
    } else {
      const bool mark = at == 0 && rest.starts_with("\xEF\xBB\xBF");
      note(at, size, source::InvisibleCharacter{mark ? order_mark : invisible},
           role == Role::blank ? " " : "");
      if (role == Role::blank) text_ += ' ';
      cut(at + size);
    }
    at += size;
  }
  if (bad_lines > most_bad_lines) {
    faults.resize(first_fault + 1, faults[first_fault]);
    text_.clear();
    cuts_.clear();
    is_whole_ = false;
  }
}

bool CleanText::has_bad_bytes(source::Span at) const {
  const auto first = std::lower_bound(bad_bytes_.begin(), bad_bytes_.end(), at.begin);
  return first != bad_bytes_.end() && *first < at.end;
}

std::uint32_t CleanText::original(std::size_t offset) const {
  const auto after = std::upper_bound(cuts_.begin(), cuts_.end(), offset,
                                      [](std::size_t o, const Cut& cut) { return o < cut.at; });
  const std::size_t removed = after == cuts_.begin() ? 0 : std::prev(after)->removed;
  return static_cast<std::uint32_t>(offset + removed);
}

}  // namespace taizhang::yaml
