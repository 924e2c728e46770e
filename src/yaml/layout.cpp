// SPDX-License-Identifier: MIT
#include "yaml/layout.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

#include "base/look_alike.h"
#include "base/text.h"
#include "yaml/lines.h"

namespace taizhang::yaml {

using base::Bilingual;
using source::Span;

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// Where the blanks at the end of a line begin.
std::size_t end_of_content(std::string_view line) {
  std::size_t end = line.size();
  for (;;) {
    if (end > 0 && is_blank(line[end - 1])) {
      --end;
    } else if (line.substr(0, end).ends_with(wide_blank)) {
      end -= wide_blank.size();
    } else {
      return end;
    }
  }
}

class LayoutReader {
 public:
  LayoutReader(std::string_view original, const Survey& found, std::uint32_t file,
               const std::vector<Span>& texts, Document& document)
      : text_(original), found_(found), file_(file), texts_(texts), document_(document) {
    for (const source::Fault& fault : document.faults) {
      if (!fault.is<source::SyntaxError>()) continue;
      spoilt_.insert(fault.at.begin);
      for (const source::Edit& edit : fault.fix) mended_.push_back(edit.at);
    }
  }

  void read() {
    const bool only_remarks =
        !found_.has_tab && !found_.has_return && !found_.has_blanks_at_line_end;
    for (std::size_t start = 0; start < text_.size();) {
      if (only_remarks) {
        const std::size_t sign = text_.find('#', start);
        if (sign == text_.npos) break;
        start = sign == 0 ? 0 : text_.rfind('\n', sign - 1) + 1;
      }
      const std::size_t end = std::min(text_.find('\n', start), text_.size());
      std::string_view line = text_.substr(start, end - start);
      if (line.ends_with('\r')) {
        line.remove_suffix(1);
        if (end < text_.size()) note_line_end(start + line.size());
      }
      read_line(start, line);
      start = end + 1;
    }
    if (found_.may_look_alike) read_look_alikes();
  }

 private:
  Span span(std::size_t begin, std::size_t size) const {
    const auto from = static_cast<std::uint32_t>(begin);
    return {file_, from, from + static_cast<std::uint32_t>(size)};
  }

  /// The text of the writer's own that holds the byte at `at`.
  std::optional<Span> text_at(std::size_t at) {
    while (next_text_ < texts_.size() && texts_[next_text_].end <= at) ++next_text_;
    if (next_text_ == texts_.size() || texts_[next_text_].begin > at) return std::nullopt;
    return texts_[next_text_];
  }

  void note_line_end(std::size_t at) {
    if (!line_end_noted_) {
      document_.faults.push_back({span(at, 1), source::LineEnds{}});
      line_end_fault_ = document_.faults.size() - 1;
      line_end_noted_ = true;
    }
    document_.faults[line_end_fault_].fix.push_back({span(at, 1), ""});
  }

  void note_blanks(std::size_t at, std::size_t size, Bilingual what, const std::string& instead) {
    if (in_spoilt_line_) return;
    document_.faults.push_back(
        {span(at, size), source::Blanks{what, instead.empty()}, {{span(at, size), instead}}});
  }

  /// Whether the line cannot be understood: then its blanks are no mistake of their own.
  bool is_spoilt(std::size_t start, std::string_view line) const {
    const auto next = spoilt_.lower_bound(start);
    return next != spoilt_.end() && *next <= start + line.size();
  }

  void read_line(std::size_t start, std::string_view line) {
    in_spoilt_line_ = is_spoilt(start, line);
    tab_fault_.reset();
    const std::size_t content = end_of_content(line);
    for (std::size_t i = 0; i < content; ++i) {
      if (line[i] != '#' && line[i] != '\t') continue;
      if (const auto text = text_at(start + i)) {
        i = std::max(i, text->end - start - 1);
      } else if (line[i] == '#') {
        if (i > 0 && !is_blank(line[i - 1])) continue;
        read_comment(start + i, line.substr(i, content - i));
        break;
      } else {
        i = read_tab(start, line, i);
      }
    }
    if (content < line.size() && !text_at(start + line.size())) {
      note_blanks(start + content, line.size() - content,
                  {"行末有空白", "blanks at the end of the line"}, "");
    }
  }

  /// A tab between words is a blank; in an indent the parser has its own say. The result is the
  /// last blank after it.
  std::size_t read_tab(std::size_t start, std::string_view line, std::size_t at) {
    std::size_t begin = at;
    while (begin > 0 && is_blank(line[begin - 1])) --begin;
    std::size_t end = at + 1;
    while (end < line.size() && is_blank(line[end])) ++end;
    if (begin == 0 || in_spoilt_line_) return end - 1;
    // Several in one line are one finding.
    if (tab_fault_) {
      document_.faults[*tab_fault_].fix.push_back({span(start + begin, end - begin), " "});
    } else {
      note_blanks(start + begin, end - begin, {"制表符（Tab）", "a tab"}, " ");
      tab_fault_ = document_.faults.size() - 1;
    }
    return end - 1;
  }

  void read_comment(std::size_t at, std::string_view comment) {
    comments_.push_back(span(at, comment.size()));
    // With a full-width colon it is a remark to taizhang too, which cannot be understood.
    constexpr std::string_view call = "taizhang:";
    constexpr std::string_view nearly = "taizhang：";
    const std::size_t words = std::min(comment.find_first_not_of('#'), comment.size());
    const std::string_view text = base::trimmed(comment.substr(words));
    if (text.starts_with(nearly)) {
      document_.remarks.push_back({comments_.back(), std::string(text)});
    } else if (text.starts_with(call)) {
      document_.remarks.push_back(
          {comments_.back(), std::string(base::trimmed(text.substr(call.size())))});
    }
  }

  void read_look_alikes() {
    std::sort(mended_.begin(), mended_.end(),
              [](const Span& a, const Span& b) { return a.begin < b.begin; });
    auto mended = mended_.begin();
    for (const base::LookAlike& found : base::look_alikes(text_)) {
      const Span at = span(found.at, found.size);
      const auto comment =
          std::upper_bound(comments_.begin(), comments_.end(), at.begin,
                           [](std::uint32_t begin, const Span& one) { return begin < one.begin; });
      if (comment != comments_.begin() && std::prev(comment)->end > at.begin) continue;
      // What may be a text is not known before its line can be read.
      const std::size_t start = text_.rfind('\n', found.at) + 1;
      if (is_spoilt(start, text_.substr(start, text_.find('\n', start) - start))) continue;
      while (mended != mended_.end() && mended->end <= at.begin) ++mended;
      if (mended != mended_.end() && mended->begin <= at.begin) continue;
      document_.faults.push_back(
          {at,
           source::LookAlike{std::string(text_.substr(found.at, found.size)), found.meant},
           {{at, found.meant}}});
    }
  }

  std::string_view text_;
  const Survey& found_;
  std::uint32_t file_;
  const std::vector<Span>& texts_;
  Document& document_;
  std::set<std::size_t> spoilt_;  ///< where syntax errors stand
  std::vector<Span> mended_;      ///< what mends them
  bool in_spoilt_line_ = false;
  std::size_t next_text_ = 0;
  std::vector<Span> comments_;
  std::optional<std::size_t> tab_fault_;  ///< of the line that is read
  bool line_end_noted_ = false;
  std::size_t line_end_fault_ = 0;
};

}  // namespace

void look_at_layout(std::string_view original, const Survey& found, std::uint32_t file,
                    const std::vector<Span>& texts, Document& document) {
  LayoutReader(original, found, file, texts, document).read();
}

}  // namespace taizhang::yaml
