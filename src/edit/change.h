// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "source/edit.h"

namespace taizhang::edit {

/// `text` with `edits` made, which are in order and do not overlap. Every other byte stays.
std::string edited(std::string_view text, const std::vector<source::Edit>& edits);

/// One list of edits that does to a text what `first` and, on what comes of it, `second` do.
std::vector<source::Edit> composed(const std::vector<source::Edit>& first,
                                   const std::vector<source::Edit>& second);

/// The edits of whole lines that make `after` of `before`, which is the file with index `file`. As
/// many lines as can stay; of texts that differ in too many lines the whole middle is one edit.
std::vector<source::Edit> line_edits(std::string_view before, std::string_view after,
                                     std::uint32_t file);

/// Where the bytes of an edited text stood before.
class PlacesBefore {
 public:
  explicit PlacesBefore(const std::vector<source::Edit>& edits);

  /// Of a byte that an edit wrote, where that edit begins.
  std::uint32_t of(std::uint32_t offset) const;

 private:
  /// What an edit wrote, from `begin` to `end` of the edited text.
  struct Stretch {
    std::int64_t begin;
    std::int64_t end;
    std::uint32_t before;  ///< where the edit begins
    std::int64_t longer;   ///< how much longer the text is up to here
  };
  std::vector<Stretch> stretches_;
};

/// Whether every scalar of `before` is in `after`, in the same order, but for those that the edits
/// touch; and there are as many. What cannot be read in `before` is not asked about.
bool keeps_scalars(const std::string& before, const std::string& after,
                   const std::vector<source::Edit>& edits);

}  // namespace taizhang::edit
