// SPDX-License-Identifier: MIT
#include "source/source_file.h"

#include <algorithm>

#include "base/text.h"

namespace taizhang::source {

SourceFile::SourceFile(std::string file_path, std::string file_text)
    : path(std::move(file_path)), text(std::move(file_text)), line_starts_{0} {
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos;) {
    line_starts_.push_back(static_cast<std::uint32_t>(++at));
  }
}

std::size_t SourceFile::line_number(std::size_t offset) const {
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  return static_cast<std::size_t>(after - line_starts_.begin()) - 1;
}

Position SourceFile::position(std::uint32_t offset) const {
  const auto at = static_cast<std::uint32_t>(std::min<std::size_t>(offset, text.size()));
  const std::size_t line = line_number(at);
  Position position{static_cast<std::uint32_t>(line) + 1, 1};
  std::uint32_t from = line_starts_[line];
  if (last_.line == position.line && last_offset_ >= from && last_offset_ <= at) {
    position = last_;
    from = last_offset_;
  }
  const std::string_view between = std::string_view(text).substr(from, at - from);
  position.column += static_cast<std::uint32_t>(base::code_points(between).size());
  last_offset_ = at;
  last_ = position;
  return position;
}

std::string_view SourceFile::line_at(std::uint32_t offset) const {
  const std::size_t line = line_number(std::min<std::size_t>(offset, text.size()));
  const std::size_t start = line_starts_[line];
  const std::size_t end = line + 1 < line_starts_.size() ? line_starts_[line + 1] - 1 : text.size();
  std::string_view content = std::string_view(text).substr(start, end - start);
  if (content.ends_with('\r')) content.remove_suffix(1);
  return content;
}

}  // namespace taizhang::source
