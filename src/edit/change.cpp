// SPDX-License-Identifier: MIT
#include "edit/change.h"

#include <algorithm>
#include <span>

#include "base/text.h"
#include "yaml/parse.h"

namespace taizhang::edit {

using source::Edit;

namespace {

/// A stretch of an edited text: bytes of the first text, or new ones.
struct Piece {
  std::uint32_t begin;
  std::uint32_t end;
  std::string text = {};
  bool is_new = false;

  std::size_t size() const { return is_new ? text.size() : end - begin; }
};

/// Where the first text ends is not known here: its last piece goes on for ever.
constexpr std::uint32_t no_end = ~std::uint32_t{0};

std::vector<Piece> pieces_of(const std::vector<Edit>& edits) {
  std::vector<Piece> pieces;
  std::uint32_t from = 0;
  for (const Edit& edit : edits) {
    pieces.push_back({from, edit.at.begin});
    pieces.push_back({edit.at.begin, edit.at.end, edit.text, true});
    from = edit.at.end;
  }
  pieces.push_back({from, no_end});
  return pieces;
}

/// Cut the pieces so that one of them begins at `offset` of the edited text.
void cut_at(std::vector<Piece>& pieces, std::size_t offset) {
  std::size_t start = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    Piece& piece = pieces[i];
    const std::size_t size = piece.size();
    if (offset <= start) return;
    if (offset < start + size) {
      const std::size_t head = offset - start;
      Piece rest = piece;
      if (piece.is_new) {
        // The bytes that the edit takes away stay with its first half.
        rest = {piece.end, piece.end, piece.text.substr(head), true};
        piece.text.resize(head);
      } else {
        rest.begin = piece.begin + static_cast<std::uint32_t>(head);
        piece.end = rest.begin;
      }
      pieces.insert(pieces.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(rest));
      return;
    }
    start += size;
  }
}

struct Scalar {
  std::string text;
  source::Span at;
};

void collect(const yaml::Node& node, std::vector<Scalar>& scalars) {
  if (node.kind == yaml::NodeKind::scalar) {
    scalars.push_back({std::string(node.text), {node.at.file, node.at.begin, node.end}});
  }
  for (const yaml::Node& item : node.items) collect(item, scalars);
  for (const yaml::Pair& pair : node.pairs) {
    collect(pair.key, scalars);
    collect(pair.value, scalars);
  }
}

std::vector<Scalar> scalars_of(const std::string& text) {
  std::vector<Scalar> scalars;
  collect(yaml::parse(text, 0).root, scalars);
  // What was read again behind an error comes last in the tree.
  std::stable_sort(scalars.begin(), scalars.end(),
                   [](const auto& a, const auto& b) { return a.at.begin < b.at.begin; });
  return scalars;
}

/// How many lines are common to what follows line `i` of `a` and line `j` of `b`, by i and j.
class CommonLines {
 public:
  CommonLines(std::span<const std::string_view> a, std::span<const std::string_view> b)
      : width_(b.size() + 1), lengths_((a.size() + 1) * width_) {
    for (std::size_t i = a.size(); i-- > 0;) {
      for (std::size_t j = b.size(); j-- > 0;) {
        lengths_[i * width_ + j] =
            a[i] == b[j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
      }
    }
  }

  std::uint32_t at(std::size_t i, std::size_t j) const { return lengths_[i * width_ + j]; }

 private:
  std::size_t width_;
  std::vector<std::uint32_t> lengths_;
};

/// The most pairs of lines that are compared; a task has some hundred lines.
constexpr std::size_t most_pairs = 4'000'000;

}  // namespace

std::string edited(std::string_view text, const std::vector<Edit>& edits) {
  std::string result;
  std::size_t from = 0;
  for (const Edit& edit : edits) {
    result += text.substr(from, edit.at.begin - from);
    result += edit.text;
    from = edit.at.end;
  }
  return result += text.substr(from);
}

std::vector<Edit> composed(const std::vector<Edit>& first, const std::vector<Edit>& second) {
  if (first.empty()) return second;
  if (second.empty()) return first;
  std::vector<Piece> pieces = pieces_of(first);
  // From the last to the first, so that the places of those before stay what they are.
  for (auto edit = second.rbegin(); edit != second.rend(); ++edit) {
    cut_at(pieces, edit->at.begin);
    cut_at(pieces, edit->at.end);
    std::vector<Piece> kept;
    std::size_t start = 0;
    bool written = false;
    const auto write = [&](std::uint32_t at) {
      kept.push_back({at, at, edit->text, true});
      written = true;
    };
    for (Piece& piece : pieces) {
      const std::size_t size = piece.size();
      const bool within = start >= edit->at.begin && start + size <= edit->at.end && size > 0;
      if (!written && start >= edit->at.begin && (within || size > 0)) write(piece.begin);
      if (within) {
        // What an edit took away before stays away; what stood there before goes now.
        kept.push_back({piece.begin, piece.end, {}, true});
      } else {
        kept.push_back(std::move(piece));
      }
      start += size;
    }
    pieces = std::move(kept);
  }
  std::vector<Edit> result;
  const std::uint32_t file = first.front().at.file;
  for (const Piece& piece : pieces) {
    if (!piece.is_new) continue;
    if (!result.empty() && result.back().at.end == piece.begin) {
      result.back().at.end = piece.end;
      result.back().text += piece.text;
    } else {
      result.push_back({{file, piece.begin, piece.end}, piece.text});
    }
  }
  std::erase_if(result,
                [](const Edit& edit) { return edit.at.begin == edit.at.end && edit.text.empty(); });
  return result;
}

std::vector<Edit> line_edits(std::string_view before, std::string_view after, std::uint32_t file) {
  const std::vector<std::string_view> all = base::lines_of(before);
  const std::vector<std::string_view> wanted = base::lines_of(after);
  std::span a(all);
  std::span b(wanted);
  std::uint32_t offset = 0;
  while (!a.empty() && !b.empty() && a.front() == b.front()) {
    offset += static_cast<std::uint32_t>(a.front().size());
    a = a.subspan(1);
    b = b.subspan(1);
  }
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a = a.first(a.size() - 1);
    b = b.first(b.size() - 1);
  }
  std::vector<Edit> edits;
  const bool is_small = a.size() * b.size() <= most_pairs;
  const CommonLines common = is_small ? CommonLines(a, b) : CommonLines({}, {});
  bool joins = false;  // the line before is of the last edit
  const auto edit = [&]() -> Edit& {
    if (!joins) edits.push_back({{file, offset, offset}, {}});
    joins = true;
    return edits.back();
  };
  for (std::size_t i = 0, j = 0; i < a.size() || j < b.size();) {
    const bool both = i < a.size() && j < b.size();
    if (both && is_small && a[i] == b[j]) {
      offset += static_cast<std::uint32_t>(a[i].size());
      joins = false;
      ++i, ++j;
    } else if (i < a.size() && (!both || !is_small || common.at(i + 1, j) >= common.at(i, j + 1))) {
      Edit& taken = edit();
      offset += static_cast<std::uint32_t>(a[i].size());
      taken.at.end = offset;
      ++i;
    } else {
      edit().text += b[j];
      ++j;
    }
  }
  return edits;
}

std::uint32_t place_before(std::uint32_t offset, const std::vector<Edit>& edits) {
  std::int64_t longer = 0;  // than before, by the edits up to here
  for (const Edit& edit : edits) {
    const std::int64_t begin = edit.at.begin + longer;
    if (offset < begin) break;
    const auto size = static_cast<std::int64_t>(edit.text.size());
    if (offset < begin + size) return edit.at.begin;
    longer += size - (edit.at.end - edit.at.begin);
  }
  return static_cast<std::uint32_t>(offset - longer);
}

bool keeps_scalars(const std::string& before, const std::string& after,
                   const std::vector<Edit>& edits) {
  const std::vector<Scalar> old_scalars = scalars_of(before);
  const std::vector<Scalar> new_scalars = scalars_of(after);
  if (new_scalars.size() < old_scalars.size()) return false;
  auto edit = edits.begin();
  auto next = new_scalars.begin();
  for (const Scalar& scalar : old_scalars) {
    while (edit != edits.end() && edit->at.end < scalar.at.begin) ++edit;
    const bool touched = edit != edits.end() && edit->at.begin <= scalar.at.end;
    if (touched) continue;
    next = std::find_if(next, new_scalars.end(),
                        [&](const Scalar& one) { return one.text == scalar.text; });
    if (next++ == new_scalars.end()) return false;
  }
  return true;
}

}  // namespace taizhang::edit
