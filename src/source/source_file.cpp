// SPDX-License-Identifier: MIT
#include "source/source_file.h"

#include <algorithm>
#include <cassert>

#include "base/text.h"

namespace taizhang::source {

namespace {

/// How many bytes lie between two places of a line whose columns are kept.
constexpr std::size_t stride = 1024;

}  // namespace

SourceFile::SourceFile(std::string file_path, std::string file_text)
    : path(std::move(file_path)), text(std::move(file_text)), line_starts_{0} {
  constexpr std::size_t short_line = 24;
  line_starts_.reserve(text.size() / short_line + 1);
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos;) {
    add_milestones(line_starts_.back(), at);
    line_starts_.push_back(static_cast<std::uint32_t>(++at));
  }
  add_milestones(line_starts_.back(), text.size());
  line_starts_.shrink_to_fit();
}

void SourceFile::add_milestones(std::size_t start, std::size_t end) {
  if (end - start < stride) return;
  const std::string_view line = std::string_view(text).substr(0, end);
  std::uint32_t column = 1;
  for (std::size_t at = start, next = start + stride; at < end; ++column) {
    if (at >= next) {
      milestones_.push_back({static_cast<std::uint32_t>(at), column});
      next = at + stride;
    }
    at += base::character_size(line, at);
  }
}

std::size_t SourceFile::line_number(std::size_t offset) const {
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  return static_cast<std::size_t>(after - line_starts_.begin()) - 1;
}

void SourceFile::leave_out_text() {
  // What is assigned to may keep its memory; what it is exchanged for takes that along.
  std::string().swap(text);
  std::vector<Milestone>().swap(milestones_);
  has_text_ = false;
}

std::uint32_t SourceFile::line(std::uint32_t offset) const {
  return static_cast<std::uint32_t>(line_number(offset)) + 1;
}

Position SourceFile::position(std::uint32_t offset) const {
  assert(has_text_);
  const auto at = static_cast<std::uint32_t>(std::min<std::size_t>(offset, text.size()));
  const std::size_t line = line_number(at);
  Position position{static_cast<std::uint32_t>(line) + 1, 1};
  std::uint32_t from = line_starts_[line];
  const auto after = std::upper_bound(
      milestones_.begin(), milestones_.end(), at,
      [](std::uint32_t wanted, const Milestone& milestone) { return wanted < milestone.offset; });
  if (after != milestones_.begin() && std::prev(after)->offset >= from) {
    from = std::prev(after)->offset;
    position.column = std::prev(after)->column;
  }
  const std::string_view between = std::string_view(text).substr(from, at - from);
  position.column += static_cast<std::uint32_t>(base::character_count(between));
  return position;
}

std::string_view SourceFile::line_at(std::uint32_t offset) const {
  assert(has_text_);
  const std::size_t line = line_number(std::min<std::size_t>(offset, text.size()));
  const std::size_t start = line_starts_[line];
  const std::size_t end = line + 1 < line_starts_.size() ? line_starts_[line + 1] - 1 : text.size();
  std::string_view content = std::string_view(text).substr(start, end - start);
  if (content.ends_with('\r')) content.remove_suffix(1);
  return content;
}

}  // namespace taizhang::source
