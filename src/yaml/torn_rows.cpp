// SPDX-License-Identifier: MIT
#include "yaml/torn_rows.h"

#include "yaml/flow_slips.h"

namespace taizhang::yaml {

namespace {

/// Whether a quote that `value` begins with is closed.
bool is_quoted(std::string_view value) {
  return (value[0] == '"' || value[0] == '\'') && value.find(value[0], 1) != value.npos;
}

}  // namespace

std::size_t size_in_brackets(std::string_view value) {
  int depth = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    if ((c == '"' || c == '\'') && std::string_view(" [{,:").find(value[i - 1]) != value.npos) {
      i = value.find(c, i + 1);
      if (i == value.npos) return 0;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if ((c == '}' || c == ']') && --depth == 0) {
      return i + 1;
    }
  }
  return 0;
}

TornRows::TornRows(std::string_view text, const Vocabulary& keys) : text_(text), keys_(keys) {
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    std::string_view line = text.substr(start, end - start);
    line = line.substr(0, line.find_last_not_of(" \r") + 1);
    const std::size_t indent = line.find_first_not_of(' ');
    if (indent != line.npos && line[indent] != '#') add_row(start, line, indent);
    start = end + 1;
  }
}

void TornRows::add_row(std::size_t start, std::string_view line, std::size_t indent) {
  Row row{start, line, indent, indent, {}};
  if (open_ && indent > open_column_ && !is_key_behind_text(line, indent)) {
    (is_block_ ? row.in_block : row.goes_on) = true;
    row.head = *open_;
    rows_.push_back(row);
    return;
  }
  open_.reset();
  while (line.substr(row.column).starts_with("- ")) {
    row.column = std::min(line.find_first_not_of(' ', row.column + 1), line.size());
  }
  const std::size_t colon = line.find(':', row.column);
  const bool is_key =
      colon != line.npos && colon > row.column &&
      (colon + 1 == line.size() || line[colon + 1] == ' ') &&
      line.substr(row.column, colon - row.column).find_first_of(" \t\"'{}[],") == line.npos;
  row.value = row.column;
  if (is_key) {
    row.name = line.substr(row.column, colon - row.column);
    row.value = std::min(line.find_first_not_of(' ', colon + 1), line.size());
  }
  const std::string_view value = row.rest();
  if (!value.empty() && value[0] != '#' && (is_key || row.is_item())) {
    is_block_ = is_sign_of_block(value);
    // A text that an item is goes on to the right of its dash.
    const bool is_closed = is_bracket(value) ? size_in_brackets(value) > 0 : is_quoted(value);
    if (!is_closed) {
      open_ = rows_.size();
      open_column_ = is_key ? row.column : indent;
    }
  }
  rows_.push_back(row);
}

bool TornRows::is_key_behind_text(std::string_view line, std::size_t indent) const {
  constexpr std::string_view others = "{[\"'";
  std::string_view content = line.substr(indent);
  const bool is_item = content.starts_with("- ");
  if (is_item) content.remove_prefix(std::min(content.find_first_not_of("- "), content.size()));
  return !is_block_ && others.find(rows_[*open_].rest()[0]) == others.npos &&
         ((is_item && content.starts_with('{')) || !key_at(content).empty());
}

std::vector<Extent> TornRows::remarks_between(std::size_t begin, std::size_t end) const {
  std::vector<Extent> remarks;
  for (std::size_t at = text_.find('\n', begin); at < end; at = text_.find('\n', at + 1)) {
    const std::size_t sign = std::min(text_.find_first_not_of(' ', at + 1), text_.size());
    if (sign < end && text_[sign] == '#') remarks.push_back({at + 1, sign - at - 1});
  }
  return remarks;
}

const Row* TornRows::beside(std::size_t of, std::ptrdiff_t distance) const {
  const auto at = static_cast<std::ptrdiff_t>(of) + distance;
  return at >= 0 && at < std::ssize(rows_) ? &rows_[static_cast<std::size_t>(at)] : nullptr;
}

std::string_view TornRows::key_at(std::string_view text) const {
  const std::string_view name = text.substr(0, std::min(text.find(':'), text.size()));
  const std::string_view behind = text.substr(name.size());
  const bool sound = behind.starts_with(": ") || behind == ":";
  return sound && keys_.with(name) != 0 ? name : std::string_view();
}

bool TornRows::has_beside(std::size_t at, std::string_view name, std::size_t column) const {
  const auto look = [&](std::ptrdiff_t step) {
    for (std::ptrdiff_t i = step; const Row* one = beside(at, i); i += step) {
      if (one->in_block || one->goes_on || one->column > column) continue;
      if (one->column < column || (step > 0 && one->is_item())) break;
      if (one->name == name) return true;
      if (one->is_item()) break;
    }
    return false;
  };
  return look(-1) || look(1);
}

bool TornRows::has_kin(const Row& here, Vocabulary::Kinds kinds) const {
  Vocabulary::Kinds around = ~Vocabulary::Kinds{0};
  bool any = false;
  for (const Row& one : rows_) {
    if (one.start >= here.start) break;
    if (one.in_block || one.goes_on || one.column != here.column) continue;
    if (one.is_item()) around = ~Vocabulary::Kinds{0};
    const Vocabulary::Kinds own = keys_.with(one.name);
    if ((own & around) != 0) around &= own;
    any = any || own != 0;
  }
  return !any || (around & kinds) != 0;
}

}  // namespace taizhang::yaml
