// SPDX-License-Identifier: MIT
#include "document/paper_columns.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

#include "base/text.h"

namespace taizhang::document {

namespace {

/// Whether a cell must stand on one line.
bool holds_together(const Value& value) {
  return !value.as<std::string>() && !value.as<Sentence>() && !value.as<List>() &&
         !value.as<Record>() && !value.as<Phrase>();
}

/// How much of a text must stand on one line: the longest piece without a 汉字 or a blank, such as
/// a number in brackets.
int longest_piece(std::string_view text) {
  int longest = 0;
  int piece = 0;
  for (const char32_t letter : base::code_points(text)) {
    const bool is_bracket = letter == U'（' || letter == U'）';
    const bool goes_on = is_bracket || (letter > U' ' && letter < 0x7F);
    piece = goes_on ? piece + (is_bracket ? 2 : 1) : 0;
    longest = std::max(longest, piece);
  }
  return longest;
}

/// A light has a dot before it.
int dot_of(const Value& value) {
  return value.tone() != Tone::plain && bare(value).as<Word>() ? 2 : 0;
}

/// Digits of some fonts are a little wider than half a 汉字.
int beside_text(const Value& value) {
  const int dot = dot_of(value);
  return dot == 0 && value.as<Number>() ? 1 : dot;
}

bool is_narrow(char32_t letter) { return letter < 0x80; }

/// Widths are counted in hundredths of a 汉字.
constexpr int of_wide = 100;
constexpr int half = of_wide / 2;
/// A blank, and what a mark that ends a line can do without.
constexpr int of_blank = 25;
constexpr int half_mark = 50;

/// How wide a letter is: a 汉字 one whole, digits and signs half of that. Those of words are as in
/// Times with a twentieth more, for pages of a browser have wider ones and a little more room.
int width_of(char32_t letter) {
  constexpr int small[] = {47, 53, 47, 53, 47, 35, 53, 53, 30, 30, 53, 30, 82,
                           53, 53, 53, 53, 35, 41, 30, 53, 53, 76, 53, 53, 47};
  constexpr int capital[] = {76, 70, 70, 76, 65, 59, 76, 76, 35, 41, 76, 65, 94,
                             76, 76, 59, 76, 70, 59, 65, 76, 76, 99, 76, 76, 65};
  if (letter >= U'a' && letter <= U'z') return small[letter - U'a'];
  if (letter >= U'A' && letter <= U'Z') return capital[letter - U'A'];
  return is_narrow(letter) ? half : of_wide;
}

/// No line begins with one of these, and none ends with an opening one.
bool closes(char32_t letter) {
  switch (letter) {
    case U'，':
    case U'。':
    case U'；':
    case U'：':
    case U'、':
    case U'？':
    case U'！':
    case U'）':
    case U'》':
    case U'”':
    case U'’':
    case U'】':
      return true;
    default:
      return false;
  }
}
bool opens(char32_t letter) {
  switch (letter) {
    case U'（':
    case U'《':
    case U'“':
    case U'‘':
    case U'【':
      return true;
    default:
      return false;
  }
}

/// What so many per cent of them are not above; there are some.
int at_part(std::vector<int>& widths, std::size_t percent) {
  const std::size_t at = widths.size() * percent / 100;
  std::ranges::nth_element(widths, widths.begin() + static_cast<std::ptrdiff_t>(at));
  return widths[at];
}

Wish wish_of(const Table& table, std::size_t at, std::size_t shown, base::Language language) {
  constexpr int longest_word = 14;
  constexpr int longest_figure = 18;  // 100.00%（100.00%）
  constexpr int narrowest_text = 8;
  constexpr int longest_text = 110;
  const Column& column = table.columns[at];
  // A head may go on in the next line, but not within a word.
  Wish wish{std::max(std::min(base::display_width(column.title), 4),
                     std::min(longest_piece(column.title), longest_word)),
            0, 0, 0};
  wish.whole = wish.least;
  // In two lines: four 汉字 over three.
  const int head = std::min((base::display_width(column.title) + 3) / 4 * 2, narrowest_text);
  std::vector<int> widths;    // of the cells that hold anything
  std::vector<int> together;  // of them what is read as one: a number and its unit
  for (std::size_t i = 0; i < shown; ++i) {
    const Value& value = table.rows[i].cells[at];
    const std::string text = document::text(value, language);
    if (text.empty() || text == absent_sign) continue;
    const int width = base::display_width(text) + beside_text(value);
    widths.push_back(width);
    const bool whole = holds_together(value) || column.align == Align::right;
    const auto* number = value.as<Number>();
    // 个百分点 may stand below its number.
    const bool may_break = !whole || (number && number->form == Form::points);
    // Its dot is on the line of the word behind it.
    const int piece = std::min(longest_piece(text) + dot_of(value), longest_figure);
    wish.least = std::max(wish.least, may_break ? piece : std::min(width, longest_word));
    const bool is_one = holds_together(value) && !may_break;
    together.push_back(is_one ? std::min(width, longest_word) : piece);
    // A unit may go below its number where all else has become as narrow.
    wish.whole = std::max(wish.whole, piece);
  }
  if (widths.empty()) {
    wish.most = wish.least;
    wish.narrow = std::max(wish.least, head);
    return wish;
  }
  // One long text must not take the room of all others.
  wish.most = at_part(widths, 80);
  const int text = std::clamp(wish.most / 4, 8, 16);
  const int line = std::min(wish.most, narrowest_text);
  wish.least = std::max(wish.least, std::min(wish.most, text));
  wish.whole = std::min(wish.least, std::max(wish.whole, line));
  wish.narrow = std::max(std::clamp(at_part(together, 90), wish.whole, wish.least), head);
  wish.most = std::clamp(std::max(wish.most, base::display_width(column.title)), wish.least,
                         std::max(wish.least, longest_text));
  return wish;
}

/// `whole` by what `one` is of all that `all` is the sum of.
int part_of(int whole, int one, int all) {
  return all > 0 ? static_cast<int>(static_cast<long long>(whole) * one / all) : 0;
}

/// What division has left over is the last column's.
std::vector<int> filled(std::vector<int> widths, int room) {
  if (!widths.empty()) {
    widths.back() += room - std::accumulate(widths.begin(), widths.end(), 0);
  }
  return widths;
}

int letters_in(int width, int letter) { return std::max(1, (width - around_a_cell) / letter); }

/// How many lines the rows of a table take, the head among them, with columns of so many letters.
class Lines {
 public:
  Lines(const Table& table, std::size_t shown, base::Language language)
      : cells_(table.columns.size()) {
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      cells_[i].push_back({table.columns[i].title});
      for (std::size_t r = 0; r < shown; ++r) {
        const Value& value = table.rows[r].cells[i];
        cells_[i].push_back({text(value, language), beside_text(value)});
      }
    }
  }

  /// Those of the table; of two that are as low the one whose cells are low is lower.
  std::pair<int, int> of(const std::vector<int>& letters) {
    std::pair<int, int> all;
    for (std::size_t r = 0; r < cells_.front().size(); ++r) {
      int most = 1;
      for (std::size_t i = 0; i < cells_.size(); ++i) {
        const int lines = of(cells_[i][r], letters[i]);
        most = std::max(most, lines);
        all.second += lines * lines * lines;
      }
      all.first += most;
    }
    return all;
  }

 private:
  struct Cell {
    std::string text;
    int before = 0;
    std::vector<int> lines = {};  ///< by how many letters a line has; 0 where nobody has asked
  };

  static int of(Cell& cell, int letters) {
    const auto at = static_cast<std::size_t>(letters);
    if (cell.lines.size() <= at) cell.lines.resize(at + 1);
    if (cell.lines[at] == 0) cell.lines[at] = lines_of(cell.text, letters, cell.before);
    return cell.lines[at];
  }

  std::vector<std::vector<Cell>> cells_;
};

}  // namespace

std::vector<Wish> wishes_of(const Table& table, base::Language language) {
  return wishes_of(table, table.rows.size(), language);
}

std::vector<Wish> wishes_of(const Table& table, std::size_t shown, base::Language language) {
  std::vector<Wish> wishes;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    wishes.push_back(wish_of(table, i, shown, language));
  }
  return wishes;
}

int width_of(const std::vector<Wish>& wishes, int Wish::*part, int letter) {
  int width = 0;
  for (const Wish& wish : wishes) width += wish.*part * letter + around_a_cell;
  return width;
}

std::vector<int> shared_out(const std::vector<Wish>& wishes, int room, int letter) {
  std::vector<int> widths;
  int wanted = 0;
  int can_give = 0;
  for (const Wish& wish : wishes) {
    widths.push_back(wish.least * letter + around_a_cell);
    wanted += (wish.most - wish.least) * letter;
    can_give += (wish.least - wish.whole) * letter;
  }
  const int whole = std::accumulate(widths.begin(), widths.end(), 0);
  const int rest = room - whole;
  const int given = std::min(std::max(rest, 0), wanted);
  const int taken = std::min(std::max(-rest, 0), can_give);
  // What nobody wants, and what is lacking still, falls on all by their size.
  const int beyond = rest - given + taken;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const Wish& wish = wishes[i];
    widths[i] += part_of(given, (wish.most - wish.least) * letter, wanted) -
                 part_of(taken, (wish.least - wish.whole) * letter, can_give) +
                 part_of(beyond, widths[i], whole);
  }
  return filled(std::move(widths), room);
}

std::vector<int> with_like_lines(const std::vector<Wish>& wishes, int room, int letter) {
  constexpr int one_line = 100;  // lines are counted in hundredths
  constexpr int most_lines = 1 << 14;
  // Units go below their numbers only where all would not fit beside each other.
  int Wish::*const floor =
      width_of(wishes, &Wish::narrow, letter) <= room ? &Wish::narrow : &Wish::whole;
  std::vector<int> widths(wishes.size());
  const auto fits = [&](int lines) {
    int used = 0;
    for (std::size_t i = 0; i < wishes.size(); ++i) {
      const int line = part_of(one_line, wishes[i].most * letter, lines);
      widths[i] = std::max(wishes[i].*floor * letter, line) + around_a_cell;
      used += widths[i];
    }
    return used <= room;
  };
  int lines = most_lines;
  for (int step = most_lines / 2; step > 0; step /= 2) {
    if (lines - step >= one_line && fits(lines - step)) lines -= step;
  }
  fits(lines);
  const int used = std::accumulate(widths.begin(), widths.end(), 0);
  for (int& width : widths) width += part_of(room - used, width, used);
  return filled(std::move(widths), room);
}

std::vector<int> lowest(const Table& table, std::size_t shown, int room, int letter,
                        base::Language language) {
  constexpr int narrowest = 8;
  constexpr int steps[] = {12, 6, 3, 1};
  constexpr std::size_t most_rows = 40;  // of more the first tell enough
  const std::vector<Wish> wishes = wishes_of(table, shown, language);
  std::vector<int> widths = shared_out(wishes, room, letter);
  if (shown == 0) return widths;
  std::vector<int> letters;
  for (const int width : widths) letters.push_back(letters_in(width, letter));
  Lines lines(table, std::min(shown, most_rows), language);
  std::pair<int, int> best = lines.of(letters);
  const auto is_lower = [&](std::size_t from, std::size_t to, int step) {
    const Wish& wish = wishes[from];
    if (from == to || letters[from] - step < std::min(wish.least, std::max(wish.whole, narrowest)))
      return false;
    letters[from] -= step;
    letters[to] += step;
    const std::pair<int, int> now = lines.of(letters);
    if (now < best) {
      best = now;
      widths[from] -= step * letter;
      widths[to] += step * letter;
      return true;
    }
    letters[from] += step;
    letters[to] -= step;
    return false;
  };
  for (bool has_changed = true; has_changed;) {
    has_changed = false;
    for (const int step : steps) {
      for (std::size_t from = 0; from < letters.size(); ++from) {
        for (std::size_t to = 0; to < letters.size(); ++to) has_changed |= is_lower(from, to, step);
      }
    }
  }
  return widths;
}

int lines_of(std::string_view text, int room, int before) {
  // Few letters are wider than half a 汉字 a byte: what has so few is on one line, as most cells
  // are.
  const bool is_short = before + static_cast<long long>(text.size()) <= room;
  if (is_short && text.find('\n') == std::string_view::npos) return 1;
  const int whole = half * room;
  int lines = 1;
  int used = half * before;
  int piece = 0;
  char32_t last = U' ';
  const auto place_piece = [&] {
    if (used > 0 && used + piece - (closes(last) ? half_mark : 0) > whole) {
      ++lines;
      used = 0;
    }
    used += std::exchange(piece, 0);
    // What is longer than a line is broken wherever that ends.
    for (; used - (closes(last) ? half_mark : 0) > whole; used -= whole) ++lines;
  };
  for (const char32_t letter : base::code_points(text)) {
    if (letter == U' ' || letter == U'\n') {
      place_piece();
      if (letter == U'\n') ++lines;
      used = letter == U'\n' ? 0 : std::min(used + of_blank, whole);
    } else {
      const bool is_word = is_narrow(letter) && is_narrow(last);
      if (!is_word && !closes(letter) && !opens(last)) place_piece();
      piece += width_of(letter);
    }
    last = letter;
  }
  place_piece();
  return lines;
}

TwoColumns in_two_columns(const std::vector<std::string>& texts) {
  std::vector<int> lines;
  for (const std::string& text : texts) lines.push_back(lines_of(text, letters_of_column));
  const int all = std::accumulate(lines.begin(), lines.end(), 0);
  TwoColumns columns;
  int first = 0;
  while (columns.second < lines.size() && 2 * first < all) first += lines[columns.second++];
  columns.lines = std::max(first, all - first);
  return columns;
}

int lines_of(const Row& row, const std::vector<int>& widths, int letter, base::Language language) {
  int lines = 1;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const Value& value = row.cells[i];
    lines = std::max(
        lines, lines_of(text(value, language), letters_in(widths[i], letter), beside_text(value)));
  }
  return lines;
}

int lines_of(const std::vector<Column>& head, const std::vector<int>& widths, int letter) {
  int lines = 1;
  for (std::size_t i = 0; i < head.size(); ++i) {
    lines = std::max(lines, lines_of(head[i].title, letters_in(widths[i], letter)));
  }
  return lines;
}

}  // namespace taizhang::document
