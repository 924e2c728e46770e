// SPDX-License-Identifier: MIT
#include "render/table_layout.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string>

#include "base/text.h"

namespace taizhang::render {

using document::Column;

namespace {

constexpr int usual_gap = 2;
/// A head is not broken into single 汉字, nor a word of a cell into its characters.
constexpr int narrowest_head = 4;
constexpr int narrowest_words = 8;
/// A column that goes on in further lines is read like a text, not like a column of 汉字.
constexpr int narrowest_text = 20;
/// What a column keeps where nothing else is left to give.
constexpr int narrowest_yielded = 4;

/// The widest of what a line break would leave whole.
int widest_piece(const std::string& text) {
  int widest = 0;
  for (const std::string& piece : base::pieces(text)) {
    widest = std::max(widest, base::display_width(base::trimmed(piece)));
  }
  return widest;
}

/// How far a column can give way, step by step.
struct Need {
  int whole = 0;                  ///< with nothing cut and nothing broken
  std::array<int, 4> least = {};  ///< after each of the steps
};

Need need_of(const Column& column, const std::vector<ShownRow>& rows, std::size_t at) {
  const int head = base::display_width(rows[0][at].text);
  const int head_piece = std::max(widest_piece(rows[0][at].text), std::min(head, narrowest_head));
  int cells = 0;
  int cell_piece = 0;
  int figures = 0;
  int figure_piece = 0;  // a number is never broken
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const int own = base::display_width(rows[i][at].text);
    if (rows[i][at].is_figure && own > figure_piece) {
      figures = std::max(figures, own);
      figure_piece = std::max(figure_piece, widest_piece(rows[i][at].text));
    }
    if (own <= cell_piece) continue;
    cells = std::max(cells, own);
    cell_piece =
        std::max({cell_piece, widest_piece(rows[i][at].text), std::min(own, narrowest_words)});
  }
  Need need{.whole = std::max(head, cells)};
  const int kept = column.wraps ? narrowest_text : column.least;
  const int yielded = std::max(std::min(need.whole, kept), head_piece);
  const int with_figures = std::max(yielded, figures);
  const int broken_head = std::max(cells, head_piece);
  const int broken_words = std::max(cell_piece, head_piece);
  const int last = std::max(std::min(need.whole, narrowest_yielded), figure_piece);
  need.least = column.yields
                   ? std::array{with_figures, with_figures, std::max(yielded, figure_piece), last}
                   : std::array{need.whole, broken_head, broken_words, last};
  return need;
}

/// A way to give way: how many of the steps, and with which gap.
struct Way {
  std::size_t steps;
  int gap;
};
constexpr Way ways[] = {{0, usual_gap}, {1, usual_gap}, {1, 1}, {2, 1}};
constexpr Way last_way{3, 1};

class Layout {
 public:
  Layout(const std::vector<Column>& columns, const std::vector<ShownRow>& rows, int width)
      : columns_(columns), width_(width) {
    for (std::size_t i = 0; i < columns.size(); ++i) needs_.push_back(need_of(columns[i], rows, i));
  }

  std::vector<Band> bands() const {
    std::vector<std::size_t> all(columns_.size());
    std::iota(all.begin(), all.end(), 0);
    if (width_ <= 0 || fits(all, ways[std::size(ways) - 1])) return {band(std::move(all))};
    const std::size_t names = naming_columns();
    std::vector<Band> result;
    for (std::size_t at = names; at < all.size();) {
      std::vector<std::size_t> some(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(names));
      do {
        some.push_back(at++);
        if (at == all.size()) break;
        some.push_back(at);
        const bool has_room = fits(some, ways[0]);
        some.pop_back();
        if (!has_room) break;
      } while (true);
      result.push_back(band(std::move(some)));
    }
    return result;
  }

 private:
  int sum(const std::vector<std::size_t>& columns, Way way) const {
    int total = way.gap * (static_cast<int>(columns.size()) - 1);
    for (const std::size_t i : columns) total += needs_[i].least[way.steps];
    return total;
  }
  bool fits(const std::vector<std::size_t>& columns, Way way) const {
    return sum(columns, way) <= width_;
  }

  /// How many columns from the left say which row it is: up to the first that yields, its title.
  std::size_t naming_columns() const {
    constexpr std::size_t most = 3;
    for (std::size_t i = 0; i < std::min(most, columns_.size() - 1); ++i) {
      if (columns_[i].yields) return i + 1;
    }
    return columns_.size() > 1 ? 1 : 0;
  }

  Band band(std::vector<std::size_t> columns) const {
    const auto found = std::ranges::find_if(ways, [&](Way way) { return fits(columns, way); });
    const Way way = width_ <= 0 ? ways[0] : found == std::end(ways) ? last_way : *found;
    Band band{std::move(columns), {}, way.gap};
    for (const std::size_t i : band.columns) band.widths.push_back(needs_[i].whole);
    if (width_ <= 0) return band;
    for (std::size_t step = 0; step <= way.steps; ++step) shrink(band, step);
    return band;
  }

  /// The widest of those that can gives a column at a time, so that they end up alike.
  void shrink(Band& band, std::size_t step) const {
    int too_much = std::accumulate(band.widths.begin(), band.widths.end(), 0) +
                   band.gap * static_cast<int>(band.widths.size() - 1) - width_;
    for (; too_much > 0; --too_much) {
      int* widest = nullptr;
      for (std::size_t i = 0; i < band.widths.size(); ++i) {
        int& own = band.widths[i];
        if (own > needs_[band.columns[i]].least[step] && (!widest || own > *widest)) widest = &own;
      }
      if (!widest) return;
      --*widest;
    }
  }

  const std::vector<Column>& columns_;
  int width_;
  std::vector<Need> needs_;
};

}  // namespace

std::vector<Band> table_layout(const std::vector<Column>& columns,
                               const std::vector<ShownRow>& rows, int width) {
  if (columns.empty()) return {Band{}};
  return Layout(columns, rows, width).bands();
}

}  // namespace taizhang::render
