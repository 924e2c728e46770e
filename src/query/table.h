// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace taizhang::query {

enum class Align { left, right };

struct Column {
  std::string title;
  Align align = Align::left;
  /// Gives way where a terminal is too narrow.
  bool yields = false;
  /// Long cells go on in the next line instead of being cut.
  bool wraps = false;
};

/// The colour that a text asks for, where there are colours: that of a light.
enum class Tone { plain, blue, green, grey, yellow, red };

/// The name of a tone in a style sheet; empty for a plain one.
constexpr std::string_view tone_name(Tone tone) {
  constexpr std::string_view names[] = {"", "blue", "green", "grey", "yellow", "red"};
  return names[static_cast<std::size_t>(tone)];
}

/// A text of a table or a document.
struct Cell {
  std::string text;
  Tone tone = Tone::plain;

  Cell(std::string words, Tone colour = Tone::plain) : text(std::move(words)), tone(colour) {}
  Cell(const char* words) : text(words) {}
};

/// Rows of plain text; how they look is decided in `render/`.
struct Table {
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
  /// What a reader must know beside the rows: legend, what a joint task counts as …
  std::vector<std::string> notes = {};
};

}  // namespace taizhang::query
