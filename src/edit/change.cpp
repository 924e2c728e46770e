// SPDX-License-Identifier: MIT
#include "edit/change.h"

#include <algorithm>
#include <span>

#include "base/text.h"
#include "yaml/parse.h"

namespace taizhang::edit {

using source::Edit;

namespace {

/// A stretch of an edited text: bytes of the first text, or new ones in their place.
struct Piece {
  std::uint32_t begin;
  std::uint32_t end;
  std::string_view text = {};
  bool is_new = false;

  std::size_t size() const { return is_new ? text.size() : end - begin; }
};

/// Where the first text ends is not known here: its last piece goes on for ever.
constexpr std::uint32_t no_end = ~std::uint32_t{0};

/// Goes over an edited text from its begin to its end, and gathers what becomes of the first text.
class Composer {
 public:
  explicit Composer(const std::vector<Edit>& first) : file_(first.front().at.file) {
    std::uint32_t from = 0;
    for (const Edit& edit : first) {
      pieces_.push_back({from, edit.at.begin});
      pieces_.push_back({edit.at.begin, edit.at.end, edit.text, true});
      from = edit.at.end;
    }
    pieces_.push_back({from, no_end});
  }

  /// Go on to `offset` of the edited text; what lies between stays or is dropped.
  void go_to(std::size_t offset, bool dropped) {
    while (next_ < pieces_.size() && (at_ < offset || pieces_[next_].size() == done_)) {
      Piece& piece = pieces_[next_];
      const std::size_t size = std::min(piece.size() - done_, offset - at_);
      if (piece.is_new) {
        put(piece.begin, piece.end, dropped ? "" : piece.text.substr(done_, size));
        // The bytes that the edit takes away go with its first part.
        piece.begin = piece.end;
      } else if (dropped) {
        const auto begin = piece.begin + static_cast<std::uint32_t>(done_);
        put(begin, begin + static_cast<std::uint32_t>(size), "");
      }
      at_ += size;
      done_ += size;
      if (done_ < piece.size()) continue;
      ++next_;
      done_ = 0;
    }
  }

  /// Write `text` where we are.
  void write(std::string_view text) {
    const Piece& piece = pieces_[next_];
    const auto at = piece.is_new ? piece.begin : piece.begin + static_cast<std::uint32_t>(done_);
    put(at, at, text);
  }

  std::vector<Edit> take() {
    go_to(no_end, false);
    std::erase_if(
        edits_, [](const Edit& edit) { return edit.at.begin == edit.at.end && edit.text.empty(); });
    return std::move(edits_);
  }

 private:
  void put(std::uint32_t begin, std::uint32_t end, std::string_view text) {
    if (edits_.empty() || edits_.back().at.end != begin) {
      edits_.push_back({{file_, begin, end}, std::string(text)});
    } else {
      edits_.back().at.end = end;
      edits_.back().text += text;
    }
  }

  std::uint32_t file_;
  std::vector<Piece> pieces_;
  std::size_t next_ = 0;  ///< the piece that we are in …
  std::size_t done_ = 0;  ///< … behind so many of its bytes
  std::size_t at_ = 0;    ///< in the edited text
  std::vector<Edit> edits_;
};

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
  Composer both(first);
  for (const Edit& edit : second) {
    both.go_to(edit.at.begin, false);
    both.write(edit.text);
    both.go_to(edit.at.end, true);
  }
  return both.take();
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

PlacesBefore::PlacesBefore(const std::vector<Edit>& edits) {
  std::int64_t longer = 0;  // than before, by the edits up to here
  for (const Edit& edit : edits) {
    const std::int64_t begin = edit.at.begin + longer;
    const auto size = static_cast<std::int64_t>(edit.text.size());
    longer += size - (edit.at.end - edit.at.begin);
    stretches_.push_back({begin, begin + size, edit.at.begin, longer});
  }
}

std::uint32_t PlacesBefore::of(std::uint32_t offset) const {
  const auto next =
      std::upper_bound(stretches_.begin(), stretches_.end(), std::int64_t{offset},
                       [](std::int64_t at, const Stretch& one) { return at < one.begin; });
  if (next == stretches_.begin()) return offset;
  const Stretch& last = *std::prev(next);
  return offset < last.end ? last.before : static_cast<std::uint32_t>(offset - last.longer);
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
