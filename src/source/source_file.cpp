// SPDX-License-Identifier: MIT
#include "source/source_file.h"

#include <algorithm>

#include "base/text.h"

namespace taizhang::source {

namespace {

std::size_t line_start(std::string_view text, std::size_t offset) {
  if (offset == 0) return 0;
  const std::size_t newline = text.rfind('\n', offset - 1);
  return newline == std::string_view::npos ? 0 : newline + 1;
}

}  // namespace

Position SourceFile::position(std::uint32_t offset) const {
  const std::string_view all = text;
  const std::size_t at = std::min<std::size_t>(offset, all.size());
  const std::size_t start = line_start(all, at);
  const auto lines = std::count(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(start), '\n');
  const auto columns = base::code_points(all.substr(start, at - start)).size();
  return {static_cast<std::uint32_t>(lines) + 1, static_cast<std::uint32_t>(columns) + 1};
}

std::string_view SourceFile::line_at(std::uint32_t offset) const {
  const std::string_view all = text;
  const std::size_t start = line_start(all, std::min<std::size_t>(offset, all.size()));
  std::string_view line = all.substr(start, all.find('\n', start) - start);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace taizhang::source
