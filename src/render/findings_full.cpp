// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/text.h"
#include "render/findings.h"

namespace taizhang::render {

namespace {

/// At most this many columns of a source line are shown, around the place in question.
constexpr int widest_excerpt = 100;

/// The bytes that `width` columns of text take at most; what has more has marks without width
/// without end, and is cut too.
constexpr std::size_t most_bytes(int width) { return 4 * static_cast<std::size_t>(width) + 4; }

constexpr bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// The end of `text`, at most about `width` columns of it, with `…` where something was cut.
std::string end_of(std::string_view text, int width) {
  std::size_t from = text.size();
  int columns = 0;
  while (from > 0 && text.size() - from < most_bytes(width)) {
    std::size_t start = from - 1;
    while (start > 0 && from - start < 4 && continues_character(text[start])) --start;
    columns += std::max(base::display_width(text.substr(start, from - start)), 0);
    if (columns > width) break;
    from = start;
  }
  return (from > 0 ? "…" : "") + base::printable(text.substr(from));
}

/// The beginning of `text`; a long line is not walked to its end for it.
std::string beginning_of(std::string_view text, int width) {
  std::size_t size = std::min(text.size(), most_bytes(width));
  while (size > 0 && size < text.size() && size + 4 > most_bytes(width) &&
         continues_character(text[size])) {
    --size;
  }
  return base::shortened(base::printable(text.substr(0, size)), width);
}

/// The source line and a caret under the span, which is cut at the end of its line.
std::string excerpt(const source::SourceFile& file, source::Span at, Style style) {
  const std::string_view line = file.line_at(at.begin);
  if (line.empty()) return {};
  const std::size_t start = static_cast<std::size_t>(line.data() - file.text.data());
  std::size_t from = std::min<std::size_t>(at.begin - start, line.size());
  std::size_t end = std::min<std::size_t>(std::max(at.end, at.begin + 1) - start, line.size());
  // A place may be of bytes; what is shown are characters.
  while (from > 0 && from < line.size() && continues_character(line[from])) --from;
  while (end < line.size() && continues_character(line[end])) ++end;
  const std::size_t size = end - from;
  const std::string before = end_of(line.substr(0, from), widest_excerpt / 2);
  const std::string marked = beginning_of(line.substr(from, size), widest_excerpt);
  const int room = widest_excerpt - base::display_width(before) - base::display_width(marked);
  const std::string after = beginning_of(line.substr(from + size), std::max(room, 1));
  const std::string number = std::to_string(file.position(at.begin).line);
  const std::string margin(number.size(), ' ');
  const auto carets = static_cast<std::size_t>(std::max(base::display_width(marked), 1));
  return style.dim(number + " | ") + before + marked + after + "\n" + style.dim(margin + " | ") +
         std::string(static_cast<std::size_t>(base::display_width(before)), ' ') +
         style.red(std::string(carets, '^')) + "\n";
}

std::string indented(const std::string& text) {
  std::string result;
  for (std::string_view line : base::split(text, '\n')) {
    if (!line.empty()) result += "  " + std::string(line) + "\n";
  }
  return result;
}

}  // namespace

std::string findings_full(const FindingsView& view) {
  const base::Bilingual help{"建议", "help"};
  const base::Bilingual mendable{"（可自动改正）", " (--fix mends it)"};
  std::string result;
  for (const source::Finding& finding : view.findings) {
    const source::SourceFile& file = view.file(finding.at);
    result += finding_line(finding, view) + "\n";
    result += indented(excerpt(file, finding.at, view.style));
    for (const source::Related& related : finding.related) {
      const source::SourceFile& other = view.file(related.at);
      result += "  " + base::printable(place_text(related.at, view)) + ": " +
                base::printable(related.message.in(view.language)) + "\n";
      result += indented(excerpt(other, related.at, view.style));
    }
    result += "  " + view.style.cyan(std::string(help.in(view.language)) + ":") + " " +
              base::printable(finding.help.in(view.language));
    if (!finding.fix.empty()) result += std::string(mendable.in(view.language));
    result += "\n\n";
  }
  if (!view.findings.empty()) result += findings_total(view) + "\n";
  return result;
}

}  // namespace taizhang::render
